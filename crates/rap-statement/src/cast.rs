//! The cast: mentions become actors, names of one actor are joined, pronouns resolved.
//!
//! Enters: what the rules of a language found in a block ([`Found`]), block by block in order. Leaves: the speaker of
//! each attribution, and in the end the actors of the record. Nothing here knows a language but by its word lists.

mod alias;
mod kind;
mod resolve;
mod short;

pub(crate) use alias::company_core;

use rap_doc::{Doc, Span};
use rustc_hash::FxHashMap;

use crate::found::{Attribution, Finder, Found, Mention, MentionForm};
use crate::voice::opposes;
use crate::{Actor, ActorId, ActorKind, BodyKind, NameUse, Office, Speaker, Statement};

/// How many of those named last can be meant by a pronoun or a definite description.
const MEMORY: usize = 24;

/// The actors of one document as they appear.
pub(crate) struct Cast<'d> {
    doc: &'d Doc,
    entities: Vec<Entity>,
    /// Full names, short forms and phrases, each to the one it names.
    by_name: FxHashMap<&'d str, u32>,
    /// First and last words of the names of people, each to those who bear it, the latest last.
    by_part: FxHashMap<&'d str, Vec<u32>>,
    /// Names of companies without what only says that they are one.
    by_core: FxHashMap<&'d str, u32>,
    /// First words of the names of companies; no company where several share it.
    by_lead: FxHashMap<&'d str, Option<u32>>,
    /// Names of parts of bodies, without the body.
    by_unit: FxHashMap<&'d str, u32>,
    /// Rows of the list of public bodies.
    by_row: FxHashMap<u32, u32>,
    /// Those of the current block: where each was named, in the order of the text.
    placed: Vec<Placed>,
    /// Those who spoke in the current block, in the order of the text.
    spoke: Vec<Placed>,
    /// The mentions of the current block, by index.
    of_mention: Vec<Option<u32>>,
    /// Those named last before the current block, the latest last.
    recent: Vec<u32>,
    /// The speaker of the last statement.
    last_speaker: Option<u32>,
}

/// Somebody named at a place of the current block.
#[derive(Copy, Clone)]
struct Placed {
    start: usize,
    entity: u32,
    /// Whether the words open their sentence, or name the source of an attribution.
    leads: bool,
}

struct Entity {
    actor: Actor,
    female: Option<bool>,
    /// Whether the record needs the actor: it speaks, was present, or holds or is held an office for.
    kept: bool,
}

/// Whose words an attribution gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Said {
    pub(crate) speaker: Speaker,
    pub(crate) together: Vec<ActorId>,
    /// Whether they are a group under no name.
    pub(crate) group: bool,
    pub(crate) source: Source,
}

/// Tells what sort of source an attribution names.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    /// People, bodies, and whoever the paper leaves open.
    Actor,
    /// A paper, which speaks for its authors.
    Paper,
    /// A thing that can say nothing.
    Thing,
    /// The writer: "I", "we".
    Writer,
    /// The reader: "you".
    Reader,
}

impl Said {
    /// Returns what the writer says in their own name.
    pub(crate) fn by_author() -> Self {
        Self { speaker: Speaker::Author, together: Vec::new(), group: false, source: Source::Writer }
    }

    /// Returns those whose words they are.
    pub(crate) fn speakers(&self) -> impl Iterator<Item = ActorId> + '_ {
        let first = match self.speaker {
            Speaker::Actor(id) => Some(id),
            Speaker::Author | Speaker::Unknown => None,
        };
        first.into_iter().chain(self.together.iter().copied())
    }
}

impl<'d> Cast<'d> {
    pub(crate) fn new(doc: &'d Doc) -> Self {
        Self {
            doc,
            entities: Vec::new(),
            by_name: FxHashMap::default(),
            by_part: FxHashMap::default(),
            by_core: FxHashMap::default(),
            by_lead: FxHashMap::default(),
            by_unit: FxHashMap::default(),
            by_row: FxHashMap::default(),
            placed: Vec::new(),
            spoke: Vec::new(),
            of_mention: Vec::new(),
            recent: Vec::new(),
            last_speaker: None,
        }
    }

    /// Takes in the people and bodies of a block.
    pub(crate) fn enter(&mut self, found: &Found) {
        self.spoke.clear();
        self.recent.extend(self.placed.drain(..).map(|placed| placed.entity));
        let surplus = self.recent.len().saturating_sub(MEMORY);
        self.recent.drain(..surplus);
        self.of_mention.clear();
        self.of_mention.resize(found.mentions.len(), None);
        for (index, mention) in found.mentions.iter().enumerate() {
            if let Some(entity) = self.named(mention) {
                self.place(index, mention, entity);
            }
        }
        for span in &found.passing {
            let name = span.of(self.text());
            let known = self.by_part.get(name).and_then(|bearers| bearers.last());
            if let Some(&entity) = known.or_else(|| self.by_lead.get(name).and_then(Option::as_ref)) {
                self.placed.push(Placed { start: span.start(), entity, leads: false });
            }
        }
        for (mention, alias) in &found.aliases {
            if let (Some(entity), Some(mention)) = (self.entity_of(*mention), found.mentions.get(*mention)) {
                self.alias(entity, mention.name, *alias);
            }
        }
        for (mention, female) in &found.female {
            if let Some(entity) = self.entity_of(*mention).and_then(|entity| self.entity_mut(entity)) {
                entity.female.get_or_insert(*female);
            }
        }
        self.placed.sort_by_key(|placed| placed.start);
        self.enter_offices(found);
        for (mention, words) in &found.present {
            if let Some(entity) = self.entity_of(*mention).and_then(|entity| self.entity_mut(entity)) {
                entity.kept = true;
                entity.actor.presence.push(*words);
            }
        }
        self.placed.sort_by_key(|placed| placed.start);
    }

    fn enter_offices(&mut self, found: &Found) {
        for (index, mention) in found.mentions.iter().enumerate() {
            if let Some(entity) = self.entity_of(index)
                && mention.form == MentionForm::Person
            {
                self.give_office(entity, mention.span, mention.role, mention.organisation);
            }
        }
        for (mention, office) in &found.offices {
            let span = found.mentions.get(*mention).map_or(Span::default(), |mention| mention.span);
            if let Some(entity) = self.entity_of(*mention) {
                self.give_office(entity, span, office.role, office.organisation);
            }
        }
    }

    fn give_office(&mut self, holder: u32, span: Span, role: Option<Span>, organisation: Option<(Span, BodyKind)>) {
        if role.is_none() && organisation.is_none() {
            return;
        }
        let organisation_named = organisation;
        let role = role.map_or("", |role| role.of(self.text()));
        let body = match organisation {
            Some((name, kind)) => self.employer(name, kind, role),
            None => self.body_of_deputy(role, span),
        };
        let organisation = body.map(ActorId);
        if let (Some(entity), Some((name, _))) = (body, organisation_named) {
            self.placed.push(Placed { start: name.start(), entity, leads: false });
        }
        let Some(entity) = self.entity_mut(holder) else { return };
        entity.kept = true;
        let offices = &mut entity.actor.offices;
        let same_role =
            |office: &&mut Office| role.is_empty() || office.role.is_empty() || office.role.eq_ignore_ascii_case(role);
        let same_body = |office: &&mut Office| {
            organisation.is_none() || office.organisation.is_none() || office.organisation == organisation
        };
        // What one mention leaves open another one of the same office fills in.
        match offices.iter_mut().filter(same_role).find(same_body) {
            Some(known) => {
                known.organisation = known.organisation.or(organisation);
                if known.role.is_empty() {
                    role.clone_into(&mut known.role);
                }
            }
            None => offices.push(Office { role: role.to_owned(), organisation, span }),
        }
    }

    fn place(&mut self, index: usize, mention: &Mention, entity: u32) {
        if let Some(slot) = self.of_mention.get_mut(index) {
            *slot = Some(entity);
        }
        let sentences = self.doc.sentences();
        let sentence = sentences.partition_point(|sentence| sentence.span.end() <= mention.span.start());
        // An article may stand before the name, and no more; or what follows the name sets its bearer against others.
        const REACH: usize = 24;
        let behind = self.text().get(mention.name.end()..).unwrap_or_default();
        let near = behind.get(..behind.floor_char_boundary(REACH)).unwrap_or_default();
        let leads = sentences.get(sentence).is_some_and(|s| mention.span.start() <= s.span.start() + "The ".len())
            || opposes(near);
        self.placed.push(Placed { start: mention.name.start(), entity, leads });
    }

    /// Returns whose words an attribution gives.
    pub(crate) fn said(&mut self, index: usize, attribution: &Attribution, found: &Found) -> Said {
        let mut said = Said { speaker: Speaker::Unknown, together: Vec::new(), group: false, source: Source::Actor };
        let mut speakers = Vec::new();
        for mention in mentions_of(index, attribution, found) {
            let Some(form) = found.mentions.get(mention).map(|mention| mention.form) else { continue };
            if self.is_chinese_writer(mention, found) {
                return Said { source: Source::Writer, speaker: Speaker::Author, ..said };
            }
            said.group |= form == MentionForm::Group;
            said.source = match form {
                MentionForm::Thing if attribution.finder == Finder::Rules => {
                    return Said { source: Source::Thing, ..said };
                }
                MentionForm::Thing => Source::Thing,
                MentionForm::Paper => Source::Paper,
                MentionForm::Pronoun { .. } => match self.person_of_speech(mention, found) {
                    Some(source) => return Said { source, speaker: Speaker::Author, ..said },
                    None => said.source,
                },
                _ => said.source,
            };
            match self.resolve(mention, found) {
                Some(entity) if !speakers.contains(&ActorId(entity)) => speakers.push(ActorId(entity)),
                None if self.is_it(mention, found) => said.source = Source::Paper,
                Some(_) | None => {}
            }
        }
        let Some((&first, rest)) = speakers.split_first() else { return said };
        self.last_speaker = Some(first.0);
        let start = attribution.source.first().map_or(0, |source| source.start());
        self.spoke.push(Placed { start, entity: first.0, leads: true });
        Said { speaker: Speaker::Actor(first), together: rest.to_vec(), ..said }
    }

    /// Returns the actor of this name, a new one where the paper did not name it; for submitters and issuers.
    pub(crate) fn given(&mut self, name: &str, kind: ActorKind) -> ActorId {
        if let Some(&known) = self.by_name.get(name) {
            if let Some(entity) = self.entity_mut(known) {
                entity.kept = true;
            }
            return ActorId(known);
        }
        let id = self.push(name.to_owned(), kind);
        if let Some(entity) = self.entity_mut(id) {
            entity.kept = true;
        }
        ActorId(id)
    }

    /// Returns the actor that stands at `span` in the current block, where one does.
    pub(crate) fn at(&self, span: Span) -> Option<ActorId> {
        let first = self.placed.partition_point(|placed| placed.start < span.start());
        let placed = self.placed.get(first).filter(|placed| placed.start < span.end());
        placed.map(|placed| ActorId(placed.entity))
    }

    /// Returns what kind of actor opens a sentence of the current block, with their office or without.
    pub(crate) fn leads(&self, sentence: Span) -> Option<ActorKind> {
        let first = self.placed.partition_point(|placed| placed.start < sentence.start());
        let placed = self.placed.iter().skip(first).take_while(|placed| placed.start < sentence.end());
        placed.filter(|placed| placed.leads).find_map(|placed| self.kind(ActorId(placed.entity)))
    }

    /// Tells words that are the name of somebody in the current block and nothing else: a signature.
    pub(crate) fn is_name(&self, words: Span) -> bool {
        let named = self.at(words).and_then(|actor| self.entity(actor.0));
        named.is_some_and(|entity| entity.actor.names.iter().any(|name| name.spans.contains(&words)))
    }

    pub(crate) fn keep(&mut self, actor: ActorId) {
        if let Some(entity) = self.entity_mut(actor.0) {
            entity.kept = true;
        }
    }

    /// Tells what an actor is.
    pub(crate) fn kind(&self, actor: ActorId) -> Option<ActorKind> {
        self.entity(actor.0).map(|entity| entity.actor.kind)
    }

    /// Returns the actors that the record needs, and gives `statements` their numbers.
    pub(crate) fn into_actors(mut self, statements: &mut [Statement]) -> Vec<Actor> {
        let owners = self.join_short_names();
        let offices: Vec<ActorId> = self
            .entities
            .iter()
            .filter(|entity| entity.kept)
            .flat_map(|entity| entity.actor.offices.iter().filter_map(|office| office.organisation))
            .collect();
        let owner = |id: ActorId| owners.get(id.0 as usize).copied().map_or(id, ActorId);
        offices.into_iter().for_each(|body| self.keep(owner(body)));
        let mut next = 0;
        let numbers: Vec<ActorId> = self
            .entities
            .iter()
            .map(|entity| {
                let number = ActorId(next);
                next += u32::from(entity.kept);
                number
            })
            .collect();
        let renumber = |id: &mut ActorId| *id = numbers.get(owner(*id).0 as usize).copied().unwrap_or(*id);
        for statement in statements {
            if let Speaker::Actor(id) = &mut statement.speaker {
                renumber(id);
            }
            statement.together.iter_mut().for_each(renumber);
            statement.relays.iter_mut().for_each(|relay| renumber(&mut relay.actor));
        }
        let mut actors: Vec<Actor> =
            self.entities.into_iter().filter(|entity| entity.kept).map(|entity| entity.actor).collect();
        for office in actors.iter_mut().flat_map(|actor| &mut actor.offices) {
            office.organisation.iter_mut().for_each(renumber);
        }
        actors
    }

    fn text(&self) -> &'d str {
        self.doc.text()
    }

    fn entity(&self, id: u32) -> Option<&Entity> {
        self.entities.get(id as usize)
    }

    fn entity_mut(&mut self, id: u32) -> Option<&mut Entity> {
        self.entities.get_mut(id as usize)
    }

    fn entity_of(&self, mention: usize) -> Option<u32> {
        self.of_mention.get(mention).copied().flatten()
    }

    fn push(&mut self, name: String, kind: ActorKind) -> u32 {
        let id = u32::try_from(self.entities.len()).unwrap_or(u32::MAX);
        let actor = Actor { name, kind, names: Vec::new(), offices: Vec::new(), presence: Vec::new() };
        self.entities.push(Entity { actor, female: None, kept: false });
        id
    }

    /// Notes that a form of the name stands at `span`; the fullest form names the actor.
    fn note_name(&mut self, id: u32, span: Span) {
        let form = span.of(self.text());
        let Some(entity) = self.entity_mut(id) else { return };
        let actor = &mut entity.actor;
        if let Some(known) = actor.names.iter_mut().find(|known| known.name == form) {
            known.spans.push(span);
            return;
        }
        let fuller = form.chars().count() > actor.name.chars().count();
        actor.names.push(NameUse { name: form.to_owned(), spans: vec![span] });
        if fuller {
            actor.name = form.to_owned();
            actor.names.rotate_right(1);
        }
    }
}

/// Returns the mentions that belong to an attribution.
fn mentions_of(index: usize, attribution: &Attribution, found: &Found) -> Vec<usize> {
    let first = found.said_by.partition_point(|pair| pair.0 < index);
    let paired: Vec<usize> =
        found.said_by.iter().skip(first).take_while(|pair| pair.0 == index).map(|pair| pair.1).collect();
    if !paired.is_empty() {
        return paired;
    }
    let mut mentions = Vec::new();
    for source in &attribution.source {
        let first = found.mentions.partition_point(|mention| mention.name.end() <= source.start());
        let inside = found.mentions.iter().enumerate().skip(first);
        mentions.extend(inside.take_while(|(_, mention)| mention.name.start() < source.end()).map(|(at, _)| at));
    }
    // The body for which somebody holds an office may be a mention of its own, and does not speak with them.
    if mentions.len() > 1 {
        let of = |at: usize| found.mentions.get(at);
        let employs = |body: usize| {
            let name = of(body).map(|mention| mention.name);
            mentions
                .iter()
                .any(|&at| at != body && of(at).and_then(|one| one.organisation).map(|(span, _)| span) == name)
        };
        let kept: Vec<usize> = mentions.iter().copied().filter(|&at| !employs(at)).collect();
        return kept;
    }
    mentions
}

#[cfg(test)]
mod tests;
