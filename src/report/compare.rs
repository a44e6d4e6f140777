//! What a scenario changes: in sentences, and in a table by year.

use serde::Serialize;

use super::summary::{View, borrow, capital, is_money};
use super::texts::{Decimals, Language, fill};
use crate::policy::proof;
use crate::record::{Series, SeriesKind};
use crate::stats::Band;
use crate::study::differences::{Difference, SeriesDifferences};
use crate::study::outcome::{LeverPath, Reference};
use crate::study::ranking::{Interest, interest, telling};
use crate::study::shortage::Switches;

/// Outcomes besides the lack of places that the summary names.
const NAMED: usize = 5;

/// One outcome in the table of differences.
#[derive(Debug, Serialize)]
pub(super) struct Rows {
    pub(super) name: String,
    pub(super) unit: String,
    /// The year, and: reference, scenario, difference, its band, above, below.
    pub(super) rows: Vec<(String, [String; 6])>,
}

impl View<'_> {
    /// What differs from the law in force: the effects that weigh most, and how often places run short.
    pub(super) fn differences(&self) -> Vec<String> {
        let Some(reference) = &self.outcome.reference else { return Vec::new() };
        let movers = reference.movers();
        if movers.is_empty() && self.differences_of(Series::ReceptionPlaces).is_none_or(|one| !one.moves()) {
            return vec![self.texts().still_all.to_owned()];
        }
        let effects: Vec<Series> = movers.iter().map(|one| one.series).filter(named).collect();
        let mut said: Vec<String> =
            effects.iter().take(NAMED).filter_map(|series| self.say_difference(*series)).collect();
        if !effects.iter().take(NAMED).any(|series| *series == Series::ReceptionNeed) {
            said.extend(self.say_difference(Series::ReceptionNeed));
        }
        said.extend(self.shortage(reference));
        let others = movers.iter().filter(|one| !of_shortage(one.series)).count();
        said.push(self.nothing_else(movers.len(), reference.still().len(), others <= NAMED));
        said
    }

    /// How many outcomes move, and that the others do not.
    fn nothing_else(&self, moving: usize, still: usize, all_named: bool) -> String {
        let (all, moving_text) = ((moving + still).to_string(), moving.to_string());
        let values = [("all", all.as_str()), ("moving", &moving_text), ("n", &still.to_string())];
        let template = match (still, all_named) {
            (0, _) => self.texts().still_every,
            (_, true) => self.texts().still_short,
            (_, false) => self.texts().still_some,
        };
        fill(template, &values)
    }

    /// Which outcomes do not move.
    pub(super) fn still(&self) -> Option<String> {
        let still = self.outcome.reference.as_ref()?.still();
        let names: Vec<&str> = still.into_iter().map(|series| self.language.series(series)).collect();
        (!names.is_empty()).then(|| fill(self.texts().still_named, &[("names", &names.join(", "))]))
    }

    fn shortage(&self, reference: &Reference) -> Vec<String> {
        let (texts, language) = (self.texts(), self.language);
        let (ours, theirs) = (&self.outcome.shortage, &reference.shortage);
        let difference = &reference.shortage_difference;
        let date = self.outcome.dates.last().map(|date| language.date(*date)).unwrap_or_default();
        let share = |ours: f64, theirs: f64, switches: Switches, [other, same]: [&str; 2]| {
            let shares = [ours, theirs].map(|share| language.of_replications(share));
            let values = [("date", date.as_str()), ("ours", &shares[0]), ("theirs", &shares[1])];
            let Some((low, high)) = switches.interval() else { return fill(same, &values) };
            let points =
                [switches.difference(), low, high].map(|share| language.signed((share * 100.0).round()));
            let values_too = [("difference", points[0].as_str()), ("low", &points[1]), ("high", &points[2])];
            format!("{} {}", fill(other, &values), fill(texts.say_switches, &values_too))
        };
        let mut said = vec![
            share(
                ours.at_end,
                theirs.at_end,
                difference.at_end,
                [texts.say_shortage_end, texts.say_shortage_same_end],
            ),
            share(
                ours.ever,
                theirs.ever,
                difference.ever,
                [texts.say_shortage_ever, texts.say_shortage_same_ever],
            ),
        ];
        if let (Some(mine), Some(other), Some(mean)) =
            (ours.persons.mean, theirs.persons.mean, difference.persons.band.mean)
        {
            let values = [
                ("ours", language.about(mine)),
                ("theirs", language.about(other)),
                ("difference", language.about(mean.abs())),
                ("direction", self.direction(mean).to_owned()),
                ("between", self.spread(Series::WithoutPlace, &difference.persons)),
            ];
            let none = difference.persons.none();
            let template =
                if none { texts.say_without_place_same } else { texts.say_without_place_difference };
            said.push(fill(template, &borrow(&values)));
        }
        said
    }

    fn direction(&self, difference: f64) -> &'static str {
        if difference < 0.0 { self.texts().fewer } else { self.texts().more }
    }

    /// ` (in 80 % van de replicaties tussen −3.000 en 0)`; the extremes where there are too few replications for a band.
    fn spread(&self, series: Series, difference: &Difference) -> String {
        let (template, bounds) = match (difference.band.central(80), difference.extremes) {
            (Some(bounds), _) => (self.texts().between_80, bounds),
            (None, Some(bounds)) => (self.texts().between_all, bounds),
            (None, None) => return String::new(),
        };
        let bounds = [bounds.0, bounds.1].map(|value| self.change(series, value));
        fill(template, &[("low", &bounds[0]), ("high", &bounds[1])])
    }

    /// A difference with its sign, as sentences say it; that of a share in percentage points, without the word.
    pub(super) fn change(&self, series: Series, value: f64) -> String {
        match series.kind() {
            _ if is_money(series) => self.language.signed_number(value, Decimals(1)),
            SeriesKind::Stock | SeriesKind::Flow => self.language.signed(Language::rounded(value)),
            SeriesKind::Wait => self.language.signed_number(value, Decimals(1)),
            SeriesKind::Ratio => self.language.signed_number(value * 100.0, Decimals(1)),
        }
    }

    /// The difference of one outcome in a year or on its last evening: of the last one, or of that which tells more.
    pub(super) fn say_difference(&self, series: Series) -> Option<String> {
        let reference = self.outcome.reference.as_ref()?;
        let one = self.differences_of(series)?;
        let year = telling(one, &reference.years);
        let difference = one.years.get(year)?;
        let (ours, theirs) = (self.outcome.years.get(year)?, reference.years.get(year)?);
        let when = match series.kind() {
            SeriesKind::Flow | SeriesKind::Wait => {
                fill(self.texts().when_year, &[("year", &self.year(ours))])
            }
            SeriesKind::Stock | SeriesKind::Ratio => {
                fill(self.texts().when_day, &[("date", &self.language.date(ours.end))])
            }
        };
        let rare = difference.band.centre()? == 0.0;
        let size = if rare { difference.band.mean? } else { difference.band.centre()? };
        let values = [
            ("name", self.name(series)),
            ("when", when),
            (
                "difference",
                if rare { self.sized(series, self.change(series, size)) } else { self.size(series, size) },
            ),
            ("direction", self.direction(size).to_owned()),
            ("between", self.spread(series, difference)),
            ("ours", self.level(series, ours.band(series))?),
            ("theirs", self.level(series, theirs.band(series))?),
            ("sides", self.sides(difference)),
        ];
        let template = match (difference.none(), rare) {
            (true, _) => self.texts().say_difference_none,
            (false, true) => self.texts().say_difference_rare,
            (false, false) => self.texts().say_difference,
        };
        let mut said = fill(template, &borrow(&values));
        if let Some(why) = self.either_way(series) {
            said.push(' ');
            said.push_str(&why);
        }
        Some(said)
    }

    /// What works either way on an outcome that a lever, set otherwise than in the reference, may raise or lower.
    fn either_way(&self, series: Series) -> Option<String> {
        let theirs = &self.outcome.reference.as_ref()?.levers;
        let set = |path: &&LeverPath| theirs.iter().any(|t| t.lever == path.lever && t.steps != path.steps);
        let mut changed = self.outcome.levers.iter().filter(set);
        let (nl, en) = changed.find_map(|path| proof::either(path.parts().0, series.id()))?;
        let why = match self.language {
            Language::Nl => nl,
            Language::En => en,
        };
        Some(format!("{}.", capital(why)))
    }

    /// The number in the middle beside a difference: as fine as the difference is.
    fn level(&self, series: Series, band: &Band) -> Option<String> {
        match series.kind() {
            SeriesKind::Stock | SeriesKind::Flow => self.centre(series, band),
            SeriesKind::Wait | SeriesKind::Ratio => Some(self.figure(series, Some(band.centre()?))),
        }
    }

    /// In which shares of the replications a difference goes either way; a way that none goes is left out.
    fn sides(&self, difference: &Difference) -> String {
        let texts = self.texts();
        let ways = [(difference.above, texts.side_more), (difference.below, texts.side_fewer)];
        let said = ways.into_iter().filter(|(share, _)| *share > 0.0);
        let said = said.map(|(share, side)| fill(side, &[("share", &self.language.of_replications(share))]));
        said.collect::<Vec<_>>().join(", ")
    }

    /// How large a difference is, with its unit where that is no number of persons or places.
    fn size(&self, series: Series, value: f64) -> String {
        let text = self.change(series, value.abs());
        self.sized(series, text.trim_start_matches('+').to_owned())
    }

    /// A number with its unit.
    fn sized(&self, series: Series, text: String) -> String {
        match (series.kind(), series.unit()) {
            (SeriesKind::Ratio, _) => format!("{text}\u{a0}{}", self.texts().points_long),
            (_, "persons" | "places") => text,
            (_, unit) => format!("{text} {}", self.language.unit_word(unit)),
        }
    }

    /// A difference of shares, in percentage points.
    pub(super) fn in_points(&self, difference: f64) -> String {
        let points = self.language.signed_number(difference * 100.0, Decimals(1));
        format!("{points}\u{a0}{}", self.texts().points)
    }

    /// The years of one outcome beside those of the reference, whether it moves or not.
    pub(super) fn beside(&self, series: Series) -> Option<Rows> {
        Some(self.rows(self.outcome.reference.as_ref()?, self.differences_of(series)?))
    }

    /// The table: every outcome that moves, those first that move most, and the places last.
    pub(super) fn difference_table(&self) -> Vec<Rows> {
        let Some(reference) = &self.outcome.reference else { return Vec::new() };
        let places = self.differences_of(Series::ReceptionPlaces).filter(|one| one.moves());
        let all = reference.movers().into_iter().chain(places);
        all.map(|one| self.rows(reference, one)).collect()
    }

    /// The same of some outcomes, whether or not they move.
    pub(super) fn difference_rows(&self, series: &[Series]) -> Vec<Rows> {
        let Some(reference) = &self.outcome.reference else { return Vec::new() };
        let of = |series: &Series| Some(self.rows(reference, self.differences_of(*series)?));
        series.iter().filter_map(of).collect()
    }

    fn rows(&self, reference: &Reference, one: &SeriesDifferences) -> Rows {
        let series = one.series;
        let years = self.outcome.years.iter().zip(&reference.years).zip(&one.years);
        let rows = years.map(|((ours, theirs), difference)| {
            let band = match (difference.band.central(80), difference.extremes) {
                (Some((low, high)), _) => {
                    format!("{} – {}", self.exact(series, low), self.exact(series, high))
                }
                (None, Some((low, high))) => {
                    format!("[{} – {}]", self.exact(series, low), self.exact(series, high))
                }
                (None, None) => "–".to_owned(),
            };
            let cells = [
                self.figure(series, theirs.band(series).centre()),
                self.figure(series, ours.band(series).centre()),
                difference.band.centre().map_or_else(|| "–".to_owned(), |value| self.exact(series, value)),
                band,
                self.language.of_replications(difference.above),
                self.language.of_replications(difference.below),
            ];
            (self.year(ours), cells)
        });
        let unit = self.language.unit_word(series.unit());
        Rows { name: capital(self.language.series(series)), unit, rows: rows.collect() }
    }

    /// A difference with its sign, as tables show it.
    fn exact(&self, series: Series, value: f64) -> String {
        match series.kind() {
            _ if is_money(series) => self.language.signed_number(value, Decimals(1)),
            SeriesKind::Stock | SeriesKind::Flow => self.language.signed(value),
            SeriesKind::Wait => self.language.signed_number(value, Decimals(1)),
            SeriesKind::Ratio => self.in_points(value),
        }
    }
}

/// Whether the summary may name an outcome: not what a scenario sets, and not what the sentences on shortage say.
fn named(series: &Series) -> bool {
    interest(*series) != Interest::Means && *series != Series::WithoutPlace
}

/// Outcomes of which the sentences on need and shortage speak already.
const fn of_shortage(series: Series) -> bool {
    matches!(series, Series::ReceptionNeed | Series::WithoutPlace | Series::ReceptionOccupancy)
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::report::fixture::Fixture;
    use crate::study::outcome::LeverStep;

    #[test]
    fn a_measure_that_moves_a_minority_of_replications_is_seen() {
        let mut outcome = Fixture::rich().outcome();
        let reference = outcome.reference.as_mut().unwrap();
        let mut values = vec![0.0; 150];
        values.extend([-400.0; 50]);
        let rare = Difference::of(&mut values);
        for one in &mut reference.differences {
            let none = Difference::of(&mut vec![0.0; 200]);
            let difference = if one.series == Series::WithoutPlace { rare } else { none };
            one.months.fill(difference);
            one.years.fill(difference);
        }
        reference.shortage_difference.persons = rare;
        let view = View { outcome: &outcome, language: Language::En };
        let said = view.differences().join("\n");
        assert!(
            said.contains("that is 100 less (in 80\u{a0}% of the replications between −400 and 0)"),
            "{said}"
        );
        assert!(said.contains("Nothing else moves"), "{said}");
        assert_eq!(view.difference_table().len(), 1);
        assert!(
            view.say_difference(Series::WithoutPlace)
                .unwrap()
                .contains("less in 25\u{a0}% of the replications, on average over all −100")
        );
    }

    #[test]
    fn equal_runs_are_said_to_be_equal() {
        let mut outcome = Fixture::rich().outcome();
        for one in &mut outcome.reference.as_mut().unwrap().differences {
            one.months.fill(Difference::of(&mut vec![0.0; 200]));
            one.years.fill(Difference::of(&mut vec![0.0; 200]));
        }
        let view = View { outcome: &outcome, language: Language::Nl };
        assert_eq!(
            view.differences(),
            ["Geen enkele uitkomst verschilt, in geen enkele replicatie en geen enkele maand."]
        );
        assert!(view.difference_table().is_empty());
    }

    #[test]
    fn an_outcome_that_may_go_either_way_comes_with_what_works_on_it() {
        let mut outcome = Fixture::rich().outcome();
        let step = outcome.levers[0].steps[0].clone();
        let path = |value: &str| LeverPath {
            lever: "decision_staff".to_owned(),
            dutch: "beslismedewerkers".to_owned(),
            unit: "full-time equivalents".to_owned(),
            steps: vec![LeverStep { text: value.to_owned(), ..step.clone() }],
        };
        outcome.levers.push(path("1750"));
        outcome.reference.as_mut().unwrap().levers.push(path("1400"));
        let of = |series| View { outcome: &outcome, language: Language::En }.say_difference(series).unwrap();
        assert!(of(Series::WaitDecision).contains(". With more work done the oldest cases come first"));
        assert!(!of(Series::OpenCases).contains("oldest"));
        outcome.reference.as_mut().unwrap().levers.pop();
        outcome.reference.as_mut().unwrap().levers.push(path("1750"));
        let view = View { outcome: &outcome, language: Language::En };
        assert!(!view.say_difference(Series::WaitDecision).unwrap().contains("oldest"));
    }

    #[test]
    fn a_difference_carries_a_direction_an_interval_and_both_sides() {
        let outcome = Fixture::rich().outcome();
        let view = View { outcome: &outcome, language: Language::Nl };
        let said = view.say_difference(Series::OpenCases).unwrap();
        assert!(
            said.contains(" meer (in 80\u{a0}% van de replicaties tussen +") && said.contains(", was "),
            "{said}"
        );
    }
}
