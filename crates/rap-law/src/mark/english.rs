//! English divisions: `Article 10`, `CHAPTER III`, `SEC. 101.`, `Annex`, `FIRST SCHEDULE`, `§ 107.`.

use rap_doc::Span;

use super::{Division, Sureness, after_separator};
use crate::number;
use crate::provision::ProvisionKind;

/// The words that open a division, the kind, the prefix of the id.
const WORDS: [(&str, ProvisionKind, &str); 22] = [
    ("article", ProvisionKind::Article, "art"),
    ("art.", ProvisionKind::Article, "art"),
    ("section", ProvisionKind::Section, "sec"),
    ("sec.", ProvisionKind::Section, "sec"),
    ("§", ProvisionKind::Section, "sec"),
    ("clause", ProvisionKind::Article, "clause"),
    ("rule", ProvisionKind::Article, "rule"),
    ("chapter", ProvisionKind::Chapter, "chp"),
    ("part", ProvisionKind::Part, "part"),
    ("title", ProvisionKind::Title, "title"),
    ("book", ProvisionKind::Book, "book"),
    ("annex", ProvisionKind::Annex, "anx"),
    ("schedule", ProvisionKind::Annex, "sched"),
    ("appendix", ProvisionKind::Annex, "app"),
    ("subchapter", ProvisionKind::Section, "subchp"),
    ("subtitle", ProvisionKind::Part, "subtitle"),
    ("subpart", ProvisionKind::Section, "subpart"),
    ("sub-section", ProvisionKind::Subsection, "subsec"),
    ("subsection", ProvisionKind::Subsection, "subsec"),
    ("division", ProvisionKind::Title, "dvs"),
    ("recital", ProvisionKind::Recital, "rec"),
    ("paragraph", ProvisionKind::Paragraph, "para"),
];

pub(super) fn division(text: &str, line: Span) -> Option<Division> {
    let words = line.of(text);
    if let Some(found) = ordinal_schedule(text, line) {
        return Some(found);
    }
    let (name, kind, prefix) = WORDS.into_iter().find(|(name, _, _)| starts_with_word(words, name))?;
    let shouted = words.get(..name.len()).is_some_and(|word| !word.bytes().any(|b| b.is_ascii_lowercase()));
    let capital = words.chars().next().is_some_and(|c| c.is_uppercase() || c == '§');
    if !capital {
        return None;
    }
    let after = words.get(name.len()..)?;
    let spaced = after.trim_start_matches(|c: char| c.is_whitespace() || c == '§');
    let Some((length, value)) = number::division(spaced) else {
        return unnumbered(text, line, name, kind, prefix);
    };
    if after.len() == spaced.len() && name != "§" {
        return None;
    }
    let at = line.start() + (words.len() - spaced.len());
    let printed = Span::new(line.start(), at + length);
    let rest = Span::new(printed.end(), line.end());
    let (sure, stray) = judge(rest.of(text), kind, shouted)?;
    let rest = if stray { Span::new(line.end(), line.end()) } else { after_separator(text, rest) };
    Some(Division { kind, prefix, value, printed, rest, sure, stray })
}

fn starts_with_word(words: &str, name: &str) -> bool {
    let Some((head, tail)) = words.split_at_checked(name.len()) else { return false };
    let whole = name.ends_with(['.', '§']) || !tail.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    whole && head.eq_ignore_ascii_case(name)
}

/// Judges what follows the number: nothing where the line speaks of the division and does not open it.
fn judge(rest: &str, kind: ProvisionKind, shouted: bool) -> Option<(Sureness, bool)> {
    let trimmed = rest.trim_start();
    let Some(first) = trimmed.chars().next() else { return Some((Sureness::Set, false)) };
    let tight = trimmed.len() == rest.len();
    let wordless = !trimmed.chars().any(char::is_alphanumeric);
    match first {
        ':' | '–' | '—' | '.' | '|' | '*' | '-' => {
            let next = trimmed.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(').chars().next();
            let goes_on = first == '-' && tight && next.is_some();
            (!goes_on).then_some((Sureness::Set, wordless && first != '.' && first != ':'))
        }
        // "Article 5(1)", "Article 5, paragraph 1", "Article 5;".
        '(' | ',' | ';' | ')' | '/' | '’' | '\'' if tight && !wordless => None,
        _ if wordless => Some((Sureness::Set, true)),
        '[' => Some((Sureness::Set, false)),
        _ if tight => None,
        first if first.is_lowercase() => None,
        _ if rest.starts_with(['\t', '\u{2003}', '\u{3000}']) || rest.starts_with("  ") => Some((Sureness::Set, false)),
        _ if shouted && kind != ProvisionKind::Article => Some((Sureness::Set, false)),
        _ => Some((Sureness::Tight, false)),
    }
}

/// `ANNEX`, `THE SCHEDULE`: annexes need no number when there is one.
fn unnumbered(text: &str, line: Span, name: &str, kind: ProvisionKind, prefix: &'static str) -> Option<Division> {
    let words = line.of(text);
    let rest = words.get(name.len()..)?.trim();
    let alone = rest.chars().all(|c| !c.is_alphanumeric());
    if kind != ProvisionKind::Annex || !alone {
        return None;
    }
    let end = Span::new(line.end(), line.end());
    let printed = Span::new(line.start(), line.start() + name.len());
    Some(Division {
        kind,
        prefix,
        value: String::new(),
        printed,
        rest: end,
        sure: Sureness::Set,
        stray: !rest.is_empty(),
    })
}

/// `FIRST SCHEDULE`, `THE SECOND SCHEDULE`, `THE SCHEDULE`.
fn ordinal_schedule(text: &str, line: Span) -> Option<Division> {
    let words = line.of(text);
    let mut parts = words.split_whitespace();
    let mut first = parts.next()?;
    let the = first.eq_ignore_ascii_case("the");
    if the {
        first = parts.next()?;
    }
    let (value, last) = match number::number_word(first) {
        Some(value) => (value.to_string(), parts.next()?),
        None if the => (String::new(), first),
        None => return None,
    };
    let last = last.trim_end_matches(|c: char| !c.is_alphanumeric());
    let ends = parts.next().is_none() && last.eq_ignore_ascii_case("schedule");
    let end = Span::new(line.end(), line.end());
    ends.then_some(Division {
        kind: ProvisionKind::Annex,
        prefix: "sched",
        value,
        printed: line,
        rest: end,
        sure: Sureness::Set,
        stray: false,
    })
}
