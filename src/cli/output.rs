//! Folders that are whole or not there: written beside their place, and then renamed.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::exit::{Stop, at};
use super::interrupt;
use super::manifest;
use crate::diagnostic::Text;
use crate::report;

/// Width of a chart as PNG [pixels].
const PNG_WIDTH: u32 = 1_600;

/// A folder that is being written beside its place.
#[derive(Debug)]
pub(super) struct Folder {
    target: PathBuf,
    sibling: PathBuf,
    /// Folders above the target that were not there, lowest first.
    made: Vec<PathBuf>,
    /// Names and SHA-256 of the files so far.
    pub(super) files: Vec<(String, String)>,
    finished: bool,
}

impl Folder {
    /// Begins a folder that will stand at `target`. Refuses to replace anything but results of this program.
    pub(super) fn begin(target: &Path) -> Result<Folder, Stop> {
        let target = place(target)?;
        let parent = target.parent().unwrap_or(Path::new("/")).to_path_buf();
        let made: Vec<PathBuf> =
            parent.ancestors().take_while(|folder| !folder.exists()).map(Path::to_path_buf).collect();
        let sibling = beside(&target, &format!("{}.partial", std::process::id()));
        let mut folder = Folder { target, sibling, made, files: Vec::new(), finished: false };
        fs::create_dir_all(&parent).map_err(|error| no_room(&folder.target, &error))?;
        match fs::create_dir(&folder.sibling) {
            // Left by an earlier process that was killed and had the same number.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                fs::remove_dir_all(&folder.sibling)
                    .and_then(|()| fs::create_dir(&folder.sibling))
                    .map_err(|error| at(&folder.sibling, &error))?;
            }
            Err(error) => {
                folder.finished = true;
                folder.forget_parents();
                return Err(no_room(&folder.target, &error));
            }
            Ok(()) => {}
        }
        interrupt::unfinished(Some(&folder.sibling));
        Ok(folder)
    }

    /// Whether results stand in its place already.
    pub(super) fn replaces(&self) -> bool {
        self.target.exists()
    }

    /// Writes a file, by its name with forward slashes, and keeps its SHA-256.
    pub(super) fn write(
        &mut self,
        name: &str,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Stop> {
        let path = self.sibling.join(name);
        let hash = write(&path, fill).map_err(|error| at(&self.target.join(name), &error))?;
        self.files.push((name.to_owned(), hash));
        Ok(())
    }

    /// Writes charts, by name and SVG, as SVG and as PNG.
    pub(super) fn pictures(&mut self, pictures: &[(&str, &str)]) -> Result<(), Stop> {
        for (name, bytes) in chart_files(pictures) {
            self.write(&name, |file| file.write_all(&bytes))?;
        }
        Ok(())
    }

    /// Puts the folder in its place. Where the old results cannot be moved away, the new ones are kept beside them.
    pub(super) fn finish(mut self) -> Result<PathBuf, Stop> {
        let old = beside(&self.target, &format!("{}.old", std::process::id()));
        let replaces = self.target.exists();
        if replaces && let Err(error) = fs::rename(&self.target, &old) {
            return Err(self.keep_beside(&error));
        }
        if let Err(error) = fs::rename(&self.sibling, &self.target) {
            if replaces {
                let _ = fs::rename(&old, &self.target);
            }
            return Err(self.keep_beside(&error));
        }
        self.finished = true;
        interrupt::unfinished(None);
        if replaces {
            fs::remove_dir_all(&old).map_err(|error| at(&old, &error))?;
        }
        Ok(self.target.clone())
    }

    fn keep_beside(&mut self, error: &io::Error) -> Stop {
        let free =
            (2..1_000).map(|number| beside(&self.target, &number.to_string())).find(|path| !path.exists());
        let kept = free.filter(|path| fs::rename(&self.sibling, path).is_ok());
        let Stop::Failed(why) = at(&self.target, error) else { return Stop::PipeClosed };
        let Some(kept) = kept else { return Stop::Failed(why) };
        self.finished = true;
        interrupt::unfinished(None);
        let kept = kept.display();
        Stop::Failed(Text::new(
            format!("{}\nDe oude resultaten staan er nog; de nieuwe staan in {kept}", why.nl),
            format!("{}\nThe old results are still there; the new ones stand in {kept}", why.en),
        ))
    }

    fn forget_parents(&self) {
        for folder in &self.made {
            let _ = fs::remove_dir(folder);
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_dir_all(&self.sibling);
            interrupt::unfinished(None);
            self.forget_parents();
        }
    }
}

/// The files of charts, which are given by name and SVG. All are drawn at once, on all cores: it takes longer than to write
/// all the rest.
pub(super) fn chart_files(pictures: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    let drawn: Vec<Vec<u8>> = pictures.par_iter().map(|(_, svg)| report::png(svg, PNG_WIDTH)).collect();
    let files = pictures.iter().zip(drawn).flat_map(|((name, svg), png)| {
        [(format!("charts/{name}.svg"), svg.as_bytes().to_vec()), (format!("charts/{name}.png"), png)]
    });
    files.collect()
}

/// A folder that cannot be made. Systems call it *not found* where nothing may be made at all, as under `/proc`.
fn no_room(target: &Path, error: &io::Error) -> Stop {
    if error.kind() != io::ErrorKind::NotFound {
        return at(target, error);
    }
    let shown = target.display();
    Stop::Failed(Text::new(
        format!("{shown}: hier kan geen map worden gemaakt; kies met --out een andere plek"),
        format!("{shown}: no folder can be made here; choose another place with --out"),
    ))
}

fn beside(target: &Path, ending: &str) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{ending}"));
    target.with_file_name(name)
}

/// The path without links and dots, if results may stand there.
fn place(target: &Path) -> Result<PathBuf, Stop> {
    let shown = target.display();
    let refused = |nl: &str, en: &str| {
        Err(Stop::BadInput(Text::new(format!("{shown}: {nl}"), format!("{shown}: {en}"))))
    };
    let exists = match fs::symlink_metadata(target) {
        Ok(_) => true,
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(at(target, &error)),
    };
    if !exists {
        let path = std::path::absolute(target).map_err(|error| at(target, &error))?;
        return match path.file_name() {
            Some(_) => Ok(path),
            None => refused("is geen naam voor een map", "is no name for a folder"),
        };
    }
    let path = fs::canonicalize(target).map_err(|error| at(target, &error))?;
    if !path.is_dir() {
        return refused(
            "is een bestand; kies met --out een andere map",
            "is a file; choose another folder with --out",
        );
    }
    let here = std::env::current_dir().and_then(fs::canonicalize);
    if path.file_name().is_none() || here.is_ok_and(|here| here.starts_with(&path)) {
        return refused(
            "is de map waarin u staat; kies met --out een map daarin",
            "is the folder you are in; choose a folder inside it with --out",
        );
    }
    let empty = fs::read_dir(&path).map_err(|error| at(&path, &error))?.next().is_none();
    if !empty && !manifest::is_ours(&path) {
        return refused(
            "bestaat al en is geen map met resultaten van doorstroom; kies met --out een andere map",
            "exists and is no folder with results of doorstroom; choose another folder with --out",
        );
    }
    Ok(path)
}

/// Passes bytes on and hashes them.
struct Hashing<W> {
    inner: W,
    hash: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

fn write(path: &Path, fill: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<String> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut file = Hashing { inner: BufWriter::new(File::create(path)?), hash: Sha256::new() };
    fill(&mut file)?;
    file.flush()?;
    // Some disks tell only now that they are full; some cannot be asked.
    match file.inner.get_ref().sync_all() {
        Err(error) if !matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            return Err(error);
        }
        _ => {}
    }
    Ok(hex(&file.hash.finalize()))
}

/// Writes a file that is whole or not there: beside its place, and then renamed.
pub(super) fn whole(path: &Path, text: &str) -> Result<(), Stop> {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".partial");
    let beside = path.with_file_name(name);
    fs::write(&beside, text).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        let _ = fs::remove_file(&beside);
        at(path, &error)
    })
}

/// SHA-256 of some bytes, in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_standard() {
        assert!(sha256(b"abc").starts_with("ba7816bf8f01cfea"));
    }

    #[test]
    fn what_is_not_finished_leaves_nothing_behind() {
        let scratch = tempfile::tempdir().unwrap();
        let target = scratch.path().join("a/b");
        let mut folder = Folder::begin(&target).unwrap();
        folder.write("x/y.csv", |file| file.write_all(b"1")).unwrap();
        drop(folder);
        assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 0);
    }

    #[test]
    fn an_error_halfway_names_the_file() {
        let scratch = tempfile::tempdir().unwrap();
        let mut folder = Folder::begin(&scratch.path().join("b")).unwrap();
        let stop = folder.write("series.csv", |_| Err(io::ErrorKind::StorageFull.into())).unwrap_err();
        let Stop::Failed(text) = stop else { panic!("{stop:?}") };
        assert!(text.en.contains("series.csv") && text.en.contains("disk is full"), "{}", text.en);
    }
}
