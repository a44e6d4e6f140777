//! A replication as text, by which one worker hands it to another: words between spaces, the bits of each number with a
//! fraction in hexadecimal, so that nothing is lost on the way.

use std::fmt::Write;
use std::str::SplitAsciiWhitespace;

use crate::policy::{Step, Timeline};
use crate::record::ledger::Balance;
use crate::record::{Account, Audit, AuditLine, Series};
use crate::study::compare::Run;
use crate::study::replication::Replication;
use crate::time::Day;

/// Wraps a replication. Evenings are not kept in the lab, and not wrapped.
pub(super) fn wrap(run: &Run) -> String {
    let mut text = String::new();
    let mut word = |word: u64| write!(text, "{word:x} ").expect("a string takes every text");
    let one = &run.replication;
    word(one.number.into());
    word(one.months.len() as u64);
    one.months.iter().flatten().for_each(|value| word(value.to_bits()));
    run.ledger.iter().flatten().for_each(|persons| word(*persons as u64));
    one.audit.iter().for_each(|line| [line.checked, line.found].into_iter().for_each(&mut word));
    word(one.timelines.as_ref().map_or(0, |lines| lines.len() as u64));
    for step_list in one.timelines.iter().flatten().map(Timeline::steps) {
        word(step_list.len() as u64);
        for step in step_list {
            [step.from.number() as u64, step.triggered.into(), step.values.len() as u64]
                .into_iter()
                .for_each(&mut word);
            step.values.iter().for_each(|value| word(value.to_bits()));
        }
    }
    text
}

/// Unwraps a replication; nothing where the text is no parcel of this program.
pub(super) fn unwrap(text: &str) -> Option<Run> {
    let mut words = Words(text.split_ascii_whitespace());
    let number = u32::try_from(words.next()?).ok()?;
    let count = usize::try_from(words.next()?).ok()?;
    let mut months = Vec::new();
    for _ in 0..count {
        let mut row = [0.0; Series::ALL.len()];
        for value in &mut row {
            *value = words.float()?;
        }
        months.push(row);
    }
    let mut ledger = Vec::new();
    for _ in 0..count {
        let mut balance: Balance = [0; Account::ALL.len()];
        for persons in &mut balance {
            *persons = words.next()? as i64;
        }
        ledger.push(balance);
    }
    let line = |line: AuditLine| Some(AuditLine { checked: words.next()?, found: words.next()?, ..line });
    let audit = Audit::default().lines().into_iter().map(line).collect::<Option<Vec<_>>>()?;
    let mut timelines = Vec::new();
    for _ in 0..words.next()? {
        let mut steps = Vec::new();
        for _ in 0..words.next()? {
            let (from, triggered) = (Day::from_number(words.next()? as i32), words.next()? != 0);
            let values = (0..words.next()?).map(|_| words.float()).collect::<Option<_>>()?;
            steps.push(Step { from, values, triggered });
        }
        timelines.push(Timeline::new(steps));
    }
    let timelines = (!timelines.is_empty()).then_some(timelines);
    let replication = Replication { number, months, days: Vec::new(), timelines, audit };
    Some(Run { replication, ledger })
}

struct Words<'a>(SplitAsciiWhitespace<'a>);

impl Words<'_> {
    fn next(&mut self) -> Option<u64> {
        u64::from_str_radix(self.0.next()?, 16).ok()
    }

    fn float(&mut self) -> Option<f64> {
        Some(f64::from_bits(self.next()?))
    }
}
