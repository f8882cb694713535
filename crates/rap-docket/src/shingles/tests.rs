use super::{Shingled, jaccard, overlap};

#[test]
fn copies_have_one_fingerprint_and_other_texts_another() {
    let of = |text: &str| Shingled::of(text).fingerprint();
    assert_eq!(of("Please withdraw the rule."), of("PLEASE  withdraw – the rule"));
    assert_ne!(of("Please withdraw the rule."), of("Please withdraw the rule now."));
    assert_ne!(of("a b"), of("b a"));
}

#[test]
fn a_shingle_is_three_words_or_four_characters() {
    assert_eq!(Shingled::of("one two three four").set().len(), 2);
    assert_eq!(Shingled::of("一二三四五").set().len(), 2);
    assert_eq!(Shingled::of("one two").set().len(), 1);
    // Two words and a character weigh too little, and take a fourth with them.
    assert_eq!(Shingled::of("one two 三 four five six").set().len(), 4);
    assert_eq!(Shingled::of("").set().len(), 0);
}

#[test]
fn the_index_is_that_of_the_sets() {
    let (a, b) = (Shingled::of("we ask you to withdraw the rule"), Shingled::of("we ask you to keep the rule"));
    assert_eq!(overlap(a.set(), b.set()), 2);
    assert!((jaccard(a.set(), b.set()) - 2.0 / 8.0).abs() < 1e-9);
    assert!((jaccard(&[], &[]) - 1.0).abs() < 1e-9);
}

#[test]
fn own_words_are_those_that_the_other_has_not() {
    let template = Shingled::of("We ask the office to withdraw the rule because it harms small growers");
    let text = "I grow pears. We ask the office to withdraw the rule because it hurts small growers";
    let own: Vec<_> = Shingled::of(text).own_runs(&template).iter().map(|run| run.span.of(text)).collect();
    assert_eq!(own, ["I grow pears", "hurts"]);
}
