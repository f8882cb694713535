//! Compares two acts in plain text, prints how often each kind of change is found, and how long the steps took:
//! `cargo run --release -p rap-law --example correlation -- OLD NEW [paragraph|point]`.

#![expect(clippy::unwrap_used, reason = "an example that cannot read its files has nothing to show")]

use std::time::Instant;

use rap_doc::{Doc, SourceId};
use rap_law::{ChangeKind, CompareOptions, Law, Level, Script, compare, from_text};

fn read(path: &str) -> Law {
    let text = std::fs::read_to_string(path).unwrap();
    from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text), path)
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (old, new) = (arguments.next().unwrap(), arguments.next().unwrap());
    let level = match arguments.next().as_deref() {
        Some("paragraph") => Level::Paragraph,
        Some("point") => Level::Point,
        _ => Level::Article,
    };
    let start = Instant::now();
    let (old, new) = (read(&old), read(&new));
    let read = start.elapsed();
    let comparison = compare(&old, &new, CompareOptions { level });
    let compared = start.elapsed();
    let script = Script::of(&comparison, &old, &new);
    let scripted = start.elapsed();
    assert!(script.apply(old.doc.text()) == new.doc.text(), "apply(diff(a, b), a) = b");
    for kind in ChangeKind::ALL {
        println!("{kind:10} {}", comparison.count(kind));
    }
    println!("read {read:?}, compared {:?}, script {:?}", compared - read, scripted - compared);
}
