//! The desk: a page asks, and the core answers, replication by replication.
//!
//! | `ask` | needs | does |
//! |---|---|---|
//! | `look` | `text`, `files` | reads the scenario: what it sets, what it does otherwise, what is wrong with it |
//! | `begin` | the same, `seed`, `one_in` | the same, and puts the run in place of the last one |
//! | `next` | | runs one replication more, of the variant, of the law in force, and of the variant without assumed effects on inflow; says how many are done from the first on |
//! | `wrap` | | the same, wrapped for the desk of another worker |
//! | `take` | `parcels` | takes in what another wrapped |
//! | `answer` | `view` | makes the outcome of the replications so far, and shows a view of it |
//! | `show` | `view` | shows another view of the last outcome, or the same in another language |
//! | `table` | | the tables of the last outcome that the command line writes, and `series.csv` of the law in force |
//!
//! Where several workers share a run, each begins it with its place in `hand` among `hands`, and runs every so manieth
//! replication; one that only takes in begins it too. Every request names its `language`. The numbers are those of the command line: the desk runs `study::compare` and
//! `study::assemble` with the options of a run, and what `table` gives are the bytes of its `series.csv`, `difference.csv` and
//! `levers.csv`.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::AtomicBool;

use serde::Deserialize;
use serde_json::{Value, json};

use super::capital;
use super::parcel::{unwrap, wrap};
use crate::diagnostic::{Diagnostic, Language, Severity, Text, render};
use crate::policy::{Role, levers};
use crate::record::{Audit, Daily};
use crate::report::comparison::fall;
use crate::report::{answer, explain, tables};
use crate::scenario::{self, Request, Scenario};
use crate::study::compare::{self, Moved, Run, moved_by_year};
use crate::study::outcome::Outcome;
use crate::study::replication::Replication;
use crate::study::run::month_ends;
use crate::study::{Options, assemble};
use crate::time::Day;

/// The name under which the text of a variant is read, and stands in messages.
pub(super) const VARIANT: &str = "variant.toml";
/// What a variant is held against, and extends unless it says otherwise.
pub(super) const LAW: &str = "baseline";
/// Runs of the law in force that are kept, so that a change of the variant costs its own replications only: of the chain as
/// thin as for a first answer, of the thinned one, and of the whole one.
const KEPT: usize = 3;

/// What a page asks.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Asked {
    ask: String,
    language: String,
    text: String,
    files: BTreeMap<String, String>,
    seed: u64,
    one_in: u32,
    view: String,
    hand: u32,
    hands: u32,
    parcels: Vec<String>,
}

/// Holds what is being run between requests.
#[derive(Debug, Default)]
pub struct Desk {
    law: Option<Scenario>,
    read: Option<Read>,
    running: Option<Running>,
    kept: Vec<Theirs>,
    shown: Option<Shown>,
}

/// The last variant that was sound, so that its stages are not read again one by one.
#[derive(Debug)]
struct Read {
    of: (String, BTreeMap<String, String>, Language),
    scenario: Scenario,
    reply: Value,
}

/// A variant that is being run.
#[derive(Debug)]
struct Running {
    scenario: Scenario,
    seed: u64,
    hand: u32,
    hands: u32,
    ours: Runs,
    /// The same without its assumed effects on inflow, where it assumes any.
    without: Option<(Scenario, Runs)>,
}

/// The replications of the law in force for one seed, thinning and period.
#[derive(Debug)]
struct Theirs {
    law: Scenario,
    seed: u64,
    runs: Runs,
}

/// Replications by number.
type Runs = BTreeMap<u32, Run>;

/// The last outcome, with the words of it that depend on the language.
#[derive(Debug)]
struct Shown {
    outcome: Outcome,
    moved: Vec<Moved>,
    titles: [Text; 4],
}

impl Desk {
    /// Answers a request; both are JSON. A request that cannot be answered gets `{"fault": ...}`.
    pub fn answer(&mut self, request: &str) -> String {
        let reply = match serde_json::from_str::<Asked>(request) {
            Ok(asked) => self.reply(&asked),
            Err(error) => Err(format!("no request: {error}")),
        };
        reply.unwrap_or_else(|fault| json!({ "fault": fault })).to_string()
    }

    fn reply(&mut self, asked: &Asked) -> Result<Value, String> {
        let language = match asked.language.as_str() {
            "nl" => Language::Nl,
            _ => Language::En,
        };
        match asked.ask.as_str() {
            "look" => Ok(self.look(asked, language).1),
            "begin" => Ok(self.begin(asked, language)),
            "next" => self.next().map(|_| self.done()),
            "wrap" => {
                let number = self.next()?;
                let (running, theirs) = in_hand(&mut self.running, &mut self.kept)?;
                let without = running.without.as_ref().map(|(_, runs)| wrap(&runs[&number]));
                let sides = [wrap(&running.ours[&number]), wrap(&theirs.runs[&number])];
                Ok(json!({ "parcels": sides.into_iter().chain(without).collect::<Vec<String>>() }))
            }
            "take" => self.take(&asked.parcels),
            "answer" => {
                self.outcome(language)?;
                self.show(language, &asked.view)
            }
            "show" => self.show(language, &asked.view),
            "table" => self.table(),
            other => Err(format!("nobody answers `{other}`")),
        }
    }

    fn law(&mut self) -> &Scenario {
        self.law.get_or_insert_with(|| {
            let files = |_: &str| Err(io::ErrorKind::NotFound.into());
            let read = scenario::read(&Request { scenario: LAW, sets: &[], files: &files });
            read.map(|checked| checked.scenario).expect("the embedded baseline is sound")
        })
    }

    /// Reads the variant, with all that the reader has to say of it.
    fn look(&mut self, asked: &Asked, language: Language) -> (Option<Scenario>, Value) {
        let of = (asked.text.clone(), asked.files.clone(), language);
        if let Some(read) = self.read.as_ref().filter(|read| read.of == of) {
            return (Some(read.scenario.clone()), read.reply.clone());
        }
        let files = |path: &str| {
            let text = if path == VARIANT { Some(&asked.text) } else { asked.files.get(path) };
            text.map(|text| text.clone().into_bytes()).ok_or_else(|| io::ErrorKind::NotFound.into())
        };
        match scenario::read(&Request { scenario: VARIANT, sets: &[], files: &files }) {
            Ok(checked) => {
                let law = self.law();
                let told = told(&checked.scenario, law, language);
                let problems = problems(&checked.warnings, &checked.texts, language);
                let reply = json!({ "sound": true, "problems": problems, "scenario": told });
                let scenario = checked.scenario;
                self.read = Some(Read { of, scenario: scenario.clone(), reply: reply.clone() });
                (Some(scenario), reply)
            }
            Err(failed) => {
                let problems = problems(&failed.diagnostics, &failed.texts, language);
                (None, json!({ "sound": false, "problems": problems }))
            }
        }
    }

    fn begin(&mut self, asked: &Asked, language: Language) -> Value {
        let (scenario, reply) = self.look(asked, language);
        self.running = None;
        let Some(scenario) = scenario else { return reply };
        let scenario = scenario.thinned(asked.one_in);
        let law = Scenario { start: scenario.start, end: scenario.end, ..self.law().clone() };
        let law = law.thinned(asked.one_in);
        let same = |kept: &Theirs| {
            (kept.law.start, kept.law.end, kept.law.one_in, kept.seed)
                == (law.start, law.end, law.one_in, asked.seed)
        };
        match self.kept.iter().position(same) {
            // The one in use stands last; the first one goes when there are too many.
            Some(place) => self.kept[place..].rotate_left(1),
            None => self.kept.push(Theirs { law, seed: asked.seed, runs: Runs::new() }),
        }
        let over = self.kept.len().saturating_sub(KEPT);
        self.kept.drain(..over);
        let (hand, hands) = (asked.hand, asked.hands.max(1));
        let without = scenario.without_effects().map(|scenario| (scenario, Runs::new()));
        let (seed, ours) = (asked.seed, Runs::new());
        self.running = Some(Running { scenario, seed, hand, hands, ours, without });
        reply
    }

    /// Runs the next replication of this hand on both sides, and says which it was.
    fn next(&mut self) -> Result<u32, String> {
        let (running, theirs) = in_hand(&mut self.running, &mut self.kept)?;
        let own = (running.hand..).step_by(running.hands as usize);
        let number =
            own.into_iter().find(|number| !running.ours.contains_key(number)).ok_or("all are done")?;
        theirs.runs.entry(number).or_insert_with(|| one(&theirs.law, theirs.seed, number));
        running.ours.insert(number, one(&running.scenario, running.seed, number));
        if let Some((scenario, runs)) = &mut running.without {
            runs.insert(number, one(scenario, running.seed, number));
        }
        Ok(number)
    }

    /// Takes in a replication of all sides that another hand ran.
    fn take(&mut self, parcels: &[String]) -> Result<Value, String> {
        let (running, theirs) = in_hand(&mut self.running, &mut self.kept)?;
        if parcels.len() != 2 + usize::from(running.without.is_some()) {
            return Err("not the parcels of a replication".to_owned());
        }
        let runs: Option<Vec<Run>> = parcels.iter().map(|parcel| unwrap(parcel)).collect();
        let mut runs = runs.ok_or("no parcel of this program")?.into_iter();
        let (ours, law, without) = (runs.next(), runs.next(), runs.next());
        let beside = running.without.as_mut().map(|(_, runs)| runs);
        for (side, run) in [(Some(&mut running.ours), ours), (Some(&mut theirs.runs), law), (beside, without)]
        {
            side.zip(run).map(|(side, run)| side.insert(run.replication.number, run));
        }
        Ok(self.done())
    }

    /// How many replications both sides have, from the first on without a gap.
    fn done(&self) -> Value {
        let sides = self.running.as_ref().zip(self.kept.last());
        json!({ "done": sides.map_or(0, |(running, theirs)| without_gap(running, theirs)) })
    }

    /// Makes the outcome of the replications that both sides have.
    fn outcome(&mut self, language: Language) -> Result<(), String> {
        let (running, theirs) = in_hand(&mut self.running, &mut self.kept)?;
        let done = without_gap(running, theirs);
        if done == 0 {
            return Err("nothing has been run".to_owned());
        }
        let [ours, law] = [&running.ours, &theirs.runs]
            .map(|runs| runs.values().take(done as usize).cloned().collect::<Vec<Run>>());
        let moved = moved_by_year(&ours, &law, &month_ends(theirs.law.start, theirs.law.end));
        let [ours, law] = [ours, law].map(replications);
        let audits: Vec<_> = ours.iter().chain(&law).map(|r| r.audit.clone()).collect();
        if let Some(line) = Audit::add_up(&audits).iter().find(|line| line.violation && line.found > 0) {
            return Err(format!("the books do not add up: {}", line.what.1));
        }
        let options = options(0, done, running.seed);
        let against = Some((&theirs.law, law.as_slice()));
        let mut outcome = assemble::outcome(&running.scenario, &ours, &options, false, language, against);
        if let Some((scenario, runs)) = &running.without {
            let runs = replications(runs.values().take(done as usize).cloned().collect());
            outcome.without_effects =
                Some(assemble::against(&ours, scenario, &runs, &outcome.dates, language));
        }
        let scenario = &running.scenario;
        let without = scenario::without_effects(&scenario.title);
        let titles = [&scenario.title, &scenario.description, &theirs.law.title, &without];
        self.shown = Some(Shown { outcome, moved, titles: titles.map(Clone::clone) });
        Ok(())
    }

    fn show(&mut self, language: Language, view: &str) -> Result<Value, String> {
        let shown = self.shown.as_mut().ok_or("there is no outcome yet")?;
        let [title, description, law, without] = &shown.titles;
        shown.outcome.title = title.to(language).to_owned();
        shown.outcome.description = description.to(language).to_owned();
        if let Some(reference) = &mut shown.outcome.reference {
            reference.title = law.to(language).to_owned();
        }
        if let Some(beside) = &mut shown.outcome.without_effects {
            beside.title = without.to(language).to_owned();
        }
        let mut said = serde_json::to_value(answer::answer(&shown.outcome, language, view))
            .map_err(|e| e.to_string())?;
        said["moved"] = json!(shown.moved.last().and_then(|moved| fall(moved, language)));
        Ok(said)
    }

    fn table(&self) -> Result<Value, String> {
        let outcome = &self.shown.as_ref().ok_or("there is no outcome yet")?.outcome;
        let law = outcome.reference.as_ref().map(|reference| Outcome {
            series: reference.series.clone(),
            not_law: Vec::new(),
            ..outcome.clone()
        });
        Ok(json!({
            "series": tables::series_csv(outcome),
            "law": law.map(|law| tables::series_csv(&law)),
            "levers": tables::levers_csv(outcome),
            "difference": tables::difference_csv(outcome),
        }))
    }
}

/// What is being run, and what it is held against.
fn in_hand<'a>(
    running: &'a mut Option<Running>,
    kept: &'a mut [Theirs],
) -> Result<(&'a mut Running, &'a mut Theirs), String> {
    running.as_mut().zip(kept.last_mut()).ok_or_else(|| "nothing has been begun".to_owned())
}

/// One replication, as the command line does it, with the ledger of where everybody went.
fn one(scenario: &Scenario, seed: u64, number: u32) -> Run {
    let options = options(number, 1, seed);
    let runs = compare::run(std::slice::from_ref(scenario), &options, &|_| {}, &AtomicBool::new(false));
    runs.into_iter().flatten().next().expect("a run that nobody stops has its replication")
}

fn replications(runs: Vec<Run>) -> Vec<Replication> {
    runs.into_iter().map(|run| run.replication).collect()
}

/// How many replications both have, from the first on without a gap.
fn without_gap(running: &Running, theirs: &Theirs) -> u32 {
    let all = |number: &u32| {
        let beside = running.without.as_ref().is_none_or(|(_, runs)| runs.contains_key(number));
        beside && running.ours.contains_key(number) && theirs.runs.contains_key(number)
    };
    (0..).take_while(all).count() as u32
}

fn options(first: u32, replications: u32, seed: u64) -> Options {
    Options { first, replications, seed, fixed: false, daily: Daily::No, threads: 1 }
}

/// What a scenario sets and does otherwise.
fn told(scenario: &Scenario, law: &Scenario, language: Language) -> Value {
    let changes = scenario::changes(scenario, law);
    let clashes = scenario::clashes(scenario, law, &changes);
    let levers: Vec<Value> = levers::all()
        .enumerate()
        .filter(|(_, row)| row.role == Role::Lever)
        .map(|(index, row)| lever(scenario, index, row.name))
        .collect();
    let mut told = explain::explain(&changes, scenario.data_date, language);
    for one in &mut told {
        // As the list of measures names it: nobody has a scenario file before them.
        if let Some(row) = one.row.map(levers::declaration) {
            one.title = capital(&row.title(language));
        }
    }
    json!({
        "title": scenario.title.to(language),
        "description": scenario.description.to(language),
        "start": scenario.start.to_string(),
        "end": scenario.end.to_string(),
        "levers": levers,
        "told": told,
        "warned": explain::warnings(&clashes, language),
    })
}

/// A lever over time: its numbers from each day on, and whether the text of the variant itself says so.
fn lever(scenario: &Scenario, index: usize, name: &str) -> Value {
    let value = &scenario.values[index];
    let own = |day: Option<Day>| value.steps.iter().any(|step| step.from == day && step.layer == VARIANT);
    let steps = scenario.policy.timeline(index).steps().iter().enumerate().map(|(place, step)| {
        let from =
            (place > 0 || value.steps.first().is_some_and(|first| first.from.is_some())).then_some(step.from);
        json!({ "from": from.map(|day| day.to_string()), "numbers": step.values, "own": own(from) })
    });
    json!({ "name": name, "steps": steps.collect::<Vec<_>>() })
}

/// Problems as the command line shows them, and a line of each.
fn problems(found: &[Diagnostic], texts: &BTreeMap<String, String>, language: Language) -> Value {
    let one = |diagnostic: &Diagnostic| {
        json!({
            "error": diagnostic.severity == Severity::Error,
            "code": diagnostic.code,
            "line": diagnostic.line(texts).filter(|_| diagnostic.file == VARIANT),
            "title": diagnostic.title.to(language),
            "help": diagnostic.help.as_ref().map(|help| help.to(language)),
        })
    };
    let list: Vec<Value> = found.iter().map(one).collect();
    json!({ "list": list, "text": if found.is_empty() { String::new() } else { render(found, texts, language, false) } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::pairs;

    const TEXT: &str = "format = 1\nname = \"Proef\"\nextends = \"baseline\"\nhorizon = \"4 months\"\n\n\
        [levers.decision_staff]\n2026-02-01 = 2500\nsource = \"assumption\"\nlegal_status = \"hypothetical\"\n";

    fn ask(desk: &mut Desk, what: &str, view: &str) -> Value {
        let request = json!({
            "ask": what, "language": "nl", "text": TEXT, "seed": 1, "one_in": 50, "view": view,
        });
        serde_json::from_str(&desk.answer(&request.to_string())).unwrap()
    }

    #[test]
    fn the_desk_gives_the_bytes_of_a_run_on_the_command_line() {
        let mut desk = Desk::default();
        let begun = ask(&mut desk, "begin", "");
        assert_eq!(begun["sound"], json!(true), "{begun}");
        let staff = begun["scenario"]["levers"].as_array().unwrap().iter();
        let staff = staff.clone().find(|lever| lever["name"] == "decision_staff").unwrap();
        let own: Vec<&Value> =
            staff["steps"].as_array().unwrap().iter().filter(|step| step["own"] == true).collect();
        assert_eq!(own.len(), 1, "{staff}");
        assert_eq!((&own[0]["from"], &own[0]["numbers"]), (&json!("2026-02-01"), &json!([2500.0])));
        // Another hand runs the second one, and hands it over.
        let mut other = Desk::default();
        let asked = |what: &str, hand: u32| json!({ "ask": what, "text": TEXT, "seed": 1, "one_in": 50, "hand": hand, "hands": 2 });
        let tell = |desk: &mut Desk, request: &Value| -> Value {
            serde_json::from_str(&desk.answer(&request.to_string())).unwrap()
        };
        tell(&mut desk, &asked("begin", 0));
        tell(&mut other, &asked("begin", 1));
        assert_eq!(ask(&mut desk, "next", "")["done"], json!(1));
        assert_eq!(ask(&mut desk, "next", "")["done"], json!(1));
        let parcels = tell(&mut other, &json!({ "ask": "wrap" }))["parcels"].clone();
        assert_eq!(tell(&mut desk, &json!({ "ask": "take", "parcels": parcels }))["done"], json!(3));
        let answer = ask(&mut desk, "answer", "open_cases");
        assert!(answer["fault"].is_null(), "{answer}");
        for picture in [&answer["shown"]["chart"], &answer["shown"]["difference"]] {
            assert!(picture.as_str().unwrap().starts_with("<svg"));
        }
        // What `run` does with the same text, seed, thinning and number.
        let files = |_: &str| Ok(TEXT.as_bytes().to_vec());
        let read = scenario::read(&Request { scenario: VARIANT, sets: &[], files: &files }).unwrap();
        let scenario = read.scenario.thinned(50);
        let options = options(0, 3, 1);
        let law = desk.law().clone().thinned(50);
        let (ours, theirs) = pairs::run(&scenario, &[&law], &options, &|_| {}, &AtomicBool::new(false));
        let law = Some((&law, theirs[0].as_slice()));
        let outcome = assemble::outcome(&scenario, &ours, &options, false, Language::En, law);
        let table = ask(&mut desk, "table", "");
        assert_eq!(table["series"], json!(tables::series_csv(&outcome)));
        assert_eq!(table["difference"], json!(tables::difference_csv(&outcome).unwrap()));
        assert_eq!(table["levers"], json!(tables::levers_csv(&outcome)));
        assert!(outcome.reference.unwrap().differences.iter().any(|one| one.moves()));
        // In another language the numbers stay.
        let request = json!({ "ask": "show", "language": "en", "view": "open_cases" });
        let english: Value = serde_json::from_str(&desk.answer(&request.to_string())).unwrap();
        assert_ne!(english["banners"], answer["banners"]);
        assert_eq!(ask(&mut desk, "table", ""), table);
    }

    #[test]
    fn an_assumed_effect_on_inflow_stands_with_and_without_it() {
        let mut desk = Desk::default();
        let effect = "\n[uncertainties.deterrence]\nvalue = 0.3\n[uncertainties.inflow_effects_after]\nvalue = 0\nrange = [0, 0]\n";
        let asked = |what: &str, hand: u32| {
            let text = format!("{TEXT}{effect}");
            json!({ "ask": what, "text": text, "seed": 1, "one_in": 50, "hand": hand, "hands": 2, "language": "en" })
        };
        let tell = |desk: &mut Desk, request: &Value| -> Value {
            serde_json::from_str(&desk.answer(&request.to_string())).unwrap()
        };
        let mut other = Desk::default();
        for (desk, hand) in [(&mut desk, 0), (&mut other, 1)] {
            assert_eq!(tell(desk, &asked("begin", hand))["sound"], json!(true));
        }
        assert_eq!(tell(&mut desk, &asked("next", 0))["done"], json!(1));
        let parcels = tell(&mut other, &asked("wrap", 1))["parcels"].clone();
        assert_eq!(parcels.as_array().unwrap().len(), 3);
        let two = json!({ "ask": "take", "parcels": [parcels[0], parcels[1]] });
        assert!(tell(&mut desk, &two)["fault"].is_string());
        assert_eq!(tell(&mut desk, &json!({ "ask": "take", "parcels": parcels }))["done"], json!(2));
        let said = tell(&mut desk, &asked("answer", 0))["differences"].to_string();
        assert!(said.contains("without the assumed effects on inflow"), "{said}");
    }

    #[test]
    fn a_wrong_text_is_answered_with_what_the_command_line_says_and_nothing_is_run() {
        let mut desk = Desk::default();
        let text = TEXT.replace("decision_staff", "decision_staf");
        let request = json!({ "ask": "begin", "language": "nl", "text": text, "one_in": 10 });
        let reply: Value = serde_json::from_str(&desk.answer(&request.to_string())).unwrap();
        assert_eq!(reply["sound"], json!(false));
        let first = &reply["problems"]["list"][0];
        assert_eq!((&first["error"], &first["line"]), (&json!(true), &json!(6)), "{reply}");
        assert!(first["help"].as_str().unwrap().contains("decision_staff"));
        assert!(reply["problems"]["text"].as_str().unwrap().contains("variant.toml:6"));
        assert!(ask(&mut desk, "next", "")["fault"].is_string());
        assert!(desk.answer("{}").contains("fault") && desk.answer("no json").contains("fault"));
    }
}
