//! The record of forecasts: rolled, as tables, and in words.

use super::console::Console;
use super::exit::Stop;
use super::language::pick;
use super::progress::Progress;
use super::table;
use crate::diagnostic::{Language, Text};
use crate::study::forecast::{
    BEFORE, Counts, JOINT, Judged, OURS, Rules, SUM, Skill, Summary, Target, origins, roll_sum, skills,
    summaries,
};
use crate::time::Month;

/// Every forecast of the past, and what it scored.
pub(super) struct Scores {
    judged: Vec<Judged>,
    /// Over all groups first, with an empty name; then by group where there are several.
    summaries: Vec<Summary>,
    skills: Vec<Skill>,
}

/// Rolls every series.
pub(super) fn roll(
    console: &Console,
    series: &[Counts],
    rules: &Rules,
    from: Option<Month>,
) -> Result<Scores, Stop> {
    let all = series.iter().map(|counts| origins(counts, rules.delay).count()).sum::<usize>();
    let progress = Progress::of(
        console,
        u32::try_from(all).unwrap_or(u32::MAX),
        ("ramingen van toen", "past forecasts"),
    );
    let mut done = 0;
    let mut judged = Vec::new();
    for counts in series {
        judged.extend(self::of(counts, rules, from, &mut || {
            done += 1;
            progress.done(done);
        }));
    }
    progress.end();
    if judged.is_empty() {
        let most = series.iter().map(|counts| counts.values.len()).max().unwrap_or(0);
        let needed = BEFORE + 3 + rules.delay;
        return Err(Stop::BadInput(Text::new(
            format!(
                "--score: er is geen kwartaal waarop een raming te toetsen is; de reeks heeft {most} maanden en er zijn er {needed} nodig (49 voor een jaar vooruit), en --from mag niet te laat zijn"
            ),
            format!(
                "--score: there is no quarter at which a forecast can be judged; the series has {most} months and {needed} are needed (49 for a year ahead), and --from must not be too late"
            ),
        )));
    }
    let mut rows = summaries("", &judged);
    if series.len() > 1 {
        for counts in series {
            let own: Vec<Judged> = judged.iter().filter(|j| j.group == counts.group).cloned().collect();
            rows.extend(summaries(&counts.group, &own));
        }
    }
    let skills = skills(&judged, rules.luck.seed);
    // A group without a name beside others is a total that the file brings itself.
    if series.len() > 1 && series.iter().all(|counts| !counts.group.is_empty()) {
        let sum: Vec<Judged> = roll_sum(series, rules)
            .into_iter()
            .filter(|j| from.is_none_or(|from| j.origin >= from))
            .collect();
        rows.extend(summaries(SUM, &sum));
        judged.extend(sum);
    }
    Ok(Scores { judged, summaries: rows, skills })
}

fn of(counts: &Counts, rules: &Rules, from: Option<Month>, done: &mut dyn FnMut()) -> Vec<Judged> {
    let judged = crate::study::forecast::roll(counts, rules, done);
    judged.into_iter().filter(|one| from.is_none_or(|from| one.origin >= from)).collect()
}

impl Scores {
    /// `scores.csv`: a row a method, target and group.
    pub(super) fn table(&self) -> String {
        let mut text =
            "group,method,target,n,crps,crps_log,interval_score,cover50,cover80,cover90,bias,bias_ratio\n"
                .to_owned();
        for s in &self.summaries {
            let [c50, c80, c90] = s.cover;
            text.push_str(&format!(
                "{},{},{},{},{:.3},{:.5},{:.3},{c50:.4},{c80:.4},{c90:.4},{:.3},{:.5}\n",
                field(&s.group),
                s.method,
                s.target.id(),
                s.n,
                s.crps,
                s.crps_log,
                s.interval,
                s.bias,
                s.bias_ratio
            ));
        }
        text
    }

    /// `skill.csv`: ours against each baseline.
    pub(super) fn skill_table(&self) -> String {
        let mut text = "against,ours,theirs,skill,skill_p05,skill_p95,n,groups\n".to_owned();
        for s in &self.skills {
            let (low, high) = s.between;
            text.push_str(&format!(
                "{},{:.5},{:.5},{:.4},{low:.4},{high:.4},{},{}\n",
                s.against.id(),
                s.ours,
                s.theirs,
                s.skill,
                s.n,
                s.groups
            ));
        }
        text
    }

    /// `origins.csv`: a row a forecast.
    pub(super) fn origins(&self) -> String {
        let mut text =
            "group,method,origin,target,outcome,p05,p10,p25,p50,p75,p90,p95,crps,crps_log,interval_score\n"
                .to_owned();
        for j in &self.judged {
            let quantiles: Vec<String> =
                j.band.quantiles.iter().map(|q| q.map_or_else(String::new, |x| format!("{x:.1}"))).collect();
            text.push_str(&format!(
                "{},{},{},{},{},{},{:.3},{:.5},{:.3}\n",
                field(&j.group),
                j.method,
                j.origin,
                j.target.id(),
                j.outcome,
                quantiles.join(","),
                j.crps,
                j.crps_log,
                j.interval
            ));
        }
        text
    }

    /// For the terminal: the year first, then the months.
    pub(super) fn text(&self, language: Language) -> String {
        let mut text = String::new();
        let mut targets: Vec<Target> = Target::all().collect();
        targets.rotate_right(1);
        for target in targets {
            let rows: Vec<&Summary> =
                self.summaries.iter().filter(|s| s.target == target && s.group.is_empty()).collect();
            let Some(n) = rows.first().map(|row| row.n) else { continue };
            text.push_str(&heading(target, n, language));
            text.push_str(&table::columns(&lines(&rows, language)));
            text.push('\n');
        }
        for skill in &self.skills {
            text.push_str(&line(skill, language));
        }
        text.push_str(&self.sum(language));
        text
    }
}

impl Scores {
    /// Whether it helps to forecast the groups together: the log score of their sum over a year.
    fn sum(&self, language: Language) -> String {
        let of = |method: &str| {
            let found = |s: &&Summary| s.group == SUM && s.target == Target::Year && s.method == method;
            self.summaries.iter().find(found)
        };
        let (Some(own), Some(joint)) = (of(OURS), of(JOINT)) else { return String::new() };
        let (n, own, joint) = (own.n, format!("{:.3}", own.crps_log), format!("{:.3}", joint.crps_log));
        pick(
            language,
            format!("Som van de groepen: {joint} uit de groepen samen, {own} als eigen reeks ({n} jaren)\n"),
            format!(
                "Sum of the groups: {joint} from the groups together, {own} as a series of its own ({n} years)\n"
            ),
        )
    }
}

fn heading(target: Target, n: usize, language: Language) -> String {
    match target {
        Target::Year => pick(
            language,
            format!("Som van de volgende 12 maanden, {n} ramingen\n"),
            format!("Sum of the next 12 months, {n} forecasts\n"),
        ),
        Target::Month(lead) => pick(
            language,
            format!("Maand {lead} vooruit, {n} ramingen\n"),
            format!("Month {lead} ahead, {n} forecasts\n"),
        ),
    }
}

fn lines(rows: &[&Summary], language: Language) -> Vec<Vec<String>> {
    let head = pick(
        language,
        ["  methode", "CRPS", "log-CRPS", "WIS", "in 50 %", "in 80 %", "in 90 %", "afwijking", "afwijking %"],
        ["  method", "CRPS", "log CRPS", "WIS", "in 50 %", "in 80 %", "in 90 %", "bias", "bias %"],
    );
    let mut lines = vec![head.map(str::to_owned).to_vec()];
    for row in rows {
        let mut cells = vec![format!("  {}", row.method)];
        cells.extend([
            format!("{:.0}", row.crps),
            format!("{:.3}", row.crps_log),
            format!("{:.0}", row.interval),
        ]);
        cells.extend(row.cover.map(|share| format!("{:.0}", 100.0 * share)));
        cells.extend([format!("{:+.0}", row.bias), format!("{:+.1}", 100.0 * row.bias_ratio)]);
        lines.push(cells);
    }
    lines
}

fn line(skill: &Skill, language: Language) -> String {
    let (low, high) = skill.between;
    let percent = |share: f64| format!("{:+.1}", 100.0 * share);
    let (ours, theirs) = (format!("{:.3}", skill.ours), format!("{:.3}", skill.theirs));
    let [gain, low, high] = [skill.skill, low, high].map(percent);
    let (n, groups, against) = (skill.n, skill.groups, skill.against.id());
    pick(
        language,
        format!(
            "{OURS} {ours} tegen {against} {theirs}: {gain} % (90 %: {low} tot {high}; {n} jaren, {groups} reeksen)\n"
        ),
        format!(
            "{OURS} {ours} against {against} {theirs}: {gain} % (90 %: {low} to {high}; {n} years, {groups} series)\n"
        ),
    )
}

/// A field of a table, between quotes where it needs them.
fn field(text: &str) -> String {
    match text.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text.to_owned(),
    }
}
