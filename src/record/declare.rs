//! How a series is declared: what kind of number it is, and the enumeration made of all of them.

/// What kind of number a series is, which says how it adds up over a month.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum SeriesKind {
    /// Counted on the evening of the last day of the month.
    Stock,
    /// Summed over the days of the month.
    Flow,
    /// Mean over those who left in the month.
    Wait,
    /// A share of two numbers of the evening or of the month, 0 to 1 and above.
    Ratio,
}

macro_rules! series {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal, $kind:ident, $unit:literal, $dutch:literal, $definition_nl:literal, published $published:literal;)+) => {
        /// A published series.
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum Series {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Series {
            /// Every series, in the order in which files and listings show them.
            pub const ALL: &'static [Series] = &[$(Series::$name,)+];

            /// The name in `series.csv`.
            pub const fn id(self) -> &'static str {
                match self { $(Series::$name => $id,)+ }
            }

            /// Stock, flow, wait or ratio.
            pub const fn kind(self) -> SeriesKind {
                match self { $(Series::$name => SeriesKind::$kind,)+ }
            }

            /// Unit of its values.
            pub const fn unit(self) -> &'static str {
                match self { $(Series::$name => $unit,)+ }
            }

            /// The Dutch name.
            pub const fn dutch(self) -> &'static str {
                match self { $(Series::$name => $dutch,)+ }
            }

            /// The definition in English.
            pub const fn definition(self) -> &'static str {
                match self { $(Series::$name => concat!($($doc),+),)+ }
            }

            /// The definition in Dutch.
            pub const fn definition_nl(self) -> &'static str {
                match self { $(Series::$name => $definition_nl,)+ }
            }

            /// The published series it corresponds to; empty where none is published.
            pub const fn published(self) -> &'static str {
                match self { $(Series::$name => $published,)+ }
            }

            /// The series of this name.
            pub fn from_id(id: &str) -> Option<Series> {
                Series::ALL.iter().copied().find(|s| s.id() == id)
            }
        }
    };
}
