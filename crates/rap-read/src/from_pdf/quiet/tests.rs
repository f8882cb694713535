//! Panics inside and outside of what is caught.

use super::{IS_QUIET, caught};

#[test]
fn a_panic_is_caught_and_silence_ends_with_the_work() {
    assert_eq!(caught(|| 7), Some(7));
    let outcome = caught(|| {
        assert_eq!(caught(|| -> u8 { panic!("inner") }), None);
        assert!(IS_QUIET.get(), "the outer work is still caught");
        panic!("outer")
    });
    assert_eq!(outcome, None::<u8>);
    assert!(!IS_QUIET.get());
}
