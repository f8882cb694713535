//! What tests and benchmarks share. No released crate depends on this one.
//!
//! [`prose`] writes invented papers of any length by a fixed seed, so that a benchmark reads the same text on every
//! machine. [`read_marks`] reads the marked paragraphs of `corpus/attribution`. [`shared`] finds the development sets beside the repository, and says so where they are absent, because
//! a test that is skipped must be seen to be.

mod docket;
mod marks;
mod prose;
mod shared;

pub use docket::docket;
pub use marks::{
    Agreement, MarkError, MarkedAttribution, MarkedManner, MarkedParagraph, Side, pairs, read_marks, strip_marks,
};
pub use prose::{Tongue, prose};
pub use shared::shared;
