//! From what a file tells to the beginning of a run: told values take the place of those in the scenario beneath, what is
//! missing is estimated from these, and both are listed.

use super::items::{self, Item, Part};
use super::split::{self, Split, persons_by_nationality};
use super::told::{Telling, Told};
use super::{Balance, Figure};
use crate::diagnostic::Text;
use crate::flow::{OpenCases, Stage, usual_age};
use crate::policy::levers::inflow::SEASON;
use crate::policy::{Grade, Nationality, Role, estimate, levers};
use crate::scenario::codes;
use crate::scenario::merge::{Merged, Said};
use crate::scenario::number::show;
use crate::scenario::problems::{Problems, Spot, both, none};
use crate::scenario::scenario::LegalStatus;
use crate::time::{Day, Days, Month};

/// What comes of a file.
#[derive(Debug, Default)]
pub(in crate::scenario) struct Settled {
    /// Persons by stage, nationality and age, with the open cases of the scenario beneath where none are told.
    pub(in crate::scenario) cohorts: Vec<OpenCases>,
    /// Whether open cases were told.
    pub(in crate::scenario) open_cases: bool,
    /// What was read.
    pub(in crate::scenario) told: Vec<Figure>,
    /// What was filled in.
    pub(in crate::scenario) filled: Vec<Figure>,
    /// Stocks held against an earlier day.
    pub(in crate::scenario) balances: Vec<Balance>,
    /// Rows of the catalogue whose value is told or estimated from what is told.
    pub(in crate::scenario) rows: Vec<usize>,
}

/// A balance that is off by more than this part of the stock is warned of.
const WIDE: f64 = 0.05;

/// Puts what is told in the rows of the scenario beneath.
pub(super) fn settle(
    problems: &mut Problems,
    telling: &Telling,
    rows: &mut [Merged],
    (layer, file, name): (usize, usize, &str),
    start: Day,
    base: &[OpenCases],
) -> Settled {
    let mut desk = Desk { telling, rows, layer, file, name, start, settled: Settled::default() };
    desk.stocks(problems, base);
    for part in [Part::Places, Part::Staff] {
        desk.capacities(part);
    }
    desk.inflow(problems);
    desk.balances(problems);
    for [nl, en, how_nl, how_en] in items::UNASKED {
        desk.settled.filled.push(Figure {
            what: Text::new(nl, en),
            value: String::new(),
            how: Text::new(how_nl, how_en),
        });
    }
    desk.settled
}

struct Desk<'a> {
    telling: &'a Telling,
    rows: &'a mut [Merged],
    layer: usize,
    file: usize,
    name: &'a str,
    start: Day,
    settled: Settled,
}

impl Desk<'_> {
    fn told(&self, part: Part, item: &Item) -> Vec<&Told> {
        self.telling.told.iter().filter(|t| t.part == part && t.item.name == item.name).collect()
    }

    /// What the scenario beneath says of a row at the start.
    fn beneath(&self, row: usize) -> Vec<f64> {
        self.rows[row].at(self.start).map(<[f64]>::to_vec).unwrap_or_default()
    }

    fn stocks(&mut self, problems: &mut Problems, base: &[OpenCases]) {
        let mut ratio = (0.0, 0.0);
        let mut missing = Vec::new();
        for item in items::stocks() {
            let told = self.told(Part::Stock, &item);
            if told.is_empty() {
                missing.push(item);
                continue;
            }
            let before = match item.row {
                Some(row) => self.beneath(row).first().copied().unwrap_or(0.0),
                None => base.iter().map(|c| f64::from(c.persons)).sum(),
            };
            let split_told = told.iter().any(|t| t.nationality.is_some());
            let total = match item.stage.filter(|_| split_told || item.row.is_none()) {
                Some(stage) => {
                    let shape: Vec<OpenCases> = match item.row {
                        // Other stocks have no ages of their own beneath: a queue of a year, evenly.
                        Some(_) => evenly(base, stage),
                        None => base.to_vec(),
                    };
                    let Some(split) = split::split(problems, &told, stage, &shape, item.row.is_none()) else {
                        continue;
                    };
                    let whole = item.row.is_none() || told.iter().any(|t| t.nationality.is_none());
                    let (total, cells) = (split.total(), told.len());
                    self.tell_split(&item, split, cells, whole);
                    total
                }
                None => told.first().map_or(0.0, |t| t.value),
            };
            if let Some(row) = item.row {
                let first = self.told(Part::Stock, &item)[0];
                let (range, spot, source) =
                    (first.range.filter(|_| !split_told), first.spot, first.source.clone());
                self.put(row, vec![total], range, spot, source, Grade::B);
                if !split_told {
                    self.settled.told.push(figure(&item, total, range, Text::default()));
                }
            }
            ratio = (ratio.0 + total, ratio.1 + before);
        }
        let factor = if ratio.1 > 0.0 && ratio.0 > 0.0 { ratio.0 / ratio.1 } else { 1.0 };
        for item in missing {
            self.estimate(&item, factor, base);
        }
    }

    fn tell_split(&mut self, item: &Item, split: Split, cells: usize, whole: bool) {
        let how = cells_read(cells);
        self.settled.told.push(figure(item, split.total(), None, how));
        let all = Nationality::ALL.len();
        let names = |list: &[Nationality], words: [&'static str; 19]| {
            let names: Vec<&str> = list.iter().map(|n| words[n.index()]).collect();
            names.join(", ")
        };
        let mut fill = |list: &[Nationality], what: (&str, &str), how: (&str, &str)| {
            if list.is_empty() {
                return;
            }
            let (nl, en) = match list.len() == all {
                true => ("alle nationaliteiten".to_string(), "all nationalities".to_string()),
                false => (names(list, Nationality::DUTCH), names(list, Nationality::KEYS)),
            };
            self.settled.filled.push(Figure {
                what: Text::new(
                    format!("{} {}: {nl}", item.dutch, what.0),
                    format!("{} {}: {en}", item.name, what.1),
                ),
                value: String::new(),
                how: Text::new(how.0, how.1),
            });
        };
        fill(
            &split.without_number,
            ("naar nationaliteit", "by nationality"),
            match whole {
                true => ("verdeeld zoals in het scenario", "spread as in the scenario"),
                false => ("niet genoemd: niemand", "not named: nobody"),
            },
        );
        fill(
            &split.without_age,
            ("naar leeftijd", "by age"),
            ("verdeeld zoals in het scenario", "spread as in the scenario"),
        );
        self.settled.open_cases |= item.row.is_none();
        self.settled.cohorts.extend(split.cohorts);
    }

    /// A stock that is not told: that of the scenario beneath, times how much larger the told stocks are than theirs.
    fn estimate(&mut self, item: &Item, factor: f64, base: &[OpenCases]) {
        let scaled = |value: f64| if factor == 1.0 { value } else { (value * factor).round() };
        let how = scaled_by(factor);
        let Some(row) = item.row else {
            let weights: Vec<u32> = base.iter().map(|c| c.persons).collect();
            let total: f64 = weights.iter().map(|w| f64::from(*w)).sum();
            let parts = split::apportion(&weights, scaled(total) as u32);
            let cohorts = base.iter().zip(parts).map(|(c, persons)| OpenCases { persons, ..*c });
            self.settled.cohorts.extend(cohorts);
            self.settled.filled.push(figure(item, scaled(total), None, how));
            return;
        };
        let Some(value) = self.beneath(row).first().copied() else { return };
        let range = self.rows[row].range.map(|((low, high), _)| (scaled(low), scaled(high)));
        let nowhere = Spot { file: self.file, start: 0, end: 0 };
        if factor != 1.0 {
            let source = format!("estimate: the scenario times {factor:.3}, as the told stocks");
            self.put(row, vec![scaled(value)], range, nowhere, Some(source), Grade::C);
        }
        self.settled.filled.push(figure(item, scaled(value), range, how));
    }

    fn capacities(&mut self, part: Part) {
        for item in part.items() {
            let Some(row) = item.row else { continue };
            match self.told(part, &item).first() {
                Some(told) => {
                    let (value, spot, source) = (told.value, told.spot, told.source.clone());
                    let range = told.range.filter(|_| value > 0.0);
                    self.put(row, vec![value], None, spot, source.clone(), Grade::B);
                    // Without bounds the number is exact; with them, what moves it is drawn between them.
                    if let (Some((low, high)), Some(estimate)) = (range, estimate::of(row)) {
                        let times = Some((low / value, high / value));
                        self.put(estimate.by, vec![1.0], times, spot, source, Grade::B);
                    }
                    self.settled.told.push(figure(&item, value, range, Text::default()));
                }
                None => {
                    let Some(value) = self.beneath(row).first().copied() else { continue };
                    let how = Text::new("zoals het scenario zegt", "as the scenario says");
                    self.settled.filled.push(figure(&item, value, None, how));
                }
            }
        }
    }

    fn inflow(&mut self, problems: &mut Problems) {
        let season = self.beneath(SEASON.index());
        for (part, item) in [Part::Inflow, Part::Permits]
            .into_iter()
            .flat_map(|part| part.items().into_iter().map(move |item| (part, item)))
        {
            let Some(row) = item.row else { continue };
            let before = self.beneath(row);
            let told = self.told(part, &item);
            if told.is_empty() || before.is_empty() {
                let how = Text::new("zoals het scenario zegt", "as the scenario says");
                self.settled.filled.push(figure(&item, before.iter().sum(), None, how));
                continue;
            }
            let (spot, source, count) = (told[0].spot, told[0].source.clone(), told.len());
            let of = |n: Option<Nationality>| told.iter().copied().filter(move |t| t.nationality == n);
            let mut level = |n| level(problems, &of(n).collect::<Vec<_>>(), &season, self.start);
            let total = level(None);
            let own: Vec<Option<f64>> =
                Nationality::ALL.into_iter().map(|n| level(Some(n)).map(|(persons, _)| persons)).collect();
            let sum = |pick: &dyn Fn(usize) -> Option<f64>| (0..before.len()).filter_map(pick).sum::<f64>();
            let known = sum(&|i| own[i]);
            let rest = sum(&|i| own[i].is_none().then_some(before[i]));
            let factor = match total {
                Some((total, at))
                    if known > total * (1.0 + ROUNDING)
                        || (rest == 0.0 && known < total * (1.0 - ROUNDING)) =>
                {
                    let (name, words) = ((item.dutch, item.name), ("nationaliteiten", "nationalities"));
                    split::unequal(problems, at, name, words, known.round(), total.round());
                    continue;
                }
                Some((total, _)) if rest > 0.0 => (total - known) / rest,
                Some(_) | None => 1.0,
            };
            let values: Vec<f64> = (0..before.len())
                .map(|i| own[i].unwrap_or(if factor == 1.0 { before[i] } else { before[i] * factor }))
                .collect();
            let how = if part == Part::Inflow { a_year(cells_read(count)) } else { cells_read(count) };
            self.settled.told.push(figure(&item, values.iter().sum::<f64>().round(), None, how));
            let left: Vec<usize> = (0..before.len()).filter(|i| own[*i].is_none()).collect();
            if !left.is_empty() {
                let many = left.len();
                self.settled.filled.push(Figure {
                    what: Text::new(
                        format!("{} van {many} nationaliteiten", item.dutch),
                        format!("{} of {many} nationalities", item.name),
                    ),
                    value: String::new(),
                    how: scaled_by(factor),
                });
            }
            self.put(row, values, None, spot, source, Grade::B);
            if let Some(estimate) = estimate::of(row) {
                // Its band moves all nationalities together, and stays.
                self.rows[estimate.by].layer = Some(self.layer);
            }
        }
    }

    fn balances(&mut self, problems: &mut Problems) {
        for item in items::stocks() {
            let one = |part| self.told(part, &item).first().map(|t| (t.value, t.spot));
            let (Some((before, spot)), Some((came, _)), Some((left, _))) =
                (one(Part::Before), one(Part::Came), one(Part::Left))
            else {
                self.half_a_balance(problems, &item);
                continue;
            };
            let stock = match item.row {
                Some(row) => self.beneath(row).first().copied().unwrap_or(0.0),
                None => persons_by_nationality(&self.settled.cohorts_of_open_cases())
                    .iter()
                    .copied()
                    .map(f64::from)
                    .sum(),
            };
            let residual = stock - (before + came - left);
            if residual.abs() > WIDE * stock.max(1.0) {
                problems.warning(
                    codes::RESIDUAL,
                    spot,
                    both(
                        format!(
                            "{}: {before} + {came} - {left} = {}, en de voorraad is {stock}",
                            item.dutch,
                            before + came - left
                        ),
                        format!(
                            "{}: {before} + {came} - {left} = {}, and the stock is {stock}",
                            item.name,
                            before + came - left
                        ),
                    ),
                    both(format!("rest {residual}"), format!("residual {residual}")),
                    both(
                        "kijk of instroom, uitstroom en voorraad dezelfde zaken en dezelfde dagen tellen",
                        "check that inflow, outflow and stock count the same cases and the same days",
                    ),
                );
            }
            let what = Text::new(item.dutch, item.name);
            self.settled.balances.push(Balance { what, before, came, left, stock, residual });
        }
    }

    /// Says which part of a balance is missing, when some of it is told.
    fn half_a_balance(&self, problems: &mut Problems, item: &Item) {
        let parts = [Part::Before, Part::Came, Part::Left];
        let Some(told) = parts.iter().find_map(|p| self.told(*p, item).first().copied()) else { return };
        let lacking: Vec<usize> =
            parts.iter().filter(|p| self.told(**p, item).is_empty()).map(|p| *p as usize).collect();
        let list =
            |words: [&'static str; 9]| lacking.iter().map(|i| words[*i]).collect::<Vec<_>>().join(", ");
        problems.error(
            codes::CLOSURE,
            told.spot,
            both(
                format!("de balans van {} is niet compleet", item.dutch),
                format!("the balance of {} is not complete", item.name),
            ),
            none(),
            both(
                format!("vul ook in: {}; of laat alle drie leeg", list(Part::DUTCH)),
                format!("fill in as well: {}; or leave all three empty", list(Part::WORDS)),
            ),
        );
    }

    /// Puts a value in the place of what held on the eve of the start. What is dated from the start on stays.
    fn put(
        &mut self,
        row: usize,
        values: Vec<f64>,
        range: Option<(f64, f64)>,
        spot: Spot,
        source: Option<String>,
        grade: Grade,
    ) {
        let source = Some(source.unwrap_or_else(|| format!("own stocks: {}", self.name)));
        let merged = &mut self.rows[row];
        let from = Said {
            layer: self.layer,
            spot,
            source,
            source_nl: None,
            status: LegalStatus::Factual,
            lapsed_on: None,
            overrides: false,
        };
        let eve = merged.steps.iter_mut().rev().find(|s| s.day < self.start);
        match eve {
            Some(step) => (step.values, step.from) = (values, from),
            None => merged.initial = Some((values, from)),
        }
        if levers::declaration(row).role != Role::Lever {
            merged.range = range.map(|range| (range, spot));
            merged.grade = Some(grade);
        }
        merged.layer = Some(self.layer);
        self.settled.rows.push(row);
    }
}

impl Settled {
    fn cohorts_of_open_cases(&self) -> Vec<OpenCases> {
        self.cohorts.iter().copied().filter(|c| c.stage == Stage::Decision).collect()
    }
}

/// Levels that differ by less agree [share].
const ROUNDING: f64 = 0.002;

/// Persons a year: as told, or from the months told, their season taken out. With the cell of the first number.
fn level(problems: &mut Problems, told: &[&Told], season: &[f64], start: Day) -> Option<(f64, Spot)> {
    let first = told.first()?;
    let yearly = told.iter().find(|t| t.month.is_none());
    let months: Vec<(&Told, Month)> = told.iter().filter_map(|t| Some((*t, t.month?))).collect();
    for (told, month) in months.iter().filter(|(_, month)| month.last() >= start) {
        problems.error(
            codes::ROW,
            told.spot,
            both(
                format!("{month} is niet voorbij op de dag van de voorraden, {start}"),
                format!("{month} is not over on the day of the stocks, {start}"),
            ),
            none(),
            both("geef hele maanden van daarvoor", "give whole months before it"),
        );
    }
    if let Some(yearly) = yearly {
        if let Some((month, _)) = months.first() {
            problems.error(
                codes::ROW,
                month.spot,
                both("er staat al een getal per jaar", "a number a year stands here already"),
                none(),
                both("laat een van de twee leeg", "leave one of the two empty"),
            );
        }
        return Some((yearly.value, first.spot));
    }
    let weight = |month: &Month| season.get(month.month() as usize - 1).copied().unwrap_or(1.0);
    // In the order of the calendar, so that a whole year weighs exactly 1.
    let mut parts: Vec<(i8, f64)> = months.iter().map(|(_, m)| (m.month(), weight(m))).collect();
    parts.sort_by_key(|(month, _)| *month);
    let share = parts.iter().map(|(_, w)| w).sum::<f64>() / season.iter().sum::<f64>();
    let persons: f64 = months.iter().map(|(t, _)| t.value).sum();
    (share > 0.0).then_some((persons / share, first.spot))
}

/// The nationalities of some cohorts, each over the usual ages of another stage.
fn evenly(base: &[OpenCases], stage: Stage) -> Vec<OpenCases> {
    let persons = persons_by_nationality(base);
    Nationality::ALL
        .into_iter()
        .filter_map(|nationality| {
            let sample = base.first()?;
            let ages = (Days(0), Days(usual_age(stage).0 + 1));
            Some(OpenCases {
                nationality,
                age_from: ages.0,
                age_to: ages.1,
                persons: persons[nationality.index()],
                ..*sample
            })
        })
        .collect()
}

fn figure(item: &Item, value: f64, range: Option<(f64, f64)>, how: Text) -> Figure {
    let range = range.map_or(String::new(), |(low, high)| format!(" ({} – {})", show(low), show(high)));
    Figure { what: Text::new(item.dutch, item.name), value: format!("{}{range}", show(value)), how }
}

/// The scenario, or the scenario so many times.
fn scaled_by(factor: f64) -> Text {
    if factor == 1.0 {
        return Text::new("zoals het scenario zegt", "as the scenario says");
    }
    let times = format!("{factor:.3}");
    Text::new(format!("het scenario × {}", times.replace('.', ",")), format!("the scenario × {times}"))
}

fn cells_read(cells: usize) -> Text {
    match cells {
        1 => Text::new("1 cel", "1 cell"),
        _ => Text::new(format!("{cells} cellen"), format!("{cells} cells")),
    }
}

fn a_year(text: Text) -> Text {
    Text::new(format!("{}; per jaar", text.nl), format!("{}; a year", text.en))
}
