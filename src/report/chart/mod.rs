//! The pictures. A chart is a row of `CHARTS`: its name, its words and its plots; a new kind of plot is a file here.

mod axis;
mod bars;
mod canvas;
mod card;
mod changed;
mod comparison;
mod difference;
mod discovery;
mod fan;
mod forecast;
mod frame;
mod hedgehog;
mod history;
mod labels;
mod lines;
mod milestones;
mod multiples;
mod plot;
mod points;
mod sankey;
mod scenarios;
mod single;
mod stack;
mod strip;
mod theme;
mod typeface;
mod waiting;

pub(in crate::report) use bars::{Bar, Bars, Row as BarRow};
pub(in crate::report) use card::Card;
pub(in crate::report) use changed::{Changed, add as add_changed, changed, value as lever_value};
pub(in crate::report) use comparison::{Lines as ComparisonLines, svg as comparison_svg};
pub(in crate::report) use discovery::{Discovery, Kept, Stop as DiscoveryStop};
pub(in crate::report) use forecast::{Fan as ForecastFan, svg as forecast_svg};
pub(in crate::report) use frame::{banners, run_note};
pub(in crate::report) use hedgehog::{
    Hedgehog, Rounds, Spine, Words as HedgehogWords, hedgehog_svg, rounds_svg,
};
pub(in crate::report) use history::{Replayed, svg as history_svg};
pub(in crate::report) use multiples::{Multiples, picture as multiples_picture};
pub(in crate::report) use sankey::{Link as FlowLink, Node as FlowNode, Period as FlowPeriod};
pub(in crate::report) use scenarios::{Beside as BesideFan, picture as scenarios_picture};
pub use typeface::Unusable;
#[cfg(feature = "cli")]
pub(in crate::report) use typeface::{choose, typeface};

pub(in crate::report) use waiting::{LONGEST as LONGEST_WAIT, Line as WaitLine, Part as WaitPart, Waiting};

use card::Drawn;
use frame::{Content, bands_note, compose};
use plot::Plot;

use super::summary::View;
use super::texts::{Language, Texts};
use crate::record::Series;
use crate::study::outcome::Outcome;

/// A chart, ready to be written to a file.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The stem of its file name.
    pub name: String,
    /// The outcome whose difference from the reference it shows; `None` for a chart of every report.
    pub difference: Option<Series>,
    /// The drawing: SVG with title and description.
    pub svg: String,
    /// What it shows.
    pub title: String,
}

impl Picture {
    /// The same under another name, so that two of one kind can stand on one page.
    pub(in crate::report) fn renamed(self, name: String) -> Picture {
        let Picture { name: old, svg, difference, title } = self;
        let again =
            |svg: String, part: &str| svg.replace(&format!("{old}-{part}"), &format!("{name}-{part}"));
        let svg = again(again(svg, "title"), "desc");
        Picture { name, difference, svg, title }
    }
}

/// A picture that stands on no calendar: a drawing with the words around it.
#[derive(Clone, Debug)]
pub(in crate::report) struct Drawing<'a> {
    pub(in crate::report) card: Card,
    pub(in crate::report) body: Body<'a>,
}

/// What is drawn between the words.
#[derive(Clone, Debug)]
pub(in crate::report) enum Body<'a> {
    /// Who went from where to where, in one period or several.
    Flows(Vec<FlowPeriod>),
    /// How long people wait.
    Waiting(Waiting<'a>),
    /// Bars, two a row, in one group or several.
    Bars(Vec<Bars>),
    /// Where something happens.
    Discovery(Discovery),
}

impl Drawing<'_> {
    /// The picture.
    pub(in crate::report) fn picture(&self, language: Language) -> Picture {
        let Drawn { svg, .. } = self.drawn(language);
        Picture { name: self.card.name.clone(), difference: None, svg, title: self.card.title.clone() }
    }

    fn drawn(&self, language: Language) -> Drawn {
        self.card.draw(language, |canvas, top| match &self.body {
            Body::Flows(periods) => sankey::paint(canvas, periods, top),
            Body::Waiting(of) => waiting::paint(canvas, of, top, language),
            Body::Bars(groups) => bars::paint(canvas, groups, top, language),
            Body::Discovery(of) => discovery::paint(canvas, of, top, language),
        })
    }
}

/// A plot of a chart.
enum Panel {
    /// One series with its bands; the line of another over it.
    Fan(Series, Option<Series>),
    /// Several series, under a heading.
    Lines(fn(&Texts) -> &'static str, &'static [Series]),
    /// Layers that add up.
    Stack(&'static [Series]),
}

/// A chart of every report.
pub(in crate::report) struct Chart {
    pub(in crate::report) name: &'static str,
    pub(in crate::report) title: fn(&Texts) -> &'static str,
    about: fn(&Texts) -> &'static str,
    pub(in crate::report) say: for<'a> fn(&View<'a>) -> Vec<String>,
    /// The plots with their heights, from top to bottom.
    panels: &'static [(Panel, f64)],
}

use Panel::{Fan, Lines, Stack};

/// The charts in the order of the report.
pub(in crate::report) static CHARTS: [Chart; 12] = [
    Chart {
        name: "inflow",
        title: |t| t.inflow_title,
        about: |t| t.inflow_about,
        say: |v| v.say_inflow(),
        panels: &[
            (Fan(Series::InflowTotal, None), 230.0),
            (
                Lines(
                    |t| t.lines_applications,
                    &[Series::InflowFirst, Series::InflowFamily, Series::InflowRepeat],
                ),
                160.0,
            ),
        ],
    },
    Chart {
        name: "open_cases",
        title: |t| t.open_cases_title,
        about: |t| t.open_cases_about,
        say: |v| v.say_open_cases(),
        panels: &[
            (Fan(Series::OpenCases, None), 230.0),
            (Lines(|t| t.lines_cohorts, &[Series::OpenCasesOld, Series::OpenCasesNew]), 130.0),
            (Fan(Series::OpenOver15Months, None), 130.0),
        ],
    },
    Chart {
        name: "decisions",
        title: |t| t.decisions_title,
        about: |t| t.decisions_about,
        say: |v| v.say_decisions(),
        panels: &[
            (Fan(Series::Decisions, None), 210.0),
            (Lines(|t| t.lines_outcomes, &[Series::Grants, Series::Rejections, Series::Closed]), 170.0),
        ],
    },
    Chart {
        name: "waiting",
        title: |t| t.waiting_title,
        about: |t| t.waiting_about,
        say: |v| v.say_waiting(),
        panels: &[
            (Fan(Series::WaitDecision, None), 190.0),
            (Lines(|t| t.lines_cohorts, &[Series::WaitDecisionOld, Series::WaitDecisionNew]), 130.0),
            (Fan(Series::WaitFamily, None), 110.0),
            (Fan(Series::WaitHousing, None), 110.0),
        ],
    },
    Chart {
        name: "terms",
        title: |t| t.terms_title,
        about: |t| t.terms_about,
        say: |v| v.say_terms(),
        panels: &[
            (Fan(Series::OpenPastTerm, None), 190.0),
            (Fan(Series::ShareInTime, None), 110.0),
            (Lines(|t| t.lines_late, &[Series::DefaultNotices, Series::LateAppeals]), 120.0),
            (Fan(Series::PenaltiesJudicial, None), 120.0),
            (Fan(Series::PenaltiesAccrued, None), 110.0),
        ],
    },
    Chart {
        name: "appeals",
        title: |t| t.appeals_title,
        about: |t| t.appeals_about,
        say: |v| v.say_appeals(),
        panels: &[
            (Fan(Series::OpenAppeals, None), 190.0),
            (Fan(Series::WaitAppeal, None), 110.0),
            (
                Lines(
                    |t| t.lines_procedures,
                    &[
                        Series::AppealsShort,
                        Series::AppealsExtended,
                        Series::AppealsDublin,
                        Series::AppealsStatus,
                    ],
                ),
                150.0,
            ),
            (Fan(Series::OpenFurtherAppeals, None), 110.0),
        ],
    },
    Chart {
        name: "family",
        title: |t| t.family_title,
        about: |t| t.family_about,
        say: |v| v.say_family(),
        panels: &[
            (Fan(Series::FamilyPending, None), 200.0),
            (Fan(Series::InflowFamily, None), 140.0),
            (
                Lines(
                    |t| t.lines_decided,
                    &[Series::FamilyDisputed, Series::FamilyTravelling, Series::Article8Pending],
                ),
                120.0,
            ),
            (
                Lines(
                    |t| t.lines_held,
                    &[Series::FamilyFrozen, Series::FamilyWaiting, Series::FamilyConditions],
                ),
                120.0,
            ),
        ],
    },
    Chart {
        name: "permits",
        title: |t| t.permits_title,
        about: |t| t.permits_about,
        say: |v| v.say_permits(),
        panels: &[
            (Fan(Series::PermitsDue, None), 190.0),
            (
                Lines(
                    |t| t.lines_permits,
                    &[Series::PermitsSettled, Series::PermitsRenewed, Series::PermitsWithdrawn],
                ),
                140.0,
            ),
        ],
    },
    Chart {
        name: "reception",
        title: |t| t.reception_title,
        about: |t| t.reception_about,
        say: |v| v.say_reception(),
        panels: &[
            (Fan(Series::ReceptionNeed, Some(Series::ReceptionPlaces)), 220.0),
            (
                Stack(&[
                    Series::ReceptionRegular,
                    Series::ReceptionEmergency,
                    Series::ReceptionOutside,
                    Series::WithoutPlace,
                ]),
                180.0,
            ),
        ],
    },
    Chart {
        name: "permit_holders",
        title: |t| t.permit_holders_title,
        about: |t| t.permit_holders_about,
        say: |v| v.say_permit_holders(),
        panels: &[(Fan(Series::PermitHolders, None), 230.0)],
    },
    Chart {
        name: "housing",
        title: |t| t.housing_title,
        about: |t| t.housing_about,
        say: |v| v.say_housing(),
        panels: &[(Fan(Series::Housed, None), 230.0)],
    },
    Chart {
        name: "departures",
        title: |t| t.departures_title,
        about: |t| t.departures_about,
        say: |v| v.say_departures(),
        panels: &[
            (
                Lines(
                    |t| t.lines_departures,
                    &[Series::DepartedUnsupervised, Series::DepartedVoluntary, Series::DepartedForced],
                ),
                200.0,
            ),
            (Fan(Series::ReturnCases, None), 130.0),
            (Fan(Series::InDetention, None), 110.0),
        ],
    },
];

/// What it costs: a view of the lab, where measures are weighed, and no chart of every report.
pub(in crate::report) static COSTS: Chart = Chart {
    name: "costs",
    title: |t| t.costs_title,
    about: |t| t.costs_about,
    say: |v| v.say_costs(),
    panels: &[
        (Fan(Series::CostReception, None), 210.0),
        (Lines(|t| t.lines_costs, &[Series::CostEmergency, Series::CostDecisions]), 150.0),
    ],
};

impl Chart {
    /// Every series it shows.
    pub(in crate::report) fn series(&self) -> Vec<Series> {
        self.panels
            .iter()
            .flat_map(|(panel, _)| match panel {
                Fan(series, ceiling) => [*series].into_iter().chain(*ceiling).collect(),
                Lines(_, series) | Stack(series) => series.to_vec(),
            })
            .collect()
    }

    /// The series that it shows as a fan.
    pub(in crate::report) fn fans(&self) -> impl Iterator<Item = Series> {
        self.panels.iter().filter_map(|(panel, _)| match panel {
            Fan(series, _) => Some(*series),
            Lines(..) | Stack(_) => None,
        })
    }

    /// The series that are drawn with their bands, and with the reference where it differs.
    fn compared(&self) -> Vec<Series> {
        self.panels
            .iter()
            .flat_map(|(panel, _)| match panel {
                Fan(series, ceiling) => [*series].into_iter().chain(*ceiling).collect(),
                Lines(_, series) => series.to_vec(),
                Stack(_) => Vec::new(),
            })
            .collect()
    }

    fn plots(&self, view: &View<'_>) -> Vec<Plot> {
        let texts = view.texts();
        self.panels
            .iter()
            .filter_map(|(panel, height)| match panel {
                Fan(series, ceiling) => fan::plot(view, *series, *ceiling, *height),
                Lines(heading, series) => lines::plot(view, heading(texts).to_owned(), series, *height),
                Stack(series) => stack::plot(view, texts.reception_stack.to_owned(), series, *height),
            })
            .collect()
    }

    /// The picture; `None` when the outcome has none of its series.
    fn picture(&self, view: &View<'_>) -> Option<(Picture, Vec<canvas::TextBox>, f64)> {
        let plots = self.plots(view);
        if plots.is_empty() {
            return None;
        }
        let texts = view.texts();
        let title = (self.title)(texts);
        let sentences = (self.say)(view);
        let years = years(view);
        let mut notes = bands_note(
            view,
            &self.compared(),
            self.panels.iter().any(|(panel, _)| matches!(panel, Lines(..))),
            self.panels.iter().any(|(panel, _)| matches!(panel, Stack(_))),
        );
        if self.fans().any(|series| view.without_effects(series).is_some()) {
            notes.push(texts.note_without.to_owned());
        }
        let content = Content {
            title: format!("{title}, {years}"),
            about: (self.about)(texts),
            sentences: &sentences,
            plots: &plots,
            series: &self.series(),
            near: &self.series(),
            beside: Vec::new(),
            notes,
        };
        Some(finish(view, self.name.to_owned(), title, &content))
    }
}

/// A chart, and the difference of its first series from the reference.
pub(in crate::report) fn with_difference(view: &View<'_>, chart: &Chart) -> [Option<Picture>; 2] {
    let difference = chart.series().first().and_then(|series| difference::picture(view, *series));
    [chart.picture(view), difference].map(|drawn| drawn.map(|(picture, ..)| picture))
}

/// `2026–2030`.
fn years(view: &View<'_>) -> String {
    let (first, last) = (view.outcome.period.0.year(), view.outcome.period.1.year());
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// Draws the content and gives it its root.
fn finish(
    view: &View<'_>,
    name: String,
    title: &str,
    content: &Content<'_>,
) -> (Picture, Vec<canvas::TextBox>, f64) {
    let texts = view.texts();
    let (sheet, height) = compose(view, content);
    let height = height.ceil();
    let said =
        if content.sentences.is_empty() { texts.no_numbers.to_owned() } else { content.sentences.join(" ") };
    let full_title = format!("{} – {}", content.title, view.outcome.title);
    let words = spoken(&[banners(view), vec![said, texts.note_projection.to_owned()]].concat());
    let svg = root(&name, view.language, &full_title, &words, height, &sheet.elements);
    (Picture { name, difference: None, svg, title: title.to_owned() }, sheet.boxes, height)
}

/// Every chart of an outcome for which it has the series, and before them those of the differences that are largest.
pub fn pictures(outcome: &Outcome, language: Language) -> Vec<Picture> {
    let view = View { outcome, language };
    drawings(&view).into_iter().map(|(picture, ..)| picture).collect()
}

/// The pictures with where their texts stand, and their heights.
fn drawings(view: &View<'_>) -> Vec<(Picture, Vec<canvas::TextBox>, f64)> {
    let differences =
        difference::shown(view).into_iter().filter_map(|series| difference::picture(view, series));
    differences.chain(CHARTS.iter().filter_map(|chart| chart.picture(view))).collect()
}

/// Sentences one after another, as they are read out: each ends with a full stop, also where it stands on a line of its own.
fn spoken(sentences: &[String]) -> String {
    let ended = |text: &String| -> Option<String> {
        let text = text.trim();
        let end = if text.ends_with(['.', '!', '?', '…', ':', ';']) { "" } else { "." };
        (!text.is_empty()).then(|| format!("{text}{end}"))
    };
    sentences.iter().filter_map(ended).collect::<Vec<_>>().join(" ")
}

/// The root of the SVG: its size in chart units, and what a screen reader says.
fn root(name: &str, language: Language, title: &str, words: &str, height: f64, elements: &str) -> String {
    let (width, code) = (theme::WIDTH, language.code());
    let (title, words) = (escape(title), escape(words));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {} {}\" role=\"img\" lang=\"{code}\" xml:lang=\"{code}\" \
         aria-labelledby=\"{name}-title {name}-desc\" stroke-linejoin=\"round\">\n\
         <title id=\"{name}-title\">{title}</title>\n<desc id=\"{name}-desc\">{words}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n{elements}\n</svg>\n",
        width * 4.0,
        height * 4.0,
    )
}

fn escape(text: &str) -> String {
    canvas::printable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_records;
