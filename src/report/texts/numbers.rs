//! Numbers as people of a language write them.

use super::Language;

/// How many decimals a number is written with.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(in crate::report) struct Decimals(pub(in crate::report) usize);

impl Language {
    /// `1.234,5` in Dutch, `1,234.5` in English; a minus sign, and never minus zero.
    pub(in crate::report) fn number(self, value: f64, decimals: Decimals) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let (group, point) = match self {
            Language::Nl => ('.', ','),
            Language::En => (',', '.'),
        };
        let digits = format!("{:.*}", decimals.0, value.abs());
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut out = String::new();
        if value < 0.0 && digits.bytes().any(|b| b.is_ascii_digit() && b != b'0') {
            out.push('−');
        }
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                out.push(group);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push(point);
            out.push_str(fraction);
        }
        out
    }

    /// From one number to another, both as written: a dash between them would be read as a sign next to a minus.
    pub(in crate::report) fn range(self, low: &str, high: &str) -> String {
        match (low.starts_with('−') || high.starts_with('−'), self) {
            (false, _) => format!("{low}–{high}"),
            (true, Language::Nl) => format!("{low} tot {high}"),
            (true, Language::En) => format!("{low} to {high}"),
        }
    }

    /// A whole number.
    pub(in crate::report) fn whole(self, value: f64) -> String {
        self.number(value, Decimals(0))
    }

    /// A count.
    pub(in crate::report) fn count(self, value: u64) -> String {
        self.number(value as f64, Decimals(0))
    }

    /// A number for a sentence: hundreds from ten thousand on, tens from a thousand on, else whole.
    pub(in crate::report) fn about(self, value: f64) -> String {
        self.whole(Language::rounded(value))
    }

    /// The same as a number.
    pub(in crate::report) fn rounded(value: f64) -> f64 {
        let step = if value.abs() >= 9_950.0 {
            100.0
        } else if value.abs() >= 995.0 {
            10.0
        } else {
            1.0
        };
        (value / step).round() * step
    }

    /// An amount of a lever, its unit being said elsewhere: millions from a million on.
    pub(in crate::report) fn euros(self, value: f64) -> String {
        let million = match self {
            Language::Nl => "miljoen",
            Language::En => "million",
        };
        match value.abs() >= 1e6 {
            true => format!("{}\u{a0}{million}", self.lean(value / 1e6, 1)),
            false => self.lean(value, 2),
        }
    }

    /// A whole number with its sign; zero has none.
    pub(in crate::report) fn signed(self, value: f64) -> String {
        self.with_sign(value, self.whole(value))
    }

    /// A number with its sign.
    pub(in crate::report) fn signed_number(self, value: f64, decimals: Decimals) -> String {
        self.with_sign(value, self.number(value, decimals))
    }

    /// A share of the replications: whole per cents, for a tenth would promise more than they carry. Few are not none, and
    /// most are not all.
    pub fn of_replications(self, share: f64) -> String {
        let percent = (share * 100.0).round();
        let percent = if share > 0.0 && share < 1.0 { percent.clamp(1.0, 99.0) } else { percent };
        format!("{}\u{a0}%", self.whole(percent))
    }

    fn with_sign(self, value: f64, text: String) -> String {
        let zero = !text.bytes().any(|b| b.is_ascii_digit() && b != b'0');
        if value > 0.0 && !zero { format!("+{text}") } else { text }
    }

    /// A share as a percentage, with as few decimals as it needs, at most one.
    pub(in crate::report) fn percent(self, share: f64) -> String {
        let percent = share * 100.0;
        let whole = (percent - percent.round()).abs() < 0.05;
        format!("{}\u{a0}%", self.number(percent, Decimals(usize::from(!whole))))
    }

    /// A number with as few decimals as it needs, at most `most`.
    pub fn lean(self, value: f64, most: usize) -> String {
        let mut decimals = most;
        while decimals > 0 && format!("{value:.decimals$}").ends_with('0') {
            decimals -= 1;
        }
        self.number(value, Decimals(decimals))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_decimals_follow_the_language() {
        assert_eq!(Language::Nl.number(1234.5, Decimals(1)), "1.234,5");
        assert_eq!(Language::En.number(1234.5, Decimals(1)), "1,234.5");
        assert_eq!(Language::Nl.whole(-1_000_000.0), "−1.000.000");
        assert_eq!(Language::Nl.whole(-0.2), "0");
        assert_eq!(Language::Nl.whole(f64::NAN), "–");
    }

    #[test]
    fn amounts_are_in_millions_from_a_million_on() {
        assert_eq!(Language::Nl.euros(3_200_000_000.0), "3.200\u{a0}miljoen");
        assert_eq!(Language::En.euros(1_260_000.0), "1.3\u{a0}million");
        assert_eq!(Language::En.euros(87.5), "87.5");
    }

    #[test]
    fn sentences_round_to_what_can_be_said() {
        assert_eq!(Language::Nl.about(51_234.0), "51.200");
        assert_eq!(Language::Nl.about(9_996.0), "10.000");
        assert_eq!(Language::Nl.about(2_345.0), "2.350");
        assert_eq!(Language::Nl.about(123.4), "123");
    }

    #[test]
    fn signs_stand_before_all_but_zero() {
        assert_eq!(Language::Nl.signed(1_234.4), "+1.234");
        assert_eq!(Language::Nl.signed(0.4), "0");
        assert_eq!(Language::En.signed_number(-2.34, Decimals(1)), "−2.3");
    }

    #[test]
    fn few_replications_are_not_none_and_most_are_not_all() {
        let shares = [0.0, 0.001, 0.417, 0.999, 1.0].map(|share| Language::En.of_replications(share));
        assert_eq!(shares, ["0\u{a0}%", "1\u{a0}%", "42\u{a0}%", "99\u{a0}%", "100\u{a0}%"]);
    }

    #[test]
    fn percentages_and_lean_numbers_drop_needless_zeros() {
        assert_eq!(Language::Nl.percent(0.5), "50\u{a0}%");
        assert_eq!(Language::Nl.percent(0.125), "12,5\u{a0}%");
        assert_eq!(Language::En.lean(1.50, 2), "1.5");
        assert_eq!(Language::En.lean(40.0, 2), "40");
    }
}
