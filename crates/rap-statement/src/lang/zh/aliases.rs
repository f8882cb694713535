//! Aliases: short forms that the text itself defines, 某某研究院（以下简称“某院”）.

use std::ops::Range;

use super::class::Class;
use super::phrase::{Phrase, Sort};
use super::token::Token;
use super::window::Window;

/// Words that open the bracket, the longest first.
const OPENERS: [&str; 8] = ["以下统称", "以下简称", "以下称", "下简称", "下称", "简称", "又称", "后称"];

/// Tells whether tokens behind an opening bracket define a short form.
pub(super) fn opens_alias(text: &str, inside: &[Token]) -> bool {
    let words = inside.first().and_then(|token| text.get(token.start as usize..)).unwrap_or_default();
    OPENERS.iter().any(|opener| words.starts_with(opener))
}

/// Puts the phrases, by index, that the text gives a short form to, with its tokens, into `aliases`. The short form is
/// that of the body of the phrase, where it has one.
pub(super) fn find_aliases(window: &Window<'_>, aliases: &mut Vec<(usize, Range<usize>)>) {
    aliases.clear();
    let named = |phrase: &Phrase| phrase.body.is_some() || matches!(phrase.sort, Sort::Body(_) | Sort::Person);
    for (index, phrase) in window.phrases.iter().enumerate().filter(|(_, phrase)| named(phrase)) {
        // The bracket stands behind the name, or inside of a phrase that goes on behind it.
        let name = phrase.body.as_ref().map_or(&phrase.name, |(body, _)| body);
        let brackets = name.start..(phrase.tokens.end + 1).min(window.tokens.len());
        for at in brackets.filter(|at| window.is(*at, Class::OPEN_PAREN)) {
            let inside = window.tokens.get(at + 1..).unwrap_or_default();
            if opens_alias(window.text, inside) {
                aliases.extend(short_form(window, at).map(|form| (index, form)));
            }
        }
    }
}

/// Returns the tokens of the short form in the bracket that opens at `at`: what is quoted, or what follows the opener.
fn short_form(window: &Window<'_>, at: usize) -> Option<Range<usize>> {
    let close = window.token(at)?.partner as usize;
    let quote = (at + 1..close).find(|quote| window.is(*quote, Class::OPEN_QUOTE));
    let form = match quote {
        Some(open) => open + 1..window.token(open)?.partner as usize,
        None => {
            let opens = |next: &usize| OPENERS.iter().any(|opener| opener.contains(window.words(*next)));
            (at + 1..close).find(|next| !opens(next))?..close
        }
    };
    (form.start < form.end && form.end <= close).then_some(form)
}
