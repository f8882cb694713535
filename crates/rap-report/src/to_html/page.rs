//! The page around the content: head, policy, style, script.
//!
//! A page loads nothing. Its policy (CSP) allows the one style and the one script that stand in it, named by their
//! hashes, and nothing else, so that even words that got past the escaping could not run.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Returns the beginning of a page, up to and with the opening of its body.
pub(crate) fn head(title: &str, program: &str, scripted: bool) -> Markup {
    let script = if scripted { format!("script-src {}; ", hash_source(SCRIPT)) } else { String::new() };
    head_with(title, program, STYLE, &script)
}

/// Returns the beginning of a page that has a style of its own and no script.
pub(crate) fn head_styled(title: &str, program: &str, style: &str) -> Markup {
    head_with(title, program, style, "")
}

fn head_with(title: &str, program: &str, style: &str, script: &str) -> Markup {
    let policy =
        format!("default-src 'none'; style-src {}; {script}base-uri 'none'; form-action 'none'", hash_source(style));
    html! {
        (DOCTYPE)
        (PreEscaped("<html lang=\"en\">\n"))
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="referrer" content="no-referrer";
            meta name="robots" content="noindex";
            meta name="generator" content=(program);
            title { (title) }
            style { (PreEscaped(style)) }
        }
        (PreEscaped("\n<body>\n"))
        a.skip href="#main" { "Skip to the report" }
    }
}

/// Returns the end of a page.
pub(crate) fn foot(scripted: bool) -> Markup {
    html! {
        @if scripted { script { (PreEscaped(SCRIPT)) } }
        (PreEscaped("\n</body>\n</html>\n"))
    }
}

/// Returns the source expression of a policy for an inline text.
fn hash_source(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut encoded = String::new();
    for chunk in bytes.chunks(3) {
        let word = (0..3).fold(0_u32, |word, index| word << 8 | u32::from(chunk.get(index).copied().unwrap_or(0)));
        for index in 0..4_usize {
            let digit = usize::try_from(word >> (18 - 6 * index) & 63).ok().and_then(|digit| ALPHABET.get(digit));
            encoded.push(if index <= chunk.len() { digit.map_or('=', |digit| char::from(*digit)) } else { '=' });
        }
    }
    encoded
}

#[cfg(test)]
mod tests;
