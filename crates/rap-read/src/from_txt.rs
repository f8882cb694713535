//! Plain text: every decoded character is the text; blocks as the lines tell.

use rap_doc::plain_blocks;

use crate::compose::first_heading;
use crate::dateline::dateline;
use crate::decode::decode;
use crate::reading::Draft;

pub(crate) fn draft(bytes: &[u8]) -> Draft {
    let decoded = decode(bytes, None);
    let text = decoded.text.into_owned();
    let blocks = plain_blocks(&text);
    let title = first_heading(&text, &blocks);
    let date = dateline(&text, &blocks);
    Draft { text, blocks, title, date, findings: decoded.findings, ..Draft::default() }
}

#[cfg(test)]
mod tests;
