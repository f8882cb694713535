//! A third set of cases, written when the second were found.

use super::Case;
use super::held::check;

macro_rules! held {
    ($($file:literal),+) => {
        Case::of(&[$(($file, include_str!(concat!("held3/", $file)))),+])
    };
}

#[test]
fn a_colloquium_whose_list_stands_behind_the_verb() {
    check(
        &held!("41-symposium.en.txt"),
        "china-npcsc-law",
        None,
        &[
            ("earlier-than-usual", "Legislative Affairs Commission of the Standing Committee"),
            ("listed-first", "Legislative Affairs Commission of the Standing Committee"),
            ("listed-out-of-order", "“Ministry of Justice” is listed before “Supreme People's Court”"),
            ("weekday-date", "told as a Sunday; 22 March 2031 was a Saturday"),
            ("speaker-not-listed", "Una Bell (Seagrass Cloud)"),
            ("attendee-silent", "4 of 6"),
            ("count", "“three professors” are announced (3) and 2 are reported"),
            ("count", "“six companies” are announced (6) and 5 are reported"),
            ("no-source", "it is widely recognized"),
            ("plan-as-draft", "completed a draft"),
        ],
    );
}

#[test]
fn two_plans_of_two_years_in_chinese() {
    check(
        &held!("42-plan.zh.txt"),
        "china-npcsc-law",
        None,
        &[
            ("dropped-from-plan", "in the plan of 国务院 for 2030 and the plan of 国务院 for 2031 no longer names it"),
            ("earlier-than-usual", "全国人大常委会法工委"),
            ("listed-first", "全国人大常委会法工委"),
            ("plan-silent", "the plan of 全国人大常委会 for 2031 does not name “数字港口法”"),
            ("weekday-date", "told as a Friday; 7 June 2031 was a Saturday"),
            ("wrong-instrument", "name one instrument by the words for two kinds"),
        ],
    );
}

#[test]
fn a_hearing_told_by_two_papers() {
    check(
        &held!("43-two.en.txt", "43b-two.en.txt"),
        "us-bill",
        None,
        &[
            ("count", "“Seven witnesses” are announced and 6 are listed"),
            ("accounts-differ", "61-38 and 63-36"),
            ("accounts-differ", "2 September 2031 and 1 September 2031"),
            ("accounts-differ", "“200 people” and “80 people”"),
        ],
    );
}

#[test]
fn a_professor_who_judges_his_own_draft() {
    // FIXME: "five ministries" are invited and three came, without a colon before the names.
    check(
        &held!("44-own.en.txt"),
        "china-npcsc-law",
        None,
        &[
            ("count", "“four headings” are announced and 3 are listed"),
            ("own-cause", "Lakeside Institute"),
            ("weekday-date", "told as a Friday; 9 July 2031 was a Wednesday"),
        ],
    );
}

#[test]
fn more_normal_papers_hold_nothing() {
    check(&held!("k1-symposium.en.txt"), "china-departmental-rule", None, &[]);
    check(&held!("k2-plan.zh.txt"), "china-npcsc-law", None, &[]);
    check(&held!("k3-law.zh.txt"), "china-npcsc-law", None, &[]);
}
