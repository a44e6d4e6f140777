//! A document in which a command keeps a table up to date.

use std::fs;
use std::path::Path;

use super::exit::{Stop, at};
use super::output::whole;
use crate::diagnostic::Text;

/// A document with a place for a table: between the lines `<!-- mark: begin -->` and `<!-- mark: end -->`.
pub(super) struct Document<'a> {
    path: &'a Path,
    before: String,
    lines: [String; 2],
    after: String,
}

impl Document<'_> {
    /// Reads a document and finds the place.
    pub(super) fn read<'a>(path: &'a Path, mark: &str) -> Result<Document<'a>, Stop> {
        let text = fs::read_to_string(path).map_err(|error| at(path, &error))?;
        let lines = ["begin", "end"].map(|end| format!("<!-- {mark}: {end} -->"));
        let [begin, end] = [&*lines[0], &*lines[1]];
        let parts = text.split_once(begin).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
        let Some((before, after)) = parts else {
            let path = path.display();
            return Err(Stop::BadInput(Text::new(
                format!("{path}: hierin is geen plek voor de tabel; zet er de regels {begin} en {end} in"),
                format!("{path}: there is no place for the table in it; put in the lines {begin} and {end}"),
            )));
        };
        let (before, after) = (before.to_owned(), after.to_owned());
        Ok(Document { path, before, lines, after })
    }

    /// Puts a table in its place.
    pub(super) fn write(self, table: &str) -> Result<(), Stop> {
        let [begin, end] = &self.lines;
        let text = format!("{}{begin}\n{table}{end}{}", self.before, self.after);
        whole(self.path, &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_without_a_place_for_the_table_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.md");
        fs::write(&path, "no place").unwrap();
        assert!(matches!(Document::read(&path, "verify"), Err(Stop::BadInput(_))));
        fs::write(&path, "a\n<!-- verify: begin -->\nold\n<!-- verify: end -->\nb\n").unwrap();
        Document::read(&path, "verify").unwrap().write("new\n").unwrap();
        let new = "a\n<!-- verify: begin -->\nnew\n<!-- verify: end -->\nb\n";
        assert_eq!(fs::read_to_string(&path).unwrap(), new);
    }
}
