//! What an English statement does, by its cues: the tables find them, the order below weighs them.

mod cue;
mod imperative;
mod lists;
mod reported;
pub(in crate::lang::en) mod words;

use std::sync::LazyLock;

use bitflags::bitflags;

use self::cue::Sense;
use self::words::Numbering;
use rap_doc::Span;

use crate::Act;
use crate::act::{Cue, JudgeContext, Judgement, Signs, decide, signs_of};
use crate::phrase::{Hit, Phrases, Vocabulary, Word};
use crate::stance::{Bearing, Votes};

bitflags! {
    /// The classes of a word in `act-words.txt`.
    #[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
    struct Class: u16 {
        const VERB = 1;
        /// A verb that is a noun as well.
        const EITHER = 1 << 1;
        const STATE = 1 << 2;
        const NOT_ING = 1 << 3;
        const DEED = 1 << 4;
        const BELIEF = 1 << 5;
        const MODAL = 1 << 6;
        const FINITE = 1 << 7;
        const DETERMINER = 1 << 8;
        const COMPARATIVE = 1 << 9;
        const PREPOSITION = 1 << 10;
        const CONDITION = 1 << 11;
    }
}

impl Class {
    fn of_section(name: &str) -> Self {
        match name {
            "verb" => Self::VERB,
            "either" => Self::EITHER,
            "state" => Self::STATE,
            "not-ing" => Self::NOT_ING,
            "deed" => Self::DEED,
            "belief" => Self::BELIEF,
            "modal" => Self::MODAL,
            "finite" => Self::FINITE,
            "determiner" => Self::DETERMINER,
            "comparative" => Self::COMPARATIVE,
            "preposition" => Self::PREPOSITION,
            "condition" => Self::CONDITION,
            _ => Self::empty(),
        }
    }
}

/// Everything that is compiled from the packs, once.
struct Tables {
    numbering: Numbering,
    acts: Phrases<Cue>,
    stances: Phrases<Bearing>,
    cues: Phrases<Sense>,
    classes: Vec<Class>,
    known: Known,
}

/// The numbers of words and marks that the code itself asks for.
struct Known {
    comma: u16,
    semicolon: u16,
    question: u16,
    and: u16,
    or: u16,
    to: u16,
    of: u16,
    that: u16,
    not: u16,
    negative: [u16; 5],
    so: [u16; 4],
    ordinal: Vec<u16>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    let acts = Phrases::of_table(
        include_str!("../../../../../packs/lexicons/en/act-cues.txt"),
        &mut vocabulary,
        Cue::of_section,
    );
    let stances = Phrases::of_table(
        include_str!("../../../../../packs/lexicons/en/stance-cues.txt"),
        &mut vocabulary,
        Bearing::of_section,
    );
    let cues = Phrases::of_table(
        include_str!("../../../../../packs/lexicons/en/cue-acts.txt"),
        &mut vocabulary,
        Sense::of_section,
    );
    let known = Known::learned(&mut vocabulary);
    let classes = classes(include_str!("../../../../../packs/lexicons/en/act-words.txt"), &mut vocabulary);
    Tables { numbering: Numbering::of(vocabulary), acts, stances, cues, classes, known }
});

impl Known {
    fn learned(vocabulary: &mut Vocabulary) -> Self {
        let mut id = |word| vocabulary.learn(word);
        Self {
            comma: id(","),
            semicolon: id(";"),
            question: id("?"),
            and: id("and"),
            or: id("or"),
            to: id("to"),
            of: id("of"),
            that: id("that"),
            not: id("not"),
            negative: ["don't", "do", "never", "always", "dont"].map(&mut id),
            so: ["so", "then", "therefore", "instead"].map(&mut id),
            ordinal: [
                "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "fourthly", "fifth", "finally",
                "lastly",
            ]
            .map(&mut id)
            .to_vec(),
        }
    }
}

fn classes(list: &str, vocabulary: &mut Vocabulary) -> Vec<Class> {
    let mut found: Vec<Class> = Vec::new();
    let mut section = Class::empty();
    for line in list.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            section = Class::of_section(name);
            continue;
        }
        for word in line.split_whitespace() {
            let id = usize::from(vocabulary.learn(word));
            if found.len() <= id {
                found.resize(id + 1, Class::empty());
            }
            if let Some(classes) = found.get_mut(id) {
                *classes |= section;
            }
        }
    }
    found
}

/// A statement's words and what the tables found in them.
struct Reading<'a> {
    text: &'a str,
    words: Vec<Word>,
    hits: Vec<Hit<Cue>>,
    /// The words of the cue of the statement, which are none of its own.
    cue: Vec<Word>,
    tables: &'static Tables,
}

impl Reading<'_> {
    fn id(&self, at: usize) -> u16 {
        self.words.get(at).map_or(0, |word| word.id)
    }

    fn class(&self, at: usize) -> Class {
        self.tables.classes.get(usize::from(self.id(at))).copied().unwrap_or_default()
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.class(at).intersects(class)
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).and_then(|word| self.text.get(word.start as usize..word.end as usize)).unwrap_or_default()
    }
}

impl Signs for Reading<'_> {
    fn has(&self, cue: Cue) -> bool {
        self.hits.iter().any(|hit| hit.label == cue)
    }

    fn first_of(&self, kinds: &[Cue]) -> Option<Cue> {
        self.hits.iter().map(|hit| hit.label).find(|label| kinds.contains(label))
    }

    fn asks(&self) -> bool {
        let closing = |word: &&Word| matches!(self.text.as_bytes().get(word.start as usize), Some(b'"' | b')' | 0xE2));
        self.words.iter().rev().find(|word| !closing(word)).is_some_and(|word| word.id == self.tables.known.question)
    }

    fn commands(&self) -> bool {
        imperative::commands(self)
    }

    fn tells(&self) -> bool {
        let verb = (0..self.words.len().min(16)).find(|&at| self.is(at, Class::FINITE | Class::MODAL));
        verb.is_some_and(|at| !self.is(at, Class::MODAL) && !self.word(at).eq_ignore_ascii_case("be"))
    }

    fn believes(&self) -> bool {
        let classes = |word: &Word| self.tables.classes.get(usize::from(word.id)).copied().unwrap_or_default();
        self.cue.iter().any(|word| classes(word).contains(Class::BELIEF))
    }
}

/// Judges an English statement.
pub(crate) fn judge(text: &str, context: &JudgeContext<'_>) -> Judgement {
    let tables = &*TABLES;
    let words = tables.numbering.words(text, context.content);
    let mut hits = Vec::new();
    tables.acts.find(&words, &mut hits);
    hits.retain(|hit| !(matches!(hit.label, Cue::Demand | Cue::Must) && is_bare_modal(text, tables, &words, hit)));
    let cue = tables.numbering.words(text, context.cue);
    let mut reading = Reading { text, words, hits, cue, tables };
    reported::weigh(&mut reading);
    let reading = reading;
    let sense = cue::sense(&reading);
    let context = &JudgeContext { manner: cue::manner(&reading, sense, context.manner), ..*context };
    let by_cue = cue::act(&reading, sense, context).filter(|_| context.verdict != Some(true));
    let (act, strength) = by_cue.unwrap_or_else(|| decide(&reading, context));
    let items = if act == Act::Demand { lists::items(&reading, context) } else { Vec::new() };
    let votes = votes(&reading, act);
    let stance =
        if sense == Some(Sense::Refuses) && act == Act::Position { votes.refused() } else { votes.stance(act) };
    let signs = signs_of(reading.hits.iter().map(|hit| hit.label), sense == Some(Sense::Asks), reading.commands());
    Judgement { act, stance, strength, items, signs }
}

/// Tells a modal at the end of what is said, which repeats a verb and asks for nothing: "where you show us that it must".
fn is_bare_modal(text: &str, tables: &Tables, words: &[Word], hit: &Hit<Cue>) -> bool {
    let classes = |word: &Word| tables.classes.get(usize::from(word.id)).copied().unwrap_or_default();
    let modal = words.get(hit.first).is_some_and(|word| classes(word).contains(Class::MODAL));
    let is_mark = |word: &Word| {
        text.get(word.start as usize..word.end as usize).is_some_and(|word| !word.contains(char::is_alphanumeric))
    };
    modal && hit.end == hit.first + 1 && words.get(hit.end..).unwrap_or_default().iter().all(is_mark)
}

/// Tells a word that may be the verb of a clause.
pub(crate) fn may_be_verb(word: &str) -> bool {
    let tables = &*TABLES;
    let words = tables.numbering.words(word, &[Span::new(0, word.len())]);
    let classes = |word: &Word| tables.classes.get(usize::from(word.id)).copied().unwrap_or_default();
    words.iter().any(|word| classes(word).intersects(Class::VERB | Class::FINITE | Class::MODAL))
}

fn votes(reading: &Reading<'_>, act: Act) -> Votes {
    let mut votes = Votes::default();
    if matches!(act, Act::Demand | Act::Position | Act::Problem) {
        let mut hits = Vec::new();
        reading.tables.stances.find(&reading.words, &mut hits);
        for hit in hits {
            votes.cast(hit.label);
        }
    }
    votes
}
