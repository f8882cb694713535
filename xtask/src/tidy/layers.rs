//! The layers of the house: a crate may use only crates of a lower layer, and has a line in ARCHITECTURE.md.

use anyhow::Context;

use super::Tree;

/// The crates with their layers, the lowest first.
const LAYERS: [(&str, u8); 13] = [
    ("rap-doc", 0),
    ("rap-read", 1),
    ("rap-statement", 1),
    ("rap-law", 1),
    ("rap-docket", 1),
    ("rap-disposition", 1),
    ("rap-process", 2),
    ("rap-theme", 3),
    ("rap-dossier", 4),
    ("rap-report", 5),
    ("rapporteur", 6),
    ("rap-cli", 7),
    ("rap-testkit", 8),
];

/// Adds the dependencies that run upwards and the crates that the map does not show.
pub(crate) fn check(tree: &Tree, breaches: &mut Vec<String>) -> anyhow::Result<()> {
    let map = tree.files.iter().find(|(name, _)| name == "ARCHITECTURE.md").map(|(_, text)| text.as_str());
    for (name, text) in &tree.files {
        let Some(krate) = name.strip_prefix("crates/").and_then(|rest| rest.strip_suffix("/Cargo.toml")) else {
            continue;
        };
        let Some(layer) = layer(krate) else {
            breaches.push(format!("{name}: `{krate}` has no layer; give it one here and in ARCHITECTURE.md"));
            continue;
        };
        if !map.unwrap_or_default().contains(&format!("`{krate}`")) {
            breaches.push(format!("ARCHITECTURE.md: `{krate}` is not on the map"));
        }
        let manifest: toml::Table = toml::from_str(text).with_context(|| format!("cannot read {name}"))?;
        let used = manifest.get("dependencies").and_then(toml::Value::as_table).into_iter().flat_map(toml::Table::keys);
        for upper in used.filter(|other| self::layer(other).is_some_and(|other| other >= layer)) {
            breaches.push(format!("{name}: `{krate}` (layer {layer}) must not use `{upper}`: only lower layers"));
        }
    }
    Ok(())
}

fn layer(krate: &str) -> Option<u8> {
    LAYERS.iter().find(|(name, _)| *name == krate).map(|(_, layer)| *layer)
}
