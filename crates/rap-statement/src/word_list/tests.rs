use aho_corasick::{AhoCorasick, MatchKind};

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

#[test]
fn entries_are_found_in_order_and_the_longest_at_each_place() {
    let check = |list: &[&str], text: &str, expected: &[&str]| {
        let list = WordList::of(list.iter().copied());
        let found: Vec<&str> = list.find(text).map(|found| text.get(found.start..found.end).unwrap()).collect();
        assert_eq!(found, expected, "{text}");
    };
    check(&["应", "应当", "明确"], "应当明确，应明确", &["应当", "明确", "应", "明确"]);
    check(&["a", "bab"], "babab a", &["bab", "a", "a"]);
    check(&["law", "lawful"], "unlawful laws", &["lawful", "law"]);
    check(&["？", "吗"], "是吗？", &["吗", "？"]);
    check(&[], "any", &[]);
}

#[test]
fn of_equal_entries_the_first_is_found() {
    let list = WordList::of(["草案", "草案"]);
    assert_eq!(list.find("草案").map(|found| found.entry).collect::<Vec<_>>(), [0]);
}

#[test]
fn no_place_is_beyond_the_shelves() {
    assert!(place(&[u8::MAX; LONG]) < PLACES && place(&[u8::MAX, 0, u8::MAX]) < PLACES);
}

proptest::proptest! {
    #[test]
    fn entries_are_found_as_an_automaton_finds_them(
        list in proptest::collection::vec("[ab条案]{1,4}", 1..6),
        text in "[ab条案 ]{0,40}",
    ) {
        let plain = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&list).unwrap();
        let expected: Vec<_> = plain.find_iter(&text).map(|hit| (hit.pattern().as_usize(), hit.start(), hit.end())).collect();
        let compiled = WordList::of(list.iter().map(String::as_str));
        let found: Vec<_> = compiled.find(&text).map(|hit| (hit.entry, hit.start, hit.end)).collect();
        proptest::prop_assert_eq!(found, expected);
    }
}
