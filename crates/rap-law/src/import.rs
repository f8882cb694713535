//! Which importer reads a file, told from its first bytes, and several files that are one act.

use rap_doc::{Doc, SourceId};

use crate::markup::text_of;
use crate::provision::Law;
use crate::{from_akoma_ntoso, from_clml, from_eurlex_html, from_formex, from_text, from_uslm};

/// Tells in which form an act came.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum LawFormat {
    /// Formex 4 of the Official Journal of the European Union.
    Formex,
    /// A page of EUR-Lex.
    EurlexHtml,
    /// Akoma Ntoso.
    AkomaNtoso,
    /// United States Legislative Markup.
    Uslm,
    /// Crown Legislation Markup Language.
    Clml,
    /// None of them: the text with its headings.
    Text,
}

/// How much of a file is looked at to tell its format.
const HEAD_BYTES: usize = 8192;

impl LawFormat {
    /// Returns the format of these bytes, by their first elements.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let head = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
        let (head, _) = text_of(head);
        let has = |needle: &str| head.contains(needle);
        let eurlex = has("eli-container") || has("eli-subdivision") || has("oj-doc-ti") || has("EUR-Lex");
        if has("akomaNtoso") {
            Self::AkomaNtoso
        } else if has("schemas.gpo.gov/xml/uslm") || has("xml.house.gov/schemas/uslm") {
            Self::Uslm
        } else if has("legislation.gov.uk/namespaces/legislation") {
            Self::Clml
        } else if has("formex.publications.europa.eu") || has("<BIB.INSTANCE") || has("<ENACTING.TERMS") {
            Self::Formex
        } else if eurlex && (has("<html") || has("<HTML") || has("<body") || has("<div")) {
            Self::EurlexHtml
        } else {
            Self::Text
        }
    }
}

/// Returns the act that these files hold: names with bytes, in any of the formats that this crate reads from bytes.
///
/// Several files of Formex are one act. Of several files in other formats the first is the act, because nothing says
/// how they belong together.
#[must_use]
pub fn import(files: &[(&str, &[u8])], origin: &str) -> Law {
    let formex: Vec<_> = files.iter().filter(|(_, bytes)| LawFormat::of(bytes) == LawFormat::Formex).copied().collect();
    if !formex.is_empty() {
        return from_formex(&formex, origin);
    }
    let (_, bytes) = files.first().copied().unwrap_or_default();
    match LawFormat::of(bytes) {
        LawFormat::EurlexHtml => from_eurlex_html(bytes, origin),
        LawFormat::AkomaNtoso => from_akoma_ntoso(bytes, origin),
        LawFormat::Uslm => from_uslm(bytes, origin),
        LawFormat::Clml => from_clml(bytes, origin),
        LawFormat::Formex | LawFormat::Text => {
            let (text, _) = text_of(bytes);
            from_text(Doc::of_plain_text(SourceId::of(bytes), text.into_owned()), origin)
        }
    }
}
