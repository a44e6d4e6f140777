//! `sweep slurm`: a job array for a cluster, and the job that puts its parts together.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::super::console::Console;
use super::super::exit::{Code, Stop};
use super::super::help;
use super::{folder, prepare};
use crate::diagnostic::{Language, Text};

pub(super) fn command(language: Language, plan: Arg, out: Arg) -> Command {
    let number = |id, name, usual: &'static str, help| {
        super::super::help::option(language, id, name, help)
            .value_parser(value_parser!(u64).range(1..100_000))
            .default_value(usual)
    };
    help::command(
        language,
        "slurm",
        (
            "Schrijft een jobarray voor Slurm en de job die de delen samenvoegt",
            "Writes a job array for Slurm and the job that puts the parts together",
        ),
        &[("doorstroom sweep slurm plan.toml --shards 16 --cores 32 > sweep.sh && bash sweep.sh", ("", ""))],
    )
    .arg(plan)
    .arg(out)
    .arg(number("shards", "N", "8", ("Aantal delen", "Number of parts")))
    .arg(number("cores", "N", "16", ("Kernen per deel", "Cores a part")))
    .arg(number("minutes", "N", "60", ("Minuten per poging", "Minutes an attempt")))
}

pub(super) fn call(console: &Console, matches: &ArgMatches) -> Result<Code, Stop> {
    let path = matches.get_one::<PathBuf>("plan").cloned().unwrap_or_default();
    prepare(console, &path)?;
    let number = |id: &str| matches.get_one::<u64>(id).copied().unwrap_or(1);
    let (shards, cores, minutes) = (number("shards"), number("cores"), number("minutes"));
    let program = std::env::current_exe().map_err(|error| {
        Stop::Failed(Text::new(
            format!("het programma is niet te vinden: {error}"),
            format!("the program is not found: {error}"),
        ))
    })?;
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let (plan, out) = (absolute(&path), absolute(&folder(matches, &path)));
    console.print(&script(&program, &plan, &out, shards, cores, minutes))?;
    Ok(Code::Done)
}

/// The script. A part that reaches its time ends with code 75 and is put back in the queue; the count of parts is said,
/// since a part that runs again alone would see an array of one.
fn script(program: &Path, plan: &Path, out: &Path, shards: u64, cores: u64, minutes: u64) -> String {
    let quoted = |path: &Path| format!("'{}'", path.display().to_string().replace('\'', "'\\''"));
    let (program, plan, out) = (quoted(program), quoted(plan), quoted(out));
    // Time to finish the runs at hand and to write them.
    let limit = (minutes * 60).saturating_sub(120).max(minutes * 30);
    format!(
        r#"#!/bin/bash
# {shards} parts of {cores} cores, and then the table of all runs. Submit with: bash THIS_FILE
set -euo pipefail
array=$(sbatch --parsable --job-name=doorstroom --array=1-{shards} --cpus-per-task={cores} \
    --time={minutes} --requeue --signal=B:TERM@60 --open-mode=append <<'JOB'
#!/bin/bash
{program} sweep {plan} --out {out} --shard "$SLURM_ARRAY_TASK_ID/{shards}" --threads {cores} --time-limit {limit} &
part=$!
trap 'kill -TERM $part' TERM
wait $part || code=$?
# A signal ends the first wait; the second waits for the part itself.
[ "${{code:-0}}" -lt 128 ] || {{ code=0; wait $part || code=$?; }}
case "${{code:-0}}" in
    75 | 130) scontrol requeue "${{SLURM_ARRAY_JOB_ID}}_${{SLURM_ARRAY_TASK_ID}}" ;;
    *) exit "${{code:-0}}" ;;
esac
JOB
)
sbatch --job-name=doorstroom-merge --dependency="afterok:$array" --time={minutes} <<'JOB'
#!/bin/bash
{program} sweep merge {out}
JOB
"#
    )
}
