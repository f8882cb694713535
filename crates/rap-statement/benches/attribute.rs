//! How many megabytes of prose a second are cut into a document and attributed, on one core: `cargo bench -p
//! rap-statement`. The text is invented from a fixed seed; each figure is the best of several runs.

use std::time::Instant;

use rap_doc::{Doc, SourceId};
use rap_statement::{AttributeOptions, Finders, attribute};
use rap_testkit::{Tongue, prose};

/// Enough for a run of a tenth of a second and more.
const BYTES: usize = 8 << 20;
/// Small papers, as a folder holds them, and one large one.
const PAPERS: [usize; 2] = [16 << 10, BYTES];
const SEED: u64 = 2024;
const RUNS: usize = 5;

fn main() {
    // `cargo bench -p rap-statement -- English` measures one language.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    for (name, tongue) in [("English", Tongue::English), ("Chinese", Tongue::Chinese)] {
        if !wanted.is_empty() && !wanted.iter().any(|word| word == name) {
            continue;
        }
        for size in PAPERS {
            let text = prose(tongue, size, SEED);
            let papers = BYTES / size;
            let bytes = text.len() * papers;
            let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.clone());
            let reading = best(bytes, || {
                (0..papers).map(|_| Doc::of_plain_text(doc.source(), text.clone()).sentences().len()).sum()
            });
            let attributing = best(bytes, || {
                (0..papers).map(|_| attribute(&doc, &AttributeOptions::default()).statements.len()).sum()
            });
            let options = AttributeOptions { finders: Finders::RulesOnly, ..AttributeOptions::default() };
            let ruling = best(bytes, || (0..papers).map(|_| attribute(&doc, &options).statements.len()).sum());
            println!(
                "{name}, papers of {} KiB: document {reading:.0} MB/s, attribution {attributing:.1} MB/s, by rules alone \
                 {ruling:.1} MB/s",
                size >> 10
            );
        }
    }
}

/// Returns the megabytes a second of the fastest run.
fn best(bytes: usize, run: impl Fn() -> usize) -> f64 {
    let seconds = (0..RUNS).map(|_| {
        let start = Instant::now();
        std::hint::black_box(run());
        start.elapsed().as_secs_f64()
    });
    bytes as f64 / 1e6 / seconds.fold(f64::INFINITY, f64::min)
}
