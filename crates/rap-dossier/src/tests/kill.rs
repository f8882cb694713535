//! A process that is killed while it writes leaves a whole dossier.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::paper;
use crate::Dossier;

const TARGET: &str = "RAP_DOSSIER_WRITER_TARGET";
const NAME: &str = "RAP_DOSSIER_WRITER_NAME";

/// Starts this very test program as a process that adds papers until it is killed.
fn writer(path: &Path, name: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "tests::kill::write_until_killed", "--nocapture"])
        .env(TARGET, path)
        .env(NAME, name)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Not a test by itself: the body of the processes that [`writer`] starts.
#[test]
fn write_until_killed() {
    let Some(path) = std::env::var_os(TARGET) else { return };
    let name = std::env::var(NAME).unwrap();
    let mut dossier = Dossier::open_or_create(Path::new(&path)).unwrap();
    for number in 0..2000 {
        let text = format!("Paper {number} of {name} asks for a register. ").repeat(number % 40 + 1);
        let (entry, bytes) = paper(&format!("{name}/{number}.txt"), &text);
        dossier.add(&entry, &bytes).unwrap();
        println!("added {number}");
        if number % 7 == 0 {
            dossier.index().unwrap();
        }
    }
}

/// Reads the lines of a writer until it has said that it added `count` papers.
fn await_added(child: &mut Child, count: usize) {
    let lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    let seen = lines.map(Result::unwrap).filter(|line| line.contains("added ")).take(count).count();
    assert_eq!(seen, count, "the writer ended early");
}

#[test]
fn a_killed_writer_leaves_a_whole_dossier() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("killed.dossier");
    for round in 0..8_usize {
        let name = format!("round {round}");
        let mut child = writer(&path, &name);
        await_added(&mut child, 1 + round * 5);
        // Let the next paper get somewhere: how far differs from round to round and from run to run.
        (0..round * 40_000).for_each(|step| {
            std::hint::black_box(step);
        });
        child.kill().unwrap();
        child.wait().unwrap();
        let dossier = Dossier::open(&path).unwrap();
        let added = dossier.sources().unwrap().iter().filter(|source| source.origin.starts_with(&name)).count();
        assert!(added > round * 5, "what was reported as added is there: {added}");
        assert_eq!(dossier.check().unwrap(), [], "round {round}");
    }
    let mut dossier = Dossier::open(&path).unwrap();
    let papers = dossier.sources().unwrap().len();
    let sentences: usize = dossier.entries().unwrap().map(|entry| entry.unwrap().doc.sentences().len()).sum();
    assert!(papers >= 148, "{papers}");
    assert_eq!(dossier.search("register", usize::MAX >> 1).unwrap().len(), sentences, "the index is whole");
}

#[test]
fn two_processes_write_one_dossier() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.dossier");
    drop(Dossier::create(&path).unwrap());
    let mut children = [writer(&path, "left"), writer(&path, "right")];
    for child in &mut children {
        await_added(child, 25);
    }
    for child in &mut children {
        child.kill().unwrap();
        child.wait().unwrap();
    }
    let dossier = Dossier::open(&path).unwrap();
    for name in ["left", "right"] {
        assert!(dossier.sources().unwrap().iter().filter(|source| source.origin.starts_with(name)).count() >= 25);
    }
    assert_eq!(dossier.check().unwrap(), []);
}
