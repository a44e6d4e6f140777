//! Accountability: the simulation by the STRESS-DES guidelines, a draft entry for the algorithm register and a draft of a
//! human-rights assessment, written from the model. What the model cannot tell is marked as a gap.

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

use super::texts::Language;
use crate::flow::{Desk, EDGES, PlaceKind, Stage};
use crate::policy::{Nationality, Role, levers};
use crate::record::Series;
use crate::study::outcome::Provenance;

/// The documents: name, language, template. The register takes Dutch alone, and the assessment is an instrument in Dutch.
const TEMPLATES: [(&str, Language, &str); 3] = [
    ("stress-des.md", Language::En, include_str!("accounts/stress.md")),
    ("algorithm-register.md", Language::Nl, include_str!("accounts/register.md")),
    ("iama.md", Language::Nl, include_str!("accounts/iama.md")),
];

/// A study that the documents are about.
#[derive(Clone, Debug, Serialize)]
pub struct Study {
    /// Its title.
    pub title: String,
    /// Its scenarios, the one that it is about first.
    pub scenarios: Vec<Studied>,
    /// First and last day, as readers write them.
    pub start: String,
    /// See `start`.
    pub end: String,
    /// The day up to which law and figures are known.
    pub data_date: String,
    /// How many replications.
    pub replications: u32,
    /// Of how many persons one was run.
    pub thin: u32,
    /// The seed.
    pub seed: u64,
    /// The measures that are no law on the data date.
    pub not_law: Vec<String>,
    /// The behavioural effects that are assumed above zero.
    pub assumed_effects: Vec<String>,
    /// The command that repeats it.
    pub command: String,
}

/// A scenario of a study.
#[derive(Clone, Debug, Serialize)]
pub struct Studied {
    /// Its title.
    pub title: String,
    /// What it does otherwise than the first.
    pub changes: Vec<String>,
}

/// What the templates ask for.
#[derive(Serialize)]
struct Facts<'a> {
    version: &'static str,
    series: usize,
    stages: usize,
    moves: usize,
    desks: usize,
    places: usize,
    nationalities: usize,
    levers: usize,
    uncertainties: usize,
    behaviours: usize,
    values: usize,
    drawn: usize,
    assumed: usize,
    run: Option<&'a Study>,
}

/// Tells of a study in a language.
pub type Told<'a> = &'a dyn Fn(Language) -> Study;

/// The documents by name, from the values of a scenario: of the model as such, or of a study with it.
pub fn accounts(values: &[Provenance], study: Option<Told<'_>>) -> Vec<(&'static str, String)> {
    let of = |role: Role| levers::all().filter(|one| one.role == role).count();
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::None);
    let write = |(name, language, template): &(&'static str, Language, &str)| {
        let run = study.map(|told| told(*language));
        let facts = Facts {
            version: env!("CARGO_PKG_VERSION"),
            series: Series::ALL.len(),
            stages: Stage::ALL.len(),
            moves: EDGES.len(),
            desks: Desk::ALL.len(),
            places: PlaceKind::ALL.len(),
            nationalities: Nationality::ALL.len(),
            levers: of(Role::Lever),
            uncertainties: of(Role::Uncertainty),
            behaviours: of(Role::Behaviour),
            values: values.len(),
            drawn: values.iter().filter(|one| !one.range.is_empty()).count(),
            assumed: values.iter().filter(|one| one.is_assumed() || one.standing == "C").count(),
            run: run.as_ref(),
        };
        let text = environment.render_str(template, Serde(&facts));
        let text = text.expect("the templates ask only for what they are given");
        (*name, format!("{}\n", text.trim_end()))
    };
    TEMPLATES.iter().map(write).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::Fixture;

    fn study(_: Language) -> Study {
        Study {
            title: "Opvang tot mei".to_owned(),
            scenarios: vec![
                Studied { title: "Geldend recht".to_owned(), changes: Vec::new() },
                Studied { title: "Minder plekken".to_owned(), changes: vec!["20.000 plekken".to_owned()] },
            ],
            start: "1 januari 2026".to_owned(),
            end: "31 juli 2026".to_owned(),
            data_date: "23 november 2026".to_owned(),
            replications: 2,
            thin: 50,
            seed: 7,
            not_law: vec!["reguliere opvangplekken".to_owned()],
            assumed_effects: Vec::new(),
            command: "doorstroom brief plan.toml".to_owned(),
        }
    }

    #[test]
    fn the_documents_say_what_was_run_and_keep_their_gaps() {
        let values = Fixture::rich().outcome().provenance;
        let (bare, run) = (accounts(&values, None), accounts(&values, Some(&study)));
        assert_eq!(bare.len(), 3);
        for ((name, bare), (_, run)) in bare.iter().zip(&run) {
            assert_ne!(bare, run, "{name}");
            let gaps = ["**Gap**", "**in te vullen**", "**Open**"];
            assert!(gaps.iter().any(|gap| bare.contains(gap) && run.contains(gap)), "{name}");
            assert!(run.contains("Opvang tot mei") && !bare.contains("Opvang tot mei"), "{name}");
            assert!(!run.contains("{{") && !run.contains("{%"), "{name}");
        }
        let stress = &run[0].1;
        assert!(stress.contains("20.000 plekken") && stress.contains("Seed 7"), "{stress}");
        assert!(stress.contains(&format!("{} series", Series::ALL.len())));
        assert!(run[2].1.contains("reguliere opvangplekken") && !run[2].1.contains("gedragseffecten*:"));
    }
}
