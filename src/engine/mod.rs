//! A discrete-event engine, usable on its own: it knows no law and no procedure.
//!
//! Time is a whole number, the [`Tick`]; what a tick means is the model's business. An [`EventList`] holds what is still to
//! happen. A [`Population`] holds the records of all who are present, in recycled slots, and three kinds of resource let
//! them wait:
//!
//! | resource | capacity | fits |
//! |---|---|---|
//! | [`Servers`] | so many, each busy with one for its service time | queueing models on a fine tick |
//! | [`Workforce`] | minutes a tick, by class and in queue order | work of hours when a tick is a day |
//! | [`Places`] | places in tiers, held across stages | beds |
//!
//! A [`Model`] says what happens in each phase of a tick, and [`simulate`] visits the ticks. A visited tick has four phases:
//! *law* (parameters step, capacities change, minutes are granted), *arrivals*, then *events* that are due and
//! *service* in turn until nothing is due and nothing is served, and last *observe*.
//!
//! Two rules keep results comparable and repeatable. Order among equals means something: a priority, the tick of joining,
//! and a tie drawn for the person, never the order of insertion. And an event is cancelled by *epoch*: it carries the
//! epoch of the slot it concerns, and is ignored when [`Population::bump`] or [`Population::remove`] has moved that on.
//!
//! # A clinic
//!
//! Every ten minutes a patient comes to two doctors, who take a quarter of an hour for each; who has waited for an
//! hour goes home.
//!
//! ```
//! use doorstroom::engine::{EventList, Model, OnDrop, Order, Population, Servers, Slot, Tick, simulate};
//!
//! #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
//! enum Event { Arrival, GoesHome(Slot, u32), Treated(Slot, u32) }
//!
//! struct Clinic { patients: Population<Tick>, doctors: Servers, treated: u32, waited: Tick }
//!
//! impl Model for Clinic {
//!     type Event = Event;
//!
//!     fn event(&mut self, event: Event, now: Tick, events: &mut EventList<Event>) {
//!         match event {
//!             Event::Arrival => {
//!                 let slot = self.patients.insert(now);
//!                 self.doctors.join(&mut self.patients, slot, now, 0);
//!                 events.push(now + 60, Order::new(1, 0), Event::GoesHome(slot, self.patients.epoch(slot)));
//!                 events.push(now + 10, Order::new(2, 0), Event::Arrival);
//!             }
//!             Event::GoesHome(slot, epoch) if self.patients.epoch(slot) == epoch => {
//!                 self.doctors.leave(&mut self.patients, slot);
//!                 self.patients.remove(slot);
//!             }
//!             Event::Treated(slot, epoch) if self.patients.epoch(slot) == epoch => {
//!                 self.doctors.complete(&mut self.patients, slot);
//!                 self.patients.remove(slot);
//!                 self.treated += 1;
//!             }
//!             Event::GoesHome(..) | Event::Treated(..) => {}   // stale: this patient has moved on
//!         }
//!     }
//!
//!     fn service(&mut self, now: Tick, events: &mut EventList<Event>) -> bool {
//!         let mut served = false;
//!         while let Some((slot, end)) = self.doctors.start(&mut self.patients, now, |_, _| 15) {
//!             self.waited += now - self.patients[slot];
//!             let epoch = self.patients.bump(slot);            // no longer goes home untreated
//!             events.push(end, Order::new(0, 0), Event::Treated(slot, epoch));
//!             served = true;
//!         }
//!         served
//!     }
//! }
//!
//! let doctors = Servers::new(2, OnDrop::Finish);
//! let mut clinic = Clinic { patients: Population::new(), doctors, treated: 0, waited: 0 };
//! let mut events = EventList::new();
//! events.push(0, Order::default(), Event::Arrival);
//! simulate(&mut clinic, &mut events, 0, 479);
//! assert_eq!((clinic.treated, clinic.waited, clinic.patients.len()), (47, 0, 1));
//! ```

mod buckets;
mod event_list;
mod lane;
mod places;
mod population;
mod queue;
mod servers;
mod simulate;
mod workforce;

pub use event_list::{EventList, Order};
pub use places::{Places, Tier};
pub use population::{Population, Slot};
pub use queue::Queue;
pub use servers::{OnDrop, Servers};
pub use simulate::{Model, simulate};
pub use workforce::{Minutes, Reserve, Workforce};

/// A moment of simulated time: a whole number of whatever the model counts in.
pub type Tick = u64;
