//! Whom a measure binds: for every lever that binds by a moment of the case, persons are followed one by one through the whole
//! chain with and without a step. Whose moment lay before the day goes the way they would have gone; since then it shows.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use crate::common;
use doorstroom::flow::{self, Applicant, Desk, Exit, News, Recorder, Stage, Work, World};
use doorstroom::policy::{Binds, Declaration, Moment, Role, levers, proof};
use doorstroom::random::{Key, Stream};
use doorstroom::scenario::Scenario;
use doorstroom::study::prove::{step_of, stepped_on};
use doorstroom::time::Day;

/// Days after the first of January of 2026: a year before the step, and most of one after it.
const DAYS: i32 = 680;
/// The chain is one in so many of what the tests run.
const ONE_IN: u32 = 25;

/// Side channels off: nobody waits for another, so that no person's way depends on anybody else's.
const NOBODY_WAITS: &[&str] = &[
    "registration_capacity=100000",
    "decision_staff=100000",
    "court_capacity=1000000",
    "council_capacity=1000000",
    "family_capacity=1000000",
    "family_article8_capacity=10000000",
    "lawyer_hours=100000",
    "interpreter_hours={ arabic = 100000, persian = 100000, tigrinya = 100000, somali = 100000, turkish = 100000, other = 100000 }",
    "guardians=100000",
    "housing_supply=1000000",
    "regular_places=300000",
    "restricted_places=50000",
    "family_places=50000",
    "detention_places=100000",
    "escort_capacity=10000",
    "border_places=100000",
    "border_ceiling=100",
    "old_cases_open=true",
    "old_cases_open=true@2026-06-12",
];

/// What takes most of a year, by itself and in nobody's queue: a decision.
const LATE: &[&str] = &["decision_hours=2000", "one_procedure_work=1"];

/// What is set otherwise for a lever, for its effect to be seen in a person: decisions that come late, for terms and for what
/// comes with time in the procedure.
fn besides(lever: &str) -> &'static [&'static str] {
    match lever {
        "decision_term" | "general_extension" | "further_extension" | "longest_term" | "accelerated_term"
        | "parents_right" => LATE,
        "inadmissible_term" => &["safe_third_country_share=0.3", "safe_country_hours=2000"],
        "language_lessons" => {
            &["decision_hours=2000", "one_procedure_work=1", "work_after=30", "work_after_good_chance=30"]
        }
        // The unit is behind: nobody's place in its line depends on the term.
        "family_article8_term" | "family_article8_extension" => &["family_article8_capacity=3000"],
        _ => &[],
    }
}

/// Levers whose effect is in no single person's way, and where else their binding is seen.
const ELSEWHERE: &[(&str, &str)] = &[
    ("permit_years", "permits of those housed are counted by the month; transitions::status"),
    ("permit_from_application", "the same"),
    ("indefinite_permit", "the same"),
];

/// What somebody's way is made of, a line a happening, with the moments that had come.
#[derive(Default)]
struct Ways {
    lines: HashMap<Key, Vec<Line>>,
    /// What was last seen of those in the chain: work, queue and penalties, which nobody announces.
    seen: HashMap<(Key, bool), Unannounced>,
}

type Unannounced = (bool, Option<(Desk, u8)>, u64);

struct Line {
    day: Day,
    says: String,
    moments: Vec<Option<Day>>,
}

impl Ways {
    fn note(&mut self, day: Day, applicant: &Applicant, says: String) {
        let moments = Moment::ALL.iter().map(|&moment| applicant.dates.at(moment)).collect();
        self.lines.entry(applicant.key).or_default().push(Line { day, says, moments });
    }

    fn through(scenario: &Scenario) -> Ways {
        let mut ways = Ways::default();
        let policy = scenario.policy.held().thinned(scenario.one_in);
        flow::run(scenario.start, scenario.end, policy, &[], Stream::new(7, 0), &mut ways);
        ways
    }
}

impl Recorder for Ways {
    fn moved(
        &mut self,
        day: Day,
        who: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        exit: Option<Exit>,
    ) {
        self.note(day, who, format!("{from:?} to {to:?} by {exit:?} {:?} {}", who.track, who.persons));
    }

    fn happened(&mut self, day: Day, who: &Applicant, news: News) {
        // Work of others beside their own is no part of a way.
        if !matches!(news, News::CourtWork(_) | News::MinutesLost(_)) {
            self.note(day, who, format!("{news:?}"));
        }
    }

    fn evening(&mut self, day: Day, world: &World) {
        let mut changed = Vec::new();
        for who in world.population.records().filter(|who| who.stage.is_open_case()) {
            let now = (world.work_of(who) == Work::Does, who.queue, world.penalties_of(who));
            if self.seen.insert((who.key, who.relative), now) != Some(now) {
                changed.push((*who, now));
            }
        }
        for (who, now) in changed {
            self.note(day, &who, format!("{now:?}"));
        }
    }
}

/// The levers that bind by a moment, and in which world: by the catalogue, by the law in force, or by what is adopted.
fn by_moment() -> Vec<(usize, &'static Declaration, Moment, &'static str)> {
    let laws = ["baseline", "letter_as_adopted"].map(|name| (name, common::embedded(name, &[], DAYS)));
    let mut all = Vec::new();
    for (row, lever) in levers::all().enumerate().filter(|(_, row)| row.role == Role::Lever) {
        let in_law = |place: usize| (laws[place].0, laws[place].1.policy.binding(row));
        let (world, old) = (proof::trial(lever.name).world, ("old_law_unchanged", lever.binds));
        let first = if world == laws[0].0 { in_law(0) } else { (world, lever.binds) };
        let mut moments = Vec::new();
        for (world, binds) in [first, in_law(0), in_law(1), old] {
            if let Binds::At(moment) = binds
                && !moments.contains(&moment)
            {
                moments.push(moment);
                all.push((row, lever, moment, world));
            }
        }
    }
    all
}

/// The scenario of a lever's world with this set besides; what is set of a lever later replaces what was set of it before.
fn world(name: &str, sets: &[String], days: i32) -> Scenario {
    let mut kept: BTreeMap<&str, &str> = BTreeMap::new();
    for set in sets {
        let (lever, value) = set.split_once('=').expect("a name and a value");
        let day = value.rsplit_once('@').map_or("", |(_, day)| day);
        kept.insert(Box::leak(format!("{lever}@{day}").into_boxed_str()), set);
    }
    let sets: Vec<&str> = kept.into_values().collect();
    let whole = match name {
        "baseline" => common::baseline(&sets, days),
        _ => common::embedded(name, &sets, days),
    };
    whole.thinned(ONE_IN)
}

/// What a step of a lever shows in persons.
#[derive(Default)]
struct Seen {
    /// Whose moment lay before the day, and who went on after it.
    before: usize,
    /// Whose way changed.
    changed: usize,
}

/// Follows everybody with and without a step, and says what is wrong.
fn follow(lever: &Declaration, moment: Moment, base: &Ways, stepped: &Ways, wrong: &mut String) -> Seen {
    let from = stepped_on();
    let mut seen = Seen::default();
    let none = Vec::new();
    for (key, way) in &base.lines {
        let other = stepped.lines.get(key).unwrap_or(&none);
        let parts = (0..way.len().max(other.len())).find(|&n| {
            let says = |way: &[Line]| way.get(n).map(|line| (line.day, line.says.clone()));
            says(way) != says(other)
        });
        match parts {
            None => {
                let old = |line: &Line| {
                    line.day > from && line.moments[moment as usize].is_some_and(|day| day < from)
                };
                seen.before += usize::from(way.iter().any(old));
            }
            Some(n) => {
                seen.changed += 1;
                // The moment as it stands on the day on which the ways part, in whichever of the two has come further.
                let lines = [way.get(n), other.get(n)];
                let first = lines.iter().flatten().map(|line| line.day).min().expect("one of them goes on");
                let there = lines.iter().flatten().filter(|line| line.day == first);
                let bound = |line: &&Line| line.moments[moment as usize].is_none_or(|day| day >= from);
                if first < from || !there.clone().any(bound) {
                    let told: Vec<String> = there
                        .map(|line| {
                            format!("{} {:?} of {:?}", line.day, line.says, line.moments[moment as usize])
                        })
                        .collect();
                    let _ = writeln!(wrong, "{}: {}", lever.name, told.join(" | "));
                }
            }
        }
    }
    seen
}

#[test]
fn each_lever_that_binds_by_a_moment_binds_whose_moment_comes_since_its_day_and_nobody_else() {
    let mut wrong = String::new();
    let mut followed = 0;
    let mut bases: BTreeMap<(String, Vec<String>), Ways> = BTreeMap::new();
    for (row, lever, moment, name) in by_moment() {
        if ELSEWHERE.iter().any(|(name, _)| *name == lever.name) {
            continue;
        }
        let (world_of_trial, sets, to) = step_of(row);
        let sets = if name == world_of_trial { sets } else { Vec::new() };
        // Who applies after the step to a unit that is behind is decided years later.
        let days = if lever.name.starts_with("family_article8") { 3 * DAYS } else { DAYS };
        let own = |set: &&&str| set.split('=').next() != Some(lever.name);
        let free = NOBODY_WAITS.iter().filter(own).map(|set| (*set).to_owned());
        let more = besides(lever.name).iter().map(|set| (*set).to_owned());
        let sets: Vec<String> = sets.into_iter().chain(free).chain(more).collect();
        let base = bases
            .entry((name.to_owned(), sets.clone()))
            .or_insert_with(|| Ways::through(&world(name, &sets, days)));
        let mut all = Seen::default();
        for value in to.into_iter().flatten() {
            let step = format!("{}={value}@{}", lever.name, stepped_on());
            let stepped = Ways::through(&world(name, &[sets.clone(), vec![step]].concat(), days));
            let seen = follow(lever, moment, base, &stepped, &mut wrong);
            all.before += seen.before;
            all.changed += seen.changed;
        }
        if all.before == 0 || all.changed == 0 {
            let _ = writeln!(
                wrong,
                "{} in {name}: {} of before, {} changed",
                lever.name, all.before, all.changed
            );
        }
        followed += 1;
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(followed > 55, "{followed}");
}

#[test]
fn levers_that_are_seen_elsewhere_exist_and_bind_by_a_moment() {
    for (name, why) in ELSEWHERE {
        assert!(by_moment().iter().any(|(_, lever, ..)| lever.name == *name) && !why.is_empty());
    }
}
