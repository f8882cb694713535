//! Names alone: the people, bodies and offices that a text names, without asking who says what.
//!
//! The pipeline does not pass here; it is the same reading of a block that [`attribute`](crate::attribute) starts
//! with, handed out for those who measure it or want an index of names.

use rap_doc::{Doc, Language, SourceId, Span};

use crate::BodyKind;
use crate::found::{Found, Mention, MentionForm};
use crate::lang::Readers;

/// A name or office and where it stands.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Name {
    /// The bytes of the text.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
}

/// Tells what a name names.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NameKind {
    /// A human being.
    Person,
    /// A body.
    Body(BodyKind),
    /// An office or profession: `Vice President`, `副院长`.
    Office,
}

/// Returns the names in a text of one language, in order.
///
/// ```
/// use rap_doc::Language;
/// use rap_statement::{NameKind, names};
///
/// let text = "江澜市司法局局长顾望舒表示赞成。";
/// let found = names(text, Language::Chinese);
/// let people: Vec<_> = found.iter().filter(|name| name.kind == NameKind::Person).collect();
/// assert_eq!(people.first().map(|name| name.span.of(text)), Some("顾望舒"));
/// ```
#[must_use]
pub fn names(text: &str, language: Language) -> Vec<Name> {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let mut readers = Readers::default();
    let mut found = Found::default();
    let mut names = Vec::new();
    for block in 0..doc.blocks().len() {
        found.clear();
        readers.read_block_as(language, &doc, block, &mut found);
        found.mentions.iter().for_each(|mention| add(mention, &mut names));
        names.extend(found.titles.iter().map(|title| Name { span: *title, kind: NameKind::Office }));
    }
    names.sort_unstable();
    names.dedup();
    names
}

fn add(mention: &Mention, names: &mut Vec<Name>) {
    match mention.form {
        MentionForm::Person => names.push(Name { span: mention.name, kind: NameKind::Person }),
        MentionForm::Body(kind) => names.push(Name { span: mention.name, kind: NameKind::Body(kind) }),
        _ => {}
    }
    if let Some((span, kind)) = mention.organisation {
        names.push(Name { span, kind: NameKind::Body(kind) });
    }
    if let Some(span) = mention.role {
        names.push(Name { span, kind: NameKind::Office });
    }
}
