//! The immigration courts of the United States, as a report to Congress (CRS R47637) tells them: judges, a pending stock, and
//! what more judges would do. Without luck.
//!
//! Receipts and completions a judge are inverted from the three facts of the report (they stand in a document that was not
//! read), so this shows that the engine keeps a balance over ten years and millions of files, not that the report is right.

use super::backlog::Office;
use super::{Case, Quantity, Sample};

const PENDING: u64 = 2_000_000;
const RECEIPTS: u64 = 377_000;
const COMPLETIONS_A_JUDGE: u64 = 440;
const JUDGES: u64 = 649;
const YEAR: u64 = 365;

fn with(more: u64) -> Office {
    Office { stock: PENDING, incoming: RECEIPTS, outgoing: (JUDGES + more) * COMPLETIONS_A_JUDGE }
}

pub(super) fn cases() -> Vec<Case> {
    let ten_years = PENDING as f64 + 10.0 * (RECEIPTS as f64 - with(300).outgoing as f64);
    let cleared = PENDING as f64 / (with(700).outgoing as f64 - RECEIPTS as f64);
    let simulate = |_, _| {
        let days = with(700).run(10 * YEAR).empty.map_or(f64::NAN, |day| day as f64);
        Sample { values: vec![with(300).run(10 * YEAR).stock as f64, days / YEAR as f64], controls: vec![] }
    };
    vec![Case {
        name: "courts",
        title: ("Amerikaanse immigratierechters", "Immigration courts of the United States"),
        quantities: vec![
            Quantity::balance(
                ("300 rechters erbij: zaken na tien jaar", "300 more judges: pending after ten years"),
                ten_years,
                0.0,
            )
            .printed("CRS: about 1.6 million"),
            Quantity::balance(
                ("700 rechters erbij: weggewerkt na [jaar]", "700 more judges: cleared after [years]"),
                cleared,
                1.0 / YEAR as f64,
            )
            .printed("CRS: by FY2032"),
        ],
        replications: 1,
        simulate: Box::new(simulate),
    }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inverted_rates_give_back_what_the_report_says() {
        let known = cases().remove(0).quantities;
        assert_eq!(known[0].reference, 1_594_400.0);
        assert!((9.0..9.5).contains(&known[1].reference));
    }
}
