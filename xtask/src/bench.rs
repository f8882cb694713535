//! How fast the program is as its user runs it: whole processes on invented papers of a fixed seed, beside a yardstick
//! that every machine has, in the same run, because times of a shared machine mean little and ratios much.

pub(crate) mod docket;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use rap_testkit::{Tongue, prose};

/// Bytes of each file of the folder: the size of a long submission.
const FILE_BYTES: usize = 300_000;
/// Files of the folder; together 60 MB.
const FILES: usize = 200;
/// How often each command runs; the median counts.
const RUNS: usize = 3;

/// What a run took.
#[derive(Copy, Clone)]
struct Cost {
    time: Duration,
    peak_kib: u64,
}

/// Times the lists and the report on one core and on all, and prints them as a Markdown table.
pub(crate) fn run(root: &Path) -> anyhow::Result<()> {
    let mut build = Command::new("cargo");
    if !build.args(["build", "--release", "--locked", "--bin", "rapporteur"]).current_dir(root).status()?.success() {
        bail!("the release build failed");
    }
    let program = root.join("target/release/rapporteur");
    let folder = std::env::temp_dir().join(format!("rapporteur-bench-{}", std::process::id()));
    let outcome = measure_all(root, &program, &folder);
    std::fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    outcome
}

fn measure_all(root: &Path, program: &Path, folder: &Path) -> anyhow::Result<()> {
    println!("| what | MB | s (median of {RUNS}) | MB/s | `wc -w` takes | peak MiB |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (name, tongue) in [("English", Tongue::English), ("Chinese", Tongue::Chinese)] {
        let papers = write_papers(&folder.join(name), tongue)?;
        let yardstick = median(|| cost(Command::new("wc").arg("-w").args(files(&papers)?)))?;
        for (threads, words) in [("1", "one core"), ("2", "two cores")] {
            let mut list = Command::new(program);
            list.args(["list", "statements", "--format", "jsonl", "--quiet", "--threads", threads]).arg(&papers);
            let list = median(|| cost(&mut list))?;
            row(&format!("list statements, {name}, {words}"), FILES * FILE_BYTES, list, yardstick);
        }
    }
    let symposium = root.join("../shared/corpus/symposium");
    if symposium.is_dir() {
        let mut report = Command::new(program);
        report.args(["report", "--quiet", "-o"]).arg(folder.join("out")).arg(&symposium);
        let report = median(|| cost(&mut report))?;
        println!("| report on one symposium | | {:.3} | | | {} |", report.time.as_secs_f64(), report.peak_kib / 1024);
    }
    Ok(())
}

fn row(what: &str, bytes: usize, cost: Cost, yardstick: Cost) {
    let (megabytes, seconds) = (bytes as f64 / 1e6, cost.time.as_secs_f64());
    let ratio = yardstick.time.as_secs_f64() / seconds;
    let (speed, peak) = (megabytes / seconds, cost.peak_kib / 1024);
    println!("| {what} | {megabytes:.0} | {seconds:.2} | {speed:.1} | {ratio:.2} of it | {peak} |");
}

fn write_papers(folder: &Path, tongue: Tongue) -> anyhow::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    for seed in 0..FILES {
        std::fs::write(folder.join(format!("{seed:03}.txt")), prose(tongue, FILE_BYTES, seed as u64))?;
    }
    Ok(folder.to_path_buf())
}

fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    Ok(std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?)
}

fn median(mut run: impl FnMut() -> anyhow::Result<Cost>) -> anyhow::Result<Cost> {
    run()?;
    let mut costs = (0..RUNS).map(|_| run()).collect::<anyhow::Result<Vec<_>>>()?;
    costs.sort_by_key(|cost| cost.time);
    costs.get(RUNS / 2).copied().context("no run")
}

/// Runs a command to its end; its peak memory is read from the kernel as it goes, which a last moment can escape.
fn cost(command: &mut Command) -> anyhow::Result<Cost> {
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).spawn().with_context(|| format!("cannot start {command:?}"))?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak_kib = 0;
    loop {
        if let Some(ended) = child.try_wait()? {
            if !ended.success() {
                bail!("{command:?} ended with {ended}");
            }
            return Ok(Cost { time: start.elapsed(), peak_kib });
        }
        peak_kib = peak_kib.max(peak_of(&status));
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn peak_of(status: &Path) -> u64 {
    let text = std::fs::read_to_string(status).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or_default()
}
