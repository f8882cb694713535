//! Offices that a clause behind the name tells: `Ann Lee, who heads public policy at Acme,`, `Ann Lee, speaking for Acme,`.

use rap_doc::Span;

use super::{Names, Office};
use crate::lang::en::class;
use crate::lang::en::name::NameKind;

impl Names<'_> {
    /// Reads ", who heads public policy at Acme," and ", speaking for the Port Union,".
    pub(super) fn in_clause(self, comma: usize) -> Option<Office> {
        let words = self.words;
        if !words.mark(comma, b',') {
            return None;
        }
        let first = comma + 1;
        if words.says(first, "representing") {
            return self.body_behind(first, None, first);
        }
        let speaks =
            ["speaking", "appearing", "testifying", "acting", "writing"].iter().any(|verb| words.says(first, verb));
        if speaks && (words.says(first + 1, "for") || words.says(first + 1, "on")) {
            let behalf = words.says(first + 1, "on") && words.says(first + 2, "behalf");
            return self.body_behind(first, None, first + if behalf { 3 } else { 1 });
        }
        if !words.says(first, "who") {
            return None;
        }
        let verb = first + 1 + usize::from(words.is(first + 1, class::ADVERB));
        let copula = matches!(words.word(verb), "is" | "serves" | "acts");
        if copula {
            let as_one = usize::from(words.says(verb + 1, "as"));
            return self.role_from(verb + 1 + as_one).map(|office| Office { first, ..office });
        }
        match words.word(verb) {
            "represents" => self.body_behind(first, None, verb),
            "works" | "teaches" | "speaks" => self.body_behind(first, None, verb + 1),
            "heads" | "leads" | "runs" | "directs" | "chairs" | "manages" | "oversees" | "coordinates" => {
                let whole = self.body_behind(first, None, verb);
                whole.or_else(|| {
                    let links = |at: &usize| matches!(words.word(*at), "at" | "of" | "for");
                    let link = (verb + 1..verb + 8).take_while(|&at| !self.breaks(at)).find(links)?;
                    self.body_behind(first, Some(words.span(verb, link)), link)
                })
            }
            _ => None,
        }
    }

    /// Returns the office for the body that stands behind the word at `link`, with an article or none.
    fn body_behind(self, first: usize, role: Option<Span>, link: usize) -> Option<Office> {
        let start = link + 1 + usize::from(self.words.is(link + 1, class::DETERMINER));
        let body = self.starting(start).filter(|name| name.kind != NameKind::Person)?;
        Some(Office { first, end: body.end, role, organisation: Some(self.body(body)), plural: false })
    }
}
