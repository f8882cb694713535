//! Prints what is read of a file: `cargo run -p rap-read --example read -- FILE`.

use std::io::{Result, Write};

use rap_read::{ReadOptions, read};

fn main() -> Result<()> {
    let mut out = std::io::stdout().lock();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        print(&mut out, &read(&bytes, &path, &ReadOptions::default()))?;
    }
    Ok(())
}

fn print(out: &mut impl Write, reading: &rap_read::Reading) -> Result<()> {
    let source = &reading.source;
    writeln!(out, "{} ({})", source.origin, source.media.mime())?;
    writeln!(out, "title {:?}, author {:?}, date {:?}", source.title, reading.author, source.date)?;
    for finding in &reading.findings {
        writeln!(out, "{} [{}] {finding}; {}", finding.severity.name(), finding.code, finding.hint)?;
    }
    for block in reading.doc.blocks() {
        let page = block.origin.page.map(|page| format!("p{page} ")).unwrap_or_default();
        let words = block.span.of(reading.doc.text());
        writeln!(out, "{} {page}{} {}: {words}", block.kind.name(), block.origin.path, block.language.tag())?;
    }
    reading.enclosed.iter().try_for_each(|enclosed| print(out, &enclosed.reading))
}
