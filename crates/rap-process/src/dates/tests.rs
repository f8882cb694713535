use proptest::prelude::*;
use rap_doc::Language::{self, Chinese, English};

use super::{DateBasis, DateContext, Edge, date_mentions};

/// Returns the dates of a text as `words = date`, with `until` or `since` before and the weekday behind.
fn told(text: &str, language: Language, anchor: Option<&str>) -> Vec<String> {
    let mut context = DateContext { anchor: anchor.map(|date| date.parse().unwrap()), last: None };
    let found = date_mentions(text, language, &mut context);
    let shown = found.iter().map(|date| {
        let edge = match date.edge {
            Edge::On => "",
            Edge::Until => "until ",
            Edge::Since => "since ",
        };
        let when = date.when.map_or("?".to_owned(), |when| when.to_string());
        let weekday = date.weekday.map_or(String::new(), |weekday| format!(" {weekday:?}"));
        format!("{} = {edge}{when}{weekday}", date.span.of(text))
    });
    shown.collect()
}

fn check(text: &str, language: Language, expected: &[&str]) {
    // 2031-05-14 is a Wednesday.
    assert_eq!(told(text, language, Some("2031-05-14")), expected, "{text}");
}

#[test]
fn english_dates_in_full() {
    check("On 19 April 2031 it met.", English, &["19 April 2031 = 2031-04-19"]);
    check("On April 19, 2031, it met.", English, &["April 19, 2031 = 2031-04-19"]);
    check("the 3rd of May 2030", English, &["3rd of May 2030 = 2030-05-03"]);
    check("Saturday, April 19, 2031", English, &["Saturday, April 19, 2031 = 2031-04-19 Saturday"]);
    check("19 April 2031 (Friday)", English, &["19 April 2031 (Friday = 2031-04-19 Friday"]);
    check("published 2031-04-19.", English, &["2031-04-19 = 2031-04-19"]);
    check("held 24-28 October 2030", English, &["24-28 October 2030 = 2030-10-24/2030-10-28"]);
    check("in June 2030 and Sept. 2029", English, &["June 2030 = 2030-06", "Sept. 2029 = 2029-09"]);
    check("in 2030, and the 2031 plan", English, &["2030 = 2030"]);
}

#[test]
fn english_dates_without_a_year_follow_the_text_or_the_paper() {
    check(
        "In June 2029 it was planned. By September it was not.",
        English,
        &["June 2029 = 2029-06", "September = until 2029-09"],
    );
    check("The hearing of 12 March ended.", English, &["12 March = 2031-03-12"]);
    check("The hearing is on 12 June.", English, &["12 June = 2031-06-12"]);
    check("It was in November that", English, &["November = 2030-11"]);
    check("Comments may be sent until 30 September.", English, &["30 September = until 2031-09-30"]);
}

#[test]
fn english_dates_relative_to_the_paper() {
    check("It met last Saturday.", English, &["last Saturday = 2031-05-10 Saturday"]);
    // On a Wednesday "last Monday" is two days or nine days ago.
    check("It met last Monday.", English, &["last Monday = 2031-05-05/2031-05-12 Monday"]);
    check("It met on Tuesday.", English, &["on Tuesday = 2031-05-13 Tuesday"]);
    check(
        "yesterday and three weeks ago",
        English,
        &["yesterday = 2031-05-13", "three weeks ago = 2031-04-21/2031-04-27"],
    );
    check("early this year", English, &["early this year = 2031-01-01/2031-05-02"]);
    check("It may march on. The second may be first.", English, &[]);
}

#[test]
fn parts_of_years_and_months() {
    check("by the end of 2030", English, &["end of 2030 = 2030-08-31/2030-12-31"]);
    check("in the first half of 2030", English, &["first half of 2030 = 2030-01-01/2030-07-02"]);
    check("Q2 2030", English, &["Q2 2030 = 2030-04-01/2030-06-30"]);
    check("2030年9月下旬", Chinese, &["2030年9月下旬 = 2030-09-20/2030-09-30"]);
    check("2030年上半年", Chinese, &["2030年上半年 = 2030-01-01/2030-07-02"]);
}

#[test]
fn chinese_dates() {
    check("2031年4月19日（星期五）召开", Chinese, &["2031年4月19日（星期五） = 2031-04-19 Friday"]);
    check("二〇三〇年九月公布", Chinese, &["二〇三〇年九月 = 2030-09"]);
    check("今年3月和去年11月5日", Chinese, &["今年3月 = 2031-03", "去年11月5日 = 2030-11-05"]);
    check("上周六召开，5月12日结束", Chinese, &["上周六 = 2031-05-10 Saturday", "5月12日 = 2031-05-12"]);
    check("10月24日至28日举行", Chinese, &["10月24日至28日 = 2030-10-24/2030-10-28"]);
    check("2030年10月24至28日举行", Chinese, &["2030年10月24至28日 = 2030-10-24/2030-10-28"]);
    check("截至6月30日", Chinese, &["6月30日 = until 2031-06-30"]);
    check("日前，某部公布", Chinese, &["日前 = 2031-04-14/2031-05-14"]);
    check("三天前，两周一次，3个月内，5号文件", Chinese, &["三天前 = 2031-05-11"]);
    check("2030年8月5日公布，19日截止", Chinese, &["2030年8月5日 = 2030-08-05", "19日 = until 2030-08-19"]);
}

#[test]
fn without_the_date_of_the_paper_relative_dates_stay_open() {
    assert_eq!(told("It met last Saturday, on 3 May.", English, None), ["last Saturday = ? Saturday", "3 May = ?"]);
    assert_eq!(told("上周六召开", Chinese, None), ["上周六 = ? Saturday"]);
}

#[test]
fn recent_is_vague() {
    let mut context = DateContext { anchor: "2031-05-14".parse().ok(), last: None };
    let found = date_mentions("近日召开", Chinese, &mut context);
    assert_eq!(found.first().map(|date| date.basis), Some(DateBasis::Vague));
}

proptest! {
    #[test]
    fn any_text_has_dates_in_order_within_it(text in "\\PC*|([0-9一二十年月日号上周下个前至今去日 ]{0,40})|(([0-9]{1,4}|May|last|of|Monday|the|in|,|-|\\(| ){0,30})") {
        for language in [English, Chinese] {
            let mut context = DateContext { anchor: "2031-05-14".parse().ok(), last: None };
            let mut end = 0;
            for date in date_mentions(&text, language, &mut context) {
                prop_assert!(date.span.start() >= end);
                prop_assert!(text.get(date.span.range()).is_some_and(|words| !words.is_empty()));
                end = date.span.end();
            }
        }
    }
}
