use super::from_rows;

fn rows(lines: &[&[&str]]) -> Vec<Vec<String>> {
    lines.iter().map(|line| line.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

#[test]
fn columns_in_another_order_with_lines_above_are_read() {
    let lines = rows(&[
        &["Comments on the Tidewater AI Bill"],
        &["Proposed change", "Comment", "Article", "Resolution", "Rationale"],
        &["delete it", "too wide", "7", "Rejected", "see 3"],
        &["", "", "9", "", ""],
    ]);
    let (table, findings) = from_rows(&lines, "filled.csv").unwrap();
    assert_eq!(table.rows.len(), 1);
    assert_eq!((table.rows[0].clause.as_str(), table.rows[0].proposed_change.as_str()), ("7", "delete it"));
    assert_eq!(table.rows[0].answer.reason, "see 3");
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].message, "row 4 has neither a comment nor a proposed change");
}

#[test]
fn words_where_the_decision_belongs_are_kept() {
    let lines =
        rows(&[&["Comment", "Section", "Resolution", "Rationale"], &["too wide", "7", "to be discussed", "in May"]]);
    let (table, _) = from_rows(&lines, "filled.csv").unwrap();
    assert_eq!(table.rows[0].answer.decision, None);
    assert_eq!(table.rows[0].answer.reason, "to be discussed in May");
}

#[test]
fn a_table_of_something_else_is_no_disposition() {
    assert_eq!(from_rows(&rows(&[&["Name", "Age"], &["Quill", "40"]]), "x.csv"), None);
    assert_eq!(from_rows(&[], "x.csv"), None);
}
