use proptest::prelude::*;

use super::When;

#[test]
fn what_is_written_is_read_again() {
    for words in ["2031", "2031-06", "2031-06-02", "2031-06-02/2031-06-09"] {
        assert_eq!(When::parse(words).map(|when| when.to_string()).as_deref(), Some(words));
    }
}

#[test]
fn what_is_no_date_is_none() {
    for words in ["", "2031-13", "2031-02-30", "soon", "2031-06-02/"] {
        assert_eq!(When::parse(words), None, "{words}");
    }
}

#[test]
fn people_read_whole_words() {
    let told = |words: &str| When::parse(words).map(When::for_people).unwrap_or_default();
    assert_eq!(told("2031-10-24/2031-10-28"), "24 to 28 October 2031");
    assert_eq!(told("2031-10-24/2031-11-02"), "24 October 2031 to 2 November 2031");
    assert_eq!(told("2031-02"), "February 2031");
}

#[test]
fn a_month_is_not_before_a_day_of_its_own() {
    let (month, day) = (When::parse("2031-06").unwrap(), When::parse("2031-06-30").unwrap());
    assert!(!month.is_before(day));
    assert!(month.may_be(day));
    assert_eq!(month.days_to(day), (0, 29));
}

proptest! {
    #[test]
    fn to_shift_both_changes_no_distance(a in 0_i32..9000, b in 0_i32..9000, shift in -9000_i32..9000) {
        let start = When::parse("2001-01-01").unwrap();
        let (one, other) = (start.shifted(a), start.shifted(b));
        prop_assert_eq!(one.days_to(other), one.shifted(shift).days_to(other.shifted(shift)));
        prop_assert_eq!(one.is_before(other), one.shifted(shift).is_before(other.shifted(shift)));
    }
}

#[test]
fn a_year_later_a_month_is_a_month() {
    let later = |when: &str| When::parse(when).unwrap().a_year_later().to_string();
    assert_eq!(later("2031-02"), "2032-02");
    assert_eq!(later("2032-02"), "2033-02");
    assert_eq!(later("2031-05-12"), "2032-05-12");
}
