//! The reference caseload on ixa: plans as closures, cancelled by id. Queues, servers, priorities and beds are not ixa's, so
//! they are written here, as a user of it would have to.

use std::collections::BTreeMap;
use std::io::{self, Write};

use ixa::plan_queue::PlanId;
use ixa::prelude::*;
use rand_distr::{Distribution, Exp, LogNormal, Uniform};
use serde::Deserialize;

define_rng!(CaseloadRng);

const STAGES: usize = 9;
const REGISTRATION: usize = 0;
const SCREENING: usize = 1;
const INTERVIEW: usize = 2;
const DECISION: usize = 3;
const NOTIFICATION: usize = 4;
const FILING: usize = 5;
const COURT: usize = 6;
const HOUSING: usize = 7;
const RETURN: usize = 8;
const DUBLIN: usize = 0;

#[derive(Deserialize)]
struct Parameters {
    horizon_days: f64,
    month_days: f64,
    arrivals_a_day: f64,
    nationality_shares: Vec<f64>,
    track_shares: Vec<Vec<f64>>,
    priority_of_track: Vec<usize>,
    beds: f64,
    registration_servers: f64,
    registration_mean: f64,
    registration_cv: f64,
    screening_days: [f64; 2],
    interview_servers: f64,
    interview_mean_of_track: Vec<f64>,
    interview_cv: f64,
    decision_servers: f64,
    decision_mean_of_track: Vec<f64>,
    notification_mean: f64,
    grant_share_of_nationality: Vec<f64>,
    grant_share_dublin: f64,
    appeal_share: f64,
    filing_days: [f64; 2],
    court_servers: f64,
    court_mean: f64,
    overturned_share: f64,
    absconding_mean: f64,
    housing_mean: f64,
    housing_cv: f64,
    return_mean: f64,
    reentry_share: f64,
    reentry_mean: f64,
}

struct Applicant {
    nationality: usize,
    track: usize,
    stage: Option<usize>,
    bed: bool,
    entered: f64,
    patience: Option<PlanId>,
    /// Their place in the queue, where they wait.
    ticket: (usize, u64),
}

/// Servers and a queue ordered by priority and turn: leaving from the middle is quick.
#[derive(Default)]
struct Station {
    free: u32,
    queue: BTreeMap<(usize, u64), usize>,
}

#[derive(Default)]
struct Months {
    rows: Vec<String>,
    arrived: u32,
    reentered: u32,
    overflow: u32,
    absconded: u32,
    completed: u32,
    days: f64,
    stock: [i32; STAGES],
    beds: u32,
    all: u32,
}

struct Samplers {
    between: Exp<f64>,
    registration: LogNormal<f64>,
    screening: Uniform<f64>,
    interview: Vec<LogNormal<f64>>,
    decision: Vec<Exp<f64>>,
    notification: Exp<f64>,
    filing: Uniform<f64>,
    court: Exp<f64>,
    patience: Exp<f64>,
    housing: LogNormal<f64>,
    departure: Exp<f64>,
    away: Exp<f64>,
}

struct World {
    p: Parameters,
    samplers: Samplers,
    applicants: Vec<Applicant>,
    vacant: Vec<usize>,
    stations: [Station; STAGES],
    turn: u64,
    months: Months,
}

fn lognormal(mean: f64, cv: f64) -> LogNormal<f64> {
    let variance = (1.0 + cv * cv).ln();
    LogNormal::new(mean.ln() - variance / 2.0, variance.sqrt()).expect("a mean and a spread")
}

fn exponential(mean: f64) -> Exp<f64> {
    Exp::new(1.0 / mean).expect("a mean")
}

impl World {
    fn read(scale: f64) -> io::Result<World> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../caseload.json");
        let mut p: Parameters = serde_json::from_slice(&std::fs::read(path)?)?;
        p.arrivals_a_day *= scale;
        for capacity in [
            &mut p.beds,
            &mut p.registration_servers,
            &mut p.interview_servers,
            &mut p.decision_servers,
            &mut p.court_servers,
        ] {
            *capacity = (*capacity * scale + 0.5).floor().max(1.0);
        }
        let uniform = |[from, to]: [f64; 2]| Uniform::new(from, to).expect("two bounds");
        let samplers = Samplers {
            between: exponential(1.0 / p.arrivals_a_day),
            registration: lognormal(p.registration_mean, p.registration_cv),
            screening: uniform(p.screening_days),
            interview: p
                .interview_mean_of_track
                .iter()
                .map(|&mean| lognormal(mean, p.interview_cv))
                .collect(),
            decision: p.decision_mean_of_track.iter().map(|&mean| exponential(mean)).collect(),
            notification: exponential(p.notification_mean),
            filing: uniform(p.filing_days),
            court: exponential(p.court_mean),
            patience: exponential(p.absconding_mean),
            housing: lognormal(p.housing_mean, p.housing_cv),
            departure: exponential(p.return_mean),
            away: exponential(p.reentry_mean),
        };
        let mut stations: [Station; STAGES] = Default::default();
        stations[REGISTRATION].free = p.registration_servers as u32;
        stations[INTERVIEW].free = p.interview_servers as u32;
        stations[DECISION].free = p.decision_servers as u32;
        stations[COURT].free = p.court_servers as u32;
        Ok(World {
            p,
            samplers,
            applicants: Vec::new(),
            vacant: Vec::new(),
            stations,
            turn: 0,
            months: Months::default(),
        })
    }
}

define_data_plugin!(Caseload, Option<World>, None);

fn world(context: &mut Context) -> &mut World {
    context.get_data_mut(Caseload).as_mut().expect("the world was made at the start")
}

fn draw<D: Distribution<f64> + Copy>(context: &Context, of: D) -> f64 {
    context.sample_distr(CaseloadRng, of)
}

fn happens(context: &Context, share: f64) -> bool {
    context.sample_bool(CaseloadRng, share)
}

fn next_arrival(context: &mut Context) {
    let between = world(context).samplers.between;
    let at = context.get_current_time() + draw(context, between);
    context.add_plan(at, |context| {
        arrive(context);
        next_arrival(context);
    });
}

fn next_month(context: &mut Context, at: f64) {
    context.add_plan(at, move |context| {
        let world = world(context);
        let month = world.p.month_days;
        let last = at + month > world.p.horizon_days;
        let m = &mut world.months;
        let stock: Vec<String> = m.stock.iter().map(i32::to_string).collect();
        m.rows.push(format!(
            "{},{},{},{},{},{},{:.3},{},{}",
            m.rows.len() + 1,
            m.arrived,
            m.reentered,
            m.overflow,
            m.absconded,
            m.completed,
            m.days,
            stock.join(","),
            m.beds
        ));
        m.all += m.arrived;
        (m.arrived, m.reentered, m.overflow, m.absconded, m.completed, m.days) = (0, 0, 0, 0, 0, 0.0);
        if last { context.shutdown() } else { next_month(context, at + month) }
    });
}

fn arrive(context: &mut Context) {
    let w = world(context);
    let nationalities = w.p.nationality_shares.clone();
    let nationality = context.sample_weighted(CaseloadRng, &nationalities);
    let tracks = world(context).p.track_shares[nationality].clone();
    let track = context.sample_weighted(CaseloadRng, &tracks);
    let applicant = Applicant {
        nationality,
        track,
        stage: None,
        bed: false,
        entered: 0.0,
        patience: None,
        ticket: (0, 0),
    };
    let w = world(context);
    w.months.arrived += 1;
    let who = match w.vacant.pop() {
        Some(who) => {
            w.applicants[who] = applicant;
            who
        }
        None => {
            w.applicants.push(applicant);
            w.applicants.len() - 1
        }
    };
    enter(context, who);
}

fn enter(context: &mut Context, who: usize) {
    let now = context.get_current_time();
    let w = world(context);
    w.applicants[who].entered = now;
    let bed = w.months.beds < w.p.beds as u32;
    w.applicants[who].bed = bed;
    if bed {
        w.months.beds += 1
    } else {
        w.months.overflow += 1
    }
    move_to(w, who, REGISTRATION);
    queue(context, who, REGISTRATION);
}

fn move_to(w: &mut World, who: usize, stage: usize) {
    if let Some(from) = w.applicants[who].stage.replace(stage) {
        w.months.stock[from] -= 1;
    }
    w.months.stock[stage] += 1;
}

/// Is served at once, or waits, with a patience where there is one.
fn queue(context: &mut Context, who: usize, stage: usize) {
    let w = world(context);
    let station = &mut w.stations[stage];
    if station.free > 0 {
        station.free -= 1;
        return serve(context, who, stage);
    }
    let by_priority = stage == INTERVIEW || stage == DECISION;
    let class = if by_priority { w.p.priority_of_track[w.applicants[who].track] } else { 0 };
    w.turn += 1;
    w.applicants[who].ticket = (class, w.turn);
    station.queue.insert((class, w.turn), who);
    if stage != REGISTRATION {
        let patience = w.samplers.patience;
        let at = context.get_current_time() + draw(context, patience);
        let plan = context.add_plan(at, move |context| abscond(context, who, stage));
        world(context).applicants[who].patience = Some(plan);
    }
}

fn serve(context: &mut Context, who: usize, stage: usize) {
    let w = world(context);
    let patience = w.applicants[who].patience.take();
    let track = w.applicants[who].track;
    let time = match stage {
        REGISTRATION => Time::LogNormal(w.samplers.registration),
        INTERVIEW => Time::LogNormal(w.samplers.interview[track]),
        DECISION => Time::Exp(w.samplers.decision[track]),
        _ => Time::Exp(w.samplers.court),
    };
    if let Some(plan) = patience {
        context.cancel_plan(&plan);
    }
    let ticks = match time {
        Time::LogNormal(of) => draw(context, of),
        Time::Exp(of) => draw(context, of),
    };
    let at = context.get_current_time() + ticks;
    context.add_plan(at, move |context| served(context, who, stage));
}

enum Time {
    LogNormal(LogNormal<f64>),
    Exp(Exp<f64>),
}

fn served(context: &mut Context, who: usize, stage: usize) {
    match stage {
        REGISTRATION => {
            let time = world(context).samplers.screening;
            let ticks = draw(context, time);
            delay(context, who, SCREENING, ticks, |context, who| {
                move_to(world(context), who, INTERVIEW);
                queue(context, who, INTERVIEW);
            });
        }
        INTERVIEW => {
            move_to(world(context), who, DECISION);
            queue(context, who, DECISION);
        }
        DECISION => {
            let time = world(context).samplers.notification;
            let ticks = draw(context, time);
            delay(context, who, NOTIFICATION, ticks, notified);
        }
        _ => {
            let overturned = world(context).p.overturned_share;
            let granted = happens(context, overturned);
            conclude(context, who, granted);
        }
    }
    let station = &mut world(context).stations[stage];
    match station.queue.pop_first() {
        Some((_, next)) => serve(context, next, stage),
        None => station.free += 1,
    }
}

fn delay(context: &mut Context, who: usize, stage: usize, ticks: f64, then: fn(&mut Context, usize)) {
    move_to(world(context), who, stage);
    let at = context.get_current_time() + ticks;
    context.add_plan(at, move |context| then(context, who));
}

fn notified(context: &mut Context, who: usize) {
    let w = world(context);
    let Applicant { nationality, track, .. } = w.applicants[who];
    let share =
        if track == DUBLIN { w.p.grant_share_dublin } else { w.p.grant_share_of_nationality[nationality] };
    let (appeal, filing) = (w.p.appeal_share, w.samplers.filing);
    let granted = happens(context, share);
    if !granted && happens(context, appeal) {
        let ticks = draw(context, filing);
        delay(context, who, FILING, ticks, |context, who| {
            move_to(world(context), who, COURT);
            queue(context, who, COURT);
        });
    } else {
        conclude(context, who, granted);
    }
}

fn conclude(context: &mut Context, who: usize, granted: bool) {
    if granted {
        let time = world(context).samplers.housing;
        let ticks = draw(context, time);
        delay(context, who, HOUSING, ticks, leave);
    } else {
        let time = world(context).samplers.departure;
        let ticks = draw(context, time);
        delay(context, who, RETURN, ticks, |context, who| {
            let (share, time) = (world(context).p.reentry_share, world(context).samplers.away);
            if !happens(context, share) {
                return leave(context, who);
            }
            exit(context, who);
            let at = context.get_current_time() + draw(context, time);
            context.add_plan(at, move |context| {
                world(context).months.reentered += 1;
                enter(context, who);
            });
        });
    }
}

fn abscond(context: &mut Context, who: usize, stage: usize) {
    let w = world(context);
    w.applicants[who].patience = None;
    let ticket = w.applicants[who].ticket;
    w.stations[stage].queue.remove(&ticket);
    w.months.absconded += 1;
    leave(context, who);
}

fn exit(context: &mut Context, who: usize) {
    let now = context.get_current_time();
    let w = world(context);
    let applicant = &mut w.applicants[who];
    w.months.completed += 1;
    w.months.days += now - applicant.entered;
    if std::mem::take(&mut applicant.bed) {
        w.months.beds -= 1;
    }
    if let Some(stage) = applicant.stage.take() {
        w.months.stock[stage] -= 1;
    }
}

fn leave(context: &mut Context, who: usize) {
    exit(context, who);
    world(context).vacant.push(who);
}

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().collect();
    let given = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1)?.parse::<f64>().ok()
    };
    let mut context = Context::new();
    context.init_random(given("--seed").unwrap_or(1.0) as u64);
    let w = World::read(given("--scale").unwrap_or(1.0))?;
    let month = w.p.month_days;
    *context.get_data_mut(Caseload) = Some(w);
    next_arrival(&mut context);
    next_month(&mut context, month);
    context.execute();
    let mut out = io::BufWriter::new(io::stdout().lock());
    write!(
        out,
        "month,arrived,reentered,overflow,absconded,completed,days,registration,screening,interview,"
    )?;
    writeln!(out, "decision,notification,filing,court,housing,return,beds")?;
    for row in &world(&mut context).months.rows {
        writeln!(out, "{row}")?;
    }
    writeln!(io::stderr(), "applicants {}", world(&mut context).months.all)?;
    out.flush()
}
