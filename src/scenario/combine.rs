//! Scenarios made of others: one with a single change of another, and one with the changes of several.

use super::scenario::Scenario;
use crate::diagnostic::Text;
use crate::policy::levers;

impl Scenario {
    /// The rows of the catalogue that this scenario has otherwise than another: a value, a date, whom it binds, a range or
    /// a trigger.
    pub fn changed_rows(&self, reference: &Scenario) -> Vec<usize> {
        (0..levers::count()).filter(|&row| !self.policy.agrees(&reference.policy, row)).collect()
    }

    /// This scenario with some rows of the catalogue as others have them, and nothing else of those. Where every value comes
    /// from goes along, so that its legal status does too.
    pub fn adopting(&self, rows: &[(usize, &Scenario)], id: String, title: Text) -> Scenario {
        let mut all = Scenario { id, title, ..self.clone() };
        let policies: Vec<_> = rows.iter().map(|&(row, other)| (row, &other.policy)).collect();
        all.policy = self.policy.adopting(&policies);
        for &(row, other) in rows {
            if let (Some(mine), Some(theirs)) = (all.values.get_mut(row), other.values.get(row)) {
                *mine = theirs.clone();
            }
            let kept: Vec<_> = all
                .triggers
                .iter()
                .zip(&all.trigger_grounds)
                .filter(|(trigger, _)| trigger.lever != row)
                .chain(
                    other
                        .triggers
                        .iter()
                        .zip(&other.trigger_grounds)
                        .filter(|(trigger, _)| trigger.lever == row),
                )
                .map(|(trigger, ground)| (trigger.clone(), ground.clone()))
                .collect();
            (all.triggers, all.trigger_grounds) = kept.into_iter().unzip();
        }
        all
    }

    /// The same scenario without its assumed effects on inflow: each is nought, and all else is as it was. `None` where it
    /// assumes none.
    pub fn without_effects(&self) -> Option<Scenario> {
        let rows: Vec<usize> = self.assumed_rows().collect();
        if rows.is_empty() {
            return None;
        }
        let mut all = Scenario {
            id: format!("{}_without_effects", self.id),
            title: without_effects(&self.title),
            policy: self.policy.clone().without(&rows),
            ..self.clone()
        };
        for value in all.values.iter_mut().filter(|value| rows.contains(&value.index)) {
            value.range = None;
            value.steps.iter_mut().for_each(|step| step.value = "0".to_owned());
        }
        Some(all)
    }
}

/// The title of a scenario without its assumed effects on inflow.
pub fn without_effects(title: &Text) -> Text {
    Text::new(
        format!("{}, zonder effecten op instroom", title.nl),
        format!("{}, without effects on inflow", title.en),
    )
}

#[cfg(test)]
mod tests {
    use super::super::desk::{inflow, scenario};
    use super::*;
    use crate::policy::levers::{self, inflow::INFLOW_SCALE};

    #[test]
    fn a_scenario_takes_over_one_change_of_another_and_leaves_the_rest() {
        let law = scenario("", &[], &[]);
        let text = "[levers.inflow_scale]\n2027-01-01 = 0.8\nlegal_status = \"bill\"\n\
                    [levers.registration_capacity]\n2027-01-01 = 10\nlegal_status = \"bill\"\n";
        let both = scenario(text, &[], &[]);
        let rows = both.changed_rows(&law);
        assert_eq!(rows.len(), 2);
        let one = law.adopting(&[(INFLOW_SCALE.index(), &both)], "one".into(), Text::default());
        assert_eq!(one.changed_rows(&law), [INFLOW_SCALE.index()]);
        assert_eq!(inflow(&one, &["2026-12-31", "2027-01-01"]), [1.0, 0.8]);
        assert_eq!(one.not_law(), [("inflow_scale".to_owned(), "bill".to_owned())]);
        let rows: Vec<_> = rows.into_iter().map(|row| (row, &both)).collect();
        assert!(law.adopting(&rows, "all".into(), Text::default()).changed_rows(&both).is_empty());
    }

    #[test]
    fn a_scenario_without_its_effects_on_inflow_is_the_same_but_for_them() {
        let law = scenario("", &[], &[]);
        assert!(law.without_effects().is_none());
        let text = "[uncertainties.deterrence]\nvalue = 0.1\nrange = [0.0, 0.3]\nsource = \"assumption\"\ngrade = \"C\"\n\
                    [levers.registration_capacity]\n2027-01-01 = 10\nlegal_status = \"bill\"\n";
        let with = scenario(text, &[], &[]);
        assert_eq!(with.assumed_effects(), ["deterrence"]);
        let without = with.without_effects().unwrap();
        assert!(without.assumed_effects().is_empty() && without.id.ends_with("_without_effects"));
        let name =
            |rows: Vec<usize>| rows.into_iter().map(|row| levers::declaration(row).name).collect::<Vec<_>>();
        assert_eq!(name(with.changed_rows(&without)), ["deterrence"]);
        assert_eq!(name(without.changed_rows(&law)), ["registration_capacity"]);
    }
}
