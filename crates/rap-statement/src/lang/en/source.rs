//! Sources: whom the words name that an attribution gives as its source.

use std::ops::Range;

use rap_doc::Span;

use crate::found::{Found, Mention, MentionForm};

use super::body::{has_head, kind_of};
use super::class;
use super::name_words::head_kind;
use super::token::Shape;
use super::words::Words;

/// Ties attributions to mentions; a source that no mention covers becomes one.
pub(crate) fn tie_sources(words: Words<'_>, found: &mut Found) {
    // Mentions that sources add come behind those of the sentences, which are in order.
    let known = found.mentions.len();
    for index in 0..found.attributions.len() {
        let Some(source) = found.attributions.get(index).and_then(|attribution| attribution.source.first().copied())
        else {
            continue;
        };
        let from = words.tokens.partition_point(|token| token.span().start() < source.start());
        let end = words.tokens.partition_point(|token| token.span().start() < source.end());
        if !tie_to_mentions(words, from..end, index, known, found) {
            let mention = describe(words, from, end, source);
            found.said_by.push((index, found.mentions.len()));
            found.mentions.push(mention);
        }
    }
}

/// Ties an attribution to the mentions that head its source: one, or several that commas and "and" join.
fn tie_to_mentions(
    words: Words<'_>,
    source: Range<usize>,
    attribution: usize,
    known: usize,
    found: &mut Found,
) -> bool {
    let (from, end) = (source.start, source.end);
    let range = words.span(from, end);
    let sorted = found.mentions.get(..known).unwrap_or_default();
    let start = sorted.partition_point(|mention| mention.name.end() <= range.start());
    let mut reached = from;
    let mut tied = false;
    for index in start..known {
        let Some(mention) = found.mentions.get(index) else { break };
        if mention.name.start() >= range.end() {
            break;
        }
        let first =
            words.tokens.partition_point(|token| token.span().start() < mention.span.start().max(range.start()));
        let stop = words.tokens.partition_point(|token| token.span().start() < mention.span.end());
        let name_stop = words.tokens.partition_point(|token| token.span().start() < mention.name.end());
        let owned = words.is(name_stop, class::POSSESSIVE);
        let governed =
            (reached..first).any(|at| words.is(at, class::PREPOSITION | class::POSSESSIVE | class::RELATIVE));
        let joined =
            !tied || (reached..first).all(|at| words.mark(at, b',') || words.says(at, "and") || words.says(at, "the"));
        if owned || governed || !joined {
            break;
        }
        // A common noun before a body is the head: "Acme officials" have no mention, "the ministry Acme" has none either.
        found.said_by.push((attribution, index));
        tied = true;
        reached = stop;
    }
    let rest = (reached..end).any(|at| words.is(at, class::GROUP | class::ROLE) && !words.capital(at));
    if tied
        && rest
        && matches!(
            found.said_by.last().and_then(|tie| found.mentions.get(tie.1)).map(|mention| mention.form),
            Some(MentionForm::Body(_))
        )
    {
        // "Acme officials", "Acme spokesman": people of the body, not the body.
        found.said_by.retain(|tie| tie.0 != attribution);
        return false;
    }
    tied
}

/// Returns a mention for the words of a source that names nobody the rules know.
fn describe(words: Words<'_>, from: usize, end: usize, source: Span) -> Mention {
    let plain = |form: MentionForm| Mention { span: source, name: source, role: None, organisation: None, form };
    if let Some(form) = pronoun(words, from, end) {
        return plain(form);
    }
    let determiner = words.is(from, class::DETERMINER);
    let first = from + usize::from(determiner);
    let head = head_of(words, first, end);
    let Some(token) = words.get(head) else { return plain(MentionForm::Unnamed) };
    let proper = token.is_capital()
        && (first..=head).all(|at| words.capital(at) || !words.get(at).is_some_and(|t| t.shape == Shape::Lower));
    if token.is(class::GROUP) || token.is(class::ROLE_PLURAL) {
        return described(words, first, head, end, source, MentionForm::Group);
    }
    if proper && !token.is(class::ROLE) {
        return Mention { name: words.span(first, head + 1), ..plain(proper_form(words, first, head + 1)) };
    }
    if token.is(class::ROLE) {
        let definite = words.says(from, "the") && head + 1 == end;
        let form = if definite { MentionForm::Definite } else { MentionForm::Unnamed };
        return described(words, first, head, end, source, form);
    }
    let definite = words.says(from, "the") || words.says(from, "this") || words.says(from, "its");
    if token.is(class::BODY_HEAD) && definite && head_kind(&words.word(head).to_ascii_lowercase()).is_some() {
        return Mention { name: words.span(first, head + 1), ..plain(MentionForm::Definite) };
    }
    let plural = token.shape == Shape::Lower && words.word(head).ends_with('s') && !determiner;
    plain(if plural { MentionForm::Group } else { MentionForm::Unnamed })
}

/// Returns the form of a proper name that stands as a source: a body where its words say so, a person where not.
fn proper_form(words: Words<'_>, first: usize, end: usize) -> MentionForm {
    if has_head(words, first, end) || kind_of(words, first, end).is_some() {
        return MentionForm::Body(kind_of(words, first, end).unwrap_or(crate::BodyKind::Other));
    }
    let acronym = end == first + 1 && words.word(first).chars().all(|c| c.is_ascii_uppercase() || c == '.');
    if acronym { MentionForm::Body(crate::BodyKind::Other) } else { MentionForm::Person }
}

/// Returns the head of a noun phrase: the last word before a preposition, a comma, a relative or the end.
fn head_of(words: Words<'_>, first: usize, end: usize) -> usize {
    let stops = |at: usize| {
        words.is(at, class::PREPOSITION | class::RELATIVE | class::WH | class::COORDINATOR)
            || words.get(at).is_some_and(|token| !token.is_word() && !token.is(class::POSSESSIVE))
    };
    let stop = (first + 1..end).find(|&at| stops(at)).unwrap_or(end);
    stop.saturating_sub(1).max(first)
}

fn pronoun(words: Words<'_>, from: usize, end: usize) -> Option<MentionForm> {
    if end != from + 1 {
        return None;
    }
    let (female, plural) = match words.word(from).to_ascii_lowercase().as_str() {
        "he" | "him" | "his" | "himself" => (Some(false), false),
        "she" | "her" | "hers" | "herself" => (Some(true), false),
        "they" | "them" | "their" | "we" | "us" | "our" => (None, true),
        "it" | "its" | "i" | "me" | "my" | "who" => (None, false),
        _ => return None,
    };
    Some(MentionForm::Pronoun { female, plural })
}

/// Describes people by what they are: "a spokesman for the ministry", "the company's lawyers".
fn described(words: Words<'_>, first: usize, head: usize, end: usize, source: Span, form: MentionForm) -> Mention {
    let name = words.span(first, end);
    let role = (form != MentionForm::Group).then(|| words.span(first, head + 1));
    Mention { span: source, name, role, organisation: None, form }
}
