//! Citations: where a paper names provisions of the law, and which of them a demand stands under.

use rap_doc::{Doc, Span};
use rap_law::{Instruments, Law, ReferenceKind, references_to};

use super::Citation;

/// How many sentences back a citation still speaks: "Article 9 lists health. A reminder is no diagnosis. The list
/// should be shorter."
const SENTENCES_BACK: usize = 2;

/// Returns where the paper names provisions of this law, in the order of the text. A reference that cannot be
/// resolved whole is none.
#[must_use]
pub fn citations(doc: &Doc, law: &Law, instruments: &Instruments) -> Vec<Citation> {
    let references = references_to(law, doc.text(), instruments);
    let resolved = references.iter().filter(|found| found.resolved && found.kind == ReferenceKind::Internal);
    let mut citations = Vec::new();
    for reference in resolved {
        let index = |id: &String| law.provisions.iter().position(|provision| provision.id.as_str() == id);
        let named = reference.target.iter().filter_map(index);
        citations.extend(named.map(|provision| Citation { words: reference.span, provision }));
    }
    citations
}

/// Returns those of the citations of a paper under which words stand: those in them, in their statement, in the
/// sentences before in the same paragraph, or in the heading above.
#[must_use]
pub fn standing_over(doc: &Doc, citations: &[Citation], statement: Span, heading: Span) -> Vec<Citation> {
    let Some(block) = doc.block_at(statement.start()) else { return Vec::new() };
    let sentences = doc.sentences_of(block);
    let all = doc.sentences().get(sentences).unwrap_or_default();
    let own = all.partition_point(|sentence| sentence.span.end() <= statement.start());
    let first = all.get(own.saturating_sub(SENTENCES_BACK)).map_or(statement, |sentence| sentence.span);
    let near = first.hull(statement);
    let over = |words: Span| near.contains(words) || heading.contains(words);
    citations.iter().filter(|citation| over(citation.words)).cloned().collect()
}
