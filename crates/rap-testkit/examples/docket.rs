//! Writes an invented docket: `cargo run --release -p rap-testkit --example docket -- 100000 > TABLE.csv`.

use std::io::BufWriter;

/// The seed of the tables that benchmarks are made with.
const SEED: u64 = 7;

fn main() -> std::io::Result<()> {
    let comments = std::env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or(1000);
    let out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    rap_testkit::docket(comments, SEED, out).map(drop)
}
