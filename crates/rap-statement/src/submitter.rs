//! The submitter: who speaks throughout a submission or a plan.
//!
//! The user's word comes first, then the paper's own: "on behalf of X", "X welcomes the opportunity", "Submission of
//! X", a letterhead, the name under "Yours sincerely", a body that introduces itself. Where none of them is there, the
//! author stays without a name.

use rap_doc::{BlockKind, Doc, Span};

use crate::cast::Cast;
use crate::found::Found;
use crate::lang::Readers;
use crate::{ActorKind, AttributeOptions, BodyKind, Part, Speaker};

/// How many blocks at the start and at the end of a paper can hold the submitter's name.
const HEAD_BLOCKS: usize = 8;
const TAIL_BLOCKS: usize = 8;

/// How many blocks a letterhead takes at most, and how long its lines are.
const LETTERHEAD_BLOCKS: usize = 3;
const LETTERHEAD_BYTES: usize = 120;

/// Words before which the submitter stands.
const BEFORE: [&str; 15] = [
    " welcomes the opportunity",
    " appreciates the opportunity",
    " is pleased to",
    " submits ",
    " is grateful for the opportunity",
    " thanks the ",
    " respectfully submits",
    " writes to",
    " welcome the opportunity",
    " appreciate the opportunity",
    "提出以下",
    "提出如下",
    "关于",
    "就《",
    "对《",
];

/// Words after which the submitter stands.
const AFTER: [&str; 22] = [
    "on behalf of ",
    "On behalf of ",
    "Submission of ",
    "Submission by ",
    "Submission from ",
    "Comments of ",
    "Comments by ",
    "Comments from ",
    "Response of ",
    "Response by ",
    "Response from ",
    "Position of ",
    "Position paper of ",
    "Opinion of ",
    "Statement of ",
    "Views of ",
    "Letter from ",
    "Submitted by: ",
    "Submitted by ",
    "From: ",
    "单位：",
    "提交单位：",
];

/// Words after which the signature stands, in the next block or the next line.
const CLOSING: [&str; 11] = [
    "Yours sincerely",
    "Yours faithfully",
    "Yours truly",
    "Sincerely",
    "Respectfully",
    "Kind regards",
    "Best regards",
    "Regards",
    "Signed",
    "此致",
    "敬礼",
];

/// Returns who speaks in a part in which one speaks throughout.
pub(crate) fn submitter(doc: &Doc, part: &Part, options: &AttributeOptions, cast: &mut Cast<'_>) -> Speaker {
    if let Some(name) = options.submitter.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        let kind = kind_of_name(name);
        return Speaker::Actor(cast.given(name, kind));
    }
    let blocks: Vec<usize> = part.blocks.clone().filter(|&block| says_something(doc, block)).collect();
    let head = blocks.get(..blocks.len().min(HEAD_BLOCKS)).unwrap_or_default();
    let tail = blocks.get(blocks.len().saturating_sub(TAIL_BLOCKS)..).unwrap_or_default();
    let mut reader = NameReader { doc, readers: Readers::default(), found: Found::default() };
    let named = head
        .iter()
        .chain(tail)
        .find_map(|&block| reader.stated(block))
        .or_else(|| head.iter().take(LETTERHEAD_BLOCKS).find_map(|&block| reader.letterhead(block)))
        .or_else(|| reader.signed(tail))
        .or_else(|| reader.undersigned(tail))
        .or_else(|| head.iter().find_map(|&block| reader.introduced(block)));
    match named {
        Some((name, kind)) => Speaker::Actor(cast.given(name.of(doc.text()), kind)),
        None => Speaker::Author,
    }
}

fn says_something(doc: &Doc, block: usize) -> bool {
    doc.blocks().get(block).is_some_and(|block| block.kind != BlockKind::Furniture)
}

/// Returns what a name alone makes of its bearer: a body by its head, a person where not.
fn kind_of_name(name: &str) -> ActorKind {
    if let Some(body) = crate::public_bodies::public_body(name) {
        return ActorKind::Body(body.kind);
    }
    let heads = name.split(' ').rev().find_map(|word| {
        crate::lang::en::name_words::head_kind(&word.trim_end_matches(['.', ',']).to_ascii_lowercase())
    });
    match heads {
        Some(kind) => ActorKind::Body(kind),
        None if name.ends_with("公司") || name.ends_with("集团") => ActorKind::Body(BodyKind::Company),
        None => ActorKind::Person,
    }
}

/// Returns the body whose name begins at `from`, an article aside, by its capitals and its head: "Millers' Union of
/// Tarn". What follows a name in a title is a preposition or a mark.
fn capitals(text: &str, from: usize, end: usize) -> Option<(Span, ActorKind)> {
    const LONGEST: usize = 10;
    let words = Span::new(from, end).of(text);
    let start = from + if words.starts_with("the ") { "the ".len() } else { 0 };
    let mut last = start;
    for word in Span::new(start, end).of(text).split_inclusive(' ').take(LONGEST) {
        let bare = word.trim_end();
        let linking = matches!(bare, "of" | "for" | "and" | "the" | "&");
        if !linking && !bare.starts_with(char::is_uppercase) {
            break;
        }
        last += word.len();
        if bare.ends_with([',', ';', ':', '.', '\n']) {
            break;
        }
    }
    let name = Span::new(start, last).of(text).trim_end_matches([' ', ',', ';', ':', '.', '\n']);
    let kind = kind_of_name(name);
    (kind != ActorKind::Person).then_some((Span::new(start, start + name.len()), kind))
}

struct NameReader<'d> {
    doc: &'d Doc,
    readers: Readers,
    found: Found,
}

impl NameReader<'_> {
    /// Returns the name that a block gives for the submitter in so many words.
    fn stated(&mut self, block: usize) -> Option<(Span, ActorKind)> {
        let span = self.doc.blocks().get(block)?.span;
        let words = span.of(self.doc.text());
        let head = words.get(..words.floor_char_boundary(1200))?;
        for opening in AFTER {
            if let Some(at) = head.find(opening) {
                let from = span.start() + at + opening.len();
                let named = self.name_in(block, |name| name.start() >= from && name.start() <= from + 4);
                if let Some(name) = named.or_else(|| capitals(self.doc.text(), from, span.end())) {
                    return Some(name);
                }
            }
        }
        for following in BEFORE {
            if let Some(at) = head.find(following) {
                let end = span.start() + at;
                let title = following.starts_with(['关', '就', '对']);
                let fits = |name: Span| {
                    name.end() <= end && name.end() + 12 >= end && (!title || name == Span::new(span.start(), end))
                };
                if let Some(name) = self.name_in(block, fits) {
                    return Some(name);
                }
            }
        }
        None
    }

    /// Returns the body that a line of a letterhead begins with, when nothing but an address, a date or a subject
    /// follows it there.
    fn letterhead(&mut self, block: usize) -> Option<(Span, ActorKind)> {
        let span = self.doc.blocks().get(block)?.span;
        let words = span.of(self.doc.text());
        if words.len() > LETTERHEAD_BYTES {
            return None;
        }
        let ends = |name: Span| {
            let rest = words.get(name.end() - span.start()..).unwrap_or_default().trim_start();
            rest.is_empty() || rest.starts_with(['·', '|', ',', '，', '—', '–', '\n'])
        };
        let names = self.names(block).into_iter();
        names
            .filter(|(_, kind)| *kind != ActorKind::Person)
            .find(|(name, _)| name.start() == span.start() && ends(*name))
    }

    /// Returns the body that a paragraph begins with and goes on to tell of: "The Otter Trust has 300 members". Those
    /// who are written to, ministries and the like, do not introduce themselves.
    fn introduced(&mut self, block: usize) -> Option<(Span, ActorKind)> {
        let span = self.doc.blocks().get(block).filter(|block| block.kind == BlockKind::Paragraph)?.span;
        let from = span.start() + if span.of(self.doc.text()).starts_with("The ") { "The ".len() } else { 0 };
        let written_to = |kind: BodyKind| {
            use BodyKind::{Cabinet, Court, Legislature, Ministry, Regulator};
            matches!(kind, Cabinet | Court | Legislature | Ministry | Regulator)
        };
        let introduces = |kind: ActorKind| matches!(kind, ActorKind::Body(kind) if !written_to(kind));
        self.names(block).into_iter().find(|(name, kind)| name.start() == from && introduces(*kind))
    }

    /// Returns the name under the closing words of a letter: that of a body before that of a person.
    fn signed(&mut self, tail: &[usize]) -> Option<(Span, ActorKind)> {
        let closes = |block: usize| {
            let words = self.doc.blocks().get(block).map_or("", |block| block.span.of(self.doc.text()));
            CLOSING.iter().any(|closing| words.starts_with(closing)) && words.len() < 300
        };
        let closing = tail.iter().position(|&block| closes(block))?;
        let below: Vec<usize> = tail.iter().skip(closing).copied().collect();
        let body = |reader: &mut Self, block: usize| reader.name_where(block, |kind| kind != ActorKind::Person);
        let bodies = below.iter().find_map(|&block| body(self, block));
        bodies.or_else(|| below.iter().find_map(|&block| self.name_where(block, |_| true)))
    }

    /// Returns the body whose name fills one of the last lines of a paper, with a date behind it or nothing.
    fn undersigned(&mut self, tail: &[usize]) -> Option<(Span, ActorKind)> {
        // The name, its second line or its address, the date.
        const LINES: usize = 3;
        tail.iter().rev().take(LINES).find_map(|&block| {
            let span = self.doc.blocks().get(block)?.span;
            self.name_in(block, |name| name == span).filter(|(_, kind)| *kind != ActorKind::Person)
        })
    }

    fn name_in(&mut self, block: usize, fits: impl Fn(Span) -> bool) -> Option<(Span, ActorKind)> {
        self.names(block).into_iter().find(|(name, _)| fits(*name))
    }

    fn name_where(&mut self, block: usize, fits: impl Fn(ActorKind) -> bool) -> Option<(Span, ActorKind)> {
        self.names(block).into_iter().find(|(_, kind)| fits(*kind))
    }

    fn names(&mut self, block: usize) -> Vec<(Span, ActorKind)> {
        use crate::found::MentionForm;
        self.found.clear();
        self.readers.read_block(self.doc, block, &mut self.found);
        let mut names: Vec<(Span, ActorKind)> = Vec::new();
        for mention in &self.found.mentions {
            match mention.form {
                MentionForm::Person => {
                    names.push((mention.name, ActorKind::Person));
                    names.extend(mention.organisation.map(|(body, kind)| (body, ActorKind::Body(kind))));
                }
                MentionForm::Body(kind) => names.push((mention.name, ActorKind::Body(kind))),
                _ => {}
            }
        }
        names
    }
}

#[cfg(test)]
mod tests;
