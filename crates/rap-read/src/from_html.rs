//! HTML: the words as a browser shows them, traced by element; what is not the article is furniture, in place.
//!
//! A tokenizer after the standard (html5gum) does the syntax. The tree is ours and made for reading: one pass, each
//! element with its parent, each run of words with its element. A tree builder after the standard was tried and
//! left out: it reopens formatting elements and searches its stack at every tag, which hostile pages turn into the
//! square of their length; this one is linear, whatever the page. Scripts, styles, templates and forms' options are
//! never text.

mod article;
mod element;
mod furniture;
mod metadata;
mod page;

use encoding_rs::Encoding;
use memchr::memmem;
use rap_doc::{BlockKind, Origin, plain_blocks};

use crate::compose::Composer;
use crate::dateline::dateline;
use crate::decode::decode;
use crate::reading::Draft;
use page::{Page, Piece};

pub(crate) fn draft(bytes: &[u8]) -> Draft {
    let decoded = decode(bytes, declared_encoding(bytes));
    let page = Page::of(&decoded.text);
    let composer = compose(&page, &article::furniture_of(&page));
    let title = metadata::title(&page, &composer);
    let date = metadata::date(&page).or_else(|| dateline(&composer.text, &composer.blocks));
    let author = metadata::author(&page);
    let Composer { text, blocks } = composer;
    Draft { text, blocks, title, date, author, findings: decoded.findings, ..Draft::default() }
}

/// Returns the blocks of a fragment of HTML inside of another format, each with its kind; all of it is the article.
pub(crate) fn fragment(html: &str) -> Vec<(BlockKind, String)> {
    let page = Page::of(html);
    page.pieces.iter().map(|piece| (piece.kind, piece.words.clone())).collect()
}

/// Adds the body of a mail: all of it is the message; what mail programs mark as quoted is a quote.
pub(crate) fn add_message(composer: &mut Composer, html: &str) {
    let page = Page::of(html);
    for piece in &page.pieces {
        let path = format!("body {}", page.path(piece.element));
        composer.add(piece.kind, &piece.words, Origin { page: None, path });
    }
}

/// Writes the pieces of a page down in order; those that are furniture are marked so.
fn compose(page: &Page, furniture: &[bool]) -> Composer {
    let mut composer = Composer::default();
    for (piece, is_furniture) in page.pieces.iter().zip(furniture) {
        let kind = if *is_furniture { BlockKind::Furniture } else { piece.kind };
        let path = page.path(piece.element);
        if piece.preformatted && !is_furniture {
            add_preformatted(&mut composer, piece, &path);
        } else {
            composer.add(kind, &piece.words, Origin { page: None, path });
        }
    }
    composer
}

/// Adds text whose lines are kept as they are (`pre`): a plain text inside of the page, with paragraphs of its own.
fn add_preformatted(composer: &mut Composer, piece: &Piece, path: &str) {
    for block in plain_blocks(&piece.words) {
        let origin = Origin { page: None, path: format!("{path} {}", block.origin.path) };
        composer.add(block.kind, block.span.of(&piece.words), origin);
    }
}

/// Returns the encoding that a page names in its first kilobyte, as the standard demands of it.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let lower = head.to_ascii_lowercase();
    let at = memmem::find(&lower, b"charset=").map(|at| at + "charset=".len());
    let at = at.or_else(|| memmem::find(&lower, b"encoding=").map(|at| at + "encoding=".len()))?;
    let rest = lower.get(at..)?;
    let quoted = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
    let end = quoted.iter().position(|byte| matches!(byte, b'"' | b'\'' | b' ' | b'>' | b';' | b'/' | b'?'));
    Encoding::for_label(quoted.get(..end?)?)
}

#[cfg(test)]
mod tests;
