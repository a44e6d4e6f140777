//! Standard output and standard error: the only place that writes to them.

use std::io::{self, IsTerminal, Write};

use super::exit::Stop;
use crate::diagnostic::{Language, Text};

/// Where a command talks to its user.
#[derive(Debug)]
pub(super) struct Console {
    /// The language of everything it says.
    pub(super) language: Language,
    /// Whether problems may be coloured.
    pub(super) colour: bool,
}

impl Console {
    /// The console of this process. Colours only on a terminal, and not where `NO_COLOR` asks for none.
    pub(super) fn new(language: Language) -> Console {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        Console { language, colour: io::stderr().is_terminal() && !unwanted }
    }

    /// Writes to standard output.
    pub(super) fn print(&self, text: &str) -> Result<(), Stop> {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
        Ok(())
    }

    /// Writes to standard error. Nobody can be told when that fails.
    pub(super) fn complain(&self, text: &str) {
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Writes a line to standard error.
    pub(super) fn warn(&self, text: &Text) {
        self.complain(&format!("{}\n", text.to(self.language)));
    }
}
