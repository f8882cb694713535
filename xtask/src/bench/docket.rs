//! How fast dockets are: invented tables of four sizes through the whole program, and the search for campaigns alone
//! beside Python libraries on the same texts in the same run.

use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};

use super::cost;

/// Comments of each table; the last two are made only where `DOCKET_MOST` allows them.
const SIZES: [usize; 4] = [10_000, 100_000, 1_000_000, 5_000_000];

/// The seed of all tables.
const SEED: u64 = 7;

/// How many comments the peers get: they need a second for each thousand.
const PEER_COMMENTS: usize = 10_000;

/// Times tables up to `DOCKET_MOST` comments (one hundred thousand unless set), and the peers where `PEERS_PYTHON` names
/// a Python that has them.
pub(crate) fn run(root: &Path) -> anyhow::Result<()> {
    build(root, &["--bin", "rapporteur"])?;
    build(root, &["-p", "rap-docket", "--example", "campaigns"])?;
    let most = std::env::var("DOCKET_MOST").ok().and_then(|most| most.parse().ok()).unwrap_or(100_000);
    let folder = std::env::temp_dir().join(format!("rapporteur-docket-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = measure(root, &folder, most);
    std::fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    outcome
}

fn build(root: &Path, what: &[&str]) -> anyhow::Result<()> {
    let mut cargo = Command::new("cargo");
    if !cargo.args(["build", "--release", "--locked"]).args(what).current_dir(root).status()?.success() {
        bail!("the release build failed");
    }
    Ok(())
}

fn measure(root: &Path, folder: &Path, most: usize) -> anyhow::Result<()> {
    let program = root.join("target/release/rapporteur");
    println!("| what | comments | MB | s | µs a comment | peak MiB |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for comments in SIZES.into_iter().filter(|comments| *comments <= most) {
        let table = folder.join(format!("{comments}.csv"));
        let bytes = rap_testkit::docket(comments, SEED, BufWriter::with_capacity(1 << 20, File::create(&table)?))?;
        let mut campaigns = Command::new(&program);
        campaigns.args(["campaigns", "--format", "json", "--quiet"]).arg(&table);
        row("campaigns", comments, bytes, cost(&mut campaigns)?);
        let mut report = Command::new(&program);
        report.args(["report", "--quiet", "-o"]).arg(folder.join("out")).arg(&table);
        row("report", comments, bytes, cost(&mut report)?);
        std::fs::remove_dir_all(folder.join("out"))?;
    }
    peers(root, folder)
}

fn row(what: &str, comments: usize, bytes: u64, cost: super::Cost) {
    let seconds = cost.time.as_secs_f64();
    let each = seconds * 1e6 / comments as f64;
    println!(
        "| {what} | {comments} | {:.0} | {seconds:.2} | {each:.0} | {} |",
        bytes as f64 / 1e6,
        cost.peak_kib / 1024
    );
}

/// Runs the search alone on one core, then the peers, on the same texts; each prints a line of JSON.
fn peers(root: &Path, folder: &Path) -> anyhow::Result<()> {
    let table = folder.join(format!("{PEER_COMMENTS}.csv"));
    let mut ours = Command::new(root.join("target/release/examples/campaigns"));
    succeed(ours.arg(&table).env("RAYON_NUM_THREADS", "1"))?;
    match std::env::var_os("PEERS_PYTHON") {
        Some(python) => succeed(
            Command::new(python).arg(root.join("xtask/src/bench/peers.py")).arg(&table).arg(PEER_COMMENTS.to_string()),
        ),
        None => {
            println!("peers are skipped: name a Python with datasketch and rensa in PEERS_PYTHON");
            Ok(())
        }
    }
}

fn succeed(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("cannot start {command:?}"))?;
    if !status.success() {
        bail!("{command:?} ended with {status}");
    }
    Ok(())
}
