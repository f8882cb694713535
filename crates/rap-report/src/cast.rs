//! The cast: everybody whom the papers name, joined across papers, with what they said and where they were.
//!
//! Enter the actors of one record after the other, numbered by the registry, which knows who is the same; leaves one
//! list in the order of first appearance.

use std::collections::{BTreeMap, BTreeSet};

use rap_doc::{Doc, Span};
use rap_dossier::Entry;
use rap_statement::{ActorId, ActorKind, BodyKind, RegisteredActor, Registry, Speaker};

use crate::row::chief_office;

/// Names a character: its index in the cast.
pub type CharacterId = usize;

/// Somebody who is named in a paper, or speaks in it without a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Character {
    /// The fullest name; empty for an author or speaker whom the paper does not name.
    pub name: String,
    /// What they are.
    pub kind: CharacterKind,
    /// Other forms of the name.
    pub aliases: BTreeSet<String>,
    /// The role of a person, as printed.
    pub role: String,
    /// The body for which a person speaks.
    pub organisation: Option<CharacterId>,
    /// The papers that name them, by index.
    pub papers: Vec<usize>,
    /// The words that say they were present: the paper by index, and where.
    pub presence: Vec<Presence>,
    /// How many statements are theirs.
    pub statements: usize,
    /// How many of these are demands.
    pub demands: usize,
}

/// Words that say somebody was present.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Presence {
    /// The paper, by index.
    pub paper: usize,
    /// Where they stand.
    pub span: Span,
    /// The words.
    pub words: String,
}

/// Tells what a character is.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum CharacterKind {
    /// Named by a paper.
    Named(ActorKind),
    /// The author of a paper (by index) that does not name them.
    Author(usize),
    /// Those whom a paper (by index) quotes without telling who they are.
    Untold(usize),
}

impl CharacterKind {
    /// Tells a person or body with a name.
    #[must_use]
    pub const fn is_named(self) -> bool {
        matches!(self, Self::Named(ActorKind::Person | ActorKind::Body(_)))
    }

    /// Returns the word that rows use.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named(kind) => kind.name(),
            Self::Author(_) => "author",
            Self::Untold(_) => "not-told",
        }
    }
}

/// Everybody whom the papers name.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cast {
    characters: Vec<Character>,
    by_number: BTreeMap<u32, CharacterId>,
    voices: BTreeMap<CharacterKind, CharacterId>,
}

/// The characters of one paper, by the ids of its record.
#[derive(Debug)]
pub(crate) struct Casting {
    paper: usize,
    by_actor: Vec<CharacterId>,
}

impl Cast {
    /// Returns everybody, in the order of first appearance.
    #[must_use]
    pub fn characters(&self) -> &[Character] {
        &self.characters
    }

    /// Returns the kind of body that somebody speaks for; none where no paper tells.
    #[must_use]
    pub fn body_kind(&self, id: CharacterId) -> Option<BodyKind> {
        let character = self.characters.get(id)?;
        match character.kind {
            CharacterKind::Named(ActorKind::Body(kind)) => Some(kind),
            _ => match self.characters.get(character.organisation?)?.kind {
                CharacterKind::Named(ActorKind::Body(kind)) => Some(kind),
                _ => None,
            },
        }
    }

    /// Returns the name of the body that somebody speaks for, themselves where they are a body.
    #[must_use]
    pub fn body_name(&self, id: CharacterId) -> &str {
        let Some(character) = self.characters.get(id) else { return "" };
        match character.kind {
            CharacterKind::Named(ActorKind::Body(_)) => &character.name,
            _ => character.organisation.and_then(|body| self.characters.get(body)).map_or("", |body| &body.name),
        }
    }

    /// Takes in the actors of a paper, which `registry` numbers.
    pub(crate) fn add(&mut self, paper: usize, entry: &Entry, registry: &mut Registry) -> Casting {
        let numbers = registry.add(&entry.record);
        let known = numbers.iter().filter_map(|number| registry.actors().get(usize::try_from(*number).ok()?));
        let by_actor: Vec<CharacterId> =
            numbers.iter().zip(known).map(|(number, actor)| self.place(*number, actor)).collect();
        for (actor, &id) in entry.record.actors.iter().zip(&by_actor) {
            let office = chief_office(actor);
            let organisation = office.and_then(|office| office.organisation).and_then(|body| lookup(&by_actor, body));
            let Some(character) = self.characters.get_mut(id) else { continue };
            if let Some(office) = office
                && (character.role.is_empty() || character.organisation.is_none())
                && (character.papers.is_empty() || organisation.is_some())
            {
                character.role.clone_from(&office.role);
                character.organisation = organisation.filter(|body| *body != id);
            }
            if character.papers.last() != Some(&paper) {
                character.papers.push(paper);
            }
            for form in &actor.names {
                if form.name != character.name && !character.aliases.contains(&form.name) {
                    character.aliases.insert(form.name.clone());
                }
            }
            character.aliases.remove(&character.name);
            let presence = actor.presence.iter().map(|&span| {
                let span = sentence_around(&entry.doc, span);
                Presence { paper, span, words: span.of(entry.doc.text()).to_owned() }
            });
            character.presence.extend(presence);
        }
        Casting { paper, by_actor }
    }

    /// Returns who a speaker is.
    pub(crate) fn speaker(&mut self, casting: &Casting, speaker: Speaker) -> CharacterId {
        match speaker {
            Speaker::Actor(actor) => {
                casting.of(actor).unwrap_or_else(|| self.voice(CharacterKind::Untold(casting.paper)))
            }
            Speaker::Author => self.voice(CharacterKind::Author(casting.paper)),
            Speaker::Unknown => self.voice(CharacterKind::Untold(casting.paper)),
        }
    }

    /// Takes note of a statement of somebody.
    pub(crate) fn count(&mut self, id: CharacterId, demand: bool) {
        if let Some(character) = self.characters.get_mut(id) {
            character.statements += 1;
            character.demands += usize::from(demand);
        }
    }

    /// Returns the character of a number, under the fullest name that is known by now.
    fn place(&mut self, number: u32, actor: &RegisteredActor) -> CharacterId {
        let kind = CharacterKind::Named(actor.kind);
        let Some(&id) = self.by_number.get(&number) else {
            let id = self.push(actor.name.clone(), kind);
            self.by_number.insert(number, id);
            return id;
        };
        if let Some(character) = self.characters.get_mut(id) {
            character.kind = kind;
            if character.name != actor.name {
                let shorter = std::mem::replace(&mut character.name, actor.name.clone());
                character.aliases.insert(shorter);
            }
        }
        id
    }

    fn voice(&mut self, kind: CharacterKind) -> CharacterId {
        if let Some(&id) = self.voices.get(&kind) {
            return id;
        }
        let id = self.push(String::new(), kind);
        if let (CharacterKind::Author(paper) | CharacterKind::Untold(paper), Some(character)) =
            (kind, self.characters.get_mut(id))
        {
            character.papers.push(paper);
        }
        self.voices.insert(kind, id);
        id
    }

    fn push(&mut self, name: String, kind: CharacterKind) -> CharacterId {
        self.characters.push(Character {
            name,
            kind,
            aliases: BTreeSet::new(),
            role: String::new(),
            organisation: None,
            papers: Vec::new(),
            presence: Vec::new(),
            statements: 0,
            demands: 0,
        });
        self.characters.len() - 1
    }
}

impl Casting {
    /// Returns who an actor of the paper is.
    pub(crate) fn of(&self, actor: ActorId) -> Option<CharacterId> {
        lookup(&self.by_actor, actor)
    }
}

/// Returns the sentence that holds the words, because "attended" alone proves little; the words where none does.
fn sentence_around(doc: &Doc, words: Span) -> Span {
    let after = doc.sentences().partition_point(|sentence| sentence.span.start() <= words.start());
    let sentence = after.checked_sub(1).and_then(|index| doc.sentences().get(index));
    sentence.map(|sentence| sentence.span).filter(|span| span.contains(words)).unwrap_or(words)
}

fn lookup(by_actor: &[CharacterId], actor: ActorId) -> Option<CharacterId> {
    by_actor.get(usize::try_from(actor.0).ok()?).copied()
}

#[cfg(test)]
mod tests;
