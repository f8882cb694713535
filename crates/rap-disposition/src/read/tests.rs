use std::fs;

use proptest::prelude::*;

use super::read;
use crate::{Answer, CommentRow, CommentType, Disposition, Form, to_csv, to_docx, to_docx_in, to_xlsx};

fn sample() -> Disposition {
    let row = |id: &str, clause: &str, comment: &str, answer: &str| CommentRow {
        id: id.to_owned(),
        body: "Harbour Union; 青禾联盟".to_owned(),
        clause: clause.to_owned(),
        comment: comment.to_owned(),
        proposed_change: "Delete “all” & add <some>".to_owned(),
        kind: Some(CommentType::Technical),
        answer: Answer::of_cell(answer),
        ..CommentRow::default()
    };
    let rows = vec![
        row("RAP-001", "7(1)", "Fines are too high.\nThey close small firms.", ""),
        row("RAP-002", "第十二条之一", "=SUM(A1) “重要数据”的定义不清", "Rejected: out of scope"),
        row("RAP-003", "", "The whole bill comes too late", "Accepted"),
    ];
    Disposition { document: "Tidewater AI Bill".to_owned(), rows, ..Disposition::default() }
}

/// What a form keeps of a row.
fn kept(form: Form, row: &CommentRow) -> CommentRow {
    let has = |field| form.columns().iter().any(|column| column.field == field);
    let mut row = row.clone();
    if !has(crate::Field::Type) {
        row.kind = None;
    }
    if has(crate::Field::IdAndBody) {
        "RAP".clone_into(&mut row.body);
    }
    row
}

#[test]
fn a_form_read_back_holds_what_was_written() {
    let table = sample();
    for form in Form::ALL {
        let expected: Vec<CommentRow> = table.rows.iter().map(|row| kept(form, row)).collect();
        for bytes in [to_csv(&table, form), to_xlsx(&table, form), to_docx(&table, form)] {
            let filled = read(&bytes.unwrap(), "filled").unwrap();
            assert_eq!(filled.table.rows, expected, "{form:?}");
            assert_eq!(filled.findings, []);
        }
    }
}

#[test]
fn equal_tables_give_equal_bytes() {
    let table = sample();
    assert_eq!(to_xlsx(&table, Form::Plain).unwrap(), to_xlsx(&table, Form::Plain).unwrap());
    assert_eq!(to_docx(&table, Form::Iso).unwrap(), to_docx(&table, Form::Iso).unwrap());
}

#[test]
fn a_file_that_is_no_disposition_says_what_it_lacks() {
    let error = read(b"Name,Age\nQuill,40\n", "people.csv").unwrap_err();
    assert_eq!(error.to_string(), "no table of `people.csv` has the columns of a disposition of comments");
    assert_eq!(read(b"\0\x01\x02", "x.bin").unwrap_err().to_string(), "`x.bin` is neither DOCX, XLSX nor CSV");
    assert!(read(b"PK\x03\x04 cut off", "x.docx").unwrap_err().to_string().contains("office file"));
}

/// Returns the comments of the published YAML: a list of maps of strings, folded over lines.
fn published(yaml: &str) -> Vec<CommentRow> {
    let mut rows: Vec<CommentRow> = Vec::new();
    let mut field = String::new();
    for line in yaml.lines().skip_while(|line| !line.starts_with("comments:")).skip(1) {
        let (name, value) = match line.trim_start_matches("- ").trim_start().split_once(':') {
            Some((name, value)) if line.len() - line.trim_start().len() <= 4 && !name.contains(' ') => (name, value),
            _ => ("", line),
        };
        if line.starts_with("- id:") {
            rows.push(CommentRow::default());
        }
        if !name.is_empty() {
            name.clone_into(&mut field);
        }
        let Some(row) = rows.last_mut() else { continue };
        let cell = match field.as_str() {
            "id" => &mut row.id,
            "body" => &mut row.body,
            "line_number" => &mut row.line,
            "clause" => &mut row.clause,
            "element" => &mut row.element,
            "comments" => &mut row.comment,
            "proposed_change" => &mut row.proposed_change,
            "observations" => &mut row.answer.reason,
            "type" => {
                row.kind = CommentType::of_words(value);
                continue;
            }
            _ => continue,
        };
        if !cell.is_empty() && name.is_empty() {
            cell.push(' ');
        }
        cell.push_str(value.trim().trim_matches(['\'', '"']));
    }
    for row in &mut rows {
        row.answer = Answer::of_cell(&row.answer.reason);
    }
    rows
}

#[test]
fn real_comments_survive_the_real_template() {
    let test = "real_comments_survive_the_real_template";
    let Some(folder) = rap_testkit::shared("corpus/docket/iso-comments", test) else { return };
    let rows = published(&fs::read_to_string(folder.join("comments.yaml")).unwrap());
    assert_eq!(rows.len(), 55);
    assert!(rows.iter().all(|row| !row.id.is_empty() && !row.comment.is_empty() && row.kind.is_some()));
    let table = Disposition { document: "a standard".to_owned(), rows, ..Disposition::default() };
    let template = fs::read(folder.join("iso_comment_template_2012-03.docx")).unwrap();
    let filled = to_docx_in(&template, &table, Form::Iso).unwrap();
    let again = read(&filled, "filled.docx").unwrap();
    assert_eq!(again.findings, []);
    assert_eq!(again.table.rows, table.rows);
    assert_eq!(again.table.counts(), table.counts());
    for form in [to_docx(&table, Form::Iso), to_xlsx(&table, Form::Iso), to_csv(&table, Form::Iso)] {
        assert_eq!(read(&form.unwrap(), "filled").unwrap().table.rows, table.rows);
    }
}

#[test]
fn the_empty_template_holds_no_comments() {
    let test = "the_empty_template_holds_no_comments";
    let path = "corpus/docket/iso-comments/iso_comment_template_2012-03.docx";
    let Some(path) = rap_testkit::shared(path, test) else { return };
    let filled = read(&fs::read(path).unwrap(), "template.docx").unwrap();
    assert_eq!(filled.table.rows, []);
    assert_eq!(filled.findings, []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_words_survive_every_format(words in "[^\\p{C}]{1,60}", answer in "[^\\p{C}]{0,20}") {
        let comment = format!("x{}", words.trim_end());
        let row = CommentRow {
            id: "RAP-001".to_owned(),
            comment,
            answer: Answer::of_cell(&answer),
            ..CommentRow::default()
        };
        let table = Disposition { rows: vec![row], ..Disposition::default() };
        for bytes in [to_csv(&table, Form::Plain), to_xlsx(&table, Form::Plain), to_docx(&table, Form::Plain)] {
            prop_assert_eq!(&read(&bytes.unwrap(), "filled").unwrap().table.rows, &table.rows);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, "x");
        let _ = read(&[b"PK\x03\x04".as_slice(), &bytes].concat(), "x");
    }
}
