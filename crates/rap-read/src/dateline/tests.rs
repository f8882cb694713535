//! Dates in lines of their own, and dates that are part of what is told.

use super::{find_date, lone_date, opening_date};

#[test]
fn datelines_are_read() {
    let check = |line: &str, expected: &str| {
        assert_eq!(lone_date(line).map(|date| date.to_string()).as_deref(), Some(expected))
    };
    check("3 May 2024", "2024-05-03");
    check("Harbour City, 3rd May, 2024", "2024-05-03");
    check("Sept. 12, 2023", "2023-09-12");
    check("Date: 2024-05-03", "2024-05-03");
    check("2024年5月3日", "2024-05-03");
    check("2024 年 12 月 31 日 星期二", "2024-12-31");
}

#[test]
fn dates_in_sentences_are_not_the_date_of_the_paper() {
    for line in [
        "The bill was tabled on 3 May 2024.",
        "草案于2024年5月3日公布，与会专家普遍认为范围过宽",
        "31 February 2024",
        "May 2024",
    ] {
        assert_eq!(lone_date(line), None, "{line}");
    }
}

#[test]
fn reports_of_agencies_open_with_their_date() {
    let date = |words: &str| opening_date(words).map(|date| date.to_string());
    assert_eq!(date("PORT ELLIS, 12 May 2031 (Harbour Wire) — The Senate met.").as_deref(), Some("2031-05-12"));
    assert_eq!(date("江风社江州2031年5月16日电（记者陆之遥）座谈会召开。").as_deref(), Some("2031-05-16"));
    assert_eq!(date("The Senate met on 12 May 2031 — a Monday."), None);
    assert_eq!(date("本报江州5月16日电（记者陆之遥）座谈会召开。"), None);
}

#[test]
fn a_timestamp_holds_a_date() {
    assert_eq!(find_date("2024-05-03T10:00:00Z").map(|(date, _)| date.to_string()).as_deref(), Some("2024-05-03"));
}
