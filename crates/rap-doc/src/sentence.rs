//! Sentences: where a reader would draw breath, in English and in Chinese.
//!
//! The rules of Unicode (UAX 29) break after "Dr.", "No. 5" and "Art. 6(1)", which law is full of; these rules know
//! the short forms of law and of titles, closing quotation marks, ellipses and decimal numbers. One pass over the
//! bytes, no table but the list of short forms.

use memchr::memchr3;

use crate::Span;

/// Short forms that end in a full stop and are followed by a capital or a number without ending the sentence.
/// Lower case, without the final stop.
const SHORT_FORMS: [&str; 74] = [
    "adm", "al", "approx", "apr", "arg", "art", "arts", "assoc", "asst", "aug", "brig", "capt", "cf", "ch", "cl",
    "cls", "cmdr", "co", "col", "corp", "dec", "dept", "dir", "dr", "ed", "eds", "eg", "et", "feb", "fig", "gen",
    "gov", "hon", "ibid", "ie", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mr", "mrs",
    "ms", "mt", "no", "nos", "nov", "oct", "para", "paras", "ph", "pp", "prof", "reg", "regs", "rep", "reps", "rev",
    "sec", "secs", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "v", "vs",
];

/// Returns the sentences of a block in order, without the white space around them.
///
/// Every character of the block that is not white space lies in exactly one of them.
///
/// ```
/// use rap_doc::sentences;
///
/// let text = "Art. 6(1) is unclear, said Dr. Lee. “It should go.” 草案过宽。应当收窄。";
/// let found: Vec<_> = sentences(text).map(|span| span.of(text)).collect();
/// assert_eq!(
///     found,
///     ["Art. 6(1) is unclear, said Dr. Lee.", "“It should go.”", "草案过宽。", "应当收窄。"],
/// );
/// ```
pub fn sentences(block: &str) -> impl Iterator<Item = Span> {
    let mut marks = Marks { bytes: block.as_bytes(), narrow: None, wide: None };
    let mut from = 0;
    std::iter::from_fn(move || {
        while from < block.len() {
            let end = sentence_end(block, from, &mut marks);
            let span = Span::new(from, end).trimmed(block);
            from = end;
            if !span.is_empty() {
                return Some(span);
            }
        }
        None
    })
}

/// Returns where the sentence that starts at `from` ends, closing marks included.
fn sentence_end(block: &str, from: usize, marks: &mut Marks<'_>) -> usize {
    let mut at = from;
    while let Some(mark) = marks.next_from(at) {
        let after = mark.end + closing_marks(block, mark.end);
        if mark.ends_sentence(block, from, after) {
            return after;
        }
        at = mark.end;
    }
    block.len()
}

/// Finds the marks of a block by leaps: what was found ahead is kept, so that no byte is searched again.
struct Marks<'b> {
    bytes: &'b [u8],
    /// Where the next `.`, `!` or `?` stands, the length of the block where none does; nothing before the first search.
    narrow: Option<usize>,
    /// Where the next byte stands with which `。`, `！`, `？` or `…` can begin.
    wide: Option<usize>,
}

impl Marks<'_> {
    /// Returns the next `.`, `!`, `?`, `。`, `！`, `？`, `…`, each with its repetitions.
    fn next_from(&mut self, from: usize) -> Option<Mark> {
        let mut start = self.begins_from(from);
        while start < self.bytes.len() {
            if let Some((wide, length)) = mark_at(self.bytes, start) {
                let mut mark = Mark { start, end: start + length, full_width: wide };
                while let Some((wide, length)) = mark_at(self.bytes, mark.end) {
                    mark.full_width |= wide;
                    mark.end += length;
                }
                return Some(mark);
            }
            start = self.begins_from(start + 1);
        }
        None
    }

    /// Returns where the next byte stands with which a mark can begin; the length of the block where none does.
    fn begins_from(&mut self, from: usize) -> usize {
        let rest = self.bytes.get(from..).unwrap_or_default();
        let place = |found: Option<usize>| found.map_or(self.bytes.len(), |at| from + at);
        let known = |at: &usize| *at >= from;
        let narrow = self.narrow.filter(known).unwrap_or_else(|| place(memchr3(b'.', b'!', b'?', rest)));
        let wide = self.wide.filter(known).unwrap_or_else(|| place(memchr3(0xE2, 0xE3, 0xEF, rest)));
        (self.narrow, self.wide) = (Some(narrow), Some(wide));
        narrow.min(wide)
    }
}

/// A mark that may end a sentence: its bytes, and whether it does so whatever follows.
struct Mark {
    start: usize,
    end: usize,
    full_width: bool,
}

/// Tells a mark by its bytes: whether it is full width, and how long it is.
fn mark_at(bytes: &[u8], at: usize) -> Option<(bool, usize)> {
    match bytes.get(at..)? {
        [b'.' | b'!' | b'?', ..] => Some((false, 1)),
        [0xE3, 0x80, 0x82, ..] | [0xEF, 0xBC, 0x81 | 0x9F, ..] => Some((true, 3)),
        [0xE2, 0x80, 0xA6, ..] => Some((false, 3)),
        _ => None,
    }
}

/// Returns the length in bytes of the closing quotation marks and brackets at `at`.
fn closing_marks(block: &str, at: usize) -> usize {
    let rest = block.get(at..).unwrap_or_default();
    let mut length = 0;
    for c in rest.chars() {
        let closes = matches!(c, '”' | '’' | '」' | '』' | '）' | '》' | ')' | ']' | '】')
            // A straight mark closes where white space or the end follows, and opens otherwise.
            || (matches!(c, '"' | '\'') && rest.get(length + 1..).is_none_or(|next| next.chars().next().is_none_or(|n| !n.is_alphanumeric())));
        if !closes {
            break;
        }
        length += c.len_utf8();
    }
    length
}

impl Mark {
    fn ends_sentence(&self, block: &str, sentence: usize, after: usize) -> bool {
        let rest = block.get(after..).unwrap_or_default();
        let Some(next) = rest.chars().next() else { return true };
        if self.full_width {
            // 「…？」他问 goes on: the quoted question is inside of a sentence that a comma or a verb continues.
            return !matches!(next, '，' | '、' | '；' | ',' | ';');
        }
        let han_next = ('\u{3400}'..='\u{9fff}').contains(&next);
        if !next.is_whitespace() && !han_next {
            return false;
        }
        let start = rest.trim_start().trim_start_matches(['"', '“', '‘', '\'', '(', '[', '—', '–', '-', ' ']);
        let opens = start.chars().next().is_none_or(|c| !c.is_lowercase() && !matches!(c, ',' | ';' | ')'));
        if !opens {
            return false;
        }
        let mark = block.get(self.start..self.end).unwrap_or_default();
        mark != "."
            || after > self.end
            || !ends_in_short_form(block.get(sentence..self.start).unwrap_or_default(), start)
    }
}

/// Tells whether the words before a full stop end in a short form, an initial, or a number of a list.
fn ends_in_short_form(before: &str, next: &str) -> bool {
    let Some(word) = last_word(before) else { return false };
    // "1." or "a." alone before the words of an item.
    if word.len() == before.trim_start().len()
        && word.len() <= 3
        && word.chars().all(char::is_alphanumeric)
        && !word.eq_ignore_ascii_case("no")
        && !word.eq_ignore_ascii_case("yes")
    {
        return word.len() == 1 || word.chars().all(|c| c.is_ascii_digit()) || is_listed(word);
    }
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if initial && word != "I" {
        return true;
    }
    // "U.S.", "Ph.D.", "e.g.": dotted words go on unless what follows can only begin a sentence.
    if word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2) {
        return !begins_sentence(next);
    }
    if word.eq_ignore_ascii_case("no") || word.eq_ignore_ascii_case("nos") {
        return next.starts_with(|c: char| c.is_ascii_digit());
    }
    if ["co", "corp", "inc", "ltd", "jr", "sr", "etc"].iter().any(|known| word.eq_ignore_ascii_case(known)) {
        return !begins_sentence(next);
    }
    is_listed(word)
        && (word.starts_with(char::is_uppercase) || next.starts_with(|c: char| c.is_ascii_digit()) || word.len() > 1)
}

/// Returns what stands between the last white space or opening mark and the end; none where that is nothing, or more
/// than any short form. The bound keeps a text without a space from being walked again at every full stop.
fn last_word(before: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let mut start = before.len().saturating_sub(LONGEST);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    let tail = before.get(start..)?;
    let opens = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘' | '—');
    let word = match tail.char_indices().rev().find(|(_, c)| opens(*c)) {
        Some((at, c)) => tail.get(at + c.len_utf8()..)?,
        None if start == 0 => tail,
        None => return None,
    };
    (!word.is_empty()).then_some(word)
}

fn is_listed(word: &str) -> bool {
    word.len() <= 6 && SHORT_FORMS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Tells words that open a sentence and hardly ever follow a short form inside of one.
fn begins_sentence(next: &str) -> bool {
    const OPENERS: [&str; 30] = [
        "The", "A", "An", "It", "He", "She", "They", "We", "I", "In", "On", "At", "But", "And", "However", "This",
        "That", "These", "Those", "There", "As", "For", "If", "When", "While", "Its", "His", "Her", "Their", "You",
    ];
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    OPENERS.contains(&word)
}

#[cfg(test)]
mod tests;
