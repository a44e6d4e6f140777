//! Finds the texts of a scenario: what it extends, what that extends, in order of application.

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use super::codes;
use super::document::{self, Document};
use super::problems::{Problems, Source, Spot, both, none, quoted, unreadable};
use super::{Request, library, suggest, syntax};

/// The texts of a scenario, understood one by one.
#[derive(Debug, Default)]
pub(super) struct Layers {
    /// In order of application; the scenario itself is the last before `--set`.
    pub(super) list: Vec<Applied>,
    /// For every `extends` with several names: which layers each name brought in.
    pub(super) lists: Vec<Vec<Sibling>>,
}

/// A document in its place.
#[derive(Debug)]
pub(super) struct Applied {
    pub(super) file: usize,
    pub(super) document: Arc<Document>,
}

/// The layers that come with the program, understood: by name, and by their place among the texts of a scenario, which is in
/// every spot. They never change, and a sweep reads them again for every point.
static UNDERSTOOD: Mutex<BTreeMap<(String, usize), Arc<Document>>> = Mutex::new(BTreeMap::new());

/// One name of a list in `extends`.
#[derive(Debug)]
pub(super) struct Sibling {
    pub(super) name: String,
    pub(super) spot: Spot,
    /// Places in the list of layers.
    pub(super) brings: Range<usize>,
    /// The places of all layers on which it stands, and its own: also those that a name before it brought.
    pub(super) stands_on: BTreeSet<usize>,
}

/// A scenario resolves to at most so many layers.
const MOST_LAYERS: usize = 64;

/// Layers extend layers at most so deep.
const DEEPEST: usize = 24;

/// Which text is meant.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Id {
    Embedded(String),
    Path(String),
}

impl Id {
    fn name(&self) -> &str {
        match self {
            Id::Embedded(name) | Id::Path(name) => name,
        }
    }
}

struct Loader<'a> {
    request: &'a Request<'a>,
    problems: &'a mut Problems,
    layers: Layers,
    /// Layers being read, outermost first.
    open: Vec<Id>,
    /// Layers that have been read, with the places of all on which each stands.
    done: BTreeMap<Id, BTreeSet<usize>>,
    /// Names that the documents being read leave out, how many layers were open by then, and whether they were met.
    left_out: Vec<(String, usize, bool)>,
    /// Layers that were read without one beneath them, because of a layer above them, and which.
    poorer: BTreeMap<Id, BTreeSet<String>>,
}

/// Reads the scenario of a request and everything it extends.
pub(super) fn load(problems: &mut Problems, request: &Request) -> Layers {
    let mut loader = Loader {
        request,
        problems,
        layers: Layers::default(),
        open: Vec::new(),
        done: BTreeMap::new(),
        left_out: Vec::new(),
        poorer: BTreeMap::new(),
    };
    let name = request.scenario;
    let id = match library::text(name) {
        Some(_) => Id::Embedded(name.to_string()),
        None if is_path(name) => Id::Path(normal(name)),
        None => {
            loader.not_found(None, name);
            return loader.layers;
        }
    };
    loader.read(id, None);
    loader.layers
}

fn is_path(name: &str) -> bool {
    name.ends_with(".toml") || name.contains(['/', '\\'])
}

impl Loader<'_> {
    /// Reads a layer and, first, what it extends. `from` is where it was asked for.
    fn read(&mut self, id: Id, from: Option<Spot>) {
        let (file, document) = match &id {
            Id::Embedded(name) => self.embedded(name),
            Id::Path(path) => match (self.request.files)(path) {
                Ok(bytes) => self.understand(path, &bytes, false),
                Err(error) if error.kind() == ErrorKind::NotFound => return self.not_found(from, path),
                Err(error) => return self.unreadable(from, path, &error),
            },
        };
        self.open.push(id.clone());
        let outside = self.left_out.len();
        self.left_out.extend(document.without.iter().map(|(name, _)| (name.clone(), self.open.len(), false)));
        let mut siblings = Vec::new();
        let mut beneath = BTreeSet::new();
        for (name, spot) in &document.extends {
            let before = self.layers.list.len();
            let stands_on = self.extend(name, *spot, &id);
            let brings = before..self.layers.list.len();
            beneath.extend(&stands_on);
            siblings.push(Sibling { name: name.clone(), spot: *spot, brings, stands_on });
        }
        if siblings.len() > 1 {
            self.layers.lists.push(siblings);
        }
        let met: Vec<bool> = self.left_out.drain(outside..).map(|(_, _, met)| met).collect();
        for ((name, spot), _) in document.without.iter().zip(met).filter(|(_, met)| !met) {
            self.not_beneath(name, *spot);
        }
        self.open.pop();
        beneath.insert(self.layers.list.len());
        self.done.insert(id, beneath);
        self.layers.list.push(Applied { file, document });
    }

    /// A layer that comes with the program: read once in each place.
    fn embedded(&mut self, name: &str) -> (usize, Arc<Document>) {
        let text = library::text(name).unwrap_or_default();
        let place = (name.to_owned(), self.problems.sources.len());
        let understood = || UNDERSTOOD.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(document) = understood().get(&place) {
            self.problems.sources.push(Source { name: name.into(), text: text.into(), embedded: true });
            return (place.1, Arc::clone(document));
        }
        let found = self.problems.count();
        let (file, document) = self.understand(name, text.as_bytes(), true);
        if self.problems.count() == found {
            understood().insert(place, Arc::clone(&document));
        }
        (file, document)
    }

    /// Reads a text into a source and a document.
    fn understand(&mut self, name: &str, bytes: &[u8], embedded: bool) -> (usize, Arc<Document>) {
        let (file, tree) = syntax::read(self.problems, name, bytes, embedded);
        (file, tree.map(|tree| document::read(self.problems, &tree)).unwrap_or_default().into())
    }

    /// Reads what a name of `extends` means, and says on which layers it stands.
    fn extend(&mut self, name: &str, spot: Spot, by: &Id) -> BTreeSet<usize> {
        let Some(id) = self.meant(name, spot, by) else { return BTreeSet::new() };
        // Met for the second time: it has been applied, and applying it again would undo what came between.
        if !self.done.contains_key(&id) {
            self.read(id.clone(), Some(spot));
        } else if self.open.len() == 1 {
            self.read_without(&id, spot);
        }
        self.done.get(&id).cloned().unwrap_or_default()
    }

    /// Which text is to be read for a name; nothing where there is none, or it is left out.
    fn meant(&mut self, name: &str, spot: Spot, by: &Id) -> Option<Id> {
        let id = if name.ends_with(".toml") {
            match by {
                Id::Path(path) => Id::Path(beside(path, name)),
                Id::Embedded(_) => {
                    self.not_found(Some(spot), name);
                    return None;
                }
            }
        } else if library::text(name).is_some() {
            Id::Embedded(name.to_string())
        } else {
            self.not_found(Some(spot), name);
            return None;
        };
        if self.open.contains(&id) {
            self.cycle(&id, spot);
            return None;
        }
        if self.open.len() > DEEPEST || self.problems.sources.len() >= MOST_LAYERS {
            self.problems.error(
                codes::TOO_MANY,
                spot,
                both(
                    format!("een scenario heeft hooguit {MOST_LAYERS} lagen, {DEEPEST} op elkaar"),
                    format!("a scenario has at most {MOST_LAYERS} layers, {DEEPEST} on top of each other"),
                ),
                none(),
                both("voeg lagen samen", "join layers"),
            );
            return None;
        }
        let mut wanted = true;
        for (_, outer, met) in self.left_out.iter_mut().filter(|(without, ..)| without == name) {
            (*met, wanted) = (true, false);
            for inner in &self.open[*outer..] {
                self.poorer.entry(inner.clone()).or_default().insert(name.to_owned());
            }
        }
        wanted.then_some(id)
    }

    fn cycle(&mut self, id: &Id, spot: Spot) {
        let from = self.open.iter().position(|o| o == id).unwrap_or(0);
        let mut path: Vec<&str> = self.open[from..].iter().map(Id::name).collect();
        path.push(id.name());
        let chain = path.join(" -> ");
        let (nl, en) = if path.len() == 2 {
            ("het scenario bouwt op zichzelf voort", "the scenario extends itself")
        } else {
            ("deze lagen bouwen in een kring op elkaar voort", "these layers extend each other in a circle")
        };
        self.problems.error(
            codes::CYCLE,
            spot,
            both(format!("{nl}: {chain}"), format!("{en}: {chain}")),
            none(),
            both("haal deze naam uit extends", "take this name out of extends"),
        );
    }

    /// A layer is named that has been read already, without what another name leaves out.
    fn read_without(&mut self, id: &Id, spot: Spot) {
        let still = |name: &&String| !self.done.keys().any(|id| id.name() == name.as_str());
        let lost: Vec<&str> =
            self.poorer.get(id).into_iter().flatten().filter(still).map(String::as_str).collect();
        if lost.is_empty() {
            return;
        }
        let (shown, list) = (quoted(id.name()), lost.join(", "));
        self.problems.warning(
            codes::NO_EFFECT,
            spot,
            both(
                format!("\"{shown}\" is al gelezen zonder {list}, en komt er niet nog eens bij"),
                format!("\"{shown}\" has been read already without {list}, and is not added again"),
            ),
            both("een naam ervoor laat dat weg", "a name before it leaves that out"),
            both(
                format!("noem {list} zelf als die erbij moet, of haal deze naam weg"),
                format!("name {list} if you want it, or take this name away"),
            ),
        );
    }

    /// A layer is left out that nothing brings in, or that a name before has brought in already.
    fn not_beneath(&mut self, name: &str, spot: Spot) {
        let shown = quoted(name);
        if self.done.keys().any(|id| id.name() == name) {
            return self.problems.error(
                codes::NO_LAYER,
                spot,
                both(
                    format!("de laag \"{shown}\" kan hier niet meer weg: een eerdere naam in extends brengt haar mee"),
                    format!("the layer \"{shown}\" can no longer be left out here: an earlier name in extends brings it"),
                ),
                none(),
                both(
                    "haal die eerdere naam uit extends: deze laag brengt zelf mee waar zij op ligt",
                    "take that earlier name out of extends: this layer itself brings what it lies on",
                ),
            );
        }
        let brought: Vec<&str> = self.done.keys().map(Id::name).collect();
        let list = brought.join(", ");
        self.problems.error(
            codes::NO_LAYER,
            spot,
            both(
                format!("er ligt geen laag \"{shown}\" onder dit scenario"),
                format!("no layer \"{shown}\" lies beneath this scenario"),
            ),
            none(),
            both(
                format!("eronder liggen {list}: noem een daarvan, of haal de naam weg"),
                format!("beneath it lie {list}: name one of them, or take the name away"),
            ),
        );
    }

    fn not_found(&mut self, from: Option<Spot>, name: &str) {
        let names = || library::entries().iter().map(|e| e.name);
        let shown = quoted(name);
        let path = is_path(name);
        let meant = suggest::nearest(name.trim_end_matches(".toml"), names());
        let help = match meant {
            Some(meant) => both(format!("bedoelde u \"{meant}\"?"), format!("did you mean \"{meant}\"?")),
            None if path && from.is_some() => both(
                format!(
                    "gezocht is naar {shown}: een pad in extends begint in de map van het bestand waarin het staat; zet het bestand daar, of verbeter het pad"
                ),
                format!(
                    "{shown} was looked for: a path in extends begins in the folder of the file in which it stands; put the file there, or correct the path"
                ),
            ),
            None if path => both(
                "kijk de map en de naam na: het pad begint in de map waarin u het programma start",
                "check the path: it begins in the folder in which you start the program",
            ),
            None => {
                let list = names().collect::<Vec<_>>().join(", ");
                both(
                    format!("geef een pad dat eindigt op .toml, of een van deze namen: {list}"),
                    format!("give a path that ends in .toml, or one of these names: {list}"),
                )
            }
        };
        let title = if path {
            both(
                format!("het bestand \"{shown}\" is er niet"),
                format!("the file \"{shown}\" does not exist"),
            )
        } else {
            both(format!("er is geen scenario \"{shown}\""), format!("there is no scenario \"{shown}\""))
        };
        match from {
            Some(spot) => self.problems.error(codes::NO_LAYER, spot, title, none(), help),
            None => self.problems.nowhere(codes::NO_LAYER, name, title, help),
        }
    }

    fn unreadable(&mut self, from: Option<Spot>, path: &str, error: &std::io::Error) {
        let shown = quoted(path);
        let title = unreadable(&shown, error);
        let help =
            both("kijk of het een bestand is dat u mag lezen", "check that it is a file that you may read");
        match from {
            Some(spot) => self.problems.error(codes::NO_LAYER, spot, title, none(), help),
            None => self.problems.nowhere(codes::NO_LAYER, path, title, help),
        }
    }
}

/// A path relative to the folder of another.
pub(super) fn beside(path: &str, name: &str) -> String {
    let name = name.replace('\\', "/");
    let absolute = name.starts_with('/') || name.as_bytes().get(1) == Some(&b':');
    let path = path.replace('\\', "/");
    match path.rsplit_once('/') {
        Some((folder, _)) if !absolute => normal(&format!("{folder}/{name}")),
        _ => normal(&name),
    }
}

/// A path without `.` and, where that is possible, without `..`, so that two ways to one file are the same.
fn normal(path: &str) -> String {
    let path = path.replace('\\', "/");
    let mut parts: Vec<&str> = Vec::new();
    for (place, part) in path.split('/').enumerate() {
        match part {
            "." => {}
            "" if place > 0 => {}
            ".." if parts.last().is_some_and(|p| !p.is_empty() && *p != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_that_was_understood_before_says_the_same_in_every_place() {
        let variant = |extends: &str| format!("format = 1\nname = \"Proef\"\nextends = {extends}\n");
        let read = |extends: &str| {
            let files = |_: &str| Ok(variant(extends).into_bytes());
            let request = Request { scenario: "proef.toml", sets: &[], files: &files };
            let scenario = crate::scenario::read(&request).unwrap().scenario;
            format!("{:?}", (scenario.values, scenario.layers))
        };
        let first = read(r#"["baseline", "two_status_a_year_late"]"#);
        assert_eq!(read(r#"["baseline", "two_status_a_year_late"]"#), first);
        // Elsewhere among the texts, and above itself.
        assert_ne!(read(r#""two_status_a_year_late""#), first);
        let files = |_: &str| Err(ErrorKind::NotFound.into());
        let alone = Request { scenario: "baseline", sets: &[], files: &files };
        assert_eq!(
            crate::scenario::read(&alone).unwrap().scenario.values.len(),
            crate::policy::levers::count()
        );
        // What is wrong with a text is told again.
        for _ in 0..2 {
            let wrong = Request { sets: &["decision_staf=1".to_owned()], ..alone };
            assert_eq!(crate::scenario::read(&wrong).unwrap_err().diagnostics.len(), 1);
        }
    }

    fn extending(names: &str) -> Result<Vec<String>, Vec<String>> {
        let text = format!("format = 1\nname = \"Proef\"\nextends = {names}\n");
        let files = |_: &str| Ok(text.clone().into_bytes());
        let request = Request { scenario: "proef.toml", sets: &[], files: &files };
        let said = |list: &[crate::scenario::Diagnostic]| list.iter().map(|d| format!("{d:?}")).collect();
        match crate::scenario::read(&request) {
            Ok(read) => Ok(said(&read.warnings)),
            Err(failed) => Err(said(&failed.diagnostics)),
        }
    }

    #[test]
    fn what_an_earlier_name_brings_can_no_longer_be_left_out_and_the_message_says_so() {
        for earlier in ["baseline", "letter_as_adopted"] {
            let wrong = extending(&format!("[\"{earlier}\", \"national\"]")).unwrap_err();
            assert!(
                wrong.iter().all(|said| said.contains("an earlier name in extends brings it")),
                "{wrong:?}"
            );
            assert!(wrong.iter().all(|said| !said.contains("lies beneath this scenario")), "{wrong:?}");
        }
    }

    #[test]
    fn a_layer_that_is_named_after_one_that_leaves_a_part_of_it_out_is_warned_of() {
        let lost = |names: &str| {
            extending(names)
                .unwrap()
                .iter()
                .filter(|said| said.contains("has been read already without"))
                .count()
        };
        assert_eq!(lost(r#"["national", "pact"]"#), 1);
        assert_eq!(lost(r#"["national", "pact_procedure", "pact_responsibility"]"#), 0);
        assert_eq!(lost(r#"["national", "emergency_act"]"#), 0);
        assert_eq!(lost(r#"["baseline", "pact"]"#), 0);
    }

    #[test]
    fn two_ways_to_one_file_are_the_same() {
        assert_eq!(beside("scenarios/mine/a.toml", "../b.toml"), "scenarios/b.toml");
        assert_eq!(beside("scenarios\\mine\\a.toml", ".\\b.toml"), "scenarios/mine/b.toml");
        assert_eq!(beside("a.toml", "b.toml"), "b.toml");
        assert_eq!(beside("/x/a.toml", "/y/b.toml"), "/y/b.toml");
        assert_eq!(beside("../a.toml", "../b.toml"), "../../b.toml");
    }
}
