//! Two names of one `extends` that set the same row.

use std::collections::BTreeMap;

use super::codes;
use super::layers::{Applied, Layers};
use super::problems::{Problems, Spot, both};
use super::table::LeverTable;
use crate::policy::levers;
use crate::time::Day;

/// Warns where two names of one `extends` set the same row on overlapping dates.
pub(super) fn tell(problems: &mut Problems, layers: &Layers) {
    for list in &layers.lists {
        let applied = |places: &mut dyn Iterator<Item = usize>| reach(places.map(|n| &layers.list[n]));
        for (place, later) in list.iter().enumerate() {
            // The lists that come with the program are in the order that is meant.
            if problems.sources[later.spot.file].embedded {
                continue;
            }
            let ours = applied(&mut later.brings.clone());
            for earlier in &list[..place] {
                // On what both stand, the later one is built: that it sets the same is meant.
                let theirs = applied(&mut earlier.brings.clone().filter(|n| !later.stands_on.contains(n)));
                for (row, (first, _)) in &ours {
                    if theirs.get(row).is_some_and(|(_, last)| last >= first) {
                        overlap(problems, *row, (&earlier.name, &later.name), later.spot, *first);
                    }
                }
            }
        }
    }
}

/// For every row that some layers set, the first and last day; nothing for uncertainties, which have no days.
type Reach = BTreeMap<usize, (Option<Day>, Option<Day>)>;

fn reach<'a>(layers: impl Iterator<Item = &'a Applied>) -> Reach {
    let mut reach = Reach::new();
    for applied in layers {
        let steps = |t: &LeverTable| Some((t.row, (t.steps.first()?.from, t.steps.last()?.from)));
        let levers = applied.document.levers.iter().filter_map(steps);
        let valued = applied.document.uncertainties.iter().filter(|t| t.value.is_some());
        for (row, (first, last)) in levers.chain(valued.map(|t| (t.row, (None, None)))) {
            let known = reach.entry(row).or_insert((first, last));
            *known = (known.0.min(first), known.1.max(last));
        }
    }
    reach
}

fn overlap(problems: &mut Problems, row: usize, names: (&str, &str), spot: Spot, day: Option<Day>) {
    let name = levers::declaration(row).name;
    let (nl, en) = day.map_or(Default::default(), |d| (format!(" vanaf {d}"), format!(" from {d}")));
    let (earlier, later) = names;
    problems.warning(
        codes::BOTH,
        spot,
        both(
            format!("\"{earlier}\" en \"{later}\" zetten allebei {name}"),
            format!("\"{earlier}\" and \"{later}\" both set {name}"),
        ),
        both(format!("deze wint{nl}"), format!("this one wins{en}")),
        both("draai de volgorde om als de andere moet winnen", "swap the two if the other should win"),
    );
}

#[cfg(test)]
mod tests {
    use super::super::desk::read_with;

    fn warnings(a: &str, b: &str) -> usize {
        let layer = |levers: &str| format!("extends = \"base.toml\"\n{levers}");
        let step = |lever: &str| {
            layer(&format!(
                "[levers.{lever}]\n2027-01-01 = 2\nsource = \"assumption\"\nlegal_status = \"hypothetical\"\n"
            ))
        };
        let (a, b) = (step(a), step(b));
        let beside = [("a.toml", a.as_str()), ("b.toml", b.as_str())];
        let read = read_with("extends = [\"a.toml\", \"b.toml\"]\n", &[], &beside).unwrap();
        read.warnings.iter().filter(|warning| warning.code == super::codes::BOTH).count()
    }

    #[test]
    fn two_names_on_the_same_ground_clash_only_in_what_each_sets_itself() {
        assert_eq!(warnings("inflow_scale", "decision_staff"), 0);
        assert_eq!(warnings("inflow_scale", "inflow_scale"), 1);
    }
}
