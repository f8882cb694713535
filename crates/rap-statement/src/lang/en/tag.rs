//! Part-of-speech guesses: one tag a token, from the lexicon and the neighbours to the left.
//!
//! Not a tagger of the language: it tells verbs that a clause hangs on from nouns that look the same (`plans`), and
//! complementizers from determiners (`that`). What it gets wrong costs one attribution, never more.

use super::class;
use super::frame;
use super::token::{Shape, Token};

/// Tells what a token does in its sentence.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(crate) enum Tag {
    /// Outside of the sentence.
    #[default]
    Edge,
    Determiner,
    Adjective,
    Noun,
    Number,
    Pronoun,
    /// `'s` after a noun.
    Genitive,
    Preposition,
    /// `to` before a verb.
    To,
    Coordinator,
    Subordinator,
    /// `that` before a clause.
    That,
    Relative,
    /// `what`, `how`, `whether`.
    Wh,
    Be,
    Have,
    Do,
    Modal,
    Not,
    Adverb,
    /// A verb in the present or past.
    Finite,
    /// A verb after `to`, a modal or `do`.
    Base,
    /// A past participle.
    Participle,
    /// A verb in -ing.
    Gerund,
    Comma,
    Colon,
    Semicolon,
    Dash,
    /// `.`, `!`, `?`
    Stop,
    Open,
    Close,
    /// A bracket or another mark.
    Mark,
}

impl Tag {
    /// Tells whether a noun phrase can hold the word before its last noun or as it.
    pub(crate) const fn in_noun_phrase(self) -> bool {
        matches!(self, Self::Determiner | Self::Adjective | Self::Noun | Self::Number | Self::Pronoun | Self::Genitive)
    }

    /// Tells whether the word can begin a verb group.
    pub(crate) const fn verbal(self) -> bool {
        matches!(self, Self::Be | Self::Have | Self::Do | Self::Modal)
            || matches!(self, Self::Finite | Self::Base | Self::Participle | Self::Gerund)
    }

    /// Tells whether a clause or sentence breaks at the mark.
    pub(crate) const fn breaks(self) -> bool {
        matches!(self, Self::Edge | Self::Colon | Self::Semicolon | Self::Dash | Self::Stop)
    }
}

/// Tags the tokens of a sentence and adds the tags to `tags`, one a token.
pub(crate) fn tag(text: &str, tokens: &[Token], tags: &mut Vec<Tag>) {
    let headline = is_headline(tokens);
    let mut tagger =
        Tagger { text, tokens, headline, before: Tag::Edge, significant: Tag::Edge, last: None, verb: 0, aside: false };
    for (index, token) in tokens.iter().enumerate() {
        let tag = tagger.tag(index, *token);
        if !matches!(tag, Tag::Adverb | Tag::Not) {
            tagger.significant = tag;
        }
        match tag {
            Tag::Finite | Tag::Base | Tag::Participle | Tag::Gerund => tagger.verb = token.frames,
            Tag::That | Tag::Wh => tagger.verb = 0,
            Tag::Preposition | Tag::Dash | Tag::Comma if tagger.before.verbal() => tagger.aside = true,
            Tag::Adverb | Tag::Not => {}
            _ if tagger.before.verbal() => tagger.aside = token.is(class::TIME),
            _ => {}
        }
        tagger.before = tag;
        tagger.last = Some(*token);
        tags.push(tag);
    }
}

/// Tells a headline: most of its words of more than three letters begin with a capital.
fn is_headline(tokens: &[Token]) -> bool {
    let (mut long, mut capital) = (0_usize, 0_usize);
    for token in tokens.iter().filter(|token| token.is_word() && token.end - token.start > 3) {
        long += 1;
        capital += usize::from(token.is_capital());
    }
    long >= 3 && capital * 5 >= long * 4
}

struct Tagger<'t> {
    text: &'t str,
    tokens: &'t [Token],
    headline: bool,
    /// The tag of the word before.
    before: Tag,
    /// The tag of the last word before that is neither adverb nor negation.
    significant: Tag,
    last: Option<Token>,
    /// The frames of the last verb whose clause has not come yet.
    verb: u32,
    /// Whether a date, place or dash stands right behind that verb: `said on Monday that`.
    aside: bool,
}

impl Tagger<'_> {
    fn next(&self, index: usize) -> Option<Token> {
        self.tokens.get(index + 1).copied()
    }

    fn next_is(&self, index: usize, classes: u64) -> bool {
        self.next(index).is_some_and(|token| token.is(classes))
    }

    fn tag(&self, index: usize, token: Token) -> Tag {
        match token.shape {
            Shape::QuoteOpen => Tag::Open,
            Shape::QuoteClose => Tag::Close,
            Shape::Mark => mark(token),
            Shape::Number => Tag::Number,
            Shape::Lower | Shape::Title | Shape::Upper => self.word(index, token),
        }
    }

    fn word(&self, index: usize, token: Token) -> Tag {
        const FUNCTION: u64 = class::DETERMINER
            | class::PRONOUN
            | class::PREPOSITION
            | class::COORDINATOR
            | class::SUBORDINATOR
            | class::WH
            | class::AUXILIARY
            | class::MODAL
            | class::NEGATION
            | class::BE
            | class::HAS;
        let opens = matches!(self.before, Tag::Edge | Tag::Open | Tag::Colon | Tag::Dash | Tag::Stop);
        if token.is_capital()
            && !opens
            && !self.headline
            && (!token.is(FUNCTION) || token.is(class::PREPOSITION) || token.shape == Shape::Upper)
        {
            return Tag::Noun;
        }
        if token.is(FUNCTION)
            && let Some(tag) = self.function_word(index, token)
        {
            return tag;
        }
        if token.is(class::VERB) {
            let name = token.is_capital() && !token.is(class::LISTED) && !self.headline;
            return if name { Tag::Noun } else { self.verb(index, token) };
        }
        if token.is(class::EXPLETIVE) && self.next_is(index, class::BE | class::MODAL) {
            return Tag::Pronoun;
        }
        if token.is(class::ADVERB) && !(token.is(class::ADJECTIVE) && self.noun_follows(index)) {
            return Tag::Adverb;
        }
        if token.is(class::NUMBER) && !token.is(class::ADJECTIVE) {
            return Tag::Number;
        }
        if token.is(class::ADJECTIVE) && (!token.is(class::NOUN) || self.noun_follows(index)) {
            return Tag::Adjective;
        }
        // A lone noun behind "is" is hardly ever one that the lexicon lacks: "is safe".
        let predicate = self.significant == Tag::Be && token.shape == Shape::Lower && !token.is(class::LISTED);
        if predicate && !is_plural(token, self.text) { Tag::Adjective } else { Tag::Noun }
    }

    fn noun_follows(&self, index: usize) -> bool {
        self.next(index).is_some_and(|next| {
            next.is_word()
                && (next.frames & frame::QUOTE == 0 || next.is(class::NOUN | class::ADJECTIVE | class::GERUND))
                && !next.is(class::PREPOSITION | class::AUXILIARY | class::MODAL | class::COORDINATOR)
                && (!next.is(class::LISTED) || next.is(class::NOUN | class::ADJECTIVE | class::NUMBER | class::VERB))
        })
    }

    fn function_word(&self, index: usize, token: Token) -> Option<Tag> {
        let nominal = matches!(self.before, Tag::Determiner | Tag::Adjective | Tag::Genitive);
        if token.is(class::POSSESSIVE) && token.is(class::BE) {
            return Some(self.apostrophe_s(index));
        }
        if token.is(class::INFINITIVE) {
            return Some(if self.verb_follows(index) { Tag::To } else { Tag::Preposition });
        }
        if token.is(class::RELATIVE) {
            return Some(self.relative(index, token));
        }
        if token.is(class::MODAL) {
            let month = token.is_capital() && self.before == Tag::Preposition;
            return Some(if nominal || month { Tag::Noun } else { Tag::Modal });
        }
        if token.is(class::GERUND) && self.significant != Tag::Be {
            return Some(Tag::Gerund);
        }
        if token.is(class::AUXILIARY) {
            return Some(match token.classes {
                classes if classes & class::BE != 0 => Tag::Be,
                classes if classes & class::HAS != 0 => Tag::Have,
                _ => Tag::Do,
            });
        }
        if token.is(class::WH) && !token.is(class::SUBORDINATOR) {
            return Some(Tag::Wh);
        }
        if token.is(class::SUBORDINATOR) {
            let clause = !token.is(class::PREPOSITION) || self.clause_follows(index);
            return Some(match (clause, token.is(class::PREPOSITION | class::COMPLEMENTIZER | class::WH)) {
                (true, true) if token.is(class::COMPLEMENTIZER) && (self.significant.verbal() || self.asked()) => {
                    Tag::Wh
                }
                (true, _) if token.is(class::ADVERB) && !self.clause_follows(index) => Tag::Adverb,
                (true, _) => Tag::Subordinator,
                (false, _) => Tag::Preposition,
            });
        }
        if token.is(class::NEGATION) && !token.is(class::DETERMINER) {
            return Some(Tag::Not);
        }
        if token.is(class::COORDINATOR) {
            return Some(Tag::Coordinator);
        }
        if token.is(class::DETERMINER) {
            let alone = token.is(class::PRONOUN | class::OBJECTIVE) && !self.noun_follows(index);
            return Some(if alone { Tag::Pronoun } else { Tag::Determiner });
        }
        if token.is(class::PREPOSITION) {
            let verb = token.is(class::BASE) && self.takes_base();
            let particle = token.is(class::ADVERB) && self.next(index).is_none_or(|next| !next.is_word());
            return (!verb).then_some(if particle { Tag::Adverb } else { Tag::Preposition });
        }
        token.is(class::PRONOUN).then_some(Tag::Pronoun)
    }

    /// Tells whether the verb before asks or tells somebody something that has not come yet.
    fn asked(&self) -> bool {
        self.verb & frame::WH != 0 && self.verb & frame::ADDRESSEE != 0
    }

    /// Tells whether a plain verb form must stand here: after `to`, a modal, `do` or a plural pronoun.
    fn takes_base(&self) -> bool {
        matches!(self.significant, Tag::To | Tag::Modal | Tag::Do)
            || (self.significant == Tag::Pronoun && self.last.is_some_and(|last| last.is(class::NOMINATIVE)))
    }

    fn apostrophe_s(&self, index: usize) -> Tag {
        let pronoun = matches!(self.before, Tag::Pronoun | Tag::Wh | Tag::Relative | Tag::That | Tag::Adverb);
        let verb = self
            .next(index)
            .is_some_and(|next| next.is(class::GERUND | class::DETERMINER | class::NEGATION) && !next.is(class::NOUN));
        if pronoun || verb { Tag::Be } else { Tag::Genitive }
    }

    /// Tells whether a base form stands behind `to`, adverbs apart.
    fn verb_follows(&self, index: usize) -> bool {
        let mut rest = self.tokens.iter().skip(index + 1);
        let next = rest.next();
        let next =
            if next.is_some_and(|next| next.is(class::ADVERB) && !next.is(class::VERB)) { rest.next() } else { next };
        next.is_some_and(|next| next.is(class::BASE) && (self.headline || next.shape == Shape::Lower))
    }

    fn relative(&self, index: usize, token: Token) -> Tag {
        let verb = self.next(index).is_some_and(|next| {
            next.is(class::AUXILIARY | class::MODAL | class::ADVERB)
                || next.is(class::PAST | class::PRESENT) && !next.is(class::NOUN)
        });
        if !token.is(class::DETERMINER) {
            return match self.before {
                Tag::Noun | Tag::Number | Tag::Pronoun | Tag::Comma | Tag::Close | Tag::Preposition => Tag::Relative,
                _ => Tag::Wh,
            };
        }
        // `that`
        let cue = self.last.is_some_and(|last| (last.frames | u32::from(last.noun_frames)) & frame::THAT != 0);
        match self.before {
            Tag::Noun | Tag::Number | Tag::Pronoun | Tag::Close if cue && !verb => Tag::That,
            // "found last month that"
            Tag::Noun if self.verb & frame::THAT != 0 && self.last.is_some_and(|it| it.is(class::TIME)) => Tag::That,
            _ if self.aside && self.verb & frame::THAT != 0 => Tag::That,
            Tag::Noun | Tag::Pronoun | Tag::Determiner if self.verb & frame::ADDRESSEE != 0 && !verb => Tag::That,
            Tag::Noun | Tag::Number if verb || !cue => Tag::Relative,
            // "pointed out that"
            Tag::Preposition
                if self.verb & frame::PARTICLE != 0 && self.last.is_some_and(|last| last.is(class::ADVERB)) =>
            {
                Tag::That
            }
            Tag::Edge | Tag::Open | Tag::Stop | Tag::Preposition => self.determiner_or_pronoun(index),
            _ if self.significant.verbal() && !cue && self.before != Tag::Adverb => self.after_verb(index),
            _ if verb && !cue && !self.significant.verbal() => Tag::Pronoun,
            _ => Tag::That,
        }
    }

    fn determiner_or_pronoun(&self, index: usize) -> Tag {
        if self.noun_follows(index) { Tag::Determiner } else { Tag::Pronoun }
    }

    /// `that` after a verb that takes no clause is a determiner where a bare noun follows.
    fn after_verb(&self, index: usize) -> Tag {
        match self.next(index) {
            Some(next) if next.is(class::DETERMINER | class::NOMINATIVE) || next.is_capital() => Tag::That,
            Some(next) if next.is_word() => Tag::Determiner,
            _ => Tag::Pronoun,
        }
    }

    /// Tells whether a clause follows a word like `as` or `after`: a subject and a verb.
    fn clause_follows(&self, index: usize) -> bool {
        // Enough for "the chairman of the committee said".
        const REACH: usize = 7;
        for token in self.tokens.iter().skip(index + 1).take(REACH) {
            if token.is(class::NOMINATIVE) {
                return true;
            }
            if !token.is_word() || token.is(class::SUBORDINATOR | class::COORDINATOR) {
                return false;
            }
            let finite = token.is(class::PAST | class::PRESENT) && !token.is(class::NOUN);
            if finite || token.is(class::AUXILIARY | class::MODAL) {
                return true;
            }
        }
        false
    }

    fn verb(&self, index: usize, token: Token) -> Tag {
        let name_follows = self.next(index).is_some_and(|next| next.is_capital() || next.is(class::DETERMINER));
        let attributive = matches!(self.before, Tag::Determiner | Tag::Adjective | Tag::Genitive)
            || (self.before == Tag::Number && !name_follows && token.frames & frame::QUOTE == 0);
        if token.is(class::GERUND) {
            let noun = attributive || (token.is(class::NOUN) && token.is(class::LISTED) && self.before == Tag::Noun);
            return if noun { Tag::Noun } else { Tag::Gerund };
        }
        match self.significant {
            Tag::To | Tag::Modal | Tag::Do if token.is(class::BASE) => return Tag::Base,
            Tag::Be | Tag::Have if token.is(class::PARTICIPLE) => return Tag::Participle,
            _ => {}
        }
        if attributive || (self.before == Tag::Preposition && !self.headline) {
            let adjective = token.is(class::PARTICIPLE) && self.noun_follows(index) || token.is(class::ADJECTIVE);
            return if adjective { Tag::Adjective } else { Tag::Noun };
        }
        if token.is(class::PAST) {
            return self.past(index, token);
        }
        if token.is(class::PARTICIPLE) {
            return Tag::Participle;
        }
        let finite = if token.is(class::PRESENT) {
            self.singular_subject(index, token)
        } else {
            self.plural_subject(index, token)
        };
        match finite {
            true => Tag::Finite,
            false if token.is(class::ADJECTIVE) => Tag::Adjective,
            false => Tag::Noun,
        }
    }

    /// A form in -ed is a participle where `by` follows, or a preposition after a comma.
    fn past(&self, index: usize, token: Token) -> Tag {
        let next = self.next(index);
        let by = next.is_some_and(|next| next.is(class::PREPOSITION) && next.of(self.text) == "by");
        let titled = self.before == Tag::Noun
            && token.frames & frame::QUOTE == 0
            && next.is_some_and(|next| next.shape == Shape::QuoteOpen);
        // "safe and trusted models"
        let adjective = |token: &Token| token.is(class::ADJECTIVE) && !token.is(class::NOUN | class::VERB);
        let joined = self.before == Tag::Coordinator && index > 1 && self.tokens.get(index - 2).is_some_and(adjective);
        if joined && token.is(class::PARTICIPLE) && self.noun_follows(index) {
            return Tag::Adjective;
        }
        if token.is(class::PARTICIPLE) && (titled || self.reduced(index)) {
            return Tag::Participle;
        }
        let apposed = self.before == Tag::Comma && self.next_is(index, class::PREPOSITION) && token.frames == 0;
        if token.is(class::PARTICIPLE) && (by || apposed) { Tag::Participle } else { Tag::Finite }
    }

    /// Tells a participle that hangs on a noun from the verb of the clause: "people briefed on the plan say".
    fn reduced(&self, index: usize) -> bool {
        // As far as a phrase or two reach.
        const REACH: usize = 9;
        let plural = self.last.is_some_and(|last| last.is(class::PRONOUN) && last.is(class::DETERMINER));
        if !(plural || (self.before == Tag::Noun && self.next_is(index, class::PREPOSITION | class::TIME))) {
            return false;
        }
        for token in self.tokens.iter().skip(index + 1).take(REACH) {
            let stops =
                class::COORDINATOR | class::SUBORDINATOR | class::NOMINATIVE | class::RELATIVE | class::INFINITIVE;
            if !token.is_word() || (token.is(stops) && !token.is(class::PREPOSITION)) || token.is(class::INFINITIVE) {
                return false;
            }
            let finite =
                token.is(class::PAST | class::PRESENT) && !token.is(class::NOUN) && token.shape == Shape::Lower;
            let plain = token.is(class::BASE) && token.frames & frame::QUOTE != 0 && !token.is(class::NOUN);
            if finite || plain || token.is(class::AUXILIARY | class::MODAL) {
                return true;
            }
        }
        false
    }

    fn verb_or_of_follows(&self, index: usize) -> bool {
        let adverb = self.next(index).is_some_and(|next| next.is(class::ADVERB) && !next.is(class::VERB));
        self.next(index + usize::from(adverb)).is_some_and(|next| {
            next.is(class::AUXILIARY | class::MODAL)
                || (next.is(class::PAST) && !next.is(class::NOUN) && next.shape == Shape::Lower)
                || (next.is(class::BASE) && next.frames & frame::QUOTE != 0 && !next.is(class::NOUN))
                || matches!(next.of(self.text), "of" | "such")
        })
    }

    fn singular_subject(&self, index: usize, token: Token) -> bool {
        match self.significant {
            Tag::Pronoun | Tag::Relative | Tag::Wh => true,
            Tag::Noun | Tag::Number | Tag::Close => {
                let plural = self.last.is_some_and(|last| is_plural(last, self.text))
                    && !self.last.is_some_and(Token::is_capital);
                !(token.is(class::NOUN) && (self.verb_or_of_follows(index) || plural))
            }
            Tag::Comma | Tag::Coordinator | Tag::Dash | Tag::Mark => {
                !token.is(class::NOUN) || self.next(index).is_some_and(Token::is_capital)
            }
            _ => !token.is(class::NOUN) && token.frames & frame::QUOTE != 0,
        }
    }

    fn plural_subject(&self, index: usize, token: Token) -> bool {
        match self.significant {
            Tag::Pronoun | Tag::Relative | Tag::Wh => {
                !self.last.is_some_and(|last| last.is(class::OBJECTIVE) && !last.is(class::NOMINATIVE))
            }
            Tag::Noun | Tag::Number | Tag::Comma => {
                // "say" is nothing but a verb, however far its plural subject.
                let sure = token.frames & frame::QUOTE != 0 && !token.is(class::NOUN);
                let plural = self.significant == Tag::Comma
                    || sure
                    || self.last.is_some_and(|last| {
                        is_plural(last, self.text) || last.is(class::ADVERB) || self.before == Tag::Number
                    });
                plural
                    && !(token.is(class::NOUN) && self.verb_or_of_follows(index))
                    && !(token.is(class::NOUN) && self.significant == Tag::Comma)
            }
            Tag::Coordinator => !token.is(class::NOUN),
            _ => false,
        }
    }
}

fn is_plural(token: Token, text: &str) -> bool {
    let word = token.of(text);
    (word.ends_with('s') && !word.ends_with("ss"))
        || matches!(word, "people" | "police" | "men" | "women" | "children" | "media" | "staff" | "data" | "others")
}

fn mark(token: Token) -> Tag {
    match token.mark {
        b',' => Tag::Comma,
        b':' => Tag::Colon,
        b';' => Tag::Semicolon,
        b'-' => Tag::Dash,
        b'.' | b'!' | b'?' => Tag::Stop,
        b'%' => Tag::Noun,
        _ => Tag::Mark,
    }
}

#[cfg(test)]
mod tests;
