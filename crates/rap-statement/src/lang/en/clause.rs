//! Clauses: the verb groups of a sentence, their subjects, and how far what they govern reaches.
//!
//! Works on one sentence at a time, by the tags of its tokens. Positions are indices of tokens in the block; a
//! position outside of the sentence has the tag [`Tag::Edge`].

use std::ops::Range;

use super::class;
use super::frame;
use super::tag::Tag;
use super::token::{Shape, Token};

/// How far to the left of a verb its subject is looked for; longer subjects than this are lists of names that a reader
/// loses too.
const SUBJECT_REACH: usize = 60;

/// Tells the form of a verb group.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Form {
    /// `has said`, `would argue`
    Finite,
    /// `to argue`
    Infinitive,
    /// `arguing`
    Gerund,
    /// `accused` without an auxiliary
    Participle,
    /// `say` without a subject
    Base,
}

/// Verbs that belong together: `has repeatedly called`.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) struct Group {
    pub(crate) first: usize,
    /// The verb that carries the meaning.
    pub(crate) main: usize,
    /// Behind the last verb.
    pub(crate) end: usize,
    pub(crate) form: Form,
    pub(crate) passive: bool,
}

/// A sentence with its tags and groups.
#[derive(Copy, Clone)]
pub(crate) struct Clauses<'s> {
    pub(crate) text: &'s str,
    /// The tokens of the block.
    pub(crate) tokens: &'s [Token],
    /// The tags of the tokens of the sentence.
    pub(crate) tags: &'s [Tag],
    /// The range of the sentence.
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) groups: &'s [Group],
}

impl Clauses<'_> {
    pub(crate) fn tag(&self, at: usize) -> Tag {
        // What lies before the sentence is beyond every index.
        self.tags.get(at.wrapping_sub(self.from)).copied().unwrap_or_default()
    }

    /// Returns the tag `back` places before `at`.
    pub(crate) fn tag_before(&self, at: usize, back: usize) -> Tag {
        at.checked_sub(back).map_or(Tag::Edge, |at| self.tag(at))
    }

    /// Returns the tags of a range, as far as it lies in the sentence.
    pub(crate) fn tags_in(&self, range: &Range<usize>) -> &[Tag] {
        let (start, end) = (range.start.max(self.from), range.end.min(self.to).max(self.from));
        self.tags.get(start - self.from..end - self.from).unwrap_or_default()
    }

    pub(crate) fn token(&self, at: usize) -> Option<Token> {
        if at >= self.from && at < self.to { self.tokens.get(at).copied() } else { None }
    }

    pub(crate) fn is(&self, at: usize, classes: u64) -> bool {
        self.token(at).is_some_and(|token| token.is(classes))
    }

    pub(crate) fn frames(&self, at: usize) -> u32 {
        self.token(at).map_or(0, |token| token.frames)
    }

    /// Returns the frames of the word as a noun or adjective.
    pub(crate) fn noun_frames(&self, at: usize) -> u32 {
        self.token(at).map_or(0, |token| u32::from(token.noun_frames))
    }

    pub(crate) fn word(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.of(self.text))
    }

    /// Returns the group that begins at `at`.
    pub(crate) fn group_at(&self, at: usize) -> Option<&Group> {
        let index = self.groups.binary_search_by_key(&at, |group| group.first).ok()?;
        self.groups.get(index)
    }

    /// Returns the first group that begins at or behind `at`.
    pub(crate) fn group_from(&self, at: usize) -> Option<&Group> {
        self.groups.get(self.groups.partition_point(|group| group.first < at))
    }

    /// Returns the groups before `at`, the nearest first.
    pub(crate) fn groups_before(&self, at: usize) -> impl Iterator<Item = &Group> {
        let end = self.groups.partition_point(|group| group.first < at);
        self.groups.get(..end).unwrap_or_default().iter().rev()
    }

    /// Returns the position behind the adverbs at `at`.
    pub(crate) fn skip_adverbs(&self, mut at: usize) -> usize {
        while matches!(self.tag(at), Tag::Adverb | Tag::Not) {
            at += 1;
        }
        at
    }

    /// Returns the position behind the quotation that opens at `at`, its closing mark included.
    pub(crate) fn behind_quote(&self, at: usize) -> usize {
        let kind = self.token(at).map_or(0, |token| token.mark);
        let mut index = at + 1;
        while index < self.to {
            if self.tag(index) == Tag::Close && self.token(index).is_some_and(|token| token.mark == kind) {
                return index + 1;
            }
            index += 1;
        }
        self.to
    }

    /// Returns the end of the noun phrase that begins at `at`, without what hangs on it; `at` where there is none.
    pub(crate) fn core_end(&self, at: usize) -> usize {
        let mut index = at;
        if self.tag(index) == Tag::Pronoun && self.tag(index + 1) != Tag::Genitive {
            return index + 1;
        }
        loop {
            match self.tag(index) {
                tag if tag.in_noun_phrase() => {
                    // A determiner or pronoun behind a noun begins another phrase.
                    let another = index > at
                        && matches!(tag, Tag::Determiner | Tag::Pronoun)
                        && !matches!(self.tag(index - 1), Tag::Determiner | Tag::Adverb);
                    if another {
                        break;
                    }
                    index += 1;
                }
                Tag::Adverb if matches!(self.tag(index + 1), Tag::Adjective | Tag::Number) => index += 1,
                Tag::Participle | Tag::Gerund
                    if index > at && self.tag(index + 1) == Tag::Noun && self.tag(index - 1) != Tag::Noun =>
                {
                    index += 1;
                }
                _ => break,
            }
        }
        index
    }

    /// Returns the end of the noun phrase at `at` with the prepositions that hang on it.
    pub(crate) fn phrase_end(&self, at: usize) -> usize {
        let mut end = self.core_end(at);
        if end == at {
            return at;
        }
        loop {
            let joins = matches!(self.tag(end), Tag::Preposition | Tag::Coordinator);
            let next = if joins { self.core_end(end + 1) } else { end };
            if next <= end + 1 {
                return end;
            }
            end = next;
        }
    }

    /// Returns the subject of a group: whoever does what it says.
    pub(crate) fn subject(&self, group: &Group) -> Option<Range<usize>> {
        // Control chains ("tried to begin to say") are short; the bound holds hostile ones.
        let mut current = *group;
        for _ in 0..6 {
            match self.subject_step(&current) {
                Step::Found(range) => return Some(range),
                Step::Of(other) => current = other,
                Step::Nobody => return None,
            }
        }
        None
    }

    fn subject_step(&self, group: &Group) -> Step {
        let before = self.before_adverbs(group.first);
        match group.form {
            Form::Finite | Form::Base => match self.subject_before(group.first) {
                Some(range) => Step::Found(range),
                None if self.tag_before(before, 1) == Tag::Coordinator => self.governor(group.first),
                None => Step::Nobody,
            },
            Form::Infinitive => match self.groups_before(group.first).next() {
                Some(other) if other.end == before || other.end == group.first => Step::Of(*other),
                Some(other) if self.frames(other.main) & frame::OBJECT_TO != 0 && !other.passive => {
                    let object = other.end..group.first;
                    if object.is_empty() { Step::Of(*other) } else { Step::Found(object) }
                }
                Some(other) => Step::Of(*other),
                None => Step::Nobody,
            },
            Form::Gerund => match self.tag_before(before, 1) {
                Tag::Noun | Tag::Pronoun | Tag::Number => {
                    self.subject_before(group.first).map_or(Step::Nobody, Step::Found)
                }
                Tag::Edge => {
                    match self.groups.iter().find(|other| other.first > group.first && other.form == Form::Finite) {
                        Some(other) => Step::Of(*other),
                        None => Step::Nobody,
                    }
                }
                _ => self.governor(group.first),
            },
            Form::Participle => Step::Nobody,
        }
    }

    /// Tells whether the infinitive belongs to a verb right before it, or one that asks somebody to do it; any other
    /// tells a purpose.
    pub(crate) fn controlled(&self, infinitive: &Group) -> bool {
        // "was able to say", "missed no chance to say".
        const SLACK: usize = 2;
        let before = self.before_adverbs(infinitive.first);
        self.groups_before(infinitive.first)
            .next()
            .is_some_and(|other| other.end + SLACK >= before || self.frames(other.main) & frame::OBJECT_TO != 0)
    }

    /// Returns the group whose subject a verb without one shares: the nearest finite one before it, a cue first.
    fn governor(&self, at: usize) -> Step {
        let finite = || self.groups_before(at).filter(|other| matches!(other.form, Form::Finite | Form::Base)).take(4);
        let cue = finite().find(|other| self.frames(other.main) & (frame::THAT | frame::QUOTE) != 0);
        let nearest = finite().next();
        cue.or(nearest).map_or(Step::Nobody, |other| Step::Of(*other))
    }

    fn before_adverbs(&self, mut at: usize) -> usize {
        while at > self.from && matches!(self.tag(at - 1), Tag::Adverb | Tag::Not) {
            at -= 1;
        }
        at
    }

    /// Returns the noun phrase that ends before `verb`: "Ada Lund, the head of the union, [said]".
    pub(crate) fn subject_before(&self, verb: usize) -> Option<Range<usize>> {
        let end = self.before_adverbs(verb);
        match self.tag_before(end, 1) {
            Tag::Relative => {
                let pronoun = end - 1;
                let head = if self.tag_before(pronoun, 1) == Tag::Comma { pronoun - 1 } else { pronoun };
                Some(self.phrase_before(head).map_or(pronoun..end, |start| start..end))
            }
            Tag::Wh => Some(end - 1..end),
            Tag::Comma | Tag::Dash | Tag::Mark => self.interpolated(end - 1),
            Tag::Participle if self.tag_before(end, 2).in_noun_phrase() => {
                self.phrase_before(end - 1).map(|start| start..end)
            }
            tag if tag.in_noun_phrase() => self.phrase_before(end).map(|start| start..end),
            _ => None,
        }
    }

    /// Returns the subject before an apposition or aside that closes with the mark at `close`.
    fn interpolated(&self, close: usize) -> Option<Range<usize>> {
        let kind = self.tag(close);
        let opens = |tag: Tag| tag == kind || (kind == Tag::Mark && tag == Tag::Mark);
        let floor = self.from.max(close.saturating_sub(SUBJECT_REACH));
        let open =
            (floor..close).rev().take_while(|at| self.tag(*at) != Tag::Semicolon).find(|at| opens(self.tag(*at)))?;
        let (open, start) = self.outermost(open, floor, kind)?;
        let apposed =
            matches!(self.tag(open + 1), Tag::Determiner | Tag::Noun | Tag::Adjective | Tag::Relative | Tag::Number)
                || (kind == Tag::Mark);
        Some(if apposed { start..close } else { start..open })
    }

    /// Goes left over a chain of appositions: "Lund, a farmer from Vale, the head of the union, said".
    fn outermost(&self, open: usize, floor: usize, kind: Tag) -> Option<(usize, usize)> {
        let mut open = open;
        for _ in 0..3 {
            let start = self.phrase_before(open)?;
            let begins =
                matches!(self.tag(start), Tag::Noun | Tag::Pronoun) && self.token(start).is_some_and(Token::is_capital);
            if begins || self.tag_before(start, 1) != kind || start <= floor {
                return Some((open, start));
            }
            open = start - 1;
        }
        self.phrase_before(open).map(|start| (open, start))
    }

    /// Returns where the noun phrase that ends at `end` begins, with all that hangs on its head.
    pub(crate) fn phrase_before(&self, end: usize) -> Option<usize> {
        let floor = self.from.max(end.saturating_sub(SUBJECT_REACH));
        let mut start = self.core_before(end, floor)?;
        while start > floor + 1 {
            let left = match self.tag(start - 1) {
                Tag::Preposition
                    if self.tag(start - 2) == Tag::Participle && self.tag_before(start, 3) == Tag::Noun =>
                {
                    start - 2
                }
                Tag::Preposition if !self.leads_in(start - 1) => start - 1,
                Tag::Gerund | Tag::Participle if self.tag(start - 2) == Tag::Noun => start - 1,
                Tag::Coordinator if self.coordinates(start - 1, floor) => start - 1,
                Tag::Finite => match self.relative_before(start - 1) {
                    Some(at) => at,
                    None => break,
                },
                _ => break,
            };
            match self.core_before(left, floor) {
                Some(next) => start = next,
                None => break,
            }
        }
        Some(start)
    }

    /// Tells whether the preposition at `at` leads in an adverbial and not a phrase that hangs on a noun.
    fn leads_in(&self, at: usize) -> bool {
        !matches!(self.tag_before(at, 1), Tag::Noun | Tag::Number | Tag::Pronoun | Tag::Close)
    }

    /// Returns the relative pronoun before the finite verb at `at`, where that is its subject.
    fn relative_before(&self, at: usize) -> Option<usize> {
        let group = self.groups_before(at + 1).find(|group| group.first <= at && at < group.end)?;
        let before = self.before_adverbs(group.first);
        (self.tag_before(before, 1) == Tag::Relative && before >= 2).then(|| before - 1)
    }

    /// Tells whether the coordinator at `at` joins two noun phrases of one subject: nothing governs the first.
    fn coordinates(&self, at: usize, floor: usize) -> bool {
        let Some(start) = self.core_before(at, floor) else { return false };
        match self.tag_before(start, 1) {
            Tag::Comma => !self.tag_before(start, 2).verbal(),
            tag => {
                matches!(tag, Tag::Edge | Tag::That | Tag::Wh | Tag::Subordinator | Tag::Semicolon | Tag::Preposition)
            }
        }
    }

    /// Returns where the words before `end` that make one noun phrase without prepositions begin.
    fn core_before(&self, end: usize, floor: usize) -> Option<usize> {
        let mut start = end;
        while start > floor && self.tag(start - 1).in_noun_phrase() {
            let tag = self.tag(start - 1);
            if tag == Tag::Pronoun && start < end && self.tag(start) != Tag::Genitive {
                break;
            }
            let dated = self.dates(start - 1) && start < end && self.tag(start) != Tag::Genitive;
            if dated && self.tag_before(start - 1, 1) == Tag::Preposition {
                break;
            }
            start -= 1;
            if matches!(tag, Tag::Determiner | Tag::Pronoun) && !matches!(self.tag_before(start, 1), Tag::Determiner) {
                break;
            }
        }
        (start < end).then_some(start)
    }

    /// Tells whether the word dates what happens and belongs to no name.
    pub(crate) fn dates(&self, at: usize) -> bool {
        self.is(at, class::TIME) || self.token(at).is_some_and(|token| token.shape == Shape::Number)
    }
}

enum Step {
    Found(Range<usize>),
    Of(Group),
    Nobody,
}

/// Finds the verb groups among `tags` from `from` to `to` and adds them to `groups`.
pub(crate) fn find_groups(tags: &[Tag], from: usize, to: usize, groups: &mut Vec<Group>) {
    let tag = |at: usize| if at < to { tags.get(at).copied().unwrap_or_default() } else { Tag::Edge };
    let skip = |mut at: usize| {
        while matches!(tag(at), Tag::Adverb | Tag::Not) {
            at += 1;
        }
        at
    };
    let mut at = from;
    while at < to {
        let first = at;
        let infinitive = tag(at) == Tag::To;
        let mut main = if infinitive { skip(at + 1) } else { at };
        if !tag(main).verbal() {
            at += 1;
            continue;
        }
        let form = match tag(main) {
            _ if infinitive => Form::Infinitive,
            Tag::Gerund => Form::Gerund,
            Tag::Participle => Form::Participle,
            Tag::Base => Form::Base,
            _ => Form::Finite,
        };
        let mut passive = false;
        loop {
            let next = skip(main + 1);
            let goes_on = match tag(main) {
                Tag::Modal | Tag::Do => matches!(tag(next), Tag::Base | Tag::Be | Tag::Have | Tag::Do),
                Tag::Have => matches!(tag(next), Tag::Participle | Tag::Be | Tag::Have | Tag::Do),
                Tag::Be => matches!(tag(next), Tag::Participle | Tag::Gerund | Tag::Be),
                _ => false,
            };
            if !goes_on {
                break;
            }
            passive = tag(main) == Tag::Be && tag(next) == Tag::Participle;
            main = next;
        }
        groups.push(Group { first, main, end: main + 1, form, passive });
        at = main + 1;
    }
}

#[cfg(test)]
mod tests;
