//! What is asked for, by theme: from statements to tags and asks.
//!
//! A [`Codebook`] holds the [`Theme`]s that a user sorts statements by. A [`Tagger`] reads the words of a statement
//! and returns its [`Tag`]s, each with the words that earned it. [`asks`] joins equal demands of different speakers
//! into one [`Ask`] and keeps every supporter's own words. Before it stands `rap-statement`, after it `rap-dossier`.
//!
//! Absent on purpose: storage, laws, and any wording of our own: an ask is named by a supporter's words.

mod ask;
mod codebook;
mod tag;

pub use ask::{Ask, DemandUnit, asks};
pub use codebook::{Codebook, CodebookErrors, Theme};
pub use tag::{Tag, Tagger};
