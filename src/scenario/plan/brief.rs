//! Plans of briefings: what is published of which scenario, beside which others, from how many replications.

use std::collections::BTreeMap;

use super::super::Failed;
use super::super::codes;
use super::super::dates;
use super::super::document::unknown_key;
use super::super::problems::{Problems, both, none, quoted};
use super::super::syntax::{self, Key, Node, Raw, text, wrong_kind};
use super::super::value::word;
use super::count;
use crate::diagnostic::{Diagnostic, Severity, Text};
use crate::time::Day;

const KEYS: [&str; 11] = [
    "format",
    "name",
    "name_nl",
    "scenario",
    "replications",
    "seed",
    "thin",
    "until",
    "charts",
    "variants",
    "sweeps",
];
const VARIANT_KEYS: [&str; 5] = ["scenario", "name", "name_nl", "probability", "source"];
const SWEEP_KEYS: [&str; 4] = ["folder", "outcome", "above", "below"];
/// More scenarios beside the first than this nobody keeps apart.
pub(super) const MOST: usize = 6;

/// A plan of a briefing that can be carried out.
#[derive(Clone, PartialEq, Debug)]
pub struct Brief {
    /// Its title.
    pub title: Text,
    /// What it is about: an embedded name or a path.
    pub scenario: String,
    /// The scenarios beside it.
    pub variants: Vec<Variant>,
    /// Replications of each.
    pub replications: u32,
    /// The seed.
    pub seed: u64,
    /// The chain is run at one in so many; one for the whole chain.
    pub one_in: u32,
    /// The last day, when it is not that of the scenario.
    pub until: Option<Day>,
    /// Names of charts, in their order on the page.
    pub charts: Vec<String>,
    /// Finished sweeps whose findings it shows.
    pub sweeps: Vec<Shown>,
}

/// A scenario beside the first.
#[derive(Clone, PartialEq, Debug)]
pub struct Variant {
    /// Its short name.
    pub id: String,
    /// Its title, when it is not that of the scenario.
    pub title: Option<Text>,
    /// An embedded name or a path.
    pub scenario: String,
    /// How probable the plan states it to be, 0 to 1, and on whose authority.
    pub probability: Option<(f64, String)>,
}

/// What a briefing shows of a finished sweep: what drives its outcomes, or where in its space one of them happens.
#[derive(Clone, PartialEq, Debug)]
pub struct Shown {
    /// Its short name.
    pub id: String,
    /// The folder of the sweep.
    pub folder: String,
    /// The outcome; all of them where there is none.
    pub outcome: Option<String>,
    /// Whether the outcome is to lie above a value or below it, and that value.
    pub limit: Option<(bool, f64)>,
}

/// A plan without errors, with its warnings and the text they point into.
#[derive(Debug)]
pub struct BriefPlanned {
    /// The plan.
    pub plan: Brief,
    /// What the user probably meant otherwise.
    pub warnings: Vec<Diagnostic>,
    /// The text, by name.
    pub texts: BTreeMap<String, String>,
}

/// Reads a plan from the bytes of a file. `charts` are the names of all charts.
pub fn brief(name: &str, bytes: &[u8], charts: &[&str]) -> Result<BriefPlanned, Failed> {
    let mut problems = Problems::default();
    let (_, root) = syntax::read(&mut problems, name, bytes, false);
    let plan = root.and_then(|root| read(&mut problems, &root, charts));
    let (diagnostics, texts) = problems.finish();
    match plan.filter(|_| diagnostics.iter().all(|d| d.severity != Severity::Error)) {
        Some(plan) => Ok(BriefPlanned { plan, warnings: diagnostics, texts }),
        None => Err(Failed { diagnostics, texts }),
    }
}

fn read(problems: &mut Problems, root: &Node, charts: &[&str]) -> Option<Brief> {
    let Raw::Table(entries) = &root.raw else { return None };
    let top = entries.first().map_or(root.spot, |(key, _)| key.spot);
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    for (key, _) in entries.iter().filter(|(key, _)| !KEYS.contains(&key.text.as_str())) {
        unknown_key(problems, key, "plan", &KEYS);
    }
    for (name, line, code) in
        [("format", "format = 1", codes::NO_FORMAT), ("name", "name = \"...\"", codes::MISSING)]
    {
        if field(name).is_none() {
            problems.error(
                code,
                top,
                both(format!("in het plan ontbreekt {name}"), format!("the plan lacks {name}")),
                none(),
                both(format!("zet erbij: {line}"), format!("add: {line}")),
            );
        }
    }
    if let Some(node) = field("format").filter(|node| !matches!(node.raw, Raw::Number(1.0) | Raw::Broken)) {
        problems.error(
            codes::OTHER_FORMAT,
            node.spot,
            both("deze versie leest alleen formaat 1", "this version reads format 1 only"),
            none(),
            both("schrijf format = 1", "write format = 1"),
        );
    }
    let title = titles(problems, entries);
    let scenario = match field("scenario") {
        Some(node) => text(problems, node, "scenario"),
        None => Some("baseline".to_owned()),
    };
    let mut whole = |name: &str, usual: u64, bounds: (u64, u64)| match field(name) {
        Some(node) => count(problems, node, name, bounds),
        None => Some(usual),
    };
    let replications = whole("replications", 200, (1, 1_000_000));
    let seed = whole("seed", 1, (0, 1 << 53));
    let thin = whole("thin", 1, (1, 100));
    let until = field("until").and_then(|node| dates::day(problems, node, "until"));
    let charts = match field("charts") {
        Some(node) => chosen(problems, node, charts),
        None => ["inflow", "reception"].map(str::to_owned).to_vec(),
    };
    let variants = field("variants").map(|node| variants(problems, node)).unwrap_or_default();
    let sweeps = field("sweeps").map(|node| sweeps(problems, node)).unwrap_or_default();
    Some(Brief {
        title: title?,
        scenario: scenario?,
        variants,
        replications: u32::try_from(replications?).ok()?,
        seed: seed?,
        one_in: u32::try_from(thin?).ok()?,
        until,
        charts,
        sweeps,
    })
}

/// `name`, and `name_nl` where it is given.
fn titles(problems: &mut Problems, entries: &[(Key, Node)]) -> Option<Text> {
    let mut title = |name: &str| {
        let node = entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node)?;
        text(problems, node, name)
    };
    let (nl, en) = (title("name_nl"), title("name")?);
    Some(Text::new(nl.unwrap_or_else(|| en.clone()), en))
}

fn chosen(problems: &mut Problems, node: &Node, charts: &[&str]) -> Vec<String> {
    let Raw::List(items) = &node.raw else {
        let cure =
            ("schrijf charts = [\"inflow\", \"reception\"]", "write charts = [\"inflow\", \"reception\"]");
        wrong_kind(problems, node, "charts", ("een lijst van namen", "a list of names"), cure);
        return Vec::new();
    };
    let mut chosen: Vec<String> = Vec::new();
    for item in items {
        let Some(place) = word(problems, item, "charts", charts) else { continue };
        if chosen.iter().any(|name| name == charts[place]) {
            problems.warning(
                codes::NO_EFFECT,
                item.spot,
                both("deze grafiek staat er twee keer", "this chart stands here twice"),
                none(),
                both("haal er één weg", "take one away"),
            );
        } else {
            chosen.push(charts[place].to_owned());
        }
    }
    chosen
}

fn variants(problems: &mut Problems, node: &Node) -> Vec<Variant> {
    let Raw::Table(entries) = &node.raw else {
        let cure = (
            "schrijf [variants.naam] en daaronder scenario = \"...\"",
            "write [variants.name] and below it scenario = \"...\"",
        );
        wrong_kind(problems, node, "variants", ("een tabel", "a table"), cure);
        return Vec::new();
    };
    let all: Vec<(Variant, &Node)> =
        entries.iter().filter_map(|(key, body)| Some((variant(problems, key, body)?, body))).collect();
    if let Some((key, _)) = entries.get(MOST) {
        problems.error(
            codes::TOO_MANY,
            key.spot,
            both(
                format!("een briefing heeft hooguit {MOST} varianten"),
                format!("a briefing has at most {MOST} variants"),
            ),
            none(),
            both("maak er twee briefings van", "make two briefings of it"),
        );
    }
    let sum: f64 = all.iter().filter_map(|(one, _)| one.probability.as_ref()).map(|(share, _)| share).sum();
    if let Some((_, body)) =
        all.iter().rfind(|(one, _)| one.probability.is_some()).filter(|_| sum > 1.0 + 1e-9)
    {
        problems.error(
            codes::BOUNDS,
            body.spot,
            both(
                "de kansen van de varianten zijn samen meer dan 1",
                "the probabilities of the variants add up to more than 1",
            ),
            none(),
            both(
                "samen met het eerste scenario zijn ze hooguit 1; verlaag er een",
                "with the first scenario they are at most 1; lower one",
            ),
        );
    }
    all.into_iter().map(|(one, _)| one).collect()
}

/// The table of a short name, which names files too; its keys are looked over.
fn named<'a>(
    problems: &mut Problems,
    (key, node): (&Key, &'a Node),
    (section, keys): (&str, &[&str]),
    what: (&str, &str),
) -> Option<&'a [(Key, Node)]> {
    let shown = quoted(&key.text);
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !key.text.chars().all(plain) || key.text.is_empty() || key.text.len() > 40 {
        problems.error(
            codes::UNKNOWN_KEY,
            key.spot,
            both(
                format!("`{shown}` kan geen naam van {} zijn", what.0),
                format!("`{shown}` cannot be the name of {}", what.1),
            ),
            none(),
            both(
                "een korte naam heeft hooguit 40 letters, cijfers, - en _",
                "a short name has at most 40 letters, digits, - and _",
            ),
        );
        return None;
    }
    let Raw::Table(entries) = &node.raw else {
        let line = format!("{{ {} = \"...\" }}", keys[0]);
        let cure = (format!("schrijf {line}"), format!("write {line}"));
        wrong_kind(problems, node, &shown, ("een tabel", "a table"), (&cure.0, &cure.1));
        return None;
    };
    for (key, _) in entries.iter().filter(|(key, _)| !keys.contains(&key.text.as_str())) {
        unknown_key(problems, key, section, keys);
    }
    Some(entries)
}

fn sweeps(problems: &mut Problems, node: &Node) -> Vec<Shown> {
    let Raw::Table(entries) = &node.raw else {
        let cure = (
            "schrijf [sweeps.naam] en daaronder folder = \"...\"",
            "write [sweeps.name] and below it folder = \"...\"",
        );
        wrong_kind(problems, node, "sweeps", ("een tabel", "a table"), cure);
        return Vec::new();
    };
    entries.iter().filter_map(|(key, body)| sweep(problems, key, body)).collect()
}

fn sweep(problems: &mut Problems, key: &Key, node: &Node) -> Option<Shown> {
    let entries = named(problems, (key, node), ("[sweeps]", &SWEEP_KEYS), ("een sweep", "a sweep"))?;
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    let mut wrong = |nl: &str, en: &str, cure: &str| {
        let shown = quoted(&key.text);
        problems.error(
            codes::MISSING,
            key.spot,
            both(format!("de sweep `{shown}`: {nl}"), format!("the sweep `{shown}`: {en}")),
            none(),
            both(format!("zet erbij: {cure}"), format!("add: {cure}")),
        );
    };
    let limits = [("above", true), ("below", false)].map(|(name, above)| Some((field(name)?, above)));
    if field("folder").is_none() {
        wrong("er staat niet waar hij is", "where it is does not stand here", "folder = \"out/plan\"");
    }
    if limits.iter().any(Option::is_some) && field("outcome").is_none() {
        wrong("een grens geldt voor één uitkomst", "a limit holds for one outcome", "outcome = \"...\"");
    }
    if let [Some(_), Some((node, _))] = limits {
        problems.error(
            codes::BOUNDS,
            node.spot,
            both("above en below gaan niet samen", "above and below do not go together"),
            none(),
            both("laat er één staan", "leave one of them"),
        );
    }
    let limit = limits.into_iter().flatten().next();
    let limit = match limit {
        Some((node, above)) => match node.raw {
            Raw::Number(number) => Some((above, number)),
            _ => {
                let cure = ("schrijf een getal, zoals 5000", "write a number, such as 5000");
                wrong_kind(
                    problems,
                    node,
                    if above { "above" } else { "below" },
                    ("een getal", "a number"),
                    cure,
                );
                None
            }
        },
        None => None,
    };
    let outcome = field("outcome").and_then(|node| text(problems, node, "outcome"));
    Some(Shown { id: key.text.clone(), folder: text(problems, field("folder")?, "folder")?, outcome, limit })
}

fn variant(problems: &mut Problems, key: &Key, node: &Node) -> Option<Variant> {
    let shown = quoted(&key.text);
    let entries = named(problems, (key, node), ("[variants]", &VARIANT_KEYS), ("een variant", "a variant"))?;
    let field = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
    let mut lacks = |line: &str| {
        problems.error(
            codes::MISSING,
            key.spot,
            both(
                format!("de variant `{shown}` is niet compleet"),
                format!("the variant `{shown}` is not complete"),
            ),
            none(),
            both(format!("zet erbij: {line}"), format!("add: {line}")),
        );
    };
    if field("scenario").is_none() {
        lacks("scenario = \"inflow_doubled\"");
    }
    if field("probability").is_some() && field("source").is_none() {
        lacks("source = \"...\" (wie de kans noemt; who states the probability)");
    }
    let title = titles(problems, entries);
    let source = field("source").and_then(|node| text(problems, node, "source"));
    let share = field("probability").and_then(|node| share(problems, node));
    Some(Variant {
        id: key.text.clone(),
        title,
        scenario: text(problems, field("scenario")?, "scenario")?,
        probability: share.zip(source),
    })
}

fn share(problems: &mut Problems, node: &Node) -> Option<f64> {
    let Raw::Number(number) = node.raw else {
        let cure = ("schrijf probability = 0.25", "write probability = 0.25");
        wrong_kind(problems, node, "probability", ("een getal", "a number"), cure);
        return None;
    };
    if (0.0..=1.0).contains(&number) {
        return Some(number);
    }
    let meant = if (1.0..=100.0).contains(&number) { number / 100.0 } else { 0.25 };
    problems.error(
        codes::BOUNDS,
        node.spot,
        both("een kans ligt tussen 0 en 1", "a probability lies between 0 and 1"),
        none(),
        both(format!("schrijf probability = {meant}"), format!("write probability = {meant}")),
    );
    None
}

#[cfg(test)]
mod tests {
    use super::super::{BASELINE, brief_template};
    use super::*;
    use crate::diagnostic::Language;

    const CHARTS: [&str; 3] = ["inflow", "reception", "housing"];

    #[test]
    fn the_plan_to_begin_with_is_sound_with_its_comments_and_without() {
        for language in [Language::Nl, Language::En] {
            let text = brief_template(&CHARTS, language);
            let bare = brief("plan.toml", text.as_bytes(), &CHARTS).unwrap().plan;
            assert_eq!((bare.variants.len(), bare.replications, bare.until), (0, 200, None));
            let used: Vec<&str> = text
                .lines()
                .map(|line| if line.starts_with("##") { line } else { line.trim_start_matches('#') })
                .collect();
            let full = brief("plan.toml", used.join("\n").as_bytes(), &CHARTS).unwrap().plan;
            assert_eq!(full.variants[0].probability.as_ref().unwrap().0, 0.05);
            assert_eq!(full.title.nl, "Verwachte instroom");
            assert!(full.until.is_some());
            assert_eq!(full.sweeps[0].limit, Some((true, 5_000.0)));
        }
        assert!(brief("baseline", BASELINE.as_bytes(), &CHARTS).is_ok());
    }

    #[test]
    fn everything_that_is_wrong_with_a_plan_is_told_at_once_with_its_cure() {
        let text = "format = 2\nnaam = \"x\"\nname = \"x\"\nreplications = 0\nuntil = 2028-02-30\ncharts = [\"inflw\", \"housing\", \"housing\"]\n\
                    [variants.a]\nprobability = 70\n[variants.\"b c\"]\nscenario = \"baseline\"\n\
                    [variants.d]\nscenario = \"baseline\"\nprobability = 0.7\nsource = \"x\"\n\
                    [variants.e]\nscenario = \"baseline\"\nprobability = 0.7\nsource = \"x\"\n\
                    [sweeps.f]\nabove = \"veel\"\n[sweeps.g]\nfolder = \"g\"\noutcome = \"x\"\nabove = 1\nbelow = 2\n";
        let failed = brief("plan.toml", text.as_bytes(), &CHARTS).unwrap_err();
        let lines: Vec<usize> = failed.diagnostics.iter().filter_map(|d| d.line(&failed.texts)).collect();
        for line in [1, 2, 4, 5, 6, 7, 8, 9, 19, 20, 25] {
            assert!(lines.contains(&line), "line {line}: {:#?}", failed.diagnostics);
        }
        assert!(failed.diagnostics.iter().all(|d| d.help.is_some()));
        let sum = |d: &&Diagnostic| d.title.en.contains("more than 1");
        assert_eq!(failed.diagnostics.iter().filter(sum).count(), 1);
    }
}
