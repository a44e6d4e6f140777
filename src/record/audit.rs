//! The audit: in integers, every day. Nobody appears or vanishes, no day is lost, no capacity is exceeded in silence.

use crate::flow::{Applicant, Desk, Exit, News, PlaceKind, Recorder, Roof, Stage, World};
use crate::time::{Day, Month};

/// One check of the audit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuditLine {
    /// What was checked, in Dutch and in English.
    pub what: (&'static str, &'static str),
    /// How often.
    pub checked: u64,
    /// How often it did not hold; for an excess of capacity, the person-days of it.
    pub found: u64,
    /// Whether `found` counts violations, which fail the run, or an excess that is only reported.
    pub violation: bool,
}

/// Keeps books of its own beside the world's counters, and compares them.
#[derive(Clone, Debug)]
pub struct Audit {
    stock: [i64; Stage::COUNT],
    /// Sum over the evenings of the persons in a stage.
    person_days: [i64; Stage::COUNT],
    /// Days spent in a stage by those who left it, counted from the first simulated evening.
    days_spent: [i64; Stage::COUNT],
    conservation: Check,
    roofs: Check,
    desks: Check,
    time: Check,
    excess: u64,
    evenings: u64,
}

impl Default for Audit {
    fn default() -> Audit {
        let none = Check::default();
        Audit {
            stock: [0; Stage::COUNT],
            person_days: [0; Stage::COUNT],
            days_spent: [0; Stage::COUNT],
            conservation: none,
            roofs: none,
            desks: none,
            time: none,
            excess: 0,
            evenings: 0,
        }
    }
}

#[derive(Copy, Clone, Debug, Default)]
struct Check {
    checked: u64,
    failed: u64,
}

impl Check {
    fn that(&mut self, holds: bool) {
        self.checked += 1;
        self.failed += u64::from(!holds);
    }
}

impl Audit {
    /// Compares the days that people spent in each stage, those still there included, with the sum of the daily stocks.
    pub fn close(&mut self, world: &World) {
        let mut spent = self.days_spent;
        for applicant in world.population.records() {
            let evenings = (world.today - applicant.entered).0 + 1;
            spent[applicant.stage as usize] += i64::from(evenings) * i64::from(applicant.persons);
        }
        for (spent, person_days) in spent.iter().zip(&self.person_days) {
            self.time.that(spent == person_days);
        }
    }

    /// What was found.
    pub fn lines(&self) -> Vec<AuditLine> {
        let violation = |what, check: Check| AuditLine {
            what,
            checked: check.checked,
            found: check.failed,
            violation: true,
        };
        vec![
            violation(
                (
                    "personen per fase en dag: begin + in − uit = eind",
                    "persons per stage and day: start + in − out = end",
                ),
                self.conservation,
            ),
            violation(
                (
                    "persoonsdagen per fase = som van de verblijfsduren",
                    "person-days per stage = sum of the days spent there",
                ),
                self.time,
            ),
            violation(
                ("personen onder een dak = bezette plekken", "persons with a roof = places taken"),
                self.roofs,
            ),
            violation(
                ("bestede uren per dienst ≤ beschikbare uren", "work done by each desk ≤ work granted to it"),
                self.desks,
            ),
            AuditLine {
                what: (
                    "persoonsdagen boven de capaciteit van een soort opvang",
                    "person-days beyond the capacity of a type of place",
                ),
                checked: self.evenings,
                found: self.excess,
                violation: false,
            },
        ]
    }

    /// Adds up the lines of several replications.
    pub fn add_up(replications: &[Vec<AuditLine>]) -> Vec<AuditLine> {
        let mut replications = replications.iter();
        let Some(first) = replications.next() else { return Vec::new() };
        let mut sum = first.clone();
        for lines in replications {
            for (total, line) in sum.iter_mut().zip(lines) {
                total.checked += line.checked;
                total.found += line.found;
            }
        }
        sum
    }
}

impl Recorder for Audit {
    fn moved(
        &mut self,
        day: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        _: Option<Exit>,
    ) {
        let persons = i64::from(applicant.persons);
        if let Some(from) = from {
            self.stock[from as usize] -= persons;
            self.days_spent[from as usize] += persons * i64::from((day - applicant.entered).0);
        }
        if let Some(to) = to {
            self.stock[to as usize] += persons;
            if from.is_none() {
                // Days that somebody of the starting stock spent there before the start are not counted.
                self.days_spent[to as usize] -= persons * i64::from((day - applicant.entered).0);
            }
        }
    }

    fn happened(&mut self, _: Day, _: &Applicant, _: News) {}

    fn evening(&mut self, day: Day, world: &World) {
        self.evenings += 1;
        for stage in 0..Stage::COUNT {
            self.conservation.that(self.stock[stage] == i64::from(world.persons[stage]));
            self.person_days[stage] += self.stock[stage];
        }
        for desk in Desk::ALL {
            self.desks.that(world.desk(desk).spent() <= world.desk(desk).granted());
        }
        self.excess += u64::from(world.reception.excess());
        // Counting everybody is dear: once a month.
        if day == Month::of(day).last() {
            let mut by_stage = [0u32; Stage::COUNT];
            let mut by_roof = [0u32; PlaceKind::COUNT];
            let mut without = 0;
            for applicant in world.population.records() {
                let persons = u32::from(applicant.persons);
                by_stage[applicant.stage as usize] += persons;
                match applicant.roof {
                    Roof::Elsewhere => {}
                    Roof::Place(tier) => by_roof[tier.index()] += persons,
                    Roof::Without => without += persons,
                }
            }
            self.conservation.that(by_stage == world.persons);
            self.roofs.that(by_roof == PlaceKind::ALL.map(|kind| world.reception.taken(kind)));
            self.roofs.that(without == world.reception.without());
        }
    }
}
