//! The milestones beneath a chart, on its time axis: a numbered mark a day, and in words what each is.

use super::axis::TimeAxis;
use super::canvas::{Align, Canvas, width, wrap_at_most};
use super::theme::{AXIS, HEADING, MARGIN, NOTE, TEXT, WIDTH};
use crate::report::summary::View;
use crate::scenario::Milestone;

/// Lines that their words take at most.
const LINES: usize = 6;
/// From the line to the numbers beneath it.
const DROP: f64 = 6.0;

/// Draws the milestones of the simulated period; returns the height, nothing where there are none.
pub(super) fn draw(canvas: &mut Canvas<'_>, view: &View<'_>, top: f64, time: &TimeAxis) -> f64 {
    let (start, end) = view.outcome.period;
    let within = |milestone: &&Milestone| (start..=end).contains(&milestone.date);
    let shown: Vec<&Milestone> = view.outcome.milestones.iter().filter(within).collect();
    if shown.is_empty() {
        return 0.0;
    }
    let heading = view.texts().milestones;
    canvas.text(heading, (MARGIN, top), Align::Left, HEADING);
    // Beside the heading where the published past leaves room, else beneath it.
    let beside = MARGIN + width(heading, HEADING) + 12.0 <= time.x(start);
    let line = top + if beside { HEADING.size / 2.0 } else { HEADING.size + 12.0 };
    canvas.path(&[(time.x(start), line), (time.right, line)], AXIS, 0.75);
    let mut free = time.x(start);
    for (n, milestone) in shown.iter().enumerate() {
        let (x, number) = (time.x(milestone.date), (n + 1).to_string());
        canvas.path(&[(x, line - 4.0), (x, line + 4.0)], TEXT, 2.0);
        // Numbers of days close together stand beside each other.
        let left = (x - width(&number, NOTE) / 2.0).max(free);
        canvas.text(&number, (left, line + DROP), Align::Left, NOTE);
        free = left + width(&number, NOTE) + 3.0;
    }
    let words = shown.iter().enumerate().map(|(n, milestone)| {
        let (date, says) = (view.language.short_date(milestone.date), milestone.says.to(view.language));
        format!("({}) {date}: {says}", n + 1)
    });
    let words = words.collect::<Vec<String>>().join("; ") + ".";
    let below = line + DROP + NOTE.size + 5.0;
    let lines = wrap_at_most(&words, NOTE, WIDTH - 2.0 * MARGIN, LINES);
    below + canvas.lines(&lines, (MARGIN, below), NOTE) - top
}

#[cfg(test)]
mod tests {
    use super::super::{drawings, tests::apart};
    use crate::diagnostic::Text;
    use crate::report::fixture::Fixture;
    use crate::report::summary::View;
    use crate::report::texts::Language;
    use crate::scenario::Milestone;
    use crate::time::Days;

    #[test]
    fn milestones_of_the_period_stand_beneath_a_chart_in_both_languages_and_others_do_not() {
        let mut outcome = Fixture::rich().outcome();
        let milestone = |after: i32, en: &str| Milestone {
            name: en.to_owned(),
            date: outcome.period.0 + Days(after),
            says: Text::new(format!("{en} op zijn Nederlands"), en),
            source: String::new(),
        };
        outcome.milestones =
            vec![milestone(-40, "an earlier day"), milestone(40, "a planning"), milestone(41, "a law")];
        for (language, said) in [(Language::Nl, "a law op zijn"), (Language::En, "a law")] {
            for (picture, boxes, height) in drawings(&View { outcome: &outcome, language }) {
                apart(&picture.name, &boxes, height);
                let told = |text: &str| boxes.iter().any(|one| one.text.contains(text));
                assert!(told(language.texts().milestones) && told("a planning") && told(said));
                assert!(!told("an earlier day"));
            }
        }
        outcome.milestones.clear();
        for (_, boxes, _) in drawings(&View { outcome: &outcome, language: Language::En }) {
            assert!(!boxes.iter().any(|one| one.text == "Milestones"));
        }
    }
}
