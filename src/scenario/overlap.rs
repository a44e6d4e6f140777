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
        let reaches: Vec<Reach> = list.iter().map(|s| reach(&layers.list[s.brings.clone()])).collect();
        for (place, later) in list.iter().enumerate() {
            for (earlier, theirs) in list[..place].iter().zip(&reaches) {
                for (row, (first, _)) in &reaches[place] {
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

fn reach(layers: &[Applied]) -> Reach {
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
