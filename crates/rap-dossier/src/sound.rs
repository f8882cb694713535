//! The verbatim gate, as a type: only what lies in the text gets past here.

use rap_doc::{SourceId, Span};
use rap_statement::ActorId;

use crate::{DossierError, Entry};

/// An entry whose every place lies in its text and whose every index finds what it names.
///
/// There is no other way to one than [`Sound::of`], and nothing else is stored.
#[derive(Copy, Clone)]
pub(crate) struct Sound<'e> {
    pub(crate) entry: &'e Entry,
    pub(crate) bytes: &'e [u8],
}

impl<'e> Sound<'e> {
    /// Returns the entry as sound, or the first thing that is not.
    pub(crate) fn of(entry: &'e Entry, bytes: &'e [u8]) -> Result<Self, DossierError> {
        let gate = Gate { entry };
        gate.check_identity(bytes)?;
        gate.check_actors()?;
        gate.check_statements()?;
        gate.check_codings()?;
        for (index, span) in entry.record.progress.iter().enumerate() {
            gate.check_place(*span, || format!("mark of progress {index}"))?;
        }
        Ok(Self { entry, bytes })
    }
}

struct Gate<'e> {
    entry: &'e Entry,
}

impl Gate<'_> {
    fn misfit(&self, what: String) -> DossierError {
        DossierError::Misfit { origin: self.entry.source.origin.clone(), what }
    }

    fn check_identity(&self, bytes: &[u8]) -> Result<(), DossierError> {
        let Entry { source, doc, record, .. } = self.entry;
        if doc.source() != source.id {
            return Err(self.misfit("the document is of another source".to_owned()));
        }
        if SourceId::of(bytes) != source.id {
            return Err(self.misfit("the bytes are of another source".to_owned()));
        }
        let (accounts, sentences) = (record.ledger.accounts.len(), doc.sentences().len());
        if accounts > sentences {
            return Err(self.misfit(format!("the ledger accounts for {accounts} of {sentences} sentences")));
        }
        let blocks = doc.blocks().len();
        match record.parts.iter().find(|part| part.blocks.end > blocks) {
            Some(part) => Err(self.misfit(format!("a part ends at block {} of {blocks}", part.blocks.end))),
            None => Ok(()),
        }
    }

    fn check_actors(&self) -> Result<(), DossierError> {
        for (index, actor) in self.entry.record.actors.iter().enumerate() {
            for span in actor.names.iter().flat_map(|name| &name.spans) {
                self.check_place(*span, || format!("name of actor {index}"))?;
            }
            for office in &actor.offices {
                self.check_place(office.span, || format!("office of actor {index}"))?;
                self.check_actor(office.organisation, || format!("office of actor {index}"))?;
            }
            for span in &actor.presence {
                self.check_place(*span, || format!("presence of actor {index}"))?;
            }
        }
        Ok(())
    }

    fn check_statements(&self) -> Result<(), DossierError> {
        for (index, statement) in self.entry.record.statements.iter().enumerate() {
            if statement.quote().is_empty() {
                return Err(self.misfit(format!("statement {index} has no content")));
            }
            if self.entry.doc.blocks().get(statement.block).is_none() {
                return Err(
                    self.misfit(format!("statement {index} is in block {}, which is not there", statement.block))
                );
            }
            let named = |role: &'static str| move || format!("{role} of statement {index}");
            self.check_places(&statement.content, named("content"))?;
            self.check_places(&statement.cue, named("cue"))?;
            self.check_places(&statement.mention, named("mention"))?;
            self.check_places(&statement.items, named("item"))?;
            for actor in statement.speakers() {
                self.check_actor(Some(actor), named("speaker"))?;
            }
            for relay in &statement.relays {
                self.check_place(relay.mention, named("relay"))?;
                self.check_actor(Some(relay.actor), named("relay"))?;
            }
        }
        Ok(())
    }

    fn check_codings(&self) -> Result<(), DossierError> {
        let Entry { record, codings, .. } = self.entry;
        if codings.len() != record.statements.len() {
            let (codings, statements) = (codings.len(), record.statements.len());
            return Err(self.misfit(format!("there are {codings} codings of {statements} statements")));
        }
        for (index, (coding, statement)) in codings.iter().zip(&record.statements).enumerate() {
            if coding.items.len() != statement.items.len() {
                return Err(self.misfit(format!("the coding of statement {index} is of other items")));
            }
            for tag in coding.tags.iter().chain(coding.items.iter().flatten()) {
                self.check_places(&tag.words, || format!("tag of statement {index}"))?;
                if !tag.score.is_finite() {
                    return Err(self.misfit(format!("a tag of statement {index} has no score")));
                }
            }
        }
        Ok(())
    }

    fn check_actor(&self, actor: Option<ActorId>, what: impl Fn() -> String) -> Result<(), DossierError> {
        match actor {
            Some(ActorId(id)) if self.entry.record.actors.get(id as usize).is_none() => {
                Err(self.misfit(format!("the {} names actor {id}, who is not there", what())))
            }
            _ => Ok(()),
        }
    }

    fn check_places(&self, spans: &[Span], what: impl Fn() -> String) -> Result<(), DossierError> {
        spans.iter().try_for_each(|span| self.check_place(*span, &what))
    }

    fn check_place(&self, span: Span, what: impl Fn() -> String) -> Result<(), DossierError> {
        if self.entry.doc.text().get(span.range()).is_some() {
            return Ok(());
        }
        let (start, end) = (span.start(), span.end());
        Err(DossierError::NotVerbatim { origin: self.entry.source.origin.clone(), what: what(), start, end })
    }
}
