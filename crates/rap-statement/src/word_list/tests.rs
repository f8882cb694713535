use super::*;

#[test]
fn entries_open_texts_and_stand_in_them() {
    let list = WordList::of(["The board", " chaired ", "会上"]);
    assert!(list.opens("The board met."));
    assert!(!list.opens("There the board met."));
    assert!(list.stands_in("Ada Lund chaired it."));
    assert!(!list.stands_in("unchaired meetings"));
    assert!(list.stands_in("他在会上发言。") && !list.opens("他在会上发言。"));
}

#[test]
fn the_longest_entry_opens_a_text() {
    let list = WordList::of(["应", "还应", "应当", "要"]);
    assert_eq!(["应当明确", "应明确", "明确应当", ""].map(|text| list.opening(text)), [6, 3, 0, 0]);
}

#[test]
fn an_empty_list_finds_nothing() {
    let list = WordList::of([]);
    assert!(!list.opens("word") && !list.stands_in("word"));
}
