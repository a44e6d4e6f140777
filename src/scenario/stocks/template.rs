//! An empty table of stocks with what it asks for, in Dutch as a Dutch Excel opens it, or in English with commas.

use super::items::{COLUMNS, Item, Part, stocks};
use super::split::{apportion, persons_by_nationality};
use crate::diagnostic::Language;
use crate::policy::levers::inflow::{FIRST_APPLICATIONS, SEASON};
use crate::policy::{Nationality, unit};
use crate::scenario::Scenario;
use crate::scenario::number::show;
use crate::scenario::scenario::OpenCases;
use crate::time::{Day, Month};

/// How a template is written.
#[derive(Copy, Clone, Debug)]
pub struct Form {
    /// Its language, and with it the form of its numbers.
    pub language: Language,
    /// The day of the stocks.
    pub date: Day,
    /// Whether the values of the scenario are filled in, instead of standing beside an empty column.
    pub filled: bool,
}

/// A table to fill in, with the values of a scenario as an example beside each cell.
pub fn template(scenario: &Scenario, form: Form) -> String {
    let mut page = Page { form, text: String::new() };
    if form.language == Language::Nl {
        // Excel takes a file for UTF-8 by this mark.
        page.text.push('\u{feff}');
    }
    page.comments(
        "Eigen voorraden voor doorstroom. Vul de kolom waarde in wat u weet, en laat leeg wat u niet weet.\n\
         Wat leeg is, schat het programma uit het basisscenario (laatste kolom), en het zegt erbij wat.\n\
         laag en hoog: alleen als u een waarde niet zeker weet. Elke replicatie trekt dan daartussen.\n\
         Getallen zonder punt voor duizendtallen: 49662. Regels met # en eigen kolommen worden niet gelezen.\n\
         Nakijken: doorstroom stocks check BESTAND. Rekenen: doorstroom run --stocks BESTAND",
        "Own stocks for doorstroom. Fill in the column value where you know it and leave empty what you do not know.\n\
         What is empty is estimated from the baseline (last column) and listed.\n\
         low and high: only where you are not sure of a value. Each replication then draws between them.\n\
         Numbers without a separator for thousands: 49662. Lines with # and columns of your own are not read.\n\
         Check: doorstroom stocks check FILE. Run: doorstroom run --stocks FILE",
    );
    let heads: Vec<&str> = COLUMNS.iter().map(|c| page.pick(c.dutch, c.name)).collect();
    let (unit, base) = (page.pick("eenheid", "unit"), page.pick("basisscenario", "baseline"));
    page.record(&[heads.as_slice(), &[unit, base]].concat());
    page.comments(
        "De dag van de voorraden: de run begint die ochtend.",
        "The day of the stocks: the run begins that morning.",
    );
    let date = page.pick(Part::DUTCH[0], Part::WORDS[0]);
    let day = form.date.to_string();
    page.record(&[date, date, "", "", "", "", &day, "", "", "", "", ""]);
    totals(&mut page, scenario);
    by_nationality(&mut page, scenario);
    balances(&mut page);
    capacities(&mut page, scenario);
    inflow(&mut page, scenario);
    permits(&mut page, scenario);
    by_age(&mut page, scenario);
    page.text
}

struct Page {
    form: Form,
    text: String,
}

/// A row to fill in.
#[derive(Default)]
struct Cells {
    nationality: Option<Nationality>,
    ages: Option<(i32, i32)>,
    month: Option<Month>,
    base: Option<f64>,
    range: Option<(f64, f64)>,
}

impl Page {
    fn pick<'a>(&self, nl: &'a str, en: &'a str) -> &'a str {
        match self.form.language {
            Language::Nl => nl,
            Language::En => en,
        }
    }

    fn end(&self) -> &'static str {
        match self.form.language {
            Language::Nl => "\r\n",
            Language::En => "\n",
        }
    }

    fn comments(&mut self, nl: &str, en: &str) {
        let (lines, end) = (self.pick(nl, en).to_string(), self.end());
        for line in lines.lines() {
            self.text.push_str(&format!("# {}{end}", line.trim()));
        }
    }

    fn record(&mut self, cells: &[&str]) {
        let delimiter = if self.form.language == Language::Nl { b';' } else { b',' };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        writer.write_record(cells).expect("a record can be written to memory");
        let bytes = writer.into_inner().expect("memory can be flushed");
        let line = String::from_utf8(bytes).expect("cells are text");
        self.text.push_str(line.trim_end_matches('\n'));
        self.text.push_str(self.end());
    }

    fn number(&self, number: f64) -> String {
        let plain = show(number);
        match self.form.language {
            Language::Nl => plain.replace('.', ","),
            Language::En => plain,
        }
    }

    fn row(&mut self, part: Part, item: &Item, cells: Cells) {
        let part = self.pick(Part::DUTCH[part as usize], Part::WORDS[part as usize]).to_string();
        let name = self.pick(item.dutch, item.name).to_string();
        let number = |n: Option<f64>| n.map_or(String::new(), |n| self.number(n));
        let base = number(cells.base);
        let filled = |text: String| if self.form.filled { text } else { String::new() };
        let value = filled(base.clone());
        let (low, high) =
            (filled(number(cells.range.map(|r| r.0))), filled(number(cells.range.map(|r| r.1))));
        let nationality = cells
            .nationality
            .map_or("", |n| self.pick(Nationality::DUTCH[n.index()], Nationality::KEYS[n.index()]));
        let (from, to) =
            cells.ages.map_or((String::new(), String::new()), |(a, b)| (a.to_string(), b.to_string()));
        let month = cells.month.map_or(String::new(), |m| m.to_string());
        let unit = match self.form.language {
            Language::Nl => unit::dutch(item.unit),
            Language::En => item.unit,
        };
        self.record(&[&part, &name, nationality, &from, &to, &month, &value, &low, &high, "", unit, &base]);
    }
}

fn of_row(scenario: &Scenario, row: usize, day: Day) -> f64 {
    scenario.policy.timeline(row).at(day).first().copied().unwrap_or(0.0)
}

fn total(cohorts: &[OpenCases]) -> f64 {
    cohorts.iter().map(|c| f64::from(c.persons)).sum()
}

fn totals(page: &mut Page, scenario: &Scenario) {
    page.comments("Voorraden: personen op die dag.", "Stocks: persons on that day.");
    for item in stocks() {
        let (base, range) = match item.row {
            Some(row) => (of_row(scenario, row, scenario.start), scenario.values[row].range),
            None => (total(&scenario.open_cases), None),
        };
        page.row(Part::Stock, &item, Cells { base: Some(base), range, ..Cells::default() });
    }
}

fn by_nationality(page: &mut Page, scenario: &Scenario) {
    page.comments(
        "Openstaande zaken naar nationaliteit. Ook de andere voorraden mogen zo: een rij per nationaliteit, zonder laag en hoog.",
        "Open cases by nationality. The other stocks may be split like this too: a row a nationality without low and high.",
    );
    let persons = persons_by_nationality(&scenario.open_cases);
    let item = &stocks()[0];
    for nationality in Nationality::ALL {
        let base = Some(f64::from(persons[nationality.index()]));
        page.row(Part::Stock, item, Cells { nationality: Some(nationality), base, ..Cells::default() });
    }
}

fn balances(page: &mut Page) {
    page.comments(
        "Sluit het? Dezelfde voorraad op een eerdere dag, wie er sindsdien bij kwam en wie eraf ging. Het verschil wordt getoond.",
        "Does it close? The same stock on an earlier day and who came and left since. The residual is shown.",
    );
    for item in stocks().iter().take(2) {
        for part in [Part::Before, Part::Came, Part::Left] {
            page.row(part, item, Cells::default());
        }
    }
}

fn capacities(page: &mut Page, scenario: &Scenario) {
    for (part, nl, en) in [
        (
            Part::Places,
            "Plekken op die dag. Wat het scenario later verandert blijft.",
            "Places on that day. What the scenario changes later stays.",
        ),
        (Part::Staff, "Personeel en capaciteit op die dag.", "Staff and capacity on that day."),
    ] {
        page.comments(nl, en);
        for item in part.items() {
            let Some(row) = item.row else { continue };
            let base = of_row(scenario, row, page.form.date);
            let times = scenario.values[row].moved_by.and_then(|by| scenario.values[by].range);
            let range = times.map(|(low, high)| (tidy(low * base), tidy(high * base)));
            page.row(part, &item, Cells { base: Some(base), range, ..Cells::default() });
        }
    }
}

/// A product without the dust of its last binary digits.
fn tidy(number: f64) -> f64 {
    (number * MILLION).round() / MILLION
}

const MILLION: f64 = 1e6;

fn inflow(page: &mut Page, scenario: &Scenario) {
    page.comments(
        "Instroom van de laatste maanden: eerste aanvragen van alle nationaliteiten. Het seizoen wordt eruit gehaald.\n\
         Minder maanden mag. Een rij zonder maand is een getal per jaar.",
        "Inflow of the last months: first applications of all nationalities. The season is taken out.\n\
         Fewer months will do. A row without a month is a number a year.",
    );
    let [first, repeats] = Part::Inflow.items()[..] else { return };
    let season = scenario.policy.timeline(SEASON.index()).at(page.form.date);
    let levels = scenario.policy.timeline(FIRST_APPLICATIONS.index()).at(page.form.date);
    let year = levels.iter().sum::<f64>().round() as u32;
    let now = Month::of(page.form.date);
    let months: Vec<Month> = (1..=12).rev().map(|back| Month::of(now.first().plus_months(-back))).collect();
    let weights: Vec<u32> =
        months.iter().map(|m| (season[m.month() as usize - 1] * THOUSAND).round() as u32).collect();
    for (month, persons) in months.iter().zip(apportion(&weights, year)) {
        let cells = Cells { month: Some(*month), base: Some(f64::from(persons)), ..Cells::default() };
        page.row(Part::Inflow, &first, cells);
    }
    page.comments("Per jaar, naar nationaliteit.", "A year by nationality.");
    for item in [first, repeats] {
        let Some(row) = item.row else { continue };
        for nationality in Nationality::ALL {
            let base = scenario.policy.timeline(row).at(page.form.date)[nationality.index()];
            let cells = Cells { nationality: Some(nationality), base: Some(base), ..Cells::default() };
            page.row(Part::Inflow, &item, cells);
        }
    }
}

fn permits(page: &mut Page, scenario: &Scenario) {
    page.comments(
        "Geldige vergunningen van wie buiten de opvang woont, naar nationaliteit: zij komen op voor verlenging.",
        "Valid permits of those who live outside reception by nationality: they come up for renewal.",
    );
    for item in Part::Permits.items() {
        let Some(row) = item.row else { continue };
        for nationality in Nationality::ALL {
            let base = scenario.policy.timeline(row).at(page.form.date)[nationality.index()];
            let cells = Cells { nationality: Some(nationality), base: Some(base), ..Cells::default() };
            page.row(Part::Permits, &item, cells);
        }
    }
}

/// Seasons are apportioned in thousandths.
const THOUSAND: f64 = 1_000.0;

fn by_age(page: &mut Page, scenario: &Scenario) {
    page.comments(
        "Openstaande zaken naar nationaliteit en leeftijd van de zaak in dagen: vanaf (telt mee) tot (telt niet mee).\n\
         Andere leeftijdsgroepen mogen. De leeftijden van een nationaliteit tellen op tot haar getal hierboven.",
        "Open cases by nationality and age of the case in days: from (included) to (excluded).\n\
         Other age groups will do. The ages of a nationality add up to its number above.",
    );
    let item = &stocks()[0];
    for cohort in &scenario.open_cases {
        let cells = Cells {
            nationality: Some(cohort.nationality),
            ages: Some((cohort.age_from.0, cohort.age_to.0)),
            base: Some(f64::from(cohort.persons)),
            ..Cells::default()
        };
        page.row(Part::Stock, item, cells);
    }
}
