use super::{mask, personal};

#[track_caller]
fn check(text: &str, found: &[&str]) {
    let seen: Vec<&str> = personal(text).into_iter().map(|range| text.get(range).unwrap()).collect();
    assert_eq!(seen, found, "{text}");
}

#[test]
fn mail_is_found() {
    check("Mail a.b+c@x-y.example.org, please.", &["a.b+c@x-y.example.org"]);
    check("联系邮箱：lin@example.cn。", &["lin@example.cn"]);
    check("at 5 @ noon, @handle, a@b", &[]);
}

#[test]
fn telephones_are_found() {
    check("(555) 010-4477 or 555-010-4477 or 555.010.4477", &["(555) 010-4477", "555-010-4477", "555.010.4477"]);
    check("+44 20 7946 0958 is the office", &["+44 20 7946 0958"]);
    check("1-555-010-4477", &["1-555-010-4477"]);
    check("电话：010-62751234，手机 13800138000", &["010-62751234", "13800138000"]);
    check("Phone: 5550104", &["5550104"]);
}

#[test]
fn numbers_of_persons_are_found_by_form_and_check_digit() {
    check("SSN 078-05-1120", &["078-05-1120"]);
    check("身份证号11010519491231002X。", &["11010519491231002X"]);
    check("身份证号110105194912310021。", &[]);
    check("card 4111 1111 1111 1111", &["4111 1111 1111 1111"]);
    check("护照 12345678", &["12345678"]);
}

#[test]
fn houses_are_found() {
    check("I live at 12 Quay Street, Apt 4B, Port Sallow.", &["12 Quay Street, Apt 4B"]);
    check("Send it to 1200 North Harbour Blvd. #7 now", &["1200 North Harbour Blvd. #7"]);
    check("P.O. Box 77, Eastmark", &["P.O. Box 77"]);
    check("住址：澜州市东岭区海桥路12号3单元501室，邮编", &["澜州市东岭区海桥路12号3单元501室"]);
}

#[test]
fn other_numbers_stay() {
    for text in [
        "Article 12 and Section 4 of Act 2019-17 cost 1,200,000 in 2024.",
        "Docket ABC-2015-0002-13539 of 80 Fed. Reg. 63376, at 63,378",
        "第十二条第3款，2025年3月31日，罚款5000000元",
        "12 States and 4 Courts agree, and 5 St. Mary's nuns",
        "RIN 1653-AA72, 45 CFR 46.116, 8 U.S.C. 1184",
        "from 1998 to 2015, 100-200 jobs",
    ] {
        check(text, &[]);
    }
}

#[test]
fn what_is_hidden_keeps_its_length() {
    let text = "住址：澜州市东岭区海桥路12号，电话13800138000，lin@example.cn";
    let hidden = mask(text).unwrap();
    assert_eq!(hidden.len(), text.len());
    assert!(!hidden.contains("海桥路") && !hidden.contains("138") && hidden.starts_with("住址："));
}

proptest::proptest! {
    #[test]
    fn any_text_keeps_its_length(text in "[0-9 a-zA-Z@.()号路室+#,\\-澜州]{0,80}") {
        if let Some(hidden) = mask(&text) {
            proptest::prop_assert_eq!(hidden.len(), text.len());
        }
    }
}
