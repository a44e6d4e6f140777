//! The draws of the reference caseload, keyed by applicant, purpose and visit, each by inversion of one uniform number.

use doorstroom::random::{Dice, Draw, Key, Source, Stream, distribution, math};

use super::{DUBLIN, NATIONALITIES, Parameters, TICKS_A_DAY, TRACKS};

/// What a draw is for. [`Draw`] lists the purposes of the asylum chain, so these are told apart in the visit.
#[derive(Copy, Clone)]
enum Purpose {
    Between,
    Nationality,
    Track,
    Registration,
    Screening,
    Interview,
    Decision,
    Notification,
    Grant,
    Appeal,
    Filing,
    Court,
    Overturned,
    InterviewPatience,
    DecisionPatience,
    CourtPatience,
    Housing,
    Return,
    Reentry,
    Away,
}

/// A lognormal time, prepared: e to the power mu + sigma z \[ticks\].
#[derive(Copy, Clone)]
struct LogNormal {
    mu: f64,
    sigma: f64,
}

impl LogNormal {
    fn new(mean: f64, cv: f64) -> LogNormal {
        let variance = math::ln(1.0 + cv * cv);
        LogNormal { mu: math::ln(mean * f64::from(TICKS_A_DAY)) - variance / 2.0, sigma: variance.sqrt() }
    }

    #[inline]
    fn ticks(&self, u: f64) -> u32 {
        ticks(math::exp(self.mu + self.sigma * distribution::normal(u)))
    }
}

/// To the nearest tick. Longer than any horizon is long enough.
#[inline]
fn ticks(time: f64) -> u32 {
    (time + 0.5) as u32
}

/// One applicant's draws in one visit.
#[derive(Copy, Clone)]
pub struct Draws<'a> {
    luck: &'a Luck,
    dice: Dice,
    visit: u32,
}

/// The luck of a run, and the distributions it is thrown on.
pub struct Luck {
    stream: Stream,
    between: f64,
    nationality: [f64; NATIONALITIES],
    track: [[f64; TRACKS]; NATIONALITIES],
    registration: LogNormal,
    interview: [LogNormal; TRACKS],
    decision: [f64; TRACKS],
    housing: LogNormal,
    grant: [f64; NATIONALITIES],
    grant_dublin: f64,
    appeal: f64,
    overturned: f64,
    reentry: f64,
    screening: [f64; 2],
    filing: [f64; 2],
    notification: f64,
    court: f64,
    patience: f64,
    departure: f64,
    away: f64,
}

impl Luck {
    pub fn new(of: &Parameters, seed: u64) -> Luck {
        let day = f64::from(TICKS_A_DAY);
        Luck {
            stream: Stream::new(seed, 0),
            between: day / of.arrivals_a_day,
            nationality: of.nationality_shares,
            track: of.track_shares,
            registration: LogNormal::new(of.registration_mean, of.registration_cv),
            interview: of.interview_mean_of_track.map(|mean| LogNormal::new(mean, of.interview_cv)),
            decision: of.decision_mean_of_track.map(|mean| mean * day),
            housing: LogNormal::new(of.housing_mean, of.housing_cv),
            grant: of.grant_share_of_nationality,
            grant_dublin: of.grant_share_dublin,
            appeal: of.appeal_share,
            overturned: of.overturned_share,
            reentry: of.reentry_share,
            screening: of.screening_days.map(|days| days * day),
            filing: of.filing_days.map(|days| days * day),
            notification: of.notification_mean * day,
            court: of.court_mean * day,
            patience: of.absconding_mean * day,
            departure: of.return_mean * day,
            away: of.reentry_mean * day,
        }
    }

    /// The key of the applicant who arrives as the `ordinal`th.
    #[inline]
    pub fn key(&self, ordinal: u32) -> Key {
        Key::arrival(Source::FirstApplication, 0, 0, ordinal)
    }

    /// The draws of an applicant in a visit, counted from 0.
    #[inline]
    pub fn of(&self, key: Key, visit: u16) -> Draws<'_> {
        Draws { luck: self, dice: self.stream.dice(key), visit: u32::from(visit) << 8 }
    }
}

impl Draws<'_> {
    #[inline]
    fn uniform(&self, purpose: Purpose) -> f64 {
        self.dice.uniform(Draw::WorkNeeded, self.visit | purpose as u32)
    }

    #[inline]
    fn exponential(&self, purpose: Purpose, mean: f64) -> f64 {
        distribution::exponential(self.uniform(purpose), mean)
    }

    #[inline]
    fn even(&self, purpose: Purpose, [from, to]: [f64; 2]) -> u32 {
        ticks(from + self.uniform(purpose) * (to - from))
    }

    /// The rank among equals: one a visit.
    #[inline]
    pub fn tie(&self) -> u32 {
        self.dice.tie(self.visit)
    }

    /// The time between the arrival before and this one \[ticks, not rounded\].
    #[inline]
    pub fn between(&self) -> f64 {
        self.exponential(Purpose::Between, self.luck.between)
    }

    #[inline]
    pub fn nationality(&self) -> usize {
        distribution::choose(self.uniform(Purpose::Nationality), &self.luck.nationality)
    }

    #[inline]
    pub fn track(&self, nationality: usize) -> usize {
        distribution::choose(self.uniform(Purpose::Track), &self.luck.track[nationality])
    }

    #[inline]
    pub fn registration(&self) -> u32 {
        self.luck.registration.ticks(self.uniform(Purpose::Registration))
    }

    #[inline]
    pub fn screening(&self) -> u32 {
        self.even(Purpose::Screening, self.luck.screening)
    }

    #[inline]
    pub fn interview(&self, track: usize) -> u32 {
        self.luck.interview[track].ticks(self.uniform(Purpose::Interview))
    }

    #[inline]
    pub fn interview_patience(&self) -> u32 {
        ticks(self.exponential(Purpose::InterviewPatience, self.luck.patience))
    }

    #[inline]
    pub fn decision(&self, track: usize) -> u32 {
        ticks(self.exponential(Purpose::Decision, self.luck.decision[track]))
    }

    #[inline]
    pub fn decision_patience(&self) -> u32 {
        ticks(self.exponential(Purpose::DecisionPatience, self.luck.patience))
    }

    #[inline]
    pub fn notification(&self) -> u32 {
        ticks(self.exponential(Purpose::Notification, self.luck.notification))
    }

    #[inline]
    pub fn granted(&self, nationality: usize, track: usize) -> bool {
        let share = if track == DUBLIN { self.luck.grant_dublin } else { self.luck.grant[nationality] };
        self.uniform(Purpose::Grant) < share
    }

    #[inline]
    pub fn appeals(&self) -> bool {
        self.uniform(Purpose::Appeal) < self.luck.appeal
    }

    #[inline]
    pub fn filing(&self) -> u32 {
        self.even(Purpose::Filing, self.luck.filing)
    }

    #[inline]
    pub fn court(&self) -> u32 {
        ticks(self.exponential(Purpose::Court, self.luck.court))
    }

    #[inline]
    pub fn court_patience(&self) -> u32 {
        ticks(self.exponential(Purpose::CourtPatience, self.luck.patience))
    }

    #[inline]
    pub fn overturned(&self) -> bool {
        self.uniform(Purpose::Overturned) < self.luck.overturned
    }

    #[inline]
    pub fn housing(&self) -> u32 {
        self.luck.housing.ticks(self.uniform(Purpose::Housing))
    }

    #[inline]
    pub fn departure(&self) -> u32 {
        ticks(self.exponential(Purpose::Return, self.luck.departure))
    }

    #[inline]
    pub fn comes_back(&self) -> bool {
        self.uniform(Purpose::Reentry) < self.luck.reentry
    }

    #[inline]
    pub fn away(&self) -> u32 {
        ticks(self.exponential(Purpose::Away, self.luck.away))
    }
}
