//! Prints the tree of a law in plain text: ids, headings, the first words. `cargo run --example tree -- FILE`.

use std::error::Error;

use rap_doc::{Doc, SourceId};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name a file")?;
    let text = std::fs::read_to_string(&path)?;
    let law = rap_law::from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text), &path);
    println!("title: {}", law.title.map_or("", |span| law.words(span)));
    for provision in &law.provisions {
        let first: String = provision.own.first().map_or("", |span| law.words(*span)).chars().take(70).collect();
        let heading = provision.heading.map_or("", |span| law.words(span));
        println!("{} [{heading}] {first}", provision.id);
    }
    for finding in &law.findings {
        println!("! {}: {finding}", finding.code);
    }
    Ok(())
}
