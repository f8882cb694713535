//! The development sets, which lie beside the repository on some machines and never inside.

use std::path::{Path, PathBuf};

/// Returns the path of a file or folder of the development sets, or tells on standard error that the test `test` is
/// skipped because it is not there.
#[must_use]
pub fn shared(path: &str, test: &str) -> Option<PathBuf> {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(path);
    if full.exists() {
        return full.canonicalize().ok();
    }
    eprintln!("skipped: {test}: {path} is not beside this repository");
    None
}
