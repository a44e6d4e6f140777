//! How far the replay was off: point by point, and as one row an outcome and period.

use super::experiments::Watched;
use super::naive::{Naive, guess};
use super::simulated::{spans, value};
use super::targets::{Point, Span, Target};
use crate::stats::Band;
use crate::stats::score::covers;
use crate::study::outcome::Closure;
use crate::time::{Day, Days};

/// Figures up to here set the level of the officers' output; what comes after is the test.
const FITTED_TO: i16 = 2022;

/// [days]
const NEW_YEAR: Days = Days(2);

/// Which points a row is over.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// All.
    Whole,
    /// Those up to the end of 2022, from which one number of the scenario was fitted.
    Fitted,
    /// Those since.
    Tested,
}

impl Part {
    /// In the order of tables.
    pub const ALL: [Part; 3] = [Part::Fitted, Part::Tested, Part::Whole];

    /// The year that a figure is of: a stock of New Year's day is that of Old Year's day.
    pub(in crate::study) fn year_of(point: &Point) -> i16 {
        (point.span.to - NEW_YEAR).year()
    }

    fn holds(self, point: &Point) -> bool {
        let fitted = Part::year_of(point) <= FITTED_TO;
        match self {
            Part::Whole => true,
            Part::Fitted => fitted,
            Part::Tested => !fitted,
        }
    }
}

/// A published figure beside what was said of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Judged {
    /// The figure.
    pub point: Point,
    /// What the replay said.
    pub said: Band,
    /// What it said with the grant shares that came.
    pub with_grants: Band,
    /// What it said with the sets of values that fit the years before the test.
    pub calibrated: Band,
    /// What plain guesses said, in the order of [`Naive::ALL`].
    pub guesses: [Option<f64>; Naive::ALL.len()],
}

impl Judged {
    /// The error of the replay as a share of the figure; below zero it said too little.
    pub fn error(&self) -> Option<f64> {
        Some(self.said.centre()? / self.point.value - 1.0)
    }

    fn error_of(&self, said: &Band) -> Option<f64> {
        Some(said.centre()? / self.point.value - 1.0)
    }
}

/// One outcome in one period.
#[derive(Copy, Clone, PartialEq, Debug)]
pub struct Score {
    /// Which points.
    pub part: Part,
    /// How many.
    pub n: usize,
    /// Mean absolute error as a share of the figure.
    pub error: Option<f64>,
    /// Mean error as a share of the figure; below zero too little was said.
    pub bias: Option<f64>,
    /// Mean absolute error with the grant shares that came.
    pub error_with_grants: Option<f64>,
    /// Mean absolute error with the sets of values that fit the years before the test.
    pub error_calibrated: Option<f64>,
    /// How many lie in the band of 80 %, and of how many it is known.
    pub inside: (usize, usize),
    /// The same with those sets.
    pub inside_calibrated: (usize, usize),
    /// One less the error over that of each plain guess, over the points of which it said something, and how many those
    /// are; above zero the replay did better.
    pub skill: [Option<(f64, usize)>; Naive::ALL.len()],
}

/// What was simulated in some days.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    /// The days.
    pub span: Span,
    /// Over the replications.
    pub said: Band,
    /// With the grant shares that came.
    pub with_grants: Band,
}

/// A target with all that is said of it.
#[derive(Clone, Debug)]
pub struct Scored {
    /// The target.
    pub target: Target,
    /// Every figure of the period that is simulated.
    pub points: Vec<Judged>,
    /// What was simulated from the first day to the last.
    pub path: Vec<Told>,
    /// A row a period.
    pub scores: Vec<Score>,
}

impl Scored {
    /// The row of a period.
    pub fn score(&self, part: Part) -> Option<&Score> {
        self.scores.iter().find(|score| score.part == part && score.n > 0)
    }

    /// Whether the test is met: an error within the limit, and less than that of the last figure before the run where
    /// there is one. Nothing where no limit was laid down or there is no figure.
    pub fn meets(&self) -> Option<bool> {
        let (limit, tested) = (self.target.limit?, self.score(Part::Tested)?);
        let better = tested.skill[Naive::Last as usize].is_none_or(|(skill, _)| skill > 0.0);
        Some(tested.error? <= limit && better)
    }

    /// The same with the sets that fit the years before the test.
    pub fn meets_calibrated(&self) -> Option<bool> {
        let (limit, tested) = (self.target.limit?, self.score(Part::Tested)?);
        let (error, replay) = (tested.error_calibrated?, tested.error?);
        // What the last figure before the run was off: the skill of the replay over it says so.
        let last = tested.skill[Naive::Last as usize].map(|(skill, _)| replay / (1.0 - skill));
        Some(error <= limit && last.is_none_or(|last| error < last))
    }
}

/// Replications of the replay, with and without the grant shares that came.
#[derive(Copy, Clone, Debug)]
pub(super) struct Runs<'a> {
    pub(super) replay: &'a [Watched],
    pub(super) with_grants: &'a [Watched],
    pub(super) calibrated: &'a [Watched],
    pub(super) dates: &'a [Day],
    pub(super) start: Day,
}

fn band(target: &Target, span: Span, replications: &[Watched], dates: &[Day]) -> Band {
    let mut values = replications.iter().filter_map(|r| value(target, span, &r.replication, dates)).collect();
    Band::of(&mut values)
}

pub(super) fn score(target: Target, runs: Runs<'_>, closure: &[Closure]) -> Scored {
    let all = target.points();
    let told = |span: Span| Told {
        span,
        said: band(&target, span, runs.replay, runs.dates),
        with_grants: band(&target, span, runs.with_grants, runs.dates),
    };
    let judged = |point: &Point| {
        let Told { said, with_grants, .. } = told(point.span);
        said.centre()?;
        let guesses = Naive::ALL.map(|naive| guess(naive, &target, point, &all, closure, runs.start));
        let calibrated = band(&target, point.span, runs.calibrated, runs.dates);
        Some(Judged { point: *point, said, with_grants, calibrated, guesses })
    };
    let points: Vec<Judged> =
        all.iter().filter(|p| p.span.from >= runs.start && p.value > 0.0).filter_map(judged).collect();
    let path = spans(&target, runs.dates).into_iter().map(told).collect();
    let scores = Part::ALL.map(|part| row(part, &points)).into();
    Scored { points, path, scores, target }
}

fn row(part: Part, points: &[Judged]) -> Score {
    let points: Vec<&Judged> = points.iter().filter(|p| part.holds(&p.point)).collect();
    let mean =
        |errors: Vec<f64>| (!errors.is_empty()).then(|| errors.iter().sum::<f64>() / errors.len() as f64);
    let inside = |of: &dyn Fn(&Judged) -> Band| {
        let held: Vec<bool> = points.iter().filter_map(|p| covers(&of(p), 80, p.point.value)).collect();
        (held.iter().filter(|h| **h).count(), held.len())
    };
    let off = |of: &dyn Fn(&Judged) -> Band| {
        mean(points.iter().filter_map(|p| p.error_of(&of(p))).map(f64::abs).collect())
    };
    let skill = |place: usize| {
        let pairs: Vec<(f64, f64)> = points
            .iter()
            .filter_map(|p| Some((p.error()?.abs(), (p.guesses[place]? / p.point.value - 1.0).abs())))
            .collect();
        let (ours, theirs) = pairs.iter().fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + y));
        (theirs > 0.0).then(|| (1.0 - ours / theirs, pairs.len()))
    };
    Score {
        part,
        n: points.len(),
        error: mean(points.iter().filter_map(|p| p.error()).map(f64::abs).collect()),
        bias: mean(points.iter().filter_map(|p| p.error()).collect()),
        error_with_grants: off(&|p| p.with_grants),
        error_calibrated: off(&|p| p.calibrated),
        inside: inside(&|p| p.said),
        inside_calibrated: inside(&|p| p.calibrated),
        skill: std::array::from_fn(skill),
    }
}

/// Of the days of which definitions of one outcome give several figures, those on which the replay lies between them.
#[derive(Clone, PartialEq, Debug)]
pub struct Spread {
    /// The outcome.
    pub group: String,
    /// How many such days there are.
    pub n: usize,
    /// On how many the replay lies between the lowest and the highest.
    pub between: usize,
    /// How far they lie apart, as a mean share of the lowest.
    pub apart: f64,
}

/// The outcomes of which there is more than one definition, in the order of the targets.
pub(super) fn spreads(scored: &[Scored]) -> Vec<Spread> {
    let mut groups: Vec<&str> = Vec::new();
    for one in scored {
        if !groups.contains(&one.target.group.as_str()) {
            groups.push(&one.target.group);
        }
    }
    groups.into_iter().filter_map(|group| spread(group, scored)).collect()
}

fn spread(group: &str, scored: &[Scored]) -> Option<Spread> {
    let of: Vec<&Scored> = scored.iter().filter(|s| s.target.group == group).collect();
    let points = || of.iter().flat_map(|s| &s.points);
    let mut spans: Vec<Span> = points().map(|p| p.point.span).collect();
    spans.sort_unstable();
    spans.dedup();
    let (mut n, mut between, mut apart) = (0, 0, 0.0);
    for span in spans {
        let figures: Vec<f64> = points().filter(|p| p.point.span == span).map(|p| p.point.value).collect();
        let said = points().find(|p| p.point.span == span).and_then(|p| p.said.centre());
        let (low, high) = figures.iter().fold((f64::MAX, 0.0_f64), |(l, h), x| (l.min(*x), h.max(*x)));
        let Some(said) = said.filter(|_| figures.len() > 1) else { continue };
        n += 1;
        between += usize::from((low..=high).contains(&said));
        apart += high / low - 1.0;
    }
    (n > 0).then(|| Spread { group: group.to_string(), n, between, apart: apart / n as f64 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(day: &str, value: f64, said: f64, before: Option<f64>) -> Judged {
        let day: Day = day.parse().unwrap();
        let band = Band { mean: Some(said), ..Band::default() };
        Judged {
            point: Point { span: Span { to: day, from: day }, value },
            said: band,
            with_grants: band,
            calibrated: band,
            guesses: [None, None, None, before, None],
        }
    }

    #[test]
    fn errors_are_shares_and_skill_is_over_the_points_that_both_know() {
        let points = [
            judged("2021-12-31", 100.0, 110.0, None),
            judged("2023-12-31", 200.0, 150.0, Some(100.0)),
            judged("2024-12-31", 100.0, 100.0, Some(200.0)),
        ];
        let whole = row(Part::Whole, &points);
        assert_eq!(whole.n, 3);
        assert!((whole.error.unwrap() - 0.35 / 3.0).abs() < 1e-12);
        assert!((whole.bias.unwrap() + 0.15 / 3.0).abs() < 1e-12);
        let tested = row(Part::Tested, &points);
        // Ours is off by 0.25 and 0, the figure of the year before by 0.5 and 1.
        assert_eq!((tested.n, tested.skill[3]), (2, Some((1.0 - 0.25 / 1.5, 2))));
        assert_eq!((tested.skill[0], tested.inside), (None, (0, 0)));
    }

    #[test]
    fn a_stock_of_new_years_day_belongs_to_the_year_before() {
        let point = |day: &str| judged(day, 1.0, 1.0, None).point;
        assert!(Part::Fitted.holds(&point("2023-01-02")) && Part::Tested.holds(&point("2024-01-01")));
        assert!(Part::Fitted.holds(&point("2022-12-31")) && Part::Tested.holds(&point("2023-04-30")));
    }
}
