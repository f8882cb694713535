//! Saved pages of EUR-Lex: the divisions by the ids of the European Legislation Identifier, points by their tables.
//!
//! The same act gives the same tree here as from Formex; only white space differs.

use html5gum::{Token, Tokenizer};
use rap_doc::SourceId;

use crate::markup::{Element, Markup, Role, text_of};
use crate::provision::{Law, ProvisionKind};

/// Elements that have no end tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Returns the act that a saved page of EUR-Lex holds.
#[must_use]
pub fn from_eurlex_html(bytes: &[u8], origin: &str) -> Law {
    let (html, _) = text_of(bytes);
    let mut markup = Markup::new(origin);
    for Ok(token) in Tokenizer::new(html.as_ref()) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                let attribute = |wanted: &str| {
                    let value = tag.attributes.get(wanted.as_bytes())?;
                    Some(String::from_utf8_lossy(value).into_owned())
                };
                let at = 0;
                let element = Element { name: &name, at, attribute: &attribute };
                if name == "br" {
                    markup.characters(" ");
                } else if !VOID.contains(&name.as_ref()) {
                    let role = role(&element, &mut markup);
                    markup.start(&element, role);
                    if tag.self_closing {
                        markup.end(&name, at);
                    }
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name);
                if !VOID.contains(&name.as_ref()) {
                    markup.end(&name, 0);
                }
            }
            Token::String(text) => markup.characters(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    markup.end_of_file(html.len());
    markup.finish(SourceId::of(bytes))
}

fn role(element: &Element<'_>, markup: &mut Markup<'_>) -> Role {
    let class = element.get("class");
    let has = |wanted: &str| class.split_ascii_whitespace().any(|name| name == wanted);
    match element.name {
        "head" | "script" | "style" | "title" | "noscript" | "button" => Role::Skip,
        "nav" | "header" | "footer" => Role::Furniture,
        "tr" => Role::Row,
        "td" | "th" => Role::Cell,
        "div" => division(&element.get("id"), &class, markup),
        "p" => paragraph(&class, markup),
        // The mark of a note; the note itself stands at the end of the page.
        "a" if element.get("id").starts_with("ntc") => {
            markup.trim_words();
            Role::Skip
        }
        "a" | "span" | "i" | "b" | "em" | "strong" | "sup" | "sub" | "u" | "font" => Role::Inline,
        _ if has("toc-sidebar") => Role::Furniture,
        _ => Role::Block,
    }
}

fn division(id: &str, class: &str, markup: &Markup<'_>) -> Role {
    use ProvisionKind as Kind;
    if class.contains("toc") || class.contains("sidebar") || class.contains("col-md-3") {
        return Role::Furniture;
    }
    if class.contains("eli-main-title") {
        return Role::Title;
    }
    if class.contains("final") {
        return conclusion(markup);
    }
    if class.contains("quotation") {
        return Role::Quoted;
    }
    if class.contains("enumeration-spacing") {
        return Role::Row;
    }
    let (head, rest) = id.split_once('_').unwrap_or((id, ""));
    match head {
        _ if rest.contains(".tit") => Role::Heading,
        "pbl" => Role::Provision(Kind::Preamble, "preamble"),
        "cit" => Role::Provision(Kind::Citation, "cit"),
        "rct" => Role::Provision(Kind::Recital, "rec"),
        "art" => Role::Provision(Kind::Article, "art"),
        "anx" => Role::Provision(Kind::Annex, "anx"),
        "fnp" => conclusion(markup),
        "cpt" | "tis" | "prt" | "sct" | "sbs" => Role::Group,
        // A paragraph of another article is one that this article inserts into another act.
        _ if is_paragraph_id(id) && !is_of_article(id, markup.open_article()) => Role::Quoted,
        _ if is_paragraph_id(id) => Role::Provision(Kind::Paragraph, "para"),
        _ => Role::Block,
    }
}

fn conclusion(markup: &Markup<'_>) -> Role {
    if markup.top_kind() == Some(ProvisionKind::Conclusion) {
        return Role::Block;
    }
    Role::Provision(ProvisionKind::Conclusion, "conclusions")
}

fn is_of_article(id: &str, article: Option<&str>) -> bool {
    let digits = id.get(..3).map(|digits| digits.trim_start_matches('0'));
    let number = article.map(|number| number.trim_end_matches(|c: char| c.is_ascii_alphabetic()));
    digits == number
}

/// `005.001`: article and paragraph.
fn is_paragraph_id(id: &str) -> bool {
    id.len() == 7 && id.bytes().enumerate().all(|(at, b)| if at == 3 { b == b'.' } else { b.is_ascii_digit() })
}

fn paragraph(class: &str, markup: &Markup<'_>) -> Role {
    let has = |wanted: &str| class.split_ascii_whitespace().any(|name| name.trim_start_matches("oj-") == wanted);
    if markup.parent_role() == Role::Row {
        Role::Cell
    } else if has("ti-art") || has("ti-section-1") {
        Role::Number
    } else if has("sti-art") || has("ti-section-2") {
        Role::Heading
    } else if has("ti-grseq-1") {
        Role::Part
    } else if has("doc-ti") && markup.top_kind() == Some(ProvisionKind::Annex) {
        Role::Number
    } else if has("note") {
        Role::Note
    } else if class.contains("oj-hd") || has("doc-sep") {
        Role::Furniture
    } else if has("normal") && !markup.is_within("td") && markup.parent() == "div" {
        Role::Numbered
    } else {
        Role::Block
    }
}

#[cfg(test)]
mod tests;
