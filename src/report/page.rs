//! `report.html`: one file, no scripts, the answer first.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Value, context};
use serde::Serialize;

use super::brief::{Beyond, Table};
use super::chart::{CHARTS, Changed, Picture, add_changed, banners, changed, lever_value};
use super::data_table;
use super::explain;
use super::summary::{Depth, View, capital};
use super::texts::{Language, fill};
use crate::study::outcome::{ASSUMED, Outcome, Provenance};

const TEMPLATE: &str = include_str!("page.html");
/// A table on a page.
pub(super) const GRID: &str = include_str!("grid.html");
/// How pages look, on a screen and on paper.
pub(super) const STYLE: &str = include_str!("style.css");

/// The page of an outcome, with its pictures in it. Every text from a scenario is escaped.
pub fn html(outcome: &Outcome, pictures: &[Picture], beyond: &[Beyond], language: Language) -> String {
    let view = View { outcome, language };
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("page.html", TEMPLATE).expect("the template of the page is well-formed");
    environment.add_template("style.css", STYLE).expect("the style has nothing to fill in");
    environment.add_template("grid.html", GRID).expect("the table of the page is well-formed");
    let template = environment.get_template("page.html").expect("the template was just added");
    template.render(everything(&view, pictures, beyond)).expect("the template asks only for what it is given")
}

#[derive(Serialize)]
struct Section<'a> {
    name: &'static str,
    title: &'a str,
    sentences: Vec<String>,
    svg: Value,
    tables: Vec<data_table::Rows>,
    /// Its figures, where they are no months.
    grid: Option<&'a Table>,
}

#[derive(Serialize)]
struct Difference {
    name: String,
    title: String,
    svg: Value,
}

#[derive(Serialize)]
struct Lever {
    name: String,
    values: Vec<String>,
    status: String,
}

#[derive(Serialize)]
struct Source {
    name: String,
    role: String,
    value: String,
    range: String,
    standing: String,
    source: String,
    assumed: bool,
}

#[derive(Serialize)]
struct Check {
    what: &'static str,
    checked: String,
    found: String,
    verdict: &'static str,
}

fn everything(view: &View<'_>, pictures: &[Picture], beyond: &[Beyond]) -> Value {
    let (outcome, language, texts) = (view.outcome, view.language, view.texts());
    let (start, end) = (language.date(outcome.period.0), language.date(outcome.period.1));
    let period = [("start", start.as_str()), ("end", end.as_str())];
    context! {
        t => Serde(texts),
        lang => language.code(),
        title => outcome.title.as_str(),
        // Names of scenarios stand between backticks in their files.
        description => outcome.description.replace('`', ""),
        period => fill(texts.page_period, &period),
        banners => page_banners(view),
        begins => begins(view),
        week => Serde(super::week::rows(view)),
        week_about => super::week::about(view),
        moments => super::week::moments(view),
        binding => Serde(super::week::binding(view)),
        thresholds => Serde(super::week::thresholds(view)),
        own => Serde(super::own::own(view)),
        in_short => view.in_short(),
        numbers => view.numbers(),
        reference => outcome.reference.as_ref().map(|r| fill(texts.compared_with, &[("title", &r.title)])),
        difference_with => outcome.reference.as_ref().map(|r| fill(texts.difference_with, &[("title", &r.title)])),
        differences => view.differences(),
        difference_pictures => Serde(difference_pictures(pictures)),
        difference_table => Serde(view.difference_table()),
        still => view.still(),
        drivers => view.drivers(),
        effects => Serde(super::effects::effects(view)),
        against => Serde(view.against()),
        against_about => against_about(view),
        centre => capital(view.centre_word()),
        banded => view.depth() == Depth::Band,
        data_note => fill(texts.data_note, &[("numbers", view.what())]),
        difference_table_about => difference_table_about(view),
        difference_spread => if view.depth() == Depth::Band { "80\u{a0}%".to_owned() } else { capital(texts.extremes) },
        changes => Serde(explain::explain(&outcome.changes, outcome.data_date, language)),
        warned => explain::warnings(&outcome.clashes, language),
        sections => Serde(sections(view, pictures, beyond)),
        levers_about => fill(texts.levers_about, &period),
        levers => Serde(levers(view)),
        sources => Serde(sources(view)),
        closure => Serde(closure(view)),
        audit => Serde(checks(view)),
        facts => Serde(facts(view)),
        command => outcome.command.as_str(),
    }
}

/// What a reader must know before the first number.
pub(super) fn page_banners(view: &View<'_>) -> Vec<String> {
    let outcome = view.outcome;
    let mut all = banners(view);
    if !outcome.not_law.is_empty() {
        let named: Vec<String> = outcome
            .not_law
            .iter()
            .map(|(lever, status)| format!("{} ({})", view.lever(lever), view.language.standing(status)))
            .collect();
        all[0] = format!("{}: {}.", all[0], named.join("; "));
    }
    if !outcome.lapsed.is_empty() {
        let place = usize::from(!outcome.not_law.is_empty());
        let named: Vec<String> = outcome.lapsed.iter().map(|(lever, _)| view.lever(lever)).collect();
        all[place] = format!("{}: {}.", all[place], named.join("; "));
    }
    all
}

/// With which stocks the run begins.
fn begins(view: &View<'_>) -> String {
    let texts = view.texts();
    let date = view.language.date(view.outcome.period.0);
    match &view.outcome.own {
        Some(stocks) => fill(texts.begins_own, &[("date", &date), ("file", &stocks.own.name)]),
        None => fill(texts.begins, &[("date", &date)]),
    }
}

pub(super) fn difference_table_about(view: &View<'_>) -> String {
    let texts = view.texts();
    let spread = match view.depth() {
        Depth::Band => texts.difference_spread_band,
        Depth::Median | Depth::Mean => texts.difference_spread_all,
    };
    fill(texts.difference_table_about, &[("centre", view.centre_word()), ("spread", spread)])
}

fn against_about(view: &View<'_>) -> String {
    let year = view.first_year().map(|year| year.to_string()).unwrap_or_default();
    fill(view.texts().against_about, &[("year", &year), ("centre", view.centre_word())])
}

/// The pictures of the differences, with the names under which the page refers to them.
fn difference_pictures(pictures: &[Picture]) -> Vec<Difference> {
    let shown = pictures.iter().filter(|picture| picture.difference.is_some());
    shown
        .map(|picture| Difference {
            name: picture.name.clone(),
            title: picture.title.clone(),
            svg: Value::from_safe_string(picture.svg.clone()),
        })
        .collect()
}

fn sections<'a>(view: &View<'_>, pictures: &[Picture], beyond: &'a [Beyond]) -> Vec<Section<'a>> {
    let further = beyond.iter().map(|one| Section {
        name: one.name,
        title: &one.picture.title,
        sentences: one.sentences.clone(),
        svg: Value::from_safe_string(one.picture.svg.clone()),
        tables: Vec::new(),
        grid: Some(&one.table),
    });
    pictures
        .iter()
        .filter_map(|picture| {
            let chart = CHARTS.iter().find(|chart| chart.name == picture.name)?;
            Some(Section {
                name: chart.name,
                title: (chart.title)(view.texts()),
                sentences: (chart.say)(view),
                svg: Value::from_safe_string(picture.svg.clone()),
                tables: data_table::rows(view, &chart.series()),
                grid: None,
            })
        })
        .chain(further)
        .collect()
}

/// The levers that change, those that the scenario sets first, and those whose value is not law.
fn levers(view: &View<'_>) -> Vec<Lever> {
    let mut shown = changed(view);
    let mut still = Vec::new();
    for path in &view.outcome.levers {
        let (lever, _) = path.parts();
        let not_law = view.outcome.not_law.iter().any(|(name, _)| *name == path.lever || name == lever);
        // Of a keyed lever whose other keys change, those that do not say nothing.
        if not_law && !shown.iter().any(|one| one.path.parts().0 == lever) {
            add_changed(&mut still, Changed::still(path));
        }
    }
    shown.append(&mut still);
    shown.iter().map(|one| lever(view, one)).collect()
}

fn lever(view: &View<'_>, one: &Changed<'_>) -> Lever {
    let (texts, path) = (view.texts(), one.path);
    let values = path.steps.iter().enumerate().map(|(n, step)| {
        let date = fill(texts.from_day, &[("date", &view.language.short_date(step.date))]);
        let mut value = lever_value(view, path, step);
        if let Some(was) = one.was.filter(|_| n == 0) {
            let was = lever_value(view, path, was);
            value = format!("{value} ({})", fill(texts.was_reference, &[("value", &was)]));
        }
        if step.share >= 0.9995 {
            return format!("{date}: {value}");
        }
        let share = view.language.percent(step.share);
        format!("{date}: {value}, {}", fill(texts.in_replications, &[("share", &share)]))
    });
    let mut status: Vec<String> = Vec::new();
    for step in path.steps.iter().filter(|step| !step.status.is_empty()) {
        let word = view.language.standing(&step.status);
        if !status.contains(&word) {
            status.push(word);
        }
    }
    Lever { name: one.name(view), values: values.collect(), status: status.join(", ") }
}

fn sources(view: &View<'_>) -> Vec<Source> {
    fn said(p: &Provenance, language: Language) -> &str {
        let source = p.source.to(language);
        ASSUMED.iter().find_map(|word| source.strip_prefix(word)).unwrap_or(source)
    }
    let provenance = view.outcome.provenance.iter().map(|p| Source {
        name: view.lever(&p.name),
        role: view.language.standing(&p.role),
        value: view.written(&p.value),
        range: view.written_range(&p.range),
        standing: view.language.standing(&p.standing),
        assumed: p.is_assumed(),
        source: view.source(said(p, view.language)),
    });
    provenance.collect()
}

fn closure(view: &View<'_>) -> Vec<[String; 7]> {
    let whole = |n: i64| view.language.whole(n as f64);
    let rows = view.outcome.closure.iter().map(|c| {
        let numbers = [c.open_start, c.inflow, c.decisions, c.open_end, c.residual].map(whole);
        let [start, inflow, decisions, end, residual] = numbers;
        [c.year.to_string(), c.definition.clone(), start, inflow, decisions, end, residual]
    });
    rows.collect()
}

fn checks(view: &View<'_>) -> Vec<Check> {
    let texts = view.texts();
    let lines = view.outcome.audit.iter().map(|line| Check {
        what: match view.language {
            Language::Nl => line.what.0,
            Language::En => line.what.1,
        },
        checked: view.language.count(line.checked),
        found: view.language.count(line.found),
        verdict: match (line.found, line.violation) {
            (0, _) => texts.audit_ok,
            (_, false) => texts.audit_excess,
            (_, true) => texts.audit_fault,
        },
    });
    lines.collect()
}

fn facts(view: &View<'_>) -> Vec<(&'static str, String)> {
    let (outcome, language, texts) = (view.outcome, view.language, view.texts());
    let (done, asked) = outcome.replications;
    let (done_text, asked_text) = (language.count(done.into()), language.count(asked.into()));
    let replications = if done == asked {
        done_text
    } else {
        fill(texts.replications_of, &[("done", &done_text), ("asked", &asked_text)])
    };
    let observed =
        outcome.observed.as_ref().map(|o| (texts.observed, format!("{} (SHA-256 {})", o.name, o.sha256)));
    let mut facts = vec![
        (texts.version, format!("doorstroom {}", env!("CARGO_PKG_VERSION"))),
        (texts.scenario, outcome.scenario.clone()),
        (texts.data_date, language.date(outcome.data_date)),
        (texts.seed, outcome.seed.to_string()),
        (texts.replications, replications),
        (texts.hash, outcome.hash.clone()),
    ];
    facts.extend(observed);
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::Fixture;
    use crate::report::pictures;

    fn page(fixture: &Fixture, language: Language) -> String {
        let outcome = fixture.outcome();
        html(&outcome, &pictures(&outcome, language), &[], language)
    }

    #[test]
    fn the_page_stands_alone_and_names_its_language() {
        for language in [Language::Nl, Language::En] {
            let page = page(&Fixture::rich(), language);
            assert!(page.contains(&format!("<html lang=\"{}\">", language.code())));
            assert!(!page.contains("<script") && !page.contains("<link") && !page.contains("src="));
            assert!(!page.contains("NaN") && !page.contains("undefined"));
            let pictures = pictures(&Fixture::rich().outcome(), language);
            assert!(pictures.len() > CHARTS.len());
            assert_eq!(page.matches("<svg").count(), pictures.len());
        }
    }

    #[test]
    fn the_answer_comes_before_the_charts() {
        let page = page(&Fixture::default(), Language::Nl);
        assert!(page.find("In het kort").unwrap() < page.find("<svg").unwrap());
        assert!(page.contains("geen officiële raming"));
    }

    #[test]
    fn texts_of_a_scenario_are_escaped() {
        let mut outcome = Fixture::default().outcome();
        outcome.title = "<b>vet</b> & \"meer\"".to_owned();
        let page = html(&outcome, &pictures(&outcome, Language::Nl), &[], Language::Nl);
        assert!(!page.contains("<b>vet"));
        assert!(page.contains("&lt;b&gt;vet"));
    }

    #[test]
    fn measures_that_are_not_law_are_named_above_all() {
        let page = page(&Fixture::rich(), Language::Nl);
        assert!(page.contains(
            "op 31 december 2025 geen geldend recht zijn: aandeel in de grensprocedure (wetsvoorstel)."
        ));
        assert!(page.contains("Vergeleken met ‘Het geldende recht’"));
    }

    #[test]
    fn every_table_has_a_caption() {
        let page = page(&Fixture::rich(), Language::Nl);
        let tables: Vec<&str> = page.split("<table").skip(1).collect();
        assert!(tables.len() > 10);
        assert!(tables.iter().all(|table| table.split("<thead").next().unwrap().contains("<caption")));
    }

    #[test]
    fn the_contents_follow_the_page() {
        let page = page(&Fixture::rich(), Language::Nl);
        let contents = page.split("<nav").nth(1).unwrap().split("</nav>").next().unwrap();
        let links = contents.split("href=\"#").skip(1).map(|link| link.split('"').next().unwrap());
        let places: Vec<usize> = links.map(|id| page.find(&format!("<h2 id=\"{id}\"")).unwrap()).collect();
        assert!(places.is_sorted(), "{contents}");
    }

    #[test]
    fn few_replications_promise_no_band_in_the_tables() {
        let page = page(&Fixture { replications: 12, ..Fixture::rich() }, Language::Nl);
        assert!(page.contains("Per moment: mediaan (voor een band zijn er te weinig replicaties)"));
        assert!(!page.contains("en de band van 80\u{a0}%") && !page.contains(">10\u{a0}%</th>"));
    }

    #[test]
    fn assumptions_stand_out() {
        let page = page(&Fixture::default(), Language::Nl);
        assert!(page.contains("<mark>aanname</mark>"));
    }

    #[test]
    fn ids_are_unique_and_references_lead_somewhere() {
        let page = page(&Fixture::rich(), Language::En);
        let of = |attribute: &str| -> Vec<String> {
            page.split(&format!(" {attribute}=\""))
                .skip(1)
                .map(|s| s.split('"').next().unwrap().to_owned())
                .collect()
        };
        let ids = of("id");
        let mut unique = ids.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), ids.len());
        for link in of("href").into_iter().filter(|link| link.starts_with('#')) {
            assert!(ids.contains(&link[1..].to_owned()), "{link}");
        }
    }
}
