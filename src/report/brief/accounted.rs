//! A briefing as the study that documents of accountability are about.

use super::sheets::Read;
use crate::report::accounts::{Studied, Study, accounts};
use crate::report::explain;
use crate::report::texts::Language;
use crate::study::briefing::{Briefing, Told};

/// The simulation by the STRESS-DES guidelines, a draft for the algorithm register and a draft of a human-rights assessment,
/// each by its name.
pub fn brief_accounts(of: &Briefing) -> Vec<(&'static str, String)> {
    accounts(
        &of.scenarios[0].outcome.provenance,
        Some(&|language| study(&Read { of, analysed: &[], language })),
    )
}

fn study(read: &Read<'_>) -> Study {
    let (of, language, outcome) = (read.of, read.language, &read.first().outcome);
    let names = |named: &dyn Fn(&Told) -> Vec<String>| -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for told in &of.scenarios {
            all.extend(named(told).iter().map(|name| read.view(told).lever(name)));
        }
        all.sort();
        all.dedup();
        all
    };
    Study {
        title: of.title.to(language).to_owned(),
        scenarios: of.scenarios.iter().enumerate().map(|(n, told)| studied(n, told, language)).collect(),
        start: language.date(outcome.period.0),
        end: language.date(outcome.period.1),
        data_date: language.date(outcome.data_date),
        replications: outcome.replications.0,
        thin: outcome.one_in,
        seed: outcome.seed,
        not_law: names(&|told| told.outcome.not_law.iter().map(|(lever, _)| lever.clone()).collect()),
        assumed_effects: names(&|told| told.outcome.assumed_effects.clone()),
        command: of.command.clone(),
    }
}

fn studied(n: usize, told: &Told, language: Language) -> Studied {
    let changes = told.outcome.changes.iter().map(|change| explain::line(change, language));
    Studied { title: told.outcome.title.clone(), changes: if n > 0 { changes.collect() } else { Vec::new() } }
}
