//! Formex 4, the format of the Official Journal of the European Union: an act is several files, the body and one for
//! each annex, and a `.doc.xml` that lists them.

use rap_doc::SourceId;

use crate::markup::{Element, Markup, Role, read_xml, text_of};
use crate::provision::{Law, ProvisionKind};

/// Returns the act that these files of Formex hold, in the order in which its list names them: names with bytes.
///
/// One file is an act too. Files that the list does not name follow in the order of their names.
#[must_use]
pub fn from_formex(files: &[(&str, &[u8])], origin: &str) -> Law {
    let mut markup = Markup::new(origin);
    let mut all = Vec::new();
    let several = files.len() > 1;
    for (name, bytes) in in_order(files) {
        let (xml, broken) = text_of(bytes);
        if several {
            markup.enter_file(name);
        }
        if broken {
            markup.find(rap_doc::Severity::Warning, "invalid-bytes", 0, "some bytes are no UTF-8".to_owned());
        }
        read_xml(&mut markup, &xml, &role);
        all.extend_from_slice(bytes);
    }
    let source = SourceId::of(&all);
    markup.finish(source)
}

/// Returns the files in the order of the act: lists first, which only name the others, then what they name.
fn in_order<'f>(files: &[(&'f str, &'f [u8])]) -> Vec<(&'f str, &'f [u8])> {
    let is_list = |name: &str| name.contains(".doc.") || name.contains(".toc.");
    let mut lists: Vec<_> = files.iter().filter(|(name, _)| is_list(name)).copied().collect();
    let mut texts: Vec<_> = files.iter().filter(|(name, _)| !is_list(name)).copied().collect();
    lists.sort_unstable();
    let listed = |name: &str| {
        let base = name.rsplit('/').next().unwrap_or(name);
        let named = lists.iter().filter(|(list, _)| list.contains(".doc.")).find_map(|(_, bytes)| {
            let text = String::from_utf8_lossy(bytes);
            text.find(&format!("\"{base}\""))
        });
        named.unwrap_or(usize::MAX)
    };
    texts.sort_by_key(|(name, _)| (listed(name), (*name).to_owned()));
    lists.into_iter().chain(texts).collect()
}

fn role(element: &Element<'_>, markup: &mut Markup<'_>) -> Role {
    use ProvisionKind as Kind;
    match element.name {
        "NO.ELI" => {
            let id = element.get("ID");
            if !id.is_empty() && markup.identifier.is_none() {
                markup.identifier = Some(id);
            }
            Role::Skip
        }
        "BIB.INSTANCE" | "BIB.DOC" | "DOC" | "PUBLICATION" | "PUBLICATION.REF" | "FMX" | "PDF" | "PAPER" => Role::Skip,
        "QUOT.START" | "QUOT.END" => {
            if let Some(c) = u32::from_str_radix(&element.get("CODE"), 16).ok().and_then(char::from_u32) {
                markup.characters(c.encode_utf8(&mut [0; 4]));
            }
            Role::Inline
        }
        "HT" if element.get("TYPE") == "UC" => Role::Upper,
        "HT" | "DATE" | "FT" | "REF.DOC" | "REF.DOC.OJ" | "REF.DOC.ECR" | "IE" | "EXPONENT" | "REF.NP.ECR" => {
            Role::Inline
        }
        "NOTE" | "GR.NOTES" => Role::Note,
        "PREAMBLE" => Role::Provision(Kind::Preamble, "preamble"),
        "VISA" => Role::Provision(Kind::Citation, "cit"),
        "CONSID" => Role::Provision(Kind::Recital, "rec"),
        "DIVISION" | "GR.SEQ" | "SUBDIV" => Role::Group,
        "ARTICLE" => Role::Provision(Kind::Article, "art"),
        "PARAG" => Role::Provision(Kind::Paragraph, "para"),
        "ITEM" => Role::Provision(Kind::Point, "point"),
        "ANNEX" => Role::Provision(Kind::Annex, "anx"),
        "FINAL" => Role::Provision(Kind::Conclusion, "conclusions"),
        "NP" if !matches!(markup.parent(), "ITEM" | "CONSID" | "TI" | "STI") => Role::Provision(Kind::Point, "point"),
        "TI.ART" | "NO.PARAG" | "NO.P" => Role::Number,
        "STI.ART" | "STI" => Role::Heading,
        "TI" if markup.names().nth(1).is_some_and(|above| above == "ACT" || above == "GENERAL") => Role::Title,
        "TI" => Role::Number,
        "CELL" => Role::Cell,
        "ROW" => Role::Row,
        "QUOT.S" => Role::Quoted,
        _ => Role::Block,
    }
}

#[cfg(test)]
mod tests;
