//! The tree of an act as text: each provision under the one that it is part of, its id at the end of its first line.

use std::io::{self, Write};

use super::LawSheet;

impl LawSheet<'_> {
    /// Writes the act as a tree for people.
    ///
    /// # Errors
    ///
    /// Fails where `out` does.
    pub fn write_text(&self, out: &mut impl Write) -> io::Result<()> {
        if let Some(title) = self.law.title {
            writeln!(out, "{}", one_line(self.law.words(title)))?;
        }
        writeln!(out)?;
        self.write_summary(out)?;
        for provision in &self.law.provisions {
            let indent = "  ".repeat(provision.depth);
            let number = provision.number.as_ref().map_or("", |number| self.law.words(number.printed));
            let heading = provision.heading.map_or("", |heading| self.law.words(heading));
            if provision.depth == 0 || !heading.is_empty() {
                writeln!(out)?;
            }
            // A provision without a heading begins with its words, as the act does.
            let mut own = provision.own.iter();
            let first = if heading.is_empty() { own.next().map_or("", |span| self.law.words(*span)) } else { heading };
            let words = [number, first].map(one_line).join("  ");
            writeln!(out, "{indent}{}  [{}]", words.trim(), provision.id)?;
            for own in own {
                writeln!(out, "{indent}  {}", one_line(self.law.words(*own)))?;
            }
        }
        Ok(())
    }

    /// Writes the counts, one a line.
    ///
    /// # Errors
    ///
    /// Fails where `out` does.
    pub fn write_summary(&self, out: &mut impl Write) -> io::Result<()> {
        for (name, count) in self.counts().named() {
            writeln!(out, "{name:12} {count:>6}")?;
        }
        Ok(())
    }
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
