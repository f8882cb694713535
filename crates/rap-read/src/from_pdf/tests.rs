//! Small PDFs written by hand: lines, columns, furniture, hyphens, and files that are none.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use rap_doc::{BlockKind, Severity};

use crate::{ReadOptions, Reading, read};

/// Writes a PDF of pages whose content streams are given, with Helvetica as `/F` and its bold as `/B`.
fn pdf(pages: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|index| format!("{} 0 R", 5 + index * 2)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{}]>>", pages.len(), kids.join(" ")),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (index, content) in pages.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R/B 4 0 R>>>>/Contents {} 0 R>>",
            6 + index * 2
        ));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", index + 1).bytes());
    }
    let xref = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    places.iter().for_each(|place| file.extend(format!("{place:010} 00000 n \n").bytes()));
    file.extend(format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF", objects.len() + 1).bytes());
    file
}

/// Shows a line at a place, in points from the bottom left of the page.
fn line(x: u32, y: u32, size: u32, words: &str) -> String {
    format!("BT /F {size} Tf {x} {y} Td ({words}) Tj ET\n")
}

fn reading(pages: &[String]) -> Reading {
    read(&pdf(pages), "a.pdf", &ReadOptions::default())
}

fn check(pages: &[String], expected: &[(&str, u32, &str)]) {
    let reading = reading(pages);
    let found: Vec<_> = reading
        .doc
        .blocks()
        .iter()
        .map(|block| (block.kind.name(), block.origin.page.unwrap(), block.span.of(reading.doc.text())))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn lines_become_paragraphs_and_large_letters_headings() {
    let page = [
        line(72, 760, 18, "On the scope of the bill"),
        line(72, 720, 11, "The bill reaches every firm that trains a model, however small the firm and the"),
        line(72, 706, 11, "model may be. It should be narrowed before the second reading."),
        line(72, 670, 11, "We thank the committee for its patience with the many letters that it has had from"),
        line(72, 656, 11, "the members of our alliance."),
    ];
    check(
        &[page.concat()],
        &[
            ("heading", 1, "On the scope of the bill"),
            (
                "paragraph",
                1,
                "The bill reaches every firm that trains a model, however small the firm and the model may be. It should \
                 be narrowed before the second reading.",
            ),
            (
                "paragraph",
                1,
                "We thank the committee for its patience with the many letters that it has had from the members of our \
                 alliance.",
            ),
        ],
    );
    assert_eq!(reading(&[page.concat()]).source.title.as_deref(), Some("On the scope of the bill"));
}

#[test]
fn words_broken_at_the_end_of_a_line_are_joined_and_their_hyphen_kept_aside() {
    let page = [
        line(72, 720, 11, "The bill reaches every firm that trains a model, and asks it to file its docu-"),
        line(72, 706, 11, "ments with an office that does not exist yet, under risk-based rules."),
    ];
    check(
        &[page.concat()],
        &[
            (
                "paragraph",
                1,
                "The bill reaches every firm that trains a model, and asks it to file its documents with an office that \
                 does not exist yet, under risk-based rules.",
            ),
            ("furniture", 1, "docu-ments"),
        ],
    );
}

#[test]
fn columns_are_read_one_after_the_other() {
    let mut page = line(72, 780, 18, "Two columns");
    for row in 0..8 {
        page += &line(72, 740 - row * 14, 10, &format!("left row {row} fills its own column well, it"));
        page += &line(320, 740 - row * 14, 10, &format!("right row {row} fills its own column well, it"));
    }
    let reading = reading(&[page]);
    let text = reading.doc.text();
    assert!(text.find("left row 7").unwrap() < text.find("right row 0").unwrap(), "{text}");
}

#[test]
fn repeated_heads_and_page_numbers_are_furniture_and_do_not_part_a_sentence() {
    let page = |number: u32, first: &str, last: &str| {
        [
            line(72, 810, 9, "Letter of the Alliance of Small Workshops"),
            line(72, 700, 11, first),
            line(72, 686, 11, last),
            line(290, 30, 9, &format!("- {number} -")),
        ]
        .concat()
    };
    let pages = [
        page(
            1,
            "We ask for a longer time to adapt, because our members have no lawyers at all.",
            "Their machines, which were bought in good faith and are paid for over many years,",
        ),
        page(
            2,
            "would have to be switched off, and with them the shops that depend on them now.",
            "Nobody wants that.",
        ),
        page(3, "The second point is the fee, which should not be the same for all of the firms.", "It should grow."),
    ];
    let reading = reading(&pages);
    let furniture: Vec<_> = reading
        .doc
        .blocks()
        .iter()
        .filter(|block| block.kind == BlockKind::Furniture)
        .map(|block| block.span.of(reading.doc.text()))
        .collect();
    assert_eq!(furniture.len(), 6, "{furniture:?}");
    assert!(furniture.contains(&"- 2 -"));
    assert!(reading.doc.text().contains("over many years, would have to be switched off"), "{}", reading.doc.text());
}

#[test]
fn rows_of_a_table_are_cells() {
    let mut page = String::new();
    for row in 0..3 {
        for column in 0..3 {
            page += &line(72 + column * 150, 700 - row * 20, 10, &format!("cell {row} {column}"));
        }
    }
    let reading = reading(&[page]);
    assert_eq!(reading.doc.blocks().len(), 9);
    assert!(reading.doc.blocks().iter().all(|block| block.kind == BlockKind::TableCell));
}

#[test]
fn a_page_that_is_a_picture_is_a_finding_with_its_page() {
    let picture = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{1} EI Q".to_owned();
    let reading = reading(&[line(72, 700, 11, "The letter is on the next page."), picture]);
    let found: Vec<_> = reading.findings.iter().map(|finding| (finding.code, finding.place.to_string())).collect();
    assert_eq!(found, [("pdf-scanned-page", "page 2".to_owned())]);
    assert_eq!(reading.doc.text(), "The letter is on the next page.");
}

#[test]
fn broken_files_are_a_finding() {
    let whole = pdf(&[line(72, 700, 11, "Words.")]);
    for bytes in [b"%PDF-1.7".to_vec(), b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>".to_vec(), whole[..60].to_vec()] {
        let reading = read(&bytes, "a.pdf", &ReadOptions::default());
        assert!(reading.doc.text().is_empty());
        assert_eq!(reading.findings.first().map(|finding| finding.severity), Some(Severity::Loss));
    }
    for end in (60..whole.len()).step_by(97) {
        let _ = read(&whole[..end], "a.pdf", &ReadOptions::default());
    }
}

#[test]
fn forms_that_draw_each_other_without_end_are_given_up() {
    // Thirty forms, each drawing the next one ten times.
    let forms: String = (0..30).map(|index| format!("/X{index} {} 0 R", 7 + index)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[5 0 R]>>".to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_owned(),
        format!("<</Font<</F 3 0 R>>/XObject<<{forms}>>>>"),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 4 0 R/Contents 6 0 R>>".to_owned(),
        "<</Length 50>>stream\nBT /F 11 Tf 72 700 Td (First words.) Tj ET /X0 Do  \nendstream".to_owned(),
    ];
    for index in 0..30 {
        let body = format!("/X{} Do ", index + 1).repeat(10);
        let length = body.len();
        objects.push(format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources 4 0 R/Length {length}>>stream\n{body}\nendstream"
        ));
    }
    let mut file = "%PDF-1.4\n".to_owned();
    objects.iter().enumerate().for_each(|(index, object)| file += &format!("{} 0 obj\n{object}\nendobj\n", index + 1));
    file += "trailer<</Root 1 0 R>>";
    let reading = read(file.as_bytes(), "a.pdf", &ReadOptions::default());
    assert_eq!(reading.findings.first().map(|finding| finding.code), Some("pdf-page-too-complex"));
    assert_eq!(reading.doc.text(), "First words.");
}

#[test]
fn a_bomb_is_not_opened_and_says_so() {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(&vec![b' '; 80 << 20]).unwrap();
    let packed = encoder.finish().unwrap();
    let head = format!("<</Filter/FlateDecode/Length {}>>stream\n", packed.len());
    let mut file = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n".to_vec();
    file.extend(b"2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n");
    file.extend(b"3 0 obj\n<</Type/Page/Parent 2 0 R/Contents 4 0 R>>\nendobj\n4 0 obj\n");
    file.extend([head.as_bytes(), &packed, b"\nendstream\nendobj\ntrailer<</Root 1 0 R>>"].concat());
    let reading = read(&file, "a.pdf", &ReadOptions::default());
    let codes: Vec<_> = reading.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["pdf-too-large"]);
}

#[test]
fn a_content_that_every_page_shares_is_not_unpacked_for_each() {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(b"BT /F 11 Tf 72 700 Td (Words.) Tj ET").unwrap();
    encoder.write_all(&vec![b' '; 60 << 20]).unwrap();
    let packed = encoder.finish().unwrap();
    let kids = "4 0 R ".repeat(40);
    let mut file = b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n".to_vec();
    file.extend(
        format!(
            "2 0 obj\n<</Type/Pages/Count 40/Kids[{}]>>\nendobj\n",
            (5..45).map(|id| format!("{id} 0 R ")).collect::<String>()
        )
        .bytes(),
    );
    for id in 5..45 {
        file.extend(format!("{id} 0 obj\n<</Type/Page/Parent 2 0 R/Contents[{kids}]>>\nendobj\n").bytes());
    }
    file.extend(format!("4 0 obj\n<</Filter/FlateDecode/Length {}>>stream\n", packed.len()).bytes());
    file.extend([&packed[..], b"\nendstream\nendobj\ntrailer<</Root 1 0 R>>"].concat());
    let reading = read(&file, "a.pdf", &ReadOptions::default());
    assert!(reading.findings.iter().all(|finding| finding.code == "pdf-page-too-complex"), "{:?}", reading.findings);
    assert_eq!(reading.findings.len(), 21, "twenty pages by name and the number of the others");
}

/// Reads a file that a program wrote; `tests/fixtures/README.md` says which.
fn fixture(name: &str) -> Reading {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    read(&std::fs::read(path).unwrap(), name, &ReadOptions::default())
}

#[test]
fn a_file_with_a_password_is_a_finding_and_one_without_need_of_it_is_read() {
    let locked = fixture("user-password.pdf");
    assert_eq!(locked.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["pdf-encrypted"]);
    assert_eq!(locked.doc.text(), "");
    let open = fixture("owner-password.pdf");
    assert_eq!(open.findings, []);
    assert_eq!(open.doc.text(), "The fee should not be the same for all workshops.");
}

#[test]
fn chinese_in_a_font_that_is_not_embedded_is_read() {
    let reading = fixture("cid-font.pdf");
    assert_eq!(
        reading.doc.text(),
        "关于收费条款的意见\n\n青石工坊联合会代表林望舒表示，草案第七条的收费标准对小型工坊过高，建议按照规模分档收取，并给予两年的过渡期。"
    );
    assert_eq!(reading.findings, []);
}
