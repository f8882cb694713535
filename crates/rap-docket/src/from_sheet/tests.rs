use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

use crate::{Ids, ImportOptions, Submission, TableFormat, import};

/// Writes a workbook, reads it, and returns the submissions with `code@place` of each finding.
fn read(write: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>) -> (Vec<Submission>, Vec<String>) {
    let mut book = Workbook::new();
    write(&mut book).unwrap();
    read_bytes(&book.save_to_buffer().unwrap())
}

fn read_bytes(bytes: &[u8]) -> (Vec<Submission>, Vec<String>) {
    let mut read = Vec::new();
    let take = |submission| {
        read.push(submission);
        Ok::<(), ()>(())
    };
    let options = ImportOptions::default();
    let imported = import(TableFormat::Sheet, bytes, "table.xlsx", &options, &mut Ids::default(), take).unwrap();
    let findings = imported.findings.iter().map(|finding| format!("{}@{}", finding.code, finding.place)).collect();
    (read, findings)
}

fn lines(submissions: &[Submission]) -> Vec<String> {
    submissions.iter().map(|one| format!("{}: {}", one.id, one.text)).collect()
}

/// Writes rows of words from a row on.
fn write(sheet: &mut Worksheet, from: u32, rows: &[&[&str]]) -> Result<(), XlsxError> {
    for (row, cells) in (from..).zip(rows) {
        for (column, cell) in (0_u16..).zip(*cells) {
            sheet.write(row, column, *cell)?;
        }
    }
    Ok(())
}

#[test]
fn the_table_is_found_below_its_title_and_behind_other_sheets() {
    let (read, findings) = read(|book| {
        write(book.add_worksheet(), 0, &[&["Please read this first"], &["Answers are on the next sheet"]])?;
        let sheet = book.add_worksheet();
        write(sheet, 0, &[&["Consultation on boat engines"], &[], &["No", "Comment"]])?;
        write(sheet, 3, &[&["1", "too wide"], &["", ""], &["2", "第三条过于宽泛"]])
    });
    assert_eq!(lines(&read), ["1: too wide", "2: 第三条过于宽泛"]);
    assert_eq!(read.iter().map(|one| one.place).collect::<Vec<_>>(), [4, 6]);
    assert_eq!(findings, [""; 0]);
}

#[test]
fn a_formula_gives_its_saved_value_and_is_told() {
    let (read, findings) = read(|book| {
        let sheet = book.add_worksheet();
        write(sheet, 0, &[&["id", "comment"], &["1"], &["2"], &["3", "fine"]])?;
        sheet.write_formula(1, 1, Formula::new("=\"too \"&\"wide\"").set_result("too wide"))?;
        sheet.write_formula(2, 1, Formula::new("=B2").set_result("too wide"))?;
        Ok(())
    });
    assert_eq!(lines(&read), ["1: too wide", "2: too wide", "3: fine"]);
    assert_eq!(findings, ["formulas@Sheet1, row 2, column 2"]);
}

#[test]
fn a_merged_cell_belongs_to_its_first_row() {
    let (read, findings) = read(|book| {
        let sheet = book.add_worksheet();
        write(sheet, 0, &[&["id", "organisation", "comment"], &["1", "", "too wide"], &["2", "", "too late"]])?;
        sheet.merge_range(1, 1, 2, 1, "Lake Coast Growers", &Format::new())?;
        Ok(())
    });
    let organisations: Vec<_> = read.iter().map(|one| one.submitter.organisation.as_deref()).collect();
    assert_eq!(organisations, [Some("Lake Coast Growers"), None]);
    assert_eq!(findings, ["cells-merged@Sheet1, row 2, column 2"]);
}

#[test]
fn dates_in_many_styles_are_one_day_and_what_may_be_two_is_none() {
    let styles = ["2025-03-31", "31.03.2025", "31/03/2025", "March 31, 2025", "2025年3月31日", "2025-03-31T09:30:00Z"];
    let (read, findings) = read(|book| {
        let sheet = book.add_worksheet();
        write(sheet, 0, &[&["id", "date", "comment"]])?;
        for (row, style) in (1..).zip(styles) {
            write(sheet, row, &[&[&row.to_string(), style, &format!("words {row}")]])?;
        }
        let format = Format::new().set_num_format("dd/mm/yyyy");
        write(sheet, 7, &[&["7", "", "words 7"], &["8", "03/04/2025", "words 8"], &["9", "soon", "words 9"]])?;
        sheet.write_with_format(7, 1, ExcelDateTime::from_ymd(2025, 3, 31)?, &format)?;
        Ok(())
    });
    let dates: Vec<String> =
        read.iter().map(|one| one.date.map_or("none".to_owned(), |date| date.to_string())).collect();
    assert_eq!(dates[..7], ["2025-03-31"; 7]);
    assert_eq!(dates[7..], ["none", "none"]);
    assert_eq!(findings, ["date-unread@row 9, column `date`", "date-unread@row 10, column `date`"]);
}

#[test]
fn numbers_errors_and_damaged_books_are_told() {
    let (read, findings) = read(|book| {
        let sheet = book.add_worksheet();
        write(sheet, 0, &[&["id", "comment"], &["", "too wide"], &["", ""]])?;
        sheet.write(1, 0, 12.0)?.write(2, 0, 13.5)?;
        sheet.write_formula(2, 1, Formula::new("=1/0").set_result("#DIV/0!"))?;
        Ok(())
    });
    assert_eq!(lines(&read), ["12: too wide", "13.5: "]);
    assert!(findings.iter().any(|finding| finding.starts_with("cell-error@row 3")), "{findings:?}");
    for bytes in [&b"PK\x03\x04 and no more"[..], b"", b"id,comment\n1,a table of another kind\n"] {
        let (rows, findings) = read_bytes(bytes);
        assert_eq!((rows.len(), findings), (0, vec!["table-unreadable@".to_owned()]));
    }
}
