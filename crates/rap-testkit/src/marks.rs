//! Marked paragraphs: the inline format of `corpus/attribution`, read into text and attributions.
//!
//! Enters: one line such as `{s1|Ms Oduya} {c1|said} {q1:demand|that the fund should grow}.` Leaves: the words without
//! marks and, for each number, the byte ranges of source, cue, content and items. `corpus/attribution/README.md` tells
//! the format. Absent on purpose: any view of what is right; this only reads.

mod agreement;

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

pub use agreement::{Agreement, Side, pairs};

/// A paragraph without its marks, and what the marks say.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MarkedParagraph {
    /// The line of the file, from 1.
    pub line: usize,
    /// The kind of paper that the file gives for it: `article`, `record`, `submission`, `plan`.
    pub kind: Option<String>,
    /// Whether every demand is marked as one.
    pub acts_marked: bool,
    /// The words.
    pub text: String,
    /// The attributions, in the order of their numbers.
    pub attributions: Vec<MarkedAttribution>,
}

/// One number of a paragraph.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct MarkedAttribution {
    /// The pieces of the source; none where nobody is named.
    pub source: Vec<Range<usize>>,
    /// The pieces of the cue.
    pub cue: Vec<Range<usize>>,
    /// The pieces of the content.
    pub content: Vec<Range<usize>>,
    /// The items of a list in the content.
    pub items: Vec<Range<usize>>,
    /// What the content does, where it is marked: `demand`, `position`, …
    pub act: Option<String>,
    /// How the content is given.
    pub manner: MarkedManner,
}

/// Tells how a paragraph gives a content.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub enum MarkedManner {
    /// By a source and a cue.
    #[default]
    Attributed,
    /// The title or subject of a speech: `t1`.
    Topic,
    /// A sentence that goes on without a cue: `q1+`.
    Continued,
    /// The author's own: `q1=`.
    Author,
}

/// Says what is wrong with a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MarkError {
    /// The line of the file, from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for MarkError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for MarkError {}

const ACTS: [&str; 6] = ["demand", "position", "problem", "fact", "promise", "question"];
const KINDS: [&str; 4] = ["article", "record", "submission", "plan"];

/// Reads a file of marked paragraphs.
///
/// # Errors
///
/// All lines that are not in the format, in order.
pub fn read_marks(file: &str) -> Result<Vec<MarkedParagraph>, Vec<MarkError>> {
    let (mut paragraphs, mut errors) = (Vec::new(), Vec::new());
    let (mut kind, mut acts_marked) = (None, false);
    for (index, line) in file.lines().enumerate() {
        let number = index + 1;
        if let Some(comment) = line.strip_prefix('#') {
            if let Some(name) = comment.trim().strip_prefix("kind:").map(str::trim) {
                if !KINDS.contains(&name) {
                    let message = format!("no kind is called `{name}`; the kinds are {}", KINDS.join(", "));
                    errors.push(MarkError { line: number, message });
                }
                kind = Some(name.to_owned());
            }
            acts_marked |= comment.trim() == "acts: marked";
            continue;
        }
        if line.trim().is_empty() {
            continue;
        }
        match read_line(line) {
            Ok(read) => paragraphs.push(MarkedParagraph { line: number, kind: kind.clone(), acts_marked, ..read }),
            Err(message) => errors.push(MarkError { line: number, message }),
        }
    }
    if errors.is_empty() { Ok(paragraphs) } else { Err(errors) }
}

/// The head of a mark: letter, numbers, manner, act.
struct Head {
    letter: char,
    numbers: Vec<char>,
    manner: MarkedManner,
    act: Option<String>,
}

fn read_head(head: &str) -> Result<Head, String> {
    let wrong = |what: &str| format!("`{{{head}|` {what}");
    let (front, act) = match head.split_once(':') {
        Some((front, act)) => (front, Some(act.to_owned())),
        None => (head, None),
    };
    if let Some(act) = act.as_deref().filter(|act| !ACTS.contains(act)) {
        return Err(wrong(&format!("has no act called `{act}`; the acts are {}", ACTS.join(", "))));
    }
    let (front, manner) = match front.strip_suffix('+') {
        Some(front) => (front, MarkedManner::Continued),
        None => match front.strip_suffix('=') {
            Some(front) => (front, MarkedManner::Author),
            None => (front, MarkedManner::Attributed),
        },
    };
    let mut letters = front.chars();
    let letter = letters.next().filter(|letter| "scqti".contains(*letter));
    let letter = letter.ok_or_else(|| wrong("begins with no letter of s, c, q, t, i"))?;
    let mut numbers: Vec<char> = letters.collect();
    if let Some(other) = numbers.iter().find(|number| !number.is_ascii_digit() && !number.is_ascii_lowercase()) {
        return Err(wrong(&format!("holds `{other}`, which is no number (1 to 9, a to z)")));
    }
    if numbers.is_empty() {
        numbers.push('0');
    }
    let content = letter == 'q' || letter == 't';
    if !content && (act.is_some() || manner != MarkedManner::Attributed) {
        return Err(wrong("gives an act or a manner, which only content has"));
    }
    let manner = if letter == 't' { MarkedManner::Topic } else { manner };
    Ok(Head { letter, numbers, manner, act })
}

fn read_line(line: &str) -> Result<MarkedParagraph, String> {
    let mut text = String::with_capacity(line.len());
    let mut open: Vec<(Head, usize)> = Vec::new();
    let mut found: BTreeMap<char, MarkedAttribution> = BTreeMap::new();
    let mut continued: Vec<(char, MarkedAttribution)> = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, after) = rest.split_at(at);
        text.push_str(before);
        if let Some(inner) = after.strip_prefix('{') {
            let (head, behind) = inner.split_once('|').ok_or("a `{` has no `|` behind it")?;
            open.push((read_head(head)?, text.len()));
            rest = behind;
        } else {
            let (head, start) = open.pop().ok_or("a `}` closes nothing")?;
            if start == text.len() {
                return Err(format!("the mark `{}` holds no words", head.letter));
            }
            keep(&head, start..text.len(), &mut found, &mut continued);
            rest = after.strip_prefix('}').unwrap_or_default();
        }
    }
    text.push_str(rest);
    if let Some((head, _)) = open.pop() {
        return Err(format!("the mark `{}{}` is not closed", head.letter, head.numbers.iter().collect::<String>()));
    }
    let attributions = whole(found, continued)?;
    Ok(MarkedParagraph { text, attributions, ..MarkedParagraph::default() })
}

/// Puts a closed mark where it belongs.
fn keep(
    head: &Head,
    span: Range<usize>,
    found: &mut BTreeMap<char, MarkedAttribution>,
    continued: &mut Vec<(char, MarkedAttribution)>,
) {
    for number in &head.numbers {
        if matches!(head.manner, MarkedManner::Continued | MarkedManner::Author) {
            let content = std::iter::once(span.clone()).collect();
            let manner = head.manner;
            let one = MarkedAttribution { content, act: head.act.clone(), manner, ..MarkedAttribution::default() };
            continued.push((*number, one));
            continue;
        }
        let entry = found.entry(*number).or_default();
        match head.letter {
            's' => entry.source.push(span.clone()),
            'c' => entry.cue.push(span.clone()),
            'i' => entry.items.push(span.clone()),
            _ => {
                entry.content.push(span.clone());
                entry.act = entry.act.take().or_else(|| head.act.clone());
                entry.manner = head.manner;
            }
        }
    }
}

/// Returns the attributions of a line, those that go on with the source of what they continue.
fn whole(
    mut found: BTreeMap<char, MarkedAttribution>,
    continued: Vec<(char, MarkedAttribution)>,
) -> Result<Vec<MarkedAttribution>, String> {
    for one in found.values_mut() {
        for spans in [&mut one.source, &mut one.cue, &mut one.content, &mut one.items] {
            spans.sort_by_key(|span| (span.start, span.end));
        }
    }
    let mut added = Vec::new();
    for (number, mut one) in continued {
        let before = found.get_mut(&number);
        if one.manner == MarkedManner::Continued && before.as_ref().is_none_or(|before| before.content.is_empty()) {
            return Err(format!("`q{number}+` goes on nothing: mark what it continues as `q{number}`"));
        }
        if let Some(before) = before {
            one.source.clone_from(&before.source);
            let inside =
                |item: &Range<usize>| one.content.iter().any(|span| span.start <= item.start && item.end <= span.end);
            one.items = before.items.extract_if(.., |item| inside(item)).collect();
        }
        added.push(one);
    }
    // What only held the items of an author's own sentence.
    found.retain(|_, one| !(one.content.is_empty() && one.source.is_empty() && one.cue.is_empty()));
    if let Some((number, _)) = found.iter().find(|(_, one)| one.content.is_empty()) {
        return Err(format!("attribution {number} has no content: mark it as `q{number}` or `t{number}`"));
    }
    Ok(found.into_values().chain(added).collect())
}

/// Returns the text of a file without marks, comments kept.
///
/// # Errors
///
/// As [`read_marks`].
pub fn strip_marks(file: &str) -> Result<String, Vec<MarkError>> {
    let paragraphs = read_marks(file)?;
    let mut stripped = String::new();
    for (index, line) in file.lines().enumerate() {
        let text = paragraphs.iter().find(|paragraph| paragraph.line == index + 1);
        stripped.push_str(text.map_or(line, |paragraph| &paragraph.text));
        stripped.push('\n');
    }
    Ok(stripped)
}

#[cfg(test)]
mod tests;
