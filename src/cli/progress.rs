//! How far a run is: a bar on a terminal, a plain line every ten seconds elsewhere.

use std::io::{IsTerminal, stderr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::console::Console;
use super::language::pick;
use crate::diagnostic::{Language, Text};

/// What is counted, in Dutch and in English.
type What = (&'static str, &'static str);

const BETWEEN_LINES: Duration = Duration::from_secs(10);

/// Shows how many of the replications are done.
pub(super) enum Progress {
    Bar(ProgressBar),
    Lines { done: Arc<AtomicU32>, end: Sender<()>, teller: JoinHandle<()> },
}

impl Progress {
    /// Begins at none.
    pub(super) fn new(console: &Console, all: u32) -> Progress {
        Progress::of(console, all, ("replicaties", "replications"))
    }

    /// Begins at none, of things with this name.
    pub(super) fn of(console: &Console, all: u32, what: What) -> Progress {
        if stderr().is_terminal() {
            return Progress::Bar(bar(console.language, all, what));
        }
        let (end, ended) = channel();
        let done = Arc::new(AtomicU32::new(0));
        let count = Arc::clone(&done);
        let console = Console { language: console.language, colour: false };
        let teller = std::thread::spawn(move || {
            let begin = Instant::now();
            while let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(BETWEEN_LINES) {
                console.warn(&line(count.load(Ordering::Relaxed), all, begin.elapsed(), what));
            }
        });
        Progress::Lines { done, end, teller }
    }

    /// So many are done.
    pub(super) fn done(&self, number: u32) {
        match self {
            Progress::Bar(bar) => bar.set_position(bar.position().max(u64::from(number))),
            Progress::Lines { done, .. } => {
                done.fetch_max(number, Ordering::Relaxed);
            }
        }
    }

    /// Leaves the terminal clean.
    pub(super) fn end(self) {
        match self {
            Progress::Bar(bar) => bar.finish_and_clear(),
            Progress::Lines { end, teller, .. } => {
                drop(end);
                let _ = teller.join();
            }
        }
    }
}

fn bar(language: Language, all: u32, what: What) -> ProgressBar {
    let left = pick(language, "nog", "left");
    let template = format!("{{bar:40}} {{pos}}/{{len}} {}, {left} {{eta}}", pick(language, what.0, what.1));
    let style = ProgressStyle::with_template(&template).expect("the template of the bar is well-formed");
    let bar = ProgressBar::new(u64::from(all)).with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn line(done: u32, all: u32, taken: Duration, (nl, en): What) -> Text {
    if done == 0 {
        return Text::new(format!("0 van {all} {nl}"), format!("0 of {all} {en}"));
    }
    let left = taken.as_secs() * u64::from(all - done.min(all)) / u64::from(done);
    let (minutes, seconds) = (left / 60, left % 60);
    Text::new(
        format!("{done} van {all} {nl}, nog ongeveer {minutes}:{seconds:02} minuten"),
        format!("{done} of {all} {en}, about {minutes}:{seconds:02} minutes left"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_from_the_pace_so_far() {
        let what = ("replicaties", "replications");
        assert_eq!(
            line(50, 200, Duration::from_secs(30), what).en,
            "50 of 200 replications, about 1:30 minutes left"
        );
        assert_eq!(line(0, 200, Duration::from_secs(30), what).nl, "0 van 200 replicaties");
    }
}
