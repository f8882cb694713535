//! Names of one actor: full names, short forms, surnames, companies with and without "Group".

use rap_doc::Span;

use crate::found::{Mention, MentionForm};
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
            MentionForm::Pronoun { .. } | MentionForm::Definite | MentionForm::Group | MentionForm::Unnamed => None,
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
            return self.by_part.get(form).and_then(|bearers| bearers.last()).copied().or_else(|| {
                let core = self.by_core.get(form).copied()?;
                Some(core)
            });
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
            let id = self.push(form.to_owned(), ActorKind::Body(self.inherited_kind(form, kind)));
            if let Some(body) = public_body(form) {
                self.by_row.insert(body.row, id);
            }
            id
        });
        self.by_name.entry(form).or_insert(id);
        if matches!(kind, BodyKind::Company | BodyKind::Other) {
            self.by_core.entry(company_core(form)).or_insert(id);
        }
        self.note_name(id, name);
        if let Some(entity) = self.entity_mut(id)
            && entity.actor.kind == ActorKind::Body(BodyKind::Other)
        {
            entity.actor.kind = ActorKind::Body(kind);
        }
        id
    }

    fn known_body(&self, form: &str, kind: BodyKind) -> Option<u32> {
        if let Some(&known) = self.by_name.get(form) {
            return Some(known);
        }
        if let Some(known) = public_body(form).and_then(|body| self.by_row.get(&body.row)) {
            return Some(*known);
        }
        let known = *self.by_core.get(company_core(form))?;
        let joins = |kind: ActorKind| matches!(kind, ActorKind::Body(BodyKind::Company | BodyKind::Other));
        let fits = joins(ActorKind::Body(kind)) && self.entity(known).is_some_and(|entity| joins(entity.actor.kind));
        fits.then_some(known)
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

/// Returns the words by which a person is called later on: the first and the last of the name.
fn name_parts(form: &str) -> impl Iterator<Item = &str> {
    let mut words = form.split(' ').filter(|word| word.len() > 2 || !word.is_ascii());
    let first = words.next();
    first.into_iter().chain(words.next_back())
}
