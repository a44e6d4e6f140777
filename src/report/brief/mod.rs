//! The page, the pictures and the tables of a briefing: fit to be published, the answer first.

mod accounted;
mod content;
mod likelihood;
#[cfg(feature = "cli")]
mod pdf;
mod pictures;
mod sheet;
mod sheets;
mod special;
mod words;
#[cfg(feature = "cli")]
mod workbook;

pub use accounted::brief_accounts;
pub(in crate::report) use content::Table;
#[cfg(feature = "cli")]
pub use pdf::brief_pdf;
pub use pictures::{brief_pictures, chart_names};
pub use sheet::{Cell, Head, Sheet};
pub use special::{Beyond, beyond};
#[cfg(feature = "cli")]
pub use workbook::workbook;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment};

use super::analysis::Analysed;
use super::chart::Picture;
use super::texts::{Language, fill};
use crate::diagnostic::Text;
use crate::study::briefing::Briefing;
use content::{answer, content};
use sheets::Read;
use words::words;

const TEMPLATE: &str = include_str!("../brief.html");

/// A title with the probability that a plan states.
pub fn stated(title: &Text, probability: f64) -> Text {
    let of = |language: Language| {
        let share = language.percent(probability);
        fill(words(language).stated, &[("title", title.to(language)), ("share", &share)])
    };
    Text::new(of(Language::Nl), of(Language::En))
}

/// The tables of a briefing, those of a letter first.
pub fn brief_sheets(of: &Briefing, analysed: &[Analysed], language: Language) -> Vec<Sheet> {
    Read { of, analysed, language }.sheets()
}

/// The page with everything on it, that needs no network.
pub fn brief_html(
    of: &Briefing,
    pictures: &[Vec<Picture>],
    analysed: &[Analysed],
    language: Language,
) -> String {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("brief.html", TEMPLATE).expect("the template of the page is well-formed");
    environment.add_template("style.css", super::page::STYLE).expect("the style has nothing to fill in");
    environment.add_template("grid.html", super::page::GRID).expect("the table of the page is well-formed");
    let template = environment.get_template("brief.html").expect("the template was just added");
    let all = Serde(content(&Read { of, analysed, language }, pictures));
    template.render(all).expect("the template asks only for what it is given")
}

/// The sentences that the briefing leads with: those of its charts in their order, the official figures, how often places run
/// short, and what its sweeps found.
pub fn brief_answer(of: &Briefing, analysed: &[Analysed], language: Language) -> Vec<String> {
    answer(&Read { of, analysed, language })
}

#[cfg(test)]
mod tests;
