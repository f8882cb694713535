//! What keeping costs: 50 MB of invented papers added, read back, indexed, searched and checked.
//!
//! `cargo bench -p rap-dossier --bench add` prints seconds and the size of the file. The papers are those of a fixed seed, with a
//! statement for every second sentence, which is denser than papers are.

use std::time::Instant;

use rap_doc::{Doc, Media, Source, SourceId};
use rap_dossier::{Coding, Dossier, DossierError, Entry};
use rap_statement::{
    Account, Act, Actor, ActorId, ActorKind, Finder, Ledger, NameUse, Part, Record, SourceKind, Speaker, Stance,
    Statement, Strength, Voice,
};
use rap_testkit::{Tongue, prose};
use rap_theme::Tag;

/// The folder of the house's speed target: 50 MB, in papers of the size of a long submission.
const PAPERS: usize = 167;
const PAPER_BYTES: usize = 300_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("bench.dossier");
    let mut dossier = Dossier::create(&path)?;
    let entries: Vec<Entry> = (0..PAPERS).map(entry).collect();
    println!("{} statements", entries.iter().map(|entry| entry.record.statements.len()).sum::<usize>());
    time("add", || entries.iter().try_for_each(|entry| dossier.add(entry, entry.doc.text().as_bytes()).map(drop)))?;
    println!("{:>8} MB without index", std::fs::metadata(&path)?.len() / 1_000_000);
    time("read", || dossier.entries()?.try_for_each(|entry| entry.map(drop)))?;
    time("index", || dossier.index().map(drop))?;
    println!("{:>8} MB with index", std::fs::metadata(&path)?.len() / 1_000_000);
    time("search", || dossier.search("copyright exemption", 20).map(drop))?;
    time("search zh", || dossier.search("训练数据", 20).map(drop))?;
    time("check", || dossier.check().map(drop))?;
    let mut temporary = Dossier::temporary()?;
    time("add (temp)", || {
        entries.iter().try_for_each(|entry| temporary.add(entry, entry.doc.text().as_bytes()).map(drop))
    })?;
    Ok(())
}

fn time(what: &str, act: impl FnOnce() -> Result<(), DossierError>) -> Result<(), DossierError> {
    let (start, before) = (Instant::now(), processor_seconds());
    act()?;
    print!("{:>8.2} s {what}", start.elapsed().as_secs_f64());
    match (before, processor_seconds()) {
        (Some(before), Some(after)) => println!(", {:.2} s of the processor", after - before),
        _ => println!(),
    }
    Ok(())
}

/// Returns how long this process has had a processor, where the system tells: other programs do not count then.
fn processor_seconds() -> Option<f64> {
    let nanoseconds = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    Some(nanoseconds.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

/// Returns a paper in which every second sentence is said by its author; one paper in five is Chinese.
fn entry(seed: usize) -> Entry {
    let tongue = if seed % 5 == 4 { Tongue::Chinese } else { Tongue::English };
    let text = prose(tongue, PAPER_BYTES, seed as u64);
    let id = SourceId::of(text.as_bytes());
    let doc = Doc::of_plain_text(id, text);
    let statements: Vec<Statement> = doc
        .sentences()
        .iter()
        .step_by(2)
        .map(|sentence| Statement {
            block: sentence.block,
            content: vec![sentence.span],
            cue: vec![sentence.span],
            speaker: Speaker::Actor(ActorId(0)),
            together: Vec::new(),
            mention: vec![sentence.span],
            relays: Vec::new(),
            voice: Voice::Explicit,
            act: Act::Demand,
            stance: Stance::SeeksRelief,
            strength: Strength::Explicit,
            items: Vec::new(),
            finder: Finder::Rules,
        })
        .collect();
    let first = statements.first().map(|statement| statement.quote()).unwrap_or_default();
    let tag = Tag { theme: "datasets".to_owned(), score: 0.5, words: vec![first, first] };
    let names = vec![NameUse { name: "Orla Venn".to_owned(), spans: vec![first] }];
    let record = Record {
        parts: vec![Part { blocks: 0..doc.blocks().len(), kind: SourceKind::Submission, reason: String::new() }],
        actors: vec![Actor {
            name: "Orla Venn".to_owned(),
            kind: ActorKind::Person,
            names,
            offices: Vec::new(),
            presence: Vec::new(),
        }],
        progress: Vec::new(),
        ledger: Ledger { accounts: vec![Account::Coded; doc.sentences().len()] },
        statements,
    };
    let codings = vec![Coding { tags: vec![tag], items: Vec::new() }; record.statements.len()];
    let language = doc.language();
    let source = Source { id, origin: format!("{seed}.txt"), media: Media::Text, title: None, date: None, language };
    Entry { source, doc, record, codings, findings: Vec::new() }
}
