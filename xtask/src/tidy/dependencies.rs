//! Dependencies: how many, and under which licences.

use std::process::Command;

use anyhow::Context;
use serde::Deserialize;

use super::Tree;

/// The most packages of others that Cargo.lock may hold: the rooms of this house are no dependencies of it.
const BUDGET: usize = 200;

/// Licences that ask for no more than a notice.
const PERMISSIVE: [&str; 13] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Licences that ask that changes to the licensed files themselves be given back, and nothing of who uses them; each
/// package under one is named here with what it is for.
const BY_FILE: [(&str, &str); 3] = [("cssparser", "MPL-2.0"), ("dtoa-short", "MPL-2.0"), ("selectors", "MPL-2.0")];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    /// Where it comes from; none for the crates of this repository.
    source: Option<String>,
    license: Option<String>,
}

/// Adds the packages beyond the budget and those under a licence that is not on the list.
pub(crate) fn check(tree: &Tree, breaches: &mut Vec<String>) -> anyhow::Result<()> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(&tree.root)
        .output()
        .context("cannot run cargo metadata")?;
    let metadata: Metadata = serde_json::from_slice(&output.stdout)
        .with_context(|| format!("cargo metadata: {}", String::from_utf8_lossy(&output.stderr)))?;
    let packages = metadata.packages.iter().filter(|package| package.source.is_some()).count();
    println!("tidy: {packages} packages of others, {BUDGET} are the budget");
    if packages > BUDGET {
        breaches.push(format!("Cargo.lock: {packages} packages of others, {BUDGET} are the budget"));
    }
    for package in metadata.packages {
        let licence = package.license.unwrap_or_default();
        if !is_permissive(&licence) && !BY_FILE.contains(&(package.name.as_str(), licence.as_str())) {
            breaches.push(format!("Cargo.lock: `{}` is under `{licence}`, which is not on the list", package.name));
        }
    }
    Ok(())
}

/// Tells whether an SPDX expression lets us choose permissive licences alone.
fn is_permissive(expression: &str) -> bool {
    let flat = expression.replace(['(', ')'], " ").replace('/', " OR ");
    // In an expression of ANDs over ORs, which is all that the registry knows, each part needs one permissive choice.
    flat.split(" AND ").all(|part| part.split(" OR ").any(|licence| PERMISSIVE.contains(&licence.trim())))
}
