//! Items of lists: which list a number belongs to, and what ends a list.

use super::{Basis, Grower, List};
use crate::mark::{Item, ItemStyle};
use crate::number;
use crate::provision::{Number, ProvisionKind};
use crate::tree::Opening;

impl Grower<'_> {
    /// Opens an item where its style belongs; returns whether it could.
    pub(super) fn place_item(&mut self, found: &Item) -> bool {
        let Some(base) = self.base_depth() else { return false };
        let style = self.style_of(found);
        let sibling = self.lists.iter().rposition(|list| list.style == style);
        let like = sibling.and_then(|at| self.lists.get(at)).map(|list| (list.depth, list.kind, list.prefix));
        if let (Some(at), Some((depth, ..))) = (sibling, like) {
            self.lists.truncate(at);
            self.tree.close_to(depth);
        } else if self.lists.is_empty() && self.tree.depth() > base && !self.in_text_of_base(base) {
            self.tree.close_to(base);
        }
        let depth = self.tree.depth();
        let (kind, prefix) = like.map_or_else(|| self.item_kind(style), |(_, kind, prefix)| (kind, prefix));
        let numbered = style != ItemStyle::Dash;
        let number = numbered.then(|| Number { printed: found.printed, value: found.value.clone() });
        if !self.tree.open(Opening { kind, prefix, number, start: found.printed.start() }) {
            return false;
        }
        self.lists.push(List { style, last: found.value.clone(), depth, kind, prefix });
        true
    }

    /// Tells what the first item of a list is: a paragraph where it comes before any text of its article, else a point.
    pub(super) fn item_kind(&self, style: ItemStyle) -> (ProvisionKind, &'static str) {
        let first = self.tree.top_kind() == Some(ProvisionKind::Article) && self.tree.top_is_bare();
        let numbered = matches!(style, ItemStyle::Dotted | ItemStyle::Bracketed);
        if style == ItemStyle::Dash || (numbered && self.inside_chinese_item()) {
            return (ProvisionKind::Indent, "indent");
        }
        if self.profile.basis == Basis::Article || self.in_annex() {
            return if first && numbered {
                (ProvisionKind::Paragraph, "para")
            } else {
                (ProvisionKind::Point, "point")
            };
        }
        // The names that acts of the common law give to what is below a section.
        const LEVELS: [&str; 5] = ["subsec", "para", "subpara", "clause", "subclause"];
        if first {
            return (ProvisionKind::Paragraph, "subsec");
        }
        let above = self.lists.last().and_then(|list| LEVELS.iter().position(|level| *level == list.prefix));
        let level = above.map_or(1, |above| above + 1);
        (ProvisionKind::Point, LEVELS.get(level).copied().unwrap_or("item"))
    }

    pub(super) fn inside_chinese_item(&self) -> bool {
        self.lists.iter().any(|list| matches!(list.style, ItemStyle::Chinese | ItemStyle::ChineseDotted))
    }

    /// Tells an unnumbered text below the basic unit, which a list may follow.
    pub(super) fn in_text_of_base(&self, base: usize) -> bool {
        self.tree.depth() == base + 1
            && matches!(self.tree.top_kind(), Some(ProvisionKind::Paragraph | ProvisionKind::Subparagraph))
    }

    /// Returns how many provisions are open down to the basic unit, with it.
    pub(super) fn base_depth(&self) -> Option<usize> {
        let depth = self.tree.open_kinds().take_while(|kind| {
            !matches!(
                kind,
                ProvisionKind::Paragraph | ProvisionKind::Subparagraph | ProvisionKind::Point | ProvisionKind::Indent
            )
        });
        let depth = depth.count();
        (depth > 0).then_some(depth)
    }

    /// Tells letters from Roman numerals by the list that is open.
    pub(super) fn style_of(&self, found: &Item) -> ItemStyle {
        let (letter, roman) = match found.style {
            ItemStyle::Letter | ItemStyle::Roman => (ItemStyle::Letter, ItemStyle::Roman),
            ItemStyle::Capital | ItemStyle::CapitalRoman => (ItemStyle::Capital, ItemStyle::CapitalRoman),
            other => return other,
        };
        let last = |style| self.lists.iter().rev().find(|list| list.style == style).map(|list| list.last.as_str());
        let value = number::roman(&found.value);
        let next_letter = last(letter).is_some_and(|last| follows(last, &found.value));
        let next_roman = match (last(roman).and_then(number::roman), value) {
            (Some(last), Some(value)) => value > last && value <= last + 3,
            (None, Some(1)) => true,
            _ => false,
        };
        let innermost = self.lists.last().map(|list| list.style);
        match (value.is_some(), next_letter, next_roman) {
            (false, ..) => letter,
            (true, true, true) if innermost == Some(roman) => roman,
            (true, true, _) => letter,
            (true, false, true) => roman,
            (true, false, false) => found.style,
        }
    }

    /// After the items of a list an unnumbered text belongs to the paragraph or unit around the list.
    pub(super) fn close_for_text(&mut self) {
        let Some(base) = self.base_depth() else { return };
        let paragraph = self.lists.iter().position(|list| {
            let at = list.depth;
            self.tree.open_kinds().nth(at) == Some(ProvisionKind::Paragraph)
        });
        match paragraph {
            Some(at) => {
                let depth = self.lists.get(at).map_or(base, |list| list.depth);
                self.lists.truncate(at + 1);
                self.tree.close_to(depth + 1);
            }
            None => {
                self.lists.clear();
                self.tree.close_to(base);
            }
        }
    }
}

/// Tells whether letter `next` may come after letter `last` in one list: `a`, `b`; `a`, `aa`; `z`, `aa`.
fn follows(last: &str, next: &str) -> bool {
    let (Some(a), Some(b)) = (last.bytes().next(), next.bytes().next()) else { return false };
    match (last.len(), next.len()) {
        (1, 1) => b == a + 1,
        (1, _) => a == b || last == "z",
        (_, 1) => b == a + 1,
        _ => b == a || b == a + 1,
    }
}
