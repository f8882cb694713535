//! USLM, the markup of the statutes and bills of the United States: sections are the basic unit.

use rap_doc::SourceId;

use crate::markup::{Element, Markup, Role, read_xml, text_of};
use crate::provision::{Law, ProvisionKind};

/// Returns the act that a file of USLM 1 or 2 holds.
#[must_use]
pub fn from_uslm(bytes: &[u8], origin: &str) -> Law {
    let (xml, _) = text_of(bytes);
    let mut markup = Markup::new(origin);
    read_xml(&mut markup, &xml, &role);
    markup.finish(SourceId::of(bytes))
}

fn role(element: &Element<'_>, markup: &mut Markup<'_>) -> Role {
    use ProvisionKind as Kind;
    match element.name {
        "citableAs" if markup.identifier.is_none() => Role::Identifier,
        "meta" => Role::Meta,
        _ if markup.is_within("meta") => Role::Skip,
        "officialTitle" | "docTitle" => Role::Title,
        "toc" => Role::Furniture,
        "preface" | "endorsement" | "attestation" => Role::Front,
        "preamble" => Role::Provision(Kind::Preamble, "preamble"),
        "recital" => Role::Provision(Kind::Recital, "rec"),
        "quotedContent" => Role::Quoted,
        "footnote" | "note" | "sourceCredit" => Role::Note,
        "continuation" | "proviso" => Role::Closing,
        "num" => Role::Number,
        "heading" | "subheading" => Role::Heading,
        "td" | "th" => Role::Cell,
        "tr" => Role::Row,
        "title" if markup.is_within("main") || markup.is_within("level") => Role::Provision(Kind::Title, "title"),
        "subtitle" => Role::Provision(Kind::Title, "subtitle"),
        "division" => Role::Provision(Kind::Book, "dvs"),
        "part" => Role::Provision(Kind::Section, "part"),
        "subpart" => Role::Provision(Kind::Section, "subpart"),
        "chapter" => Role::Provision(Kind::Chapter, "chp"),
        "subchapter" => Role::Provision(Kind::Chapter, "subchp"),
        "section" | "courtRule" | "reorganizationPlan" => Role::Provision(Kind::Article, "sec"),
        "article" => Role::Provision(Kind::Article, "art"),
        "subsection" => Role::Provision(Kind::Paragraph, "subsec"),
        "paragraph" => Role::Provision(Kind::Point, "para"),
        "subparagraph" => Role::Provision(Kind::Point, "subpara"),
        "clause" => Role::Provision(Kind::Point, "clause"),
        "subclause" => Role::Provision(Kind::Point, "subclause"),
        "item" => Role::Provision(Kind::Point, "item"),
        "subitem" => Role::Provision(Kind::Point, "subitem"),
        "appropriations" | "level" => Role::Provision(Kind::Other, "level"),
        "schedule" | "appendix" => Role::Provision(Kind::Annex, "sched"),
        "signatures" => Role::Provision(Kind::Conclusion, "conclusions"),
        "inline" | "ref" | "i" | "b" | "sup" | "sub" | "em" | "strong" | "span" | "term" | "quotedText" | "date"
        | "amendingAction" | "headingText" | "shortTitle" | "entity" | "a" | "del" | "ins" | "role"
        | "organization" => Role::Inline,
        _ => Role::Block,
    }
}

#[cfg(test)]
mod tests;
