//! Rules for single files: size, name, module doc, tests apart, nothing of this or that machine.

use super::Tree;

/// Lines after which a file needs a reason; the reason is a line in [`LONG`].
const LINES: usize = 500;
/// Lines after which only a catalogue or generated file may stand.
const MOST_LINES: usize = 800;
/// Files over [`LINES`], each with its reason.
const LONG: [(&str, &str); 0] = [];

const EMPTY_NAMES: [&str; 7] = ["utils.rs", "util.rs", "helpers.rs", "helper.rs", "common.rs", "misc.rs", "core.rs"];

/// Adds the breaches of the rules for single files.
pub(crate) fn check(tree: &Tree, breaches: &mut Vec<String>) {
    for (name, text) in &tree.files {
        if name.ends_with(".rs") {
            check_source(name, text, breaches);
        }
        check_places(name, text, breaches);
    }
}

fn check_source(name: &str, text: &str, breaches: &mut Vec<String>) {
    let lines = text.lines().count();
    let reason = LONG.iter().any(|(long, _)| *long == name);
    let is_test = name.ends_with("/tests.rs") || name.contains("/tests/");
    if lines > MOST_LINES || (lines > LINES && !reason && !is_test) {
        breaches.push(format!("{name}: {lines} lines; split it by what it knows (at most {LINES} without a reason)"));
    }
    if !is_test && !text.starts_with("//!") {
        breaches.push(format!("{name}:1: no module doc; say what enters, what leaves, what is absent on purpose"));
    }
    if name.rsplit('/').next().is_some_and(|file| EMPTY_NAMES.contains(&file)) {
        breaches.push(format!("{name}: the name says nothing; call it after the thing it knows"));
    }
    if let Some(line) = line_of(text, &["mod tests", " {"].concat()) {
        breaches.push(format!("{name}:{line}: tests inside of the file; move them to a sibling `tests.rs`"));
    }
}

/// Tells paths that exist on one machine alone; written in parts so that this file does not break its own rule.
fn check_places(name: &str, text: &str, breaches: &mut Vec<String>) {
    let places = [["/wo", "rk/"], ["/ro", "ot/"], ["/ho", "me/"]].map(|parts| parts.concat());
    for place in places {
        if let Some(line) = line_of(text, &place) {
            breaches.push(format!("{name}:{line}: a path of one machine (`{place}`)"));
        }
    }
}

fn line_of(text: &str, words: &str) -> Option<usize> {
    text.lines().position(|line| line.contains(words)).map(|index| index + 1)
}
