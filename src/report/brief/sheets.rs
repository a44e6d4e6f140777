//! The tables of a briefing.

use super::sheet::{Cell, STEP, Sheet, controlled};
use super::special::{Scenarios, Special};
use super::words::{Words, words};
use crate::record::{Series, SeriesKind};
use crate::report::analysis::Analysed;
use crate::report::chart::CHARTS;
use crate::report::summary::{View, capital, is_money};
use crate::report::tables::not_law_unit;
use crate::report::texts::{Language, fill};
use crate::stats::Band;
use crate::study::briefing::{Briefing, Past, Standing, Told};
use crate::study::outcome::Provenance;
use crate::study::ranking::{Interest, interest};

/// Outcomes in the table of differences, at most.
const DIFFERING: usize = 8;

/// What the inflow is split into; the last two stand apart from the total.
const PARTS: [Series; 6] = [
    Series::InflowTotal,
    Series::InflowFirst,
    Series::InflowRepeat,
    Series::InflowFamily,
    Series::InflowResettled,
    Series::UkraineArrived,
];

/// A briefing, read in a language.
#[derive(Copy, Clone, Debug)]
pub(super) struct Read<'a> {
    pub(super) of: &'a Briefing,
    /// The finished sweeps that it shows.
    pub(super) analysed: &'a [Analysed],
    pub(super) language: Language,
}

impl<'a> Read<'a> {
    pub(super) fn words(&self) -> &'static Words {
        words(self.language)
    }

    pub(super) fn first(&self) -> &'a Told {
        &self.of.scenarios[0]
    }

    pub(super) fn view(&self, told: &'a Told) -> View<'a> {
        View { outcome: &told.outcome, language: self.language }
    }

    pub(super) fn scenario(&self, told: &Told) -> Cell {
        Cell::Word(told.id.clone(), told.outcome.title.clone())
    }

    /// Its scenarios with what was seen of them.
    pub(super) fn scenarios(&self) -> Scenarios<'a> {
        let list = self.of.scenarios.iter().map(|told| (self.scenario(told), self.view(told), &told.seen));
        Scenarios { language: self.language, list: list.collect() }
    }

    pub(super) fn middle(&self) -> &'static str {
        let mean = self.view(self.first()).depth() == crate::report::summary::Depth::Mean;
        if mean { self.words().middle_mean } else { self.words().middle }
    }

    /// Every table, those of a letter first.
    pub(super) fn sheets(&self) -> Vec<Sheet> {
        let mut all = vec![self.inflow(), self.means(), self.reception(), self.peaks()];
        if self.of.scenarios.len() > 1 {
            all.push(self.differences());
        }
        all.extend(
            self.of.charts.iter().filter_map(|name| Some(Special::find(name)?.sheet(&self.scenarios()))),
        );
        all.extend([self.record(), self.rounds(), self.assumptions(), self.sources()]);
        all.extend(self.months());
        all.retain(|sheet| !sheet.rows.is_empty());
        let measures: usize =
            self.of.scenarios.iter().map(|told| told.outcome.not_law.len()).max().unwrap_or(0);
        if measures > 0 {
            let mark = (measures, not_law_unit(self.first().outcome.data_date));
            all.iter_mut().for_each(|sheet| sheet.mark = Some(mark.clone()));
        }
        // Those of sweeps bear their own.
        all.extend(self.analysed.iter().flat_map(|one| &one.pieces).map(|piece| piece.sheet.clone()));
        all
    }

    fn inflow(&self) -> Sheet {
        let w = self.words();
        let head = Sheet::head([
            ("scenario", w.scenario),
            ("series", w.component),
            ("year", w.year),
            ("realised", w.realised),
            ("low_p10", w.low),
            ("middle", self.middle()),
            ("high_p90", w.high),
            ("official_low", w.official_low),
            ("official_high", w.official_high),
            ("official_made", w.official_made),
        ]);
        let mut rows = Vec::new();
        for (n, told) in self.of.scenarios.iter().enumerate() {
            let view = self.view(told);
            for series in PARTS {
                if n > 0 && view.differences_of(series).is_some_and(|one| !one.moves()) {
                    continue;
                }
                let part = || [self.scenario(told), self.series(series)];
                for past in self.of.past.iter().filter(|past| n == 0 && past.series == series) {
                    let mut row = part().to_vec();
                    row.extend([Cell::word(past.year.to_string()), Cell::Number(past.value, 0)]);
                    row.resize(head.len(), Cell::None);
                    rows.push(row);
                }
                for year in &told.outcome.years {
                    let mut row = part().to_vec();
                    row.extend([Cell::Word(year.year.to_string(), view.year(year)), Cell::None]);
                    row.extend(low_middle_high(series, year.band(series)));
                    let official = self.of.official.iter().find(|one| {
                        n == 0 && series == Series::InflowTotal && one.year == year.year && year.months == 12
                    });
                    row.extend(match official {
                        Some(one) => [
                            Cell::Number(one.between.0, 0),
                            Cell::Number(one.between.1, 0),
                            Cell::word(one.made.clone()),
                        ],
                        None => [Cell::None, Cell::None, Cell::None],
                    });
                    rows.push(row);
                }
            }
        }
        let more = if self.of.scenarios.len() > 1 { format!(" {}", w.same) } else { String::new() };
        let about = format!("{}{more} {}", w.inflow_about, w.steps);
        sheet("inflow", w.inflow, about, 2, head, rows)
    }

    fn means(&self) -> Sheet {
        let w = self.words();
        let head = Sheet::head([
            ("scenario", w.scenario),
            ("year", w.year),
            ("first", w.first),
            ("repeat", w.repeat),
            ("family", w.family),
            ("total", w.total),
        ]);
        let parts = [Series::InflowFirst, Series::InflowRepeat, Series::InflowFamily];
        let mut rows = Vec::new();
        for (n, told) in self.of.scenarios.iter().enumerate() {
            let view = self.view(told);
            if n > 0 && view.differences_of(Series::InflowTotal).is_some_and(|one| !one.moves()) {
                continue;
            }
            for year in &told.outcome.years {
                let means: Vec<f64> = parts.iter().filter_map(|series| year.band(*series).mean).collect();
                if means.len() < parts.len() {
                    continue;
                }
                let (rounded, total) = controlled(&means, STEP);
                let mut row = vec![self.scenario(told), Cell::Word(year.year.to_string(), view.year(year))];
                row.extend(rounded.into_iter().chain([total]).map(|value| Cell::Number(value, 0)));
                rows.push(row);
            }
        }
        sheet("inflow_means", w.means, w.means_about.to_owned(), 1, head, rows)
    }

    fn reception(&self) -> Sheet {
        let w = self.words();
        let head = Sheet::head([
            ("scenario", w.scenario),
            ("day", w.day),
            ("low_p10", w.low),
            ("middle", self.middle()),
            ("high_p90", w.high),
            ("places", w.places),
            ("too_few", w.short),
        ]);
        let mut rows = Vec::new();
        for told in &self.of.scenarios {
            let view = self.view(told);
            let bands = (view.bands(Series::ReceptionNeed), view.bands(Series::ReceptionPlaces));
            let (Some(need), Some(places)) = bands else { continue };
            for chance in &told.chances {
                let day = Cell::Word(chance.day.to_string(), self.language.date(chance.day));
                let mut row = vec![self.scenario(told), day];
                row.extend(low_middle_high(Series::ReceptionNeed, &need[chance.row]));
                row.extend([
                    of(Series::ReceptionPlaces, places[chance.row].centre()),
                    Cell::Share(chance.share),
                ]);
                rows.push(row);
            }
        }
        sheet("reception", w.reception, w.reception_about.to_owned(), 1, head, rows)
    }

    fn peaks(&self) -> Sheet {
        let w = self.words();
        let head = Sheet::head([
            ("year", w.year),
            ("month", w.month),
            ("share", w.share),
            ("low_p10", w.low),
            ("middle", self.middle()),
            ("high_p90", w.high),
        ]);
        let rows = self.first().peaks.iter().map(|peak| {
            let month = self.language.month(peak.month);
            let id = peak.month.to_string().get(..7).unwrap_or_default().to_owned();
            let mut row =
                vec![Cell::word(peak.year.to_string()), Cell::Word(id, month), Cell::Share(peak.share)];
            row.extend(low_middle_high(Series::InflowTotal, &peak.inflow));
            row
        });
        sheet("busiest_month", w.peaks, w.peaks_about.to_owned(), 0, head, rows.collect())
    }

    fn differences(&self) -> Sheet {
        let w = self.words();
        let head = Sheet::head([
            ("scenario", w.scenario),
            ("series", w.outcome),
            ("unit", w.unit),
            ("year", w.year),
            ("low_p10", w.low),
            ("middle", self.middle()),
            ("high_p90", w.high),
            ("above", w.above),
            ("below", w.below),
        ]);
        let mut rows = Vec::new();
        for told in &self.of.scenarios[1..] {
            let Some(reference) = &told.outcome.reference else { continue };
            let effects =
                reference.movers().into_iter().filter(|one| interest(one.series) != Interest::Means);
            for one in effects.take(DIFFERING) {
                let unit = one.series.unit();
                for (year, difference) in told.outcome.years.iter().zip(&one.years) {
                    let band = &difference.band;
                    let mut row = vec![
                        self.scenario(told),
                        self.series(one.series),
                        Cell::Word(unit.to_owned(), self.language.unit_word(unit)),
                        Cell::Word(year.year.to_string(), self.view(told).year(year)),
                    ];
                    row.extend(
                        [band.quantiles[1], band.centre(), band.quantiles[5]]
                            .map(|value| change(one.series, value)),
                    );
                    row.extend([Cell::Share(difference.above), Cell::Share(difference.below)]);
                    rows.push(row);
                }
            }
        }
        let about = format!("{} {}", w.differences_about, w.steps);
        sheet("differences", w.differences, about, 3, head, rows)
    }

    fn record(&self) -> Sheet {
        let w = self.words();
        let head = Sheet::head([
            ("outcome", w.outcome),
            ("years", w.year),
            ("figures", w.count),
            ("error", w.error),
            ("bias", w.bias),
            ("inside_80", w.inside),
            ("limit_met", w.met),
            ("standing", w.standing),
        ]);
        let rows = self.of.record.iter().map(|one| {
            let (id, said) = match one.met {
                Some(true) => ("yes", w.yes),
                Some(false) => ("no", w.no),
                None => ("", w.no_limit),
            };
            vec![
                Cell::Word(one.target.name.clone(), one.target.definition.to(self.language).to_owned()),
                Cell::Word(one.years.clone(), one.years.replace('/', "–")),
                Cell::Number(f64::from(one.n), 0),
                Cell::Share(one.error),
                Cell::SignedShare(one.bias),
                Cell::Number(f64::from(one.inside), 0),
                Cell::Word(id.to_owned(), said.to_owned()),
                Cell::word(grade(one.standing)),
            ]
        });
        let made = self.of.record.first().map(|one| one.made.parse().ok().map(|day| self.language.date(day)));
        let about = fill(w.record_about, &[("made", &made.flatten().unwrap_or_default())]);
        sheet("record", w.record, about, 0, head, rows.collect())
    }

    fn rounds(&self) -> Sheet {
        let w = self.words();
        let head = Sheet::head([
            ("year", w.year),
            ("made", w.made),
            ("official", w.official),
            ("came", w.came),
            ("error_official", w.error_official),
            ("error_year_before", w.error_before),
        ]);
        let rows: Vec<Vec<Cell>> = self
            .of
            .rounds
            .iter()
            .map(|one| {
                vec![
                    Cell::word(one.year.to_string()),
                    Cell::Word(one.made.to_string(), self.language.month(one.made.first())),
                    Cell::Number(one.official, 0),
                    Cell::Number(one.came, 0),
                    Cell::SignedShare(one.official / one.came - 1.0),
                    Cell::SignedShare(one.year_before / one.came - 1.0),
                ]
            })
            .collect();
        let about = fill(w.rounds_about, &[("n", &rows.len().to_string())]);
        sheet("official_forecasts", w.rounds, about, 0, head, rows)
    }

    /// The values of the first scenario that are an assumption or of grade C.
    pub(super) fn assumed(&self) -> Vec<&'a Provenance> {
        let values = self.first().outcome.provenance.iter();
        values.filter(|one| one.is_assumed() || one.standing == "C").collect()
    }

    fn assumptions(&self) -> Sheet {
        let w = self.words();
        let view = self.view(self.first());
        let head = Sheet::head([
            ("name", w.name),
            ("value", w.value),
            ("range", w.range),
            ("grade_or_status", w.grade),
            ("source", w.source),
        ]);
        let rows = self.assumed().into_iter().map(|one| {
            vec![
                Cell::Word(one.name.clone(), capital(&view.lever(&one.name))),
                Cell::Word(one.value.clone(), view.written(&one.value)),
                Cell::Word(one.range.clone(), view.written_range(&one.range)),
                Cell::Word(one.standing.clone(), self.language.standing(&one.standing)),
                Cell::Word(one.source.en.clone(), view.source(one.source.to(self.language))),
            ]
        });
        sheet("assumptions", w.assumptions, w.assumptions_about.to_owned(), 0, head, rows.collect())
    }

    fn sources(&self) -> Sheet {
        let w = self.words();
        let head = Sheet::head([("for", w.for_what), ("year", w.year), ("source", w.source)]);
        let past = |one: &Past| {
            vec![self.series(one.series), Cell::word(one.year.to_string()), Cell::word(one.source.clone())]
        };
        let mut rows: Vec<Vec<Cell>> = self.of.past.iter().map(past).collect();
        for one in &self.of.official {
            let year = one.year.to_string();
            let said = fill(w.of_forecast, &[("year", &year)]);
            rows.push(vec![
                Cell::Word("official_forecast".to_owned(), capital(&said)),
                Cell::word(year),
                Cell::word(one.source.clone()),
            ]);
        }
        if let Some(one) = &self.of.needed {
            rows.push(vec![
                Cell::Word("places_needed".to_owned(), capital(w.of_needed)),
                Cell::word(one.day.year().to_string()),
                Cell::word(one.source.clone()),
            ]);
        }
        sheet("sources", w.sources, w.sources_about.to_owned(), 0, head, rows)
    }

    /// The months of every series that a chart shows as a fan.
    fn months(&self) -> Vec<Sheet> {
        let w = self.words();
        let mut shown: Vec<Series> = Vec::new();
        for name in &self.of.charts {
            let chart = CHARTS.iter().find(|chart| chart.name == name);
            shown.extend(chart.into_iter().flat_map(|chart| chart.fans()));
        }
        let mut seen = Vec::new();
        shown.retain(|series| {
            !seen.contains(series) && {
                seen.push(*series);
                true
            }
        });
        shown.into_iter().map(|series| self.months_of(series, w)).collect()
    }

    fn months_of(&self, series: Series, w: &Words) -> Sheet {
        let head = Sheet::head([
            ("scenario", w.scenario),
            ("date", w.date),
            ("p05", "p05"),
            ("p10", "p10"),
            ("p25", "p25"),
            ("p50", "p50"),
            ("p75", "p75"),
            ("p90", "p90"),
            ("p95", "p95"),
            ("mean", self.language.texts().mean),
        ]);
        let mut rows = Vec::new();
        for (n, told) in self.of.scenarios.iter().enumerate() {
            let view = self.view(told);
            if n > 0 && view.differences_of(series).is_some_and(|one| !one.moves()) {
                continue;
            }
            let Some(bands) = view.bands(series) else { continue };
            for (date, band) in told.outcome.dates.iter().zip(bands) {
                let mut row = vec![self.scenario(told), Cell::word(date.to_string())];
                row.extend(band.quantiles.into_iter().chain([band.mean]).map(|value| of(series, value)));
                rows.push(row);
            }
        }
        let name = capital(self.language.series(series));
        let title = fill(w.months_title, &[("series", &name)]);
        let unit = self.language.unit_word(series.unit());
        sheet(
            &format!("months_{}", series.id()),
            &title,
            format!("{} ({unit})", w.months_about),
            1,
            head,
            rows,
        )
    }

    fn series(&self, series: Series) -> Cell {
        Cell::Word(series.id().to_owned(), capital(self.language.series(series)))
    }
}

fn sheet(
    name: &str,
    title: &str,
    about: String,
    groups: usize,
    head: Vec<super::sheet::Head>,
    rows: Vec<Vec<Cell>>,
) -> Sheet {
    Sheet { name: name.to_owned(), title: title.to_owned(), about, groups, head, rows, mark: None }
}

/// The letter of a standing.
pub(super) const fn grade(standing: Standing) -> &'static str {
    match standing {
        Standing::A => "A",
        Standing::B => "B",
        Standing::C => "C",
    }
}

fn low_middle_high(series: Series, band: &Band) -> [Cell; 3] {
    [band.quantiles[1], band.centre(), band.quantiles[5]].map(|value| of(series, value))
}

/// A value of a series: persons in tens, the others as they are.
fn of(series: Series, value: Option<f64>) -> Cell {
    match series.kind() {
        SeriesKind::Ratio => value.map_or(Cell::None, Cell::Share),
        SeriesKind::Wait => Cell::number(value, 1),
        SeriesKind::Stock | SeriesKind::Flow if is_money(series) => Cell::number(value, 1),
        SeriesKind::Stock | SeriesKind::Flow if counts_persons(series) => Cell::persons(value),
        SeriesKind::Stock | SeriesKind::Flow => Cell::number(value.map(f64::round), 0),
    }
}

fn change(series: Series, value: Option<f64>) -> Cell {
    match of(series, value) {
        Cell::Number(value, decimals) => Cell::Signed(value, decimals),
        Cell::Share(share) => Cell::SignedShare(share),
        other => other,
    }
}

fn counts_persons(series: Series) -> bool {
    ["persons", "households"].contains(&series.unit())
}
