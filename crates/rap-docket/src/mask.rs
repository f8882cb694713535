//! Personal data in texts: found, and hidden by signs of the same length, so that every place stays what it was.
//!
//! Looked for are addresses of mail, numbers of telephones, numbers of identity cards, passports' and social security
//! numbers in the forms of the United States and China, numbers of payment cards, and addresses of houses in both
//! languages. Names stay: a submission is published under the name of its submitter. All marks hang on a digit or an
//! `@`, so a text without them costs one look. A letter becomes `*`, a wide character `＊`.

mod address;
mod number;

use std::ops::Range;

/// Returns the text with its personal data hidden; nothing where there is none.
///
/// ```
/// use rap_docket::mask;
///
/// let hidden = mask("Write to ilse.varn@example.org or call (555) 010-4477.").unwrap();
/// assert_eq!(hidden, "Write to ********************* or call **************.");
/// assert_eq!(mask("Article 12 of Act 2019-17 costs 1,200,000 a year."), None);
/// assert_eq!(mask("我的手机号是13800138000。").unwrap(), "我的手机号是***********。");
/// ```
#[must_use]
pub fn mask(text: &str) -> Option<String> {
    let hidden = personal(text);
    if hidden.is_empty() {
        return None;
    }
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    for range in hidden {
        masked.push_str(text.get(at..range.start).unwrap_or_default());
        for c in text.get(range.clone()).unwrap_or_default().chars() {
            match c.len_utf8() {
                1 => masked.push('*'),
                3 => masked.push('＊'),
                // Other widths are rare here; stars keep the length in bytes.
                width => masked.extend(std::iter::repeat_n('*', width)),
            }
        }
        at = range.end;
    }
    masked.push_str(text.get(at..).unwrap_or_default());
    Some(masked)
}

/// Returns the places of personal data, in order, apart from one another.
#[must_use]
pub fn personal(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Range<usize>> = memchr::memchr_iter(b'@', bytes).filter_map(|at| mail(bytes, at)).collect();
    let mut at = 0;
    while let Some(digit) = next_digit(bytes, at) {
        let run = number::run(bytes, digit);
        if let Some(range) = number::personal(text, run.clone()).or_else(|| address::house(text, run.clone())) {
            at = range.end.max(run.end);
            found.push(range);
        } else {
            at = run.end.max(digit + 1);
        }
    }
    found.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

fn next_digit(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.iter().position(u8::is_ascii_digit).map(|offset| from + offset)
}

/// Returns the address of mail around an `@`: a name, and a domain with a dot.
fn mail(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    /// The longest name and the longest domain of the standard (RFC 5321).
    const NAME: usize = 64;
    const DOMAIN: usize = 255;
    let of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"._%+-".contains(*byte);
    let of_domain = |byte: &&u8| byte.is_ascii_alphanumeric() || b".-".contains(*byte);
    let name = bytes.get(..at)?.iter().rev().take(NAME).take_while(of_name).count();
    let domain: Vec<u8> = bytes.get(at + 1..)?.iter().take(DOMAIN).take_while(of_domain).copied().collect();
    let domain = domain.trim_ascii_end();
    let length = domain.iter().rposition(|byte| byte.is_ascii_alphanumeric())? + 1;
    let dotted = domain.get(..length)?.iter().rposition(|byte| *byte == b'.').is_some_and(|dot| length - dot > 2);
    (name > 0 && dotted).then_some(at - name..at + 1 + length)
}

#[cfg(test)]
mod tests;
