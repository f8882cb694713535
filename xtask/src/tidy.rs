//! The house rules that no compiler checks, each with the place where it is broken.
//!
//! A rule takes what the repository holds and adds a line for each breach. All breaches are shown at once.

mod dependencies;
mod files;
mod layers;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

/// The sources and pages that the rules look at, read once.
pub(crate) struct Tree {
    pub(crate) root: PathBuf,
    /// Path below the root, with `/`, and text, in order of the paths.
    pub(crate) files: Vec<(String, String)>,
}

/// Runs every rule and prints what they find.
pub(crate) fn run(root: &Path) -> anyhow::Result<()> {
    let tree = Tree { root: root.to_path_buf(), files: read_tree(root)? };
    let mut breaches = Vec::new();
    files::check(&tree, &mut breaches);
    layers::check(&tree, &mut breaches)?;
    dependencies::check(&tree, &mut breaches)?;
    for breach in &breaches {
        println!("{breach}");
    }
    if !breaches.is_empty() {
        bail!("{} breaches of the house rules", breaches.len());
    }
    println!("tidy: {} files in order", tree.files.len());
    Ok(())
}

/// Reads the text files that git tracks or would track.
fn read_tree(root: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let listed = std::process::Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"])
        .current_dir(root)
        .output()
        .context("cannot run git")?;
    let names = String::from_utf8(listed.stdout)?;
    let wanted = |name: &&str| {
        [".rs", ".toml", ".md", ".txt", ".sql", ".html", ".css", ".js"].iter().any(|end| name.ends_with(end))
    };
    let mut files = Vec::new();
    for name in names.split('\0').filter(wanted) {
        // A file that is deleted in the work tree but not yet in the index, or one that is no text, has no rules.
        if let Ok(text) = std::fs::read_to_string(root.join(name)) {
            files.push((name.to_owned(), text));
        }
    }
    files.sort();
    Ok(files)
}
