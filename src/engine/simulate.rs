//! The course of a simulation: which ticks are visited, and what happens in each, in which order.

use std::collections::BTreeSet;
use std::fmt::Debug;

use super::{EventList, Tick};

/// Rounds of events and service after which a tick is taken to go in circles.
const MOST_ROUNDS: u32 = 1_000;
/// Events of one tick before its rounds are counted: most ticks have far fewer.
const UNCOUNTED: u32 = 64;
/// The last rounds of those, in which events are noted down to name the circle.
const NOTED_ROUNDS: u32 = 5;
const NOTED_EVENTS: usize = 12;

/// A system that is simulated: what it does in each phase of a tick. See [`simulate`] for their order.
pub trait Model {
    /// What can be scheduled: small, and ordered, so that even equals in tick and order come out the same way always.
    type Event: Copy + Ord + Debug;

    /// The rules of this tick: parameters step, capacities change, minutes are granted.
    #[inline]
    fn law(&mut self, now: Tick, events: &mut EventList<Self::Event>) {
        let _ = (now, events);
    }

    /// Who comes in at this tick, unless arrivals are events of the model.
    #[inline]
    fn arrivals(&mut self, now: Tick, events: &mut EventList<Self::Event>) {
        let _ = (now, events);
    }

    /// What this event does, now that it is due.
    fn event(&mut self, event: Self::Event, now: Tick, events: &mut EventList<Self::Event>);

    /// Is told of an event that is to come soon, and may still be cancelled. It changes nothing: a model of millions reads
    /// here what the event concerns, so that it is in the cache when its turn comes.
    #[inline]
    fn upcoming(&self, event: Self::Event) {
        let _ = event;
    }

    /// Resources offer what is free, in the model's order. Says whether anything was served.
    #[inline]
    fn service(&mut self, now: Tick, events: &mut EventList<Self::Event>) -> bool {
        let _ = (now, events);
        false
    }

    /// Looks at the tick once, when all is done.
    #[inline]
    fn observe(&mut self, now: Tick) {
        let _ = now;
    }

    /// The next tick after `after` to visit even if no event is due: `Some(after + 1)` in a daily model.
    #[inline]
    fn wake(&self, after: Tick) -> Option<Tick> {
        let _ = after;
        None
    }
}

/// Simulates from one tick until another, both included.
///
/// The first tick is visited, and from there every tick at which an event is due or for which the model
/// [wakes](Model::wake); the others cost nothing. The phases of a visited tick:
///
/// 1. [`law`](Model::law), once;
/// 2. [`arrivals`](Model::arrivals), once;
/// 3. [`event`](Model::event) for all that is due, then [`service`](Model::service); and again, until nothing is due and nothing was
///    served, so one may pass several stages in a tick;
/// 4. [`observe`](Model::observe), once.
///
/// Events beyond `until` stay in the list, so a later call can go on from `until + 1`.
///
/// # Panics
/// When a tick goes in circles (more than 1,000 rounds; the message names the tick and the events of the last
/// rounds), when `from` or the tick to wake for lies in the past, or when an event is due before `from`.
pub fn simulate<M: Model>(model: &mut M, events: &mut EventList<M::Event>, from: Tick, until: Tick) {
    if let Some(first) = events.next_tick() {
        assert!(
            first >= from,
            "an event is due at tick {first}, before the simulation starts at tick {from}"
        );
    }
    let mut now = from;
    while now <= until {
        let due = visit(model, events, now);
        let wake = model.wake(now);
        assert!(
            wake.is_none_or(|wake| wake > now),
            "the model asks to wake at {wake:?}, and it is tick {now} already"
        );
        now = match (due, wake) {
            (Some(due), Some(wake)) => due.min(wake),
            (Some(next), None) | (None, Some(next)) => next,
            (None, None) => break,
        };
    }
}

/// Visits a tick, and returns that of the earliest event then.
#[inline]
fn visit<M: Model>(model: &mut M, events: &mut EventList<M::Event>, now: Tick) -> Option<Tick> {
    events.advance(now);
    model.law(now, events);
    model.arrivals(now, events);
    let (mut rounds, mut uncounted) = (0, UNCOUNTED);
    loop {
        while let Some(event) = events.take_due(now) {
            if let Some(upcoming) = events.upcoming() {
                model.upcoming(upcoming);
            }
            model.event(event, now, events);
            uncounted -= 1;
            if uncounted == 0 {
                return finish_crowded(model, events, now, rounds);
            }
        }
        let served = model.service(now, events);
        let due = events.next_tick();
        if !served && due.is_none_or(|due| due > now) {
            model.observe(now);
            return due;
        }
        count_round(&mut rounds, now, &[] as &[M::Event]);
    }
}

/// The rest of a tick with many events, which may go in circles.
#[cold]
#[inline(never)]
fn finish_crowded<M: Model>(
    model: &mut M,
    events: &mut EventList<M::Event>,
    now: Tick,
    mut rounds: u32,
) -> Option<Tick> {
    let (mut batch, mut noted) = (None, Vec::new());
    loop {
        while let Some(event) = events.take_due(now) {
            // At most so many are due as a round begins; what events add for the same tick counts as further rounds.
            if batch == Some(0) {
                count_round(&mut rounds, now, &noted);
                batch = None;
            }
            batch = Some(batch.unwrap_or_else(|| events.due_at_most() + 1).saturating_sub(1));
            if rounds + NOTED_ROUNDS > MOST_ROUNDS && noted.len() < NOTED_EVENTS && !noted.contains(&event) {
                noted.push(event);
            }
            model.event(event, now, events);
        }
        let served = model.service(now, events);
        let due = events.next_tick();
        if !served && due.is_none_or(|due| due > now) {
            model.observe(now);
            return due;
        }
        batch = None;
        count_round(&mut rounds, now, &noted);
    }
}

#[cold]
fn count_round<E: Debug + Ord>(rounds: &mut u32, now: Tick, noted: &[E]) {
    *rounds += 1;
    if *rounds <= MOST_ROUNDS {
        return;
    }
    if noted.is_empty() {
        panic!(
            "tick {now} goes in circles: after {MOST_ROUNDS} rounds, service still says that something was served"
        );
    }
    let noted: BTreeSet<&E> = noted.iter().collect();
    panic!(
        "tick {now} goes in circles: after {MOST_ROUNDS} rounds, events are still due; the last were {noted:?}"
    );
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;
    use crate::engine::Order;

    /// Writes down what it is asked.
    #[derive(Default)]
    struct Diary {
        lines: Vec<(Tick, &'static str)>,
        daily: bool,
        to_serve: u32,
        foreseen: RefCell<Vec<&'static str>>,
    }

    impl Model for Diary {
        type Event = &'static str;

        fn upcoming(&self, event: &'static str) {
            self.foreseen.borrow_mut().push(event);
        }

        fn law(&mut self, now: Tick, _: &mut EventList<&'static str>) {
            self.lines.push((now, "law"));
        }

        fn arrivals(&mut self, now: Tick, _: &mut EventList<&'static str>) {
            self.lines.push((now, "arrivals"));
        }

        fn event(&mut self, event: &'static str, now: Tick, events: &mut EventList<&'static str>) {
            self.lines.push((now, event));
            match event {
                "pass on" => events.push(now, Order::default(), "passed"),
                "circle" => events.push(now, Order::default(), "circle"),
                "needs service" => self.to_serve += 1,
                _ => {}
            }
        }

        fn service(&mut self, now: Tick, events: &mut EventList<&'static str>) -> bool {
            if self.to_serve == 0 {
                return false;
            }
            self.to_serve -= 1;
            self.lines.push((now, "service"));
            events.push(now, Order::default(), "served");
            true
        }

        fn observe(&mut self, now: Tick) {
            self.lines.push((now, "observe"));
        }

        fn wake(&self, after: Tick) -> Option<Tick> {
            self.daily.then_some(after + 1)
        }
    }

    fn visited(diary: &Diary) -> Vec<Tick> {
        diary.lines.iter().filter(|line| line.1 == "observe").map(|line| line.0).collect()
    }

    #[test]
    fn the_phases_of_a_tick_come_in_order_and_events_and_service_alternate() {
        let (mut diary, mut events) = (Diary::default(), EventList::new());
        events.push(5, Order::new(1, 0), "needs service");
        events.push(5, Order::new(0, 0), "pass on");
        simulate(&mut diary, &mut events, 5, 5);
        let lines: Vec<_> = diary.lines.iter().map(|line| line.1).collect();
        let expected =
            ["law", "arrivals", "pass on", "passed", "needs service", "service", "served", "observe"];
        assert_eq!(lines, expected);
    }

    #[test]
    fn ticks_without_an_event_are_not_visited_unless_the_model_wakes() {
        let (mut diary, mut events) = (Diary::default(), EventList::new());
        for at in [7, 1_000_000_000_000, 1_000_000_000_001] {
            events.push(at, Order::default(), "quiet");
        }
        simulate(&mut diary, &mut events, 3, 1_000_000_000_000);
        assert_eq!(visited(&diary), [3, 7, 1_000_000_000_000]);
        assert_eq!(events.len(), 1);

        let mut daily = Diary { daily: true, ..Diary::default() };
        simulate(&mut daily, &mut EventList::new(), 3, 6);
        assert_eq!(visited(&daily), [3, 4, 5, 6]);
    }

    #[test]
    fn a_model_is_told_two_events_ahead_what_is_to_come() {
        let (mut diary, mut events) = (Diary::default(), EventList::with_bucket_width(16));
        for (at, event) in [(1, "first"), (2, "second"), (3, "third"), (4, "fourth")] {
            events.push(at, Order::default(), event);
        }
        simulate(&mut diary, &mut events, 0, 9);
        assert_eq!(diary.foreseen.into_inner(), ["third", "fourth"]);
    }

    #[test]
    fn a_simulation_goes_on_where_it_stopped() {
        let (mut diary, mut events) = (Diary { daily: true, ..Diary::default() }, EventList::new());
        events.push(4, Order::default(), "quiet");
        simulate(&mut diary, &mut events, 0, 2);
        simulate(&mut diary, &mut events, 3, 5);
        assert_eq!(visited(&diary), [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn many_events_on_one_tick_are_no_circle() {
        let (mut diary, mut events) = (Diary::default(), EventList::new());
        (0..5_000).for_each(|tie| events.push(1, Order::new(0, tie), "pass on"));
        simulate(&mut diary, &mut events, 0, 1);
        assert_eq!(diary.lines.iter().filter(|line| line.1 == "passed").count(), 5_000);
    }

    #[test]
    #[should_panic(
        expected = "tick 2 goes in circles: after 1000 rounds, events are still due; the last were {\"circle\"}"
    )]
    fn a_circle_of_events_is_named() {
        let mut events = EventList::new();
        events.push(2, Order::default(), "circle");
        events.push(3, Order::default(), "quiet");
        simulate(&mut Diary::default(), &mut events, 0, 9);
    }

    #[test]
    #[should_panic(expected = "the last were {\"served\"}")]
    fn a_circle_of_service_is_named() {
        simulate(&mut Diary { to_serve: 5_000, ..Diary::default() }, &mut EventList::new(), 0, 9);
    }

    #[test]
    #[should_panic(expected = "cannot go back to tick 4")]
    fn the_clock_may_not_go_back() {
        let (mut diary, mut events) = (Diary::default(), EventList::new());
        simulate(&mut diary, &mut events, 5, 5);
        simulate(&mut diary, &mut events, 4, 5);
    }

    #[test]
    #[should_panic(expected = "an event is due at tick 1, before the simulation starts at tick 5")]
    fn nothing_is_skipped_before_the_start() {
        let mut events = EventList::new();
        events.push(1, Order::default(), "quiet");
        simulate(&mut Diary::default(), &mut events, 5, 9);
    }
}
