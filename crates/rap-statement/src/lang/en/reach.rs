//! How far content reaches: where the clause or phrase that a cue governs ends.

use super::class;
use super::clause::{Clauses, Form, Group};
use super::frame;
use super::tag::Tag;

impl Clauses<'_> {
    /// Returns the end of the clause at `from` that `cue` governs.
    pub(crate) fn clause_end(&self, from: usize, cue: &Group) -> usize {
        let noun = self.tag(cue.main) == Tag::Noun;
        let embedded = self.in_relative(cue);
        let mut at = from;
        while at < self.to {
            match self.tag(at) {
                Tag::Open => {
                    at = self.behind_quote(at);
                    let comma = self.tag_before(at, 2) == Tag::Comma && self.tag_before(at, 1) == Tag::Close;
                    if comma && self.ends_at_comma(at - 1, cue, embedded) {
                        return at;
                    }
                    continue;
                }
                Tag::Semicolon if !self.lists_gerunds(from, at) => return at,
                Tag::Stop if at + 1 >= self.to || self.tag(at + 1) == Tag::Close => return at,
                Tag::Dash if at > from && (self.tail_cue(at + 1) || self.closes_aside(from, at, cue)) => return at,
                Tag::Comma if at > from && self.ends_at_comma(at, cue, embedded) => return at,
                Tag::Coordinator if at > from && self.ends_at_coordinator(at, cue) => return at,
                tag if noun && tag.verbal() && self.lacks_subject(at) && at > from + 2 => return at,
                _ => {}
            }
            at += 1;
        }
        self.to
    }

    /// Tells whether a finite verb begins at `at` whose subject is not before it: the clause of a noun ("the claim that
    /// the mill is safe") is itself its subject.
    fn lacks_subject(&self, at: usize) -> bool {
        self.group_at(at).is_some_and(|group| group.form == Form::Finite)
            && (self.tag_before(at, 1) == Tag::Adjective || self.subject_before(at).is_none())
            && !matches!(self.tag_before(at, 1), Tag::Coordinator | Tag::Comma | Tag::Close)
    }

    /// Tells whether the semicolon at `at` stands in a list of proposals: "suggested lowering …; and dropping …".
    fn lists_gerunds(&self, from: usize, at: usize) -> bool {
        let next = at + 1 + usize::from(self.tag(at + 1) == Tag::Coordinator);
        self.tag(from) == Tag::Gerund && self.tag(next) == Tag::Gerund
    }

    /// Tells whether the cue is the verb of a relative clause: "who said", "which she said".
    fn in_relative(&self, cue: &Group) -> bool {
        let relative = |at: usize| self.tag_before(at, 1) == Tag::Relative;
        relative(cue.first) || self.subject_before(cue.first).is_some_and(|subject| relative(subject.start))
    }

    /// Tells whether the dash at `at` closes an aside in which the cue itself stands.
    fn closes_aside(&self, from: usize, at: usize, cue: &Group) -> bool {
        let opened = (self.from..cue.first).any(|before| self.tag(before) == Tag::Dash);
        opened && !(from..at).any(|between| self.tag(between) == Tag::Dash)
    }

    fn ends_at_comma(&self, at: usize, cue: &Group, embedded: bool) -> bool {
        let mut next = at + 1;
        if self.introduces(cue) && self.clause_opens(next) {
            return true;
        }
        if embedded && self.tag(next).verbal() && self.tag(next) != Tag::Gerund {
            return true;
        }
        if self.tag(next) == Tag::Coordinator {
            if self.word(next) == "but" {
                return self.clause_opens(next + 1) || self.ends_at_coordinator(next, cue);
            }
            next += 1;
            return self.ends_at_coordinator(at + 1, cue) || self.new_cue_clause(next);
        }
        if self.is(next, class::SUBORDINATOR) && matches!(self.word(next), "while" | "whereas") {
            return true;
        }
        if self.word(next) == "according" {
            return true;
        }
        next = self.skip_adverbs(next);
        let participle = self
            .group_at(next)
            .is_some_and(|group| group.form == Form::Gerund && self.frames(group.main) & frame::VERB != 0);
        participle || self.tail_cue(at + 1)
    }

    /// Tells whether "she said" and nothing more stands between the mark before `at` and the next mark.
    pub(crate) fn tail_cue(&self, at: usize) -> bool {
        let Some(group) = self.group_from(at) else { return false };
        if group.form != Form::Finite || self.frames(group.main) & frame::QUOTE == 0 || group.passive {
            return false;
        }
        let inverted = group.first == at && self.is(group.main, class::PAST | class::PRESENT);
        let subject = inverted || self.subject_before(group.first).is_some_and(|range| range.start <= at + 1);
        let end = if inverted { self.phrase_end(group.end) } else { self.skip_aside(group.end) };
        subject
            && end > group.end - usize::from(!inverted)
            && matches!(self.tag(end), Tag::Comma | Tag::Stop | Tag::Edge)
    }

    /// Returns the position behind dates, places and addressees behind a cue at `at`.
    pub(crate) fn skip_aside(&self, at: usize) -> usize {
        let mut end = self.skip_adverbs(at);
        loop {
            let next = match self.tag(end) {
                Tag::Preposition => self.core_end(end + 1),
                Tag::Noun if self.dates(end) => self.core_end(end),
                // "found last month that"
                Tag::Adjective | Tag::Determiner if self.is_date(end) => self.core_end(end),
                Tag::Adverb => end + 1,
                _ => return end,
            };
            if next <= end + usize::from(self.tag(end) == Tag::Preposition) {
                return end;
            }
            end = next;
        }
    }

    /// Tells whether the cue stands in a clause that leads in the main one: "When she said that it was late, …".
    fn introduces(&self, cue: &Group) -> bool {
        let opens = |at: usize| {
            const OPENING: [&str; 9] =
                ["When", "As", "After", "Before", "Since", "Because", "Although", "Though", "While"];
            self.tag(at) == Tag::Subordinator || OPENING.contains(&self.word(at))
        };
        // "Despite her claim that it was late, …"
        let adverbial = self.tag(cue.main) == Tag::Noun && self.tag(self.from) == Tag::Preposition;
        // "Asked whether it was late, she said …"
        let asked = cue.form == Form::Participle && cue.first == self.from;
        (asked || adverbial || opens(self.from) || (self.tag(self.from) == Tag::Coordinator && opens(self.from + 1)))
            && self.groups_before(cue.first).all(|group| group.form != Form::Finite)
    }

    /// Tells whether a subject and its verb stand at `at`.
    fn clause_opens(&self, at: usize) -> bool {
        // "there is", "at least nine of them said"
        if self.is(at, class::EXPLETIVE) {
            return true;
        }
        let counted = self.word(at) == "at" && matches!(self.word(at + 1), "least" | "most");
        let at = if counted { at + 2 } else { at };
        let end = self.phrase_end(self.skip_adverbs(at));
        end > at
            && (self.group_at(self.skip_adverbs(end)).is_some_and(|group| group.form == Form::Finite)
                || self.tag(end) == Tag::Comma)
    }

    /// Tells whether a subject with a cue of its own follows: "…, and the union argued that".
    fn new_cue_clause(&self, at: usize) -> bool {
        let start = self.skip_adverbs(at);
        let end = self.phrase_end(start);
        end > start
            && self.group_at(end).is_some_and(|group| {
                let next = self.tag(group.end);
                group.form == Form::Finite
                    && self.frames(group.main) & (frame::THAT | frame::QUOTE | frame::OBJECT) != 0
                    && !self.is(group.main, class::BASE)
                    && (self.tag(start) == Tag::Pronoun
                        || matches!(next, Tag::That | Tag::Comma | Tag::Open | Tag::Wh)
                        || self.bare_clause(group.end))
            })
    }

    /// Tells whether the verb behind the coordinator at `at` goes with the cue and not with its content.
    fn ends_at_coordinator(&self, at: usize, cue: &Group) -> bool {
        let next = self.skip_adverbs(at + 1);
        let Some(group) = self.group_at(next) else { return false };
        let (mine, other) = (self.token(cue.main), self.token(group.main));
        let tense = class::PAST | class::PRESENT | class::BASE | class::GERUND;
        let same = mine.zip(other).is_some_and(|(mine, other)| mine.classes & other.classes & tense != 0);
        let cueing =
            self.frames(group.main) & (frame::THAT | frame::QUOTE | frame::OBJECT_TO | frame::OBJECT | frame::TO) != 0;
        same && cueing && group.form == cue.form
    }

    /// Returns the end of the noun phrase at `from` that is itself the content.
    pub(crate) fn object_end(&self, from: usize, cue: &Group) -> usize {
        let mut at = from;
        let mut clause = false;
        while at < self.to {
            match self.tag(at) {
                Tag::Open => {
                    at = self.behind_quote(at);
                    // "called it “reckless,” adding that …"
                    let comma = self.tag_before(at, 2) == Tag::Comma && self.tag_before(at, 1) == Tag::Close;
                    if comma && self.tag(self.skip_adverbs(at)) == Tag::Gerund {
                        return at;
                    }
                    continue;
                }
                Tag::Semicolon => return at,
                // What follows a colon tells what the phrase announced: "three flaws: …".
                Tag::Colon => return self.to,
                Tag::Dash if self.tail_cue(at + 1) || self.closes_aside(from, at, cue) => return at,
                Tag::Stop if at + 1 >= self.to || self.tag(at + 1) == Tag::Close => return at,
                Tag::Comma if !self.lists_on(from, at) => return at,
                Tag::Subordinator if at > from => return at,
                Tag::Preposition if at > from && !clause && self.tells_when(at) => return at,
                Tag::Coordinator if self.object_ends_at_coordinator(at, cue, clause) => return at,
                Tag::Relative | Tag::That | Tag::Wh => clause = true,
                tag if tag.verbal() && !clause && self.surely_finite(at) => {
                    // "the plan the board made" goes on, "the plan failed" does not.
                    let contact = self.subject_before(at).is_some_and(|subject| subject.start > from);
                    if !contact {
                        return at;
                    }
                    clause = true;
                }
                _ => {}
            }
            at += 1;
        }
        self.to
    }

    /// Tells a preposition behind which the time or occasion of a deed stands, not more of its object: "hailed the plan
    /// in an interview", "attacked him throughout the campaign".
    fn tells_when(&self, at: usize) -> bool {
        const ALWAYS: [&str; 8] = ["throughout", "during", "amid", "after", "before", "until", "since", "via"];
        const OCCASIONS: [&str; 14] = [
            "interview",
            "interviews",
            "statement",
            "speech",
            "tweet",
            "tweets",
            "post",
            "letter",
            "memo",
            "email",
            "conference",
            "debate",
            "hearing",
            "rally",
        ];
        let word = self.word(at);
        let next = at + 1;
        ALWAYS.contains(&word)
            || matches!(word, "in" | "on" | "at")
                && (self.is(next, class::TIME)
                    || (next..self.core_end(next)).any(|inner| OCCASIONS.contains(&self.word(inner))))
    }

    /// Tells a finite verb that can be neither a noun nor a participle: "made", not "called" or "comments".
    fn surely_finite(&self, at: usize) -> bool {
        let sure = matches!(self.tag(at), Tag::Be | Tag::Have | Tag::Do | Tag::Modal)
            || !self.is(at, class::NOUN | class::PARTICIPLE | class::BASE);
        sure && self.is_finite(at)
    }

    fn is_finite(&self, at: usize) -> bool {
        self.group_at(at).is_some_and(|group| group.form == Form::Finite)
    }

    /// Tells whether a verb of the subject, or a new clause, follows the coordinator at `at`.
    fn object_ends_at_coordinator(&self, at: usize, cue: &Group, clause: bool) -> bool {
        let verb = self.group_at(self.skip_adverbs(at + 1)).is_some_and(|group| {
            matches!(group.form, Form::Finite | Form::Gerund)
                && (group.form == cue.form || cue.form == Form::Infinitive || clause)
        });
        let end = self.phrase_end(at + 1);
        verb || (!clause && end > at + 1 && self.surely_finite(end))
    }

    /// Tells whether the comma at `at` stands in a list: of noun phrases, or of adjectives before a noun to come.
    fn lists_on(&self, from: usize, at: usize) -> bool {
        let adjectives = self.tag_before(at, 1) == Tag::Adjective
            && matches!(self.tag(at + 1), Tag::Adjective | Tag::Noun)
            && !(from..at).any(|before| self.tag(before) == Tag::Noun);
        let end = self.phrase_end(at + 1);
        let more = self.tag(end) == Tag::Comma && {
            let next = self.phrase_end(end + 1);
            self.tag(end + 1) == Tag::Coordinator || (next > end + 1 && !self.tag(next).verbal())
        };
        let last = self.tag(at + 1) == Tag::Coordinator
            && (from..at).any(|before| self.tag(before) == Tag::Comma)
            && self.phrase_end(at + 2) > at + 2
            && !self.tag(self.phrase_end(at + 2)).verbal();
        adjectives || last || (end > at + 1 && (more || (at + 1..end).any(|inner| self.tag(inner) == Tag::Coordinator)))
    }
}
