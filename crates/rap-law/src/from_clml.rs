//! CLML, the Crown Legislation Markup Language of legislation.gov.uk: acts of the United Kingdom.

use rap_doc::SourceId;

use crate::markup::{Element, Markup, Role, read_xml, text_of};
use crate::provision::{Law, ProvisionKind};

/// Returns the act that a file of CLML holds.
#[must_use]
pub fn from_clml(bytes: &[u8], origin: &str) -> Law {
    let (xml, _) = text_of(bytes);
    let mut markup = Markup::new(origin);
    read_xml(&mut markup, &xml, &role);
    markup.finish(SourceId::of(bytes))
}

fn role(element: &Element<'_>, markup: &mut Markup<'_>) -> Role {
    use ProvisionKind as Kind;
    let scheduled = markup.has_open(Kind::Annex);
    match element.name {
        "Legislation" => {
            let id = element.get("IdURI");
            let id = if id.is_empty() { element.get("base") } else { id };
            if markup.identifier.is_none() && !id.is_empty() {
                markup.identifier = Some(id);
            }
            Role::Front
        }
        "Metadata" | "Resources" | "Versions" | "MarginNotes" | "InternalVersion" | "Figure" => Role::Skip,
        "Contents" | "ContentsSchedules" => Role::Furniture,
        "PrimaryPrelims" | "SecondaryPrelims" | "EUPrelims" => Role::Front,
        "Title" if markup.parent().ends_with("Prelims") => Role::Title,
        "Commentaries" | "Footnotes" => Role::Note,
        "BlockAmendment" | "BlockText" if element.name == "BlockAmendment" => Role::Quoted,
        "Group" => Role::Provision(Kind::Book, "group"),
        "Part" => Role::Provision(Kind::Part, "part"),
        "Chapter" => Role::Provision(Kind::Chapter, "chp"),
        "Pblock" | "EUSection" => Role::Provision(Kind::Section, "xhd"),
        "PsubBlock" | "EUSubsection" => Role::Provision(Kind::Subsection, "subxhd"),
        "Schedule" => Role::Provision(Kind::Annex, "sched"),
        "Appendix" => Role::Provision(Kind::Annex, "app"),
        "P1" if scheduled => Role::Provision(Kind::Paragraph, "para"),
        "P1" => Role::Provision(Kind::Article, "sec"),
        "P2" if scheduled => Role::Provision(Kind::Point, "subpara"),
        "P2" => Role::Provision(Kind::Paragraph, "subsec"),
        "P3" => Role::Provision(Kind::Point, "para"),
        "P4" => Role::Provision(Kind::Point, "subpara"),
        "P5" => Role::Provision(Kind::Point, "clause"),
        "P6" | "P7" => Role::Provision(Kind::Point, "subclause"),
        "ListItem" => Role::Provision(Kind::Point, "item"),
        "Number" | "Pnumber" if element.name == "Pnumber" || markup.parent() != "Prelims" => Role::Number,
        "Title" if markup.parent() == "P1group" => Role::HeadingAhead,
        "Title" | "Subtitle" => Role::Heading,
        "td" | "th" => Role::Cell,
        "tr" => Role::Row,
        "Emphasis" | "Strong" | "SmallCaps" | "Citation" | "CitationSubRef" | "Abbreviation" | "Term"
        | "Definition" | "InternalLink" | "ExternalLink" | "Addition" | "Repeal" | "Substitution" | "CommentaryRef"
        | "FootnoteRef" | "Superior" | "Inferior" | "Acronym" | "InlineAmendment" | "Span" | "Underline" | "Strike"
        | "Character" | "Uppercase" | "LeaderLine" => Role::Inline,
        _ => Role::Block,
    }
}

#[cfg(test)]
mod tests;
