//! The steps of CI, in the order in which they fail fastest.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, bail};

use crate::{corpus, tidy};

/// Runs every step and stops at the first that fails.
pub(crate) fn run(root: &Path) -> anyhow::Result<()> {
    step("format", || cargo(root, &["fmt", "--all", "--check"]))?;
    step("tidy", || tidy::run(root))?;
    step("clippy", || cargo(root, &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))?;
    step("test", || cargo(root, &["test", "--workspace", "--locked", "--quiet"]))?;
    step("docs", || {
        let docs = Command::new("cargo")
            .args(["doc", "--workspace", "--no-deps", "--locked", "--quiet"])
            .env("RUSTDOCFLAGS", "-D warnings")
            .current_dir(root)
            .status();
        succeed("cargo doc", docs)
    })?;
    step("recipes of the README", || recipes(root))?;
    step("corpus", || corpus::run(root, &[]))
}

fn step(name: &str, work: impl FnOnce() -> anyhow::Result<()>) -> anyhow::Result<()> {
    println!("== {name}");
    let start = Instant::now();
    work().with_context(|| format!("step `{name}` failed"))?;
    println!("== {name}: {:.0} s", start.elapsed().as_secs_f32());
    Ok(())
}

fn cargo(root: &Path, words: &[&str]) -> anyhow::Result<()> {
    succeed(&format!("cargo {}", words.join(" ")), Command::new("cargo").args(words).current_dir(root).status())
}

fn succeed(what: &str, status: std::io::Result<std::process::ExitStatus>) -> anyhow::Result<()> {
    let status = status.with_context(|| format!("cannot start `{what}`"))?;
    if !status.success() {
        bail!("`{what}` ended with {status}");
    }
    Ok(())
}

/// Runs each command that the README shows in a block marked `sh`, but not `cargo xtask ci` itself.
fn recipes(root: &Path) -> anyhow::Result<()> {
    let readme = std::fs::read_to_string(root.join("README.md")).context("cannot read README.md")?;
    let mut commands = 0;
    let mut in_recipe = false;
    for line in readme.lines() {
        match line.trim() {
            "```sh" => in_recipe = true,
            "```" => in_recipe = false,
            "cargo xtask ci" => {}
            command if in_recipe && !command.is_empty() => {
                println!("$ {command}");
                succeed(command, Command::new("sh").args(["-c", command]).current_dir(root).status())?;
                commands += 1;
            }
            _ => {}
        }
    }
    if commands == 0 {
        bail!("README.md shows no command in a block marked `sh`");
    }
    Ok(())
}
