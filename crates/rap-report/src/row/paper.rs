//! A paper as rows see it: one source with its text and record, and the means to name places in three units.

use rap_doc::{Doc, OffsetIndex, Source, Span};
use rap_dossier::{Coding, Entry};
use rap_statement::{Actor, ActorId, ActorKind, Office, Record, Speaker, Statement};

use super::{LedgerRow, Range, SourceRow, StatementRow};

/// One paper, ready to be turned into rows.
///
/// The offset index is built once here, so that each row costs a look-up and not a walk through the text.
#[derive(Debug)]
pub struct Paper<'a> {
    pub(crate) source: &'a Source,
    pub(crate) doc: &'a Doc,
    pub(crate) record: &'a Record,
    index: OffsetIndex<'a>,
}

/// Who somebody is, as a row tells it.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Identity<'a> {
    pub(crate) name: &'a str,
    pub(crate) role: &'a str,
    pub(crate) organisation: &'a str,
    pub(crate) organisation_kind: &'static str,
}

impl<'a> Paper<'a> {
    /// Returns the paper of these parts.
    #[must_use]
    pub fn new(source: &'a Source, doc: &'a Doc, record: &'a Record) -> Self {
        Self { source, doc, record, index: OffsetIndex::new(doc.text()) }
    }

    /// Returns the paper of an entry of a dossier.
    #[must_use]
    pub fn of(entry: &'a Entry) -> Self {
        Self::new(&entry.source, &entry.doc, &entry.record)
    }

    /// Returns the row of the paper itself.
    #[must_use]
    pub fn row(&self) -> SourceRow<'a> {
        SourceRow::of(self)
    }

    /// Returns the row of one statement of the paper.
    #[must_use]
    pub fn statement(&self, statement: &'a Statement, coding: &'a Coding) -> StatementRow<'a> {
        StatementRow::of(self, statement, coding)
    }

    /// Returns the rows of all statements, in the order of the text; one without a coding has no themes.
    pub fn statements<'p>(&'p self, codings: &'a [Coding]) -> impl Iterator<Item = StatementRow<'a>> + 'p
    where
        'a: 'p,
    {
        let codings = codings.iter().map(Some).chain(std::iter::repeat(None));
        self.record.statements.iter().zip(codings).map(|(statement, coding)| match coding {
            Some(coding) => self.statement(statement, coding),
            None => StatementRow::of(self, statement, &UNCODED),
        })
    }

    /// Returns the account of every sentence, in the order of the text.
    pub fn ledger<'p>(&'p self) -> impl Iterator<Item = LedgerRow<'a>> + 'p
    where
        'a: 'p,
    {
        (0..self.doc.sentences().len()).filter_map(|sentence| LedgerRow::of(self, sentence))
    }

    /// Returns an actor of the record.
    pub(crate) fn actor(&self, id: ActorId) -> Option<&'a Actor> {
        self.record.actors.get(usize::try_from(id.0).ok()?)
    }

    pub(crate) fn actor_name(&self, id: ActorId) -> Option<&'a str> {
        self.actor(id).map(|actor| actor.name.as_str())
    }

    /// Returns who a speaker is; all empty for one whom the paper does not tell.
    pub(crate) fn identity(&self, speaker: Speaker) -> Identity<'a> {
        let Speaker::Actor(id) = speaker else { return Identity::default() };
        let Some(actor) = self.actor(id) else { return Identity::default() };
        let name = actor.name.as_str();
        if let ActorKind::Body(kind) = actor.kind {
            return Identity { name, role: "", organisation: name, organisation_kind: kind.name() };
        }
        let Some(office) = chief_office(actor) else { return Identity { name, ..Identity::default() } };
        let body = office.organisation.and_then(|id| self.actor(id));
        Identity {
            name,
            role: &office.role,
            organisation: body.map_or("", |body| &body.name),
            organisation_kind: body.map_or("", |body| match body.kind {
                ActorKind::Body(kind) => kind.name(),
                _ => "",
            }),
        }
    }

    pub(crate) fn words(&self, span: Span) -> &'a str {
        span.of(self.doc.text())
    }

    pub(crate) fn bytes(span: Span) -> Range {
        [span.start(), span.end()]
    }

    pub(crate) fn chars(&self, span: Span) -> Range {
        [self.index.at(span.start()).char, self.index.at(span.end()).char]
    }

    pub(crate) fn all_chars(&self, spans: &[Span]) -> Vec<Range> {
        spans.iter().map(|span| self.chars(*span)).collect()
    }

    /// Returns a span in code points and in UTF-16 units.
    pub(crate) fn units(&self, span: Span) -> (Range, Range) {
        let (start, end) = (self.index.at(span.start()), self.index.at(span.end()));
        ([start.char, end.char], [start.utf16, end.utf16])
    }
}

/// The coding of a statement that was not coded.
static UNCODED: Coding = Coding { tags: Vec::new(), items: Vec::new() };

/// Returns the office by which a person is introduced: the first that gives a role and a body, else the first that
/// gives a body, else the first.
pub(crate) fn chief_office(actor: &Actor) -> Option<&Office> {
    let full = |office: &&Office| office.organisation.is_some() && !office.role.is_empty();
    let bodied = |office: &&Office| office.organisation.is_some();
    let offices = &actor.offices;
    offices.iter().find(full).or_else(|| offices.iter().find(bodied)).or_else(|| offices.first())
}
