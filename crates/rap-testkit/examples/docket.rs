//! Writes an invented docket: `cargo run --release -p rap-testkit --example docket -- COMMENTS SEED > table.csv`.

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let mut next = |otherwise: u64| arguments.next().and_then(Result::ok).unwrap_or(otherwise);
    let (comments, seed) = (next(10_000), next(7));
    let out = std::io::BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    rap_testkit::docket(usize::try_from(comments).unwrap_or(usize::MAX), seed, out)?;
    Ok(())
}
