//! An act as Akoma Ntoso 3 (OASIS LegalDocML), so that other programs can read it.
//!
//! Ids are those of the tree. `class` says what a provision is in this program, because the standard has no word for
//! some (the paragraph of a schedule); [`crate::from_akoma_ntoso`] reads it back, so that printing what was read gives
//! the same file. White space inside of a text is one space. Notes stand in `meta`, what is part of no provision
//! in `preface`.

use std::fmt::Write;

use rap_doc::{BlockKind, Language, Span};

use crate::provision::{Law, Provision, ProvisionKind};

/// Returns the act as a file of Akoma Ntoso 3.
#[must_use]
pub fn to_akoma_ntoso(law: &Law) -> String {
    let mut out = String::with_capacity(law.doc.text().len() * 2);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str("<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n<act name=\"act\">\n");
    meta(law, &mut out);
    preface(law, &mut out);
    let mut printer = Printer { law, language: language(law), out, open: Vec::new(), part: None, list: None, lists: 0 };
    for index in 0..law.provisions.len() {
        printer.provision(index);
    }
    printer.finish()
}

fn meta(law: &Law, out: &mut String) {
    out.push_str("<meta>\n");
    identification(&uri(law), language(law), out);
    let notes = law.doc.blocks().iter().filter(|block| block.kind == BlockKind::Caption);
    let notes: Vec<String> = notes.map(|block| words(law, block.span)).collect();
    if !notes.is_empty() {
        out.push_str("<notes source=\"#rapporteur\">\n");
        for (index, note) in notes.iter().enumerate() {
            let _ = writeln!(out, "<note eId=\"note_{}\"><p>{note}</p></note>", index + 1);
        }
        out.push_str("</notes>\n");
    }
    out.push_str("</meta>\n");
}

fn uri(law: &Law) -> String {
    escaped(law.identifier.as_deref().unwrap_or("/akn/und/act"))
}

/// Prints what the standard demands to be known of a work or of a component of one.
fn identification(uri: &str, language: Language, out: &mut String) {
    let language = match language {
        Language::English => "eng",
        Language::Chinese => "zho",
        Language::Other => "und",
    };
    out.push_str("<identification source=\"#rapporteur\">\n");
    for level in ["FRBRWork", "FRBRExpression", "FRBRManifestation"] {
        // The standard demands a date; the year 1 says that none is known.
        let _ = write!(
            out,
            "<{level}><FRBRthis value=\"{uri}\"/><FRBRuri value=\"{uri}\"/><FRBRdate date=\"0001-01-01\" name=\"unknown\"/><FRBRauthor href=\"#unknown\"/>"
        );
        out.push_str(match level {
            "FRBRWork" => "<FRBRcountry value=\"und\"/>",
            "FRBRExpression" => "",
            _ => "<FRBRformat value=\"application/akn+xml\"/>",
        });
        if level == "FRBRExpression" {
            let _ = write!(out, "<FRBRlanguage language=\"{language}\"/>");
        }
        let _ = writeln!(out, "</{level}>");
    }
    out.push_str("</identification>\n");
}

/// Returns the language that most of the act's own words are in; of a text that is no act, that of the text.
fn language(law: &Law) -> Language {
    let mut weights = [(Language::English, 0), (Language::Chinese, 0), (Language::Other, 0)];
    let own = law.provisions.iter().flat_map(|provision| provision.own.iter().chain(&provision.heading).copied());
    let outside = outside(law).into_iter().filter(|_| law.provisions.is_empty());
    for span in own.chain(outside) {
        let words = words(law, span);
        let found = Language::of(&words);
        if let Some((_, weight)) = weights.iter_mut().find(|(language, _)| *language == found) {
            *weight += words.len();
        }
    }
    weights.into_iter().max_by_key(|(_, weight)| *weight).map_or(Language::Other, |(language, _)| language)
}

/// Returns the blocks that are part of no provision: titles, tables of contents, what stands between the parts.
fn outside(law: &Law) -> Vec<Span> {
    let mut tops = law.provisions.iter().filter(|provision| provision.parent.is_none()).map(|top| top.span).peekable();
    let mut found = Vec::new();
    for block in law.doc.blocks() {
        if matches!(block.kind, BlockKind::Furniture | BlockKind::Caption) {
            continue;
        }
        while tops.peek().is_some_and(|top| top.end() <= block.span.start()) {
            tops.next();
        }
        if !tops.peek().is_some_and(|top| top.overlaps(block.span)) {
            found.push(block.span);
        }
    }
    found
}

/// What stands in no provision: the title and what is around it.
fn preface(law: &Law, out: &mut String) {
    let mut lines = String::new();
    for span in outside(law) {
        let titled = law.title.is_some_and(|title| title.overlaps(span));
        let text = words(law, span);
        let _ = if titled {
            writeln!(lines, "<p><docTitle>{text}</docTitle></p>")
        } else {
            writeln!(lines, "<p>{text}</p>")
        };
    }
    if !lines.is_empty() {
        let _ = write!(out, "<preface>\n{lines}</preface>\n");
    }
}

/// The parts of an act in their order.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Part {
    Preamble,
    Body,
    Conclusions,
    Attachments,
}

impl Part {
    const fn of(kind: ProvisionKind) -> Self {
        match kind {
            ProvisionKind::Preamble => Self::Preamble,
            ProvisionKind::Conclusion => Self::Conclusions,
            ProvisionKind::Annex => Self::Attachments,
            _ => Self::Body,
        }
    }

    /// The element around provisions of this part, where they do not bring their own.
    const fn element(self) -> Option<&'static str> {
        match self {
            Self::Body => Some("body"),
            Self::Attachments => Some("attachments"),
            Self::Preamble | Self::Conclusions => None,
        }
    }
}

/// A provision whose end tag is still to come.
struct Open {
    index: usize,
    /// How many of its own texts are printed.
    printed: usize,
    /// Whether a provision below it is printed.
    has_child: bool,
}

struct Printer<'l> {
    law: &'l Law,
    language: Language,
    out: String,
    open: Vec<Open>,
    part: Option<Part>,
    /// The list of citations or of recitals that is open in the preamble, and how many there were.
    list: Option<ProvisionKind>,
    lists: usize,
}

impl Printer<'_> {
    fn provision(&mut self, index: usize) {
        let Some(provision) = self.law.provisions.get(index) else { return };
        while self.open.last().is_some_and(|open| Some(open.index) != provision.parent) {
            self.close();
        }
        self.own_before(provision.span.start());
        if provision.parent.is_none() {
            self.enter(Part::of(provision.kind));
        }
        let name = element(self.law, provision);
        let (id, class) = (escaped(provision.id.as_str()), provision.kind.name());
        self.enter_list(name, provision.kind);
        let _ = write!(self.out, "<{name} eId=\"{id}\" class=\"{class}\"");
        self.out.push_str(&if name == "hcontainer" { format!(" name=\"{class}\">") } else { ">".to_owned() });
        if let Some(number) = &provision.number {
            let _ = write!(self.out, "<num>{}</num>", words(self.law, number.printed));
        }
        if let Some(heading) = provision.heading {
            let _ = write!(self.out, "<heading>{}</heading>", words(self.law, heading));
        }
        if name == "attachment" {
            self.out.push_str("<doc name=\"annex\"><meta>\n");
            identification(&format!("{}!{id}", uri(self.law)), self.language, &mut self.out);
            self.out.push_str("</meta><mainBody>");
        }
        self.out.push('\n');
        if let Some(parent) = self.open.last_mut() {
            parent.has_child = true;
        }
        self.open.push(Open { index, printed: 0, has_child: false });
    }

    /// Opens the list that the standard puts around citations and recitals, and closes one that ends here.
    fn enter_list(&mut self, name: &str, kind: ProvisionKind) {
        let inside_of_one = self.open.iter().any(|open| {
            let kind = self.law.provisions.get(open.index).map(|provision| provision.kind);
            matches!(kind, Some(ProvisionKind::Citation | ProvisionKind::Recital))
        });
        if inside_of_one {
            return;
        }
        let list = matches!(name, "citation" | "recital").then_some(kind);
        if self.list == list {
            return;
        }
        self.leave_list();
        if list.is_some() {
            self.lists += 1;
            let _ = writeln!(self.out, "<{name}s eId=\"{name}s_{}\">", self.lists);
            self.list = list;
        }
    }

    fn leave_list(&mut self) {
        match self.list.take() {
            Some(ProvisionKind::Citation) => self.out.push_str("</citations>\n"),
            Some(_) => self.out.push_str("</recitals>\n"),
            None => {}
        }
    }

    fn enter(&mut self, part: Part) {
        if self.part == Some(part) && part.element().is_some() {
            return;
        }
        self.leave();
        if let Some(name) = part.element() {
            let _ = writeln!(self.out, "<{name}>");
        }
        self.part = Some(part);
    }

    fn leave(&mut self) {
        if let Some(name) = self.part.take().and_then(Part::element) {
            let _ = writeln!(self.out, "</{name}>");
        }
    }

    /// Prints the own texts of the open provision that stand before a byte of the text.
    fn own_before(&mut self, byte: usize) {
        let Some(open) = self.open.last_mut() else { return };
        let Some(provision) = self.law.provisions.get(open.index) else { return };
        let (from, has_child) = (open.printed, open.has_child);
        let count = provision.own.iter().skip(from).take_while(|own| own.start() < byte).count();
        open.printed += count;
        if count == 0 {
            return;
        }
        if provision.kind == ProvisionKind::Preamble {
            self.leave_list();
        }
        let (start, end) = self.wrap(provision, from, has_child, byte == usize::MAX);
        self.out.push_str(&start);
        for (place, own) in provision.own.iter().enumerate().skip(from).take(count) {
            let class = if place == 0 && !has_child { "" } else { " class=\"continued\"" };
            let _ = write!(self.out, "<p{class}>{}</p>", words(self.law, *own));
        }
        self.out.push_str(end);
        self.out.push('\n');
    }

    /// Returns the tags around own texts: before what is below the provision, after it, or between, for which the
    /// standard has no element but a provision without a number.
    fn wrap(&self, provision: &Provision, from: usize, has_child: bool, last: bool) -> (String, &'static str) {
        let (start, end) = match element(self.law, provision) {
            "preamble" | "attachment" | "conclusions" | "citation" | "recital" => ("", ""),
            _ if last && !has_child => ("<content>", "</content>"),
            _ if !has_child => ("<intro>", "</intro>"),
            _ if last => ("<wrapUp>", "</wrapUp>"),
            _ => {
                let id = escaped(provision.id.as_str());
                let start = format!("<alinea eId=\"{id}__text_{}\" class=\"continued\"><content>", from + 1);
                return (start, "</content></alinea>");
            }
        };
        (start.to_owned(), end)
    }

    fn close(&mut self) {
        self.own_before(usize::MAX);
        let Some(open) = self.open.pop() else { return };
        let Some(provision) = self.law.provisions.get(open.index) else { return };
        if provision.kind == ProvisionKind::Preamble {
            self.leave_list();
        }
        let name = element(self.law, provision);
        if name == "attachment" {
            self.out.push_str("</mainBody></doc>");
        }
        let _ = writeln!(self.out, "</{name}>");
    }

    fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.leave();
        self.out.push_str("</act>\n</akomaNtoso>\n");
        self.out
    }
}

/// Returns the element of Akoma Ntoso for a provision, by the word that its id begins with.
fn element(law: &Law, provision: &Provision) -> &'static str {
    match provision.kind {
        ProvisionKind::Preamble => return "preamble",
        ProvisionKind::Conclusion if provision.parent.is_none() => return "conclusions",
        ProvisionKind::Annex if provision.parent.is_none() => return "attachment",
        _ => {}
    }
    let in_preamble = provision
        .parent
        .and_then(|parent| law.provisions.get(parent))
        .is_some_and(|p| p.kind == ProvisionKind::Preamble);
    let id = provision.id.as_str();
    let last = id.rsplit("__").next().unwrap_or(id);
    match last.split(['_', '.']).next().unwrap_or(last) {
        "cit" if in_preamble => "citation",
        "rec" if in_preamble => "recital",
        "book" | "group" => "book",
        "tome" => "tome",
        "dvs" => "division",
        "part" => "part",
        "subpart" => "subpart",
        "title" => "title",
        "subtitle" => "subtitle",
        "chp" => "chapter",
        "subchp" => "subchapter",
        "sec" => "section",
        "subsec" => "subsection",
        "art" => "article",
        "para" => "paragraph",
        "subpara" => "subparagraph",
        "al" => "alinea",
        "point" | "item" | "subitem" => "point",
        "clause" => "clause",
        "subclause" => "subclause",
        "indent" => "indent",
        _ => "hcontainer",
    }
}

/// Returns the words at a span with white space as one space, escaped.
fn words(law: &Law, span: Span) -> String {
    let text = law.words(span).split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    escaped(&text)
}

/// Escapes what XML keeps for itself; a control character, which it cannot hold, becomes U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() && !matches!(c, '\t' | '\n' | '\u{85}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests;
