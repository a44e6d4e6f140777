//! Who went from which stage to which: a Sankey of the first and of the last whole year.

use super::super::sheet::{Cell, Sheet};
use super::{Scenarios, Special, card, either};
use crate::record::Account;
use crate::report::chart::{Body, Drawing, FlowLink, FlowNode, FlowPeriod};
use crate::report::summary::View;
use crate::report::texts::{Language, fill};
use crate::study::briefing::{FlowYear, Seen};

/// Fewer persons than this are not shown.
const FEWEST: f64 = 10.0;

/// Where an account stands in the picture: its column, its wish within that, and its name in both languages.
const fn place(account: Account) -> (usize, f64, [&'static str; 2]) {
    match account {
        Account::CameAsRelative => (0, 0.0, ["ingereisde familie", "relatives who arrive"]),
        Account::Came => (0, 0.4, ["asiel of hervestiging", "asylum or resettlement"]),
        Account::Unregistered => (1, 0.45, ["nog niet geregistreerd", "not yet registered"]),
        Account::OpenCase => (2, 0.4, ["openstaande zaak", "open case"]),
        Account::InAppeal => (3, 0.55, ["in beroep", "in appeal"]),
        Account::InTransfer => (3, 0.9, ["wacht op overdracht", "waits for transfer"]),
        Account::ToHouse => (4, 0.1, ["wacht op een woning", "waits for a dwelling"]),
        Account::MustLeave => (4, 0.75, ["moet vertrekken", "must leave"]),
        Account::Housed => (5, 0.05, ["gehuisvest", "housed"]),
        Account::Departed => (5, 0.7, ["aantoonbaar vertrokken", "departed provenly"]),
        Account::OutOfSight => (5, 0.85, ["uit beeld", "out of sight"]),
    }
}

/// Where those come from who go back to an earlier step, and where they go to.
const BACK_FROM: (usize, f64, [&str; 2]) = (0, 0.95, ["terug uit een latere stap", "back from a later step"]);
const BACK_TO: (usize, f64, [&str; 2]) = (5, 1.0, ["terug naar een eerdere stap", "back to an earlier step"]);

fn named(language: Language, names: [&'static str; 2]) -> &'static str {
    either(language, names[0], names[1])
}

/// The whole years that are shown: the first and the last; part of a year where there is no other.
fn shown(seen: &Seen) -> Vec<&FlowYear> {
    let whole: Vec<&FlowYear> = seen.flows.iter().filter(|year| year.months == 12).collect();
    match whole.as_slice() {
        [] => seen.flows.first().into_iter().collect(),
        [only] => vec![only],
        [first, .., last] => vec![first, last],
    }
}

fn persons(language: Language, value: f64) -> String {
    if value > 0.0 && value < FEWEST { "< 10".to_owned() } else { language.about(value.max(0.0)) }
}

pub(super) fn drawing<'a>(view: View<'a>, seen: &'a Seen) -> Option<Drawing<'a>> {
    let language = view.language;
    let periods: Vec<FlowPeriod> = shown(seen).into_iter().map(|year| period(language, year)).collect();
    if periods.is_empty() {
        return None;
    }
    let title =
        either(language, "Stromen tussen de stappen van de keten", "Flows between the steps of the chain");
    let about = either(
        language,
        "Hoe dikker een band, hoe meer personen in dat jaar van de ene naar de andere stap gingen. Onder een stap van de keten \
         staat de voorraad aan het begin → aan het eind van het jaar; onder begin en eind hoeveel er kwamen of gingen.",
        "The thicker a band, the more persons went from one step to another in that year. Beneath a step of the chain stands its \
         stock at the beginning → at the end of the year; beneath beginnings and ends how many came or went.",
    );
    let note = either(
        language,
        "Gemiddelden van de replicaties, want die tellen op: begin + in − uit = eind, per stap; de controle van de run rekent dat \
         elke dag na. Zandkleurig: naar vertrek of uit beeld. Personen die binnen een stap blijven staan er niet in.",
        "Means of the replications, since these add up: start + in − out = end, for each step; the audit of the run checks it \
         every day. Sand: to departure or out of sight. Persons who stay within a step are not drawn.",
    );
    let card = card(&view, Special::Flows, title, &say(&view, seen), about, note);
    Some(Drawing { card, body: Body::Flows(periods) })
}

fn period(language: Language, year: &FlowYear) -> FlowPeriod {
    let mut links: Vec<FlowLink> = Vec::new();
    let (back_from, back_to) = (Account::ALL.len(), Account::ALL.len() + 1);
    let mut add = |from: usize, to: usize, persons: f64, leaves: bool| match links
        .iter_mut()
        .find(|link| (link.from, link.to) == (from, to))
    {
        Some(link) => link.persons += persons,
        None => links.push(FlowLink { from, to, persons, text: String::new(), leaves }),
    };
    for flow in &year.moves {
        let mean = flow.persons.mean.unwrap_or(0.0);
        let (left, right) = (place(flow.from).0, place(flow.to).0);
        let leaves = matches!(flow.to, Account::MustLeave | Account::Departed | Account::OutOfSight);
        if right > left {
            add(flow.from as usize, flow.to as usize, mean, leaves);
            continue;
        }
        // Two stubs instead of a band against the stream.
        if left < BACK_TO.0 {
            add(flow.from as usize, back_to, mean, false);
        }
        if right > BACK_FROM.0 {
            add(back_from, flow.to as usize, mean, leaves);
        }
    }
    for link in &mut links {
        link.text = persons(language, link.persons);
    }
    let sum = |of: &dyn Fn(&FlowLink) -> bool| -> f64 {
        links.iter().filter(|link| of(link)).map(|link| link.persons).sum()
    };
    let node = |n: usize, (column, rank, names): (usize, f64, [&'static str; 2]), chain: bool| {
        let number = if chain {
            let [start, end] = [&year.start, &year.end].map(|of| persons(language, of[n]));
            format!("{start} → {end}")
        } else {
            persons(language, sum(&|link| link.from == n || link.to == n))
        };
        FlowNode { name: named(language, names).to_owned(), number, column, rank }
    };
    let accounts = Account::ALL.iter().enumerate().map(|(n, one)| node(n, place(*one), one.in_chain()));
    let nodes = accounts.chain([node(back_from, BACK_FROM, false), node(back_to, BACK_TO, false)]).collect();
    let part = if year.months == 12 {
        String::new()
    } else {
        format!(" ({} ", year.months) + either(language, "maanden)", "months)")
    };
    FlowPeriod {
        heading: format!("{}{part}", year.year),
        unit: either(language, "personen", "persons").to_owned(),
        nodes,
        links,
    }
}

/// What comes into the chain and what leaves it.
pub(super) fn say(view: &View<'_>, seen: &Seen) -> Vec<String> {
    let language = view.language;
    let one = |year: &FlowYear| {
        let sum = |of: &dyn Fn(Account, Account) -> bool| -> String {
            let moves = year.moves.iter().filter(|flow| of(flow.from, flow.to));
            language.about(moves.map(|flow| flow.persons.mean.unwrap_or(0.0)).sum())
        };
        let stock = |of: &[f64]| -> String {
            let chain = Account::ALL.iter().filter(|account| account.in_chain());
            language.about(chain.map(|account| of[*account as usize]).sum())
        };
        let out = |to: Account| sum(&|from, target| from.in_chain() && target == to);
        let values = [
            ("year", year.year.to_string()),
            ("come", sum(&|from, to| !from.in_chain() && to.in_chain())),
            ("housed", out(Account::Housed)),
            ("departed", out(Account::Departed)),
            ("sight", out(Account::OutOfSight)),
            ("start", stock(&year.start)),
            ("end", stock(&year.end)),
        ];
        let template = either(
            language,
            "In {year} komen er {come} personen in de keten; {housed} gaan naar een woning, {departed} vertrekken aantoonbaar en \
             {sight} raken uit beeld. De keten gaat daarmee van {start} naar {end} personen.",
            "In {year}, {come} persons come into the chain; {housed} go to a dwelling, {departed} depart provenly and {sight} go out \
             of sight. That takes the chain from {start} to {end} persons.",
        );
        fill(template, &values.each_ref().map(|(key, value)| (*key, value.as_str())))
    };
    shown(seen).into_iter().map(one).collect()
}

pub(super) fn sheet(all: &Scenarios<'_>) -> Sheet {
    let (w, language) = (all.words(), all.language);
    let head = Sheet::head([
        ("scenario", w.scenario),
        ("year", w.year),
        ("from", either(language, "van", "from")),
        ("to", either(language, "naar", "to")),
        ("low_p10", w.low),
        ("mean", either(language, "gemiddelde", "mean")),
        ("high_p90", w.high),
    ]);
    let account = |one: Account| {
        let name = match language {
            Language::Nl => one.dutch(),
            Language::En => one.english(),
        };
        Cell::Word(one.id().to_owned(), name.to_owned())
    };
    let stock = |start: bool| {
        let text = if start {
            either(language, "voorraad aan het begin", "stock at the start")
        } else {
            either(language, "voorraad aan het eind", "stock at the end")
        };
        Cell::Word(if start { "start" } else { "end" }.to_owned(), text.to_owned())
    };
    let mut rows = Vec::new();
    for (scenario, _, seen) in &all.list {
        for year in &seen.flows {
            let mut row = |from: Cell, to: Cell, cells: [Cell; 3]| {
                let mut row = vec![scenario.clone(), Cell::word(year.year.to_string()), from, to];
                row.extend(cells);
                rows.push(row);
            };
            let chain = || Account::ALL.iter().copied().filter(|one| one.in_chain());
            for one in chain() {
                let mean = Cell::persons(year.start.get(one as usize).copied());
                row(stock(true), account(one), [Cell::None, mean, Cell::None]);
            }
            for flow in &year.moves {
                let band = &flow.persons;
                let cells = [band.quantiles[1], band.mean, band.quantiles[5]].map(Cell::persons);
                row(account(flow.from), account(flow.to), cells);
            }
            for one in chain() {
                let mean = Cell::persons(year.end.get(one as usize).copied());
                row(account(one), stock(false), [Cell::None, mean, Cell::None]);
            }
        }
    }
    let about = either(
        language,
        "Personen die in een jaar van de ene naar de andere stap gingen. Gemiddelden tellen op: per stap is de voorraad aan het begin \
         met wie erbij kwam gelijk aan wie eruit ging met de voorraad aan het eind. Personen staan in tientallen; minder dan tien \
         worden niet getoond. Laag en hoog tellen niet op.",
        "Persons who went from one step to another in a year. Means add up: for each step the stock at the start and who came equal \
         who went and the stock at the end. Persons are in tens; fewer than ten are not shown. Low and high do not add up.",
    );
    Sheet {
        name: Special::Flows.name().to_owned(),
        title: either(language, "Stromen tussen de stappen per jaar", "Flows between the steps by year")
            .to_owned(),
        about: about.to_owned(),
        groups: 2,
        head,
        rows,
        mark: None,
    }
}
