//! The formulas that part an act, and what stands before its first article.

use rap_doc::Span;

use super::{Grower, Stage};
use crate::from_text::lines::{Line, ends_clause};
use crate::provision::ProvisionKind;
use crate::tree::Opening;

impl Grower<'_> {
    /// Takes the formulas that part an act: "Having regard to", "Whereas:", "HAVE ADOPTED", "Done at".
    pub(super) fn formula(&mut self, line: Span) -> bool {
        let words = line.of(self.text());
        match self.stage {
            Stage::Front if words.starts_with("Having regard to") || is_whereas(words) => {
                self.close_to_preamble();
                self.open_preamble(line);
                if is_whereas(words) {
                    self.stage = Stage::Recitals;
                    self.tree.own(line);
                } else {
                    self.open_citation(line);
                }
                true
            }
            Stage::Recitals if adopts(words) => {
                self.close_to_preamble();
                self.tree.own(line);
                self.tree.close_to(0);
                self.stage = Stage::Body;
                true
            }
            Stage::Body if !self.in_annex() && is_done_at(words) => {
                self.tree.close_to(0);
                self.lists.clear();
                self.tree.open(Opening {
                    kind: ProvisionKind::Conclusion,
                    prefix: "conclusions",
                    number: None,
                    start: line.start(),
                });
                self.tree.own(line);
                self.stage = Stage::End;
                true
            }
            _ => false,
        }
    }

    pub(super) fn open_preamble(&mut self, line: Span) {
        if self.tree.open_kinds().next() != Some(ProvisionKind::Preamble) {
            let kind = ProvisionKind::Preamble;
            self.tree.open(Opening { kind, prefix: "preamble", number: None, start: line.start() });
        }
    }

    pub(super) fn open_citation(&mut self, line: Span) {
        self.close_to_preamble();
        let kind = ProvisionKind::Citation;
        self.tree.open(Opening { kind, prefix: "cit", number: None, start: line.start() });
        self.tree.own(line);
        self.tree.close();
    }

    pub(super) fn close_to_preamble(&mut self) {
        let preamble = self.tree.open_kinds().next() == Some(ProvisionKind::Preamble);
        self.tree.close_to(usize::from(preamble));
        self.lists.clear();
    }

    pub(super) fn in_recitals(&mut self, line: &Line) {
        let words = line.span.of(self.text());
        if words.starts_with("Having regard to") {
            return self.open_citation(line.span);
        }
        if self.tree.depth() == 0 {
            return;
        }
        if line.first { self.tree.own(line.span) } else { self.tree.lengthen(line.span) }
    }

    /// Before the first provision: the title of the act is the first line, or the first that is a heading.
    pub(super) fn front(&mut self, line: &Line) {
        let bare = crate::mark::undecorated(self.text(), line.span);
        let preamble = self.tree.open_kinds().next() == Some(ProvisionKind::Preamble);
        if preamble {
            let words = line.span.of(self.text());
            let citation = words.starts_with("Having") || words.starts_with("Acting") || words.starts_with("After");
            return if citation { self.open_citation(line.span) } else { self.tree.own(line.span) };
        }
        if self.title.is_none() && bare.of(self.text()).chars().any(char::is_alphabetic) {
            self.title = Some(bare);
        }
    }
}

fn is_whereas(words: &str) -> bool {
    let squeezed = words.trim_end_matches([':', ',', ' ', '*']);
    squeezed.eq_ignore_ascii_case("whereas")
}

fn adopts(words: &str) -> bool {
    let start = words.get(..24).unwrap_or(words);
    ["HAVE ADOPTED", "HAS ADOPTED", "Have adopted", "Has adopted", "HAVE DECIDED", "HAVE AGREED"]
        .iter()
        .any(|formula| start.starts_with(formula))
}

fn is_done_at(words: &str) -> bool {
    words.starts_with("Done at ") && words.len() < 120 && !ends_clause(words.trim_end_matches('.'))
}
