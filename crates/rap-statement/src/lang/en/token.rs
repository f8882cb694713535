//! Words of English text: one pass over the bytes of a block, one look-up a word.
//!
//! Clitics are words of their own (`does` + `n't`, `minister` + `’s`), hyphened words are one, short forms keep their
//! full stop (`Mr.`, `U.S.`, `J.`). Quotation marks are told open or closed from what stands around them.

use rap_doc::{Span, WordRun};

use super::lexicon::{Entry, Lexicon};

/// A word, number or mark.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Token {
    /// Where it starts, in bytes of the text.
    pub(crate) start: u32,
    /// Where it ends.
    pub(crate) end: u32,
    /// What the word takes as a verb that is a cue, as bits of [`frame`](super::frame); 0 where it is none.
    pub(crate) frames: u32,
    /// What the word takes as a noun or adjective that is a cue.
    pub(crate) noun_frames: u16,
    pub(crate) shape: Shape,
    /// The byte of an ASCII mark; 0 for words and other characters.
    pub(crate) mark: u8,
    /// The classes of the word in the lexicon, as bits of [`class`](super::class).
    pub(crate) classes: u64,
}

/// Tells what a token looks like.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    /// `law`
    Lower,
    /// `Law`
    Title,
    /// `AI`, `MiniMax`: capitals beyond the first letter.
    Upper,
    /// Begins with a digit.
    Number,
    /// Opening quotation mark.
    QuoteOpen,
    /// Closing quotation mark.
    QuoteClose,
    /// Any other mark: its span is one character (`…`, `--` and `...` one token).
    Mark,
}

impl Token {
    pub(crate) fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Returns the words of the token; nothing where `text` is not its text.
    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Tells whether the lexicon gives the word any of these classes.
    pub(crate) fn is(self, classes: u64) -> bool {
        self.classes & classes != 0
    }

    pub(crate) fn is_word(self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Title | Shape::Upper | Shape::Number)
    }

    pub(crate) fn is_capital(self) -> bool {
        matches!(self.shape, Shape::Title | Shape::Upper)
    }

    pub(crate) fn is_mark(self, mark: u8) -> bool {
        self.mark == mark
    }
}

/// Adds the tokens of `text` at `span` to `tokens`. A text beyond 4 GiB has none there: offsets are 32 bits wide.
pub(crate) fn tokenize(text: &str, span: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    if u32::try_from(span.end()).is_err() || span.of(text).is_empty() {
        return;
    }
    let mut scan = Scan { bytes: text.as_bytes(), end: span.end(), from: span.start(), single_open: false };
    let mut at = span.start();
    while at < scan.end {
        let byte = scan.byte(at);
        at = match byte {
            b' ' | b'\t' | b'\n' | b'\r' => at + 1,
            b'a'..=b'z' | b'A'..=b'Z' => scan.word(at, lexicon, tokens),
            b'0'..=b'9' => scan.number(at, tokens),
            0x80.. => scan.wide(text, at, lexicon, tokens),
            _ => scan.mark(at, tokens),
        };
    }
}

/// The bytes under the pen.
struct Scan<'t> {
    bytes: &'t [u8],
    from: usize,
    end: usize,
    /// Whether a single quotation mark waits for its other half: only then can an apostrophe close one.
    single_open: bool,
}

impl Scan<'_> {
    /// Returns the byte at `at`; 0 outside of the block.
    fn byte(&self, at: usize) -> u8 {
        if at < self.end && at >= self.from { self.bytes.get(at).copied().unwrap_or_default() } else { 0 }
    }

    /// Returns the length of the apostrophe at `at`, straight or curved; 0 where there is none.
    fn apostrophe(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' => 1,
            0xE2 if self.byte(at + 1) == 0x80 && self.byte(at + 2) == 0x99 => 3,
            _ => 0,
        }
    }

    /// Returns the length of the letter at `at`; 0 where there is none.
    fn letter(&self, at: usize) -> usize {
        match self.byte(at) {
            b'a'..=b'z' | b'A'..=b'Z' => 1,
            // Latin letters with marks, U+00C0 to U+024F, × and ÷ apart.
            0xC3 if !matches!(self.byte(at + 1), 0x97 | 0xB7) => 2,
            0xC4..=0xC9 => 2,
            _ => 0,
        }
    }

    fn word(&mut self, start: usize, lexicon: &Lexicon, tokens: &mut Vec<Token>) -> usize {
        if let Some(end) = self.plain_word(start, lexicon, tokens) {
            return end;
        }
        let mut at = start;
        loop {
            let letter = self.letter(at);
            if letter > 0 {
                at += letter;
            } else if self.continues_word(at) {
                at += 1;
            } else {
                break;
            }
        }
        if let Some(end) = self.dotted(start, at) {
            push_word(self.bytes, start, end, Entry::default(), tokens);
            return end;
        }
        let (end, clitic) = if matches!(self.byte(at), b'\'' | 0xE2) { self.clitic(start, at) } else { (at, at) };
        let entry = lexicon.entry(self.bytes.get(start..end).unwrap_or_default());
        let full_stop = usize::from(clitic == end && entry.is_abbreviation() && self.byte(end) == b'.');
        push_word(self.bytes, start, end + full_stop, entry, tokens);
        if clitic > end {
            let entry = lexicon.entry(self.bytes.get(end..clitic).unwrap_or_default());
            push_word(self.bytes, end, clitic, entry, tokens);
        }
        clitic + full_stop
    }

    /// Reads a word of ASCII letters behind which nothing stands that could belong to it, as most words are.
    fn plain_word(&self, start: usize, lexicon: &Lexicon, tokens: &mut Vec<Token>) -> Option<usize> {
        let run = WordRun::of_letters(self.bytes.get(start..self.end)?)?;
        let end = start + run.length;
        let next = self.byte(end);
        let more = matches!(next, b'-' | b'&' | b'\'' | b'0'..=b'9' | 0x80..) || next == b'.' && run.length <= 2;
        if run.length == 0 || more {
            return None;
        }
        let entry = lexicon.entry_of(&run, self.bytes.get(start..end)?);
        let full_stop = usize::from(next == b'.' && entry.is_abbreviation());
        let shape = match (run.capitals & 1 == 1, run.capitals > 1) {
            (_, true) => Shape::Upper,
            (true, false) => Shape::Title,
            (false, false) => Shape::Lower,
        };
        tokens.push(token(start, end + full_stop, shape, 0, entry));
        Some(end + full_stop)
    }

    /// Tells whether the hyphen, `&` or digit at `at` belongs to the word before it.
    fn continues_word(&self, at: usize) -> bool {
        match self.byte(at) {
            b'-' | b'&' => self.letter(at + 1) > 0 || self.byte(at + 1).is_ascii_digit(),
            byte => byte.is_ascii_digit(),
        }
    }

    /// Returns the end of `U.S.`, `J.`, `Ph.D.`; `None` where the word is an ordinary one.
    fn dotted(&self, start: usize, end: usize) -> Option<usize> {
        if end - start > 2 {
            return None;
        }
        let single = end - start == 1 && self.byte(start).is_ascii_uppercase() && self.byte(start) != b'I';
        let pair = |at: usize| self.byte(at) == b'.' && self.letter(at + 1) == 1 && self.letter(at + 2) == 0;
        if !(single && self.byte(end) == b'.' || pair(end)) {
            return None;
        }
        let mut at = end;
        while pair(at) && (self.byte(at + 2) == b'.' || at > end || self.byte(at + 1).is_ascii_uppercase()) {
            at += 2;
        }
        Some(at + usize::from(self.byte(at) == b'.'))
    }

    /// Splits a clitic from the word that ends at `end`: returns the end of the word and that of the clitic, which are
    /// equal where there is none.
    fn clitic(&self, start: usize, end: usize) -> (usize, usize) {
        let mut end = end;
        loop {
            let mark = self.apostrophe(end);
            if mark == 0 {
                return (end, end);
            }
            let tail = end + mark;
            let letters = (0..).take_while(|more| self.letter(tail + more) == 1).count();
            let lower = |more: usize| self.byte(tail + more).to_ascii_lowercase();
            match (letters, lower(0), lower(1)) {
                (1, b't', _) if end - start > 1 && self.byte(end - 1).eq_ignore_ascii_case(&b'n') => {
                    return (end - 1, tail + 1);
                }
                (1, b's' | b'd' | b'm', _) | (2, b'r' | b'v', b'e') | (2, b'l', b'l') => return (end, tail + letters),
                // O'Neill, o’clock: one word.
                (1.., _, _) => end = tail + letters,
                // The genitive of a plural; a closing mark where one is open.
                (0, _, _) if !self.single_open && self.byte(end - 1).eq_ignore_ascii_case(&b's') => return (end, tail),
                (0, _, _) => return (end, end),
            }
        }
    }

    fn number(&self, start: usize, tokens: &mut Vec<Token>) -> usize {
        let mut at = start + 1;
        loop {
            let byte = self.byte(at);
            let joins = matches!(byte, b'.' | b',' | b':' | b'/' | b'-') && self.byte(at + 1).is_ascii_digit();
            let hyphen = byte == b'-' && self.letter(at + 1) > 0;
            if !(byte.is_ascii_alphanumeric() || joins || hyphen) {
                break;
            }
            at += 1;
        }
        tokens.push(token(start, at, Shape::Number, 0, Entry { classes: super::class::NUMBER, ..Entry::default() }));
        at
    }

    fn mark(&mut self, start: usize, tokens: &mut Vec<Token>) -> usize {
        let byte = self.byte(start);
        match byte {
            b'"' => {
                tokens.push(token(start, start + 1, self.side(start, 1), b'"', Entry::default()));
                start + 1
            }
            b'\'' | b'`' => self.single(start, tokens),
            b'-' | b'.' => {
                let run = (0..).take_while(|more| self.byte(start + more) == byte).count();
                // A run of hyphens or a spaced one is a dash, a run of stops an ellipsis; a lone stop keeps its byte.
                let spaced = matches!(self.byte(start.saturating_sub(1)), b' ' | 0) && self.byte(start + run) == b' ';
                let dash = byte == b'-' && (run > 1 || spaced);
                let kept = if dash || (byte == b'.' && run == 1) { byte } else { 0 };
                tokens.push(token(start, start + run, Shape::Mark, kept, Entry::default()));
                start + run
            }
            0..0x20 => start + 1,
            _ => {
                tokens.push(token(start, start + 1, Shape::Mark, byte, Entry::default()));
                start + 1
            }
        }
    }

    /// Reads `'`, `''`, `` ` `` and ``` `` ```.
    fn single(&mut self, start: usize, tokens: &mut Vec<Token>) -> usize {
        let byte = self.byte(start);
        if self.byte(start + 1) == byte {
            let shape = if byte == b'`' { Shape::QuoteOpen } else { self.side(start, 2) };
            tokens.push(token(start, start + 2, shape, b'"', Entry::default()));
            return start + 2;
        }
        let shape = if byte == b'`' { Shape::QuoteOpen } else { self.side(start, 1) };
        self.single_open = shape == Shape::QuoteOpen && self.letter(start + 1) > 0;
        tokens.push(token(start, start + 1, shape, b'\'', Entry::default()));
        start + 1
    }

    /// Tells whether a straight mark opens or closes: it opens before a word and after space, a bracket or a dash.
    fn side(&self, start: usize, length: usize) -> Shape {
        let before = if start == self.from { b' ' } else { self.byte(start - 1) };
        let after = self.byte(start + length);
        let open_before = matches!(before, b' ' | b'\t' | b'\n' | b'\r' | b'(' | b'[' | b'-' | b'/')
            || (before == 0x94 && start >= 3 && self.byte(start - 3) == 0xE2);
        if open_before && !matches!(after, b' ' | b'\t' | b'\n' | b'\r' | 0) {
            Shape::QuoteOpen
        } else {
            Shape::QuoteClose
        }
    }

    /// Reads a character beyond ASCII: a letter, a quotation mark, a dash, or another mark.
    fn wide(&mut self, text: &str, start: usize, lexicon: &Lexicon, tokens: &mut Vec<Token>) -> usize {
        if self.letter(start) > 0 {
            return self.word(start, lexicon, tokens);
        }
        let Some(c) = text.get(start..self.end).and_then(|rest| rest.chars().next()) else { return self.end };
        let end = start + c.len_utf8();
        let (shape, kept) = match c {
            '“' | '„' | '«' => (Shape::QuoteOpen, b'"'),
            '”' | '»' => (Shape::QuoteClose, b'"'),
            '‘' => (Shape::QuoteOpen, b'\''),
            '’' => (Shape::QuoteClose, b'\''),
            '–' | '—' | '―' => (Shape::Mark, b'-'),
            '：' => (Shape::Mark, b':'),
            _ if c.is_alphabetic() => return self.foreign(text, start, tokens),
            _ if c.is_whitespace() => return end,
            _ => (Shape::Mark, 0),
        };
        if kept == b'\'' {
            self.single_open = shape == Shape::QuoteOpen;
        }
        tokens.push(token(start, end, shape, kept, Entry::default()));
        end
    }

    /// Reads a word in letters that English does not use.
    fn foreign(&self, text: &str, start: usize, tokens: &mut Vec<Token>) -> usize {
        let rest = text.get(start..self.end).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        tokens.push(token(start, start + length, Shape::Title, 0, Entry::default()));
        start + length
    }
}

fn push_word(bytes: &[u8], start: usize, end: usize, entry: Entry, tokens: &mut Vec<Token>) {
    let mut letters = bytes.get(start..end).unwrap_or_default().iter();
    let first = letters.next().is_some_and(|byte| byte.is_ascii_uppercase() || *byte == 0xC3);
    let shape = match (first, letters.any(u8::is_ascii_uppercase)) {
        (_, true) => Shape::Upper,
        (true, false) => Shape::Title,
        (false, false) => Shape::Lower,
    };
    tokens.push(token(start, end, shape, 0, entry));
}

#[expect(clippy::cast_possible_truncation, reason = "tokenize lets no text in whose offsets need more than 32 bits")]
fn token(start: usize, end: usize, shape: Shape, mark: u8, entry: Entry) -> Token {
    Token {
        start: start as u32,
        end: end as u32,
        frames: entry.frames,
        noun_frames: entry.noun_frames,
        shape,
        mark,
        classes: entry.classes,
    }
}

#[cfg(test)]
mod tests;
