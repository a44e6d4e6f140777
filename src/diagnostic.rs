//! Problems a user can cause: a code, a place in a text, the bound that was crossed and the cure, in Dutch and English.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// The languages of messages.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// A text in both languages.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Text {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

impl Text {
    /// A text from its Dutch and its English form.
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Text {
        Text { nl: nl.into(), en: en.into() }
    }

    /// The form in one language.
    pub fn to(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

/// Whether work can go on.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Severity {
    /// Nothing is run or written.
    Error,
    /// Work goes on, but the user probably meant something else.
    Warning,
}

/// One problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// A code that stays, such as `DS012`.
    pub code: &'static str,
    /// Error or warning.
    pub severity: Severity,
    /// Name of the text in which the problem lies: a path, the name of an embedded scenario, or `--set`.
    pub file: String,
    /// Where in that text, in bytes; nothing when there is no text.
    pub span: Option<Range<usize>>,
    /// What is wrong, in one sentence.
    pub title: Text,
    /// What stands beside the caret; may be empty.
    pub label: Text,
    /// How to cure it.
    pub help: Option<Text>,
}

impl Diagnostic {
    /// The line on which the problem begins, counted from 1.
    pub fn line(&self, texts: &BTreeMap<String, String>) -> Option<usize> {
        let text = texts.get(&self.file)?;
        Some(line_of(text, self.span.as_ref()?.start))
    }
}

/// The line of a byte, counted from 1.
pub fn line_of(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|b| *b == b'\n').count()
}

/// A line longer than this is named but not shown [bytes].
const LONGEST_LINE: usize = 2_000;

/// Writes the problems for a person: file, line, caret, bound and cure, and a last line that counts them.
pub fn render(
    diagnostics: &[Diagnostic],
    texts: &BTreeMap<String, String>,
    language: Language,
    colour: bool,
) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut page = String::new();
    for diagnostic in diagnostics {
        page.push_str(&renderer.render(&[group(diagnostic, texts, language)]));
        page.push_str("\n\n");
    }
    page.push_str(&count(diagnostics, language));
    page.push('\n');
    page
}

fn group<'a>(
    diagnostic: &'a Diagnostic,
    texts: &'a BTreeMap<String, String>,
    language: Language,
) -> Group<'a> {
    let (level, help) = match (diagnostic.severity, language) {
        (Severity::Error, Language::En) => (Level::ERROR, Level::HELP),
        (Severity::Warning, Language::En) => (Level::WARNING, Level::HELP),
        (Severity::Error, Language::Nl) => (Level::ERROR.with_name("fout"), Level::HELP.with_name("tip")),
        (Severity::Warning, Language::Nl) => {
            (Level::WARNING.with_name("waarschuwing"), Level::HELP.with_name("tip"))
        }
    };
    let title = level.primary_title(diagnostic.title.to(language)).id(diagnostic.code);
    let place = diagnostic.span.as_ref().and_then(|span| Some((texts.get(&diagnostic.file)?, span)));
    let mut group = match place.map(|(text, span)| (excerpt(text, span), line_of(text, span.start))) {
        Some((Some((line, span)), number)) => {
            let label = Some(diagnostic.label.to(language)).filter(|l| !l.is_empty());
            let snippet = Snippet::source(line).path(diagnostic.file.as_str()).line_start(number);
            title.element(snippet.annotation(AnnotationKind::Primary.span(span).label(label)))
        }
        Some((None, number)) => title.element(Origin::path(diagnostic.file.as_str()).line(number)),
        None => title.element(Origin::path(diagnostic.file.as_str())),
    };
    if let Some(text) = &diagnostic.help {
        group = group.element(help.message(text.to(language)));
    }
    group
}

/// The line on which a span begins, and the part of the span that lies on it.
fn excerpt<'a>(text: &'a str, span: &Range<usize>) -> Option<(&'a str, Range<usize>)> {
    let at = floor(text, span.start);
    let begin = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let line = text[begin..].split('\n').next().unwrap_or("").trim_end_matches('\r');
    let start = (at - begin).min(line.len());
    let end = floor(text, span.end).saturating_sub(begin).clamp(start, line.len());
    (line.len() <= LONGEST_LINE).then_some((line, start..end))
}

/// The last boundary between characters at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn count(diagnostics: &[Diagnostic], language: Language) -> String {
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    let warnings = diagnostics.len() - errors;
    let (error, warning, and) = match language {
        Language::En => (["error", "errors"], ["warning", "warnings"], "and"),
        Language::Nl => (["fout", "fouten"], ["waarschuwing", "waarschuwingen"], "en"),
    };
    let noun = |n: usize, words: [&str; 2]| format!("{n} {}", words[usize::from(n != 1)]);
    let mut line = String::new();
    if errors > 0 || warnings == 0 {
        line.push_str(&noun(errors, error));
    }
    if warnings > 0 {
        if errors > 0 {
            let _ = write!(line, " {and} ");
        }
        line.push_str(&noun(warnings, warning));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(span: Range<usize>) -> Diagnostic {
        Diagnostic {
            code: "DS012",
            severity: Severity::Error,
            file: "crowded.toml".into(),
            span: Some(span),
            title: Text::new("een aandeel ligt tussen 0 en 1", "a share lies between 0 and 1"),
            label: Text::new("hier", "here"),
            help: Some(Text::new("schrijf 0.70", "write 0.70")),
        }
    }

    #[test]
    fn a_problem_shows_its_file_line_caret_and_cure() {
        let text = "format = 1\r\n# één\r\nshare = 1.70\r\n";
        let at = text.find("1.70").unwrap();
        let texts = BTreeMap::from([("crowded.toml".to_string(), text.to_string())]);
        let page = render(&[problem(at..at + 4)], &texts, Language::En, false);
        for part in
            ["error[DS012]: a share lies", "crowded.toml:3:9", "^^^^ here", "help: write 0.70", "1 error\n"]
        {
            assert!(page.contains(part), "{part}\n{page}");
        }
        let page = render(&[problem(at..at + 4)], &texts, Language::Nl, false);
        for part in ["fout[DS012]: een aandeel", "tip: schrijf 0.70", "1 fout\n"] {
            assert!(page.contains(part), "{part}\n{page}");
        }
    }

    #[test]
    fn no_place_in_a_text_makes_the_renderer_panic() {
        for text in ["", "é", "a\nb\r\nc\n", "\u{feff}x", "\t=\t\n", &"x".repeat(5_000)] {
            let texts = BTreeMap::from([("crowded.toml".to_string(), text.to_string())]);
            for start in 0..(text.len() + 3).min(20) {
                for width in [0, 1, 2, 9_000] {
                    let page = render(&[problem(start..start + width)], &texts, Language::Nl, true);
                    assert!(page.contains("DS012"));
                }
            }
        }
    }
}
