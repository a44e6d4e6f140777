//! A user's own stocks on the page: what was read, what was filled in, and whether it closes.

use serde::Serialize;

use super::summary::{View, capital};
use super::texts::fill;
use crate::scenario::Figure;

/// The section as the page shows it.
#[derive(Serialize)]
pub(super) struct Own {
    about: String,
    included: bool,
    lists: Vec<List>,
    balances: Vec<[String; 6]>,
}

#[derive(Serialize)]
struct List {
    heading: &'static str,
    lines: Vec<[String; 3]>,
}

/// What the outcome says of them; nothing when the run began with the stocks of its scenario.
pub(super) fn own(view: &View<'_>) -> Option<Own> {
    let stocks = view.outcome.own.as_ref()?;
    let (texts, own) = (view.texts(), &stocks.own);
    let date = view.language.date(own.date);
    let value = |f: &Figure| if stocks.included { f.value.clone() } else { "…".to_owned() };
    let line = |f: &Figure| [capital(f.what.to(view.language)), value(f), f.how.to(view.language).to_owned()];
    let list = |heading, figures: &[Figure]| List { heading, lines: figures.iter().map(line).collect() };
    let lists = [list(texts.own_told, &own.told), list(texts.own_filled, &own.filled)];
    let balances = own.balances.iter().map(|b| {
        let [before, came, left, stock, residual] =
            [b.before, b.came, b.left, b.stock, b.residual].map(|n| view.language.whole(n));
        [capital(b.what.to(view.language)), before, came, left, stock, residual]
    });
    Some(Own {
        about: fill(texts.own_stocks_about, &[("date", &date), ("file", &own.name), ("hash", &own.sha256)]),
        included: stocks.included,
        lists: lists.into_iter().filter(|l| !l.lines.is_empty()).collect(),
        balances: balances.collect(),
    })
}
