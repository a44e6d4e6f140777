//! `levers --prove`: each lever stepped up and down in a world in which it binds somebody, as a table and a verdict.

use std::num::NonZero;
use std::path::PathBuf;

use clap::{Arg, ArgMatches, value_parser};

use super::console::Console;
use super::exit::{Code, Stop};
use super::language::pick;
use super::output::whole;
use super::progress::Progress;
use super::{help, interrupt, limits, table};
use crate::diagnostic::{Language, Text};
use crate::policy::proof;
use crate::record::Series;
use crate::study::prove::{self, Outcome, Proof, Settings, Sign, Verdict};

/// A value longer than this is told as changed, and no longer read.
const LONG: usize = 28;

/// The options that go with `--prove`.
pub(super) fn options(language: Language) -> [Arg; 5] {
    let number =
        |id, help| help::option(language, id, "N", help).value_parser(value_parser!(u64)).requires("prove");
    [
        help::flag(
            language,
            "prove",
            (
                "Toets of elke knop (of elke genoemde) is aangesloten: iets beweegt, in de richting die de catalogus zegt",
                "Prove that every lever (or every one named) is wired: something moves, the way the catalogue says",
            ),
        )
        .conflicts_with_all(["letter", "search"]),
        number("thin", ("Keten van één op N [standaard: 10]", "Chain of one in N [default: 10]")),
        number(
            "replications",
            ("Replicaties van elke run [standaard: 2]", "Replications of each run [default: 2]"),
        ),
        help::threads(language).requires("prove"),
        help::option(
            language,
            "out",
            "FILE",
            ("Schrijf de tabel ook in dit bestand (Markdown)", "Also write the table to this file (Markdown)"),
        )
        .value_parser(value_parser!(PathBuf))
        .requires("prove"),
    ]
}

pub(super) fn call(console: &Console, rows: Vec<usize>, matches: &ArgMatches) -> Result<Code, Stop> {
    let number = |name: &str| matches.get_one::<u64>(name).copied();
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get) as u64;
    let usual = Settings::default();
    let settings = Settings {
        one_in: number("thin").map_or(Ok(usual.one_in), |n| limits::thin(Some(n), false))?,
        replications: number("replications").map_or(Ok(usual.replications), limits::replications)?,
        threads: limits::threads(number("threads").unwrap_or(cores))?,
        ..usual
    };
    let stop = interrupt::listen(console);
    let progress = Progress::of(console, prove::runs(&rows, &settings), ("runs", "runs"));
    let proofs = prove::prove(&rows, &settings, &|done| progress.done(done), stop);
    progress.end();
    let Some(proofs) = proofs else {
        console
            .warn(&Text::new("Gestopt voor het einde: geen oordeel.", "Stopped before the end: no verdict."));
        return Ok(interrupt::code());
    };
    if let Some(path) = matches.get_one::<PathBuf>("out") {
        whole(path, &markdown(console.language, &settings, &proofs))?;
    }
    console.print(&terminal(console.language, &settings, &proofs))?;
    Ok(if proofs.iter().all(|proof| proof.verdict.holds()) { Code::Done } else { Code::Failed })
}

/// What the table shows and what it does not, and how it was made.
fn head(language: Language, settings: &Settings) -> String {
    let Settings { one_in, replications, seed, months, .. } = settings;
    let day = prove::stepped_on();
    pick(
        language,
        format!(
            "Dit toont dat een knop is aangesloten, niet dat wat hij doet klopt. Elke knop is op {day} omhoog en omlaag gezet \
             in een wereld waarin hij iemand bindt, met hetzelfde toeval: keten van één op {one_in}, {replications} \
             replicaties (seed {seed}), onzekerheden vast, {months} maanden na de stap. Een stroom is de som na de stap, al \
             het andere het gemiddelde; geld en wat de knop zelf zet tellen niet als effect."
        ),
        format!(
            "This shows that a lever is wired, not that what it does is right. Each lever is stepped up and down on {day} in \
             a world in which it binds somebody, under the same luck: a chain of one in {one_in}, {replications} \
             replications (seed {seed}), uncertainties held, {months} months after the step. A flow is the sum after the \
             step, anything else the mean; money and what the lever itself sets count as no effect."
        ),
    )
}

fn headings(language: Language) -> [&'static str; 6] {
    pick(
        language,
        ["knop", "stap", "uitkomst", "omhoog", "omlaag", "oordeel"],
        ["lever", "step", "outcome", "up", "down", "verdict"],
    )
}

/// The rows of a lever: one for each outcome, its name, step and verdict on the first.
fn rows(language: Language, proof: &Proof) -> Vec<[String; 6]> {
    let mut name = proof.lever.name.to_string();
    let mut step = steps(language, proof);
    let mut verdict = said(language, proof);
    let row = |outcome: &Outcome| {
        let sign = match outcome.sign {
            Sign::More => "+",
            Sign::Less => "-",
            Sign::Either => "?",
        };
        let [up, down] = outcome.stepped.map(|with| change(language, outcome.without, with));
        let (name, step, verdict) =
            (std::mem::take(&mut name), std::mem::take(&mut step), std::mem::take(&mut verdict));
        [name, step, format!("{} {sign}", outcome.series.id()), up, down, verdict]
    };
    proof.outcomes.iter().map(row).collect()
}

fn steps(language: Language, proof: &Proof) -> String {
    let short = |value: &str| {
        let long = value.chars().count() > LONG;
        if long {
            pick(language, "anders", "otherwise").to_string()
        } else {
            value.trim_matches('"').to_string()
        }
    };
    let to: Vec<String> =
        proof.to.iter().map(|value| value.as_deref().map_or("-".to_string(), short)).collect();
    let from = if proof.from.chars().count() > LONG { "{ }".to_string() } else { short(&proof.from) };
    format!("{from} → {}", to.join(" / "))
}

/// How much an outcome changes: in percent of what it was, or itself where it was nought.
fn change(language: Language, without: f64, with: Option<f64>) -> String {
    let Some(with) = with else { return "-".to_string() };
    let moved = with - without;
    let text = if moved == 0.0 {
        "0".to_string()
    } else if without == 0.0 {
        format!("{moved:+.1}")
    } else {
        format!("{:+.2} %", 100.0 * moved / without.abs())
    };
    pick(language, text.replace('.', ","), text.clone())
}

fn said(language: Language, proof: &Proof) -> String {
    let names = |series: &[Series]| {
        const MOST: usize = 4;
        let mut names: Vec<&str> = series.iter().take(MOST).map(|series| series.id()).collect();
        if series.len() > MOST {
            names.push("...");
        }
        names.join(", ")
    };
    match &proof.verdict {
        Verdict::Wired => {
            let moved = proof.moved;
            pick(language, format!("aangesloten; {moved} reeksen"), format!("wired; {moved} series"))
        }
        Verdict::Alone => {
            let why = proof::alone(proof.lever.name).unwrap_or_default();
            pick(
                language,
                format!("zonder effect, zoals gezegd: {}", why.0),
                format!("without effect, as said: {}", why.1),
            )
        }
        Verdict::Unsound => pick(language, "BOEKEN KLOPPEN NIET", "BOOKS DO NOT ADD UP").to_string(),
        Verdict::Before => pick(language, "VERSCHIL VOOR DE STAP", "DIFFERS BEFORE THE STEP").to_string(),
        Verdict::WithoutEffect => pick(language, "ZONDER EFFECT", "WITHOUT EFFECT").to_string(),
        Verdict::Still(series) => {
            let names = names(series);
            pick(language, format!("STAAT STIL: {names}"), format!("DOES NOT MOVE: {names}"))
        }
        Verdict::Against(series) => {
            let names = names(series);
            pick(language, format!("ANDERS DAN GEZEGD: {names}"), format!("OTHERWISE THAN SAID: {names}"))
        }
        Verdict::NotAlone(series) => {
            let names = names(series);
            pick(
                language,
                format!("WEL EFFECT, ANDERS DAN GEZEGD: {names}"),
                format!("HAS AN EFFECT, OTHERWISE THAN SAID: {names}"),
            )
        }
    }
}

fn terminal(language: Language, settings: &Settings, proofs: &[Proof]) -> String {
    let mut lines = vec![headings(language).map(String::from).to_vec()];
    lines.extend(proofs.iter().flat_map(|proof| rows(language, proof)).map(|row| row.to_vec()));
    let mut text = table::wrapped(&head(language, settings), "", 110) + "\n" + &table::columns(&lines);
    for (title, told) in notes(language, proofs) {
        text += &format!("\n{title}\n");
        for (name, why) in told {
            text += &table::wrapped(&format!("{name}: {why}"), "  ", 110);
        }
    }
    text + "\n" + &conclusion(language, proofs)
}

/// The table as a document.
fn markdown(language: Language, settings: &Settings, proofs: &[Proof]) -> String {
    let title = pick(language, "Welke knoppen zijn aangesloten", "Which levers are wired");
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut text = format!("# {title}\n\n{}\n\n", head(language, settings));
    text += &pick(
        language,
        format!(
            "Geschreven door `doorstroom levers --prove --out FILE`, versie {}.\n\n",
            env!("CARGO_PKG_VERSION")
        ),
        format!(
            "Written by `doorstroom levers --prove --out FILE`, version {}.\n\n",
            env!("CARGO_PKG_VERSION")
        ),
    );
    text += &format!("{}\n\n", conclusion(language, proofs).trim_end());
    text += &line(&headings(language).map(String::from));
    text += &line(&["---"; 6].map(String::from));
    for row in proofs.iter().flat_map(|proof| rows(language, proof)) {
        let [name, step, outcome, up, down, verdict] = row;
        let code = |text: String| if text.is_empty() { text } else { format!("`{text}`") };
        text += &line(&[code(name), step, code(outcome), up, down, verdict]);
    }
    for (title, told) in notes(language, proofs) {
        text += &format!("\n## {title}\n\n");
        for (name, why) in told {
            text += &format!("- `{name}`: {why}.\n");
        }
    }
    text
}

/// Where levers were stepped, and what works either way.
type Notes = Vec<(&'static str, Vec<(String, String)>)>;

fn notes(language: Language, proofs: &[Proof]) -> Notes {
    let worlds: Vec<(String, String)> = proofs
        .iter()
        .filter(|proof| proof.trial.world != "baseline" || !proof.sets.is_empty())
        .map(|proof| {
            let sets =
                if proof.sets.is_empty() { String::new() } else { format!(": {}", proof.sets.join("; ")) };
            (proof.lever.name.to_string(), format!("{}{sets}", proof.trial.world))
        })
        .collect();
    let either: Vec<(String, String)> = proofs
        .iter()
        .flat_map(|proof| proof.outcomes.iter().map(move |outcome| (proof.lever.name, outcome.series.id())))
        .filter_map(|(lever, series)| {
            let (nl, en) = proof::either(lever, series)?;
            Some((format!("{lever}, {series}"), pick(language, nl, en).to_string()))
        })
        .collect();
    let all = [
        (
            pick(
                language,
                "Gezet in een andere wereld dan het geldende recht",
                "Stepped in another world than the law in force",
            ),
            worlds,
        ),
        (pick(language, "Wat beide kanten op werkt (?)", "What works either way (?)"), either),
    ];
    all.into_iter().filter(|(_, told)| !told.is_empty()).collect()
}

fn conclusion(language: Language, proofs: &[Proof]) -> String {
    let count = |wanted: fn(&Verdict) -> bool| proofs.iter().filter(|proof| wanted(&proof.verdict)).count();
    let (all, wired) = (proofs.len(), count(|verdict| *verdict == Verdict::Wired));
    let (alone, wrong) = (count(|verdict| *verdict == Verdict::Alone), count(|verdict| !verdict.holds()));
    pick(
        language,
        format!(
            "Van {all} knoppen: {wired} aangesloten, {alone} zonder effect zoals de catalogus zegt, {wrong} anders dan gezegd.\n"
        ),
        format!(
            "Of {all} levers: {wired} wired, {alone} without effect as the catalogue says, {wrong} otherwise than said.\n"
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_told_in_percent_or_themselves_where_there_was_nothing() {
        assert_eq!(change(Language::En, 200.0, Some(250.0)), "+25.00 %");
        assert_eq!(change(Language::Nl, 200.0, Some(199.0)), "-0,50 %");
        assert_eq!(change(Language::En, 0.0, Some(12.0)), "+12.0");
        assert_eq!(change(Language::En, 3.0, Some(3.0)), "0");
        assert_eq!(change(Language::En, 3.0, None), "-");
    }
}
