//! The registry: actors of several records under one numbering.
//!
//! Enters: record after record, in the order in which the caller wants them numbered. Leaves: for each a number for
//! every actor. Bodies are one by an equal name, by a row of the list of public bodies (which also joins their English
//! and Chinese names), or as one company with and without "Group". People are one by an equal full name where their
//! bodies do not speak against it: two people of one name at two bodies stay two. Groups and the unnamed are never
//! joined: the experts of one meeting are not those of another.

use rustc_hash::FxHashMap;

use crate::cast::company_core;
use crate::public_bodies::public_body;
use crate::{Actor, ActorId, ActorKind, BodyKind, Record};

/// Joins the actors of several records.
///
/// ```
/// use rap_doc::{Doc, SourceId};
/// use rap_statement::{AttributeOptions, Registry, attribute};
///
/// let record = |text: &str| {
///     attribute(&Doc::of_plain_text(SourceId::of(text.as_bytes()), text.into()), &AttributeOptions::default())
/// };
/// let mut registry = Registry::default();
/// let first = registry.add(&record("Anna Dahl, head of policy at Fern Group, said that the draft is clear."));
/// let second = registry.add(&record("Anna Dahl of Fern Ltd said that the draft is late."));
/// assert_eq!(first, second);
/// assert_eq!(registry.actors().len(), 2);
/// ```
#[derive(Debug, Default)]
pub struct Registry {
    actors: Vec<RegisteredActor>,
    /// People and bodies by the [`key`] of each of their names, in the order of their numbers.
    by_name: FxHashMap<String, Vec<u32>>,
    by_row: FxHashMap<u32, u32>,
}

/// An actor of one or more records.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RegisteredActor {
    /// The fullest name that any record gives.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// The bodies that a person holds or held an office for, by number, in order.
    pub organisations: Vec<u32>,
}

impl Registry {
    /// Takes in the actors of a record and returns the number of each, in the order of [`Record::actors`].
    pub fn add(&mut self, record: &Record) -> Vec<u32> {
        let mut numbers = vec![None; record.actors.len()];
        // Bodies come first: the number of a body tells two people of one name apart.
        let body = |actor: &Actor| matches!(actor.kind, ActorKind::Body(_));
        for wanted in [true, false] {
            for (actor, slot) in record.actors.iter().zip(0..).filter(|(actor, _)| body(actor) == wanted) {
                let number = if wanted { self.add_body(actor) } else { self.add_other(actor, &numbers) };
                if let Some(slot) = numbers.get_mut::<usize>(slot) {
                    *slot = Some(number);
                }
            }
        }
        numbers.into_iter().flatten().collect()
    }

    /// Returns every actor by its number.
    #[must_use]
    pub fn actors(&self) -> &[RegisteredActor] {
        &self.actors
    }

    fn add_body(&mut self, actor: &Actor) -> u32 {
        let names = || actor.names.iter().map(|name| name.name.as_str()).chain([actor.name.as_str()]);
        let row = names().find_map(public_body).map(|body| body.row);
        let known = row.and_then(|row| self.by_row.get(&row).copied());
        let known = known.or_else(|| names().find_map(|name| self.known_body(name, actor.kind)));
        let number = known.unwrap_or_else(|| self.push(actor));
        for name in names() {
            self.enter_name(name, number);
            self.enter_name(company_core(name), number);
        }
        if let Some(row) = row {
            self.by_row.entry(row).or_insert(number);
        }
        self.fill_in(number, actor);
        number
    }

    fn known_body(&self, name: &str, kind: ActorKind) -> Option<u32> {
        let company = |kind: ActorKind| matches!(kind, ActorKind::Body(BodyKind::Company | BodyKind::Other));
        let find = |name: &str, fits: &dyn Fn(&RegisteredActor) -> bool| {
            let numbers = self.by_name.get(&key(name))?;
            numbers.iter().copied().find(|number| self.actors.get(*number as usize).is_some_and(fits))
        };
        let equal = |known: &RegisteredActor| {
            is_one_kind(known.kind, kind) && (key(&known.name) == key(name) || !company(kind))
        };
        find(name, &equal).or_else(|| {
            let both = |known: &RegisteredActor| company(known.kind) && company(kind);
            find(company_core(name), &both)
        })
    }

    /// Adds a person, who may be known, or a group or unnamed one, who never is.
    fn add_other(&mut self, actor: &Actor, numbers: &[Option<u32>]) -> u32 {
        let of_number = |id: ActorId| numbers.get(id.0 as usize).copied().flatten();
        let mut bodies: Vec<u32> =
            actor.offices.iter().filter_map(|office| office.organisation.and_then(of_number)).collect();
        bodies.sort_unstable();
        bodies.dedup();
        let known = if actor.kind == ActorKind::Person { self.known_person(&actor.name, &bodies) } else { None };
        let number = known.unwrap_or_else(|| self.push(actor));
        if actor.kind == ActorKind::Person {
            self.enter_name(&actor.name, number);
        }
        self.fill_in(number, actor);
        if let Some(known) = self.actors.get_mut(number as usize) {
            known.organisations.extend(bodies);
            known.organisations.sort_unstable();
            known.organisations.dedup();
        }
        number
    }

    /// Returns the person of this name whose bodies do not speak against it; one who shares a body before one without.
    fn known_person(&self, name: &str, bodies: &[u32]) -> Option<u32> {
        let numbers = self.by_name.get(&key(name))?;
        let person = |number: &u32| {
            self.actors
                .get(*number as usize)
                .filter(|known| known.kind == ActorKind::Person)
                .map(|known| (*number, known))
        };
        let shares = |known: &RegisteredActor| known.organisations.iter().any(|body| bodies.contains(body));
        if let Some((number, _)) = numbers.iter().filter_map(person).find(|(_, known)| shares(known)) {
            return Some(number);
        }
        // A surname alone may be anybody's.
        let full = name.contains(' ') || !name.is_ascii();
        let open = |known: &RegisteredActor| known.organisations.is_empty() || bodies.is_empty();
        let mut candidates = numbers.iter().filter_map(person).filter(|(_, known)| full && open(known));
        let first = candidates.next().map(|(number, _)| number);
        first.filter(|_| candidates.next().is_none())
    }

    fn push(&mut self, actor: &Actor) -> u32 {
        let number = u32::try_from(self.actors.len()).unwrap_or(u32::MAX);
        self.actors.push(RegisteredActor { name: actor.name.clone(), kind: actor.kind, organisations: Vec::new() });
        number
    }

    fn enter_name(&mut self, name: &str, number: u32) {
        let name = key(name);
        match self.by_name.get_mut(&name) {
            Some(numbers) if numbers.contains(&number) => {}
            Some(numbers) => numbers.push(number),
            None => {
                self.by_name.insert(name, vec![number]);
            }
        }
    }

    /// Fills in what an earlier record left open: a fuller name, the kind of a body.
    fn fill_in(&mut self, number: u32, actor: &Actor) {
        let Some(known) = self.actors.get_mut(number as usize) else { return };
        if known.kind == ActorKind::Body(BodyKind::Other) {
            known.kind = actor.kind;
        }
        // A name in the other language is not a fuller one.
        let one_script = known.name.is_ascii() == actor.name.is_ascii();
        if one_script && actor.name.chars().count() > known.name.chars().count() {
            known.name.clone_from(&actor.name);
        }
    }
}

/// Returns a name without what papers print now so, now so: capitals, the shape of the apostrophe.
fn key(name: &str) -> String {
    name.replace('’', "'").to_lowercase()
}

/// Tells kinds that can be those of one body.
fn is_one_kind(one: ActorKind, other: ActorKind) -> bool {
    let open = |kind: ActorKind| kind == ActorKind::Body(BodyKind::Other);
    one == other || open(one) || open(other)
}

#[cfg(test)]
mod tests;
