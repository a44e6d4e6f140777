//! The catalogue: every lever and uncertainty, a chapter a file, in the order of the flow's folders.

pub mod cohorts;
pub mod courts;
pub mod departure;
pub mod examination;
pub mod family;
pub mod housing;
pub mod inflow;
pub mod labour;
pub mod money;
pub mod participation;
pub mod places;
pub mod procedure;
pub mod protection;
pub mod reception;
pub mod staff;
pub mod start;
pub mod status;
pub mod terms;
pub mod transfer;

mod first {
    /// The first chapter begins at row 0.
    pub(super) const END: usize = 0;
}

use super::Declaration;

static CHAPTERS: &[&[Declaration]] = &[
    inflow::CHAPTER,
    procedure::CHAPTER,
    terms::CHAPTER,
    transfer::CHAPTER,
    courts::CHAPTER,
    family::CHAPTER,
    reception::CHAPTER,
    departure::CHAPTER,
    start::CHAPTER,
    places::CHAPTER,
    housing::CHAPTER,
    staff::CHAPTER,
    money::CHAPTER,
    protection::CHAPTER,
    status::CHAPTER,
    cohorts::CHAPTER,
    examination::CHAPTER,
    participation::CHAPTER,
    labour::CHAPTER,
];

/// How many rows the catalogue has.
pub fn count() -> usize {
    CHAPTERS.iter().map(|c| c.len()).sum()
}

/// All rows in order.
pub fn all() -> impl Iterator<Item = &'static Declaration> {
    CHAPTERS.iter().copied().flatten()
}

/// A row by its place. Panics beyond the end.
pub fn declaration(index: usize) -> &'static Declaration {
    all().nth(index).expect("the catalogue has this row")
}

/// The place of the row with this name.
pub fn find(name: &str) -> Option<usize> {
    all().position(|d| d.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::Role;

    #[test]
    fn no_two_levers_share_a_name() {
        let mut names: Vec<_> = all().map(|d| d.name).collect();
        names.sort_unstable();
        let before = names.len();
        names.dedup();
        assert_eq!(names.len(), before);
    }

    #[test]
    fn every_lever_has_an_english_name_of_its_own() {
        let named = || all().filter(|row| !row.english.is_empty());
        for row in all() {
            assert!(row.role == Role::Uncertainty || !row.english.is_empty(), "{} has no name", row.name);
            assert!(!row.english.contains('_'), "{}", row.name);
        }
        let mut names: Vec<_> = named().map(|row| row.english).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|two| two[0] != two[1]), "{names:?}");
    }
}
