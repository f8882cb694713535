//! Names of bodies: where one begins and ends, and what kind of body its words make it.
//!
//! A name of a body is a run of capitals with a head ("Institute", "Ltd", "Ministry"), drawn out by "of", "for" and
//! "and" ("Academy of Information and Communications Technology"), or a name that the list of public bodies knows.

use crate::BodyKind;
use crate::public_bodies::public_body;

use super::class;
use super::name_words::head_kind;
use super::words::Words;

/// A name of a body has at most so many words.
const LONGEST: usize = 24;

/// Tells whether the capitals `first..end` can be the name of a body, or the beginning of one.
pub(crate) fn has_head(words: Words<'_>, first: usize, end: usize) -> bool {
    let last = end.saturating_sub(1);
    // "Information Technology" is a field, "Birch Technology" a company.
    let field =
        words.is(last, class::FIELD) && (first..last).all(|at| words.is(at, class::FIELD | class::ROLE_MODIFIER));
    words.is(last, class::BODY_HEAD) && !field
        || (words.says(end, "of") || words.says(end, "for"))
            && words.capital(end + 1 + usize::from(words.says(end + 1, "the")))
            && words.is(first, class::BODY_HEAD)
        || last > first && words.is(last - 1, class::BODY_HEAD) && is_suffix(words.word(last))
}

/// Tells "Co.", "Ltd" and the like behind a head.
fn is_suffix(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "Co" | "Ltd" | "Inc" | "Corp" | "LLC" | "PLC" | "Limited")
}

/// Draws out a name that begins with the capitals `first..end`: returns where it ends.
pub(crate) fn drawn_out(words: Words<'_>, first: usize, end: usize) -> usize {
    let mut end = end;
    let mut in_complement = false;
    while end < first + LONGEST {
        let next = after_of(words, first, end)
            .or_else(|| after_and(words, end, in_complement))
            .or_else(|| in_complement.then(|| after_comma(words, end)).flatten());
        let Some((start, complement)) = next else { break };
        in_complement |= complement;
        end = capitals_end(words, start);
        if end == start {
            break;
        }
    }
    end
}

/// Returns the end of the capitals that start at `start`, names in the genitive ("People's") included.
pub(crate) fn capitals_end(words: Words<'_>, start: usize) -> usize {
    let mut at = start;
    while words.capital(at) && !words.is(at, class::DETERMINER) {
        at += 1;
        if joins_genitive(words, at) {
            at += 1;
        }
    }
    at
}

/// Tells the `'s` of "National People's Congress", which belongs to the name, from that of "China's Parliament".
pub(crate) fn joins_genitive(words: Words<'_>, at: usize) -> bool {
    const OWNERS: [&str; 19] = [
        "people",
        "children",
        "women",
        "men",
        "farmers",
        "workers",
        "students",
        "teachers",
        "consumers",
        "writers",
        "authors",
        "king",
        "queen",
        "veterans",
        "employers",
        "employees",
        "commissioner",
        "taxpayers",
        "lawyers",
    ];
    // "Publishers' Alliance", "Bakers' Federation": many own what has a head.
    let many = matches!(words.word(at), "'" | "’")
        && at > 0
        && words.word(at - 1).ends_with('s')
        && words.is(at + 1, class::BODY_HEAD);
    many && words.capital(at + 1)
        || matches!(words.word(at), "'s" | "’s" | "'" | "’")
            && words.capital(at + 1)
            && at > 0
            && OWNERS.iter().any(|owner| words.says(at - 1, owner))
}

/// Follows "of", "for" and "on" behind a head: "Ministry of Justice", "Committee on Foreign Affairs".
fn after_of(words: Words<'_>, first: usize, end: usize) -> Option<(usize, bool)> {
    let of = words.says(end, "of");
    if !of && !words.says(end, "for") && !words.says(end, "on") {
        return None;
    }
    let start = end + 1 + usize::from(words.says(end + 1, "the"));
    let headed = words.is(end - 1, class::BODY_HEAD)
        || of && (first..end).any(|at| words.is(at, class::BODY_HEAD)) && words.is(end - 1, class::FIELD)
        || of && (first..end).any(|at| words.is(at, class::BODY_HEAD)) && !words.is(end - 1, class::ROLE);
    (words.capital(start) && !words.is(start, class::TIME | class::PRONOUN) && headed).then_some((start, true))
}

/// Follows "and" between fields of work: "Science and Technology", "Policy and Regulation Working Group".
fn after_and(words: Words<'_>, end: usize, in_complement: bool) -> Option<(usize, bool)> {
    if !words.says(end, "and") && words.word(end) != "&" {
        return None;
    }
    let start = end + 1;
    let stop = capitals_end(words, start);
    let fields = stop > start && (start..stop).any(|at| words.is(at, class::FIELD));
    let headed = stop > start && words.is(stop - 1, class::BODY_HEAD) && !words.is(stop - 1, class::FIELD);
    let before = words.is(end.saturating_sub(1), class::FIELD);
    if (start..stop).any(|at| words.is(at, class::ROLE)) {
        return None;
    }
    let company = words.word(end) == "&" && stop > start;
    let joins =
        fields && before && !(in_complement && headed) || company || in_complement && fields && !headed && before;
    joins.then_some((start, in_complement))
}

/// Follows the commas of "Ministry of Housing, Communities and Local Government": fields of work up to an "and".
fn after_comma(words: Words<'_>, end: usize) -> Option<(usize, bool)> {
    if !words.mark(end, b',') || !words.is(end.saturating_sub(1), class::FIELD) {
        return None;
    }
    let mut at = end;
    while words.mark(at, b',') && words.is(at + 1, class::FIELD) && words.capital(at + 1) {
        at = capitals_end(words, at + 1);
    }
    let closes = at > end && words.says(at, "and") && words.is(at + 1, class::FIELD) && words.capital(at + 1);
    let stop = capitals_end(words, at + 1);
    (closes && words.is(stop.saturating_sub(1), class::FIELD)).then_some((end + 1, true))
}

/// Returns the kind that its words make of a body; `None` where they tell nothing.
pub(crate) fn kind_of(words: Words<'_>, first: usize, end: usize) -> Option<BodyKind> {
    let first = first + usize::from(words.says(first, "the"));
    if let Some(body) = public_body(words.of(first, end)) {
        return Some(body.kind);
    }
    let stop = (first..end).find(|&at| matches!(words.word(at), "of" | "for" | "on")).unwrap_or(end);
    let own = head_before(words, first, stop);
    let inherits = matches!(own, None | Some(BodyKind::Other)) || is_division(words, stop.saturating_sub(1));
    if inherits && stop < end {
        // A committee, office or working group is what the body is that it belongs to.
        let start = stop + 1 + usize::from(words.says(stop + 1, "the"));
        if let Some(kind) = kind_of(words, start, end).filter(|kind| *kind != BodyKind::Other) {
            return Some(kind);
        }
    }
    if inherits && stop == end {
        let owner = (first + 1..end).rev().find_map(|at| public_body(words.of(first, at)));
        if let Some(owner) = owner {
            return Some(owner.kind);
        }
    }
    own
}

/// Tells heads that name a part of a body.
fn is_division(words: Words<'_>, at: usize) -> bool {
    const DIVISIONS: [&str; 10] =
        ["department", "office", "division", "unit", "section", "branch", "team", "desk", "secretariat", "bureau"];
    DIVISIONS.iter().any(|division| words.says(at, division))
}

fn head_before(words: Words<'_>, first: usize, end: usize) -> Option<BodyKind> {
    let last = (first..end).rev().find(|&at| words.is(at, class::BODY_HEAD))?;
    let group = words.says(last, "group") && last > first;
    if group
        && ["working", "study", "expert", "interest", "advisory", "action", "focus", "steering", "parliamentary"]
            .iter()
            .any(|word| words.says(last - 1, word))
    {
        return Some(BodyKind::Other);
    }
    let word = words.word(last).trim_end_matches('.').to_ascii_lowercase();
    head_kind(&word)
}
