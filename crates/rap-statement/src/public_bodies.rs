//! Public bodies that papers name without telling what they are: `packs/actors/public-bodies.txt`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::BodyKind;

const LIST: &str = include_str!("../../../packs/actors/public-bodies.txt");

/// A body that the list knows: its row and its kind. Names of one row are names of one body.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct PublicBody {
    pub(crate) row: u32,
    pub(crate) kind: BodyKind,
}

/// Returns the body of this exact name.
pub(crate) fn public_body(name: &str) -> Option<PublicBody> {
    static NAMES: LazyLock<FxHashMap<&'static str, PublicBody>> = LazyLock::new(|| {
        let mut names = FxHashMap::default();
        for (row, line) in (0..).zip(LIST.lines().filter(|line| !line.starts_with('#'))) {
            let mut cells = line.split('|').map(str::trim);
            if let Some(kind) = cells.next().and_then(BodyKind::from_name) {
                names.extend(cells.map(|name| (name, PublicBody { row, kind })));
            }
        }
        names
    });
    NAMES.get(name).copied()
}

#[cfg(test)]
mod tests;
