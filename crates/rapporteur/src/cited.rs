//! The references in papers of any kind: an act is searched for its own provisions, any other paper has none.

use rap_law::{Instruments, Law, ProvisionKind, Reference, references, references_in_doc};

/// Returns the references of a paper; those of an act to itself are looked up in it.
#[must_use]
pub fn references_of(law: &Law, instruments: &Instruments) -> Vec<Reference> {
    if is_act(law) { references(law, instruments) } else { references_in_doc(&law.doc, instruments) }
}

/// Tells an act from a paper with a numbered list: articles and sections say that they are some, or have headings.
fn is_act(law: &Law) -> bool {
    let articles = || law.provisions.iter().filter(|provision| provision.kind == ProvisionKind::Article);
    let numbers: Vec<_> = articles().filter_map(|article| article.number.as_ref()).collect();
    let worded = numbers.iter().filter(|number| !law.words(number.printed).starts_with(char::is_numeric)).count();
    // Acts of the United Kingdom and of India number their sections without a word.
    let divided = law.provisions.iter().any(|p| matches!(p.kind, ProvisionKind::Chapter | ProvisionKind::Part));
    let headed = articles().filter(|article| article.heading.is_some()).count() * 2 > numbers.len();
    worded > 0 || (numbers.len() > 2 && (divided || headed)) || numbers.len() > 9
}
