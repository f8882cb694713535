//! Gives the words of a block to the provision that they belong to.

use rap_doc::Span;

use super::{BETWEEN_BLOCKS, Frame, Markup, NEAREST, Role};
use crate::mark;
use crate::provision::{Number, ProvisionKind};
use crate::tree::Opening;

impl Markup<'_> {
    pub(super) fn give(&mut self, role: Role, span: Span) {
        match role {
            // A title is as long as its lines follow each other.
            Role::Title => {
                let goes_on = self.title.filter(|title| title.end() + BETWEEN_BLOCKS >= span.start());
                self.title = Some(goes_on.map_or(self.title.unwrap_or(span), |title| title.hull(span)));
            }
            Role::Number => self.number(span),
            Role::Heading => {
                self.tree.close_to(self.base());
                self.tree.heading(span);
            }
            Role::HeadingAhead => {
                self.heading_ahead = Some(self.heading_ahead.map_or(span, |before| before.hull(span)));
            }
            Role::Part => self.part(span),
            Role::Cell => self.cell(span),
            Role::Numbered => self.numbered(span),
            Role::Text => self.text(span),
            Role::Closing => {
                self.tree.close_to(self.base());
                self.tree.own(span);
            }
            _ => {}
        }
    }

    /// Returns the innermost element that opened a provision.
    pub(super) fn around(&self) -> Option<&Frame> {
        self.around_index().and_then(|index| self.frames.get(index))
    }

    pub(super) fn around_mut(&mut self) -> Option<&mut Frame> {
        self.around_index().and_then(|index| self.frames.get_mut(index))
    }

    pub(super) fn around_index(&self) -> Option<usize> {
        let last = self.frames.last()?;
        if last.opened { self.frames.len().checked_sub(1) } else { last.around }
    }

    /// Returns how many provisions are open around the words that are read, without those that words opened.
    pub(super) fn base(&self) -> usize {
        let around = self.around();
        let parts = usize::from(around.is_some_and(|frame| frame.part));
        around.map_or(0, |frame| (frame.depth + 1 + parts).min(self.tree.depth()))
    }

    /// Opens a division that its heading alone marks, and that lasts until the next of its kind or the end of what it
    /// is a part of. A second heading without a number of its own goes on with the first.
    pub(super) fn part(&mut self, span: Span) {
        let text = self.sheet.text();
        let numbered = mark::division(text, span).is_some() || mark::item(text, span).is_some();
        let unnamed = self.tree.top_is_bare() && !self.tree.top_has_heading();
        let Some(around) = self.around_mut() else { return };
        if around.part && !numbered && unnamed {
            return self.tree.heading(span);
        }
        around.part = true;
        let depth = around.depth + 1;
        self.tree.close_to(depth);
        self.tree.open(Opening { kind: ProvisionKind::Section, prefix: "sec", number: None, start: span.start() });
        self.number(span);
    }

    /// Returns the number of the article that is open.
    pub(crate) fn open_article(&self) -> Option<&str> {
        self.tree.open_number(ProvisionKind::Article)
    }

    /// Tells whether a provision of this kind is open.
    pub(crate) fn has_open(&self, kind: ProvisionKind) -> bool {
        self.tree.open_kinds().any(|open| open == kind)
    }

    /// Returns what the provision opened last is.
    pub(crate) fn top_kind(&self) -> Option<ProvisionKind> {
        self.tree.top_kind()
    }

    pub(super) fn cell(&mut self, span: Span) {
        let near = self.frames.len().saturating_sub(NEAREST);
        let rows = self.frames.iter().enumerate().skip(near).rev();
        let row = rows.into_iter().find(|(_, frame)| frame.role == Role::Row).map(|(index, _)| index);
        let (filled, of_item) = match row.and_then(|row| self.frames.get_mut(row)) {
            Some(frame) => (std::mem::replace(&mut frame.filled, true), frame.item),
            None => return self.text(span),
        };
        let item = mark::item(self.sheet.text(), span).filter(|item| !filled && item.rest.is_empty());
        if let Some(item) = item {
            let opened = self.open_row(&item);
            if let Some(frame) = row.and_then(|row| self.frames.get_mut(row)) {
                frame.item = true;
                frame.opened = opened;
            }
        } else if of_item {
            self.text(span);
        } else {
            self.take_heading_ahead();
            self.tree.close_to(self.base());
            self.tree.own(span);
        }
    }

    /// Opens the point whose number is the first cell of a row; a recital without a number takes it for itself.
    pub(super) fn open_row(&mut self, item: &mark::Item) -> bool {
        self.tree.close_to(self.base().max(self.tree.depth().min(self.text_depth())));
        let number = Number { printed: item.printed, value: item.value.clone() };
        if self.tree.top_kind() == Some(ProvisionKind::Recital)
            && self.tree.top_is_bare()
            && !self.tree.top_has_number()
        {
            self.tree.number(number);
            return false;
        }
        let dash = item.style == mark::ItemStyle::Dash;
        let (kind, prefix) = if dash { (ProvisionKind::Indent, "indent") } else { (ProvisionKind::Point, "point") };
        let number = (!dash).then_some(number);
        self.tree.open(Opening { kind, prefix, number, start: item.printed.start() })
    }

    /// Returns how many provisions are open with the text that a list follows.
    pub(super) fn text_depth(&self) -> usize {
        let base = self.base();
        let text = self.tree.open_kinds().nth(base);
        base + usize::from(matches!(text, Some(ProvisionKind::Paragraph | ProvisionKind::Subparagraph)))
    }

    pub(super) fn numbered(&mut self, span: Span) {
        if !self.tree.top_has_number()
            && self.tree.top_is_bare()
            && let Some(item) = mark::item(self.sheet.text(), span)
        {
            self.tree.number(Number { printed: item.printed, value: item.value });
            return self.tree.own(item.rest);
        }
        self.tree.close_to(self.base());
        let in_annex = matches!(self.tree.top_kind(), Some(ProvisionKind::Annex | ProvisionKind::Section));
        match mark::item(self.sheet.text(), span) {
            Some(item) if in_annex && !item.rest.is_empty() && item.style != mark::ItemStyle::Dash => {
                let start = item.printed.start();
                let number = Some(Number { printed: item.printed, value: item.value });
                self.tree.open(Opening { kind: ProvisionKind::Point, prefix: "point", number, start });
                self.tree.own(item.rest);
            }
            _ => self.text(span),
        }
    }

    pub(super) fn text(&mut self, span: Span) {
        self.tree.close_to(self.base());
        self.take_heading_ahead();
        if self.is_quoted() {
            return self.tree.own(span);
        }
        self.tree.unnumbered(self.sheet.text(), span, false);
    }

    pub(super) fn is_quoted(&self) -> bool {
        self.frames.last().is_some_and(|frame| frame.quoted || frame.role == Role::Quoted)
    }

    pub(super) fn take_heading_ahead(&mut self) {
        if let Some(heading) = self.heading_ahead.take() {
            self.tree.heading(heading);
        }
    }

    /// Gives the provision around its number, its heading too where that follows on the line.
    pub(super) fn number(&mut self, span: Span) {
        self.tree.close_to(self.base());
        if self.tree.top_has_number() || self.tree.depth() == 0 {
            return self.tree.heading(span);
        }
        let text = self.sheet.text();
        let around = self.around();
        let group = around.is_some_and(|frame| frame.role == Role::Group || frame.part);
        if let Some(division) = mark::division(text, span) {
            if group {
                self.tree.rename(division.kind, division.prefix);
            }
            if division.value.is_empty() {
                self.tree.heading(division.printed);
            } else {
                self.tree.number(Number { printed: division.printed, value: division.value });
            }
            if !division.rest.is_empty() {
                self.tree.heading(division.rest);
            }
        } else if let Some(item) = mark::item(text, span) {
            if item.style == mark::ItemStyle::Dash {
                self.tree.rename(ProvisionKind::Indent, "indent");
            } else {
                if group {
                    self.tree.rename(ProvisionKind::Point, "point");
                }
                let printed = if item.rest.is_empty() { span } else { item.printed };
                self.tree.number(Number { printed, value: item.value });
                if !item.rest.is_empty() {
                    self.tree.heading(item.rest);
                }
            }
        } else if group {
            self.tree.heading(span);
        } else {
            let value = plain_value(span.of(text));
            if !value.is_empty() {
                self.tree.number(Number { printed: span, value });
            }
        }
        self.take_heading_ahead();
    }
}

/// Returns the letters and digits of a number that no rule reads.
fn plain_value(printed: &str) -> String {
    let kept: String = printed.chars().filter(|c| c.is_alphanumeric() || *c == '-').take(40).collect();
    match crate::number::division(&kept) {
        Some((length, value)) if length == kept.len() => value,
        _ => kept,
    }
}
