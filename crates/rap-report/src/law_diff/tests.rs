use std::io::{Cursor, Read};

use rap_doc::{Doc, SourceId};
use rap_law::{CompareOptions, Comparison, Law, Level, compare, from_text};

use super::{Agreement, DiffScope, LawDiff};

const OLD: &str = "\
Title I Lamps

Article 1
Trimming
Lamps on the pier are trimmed at dusk by the warden of the quarter.

Article 2
Numbers
Boats without a painted number do not leave the inner basin.

Title II Nets

Article 3
Meshes
Nets with meshes narrower than a thumb are not cast between March and June.

Article 4
Oil
Whale oil is not burned in lanterns of the first class.
";

const NEW: &str = "\
Chapter I Lamps and nets

Article 1
Narrow meshes
Nets with meshes narrower than two thumbs are not cast between March and June.

Article 2
Trimming
Lamps on the pier and on the mole are trimmed at dusk by the warden of the quarter.

Article 3
Numbers
Boats without a painted number do not leave the inner basin.

Article 4
Fog
Where fog hides the coast for an hour, towers sound three blasts of the horn.
";

fn law(text: &str) -> Law {
    from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned()), "test")
}

fn shown<T>(old: &str, new: &str, show: impl Fn(&LawDiff<'_>) -> T) -> T {
    let (old, new) = (law(old), law(new));
    let comparison: Comparison = compare(&old, &new, CompareOptions { level: Level::Article });
    show(&LawDiff {
        old: &old,
        new: &new,
        old_name: "Old <act>",
        new_name: "New & act",
        comparison: &comparison,
        scope: DiffScope::Provisions,
    })
}

fn bytes(old: &str, new: &str, write: impl Fn(&LawDiff<'_>, &mut Vec<u8>)) -> Vec<u8> {
    shown(old, new, |diff| {
        let mut bytes = Vec::new();
        write(diff, &mut bytes);
        bytes
    })
}

/// Returns the letters and digits of a document once its changes are all accepted or all rejected.
fn decided(docx: &[u8], accepted: bool) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let gone: &[&str] = if accepted { &["del", "moveFrom"] } else { &["ins", "moveTo"] };
    // The title and the summary are the first two paragraphs.
    let mut xml: String = xml.split("</w:p>").skip(2).collect();
    for element in gone {
        let (open, close) = (format!("<w:{element} "), format!("</w:{element}>"));
        while let Some((before, rest)) = xml.split_once(&open) {
            // The mark of the end of a paragraph is an element without content.
            let (tag, behind) = rest.split_once('>').unwrap();
            let behind = if tag.ends_with('/') { behind } else { behind.split_once(&close).unwrap().1 };
            xml = format!("{before}{behind}");
        }
    }
    let mut words = String::new();
    for piece in xml.split('<') {
        if let Some((tag, text)) = piece.split_once('>')
            && (tag.starts_with("w:t ") || tag.starts_with("w:delText"))
        {
            words.push_str(text);
        }
    }
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn a_document_accepted_is_the_new_act_and_rejected_the_old_one() {
    let docx = bytes(OLD, NEW, |diff, out| diff.write_docx(out).unwrap());
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    assert_eq!(decided(&docx, true), plain(NEW));
    assert_eq!(decided(&docx, false), plain(OLD));
    assert_eq!(docx, bytes(OLD, NEW, |diff, out| diff.write_docx(out).unwrap()), "the same bytes each time");
}

#[test]
fn words_of_an_act_are_never_markup() {
    let old = "Article 1\nA <b>keeper</b> & a warden.\n";
    let new = "Article 1\nA <script>alert(1)</script> & a \u{1}warden.\n";
    let pages = [
        bytes(old, new, |diff, out| diff.write_html(out).unwrap()),
        bytes(old, new, |diff, out| diff.write_akoma_ntoso(out).unwrap()),
    ];
    for page in pages {
        let page = String::from_utf8(page).unwrap();
        assert!(!page.contains("<script>") && !page.contains("<b>keeper") && !page.contains("Old <act>"), "{page}");
    }
}

#[test]
fn amendments_name_what_they_do() {
    let amendments = bytes(OLD, NEW, |diff, out| diff.write_akoma_ntoso(out).unwrap());
    let amendments = String::from_utf8(amendments).unwrap();
    for kind in ["substitution", "insertion", "repeal"] {
        assert!(amendments.contains(&format!("<textualMod type=\"{kind}\"")), "{kind} in {amendments}");
    }
    assert!(amendments.contains("<quotedText eId=\"mod_1__qtext_1\">"), "{amendments}");
}

#[test]
fn tables_are_read_with_any_delimiter_and_any_print_of_numbers() {
    let expected = Agreement {
        both: vec![
            (None, Some("4".into())),
            (Some("1".into()), Some("2".into())),
            (Some("3".into()), Some("1".into())),
        ],
        ours_alone: vec![(Some("2".into()), Some("3".into()))],
        table_alone: vec![(Some("2".into()), Some("4".into()))],
    };
    let tables = [
        "old_number,new_number\n1,2\nArticle 3,\"Article 1\"\n2,4\n,4\n",
        "Old article;New article;Remark\nArt. 1(2);Art. 2;a; b\n3;1;\n2;4\nnew;4\n",
        "第一条\t第二条\n第三条\t第一条\n第二条\t第四条\n新增\t第四条\n",
    ];
    for table in tables {
        assert_eq!(shown(OLD, NEW, |diff| diff.agreement(table)), expected, "{table}");
    }
}
