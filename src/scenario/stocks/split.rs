//! A stock by nationality and age: what is told of it, and the rest in proportion to the scenario beneath.

use super::told::Told;
use crate::flow::{OpenCases, Stage};
use crate::policy::Nationality;
use crate::scenario::codes;
use crate::scenario::problems::{Problems, Spot, both};
use crate::time::Days;

const NATIONALITIES: usize = Nationality::ALL.len();

/// A stock after the rest has been filled in.
#[derive(Clone, Debug, Default)]
pub(super) struct Split {
    /// Persons by nationality and age, in that order.
    pub(super) cohorts: Vec<OpenCases>,
    /// Nationalities whose number was not told.
    pub(super) without_number: Vec<Nationality>,
    /// Nationalities whose ages were not told.
    pub(super) without_age: Vec<Nationality>,
}

impl Split {
    /// Persons.
    pub(super) fn total(&self) -> f64 {
        self.cohorts.iter().map(|c| f64::from(c.persons)).sum()
    }
}

/// Splits what is told of one stock. `base` is the same stock in the scenario beneath, or one like it, whose shape the
/// rest takes. Without a total, nationalities that are not told keep their proportion to those that are, if they `grow`, and
/// are nobody otherwise. Nothing when nothing is told, or when what is told does not add up.
pub(super) fn split(
    problems: &mut Problems,
    told: &[&Told],
    stage: Stage,
    base: &[OpenCases],
    grow: bool,
) -> Option<Split> {
    let total = told.iter().find(|t| t.nationality.is_none());
    if told.is_empty() {
        return None;
    }
    let mut numbers: [Option<u32>; NATIONALITIES] = [None; NATIONALITIES];
    let mut rows: Vec<OpenCases> = Vec::new();
    let mut sound = true;
    for nationality in Nationality::ALL {
        let of = || told.iter().filter(|t| t.nationality == Some(nationality));
        let whole = of().find(|t| t.ages.is_none());
        let parts: Vec<OpenCases> =
            of().filter_map(|t| Some(cohort(stage, nationality, t.ages?, t.value))).collect();
        let sum: u32 = parts.iter().map(|c| c.persons).sum();
        if let (Some(whole), false) = (whole, parts.is_empty())
            && whole.value != f64::from(sum)
        {
            sound = false;
            let name = (Nationality::DUTCH[nationality.index()], Nationality::KEYS[nationality.index()]);
            unequal(problems, whole.spot, name, ("leeftijden", "ages"), f64::from(sum), whole.value);
        }
        numbers[nationality.index()] =
            if parts.is_empty() { whole.map(|t| t.value as u32) } else { Some(sum) };
        rows.extend(parts);
    }
    let known: u32 = numbers.iter().flatten().sum();
    let weight = persons_by_nationality(base);
    let unknown: Vec<Nationality> =
        Nationality::ALL.into_iter().filter(|n| numbers[n.index()].is_none()).collect();
    let of_known: u32 = Nationality::ALL
        .into_iter()
        .filter(|n| numbers[n.index()].is_some())
        .map(|n| weight[n.index()])
        .sum();
    let rest = match total {
        Some(total) => {
            let name = (total.item.dutch, total.item.name);
            let (whole, sum) = (total.value, f64::from(known));
            if sum > whole || (unknown.is_empty() && sum != whole) {
                unequal(problems, total.spot, name, ("nationaliteiten", "nationalities"), sum, whole);
                return None;
            }
            whole as u32 - known
        }
        // Without a total, the others keep their proportion to those who were told.
        None if grow && of_known > 0 => {
            let others: u32 = unknown.iter().map(|n| weight[n.index()]).sum();
            (f64::from(others) * f64::from(known) / f64::from(of_known)).round() as u32
        }
        None => 0,
    };
    let weights: Vec<u32> = unknown.iter().map(|n| weight[n.index()]).collect();
    for (nationality, persons) in unknown.iter().zip(apportion(&weights, rest)) {
        numbers[nationality.index()] = Some(persons);
    }
    let mut split = Split { without_number: unknown, ..Split::default() };
    for nationality in Nationality::ALL {
        let own: Vec<OpenCases> = rows.iter().copied().filter(|c| c.nationality == nationality).collect();
        if !own.is_empty() {
            split.cohorts.extend(own);
            continue;
        }
        let persons = numbers[nationality.index()].unwrap_or(0);
        if persons > 0 {
            split.without_age.push(nationality);
        }
        split.cohorts.extend(aged(stage, nationality, persons, base));
    }
    split.cohorts.sort_by_key(|c| (c.nationality, c.age_from));
    sound.then_some(split)
}

fn cohort(stage: Stage, nationality: Nationality, ages: (Days, Days), persons: f64) -> OpenCases {
    OpenCases { stage, nationality, age_from: ages.0, age_to: ages.1, persons: persons as u32 }
}

/// Persons of a nationality over the ages that it has in `base`; those of all together where it has none there.
fn aged(stage: Stage, nationality: Nationality, persons: u32, base: &[OpenCases]) -> Vec<OpenCases> {
    let own = |c: &&OpenCases| c.nationality == nationality;
    let any = base.iter().filter(own).any(|c| c.persons > 0);
    if !any && persons == 0 {
        return base.iter().filter(own).map(|c| OpenCases { stage, ..*c }).collect();
    }
    let mut ages: Vec<((Days, Days), u32)> = Vec::new();
    for c in base.iter().filter(|c| !any || c.nationality == nationality) {
        match ages.iter_mut().find(|(age, _)| *age == (c.age_from, c.age_to)) {
            Some((_, sum)) => *sum += c.persons,
            None => ages.push(((c.age_from, c.age_to), c.persons)),
        }
    }
    if ages.is_empty() {
        ages.push(((Days(0), Days(YEAR)), 1));
    }
    let weights: Vec<u32> = ages.iter().map(|(_, persons)| *persons).collect();
    let parts = apportion(&weights, persons);
    ages.iter().zip(parts).map(|((age, _), n)| cohort(stage, nationality, *age, f64::from(n))).collect()
}

/// Where nothing is known of ages at all [days].
const YEAR: i32 = 365;

/// Persons by nationality.
pub(super) fn persons_by_nationality(cohorts: &[OpenCases]) -> [u32; NATIONALITIES] {
    let mut persons = [0; NATIONALITIES];
    for cohort in cohorts {
        persons[cohort.nationality.index()] += cohort.persons;
    }
    persons
}

/// A whole number in proportion to weights, by largest remainder. All to the last where there is no weight.
pub(super) fn apportion(weights: &[u32], total: u32) -> Vec<u32> {
    let sum: u64 = weights.iter().map(|w| u64::from(*w)).sum();
    let mut parts = vec![0; weights.len()];
    if sum == 0 {
        if let Some(last) = parts.last_mut() {
            *last = total;
        }
        return parts;
    }
    let product = |place: usize| u64::from(weights[place]) * u64::from(total);
    for (place, part) in parts.iter_mut().enumerate() {
        *part = (product(place) / sum) as u32;
    }
    let mut left = total - parts.iter().sum::<u32>();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|place| (std::cmp::Reverse(product(*place) % sum), *place));
    for place in order {
        if left == 0 {
            break;
        }
        parts[place] += 1;
        left -= 1;
    }
    parts
}

/// Says that parts do not add up to their total, and by how much.
pub(super) fn unequal(
    problems: &mut Problems,
    spot: Spot,
    name: (&str, &str),
    parts: (&str, &str),
    sum: f64,
    total: f64,
) {
    let gap = total - sum;
    problems.error(
        codes::CLOSURE,
        spot,
        both(
            format!("de {} van {} tellen op tot {sum}, en het totaal is {total}", parts.0, name.0),
            format!("the {} of {} add up to {sum}, and the total is {total}", parts.1, name.1),
        ),
        both(format!("verschil {gap}"), format!("difference {gap}")),
        both(
            format!("schrijf {sum}, laat het totaal leeg, of verbeter een deel"),
            format!("write {sum}, leave the total empty, or correct a part"),
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_to_the_total_and_equal_their_weights_when_nothing_changes() {
        assert_eq!(apportion(&[3, 3, 1], 7), [3, 3, 1]);
        assert_eq!(apportion(&[1, 1, 1], 2), [1, 1, 0]);
        assert_eq!(apportion(&[0, 0], 5), [0, 5]);
        for total in [0, 1, 999, 1_000_000] {
            assert_eq!(apportion(&[316, 664, 757, 12], total).iter().sum::<u32>(), total);
        }
    }
}
