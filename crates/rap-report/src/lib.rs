//! What people read: rows, tables, JSON and the HTML report, every sentence tied to its evidence.
//!
//! Before this crate stands `rap-dossier`, which hands over one [`Entry`](rap_dossier::Entry) after the other; after
//! it stand people. [`row`] holds the wire shapes of the lists; [`to_csv`] writes any of them as a table.
//!
//! Absent on purpose: the terminal, SQL, clocks and networks. Nothing here adds words to what a source says.

pub mod row;
pub mod to_csv;

#[cfg(test)]
mod fixture;
