//! What sorting costs: building the tagger, tagging invented prose sentence by sentence, joining many demands.
//!
//! `cargo bench -p rap-theme` prints the best of five runs, in time of the processor where the system tells it.

use std::hint::black_box;
use std::time::Instant;

use rap_doc::{Span, sentences};
use rap_statement::Stance;
use rap_testkit::{Tongue, prose};
use rap_theme::{Codebook, DemandUnit, Tagger, asks};

const TEXT_BYTES: usize = 8_000_000;
const SEED: u64 = 7;

fn main() {
    report("codebook and tagger", 0, || drop(black_box(Tagger::new(&Codebook::builtin()))));
    let tagger = Tagger::new(&Codebook::builtin());
    for (name, tongue) in [("English", Tongue::English), ("Chinese", Tongue::Chinese)] {
        let text = prose(tongue, TEXT_BYTES, SEED);
        let spans: Vec<Span> = sentences(&text).collect();
        report(&format!("{name}: tags of each sentence"), text.len(), || {
            spans.iter().for_each(|span| drop(black_box(tagger.tags(&text, &[*span]))));
        });
        for count in [1_000, 10_000, 100_000] {
            let units: Vec<_> = spans.iter().take(count).zip(0..).map(|(span, at)| unit(span.of(&text), at)).collect();
            report(&format!("{name}: asks of {} demands", units.len()), 0, || drop(black_box(asks(&units, &tagger))));
        }
    }
    // Words that no cue begins with: what scanning itself costs.
    let plain = "bright zebras jump quickly over lazy dwarfs ".repeat(TEXT_BYTES / 44);
    report("no cue in one text", plain.len(), || drop(black_box(tagger.tags(&plain, &[Span::new(0, plain.len())]))));
}

fn unit(quote: &str, at: u32) -> DemandUnit {
    DemandUnit { quote: quote.to_owned(), speaker: at % 97, stance: Stance::Neutral, tags: Vec::new() }
}

fn report(what: &str, bytes: usize, act: impl Fn()) {
    let best = (0..5).map(|_| seconds(&act)).fold(f64::INFINITY, f64::min);
    print!("{:>10.3} ms {what}", best * 1e3);
    if bytes > 0 {
        print!(", {:.0} MB/s", bytes as f64 / best / 1e6);
    }
    println!();
}

fn seconds(act: &impl Fn()) -> f64 {
    let (start, before) = (Instant::now(), processor_seconds());
    act();
    match (before, processor_seconds()) {
        (Some(before), Some(after)) => after - before,
        _ => start.elapsed().as_secs_f64(),
    }
}

/// Returns how long this process has had a processor, where the system tells: other programs do not count then.
fn processor_seconds() -> Option<f64> {
    let nanoseconds = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(nanoseconds.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}
