use super::*;
use crate::report::fixture::Fixture;
use crate::time::Day;

/// The hard cases: none of them may overlap, leave the sheet or write a number that is none.
fn extremes() -> Vec<(&'static str, Outcome)> {
    let mut long = Fixture::rich().outcome();
    long.title = "Gemeentelijkeopvangvoorzieningencoördinatiebeleidswijziging ".repeat(6);
    long.not_law = vec![("x".to_owned(), "bill".to_owned()); 3];
    long.assumed_effects = vec!["afschrikkingseffect van het tweestatusstelsel op de instroom".to_owned(); 6];
    if let Some(reference) = &mut long.reference {
        reference.title =
            "Arbeidsmarktparticipatiebevorderingsmaatregelen zoals afgesproken in het voorjaar".to_owned();
    }
    let mut effects = Fixture::rich().outcome();
    effects.without_effects = effects.reference.clone();
    let mut gaps = Fixture::default().outcome();
    for one in &mut gaps.series {
        for (month, band) in one.bands.iter_mut().enumerate() {
            if month % 7 < 3 || month > 55 {
                *band = crate::stats::Band::default();
            }
        }
    }
    let mut flags = Fixture { replications: 20, ..Fixture::rich() }.outcome();
    (flags.quick, flags.partial, flags.fixed, flags.replications.1) = (true, true, true, 200);
    let mut empty = Fixture::default().outcome();
    empty.dates.clear();
    empty.series.iter_mut().for_each(|one| one.bands.clear());
    vec![
        ("plain", Fixture::default().outcome()),
        ("rich", Fixture::rich().outcome()),
        ("all zero", Fixture { scale: 0.0, ..Fixture::default() }.outcome()),
        ("one point", Fixture { months: 1, ..Fixture::rich() }.outcome()),
        ("one point without a past", Fixture { months: 1, published: false, ..Fixture::default() }.outcome()),
        ("a thousandfold peak", Fixture { peak: Some(17), ..Fixture::rich() }.outcome()),
        ("millions", Fixture { scale: 1e5, ..Fixture::rich() }.outcome()),
        ("tiny", Fixture { scale: 1e-3, ..Fixture::rich() }.outcome()),
        ("twelve months", Fixture { months: 12, ..Fixture::rich() }.outcome()),
        ("two hundred and forty months", Fixture { months: 240, ..Fixture::rich() }.outcome()),
        ("no levers", Fixture { levers: 0, published: false, ..Fixture::default() }.outcome()),
        ("long words", long),
        ("with and without effects", effects),
        ("gaps", gaps),
        ("rough, partial, fixed", flags),
        ("three replications", Fixture { replications: 3, ..Fixture::rich() }.outcome()),
        ("one replication", Fixture { replications: 1, ..Fixture::default() }.outcome()),
        ("no months", empty),
    ]
}

fn drawn(outcome: &Outcome, language: Language) -> Vec<(Picture, Vec<canvas::TextBox>, f64)> {
    let view = View { outcome, language };
    let mut all = drawings(&view);
    all.extend([1, 6].into_iter().filter_map(|count| side_by_side(&view, outcome, count)));
    all.extend(small_multiples(&view, outcome, 3));
    all
}

/// A plot for each of as many scenarios.
fn small_multiples(
    view: &View<'_>,
    outcome: &Outcome,
    count: usize,
) -> Option<(Picture, Vec<canvas::TextBox>, f64)> {
    let name = |n: usize| format!("Scenario {n} {}", "arbeidsmarktparticipatiebevordering ".repeat(n));
    let of = Multiples {
        series: Series::ReceptionNeed,
        title: "Behoefte aan opvang: elk scenario met zijn band".to_owned(),
        sentences: (0..count).map(|n| format!("{}: 12.300 op 31 december 2030.", name(n))).collect(),
        note: "Elk vlak op dezelfde schaal.".to_owned(),
        all: (0..count).map(|n| (name(n), outcome)).collect(),
    };
    let card::Drawn { svg, sheet, height } = multiples::drawing(view, &of)?;
    let picture = Picture { name: "multiples".to_owned(), difference: None, svg, title: of.title };
    Some((picture, sheet.boxes, height))
}

/// As many scenarios beside one, with names of every length.
fn side_by_side(
    view: &View<'_>,
    outcome: &Outcome,
    count: usize,
) -> Option<(Picture, Vec<canvas::TextBox>, f64)> {
    let name = |n: usize| format!("Scenario {n} {}", "arbeidsmarktparticipatiebevordering ".repeat(n));
    let beside = scenarios::Beside {
        series: Series::ReceptionNeed,
        title: "Behoefte aan opvang: scenario’s naast elkaar".to_owned(),
        sentences: (0..count).map(|n| format!("{}: 12.300 op 31 december 2030.", name(n))).collect(),
        note: format!("De banden zijn van ‘{}’.", outcome.title),
        others: (0..count).map(|n| (name(n), outcome)).collect(),
    };
    scenarios::drawing(view, &beside)
}

#[test]
fn no_text_overlaps_another_or_leaves_the_sheet() {
    for (case, outcome) in extremes() {
        for language in [Language::Nl, Language::En] {
            for (picture, boxes, height) in drawn(&outcome, language) {
                apart(&format!("{case}, {}", picture.name), &boxes, height);
            }
        }
    }
}

/// No text overlaps another or leaves the sheet.
pub(super) fn apart(case: &str, boxes: &[canvas::TextBox], height: f64) {
    for (n, a) in boxes.iter().enumerate() {
        let inside = a.left >= 0.0 && a.top >= 0.0 && a.right <= theme::WIDTH && a.bottom <= height;
        assert!(inside, "{case}: {a:?} leaves the sheet");
        for b in &boxes[n + 1..] {
            let apart = a.right <= b.left + 0.5
                || b.right <= a.left + 0.5
                || a.bottom <= b.top + 0.5
                || b.bottom <= a.top + 0.5;
            assert!(apart, "{case}: {a:?} over {b:?}");
        }
    }
}

#[test]
fn every_picture_is_well_formed_and_says_what_it_is() {
    for (case, outcome) in extremes() {
        for (picture, boxes, _) in drawn(&outcome, Language::Nl) {
            well_formed(&picture.svg, case);
            for part in ["role=\"img\"", "lang=\"nl\"", "<title id=", "<desc id=", "geen officiële"] {
                assert!(picture.svg.contains(part), "{case}, {} lacks {part}", picture.name);
            }
            let words = boxes.into_iter().map(|one| one.text).collect::<Vec<_>>().join(" ");
            assert!(
                words.contains("seed 2026") && words.contains("geen officiële"),
                "{case}, {}",
                picture.name
            );
            for bad in ["NaN", "inf\"", "undefined", "2147483647", "-2147483648"] {
                assert!(!picture.svg.contains(bad), "{case}, {}: {bad}", picture.name);
            }
        }
    }
}

/// Drawings on no calendar, each with its hard cases.
fn drawings_of_every_kind() -> Vec<(String, Drawing<'static>)> {
    const LONG: &str = "Gemeentelijkeopvangvoorzieningencoördinatiebeleid: arbeidsmarktparticipatiebevorderingsmaatregelen en meer";
    let card = |name: &str, words: &str| Card {
        name: name.to_owned(),
        title: format!("Titel {words}"),
        banners: vec![format!("Bevat maatregelen {words}"); 2],
        sentences: format!("Een zin. {words}"),
        about: format!("Waarover het gaat. {words}"),
        note: format!("Projectie, geen officiële raming. seed 1 {words}"),
    };
    let mut all = Vec::new();
    let mut add = |case: &str, words: &str, body: Body<'static>| {
        all.push((case.to_owned(), Drawing { card: card("drawing", words), body }));
    };
    let names = ["openstaande zaak", LONG, "wacht op een woning", "uit beeld"];
    for (case, persons) in [
        ("nobody", vec![0.0, 0.0, 0.0, 0.0, 0.0]),
        ("one person", vec![1.0, 0.0, 0.0, 0.0, 0.0]),
        ("many", vec![40_000.0, 21_000.0, 9_000.0, 12_000.0, 300.0]),
        ("a thousandfold", vec![40_000_000.0, 21.0, 9.0, 12_000_000.0, 0.4]),
        ("as many everywhere", vec![1_000.0; 5]),
    ] {
        for name in names {
            let node = |column: usize, rank: f64| FlowNode {
                name: name.to_owned(),
                number: "40.000.000 → 39.999.000".to_owned(),
                column,
                rank,
            };
            let nodes =
                vec![node(0, 0.2), node(2, 0.5), node(3, 0.6), node(5, 0.0), node(5, 0.4), node(5, 1.0)];
            let ends = [(0, 1), (1, 2), (1, 3), (2, 4), (0, 5)];
            let links = ends.iter().zip(&persons).filter(|(_, persons)| **persons > 0.0);
            let links = links.map(|(&(from, to), &persons)| FlowLink {
                from,
                to,
                persons,
                text: Language::Nl.about(persons),
                leaves: to > 3,
            });
            let period = FlowPeriod {
                heading: "2026".to_owned(),
                unit: "personen".to_owned(),
                nodes,
                links: links.collect(),
            };
            add(&format!("flows, {case}, {name}"), name, Body::Flows(vec![period.clone(), period]));
        }
    }
    let band = |share: f64| crate::stats::Band { mean: Some(share), sd: None, quantiles: [Some(share); 7] };
    for (case, weeks, lines, end) in
        [("one week", 2, 1, 1.0), ("four equal lines", 209, 4, 0.5), ("nobody waits", 60, 2, 0.0)]
    {
        let shares: Vec<crate::stats::Band> =
            (0..weeks).map(|week| band(if week == 0 { 1.0 } else { end })).collect();
        let shares: &'static [crate::stats::Band] = shares.leak();
        let line = |n: usize| WaitLine { text: format!("{}: {LONG} na 78 weken", 2026 + n), shares };
        let part = || WaitPart { heading: LONG.to_owned(), lines: (0..lines).map(line).collect() };
        let of = Waiting { unit: "deel dat nog wacht".to_owned(), parts: vec![part(), part(), part()] };
        add(&format!("waiting, {case}"), LONG, Body::Waiting(of));
    }
    for (case, scale, signed) in [
        ("zero", 0.0, true),
        ("swings", 4_000.0, true),
        ("a thousandfold", 4e6, false),
        ("shares", 0.3, false),
    ] {
        for count in [1, 20] {
            let row = |n: usize| {
                let value = scale * (1.0 - n as f64 / 21.0);
                let bar = |value: f64| Bar {
                    value,
                    range: Some((value - 0.1 * scale, value + 0.1 * scale)),
                    text: if n == 0 { LONG.to_owned() } else { Language::Nl.about(value) },
                };
                let second = if signed { -value } else { value / 3.0 };
                BarRow {
                    name: LONG.to_owned(),
                    bars: [Some(bar(value)), (!n.is_multiple_of(3)).then(|| bar(second))],
                }
            };
            let bars = Bars {
                heading: LONG.to_owned(),
                unit: "personen".to_owned(),
                legend: ["hoogste uitkomst".to_owned(), LONG.to_owned()],
                signed,
                parts: scale < 1.0 && !signed,
                rows: (0..count).map(row).collect(),
            };
            add(&format!("bars, {case}, {count}"), LONG, Body::Bars(vec![bars.clone(), bars]));
        }
    }
    for (case, stops, kept) in [("one box", 1, 0), ("a long way", 60, 8), ("all at once", 2, 1)] {
        let stop = |n: usize| DiscoveryStop {
            coverage: 1.0 - n as f64 / 60.0,
            density: (0.2 + n as f64 / 50.0).min(1.0),
            bound: n / 2,
            text: format!("{} factoren", n / 2),
        };
        let one = |n: usize| Kept {
            name: LONG.to_owned(),
            between: (n as f64 / 10.0, 1.0),
            ends: ["1.200".to_owned(), LONG.to_owned()],
            text: format!("tussen 12.000.000 en {LONG}"),
        };
        let of = Discovery {
            headings: ["De weg".to_owned(), "Het vak".to_owned()],
            axes: ["dekking".to_owned(), "dichtheid".to_owned()],
            chosen_text: "gekozen: dichtheid 81\u{a0}%".to_owned(),
            way: (0..stops).map(stop).collect(),
            chosen: stops - 1,
            kept: (0..kept).map(one).collect(),
        };
        add(&format!("discovery, {case}"), LONG, Body::Discovery(of));
    }
    all
}

#[test]
fn drawings_on_no_calendar_keep_their_texts_apart_and_say_what_they_are() {
    for (case, drawing) in drawings_of_every_kind() {
        let drawn = drawing.drawn(Language::Nl);
        apart(&case, &drawn.sheet.boxes, drawn.height);
        well_formed(&drawn.svg, &case);
        let words = drawn.sheet.boxes.iter().map(|one| one.text.as_str()).collect::<Vec<_>>().join(" ");
        assert!(words.contains("geen officiële") && words.contains("Bevat maatregelen"), "{case}");
        for part in ["role=\"img\"", "lang=\"nl\"", "<title id=", "<desc id="] {
            assert!(drawn.svg.contains(part), "{case} lacks {part}");
        }
        for bad in ["NaN", "inf\"", "2147483647", "-2147483648"] {
            assert!(!drawn.svg.contains(bad), "{case}: {bad}");
        }
    }
}

#[test]
fn the_whole_catalogue_is_drawn() {
    let pictures = pictures(&Fixture::default().outcome(), Language::En);
    let names: Vec<&str> = pictures.iter().map(|p| p.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "inflow",
            "open_cases",
            "decisions",
            "waiting",
            "terms",
            "appeals",
            "family",
            "permits",
            "reception",
            "permit_holders",
            "housing",
            "departures"
        ]
    );
}

#[test]
fn a_measure_that_is_not_law_is_named_inside_the_picture() {
    let text = all_text(&Fixture::rich().outcome(), Language::Nl);
    assert!(text.contains("Bevat maatregelen die op 31 december 2025 geen geldend recht zijn"));
    assert!(text.contains("Bevat aangenomen gedragseffecten: deterrence two status"));
    let text = all_text(&Fixture::default().outcome(), Language::Nl);
    assert!(!text.contains("Bevat maatregelen"));
}

#[test]
fn few_replications_show_a_mean_and_say_so() {
    let text = all_text(&Fixture { replications: 3, ..Fixture::default() }.outcome(), Language::En);
    assert!(text.contains("Too few\u{a0}replications for medians and bands") && !text.contains("Bands:"));
}

#[test]
fn bands_that_a_few_replications_do_not_carry_are_not_promised() {
    let text = all_text(&Fixture { replications: 50, ..Fixture::default() }.outcome(), Language::En);
    assert!(text.contains("Bands: 50 and 80\u{a0}% of the\u{a0}replications."));
}

#[test]
fn more_levers_than_rows_are_counted() {
    let outcome = Fixture { levers: 14, ..Fixture::default() }.outcome();
    assert!(all_text(&outcome, Language::En).contains("3 more that change, not drawn"));
    let outcome = Fixture { levers: 0, ..Fixture::default() }.outcome();
    assert!(all_text(&outcome, Language::En).contains("No measure or capacity changes"));
}

#[test]
fn the_share_of_replications_stands_by_a_triggered_value() {
    let text = all_text(&Fixture::default().outcome(), Language::Nl);
    assert!(text.contains("uit (64\u{a0}%) vanaf 1 jan 2028"));
}

#[test]
fn a_coarse_figure_gives_way_to_a_finer_one() {
    let mut outcome = Fixture::default().outcome();
    let mut year = outcome.published[1].clone();
    (year.date, year.months) = (Day::from_ymd(2022, 12, 31).unwrap(), 12);
    outcome.published.push(year);
    let view = View { outcome: &outcome, language: Language::Nl };
    assert!(points::past(&view, Series::InflowTotal).iter().all(|point| point.months == 1));
}

fn all_text(outcome: &Outcome, language: Language) -> String {
    let boxes = drawn(outcome, language).into_iter().flat_map(|(_, boxes, _)| boxes);
    boxes.map(|one| one.text).collect::<Vec<_>>().join(" ")
}

/// Tags open and close in order, attributes are quoted, and no bare `<` or `&` stands in a text.
pub(super) fn well_formed(svg: &str, case: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        for entity in text.split('&').skip(1) {
            assert!(entity.split(';').next().is_some_and(|name| name.len() <= 5), "{case}: & in {text}");
        }
        let end = start + rest[start..].find('>').expect("a tag ends");
        let tag = &rest[start + 1..end];
        assert_eq!(tag.matches('"').count() % 2, 0, "{case}: {tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "{case}");
        } else if !tag.ends_with('/') {
            open.push(tag.split_whitespace().next().unwrap());
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "{case}: {open:?} stays open");
}

/// Writes the charts and the page for the eye: `DOORSTROOM_GALLERY=folder cargo test gallery -- --ignored`.
#[cfg(feature = "cli")]
#[test]
#[ignore = "writes files to look at"]
fn gallery() {
    let folder = std::path::PathBuf::from(std::env::var("DOORSTROOM_GALLERY").expect("a folder to write to"));
    for (case, outcome) in extremes() {
        for language in [Language::Nl, Language::En] {
            let place = folder.join(case.replace([' ', ','], "_")).join(language.code());
            std::fs::create_dir_all(&place).unwrap();
            let pictures = pictures(&outcome, language);
            std::fs::write(
                place.join("report.html"),
                crate::report::html(&outcome, &pictures, &[], language),
            )
            .unwrap();
            for picture in pictures {
                std::fs::write(place.join(format!("{}.svg", picture.name)), &picture.svg).unwrap();
                if ["plain", "rich"].contains(&case) || picture.name == "inflow" {
                    for width in [1200, 600] {
                        let bytes = crate::report::png(&picture.svg, width);
                        std::fs::write(place.join(format!("{}_{width}.png", picture.name)), bytes).unwrap();
                    }
                }
            }
        }
    }
}

#[test]
fn a_fan_has_a_line_without_the_assumed_effects_and_says_what_it_is() {
    let mut outcome = Fixture::rich().outcome();
    let said = |outcome: &Outcome| {
        let svg = pictures(outcome, Language::Nl).into_iter().map(|picture| picture.svg).collect::<String>();
        (svg.contains("zonder effecten"), svg.contains("zonder de aangenomen effecten"))
    };
    assert_eq!(said(&outcome), (false, false));
    outcome.without_effects = outcome.reference.clone();
    assert_eq!(said(&outcome), (true, true));
}
