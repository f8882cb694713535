//! Cases that were written before the rules knew them, by the manner of the papers and not by the rules: what each
//! holds is found, with its words, and normal papers hold nothing.

use super::Case;

macro_rules! held {
    ($($file:literal),+) => {
        Case::of(&[$(($file, include_str!(concat!("held/", $file)))),+])
    };
}

/// Holds the signals and contradictions of a case, in order, against the beginnings of rows.
pub(super) fn check(case: &Case, procedure: &str, as_of: Option<&str>, expected: &[(&str, &str)]) {
    let mut found = case.signals(procedure, as_of);
    found.extend(case.contradictions());
    let fits =
        |row: &String, (kind, words): &(&str, &str)| row.starts_with(&format!("{kind}: ")) && row.contains(words);
    let all = found.len() == expected.len() && found.iter().zip(expected).all(|(row, expected)| fits(row, expected));
    assert!(all, "{found:#?}");
}

#[test]
fn a_trilogue_told_by_two_papers() {
    check(
        &held!("01-trilogue.en.txt", "01b-trilogue.en.txt"),
        "eu-ordinary",
        None,
        &[
            ("weekday-date", "told as a Wednesday; 9 October 2031 was a Thursday"),
            ("count", "“Four issues” are announced and 3 are listed"),
            ("no-source", "it is common knowledge"),
            ("accounts-differ", "41-19 and 44-19"),
            ("accounts-differ", "9 October 2031 and 8 October 2031"),
            ("accounts-differ", "Brussels and Strasbourg"),
        ],
    );
}

#[test]
fn a_bill_read_too_soon() {
    // FIXME: that the second reading is told for two days is not found, because each House has one.
    check(
        &held!("02-uk-bill.en.txt"),
        "uk-bill",
        None,
        &[("shorter-than-rule", "came 3 days after"), ("count", "“five tests” are announced and 4 are listed")],
    );
}

#[test]
fn a_rule_with_too_little_time() {
    check(
        &held!("03-us-rule.en.txt"),
        "us-rule",
        None,
        &[
            ("shorter-than-rule", "comments closed on 5 March 2031, 14 days after the draft of 19 February 2031"),
            ("shorter-than-rule", "“in force” came 10 days after “final rule”"),
            ("weekday-date", "told as a Monday; 19 February 2031 was a Wednesday"),
            ("count", "“Three commenters” are announced and 2 are listed"),
            ("no-source", "as everyone knows"),
        ],
    );
}

#[test]
fn an_act_that_passed_a_committee_by() {
    check(
        &held!("04-korea.en.txt"),
        "korea-act",
        None,
        &[
            ("shorter-than-rule", "from 20 May 2031 to 30 May 2031: 10 days"),
            ("stage-skipped", "nothing of “Legislation and Judiciary Committee” before it"),
            ("count", "“six experts” are announced (6) and 3 are reported"),
        ],
    );
}

#[test]
fn a_bill_that_came_twice() {
    check(
        &held!("05-japan.en.txt"),
        "japan-act",
        None,
        &[
            ("stage-repeated", "is told 2 times: from 19 February 2031 to 3 February 2032"),
            ("stage-skipped", "nothing of “committee of the first house” before it"),
            ("went-back", "withdrawn (Cabinet)"),
            ("weekday-date", "told as a Friday; 11 March 2032 was a Thursday"),
        ],
    );
}

#[test]
fn a_rule_of_a_department_in_chinese() {
    check(
        &held!("06-departmental-rule.zh.txt"),
        "china-departmental-rule",
        Some("2032-04-01"),
        &[
            ("shorter-than-rule", "from 8 April 2031 to 18 April 2031: 10 days"),
            ("deadline-passed", "comments were taken until 18 April 2031"),
            ("wrong-instrument", "“该条例” is said where the paper names “港口数据安全管理办法” alone"),
            ("weekday-date", "told as a Sunday; 18 April 2031 was a Friday"),
            ("count", "“三方面经验” are announced and 2 are listed"),
            ("count", "“五家企业” are announced and 4 are listed"),
            ("no-source", "大家都知道"),
        ],
    );
}

#[test]
fn a_round_table_with_an_early_committee() {
    // FIXME: five spoke; what the judge suggested is found as nobody's statement, so that four are reported.
    check(
        &held!("07-symposium.en.txt"),
        "china-npcsc-law",
        None,
        &[
            ("earlier-than-usual", "Constitution and Law Committee"),
            ("listed-first", "Constitution and Law Committee"),
            ("weekday-date", "told as a Monday; 20 May 2031 was a Tuesday"),
            ("speaker-not-listed", "Ada Brook (Pelican Insurance Group)"),
            ("attendee-silent", "2 of 5 listed"),
            ("count", "“Six speakers” are announced (6)"),
        ],
    );
}

#[test]
fn a_meeting_in_chinese_whose_drafters_judge() {
    check(
        &held!("08-own-cause.zh.txt"),
        "china-npcsc-law",
        None,
        &[
            ("earlier-than-usual", "全国人大宪法和法律委员会"),
            ("listed-first", "全国人大宪法和法律委员会"),
            ("weekday-date", "told as a Wednesday; 18 September 2031 was a Thursday"),
            ("count", "“六位专家” are announced (6) and 4 are reported"),
            ("body-names", "“北岸海事法研究院” and “北岸海事研究院” may be one body"),
            ("speaker-not-listed", "祁峰"),
            ("attendee-silent", "全国人大宪法和法律委员会 and 工信部"),
            ("own-cause", "海事法研究院"),
            ("no-source", "毋庸置疑"),
        ],
    );
}

#[test]
fn a_plan_that_no_longer_names_a_law() {
    check(
        &held!("09-plan.en.txt"),
        "china-npcsc-law",
        None,
        &[
            ("deadline-passed", "comments were taken until 12 November 2030"),
            (
                "dropped-from-plan",
                "in the plan of State Council for 2030 and the plan of State Council for 2031 no longer",
            ),
            ("plan-as-draft", "according to the state council's draft"),
        ],
    );
}

#[test]
fn one_meeting_in_two_languages() {
    check(
        &held!("10-summary.en.txt", "10b-summary.zh.txt"),
        "china-npcsc-law",
        None,
        &[("accounts-differ", "17 June 2031 and 18 June 2031"), ("accounts-differ", "“Thirty experts” and “45名专家”")],
    );
}

#[test]
fn a_law_of_which_nothing_is_heard() {
    check(
        &held!("11-silence.en.txt"),
        "china-npcsc-law",
        None,
        &[
            ("deadline-passed", "comments were taken until 4 August 2031"),
            ("deadline-passed", "was announced for"),
            ("long-silence", "1176 days"),
        ],
    );
}

#[test]
fn a_directive_that_was_withdrawn() {
    check(
        &held!("12-withdrawn.en.txt"),
        "eu-ordinary",
        None,
        &[
            ("went-back", "withdrawn (Commission), 4 December 2030"),
            ("wrong-instrument", "“Mooring Liability Directive” and “Mooring Liability Regulation”"),
        ],
    );
}

#[test]
fn normal_papers_hold_nothing() {
    check(&held!("n1-council.en.txt"), "eu-ordinary", None, &[]);
    check(&held!("n2-uk.en.txt"), "uk-bill", None, &[]);
    check(&held!("n3-consult.zh.txt"), "china-departmental-rule", None, &[]);
    check(&held!("n4-final-rule.en.txt"), "us-rule", None, &[]);
    check(&held!("n5-symposium.zh.txt"), "china-npcsc-law", None, &[]);
    check(&held!("n6-japan.en.txt"), "japan-act", None, &[]);
}
