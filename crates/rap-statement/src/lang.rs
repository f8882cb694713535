//! Languages: each a folder of rules that turn a block into [`Found`](crate::found::Found).

pub(crate) mod en;
