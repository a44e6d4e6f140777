//! The lines of a text, and which of them are headings: without a parser, for texts that may be no TOML.

/// Lines with the byte at which they begin, and whether they stand outside a text over several lines.
pub(super) struct Lines<'a> {
    rest: &'a str,
    begin: usize,
    within: Option<&'static str>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Lines<'a> {
        Lines { rest: text, begin: 0, within: None }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = (usize, &'a str, bool);

    fn next(&mut self) -> Option<(usize, &'a str, bool)> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.find('\n').map_or(self.rest.len(), |i| i + 1);
        let (whole, begin) = (&self.rest[..end], self.begin);
        self.rest = &self.rest[end..];
        self.begin += end;
        let line = whole.trim_end_matches(['\n', '\r']);
        let mut free = self.within.is_none();
        match self.within {
            Some(mark) => {
                // A heading ends a text that somebody forgot to close.
                let closed = line.find(mark).is_some();
                if closed || is_heading(line) {
                    self.within = None;
                    free = !closed;
                }
            }
            None => {
                self.within = ["\"\"\"", "'''"]
                    .into_iter()
                    .find(|mark| !line.trim_start().starts_with('#') && line.matches(mark).count() % 2 == 1);
                free &= self.within.is_none();
            }
        }
        Some((begin, line, free))
    }
}

/// Whether a line is the heading of a table of scenarios: `[levers.name]`, `[[triggers]]`.
pub(super) fn is_heading(line: &str) -> bool {
    let line = line.trim();
    let inner = line.trim_start_matches('[');
    let brackets = line.len() - inner.len();
    (1..=2).contains(&brackets)
        && inner.starts_with(|c: char| c.is_ascii_alphabetic())
        && inner.split([']', '#']).next().is_some_and(|name| {
            name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '"' | ' '))
        })
        && inner.contains(']')
        && !inner.contains(',')
}
