use super::*;

fn check(words: &str, expected: &str) {
    let found = latest_date(words).map(|date| date.to_string()).unwrap_or_default();
    assert_eq!(found, expected, "{words}");
}

#[test]
fn dates_are_as_exact_as_the_words() {
    check("The act passed on 3 May 2031.", "2031-05-03");
    check("The act passed on the 3rd of May, 2031.", "2031-05-03");
    check("The act passed on May 3, 2031, at last.", "2031-05-03");
    check("The act passed in May 2031.", "2031-05");
    check("Back in Sept. 2031, it was planned.", "2031-09");
    check("The 2031 plan names the bill.", "2031");
    check("Released 2031-05-03.", "2031-05-03");
    check("2031年5月3日，草案公布。", "2031-05-03");
    check("2031年5月，草案公布。", "2031-05");
    check("二审稿列入2031年立法计划。", "2031");
}

#[test]
fn other_numbers_are_no_dates() {
    check("The 14th Assembly may march in 50 days.", "");
    check("Article 12 has 1500 words.", "");
    check("99999999999999999999 reasons", "");
    check("", "");
}

#[test]
fn the_latest_date_wins() {
    check("Planned in June 2030, dropped in 2031.", "2031");
    check("Dropped in 2031, planned in June 2030.", "2031");
}

#[test]
fn people_read_dates_in_words() {
    let date = SpokenDate { year: 2031, month: 5, day: 3 };
    assert_eq!(date.for_people(), "3 May 2031");
    assert_eq!(SpokenDate { day: 0, ..date }.for_people(), "May 2031");
    assert_eq!(SpokenDate { month: 0, day: 0, ..date }.for_people(), "2031");
}
