use crate::{Ids, ImportOptions, Imported, Submission, TableFormat, import};

/// Reads a table and returns `id: text` of each submission, and `code@place` of each finding.
fn read(name: &str, bytes: &[u8]) -> (Vec<String>, Vec<String>, Imported) {
    let mut read = Vec::new();
    let take = |submission: Submission| {
        read.push(format!("{}: {}", submission.id, submission.text));
        Ok::<(), ()>(())
    };
    let imported =
        import(TableFormat::Delimited, bytes, name, &ImportOptions::default(), &mut Ids::default(), take).unwrap();
    let findings = imported.findings.iter().map(|finding| format!("{}@{}", finding.code, finding.place)).collect();
    (read, findings, imported)
}

#[track_caller]
fn check(table: &str, rows: &[&str], findings: &[&str]) {
    let (read, found, _) = read("table.csv", table.as_bytes());
    assert_eq!((read.as_slice(), found.as_slice()), (rows.map(str::to_owned), findings.map(str::to_owned)), "{table}");
}

trait Owned {
    fn map(&self, with: fn(&str) -> String) -> &'static [String];
}

impl Owned for &[&str] {
    fn map(&self, with: fn(&str) -> String) -> &'static [String] {
        Box::leak(self.iter().map(|word| with(word)).collect::<Vec<_>>().into_boxed_slice())
    }
}

#[test]
fn every_delimiter_is_told() {
    for delimiter in [",", ";", "\t", "|"] {
        let table = "id,comment\n1,too wide\n2,\"wide, and \"\"vague\"\"\"\n".replace(',', "\u{1}");
        let table = table.replace("wide\u{1} and", "wide, and").replace('\u{1}', delimiter);
        check(&table, &["1: too wide", "2: wide, and \"vague\""], &[]);
    }
    check("comment\nwide, and vague\nfine\n", &["2: wide, and vague", "3: fine"], &[]);
}

#[test]
fn cells_span_lines_and_line_ends_are_any() {
    check("id,comment\r\n1,\"one\r\ntwo\"\r\n2,three", &["1: one\r\ntwo", "2: three"], &[]);
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_its_line_at_most() {
    check(
        "id,comment,city\n1,\"too wide,Port Sallow\n2,fine,Eastmark\n3,\"good, really\",Eastmark\n",
        &["1: \"too wide", "2: fine", "3: good, really"],
        &["quote-open@line 2, column `city`"],
    );
    check(
        "id,comment\n1,fine\n2,\"never closed\n3,also fine\n",
        &["1: fine", "2: \"never closed", "3: also fine"],
        &["quote-open@line 3, column `comment`"],
    );
}

#[test]
fn ragged_rows_are_told_and_read() {
    check(
        "id,city,comment\n1,Eastmark,wide, vague, late\n2,Eastmark\n3,Eastmark,fine\n",
        &["1: wide", "2: ", "3: fine"],
        &["row-ragged@line 2", "row-ragged@line 3", "no-words@line 3, column `comment`"],
    );
}

#[test]
fn nul_bytes_double_ids_and_odd_dates_are_told() {
    check(
        "id,comment,date\n7,a\0b,2025-03-31\n7,other,31/03/2025\n7,other,Mar 31 2025\n8,last,03/04/2025\n",
        &["7: ab", "7 (line 3): other", "8: last"],
        &[
            "cell-nul@line 2, column `comment`",
            "id-twice@line 3, column `id`",
            "row-twice@line 4, column `id`",
            "date-unread@line 5, column `date`",
        ],
    );
}

#[test]
fn encodings_are_told() {
    let table = "编号,意见\n1,应当缩小第三条的适用范围，并明确开源模型的责任。\n2,草案对系统的定义过于宽泛。\n";
    let (gb18030, ..) = encoding_rs::GB18030.encode(table);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(table.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked = [b"\xEF\xBB\xBF", table.as_bytes()].concat();
    for bytes in [&gb18030[..], &utf16, &marked, table.as_bytes()] {
        assert_eq!(read("table.csv", bytes).0[1], "2: 草案对系统的定义过于宽泛。");
    }
}

#[test]
fn a_cell_of_many_megabytes_is_told_and_passed_over() {
    let mut table = b"id,comment\n1,fine\n2,\"".to_vec();
    table.resize(table.len() + (40 << 20), b'x');
    table.extend_from_slice(b"\"\n3,also fine\n");
    let (rows, findings, _) = read("table.csv", &table);
    assert_eq!(rows, ["1: fine", "3: also fine"]);
    assert_eq!(findings, ["cell-too-long@line 3, column `comment`"]);
}

#[test]
fn a_table_without_words_says_which_columns_there_are() {
    let (rows, findings, imported) = read("table.csv", b"colour,group-id\nred,1\nblue,1\n");
    assert!(rows.is_empty());
    assert_eq!(findings, ["no-text-column@"]);
    assert!(imported.findings[0].message.contains("`group-id`"));
    assert_eq!(read("table.csv", b"").0.len(), 0);
}

proptest::proptest! {
    #[test]
    fn any_bytes_are_read_to_their_end(bytes in proptest::collection::vec(proptest::prelude::prop_oneof![
        proptest::prelude::Just(b'"'), proptest::prelude::Just(b','), proptest::prelude::Just(b'\n'), proptest::prelude::any::<u8>()
    ], 0..400)) {
        let table = [b"id,comment\n".as_slice(), &bytes].concat();
        read("table.csv", &table);
    }
}
