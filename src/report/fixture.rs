//! A made-up outcome for tests: deterministic numbers that look like the chain and mean nothing.

use crate::diagnostic::Text;
use crate::record::{Series, SeriesKind};
use crate::stats::Band;
use crate::study::differences::{Difference, SeriesDifferences};
use crate::study::outcome::{
    AuditLine, Closure, LeverPath, LeverStep, Outcome, Provenance, Published, Reference, SeriesBands,
};
use crate::study::shortage::{Shortage, ShortageDifference, Switches};
use crate::study::week::Week;
use crate::study::years::Year;
use crate::time::{Day, Month};

/// What the made-up outcome is like.
#[derive(Clone, Debug)]
pub(crate) struct Fixture {
    pub(crate) months: u32,
    pub(crate) replications: u32,
    /// Every number is multiplied by this.
    pub(crate) scale: f64,
    /// The month whose numbers are a thousandfold.
    pub(crate) peak: Option<u32>,
    pub(crate) levers: usize,
    pub(crate) reference: bool,
    pub(crate) published: bool,
}

impl Default for Fixture {
    fn default() -> Fixture {
        Fixture {
            months: 60,
            replications: 200,
            scale: 1.0,
            peak: None,
            levers: 6,
            reference: false,
            published: true,
        }
    }
}

const SEASON: [f64; 12] = [0.93, 0.84, 0.90, 0.84, 0.86, 0.89, 1.02, 1.06, 1.19, 1.28, 1.16, 1.03];

impl Fixture {
    /// All there is: a reference, a trigger, measures that are not law, assumed effects.
    pub(crate) fn rich() -> Fixture {
        Fixture { levers: 11, reference: true, ..Fixture::default() }
    }

    pub(crate) fn outcome(&self) -> Outcome {
        let start = Day::from_ymd(2026, 1, 1).unwrap();
        let mut dates = Vec::new();
        let mut month = Month::of(start);
        for _ in 0..self.months {
            dates.push(month.last());
            month = month.next();
        }
        let end = dates.last().copied().unwrap_or(start);
        let series = |growth: f64| -> Vec<SeriesBands> {
            Series::ALL
                .iter()
                .map(|&series| SeriesBands {
                    series,
                    bands: (0..self.months).map(|m| self.band(series, m, growth)).collect(),
                })
                .collect()
        };
        Outcome {
            scenario: "two_status_late".to_owned(),
            title: if self.reference { "Tweestatusstelsel een jaar later" } else { "Het geldende recht" }
                .to_owned(),
            description: "Een verzonnen uitkomst om grafieken mee te bekijken.".to_owned(),
            period: (start, end),
            data_date: Day::from_ymd(2025, 12, 31).unwrap(),
            replications: (self.replications, self.replications),
            seed: 2026,
            fixed: false,
            one_in: 1,
            quick: false,
            partial: false,
            lapsed: Vec::new(),
            not_law: if self.reference {
                vec![("border_procedure_share".to_owned(), "bill".to_owned())]
            } else {
                Vec::new()
            },
            assumed_effects: if self.reference {
                vec!["deterrence_two_status".to_owned()]
            } else {
                Vec::new()
            },
            changes: Vec::new(),
            clashes: Vec::new(),
            dates,
            series: series(0.004),
            years: self.years(0.004),
            week: Week::default(),
            shortage: self.shortage(0.25),
            levers: self.levers(start),
            published: if self.published { self.published() } else { Vec::new() },
            closure: vec![
                Closure {
                    year: 2024,
                    definition: "UNHCR".to_owned(),
                    open_start: 43_915,
                    inflow: 33_770,
                    decisions: 30_700,
                    open_end: 46_840,
                    residual: -145,
                },
                Closure {
                    year: 2025,
                    definition: "UNHCR".to_owned(),
                    open_start: 46_840,
                    inflow: 25_796,
                    decisions: 22_900,
                    open_end: 49_662,
                    residual: -74,
                },
            ],
            reference: self.reference.then(|| Reference {
                title: "Het geldende recht".to_owned(),
                levers: first_steps(self.levers(start)),
                series: series(0.0),
                years: self.years(0.0),
                shortage: self.shortage(0.4),
                differences: self.differences(),
                shortage_difference: ShortageDifference {
                    at_end: Switches { ours: 0, theirs: self.replications / 5, pairs: self.replications },
                    ever: Switches { ours: 0, theirs: 0, pairs: self.replications },
                    persons: self.difference(0.2, 900.0),
                },
            }),
            without_effects: None,
            milestones: Vec::new(),
            provenance: vec![
                Provenance {
                    name: "decision_officers".to_owned(),
                    dutch: "beslismedewerkers".to_owned(),
                    role: "lever".to_owned(),
                    value: "2026-01-01: 1200 fte".to_owned(),
                    range: String::new(),
                    standing: "in_force".to_owned(),
                    source: Text::new("IND, jaarverslag 2025, blz. 31", "IND, jaarverslag 2025, blz. 31"),
                },
                Provenance {
                    name: "appeal_share".to_owned(),
                    dutch: "aandeel dat in beroep gaat".to_owned(),
                    role: "uncertainty".to_owned(),
                    value: "0.8".to_owned(),
                    range: "0.7 – 0.9 (pert)".to_owned(),
                    standing: "C".to_owned(),
                    source: Text::new("assumption", "assumption"),
                },
            ],
            own: None,
            observed: None,
            audit: vec![
                AuditLine {
                    what: ("personen per stap en dag behouden", "persons conserved per stage and day"),
                    checked: 365_200,
                    found: 0,
                    violation: true,
                },
                AuditLine {
                    what: ("bezetting binnen de capaciteit", "occupancy within capacity"),
                    checked: 365_200,
                    found: 1_234,
                    violation: false,
                },
            ],
            command: "doorstroom run baseline --replications 200 --seed 1".to_owned(),
            hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
        }
    }

    fn shortage(&self, at_end: f64) -> Shortage {
        Shortage { at_end, ever: 0.4, persons: self.band(Series::WithoutPlace, 12, 0.0) }
    }

    /// Bands of years that are those of their months, times the months for a flow.
    fn years(&self, growth: f64) -> Vec<Year> {
        let of = |first: u32| {
            let months = (self.months - first).min(12);
            let band = |series: &Series| {
                let times = if series.kind() == SeriesKind::Flow { f64::from(months) } else { 1.0 };
                let band = self.band(*series, first + months - 1, growth);
                Band {
                    mean: band.mean.map(|x| x * times),
                    sd: band.sd.map(|x| x * times),
                    quantiles: band.quantiles.map(|x| x.map(|x| x * times)),
                }
            };
            let year = 2026 + (first / 12) as i16;
            let end = Day::from_ymd(year, months as i8, 1).map(|day| Month::of(day).last()).unwrap();
            Year { year, months, end, bands: Series::ALL.iter().map(band).collect() }
        };
        (0..self.months).step_by(12).map(of).collect()
    }

    /// As many differences as there are replications, spread evenly around the growth.
    fn difference(&self, time: f64, level: f64) -> Difference {
        let of =
            |n: u32| time * level * (0.5 + f64::from(n) / f64::from(self.replications.max(1))) * self.scale;
        Difference::of(&mut (0..self.replications).map(of).collect())
    }

    fn differences(&self) -> Vec<SeriesDifferences> {
        let of = |&series: &Series| {
            // Inflow is equal, places are what they are, and a few outcomes go down.
            let growth = match series {
                Series::InflowFirst | Series::InflowRepeat | Series::ReceptionPlaces => 0.0,
                Series::PermitHolders | Series::Housed => -0.003,
                _ => 0.004,
            };
            let at = |month: u32| self.difference(growth * f64::from(month), Fixture::level(series));
            SeriesDifferences {
                series,
                months: (0..self.months).map(at).collect(),
                years: (0..self.months)
                    .step_by(12)
                    .map(|first| at((first + 11).min(self.months - 1)))
                    .collect(),
            }
        };
        Series::ALL.iter().map(of).collect()
    }

    fn level(series: Series) -> f64 {
        match series {
            Series::InflowFirst => 2_050.0,
            Series::InflowRepeat => 140.0,
            Series::InflowFamily => 1_050.0,
            Series::InflowTotal => 3_240.0,
            Series::OpenCases => 50_000.0,
            Series::OpenOver15Months => 21_000.0,
            Series::Decisions => 2_300.0,
            Series::Grants => 1_200.0,
            Series::Rejections => 700.0,
            Series::Closed => 400.0,
            Series::WaitDecision => 83.0,
            Series::FamilyPending => 45_000.0,
            Series::WaitFamily => 70.0,
            Series::ReceptionNeed | Series::Reception => 76_000.0,
            Series::ReceptionRegular => 38_000.0,
            Series::ReceptionEmergency => 33_000.0,
            Series::ReceptionOutside => 5_000.0,
            Series::WithoutPlace => 900.0,
            Series::ReceptionPlaces => 79_000.0,
            Series::PermitHolders => 18_500.0,
            Series::Housed => 2_500.0,
            Series::WaitHousing => 38.0,
            Series::DepartedVoluntary => 270.0,
            Series::DepartedForced => 230.0,
            Series::DepartedUnsupervised => 480.0,
            other => match other.kind() {
                SeriesKind::Ratio => 0.93,
                SeriesKind::Wait => 30.0,
                SeriesKind::Stock => 8_000.0,
                SeriesKind::Flow => 600.0,
            },
        }
    }

    fn band(&self, series: Series, month: u32, growth: f64) -> Band {
        let time = f64::from(month);
        let wiggle = f64::from((month * 7_919 + series as u32 * 104_729) % 97) / 97.0 - 0.5;
        let (season, spread) = match series.kind() {
            SeriesKind::Flow => (SEASON[month as usize % 12] + 0.02 * wiggle, 0.10 + 0.006 * time),
            SeriesKind::Stock => (1.0, 0.01 + 0.005 * time),
            SeriesKind::Wait => (1.0 + 0.02 * wiggle, 0.03 + 0.003 * time),
            SeriesKind::Ratio => (1.0, 0.02),
        };
        let (trend, spread) =
            if series == Series::ReceptionPlaces { (1.0, 0.0) } else { (1.0 + growth * time, spread) };
        let peak = if self.peak == Some(month) { 1_000.0 } else { 1.0 };
        let centre = Fixture::level(series) * season * trend * peak * self.scale;
        let normal = [-1.645, -1.282, -0.674, 0.0, 0.674, 1.282, 1.645];
        Band {
            mean: Some(centre * (1.0 + 0.05 * spread)),
            sd: (self.replications > 1).then_some(centre * spread),
            quantiles: std::array::from_fn(|q| {
                let p = Band::PROBABILITIES[q];
                let supported = p.min(1.0 - p) * f64::from(self.replications) + 1e-9 >= 5.0;
                // Skewed to the right, as inflow is.
                let shift = normal[q] * spread * if normal[q] > 0.0 { 1.35 } else { 0.85 };
                supported.then(|| (centre * (1.0 + shift)).max(0.0))
            }),
        }
    }

    fn published(&self) -> Vec<Published> {
        let mut points = Vec::new();
        let mut month = Month::of(Day::from_ymd(2022, 1, 1).unwrap());
        for m in 0..48u32 {
            let factor = SEASON[m as usize % 12] * (1.35 - 0.007 * f64::from(m)) * self.scale;
            for series in [Series::InflowFirst, Series::InflowTotal] {
                points.push(Published {
                    series,
                    date: month.last(),
                    months: 1,
                    value: Fixture::level(series) * factor,
                    source: Text::new("IND, Asylum Trends", "IND, Asylum Trends"),
                });
            }
            month = month.next();
        }
        for (year, factor) in [(2021, 0.42), (2022, 0.71), (2023, 0.94), (2024, 0.96), (2025, 1.0)] {
            let date = Day::from_ymd(year, 12, 31).unwrap();
            for series in Series::ALL.iter().copied().filter(|s| !s.published().is_empty()) {
                let months = match series.kind() {
                    SeriesKind::Stock => 0,
                    SeriesKind::Flow | SeriesKind::Wait | SeriesKind::Ratio => 12,
                };
                if matches!(series, Series::InflowFirst | Series::InflowTotal) {
                    continue;
                }
                points.push(Published {
                    series,
                    date,
                    months,
                    value: Fixture::level(series) * factor * self.scale,
                    source: Text::new(
                        format!("{} {year}", series.published()),
                        format!("{} {year}", series.published()),
                    ),
                });
            }
        }
        points
    }

    fn levers(&self, start: Day) -> Vec<LeverPath> {
        let step = |month: u32, text: &str, share: f64, triggered: bool| LeverStep {
            date: start.plus_months(month as i32),
            text: text.to_owned(),
            value: text.parse().ok(),
            share,
            triggered,
            status: String::new(),
        };
        let path = |lever: &str, dutch: &str, unit: &str, status: &str, steps: Vec<LeverStep>| LeverPath {
            lever: lever.to_owned(),
            dutch: dutch.to_owned(),
            unit: unit.to_owned(),
            steps: {
                let words: Vec<&str> = status.split(", ").collect();
                let mut dates: Vec<Day> = steps.iter().map(|step| step.date).collect();
                dates.dedup();
                let word = |date: Day| {
                    let place = dates.iter().position(|one| *one == date).unwrap_or(0);
                    (*words.get(place).or(words.last()).unwrap_or(&"")).to_owned()
                };
                steps.into_iter().map(|step| LeverStep { status: word(step.date), ..step }).collect()
            },
        };
        let mut paths = vec![
            path(
                "decision_officers",
                "beslismedewerkers",
                "fte",
                "in_force",
                vec![step(0, "1200", 1.0, false), step(6, "1300", 1.0, false), step(18, "1450", 1.0, false)],
            ),
            path(
                "border_procedure_share",
                "aandeel in de grensprocedure",
                "share",
                "in_force, bill",
                vec![step(0, "0.5", 1.0, false), step(12, "1.0", 1.0, false)],
            ),
            path(
                "family_reunification_b_open",
                "nareis voor subsidiair beschermden open",
                "on/off",
                "in_force, bill",
                vec![
                    step(0, "true", 1.0, false),
                    step(24, "true", 0.36, false),
                    step(24, "false", 0.64, true),
                    step(30, "true", 1.0, false),
                ],
            ),
            path(
                "legacy_order",
                "volgorde van oude zaken",
                "choice",
                "in_force",
                vec![step(0, "oldest_first", 1.0, false), step(9, "low_chance_first", 1.0, false)],
            ),
            path(
                "emergency_places_under_the_municipal_asylum_reception_facilities_act",
                "noodopvangplekken onder de gemeentelijke taak asielopvangvoorzieningen en spreidingswet",
                "places",
                "in_force",
                (0..12).map(|i| step(i * 4, &(33_000 - 800 * i).to_string(), 1.0, false)).collect(),
            ),
            path("weekly_hours", "contracturen", "hours", "in_force", vec![step(0, "36", 1.0, false)]),
        ];
        for extra in 6..self.levers.max(6) {
            paths.push(path(
                &format!("extra_lever_{extra}.syria"),
                &format!("extra maatregel {extra}"),
                "days",
                "announced",
                vec![step(0, "180", 1.0, false), step(extra as u32 * 5, "90", 1.0, false)],
            ));
        }
        let months = self.months as i32;
        for path in &mut paths {
            path.steps.retain(|s| s.date < start.plus_months(months));
        }
        paths.truncate(self.levers);
        paths
    }
}

/// What held on the first day, as if nothing had changed since.
fn first_steps(mut paths: Vec<LeverPath>) -> Vec<LeverPath> {
    for path in &mut paths {
        path.steps.truncate(1);
    }
    paths
}
