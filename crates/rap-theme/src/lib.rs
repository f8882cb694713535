//! What is asked for, by theme: from statements to tags and asks.
//!
//! A [`Codebook`] holds the [`Theme`]s that a user sorts statements by. A [`Tagger`] reads the words of a statement
//! and returns its [`Tag`]s, each with the words that earned it. [`asks`] joins equal demands of different speakers
//! into one [`Ask`] and keeps every supporter's own words. Before it stands `rap-statement`, after it `rap-dossier`.
//!
//! A [`Theme`] is about [`Concept`]s, each with cues in every language: so a demand in English and one in Chinese
//! have something in common that can be counted, without a dictionary and without a model.
//!
//! A [`Linker`] ties a demand to the provision of a law that it speaks of, with the words that say so.
//!
//! Absent on purpose: storage, and any wording of our own: an ask is named by a supporter's words.

mod ask;
mod chinese;
mod codebook;
mod cue;
mod fault;
mod link;
mod scan;
mod stem;
mod tag;

pub use ask::{Ask, DemandUnit, asks};
pub use codebook::{Codebook, CodebookError, CodebookErrors, Concept, Cue, Example, Theme};
pub use link::{Asked, Citation, Evidence, Link, Linker, Tie, citations, standing_over};
pub use tag::{Tag, TagReader, Tagger};
