//! Official identifiers in text: `17 U.S.C. 107`, `45 C.F.R. § 164.512`, CELEX numbers, ELI and legislation.gov.uk.

use std::ops::Range;

use rap_doc::Span;

use super::cursor::Cursor;
use super::{Act, Citation, Group, Pick, Unit};

/// The words at which an official identifier is found.
pub(super) const STARTS: [&str; 23] = [
    // The beginnings of CELEX numbers: sector 3, legal acts, and the decade.
    "3195",
    "3196",
    "3197",
    "3198",
    "3199",
    "3200",
    "3201",
    "3202",
    "3203",
    "3204",
    "3205",
    "3206",
    "U.S.C.",
    "U. S. C.",
    "USC",
    "C.F.R.",
    "CFR",
    "/eli/",
    "eli/reg/",
    "eli/dir/",
    "eli/dec/",
    "Pub. L.",
    "Public Law",
];

/// Parses the identifier at one of the [`STARTS`].
pub(super) fn citation(text: &str, hit: Range<usize>, done: usize) -> Option<Citation> {
    match text.get(hit.clone())? {
        "U.S.C." | "U. S. C." | "USC" => code(text, hit, done, "us:usc"),
        "C.F.R." | "CFR" => code(text, hit, done, "us:cfr"),
        "Pub. L." | "Public Law" => public_law(text, hit),
        start if start.starts_with('3') => celex(text, hit),
        _ => eli(text, hit),
    }
}

/// `17 U.S.C. § 107(2)`.
fn code(text: &str, hit: Range<usize>, done: usize, name: &str) -> Option<Citation> {
    let before = text.get(done..hit.start)?.trim_end();
    let title = before.rsplit(|c: char| !c.is_ascii_digit()).next().filter(|digits| !digits.is_empty())?;
    let start = done + before.len() - title.len();
    let mut cursor = Cursor::new(text, hit.end);
    cursor.space();
    for mark in ["§§", "§", "sections", "section", "sec.", "Sec.", "part", "Part"] {
        if cursor.eat(mark) {
            cursor.space();
            break;
        }
    }
    let mut number = vec![cursor.number().filter(|number| number.starts_with(|c: char| c.is_ascii_digit()))?];
    while let Some(label) = cursor.bracket() {
        number.push(label);
    }
    let path = vec![Group { unit: Unit::Section, picks: vec![Pick::One(number)] }];
    let act = Act::Known(format!("{name}/{title}"));
    Some(Citation { span: Span::new(start, cursor.at), paths: vec![path], act, partial: false })
}

/// `Pub. L. 116-283`, `Public Law 116–283`.
fn public_law(text: &str, hit: Range<usize>) -> Option<Citation> {
    let mut cursor = Cursor::new(text, hit.end);
    let act = Act::Known(public_law_number(&mut cursor)?);
    Some(Citation { span: Span::new(hit.start, cursor.at), paths: Vec::new(), act, partial: false })
}

/// Takes a public law with its name and number, and returns its identifier.
pub(super) fn named_public_law(cursor: &mut Cursor<'_>) -> Option<String> {
    let mut ahead = *cursor;
    if !(ahead.eat("Public Law") || ahead.eat("Pub. L.")) {
        return None;
    }
    let act = public_law_number(&mut ahead)?;
    *cursor = ahead;
    Some(act)
}

fn public_law_number(cursor: &mut Cursor<'_>) -> Option<String> {
    cursor.space();
    cursor.eat("No.");
    cursor.space();
    let digits = |cursor: &mut Cursor<'_>| {
        let length = cursor.rest().bytes().take(5).take_while(u8::is_ascii_digit).count();
        let digits = cursor.rest().get(..length).filter(|digits| !digits.is_empty()).map(str::to_owned);
        cursor.at += length;
        digits
    };
    let congress = digits(cursor)?;
    if !(cursor.eat("-") || cursor.eat("–")) {
        return None;
    }
    Some(format!("us:pl/{congress}/{}", digits(cursor)?))
}

/// `32016R0679`.
fn celex(text: &str, hit: Range<usize>) -> Option<Citation> {
    let before = text.get(..hit.start)?.chars().next_back();
    let number = text.get(hit.start..hit.start + "32016R0679".len())?;
    let after = text.get(hit.start + number.len()..)?.chars().next();
    let form = number.bytes().enumerate().all(|(at, byte)| match at {
        5 => matches!(byte, b'R' | b'L' | b'D' | b'H' | b'F'),
        _ => byte.is_ascii_digit(),
    });
    if !form || before.is_some_and(char::is_alphanumeric) || after.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let act = Act::Known(format!("celex:{number}"));
    Some(Citation { span: Span::new(hit.start, hit.start + number.len()), paths: Vec::new(), act, partial: false })
}

/// `http://data.europa.eu/eli/reg/2016/679/oj`.
fn eli(text: &str, hit: Range<usize>) -> Option<Citation> {
    let at = text.get(hit.start..)?.find("eli/")? + hit.start;
    let path = text.get(at + "eli/".len()..)?;
    let mut parts = path.splitn(4, '/');
    let letter = match parts.next()? {
        "reg" | "reg_impl" | "reg_del" => 'R',
        "dir" | "dir_impl" | "dir_del" => 'L',
        "dec" | "dec_impl" | "dec_framw" => 'D',
        "reco" => 'H',
        _ => return None,
    };
    let year = parts.next().filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))?;
    let last = parts.next()?;
    let length = last.bytes().take(6).take_while(u8::is_ascii_digit).count();
    let number: u32 = last.get(..length)?.parse().ok()?;
    let head = path.len() - parts.next().map_or(0, |rest| rest.len() + 1) - last.len();
    let mut end = at + "eli/".len() + head + length;
    if text.get(end..)?.starts_with("/oj") {
        end += "/oj".len();
    }
    // The address before it belongs to it.
    let before = text.get(..at)?;
    let run = before
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '<' | '"' | '>'))
        .map_or(0, |space| space + before.get(space..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let address = before.get(run..)?.find("http").map_or(at, |offset| run + offset);
    let act = Act::Known(format!("celex:3{year}{letter}{number:04}"));
    Some(Citation { span: Span::new(address, end), paths: Vec::new(), act, partial: false })
}
