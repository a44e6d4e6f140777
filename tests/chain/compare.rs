//! What sets scenarios apart under the same luck, and where those have gone who are missing.

use crate::common;
use std::sync::atomic::AtomicBool;

use doorstroom::diagnostic::Text;
use doorstroom::record::{Account, Awaited, Daily, Series};
use doorstroom::report::comparison::{differences_csv, moved_csv, pairing_csv, regret_csv};
use doorstroom::scenario::Scenario;
use doorstroom::study::compare::{Comparison, Run, compare, run};
use doorstroom::study::{Options, briefing};

/// A year and a half, from few replications on two threads.
fn runs(scenarios: &[Scenario]) -> (Vec<Vec<Run>>, Options) {
    let options = Options { first: 0, replications: 4, seed: 1, fixed: false, daily: Daily::No, threads: 2 };
    (run(scenarios, &options, &|_| (), &AtomicBool::new(false)), options)
}

fn of(sets: &[&str]) -> Scenario {
    common::baseline(sets, 545)
}

fn mean(found: &Comparison, side: usize, series: Series) -> f64 {
    let years = &found.sides[side].differences[series as usize].years;
    years.last().and_then(|year| year.band.mean).expect("every year has a mean difference")
}

#[test]
fn everybody_stands_on_one_account_and_all_of_them_came() {
    let (runs, _) = runs(&[of(&[])]);
    let place = |account: Account| account as usize;
    for one in &runs[0] {
        assert_eq!(one.ledger.len(), one.replication.months.len());
        for (balance, month) in one.ledger.iter().zip(&one.replication.months) {
            let came = balance[place(Account::Came)] + balance[place(Account::CameAsRelative)];
            let stand: i64 = Account::ALL.iter().filter(|a| !a.is_source()).map(|a| balance[place(*a)]).sum();
            assert_eq!(stand, came);
            assert_eq!(balance[place(Account::OpenCase)] as f64, month[Series::OpenCases as usize]);
            assert_eq!(balance[place(Account::InTransfer)] as f64, month[Series::InTransfer as usize]);
            assert!(Account::ALL.iter().filter(|a| a.in_chain()).all(|a| balance[place(*a)] >= 0));
        }
    }
}

#[test]
fn the_flows_of_the_years_add_up_to_the_stocks_and_nobody_who_waits_is_lost() {
    let options = Options { first: 0, replications: 1, seed: 1, fixed: false, daily: Daily::No, threads: 1 };
    let scenario = of(&[]);
    let one_in = f64::from(scenario.one_in);
    let runs = briefing::run(&[scenario], &options, &|_| (), &AtomicBool::new(false));
    let (replication, watched) = &runs[0][0];
    let at = |series: Series, month: usize| replication.months[month][series as usize];
    assert_eq!(watched.years.len(), 2);
    let mut now = watched.start;
    for (moves, month) in watched.years.iter().zip([11, replication.months.len() - 1]) {
        for (from, row) in moves.iter().enumerate() {
            for (to, persons) in row.iter().enumerate() {
                now[from] -= persons;
                now[to] += persons;
            }
        }
        for (account, series) in [
            (Account::OpenCase, Series::OpenCases),
            (Account::InTransfer, Series::InTransfer),
            (Account::Unregistered, Series::WaitingRegistration),
        ] {
            assert_eq!(now[account as usize] as f64, at(series, month), "{account:?}");
        }
    }
    // Inflow of a year by the ledger is that of its series.
    let came: i64 = watched.years[0][Account::Came as usize].iter().sum();
    let first: f64 = (0..12).map(|month| at(Series::InflowFirst, month)).sum();
    assert!((came as f64 / first - 1.0).abs() < 0.1, "{came} {first}");
    // Whoever is registered in the run is decided on or still waits. Waits are counted in the thinned chain.
    let waits = &watched.waits.cohorts[Awaited::Decision as usize];
    let begun: u32 = waits.iter().flat_map(|one| one.ended.iter().chain(&one.open)).sum();
    let months = 0..replication.months.len();
    let applied: f64 = months.map(|m| at(Series::InflowFirst, m) + at(Series::InflowRepeat, m)).sum();
    assert!((f64::from(begun) * one_in / applied - 1.0).abs() < 0.1, "{begun} {applied}");
    let open: u32 = waits.iter().flat_map(|one| &one.open).sum();
    assert!(open > 0 && f64::from(open) * one_in < at(Series::OpenCases, replication.months.len() - 1));
}

#[test]
fn more_officers_move_cases_and_the_ledger_says_where_to() {
    let (law, more) = (of(&[]), of(&["decision_staff=2000"]));
    let (equal, scenarios) = (law.clone(), [law, more]);
    let (found, options) = runs(&[scenarios[0].clone(), scenarios[1].clone(), equal.clone()]);
    let all = [scenarios[0].clone(), scenarios[1].clone(), equal];
    let found = compare(&all, &found, &options, None);
    // Nothing sets a scenario apart from itself.
    assert!(found.sides[1].differences.iter().all(|one| !one.moves()));
    assert!(found.sides[1].changes.is_empty() && !found.sides[0].changes.is_empty());
    assert!(mean(&found, 0, Series::OpenCases) < -1_000.0);
    // Every table begins with what is not law, in its own columns.
    for table in [differences_csv(&found), moved_csv(&found), regret_csv(&found), pairing_csv(&found)] {
        let cells = |line: usize| table.lines().nth(line).map(|line| line.split(',').collect::<Vec<_>>());
        let (head, mark) = (cells(0).unwrap(), cells(1).unwrap());
        assert!(mark.contains(&"measures_not_law") && mark.contains(&"1"), "{mark:?}");
        assert_eq!(head.len(), mark.len(), "{mark:?}");
    }
    let open = &found.sides[0].differences[Series::OpenCases as usize];
    assert!(open.certain_from(&found.dates).is_some_and(|day| day < found.dates[12]));
    let moved = found.sides[0].moved.last().unwrap();
    let fall = moved.fall().unwrap();
    assert_eq!(fall.account, Account::OpenCase);
    let gone: f64 = fall.elsewhere.iter().chain(&fall.outside).map(|(_, persons)| persons).sum();
    assert!((gone + fall.not_come - fall.persons).abs() < 1e-6 * fall.persons, "{fall:?}");
    assert!(fall.moved_share() > 0.2, "{fall:?}");
    // The same luck on both sides: the difference varies less than either.
    assert!(found.gain(&found.sides[0], Series::OpenCases).unwrap().ratio > 2.0);
    assert!(found.audit.iter().all(|line| !line.violation || line.found == 0));
}

#[test]
fn what_two_measures_do_together_is_split_into_each_alone_and_the_rest() {
    let law = of(&[]);
    let parts = [of(&["decision_staff=1800"]), of(&["housing_supply=45000"])];
    let rows: Vec<_> = parts
        .iter()
        .flat_map(|part| part.changed_rows(&law).into_iter().map(move |row| (row, part)))
        .collect();
    assert_eq!(rows.len(), 2);
    let both = law.adopting(&rows, "both".to_owned(), Text::default());
    let [one, other] = parts;
    let all = [law, one, other, both];
    let (found, options) = runs(&all);
    let found = compare(&all, &found, &options, Some((3, &[1, 2])));
    let interaction = found.interaction.as_ref().unwrap();
    for series in [Series::OpenCases, Series::PermitHolders, Series::Housed] {
        let rest = interaction.years.last().unwrap()[series as usize].band.mean.unwrap();
        let alone = mean(&found, 0, series) + mean(&found, 1, series);
        assert!((mean(&found, 2, series) - alone - rest).abs() < 1e-6, "{series:?}");
    }
    // Regret compares what competes: the reference and the whole, not its parts.
    assert!(found.regrets.iter().all(|one| [0, 3].contains(&one.scenario)));
    assert!(found.regrets.iter().any(|one| one.best > 0.0));
}
