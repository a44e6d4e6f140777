//! Natural experiments: a measure that came and went, switched on and off in the replay, beside what was published.

use super::simulated;
use super::targets::Span;
use super::watch::Watches;
use crate::diagnostic::Text;
use crate::record::Series;
use crate::stats::{Band, Interval};
use crate::study::published;
use crate::study::replication::Replication;
use crate::time::{Day, Month};

/// A size passes when it is right within this factor.
pub const FACTOR: f64 = 1.5;
/// A moment passes when it is right within so many months.
pub const MONTHS: i32 = 2;
/// How sure the interval of the effect of a lever is.
const CONFIDENCE: f64 = 0.95;

/// A measure, and the scenario without it.
#[derive(Copy, Clone, Debug)]
pub struct Experiment {
    /// Its name.
    pub name: &'static str,
    /// The scenario in which its lever is off.
    pub without: &'static str,
    /// The scenario with sets of values that fit years other than its own.
    pub fitted: &'static str,
    /// Those years, in Dutch and in English.
    fitted_to: (&'static str, &'static str),
    /// What it was, in Dutch and in English.
    title: (&'static str, &'static str),
    asks: &'static [Ask],
}

/// What is asked of both runs.
#[derive(Copy, Clone, Debug)]
struct Ask {
    /// In Dutch and in English.
    what: (&'static str, &'static str),
    /// What is counted, and the table and row with its figures.
    count: Count,
    published: (&'static str, &'static str),
    how: How,
}

/// What is counted of a run.
#[derive(Copy, Clone, Debug)]
enum Count {
    Of(Series),
    /// What no series tells.
    Watched(Watches),
}

/// One replication, and what was watched in it by month.
#[derive(Clone, Debug)]
pub(super) struct Watched {
    pub(super) replication: Replication,
    pub(super) watched: Vec<[f64; 3]>,
}

impl Watched {
    fn month(&self, count: Count, row: usize) -> f64 {
        match count {
            Count::Of(series) => self.replication.months[row][series as usize],
            Count::Watched(what) => self.watched[row][what as usize],
        }
    }
}

#[derive(Copy, Clone, Debug)]
enum How {
    /// From one period to another, as a share of the first.
    Change(&'static str, &'static str),
    /// The month with the lowest value from one to another.
    Lowest((i16, i8), (i16, i8)),
}

/// Sets of values that fit the years before the family measure.
const BEFORE_2022: &str = "history_calibrated_before_2022";
/// Sets of values that fit the years before and after the task force.
const AROUND_TASK_FORCE: &str = "history_calibrated_around_task_force";

const FAMILY: (&str, &str) = ("inflow_monthly", "nareis_arrivals");
const OLD_STOCK: (&str, &str) = ("open_cases_yearly", "open_cases_taskforce_backlog");
const PENALTIES: (&str, &str) = ("staff_cost", "penalty_payments");

/// The experiments for which the chain has the levers and figures were found.
pub const EXPERIMENTS: [Experiment; 4] = [
    Experiment {
        name: "family_measure",
        without: "history_no_family_measure",
        fitted: BEFORE_2022,
        fitted_to: ("2019–2021", "2019–2021"),
        title: (
            "Nareismaatregel, oktober 2022 tot februari 2023",
            "Family measure, October 2022 to February 2023",
        ),
        asks: &[
            Ask {
                what: (
                    "ingereisde nareizigers, van 2022-Q3 naar 2022-Q4",
                    "relatives arriving, 2022-Q3 to 2022-Q4",
                ),
                count: Count::Of(Series::InflowFamily),
                published: FAMILY,
                how: How::Change("2022-Q3", "2022-Q4"),
            },
            Ask {
                what: ("terugslag, van 2022-Q4 naar 2023-Q2", "rebound, 2022-Q4 to 2023-Q2"),
                count: Count::Of(Series::InflowFamily),
                published: FAMILY,
                how: How::Change("2022-Q4", "2023-Q2"),
            },
            Ask {
                what: (
                    "maand met de minste, tot en met april 2023",
                    "month with the fewest, up to April 2023",
                ),
                count: Count::Of(Series::InflowFamily),
                published: FAMILY,
                how: How::Lowest((2022, 9), (2023, 4)),
            },
        ],
    },
    Experiment {
        name: "task_force",
        without: "history_no_task_force",
        fitted: AROUND_TASK_FORCE,
        fitted_to: ("2019 en 2022", "2019 and 2022"),
        title: (
            "Taskforce dwangsommen, april 2020 tot juni 2021",
            "Penalty task force, April 2020 to June 2021",
        ),
        asks: &[
            Ask {
                what: (
                    "aanvragen van vóór april 2020, van 1 april naar eind 2020",
                    "applications of before April 2020, 1 April to the end of 2020",
                ),
                count: Count::Watched(Watches::OldStock),
                published: OLD_STOCK,
                how: How::Change("2020-04-01", "2020-12-31"),
            },
            Ask {
                what: (
                    "aanvragen van vóór april 2020, van 1 april 2020 naar eind mei 2021",
                    "applications of before April 2020, 1 April 2020 to the end of May 2021",
                ),
                count: Count::Watched(Watches::OldStock),
                published: OLD_STOCK,
                how: How::Change("2020-04-01", "2021-05-31"),
            },
        ],
    },
    Experiment {
        name: "extension",
        without: "history_extension_kept",
        fitted: super::CALIBRATED,
        fitted_to: ("2019–2022", "2019–2022"),
        title: (
            "Ingetrokken verlenging van de beslistermijn, voor aanvragen sinds januari 2024",
            "Extension of the decision term withdrawn, for applications since January 2024",
        ),
        asks: &[Ask {
            what: ("dwangsommen, van 2024 naar 2025", "penalties, 2024 to 2025"),
            count: Count::Of(Series::PenaltiesJudicial),
            published: PENALTIES,
            how: How::Change("2024", "2025"),
        }],
    },
    Experiment {
        name: "moratorium",
        without: "history_no_moratorium",
        fitted: super::CALIBRATED,
        fitted_to: ("2019–2022", "2019–2022"),
        title: (
            "Besluiten over Syriërs aangehouden, december 2024 tot november 2025 (moratorium tot juni)",
            "Decisions on Syrians held, December 2024 to November 2025 (moratorium until June)",
        ),
        asks: &[
            Ask {
                what: (
                    "openstaande zaken van Syriërs, van eind 2024 naar eind 2025",
                    "open cases of Syrians, end of 2024 to end of 2025",
                ),
                count: Count::Watched(Watches::OpenSyrians),
                published: ("history", "open_cases_syria"),
                how: How::Change("2024-12-31", "2025-12-31"),
            },
            Ask {
                what: (
                    "afgedane zaken van Syriërs, van 2024 naar 2025",
                    "cases of Syrians closed, 2024 to 2025",
                ),
                count: Count::Watched(Watches::ClosedSyrians),
                published: ("history", "closed_cases_syria"),
                how: How::Change("2024", "2025"),
            },
        ],
    },
];

/// What an experiment came to.
#[derive(Clone, Debug)]
pub struct Tried {
    /// Its name.
    pub name: &'static str,
    /// What it was.
    pub title: Text,
    /// The years to which the fitted values were fitted.
    pub fitted_to: Text,
    /// A row a question.
    pub answers: Vec<Answer>,
}

impl Tried {
    /// Whether every size and moment is right with fitted values, the sign included.
    pub fn passes(&self) -> bool {
        self.answers.iter().all(|answer| answer.fitted.fits() && answer.fitted.sign() != Some(false))
    }
}

/// One question with its answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What is asked.
    pub what: Text,
    /// What was published, and what both runs say as the replay was laid down.
    pub came: Came,
    /// The same, with values that fit years other than those of the experiment.
    pub fitted: Came,
}

/// Runs with a lever on, and off.
#[derive(Copy, Clone, Debug)]
pub(super) struct Pair<'a> {
    pub(super) with: &'a [Watched],
    pub(super) without: &'a [Watched],
}

/// A change, or a month.
#[derive(Clone, Debug)]
pub enum Came {
    /// Shares of what there was before: −0.5 is half as much.
    Change {
        /// As published.
        published: f64,
        /// With the measure.
        with: Box<Band>,
        /// Without it.
        without: Box<Band>,
        /// The mean effect of the lever on the second period, as a share of what it would have been, with its interval.
        effect: Option<Interval>,
    },
    /// Months.
    Lowest {
        /// As published; months without a figure take no part.
        published: Month,
        /// With the measure, in the mean over the replications.
        with: Month,
        /// Without it.
        without: Month,
    },
}

impl Came {
    /// Whether the direction is that of the figures; nothing for a month.
    pub fn sign(&self) -> Option<bool> {
        match self {
            Came::Change { published, with, .. } => Some(with.centre()?.signum() == published.signum()),
            Came::Lowest { .. } => None,
        }
    }

    /// Whether size or moment is right, within the factor or the months that are allowed.
    pub fn fits(&self) -> bool {
        match self {
            Came::Change { published, with, .. } => with.centre().is_some_and(|with| {
                let times = with / published;
                (1.0 / FACTOR..=FACTOR).contains(&times)
            }),
            Came::Lowest { published, with, .. } => (published.number() - with.number()).abs() <= MONTHS,
        }
    }
}

/// Puts the questions of an experiment to the replay with its lever on and off, as it was laid down and with fitted values.
pub(super) fn try_out(experiment: &Experiment, laid_down: Pair, fitted: Pair, dates: &[Day]) -> Tried {
    let came = |ask: &Ask, pair: Pair| match ask.how {
        How::Change(from, to) => change(ask, (from, to), pair, dates),
        How::Lowest(from, to) => lowest(ask, (month(from), month(to)), pair, dates),
    };
    let answer = |ask: &Ask| Answer {
        what: Text::new(ask.what.0, ask.what.1),
        came: came(ask, laid_down),
        fitted: came(ask, fitted),
    };
    Tried {
        name: experiment.name,
        title: Text::new(experiment.title.0, experiment.title.1),
        fitted_to: Text::new(experiment.fitted_to.0, experiment.fitted_to.1),
        answers: experiment.asks.iter().map(answer).collect(),
    }
}

fn month((year, month): (i16, i8)) -> Month {
    Month::of(Day::from_ymd(year, month, 1).expect("it is a month of the calendar"))
}

fn change(ask: &Ask, periods: (&str, &str), Pair { with, without }: Pair, dates: &[Day]) -> Came {
    let figure = |period: &str| {
        let rows = published::read(ask.published.0);
        let row = rows.into_iter().find(|row| row.period == period && row.series == ask.published.1);
        row.unwrap_or_else(|| panic!("{period} stands in the table {}", ask.published.0)).value
    };
    let said = |replication: &Watched, period: &str| value(ask.count, period, replication, dates);
    let changes = |replications: &[Watched]| {
        let one = |r: &Watched| Some(said(r, periods.1)? / said(r, periods.0)? - 1.0);
        Band::of(&mut replications.iter().filter_map(one).filter(|x| x.is_finite()).collect())
    };
    let effect = |(on, off): (&Watched, &Watched)| {
        Some(said(on, periods.1)? / said(off, periods.1)? - 1.0).filter(|x| x.is_finite())
    };
    let effects: Vec<f64> = with.iter().zip(without).filter_map(effect).collect();
    Came::Change {
        published: figure(periods.1) / figure(periods.0) - 1.0,
        with: Box::new(changes(with)),
        without: Box::new(changes(without)),
        effect: Interval::of(&effects, CONFIDENCE),
    }
}

/// What a replication says of a year or a quarter, or of a day for a stock.
fn value(count: Count, period: &str, watched: &Watched, dates: &[Day]) -> Option<f64> {
    let sum = |first: Day, months: i32| {
        let span = Span { from: first, to: Month::of(first.plus_months(months - 1)).last() };
        Some(simulated::within(span, dates)?.map(|row| watched.month(count, row)).sum())
    };
    match (period.split_once("-Q"), period.len()) {
        (Some((year, quarter)), _) => {
            sum(month((year.parse().ok()?, quarter.parse::<i8>().ok()? * 3 - 2)).first(), 3)
        }
        (None, 4) => sum(month((period.parse().ok()?, 1)).first(), 12),
        (None, _) => Some(watched.month(count, simulated::nearest(period.parse().ok()?, dates)?)),
    }
}

fn lowest(ask: &Ask, (first, last): (Month, Month), Pair { with, without }: Pair, dates: &[Day]) -> Came {
    let within = |date: Day| (first.number()..=last.number()).contains(&Month::of(date).number());
    let said = |replications: &[Watched]| {
        let mean = |row: usize| replications.iter().map(|r| r.month(ask.count, row)).sum::<f64>();
        let rows = (0..dates.len()).filter(|row| within(dates[*row]));
        rows.min_by(|a, b| mean(*a).total_cmp(&mean(*b))).map_or(first, |row| Month::of(dates[row]))
    };
    let figures = published::read(ask.published.0).into_iter().filter(|row| row.series == ask.published.1);
    let months = figures.filter_map(|row| {
        let month = Month::of(format!("{}-01", row.period).parse().ok()?);
        within(month.first()).then_some((month, row.value))
    });
    let published = months.min_by(|a, b| a.1.total_cmp(&b.1)).map_or(first, |(month, _)| month);
    Came::Lowest { published, with: said(with), without: said(without) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::library;

    fn with(says: f64) -> Came {
        let band = Box::new(Band { mean: Some(says), ..Band::default() });
        Came::Change { published: -0.58, with: band.clone(), without: band, effect: None }
    }

    #[test]
    fn a_size_is_right_within_its_factor_and_on_its_own_side_of_nought() {
        assert!(with(-0.40).fits() && with(-0.80).fits());
        assert!(!with(-0.30).fits() && !with(0.58).fits());
        assert_eq!((with(-0.10).sign(), with(0.10).sign()), (Some(true), Some(false)));
        let low = |month: &str| Month::of(format!("{month}-01").parse().unwrap());
        let came =
            |with: &str| Came::Lowest { published: low("2022-11"), with: low(with), without: low("2022-09") };
        assert!(came("2023-01").fits() && !came("2023-02").fits());
    }

    #[test]
    fn the_scenarios_and_figures_of_every_experiment_are_there() {
        for experiment in EXPERIMENTS {
            for scenario in [experiment.without, experiment.fitted] {
                assert!(library::text(scenario).is_some(), "{scenario}");
            }
            let nothing = Pair { with: &[], without: &[] };
            let tried = try_out(&experiment, nothing, nothing, &[]);
            let Some(Answer { came: Came::Change { published, .. }, .. }) = tried.answers.first() else {
                panic!("{} asks for a change first", experiment.name)
            };
            let wanted = match experiment.name {
                "family_measure" | "task_force" => -0.6..-0.5,
                "extension" => 1.1..1.2,
                _ => 0.1..0.2,
            };
            assert!(wanted.contains(published), "{}: {published}", experiment.name);
        }
    }
}
