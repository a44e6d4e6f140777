//! Why the large stocks go where they go: each sentence is computed from the run, and the values it rests on are named.

use super::summary::{View, borrow};
use super::texts::fill;
use crate::policy::{Lever, levers};
use crate::record::Series;
use crate::stats::Band;
use crate::study::outcome::{LeverPath, Provenance};
use crate::time::Day;

/// A queue of which less than this share is left has been worked off.
const LEFT: f64 = 0.1;
/// A capacity of which more than this share is used is the limit.
const USED: f64 = 0.95;
/// Of a queue more than this share of which is held, what is held is what there is to say.
const HELD: f64 = 0.25;

impl<'a> View<'a> {
    /// What drives open cases, family arrivals and housing in this run.
    pub(super) fn drivers(&self) -> Vec<String> {
        let said =
            [self.drive_open_cases(), self.drive_family(), self.drive_arrivals(), self.drive_housing()];
        let mut said: Vec<String> = said.into_iter().flatten().collect();
        if !said.is_empty() {
            said.extend(self.grounds());
        }
        said
    }

    fn drive_open_cases(&self) -> Option<String> {
        let bands = self.bands(Series::OpenCases)?;
        let (first, last) = (self.outcome.years.first()?, self.outcome.years.last()?);
        let months: u32 = self.outcome.years.iter().map(|year| year.months).sum();
        let a_year = |series: Series| -> Option<f64> {
            let sums: Option<Vec<f64>> =
                self.outcome.years.iter().map(|year| year.band(series).mean).collect();
            Some(sums?.iter().sum::<f64>() * 12.0 / f64::from(months))
        };
        let years = if first.year == last.year {
            first.year.to_string()
        } else {
            format!("{}–{}", first.year, last.year)
        };
        let inflow = a_year(Series::InflowFirst)? + a_year(Series::InflowRepeat)?;
        let values = [
            ("years", years),
            ("in", self.language.about(inflow)),
            ("out", self.language.about(a_year(Series::Decisions)?)),
            ("first", self.centre(Series::OpenCases, bands.first()?)?),
            ("first_month", self.language.month(*self.outcome.dates.first()?)),
            ("last", self.centre(Series::OpenCases, bands.last()?)?),
            ("last_month", self.language.month(*self.outcome.dates.last()?)),
        ];
        Some(fill(self.texts().driver_open_cases, &borrow(&values)))
    }

    fn drive_family(&self) -> Option<String> {
        let bands = self.bands(Series::FamilyPending)?;
        let dates = &self.outcome.dates;
        let start = bands.first()?.centre()?;
        let capacity = self.value_at(id(levers::family::FAMILY_CAPACITY), *dates.first()?)?;
        let worked_off =
            dates.iter().zip(bands).find(|(_, band)| band.centre().is_some_and(|left| left < LEFT * start));
        let mut values = vec![
            ("start", self.language.about(start)),
            ("start_month", self.language.month(*dates.first()?)),
            ("capacity", self.language.about(capacity)),
            ("last", self.centre(Series::FamilyPending, bands.last()?)?),
            ("last_month", self.language.month(*dates.last()?)),
        ];
        let end = |series: Series| self.bands(series)?.last()?.centre();
        let held = end(Series::FamilyFrozen).unwrap_or(0.0);
        let template = match worked_off {
            Some((date, _)) => {
                values.push(("month", self.language.month(*date)));
                self.texts().driver_family_worked_off
            }
            None if held > HELD * end(Series::FamilyPending)? => {
                values.push(("held", self.language.about(held)));
                self.texts().driver_family_held
            }
            None => self.texts().driver_family_queue,
        };
        let values: Vec<(&str, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        Some(fill(template, &values))
    }

    fn drive_arrivals(&self) -> Option<String> {
        self.bands(Series::InflowFamily)?;
        let (first, last) = (self.outcome.years.first()?, self.outcome.years.last()?);
        if first.year == last.year {
            return None;
        }
        let values = [
            ("first", self.centre(Series::InflowFamily, first.band(Series::InflowFamily))?),
            ("first_year", self.year(first)),
            ("last", self.centre(Series::InflowFamily, last.band(Series::InflowFamily))?),
            ("last_year", self.year(last)),
            ("grants_first", self.centre(Series::Grants, first.band(Series::Grants))?),
            ("grants_last", self.centre(Series::Grants, last.band(Series::Grants))?),
        ];
        let gone = |bands: &[Band]| Some(bands.last()?.centre()? < bands.first()?.centre()? / 2.0);
        let queue = self.bands(Series::FamilyPending).and_then(gone).unwrap_or(false);
        let template = if queue { self.texts().driver_arrivals_queue } else { self.texts().driver_arrivals };
        Some(fill(template, &borrow(&values)))
    }

    /// The first year in which dwellings are left over, or that there is none. What municipalities could have housed is what
    /// they housed over the share that was used.
    fn drive_housing(&self) -> Option<String> {
        let (used, last) = (self.bands(Series::HousingUse)?, self.outcome.years.last()?);
        let mut said = None;
        for year in &self.outcome.years {
            let months = self.outcome.dates.iter().zip(used).filter(|(date, _)| date.year() == year.year);
            let shares: Vec<f64> = months.filter_map(|(_, band)| band.centre()).collect();
            let share = shares.iter().sum::<f64>() / shares.len() as f64;
            let housed = year.band(Series::Housed).centre()?;
            if share > 0.0 {
                let short = share < USED;
                said = Some((year, housed / share, short));
                if short {
                    break;
                }
            }
        }
        let (year, supply, short) = said?;
        let template =
            if short { self.texts().driver_housing_short } else { self.texts().driver_housing_full };
        let housed = |band: &Band| self.centre(Series::Housed, band);
        let values = [
            ("year", self.year(year)),
            ("supply", self.language.about(supply)),
            ("housed", housed(year.band(Series::Housed))?),
            ("last", housed(last.band(Series::Housed))?),
            ("last_year", self.year(last)),
        ];
        Some(fill(template, &borrow(&values)))
    }

    /// The value of a lever on a day, in most of the replications.
    pub(super) fn value_at(&self, lever: &str, day: Day) -> Option<f64> {
        let path: &LeverPath = self.outcome.levers.iter().find(|path| path.lever == lever)?;
        let from = path.steps.iter().filter(|step| step.date <= day).map(|step| step.date).max();
        let from = from.or_else(|| path.steps.first().map(|step| step.date))?;
        let steps = path.steps.iter().filter(|step| step.date == from);
        steps.max_by(|a, b| a.share.total_cmp(&b.share))?.value
    }

    /// The values that these sentences rest on, with their range and standing.
    fn grounds(&self) -> Option<String> {
        let names = [
            id(levers::start::FAMILY_PENDING_AT_START),
            id(levers::family::FAMILY_CAPACITY),
            id(levers::reception::HOUSING_SUPPLY),
            id(levers::start::PERMIT_HOLDERS_AT_START),
        ];
        let known = names.iter().filter_map(|name| self.outcome.provenance.iter().find(|p| p.name == *name));
        let grounds: Vec<String> = known.map(|ground| self.ground(ground)).collect();
        let (last, others) = grounds.split_last()?;
        let list = match others {
            [] => last.clone(),
            _ => format!("{} {} {last}", others.join(", "), self.texts().and),
        };
        Some(fill(self.texts().driver_ground, &[("grounds", &list)]))
    }

    fn ground(&self, ground: &Provenance) -> String {
        let texts = self.texts();
        let standing = if ground.is_assumed() {
            texts.assumption
        } else if ground.source.en.starts_with("derived") {
            texts.derived
        } else {
            texts.sourced
        };
        let number = |text: &str| match text.trim().parse::<f64>() {
            Ok(value) => self.language.lean(value, 2),
            Err(_) => text.trim().to_owned(),
        };
        // `45000 – 62000 (pert)`, as the provenance writes it.
        let range = ground.range.split(" (").next().unwrap_or_default();
        let range: Vec<String> =
            range.split('–').filter(|part| !part.trim().is_empty()).map(number).collect();
        let joiner = format!(" {} ", texts.and);
        let values = [
            ("name", self.lever(&ground.name)),
            ("value", number(&ground.value)),
            ("range", range.join(&joiner)),
            ("standing", standing.to_owned()),
        ];
        let template = if range.is_empty() { texts.ground } else { texts.ground_range };
        fill(template, &borrow(&values))
    }
}

/// The name of a lever or an uncertainty in scenario files.
fn id<K>(lever: Lever<K>) -> &'static str {
    levers::declaration(lever.index()).name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Language;
    use crate::report::fixture::Fixture;
    use crate::study::outcome::LeverStep;

    fn with_capacity(months: u32) -> crate::study::Outcome {
        let mut outcome = Fixture { months, ..Fixture::default() }.outcome();
        for (lever, value) in [("family_capacity", 22_200.0), ("housing_supply", 2_500.0)] {
            outcome.levers.push(LeverPath {
                lever: lever.to_owned(),
                dutch: String::new(),
                unit: "persons".to_owned(),
                steps: vec![LeverStep {
                    date: outcome.period.0,
                    text: value.to_string(),
                    value: Some(value),
                    share: 1.0,
                    triggered: false,
                    status: "in_force".to_owned(),
                }],
            });
        }
        outcome
    }

    #[test]
    fn a_queue_that_is_worked_off_names_the_month() {
        let mut outcome = with_capacity(24);
        let pending = outcome.series.iter_mut().find(|one| one.series == Series::FamilyPending).unwrap();
        for (month, band) in pending.bands.iter_mut().enumerate() {
            band.quantiles = [Some(if month < 17 { 50_000.0 } else { 4_000.0 }); 7];
        }
        let view = View { outcome: &outcome, language: Language::Nl };
        let said = view.drivers().join(" ");
        assert!(said.contains("Eind januari 2026 lopen er 50.000 nareisaanvragen"), "{said}");
        assert!(
            said.contains("22.200 per jaar beslissen") && said.contains("in juni 2027 is de rij"),
            "{said}"
        );
    }

    #[test]
    fn a_queue_that_stays_is_said_to_stay() {
        let outcome = with_capacity(24);
        let view = View { outcome: &outcome, language: Language::En };
        assert!(view.drivers().join(" ").contains("with at most 22,200 decisions a year"));
    }

    #[test]
    fn a_queue_that_is_held_is_said_to_be_held() {
        let mut outcome = with_capacity(24);
        for (series, value) in [(Series::FamilyPending, 36_000.0), (Series::FamilyFrozen, 34_000.0)] {
            let one = outcome.series.iter_mut().find(|one| one.series == series).unwrap();
            for band in &mut one.bands {
                band.quantiles = [Some(value); 7];
            }
        }
        let view = View { outcome: &outcome, language: Language::En };
        assert!(view.drivers().join(" ").contains("34,000 of them are held"));
    }

    #[test]
    fn dwellings_are_the_limit_until_permit_holders_lack() {
        let mut outcome = with_capacity(24);
        let view = |outcome: &crate::study::Outcome| {
            View { outcome, language: Language::En }.drive_housing().unwrap()
        };
        let used = |outcome: &mut crate::study::Outcome, from: usize, share: f64| {
            let one = outcome.series.iter_mut().find(|one| one.series == Series::HousingUse).unwrap();
            for band in &mut one.bands[from..] {
                band.quantiles = [Some(share); 7];
            }
        };
        // A ban on priority halves what there is: fewer are housed, and dwellings are what lacks.
        for (year, housed) in outcome.years.iter_mut().zip([29_900.0, 14_900.0]) {
            year.bands[Series::Housed as usize].quantiles = [Some(housed); 7];
        }
        used(&mut outcome, 0, 0.99);
        assert!(
            view(&outcome).starts_with("Dwellings remain the limit: in 2027 municipalities can house 15,100"),
            "{}",
            view(&outcome)
        );
        used(&mut outcome, 12, 0.5);
        assert!(
            view(&outcome)
                .starts_with("In 2027 municipalities can house 29,800 permit holders and house 14,900"),
            "{}",
            view(&outcome)
        );
    }
}
