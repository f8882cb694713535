//! Names of one actor: full names, short forms, surnames, companies with and without "Group".

use rap_doc::Span;

use crate::found::{Mention, MentionForm};
use crate::lang::en::name_words::head_kind;
use crate::public_bodies::public_body;
use crate::{ActorKind, BodyKind};

use super::Cast;

/// What the name of a company may end in without being another company.
const COMPANY_ENDINGS: [&str; 27] = [
    " Group",
    " Inc.",
    " Inc",
    " Ltd.",
    " Ltd",
    " Limited",
    " Co.",
    " Co",
    " Corp.",
    " Corp",
    " Corporation",
    " Company",
    " LLC",
    " PLC",
    " plc",
    " Holdings",
    " Holding",
    " GmbH",
    " AG",
    " SA",
    ".com",
    "集团",
    "股份有限公司",
    "有限责任公司",
    "有限公司",
    "股份",
    "公司",
];

/// Returns the name of a company without its endings.
pub(crate) fn company_core(name: &str) -> &str {
    let mut core = name;
    loop {
        let shorter = COMPANY_ENDINGS.iter().find_map(|ending| core.strip_suffix(ending));
        match shorter.map(|shorter| shorter.trim_end_matches(',')) {
            Some(shorter) if shorter.chars().count() >= 2 => core = shorter,
            _ => return core,
        }
    }
}

impl<'d> Cast<'d> {
    /// Returns whom a mention names by a name of their own; `None` for pronouns and descriptions.
    pub(super) fn named(&mut self, mention: &Mention) -> Option<u32> {
        match mention.form {
            MentionForm::Person => Some(self.person(mention.name)),
            MentionForm::Body(kind) => Some(self.body(mention.name, kind)),
            MentionForm::Pronoun { .. }
            | MentionForm::Definite
            | MentionForm::Group
            | MentionForm::Unnamed
            | MentionForm::Thing
            | MentionForm::Paper => None,
        }
    }

    fn person(&mut self, name: Span) -> u32 {
        let form = name.of(self.text());
        let id = self.known_person(form).unwrap_or_else(|| {
            let id = self.push(form.to_owned(), ActorKind::Person);
            self.by_name.insert(form, id);
            id
        });
        self.note_name(id, name);
        for part in name_parts(form) {
            let bearers = self.by_part.entry(part).or_default();
            // Those named last are the ones meant; a name that many bear keeps the latest of them.
            bearers.retain(|bearer| *bearer != id);
            bearers.push(id);
            if bearers.len() > 8 {
                bearers.remove(0);
            }
        }
        id
    }

    fn known_person(&self, form: &str) -> Option<u32> {
        if let Some(&known) = self.by_name.get(form) {
            // The body of this name, or the person: whoever bears it in full.
            return Some(known);
        }
        let mut words = form.split(' ');
        let (first, last) = (words.next()?, words.next_back());
        let Some(last) = last else {
            return self
                .by_part
                .get(form)
                .and_then(|bearers| bearers.last())
                .copied()
                .or_else(|| self.by_core.get(form).copied().or_else(|| self.by_lead.get(form).copied().flatten()));
        };
        // "Ann Lee" is "Ann Marie Lee", not "Bo Lee".
        let bearers = self.by_part.get(last)?;
        let equal = |id: &&u32| {
            self.entity(**id).is_some_and(|entity| {
                let mut known = entity.actor.name.split(' ');
                known.next() == Some(first) && known.next_back() == Some(last) || entity.actor.name == last
            })
        };
        bearers.iter().rev().find(equal).copied()
    }

    /// Returns the body of a name, a new one where none has it.
    pub(super) fn body(&mut self, name: Span, kind: BodyKind) -> u32 {
        let form = name.of(self.text());
        let id = self.known_body(form, kind).unwrap_or_else(|| {
            let kind = headed_kind(form).filter(|_| kind == BodyKind::Other).unwrap_or(kind);
            let id = self.push(form.to_owned(), ActorKind::Body(self.inherited_kind(form, kind)));
            if let Some(body) = public_body(form) {
                self.by_row.insert(body.row, id);
            }
            id
        });
        self.by_name.entry(form).or_insert(id);
        if let Some((unit, _)) = self.unit_of(form) {
            self.by_unit.entry(unit).or_insert(id);
        }
        if matches!(kind, BodyKind::Company | BodyKind::Other) {
            self.by_core.entry(company_core(form)).or_insert(id);
        }
        if kind == BodyKind::Company
            && let Some((lead, _)) = form.split_once(' ').filter(|(lead, _)| lead.len() > "The".len())
        {
            self.by_lead
                .entry(lead)
                .and_modify(|known| *known = known.filter(|known| *known == id))
                .or_insert(Some(id));
        }
        self.note_name(id, name);
        if let Some(entity) = self.entity_mut(id)
            && entity.actor.kind == ActorKind::Body(BodyKind::Other)
        {
            entity.actor.kind = ActorKind::Body(kind);
        }
        id
    }

    /// Gives a short form to the body it stands for: the whole name, or the body that its end names, as in "Working
    /// Group of the River Owners Alliance (ROA)".
    pub(super) fn alias(&mut self, entity: u32, name: Span, alias: Span) {
        let form = name.of(self.text());
        let short = alias.of(self.text());
        let tail = form.rfind(" of the ").map(|at| at + " of the ".len());
        let owner = tail.filter(|at| form.get(*at..).is_some_and(|tail| is_short_for(short, tail)));
        let bearer = match owner {
            Some(at) if !is_short_for(short, form) => {
                self.body(Span::new(name.start() + at, name.end()), BodyKind::Other)
            }
            _ => entity,
        };
        self.by_name.insert(short, bearer);
        self.note_name(bearer, alias);
    }

    fn known_body(&self, form: &str, kind: BodyKind) -> Option<u32> {
        if let Some(&known) = self.by_name.get(form) {
            return Some(known);
        }
        if let Some(known) = public_body(form).and_then(|body| self.by_row.get(&body.row)) {
            return Some(*known);
        }
        if let Some(known) = self.known_unit(form) {
            return Some(known);
        }
        let known = *self.by_core.get(company_core(form))?;
        let joins = |kind: ActorKind| matches!(kind, ActorKind::Body(BodyKind::Company | BodyKind::Other));
        let fits = joins(ActorKind::Body(kind)) && self.entity(known).is_some_and(|entity| joins(entity.actor.kind));
        fits.then_some(known)
    }

    /// Returns the body of which this is another way to name its part: "Budget Committee of the Senate", "Senate Budget
    /// Committee", "Budget Committee".
    fn known_unit(&self, form: &str) -> Option<u32> {
        let (unit, owner) = self.unit_of(form)?;
        let known = *self.by_unit.get(unit)?;
        let (_, other) = self.unit_of(&self.entity(known)?.actor.name).map(|(unit, owner)| (unit.to_owned(), owner))?;
        let named = |owner: &str| self.by_name.get(owner).copied();
        let related = owner.is_empty()
            || other.is_empty()
            || owner.contains(other)
            || other.contains(owner)
            || named(owner).is_some() && named(owner) == named(other);
        related.then_some(known)
    }

    /// Parts the name of a part of a body from that of the body; the owner is empty where the name gives none.
    fn unit_of<'n>(&self, form: &'n str) -> Option<(&'n str, &'n str)> {
        const PARTS: [&str; 10] = [
            "Committee",
            "Commission",
            "Working Group",
            "Department",
            "Office",
            "Bureau",
            "Task Force",
            "Subcommittee",
            "Secretariat",
            "Council",
        ];
        // A part has a name of three words at least; most names have two.
        if form.bytes().filter(|byte| *byte == b' ').count() < 2 {
            return None;
        }
        let (head, owner) = form.split_once(" of the ").or_else(|| form.split_once(" of ")).unwrap_or((form, ""));
        if !PARTS.iter().any(|part| head.ends_with(part)) {
            return None;
        }
        let (unit, owner) = if owner.is_empty() { self.without_owner(head) } else { (head, owner) };
        (unit.split(' ').count() >= 3).then_some((unit, owner))
    }

    /// Takes the name of a known body from the front of another name.
    fn without_owner<'n>(&self, form: &'n str) -> (&'n str, &'n str) {
        let body = |name: &str| {
            public_body(name).is_some()
                || self
                    .by_name
                    .get(name)
                    .and_then(|id| self.entity(*id))
                    .is_some_and(|entity| matches!(entity.actor.kind, ActorKind::Body(_)))
        };
        let mut cuts = form.match_indices(' ').map(|(at, _)| at);
        let cut = cuts.rfind(|&at| form.get(..at).is_some_and(|name| body(name.trim_end_matches("'s"))));
        cut.and_then(|at| Some((form.get(at + 1..)?, form.get(..at)?))).unwrap_or((form, ""))
    }

    /// Returns the kind of a body whose name begins with that of another: its working group, its committee.
    fn inherited_kind(&self, form: &str, kind: BodyKind) -> BodyKind {
        if kind != BodyKind::Other {
            return kind;
        }
        let owner = form
            .match_indices(' ')
            .filter_map(|(at, _)| form.get(..at))
            .find_map(|owner| self.by_name.get(owner).and_then(|id| self.entity(*id)).map(|entity| entity.actor.kind));
        match owner {
            Some(ActorKind::Body(kind)) => kind,
            _ => kind,
        }
    }
}

/// Returns the kind that the last word of a name makes of it.
fn headed_kind(form: &str) -> Option<BodyKind> {
    head_kind(&form.rsplit(' ').next()?.to_ascii_lowercase())
}

/// Tells whether a short form takes its letters from the words of a name in their order.
fn is_short_for(short: &str, name: &str) -> bool {
    let mut initials = name.split([' ', '-']).filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase());
    let letters = || short.chars().filter(|c| c.is_uppercase());
    letters().count() >= 2 && letters().all(|letter| initials.any(|initial| initial == letter)) && {
        // Most words of the name must be in it: "ROA" is no short form of a name of nine words.
        name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() <= letters().count() + 2
    }
}

/// Returns the words by which a person is called later on: the first and the last of the name.
fn name_parts(form: &str) -> impl Iterator<Item = &str> {
    let mut words = form.split(' ').filter(|word| word.len() > 1 && !word.ends_with('.'));
    let first = words.next();
    first.into_iter().chain(words.next_back())
}
