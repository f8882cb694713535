//! From a TOML file to bodies.

use rap_statement::BodyKind;
use rustc_hash::FxHashMap;

use super::Body;
use crate::basis::Confidence;
use crate::fault::FileFaults;
use crate::table::{Reading, Table};

const ROOT_KEYS: &[&str] = &["jurisdiction", "source", "body"];
const BODY_KEYS: &[&str] =
    &["id", "names", "local", "loose", "kind", "parent", "rank", "confused_with", "note", "confidence"];

pub(super) fn bodies(toml: &str) -> Result<Vec<Body>, FileFaults> {
    let (mut reading, root) = Reading::of(toml);
    let root = root.get_ref();
    reading.check_keys(root, ROOT_KEYS);
    let (jurisdiction, _) = reading.needed(root, "jurisdiction", &(0..0), "a list of bodies");
    reading.sources(root);
    let mut ids = FxHashMap::default();
    let mut bodies = Vec::new();
    for (table, at) in reading.tables(root, "body") {
        let (id, place) = reading.id(table, &at, "a body");
        let line = reading.line_of(place.start);
        if let Some(first) = ids.insert(id.clone(), line) {
            reading.fault(place, format!("body `{id}` is there already"), format!("the first is in line {first}"));
        }
        bodies.push(body(&mut reading, table, id, &at, &jurisdiction));
    }
    if bodies.is_empty() {
        reading.missing(0..0, "there is no body in the list", "begin one with a line [[body]]");
    }
    reading.finish("the list of bodies", bodies)
}

fn body(
    reading: &mut Reading<'_>,
    table: &Table<'_>,
    id: String,
    at: &std::ops::Range<usize>,
    jurisdiction: &str,
) -> Body {
    reading.check_keys(table, BODY_KEYS);
    let mut names = |key| reading.list(table, key).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let (names, local, loose, confused_with) = (names("names"), names("local"), names("loose"), names("confused_with"));
    if names.is_empty() && local.is_empty() {
        reading.missing(at.clone(), format!("body `{id}` has no name"), "give it names = [\"…\"]");
    }
    let kind = reading.choice(table, "kind", BodyKind::ALL, BodyKind::name);
    if kind.is_none() && !table.contains_key("kind") {
        reading.missing(at.clone(), format!("body `{id}` does not say what it is"), "kind = \"ministry\"");
    }
    Body {
        names,
        local,
        loose,
        kind: kind.unwrap_or(BodyKind::Other),
        parent: reading.words(table, "parent"),
        jurisdiction: jurisdiction.to_owned(),
        rank: reading.number(table, "rank").and_then(|rank| u16::try_from(rank).ok()),
        confused_with,
        note: reading.words(table, "note"),
        confidence: reading
            .choice(table, "confidence", Confidence::ALL, Confidence::name)
            .unwrap_or(Confidence::Secondary),
        id,
    }
}
