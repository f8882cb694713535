//! Names alone: the people, bodies and offices that a text names, without asking who says what.
//!
//! The pipeline does not pass here; it is the same reading of a block that [`attribute`](crate::attribute) starts
//! with, handed out for those who measure it or want an index of names.

use rap_doc::{Doc, Language, SourceId, Span};

use crate::found::{Found, Mention, MentionForm};
use crate::lang::Readers;
use crate::{BodyKind, Finders};

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
    let mut readers = Readers::of(Finders::RulesOnly);
    let mut found = Found::default();
    let mut names = Vec::new();
    for block in 0..doc.blocks().len() {
        found.clear();
        readers.read_block_as(language, &doc, block, &mut found);
        found.mentions.iter().for_each(|mention| add(mention, &mut names));
        names.extend(found.titles.iter().map(|title| Name { span: *title, kind: NameKind::Office }));
    }
    if language == Language::Chinese {
        names.extend(told(text));
    }
    names.retain(|name| match name.kind {
        NameKind::Person => !is_addressed(name.span.of(text)),
        NameKind::Office => !is_plain(name.span.of(text)),
        NameKind::Body(_) => true,
    });
    names.sort_unstable();
    names.dedup();
    names
}

/// Returns the office of whoever is told, which the words for speaking hold: 告诉｜记者.
fn told(text: &str) -> impl Iterator<Item = Name> + '_ {
    const WORDS: [&str; 4] = ["告诉记者", "对记者", "向记者", "据记者"];
    const OFFICE: &str = "记者";
    WORDS.iter().flat_map(|words| text.match_indices(words)).map(|(at, words)| {
        let end = at + words.len();
        Name { span: Span::new(end - OFFICE.len(), end), kind: NameKind::Office }
    })
}

/// Tells a family name with a form of address, which names nobody for sure: 张女士.
fn is_addressed(name: &str) -> bool {
    const FORMS: [&str; 6] = ["先生", "女士", "小姐", "太太", "某", "总"];
    FORMS.iter().any(|form| name.strip_suffix(form).is_some_and(|family| family.chars().count() <= 2))
}

/// Tells what somebody is without an office or profession: 市民, 网友.
fn is_plain(role: &str) -> bool {
    const PLAIN: [&str; 15] = [
        "玩家",
        "市民",
        "村民",
        "居民",
        "网友",
        "业主",
        "车主",
        "家长",
        "学生",
        "工人",
        "农民",
        "工作人员",
        "相关人士",
        "有关人士",
        "知情人士",
    ];
    PLAIN.iter().any(|plain| role.ends_with(plain))
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
