//! Sources: whom the words name that an attribution gives as its source.

use std::ops::Range;

use rap_doc::Span;

use crate::BodyKind;
use crate::found::{Found, Mention, MentionForm};

use super::body::{has_head, kind_of};
use super::class;
use super::frame;
use super::inflect::plural;
use super::lexicon::lexicon;
use super::name_words::head_kind;
use super::relay::pass_on;
use super::token::Shape;
use super::words::Words;

/// How far before a participle its sentence may begin, in tokens.
const LONGEST: usize = 120;

/// Ties attributions to mentions; a source that no mention covers becomes one.
pub(crate) fn tie_sources(words: Words<'_>, found: &mut Found) {
    let relays = pass_on(words, found);
    // Mentions that sources add come behind those of the sentences, which are in order.
    let known = found.mentions.len();
    let mut tied = vec![false; found.attributions.len()];
    for (attribution, _) in &found.said_by {
        if let Some(tied) = tied.get_mut(*attribution) {
            *tied = true;
        }
    }
    for (index, _) in tied.iter().enumerate().filter(|(_, tied)| !**tied) {
        let Some(source) = found.attributions.get(index).and_then(|attribution| attribution.source.first().copied())
        else {
            continue;
        };
        let from = words.tokens.partition_point(|token| token.span().start() < source.start());
        let end = words.tokens.partition_point(|token| token.span().start() < source.end());
        if !tie_to_mentions(words, from..end, index, known, found) {
            let mention = describe(words, from, end, source);
            if matches!(mention.form, MentionForm::Thing | MentionForm::Paper)
                && tie_to_leader(words, index, known, found)
            {
                continue;
            }
            found.said_by.push((index, found.mentions.len()));
            found.mentions.push(mention);
        }
    }
    found.said_by.sort_by_key(|tie| tie.0);
    found.mentions.extend(relays);
}

/// Ties an attribution whose cue is a participle ("…, noting that …") to whoever opens the sentence, where the words
/// before the participle are a thing.
fn tie_to_leader(words: Words<'_>, attribution: usize, known: usize, found: &mut Found) -> bool {
    let Some(cue) = found.attributions.get(attribution).and_then(|attribution| attribution.cue.first().copied()) else {
        return false;
    };
    let at = words.tokens.partition_point(|token| token.span().start() < cue.start());
    if !words.is(at, class::GERUND) || !words.mark(at.wrapping_sub(1), b',') {
        return false;
    }
    let full_stop =
        |before: &usize| words.mark(*before, b'.') && words.capital(before + 1) || words.mark(*before, b';');
    let start =
        (at.saturating_sub(LONGEST)..at).rev().find(full_stop).map_or(at.saturating_sub(LONGEST), |before| before + 1);
    let opening = words.span(start, start + 3);
    let people = found.mentions.get(..known).unwrap_or_default();
    let leads = |mention: &Mention| {
        mention.form == MentionForm::Person
            && mention.span.start() >= opening.start()
            && mention.span.start() <= opening.end()
    };
    let near = people.partition_point(|mention| mention.name.end() <= opening.start());
    let Some(leader) = (near..known.min(near + 3)).find(|&at| people.get(at).is_some_and(leads)) else { return false };
    let span = people.get(leader).map(|mention| mention.span);
    if let Some(attribution) = found.attributions.get_mut(attribution) {
        attribution.source = span.into_iter().collect();
    }
    found.said_by.push((attribution, leader));
    true
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
    // A name inside of somebody's office is not the source; the holder is.
    let holder = |mention: &Mention| {
        // "According to Ada Lund, the mayor had said": no apposition but a report in a report.
        let first = words.tokens.partition_point(|token| token.span().start() < mention.span.start());
        let accords = words.says(first.wrapping_sub(1), "to") && words.is(first.wrapping_sub(2), class::ACCORDING);
        mention.form == MentionForm::Person
            && mention.span.contains(range)
            && !mention.name.overlaps(range)
            && !(accords && range.end() == mention.span.end())
    };
    let near = start.saturating_sub(4)..(start + 4).min(known);
    if let Some(holder) = near.into_iter().find(|&at| sorted.get(at).is_some_and(holder)) {
        let span = sorted.get(holder).map(|mention| mention.span);
        if let Some(attribution) = found.attributions.get_mut(attribution) {
            attribution.source = span.into_iter().collect();
        }
        found.said_by.push((attribution, holder));
        return true;
    }
    let before = found.said_by.len();
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
        // "China's Supreme Court" is the court; "the court's president" is not.
        let national = |at: usize| {
            words.is(at, class::NATION | class::DETERMINER)
                || matches!(words.word(at), "'s" | "’s")
                || words.mark(at, b',')
        };
        // "Her colleague Ada Lund" is Ada Lund.
        let related = |at: usize| at == from && words.is(at, class::DETERMINER) && mention.form == MentionForm::Person;
        let governed = !(reached..first).all(national)
            && (reached..first)
                .any(|at| words.is(at, class::PREPOSITION | class::POSSESSIVE | class::RELATIVE) && !related(at));
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
        found.said_by.truncate(before);
        return false;
    }
    tied
}

/// Returns a mention for the words of a source that names nobody the rules know.
pub(super) fn describe(words: Words<'_>, from: usize, end: usize, source: Span) -> Mention {
    let plain = |form: MentionForm| Mention { span: source, name: source, role: None, organisation: None, form };
    if let Some(form) = pronoun(words, from, end) {
        return plain(form);
    }
    let determiner = words.is(from, class::DETERMINER);
    let first = from + usize::from(determiner);
    let head = head_of(words, first, end);
    let Some(token) = words.get(head) else { return plain(MentionForm::Unnamed) };
    // "Legislative and policy attention": an adjective that only opens its sentence with a capital.
    let adjective = head == first && token.is(class::ADJECTIVE) && !token.is(class::GIVEN_NAME | class::NATION);
    let proper = token.is_capital()
        && !adjective
        && (first..=head).all(|at| words.capital(at) || !words.get(at).is_some_and(|t| t.shape == Shape::Lower));
    if token.is(class::GROUP) || token.is(class::ROLE_PLURAL) || is_quantity(words, head) {
        return described(words, first, head, end, source, MentionForm::Group);
    }
    if proper && !token.is(class::ROLE) {
        return Mention { name: words.span(first, head + 1), ..plain(proper_form(words, first, head + 1)) };
    }
    if let Some(name) = name_behind(words, first, head) {
        return Mention { name: words.span(name, head + 1), ..plain(proper_form(words, name, head + 1)) };
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
    plain(if is_human(words, head) {
        MentionForm::Unnamed
    } else if u32::from(token.noun_frames) & frame::PAPER != 0 || words.says(head, "draft") {
        MentionForm::Paper
    } else {
        MentionForm::Thing
    })
}

/// Returns where a name of two words or more begins that ends at `head`, behind a noun in small letters: "her neighbour
/// Ada Lund".
fn name_behind(words: Words<'_>, first: usize, head: usize) -> Option<usize> {
    let named = |at: usize| words.capital(at) && !words.is(at, class::ROLE | class::NATION | class::TIME);
    let mut name = head + 1;
    while name > first && named(name - 1) {
        name -= 1;
    }
    (head > name && name > first && words.get(name - 1).is_some_and(|token| token.shape == Shape::Lower))
        .then_some(name)
}

/// Tells a noun for a human being: "the man", "a voter", "a strategist".
fn is_human(words: Words<'_>, head: usize) -> bool {
    const HUMANS: [&str; 14] = [
        "man", "woman", "person", "lady", "wife", "boy", "girl", "child", "someone", "nobody", "one", "who", "anyone",
        "which",
    ];
    const ENDINGS: [&str; 9] = ["ist", "ists", "ian", "ians", "man", "men", "woman", "women", "ants"];
    // Plurals in -ers and -ors are people, but for these.
    const THINGS: [&str; 30] = [
        "plants",
        "grants",
        "warrants",
        "restaurants",
        "variants",
        "pollutants",
        "covenants",
        "constants",
        "numbers",
        "letters",
        "matters",
        "papers",
        "orders",
        "powers",
        "computers",
        "factors",
        "sectors",
        "errors",
        "servers",
        "barriers",
        "chapters",
        "centers",
        "towers",
        "covers",
        "offers",
        "flyers",
        "posters",
        "markers",
        "indicators",
        "drivers",
    ];
    let noun = words.word(head).to_ascii_lowercase();
    let agents = (noun.ends_with("ers") || noun.ends_with("ors")) && noun.len() > 5 && !THINGS.contains(&noun.as_str());
    let plural = lexicon().entry(plural(&noun).as_bytes());
    plural.classes & class::GROUP != 0
        || words.is(head, class::BODY_HEAD | class::PRONOUN)
        || agents
        || HUMANS.contains(&noun.as_str())
        || ENDINGS.iter().any(|ending| noun.len() > ending.len() + 2 && noun.ends_with(ending))
            && !THINGS.contains(&noun.as_str())
}

/// Tells words that stand for several people by their number: "many", "most of them", "42 percent of voters".
fn is_quantity(words: Words<'_>, head: usize) -> bool {
    const QUANTITIES: [&str; 34] = [
        "many",
        "some",
        "most",
        "those",
        "others",
        "both",
        "all",
        "none",
        "few",
        "several",
        "percent",
        "number",
        "majority",
        "minority",
        "half",
        "third",
        "quarter",
        "two-thirds",
        "three-quarters",
        "lot",
        "pair",
        "trio",
        "couple",
        "rest",
        "public",
        "crowd",
        "audience",
        "community",
        "establishment",
        "industry",
        "camp",
        "side",
        "sides",
        "everybody",
    ];
    QUANTITIES.iter().any(|quantity| words.says(head, quantity)) || words.is(head, class::NUMBER)
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
        "it" | "its" | "i" | "me" | "my" | "who" | "you" => (None, false),
        _ => return None,
    };
    Some(MentionForm::Pronoun { female, plural })
}

/// Describes people by what they are: "a spokesman for the ministry", "the company's lawyers".
fn described(words: Words<'_>, first: usize, head: usize, end: usize, source: Span, form: MentionForm) -> Mention {
    let name = words.span(first, end);
    let role = (form != MentionForm::Group).then(|| words.span(first, head + 1));
    let organisation = if role.is_some() { spoken_for(words, head + 1, end) } else { None };
    Mention { span: source, name, role, organisation, form }
}

/// Returns the body that somebody without a name speaks for: "a spokesman for the Port Union".
fn spoken_for(words: Words<'_>, at: usize, end: usize) -> Option<(Span, BodyKind)> {
    let first = at + 1 + usize::from(words.is(at + 1, class::DETERMINER));
    let linked = matches!(words.word(at), "for" | "of" | "from" | "at" | "with");
    let named = linked && first < end && words.get(first).is_some_and(|token| token.is_capital());
    let kind = head_kind(words.word(end.checked_sub(1)?)).unwrap_or(BodyKind::Other);
    named.then(|| (words.span(first, end), kind))
}
