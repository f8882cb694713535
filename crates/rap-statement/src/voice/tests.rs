use super::*;

#[test]
fn events_are_told_from_what_was_said() {
    for (words, narration) in [
        ("Following the forum, the group moved to another room.", true),
        ("The session was chaired by Anna Dahl.", true),
        ("On May 5, 2031, the draft was shown.", true),
        ("The choice of instruments depends on the market.", false),
        ("Small mills cannot bear the cost of such a register.", false),
    ] {
        assert_eq!(narrates(words, Language::English), narration, "{words}");
    }
    assert!(narrates("论坛由周明主持。", Language::Chinese));
    assert!(!narrates("小企业难以承担登记费用。", Language::Chinese));
}

#[test]
fn labels_are_fragments() {
    assert!(is_fragment("Annex B", BlockKind::Paragraph, Language::English));
    assert!(!is_fragment("The bill should be made narrower.", BlockKind::Paragraph, Language::English));
    assert!(is_formality("Dear Minister,"));
    assert!(is_formality("尊敬的领导："));
}

#[test]
fn who_is_of_another_opinion_ends_the_report() {
    assert!(opposes("Her neighbour Ada Lund disagreed."));
    assert!(opposes("对此，周明持不同看法。"));
    assert!(!opposes("The rules differ from town to town."));
}
