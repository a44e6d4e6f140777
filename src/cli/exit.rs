//! How a command ends: an exit code, or the reason why it stopped.

use std::io;

use crate::diagnostic::Text;

/// The exit codes, which are a contract.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Code {
    /// Done.
    Done = 0,
    /// The run failed.
    Failed = 1,
    /// Bad input: nothing was run or written.
    BadInput = 2,
    /// Stopped at the time limit; what was done is written.
    TimeLimit = 75,
    /// Interrupted; what was done is written.
    Interrupted = 130,
}

/// Why a command stopped before its end.
#[derive(Debug)]
pub(super) enum Stop {
    /// Something went wrong that is no fault of the input.
    Failed(Text),
    /// The input is wrong.
    BadInput(Text),
    /// The input is wrong and the reader has been told.
    Told,
    /// Whoever read our output has had enough.
    PipeClosed,
}

impl From<io::Error> for Stop {
    /// An error in writing to standard output. Errors in files name their path and are made with [`at`].
    fn from(error: io::Error) -> Stop {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Stop::PipeClosed;
        }
        let why = why(&error);
        Stop::Failed(Text::new(
            format!("de uitvoer kan niet worden geschreven: {}", why.nl),
            format!("the output cannot be written: {}", why.en),
        ))
    }
}

/// A file or folder with which something could not be done.
pub(super) fn at(path: &std::path::Path, error: &io::Error) -> Stop {
    let (path, why) = (path.display(), why(error));
    Stop::Failed(Text::new(format!("{path}: {}", why.nl), format!("{path}: {}", why.en)))
}

/// What an error of the system means for a person, and the cure where there is one.
fn why(error: &io::Error) -> Text {
    use io::ErrorKind::*;
    // Windows: the file is in use by another process.
    const SHARING_VIOLATION: i32 = 32;
    if cfg!(windows) && error.raw_os_error() == Some(SHARING_VIOLATION) {
        return Text::new(
            "is open in een ander programma; sluit het daar en probeer opnieuw",
            "is open in another program; close it there and try again",
        );
    }
    match error.kind() {
        PermissionDenied => Text::new(
            "geen toestemming, of open in een ander programma; kies een andere plek met --out, of sluit het daar",
            "permission denied, or open in another program; choose another place with --out, or close it there",
        ),
        ReadOnlyFilesystem => Text::new(
            "deze schijf is alleen te lezen; kies een andere plek",
            "this disk is read-only; choose another place",
        ),
        StorageFull | QuotaExceeded => Text::new(
            "de schijf is vol; maak ruimte of kies een andere plek",
            "the disk is full; make room or choose another place",
        ),
        NotFound => Text::new("bestaat niet", "does not exist"),
        NotADirectory => Text::new(
            "een deel van dit pad is een bestand en geen map",
            "a part of this path is a file and not a folder",
        ),
        InvalidFilename => Text::new(
            "deze naam is te lang of bevat tekens die hier niet mogen",
            "this name is too long or has characters that are not allowed here",
        ),
        _ => Text::new(error.to_string(), error.to_string()),
    }
}
