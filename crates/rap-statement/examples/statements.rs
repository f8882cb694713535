//! Prints the statements and actors of a plain text: `cargo run -p rap-statement --example statements -- FILE [KIND]`,
//! with `--rules-only` behind the kind to leave the model out.

use rap_doc::{Doc, SourceId};
use rap_statement::{AttributeOptions, Finders, Record, SourceKind, Statement, attribute};

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let text = std::fs::read_to_string(arguments.next().unwrap_or_default())?;
    let kind = arguments.next().as_deref().and_then(SourceKind::from_name);
    let rules_only = arguments.next().as_deref() == Some("--rules-only");
    let finders = if rules_only { Finders::RulesOnly } else { Finders::default() };
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text);
    let record = attribute(&doc, &AttributeOptions { kind, finders, ..AttributeOptions::default() });
    for part in &record.parts {
        println!("# blocks {:?}: {} because {}", part.blocks, part.kind.name(), part.reason);
    }
    for statement in &record.statements {
        print_statement(&doc, &record, statement);
    }
    for (id, actor) in record.actors.iter().enumerate() {
        println!("@{id} {} [{}] present: {}", actor.name, actor.kind.name(), actor.presence.len());
        for name in actor.names.iter().skip(1) {
            println!("    also {}", name.name);
        }
        for office in &actor.offices {
            let body = office.organisation.and_then(|body| record.actors.get(body.0 as usize));
            println!("    {:?} of {}", office.role, body.map_or("-", |body| body.name.as_str()));
        }
    }
    let (coded, aside, unread) = record.ledger.totals();
    println!("# {coded} sentences coded, {aside} set aside, {unread} unread");
    Ok(())
}

fn print_statement(doc: &Doc, record: &Record, statement: &Statement) {
    let names: Vec<&str> = statement
        .speakers()
        .filter_map(|id| record.actors.get(id.0 as usize))
        .map(|actor| actor.name.as_str())
        .collect();
    let words = |spans: &[rap_doc::Span]| spans.iter().map(|span| span.of(doc.text())).collect::<Vec<_>>().join(" … ");
    println!(
        "{} {} {}/{}/{} {} | {} | {} | {}",
        statement.block + 1,
        statement.voice.name(),
        statement.act.name(),
        statement.stance.name(),
        statement.strength.name(),
        if names.is_empty() { format!("{:?}", statement.speaker) } else { names.join(" & ") },
        words(&statement.mention),
        words(&statement.cue),
        words(&statement.content),
    );
}
