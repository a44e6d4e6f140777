//! Ctrl-C and the time limit: the first ends the run in order, the second at once.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::console::Console;
use super::exit::Code;
use crate::diagnostic::Text;

/// Set once no new replication should begin.
static STOP: AtomicBool = AtomicBool::new(false);
/// Set once the user asked to stop.
static ASKED: AtomicBool = AtomicBool::new(false);
/// What an end at once must clear away: the folder being written.
static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Listens to Ctrl-C, and to the request of the system to end. Returns what tells the run to stop.
pub(super) fn listen(console: &Console) -> &'static AtomicBool {
    let console = Console { language: console.language, colour: console.colour };
    // Without a handler, Ctrl-C ends the program at once: no reason to refuse the run.
    let _ = ctrlc::set_handler(move || {
        if ASKED.swap(true, Ordering::SeqCst) {
            if let Some(folder) = UNFINISHED.lock().ok().and_then(|mut unfinished| unfinished.take()) {
                let _ = std::fs::remove_dir_all(folder);
            }
            std::process::exit(Code::Interrupted as i32);
        }
        STOP.store(true, Ordering::SeqCst);
        console.warn(&Text::new(
            "Onderbroken: de replicaties die bezig zijn worden afgemaakt en weggeschreven. Nogmaals Ctrl-C stopt meteen.",
            "Interrupted: the replications at hand are finished and written. Ctrl-C again stops at once.",
        ));
    });
    &STOP
}

/// Stops the run after this time as Ctrl-C does.
pub(super) fn stop_after(time: Duration) {
    std::thread::spawn(move || {
        std::thread::sleep(time);
        STOP.store(true, Ordering::SeqCst);
    });
}

/// What ended a run before its time.
pub(super) fn code() -> Code {
    if ASKED.load(Ordering::SeqCst) { Code::Interrupted } else { Code::TimeLimit }
}

/// Remembers the folder that an end at once must clear away; nothing once it is whole or gone.
pub(super) fn unfinished(folder: Option<&Path>) {
    if let Ok(mut unfinished) = UNFINISHED.lock() {
        *unfinished = folder.map(Path::to_path_buf);
    }
}
