//! Attributions: source, cue and content, sentence by sentence.
//!
//! Each sentence is read from left to right. A cue with a subject opens an attribution that reaches to the end of
//! the sentence; the next cue of the same rank cuts it off (X 指出 A，并建议 B is two), one that begins inside of the
//! content nests in it (X 说，Y 认为 A).

use std::ops::Range;

use super::class::Class;
use super::content::{content_from, speech_before};
use super::cue::{Cue, Opening, cue_at};
use super::draft::Draft;
use super::phrase::Sort;
use super::subject::{Subject, is_adverbial, leader, subject_of};
use super::window::Window;
use super::{according, topic, turn};
use crate::found::{Finder, Manner};

/// Returns the attributions of a window.
pub(super) fn find_attributions(window: Window<'_>) -> Vec<Draft> {
    let mut reading = Reading { window, drafts: Vec::new(), open: Vec::new(), consumed: 0 };
    if let Some(turn) = turn::turn_at_start(&window) {
        let leads = turn.leads;
        reading.drafts.extend(turn.drafts);
        if !leads {
            return reading.drafts;
        }
    }
    for sentence in window.sentences {
        reading.read_sentence(sentence.clone());
    }
    reading.drafts
}

/// How deep reports nest; X 说 Y 说 Z 说 is the most that anybody writes.
const DEEPEST: usize = 3;

/// The reading of one window.
struct Reading<'w> {
    window: Window<'w>,
    drafts: Vec<Draft>,
    /// The drafts whose content reaches to the end of the sentence being read, the outermost first.
    open: Vec<usize>,
    /// Up to which token quotations belong to a draft.
    consumed: usize,
}

/// A source as a draft takes it, with the token at which its clause begins.
struct Source {
    tokens: Vec<Range<usize>>,
    phrases: Range<usize>,
    head: usize,
    /// Whether it is the speaker before who goes on.
    elided: bool,
}

impl Reading<'_> {
    fn read_sentence(&mut self, sentence: Range<usize>) {
        self.open.clear();
        let mut at = sentence.start;
        while at < sentence.end {
            let Some(token) = self.window.token(at) else { break };
            let readable = token.is(Class::CUE
                | Class::HEARSAY
                | Class::ACCORDING
                | Class::IMPRESSION
                | Class::TOPIC_NOUN
                | Class::TOPIC_VERB);
            if readable && !token.is(Class::INSIDE) {
                at = self.read_at(at, &sentence).max(at + 1);
            } else {
                at += 1;
            }
        }
    }

    /// Reads what begins at `at` and returns where to go on.
    fn read_at(&mut self, at: usize, sentence: &Range<usize>) -> usize {
        let special = according::hearsay_at(&self.window, at, sentence)
            .or_else(|| according::according_at(&self.window, at, sentence))
            .or_else(|| according::impression_at(&self.window, at, sentence))
            .or_else(|| topic::topic_at(&self.window, at, sentence));
        if let Some(draft) = special {
            let next = draft.cue.last().map_or(at + 1, |cue| cue.end);
            if self.open.is_empty() || draft.manner == Manner::Topic {
                self.push(draft, sentence.start);
            }
            return next;
        }
        match cue_at(&self.window, at) {
            Some(cue) => {
                self.read_cue(&cue, sentence);
                cue.tokens.end
            }
            None => at + 1,
        }
    }

    fn read_cue(&mut self, cue: &Cue, sentence: &Range<usize>) {
        let opening = cue.opening(&self.window, sentence.end);
        if opening == Opening::Other {
            return;
        }
        let Some(source) = self.source_of(cue, sentence) else { return };
        let content = self.contents(cue, &source, opening, sentence);
        if content.is_empty() || is_condition(&self.window, &source, &content) {
            return;
        }
        let manner = if cue.asks() { Manner::Asked } else { Manner::Said };
        let draft = Draft {
            source: source.tokens,
            phrases: source.phrases,
            cue: vec![cue.tokens.clone()],
            content,
            manner,
            finder: Finder::Rules,
        };
        self.push(draft, source.head);
    }

    /// Closes what the new draft cuts off, and opens it.
    fn push(&mut self, draft: Draft, head: usize) {
        let nested = self.is_nested(head);
        if nested && self.open.len() >= DEEPEST {
            return;
        }
        if !nested {
            for open in self.open.drain(..) {
                if let Some(earlier) = self.drafts.get_mut(open).filter(|earlier| earlier.end() > head) {
                    earlier.cut(&self.window, head);
                }
            }
        }
        self.consumed = self.consumed.max(draft.end());
        self.open.push(self.drafts.len());
        self.drafts.push(draft);
    }

    /// Tells whether an attribution that begins at `head` is all that the open one says.
    fn is_nested(&self, head: usize) -> bool {
        let last = self.open.last().and_then(|open| self.drafts.get(*open));
        let start = last.and_then(|draft| draft.content.last()).map(|range| range.start);
        start.is_some_and(|start| start <= head && is_adverbial(&self.window, start..head))
    }

    fn source_of(&self, cue: &Cue, sentence: &Range<usize>) -> Option<Source> {
        let at = cue.tokens.start;
        match subject_of(&self.window, at, sentence.start) {
            Subject::Phrases(phrases) => self.named(cue, phrases, sentence),
            Subject::Opinion(tokens) => {
                Some(Source { head: tokens.start, tokens: Vec::new(), phrases: 0..0, elided: false })
            }
            Subject::Elided(head) => self.elided(cue, head, sentence),
            Subject::Unlisted(tokens) if self.open.is_empty() && cue.classes.intersects(Class::SAY) => {
                Some(Source { head: tokens.start, tokens: vec![tokens], phrases: 0..0, elided: false })
            }
            Subject::Unlisted(_) | Subject::Other => None,
        }
    }

    fn named(&self, cue: &Cue, phrases: Range<usize>, sentence: &Range<usize>) -> Option<Source> {
        let named = self.window.phrases.get(phrases.clone())?;
        let (first, last) = (named.first()?, named.last()?);
        let head = first.tokens.start;
        let attitude = !cue.classes.intersects(Class::CUE.difference(Class::ATTITUDE));
        if attitude && last.sort != Sort::Person && self.is_nested(head) {
            return None;
        }
        if !suits(last.sort, cue) || !self.may_begin(head, last.sort, cue, sentence) {
            return None;
        }
        let tokens = named.iter().map(|phrase| phrase.tokens.clone()).collect();
        Some(Source { tokens, phrases, head, elided: false })
    }

    /// Tells whether a new source may begin at `head` while another's words are being reported.
    fn may_begin(&self, head: usize, sort: Sort, cue: &Cue, sentence: &Range<usize>) -> bool {
        if self.open.is_empty()
            || self.open.last().and_then(|open| self.drafts.get(*open)).is_some_and(|draft| draft.end() <= head)
        {
            return true;
        }
        let clause = self.window.clause_start(head, sentence.start);
        let parted = self.window.is_before(clause, Class::SEMICOLON | Class::STOP);
        let contrast = (clause..head)
            .chain(head..cue.tokens.start)
            .any(|at| matches!(self.window.words(at), "则" | "也" | "而" | "但" | "却"));
        let strong = cue.classes.intersects(Class::SAY);
        match sort {
            Sort::BareGroup | Sort::Document => parted || (contrast && strong),
            Sort::Group | Sort::Body(_) => parted || contrast || strong,
            _ => true,
        }
    }

    /// Gives the cue of a clause without a subject to the one who spoke before.
    fn elided(&self, cue: &Cue, head: usize, sentence: &Range<usize>) -> Option<Source> {
        let strong = Class::SAY | Class::ASK | Class::ATTITUDE;
        let before = match self.open.first() {
            Some(open) => *open,
            None if head == sentence.start => self.drafts.len().checked_sub(1)?,
            None if cue.classes.intersects(Class::SAY | Class::ASK) => return self.led(cue, head, sentence),
            None => return None,
        };
        let draft = self.drafts.get(before).filter(|draft| draft.manner != Manner::Topic)?;
        if !cue.classes.intersects(strong) || cue.classes.intersects(Class::CUE_NOUN) {
            return None;
        }
        Some(Source { tokens: draft.source.clone(), phrases: draft.phrases.clone(), head, elided: true })
    }

    /// Gives the cue of a later clause to the one who leads the sentence.
    fn led(&self, cue: &Cue, head: usize, sentence: &Range<usize>) -> Option<Source> {
        let leader = leader(&self.window, cue.tokens.start, sentence.start)?;
        let tokens = self.window.phrases.get(leader)?.tokens.clone();
        Some(Source { tokens: vec![tokens], phrases: leader..leader + 1, head, elided: true })
    }

    /// Returns the content before and after the cue.
    fn contents(&self, cue: &Cue, source: &Source, opening: Opening, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let mut content = Vec::new();
        if !source.elided
            && let Some(speech) = self.speech_before(source.head)
        {
            content.push(speech);
        }
        match opening {
            Opening::Content(start) => content.push(content_from(&self.window, start, sentence.end)),
            Opening::Nothing if content.is_empty() => content.extend(self.clause_before(cue, source, sentence)),
            Opening::Nothing | Opening::Other => {}
        }
        content
    }

    /// Returns the quotation that stands before a source, with a comma between them or none.
    fn speech_before(&self, head: usize) -> Option<Range<usize>> {
        let comma = head.checked_sub(1).filter(|before| self.window.is(*before, Class::COMMA));
        let mut ends = [Some(head), comma].into_iter().flatten();
        ends.find_map(|end| speech_before(&self.window, end, self.consumed).map(|open| open..end))
    }

    /// Returns the plain words before a source and cue that close their sentence: 立法不会放慢，知情人士透露。
    fn clause_before(&self, cue: &Cue, source: &Source, sentence: &Range<usize>) -> Option<Range<usize>> {
        let comma = source.head.checked_sub(1)?;
        let plain = self.open.is_empty() && !source.elided && cue.classes.intersects(Class::SAY);
        (plain && comma > sentence.start && self.window.is(comma, Class::COMMA)).then_some(sentence.start..comma)
    }
}

/// Tells whether a source of this sort can be the one of this cue.
fn suits(sort: Sort, cue: &Cue) -> bool {
    let doubtful = cue.classes.intersects(Class::ATTITUDE) && !cue.classes.intersects(Class::SAY | Class::ASK);
    match sort {
        Sort::BareGroup => !doubtful && !cue.classes.intersects(Class::CUE_NOUN),
        Sort::Document => !doubtful,
        _ => true,
    }
}

/// Tells the condition of a law from the report of a view: 用户认为其权益受到侵害的，有权……
fn is_condition(window: &Window<'_>, source: &Source, content: &[Range<usize>]) -> bool {
    let group = source.phrases.clone().all(|index| {
        window
            .phrases
            .get(index)
            .is_some_and(|phrase| matches!(phrase.sort, Sort::BareGroup | Sort::Body(_) | Sort::Definite))
    });
    let Some(first) = content.first().filter(|_| group && !source.elided) else { return false };
    let comma = (first.start..first.end)
        .find(|at| window.is(*at, Class::COMMA | Class::STOP) && !window.is(*at, Class::INSIDE));
    comma.is_some_and(|comma| window.words_before(comma) == "的")
}
