//! English.

pub(crate) mod token;
