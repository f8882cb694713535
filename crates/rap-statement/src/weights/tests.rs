use super::*;

#[test]
fn a_table_keeps_its_weights_by_the_step() {
    let mut weights = vec![0.0; TABLE];
    weights[3] = 1.27;
    weights[5] = -0.5;
    let bytes = to_bytes(&weights);
    let read = Weights::read(&bytes).unwrap();
    assert!((read.score(|sum| sum.take(3)) - 1.27).abs() < 1e-6);
    assert!((read.score(|sum| [3, 5].into_iter().for_each(|feature| sum.take(feature))) - 0.77).abs() < 1e-6);
}

#[test]
fn bytes_that_are_no_table_are_no_weights() {
    assert!(Weights::read(&[]).is_none());
    assert!(Weights::read(&[0; 100]).is_none());
}

#[test]
fn words_count_without_their_case() {
    assert_eq!(word_number("Said"), word_number("said"));
    assert_ne!(word_number("said"), word_number("says"));
}
