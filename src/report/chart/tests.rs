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
    all
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
                for (n, a) in boxes.iter().enumerate() {
                    let inside =
                        a.left >= 0.0 && a.top >= 0.0 && a.right <= theme::WIDTH && a.bottom <= height;
                    assert!(inside, "{case}, {}: {a:?} leaves the sheet", picture.name);
                    for b in &boxes[n + 1..] {
                        let apart = a.right <= b.left + 0.5
                            || b.right <= a.left + 0.5
                            || a.bottom <= b.top + 0.5
                            || b.bottom <= a.top + 0.5;
                        assert!(apart, "{case}, {}: {a:?} over {b:?}", picture.name);
                    }
                }
            }
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
    assert!(text.contains("Too few replications for medians and bands") && !text.contains("Bands:"));
}

#[test]
fn bands_that_a_few_replications_do_not_carry_are_not_promised() {
    let text = all_text(&Fixture { replications: 50, ..Fixture::default() }.outcome(), Language::En);
    assert!(text.contains("Bands: 50 and 80\u{a0}% of the replications."));
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
fn well_formed(svg: &str, case: &str) {
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
            std::fs::write(place.join("report.html"), crate::report::html(&outcome, &pictures, language))
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
