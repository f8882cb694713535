//! Grows the tree of an act line by line.

mod formulas;
mod headings;
mod items;
mod numbers;

use rap_doc::{Doc, Finding, Place, Severity, Span};

use super::contents::is_contents_heading;
use super::lines::Line;
use super::profile::{Basis, Profile};
use crate::mark::{Division, Item, ItemStyle, Sureness, item};
use crate::number;
use crate::provision::{Number, Provision, ProvisionKind};
use crate::tree::{Opening, Tree};
use headings::{LONGEST_HEADING, looks_like_heading, split_heading};

/// Where the text is in the act.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Stage {
    /// Before anything was opened.
    Front,
    /// After "Whereas:".
    Recitals,
    /// Among the provisions.
    Body,
    /// After "Done at".
    End,
}

/// An open list: its style, the last number, how many provisions were open before its items, and what these are.
struct List {
    style: ItemStyle,
    last: String,
    depth: usize,
    kind: ProvisionKind,
    prefix: &'static str,
}

pub(super) struct Grower<'d> {
    doc: &'d Doc,
    origin: &'d str,
    profile: Profile,
    tree: Tree,
    lists: Vec<List>,
    stage: Stage,
    last_article: Option<u64>,
    title: Option<Span>,
    findings: Vec<Finding>,
}

impl<'d> Grower<'d> {
    pub(super) fn new(doc: &'d Doc, origin: &'d str, profile: Profile) -> Self {
        let stage = if profile.basis == Basis::Recital { Stage::Recitals } else { Stage::Front };
        Self {
            doc,
            origin,
            profile,
            tree: Tree::default(),
            lists: Vec::new(),
            stage,
            last_article: None,
            title: None,
            findings: Vec::new(),
        }
    }

    fn text(&self) -> &'d str {
        self.doc.text()
    }

    /// Takes one line, with all lines at hand to look ahead.
    pub(super) fn line(&mut self, lines: &[Line], index: usize, line: &Line) {
        if let Some(division) = &line.division
            && self.opens(division, line)
        {
            self.open_division(division, lines, index);
            return;
        }
        if self.formula(line.span) {
            return;
        }
        if let Some(item) = &line.item
            && (line.first || line.after_stop)
            && self.take_item(item, lines, index)
        {
            return;
        }
        if self.bare_section(lines, index, line) {
            return;
        }
        self.plain(lines, index, line);
    }

    /// Tells whether a line with the mark of a division opens it here.
    fn opens(&self, division: &Division, line: &Line) -> bool {
        let text = self.text();
        // In the middle of a paragraph a heading stands alone or after the end of a sentence.
        if !line.first && !line.after_stop && !division.rest.is_empty() {
            return false;
        }
        if division.kind == ProvisionKind::Recital {
            return self.stage != Stage::Body && division.sure == Sureness::Set;
        }
        if division.kind == ProvisionKind::Paragraph {
            return false;
        }
        if division.kind == ProvisionKind::Article && division.sure == Sureness::Tight && !line.heading {
            let number = leading(&division.value);
            let last = self.last_article.unwrap_or_default();
            let most = if line.chinese { 20 } else { 1 };
            let inserted = !division.value.bytes().all(|b| b.is_ascii_digit());
            return number.is_some_and(|n| (n > last || (inserted && n == last)) && n - last <= most);
        }
        let rest = division.rest.of(text);
        division.sure == Sureness::Set
            || line.heading
            || (rest.len() <= LONGEST_HEADING && !rest.ends_with(['.', ';', ',']))
    }

    fn open_division(&mut self, division: &Division, lines: &[Line], index: usize) {
        self.stage = Stage::Body;
        self.lists.clear();
        let (kind, prefix) = match (division.kind, self.profile.basis) {
            (ProvisionKind::Section, Basis::Section) if division.prefix == "sec" && !self.in_annex() => {
                (ProvisionKind::Article, "sec")
            }
            (kind, _) => (kind, division.prefix),
        };
        self.close_for(kind);
        let number =
            (!division.value.is_empty()).then(|| Number { printed: division.printed, value: division.value.clone() });
        if kind == ProvisionKind::Article {
            self.note_number(&division.value, division.printed);
        }
        if division.stray {
            let message = format!(
                "the heading `{}` ends in marks that belong to nothing",
                shortened(division.printed.of(self.text()))
            );
            self.find(Severity::Note, "stray-character", division.printed, message);
        }
        let unnumbered = number.is_none();
        self.tree.open(Opening { kind, prefix, number, start: division.printed.start() });
        if unnumbered {
            // `ANNEX` alone is its own number as printed; the words are kept as those of the provision.
            self.tree.heading(division.printed);
        }
        if !division.rest.is_empty() {
            self.after_number(kind, division.rest, lines, index);
        }
    }

    /// Takes what follows a division's number on its line.
    fn after_number(&mut self, kind: ProvisionKind, rest: Span, lines: &[Line], index: usize) {
        let text = self.text();
        if kind != ProvisionKind::Article {
            return self.tree.heading(rest);
        }
        if let Some((heading, body)) = split_heading(text, rest, self.profile.basis) {
            self.tree.heading(heading);
            if !body.is_empty() {
                self.rest_of_line(body);
            }
        } else if looks_like_heading(rest.of(text)) && self.text_follows(lines, index) {
            self.tree.heading(rest);
        } else {
            self.rest_of_line(rest);
        }
    }

    /// Takes words that stand on the line of a number: another number, or text.
    fn rest_of_line(&mut self, rest: Span) {
        let above = self.lists.last().map(|list| list.style);
        match item(self.text(), rest) {
            Some(found)
                if found.style != ItemStyle::Dash
                    && Some(found.style) != above
                    && !found.rest.is_empty()
                    && self.place_item(&found) =>
            {
                self.rest_of_line(found.rest);
            }
            _ => self.unnumbered(rest),
        }
    }

    /// Closes what the new division ends.
    fn close_for(&mut self, kind: ProvisionKind) {
        let rank = |kind: ProvisionKind| match kind {
            ProvisionKind::Preamble | ProvisionKind::Annex | ProvisionKind::Conclusion => 0,
            ProvisionKind::Book => 1,
            ProvisionKind::Part => 2,
            ProvisionKind::Title => 3,
            ProvisionKind::Chapter => 4,
            ProvisionKind::Section => 5,
            ProvisionKind::Subsection => 6,
            ProvisionKind::Article => 7,
            _ => 8,
        };
        let own = rank(kind);
        let depth = self.tree.open_kinds().take_while(|open| {
            let annexed = *open == ProvisionKind::Annex && own > 0;
            annexed || (rank(*open) < own && !matches!(open, ProvisionKind::Preamble | ProvisionKind::Conclusion))
        });
        let depth = depth.count();
        self.tree.close_to(depth);
    }

    fn in_annex(&self) -> bool {
        self.tree.open_kinds().next() == Some(ProvisionKind::Annex)
    }

    /// Takes a line that begins with the number of an item; returns whether the item was opened.
    fn take_item(&mut self, found: &Item, lines: &[Line], index: usize) -> bool {
        if self.stage == Stage::Recitals && matches!(found.style, ItemStyle::Bracketed | ItemStyle::Dotted) {
            self.close_to_preamble();
            self.tree.open(Opening {
                kind: ProvisionKind::Recital,
                prefix: "rec",
                number: Some(Number { printed: found.printed, value: found.value.clone() }),
                start: found.printed.start(),
            });
            self.tree.own(found.rest);
            return true;
        }
        let numbered = self.profile.basis == Basis::Number && !self.in_annex();
        if numbered && found.style == ItemStyle::Dotted && self.stage != Stage::Recitals {
            self.open_section(found, lines, index);
            return true;
        }
        if matches!(self.stage, Stage::Front | Stage::End) || !self.place_item(found) {
            return false;
        }
        if !found.rest.is_empty() {
            self.rest_of_line(found.rest);
        }
        true
    }

    fn open_section(&mut self, found: &Item, lines: &[Line], index: usize) {
        let division = Division {
            kind: ProvisionKind::Article,
            prefix: "sec",
            value: found.value.clone(),
            printed: found.printed,
            rest: found.rest,
            sure: Sureness::Set,
            stray: false,
        };
        self.open_division(&division, lines, index);
    }

    /// `5 Short title` on a line of its own, in acts whose sections are bare numbers.
    fn bare_section(&mut self, lines: &[Line], index: usize, line: &Line) -> bool {
        if self.profile.basis != Basis::Number || self.in_annex() || !line.first {
            return false;
        }
        let words = line.span.of(self.text());
        let Some((length, value)) = number::division(words).filter(|_| words.starts_with(|c: char| c.is_ascii_digit()))
        else {
            return false;
        };
        let rest = words.get(length..).unwrap_or_default();
        let title = rest.trim_start();
        let titled = rest.len() > title.len() && title.starts_with(char::is_uppercase) && looks_like_heading(title);
        let next = leading(&value) == Some(self.last_article.unwrap_or_default() + 1);
        if titled && next {
            let printed = Span::new(line.span.start(), line.span.start() + length);
            let rest = Span::new(line.span.end() - title.len(), line.span.end());
            self.open_section(&Item { style: ItemStyle::Dotted, value, printed, rest }, lines, index);
        }
        titled && next
    }

    /// Takes a line that opens nothing.
    fn plain(&mut self, lines: &[Line], index: usize, line: &Line) {
        let text = self.text();
        match self.stage {
            Stage::Front => return self.front(line),
            Stage::End => return self.tree.own(line.span),
            Stage::Recitals => return self.in_recitals(line),
            Stage::Body => {}
        }
        if self.tree.depth() == 0 {
            return;
        }
        if self.takes_heading(lines, index, line) {
            return self.tree.heading(crate::mark::undecorated(text, line.span));
        }
        let goes_on = !line.first && (!line.after_stop || !line.chinese);
        if goes_on && !self.tree.top_is_bare() {
            return self.tree.lengthen(line.span);
        }
        self.unnumbered(line.span);
    }

    /// Tells whether a plain line is the heading of the division opened last.
    fn takes_heading(&self, lines: &[Line], index: usize, line: &Line) -> bool {
        let text = self.text();
        let bare = self.tree.top_is_bare();
        let (Some(kind), true) = (self.tree.top_kind(), bare) else { return false };
        let words = line.span.of(text);
        let goes_on = self.tree.top_has_heading() && !line.first;
        match kind {
            ProvisionKind::Article => {
                (!self.tree.top_has_heading() || goes_on)
                    && !line.chinese
                    && looks_like_heading(words)
                    && self.text_follows(lines, index)
            }
            ProvisionKind::Book
            | ProvisionKind::Part
            | ProvisionKind::Title
            | ProvisionKind::Chapter
            | ProvisionKind::Section
            | ProvisionKind::Subsection => (!self.tree.top_has_heading() || goes_on) && looks_like_heading(words),
            ProvisionKind::Annex => {
                let previous = index.checked_sub(1).and_then(|before| lines.get(before));
                let after_number = previous.is_some_and(|before| before.division.is_some());
                (after_number || goes_on) && looks_like_heading(words)
            }
            _ => false,
        }
    }

    /// Tells whether text of the same division comes after this line.
    fn text_follows(&self, lines: &[Line], index: usize) -> bool {
        lines.get(index + 1).is_some_and(|next| match &next.division {
            Some(division) => !self.opens(division, next),
            None => true,
        })
    }

    fn unnumbered(&mut self, span: Span) {
        let text = self.text();
        if !self.tree.top_is_bare() || self.lists.is_empty() {
            self.close_for_text();
        }
        let chinese = self.lists.is_empty() && starts_chinese(span.of(text));
        self.tree.unnumbered(text, span, chinese);
    }

    fn find(&mut self, severity: Severity, code: &'static str, at: Span, message: String) {
        let block = self.doc.block_at(at.start()).and_then(|block| self.doc.blocks().get(block));
        let place = block.map_or(Place::Byte(at.start()), |block| Place::Path(block.origin.path.clone()));
        let hint = "compare with the printed act".to_owned();
        self.findings.push(Finding { severity, code, origin: self.origin.to_owned(), place, message, hint });
    }

    pub(super) fn finish(mut self, lines: &[Line]) -> (Vec<Provision>, Option<Span>, Vec<Finding>) {
        if self.tree.too_deep > 0 {
            let message = format!("{} provisions lie too deep in others and are kept as text", self.tree.too_deep);
            self.find(Severity::Warning, "too-deep", Span::default(), message);
        }
        let is_title = |line: &&Line| line.is_plain() && !is_contents_heading(line.span.of(self.doc.text()));
        let title = self.title.or_else(|| lines.first().filter(is_title).map(|line| line.span));
        let provisions = self.tree.finish(self.doc);
        if provisions.is_empty() {
            self.findings.push(Finding {
                severity: Severity::Warning,
                code: "no-provisions",
                origin: self.origin.to_owned(),
                place: Place::Whole,
                message: "no heading of an article, section or paragraph was found".to_owned(),
                hint: "check that the file is the text of an act".to_owned(),
            });
        }
        (provisions, title, self.findings)
    }
}

fn starts_chinese(words: &str) -> bool {
    words
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}'))
}

/// Returns the digits that a number begins with, as a value.
fn leading(value: &str) -> Option<u64> {
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    value.get(..digits)?.parse().ok()
}

fn shortened(words: &str) -> String {
    words.chars().take(60).collect()
}
