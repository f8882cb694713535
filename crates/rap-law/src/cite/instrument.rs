//! Acts that a reference names: by kind and number (`Regulation (EU) 2016/679`), by a name of the pack, by a name that
//! nobody knows, and by words that point back (`that Directive`, `thereof`).

use std::ops::Range;

use rap_doc::Span;

use super::cursor::{Cursor, is_whole_word};
use super::{Act, Citation, Grammar, official};

/// The kinds of acts of the Union, and the words for the act at hand.
pub(super) const KINDS: [&str; 24] = [
    "Regulation",
    "Regulations",
    "Directive",
    "Directives",
    "Decision",
    "Decisions",
    "Recommendation",
    "Recommendations",
    "Act",
    "Law",
    "Bill",
    "Code",
    "Measures",
    "Provisions",
    "Rules",
    "Ordinance",
    "Decree",
    "Order",
    "Convention",
    "Agreement",
    "Treaty",
    "Statute",
    "Protocol",
    "Constitution",
];

/// The kinds whose acts are named by year and number, with the letter that CELEX has for them.
const NUMBERED: [(&str, char); 8] = [
    ("Regulation", 'R'),
    ("Regulations", 'R'),
    ("Directive", 'L'),
    ("Directives", 'L'),
    ("Decision", 'D'),
    ("Decisions", 'D'),
    ("Recommendation", 'H'),
    ("Recommendations", 'H'),
];

/// Acts that one list may name.
const MOST_ACTS: usize = 40;

/// Parses a reference to an act at the word for its kind.
pub(super) fn citation(text: &str, hit: Range<usize>, done: usize) -> Option<Citation> {
    if !is_whole_word(text, &hit) {
        return None;
    }
    let mut cursor = Cursor::new(text, hit.start);
    if let Some(acts) = numbered(&mut cursor) {
        let span = Span::new(hit.start, cursor.at);
        let (act, partial) = one_act(acts);
        return Some(Citation { span, paths: Vec::new(), act, partial });
    }
    let before = text.get(done..hit.start)?;
    let trimmed = before.trim_end();
    let word = trimmed.rsplit(|c: char| !c.is_alphabetic()).next()?;
    let act = match word {
        _ if trimmed.len() == before.len() => return None,
        "this" | "This" | "these" | "These" => Act::This,
        "that" | "That" | "those" | "said" => Act::Named,
        _ => return None,
    };
    let start = done + trimmed.len() - word.len();
    Some(Citation { span: Span::new(start, hit.end), paths: Vec::new(), act, partial: false })
}

/// Joins the acts of a list: one is known, several are named by all their identifiers.
fn one_act(acts: Vec<String>) -> (Act, bool) {
    (Act::Known(acts.join(" ")), false)
}

/// Takes `Regulation (EU) 2016/679`, `Directives 2009/48/EC, 2013/53/EU and (EU) 2016/797`; returns the identifiers.
fn numbered(cursor: &mut Cursor<'_>) -> Option<Vec<String>> {
    let (_, letter) =
        NUMBERED.into_iter().filter(|(kind, _)| cursor.rest().starts_with(kind)).max_by_key(|(k, _)| k.len())?;
    let framework = cursor.text.get(..cursor.at)?.ends_with("Framework ");
    let mut ahead = *cursor;
    ahead.word()?;
    if !ahead.space() {
        return None;
    }
    let letter = if framework { 'F' } else { letter };
    let mut acts = vec![act_number(&mut ahead, letter)?];
    *cursor = ahead;
    while acts.len() < MOST_ACTS {
        let mut next = *cursor;
        let comma = next.eat(",");
        let spaced = next.space();
        let joined = next.whole("and") || next.whole("or");
        if !(comma || joined) || !spaced || (joined && !next.space()) {
            break;
        }
        let Some(act) = act_number(&mut next, letter) else { break };
        acts.push(act);
        *cursor = next;
    }
    Some(acts)
}

/// Takes `(EU) 2016/679`, `(EC) No 300/2008`, `No 17/62`, `2009/48/EC`; returns its CELEX identifier.
fn act_number(cursor: &mut Cursor<'_>, letter: char) -> Option<String> {
    let mut ahead = *cursor;
    let mut treaty = false;
    if ahead.eat("(") {
        let end = ahead.rest().bytes().take(16).position(|b| b == b')')?;
        let inner = ahead.rest().get(..end)?;
        treaty = inner
            .split([',', ' '])
            .all(|word| matches!(word, "" | "EU" | "EC" | "EEC" | "Euratom" | "ECSC" | "CFSP" | "JHA" | "UE" | "CE"));
        if !treaty {
            return None;
        }
        ahead.at += end + 1;
        ahead.space();
    }
    let number_first = (ahead.eat("No") || ahead.eat("no") || ahead.eat("Nos")) && {
        ahead.eat(".");
        ahead.space();
        true
    };
    let first = digits(&mut ahead)?;
    if !ahead.eat("/") {
        return None;
    }
    let second = digits(&mut ahead)?;
    let mut suffix = false;
    let mut after = ahead;
    if after.eat("/") {
        suffix = matches!(after.word(), Some("EC" | "EU" | "EEC" | "Euratom" | "JHA" | "CFSP" | "ECSC"));
        if suffix {
            ahead = after;
        }
    }
    if !treaty && !suffix && !number_first {
        return None;
    }
    let year_first = !number_first && (suffix || is_year(first) || !is_year(second));
    let (year, number) = if year_first { (first, second) } else { (second, first) };
    *cursor = ahead;
    let year = full_year(year)?;
    let number: u32 = number.parse().ok()?;
    Some(format!("celex:3{year}{letter}{number:04}"))
}

fn digits<'t>(cursor: &mut Cursor<'t>) -> Option<&'t str> {
    let rest = cursor.rest();
    let length = rest.bytes().take(6).take_while(u8::is_ascii_digit).count();
    cursor.at += length;
    rest.get(..length).filter(|digits| !digits.is_empty() && digits.len() < 6)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Returns the year of two or four digits; the Union and the Communities before it begin in 1952.
fn full_year(digits: &str) -> Option<u32> {
    let year: u32 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(if year >= 50 { 1900 + year } else { 2000 + year }),
        4 => Some(year),
        _ => None,
    }
}

/// What follows the units of a reference.
pub(super) struct Tail {
    pub(super) act: Act,
    /// Where the name of the act ends; nothing where no act is named.
    pub(super) end: Option<usize>,
    /// Whether more is named than one act.
    pub(super) partial: bool,
}

/// Reads the act that the units of a reference are said to be of.
pub(super) fn tail(grammar: &Grammar<'_>, cursor: Cursor<'_>, annexed: bool) -> Tail {
    let none = Tail { act: Act::Unnamed, end: None, partial: false };
    let mut ahead = cursor;
    if ahead.spaced("thereof") || ahead.spaced("thereto") {
        return Tail { act: Act::Named, end: Some(ahead.at), partial: false };
    }
    // "Article 22 GDPR": the name follows at once.
    let mut ahead = cursor;
    if ahead.space()
        && let Some(known) = by_name(grammar, &mut ahead)
    {
        return Tail { act: Act::Known(known), end: Some(ahead.at), partial: false };
    }
    let mut ahead = cursor;
    ahead.eat(",");
    let linked = ahead.spaced("of") || (annexed && (ahead.spaced("to") || ahead.spaced("of"))) || ahead.spaced("in");
    if !linked || !ahead.space() {
        return none;
    }
    named(grammar, ahead).unwrap_or(none)
}

fn named(grammar: &Grammar<'_>, from: Cursor<'_>) -> Option<Tail> {
    let known = |act, cursor: Cursor<'_>| Some(Tail { act, end: Some(cursor.at), partial: false });
    let mut ahead = from;
    if (ahead.whole("this") || ahead.whole("these")) && ahead.space() && kind(&mut ahead) {
        return known(Act::This, ahead);
    }
    let mut ahead = from;
    let points_back = ahead.whole("that")
        || ahead.whole("those")
        || (ahead.whole("the") && (ahead.spaced("same") || ahead.spaced("said")));
    if points_back && ahead.space() && kind(&mut ahead) {
        return known(Act::Named, ahead);
    }
    let mut ahead = from;
    if ahead.whole("title") && ahead.space() {
        let mut length = ahead;
        let number = digits(&mut length)?.to_owned();
        united_states_code(&mut length);
        return known(Act::Known(format!("us:usc/{number}")), length);
    }
    let mut ahead = from;
    if ahead.whole("the") {
        ahead.space();
    }
    if let Some(id) = by_name(grammar, &mut ahead) {
        return known(Act::Known(id), ahead);
    }
    if let Some(id) = official::named_public_law(&mut ahead) {
        return known(Act::Known(id), ahead);
    }
    for word in ["Council", "Commission", "Implementing", "Delegated", "Framework", "European Parliament and Council"] {
        if ahead.whole(word) {
            ahead.space();
        }
    }
    let mut numbers = ahead;
    if let Some(acts) = numbered(&mut numbers) {
        let partial = acts.len() > 1;
        let (act, _) = one_act(acts);
        return Some(Tail { act, end: Some(numbers.at), partial });
    }
    unknown(ahead).map(|end| Tail { act: Act::Unknown, end: Some(end), partial: false })
}

/// Takes `, United States Code`.
pub(super) fn united_states_code(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.eat(",");
    if !ahead.space() {
        return false;
    }
    if ahead.whole("of") {
        ahead.space();
    }
    if ahead.whole("the") {
        ahead.space();
    }
    let found = ahead.eat("United States Code") || ahead.eat("U.S. Code");
    if found {
        *cursor = ahead;
    }
    found
}

/// Takes a name of the pack; the longest that fits.
fn by_name(grammar: &Grammar<'_>, cursor: &mut Cursor<'_>) -> Option<String> {
    let (length, id) = grammar.instruments.at_start(cursor.rest())?;
    let whole = is_whole_word(cursor.text, &(cursor.at..cursor.at + length));
    whole.then(|| {
        cursor.at += length;
        id.to_owned()
    })
}

fn kind(cursor: &mut Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    let found = ahead.word().is_some_and(|word| KINDS.contains(&word));
    if found {
        *cursor = ahead;
    }
    found
}

/// Returns the end of a name that the pack does not know: capitalised words up to a kind of act, and a year.
fn unknown(from: Cursor<'_>) -> Option<usize> {
    let mut cursor = from;
    for count in 0..12 {
        let word = cursor.word()?;
        let capital = word.starts_with(char::is_uppercase);
        let small = matches!(word, "of" | "on" | "the" | "and" | "for" | "to" | "in");
        if count == 0 && !capital {
            return None;
        }
        if !capital && !small {
            return None;
        }
        let is_kind = KINDS.contains(&word) || matches!(word, "Charter" | "Covenant" | "Declaration" | "Regime");
        if is_kind {
            let mut year = cursor;
            if year.eat(",") | year.space() && {
                year.space();
                year.whole("of");
                year.space();
                digits(&mut year).is_some_and(is_year)
            } {
                return Some(year.at);
            }
            let mut number = cursor;
            if number.spaced("No") && number.space() && digits(&mut number).is_some() {
                return Some(number.at);
            }
            return Some(cursor.at);
        }
        if !cursor.space() {
            return None;
        }
    }
    None
}
