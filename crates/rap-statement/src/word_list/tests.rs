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
fn an_empty_list_finds_nothing() {
    let list = WordList::of([]);
    assert!(!list.opens("word") && !list.stands_in("word"));
}
