//! Phrases: runs of tokens that name a person, a body, an office or a group, before they become mentions.

use std::ops::Range;

use rap_doc::Span;

use super::token::Token;
use crate::BodyKind;
use crate::found::{Mention, MentionForm};

/// Titles of courtesy, which are no offices.
pub(super) const HONORIFICS: [&str; 6] = ["先生", "女士", "小姐", "夫人", "同志", "阁下"];

/// A run of tokens that names somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Phrase {
    /// All of its tokens.
    pub(super) tokens: Range<usize>,
    /// The tokens of the name itself.
    pub(super) name: Range<usize>,
    pub(super) role: Option<Range<usize>>,
    pub(super) body: Option<(Range<usize>, BodyKind)>,
    pub(super) sort: Sort,
}

/// Tells what a phrase names.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    Person,
    Body(BodyKind),
    /// An office or profession without a name: 外交部发言人, 有关负责人.
    Office,
    Pronoun,
    /// 该公司, 这位负责人, a bare 公司.
    Definite,
    /// 与会代表, 有的委员.
    Group,
    /// A noun that is a group where a clause begins with it: 专家, 企业.
    BareGroup,
    /// A paper or a meeting that speaks.
    Document,
}

impl Phrase {
    /// Returns a phrase that is a name and nothing else.
    pub(super) fn bare(tokens: Range<usize>, sort: Sort) -> Self {
        Self { name: tokens.clone(), tokens, role: None, body: None, sort }
    }

    /// Tells one human being, or one who is pointed at.
    pub(super) const fn is_single(&self) -> bool {
        matches!(self.sort, Sort::Person | Sort::Office | Sort::Pronoun | Sort::Definite)
    }

    /// Returns the mention that the phrase is in a text whose tokens start at byte `base`.
    pub(super) fn mention(&self, text: &str, tokens: &[Token], base: usize) -> Mention {
        let span = |range: &Range<usize>| span_of(tokens, range).shifted(base);
        Mention {
            span: span(&self.tokens),
            name: span(&self.name),
            role: self
                .role
                .as_ref()
                .filter(|role| {
                    !matches!(self.sort, Sort::Body(_)) && !HONORIFICS.contains(&span_of(tokens, role).of(text))
                })
                .map(span),
            organisation: self.body.as_ref().map(|(range, kind)| (span(range), *kind)),
            form: self.form(span_of(tokens, &self.name).of(text)),
        }
    }

    /// Returns the mention of the body for which the person holds the office.
    pub(super) fn employer(&self, tokens: &[Token], base: usize) -> Option<Mention> {
        let (body, kind) = self.body.as_ref()?;
        let span = span_of(tokens, body).shifted(base);
        Some(Mention { span, name: span, role: None, organisation: None, form: MentionForm::Body(*kind) })
    }

    /// Tells whether a title of courtesy says that a woman or a man bears the name.
    pub(super) fn female(&self, text: &str, tokens: &[Token]) -> Option<bool> {
        let words = span_of(tokens, &self.tokens).of(text);
        if self.sort != Sort::Person {
            None
        } else if words.ends_with("女士") || words.ends_with("小姐") || words.ends_with("夫人") {
            Some(true)
        } else {
            words.ends_with("先生").then_some(false)
        }
    }

    fn form(&self, words: &str) -> MentionForm {
        match self.sort {
            Sort::Person => MentionForm::Person,
            Sort::Body(kind) => MentionForm::Body(kind),
            Sort::Office => MentionForm::Unnamed,
            Sort::Pronoun => pronoun(words),
            Sort::Definite => MentionForm::Definite,
            Sort::Group | Sort::BareGroup => MentionForm::Group,
            Sort::Document if words.ends_with("会议") || words.ends_with('会') => MentionForm::Group,
            Sort::Document => MentionForm::Unnamed,
        }
    }
}

fn pronoun(words: &str) -> MentionForm {
    match words {
        "他" => MentionForm::Pronoun { female: Some(false), plural: false },
        "她" => MentionForm::Pronoun { female: Some(true), plural: false },
        "她们" => MentionForm::Pronoun { female: Some(true), plural: true },
        "它" | "其" | "后者" | "前者" | "对方" => MentionForm::Pronoun { female: None, plural: false },
        _ => MentionForm::Pronoun { female: None, plural: true },
    }
}

/// Returns the bytes of a run of tokens.
pub(super) fn span_of(tokens: &[Token], range: &Range<usize>) -> Span {
    let run = tokens.get(range.clone()).unwrap_or_default();
    match (run.first(), run.last()) {
        (Some(first), Some(last)) => first.span().hull(last.span()),
        _ => Span::default(),
    }
}
