//! The case file: one SQLite file with everything that was read, said and asked.
//!
//! A [`Dossier`] keeps [`Entry`]s: a source with its bytes, its document, its record and its codings. It is the only
//! place with SQL. Before it stand the stages that read and code, after it `rap-report`.

mod entry;

pub use entry::{Coding, Entry};
