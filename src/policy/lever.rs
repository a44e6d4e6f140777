//! What a lever is: name, kind, unit, range, whom it binds, and the words by which people look for it.

use std::marker::PhantomData;

use super::Nationality;
use crate::diagnostic::Language;

/// The kinds of value a lever can have. Every value is stored as one or more numbers.
#[derive(Copy, Clone, PartialEq, Debug)]
pub enum Kind {
    /// On or off; stored as 1 or 0.
    Switch,
    /// A part of a whole, 0 to 1.
    Share,
    /// A number of persons, places, officers.
    Count,
    /// Minutes of work.
    Minutes,
    /// Calendar days.
    Days,
    /// Euros.
    Money,
    /// A multiplier, or a number a unit of time.
    Rate,
    /// One of a few words; stored as its place in the list.
    Choice(&'static [&'static str]),
    /// Some of a few words; stored as 1 or 0 for each.
    Set(&'static [&'static str]),
    /// A value of the inner kind for each nationality.
    ByNationality(&'static Kind),
    /// Shares of these keys that add up to one.
    Mix(&'static [&'static str]),
    /// A number for each of these keys, along an axis such as the months of the year.
    Curve(&'static [&'static str]),
}

impl Kind {
    /// The keys of a keyed value, or nothing for a single value.
    pub const fn keys(&self) -> Option<&'static [&'static str]> {
        match self {
            Kind::ByNationality(_) => Some(&Nationality::KEYS),
            Kind::Mix(keys) | Kind::Curve(keys) | Kind::Set(keys) => Some(keys),
            Kind::Switch
            | Kind::Share
            | Kind::Count
            | Kind::Minutes
            | Kind::Days
            | Kind::Money
            | Kind::Rate
            | Kind::Choice(_) => None,
        }
    }

    /// How many numbers a value takes.
    pub const fn width(&self) -> usize {
        match self.keys() {
            Some(keys) => keys.len(),
            None => 1,
        }
    }

    /// The kind of each number: the inner kind of a keyed value, else the kind itself.
    pub const fn inner(&self) -> Kind {
        match self {
            Kind::ByNationality(inner) => **inner,
            Kind::Mix(_) => Kind::Share,
            Kind::Curve(_) => Kind::Rate,
            Kind::Set(_) => Kind::Switch,
            other => *other,
        }
    }
}

/// A moment in a case that can decide which law binds it (transitional law, *overgangsrecht*).
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Moment {
    /// The wish to apply was made known.
    Made,
    /// Identification and registration.
    Registered,
    /// The application was lodged.
    Lodged,
    /// The first decision.
    Decided,
    /// The permit was granted.
    Granted,
    /// The application for family reunification.
    FamilyApplied,
    /// The decision on family reunification.
    FamilyDecided,
    /// The return decision became enforceable.
    Returned,
    /// The review of the permit was decided: it is renewed, or it is not.
    Renewed,
    /// Another state accepted that it is responsible.
    Accepted,
    /// The Netherlands became responsible: on registration, or when a claim failed or a transfer came too late.
    Responsible,
}

impl Moment {
    /// Every moment, in the order of their numbers.
    pub const ALL: [Moment; 11] = {
        use Moment::*;
        [
            Made,
            Registered,
            Lodged,
            Decided,
            Granted,
            FamilyApplied,
            FamilyDecided,
            Returned,
            Renewed,
            Accepted,
            Responsible,
        ]
    };

    /// The words of scenario files, in the same order.
    pub const WORDS: [&'static str; 11] = [
        "made",
        "registered",
        "lodged",
        "decided",
        "granted",
        "family_applied",
        "family_decided",
        "returned",
        "renewed",
        "accepted",
        "responsible",
    ];
}

/// Whom a new value binds: everyone from its day on, or those whose moment falls on or after it.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Binds {
    /// Everyone, from the day it takes effect.
    Today,
    /// Those for whom this moment of their case falls on or after the day it takes effect.
    At(Moment),
}

impl Binds {
    /// The word in a scenario file: `today`, or the moment's word.
    pub fn word(self) -> &'static str {
        match self {
            Binds::Today => "today",
            Binds::At(moment) => Moment::WORDS[moment as usize],
        }
    }

    /// Reads the word of a scenario file.
    pub fn from_word(word: &str) -> Option<Binds> {
        if word == "today" {
            return Some(Binds::Today);
        }
        Moment::WORDS.iter().position(|w| *w == word).map(|i| Binds::At(Moment::ALL[i]))
    }
}

/// Whether a government chooses the value or not: the L and the X of exploratory modelling.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Role {
    /// A government chooses it: `[levers]`.
    Lever,
    /// Nobody chooses it: `[uncertainties]`.
    Uncertainty,
    /// How people respond to policy: an uncertainty that is zero unless a scenario says otherwise.
    Behaviour,
}

/// Everything the program knows about a lever or an uncertainty except its value.
#[derive(Debug)]
pub struct Declaration {
    /// Name in scenario files.
    pub name: &'static str,
    /// Chapter of the catalogue: the folder of the flow that it governs.
    pub chapter: &'static str,
    /// Lever, uncertainty or behaviour.
    pub role: Role,
    /// Kind of value.
    pub kind: Kind,
    /// Unit of each number.
    pub unit: &'static str,
    /// Least and greatest number allowed.
    pub range: (f64, f64),
    /// Whom it binds unless a scenario says otherwise.
    pub binds: Binds,
    /// What it is, in English.
    pub says: &'static str,
    /// English name; empty for an uncertainty that its identifier names well enough.
    pub english: &'static str,
    /// Dutch name.
    pub dutch: &'static str,
    /// What it is, in Dutch.
    pub dutch_says: &'static str,
    /// Other words, Dutch and English, by which people look for it.
    pub aliases: &'static [&'static str],
    /// Phrases of the assignment letter that ask for it.
    pub letter: &'static [&'static str],
    /// Series that rise (+) or fall (-) when the value rises.
    pub moves: &'static str,
}

impl Declaration {
    /// What it is called in a sentence.
    pub fn title(&self, language: Language) -> String {
        match (language, self.english) {
            (Language::Nl, _) => self.dutch.to_owned(),
            (Language::En, "") => self.name.replace('_', " "),
            (Language::En, title) => title.to_owned(),
        }
    }
}

/// A typed handle on a lever: the constant that stage code reads.
#[derive(Debug)]
pub struct Lever<K> {
    index: u16,
    kind: PhantomData<K>,
}

impl<K> Copy for Lever<K> {}

impl<K> Clone for Lever<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Lever<K> {
    #[doc(hidden)]
    pub const fn new(index: usize) -> Lever<K> {
        Lever { index: index as u16, kind: PhantomData }
    }

    /// Its place in the catalogue.
    pub const fn index(self) -> usize {
        self.index as usize
    }
}

/// The kinds as types, so that a handle says what reading it yields.
pub mod kinds {
    use super::{Kind, Nationality};
    use crate::time::Days as CalendarDays;

    /// A kind that knows how to read its stored numbers. Sealed by being implemented only here.
    pub trait Reads {
        /// What stage code gets.
        type Value<'a>;
        /// Reads the stored numbers for one nationality.
        fn read(numbers: &[f64], nationality: Nationality) -> Self::Value<'_>;
    }

    /// A kind that needs no parameter.
    pub trait Plain: Reads {
        /// The kind as data.
        const KIND: Kind;
    }

    macro_rules! plain {
        ($($name:ident: $value:ty = $read:expr;)+) => {$(
            #[doc = concat!("The type of `Kind::", stringify!($name), "`.")]
            #[derive(Debug)]
            pub struct $name;

            impl Reads for $name {
                type Value<'a> = $value;
                fn read(numbers: &[f64], _: Nationality) -> $value {
                    let read: fn(f64) -> $value = $read;
                    read(numbers[0])
                }
            }

            impl Plain for $name {
                const KIND: Kind = Kind::$name;
            }
        )+};
    }

    plain! {
        Switch: bool = |x| x != 0.0;
        Share: f64 = |x| x;
        Count: f64 = |x| x;
        Minutes: f64 = |x| x;
        Days: CalendarDays = |x| CalendarDays(x as i32);
        Money: f64 = |x| x;
        Rate: f64 = |x| x;
    }

    /// The type of `Kind::ByNationality`: reading it for a case yields the value for that person's nationality.
    #[derive(Debug)]
    pub struct ByNationality<K>(std::marker::PhantomData<K>);

    impl<K: Plain> Reads for ByNationality<K> {
        type Value<'a> = K::Value<'a>;
        fn read(numbers: &[f64], nationality: Nationality) -> K::Value<'_> {
            K::read(&numbers[nationality.index()..], nationality)
        }
    }

    impl<K: Plain> Plain for ByNationality<K> {
        const KIND: Kind = Kind::ByNationality(&K::KIND);
    }

    macro_rules! lists {
        ($($name:ident),+) => {$(
            #[doc = concat!("The type of `Kind::", stringify!($name), "`: all its numbers, in the order of its keys.")]
            #[derive(Debug)]
            pub struct $name;

            impl Reads for $name {
                type Value<'a> = &'a [f64];
                fn read(numbers: &[f64], _: Nationality) -> &[f64] {
                    numbers
                }
            }
        )+};
    }

    lists!(Mix, Curve, Set);

    /// The type of `Kind::Choice`: the place of the word in its list.
    #[derive(Debug)]
    pub struct Choice;

    impl Reads for Choice {
        type Value<'a> = usize;
        fn read(numbers: &[f64], _: Nationality) -> usize {
            numbers[0] as usize
        }
    }
}

/// Declares the levers and uncertainties of one chapter. Each becomes a typed constant and a row of the catalogue.
///
/// ```text
/// levers! {
///     chapter reception, after super::procedure;
///
///     /// Places in regular reception centres (azc).
///     lever REGULAR_PLACES: Count = "regular_places" {
///         unit: "places", range: (0.0, 300_000.0), binds: Today,
///         english: "places in regular reception",
///         dutch: "reguliere opvangplekken", says: "Plekken in reguliere opvang (azc).",
///         aliases: ["azc", "capacity"], letter: ["voldoende structurele en flexibele opvang"], moves: "reception_places +",
///     }
/// }
/// ```
///
/// `lever` may also read `uncertain`, which needs no `english`, or `behaviour`. Kinds with keys are written `Mix(&KEYS)`, `Curve(&KEYS)`,
/// `Choice(&WORDS)`, `Set(&WORDS)`, `ByNationality<Share>`.
macro_rules! levers {
    (chapter $chapter:ident, after $before:path;
     $($(#[doc = $doc:literal])+ $role:ident $name:ident: $kind:ident $(<$inner:ident>)? $((&$keys:ident))? = $id:literal {
        unit: $unit:literal, range: ($low:expr, $high:expr), binds: $binds:expr,
        $(english: $english:literal,)?
        dutch: $dutch:literal, says: $says:literal,
        aliases: [$($alias:literal),* $(,)?], letter: [$($letter:literal),* $(,)?], moves: $moves:literal $(,)?
     })+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[derive(Copy, Clone)]
        enum Row { $($name,)+ }

        use $before as before;

        /// Where the next chapter's rows begin.
        #[allow(dead_code, reason = "the last chapter is followed by none")]
        pub(super) const END: usize = before::END + [$(Row::$name),+].len();

        $($(#[doc = $doc])+
        pub(crate) const $name: $crate::policy::Lever<$crate::policy::lever::kinds::$kind $(<$crate::policy::lever::kinds::$inner>)?> =
            $crate::policy::Lever::new(before::END + Row::$name as usize);)+

        /// The rows of this chapter.
        pub(super) static CHAPTER: &[$crate::policy::Declaration] = &[$({
            #[allow(unused_imports)]
            use $crate::policy::{Binds::{self, *}, Moment::{self, *}};
            $crate::policy::Declaration {
                name: $id,
                chapter: stringify!($chapter),
                role: levers!(@role $role),
                kind: levers!(@kind $kind $(<$inner>)? $((&$keys))?),
                unit: $unit,
                range: ($low, $high),
                binds: $binds,
                says: concat!($($doc),+),
                english: concat!($($english)?),
                dutch: $dutch,
                dutch_says: $says,
                aliases: &[$($alias),*],
                letter: &[$($letter),*],
                moves: $moves,
            }
        },)+];
    };
    (@role lever) => { $crate::policy::Role::Lever };
    (@role uncertain) => { $crate::policy::Role::Uncertainty };
    (@role behaviour) => { $crate::policy::Role::Behaviour };
    (@kind ByNationality<$inner:ident>) => { $crate::policy::Kind::ByNationality(&$crate::policy::Kind::$inner) };
    (@kind $kind:ident (&$keys:ident)) => { $crate::policy::Kind::$kind(&$keys) };
    (@kind $kind:ident) => { $crate::policy::Kind::$kind };
}
