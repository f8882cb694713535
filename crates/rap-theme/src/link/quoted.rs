//! Wording: which words of a demand stand in the law, in the same order.

use rap_doc::Span;
use rap_law::Law;
use rustc_hash::FxHashMap;

use super::target::Target;
use super::tokens::{Token, is_one_han, terms, tokens};
use super::{Asked, Evidence};

/// How many Latin words, or Chinese characters, must stand in the law in a row to be a quote where no marks say so.
/// Shorter runs are the common stock of legal language.
const RUN_OF_WORDS: usize = 7;
const RUN_OF_CHARACTERS: usize = 12;

/// The same inside of quotation marks.
const MARKED_WORDS: usize = 2;
const MARKED_CHARACTERS: usize = 4;

/// In how many provisions quoted words may stand and still point to one: a term of the law stands in all.
const FEW: usize = 2;

/// How many places of a pair of tokens are looked at; pairs of more are grammar.
const MOST_PLACES: usize = 64;

/// How sure a quote in marks is, and one without.
const MARKED: f32 = 0.95;
const UNMARKED: f32 = 0.85;

/// The tokens of a law and where each pair of them stands.
#[derive(Debug)]
pub(super) struct Wording {
    tokens: Vec<Token>,
    /// The target of each token.
    targets: Vec<usize>,
    pairs: FxHashMap<(u32, u32), Vec<u32>>,
    numbers: FxHashMap<String, u32>,
}

/// Words of a demand that stand in a target.
pub(super) struct Quoted {
    pub(super) target: usize,
    pub(super) score: f32,
    pub(super) evidence: Vec<Evidence>,
}

/// A run of equal tokens: where it starts in the passage and in the law, and how long it is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
struct Run {
    at: usize,
    law: usize,
    length: usize,
}

impl Wording {
    pub(super) fn of(law: &Law, targets: &[Target]) -> Self {
        let mut wording = Self {
            tokens: Vec::new(),
            targets: Vec::new(),
            pairs: FxHashMap::default(),
            numbers: FxHashMap::default(),
        };
        for (index, target) in targets.iter().enumerate() {
            wording.tokens.extend(tokens(law.doc.text(), target.span));
            wording.targets.resize(wording.tokens.len(), index);
        }
        let mut numbers = Vec::with_capacity(wording.tokens.len());
        for token in &wording.tokens {
            let next = u32::try_from(wording.numbers.len()).unwrap_or(u32::MAX);
            numbers.push(*wording.numbers.entry(token.word.clone()).or_insert(next));
        }
        for (at, pair) in (0_u32..).zip(numbers.windows(2)) {
            if let [one, two] = pair {
                wording.pairs.entry((*one, *two)).or_default().push(at);
            }
        }
        wording
    }

    /// Returns the target whose words the demand repeats, or its statement in quotation marks.
    pub(super) fn quoted(&self, asked: &Asked<'_>, law: &Law) -> Option<Quoted> {
        let marked = marked(asked.text, asked.statement);
        let marked = marked.iter().filter_map(|span| {
            let passage = tokens(asked.text, *span);
            let runs = self.runs(&passage);
            let whole: Vec<Run> = runs.into_iter().filter(|run| run.length == passage.len()).collect();
            is_telling(&passage, MARKED_WORDS, MARKED_CHARACTERS).then_some((passage, whole))
        });
        let found = marked.filter_map(|(passage, runs)| self.one(&passage, &runs, law, MARKED)).next();
        found.or_else(|| {
            let passage = tokens(asked.text, asked.unit);
            let mut runs = self.runs(&passage);
            runs.retain(|run| {
                let words = passage.get(run.at..run.at + run.length).unwrap_or_default();
                is_telling(words, RUN_OF_WORDS, RUN_OF_CHARACTERS)
            });
            let longest = runs.iter().map(|run| run.length).max()?;
            runs.retain(|run| run.length == longest);
            self.one(&passage, &runs, law, UNMARKED)
        })
    }

    /// Returns the target that these runs point to, where they point to one: the only one that has the words, or the
    /// one that puts them in quotation marks and so defines them.
    fn one(&self, passage: &[Token], runs: &[Run], law: &Law, score: f32) -> Option<Quoted> {
        let mut targets: Vec<usize> = runs.iter().filter_map(|run| self.targets.get(run.law).copied()).collect();
        targets.dedup();
        let defining = runs.iter().find(|run| self.is_marked(**run, law));
        let target = match (targets.as_slice(), defining) {
            (_, Some(run)) => *self.targets.get(run.law)?,
            (&[first, ..], None) if targets.len() <= FEW => first,
            _ => return None,
        };
        let run = runs.iter().find(|run| self.targets.get(run.law) == Some(&target))?;
        let words = hull(passage.get(run.at..run.at + run.length)?)?;
        let in_law = hull(self.tokens.get(run.law..run.law + run.length)?)?;
        let share = if targets.len() > 1 && defining.is_none() { 0.8 } else { 1.0 };
        Some(Quoted { target, score: score * share, evidence: vec![Evidence { words, law: Some(in_law) }] })
    }

    /// Tells whether the law has the words of a run between quotation marks.
    fn is_marked(&self, run: Run, law: &Law) -> bool {
        let span = self.tokens.get(run.law..run.law + run.length).and_then(hull).unwrap_or_default();
        let text = law.doc.text();
        let before = text.get(..span.start()).and_then(|before| before.chars().next_back());
        let after = text.get(span.end()..).and_then(|after| after.chars().next());
        before.is_some_and(|c| OPENING.contains(&c)) && after.is_some_and(|c| CLOSING.contains(&c))
    }

    /// Returns the longest runs of the passage that stand in the law, from each place where one starts.
    fn runs(&self, passage: &[Token]) -> Vec<Run> {
        let number = |token: &Token| self.numbers.get(&token.word).copied();
        let numbers: Vec<Option<u32>> = passage.iter().map(number).collect();
        let mut runs: Vec<Run> = Vec::new();
        for (at, pair) in numbers.windows(2).enumerate() {
            let [Some(one), Some(two)] = pair else { continue };
            let places = self.pairs.get(&(*one, *two)).map_or(&[][..], Vec::as_slice);
            for &law in places.iter().take(MOST_PLACES) {
                let law = law as usize;
                let inside = runs.iter().rev().take(MOST_PLACES).any(|run| {
                    run.at < at && law.checked_sub(run.law) == Some(at - run.at) && at < run.at + run.length
                });
                if !inside {
                    runs.push(Run { at, law, length: self.length(passage, at, law) });
                }
            }
        }
        runs
    }

    fn length(&self, passage: &[Token], at: usize, law: usize) -> usize {
        let target = self.targets.get(law);
        let pairs = passage.iter().skip(at).zip(self.tokens.iter().zip(&self.targets).skip(law));
        pairs.take_while(|(one, (two, of))| one.word == two.word && Some(*of) == target).count()
    }
}

const OPENING: [char; 7] = ['"', '“', '‘', '\'', '「', '『', '«'];
const CLOSING: [char; 7] = ['"', '”', '’', '\'', '」', '』', '»'];

/// Returns what stands between quotation marks inside of `span`, without the marks.
fn marked(text: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in span.of(text).char_indices() {
        let here = span.start() + at;
        match open {
            Some((from, close)) if c == close => {
                found.push(Span::new(from, here));
                open = None;
            }
            Some(_) => {}
            // A single mark may be an apostrophe and opens nothing here.
            None if c != '\'' && c != '’' => {
                let kind = OPENING.iter().position(|mark| *mark == c);
                open = kind.and_then(|kind| CLOSING.get(kind)).map(|close| (here + c.len_utf8(), *close));
            }
            None => {}
        }
    }
    found
}

/// Tells whether so many tokens are enough, and some of them say something.
fn is_telling(passage: &[Token], words: usize, characters: usize) -> bool {
    let han = passage.iter().filter(|token| is_one_han(&token.word)).count();
    let latin = passage.len() - han;
    (latin >= words || han >= characters) && !terms(passage).is_empty()
}

fn hull(passage: &[Token]) -> Option<Span> {
    Some(passage.first()?.span.hull(passage.last()?.span))
}
