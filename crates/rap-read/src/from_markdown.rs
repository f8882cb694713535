//! Markdown (CommonMark, tables, footnotes, front matter): the words without their marks, traced by line.
//!
//! The text is the rendered one, so that quotes read as a person would read them aloud: no asterisks, no addresses of
//! links. Numbers of ordered lists are words of the paper and stay. Struck-out text is not interpreted: its tildes
//! stay visible, because dropping what they hold, or quoting it as said, would both be wrong.

mod nesting;
mod writer;

use pulldown_cmark::{Options, Parser};
use rap_doc::{Finding, Place, Severity};

use crate::dateline::{dateline, find_date};
use crate::decode::decode;
use crate::reading::{Draft, finding};
use crate::{compose, from_txt};
use writer::Writer;

pub(crate) fn draft(bytes: &[u8]) -> Draft {
    let decoded = decode(bytes, None);
    let source = decoded.text.as_ref();
    if let Some(line) = nesting::too_deep(source) {
        let mut draft = from_txt::draft(bytes);
        draft.findings.push(too_nested(line));
        return draft;
    }
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut writer = Writer::new(source);
    for (event, range) in Parser::new_ext(source, options).into_offset_iter() {
        writer.event(event, range.start);
    }
    let (text, blocks, front) = writer.finish();
    let named = |key: &str| front.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone());
    let title = named("title").or_else(|| compose::first_heading(&text, &blocks));
    let date = named("date").and_then(|value| find_date(&value)).map(|(date, _)| date);
    let date = date.or_else(|| dateline(&text, &blocks));
    Draft { title, date, author: named("author"), text, blocks, findings: decoded.findings, ..Draft::default() }
}

fn too_nested(line: usize) -> Finding {
    let message = "lists or quotations lie in one another too deep; read as plain text";
    finding(Severity::Warning, "markdown-too-nested", Place::Line(line), message, "")
}

#[cfg(test)]
mod tests;
