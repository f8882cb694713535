use super::{Sketches, level_of};

/// So many different shingles, as if hashed, sorted.
fn set(from: u32, count: u32) -> Vec<u32> {
    let mut set: Vec<u32> = (from..from + count).map(|number| number.wrapping_mul(0x9E37_79B1).swap_bytes()).collect();
    set.sort_unstable();
    set
}

#[test]
fn a_short_text_is_sampled_whole_and_a_long_one_in_part() {
    let mut sketches = Sketches::default();
    for (text, count) in [(0, 20), (1, 50), (2, 4000)] {
        let set = set(1, count);
        sketches.push(&set, 9999);
        let expected: Vec<u32> = set.iter().copied().filter(|one| one % (1 << level_of(set.len())) == 0).collect();
        assert_eq!(sketches.samples(text), expected);
        assert_eq!(sketches.sketch(text).length, count + 2);
    }
    assert_eq!(sketches.samples(0).len(), 20);
    assert!((900..1100).contains(&sketches.samples(2).len()));
    assert_eq!(sketches.samples(3), [0; 0]);
}

#[test]
fn samples_of_many_texts_stay_in_place() {
    let mut sketches = Sketches::default();
    let sets: Vec<Vec<u32>> = (0..2000).map(|text| set(text * 1000, 1 + text)).collect();
    sets.iter().for_each(|set| sketches.push(set, set.len()));
    assert!(sketches.blocks().len() > 1);
    for (text, set) in (0..).zip(&sets) {
        let rate = 1 << level_of(set.len());
        assert!(set.iter().filter(|one| **one % rate == 0).eq(sketches.samples(text)), "text {text}");
    }
}
