//! Who belongs to whom: relatives abroad and an appeal for another status stay tied to the permit holder they follow from.

use std::collections::BTreeMap;

use crate::engine::{EventList, Slot};
use crate::flow::applicant::{Outcome, Roof};
use crate::flow::family::journey;
use crate::flow::family::rule::{self, Lacks};
use crate::flow::family::waiting::UNTIL_TOLD;
use crate::flow::reception::PlaceKind;
use crate::flow::recorder::Recorder;
use crate::flow::stage::{Hold, Stage};
use crate::flow::{Due, Flow};
use crate::policy::levers::family::FAMILY_TRANSIT_COUNTS;
use crate::random::Key;
use crate::time::Days;

/// How often it is looked at whether a sponsor has moved to transit housing.
const A_LOOK: Days = Days(30);

/// A household by its place and its key, which tells whether it is still there.
type Household = (Slot, Key);

/// A permit holder, and the relatives abroad if there are any.
#[derive(Copy, Clone, Debug)]
struct Tie {
    holder: Household,
    family: Option<Household>,
}

/// Ties by the key of the relatives, and by that of an appeal for another status.
#[derive(Clone, Debug, Default)]
pub(in crate::flow) struct Ties(BTreeMap<Key, Tie>);

impl<R: Recorder> Flow<'_, R> {
    /// A permit holder got relatives abroad, an appeal for another status, or both.
    pub(in crate::flow) fn tie(&mut self, holder: Slot, family: Option<Slot>, file: Option<Slot>) {
        let household = |slot: Slot| (slot, self.world.population[slot].key);
        let tie = Tie { holder: household(holder), family: family.map(household) };
        let keys = [family, file].map(|slot| slot.map(|slot| household(slot).1));
        self.world.ties.0.extend(keys.into_iter().flatten().map(|key| (key, tie)));
    }

    /// A permit holder moved into a dwelling: relatives abroad whose sponsor it is need wait for that no longer.
    pub(in crate::flow) fn sponsor_is_housed(&mut self, holder: Slot, events: &mut EventList<Due>) {
        let holder = &self.world.population[holder];
        let family = holder.key.relative(u32::from(holder.visit));
        if let Some(tie) = self.world.ties.0.remove(&family)
            && let Some(slot) = self.still_there(tie.family)
            && matches!(self.world.population[slot].stage, Stage::FamilyDwelling | Stage::FamilyVisaHeld)
        {
            self.ask_again(slot, events);
        }
    }

    /// An appeal for refugee status ended, and was upheld or not.
    pub(in crate::flow) fn status_is_settled(
        &mut self,
        file: Key,
        raised: bool,
        events: &mut EventList<Due>,
    ) {
        let Some(tie) = self.world.ties.0.remove(&file).filter(|_| raised) else { return };
        if let Some(slot) = self.still_there(Some(tie.holder)) {
            self.world.population[slot].outcome = Some(Outcome::Refugee);
        }
        if let Some(slot) = self.still_there(tie.family) {
            let family = &mut self.world.population[slot];
            family.outcome = Some(Outcome::Refugee);
            if matches!(family.stage, Stage::FamilyWaiting | Stage::FamilyIncome | Stage::FamilyDwelling) {
                self.ask_again(slot, events);
            }
        }
    }

    /// How long relatives wait for the dwelling of their sponsor; nothing if there is one, or none is asked for.
    pub(in crate::flow) fn waits_for_sponsor(&mut self, family: Slot) -> Option<Hold> {
        let tie = self.world.ties.0.get(&self.world.population[family].key).copied()?;
        if self.case(family, |case| rule::lacks(case)) != Lacks::Dwelling(None) {
            return None;
        }
        let world = &self.world;
        if !world.policy.today(FAMILY_TRANSIT_COUNTS, world.today) {
            return Some(Hold::For(UNTIL_TOLD));
        }
        let transit = Roof::Place(PlaceKind::Transit.tier());
        let in_transit =
            self.still_there(Some(tie.holder)).is_some_and(|slot| world.population[slot].roof == transit);
        (!in_transit).then_some(Hold::For(A_LOOK))
    }

    /// How long the visa of relatives waits for the dwelling of their sponsor; nothing if there is one, or none is asked for.
    pub(in crate::flow) fn visa_waits(&mut self, family: Slot) -> Option<Hold> {
        self.world.ties.0.get(&self.world.population[family].key)?;
        let left = self.case(family, |case| journey::held::left(case));
        (left > Days(0)).then_some(Hold::For(left))
    }

    fn still_there(&self, household: Option<Household>) -> Option<Slot> {
        let (slot, key) = household?;
        self.world.population.get(slot).filter(|applicant| applicant.key == key).map(|_| slot)
    }
}
