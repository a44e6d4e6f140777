//! Which differences lead: outcomes that a reader asks about before their details, and what a scenario sets or spends last.

use super::differences::SeriesDifferences;
use super::outcome::Reference;
use super::years::Year;
use crate::record::Series;

/// What a series is to somebody who asks what a scenario does.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Interest {
    /// An effect that is asked about first.
    Leading,
    /// An effect in detail: a part, or a variant, of a leading one, or a rarer question.
    Detail,
    /// A means: a capacity, its use, its budget, or an inflow that comes from outside. What a scenario sets is no effect.
    Means,
}

/// The stocks and the wait that the chain is judged by: where they clearly move, they are told before any other.
const HEADLINES: [Series; 6] = [
    Series::OpenCases,
    Series::WaitDecision,
    Series::ReceptionNeed,
    Series::WithoutPlace,
    Series::PermitHolders,
    Series::FamilyPending,
];
/// A headline clearly moves from this weight on: half the geometric mean of its two spreads.
const CLEAR: f64 = 0.5;

/// The effects that lead.
const LEADING: [Series; 26] = [
    Series::WaitingRegistration,
    Series::OpenCases,
    Series::OpenOver15Months,
    Series::Decisions,
    Series::Grants,
    Series::WaitDecision,
    Series::ShareInTime,
    Series::InflowFamily,
    Series::InflowTotal,
    Series::OpenAppeals,
    Series::WaitAppeal,
    Series::OpenFurtherAppeals,
    Series::FamilyPending,
    Series::WaitFamily,
    Series::FamilyFrozen,
    Series::ReceptionNeed,
    Series::ReceptionEmergency,
    Series::WithoutPlace,
    Series::MinorsElsewhere,
    Series::PermitHolders,
    Series::Housed,
    Series::WaitHousing,
    Series::DepartedProven,
    Series::DepartedUnsupervised,
    Series::InDetention,
    Series::CostReception,
];

/// The flows that come from outside: nobody in the model reacts, so that a scenario moves them or nothing does, but for the
/// queue to register.
const OUTSIDE: [Series; 8] = [
    Series::InflowFirst,
    Series::InflowUnaccompanied,
    Series::InflowMinors,
    Series::InflowWomen,
    Series::InflowResettled,
    Series::InflowRelocated,
    Series::InflowDublin,
    Series::UkraineArrived,
];

/// Parts of the names of series of capacities, their use and their budgets.
const MEANS: [&str; 8] = ["_use", "staff_", "_places", "places_", "free_", "budget_", "_cap", "court_seats"];

/// What a series is to somebody who asks what a scenario does.
pub fn interest(series: Series) -> Interest {
    let means = |id: &str| {
        MEANS.iter().any(|part| id.contains(part)) || id == "reception_planned" || id == "reception_occupancy"
    };
    if LEADING.contains(&series) {
        Interest::Leading
    } else if OUTSIDE.contains(&series) || means(series.id()) {
        Interest::Means
    } else {
        Interest::Detail
    }
}

/// The outcomes that differ in any replication and month: headlines that clearly move, other leading ones, details, and
/// means, and in each those first whose difference is largest and surest. Places are what a scenario sets, and left out.
pub(super) fn movers(reference: &Reference) -> Vec<&SeriesDifferences> {
    let mut movers: Vec<((Interest, bool), f64, &SeriesDifferences)> = reference
        .differences
        .iter()
        .filter(|one| one.series != Series::ReceptionPlaces && one.moves())
        .map(|one| {
            let weight = weight(one, &reference.years);
            let headline = HEADLINES.contains(&one.series) && weight >= CLEAR;
            ((interest(one.series), !headline), weight, one)
        })
        .collect();
    movers.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)).then(a.2.series.cmp(&b.2.series)));
    movers.into_iter().map(|(.., one)| one).collect()
}

/// The year that tells most of a difference, as its place: the last one, unless it weighs more than twice as much in another.
pub fn telling(one: &SeriesDifferences, years: &[Year]) -> usize {
    let weights: Vec<f64> = weights(one, years).collect();
    let last = weights.len().saturating_sub(1);
    let most = (0..weights.len()).rev().max_by(|a, b| weights[*a].total_cmp(&weights[*b])).unwrap_or(last);
    if weights.get(last).is_some_and(|at_end| weights[most] > 2.0 * at_end) { most } else { last }
}

/// How much a difference weighs in the year in which it weighs most.
pub(super) fn weight(one: &SeriesDifferences, years: &[Year]) -> f64 {
    weights(one, years).fold(0.0, f64::max)
}

/// How much a difference weighs in each year: its mean over the geometric mean of two spreads, that of the reference (is it
/// large?) and that of the differences (is it sure?), times how much surer one direction is than the other. A hundredth of
/// the level is added to both standard deviations, so that a series that hardly spreads does not outweigh all others.
fn weights(one: &SeriesDifferences, years: &[Year]) -> impl Iterator<Item = f64> {
    one.years.iter().zip(years).map(|(difference, year)| {
        let level = year.band(one.series);
        let least = 0.01 * level.mean.unwrap_or(0.0).abs();
        let spreads = [level.sd, difference.band.sd].map(|sd| sd.unwrap_or(0.0) + least);
        let spread = (spreads[0] * spreads[1]).sqrt();
        let sure = (difference.above - difference.below).abs();
        let weight = sure * difference.band.mean.unwrap_or(0.0).abs() / spread.max(f64::MIN_POSITIVE);
        if weight.is_nan() { 0.0 } else { weight }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Band;
    use crate::study::differences::Difference;
    use crate::study::shortage;

    /// A reference of one year in which every series is 100 give or take ten, and what a scenario changes.
    fn reference(changes: &[(Series, f64)]) -> Reference {
        let band = Band { mean: Some(100.0), sd: Some(10.0), ..Band::default() };
        let end = "2026-12-31".parse().unwrap();
        let differences = Series::ALL.iter().map(|&series| {
            let change = changes.iter().find(|(of, _)| *of == series).map_or(0.0, |(_, change)| *change);
            let difference = Difference::of(&mut vec![change; 20]);
            SeriesDifferences { series, months: vec![difference], years: vec![difference] }
        });
        Reference {
            title: String::new(),
            levers: Vec::new(),
            series: Vec::new(),
            years: vec![Year { year: 2026, months: 12, end, bands: vec![band; Series::ALL.len()] }],
            shortage: shortage::shortage(&[]),
            differences: differences.collect(),
            shortage_difference: shortage::difference(&[]),
        }
    }

    fn order(changes: &[(Series, f64)]) -> Vec<Series> {
        movers(&reference(changes)).into_iter().map(|one| one.series).collect()
    }

    #[test]
    fn what_the_user_set_comes_after_every_effect_however_large_it_is() {
        let found =
            order(&[(Series::StaffPlanned, 800.0), (Series::GrantsRefugee, 50.0), (Series::OpenCases, -2.0)]);
        assert_eq!(found, [Series::OpenCases, Series::GrantsRefugee, Series::StaffPlanned]);
    }

    #[test]
    fn the_largest_effect_leads_and_one_that_goes_both_ways_does_not() {
        let mut reference = reference(&[(Series::Housed, 15.0), (Series::OpenCases, -30.0)]);
        assert_eq!(movers(&reference)[0].series, Series::OpenCases);
        let mut both: Vec<f64> = (0..20).map(|n| if n % 2 == 0 { -90.0 } else { 30.0 }).collect();
        let unsure = Difference::of(&mut both);
        for one in reference.differences.iter_mut().filter(|one| one.series == Series::OpenCases) {
            (one.months, one.years) = (vec![unsure], vec![unsure]);
        }
        assert_eq!(movers(&reference)[0].series, Series::Housed);
    }

    #[test]
    fn a_headline_that_clearly_moves_comes_before_an_effect_that_weighs_more() {
        let changes = |open_cases| [(Series::Grants, 60.0), (Series::OpenCases, open_cases)];
        assert_eq!(order(&changes(-30.0)), [Series::OpenCases, Series::Grants]);
        assert_eq!(order(&changes(-0.1)), [Series::Grants, Series::OpenCases]);
    }

    #[test]
    fn an_effect_that_is_over_is_told_of_the_year_in_which_it_was() {
        let mut reference = reference(&[(Series::OpenCases, -30.0)]);
        let mut one = reference.differences.swap_remove(Series::OpenCases as usize);
        reference.years = vec![reference.years[0].clone(); 3];
        one.years = [0.0, -30.0, -20.0].map(|change| Difference::of(&mut vec![change; 20])).to_vec();
        assert_eq!(telling(&one, &reference.years), 2, "the end tells enough");
        one.years[2] = Difference::of(&mut vec![-1.0; 20]);
        assert_eq!(telling(&one, &reference.years), 1);
        one.years.fill(Difference::of(&mut vec![0.0; 20]));
        assert_eq!(telling(&one, &reference.years), 2);
    }

    #[test]
    fn capacities_and_what_comes_from_outside_are_no_effects() {
        for series in [
            Series::StaffPlanned,
            Series::StaffEmployed,
            Series::DecisionUse,
            Series::ReceptionPlaces,
            Series::FreeRegular,
            Series::BudgetReception,
            Series::InflowFirst,
        ] {
            assert_eq!(interest(series), Interest::Means, "{}", series.id());
        }
        assert_eq!(interest(Series::HousingTask), Interest::Detail);
    }
}
