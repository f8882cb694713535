//! The package: paragraphs with marks of change to the parts of an Office Open XML document.

use std::fmt::Write as _;
use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// How a run of words stands to the change.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    /// In both texts.
    None,
    /// In the new text alone.
    Inserted,
    /// In the old text alone.
    Deleted,
    /// Where something moved away; the number names the move.
    MovedFrom(usize),
    /// Where something moved to.
    MovedTo(usize),
}

/// How a paragraph looks.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Title,
    Note,
    Chapter,
    Article,
    Normal,
}

/// A paragraph: its runs, and the mark of its end.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    style: Style,
    runs: Vec<(Mark, String)>,
    end: Mark,
}

impl Paragraph {
    /// Returns a paragraph that nothing changed in.
    pub(super) fn plain(style: Style, words: &str) -> Self {
        Self { style, runs: vec![(Mark::None, words.to_owned())], end: Mark::None }
    }

    /// Returns the paragraphs of runs of words, parted where their lines break.
    pub(super) fn of_runs(style: Style, runs: Vec<(Mark, String)>) -> Vec<Self> {
        let mut paragraphs = Vec::new();
        let mut open: Vec<(Mark, String)> = Vec::new();
        for (mark, words) in runs {
            let mut lines = words.split('\n').peekable();
            while let Some(line) = lines.next() {
                let line = if open.is_empty() { line.trim_start() } else { line };
                if !line.is_empty() {
                    open.push((mark, line.to_owned()));
                }
                if lines.peek().is_some() && !open.is_empty() {
                    paragraphs.push(Self { style, runs: std::mem::take(&mut open), end: mark });
                }
            }
        }
        if !open.is_empty() {
            // The end of the last line came or went with its words, where all of these did.
            let first = open.first().map_or(Mark::None, |(mark, _)| *mark);
            let end = if open.iter().all(|(mark, _)| *mark == first) { first } else { Mark::None };
            paragraphs.push(Self { style, runs: open, end });
        }
        paragraphs
    }
}

/// Writes the document of these paragraphs.
pub(super) fn write(paragraphs: &[Paragraph], out: &mut impl Write) -> io::Result<()> {
    // The date of each part is that of the beginning of the format, so that equal documents are equal files.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", RELATIONSHIPS.to_owned()),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONSHIPS.to_owned()),
        ("word/styles.xml", STYLES.to_owned()),
        ("word/document.xml", document(paragraphs)),
    ];
    for (name, words) in parts {
        archive.start_file(name, options)?;
        archive.write_all(words.as_bytes())?;
    }
    out.write_all(&archive.finish()?.into_inner())
}

fn document(paragraphs: &[Paragraph]) -> String {
    let mut xml = String::from(HEAD);
    let mut id = 0;
    for paragraph in paragraphs {
        write_paragraph(paragraph, &mut id, &mut xml);
    }
    xml.push_str(TAIL);
    xml
}

fn write_paragraph(paragraph: &Paragraph, id: &mut usize, xml: &mut String) {
    let style = match paragraph.style {
        Style::Title => "Title",
        Style::Note => "Subtitle",
        Style::Chapter => "Heading1",
        Style::Article => "Heading2",
        Style::Normal => "Normal",
    };
    let _ = write!(xml, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>");
    if let Some(element) = element(paragraph.end) {
        let _ = write!(xml, "<w:rPr><w:{element} {}/></w:rPr>", attributes(id));
    }
    xml.push_str("</w:pPr>");
    for (mark, words) in &paragraph.runs {
        let text = if *mark == Mark::Deleted { "delText" } else { "t" };
        let run = format!("<w:r><w:{text} xml:space=\"preserve\">{}</w:{text}></w:r>", escaped(words));
        let Some(element) = element(*mark) else {
            xml.push_str(&run);
            continue;
        };
        let range = match mark {
            Mark::MovedFrom(number) => Some(("moveFromRange", number)),
            Mark::MovedTo(number) => Some(("moveToRange", number)),
            _ => None,
        };
        let range_id = *id;
        if let Some((range, number)) = range {
            let _ = write!(xml, "<w:{range}Start {} w:name=\"move{number}\"/>", attributes(id));
        }
        let _ = write!(xml, "<w:{element} {}>{run}</w:{element}>", attributes(id));
        if let Some((range, _)) = range {
            let _ = write!(xml, "<w:{range}End w:id=\"{range_id}\"/>");
        }
    }
    xml.push_str("</w:p>");
}

const fn element(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::None => None,
        Mark::Inserted => Some("ins"),
        Mark::Deleted => Some("del"),
        Mark::MovedFrom(_) => Some("moveFrom"),
        Mark::MovedTo(_) => Some("moveTo"),
    }
}

fn attributes(id: &mut usize) -> String {
    let attributes = format!("w:id=\"{id}\" w:author=\"Rapporteur\"");
    *id += 1;
    attributes
}

/// Returns words as XML text; characters that XML forbids become the mark of replacement.
pub(crate) fn escaped(words: &str) -> String {
    let mut xml = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\t' | '\n' => xml.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => xml.push('\u{fffd}'),
            _ => xml.push(c),
        }
    }
    xml
}

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"#;

const RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const DOCUMENT_RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;

const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:eastAsia="SimSun" w:cs="Times New Roman"/><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:rPr><w:color w:val="595959"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:keepNext/><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style></w:styles>"#;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;

const TAIL: &str = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1304" w:bottom="1440" w:left="1304" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>"#;
