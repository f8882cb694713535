//! Measures reading: `cargo bench -p rap-read`. Texts are invented with a fixed seed; figures are of one core.

use std::hint::black_box;
use std::io::{Result, Write};
use std::time::Instant;

use rap_doc::{Language, OffsetIndex, plain_blocks, sentences};
use rap_read::{ReadOptions, read};
use rap_testkit::{Tongue, prose};

/// Texts of this size are far larger than any cache.
const BYTES: usize = 30_000_000;

/// How often each is measured; the fastest run counts, because noise only ever adds.
const RUNS: usize = 5;

fn main() -> Result<()> {
    let mut out = std::io::stdout().lock();
    for (name, tongue) in [("english", Tongue::English), ("chinese", Tongue::Chinese)] {
        let text = prose(tongue, BYTES, 1);
        let blocks = plain_blocks(&text);
        let page: String = text.split("\n\n").map(|words| format!("<p>{words}</p>\n")).collect();
        let mut measure = |what: &str, bytes: usize, run: &mut dyn FnMut()| {
            let rate = fastest(bytes, run);
            writeln!(out, "{name:8} {what:16} {rate:8.0} MB/s")
        };
        measure("plain_blocks", text.len(), &mut || drop(black_box(plain_blocks(&text))))?;
        measure("language", text.len(), &mut || {
            blocks.iter().for_each(|block| _ = black_box(Language::of(block.span.of(&text))));
        })?;
        measure("sentences", text.len(), &mut || {
            blocks.iter().for_each(|block| _ = black_box(sentences(block.span.of(&text)).count()));
        })?;
        measure("offset index", text.len(), &mut || drop(black_box(OffsetIndex::new(&text))))?;
        for (origin, bytes) in [("a.txt", &text), ("a.md", &text), ("a.html", &page)] {
            let options = ReadOptions::default();
            measure(&format!("read {origin}"), bytes.len(), &mut || {
                drop(black_box(read(bytes.as_bytes(), origin, &options)));
            })?;
        }
    }
    Ok(())
}

/// Returns megabytes a second of the fastest run.
fn fastest(bytes: usize, run: &mut dyn FnMut()) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..RUNS {
        let start = Instant::now();
        run();
        best = best.min(start.elapsed().as_secs_f64());
    }
    bytes as f64 / 1e6 / best
}
