//! The law as structure: the provisions of an act, and what can be said of two acts side by side.
//!
//! A [`Law`] is one act at one date: the document of its text and the tree of its [`Provision`]s, which are ranges
//! into that document and never copies. Importers make a `Law` of Formex, EUR-Lex HTML, Akoma Ntoso, USLM, CLML or
//! plain text; none of them refuses, what does not fit is a finding.
//!
//! Absent on purpose: statements, storage, files, clocks, networks. No external entity is ever fetched.

mod align;
mod amendment;
mod cite;
mod compare;
mod definition;
mod from_akoma_ntoso;
mod from_clml;
mod from_eurlex_html;
mod from_formex;
mod from_text;
mod from_uslm;
mod ids;
mod import;
mod instrument;
mod instruments;
mod mark;
mod markup;
mod number;
mod provision;
mod redline;
mod reference;
#[cfg(test)]
mod shape;
mod to_akoma_ntoso;
mod tree;

pub use align::{AlignOptions, Aligned, Alignment, Ground, GroundKind, Term, Terms, align};
pub use amendment::{Amended, Amendment, Fate, Part, Place, Step as PlaceStep, amend};
pub use compare::{
    Change, ChangeKind, CompareOptions, Comparison, Level, RunnerUp, Script, Step, compare, plain_article_number,
};
pub use definition::{Definition, definitions};
pub use from_akoma_ntoso::from_akoma_ntoso;
pub use from_clml::from_clml;
pub use from_eurlex_html::from_eurlex_html;
pub use from_formex::from_formex;
pub use from_text::from_text;
pub use from_uslm::from_uslm;
pub use import::{LawFormat, import};
pub use instrument::{Instrument, Stage, Version};
pub use instruments::{Instruments, InstrumentsError};
pub use provision::{Law, Number, Provision, ProvisionId, ProvisionKind};
pub use redline::{Piece, PieceKind, Redline, redline};
pub use reference::{Reference, ReferenceKind, references, references_in_doc, references_in_text, references_to};
pub use to_akoma_ntoso::to_akoma_ntoso;
