//! The law as structure: the provisions of an act, and what can be said of two acts side by side.
//!
//! A [`Law`] is one act at one date: the document of its text and the tree of its [`Provision`]s, which are ranges
//! into that document and never copies. Importers make a `Law` of Formex, EUR-Lex HTML, Akoma Ntoso, USLM, CLML or
//! plain text; none of them refuses, what does not fit is a finding.
//!
//! Absent on purpose: statements, storage, files, clocks, networks. No external entity is ever fetched.

mod compare;
mod from_text;
mod ids;
mod mark;
mod number;
mod provision;
mod redline;
mod tree;

pub use compare::{Change, ChangeKind, CompareOptions, Comparison, Level, RunnerUp, Script, Step, compare};
pub use from_text::from_text;
pub use provision::{Law, Number, Provision, ProvisionId, ProvisionKind};
pub use redline::{Piece, PieceKind, Redline, redline};
