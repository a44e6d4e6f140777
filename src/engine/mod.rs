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
//! hour goes home. The model is thirty lines: what can happen, who is there, what each event does, and who serves.
//!
//! ```
//! use doorstroom::engine::{EventList, Model, OnDrop, Population, Servers, Slot, Tick, Ticket, simulate};
//!
//! #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
//! enum Event { Treated(Slot), GoesHome(Ticket), Arrival }      // what is due at one tick comes in this order
//! struct Clinic { patients: Population<Tick>, doctors: Servers, treated: u32, waited: Tick }
//!
//! impl Model for Clinic {
//!     type Event = Event;
//!     fn event(&mut self, event: Event, now: Tick, events: &mut EventList<Event>) {
//!         match event {
//!             Event::Arrival => {
//!                 let patient = self.patients.insert(now);
//!                 self.doctors.join(&mut self.patients, patient, now, 0);
//!                 events.plan(now + 60, Event::GoesHome(self.patients.ticket(patient)));
//!                 events.plan(now + 10, Event::Arrival);
//!             }
//!             Event::GoesHome(ticket) => if let Some(patient) = self.patients.holder(ticket) {
//!                 self.doctors.leave(&mut self.patients, patient);
//!                 self.patients.remove(patient);
//!             }
//!             Event::Treated(patient) => {
//!                 self.doctors.complete(&mut self.patients, patient);
//!                 self.patients.remove(patient);
//!                 self.treated += 1;
//!             }
//!         }
//!     }
//!     fn service(&mut self, now: Tick, events: &mut EventList<Event>) -> bool {
//!         let Some((patient, end)) = self.doctors.start(&mut self.patients, now, |_, _| 15) else { return false };
//!         self.waited += now - self.patients[patient];
//!         self.patients.bump(patient);                         // does not go home untreated any more
//!         events.plan(end, Event::Treated(patient));
//!         true
//!     }
//! }
//!
//! let doctors = Servers::new(2, OnDrop::Finish);
//! let mut clinic = Clinic { patients: Population::new(), doctors, treated: 0, waited: 0 };
//! let mut events = EventList::new();
//! events.plan(0, Event::Arrival);
//! simulate(&mut clinic, &mut events, 0, 479);
//! assert_eq!((clinic.treated, clinic.waited, clinic.patients.len()), (47, 0, 1));
//! ```
//!
//! With one doctor the queue grows, and patients go home; with luck, times are drawn from
//! [`random`](crate::random). `doorstroom verify` is made of such models: their sources stand in `src/study/verify/`, from
//! priority and withdrawal to networks, loss and seasonal inflow.

mod buckets;
mod event_list;
mod lane;
mod pages;
mod places;
mod population;
mod queue;
mod servers;
mod simulate;
mod turn;
mod workforce;

pub use event_list::{EventList, Order};
pub use places::{Places, Tier};
pub use population::{Population, Slot, Ticket};
pub use queue::Queue;
pub use servers::{OnDrop, Servers};
pub use simulate::{Model, simulate};
pub use workforce::{Minutes, Reserve, Workforce};

/// A moment of simulated time: a whole number of whatever the model counts in.
pub type Tick = u64;
