//! Two acts aligned, for people: which provisions are about one matter, and what that rests on.
//!
//! Enter two acts and their [`Alignment`]; leave text, JSON and a table. A provision without a counterpart has a row
//! of its own, with the nearest one and what they share, so that a reader can judge the "no".

use std::io::{self, Write};

use rap_law::{Aligned, Alignment, Ground, Law};
use serde::Serialize;

use crate::law_diff::{label, plain_number};
use crate::to_csv::write_line;

/// Two acts aligned, as they are to be shown.
#[derive(Copy, Clone, Debug)]
pub struct LawAlignment<'l> {
    /// The one act.
    pub left: &'l Law,
    /// The other act.
    pub right: &'l Law,
    /// What to call the one act.
    pub left_name: &'l str,
    /// What to call the other act.
    pub right_name: &'l str,
    /// Which provisions are about one matter.
    pub alignment: &'l Alignment,
}

/// The columns of the table.
const COLUMNS: [&str; 8] =
    ["left_id", "left_number", "left_heading", "right_id", "right_number", "right_heading", "score", "rests_on"];

#[derive(Serialize)]
struct Page<'l> {
    left: &'l str,
    right: &'l str,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    left: Option<Place>,
    right: Option<Place>,
    /// The nearest provision of the other act, where there is no counterpart.
    nearest: Option<Place>,
    score: f64,
    rests_on: Vec<Rest>,
}

#[derive(Serialize)]
struct Place {
    id: String,
    number: String,
    name: String,
    heading: Option<String>,
}

#[derive(Serialize)]
struct Rest {
    kind: &'static str,
    name: String,
    weight: f64,
}

impl LawAlignment<'_> {
    /// Writes the alignment for people at a terminal.
    ///
    /// # Errors
    ///
    /// Returns the failure of the writer.
    pub fn write_text(&self, out: &mut impl Write) -> io::Result<()> {
        let rows = || self.alignment.rows.iter();
        let pairs = rows().filter(|row| row.left.is_some() && row.right.is_some()).count();
        let alone = |left: bool| rows().filter(|row| row.left.is_some() == left && row.right.is_some() != left).count();
        writeln!(
            out,
            "{} and {}: {pairs} pairs on one matter; without a counterpart {} and {}\n",
            self.left_name,
            self.right_name,
            alone(true),
            alone(false)
        )?;
        for row in rows().filter(|row| row.left.is_some() && row.right.is_some()) {
            let (left, right) = (titled(self.left, row.left), titled(self.right, row.right));
            writeln!(out, "{left} and {right} are on one matter ({:.2}): {}.", row.score, told(&row.grounds))?;
        }
        for (is_left, name) in [(true, self.left_name), (false, self.right_name)] {
            let mut rows =
                rows().filter(|row| row.left.is_some() == is_left && row.right.is_some() != is_left).peekable();
            if rows.peek().is_some() {
                writeln!(out, "\nNo counterpart, in {name}:")?;
            }
            for row in rows {
                writeln!(out, "  {}{}", self.alone(row, is_left), self.near(row, is_left))?;
            }
        }
        Ok(())
    }

    fn alone(&self, row: &Aligned, is_left: bool) -> String {
        if is_left { titled(self.left, row.left) } else { titled(self.right, row.right) }
    }

    fn near(&self, row: &Aligned, is_left: bool) -> String {
        let other = if is_left { self.right } else { self.left };
        match row.nearest {
            Some(_) if !row.grounds.is_empty() => {
                format!("; nearest {} ({:.2}): {}", titled(other, row.nearest), row.score, told(&row.grounds))
            }
            _ => "; nothing in common".to_owned(),
        }
    }

    /// Writes the alignment as one JSON object.
    ///
    /// # Errors
    ///
    /// Returns the failure of the writer.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        let rows = self.alignment.rows.iter().map(|row| Row {
            left: row.left.map(|at| place(self.left, at)),
            right: row.right.map(|at| place(self.right, at)),
            nearest: row.nearest.map(|at| place(if row.left.is_some() { self.right } else { self.left }, at)),
            score: rounded(row.score),
            rests_on: row.grounds.iter().map(rest).collect(),
        });
        let page = Page { left: self.left_name, right: self.right_name, rows: rows.collect() };
        serde_json::to_writer_pretty(&mut *out, &page)?;
        out.write_all(b"\n")
    }

    /// Writes the alignment as CSV; an empty cell is no counterpart.
    ///
    /// # Errors
    ///
    /// Returns the failure of the writer.
    pub fn write_csv(&self, out: &mut impl Write) -> io::Result<()> {
        write_line(out, COLUMNS.into_iter())?;
        for row in &self.alignment.rows {
            let cells = |law: &Law, at: Option<usize>| match at {
                Some(at) => {
                    let place = place(law, at);
                    [place.id, place.number, place.heading.unwrap_or_default()]
                }
                None => [String::new(), String::new(), String::new()],
            };
            let paired = row.left.is_some() && row.right.is_some();
            let names: Vec<&str> = row.grounds.iter().filter(|_| paired).map(|ground| ground.name.as_str()).collect();
            let ends = [if paired { format!("{:.3}", row.score) } else { String::new() }, names.join("; ")];
            let all = cells(self.left, row.left).into_iter().chain(cells(self.right, row.right)).chain(ends);
            let all: Vec<String> = all.collect();
            write_line(out, all.iter().map(String::as_str))?;
        }
        Ok(())
    }
}

fn place(law: &Law, at: usize) -> Place {
    Place {
        id: law.provisions.get(at).map_or(String::new(), |provision| provision.id.to_string()),
        number: plain_number(law, at),
        name: label::name(law, at),
        heading: label::heading(law, at),
    }
}

fn rest(ground: &Ground) -> Rest {
    Rest { kind: ground.kind.name(), name: ground.name.clone(), weight: rounded(ground.weight) }
}

fn titled(law: &Law, at: Option<usize>) -> String {
    let Some(at) = at else { return String::new() };
    match label::heading(law, at) {
        Some(heading) => format!("{} ({heading})", label::name(law, at)),
        None => label::name(law, at),
    }
}

/// Returns the grounds as words: `both define "…", both speak of "…"`.
fn told(grounds: &[Ground]) -> String {
    let told = grounds.iter().map(|ground| match ground.kind {
        rap_law::GroundKind::Definition => format!("both define {}", ground.name),
        _ => ground.name.clone(),
    });
    told.collect::<Vec<_>>().join(", ")
}

fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
