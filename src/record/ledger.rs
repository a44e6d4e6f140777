//! Where everybody has gone: a ledger in persons that closes every month, so that a fall in one place can be followed to
//! where it reappears.

use crate::flow::{Applicant, Exit, News, Recorder, Stage, Standing, Track, World};
use crate::time::{Day, Month};

macro_rules! accounts {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal, $dutch:literal, $english:literal;)+) => {
        /// Where a person stands in the country, has gone to, or came from.
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum Account {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Account {
            /// All accounts: those of the chain in its order, then those outside it, then where people came from.
            pub const ALL: &'static [Account] = &[$(Account::$name,)+];

            /// The name in files.
            pub const fn id(self) -> &'static str {
                match self { $(Account::$name => $id,)+ }
            }

            /// The Dutch name.
            pub const fn dutch(self) -> &'static str {
                match self { $(Account::$name => $dutch,)+ }
            }

            /// The English name.
            pub const fn english(self) -> &'static str {
                match self { $(Account::$name => $english,)+ }
            }
        }
    };
}

accounts! {
    /// Reported, and not registered yet.
    Unregistered = "unregistered", "nog niet geregistreerd", "not yet registered";
    /// With an open case.
    OpenCase = "open_case", "met een openstaande zaak", "with an open case";
    /// To be transferred to the state that is responsible.
    InTransfer = "in_transfer", "wachtend op overdracht", "waiting for transfer";
    /// With an appeal, or within the term for one, of those who may stay for it.
    InAppeal = "in_appeal", "in beroep", "in appeal";
    /// Permit holders waiting for a dwelling.
    ToHouse = "to_house", "vergunninghouder, wachtend op een woning", "permit holder, waiting for a dwelling";
    /// Must leave, and has not left.
    MustLeave = "must_leave", "moet vertrekken", "must leave";
    /// In a dwelling, with a permit.
    Housed = "housed", "gehuisvest", "housed";
    /// Departed provenly, or transferred.
    Departed = "departed", "aantoonbaar vertrokken of overgedragen", "departed provenly or transferred";
    /// Out of sight, or in the country without right.
    OutOfSight = "out_of_sight", "uit beeld of zonder recht in Nederland", "out of sight, or in the country without right";
    /// Came to apply, or to be resettled.
    Came = "came", "gekomen om asiel te vragen of als hervestigde", "came to apply or as resettled";
    /// Came as a relative of a permit holder.
    CameAsRelative = "came_as_relative", "gekomen als gezinslid", "came as a relative";
}

/// How many accounts there are.
const COUNT: usize = Account::ALL.len();

impl Account {
    /// Whether a person on this account is still somewhere in the chain.
    pub const fn in_chain(self) -> bool {
        matches!(
            self,
            Account::Unregistered
                | Account::OpenCase
                | Account::InTransfer
                | Account::InAppeal
                | Account::ToHouse
                | Account::MustLeave
        )
    }

    /// Whether it counts those who came, which all the others add up to.
    pub const fn is_source(self) -> bool {
        matches!(self, Account::Came | Account::CameAsRelative)
    }

    /// The account of a stage; `None` abroad.
    const fn of(stage: Stage) -> Option<Account> {
        if matches!(stage, Stage::Registration) {
            Some(Account::Unregistered)
        } else if matches!(stage, Stage::Transfer) {
            Some(Account::InTransfer)
        } else if matches!(stage, Stage::Matching | Stage::Housing) {
            Some(Account::ToHouse)
        } else if matches!(stage, Stage::Hub) {
            Some(Account::Departed)
        } else if matches!(stage, Stage::Away) {
            Some(Account::OutOfSight)
        } else if stage.is_open_case() {
            Some(Account::OpenCase)
        } else if stage.must_leave() {
            Some(Account::MustLeave)
        } else if stage.entitled_to_reception() {
            // What is left of those who may stay in reception: the stages of the courts.
            Some(Account::InAppeal)
        } else {
            None
        }
    }

    /// The account of those who leave the chain; `None` for those who stay abroad.
    const fn after(exit: Exit) -> Option<Account> {
        match exit {
            Exit::Housed | Exit::JoinedSponsor | Exit::PermitKept => Some(Account::Housed),
            Exit::Voluntary | Exit::Forced | Exit::Transferred | Exit::FromHub => Some(Account::Departed),
            Exit::Unsupervised | Exit::WithoutRight => Some(Account::OutOfSight),
            Exit::FamilyRefused | Exit::FamilyStayed | Exit::OnPaper | Exit::StatusRaised => None,
        }
    }
}

/// Persons by account.
pub type Balance = [i64; COUNT];

/// Persons who moved from an account to another: the first is where they stood.
pub type Moves = [[i64; COUNT]; COUNT];

/// Keeps the balance of every account at each month's end, and who moved between them by calendar year. Those of the start
/// came before it, and count as having come.
#[derive(Clone, Debug)]
pub struct Ledger {
    end: Day,
    now: Balance,
    year: Moves,
    /// At each month's end and on the last day, persons.
    pub months: Vec<Balance>,
    /// Who stood on each account at the start, before anybody moved, persons.
    pub start: Balance,
    /// By calendar year, the last until the last day: start and moves together give the balance at its end.
    pub years: Vec<Moves>,
}

impl Ledger {
    /// An empty ledger of a run that ends on this day.
    pub const fn new(end: Day) -> Ledger {
        Ledger {
            end,
            now: [0; COUNT],
            year: [[0; COUNT]; COUNT],
            months: Vec::new(),
            start: [0; COUNT],
            years: Vec::new(),
        }
    }
}

impl Recorder for Ledger {
    fn moved(
        &mut self,
        _: Day,
        applicant: &Applicant,
        from: Option<Stage>,
        to: Option<Stage>,
        exit: Option<Exit>,
    ) {
        // An appeal on paper is a file, whose persons stand on another account.
        if applicant.standing() == Standing::OnPaper {
            return;
        }
        let persons = i64::from(applicant.persons);
        let source = match from {
            Some(stage) => Account::of(stage),
            // Who is to lose a permit has a dwelling.
            None => (applicant.track == Track::PermitWithdrawn).then_some(Account::Housed),
        };
        let target = match to {
            Some(stage) => Account::of(stage),
            None => exit.and_then(Account::after),
        };
        let came = if applicant.relative { Account::CameAsRelative } else { Account::Came };
        match (source, target) {
            (None, None) => return,
            (Some(source), _) => self.now[source as usize] -= persons,
            (None, Some(_)) => self.now[came as usize] += persons,
        }
        let Some(target) = target else { return };
        self.now[target as usize] += persons;
        // Whoever enters the chain reports first; who stands further on from nowhere was there at the start.
        let at_start = from.is_none() && source.is_none() && to != Some(Stage::Registration);
        let source = source.unwrap_or(came);
        if at_start {
            self.start[target as usize] += persons;
        } else if source != target {
            self.year[source as usize][target as usize] += persons;
        }
    }

    fn happened(&mut self, _: Day, _: &Applicant, _: News) {}

    fn evening(&mut self, day: Day, _: &World) {
        let month = Month::of(day);
        if day == month.last() || day == self.end {
            self.months.push(self.now);
        }
        if day == self.end || (day == month.last() && month.month() == 12) {
            self.years.push(std::mem::replace(&mut self.year, [[0; COUNT]; COUNT]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_in_the_country_has_an_account_and_those_abroad_have_none() {
        for &stage in Stage::ALL {
            let abroad = stage.id().starts_with("family_") || stage == Stage::Invited;
            // An appeal for a better status is a file on paper: the person is housed and counted there.
            let on_paper = matches!(stage, Stage::StatusAppealPreparation | Stage::StatusAppeal);
            assert_eq!(Account::of(stage).is_none(), abroad || on_paper, "{stage:?}");
        }
        let courts = [Stage::AppealTerm, Stage::Interim, Stage::Appeal, Stage::FurtherAppeal];
        assert!(courts.iter().all(|stage| Account::of(*stage) == Some(Account::InAppeal)));
    }
}
