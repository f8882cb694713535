use super::{CommentRow, CommentType, Counts, Disposition};
use crate::answer::Answer;

#[test]
fn every_row_is_counted_under_one_answer() {
    let row = |cell: &str| CommentRow { answer: Answer::of_cell(cell), ..CommentRow::default() };
    let cells =
        ["Accepted", "accepted in part", "Rejected", "Rejected: out of scope", "Noted", "To be discussed", "", " "];
    let table = Disposition { rows: cells.map(row).to_vec(), ..Disposition::default() };
    let expected = Counts {
        rows: 8,
        accepted: 1,
        in_part: 1,
        rejected: 2,
        noted: 1,
        otherwise: 1,
        unanswered: 2,
        without_reason: 1,
    };
    assert_eq!(table.counts(), expected);
}

#[test]
fn types_are_read_as_offices_write_them() {
    for (words, kind) in [("te", "te"), ("Te", "te"), ("GE ", "ge"), ("editorial", "ed"), ("一般", "ge")] {
        assert_eq!(CommentType::of_words(words).map(CommentType::short), Some(kind));
    }
    assert_eq!(CommentType::of_words("?"), None);
}
