//! The closed forms that simulations are held against, from textbooks of queueing; no simulation in them.

use crate::random::math::{exp, ln, ln_gamma};

/// Erlang B: the share that finds all servers busy where nobody waits. `offered` is arrivals times mean service.
pub(super) fn erlang_b(servers: u32, offered: f64) -> f64 {
    (1..=servers).fold(1.0, |blocked, n| offered * blocked / (f64::from(n) + offered * blocked))
}

/// Erlang C: the probability of waiting in M/M/c.
pub(super) fn erlang_c(servers: u32, offered: f64) -> f64 {
    let (blocked, load) = (erlang_b(servers, offered), offered / f64::from(servers));
    blocked / (1.0 - load + load * blocked)
}

/// Mean number waiting in M/M/c.
pub(super) fn mmc_queue(servers: u32, offered: f64) -> f64 {
    let load = offered / f64::from(servers);
    erlang_c(servers, offered) * load / (1.0 - load)
}

/// Pollaczek and Khinchine: mean wait in M/G/1, for a service with this mean and squared coefficient of variation.
pub(super) fn mg1_wait(arrivals: f64, mean: f64, scv: f64) -> f64 {
    let load = arrivals * mean;
    load * mean * (1.0 + scv) / (2.0 * (1.0 - load))
}

/// Cobham: mean waits of two classes in M/M/1 with priority that breaks off no service.
pub(super) fn priority_waits(first: f64, second: f64, service: f64) -> (f64, f64) {
    let under_way = (first + second) * service * service;
    let (high, all) = (first * service, (first + second) * service);
    (under_way / (1.0 - high), under_way / ((1.0 - high) * (1.0 - all)))
}

/// Mean number present in M^X/M/1 where the size of a batch is geometric from 1.
pub(super) fn geometric_batches_present(batches: f64, batch: f64, service: f64) -> f64 {
    let load = batches * batch * service;
    load * batch / (1.0 - load)
}

/// The stationary probabilities of a birth and death chain, by its balance equations.
pub(super) fn birth_and_death(
    births: impl Fn(u32) -> f64,
    deaths: impl Fn(u32) -> f64,
    most: u32,
) -> Vec<f64> {
    let mut logs = vec![0.0];
    for n in 1..=most {
        let rate = births(n - 1);
        let before = logs[n as usize - 1];
        logs.push(if rate > 0.0 { before + ln(rate / deaths(n)) } else { f64::NEG_INFINITY });
    }
    let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = logs.iter().map(|log| exp(log - top)).collect();
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / total).collect()
}

/// Erlang A (M/M/c+M): who waits gives up after an exponential patience.
pub(super) struct ErlangA {
    pub(super) gave_up: f64,
    pub(super) queue: f64,
    /// Mean wait of all, those who give up included.
    pub(super) wait: f64,
    pub(super) utilisation: f64,
}

pub(super) fn erlang_a(arrivals: f64, service: f64, servers: u32, patience: f64) -> ErlangA {
    let beyond = |n: u32| f64::from(n.saturating_sub(servers));
    let deaths = |n: u32| f64::from(n.min(servers)) / service + beyond(n) / patience;
    let chances = birth_and_death(|_| arrivals, deaths, 12_000);
    let mean = |of: &dyn Fn(u32) -> f64| (0u32..).zip(&chances).map(|(n, p)| of(n) * p).sum::<f64>();
    let queue = mean(&beyond);
    let utilisation = mean(&|n| f64::from(n.min(servers))) / f64::from(servers);
    ErlangA { gave_up: queue / patience / arrivals, queue, wait: queue / arrivals, utilisation }
}

/// M/M/c with room for so many in all: the share refused and the mean number present.
pub(super) fn with_room(arrivals: f64, service: f64, servers: u32, room: u32) -> (f64, f64) {
    let chances = birth_and_death(|_| arrivals, |n| f64::from(n.min(servers)) / service, room);
    let present = (0u32..).zip(&chances).map(|(n, p)| f64::from(n) * p).sum();
    (chances[room as usize], present)
}

/// The probability that a Poisson number with this mean equals n, given that it is at most n.
pub(super) fn last_place(mean: f64, n: u32) -> f64 {
    let chance = |k: u32| exp(f64::from(k) * ln(mean) - mean - ln_gamma(f64::from(k) + 1.0));
    chance(n) / (0..=n).map(chance).sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::math::pow;

    fn near(value: f64, printed: f64, digits: i32) {
        let half = 0.5 * pow(10.0, -f64::from(digits));
        assert!((value - printed).abs() <= half * 1.001, "{value} is not {printed} in {digits} digits");
    }

    #[test]
    fn the_closed_forms_give_the_figures_that_others_print() {
        let tight = erlang_a(50.0, 2.5, 120, 200.0);
        near(tight.gave_up, 0.040_000_7, 7);
        near(tight.queue, 400.007, 3);
        near(tight.wait, 8.000_1, 4);
        near(tight.utilisation, 0.999_999_3, 7);
        let over = erlang_a(60.0, 2.5, 120, 200.0);
        near(over.gave_up, 0.2, 4);
        near(over.queue, 2_400.0, 1);
        near(mg1_wait(0.7, 1.0, 4.0), 5.833_3, 4);
        near(mg1_wait(0.7, 1.0, 0.0), 1.166_7, 4);
        let (urgent, others) = priority_waits(0.3, 0.4, 1.0);
        near(urgent, 1.0, 4);
        near(others, 3.333_3, 4);
        near(geometric_batches_present(0.3, 2.0, 1.0), 3.0, 9);
        near(erlang_c(3, 2.0), 0.444_4, 4);
        near(mmc_queue(3, 2.0), 0.888_9, 4);
        near(mmc_queue(2, 0.725) + 0.725, 0.834_68, 5);
        let (lost, present) = with_room(3.0, 0.25, 2, 3);
        near(lost, 0.049_360, 6);
        near(present, 0.762_340, 6);
        near(erlang_c(5, 2.5) * 10.0 / 2.5, 0.521_5, 4);
        near(erlang_c(4, 2.5) * 10.0 / 1.5, 2.132_4, 4);
    }

    #[test]
    fn the_last_place_of_a_poisson_number_is_erlang_b() {
        for (mean, n, printed) in [(8.145_49, 10, 0.128_3), (8.145_49, 14, 0.019_2), (9.718_22, 16, 0.018_6)]
        {
            near(last_place(mean, n), printed, 4);
            near(erlang_b(n, mean) - last_place(mean, n), 0.0, 12);
        }
    }
}
