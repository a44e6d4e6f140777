//! Marks the program and its core for the browser with the sources they are made of, so that `lab` never puts a core of
//! other sources into its page; and takes in such a core, where `DOORSTROOM_CORE` names the file.

use std::path::{Path, PathBuf};
use std::{env, fs};

/// What the model is made of: not what the core leaves out, and not the scripts and styles of pages, which compute nothing.
const SOURCES: [&str; 3] = ["src", "scenarios", "Cargo.lock"];
const LEFT_OUT: [&str; 5] =
    ["src/cli", "src/main.rs", "src/lab/catalogue.rs", "src/lab/page.rs", "src/lab/texts.rs"];
const ENDINGS: [&str; 5] = ["rs", "toml", "csv", "ttf", "lock"];

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where the package stands"));
    let mut files = Vec::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        collect(&root.join(source), &mut files);
    }
    files.retain(|file| !LEFT_OUT.iter().any(|part| file.starts_with(root.join(part))));
    files.sort();
    let mut mark = Mark(0xcbf2_9ce4_8422_2325);
    for file in &files {
        let name = file.strip_prefix(&root).unwrap_or(file).to_string_lossy().replace('\\', "/");
        mark.add(name.as_bytes());
        mark.add(&fs::read(file).unwrap_or_default());
    }
    let mark = format!("{:016x}", mark.0);
    println!("cargo::rustc-env=DOORSTROOM_SOURCES={mark}");
    println!("cargo::rerun-if-env-changed=DOORSTROOM_CORE");
    let place = PathBuf::from(env::var_os("OUT_DIR").expect("cargo gives a folder to write in"));
    let core = match env::var_os("DOORSTROOM_CORE") {
        Some(path) => given(Path::new(&path), &mark),
        None => Vec::new(),
    };
    fs::write(place.join("core.wasm"), core).expect("the folder of the build can be written");
}

/// The core that is to be taken in: a build stops at one of other sources.
fn given(path: &Path, mark: &str) -> Vec<u8> {
    println!("cargo::rerun-if-changed={}", path.display());
    let core = fs::read(path).unwrap_or_else(|error| panic!("DOORSTROOM_CORE: {}: {error}", path.display()));
    let own = core.windows(mark.len()).any(|part| part == mark.as_bytes());
    assert!(own, "DOORSTROOM_CORE: {} is made of other sources: make it anew", path.display());
    core
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.flatten().for_each(|entry| collect(&entry.path(), files));
    } else if path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending == *known)) {
        files.push(path.to_path_buf());
    }
}

/// FNV-1a of 64 bits: it tells two states of the sources apart, and protects against nothing else.
struct Mark(u64);

impl Mark {
    fn add(&mut self, bytes: &[u8]) {
        // A checkout may end its lines otherwise.
        for byte in bytes.iter().filter(|byte| **byte != b'\r') {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}
