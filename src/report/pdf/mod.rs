//! A report as a PDF that can be read aloud (PDF/UA-1): tagged, with bookmarks, a language, and an alternative for each
//! picture. Blocks go in, pages on A4 come out; the same blocks give the same bytes, for no clock is asked.

mod drawing;
mod face;
mod flow;
mod grid;
mod writer;

pub(super) use drawing::Drawing;
pub(super) use grid::{Body, Grid, Line};

use super::texts::Language;
use crate::time::Day;
use flow::Flow;

/// What becomes a PDF.
pub(super) struct Document {
    pub(super) language: Language,
    pub(super) title: String,
    /// What kind of document it is, in a sentence.
    pub(super) subject: String,
    /// The day in its properties: the one up to which its figures go.
    pub(super) day: Day,
    pub(super) blocks: Vec<Block>,
}

/// A piece of a document, one below the other.
pub(super) enum Block {
    /// A heading of level 1 to 3; the second and third are bookmarks.
    Heading(u8, String),
    /// A paragraph.
    Text(Style, String),
    /// A warning that stands out.
    Warning(String),
    /// Points; those of an answer are larger.
    List(Style, Vec<String>),
    /// Terms with what they are.
    Terms(Vec<(String, String)>),
    Table(Grid),
    Figure(Box<Drawing>),
    /// What follows begins on a new page.
    NewPage,
}

/// How large and in which colour a text is set.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// What the document leads with.
    Lead,
    Body,
    /// What explains.
    Quiet,
    /// What explains the block that follows, with which it stays.
    QuietAbove,
}

impl Document {
    /// The file.
    pub(super) fn write(self) -> Vec<u8> {
        let mut flow = Flow::new();
        flow.place(&self.blocks);
        writer::write(&self, &flow)
    }
}

#[cfg(test)]
mod tests;
