use super::*;

#[test]
fn every_row_has_a_kind_and_no_name_stands_in_two_rows() {
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    for (row, line) in LIST.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let (kind, names) = line.split_once('|').unwrap();
        assert!(BodyKind::from_name(kind.trim()).is_some(), "line {}: {kind}", row + 1);
        for name in names.split('|').map(str::trim) {
            assert_eq!(seen.insert(name, row), None, "`{name}` stands in two rows");
        }
    }
}

#[test]
fn names_in_two_languages_are_one_body() {
    assert_eq!(public_body("Ministry of Foreign Affairs"), public_body("外交部"));
    assert_eq!(public_body("外交部").map(|body| body.kind), Some(BodyKind::Ministry));
    assert_eq!(public_body("Ministry of Silly Walks"), None);
}
