//! *Moved, not removed*: where those stand who stand no longer where they would.

use super::super::differences::Difference;
use super::super::years;
use super::Run;
use crate::record::Account;
use crate::time::Day;

/// A fall of less than this part of the largest change is not worth a sentence.
const TRIFLE: f64 = 0.2;

/// How the accounts of a scenario differ from those of the reference at the end of a year [persons].
#[derive(Clone, Debug)]
pub struct Moved {
    /// The last simulated day of the year.
    pub date: Day,
    /// By account, in the order of `Account::ALL`.
    pub accounts: Vec<Difference>,
}

/// Where a fall on an account has gone.
#[derive(Clone, PartialEq, Debug)]
pub struct Fall {
    /// The account that falls.
    pub account: Account,
    /// By how many persons, in the mean.
    pub persons: f64,
    /// Of those, how many stand elsewhere in the chain, and where, largest first.
    pub elsewhere: Vec<(Account, f64)>,
    /// How many are out of it, and where.
    pub outside: Vec<(Account, f64)>,
    /// How many did not come.
    pub not_come: f64,
}

impl Moved {
    /// The mean difference on an account [persons].
    pub fn mean(&self, account: Account) -> f64 {
        self.accounts[account as usize].band.mean.unwrap_or(0.0)
    }

    /// The account of the chain that falls most, and where that fall went: every person less on it is one more on another
    /// account, or has not come. Where several accounts fall, each rise is theirs in proportion. `None` where none falls
    /// for certain, or where the fall is a trifle beside what else moves.
    pub fn fall(&self) -> Option<Fall> {
        let falls = |account: &Account| account.in_chain() && self.accounts[*account as usize].certain() < 0;
        let all = || Account::ALL.iter().copied();
        let account = all().filter(falls).min_by(|a, b| self.mean(*a).total_cmp(&self.mean(*b)))?;
        let most = all().map(|account| self.mean(account).abs()).fold(0.0, f64::max);
        if -self.mean(account) < TRIFLE * most {
            return None;
        }
        // What the accounts lose together, and did not get because fewer came.
        let lost: f64 = all().filter(|a| !a.is_source()).map(|a| self.mean(a).min(0.0)).sum::<f64>().abs()
            + all().filter(|a| a.is_source()).map(|a| self.mean(a).max(0.0)).sum::<f64>();
        let persons = -self.mean(account);
        let part = persons / lost;
        let rises = |chain: bool| {
            let rising = all().filter(|a| !a.is_source() && a.in_chain() == chain && self.mean(*a) > 0.0);
            let mut list: Vec<(Account, f64)> = rising.map(|a| (a, self.mean(a) * part)).collect();
            list.sort_by(|a, b| b.1.total_cmp(&a.1));
            list
        };
        let not_come = all().filter(|a| a.is_source()).map(|a| (-self.mean(a)).max(0.0)).sum::<f64>() * part;
        Some(Fall { account, persons, elsewhere: rises(true), outside: rises(false), not_come })
    }
}

impl Fall {
    /// The part of the fall that stands elsewhere in the chain, 0 to 1.
    pub fn moved_share(&self) -> f64 {
        self.elsewhere.iter().map(|(_, persons)| persons).sum::<f64>() / self.persons
    }
}

/// The differences of the accounts at each year's end, pair by pair. Both lists come in order of number.
pub fn by_year(ours: &[Run], theirs: &[Run], dates: &[Day]) -> Vec<Moved> {
    let mut values = Vec::with_capacity(ours.len());
    let mut at = |month: usize, account: Account| {
        values.clear();
        values.extend(ours.iter().zip(theirs).map(|(ours, theirs)| {
            let persons = |run: &Run| run.ledger[month][account as usize];
            (persons(ours) - persons(theirs)) as f64
        }));
        Difference::of(&mut values)
    };
    let year = |&(_, _, end): &(i16, usize, usize)| Moved {
        date: dates[end - 1],
        accounts: Account::ALL.iter().map(|account| at(end - 1, *account)).collect(),
    };
    years::spans(dates).iter().map(year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pair of equal replications with these differences by account.
    fn moved(changes: &[(Account, f64)]) -> Moved {
        let of = |account: &Account| {
            let change = changes.iter().find(|(a, _)| a == account).map_or(0.0, |(_, persons)| *persons);
            Difference::of(&mut vec![change; 10])
        };
        Moved { date: Day::from_number(20_500), accounts: Account::ALL.iter().map(of).collect() }
    }

    #[test]
    fn a_fall_is_followed_to_where_it_reappears() {
        let changes = [
            (Account::OpenCase, -1_000.0),
            (Account::InAppeal, 300.0),
            (Account::ToHouse, 200.0),
            (Account::Housed, 400.0),
            (Account::Came, -100.0),
        ];
        let fall = moved(&changes).fall().unwrap();
        assert_eq!((fall.account, fall.persons, fall.not_come), (Account::OpenCase, 1_000.0, 100.0));
        assert_eq!(fall.elsewhere, [(Account::InAppeal, 300.0), (Account::ToHouse, 200.0)]);
        assert_eq!(fall.outside, [(Account::Housed, 400.0)]);
        assert_eq!(fall.moved_share(), 0.5);
    }

    #[test]
    fn several_falls_share_the_rises_in_proportion() {
        let changes =
            [(Account::OpenCase, -300.0), (Account::Unregistered, -100.0), (Account::Departed, 400.0)];
        let fall = moved(&changes).fall().unwrap();
        assert_eq!(
            (fall.persons, fall.outside.clone(), fall.moved_share()),
            (300.0, vec![(Account::Departed, 300.0)], 0.0)
        );
    }

    #[test]
    fn nothing_is_said_where_no_account_falls() {
        assert!(moved(&[(Account::OpenCase, 5.0), (Account::Came, 5.0)]).fall().is_none());
    }
}
