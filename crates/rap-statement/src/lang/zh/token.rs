//! Words and marks of Chinese text: one pass over a window of a block.

use std::borrow::Cow;

use rap_doc::Span;

use super::class::Class;
use super::words::{DICTIONARY, Dictionary};

/// A word, a run of Latin letters or digits, or a mark.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) struct Token {
    /// Where it starts, in bytes of the window.
    pub(super) start: u32,
    /// Where it ends.
    pub(super) end: u32,
    pub(super) classes: Class,
    /// The index of the mark that closes this opening mark or opens this closing one; its own index where none does.
    pub(super) partner: u32,
}

impl Token {
    pub(super) const fn is(&self, class: Class) -> bool {
        self.classes.intersects(class)
    }

    /// Returns the words of the window at this token.
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    pub(super) const fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Returns the length in bytes; a Chinese character has three.
    pub(super) const fn len(&self) -> u32 {
        self.end - self.start
    }
}

/// Returns the text in simplified characters, byte for byte in the same places.
pub(crate) fn simplified(text: &str) -> Cow<'_, str> {
    let dictionary = &*DICTIONARY;
    let Some((first, _)) = text.char_indices().find(|(_, c)| dictionary.simplified(*c).is_some()) else {
        return Cow::Borrowed(text);
    };
    let (before, rest) = text.split_at_checked(first).unwrap_or((text, ""));
    let mut folded = String::with_capacity(text.len());
    folded.push_str(before);
    folded.extend(rest.chars().map(|c| dictionary.simplified(c).unwrap_or(c)));
    Cow::Owned(folded)
}

/// Puts the tokens of a window of simplified text into `tokens`, white space left out, marks paired.
pub(super) fn tokenize(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let dictionary = &*DICTIONARY;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (mut length, mut classes) = next_token(dictionary, rest, first);
        if length == 6
            && !classes.intersects(Class::NOUN)
            && tokens.last().is_some_and(|last| last.len() == 3 && last.is(Class::SURNAME))
        {
            (length, classes) = given_name_before_cue(dictionary, rest, first).unwrap_or((length, classes));
        }
        if !classes.is_empty() || !first.is_whitespace() {
            let start = u32::try_from(text.len() - rest.len()).unwrap_or(u32::MAX);
            let end = start.saturating_add(u32::try_from(length).unwrap_or(u32::MAX));
            let partner = u32::try_from(tokens.len()).unwrap_or(u32::MAX);
            tokens.push(Token { start, end, classes, partner });
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    pair_marks(tokens);
    mark_inside(tokens);
}

/// Returns the first character of a word alone where it is a given name behind a family name, and its second one is the
/// cue that a mark follows: 李｜明｜说，.
fn given_name_before_cue(dictionary: &Dictionary, rest: &str, first: char) -> Option<(usize, Class)> {
    let mut characters = rest.chars().skip(1);
    let (cue, behind) = (characters.next()?, characters.next()?);
    let reports = matches!(cue, '说' | '称') && mark(behind).intersects(Class::COMMA | Class::COLON | Class::STOP);
    let given = dictionary.classes(first);
    (reports && !given.intersects(Class::PREPOSITION)).then(|| (first.len_utf8(), given))
}

/// Returns the length in bytes and the classes of the token at the start of `rest`.
fn next_token(dictionary: &Dictionary, rest: &str, first: char) -> (usize, Class) {
    if let Some(found) = dictionary.word_at(rest, first) {
        return found;
    }
    let class = mark(first);
    if !class.is_empty() && class != Class::OTHER_MARK {
        return (first.len_utf8(), class);
    }
    if first.is_alphanumeric() {
        let end = rest.find(|c: char| !is_latin(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let class = if first.is_numeric() { Class::NUMBER } else { Class::LATIN };
        return (end, class);
    }
    (first.len_utf8(), class)
}

/// Tells letters and digits of other scripts, and what holds a name like `U-Net` or a number like `3.5` together.
fn is_latin(c: char) -> bool {
    matches!(c, '-' | '&' | '\'' | '.' | '%' | '％') || (c.is_alphanumeric() && !('\u{3400}'..='\u{9fff}').contains(&c))
}

fn mark(c: char) -> Class {
    match c {
        '，' | ',' => Class::COMMA,
        '：' | ':' => Class::COLON,
        '；' | ';' => Class::SEMICOLON,
        '。' | '！' | '？' | '!' | '?' | '…' | '｡' | '.' => Class::STOP,
        '、' => Class::LISTING,
        '“' | '「' | '『' | '‘' | '〝' => Class::OPEN_QUOTE,
        '”' | '」' | '』' | '’' | '〞' => Class::CLOSE_QUOTE,
        '"' => Class::OPEN_QUOTE.union(Class::CLOSE_QUOTE),
        '《' | '〈' => Class::OPEN_TITLE,
        '》' | '〉' => Class::CLOSE_TITLE,
        '（' | '(' | '【' | '[' => Class::OPEN_PAREN,
        '）' | ')' | '】' | ']' => Class::CLOSE_PAREN,
        '·' | '•' | '・' | '‧' => Class::DOT,
        _ if c.is_whitespace() => Class::empty(),
        _ => Class::OTHER_MARK,
    }
}

/// Lets every opening mark know its closing mark. What is opened inside of a pair and not closed there opens nothing.
fn pair_marks(tokens: &mut [Token]) {
    let mut open: Vec<(usize, Class)> = Vec::new();
    for index in 0..tokens.len() {
        let Some(classes) = tokens.get(index).map(|token| token.classes) else { break };
        if classes.contains(Class::OPEN_QUOTE | Class::CLOSE_QUOTE) {
            pair_straight(tokens, &mut open, index);
        } else if classes.intersects(Class::OPENING) {
            open.push((index, classes));
        } else if classes.intersects(Class::CLOSING) {
            close(tokens, &mut open, index, opening_of(classes));
        }
    }
}

/// How deep marks nest in earnest; beyond that an unclosed mark is a slip of the pen and is forgotten.
const DEEPEST: usize = 8;

fn close(tokens: &mut [Token], open: &mut Vec<(usize, Class)>, index: usize, opening: Class) {
    let nearest = open.iter().rev().take(DEEPEST).position(|(_, class)| *class == opening);
    if let Some(above) = nearest
        && let Some((opener, _)) = open.get(open.len() - 1 - above).copied()
    {
        open.truncate(open.len() - 1 - above);
        join(tokens, opener, index);
    }
}

/// A straight mark closes the one before it or opens a pair; it becomes one of the two.
fn pair_straight(tokens: &mut [Token], open: &mut Vec<(usize, Class)>, index: usize) {
    let straight = Class::OPEN_QUOTE | Class::CLOSE_QUOTE;
    let closes = open.iter().rev().take(DEEPEST).any(|(_, class)| *class == straight);
    if let Some(token) = tokens.get_mut(index) {
        token.classes = if closes { Class::CLOSE_QUOTE } else { Class::OPEN_QUOTE };
    }
    if closes {
        close(tokens, open, index, straight);
    } else {
        open.push((index, straight));
    }
}

fn opening_of(closing: Class) -> Class {
    match closing {
        Class::CLOSE_QUOTE => Class::OPEN_QUOTE,
        Class::CLOSE_TITLE => Class::OPEN_TITLE,
        _ => Class::OPEN_PAREN,
    }
}

fn join(tokens: &mut [Token], opener: usize, closer: usize) {
    if let Some(token) = tokens.get_mut(opener) {
        token.partner = u32::try_from(closer).unwrap_or_default();
    }
    if let Some(token) = tokens.get_mut(closer) {
        token.partner = u32::try_from(opener).unwrap_or_default();
    }
}

/// Marks the tokens that stand within paired marks.
fn mark_inside(tokens: &mut [Token]) {
    let (mut quoted_to, mut aside_to) = (0, 0);
    for index in 0..tokens.len() {
        let Some(token) = tokens.get_mut(index) else { break };
        if index < quoted_to {
            token.classes |= Class::QUOTED;
        }
        if index < aside_to {
            token.classes |= Class::ASIDE;
        }
        let partner = token.partner as usize;
        if token.is(Class::OPEN_QUOTE | Class::OPEN_TITLE) {
            quoted_to = quoted_to.max(partner);
        } else if token.is(Class::OPEN_PAREN) {
            aside_to = aside_to.max(partner);
        }
    }
}
