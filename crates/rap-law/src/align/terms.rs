//! Terms: what two languages call the same matter.
//!
//! A list of terms enters; leaves a lexicon that finds them in the tokens of either language, the longest form first.
//! The built-in list is `packs/lexicons/legal-terms.txt`, whose head says how it is written.

use rustc_hash::FxHashMap;

use crate::compare::fold::{fold_into, is_ideograph};
use crate::redline::{Keys, Token, tokens_into};

const BUILT_IN: &str = include_str!("../../../../packs/lexicons/legal-terms.txt");

/// A matter and what it is called.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// What English calls it, the usual name first.
    pub english: Vec<String>,
    /// What Chinese calls it.
    pub chinese: Vec<String>,
    /// Whether every law has it, so that it joins nothing by itself.
    pub is_common: bool,
}

/// The terms, and how to find them.
#[derive(Clone, Debug)]
pub struct Terms {
    terms: Vec<Term>,
    /// Forms by their first stem, the longest first, each with its term.
    forms: FxHashMap<String, Vec<(Vec<String>, usize)>>,
}

/// A term where it stands: the range of tokens.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Found {
    pub(crate) term: usize,
    pub(crate) first: usize,
    pub(crate) end: usize,
}

impl Terms {
    /// Returns the terms that come with the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self::parse(BUILT_IN)
    }

    /// Returns the terms of a list. A line that is none is passed over.
    #[must_use]
    pub fn parse(list: &str) -> Self {
        let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        Self::new(lines.filter_map(term).collect())
    }

    /// Returns the lexicon of these terms.
    #[must_use]
    pub fn new(terms: Vec<Term>) -> Self {
        let mut forms: FxHashMap<String, Vec<(Vec<String>, usize)>> = FxHashMap::default();
        for (index, term) in terms.iter().enumerate() {
            for form in term.english.iter().chain(&term.chinese) {
                let (stems, _) = stems_of(form);
                if let Some(first) = stems.first().cloned() {
                    forms.entry(first).or_default().push((stems, index));
                }
            }
        }
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
        for list in forms.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(a.cmp(b)));
        }
        Self { terms, forms }
    }

    /// Returns these terms and more.
    #[must_use]
    pub fn with(self, more: Vec<Term>) -> Self {
        let mut terms = self.terms;
        terms.extend(more);
        Self::new(terms)
    }

    /// Returns the terms as a list.
    #[must_use]
    pub fn into_terms(self) -> Vec<Term> {
        self.terms
    }

    pub(crate) fn term(&self, index: usize) -> Option<&Term> {
        self.terms.get(index)
    }

    #[cfg(test)]
    pub(crate) fn len(&self) -> usize {
        self.terms.len()
    }

    /// Returns the terms in `text` at `span` with their places, those of every law left out: the index of the term and
    /// where it stands.
    #[must_use]
    pub fn places(&self, text: &str, span: rap_doc::Span) -> Vec<(usize, rap_doc::Span)> {
        let (stems, tokens) = stems_of(span.of(text));
        let place = |found: Found| {
            let term = self.term(found.term).filter(|term| !term.is_common)?;
            let (first, last) = (tokens.get(found.first)?, tokens.get(found.end.checked_sub(1)?)?);
            (!term.english.is_empty()).then(|| (found.term, first.span.hull(last.span).shifted(span.start())))
        };
        self.find(&stems).into_iter().filter_map(place).collect()
    }

    /// Returns the terms in a run of stems, each place in one form only.
    pub(crate) fn find(&self, stems: &[String]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(stem) = stems.get(at) {
            let forms = self.forms.get(stem).map(Vec::as_slice).unwrap_or_default();
            let rest = stems.get(at..).unwrap_or_default();
            let longest = forms.iter().find(|(form, _)| rest.starts_with(form)).map(|(form, _)| form);
            let Some(longest) = longest else {
                at += 1;
                continue;
            };
            let same = forms.iter().filter(|(form, _)| form == longest);
            found.extend(same.map(|(form, term)| Found { term: *term, first: at, end: at + form.len() }));
            at += longest.len();
        }
        found
    }
}

fn term(line: &str) -> Option<Term> {
    let (is_common, line) = line.strip_prefix('~').map_or((false, line), |rest| (true, rest));
    let (english, chinese) = line.split_once('=')?;
    let forms = |side: &str| -> Vec<String> {
        side.split('|').map(|form| form.trim().to_owned()).filter(|form| !form.is_empty()).collect()
    };
    let term = Term { english: forms(english), chinese: forms(chinese), is_common };
    (!term.english.is_empty() && !term.chinese.is_empty()).then_some(term)
}

/// Returns the stems of a text with its tokens.
pub(crate) fn stems_of(text: &str) -> (Vec<String>, Vec<Token>) {
    let mut tokens = Vec::new();
    tokens_into(text, rap_doc::Span::new(0, text.len()), &mut Keys::default(), &mut tokens);
    (stems(text, &tokens), tokens)
}

/// Returns the stem of each token: in small letters, without the ending of the plural; a hyphen is a stem of nothing.
pub(crate) fn stems(text: &str, tokens: &[Token]) -> Vec<String> {
    tokens.iter().map(|token| stem(token.span.of(text).trim_end())).collect()
}

fn stem(word: &str) -> String {
    let mut folded = String::new();
    word.chars().flat_map(char::to_lowercase).for_each(|c| fold_into(c, &mut folded));
    if folded.starts_with(is_ideograph) || folded.len() < 4 {
        return folded;
    }
    if let Some(body) = folded.strip_suffix("ies") {
        return format!("{body}y");
    }
    if folded.ends_with('s') && !folded.ends_with("ss") && !folded.ends_with("us") && !folded.ends_with("is") {
        folded.pop();
    }
    // "anonymization" and "anonymisation" are one.
    folded.replace("iz", "is")
}

#[cfg(test)]
mod tests;
