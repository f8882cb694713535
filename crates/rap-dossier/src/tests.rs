//! What holds for every dossier. The inputs are invented; what they say of the law is nobody's view.

mod damage;
mod formats;
mod kill;
mod laws;
mod round_trip;
mod verbatim;

use rap_doc::{Doc, Language, Media, Source, SourceId, Span};
use rap_statement::{
    Account, Act, Actor, ActorId, ActorKind, BodyKind, Finder, Ledger, NameUse, Office, Part, Record, Relay,
    SourceKind, Speaker, Stance, Statement, Strength, Voice,
};
use rap_theme::Tag;

use crate::{Coding, Dossier, Entry, StoredAsk, UnitRef};

/// Returns a paper of this text in which the first person named `X` says every sentence.
pub(crate) fn paper(origin: &str, text: &str) -> (Entry, Vec<u8>) {
    let id = SourceId::of(text.as_bytes());
    let doc = Doc::of_plain_text(id, text.to_owned());
    let statements: Vec<Statement> =
        doc.sentences().iter().map(|sentence| statement(sentence.block, sentence.span)).collect();
    let whole = Span::new(0, text.chars().next().map_or(0, char::len_utf8));
    let coding =
        Coding { tags: vec![Tag { theme: "scope".to_owned(), score: 0.7, words: vec![whole] }], items: vec![vec![]] };
    let record = Record {
        parts: vec![Part {
            blocks: 0..doc.blocks().len(),
            kind: SourceKind::Submission,
            reason: "first person".to_owned(),
        }],
        actors: vec![person(whole), body(whole)],
        progress: doc.sentences().first().map(|sentence| sentence.span).into_iter().collect(),
        ledger: Ledger { accounts: vec![Account::Coded; doc.sentences().len()] },
        statements,
    };
    let codings = vec![coding; record.statements.len()];
    let source = Source {
        id,
        origin: origin.to_owned(),
        media: Media::Text,
        title: None,
        date: Some(jiff::civil::date(2031, 5, 6)),
        language: Language::English,
    };
    (Entry { source, doc, record, codings, findings: Vec::new() }, text.as_bytes().to_vec())
}

fn statement(block: usize, span: Span) -> Statement {
    Statement {
        block,
        content: vec![span],
        cue: vec![span],
        speaker: Speaker::Actor(ActorId(0)),
        together: vec![ActorId(1)],
        mention: vec![span],
        relays: vec![Relay { actor: ActorId(1), mention: span }],
        voice: Voice::Explicit,
        act: Act::Demand,
        stance: Stance::SeeksClarity,
        strength: Strength::Implied,
        items: vec![span],
        finder: Finder::Rules,
    }
}

fn person(span: Span) -> Actor {
    Actor {
        name: "Orla Venn".to_owned(),
        kind: ActorKind::Person,
        names: vec![NameUse { name: "Orla Venn".to_owned(), spans: vec![span, span] }],
        offices: vec![Office { role: "counsel".to_owned(), organisation: Some(ActorId(1)), span }],
        presence: vec![span],
    }
}

fn body(span: Span) -> Actor {
    let names = vec![NameUse { name: "Lumen Works".to_owned(), spans: vec![span] }];
    let kind = ActorKind::Body(BodyKind::Company);
    Actor { name: "Lumen Works".to_owned(), kind, names, offices: Vec::new(), presence: Vec::new() }
}

const TEXT: &str = "The bill is wide. It should be narrow.\nWe ask for a register.\n";

fn dossier() -> Dossier {
    let mut dossier = Dossier::in_memory().unwrap();
    let (entry, bytes) = paper("letter.txt", TEXT);
    dossier.add(&entry, &bytes).unwrap();
    dossier
}

#[test]
fn asks_come_back_as_they_were_given() {
    let mut dossier = dossier();
    let source = SourceId::of(TEXT.as_bytes());
    let unit = |statement, item| UnitRef { source, statement, item };
    let asks = vec![
        StoredAsk { theme: "scope".to_owned(), representative: 1, units: vec![unit(2, None), unit(0, Some(0))] },
        StoredAsk { theme: "other".to_owned(), representative: 0, units: vec![unit(1, None)] },
    ];
    dossier.replace_asks(&asks[1..]).unwrap();
    dossier.replace_asks(&asks).unwrap();
    assert_eq!(dossier.asks().unwrap(), asks);
    assert_eq!(dossier.check().unwrap(), []);
    let lost = StoredAsk { theme: "scope".to_owned(), representative: 0, units: vec![unit(99, None)] };
    dossier.replace_asks(&[lost]).unwrap_err();
    assert_eq!(dossier.asks().unwrap(), asks, "a refused change leaves what was there");
}

#[test]
fn actors_have_numbers_across_papers() {
    let mut dossier = dossier();
    let source = SourceId::of(TEXT.as_bytes());
    assert_eq!(dossier.actor_numbers(source).unwrap(), [None, None]);
    dossier.number_actors(source, &[7, 4]).unwrap();
    assert_eq!(dossier.actor_numbers(source).unwrap(), [Some(7), Some(4)]);
    dossier.number_actors(SourceId::of(b"another"), &[1]).unwrap_err();
}

#[test]
fn a_known_paper_is_not_added_again() {
    let mut dossier = dossier();
    let (entry, bytes) = paper("elsewhere/letter.txt", TEXT);
    assert_eq!(dossier.add(&entry, &bytes).unwrap(), crate::Added::Known);
    assert_eq!(dossier.sources().unwrap()[0].origin, "letter.txt");
}

#[test]
fn a_changed_paper_replaces_the_old_one_and_keeps_it() {
    let mut dossier = dossier();
    let old = SourceId::of(TEXT.as_bytes());
    let (entry, bytes) = paper("letter.txt", "The bill is fine.");
    assert_eq!(dossier.add(&entry, &bytes).unwrap(), crate::Added::Replaces(old));
    assert_eq!(dossier.sources().unwrap(), std::slice::from_ref(&entry.source));
    assert_eq!(dossier.superseded().unwrap()[0].id, old);
    assert_eq!(dossier.statement_count().unwrap(), 1);
    assert_eq!(dossier.bytes(old).unwrap(), TEXT.as_bytes());
    assert_eq!(dossier.search("register", 10).unwrap(), []);
    // And back.
    let (first, bytes) = paper("letter.txt", TEXT);
    assert_eq!(dossier.add(&first, &bytes).unwrap(), crate::Added::Replaces(entry.source.id));
    assert_eq!(dossier.sources().unwrap(), [first.source]);
    assert_eq!(dossier.check().unwrap(), []);
}
