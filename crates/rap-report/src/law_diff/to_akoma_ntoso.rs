//! The comparison as amendments in Akoma Ntoso 3.0: what an amending act would have to say.
//!
//! Each row is an article of an amending act: its `mod` quotes the old and the new words, and a `textualMod` in the
//! analysis says what it does to which provision of the old act. Provisions are named by the ids of the acts.

use std::fmt::Write as _;
use std::io::{self, Write};

use rap_law::{Change, ChangeKind, Law, PieceKind};

use super::to_docx::escaped;
use super::{LawDiff, label};

/// The source of the analysis: this program.
const SOURCE: &str = "#rapporteur";

impl LawDiff<'_> {
    /// Writes the comparison as amendments.
    ///
    /// # Errors
    ///
    /// Returns the failure of the writer.
    pub fn write_akoma_ntoso(&self, out: &mut impl Write) -> io::Result<()> {
        let (mut analysis, mut body) = (String::new(), String::new());
        let changed = self.changes().filter(|change| change.kind != ChangeKind::Kept);
        for (index, change) in changed.enumerate() {
            self.amendment(index + 1, change, &mut analysis, &mut body);
        }
        write!(
            out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n\
             <act name=\"amendments\">\n<meta>\n{}<analysis source=\"{SOURCE}\">\n<activeModifications>\n{analysis}\
             </activeModifications>\n</analysis>\n<references source=\"{SOURCE}\">\n\
             <original eId=\"old\" href=\"{}\" showAs=\"{}\"/>\n<original eId=\"new\" href=\"{}\" showAs=\"{}\"/>\n\
             <TLCOrganization eId=\"rapporteur\" href=\"/ontology/organization/rapporteur\" showAs=\"Rapporteur\"/>\n\
             </references>\n</meta>\n<body>\n{body}</body>\n</act>\n</akomaNtoso>\n",
            identification(),
            escaped(self.old.identifier.as_deref().unwrap_or(self.old_name)),
            escaped(self.old_name),
            escaped(self.new.identifier.as_deref().unwrap_or(self.new_name)),
            escaped(self.new_name),
        )
    }

    fn amendment(&self, number: usize, change: &Change, analysis: &mut String, body: &mut String) {
        let id = |law: &Law, at: Option<usize>| {
            at.and_then(|at| law.provisions.get(at)).map_or(String::new(), |provision| escaped(provision.id.as_str()))
        };
        let (old, new) = (id(self.old, change.old), id(self.new, change.new));
        let kind = match change.kind {
            ChangeKind::Inserted => "insertion",
            ChangeKind::Deleted => "repeal",
            ChangeKind::Split => "split",
            ChangeKind::Merged => "join",
            ChangeKind::Renumbered => "renumbering",
            ChangeKind::Moved if !change.is_amended => "renumbering",
            _ => "substitution",
        };
        let destination = if old.is_empty() { format!("#new/{new}") } else { format!("#old/{old}") };
        let _ = write!(analysis, "<textualMod type=\"{kind}\" eId=\"tmod_{number}\"><source href=\"#mod_{number}\"/>");
        let _ = write!(analysis, "<destination href=\"{destination}\"/>");
        let _ = write!(
            body,
            "<article eId=\"art_{number}\">\n<num>{number}</num>\n<content>\n<p><mod eId=\"mod_{number}\">{}",
            escaped(&self.sentence(change))
        );
        // The standard wants the old texts before the new ones.
        let mut added = String::new();
        let mut quotes = 0;
        for (words, is_old) in self.quotes(change) {
            quotes += 1;
            let quote = format!("mod_{number}__qtext_{quotes}");
            let _ = if is_old {
                write!(analysis, "<old href=\"#{quote}\"/>")
            } else {
                write!(added, "<new href=\"#{quote}\"/>")
            };
            let says = if is_old { "delete" } else { "insert" };
            let words = escaped(&label::one_line(&words));
            let _ = write!(body, "; {says} <quotedText eId=\"{quote}\">{words}</quotedText>");
        }
        analysis.push_str(&added);
        if !new.is_empty() && !old.is_empty() && old != new {
            let _ = write!(analysis, "<new href=\"#new/{new}\"/>");
        }
        analysis.push_str("</textualMod>\n");
        body.push_str("</mod></p>\n</content>\n</article>\n");
    }

    /// Returns the words that went and came, in order, and whether they are old.
    fn quotes(&self, change: &Change) -> Vec<(String, bool)> {
        let mut quotes = Vec::new();
        for piece in &change.redline.pieces {
            match piece.kind {
                PieceKind::Deleted => quotes.push((piece.old.of(self.old.doc.text()).to_owned(), true)),
                PieceKind::Inserted => quotes.push((piece.new.of(self.new.doc.text()).to_owned(), false)),
                PieceKind::Same | PieceKind::Variant => {}
            }
        }
        quotes
    }
}

/// Returns the identification that the schema demands; the amendments are a work without a date of its own.
fn identification() -> String {
    let level = |element: &str, uri: &str| {
        format!(
            "<{element}><FRBRthis value=\"{uri}/!main\"/><FRBRuri value=\"{uri}\"/><FRBRdate date=\"0001-01-01\" \
             name=\"none\"/><FRBRauthor href=\"{SOURCE}\"/>{}</{element}>\n",
            match element {
                "FRBRWork" => "<FRBRcountry value=\"xx\"/>",
                "FRBRExpression" => "<FRBRlanguage language=\"und\"/>",
                _ => "",
            }
        )
    };
    format!(
        "<identification source=\"{SOURCE}\">\n{}{}{}</identification>\n",
        level("FRBRWork", "/akn/xx/act/amendments"),
        level("FRBRExpression", "/akn/xx/act/amendments/und@"),
        level("FRBRManifestation", "/akn/xx/act/amendments/und@.xml"),
    )
}
