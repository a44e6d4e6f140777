//! Puts layers on top of each other, row by row of the catalogue.

use super::codes;
use super::layers::Layers;
use super::number::{self, show};
use super::problems::{Problems, Spot, both, none};
use super::scenario::LegalStatus;
use super::table::{LeverTable, UncertaintyTable, Written};
use crate::policy::{Binds, Declaration, Grade, Kind, Shape, levers};
use crate::time::Day;

/// Where a value comes from.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) layer: usize,
    pub(super) spot: Spot,
    pub(super) source: Option<String>,
    /// The source in Dutch.
    pub(super) source_nl: Option<String>,
    pub(super) status: LegalStatus,
    pub(super) lapsed_on: Option<Day>,
    pub(super) overrides: bool,
}

/// A step after merging.
#[derive(Clone, Debug)]
pub(super) struct MergedStep {
    pub(super) day: Day,
    pub(super) values: Vec<f64>,
    pub(super) from: Said,
}

/// What the layers together say of one row.
#[derive(Clone, Debug)]
pub(super) struct Merged {
    pub(super) initial: Option<(Vec<f64>, Said)>,
    pub(super) steps: Vec<MergedStep>,
    pub(super) binds: Binds,
    pub(super) removed: Option<LegalStatus>,
    /// Layers of which something was replaced.
    pub(super) replaced: Vec<usize>,
    pub(super) range: Option<((f64, f64), Spot)>,
    pub(super) shape: Shape,
    pub(super) grade: Option<Grade>,
    pub(super) layer: Option<usize>,
}

/// What merging needs to know of the whole.
#[derive(Copy, Clone, Debug)]
pub(super) struct Frame {
    /// First day of the run, if any layer says so.
    pub(super) start: Option<Day>,
    /// Last day of the run.
    pub(super) end: Option<Day>,
    /// Whether the layers stand on their own, with nothing beneath them.
    pub(super) alone: bool,
}

impl Merged {
    fn empty(row: &Declaration) -> Merged {
        Merged {
            initial: None,
            steps: Vec::new(),
            binds: row.binds,
            removed: None,
            replaced: Vec::new(),
            range: None,
            shape: Shape::Pert,
            grade: None,
            layer: None,
        }
    }

    /// What holds just before a day, or at its beginning.
    fn before(&self, day: Day) -> Option<&[f64]> {
        let step = self.steps.iter().rev().find(|s| s.day < day).map(|s| s.values.as_slice());
        step.or(self.initial.as_ref().map(|(values, _)| values.as_slice()))
    }

    /// Whether what holds just before a day is law that lapses.
    fn lapses(&self, day: Day) -> bool {
        let step = self.steps.iter().rev().find(|s| s.day < day).map(|s| &s.from);
        step.or(self.initial.as_ref().map(|(_, said)| said)).is_some_and(|said| said.lapsed_on.is_some())
    }

    /// What holds on a day.
    pub(super) fn at(&self, day: Day) -> Option<&[f64]> {
        self.before(day.next()).or(self.steps.first().map(|s| s.values.as_slice()))
    }

    /// Whether anything has been said of the row.
    pub(super) fn is_empty(&self) -> bool {
        self.initial.is_none() && self.steps.is_empty()
    }
}

/// What is done to the rows while they are being merged.
pub(super) type Between<'a> = &'a mut dyn FnMut(&mut Problems, &mut [Merged]);

/// Merges all layers, in order.
///
/// `between` is called when so many layers lie on top of each other, with the rows as they are then.
pub(super) fn merge(
    problems: &mut Problems,
    layers: &Layers,
    frame: Frame,
    between: (usize, Between),
) -> Vec<Merged> {
    let mut rows: Vec<Merged> = levers::all().map(Merged::empty).collect();
    for (layer, applied) in layers.list.iter().enumerate() {
        if layer == between.0 {
            between.1(problems, &mut rows);
        }
        for table in &applied.document.levers {
            lever(problems, &mut rows[table.row], table, layer, frame);
        }
        for table in &applied.document.uncertainties {
            uncertainty(problems, &mut rows[table.row], table, layer, frame);
        }
    }
    super::overlap::tell(problems, layers);
    rows
}

fn lever(problems: &mut Problems, merged: &mut Merged, table: &LeverTable, layer: usize, frame: Frame) {
    let row = levers::declaration(table.row);
    let status = table.status.unwrap_or(LegalStatus::Hypothetical);
    let inherited = merged.layer.is_some();
    merged.layer = Some(layer);
    if let Some(binds) = table.binds {
        merged.binds = binds;
    }
    let origin = |written: &Written| Said {
        layer,
        spot: written.spot,
        source: written.source.clone().or_else(|| table.source.clone()),
        // A step with a source of its own does not take the Dutch one of its table.
        source_nl: if written.source.is_some() { &written.source_nl } else { &table.source_nl }.clone(),
        status: written.status.unwrap_or(status),
        // A step with a status of its own does not lapse with its table.
        lapsed_on: if written.status.is_some() { written.lapsed_on } else { table.lapsed_on },
        overrides: inherited,
    };
    if let (Some(spot), Some(start)) = (table.never, frame.start) {
        let count = merged.steps.len();
        merged.steps.retain(|s| s.day <= start);
        if merged.steps.len() < count {
            merged.removed = Some(status);
        } else if table.sound && table.steps.is_empty() {
            no_effect(
                problems,
                spot,
                row,
                "er is na de start niets om weg te halen",
                "there is nothing after the start to remove",
            );
        }
    }
    if let Some(written) = &table.initial {
        let before = merged.initial.as_ref().map(|(values, _)| values.clone());
        let values = fill(problems, row, written, before.as_deref(), frame);
        let first = merged
            .steps
            .first()
            .map(|s| s.day)
            .into_iter()
            .chain(table.steps.first().and_then(|s| s.from))
            .min();
        if before.as_ref() == Some(&values) {
            no_effect(problems, written.spot, row, "dit gold al", "this held already");
        } else if let (true, Some(first), Some(start)) = (inherited, first, frame.start)
            && first <= start
        {
            let nl = format!("initial geldt voor {first}, en de simulatie begint op {start}");
            let en = format!("initial holds before {first}, and the run begins on {start}");
            no_effect(problems, written.spot, row, &nl, &en);
        }
        if let Some((_, said)) = merged.initial.replace((values, origin(written))) {
            merged.replaced.push(said.layer);
        }
    }
    if let Some(first) = table.steps.first().and_then(|s| s.from) {
        merged.replaced.extend(merged.steps.iter().filter(|s| s.day >= first).map(|s| s.from.layer));
        merged.steps.retain(|s| s.day < first);
    }
    for written in &table.steps {
        let Some(day) = written.from else { continue };
        let before = merged.before(day).map(<[f64]>::to_vec);
        let values = fill(problems, row, written, before.as_deref(), frame);
        // The same number under another law is news where the old law lapsed.
        if before.as_ref() == Some(&values) && !merged.lapses(day) {
            no_effect(problems, written.spot, row, "dit gold al", "this held already");
        }
        merged.steps.push(MergedStep { day, values, from: origin(written) });
    }
    // What is put off rests on who puts it off, and not on the law that would have been.
    let put_off = |spot| Said {
        layer,
        spot,
        source: table.source.clone(),
        source_nl: table.source_nl.clone(),
        status,
        lapsed_on: None,
        overrides: inherited,
    };
    shift(problems, merged, table, row, frame, &put_off);
    for (at, step) in merged.steps.iter().enumerate().filter(|(_, s)| s.from.layer == layer) {
        outside(problems, step, merged.steps.get(at + 1).map(|s| s.day), row, frame);
    }
}

fn shift(
    problems: &mut Problems,
    merged: &mut Merged,
    table: &LeverTable,
    row: &Declaration,
    frame: Frame,
    put_off: &dyn Fn(Spot) -> Said,
) {
    let (Some((period, spot)), Some(start)) = (table.shift, frame.start) else { return };
    let late = merged.steps.iter_mut().filter(|s| s.day > start);
    let mut moved = false;
    for step in late {
        moved = true;
        let day = period.after(step.day).filter(|d| *d <= super::dates::bounds().1);
        match day {
            Some(day) if day > start => (step.day, step.from) = (day, put_off(spot)),
            Some(day) => {
                problems.error(
                    codes::SHIFT,
                    spot,
                    both(
                        format!(
                            "deze verschuiving brengt {} naar {day}, niet na de start op {start}",
                            step.day
                        ),
                        format!(
                            "this shift moves {} to {day}, which is not after the start on {start}",
                            step.day
                        ),
                    ),
                    none(),
                    both(
                        "verschuif minder, of schrijf de stappen zelf",
                        "shift by less, or write the steps yourself",
                    ),
                );
                return;
            }
            None => {
                problems.error(
                    codes::SHIFT,
                    spot,
                    both("deze verschuiving is te groot", "this shift is too large"),
                    none(),
                    both("schrijf bijvoorbeeld \"6 maanden\"", "write for example \"6 months\""),
                );
                return;
            }
        }
    }
    if !moved && table.sound {
        no_effect(
            problems,
            spot,
            row,
            "er is na de start niets om te verschuiven",
            "there is nothing after the start to shift",
        );
    }
    // Two dates at the end of a month may have become one: what was later wins.
    merged.steps.reverse();
    merged.steps.dedup_by_key(|s| s.day);
    merged.steps.reverse();
}

/// Warns about a step outside the run; `next` is the day of the step that follows it.
fn outside(problems: &mut Problems, step: &MergedStep, next: Option<Day>, row: &Declaration, frame: Frame) {
    let own = !problems.sources[step.from.spot.file].embedded;
    if let Some(start) = frame.start.filter(|start| own && step.day < *start) {
        let (becomes, cure) = match next.filter(|next| *next <= start) {
            None => (
                [
                    format!("dat geldt vanaf de start op {start}"),
                    format!("that holds from the start on {start}"),
                ],
                both(
                    "laat het staan als dat de bedoeling is; schrijf anders een latere datum",
                    "leave it if that is meant; else write a later date",
                ),
            ),
            Some(next) => (
                [
                    format!("de stap van {next}, ook niet na de start, vervangt dat: het heeft geen gevolg"),
                    format!("the step of {next}, not after the start either, replaces it: it has no effect"),
                ],
                both(
                    "laat de regel weg, of schrijf een latere datum",
                    "leave the line out, or write a later date",
                ),
            ),
        };
        problems.warning(
            codes::OUTSIDE,
            step.from.spot,
            both(
                format!("{} stapt op {}, voor de simulatie begint: {}", row.name, step.day, becomes[0]),
                format!("{} steps on {}, before the run begins: {}", row.name, step.day, becomes[1]),
            ),
            none(),
            cure,
        );
    }
    let Some(end) = frame.end.filter(|end| step.day > *end) else { return };
    problems.warning(
        codes::OUTSIDE,
        step.from.spot,
        both(
            format!("{} stapt op {}, na het einde van de simulatie op {end}", row.name, step.day),
            format!("{} steps on {}, after the run ends on {end}", row.name, step.day),
        ),
        none(),
        both("maak de looptijd langer of de datum eerder", "make the horizon longer or the date earlier"),
    );
}

fn uncertainty(
    problems: &mut Problems,
    merged: &mut Merged,
    table: &UncertaintyTable,
    layer: usize,
    frame: Frame,
) {
    let row = levers::declaration(table.row);
    let (inherited, inherited_range) = (merged.initial.clone(), merged.range);
    merged.layer = Some(layer);
    if let Some(written) = &table.value {
        let before = inherited.as_ref().map(|(values, _)| values.as_slice());
        let values = fill(problems, row, written, before, frame);
        let from = Said {
            layer,
            spot: written.spot,
            source: table.source.clone(),
            source_nl: None,
            status: LegalStatus::Unknown,
            lapsed_on: None,
            overrides: inherited.is_some(),
        };
        merged.initial = Some((values, from));
        merged.grade = table.grade;
    } else if let (Some(source), Some((_, from))) = (&table.source, &mut merged.initial) {
        from.source = Some(source.clone());
    }
    merged.grade = table.grade.or(merged.grade);
    merged.shape = table.shape.unwrap_or(merged.shape);
    merged.range = if table.held { None } else { table.range.or(merged.range) };
    let Some((values, from)) = &merged.initial else {
        if table.sound && !frame.alone {
            problems.error(
                codes::MISSING,
                table.key,
                both(
                    format!("{} heeft hier geen waarde, en ook niet in een laag eronder", row.name),
                    format!("{} has no value here, nor in a layer beneath", row.name),
                ),
                none(),
                both("zet er value = ... bij", "add value = ..."),
            );
        }
        return;
    };
    contains(problems, row, values, from, merged.range, table);
    let same = inherited.as_ref().is_some_and(|(before, _)| before == values)
        && inherited_range.map(|r| r.0) == merged.range.map(|r| r.0);
    if let (true, Some(written), true) = (same, &table.value, table.shape.is_none()) {
        no_effect(problems, written.spot, row, "dit gold al", "this held already");
    }
}

/// Complains when the range does not contain the value.
fn contains(
    problems: &mut Problems,
    row: &Declaration,
    values: &[f64],
    from: &Said,
    range: Option<((f64, f64), Spot)>,
    table: &UncertaintyTable,
) {
    let (Some(((low, high), place)), [value]) = (range, values) else { return };
    if (low..=high).contains(value) {
        return;
    }
    let spot = if table.range.is_some() { place } else { from.spot };
    let (low_cure, high_cure) = (show(low.min(*value)), show(high.max(*value)));
    problems.error(
        codes::RANGE,
        spot,
        both(
            format!(
                "de bandbreedte van {} loopt van {} tot {} en bevat de waarde {} niet",
                row.name,
                show(low),
                show(high),
                show(*value)
            ),
            format!(
                "the range of {} runs from {} to {} and does not contain the value {}",
                row.name,
                show(low),
                show(high),
                show(*value)
            ),
        ),
        none(),
        both(
            format!("schrijf bijvoorbeeld range = [{low_cure}, {high_cure}]"),
            format!("write for example range = [{low_cure}, {high_cure}]"),
        ),
    );
}

/// Fills the keys that were left out with what held before, and checks the whole.
pub(super) fn fill(
    problems: &mut Problems,
    row: &Declaration,
    written: &Written,
    before: Option<&[f64]>,
    frame: Frame,
) -> Vec<f64> {
    let mut missing = Vec::new();
    let mut values = Vec::with_capacity(written.values.len());
    for (place, number) in written.values.iter().enumerate() {
        let number = number.or_else(|| before.and_then(|b| b.get(place).copied()));
        if number.is_none() {
            missing.push(row.kind.keys().and_then(|keys| keys.get(place).copied()).unwrap_or("?"));
        }
        values.push(number.unwrap_or(row.range.0));
    }
    if !missing.is_empty() {
        if !frame.alone {
            let list = missing.join(", ");
            problems.error(
                codes::MISSING_PART,
                written.spot,
                both(
                    format!("{} mist sleutels, en er gold eerder niets", row.name),
                    format!("{} lacks keys, and nothing held before", row.name),
                ),
                none(),
                both(format!("geef ook {list} een waarde"), format!("give {list} a value too")),
            );
        }
        return values;
    }
    let sum: f64 = values.iter().sum();
    let shown: Vec<f64> = values.iter().map(|n| rounded(*n)).collect();
    if matches!(row.kind, Kind::Mix(_)) && (sum - 1.0).abs() > 1e-6 {
        problems.error(
            codes::SUM,
            written.spot,
            both(
                format!("de delen van {} tellen op tot {}, niet tot 1", row.name, show(rounded(sum))),
                format!("the parts of {} add up to {}, not to 1", row.name, show(rounded(sum))),
            ),
            none(),
            both(
                format!(
                    "het geheel is nu {}: verander een deel met {}",
                    number::written(row, &shown),
                    show(rounded(1.0 - sum))
                ),
                format!(
                    "the whole is now {}: change a part by {}",
                    number::written(row, &shown),
                    show(rounded(1.0 - sum))
                ),
            ),
        );
    }
    values
}

fn rounded(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}

fn no_effect(problems: &mut Problems, spot: Spot, row: &Declaration, nl: &str, en: &str) {
    problems.warning(
        codes::NO_EFFECT,
        spot,
        both(
            format!("deze regel van {} verandert niets", row.name),
            format!("this line of {} changes nothing", row.name),
        ),
        both(nl, en),
        both("laat de regel weg, of kijk de waarde na", "leave the line out, or check the value"),
    );
}
