//! Akoma Ntoso 3, the standard of OASIS for acts, bills and other papers of parliaments; drafts of it as well, whatever
//! their name space.
//!
//! What is no act (a debate, a judgment, a list of papers) is imported as far as it holds provisions.

use rap_doc::{Severity, SourceId};

use crate::ids::PREFIXES;
use crate::markup::{Element, Markup, Role, read_xml, text_of};
use crate::provision::{Law, ProvisionKind};

/// Returns the act that a file of Akoma Ntoso holds.
#[must_use]
pub fn from_akoma_ntoso(bytes: &[u8], origin: &str) -> Law {
    let (xml, _) = text_of(bytes);
    let mut markup = Markup::new(origin);
    // Where there are no articles, sections are the basic unit, as in acts of the common law.
    let articles = xml.contains("<article") || xml.contains(":article");
    read_xml(&mut markup, &xml, &|element, markup| role(element, markup, articles));
    markup.finish(SourceId::of(bytes))
}

fn role(element: &Element<'_>, markup: &mut Markup<'_>, articles: bool) -> Role {
    use ProvisionKind as Kind;
    match element.name {
        "judgment" | "debate" | "debateReport" | "documentCollection" | "statement" | "amendmentList"
        | "officialGazette" => {
            let message = format!("`{}` is no act; what it holds of provisions was read", element.name);
            markup.find(Severity::Warning, "no-act", element.at, message);
            Role::Front
        }
        "FRBRWork" | "FRBRExpression" | "FRBRManifestation" | "identification" | "meta" => Role::Skip,
        "FRBRuri" => {
            if markup.identifier.is_none() && !element.get("value").is_empty() {
                markup.identifier = Some(element.get("value"));
            }
            Role::Skip
        }
        "docTitle" | "shortTitle" if markup.is_within("preface") || markup.is_within("coverPage") => Role::Title,
        "note" if markup.is_within("notes") => Role::Note,
        "authorialNote" => Role::Note,
        "toc" | "header" | "coverPage" => Role::Furniture,
        "preface" => Role::Front,
        "preamble" => Role::Provision(Kind::Preamble, "preamble"),
        "attachment" | "annex" => Role::Provision(Kind::Annex, stated(element).map_or("anx", |(_, prefix)| prefix)),
        "citation" => Role::Provision(Kind::Citation, "cit"),
        "recital" => Role::Provision(Kind::Recital, "rec"),
        "conclusions" => Role::Provision(Kind::Conclusion, "conclusions"),
        "quotedStructure" | "embeddedStructure" => Role::Quoted,
        "wrapUp" | "interstitial" => Role::Closing,
        // What this program wrote between two provisions.
        "alinea" if element.get("class") == "continued" => Role::Closing,
        "num" => Role::Number,
        "heading" | "subheading" => Role::Heading,
        "td" | "th" => Role::Cell,
        "tr" => Role::Row,
        "doc" if markup.parent() == "component" => Role::Provision(Kind::Annex, "anx"),
        "hcontainer" => {
            let (kind, prefix) = stated(element).unwrap_or((Kind::Other, "hcontainer"));
            Role::Provision(kind, prefix)
        }
        "rank" | "crossHeading" => Role::Part,
        name if INLINE.contains(&name) => Role::Inline,
        // What this program wrote says what it is.
        _ if stated(element).is_some() => {
            stated(element).map_or(Role::Block, |(kind, prefix)| Role::Provision(kind, prefix))
        }
        "p" if element.get("class") == "continued" => Role::Closing,
        name => division(name, articles).map_or(Role::Block, |(kind, prefix)| Role::Provision(kind, prefix)),
    }
}

/// Returns the kind that `class` names and the abbreviation of the `eId`, where both are those that this crate writes.
fn stated(element: &Element<'_>) -> Option<(ProvisionKind, &'static str)> {
    let class = (element.attribute)("class")?;
    let kind = ProvisionKind::of_name(&class)?;
    let id = element.get("eId");
    let last = id.rsplit("__").next().unwrap_or_default();
    let prefix = last.split('_').next().unwrap_or_default();
    PREFIXES.into_iter().find(|known| *known == prefix).map(|prefix| (kind, prefix))
}

/// Returns the kind of a division and its abbreviation in ids, as the naming convention of Akoma Ntoso has them.
fn division(name: &str, articles: bool) -> Option<(ProvisionKind, &'static str)> {
    use ProvisionKind as Kind;
    Some(match name {
        "tome" => (Kind::Book, "tome"),
        "book" => (Kind::Book, "book"),
        "part" => (Kind::Part, "part"),
        "subpart" => (Kind::Title, "subpart"),
        "title" => (Kind::Title, "title"),
        "subtitle" => (Kind::Title, "subtitle"),
        "division" => (Kind::Title, "dvs"),
        "chapter" => (Kind::Chapter, "chp"),
        "subchapter" => (Kind::Chapter, "subchp"),
        "section" if articles => (Kind::Section, "sec"),
        "section" => (Kind::Article, "sec"),
        "subsection" if articles => (Kind::Subsection, "subsec"),
        "subsection" => (Kind::Paragraph, "subsec"),
        "article" | "rule" | "clauseArticle" => (Kind::Article, "art"),
        "paragraph" if articles => (Kind::Paragraph, "para"),
        "paragraph" => (Kind::Point, "para"),
        "subparagraph" if articles => (Kind::Subparagraph, "subpara"),
        "subparagraph" => (Kind::Point, "subpara"),
        "clause" => (Kind::Point, "clause"),
        "subclause" => (Kind::Point, "subclause"),
        "alinea" => (Kind::Subparagraph, "al"),
        "point" | "item" => (Kind::Point, "point"),
        "indent" => (Kind::Indent, "indent"),
        _ => return None,
    })
}

/// The elements that stand inside of a line of words.
const INLINE: [&str; 70] = [
    "b",
    "i",
    "u",
    "a",
    "span",
    "sub",
    "sup",
    "ref",
    "mref",
    "rref",
    "term",
    "def",
    "date",
    "time",
    "person",
    "organization",
    "concept",
    "object",
    "event",
    "location",
    "process",
    "role",
    "entity",
    "quantity",
    "mod",
    "rmod",
    "mmod",
    "ins",
    "del",
    "omissis",
    "placeholder",
    "fillIn",
    "abbr",
    "docType",
    "docNumber",
    "docDate",
    "docProponent",
    "docStage",
    "docStatus",
    "docIntroducer",
    "docCommittee",
    "docJurisdiction",
    "docketNumber",
    "legislature",
    "session",
    "inline",
    "noteRef",
    "eol",
    "img",
    "decoration",
    "quotedText",
    "outcome",
    "signature",
    "judge",
    "lawyer",
    "party",
    "courtType",
    "neutralCitation",
    "opinion",
    "argument",
    "shortTitle",
    "docTitle",
    "docPurpose",
    "affectedDocument",
    "relatedDocument",
    "recordedTime",
    "vote",
    "from",
    "marker",
    "remark",
];

#[cfg(test)]
mod tests;
