//! Prints the tree of a law: ids, headings, the first words. `cargo run --example tree -- FILE…`.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<_> = std::env::args().skip(1).collect();
    let files: Vec<_> =
        paths.iter().map(|path| std::fs::read(path).map(|bytes| (path.as_str(), bytes))).collect::<Result<_, _>>()?;
    let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let law = rap_law::import(&files, "law");
    // The best of ten runs: others use the machine too.
    let mut best = std::time::Duration::MAX;
    for _ in 0..10 {
        let start = std::time::Instant::now();
        std::hint::black_box(rap_law::import(&files, "law"));
        best = best.min(start.elapsed());
    }
    eprintln!("imported in {best:?}");
    println!("title: {}", law.title.map_or("", |span| law.words(span)));
    for provision in &law.provisions {
        let first: Vec<String> = provision
            .own
            .iter()
            .map(|span| law.words(*span).split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let heading = provision.heading.map_or("", |span| law.words(span));
        println!("{} [{heading}] {}", provision.id, first.join(" | "));
    }
    for finding in &law.findings {
        println!("! {}: {finding}", finding.code);
    }
    Ok(())
}
