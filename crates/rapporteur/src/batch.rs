//! Many papers: coded on every core, handed on in order, a batch at a time.

use std::collections::BTreeSet;

use rap_doc::{Finding, SourceId};
use rayon::prelude::*;

use crate::papers::{PaperFile, bytes_of};
use crate::{Coded, Coder};

/// How many bytes of papers are in memory at once, unless one paper alone is larger: large enough to keep the cores
/// busy, small enough that a folder of any size fits.
const BATCH_BYTES: u64 = 8 << 20;

/// What became of one paper.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// It was coded: the paper itself first, then what is enclosed in it.
    Coded(Vec<Coded>),
    /// Its bytes were known before, and it was not read.
    Known,
    /// It could not be opened.
    Unopened(Finding),
}

/// Codes papers on all threads, makes on the same threads something of what became of each, and hands that on in the
/// order of the papers; those whose bytes are `known` are not read.
///
/// # Errors
///
/// Stops at the first error that `take` returns, and returns it.
pub fn code_all<T: Send, E>(
    coder: &Coder,
    papers: &[PaperFile],
    known: &BTreeSet<SourceId>,
    make: impl Fn(Outcome) -> T + Sync,
    mut take: impl FnMut(&PaperFile, T) -> Result<(), E>,
) -> Result<(), E> {
    let mut rest = papers;
    while !rest.is_empty() {
        let (batch, later) = rest.split_at(batch_length(rest));
        let made: Vec<T> = batch.par_iter().map(|paper| make(code(coder, paper, known))).collect();
        for (paper, made) in batch.iter().zip(made) {
            take(paper, made)?;
        }
        rest = later;
    }
    Ok(())
}

fn code(coder: &Coder, paper: &PaperFile, known: &BTreeSet<SourceId>) -> Outcome {
    match bytes_of(paper) {
        Ok(bytes) if !known.is_empty() && known.contains(&SourceId::of(&bytes)) => Outcome::Known,
        Ok(bytes) => Outcome::Coded(coder.code(bytes, &paper.origin)),
        Err(finding) => Outcome::Unopened(finding),
    }
}

/// Sets on how many threads papers are coded; by default one for each core. Called once, before any work.
pub fn use_threads(threads: usize) {
    // The only failure is that work has begun already on the default number, which is harmless.
    drop(rayon::ThreadPoolBuilder::new().num_threads(threads).build_global());
}

/// Returns how many papers from the front make a batch: at least one.
fn batch_length(papers: &[PaperFile]) -> usize {
    let mut bytes = 0;
    let fits = papers.iter().take_while(|paper| {
        bytes += paper.bytes;
        bytes <= BATCH_BYTES
    });
    fits.count().max(1).min(papers.len())
}

#[cfg(test)]
mod tests;
