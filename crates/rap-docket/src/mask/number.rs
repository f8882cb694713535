//! Numbers that name a person: telephones, identity cards, payment cards. A number is judged by its form, by its
//! check digit where it has one, and by the word before it where the form alone says too little.

use std::ops::Range;

/// Returns the run of digits at `start` with the signs that part groups of a number: spaces, dots, dashes, brackets,
/// one at a time. Opening brackets and a plus before it belong to it.
pub(super) fn run(bytes: &[u8], start: usize) -> Range<usize> {
    /// More digits are no number of a person.
    const LONGEST: usize = 40;
    let mut end = start;
    let mut last_digit = start;
    while let Some(byte) = bytes.get(end).filter(|_| end < start + LONGEST) {
        match byte {
            b'0'..=b'9' => last_digit = end,
            b' ' | b'.' | b'-' | b'(' | b')' if end - last_digit < 3 => {}
            _ => break,
        }
        end += 1;
    }
    let before = |offset: usize| start.checked_sub(offset).and_then(|at| bytes.get(at));
    let opened = usize::from(matches!(before(1), Some(b'(' | b'+')));
    start - opened..last_digit + 1
}

/// Returns the place of a number of a person in a run of digits.
pub(super) fn personal(text: &str, run: Range<usize>) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let outside = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(|byte| !byte.is_ascii_alphanumeric());
    if !outside(run.start.checked_sub(1)) && !chinese_before(text, run.start) {
        return None;
    }
    let words = text.get(run.clone())?;
    let digits: Vec<u8> = words.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    let groups: Vec<usize> =
        words.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|length| *length > 0).collect();
    let last = bytes.get(run.end).copied();
    if digits.len() == 17 && matches!(last, Some(b'X' | b'x')) && identity(&digits, 10) {
        return Some(run.start..run.end + 1);
    }
    let is_whole = outside(Some(run.end));
    let named = || is_named(text, run.start);
    let found = is_whole
        && match digits.len() {
            18 => identity(digits.get(..17)?, *digits.last()?) || card(&digits),
            13..=19 => card(&digits) || words.starts_with('+') || digits.starts_with(&[8, 6, 1]),
            12 if words.starts_with('+') => true,
            11 => {
                mobile(&digits)
                    || (digits.first() == Some(&1) && american(digits.get(1..)?, groups.get(1..)?))
                    || landline(words, &digits)
            }
            12 => landline(words, &digits),
            10 => american(&digits, &groups) || landline(words, &digits),
            9 => (groups == [3, 2, 4] && words.contains('-')) || named(),
            7..=8 => named() || (groups == [3, 4] && words.contains('-') && is_named(text, run.start)),
            _ => words.starts_with('+') && digits.len() > 8,
        };
    found.then_some(run)
}

fn chinese_before(text: &str, at: usize) -> bool {
    text.get(..at).and_then(|before| before.chars().next_back()).is_some_and(|c| !c.is_ascii())
}

/// Tells a telephone number of North America: three, three and four digits, neither group beginning with 0 or 1, in
/// groups or after a word that announces it.
fn american(digits: &[u8], groups: &[usize]) -> bool {
    let starts = |index: usize| digits.get(index).is_some_and(|digit| *digit >= 2);
    let grouped = matches!(groups, [3, 3, 4] | [3, 7] | [6, 4]);
    digits.len() == 10 && grouped && starts(0) && (starts(3) || digits.get(3) == Some(&0))
}

/// Tells a mobile number of China.
fn mobile(digits: &[u8]) -> bool {
    matches!(digits, [1, 3..=9, ..]) && digits.len() == 11
}

/// Tells a telephone of China with its area code: `010-62751234`.
fn landline(words: &str, digits: &[u8]) -> bool {
    let area = words.find(['-', ' ', ')']).unwrap_or(0);
    digits.first() == Some(&0)
        && digits.get(1).is_some_and(|digit| *digit > 0)
        && matches!(area, 3..=5)
        && digits.len() >= 10
}

/// Tells an identity number of China by its date of birth and its check digit (GB 11643-1999).
fn identity(first: &[u8], check: u8) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [u8; 11] = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2];
    let number = |range: Range<usize>| {
        first.get(range).unwrap_or_default().iter().fold(0_u32, |sum, digit| sum * 10 + u32::from(*digit))
    };
    let born = (1850..2100).contains(&number(6..10))
        && (1..=12).contains(&number(10..12))
        && (1..=31).contains(&number(12..14));
    let sum: u32 = first.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    first.len() == 17 && born && CHECKS.get((sum % 11) as usize) == Some(&check)
}

/// Tells the number of a payment card by its first digit and check digit (ISO/IEC 7812).
fn card(digits: &[u8]) -> bool {
    let doubled = |digit: u8| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, digit)| u32::from(if index % 2 == 1 { doubled(*digit) } else { *digit }))
        .sum();
    matches!(digits.first(), Some(3..=6)) && digits.len() >= 15 && sum.is_multiple_of(10)
}

/// Tells a number that a word announces: `Tel.`, `SSN`, `passport no.`, 电话, 身份证, 护照.
fn is_named(text: &str, start: usize) -> bool {
    const NAMES: [&str; 24] = [
        "tel",
        "telephone",
        "phone",
        "cell",
        "mobile",
        "fax",
        "call me at",
        "ssn",
        "social security",
        "passport",
        "driver license",
        "driver's license",
        "id number",
        "id card",
        "电话",
        "手机",
        "传真",
        "身份证",
        "护照",
        "联系方式",
        "微信",
        "qq",
        "电話",
        "驾驶证",
    ];
    /// How far the word may stand before the number, in characters.
    const NEAR: usize = 24;
    let before = text.get(..start).unwrap_or_default();
    let from = before.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    let near = before.get(from..).unwrap_or_default().to_lowercase();
    let near = near.rsplit(['\n', '。', ';', '；']).next().unwrap_or_default();
    NAMES.iter().any(|name| near.contains(name))
}
