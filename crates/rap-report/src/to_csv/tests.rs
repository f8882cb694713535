use super::*;
use std::borrow::Cow;

#[derive(serde::Serialize)]
struct Pair<'a>(&'a str, &'a str);

impl Row for Pair<'_> {
    const COLUMNS: &'static [&'static str] = &["first", "second"];

    fn cells(&self) -> Vec<Cow<'_, str>> {
        vec![self.0.into(), self.1.into()]
    }
}

fn written(rows: &[Pair]) -> String {
    let mut out = Vec::new();
    write_header::<Pair>(&mut out).unwrap();
    for row in rows {
        write_row(&mut out, row).unwrap();
    }
    String::from_utf8(out).unwrap()
}

/// Reads RFC 4180 strictly: the other half of the round trip.
fn read(table: &str) -> Vec<Vec<String>> {
    let mut rows = vec![];
    let (mut row, mut cell) = (vec![], String::new());
    let mut chars = table.strip_prefix('\u{feff}').expect("a byte order mark").chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(chars.next(), Some('\n'), "lines end in CR LF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "the table ends with a whole line");
    rows
}

#[test]
fn cells_come_back_as_they_went() {
    let rows = [Pair("say \"no\", twice", "两行\r\n第二行"), Pair("", "plain")];
    let expected = [["first", "second"], ["say \"no\", twice", "两行\r\n第二行"], ["", "plain"]];
    assert_eq!(read(&written(&rows)), expected);
}

#[test]
fn a_cell_is_never_a_formula() {
    for opening in FORMULA_MARKS {
        let cell = format!("{opening}cmd|' /C calc'!A0");
        let back = read(&written(&[Pair(&cell, "x")]));
        assert_eq!(back[1][0], format!("'{cell}"));
    }
}

proptest::proptest! {
    #[test]
    fn every_pair_of_cells_comes_back(first in "(?s).*", second in "(?s).*") {
        let back = read(&written(&[Pair(&first, &second)]));
        let guarded = |cell: &str| if cell.starts_with(FORMULA_MARKS) { format!("'{cell}") } else { cell.to_owned() };
        proptest::prop_assert_eq!(&back[1], &[guarded(&first), guarded(&second)]);
    }
}
