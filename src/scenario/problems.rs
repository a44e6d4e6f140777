//! Collects what is wrong, so that all of it can be told at once.

use std::collections::{BTreeMap, BTreeSet};

use super::codes;
use crate::diagnostic::{Diagnostic, Severity, Text, line_of};

/// A place in one of the texts that make up a scenario.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Spot {
    /// Which text, in the order in which they were read.
    pub(super) file: usize,
    /// First byte.
    pub(super) start: usize,
    /// Byte after the last.
    pub(super) end: usize,
}

/// One of the texts that make up a scenario.
#[derive(Debug)]
pub(super) struct Source {
    /// Path, name of an embedded layer, or `--set`.
    pub(super) name: String,
    /// Its text, without a byte order mark.
    pub(super) text: String,
    /// Whether it comes with the program.
    pub(super) embedded: bool,
}

/// The texts read so far and what is wrong with them.
#[derive(Debug, Default)]
pub(super) struct Problems {
    /// The texts, root first.
    pub(super) sources: Vec<Source>,
    found: Vec<(usize, Diagnostic)>,
    /// Places in the list above of what is told only if nothing else is wrong with the same words.
    soft: BTreeSet<usize>,
    /// Places in the list above of what was put right before anything else on its line was looked at.
    mended: BTreeSet<usize>,
    counts: Vec<usize>,
}

/// At most this many problems are kept per text.
const MOST: usize = 200;

impl Problems {
    /// Adds an error.
    pub(super) fn error(&mut self, code: &'static str, spot: Spot, title: Text, label: Text, help: Text) {
        self.add(Severity::Error, code, spot, title, label, help);
    }

    /// Adds a warning.
    pub(super) fn warning(&mut self, code: &'static str, spot: Spot, title: Text, label: Text, help: Text) {
        self.add(Severity::Warning, code, spot, title, label, help);
    }

    fn add(
        &mut self,
        severity: Severity,
        code: &'static str,
        at: Spot,
        title: Text,
        label: Text,
        help: Text,
    ) {
        self.counts.resize(self.sources.len(), 0);
        self.counts[at.file] += 1;
        if self.counts[at.file] > MOST {
            return;
        }
        let file = self.sources[at.file].name.clone();
        let help = Some(help).filter(|h| !h.en.is_empty());
        let span = Some(at.start..at.end);
        self.found.push((at.file, Diagnostic { code, severity, file, span, title, label, help }));
    }

    /// The last problem is told only if nothing else is wrong with the same words: its cure would be half of one.
    pub(super) fn last_is_soft(&mut self) {
        if let Some(last) = self.found.len().checked_sub(1) {
            self.soft.insert(last);
        }
    }

    /// The last problem was put right in memory: what else is said of its line stands on its own.
    pub(super) fn last_is_mended(&mut self) {
        if let Some(last) = self.found.len().checked_sub(1) {
            self.mended.insert(last);
        }
    }

    /// Adds an error that lies in no text.
    pub(super) fn nowhere(&mut self, code: &'static str, file: &str, title: Text, help: Text) {
        let (file, severity) = (file.to_string(), Severity::Error);
        let label = Text::default();
        self.found.push((0, Diagnostic { code, severity, file, span: None, title, label, help: Some(help) }));
    }

    /// How many things are wrong so far.
    pub(super) fn count(&self) -> usize {
        self.found.len()
    }

    /// The text at a place, as written.
    pub(super) fn written(&self, spot: Spot) -> &str {
        self.sources.get(spot.file).and_then(|s| s.text.get(spot.start..spot.end)).unwrap_or("")
    }

    /// Whether a text has had a complaint with this code.
    pub(super) fn has(&self, code: &str, file: usize) -> bool {
        self.found.iter().any(|(f, d)| *f == file && d.code == code)
    }

    /// Whether anything found so far stops the work.
    pub(super) fn any_error(&self) -> bool {
        self.found.iter().any(|(_, d)| d.severity == Severity::Error)
    }

    /// Whether anything found so far in a text stops the work.
    pub(super) fn any_error_in(&self, file: usize) -> bool {
        self.found.iter().any(|(f, d)| *f == file && d.severity == Severity::Error)
    }

    /// Everything found, in the order of file and line, without what merely follows from another problem.
    pub(super) fn finish(mut self) -> (Vec<Diagnostic>, BTreeMap<String, String>) {
        self.drop_halves();
        self.drop_consequences();
        self.found.sort_by_key(|(file, d)| (*file, d.span.as_ref().map_or(0, |s| s.start)));
        let mut list: Vec<Diagnostic> = self.found.into_iter().map(|(_, d)| d).collect();
        list.dedup();
        (list, self.sources.into_iter().map(|s| (s.name, s.text)).collect())
    }

    /// Leaves out soft problems where another error begins on the same words.
    fn drop_halves(&mut self) {
        let spans = |at: usize| {
            let (file, diagnostic) = &self.found[at];
            diagnostic.span.clone().map(|span| (*file, span))
        };
        let is_error = |at: &usize| self.found[*at].1.severity == Severity::Error;
        let errors = (0..self.found.len()).filter(|at| !self.soft.contains(at)).filter(is_error);
        let hard: Vec<_> = errors.filter_map(spans).collect();
        let covered = |at: &usize| {
            spans(*at).is_some_and(|(file, soft)| {
                hard.iter()
                    .any(|(other, span)| *other == file && soft.start <= span.start && span.start < soft.end)
            })
        };
        let halves: BTreeSet<usize> = self.soft.iter().copied().filter(covered).collect();
        let kept: Vec<usize> = (0..self.found.len()).filter(|at| !halves.contains(at)).collect();
        let is_mended = |at: &usize| self.mended.contains(at) || self.soft.contains(at);
        let mended =
            kept.iter().enumerate().filter(|(_, at)| is_mended(at)).map(|(place, _)| place).collect();
        let mut at = 0;
        self.found.retain(|_| {
            at += 1;
            !halves.contains(&(at - 1))
        });
        self.mended = mended;
    }

    fn drop_consequences(&mut self) {
        // A text that could not be parsed or found makes half of what else seems missing: tell the cause alone.
        let causes = [
            codes::SYNTAX,
            codes::ENCODING,
            codes::EMPTY,
            codes::TOO_LARGE,
            codes::TOO_DEEP,
            codes::DUPLICATE,
        ];
        let unread = [codes::NO_LAYER, codes::CYCLE];
        let broken = self.found.iter().any(|(_, d)| causes.contains(&d.code) || unread.contains(&d.code));
        let fails = self.any_error();
        let mut lines = BTreeSet::new();
        for (place, (file, diagnostic)) in self.found.iter().enumerate() {
            let tears = causes.contains(&diagnostic.code) && !self.mended.contains(&place);
            if let (true, Some(span)) = (tears, &diagnostic.span) {
                lines.extend(torn_lines(&self.sources[*file].text, span.start).map(|line| (*file, line)));
            }
        }
        let torn: BTreeSet<usize> = lines.iter().map(|(file, _)| *file).collect();
        let follows = [codes::MISSING_PART, codes::INCOMPLETE, codes::NOTHING_BEFORE];
        let (sources, embedded_root) = (&self.sources, self.sources.first().is_some_and(|s| s.embedded));
        self.found.retain(|(file, d)| {
            if causes.contains(&d.code) || unread.contains(&d.code) {
                return true;
            }
            if fails && d.code == codes::NO_STOCK {
                return false;
            }
            if broken && (follows.contains(&d.code) || d.severity == Severity::Warning) {
                return false;
            }
            if torn.contains(file) && [codes::NO_FORMAT, codes::MISSING].contains(&d.code) {
                return false;
            }
            // What comes with the program is checked when it is built: its warnings are not the user's.
            if d.severity == Severity::Warning && sources[*file].embedded && !(embedded_root && *file == 0) {
                return false;
            }
            // A date that could not be read was put right before anything else on its line was looked at.
            if d.code == codes::NOT_A_DATE {
                return true;
            }
            !(torn.contains(file)
                && d.span
                    .as_ref()
                    .is_some_and(|s| lines.contains(&(*file, line_of(&sources[*file].text, s.start)))))
        });
    }
}

/// The line of a byte, and when that is the heading of a table, also the lines up to the next heading: without it they
/// seem to stand elsewhere.
fn torn_lines(text: &str, byte: usize) -> std::ops::RangeInclusive<usize> {
    let first = line_of(text, byte);
    let mut lines = text.lines().skip(first - 1);
    let heading = |line: &str| line.trim_start().starts_with('[');
    let below =
        if lines.next().is_some_and(heading) { lines.take_while(|line| !heading(line)).count() } else { 0 };
    first..=first + below
}

/// A text of the user as it may be quoted in a message: short, and without control characters.
pub(super) fn quoted(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(60).collect();
    if clean.chars().count() < text.chars().count() { format!("{clean}...") } else { clean }
}

/// Says that a file cannot be read, and why.
pub(super) fn unreadable(name: &str, error: &std::io::Error) -> Text {
    use std::io::ErrorKind::*;
    let (nl, en) = match error.kind() {
        NotFound => ("het is er niet".into(), "it does not exist".into()),
        PermissionDenied => ("u mag het niet openen".into(), "you may not open it".into()),
        IsADirectory => ("het is een map".into(), "it is a folder".into()),
        _ => (error.to_string(), error.to_string()),
    };
    both(
        format!("het bestand \"{name}\" is niet te lezen: {nl}"),
        format!("the file \"{name}\" cannot be read: {en}"),
    )
}

/// A text in both languages.
pub(super) fn both(nl: impl Into<String>, en: impl Into<String>) -> Text {
    Text::new(nl, en)
}

/// No text.
pub(super) fn none() -> Text {
    Text::default()
}
