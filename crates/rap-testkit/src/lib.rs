//! What tests and benchmarks share. No released crate depends on this one.
//!
//! [`prose`] writes invented papers of any length by a fixed seed, so that a benchmark reads the same text on every
//! machine. [`shared`] finds the development sets beside the repository, and says so where they are absent, because
//! a test that is skipped must be seen to be.

mod prose;
mod shared;

pub use prose::{Tongue, prose};
pub use shared::shared;
