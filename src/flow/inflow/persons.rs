//! Who the persons of a household are: women and girls, minors, and when the youngest turns eighteen.
//!
//! * **Law.** A minor is under eighteen (Civil Code 1:233); unaccompanied without a parent or guardian (Aliens Decree).
//! * **In.** Every household when it reports, and relatives when they arrive.
//! * **Out.** Their sex, and the day on which the last of them is of age.
//! * **Levers.** `women_share`, `child_by_place`, `unaccompanied_ages`, `minors_among_relatives`, `women_among_relatives`.
//! * **Simplifications.** Sex and age are thrown for each person by themselves, whoever they come with. Children of a
//!   household are as often of one age as of another. Of adults the age is not told, since no rule asks for it. Nobody is
//!   born in the chain.

use crate::flow::applicant::{Applicant, Members};
use crate::policy::Policy;
use crate::policy::levers::inflow::{
    CHILD_BY_PLACE, MINORS_AMONG_RELATIVES, UNACCOMPANIED_AGES, WOMEN_AMONG_RELATIVES, WOMEN_SHARE,
};
use crate::random::{Dice, Draw, Stream};
use crate::time::{Day, Days};

/// From birth to the eighteenth birthday [days].
const EIGHTEEN_YEARS: f64 = 6_574.5;
/// Ages at which the groups of `unaccompanied_ages` begin, and the end of the last [years].
const GROUPS: [f64; 5] = [6.0, 12.0, 14.0, 16.0, 18.0];

/// Settles who the persons of a household are that reports, or arrives, on a day.
pub(crate) fn meet(applicant: &mut Applicant, policy: &Policy, stream: Stream, day: Day) {
    let dice = stream.dice(applicant.key);
    let women = if applicant.relative {
        policy.today(WOMEN_AMONG_RELATIVES, day)
    } else {
        policy.on(WOMEN_SHARE, day, applicant.nationality)
    };
    let places = 0..u32::from(applicant.persons);
    let women = places.clone().filter(|&place| dice.happens(Draw::Sex, place, women)).count();
    let (mut minors, mut youngest) = (0, None);
    if applicant.unaccompanied {
        (minors, youngest) = (1, Some(alone(dice, policy, day)));
    } else {
        for left in places.filter_map(|place| child(applicant, dice, policy, day, place)) {
            minors += 1;
            youngest = youngest.max(Some(left));
        }
    }
    applicant.members = Members::new(women as u8, minors);
    applicant.adult_on = youngest.map(|left| day + Days(left)).into();
}

/// Minors in a household on a day: those who were and have not turned eighteen since.
pub(crate) fn minors(applicant: &Applicant, policy: &Policy, stream: Stream, day: Day) -> u32 {
    let Some(last) = applicant.adult_on.get().filter(|last| day < *last) else { return 0 };
    if applicant.members.minors() < 2 {
        return u32::from(applicant.members.minors());
    }
    let dice = stream.dice(applicant.key);
    let children =
        || (0..u32::from(applicant.persons)).filter_map(|place| child(applicant, dice, policy, day, place));
    let youngest = children().max().unwrap_or(0);
    // Counted back from the youngest: the day on which they reported is not kept.
    children().filter(|&left| last - Days(youngest - left) > day).count() as u32
}

/// Days until a person turns eighteen, if they are a child: by their place in the household.
fn child(applicant: &Applicant, dice: Dice, policy: &Policy, day: Day, place: u32) -> Option<i32> {
    let chance = if applicant.relative {
        policy.today(MINORS_AMONG_RELATIVES, day)
    } else {
        policy.today(CHILD_BY_PLACE, day).get(place as usize).copied().unwrap_or(1.0)
    };
    let is_child = dice.happens(Draw::Child, place, chance);
    is_child.then(|| 1 + (dice.uniform(Draw::Age, place) * (EIGHTEEN_YEARS - 1.0)) as i32)
}

/// Days until an unaccompanied minor turns eighteen.
fn alone(dice: Dice, policy: &Policy, day: Day) -> i32 {
    let group = dice.choose(Draw::Child, 0, policy.today(UNACCOMPANIED_AGES, day));
    let (from, to) = (GROUPS[group], GROUPS[group + 1]);
    let age = from + dice.uniform(Draw::Age, 0) * (to - from);
    1 + ((18.0 - age) / 18.0 * (EIGHTEEN_YEARS - 1.0)) as i32
}
