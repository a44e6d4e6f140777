//! A number of servers, each busy with one at a time for as long as its service takes.

use super::population::Standing;
use super::{Population, Queue, Slot, Tick};

/// What happens to those in service when there are suddenly fewer servers. Those who started last are concerned first; a
/// service that ends this very tick is let be.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum OnDrop {
    /// Their service is finished first: for a while more are busy than there are servers.
    Finish,
    /// They go back to their place in the queue, and later take only the time that was left.
    Resume,
    /// They go back to their place in the queue, and later start anew.
    Requeue,
}

#[derive(Copy, Clone, Debug)]
struct Service {
    slot: Slot,
    started: Tick,
    ends: Tick,
}

/// Servers with one queue, ordered by (tick joined, tie). The model schedules the end of each service itself:
///
/// ```
/// use doorstroom::engine::{EventList, OnDrop, Order, Population, Servers};
/// let (mut events, mut patients) = (EventList::new(), Population::new());
/// let mut doctors = Servers::new(1, OnDrop::Finish);
/// let slot = patients.insert("Ada");
/// doctors.join(&mut patients, slot, 0, 0);
/// while let Some((slot, end)) = doctors.start(&mut patients, 0, |_slot, _patient| 15) {
///     events.push(end, Order::default(), (slot, patients.epoch(slot)));
/// }
/// let (slot, epoch) = events.pop_due(15).unwrap();
/// assert_eq!(patients.epoch(slot), epoch);
/// doctors.complete(&mut patients, slot);
/// assert_eq!(doctors.busy_time(20), 15);
/// ```
#[derive(Debug)]
pub struct Servers {
    capacity: u32,
    on_drop: OnDrop,
    queue: Queue,
    /// In service, where the link of each tells, so that who leaves touches no other; and the positions free.
    services: Vec<Option<Service>>,
    vacant: Vec<u32>,
    /// Waiting with a service that was interrupted, and the ticks left; the link of each tells its position here, from 1.
    interrupted: Vec<(Slot, Tick)>,
    /// Server-ticks of services that are past.
    worked: u64,
    /// Server-ticks there were until `since`.
    offered: u64,
    since: Tick,
}

impl Servers {
    /// This many servers from tick 0 on, all free.
    pub fn new(capacity: u32, on_drop: OnDrop) -> Self {
        Servers {
            capacity,
            on_drop,
            queue: Queue::new(),
            services: Vec::new(),
            vacant: Vec::new(),
            interrupted: Vec::new(),
            worked: 0,
            offered: 0,
            since: 0,
        }
    }

    /// Lets a record join the queue.
    pub fn join<R>(&mut self, population: &mut Population<R>, slot: Slot, joined: Tick, tie: u32) {
        self.queue.push(population, slot, joined, tie);
        population.link_mut(slot).work = 0;
    }

    /// Takes a record out of the queue, from whatever place.
    pub fn leave<R>(&mut self, population: &mut Population<R>, slot: Slot) {
        self.queue.remove(population, slot);
        self.take_interrupted(population, slot);
    }

    /// Starts one service if somebody waits and a server is free, and returns who is served and the tick at which it ends,
    /// for the model to schedule: call it until it returns nothing. `service` says how long a service takes \[ticks\]; it is
    /// not asked for what is left of an interrupted one.
    pub fn start<R>(
        &mut self,
        population: &mut Population<R>,
        now: Tick,
        service: impl FnOnce(Slot, &mut R) -> Tick,
    ) -> Option<(Slot, Tick)> {
        if self.busy() >= self.capacity {
            return None;
        }
        let slot = self.queue.pop_first(population)?;
        let ticks = match self.take_interrupted(population, slot) {
            Some(left) => left,
            None => service(slot, &mut population[slot]),
        };
        let position = self.vacant.pop().unwrap_or_else(|| {
            self.services.push(None);
            self.services.len() as u32 - 1
        });
        let link = population.link_mut(slot);
        link.standing = Standing::InService;
        link.work = position;
        let ends = now.saturating_add(ticks);
        self.services[position as usize] = Some(Service { slot, started: now, ends });
        Some((slot, ends))
    }

    /// Frees the server of one whose service has ended.
    pub fn complete<R>(&mut self, population: &mut Population<R>, slot: Slot) {
        let service = self.end(population, slot);
        self.worked += service.ends - service.started;
    }

    /// Breaks a service off before its end and frees the server; the record does not wait any more. Cancel its end event.
    pub fn stop<R>(&mut self, population: &mut Population<R>, now: Tick, slot: Slot) {
        let service = self.end(population, slot);
        self.worked += now.min(service.ends) - service.started;
    }

    /// Changes the number of servers. Returns those whose service was interrupted, who wait again: the model cancels
    /// their end events, by [bumping](Population::bump) their epoch.
    pub fn set_capacity<R>(&mut self, population: &mut Population<R>, now: Tick, capacity: u32) -> Vec<Slot> {
        self.offered = self.offered_until(now);
        self.since = now;
        self.capacity = capacity;
        let surplus = self.busy().saturating_sub(capacity) as usize;
        if surplus == 0 || self.on_drop == OnDrop::Finish {
            return Vec::new();
        }
        let mut candidates: Vec<Service> =
            self.services.iter().flatten().copied().filter(|service| service.ends > now).collect();
        candidates.sort_unstable_by_key(|service| {
            (service.started, population.link(service.slot).key(), service.slot)
        });
        let kept = candidates.len().saturating_sub(surplus);
        let concerned: Vec<Service> = candidates.split_off(kept);
        for service in &concerned {
            let (joined, tie) = population.link(service.slot).key();
            self.stop(population, now, service.slot);
            self.join(population, service.slot, joined, tie);
            if self.on_drop == OnDrop::Resume {
                self.interrupted.push((service.slot, service.ends - now));
                population.link_mut(service.slot).work = self.interrupted.len() as u32;
            }
        }
        concerned.into_iter().map(|service| service.slot).collect()
    }

    /// Servers there are.
    pub fn capacity(&self) -> u32 {
        self.capacity
    }

    /// How many wait.
    pub fn waiting(&self) -> u32 {
        self.queue.len()
    }

    /// How many are in service.
    pub fn busy(&self) -> u32 {
        (self.services.len() - self.vacant.len()) as u32
    }

    /// The queue, to look at.
    pub fn queue(&self) -> &Queue {
        &self.queue
    }

    /// Time that servers were busy until `now` \[server-ticks\].
    pub fn busy_time(&self, now: Tick) -> u64 {
        let under_way = |service: &Service| now.clamp(service.started, service.ends) - service.started;
        self.worked + self.services.iter().flatten().map(under_way).sum::<u64>()
    }

    /// Busy time until `now` as a share of the time of all servers there were, from 0; above 1 only when services were
    /// finished beyond a capacity that had dropped. Nothing if there never was a server.
    pub fn utilisation(&self, now: Tick) -> Option<f64> {
        let offered = self.offered_until(now);
        (offered > 0).then(|| self.busy_time(now) as f64 / offered as f64)
    }

    fn offered_until(&self, now: Tick) -> u64 {
        let since = now.saturating_sub(self.since).saturating_mul(u64::from(self.capacity));
        self.offered.saturating_add(since)
    }

    /// Takes one out of service.
    fn end<R>(&mut self, population: &mut Population<R>, slot: Slot) -> Service {
        let link = population.link_mut(slot);
        let position = link.work;
        let service = match self.services.get_mut(position as usize) {
            Some(place) if link.standing == Standing::InService => {
                place.take_if(|service| service.slot == slot)
            }
            _ => None,
        };
        let service = service.unwrap_or_else(|| panic!("{slot:?} is not in service with these servers"));
        link.standing = Standing::Apart;
        self.vacant.push(position);
        service
    }

    /// The ticks left of an interrupted service, if this one has any.
    fn take_interrupted<R>(&mut self, population: &mut Population<R>, slot: Slot) -> Option<Tick> {
        let position = std::mem::take(&mut population.link_mut(slot).work).checked_sub(1)? as usize;
        let (_, left) = self.interrupted.swap_remove(position);
        if let Some(&(moved, _)) = self.interrupted.get(position) {
            population.link_mut(moved).work = position as u32 + 1;
        }
        Some(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three in service from ticks 0, 2 and 4, ten ticks each, and one who waits; at tick 6 one server is left.
    fn drop_to_one(on_drop: OnDrop) -> (Population<char>, Servers, Vec<Slot>, Vec<Slot>) {
        let mut population = Population::new();
        let mut servers = Servers::new(3, on_drop);
        let slots: Vec<Slot> = ('a'..='d').map(|name| population.insert(name)).collect();
        for (number, &slot) in slots.iter().enumerate() {
            let now = 2 * number as Tick;
            servers.join(&mut population, slot, now, 0);
            let expected = (number < 3).then_some((slot, now + 10));
            assert_eq!(servers.start(&mut population, now, |_, _| 10), expected);
        }
        let interrupted = servers.set_capacity(&mut population, 6, 1);
        assert_eq!(servers.start(&mut population, 6, |_, _| 10), None);
        (population, servers, slots, interrupted)
    }

    /// Runs on with one server; who is served, from when until when.
    fn run_on(
        population: &mut Population<char>,
        servers: &mut Servers,
        busy: &[Slot],
        ends: Tick,
    ) -> Vec<(char, Tick, Tick)> {
        busy.iter().for_each(|&slot| servers.complete(population, slot));
        let (mut now, mut log) = (ends, Vec::new());
        while let Some((slot, end)) = servers.start(population, now, |_, _| 10) {
            log.push((population[slot], now, end));
            servers.complete(population, slot);
            now = end;
        }
        log
    }

    #[test]
    fn when_capacity_drops_services_may_be_finished_first() {
        let (mut population, mut servers, slots, interrupted) = drop_to_one(OnDrop::Finish);
        assert_eq!((interrupted.len(), servers.busy(), servers.waiting()), (0, 3, 1));
        assert_eq!(run_on(&mut population, &mut servers, &slots[..3], 14), [('d', 14, 24)]);
        assert_eq!(servers.busy_time(24), 40);
    }

    #[test]
    fn when_capacity_drops_services_may_be_interrupted_and_resumed() {
        let (mut population, mut servers, slots, interrupted) = drop_to_one(OnDrop::Resume);
        assert_eq!(interrupted, [slots[1], slots[2]]);
        assert_eq!((servers.busy(), servers.waiting()), (1, 3));
        let log = run_on(&mut population, &mut servers, &slots[..1], 10);
        assert_eq!(log, [('b', 10, 16), ('c', 16, 24), ('d', 24, 34)]);
        assert_eq!(servers.busy_time(34), 40);
    }

    #[test]
    fn when_capacity_drops_services_may_be_interrupted_and_start_anew() {
        let (mut population, mut servers, slots, interrupted) = drop_to_one(OnDrop::Requeue);
        assert_eq!(interrupted, [slots[1], slots[2]]);
        let log = run_on(&mut population, &mut servers, &slots[..1], 10);
        assert_eq!(log, [('b', 10, 20), ('c', 20, 30), ('d', 30, 40)]);
        assert_eq!(servers.busy_time(40), 40 + 4 + 2);
    }

    #[test]
    fn who_was_interrupted_may_leave_and_starts_anew_elsewhere() {
        let (mut population, mut servers, slots, _) = drop_to_one(OnDrop::Resume);
        servers.leave(&mut population, slots[1]);
        servers.join(&mut population, slots[1], 6, 1);
        let log = run_on(&mut population, &mut servers, &slots[..1], 10);
        assert_eq!(log, [('c', 10, 18), ('d', 18, 28), ('b', 28, 38)]);
    }

    #[test]
    fn a_service_that_ends_this_tick_is_not_interrupted() {
        let mut population = Population::new();
        let mut servers = Servers::new(1, OnDrop::Requeue);
        let slot = population.insert(());
        servers.join(&mut population, slot, 0, 0);
        servers.start(&mut population, 0, |_, _| 5);
        assert_eq!(servers.set_capacity(&mut population, 5, 0), []);
        servers.complete(&mut population, slot);
        assert_eq!((servers.busy(), servers.busy_time(5)), (0, 5));
    }

    #[test]
    fn utilisation_counts_services_under_way_and_capacities_as_they_were() {
        let mut population = Population::new();
        let mut servers = Servers::new(2, OnDrop::Finish);
        let slot = population.insert(());
        servers.join(&mut population, slot, 0, 0);
        servers.start(&mut population, 0, |_, _| 100);
        assert_eq!(servers.utilisation(10), Some(0.5));
        servers.set_capacity(&mut population, 10, 1);
        assert_eq!(servers.utilisation(20), Some(20.0 / 30.0));
        servers.stop(&mut population, 20, slot);
        assert_eq!(servers.busy_time(50), 20);
        assert_eq!(Servers::new(0, OnDrop::Finish).utilisation(9), None);
    }

    #[test]
    #[should_panic(expected = "is not in service with these servers")]
    fn only_those_in_service_complete_it() {
        let mut population = Population::new();
        let mut servers = Servers::new(1, OnDrop::Finish);
        let slot = population.insert(());
        servers.join(&mut population, slot, 0, 0);
        servers.complete(&mut population, slot);
    }
}
