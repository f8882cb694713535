//! Compares two acts, prints how often each kind of change is found, and how long the steps took:
//! `cargo run --release -p rap-law --example correlation -- OLD NEW [paragraph|point]`.

#![expect(clippy::unwrap_used, reason = "an example that cannot read its files has nothing to show")]

use std::path::Path;
use std::time::Instant;

use rap_law::{ChangeKind, CompareOptions, Law, Level, Script, compare, import};

/// Reads a file, or a folder whose files are one act.
fn read(path: &str) -> Law {
    let path = Path::new(path);
    let mut paths = vec![path.to_path_buf()];
    if path.is_dir() {
        paths = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
    }
    let files: Vec<(String, Vec<u8>)> =
        paths.iter().map(|path| (path.display().to_string(), std::fs::read(path).unwrap())).collect();
    let named: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    import(&named, &path.display().to_string())
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
