//! Blocks of places: contracts, permits and buildings that open, end, and are renewed or not.
//!
//! * **Law.** None on the end of a location: municipalities and COA agree on it (*bestuursovereenkomst*).
//! * **In.** The plan: how many places of a type are ordered and paid for.
//! * **Out.** The places that are there.
//! * **Levers.** `regular_lead_days`, `emergency_lead_days`, `distribution_law`, and the uncertainties on the size of blocks, on
//!   how long they last, on their renewal and on what municipalities go on with without the distribution act.
//! * **Simplifications.** Every block of a type is equally large and its contract equally long; an order that is placed is
//!   never cancelled by a municipality. Fewer places than the plan says take their lead time to come; more than it says are
//!   closed that day, those that would end first going first. Without the distribution act a part of the places whose contract
//!   ends is given up, neither renewed nor built anew, until the act holds again; what was not given up goes on as under it.

use super::distribution::willingness;
use crate::policy::lever::kinds::{Count, Days as CalendarDays, Share};
use crate::policy::levers::places::{
    EMERGENCY_BLOCK_DAYS, EMERGENCY_BLOCK_PLACES, EMERGENCY_LEAD_DAYS, EMERGENCY_RENEWAL, REGULAR_BLOCK_DAYS,
    REGULAR_BLOCK_PLACES, REGULAR_LEAD_DAYS, REGULAR_RENEWAL, RENEWAL_NOTICE,
};
use crate::policy::{Lever, Policy};
use crate::random::{Draw, Duration, Key, Source, Stream};
use crate::time::{Day, Days};

/// Times to open lie this far around their mean: 18 to 36 months around 27.
const LEAD_SPREAD: f64 = 1.0 / 3.0;

/// The types of reception that come in blocks.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Type {
    /// Regular centres.
    Regular,
    /// Regular centres that the distribution act brought: what becomes of them without it is told by the task.
    Act,
    /// Emergency reception.
    Emergency,
}

/// What a type's blocks are like, today.
struct Terms {
    /// \[places\]
    size: u32,
    /// How long a contract lasts.
    lasts: Days,
    /// Chance that a contract that ends is renewed.
    renewal: f64,
    /// How long before its end that is known.
    notice: Days,
    /// Mean time from the order to the opening \[days\].
    lead: f64,
    /// Chance that the municipality goes on at all when a contract ends: certain while the distribution act is law.
    goes_on: f64,
}

impl Terms {
    fn of(kind: Type, policy: &Policy, today: Day) -> Terms {
        type Of = (Lever<Count>, Lever<CalendarDays>, Lever<Share>, Lever<CalendarDays>);
        let (size, lasts, renewal, lead): Of = match kind {
            Type::Regular | Type::Act => {
                (REGULAR_BLOCK_PLACES, REGULAR_BLOCK_DAYS, REGULAR_RENEWAL, REGULAR_LEAD_DAYS)
            }
            Type::Emergency => {
                (EMERGENCY_BLOCK_PLACES, EMERGENCY_BLOCK_DAYS, EMERGENCY_RENEWAL, EMERGENCY_LEAD_DAYS)
            }
        };
        Terms {
            size: (policy.today(size, today).round() as u32).max(1),
            lasts: policy.today(lasts, today).max(Days(1)),
            renewal: policy.today(renewal, today),
            notice: policy.today(RENEWAL_NOTICE, today),
            lead: f64::from(policy.today(lead, today).0),
            goes_on: if kind == Type::Act { 1.0 } else { willingness(policy, today) },
        }
    }
}

/// What is known of the end of a contract.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Leaving {
    /// Nothing yet, or that it is renewed.
    No,
    /// It is not renewed, and other places come instead.
    Replaced,
    /// The municipality goes no further, and no other comes instead.
    GivenUp,
}

/// Places under one contract.
#[derive(Copy, Clone, Debug)]
struct Block {
    key: Key,
    /// \[places\]
    size: u32,
    opens: Day,
    /// First day on which the places are gone, unless renewed.
    ends: Day,
    renewals: u32,
    leaving: Leaving,
}

/// All blocks of one type.
#[derive(Clone, Debug)]
pub(crate) struct Blocks {
    kind: Type,
    /// Which list of blocks it is: the keys of its blocks are of it.
    line: u64,
    list: Vec<Block>,
    /// Blocks made so far: the how-manieth is a block's key.
    made: u32,
    /// Most places there have been under the present plan: what was lost of it is what emergency reception stands in for.
    had: u32,
    /// Places of the plan that municipalities have given up, or will when their contract ends.
    given_up: u32,
    /// Most places that may be there: the plan without those given up that are gone.
    most: u32,
}

impl Blocks {
    /// The blocks of the first day, which add up to the plan. Their contracts have run for some time: what is left of each is
    /// drawn evenly.
    pub(crate) fn new(
        (kind, line): (Type, u64),
        plan: u32,
        policy: &Policy,
        today: Day,
        stream: Stream,
    ) -> Blocks {
        let mut blocks = Blocks { kind, line, list: Vec::new(), made: 0, had: plan, given_up: 0, most: plan };
        let terms = Terms::of(kind, policy, today);
        let mut left = plan;
        while left > 0 {
            let key = blocks.next_key();
            let size = terms.size.min(left);
            let lasts = Duration::Uniform(1.0, f64::from(terms.lasts.0));
            let ends = today + lasts.days(stream.dice(key).uniform(Draw::BlockTerm, 0));
            blocks.list.push(Block { key, size, opens: today, ends, renewals: 0, leaving: Leaving::No });
            left -= size;
        }
        blocks
    }

    /// A day begins: contracts are renewed or not, blocks end, and what the plan lacks is ordered.
    pub(crate) fn morning(&mut self, plan: u32, policy: &Policy, today: Day, stream: Stream) {
        if plan == 0 && self.list.is_empty() {
            (self.had, self.given_up, self.most) = (0, 0, 0);
            return;
        }
        let terms = Terms::of(self.kind, policy, today);
        for block in self.list.iter_mut().filter(|b| b.leaving == Leaving::No && b.opens <= today) {
            if block.ends - today > terms.notice {
                continue;
            }
            let dice = stream.dice(block.key);
            if !dice.happens(Draw::BlockGoesOn, block.renewals, terms.goes_on) {
                block.leaving = Leaving::GivenUp;
                self.given_up += block.size;
            } else if dice.happens(Draw::BlockRenewal, block.renewals, terms.renewal) {
                block.renewals += 1;
                block.ends = block.ends + terms.lasts;
            } else {
                block.leaving = Leaving::Replaced;
            }
        }
        self.list.retain(|block| block.ends > today);
        if terms.goes_on == 1.0 && self.given_up > 0 {
            self.resume();
        }
        let wanted = plan.saturating_sub(self.given_up);
        let lasting: u32 = self.list.iter().filter(|b| b.leaving == Leaving::No).map(|b| b.size).sum();
        if lasting > wanted {
            self.close(lasting - wanted, today);
        } else {
            self.order(wanted - lasting, &terms, today, stream);
        }
        self.most = plan.min(wanted + self.going(|_| true));
        self.had = self.had.min(self.most).max(self.open(today));
    }

    /// The act holds again: what was given up is wanted again.
    fn resume(&mut self) {
        self.given_up = 0;
        for block in self.list.iter_mut().filter(|b| b.leaving == Leaving::GivenUp) {
            block.leaving = Leaving::Replaced;
        }
    }

    /// Places given up that are still there, of the blocks for which this holds.
    fn going(&self, which: impl Fn(&Block) -> bool) -> u32 {
        self.list.iter().filter(|b| b.leaving == Leaving::GivenUp && which(b)).map(|b| b.size).sum()
    }

    /// Gives up what is too much: first what has not opened, then what would end first.
    fn close(&mut self, mut too_many: u32, today: Day) {
        self.list.sort_by_key(|b| (b.leaving != Leaving::No, b.opens <= today, b.ends, b.key));
        for block in self.list.iter_mut().filter(|b| b.leaving == Leaving::No) {
            let closed = block.size.min(too_many);
            block.size -= closed;
            too_many -= closed;
        }
        self.list.retain(|block| block.size > 0);
    }

    fn order(&mut self, mut lacking: u32, terms: &Terms, today: Day, stream: Stream) {
        while lacking > 0 {
            let key = self.next_key();
            let size = terms.size.min(lacking);
            let lead = Duration::Uniform(terms.lead * (1.0 - LEAD_SPREAD), terms.lead * (1.0 + LEAD_SPREAD));
            let opens = today + lead.days(stream.dice(key).uniform(Draw::BlockLead, 0));
            self.list.push(Block {
                key,
                size,
                opens,
                ends: opens + terms.lasts,
                renewals: 0,
                leaving: Leaving::No,
            });
            lacking -= size;
        }
    }

    fn next_key(&mut self) -> Key {
        let key = Key::stock(Source::Block, self.line, self.made);
        self.made += 1;
        key
    }

    /// Places that are there on a day, as far as is known now, and never more than the plan.
    pub(crate) fn open(&self, day: Day) -> u32 {
        let open = |b: &&Block| b.opens <= day && (b.ends > day || b.leaving == Leaving::No);
        self.list.iter().filter(open).map(|b| b.size).sum::<u32>().min(self.most)
    }

    /// Places of the plan that there have been and that are gone today, or will be by a later day; but for those given up.
    pub(crate) fn lost(&self, today: Day, later: Day) -> u32 {
        let later = self.open(later) + self.going(|block| block.ends <= later);
        self.had - self.open(today).min(later).min(self.had)
    }

    /// Places of the plan that municipalities have given up, or will when their contract ends.
    pub(crate) const fn given_up(&self) -> u32 {
        self.given_up
    }

    /// Places that are gone within so many days if nothing is renewed.
    pub(crate) fn ending(&self, today: Day, within: Days) -> u32 {
        let ends = |b: &&Block| b.opens <= today && b.ends <= today + within;
        self.list.iter().filter(ends).map(|b| b.size).sum()
    }
}
