//! The case file: one SQLite file with everything that was read, said and asked.
//!
//! A [`Dossier`] keeps [`Entry`]s: a source with its bytes, its document, its record and its codings. It is the only
//! place with SQL. Before it stand the stages that read and code, after it `rap-report`.
//!
//! What goes in comes out equal: [`Dossier::entry`] returns what [`Dossier::add`] was given. What goes in is verbatim:
//! a quote that is not in the text at its place is refused by a type on the way in and by a trigger in the file, so
//! that no other program can store one either. [`Dossier::check`] recomputes all of it.
//!
//! The tables are described in `docs/dossier.md`; the views of the file (`statement_view`, `ask_view`, …) are for
//! people with any SQLite tool.
//!
//! Absent on purpose: formats of papers, HTML, the clock (no row says when it was written, so that equal papers make
//! equal dossiers).

mod docket;
mod dossier;
mod error;
mod schema;

mod entry;
mod passage;
mod places;
mod sound;

mod add;
mod load;
mod words;

mod asks;
mod check;
mod findings;
mod laws;
mod manifest;
mod search;

pub use add::Added;
pub use asks::{StoredAsk, UnitRef};
pub use check::Failure;
pub use docket::{FingerprintBytes, SubmissionRow};
pub use dossier::Dossier;
pub use entry::{Coding, Entry};
pub use error::DossierError;
pub use laws::LawFiles;
pub use load::Entries;
pub use manifest::Manifest;
pub use search::Hit;

#[cfg(test)]
mod tests;
