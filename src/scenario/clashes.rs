//! What in a scenario probably does something else than meant, though every line of it is right: levers that are set twice,
//! begin before what they need, bind nobody, or cannot hold together.

use super::changes::{Change, LeverChange};
use super::scenario::Scenario;
use crate::flow::status::permits;
use crate::policy::relations::{self, State};
use crate::policy::{Lever, Role, levers};
use crate::time::{Day, Days};

/// Something of which a reader is warned.
#[derive(Clone, PartialEq, Debug)]
pub enum Clash {
    /// A layer says something of a lever that a later layer replaces.
    Twice {
        /// Place in the catalogue.
        index: usize,
        /// The layer that is replaced, and the one that wins.
        layers: [String; 2],
    },
    /// A trigger sets a lever that has a dated value, or another trigger, of its own.
    Pulled {
        /// Place in the catalogue.
        index: usize,
    },
    /// A lever takes effect before another without which it does nothing.
    Early {
        /// Place in the catalogue.
        index: usize,
        /// The day on which it takes effect.
        from: Day,
        /// The place of the other, and the state that is needed.
        needs: (usize, State),
        /// From when that holds.
        since: Day,
    },
    /// A lever does nothing, for another without which it does nothing never comes.
    Without {
        /// Place in the catalogue.
        index: usize,
        /// The day on which it takes effect.
        from: Day,
        /// The place of the other, and the state that is needed.
        needs: (usize, State),
    },
    /// A step lies beyond the end of the run.
    Beyond {
        /// Place in the catalogue.
        index: usize,
        /// Its day.
        from: Day,
        /// The last day of the run.
        end: Day,
    },
    /// A step is felt only after the end of the run.
    Late {
        /// Place in the catalogue.
        index: usize,
        /// Its day.
        from: Day,
        /// From when it is felt.
        felt: Day,
        /// The last day of the run.
        end: Day,
    },
    /// Protection is switched on, or the permit that takes its place, when nobody is left who could have it.
    Gone {
        /// Place in the catalogue.
        index: usize,
        /// Its day.
        from: Day,
        /// Since when they are gone.
        ended: Day,
    },
    /// A value exceeds another that it may not exceed.
    Above {
        /// Place in [`relations::NOT_ABOVE`].
        place: usize,
        /// The place of the lever that is too high, and of the other.
        pair: [usize; 2],
        /// Since when.
        from: Day,
        /// Their numbers.
        numbers: [f64; 2],
    },
    /// Two levers are in states that cannot hold together.
    Cannot {
        /// Place in [`relations::CANNOT`].
        place: usize,
        /// Since when.
        from: Day,
    },
}

/// What a scenario is warned of, given what it does otherwise than another.
pub fn clashes(scenario: &Scenario, reference: &Scenario, changes: &[Change]) -> Vec<Clash> {
    let levers_of: Vec<&LeverChange> = changes
        .iter()
        .filter_map(|change| match change {
            Change::Lever(change) => Some(change),
            _ => None,
        })
        .collect();
    let mut all = Vec::new();
    twice(scenario, reference, &levers_of, &mut all);
    for change in &levers_of {
        order(scenario, change, &mut all);
        late(scenario, change, &mut all);
    }
    beyond(scenario, reference, &mut all);
    let known = gone(reference);
    all.extend(gone(scenario).into_iter().filter(|clash| !known.contains(clash)));
    together(scenario, reference, &levers_of, &mut all);
    all
}

fn twice(scenario: &Scenario, reference: &Scenario, changes: &[&LeverChange], all: &mut Vec<Clash>) {
    let own = |layer: &str| !reference.layers.iter().any(|theirs| theirs.name == layer);
    for value in &scenario.values {
        let replaced = value.replaced.iter().find(|layer| own(layer) && **layer != value.layer);
        if let Some(layer) = replaced {
            all.push(Clash::Twice { index: value.index, layers: [layer.clone(), value.layer.clone()] });
        }
    }
    for (place, trigger) in scenario.triggers.iter().enumerate() {
        let index = trigger.lever;
        let stepped = changes.iter().any(|change| change.index == index);
        let pulled = scenario.triggers[..place].iter().any(|other| other.lever == index);
        if stepped || pulled {
            all.push(Clash::Pulled { index });
        }
    }
}

fn order(scenario: &Scenario, change: &LeverChange, all: &mut Vec<Clash>) {
    let name = levers::declaration(change.index).name;
    // A lever that is switched off needs nothing.
    if !State::Some.met(levers::declaration(change.index), &change.new) {
        return;
    }
    for (_, other, state) in relations::NEEDS.iter().filter(|(lever, ..)| *lever == name) {
        let Some(needed) = levers::find(other) else { continue };
        let pulled = scenario.triggers.iter().any(|t| t.lever == needed && met(needed, *state, &t.values));
        if pulled {
            continue;
        }
        let line = scenario.policy.timeline(needed);
        let until = change.until.unwrap_or(scenario.end);
        let days =
            line.steps().iter().map(|step| step.from).filter(|day| *day > change.from && *day <= until);
        let since = std::iter::once(change.from).chain(days).find(|day| met(needed, *state, line.at(*day)));
        let (index, from, needs) = (change.index, change.from, (needed, *state));
        match since {
            Some(since) if since == change.from => {}
            // The permit is there before the day on which protection ends: so it is meant.
            Some(_) if name == relations::PROTECTION[1] && *other == relations::PROTECTION[0] => {}
            Some(since) => all.push(Clash::Early { index, from, needs, since }),
            None => all.push(Clash::Without { index, from, needs }),
        }
    }
}

fn met(index: usize, state: State, numbers: &[f64]) -> bool {
    state.met(levers::declaration(index), numbers)
}

fn late(scenario: &Scenario, change: &LeverChange, all: &mut Vec<Clash>) {
    let name = levers::declaration(change.index).name;
    let felt = match change.felt {
        Some((_, days)) => Some(change.from + Days(days as i32)),
        None if name == relations::FELT_AT_THE_END => at_the_end(scenario, change),
        None => None,
    };
    if let Some(felt) = felt.filter(|felt| *felt > scenario.end) {
        all.push(Clash::Late { index: change.index, from: change.from, felt, end: scenario.end });
    }
}

/// When the first permits come up for review under the shorter of the old and the new length; nothing where they count from
/// an application that may lie long before.
fn at_the_end(scenario: &Scenario, change: &LeverChange) -> Option<Day> {
    let at_once = levers::find(relations::FELT_AT_ONCE)?;
    if met(at_once, State::Some, scenario.policy.timeline(at_once).at(change.from)) {
        return None;
    }
    let years = change.old.iter().chain(&change.new).copied().reduce(f64::min)?;
    let months = (years * 12.0) as i32 - permits::BEFORE_THE_END;
    Some(change.from.plus_months(months.max(0)))
}

/// Steps that switch protection or its permit on when nobody is left who could have it.
fn gone(scenario: &Scenario) -> Vec<Clash> {
    let [Some(protection), Some(permit)] = relations::PROTECTION.map(levers::find) else { return Vec::new() };
    let at = |index: usize, day| met(index, State::Some, scenario.policy.timeline(index).at(day));
    let steps = |index: usize| scenario.policy.timeline(index).steps().iter().map(|step| step.from);
    let within = |day: &Day| *day > scenario.start && *day <= scenario.end;
    let mut days: Vec<Day> = steps(protection).chain(steps(permit)).filter(within).collect();
    days.push(scenario.start);
    days.sort_unstable();
    days.dedup();
    let (mut all, mut since) = (Vec::new(), None);
    for day in days {
        let before = day - Days(1);
        let index = if at(protection, day) { protection } else { permit };
        if let Some(ended) = since.filter(|_| at(index, day) && !at(index, before)) {
            all.push(Clash::Gone { index, from: day, ended });
        }
        if at(protection, day) {
            since = None;
        } else if !at(permit, day) {
            since = since.or(Some(day));
        }
    }
    all
}

fn beyond(scenario: &Scenario, reference: &Scenario, all: &mut Vec<Clash>) {
    let end = scenario.end;
    for (value, theirs) in scenario.values.iter().zip(&reference.values) {
        let own = value.steps.iter().filter(|step| !theirs.steps.contains(step));
        let from = own.filter_map(|step| step.from).find(|from| *from > end);
        all.extend(from.map(|from| Clash::Beyond { index: value.index, from, end }));
    }
}

fn together(scenario: &Scenario, reference: &Scenario, changes: &[&LeverChange], all: &mut Vec<Clash>) {
    let days = |rows: [usize; 2]| {
        let of = move |change: &&&LeverChange| rows.contains(&change.index);
        // What nobody chooses has no date, and holds from the start.
        let at_start = rows.iter().any(|row| levers::declaration(*row).role != Role::Lever);
        at_start
            .then_some(scenario.start)
            .into_iter()
            .chain(changes.iter().filter(of).map(|change| change.from))
    };
    for (place, (one, other, ..)) in relations::NOT_ABOVE.iter().enumerate() {
        let (Some(a), Some(b)) = (levers::find(one), levers::find(other)) else { continue };
        let numbers = |s: &Scenario, day| {
            [a, b].map(|row| s.policy.timeline(row).at(day).first().copied().unwrap_or(0.0))
        };
        let above = |s: &Scenario, day: &Day| numbers(s, *day)[0] > numbers(s, *day)[1];
        // Where new rules bind some cases and old ones others, their numbers are not held against each other.
        let binds = [a, b].map(|row| scenario.policy.binds(Lever::<()>::new(row)));
        let first =
            days([a, b]).find(|day| binds[0] == binds[1] && above(scenario, day) && !above(reference, day));
        all.extend(first.map(|from| Clash::Above {
            place,
            pair: [a, b],
            from,
            numbers: numbers(scenario, from),
        }));
    }
    for (place, (one, first, other, second, ..)) in relations::CANNOT.iter().enumerate() {
        let (Some(a), Some(b)) = (levers::find(one), levers::find(other)) else { continue };
        let both = |day: &Day| {
            let at = |row: usize| scenario.policy.timeline(row).at(*day);
            met(a, *first, at(a)) && met(b, *second, at(b))
        };
        all.extend(days([a, b]).find(both).map(|from| Clash::Cannot { place, from }));
    }
}

#[cfg(test)]
mod tests {
    use super::super::changes::changes;
    use super::super::desk::scenario;
    use super::*;

    fn found(text: &str, sets: &[&str]) -> Vec<Clash> {
        found_against("", text, sets)
    }

    fn found_against(law: &str, text: &str, sets: &[&str]) -> Vec<Clash> {
        let (ours, mut law) = (scenario(text, sets, &[]), scenario(law, &[], &[]));
        // The law is read from a file of the same name.
        law.layers.retain(|layer| layer.name != "test.toml");
        clashes(&ours, &law, &changes(&ours, &law))
    }

    fn of(name: &str) -> usize {
        levers::find(name).unwrap()
    }

    #[test]
    fn a_lever_before_what_it_needs_is_told_and_one_without_it_too() {
        let text = "[levers.two_status]\ninitial = false\n2028-01-01 = true\n[levers.family_wait_b]\ninitial = 0\n2027-01-01 = 700\n";
        let all = found(text, &[]);
        assert!(
            all.iter().any(|c| matches!(c, Clash::Early { index, .. } if *index == of("family_wait_b"))),
            "{all:?}"
        );
        let all = found(&text.replace("2028-01-01 = true\n", ""), &[]);
        assert!(
            all.iter().any(|c| matches!(c, Clash::Without { index, .. } if *index == of("family_wait_b"))),
            "{all:?}"
        );
    }

    #[test]
    fn a_lever_that_two_layers_set_is_told_and_one_over_the_law_is_not() {
        let text = "[levers.inflow_scale]\n2027-01-01 = 0.8\n";
        let twice = |all: &[Clash]| all.iter().any(|clash| matches!(clash, Clash::Twice { .. }));
        assert!(!twice(&found(text, &[])));
        assert!(twice(&found(text, &["inflow_scale=0.9@2026-12-01"])));
    }

    #[test]
    fn terms_that_outlast_what_they_lie_within_cannot_hold_together() {
        let text =
            "[levers.appeal_term]\ninitial = 28\n[levers.short_appeal_term]\ninitial = 7\n2027-01-01 = 40\n";
        let all = found(text, &[]);
        assert!(all.iter().any(|clash| matches!(clash, Clash::Above { .. })), "{all:?}");
        let law = "[levers.old_cases_open]\ninitial = true\n";
        let all = found_against(law, "[levers.old_cases_open]\ninitial = true\n2027-01-01 = false\n", &[]);
        assert!(all.iter().any(|clash| matches!(clash, Clash::Cannot { .. })), "{all:?}");
    }

    #[test]
    fn what_comes_after_the_run_binds_nobody() {
        let text = "[levers.inflow_scale]\n2099-01-01 = 0.8\n[levers.permit_from_application]\ninitial = false\n\
                    [levers.permit_years]\ninitial = 30\n2027-01-01 = 45\n";
        let law = "[levers.permit_from_application]\ninitial = false\n[levers.permit_years]\ninitial = 30\n";
        let all = found_against(law, text, &[]);
        assert!(all.iter().any(|clash| matches!(clash, Clash::Beyond { .. })), "{all:?}");
        assert!(all.iter().any(|clash| matches!(clash, Clash::Late { .. })), "{all:?}");
    }

    #[test]
    fn a_longer_permit_is_felt_when_the_shorter_one_would_have_ended() {
        let late = |text: &str| found(text, &[]).iter().any(|clash| matches!(clash, Clash::Late { .. }));
        let longer = "[levers.permit_from_application]\ninitial = false\n[levers.permit_years]\ninitial = 1\n2027-01-01 = 45\n";
        assert!(!late(longer), "the permits of a year that are not reviewed after it are seen");
        let at_once = "[levers.permit_from_application]\ninitial = true\n[levers.permit_years]\ninitial = 30\n2027-01-01 = 45\n";
        assert!(!late(at_once), "permits count from an application that may lie long before");
    }

    #[test]
    fn who_lost_protection_gets_neither_a_later_permit_nor_protection_again() {
        let gone = |text: &str| {
            let all = found(text, &[]);
            let of = all.into_iter().filter_map(|clash| match clash {
                Clash::Gone { index, from, ended } => {
                    Some((levers::declaration(index).name, from.to_string(), ended.to_string()))
                }
                _ => None,
            });
            of.collect::<Vec<_>>()
        };
        let ends = "[levers.temporary_protection]\ninitial = true\n2027-03-05 = false\n";
        let permit = |day: &str| format!("{ends}[levers.ukraine_permit]\ninitial = false\n{day} = true\n");
        let told = |name, from: &str| vec![(name, from.to_owned(), "2027-03-05".to_owned())];
        assert_eq!(gone(&permit("2027-06-01")), told("ukraine_permit", "2027-06-01"));
        assert!(gone(&permit("2027-03-05")).is_empty());
        assert!(gone(&permit("2027-01-01")).is_empty());
        assert!(!found(&permit("2027-01-01"), &[]).iter().any(|clash| matches!(clash, Clash::Early { .. })));
        let again = format!("{ends}2027-09-01 = true\n");
        assert_eq!(gone(&again), told("temporary_protection", "2027-09-01"));
        let kept = format!("{again}[levers.ukraine_permit]\ninitial = false\n2027-03-05 = true\n");
        assert!(gone(&kept).is_empty());
    }

    #[test]
    fn more_than_there_is_of_a_place_cannot_hold_together() {
        let above = |sets: &[&str]| {
            let law = scenario("", &[], &[]);
            let ours = scenario("", sets, &[]);
            let all = clashes(&ours, &law, &changes(&ours, &law));
            all.iter().any(|clash| matches!(clash, Clash::Above { .. }))
        };
        for lever in ["supervised_places", "minor_places"] {
            assert!(above(&[&format!("{lever}=900000@2027-01-01")]), "{lever}");
            assert!(!above(&[&format!("{lever}=0@2027-01-01")]), "{lever}");
        }
        assert!(above(&["work_after=0@2027-01-01", "work_after_good_chance=365@2027-01-01"]));
        assert!(!above(&["work_after=365@2027-01-01", "work_after_good_chance=0@2027-01-01"]));
    }
}
