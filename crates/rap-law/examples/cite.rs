//! Prints the references of a law, one a line. `cargo run --example cite -- FILE…`.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let paths: Vec<_> = std::env::args().skip(1).collect();
    let read = |path: &String| std::fs::read(path).map(|bytes| (path.clone(), bytes));
    let files: Vec<_> = paths.iter().map(read).collect::<Result<_, _>>()?;
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let law = rap_law::import(&files, "law");
    let instruments = rap_law::Instruments::built_in();
    let found = rap_law::references(&law, &instruments);
    // The best of ten runs: others use the machine too.
    let mut best = std::time::Duration::MAX;
    for _ in 0..10 {
        let start = std::time::Instant::now();
        std::hint::black_box(rap_law::references(&law, &instruments));
        best = best.min(start.elapsed());
    }
    let speed = law.doc.text().len() as f64 / 1e6 / best.as_secs_f64();
    eprintln!("{} references in {best:?}, {speed:.1} MB/s", found.len());
    for reference in &found {
        let place = reference.provision.and_then(|index| law.provisions.get(index)).map_or("", |p| p.id.as_str());
        let text = law.doc.text();
        let before: Vec<char> = text.get(..reference.span.start()).unwrap_or_default().chars().rev().take(25).collect();
        let after: String = text.get(reference.span.end()..).unwrap_or_default().chars().take(35).collect();
        let before: String = before.into_iter().rev().collect();
        let words = format!("{before}[[{}]]{after}", law.words(reference.span)).replace('\n', " ");
        println!("{}\t{}\t{place}\t{words}\t{}", reference.kind.name(), reference.resolved, reference.target.join(" "));
    }
    Ok(())
}
