use super::{Answer, Decision};

#[track_caller]
fn check(cell: &str, decision: Option<Decision>, reason: &str) {
    assert_eq!(Answer::of_cell(cell), Answer { decision, reason: reason.to_owned() }, "{cell}");
}

#[test]
fn a_decision_and_its_reason_are_told_apart() {
    check("Accepted.", Some(Decision::Accepted), "");
    check("Accepted. Now “no member”.", Some(Decision::Accepted), "Now “no member”.");
    check("ACCEPTED IN PART – see Article 4", Some(Decision::AcceptedInPart), "see Article 4");
    check("Partially accepted; moved to the annex", Some(Decision::AcceptedInPart), "moved to the annex");
    check("Not accepted", Some(Decision::Rejected), "");
    check("Noted", Some(Decision::Noted), "");
    check("部分采纳：期限改为十日", Some(Decision::AcceptedInPart), "期限改为十日");
    check("未采纳。与上位法不一致。", Some(Decision::Rejected), "与上位法不一致。");
    check("采纳", Some(Decision::Accepted), "");
}

#[test]
fn other_words_are_an_answer_without_a_decision() {
    check("Clarification needed.", None, "Clarification needed.");
    check("Acceptedness is not defined", None, "Acceptedness is not defined");
    check("Noteworthy", None, "Noteworthy");
    check("  ", None, "");
}

#[test]
fn a_cell_gives_back_the_answer_that_it_was_made_of() {
    for decision in Decision::ALL.into_iter().map(Some).chain([None]) {
        for reason in ["", "the term stays", "期限过短"] {
            for chinese in [false, true] {
                let answer = Answer { decision, reason: reason.to_owned() };
                assert_eq!(Answer::of_cell(&answer.to_cell(chinese)), answer);
            }
        }
    }
}
