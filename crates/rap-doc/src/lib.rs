//! The leaf types that every other part of Rapporteur speaks.
//!
//! A [`Source`] is the bytes of a paper as received. A [`Doc`] is the text decoded from it: one string that is
//! never changed afterwards, cut into [`Block`]s and sentences that are ranges into it, so that a quote is always
//! a [`Span`] and never a copy that has drifted. A [`Locus`] names a span in a source. A [`Finding`] is what a
//! stage could not do, with its place and the next action.
//!
//! Offsets inside the program are UTF-8 bytes. [`OffsetIndex`] turns them into Unicode code points and UTF-16
//! units for the outside.
//!
//! This crate knows no file format, no path, no clock and no network: `rap-read` makes documents, this crate says
//! what a document is. It knows the layout of plain text, because plain text is a document already.

mod block;
mod dateline;
mod doc;
mod fault;
mod finding;
mod language;
mod meant;
mod months;
mod offsets;
mod plain;
mod sentence;
mod source;
mod span;
mod word_key;

pub use block::{Block, BlockKind, Origin};
pub use dateline::{dashed_dateline, wired_dateline};
pub use doc::{Doc, DocError, Sentence};
pub use fault::{Fault, FileLines};
pub use finding::{Finding, Place, Severity};
pub use language::Language;
pub use meant::meant;
pub use months::{MONTH_NAMES, month_of};
pub use offsets::{Offset, OffsetIndex};
pub use plain::plain_blocks;
pub use sentence::sentences;
pub use source::{Media, Source, SourceId};
pub use span::{Locus, Span};
pub use word_key::{WordKey, WordRun};
