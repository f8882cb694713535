//! Spans hold whatever they are asked.

use proptest::prelude::*;

use super::Span;

#[test]
fn a_span_turned_around_is_empty() {
    assert_eq!(Span::new(5, 2), Span::new(5, 5));
    assert_eq!(Span::new(1, 3).of("法律"), "", "a span inside of a character is no text");
}

proptest! {
    #[test]
    fn hulls_hold_both(a in 0_usize..50, b in 0_usize..50, c in 0_usize..50, d in 0_usize..50) {
        let (one, two) = (Span::new(a, b), Span::new(c, d));
        let hull = one.hull(two);
        prop_assert!(hull.contains(one) && hull.contains(two));
        prop_assert_eq!(one.overlaps(two), two.overlaps(one));
    }

    #[test]
    fn trimming_leaves_the_words(text in "[ \t\u{3000}]{0,3}[a-z ]{0,5}[ \n]{0,3}") {
        let span = Span::new(0, text.len()).trimmed(&text);
        prop_assert_eq!(span.of(&text), text.trim());
    }
}
