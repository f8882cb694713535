//! Where an amendment belongs: by its place, checked by its words; failing that, by its words.

use std::collections::BTreeSet;

use rap_doc::Span;

use super::place::{Part, Place, Step};
use super::{Amendment, SAME_WORDS};
use crate::redline::{Keys, Token, of_tokens, tokens_into};
use crate::{Law, Provision, ProvisionKind};

/// Where an amendment belongs.
pub(super) struct Located {
    pub(super) provision: usize,
    /// The words that it replaces; empty where it inserts.
    pub(super) span: Span,
    pub(super) similarity: f64,
    pub(super) by_place: bool,
}

/// Finds places and words in one act.
pub(super) struct Finder<'l> {
    law: &'l Law,
    /// Spans that an amendment may replace, each with its provision and the words in it.
    spans: Vec<(usize, Span, BTreeSet<u64>)>,
}

/// As many spans as are compared word by word, after all are compared by which words they have.
const COMPARED: usize = 4;

impl<'l> Finder<'l> {
    pub(super) fn of(law: &'l Law) -> Self {
        let text = law.doc.text();
        let mut spans = Vec::new();
        for (index, provision) in law.provisions.iter().enumerate() {
            let body = provision.own.first().map(|own| Span::new(own.start(), provision.span.end()));
            for span in [Some(provision.span), body, introduction(provision), provision.heading].into_iter().flatten() {
                spans.push((index, span, words(span.of(text))));
            }
        }
        Self { law, spans }
    }

    pub(super) fn locate(&self, amendment: &Amendment) -> Result<Located, String> {
        let place = Place::parse(&amendment.place);
        let quotes = !amendment.old.trim().is_empty();
        let by_place = self.by_place(&place);
        if !quotes {
            return self.insertion(&place);
        }
        let here = by_place.map(|(provision, span)| Located {
            provision,
            span,
            similarity: self.similarity(span, &amendment.old),
            by_place: true,
        });
        if let Some(here) = &here
            && here.similarity >= SAME_WORDS
        {
            return Ok(Located { ..*here });
        }
        let article = self.first(&place).and_then(|at| Some(at..self.law.provisions.get(at)?.end));
        let near = article.and_then(|range| self.by_words(&amendment.old, |at| range.contains(&at)));
        let elsewhere = near.or_else(|| self.by_words(&amendment.old, |_| true));
        elsewhere.or(here).ok_or_else(|| self.reason(&place))
    }

    /// Returns the provision of the first step.
    fn first(&self, place: &Place) -> Option<usize> {
        place.steps.first().and_then(|step| self.top(step))
    }

    fn top(&self, step: &Step) -> Option<usize> {
        let wanted = |provision: &Provision| match step.part {
            Part::Citation => provision.kind == ProvisionKind::Citation,
            Part::Recital => provision.kind == ProvisionKind::Recital,
            Part::Article => provision.kind == ProvisionKind::Article,
            Part::Annex => provision.kind == ProvisionKind::Annex,
            Part::Division => matches!(
                provision.kind,
                ProvisionKind::Title | ProvisionKind::Chapter | ProvisionKind::Section | ProvisionKind::Part
            ),
            _ => false,
        };
        self.law.provisions.iter().position(|provision| wanted(provision) && self.is_numbered(provision, &step.number))
    }

    /// Tells whether a provision has a number: by value, or as printed, because annexes print Roman numerals.
    fn is_numbered(&self, provision: &Provision, number: &str) -> bool {
        provision.number.as_ref().is_some_and(|own| {
            let printed = own.printed.of(self.law.doc.text());
            own.value.eq_ignore_ascii_case(number)
                || printed.split_whitespace().any(|word| word.eq_ignore_ascii_case(number))
        })
    }

    /// Follows a place as far as it leads; all of it, or nothing.
    fn by_place(&self, place: &Place) -> Option<(usize, Span)> {
        let mut at = self.first(place)?;
        for step in place.steps.iter().skip(1) {
            let provision = self.law.provisions.get(at)?;
            match step.part {
                Part::Title => return Some((at, provision.heading?)),
                Part::Introduction => return Some((at, introduction(provision)?)),
                _ => at = self.below(at, step)?,
            }
        }
        Some((at, self.law.provisions.get(at)?.span))
    }

    fn below(&self, at: usize, step: &Step) -> Option<usize> {
        let provision = self.law.provisions.get(at)?;
        let range = at + 1..provision.end;
        let kinds: &[ProvisionKind] = match step.part {
            Part::Paragraph => &[ProvisionKind::Paragraph],
            Part::Subparagraph => &[ProvisionKind::Subparagraph],
            Part::Point => &[ProvisionKind::Point, ProvisionKind::Indent, ProvisionKind::Paragraph],
            _ => return None,
        };
        let is_kind = |index: &usize| self.law.provisions.get(*index).is_some_and(|below| kinds.contains(&below.kind));
        let numbered = range
            .clone()
            .filter(is_kind)
            .find(|index| self.law.provisions.get(*index).is_some_and(|below| self.is_numbered(below, &step.number)));
        let nth = || range.clone().filter(is_kind).nth(step.number.parse::<usize>().ok()?.checked_sub(1)?);
        match step.part {
            // The one paragraph of an article is often no provision of its own.
            Part::Paragraph => numbered.or_else(nth).or((step.number == "1").then_some(at)),
            Part::Subparagraph => numbered.or_else(nth),
            _ => numbered,
        }
    }

    /// Returns where something new belongs: behind the one that its number follows, or at the end of what holds it.
    fn insertion(&self, place: &Place) -> Result<Located, String> {
        let Some((last, above)) = place.steps.split_last() else { return Err("the place is empty".to_owned()) };
        let behind = |at: usize| {
            let provision = self.law.provisions.get(at)?;
            let end = provision.span.trimmed(self.law.doc.text()).end();
            Some(Located { provision: at, span: Span::new(end, end), similarity: 1.0, by_place: true })
        };
        // `c a` follows `c`, `3 a` follows 3, and a new point that has a number of its own follows the last one.
        let stem = last.number.strip_suffix(|c: char| c.is_ascii_lowercase()).filter(|stem| !stem.is_empty());
        let siblings = stem.map(|stem| Place {
            steps: above.iter().cloned().chain([Step { part: last.part, number: stem.to_owned() }]).collect(),
            is_new: false,
        });
        let sibling = siblings.and_then(|place| self.by_place(&place)).map(|(at, _)| at);
        let parent = || {
            let place = Place { steps: above.to_vec(), is_new: false };
            self.by_place(&place).map(|(at, _)| at)
        };
        sibling.or_else(parent).and_then(behind).ok_or_else(|| self.reason(place))
    }

    /// Returns the span whose words are the most like those quoted, where they are the same but for print.
    fn by_words(&self, quoted: &str, within: impl Fn(usize) -> bool) -> Option<Located> {
        let wanted = words(quoted);
        let mut ranked: Vec<(f64, usize)> = self
            .spans
            .iter()
            .enumerate()
            .filter(|(_, (provision, ..))| within(*provision))
            .map(|(index, (_, _, words))| {
                let common = words.intersection(&wanted).count();
                (2.0 * common as f64 / (words.len() + wanted.len()).max(1) as f64, index)
            })
            .filter(|(share, _)| *share > 0.6)
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let compared = ranked.into_iter().take(COMPARED).filter_map(|(_, index)| {
            let (provision, span, _) = self.spans.get(index)?;
            let similarity = self.similarity(*span, quoted);
            Some(Located { provision: *provision, span: *span, similarity, by_place: false })
        });
        compared
            .filter(|found| found.similarity >= SAME_WORDS)
            .reduce(|best, next| if next.similarity > best.similarity { next } else { best })
    }

    fn similarity(&self, span: Span, quoted: &str) -> f64 {
        let mut keys = Keys::default();
        let (mut here, mut there): (Vec<Token>, Vec<Token>) = (Vec::new(), Vec::new());
        tokens_into(self.law.doc.text(), span, &mut keys, &mut here);
        tokens_into(quoted, Span::new(0, quoted.len()), &mut keys, &mut there);
        of_tokens(self.law.doc.text(), &here, quoted, &there).similarity
    }

    fn reason(&self, place: &Place) -> String {
        let Some(first) = place.steps.first() else { return "the place is empty".to_owned() };
        let name = match first.part {
            Part::Citation => "citation",
            Part::Recital => "recital",
            Part::Article => "article",
            Part::Annex => "annex",
            Part::Division => "division",
            _ => return "the place is not read".to_owned(),
        };
        match self.top(first) {
            None => format!("the act has no {name} {}", first.number),
            Some(_) => format!("{name} {} has no such part", first.number),
        }
    }
}

/// Returns the number and the first words of a provision that has others below it.
fn introduction(provision: &Provision) -> Option<Span> {
    let first = provision.own.first()?;
    let start = match (&provision.number, provision.heading) {
        (Some(number), None) => number.printed.start(),
        _ => first.start(),
    };
    (first.end() < provision.span.end()).then(|| Span::new(start, first.end()))
}

/// Returns the words of a text as a set.
fn words(text: &str) -> BTreeSet<u64> {
    use std::hash::{Hash, Hasher};
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .map(|word| {
            let mut hasher = rustc_hash::FxHasher::default();
            word.hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}
