//! Styles: what a paragraph is to the eye, by the name and outline level of its style.

use std::collections::HashMap;

use rap_doc::BlockKind;

use super::body::Paragraph;
use super::xml::{Mark, walk};

/// How far a style is followed to those it is based on; Word allows no more than eleven.
const DEEPEST: usize = 12;

/// A heading set in bold instead of by style is a line, not a paragraph.
const BOLD_HEADING_BYTES: usize = 150;

#[derive(Default)]
struct Style {
    /// The built-in name in English, lower case, whatever the language of the program.
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    number: Option<(String, u8)>,
}

#[derive(Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
}

impl Styles {
    pub(super) fn of(xml: &str) -> Self {
        let mut styles = Self::default();
        let mut open: Option<(String, Style)> = None;
        walk(xml, |mark| match mark {
            Mark::Open("style", tag) => open = tag.get("styleId").map(|id| (id, Style::default())),
            Mark::Open(name, tag) => {
                if let (Some((_, style)), Some(value)) = (&mut open, tag.get("val")) {
                    style.set(name, value);
                }
            }
            Mark::Close("style") => styles.by_id.extend(open.take()),
            _ => {}
        });
        styles
    }

    /// Returns what a paragraph is to the eye.
    pub(super) fn kind(&self, paragraph: &Paragraph) -> BlockKind {
        let chain = || self.chain(paragraph.style.as_deref());
        let name = chain().next().map_or("", |style| style.name.as_str());
        let outline = paragraph.outline.or_else(|| chain().find_map(|style| style.outline)).filter(|level| *level < 9);
        if paragraph.cell.is_some() {
            BlockKind::TableCell
        } else if name.starts_with("toc ") || name == "table of figures" {
            BlockKind::Furniture
        } else if let Some(level) = outline {
            BlockKind::Heading(level + 1)
        } else if let Some(kind) = chain().find_map(|style| kind_of_name(&style.name)) {
            kind
        } else if self.number(paragraph).is_some() || name.starts_with("list bullet") || name.starts_with("list number")
        {
            BlockKind::ListItem
        } else if paragraph.is_bold() && looks_like_heading(&paragraph.text) {
            BlockKind::Heading(2)
        } else {
            BlockKind::Paragraph
        }
    }

    /// Returns the list a paragraph is numbered by, and its level there, by itself or by its style.
    pub(super) fn number(&self, paragraph: &Paragraph) -> Option<(String, u8)> {
        let of_style = || self.chain(paragraph.style.as_deref()).find_map(|style| style.number.clone());
        // A paragraph may name the list alone, the level coming from its style, or turn numbering off with list 0.
        let number = paragraph.list.clone().map(|list| (list, paragraph.level.unwrap_or(0))).or_else(of_style);
        number.filter(|(list, _)| !list.is_empty() && list != "0")
    }

    fn chain(&self, style: Option<&str>) -> impl Iterator<Item = &Style> {
        let first = style.and_then(|id| self.by_id.get(id));
        std::iter::successors(first, |style| self.by_id.get(style.based_on.as_deref()?)).take(DEEPEST)
    }
}

impl Style {
    fn set(&mut self, property: &str, value: String) {
        match property {
            "name" => self.name = value.to_lowercase(),
            "basedOn" => self.based_on = Some(value),
            "outlineLvl" => self.outline = value.parse().ok(),
            "numId" => self.number = Some((value, self.number.as_ref().map_or(0, |(_, level)| *level))),
            "ilvl" => {
                let list = self.number.take().map(|(list, _)| list).unwrap_or_default();
                self.number = Some((list, value.parse().unwrap_or(0)));
            }
            _ => {}
        }
    }
}

fn kind_of_name(name: &str) -> Option<BlockKind> {
    if let Some(level) = name.strip_prefix("heading ").and_then(|level| level.parse().ok()) {
        return Some(BlockKind::Heading(level));
    }
    match name {
        "title" => Some(BlockKind::Heading(1)),
        "subtitle" => Some(BlockKind::Heading(2)),
        "quote" | "intense quote" | "block text" => Some(BlockKind::Quote),
        "caption" | "footnote text" | "endnote text" => Some(BlockKind::Caption),
        "header" | "footer" => Some(BlockKind::Furniture),
        _ => None,
    }
}

fn looks_like_heading(words: &str) -> bool {
    let words = words.trim();
    words.len() <= BOLD_HEADING_BYTES
        && !words.contains('\n')
        && words.chars().any(char::is_alphabetic)
        && !words.ends_with(['.', '!', '?', ':', ';', ',', '。', '！', '？', '：', '；', '，'])
}
