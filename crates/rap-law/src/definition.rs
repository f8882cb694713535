//! Definitions: the terms that an act gives a meaning, and where it uses them.
//!
//! What is looked for is what drafters write: `‘AI system’ means …`, `the term “person” includes …`,
//! 本法所称网络，是指…, and the lists under 下列用语的含义. A short form in brackets is a name and no definition.

use aho_corasick::{AhoCorasick, MatchKind};
use rap_doc::Span;

use crate::provision::Law;

/// A term and the meaning that the act gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Definition {
    /// The term, without quotation marks.
    pub term: Span,
    /// The words that say what it means, to the end of the sentence or point.
    pub meaning: Span,
    /// The provision that defines it, by index.
    pub provision: usize,
    /// Where else the act uses the term, in the order of the text.
    pub uses: Vec<Span>,
}

/// A term has at most these bytes: `person authorised to act on behalf of …` and its like.
const LONGEST_TERM: usize = 200;

/// Words that give a term its meaning.
const MEANS: [&str; 9] = [
    " means",
    " shall mean",
    " mean ",
    " has the meaning",
    " have the meaning",
    " has the same meaning",
    " includes ",
    " refers to ",
    " is defined as ",
];

/// Returns the definitions of an act in the order of its text.
#[must_use]
pub fn definitions(law: &Law) -> Vec<Definition> {
    let text = law.doc.text();
    let mut found = Vec::new();
    for (index, provision) in law.provisions.iter().enumerate() {
        for own in &provision.own {
            let (from, numbered) = (found.len(), provision.number.is_some());
            english(text, *own, index, &mut found);
            chinese(text, *own, index, numbered, &mut found);
            if let Some(new) = found.get_mut(from..) {
                new.sort_by_key(|definition| definition.term);
            }
        }
    }
    add_uses(law, &mut found);
    found
}

/// Finds `‘term’ means …`; several terms may be defined at once.
fn english(text: &str, own: Span, provision: usize, found: &mut Vec<Definition>) {
    let words = own.of(text);
    let mut at = 0;
    while let Some(open) = words.get(at..).and_then(|rest| rest.find(['‘', '“', '"', '\''])) {
        let start = at + open;
        let Some((term, after)) = quoted(words, start) else {
            at = start + words.get(start..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            continue;
        };
        at = after;
        if let Some(meaning) = meaning(words, after) {
            found.push(Definition {
                term: term.shifted(own.start()),
                meaning: meaning.shifted(own.start()),
                provision,
                uses: Vec::new(),
            });
        }
    }
}

/// Returns the words between quotation marks that open at `start`, and where the closing mark ends.
fn quoted(words: &str, start: usize) -> Option<(Span, usize)> {
    let open = words.get(start..)?.chars().next()?;
    let close = match open {
        '‘' => '’',
        '“' => '”',
        other => other,
    };
    let inner = words.get(start + open.len_utf8()..)?;
    let near = inner.char_indices().take_while(|(at, _)| *at <= LONGEST_TERM);
    // An apostrophe inside of a word closes nothing.
    let (at, _) = near.into_iter().find(|(at, c)| {
        *c == close && !inner.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    })?;
    let from = start + open.len_utf8();
    let term = Span::new(from, from + at).trimmed(words);
    (!term.is_empty()).then_some((term, from + at + close.len_utf8()))
}

/// Returns the words from `means` to the end of the sentence.
fn meaning(words: &str, after: usize) -> Option<Span> {
    let rest = words.get(after..)?;
    // Between the term and `means` there may be an abbreviation in brackets or another term.
    let mut gap = rest;
    if let Some(inner) = gap.strip_prefix(" (") {
        gap = inner.get(inner.find(')').filter(|at| *at <= 80)? + 1..)?;
    }
    while let Some(other) =
        gap.strip_prefix(" or ").or_else(|| gap.strip_prefix(" and ")).or_else(|| gap.strip_prefix(", "))
    {
        let (_, end) = quoted(other, 0)?;
        gap = other.get(end..)?;
    }
    let verb = gap.strip_prefix(',').unwrap_or(gap);
    MEANS.iter().any(|means| verb.starts_with(means)).then(|| {
        let from = words.len() - verb.len();
        Span::new(from, words.len()).trimmed(words)
    })
}

/// Finds 本法所称网络，是指… and, in a numbered point, 网络，是指….
fn chinese(text: &str, own: Span, provision: usize, numbered: bool, found: &mut Vec<Definition>) {
    let words = own.of(text);
    for (at, means) in words.match_indices("是指") {
        let before = near_before(words, at);
        let cut = at - before.len();
        let sentence =
            before.rfind(['。', '；', '\n']).map_or(0, |stop| stop + '。'.len_utf8().min(before.len() - stop));
        let sentence = if before.get(sentence..).is_some() { sentence } else { 0 };
        let head = before.get(sentence..).unwrap_or_default();
        let called = head.rfind("所称").map(|called| called + "所称".len());
        let from = match called {
            Some(called) => cut + sentence + called,
            None if (numbered && cut == 0) || head.starts_with(['“', '「']) => cut + sentence,
            None => continue,
        };
        let term = Span::new(from, at);
        let trim = |c: char| c.is_whitespace() || matches!(c, '，' | ',' | '“' | '”' | '「' | '」' | '：' | '的');
        let inner = term.of(words);
        let front = inner.len() - inner.trim_start_matches(trim).len();
        let back = inner.trim_end_matches(|c| trim(c) && c != '的').len();
        let term = Span::new(from + front, from + back.max(front));
        let name = term.of(words);
        if name.is_empty() || name.chars().count() > 40 || name.contains(['，', '。', '；', '：']) {
            continue;
        }
        let rest = words.get(at + means.len()..).unwrap_or_default();
        let end = rest.find('。').map_or(words.len(), |stop| at + means.len() + stop + '。'.len_utf8());
        found.push(Definition {
            term: term.shifted(own.start()),
            meaning: Span::new(at, end).trimmed(words).shifted(own.start()),
            provision,
            uses: Vec::new(),
        });
    }
}

/// Returns the words before `at`, no more than a term and its sentence can need.
fn near_before(words: &str, at: usize) -> &str {
    let mut from = at.saturating_sub(2 * LONGEST_TERM);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    words.get(from..at).unwrap_or_default()
}

/// Finds where the act uses its terms: whole words, singular or plural, the longest term where one holds another.
fn add_uses(law: &Law, definitions: &mut [Definition]) {
    let text = law.doc.text();
    let terms: Vec<&str> = definitions.iter().map(|definition| definition.term.of(text)).collect();
    let builder =
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).ascii_case_insensitive(true).build(&terms);
    let Ok(automaton) = builder else { return };
    let mut uses: Vec<Vec<Span>> = vec![Vec::new(); terms.len()];
    for hit in automaton.find_iter(text) {
        let span = Span::new(hit.start(), hit.end());
        let own = definitions.get(hit.pattern().as_usize()).is_some_and(|definition| definition.term == span);
        if !own
            && is_word(text, span)
            && let Some(list) = uses.get_mut(hit.pattern().as_usize())
        {
            list.push(span);
        }
    }
    for (definition, uses) in definitions.iter_mut().zip(uses) {
        definition.uses = uses;
    }
}

/// Tells a term from a part of a longer word; an `s` at its end is its plural.
fn is_word(text: &str, span: Span) -> bool {
    let latin = span.of(text).chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
    if !latin {
        return true;
    }
    let before = text.get(..span.start()).and_then(|before| before.chars().next_back());
    let after = text.get(span.end()..).unwrap_or_default();
    let after = after.strip_prefix('s').unwrap_or(after);
    let joins = |c: char| c.is_alphanumeric() && c.is_ascii();
    !before.is_some_and(joins) && !after.starts_with(joins)
}

#[cfg(test)]
mod tests;
