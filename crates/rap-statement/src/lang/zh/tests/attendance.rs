//! Who was there, and short forms that the text defines.

use super::{doc, read};

/// Returns those that the text says were there, one a line.
fn present(text: &str) -> Vec<String> {
    let doc = doc(text);
    let found = read(&doc);
    let name = |index: usize| found.mentions[index].name.of(doc.text()).to_owned();
    found.present.iter().map(|(index, _)| name(*index)).collect()
}

#[test]
fn attendees_stand_before_or_behind_the_verb() {
    let check = |text: &str, expected: &[&str]| assert_eq!(present(text), expected, "in {text}");
    check("云栖科技、磐石智能等企业的四十余名代表参加会议。", &["云栖科技", "磐石智能"]);
    check("出席会议的有江澜市司法局局长庞博、副局长宗泽林。", &["庞博", "宗泽林"]);
    check("会议由清源大学法学院副院长顾望舒主持。", &["顾望舒"]);
    check("江澜市司法局未参加会议。", &[]);
    check("会议由江澜市司法局主办。", &[]);
}

#[test]
fn short_forms_belong_to_the_body_before_the_bracket() {
    let doc = doc("江澜市人工智能学会（以下简称“市智能学会”）会长祁连说，可以。");
    let found = read(&doc);
    let aliases: Vec<_> = found.aliases.iter().map(|(_, span)| span.of(doc.text())).collect();
    assert_eq!(aliases, ["市智能学会"]);
    let names: Vec<_> = found.mentions.iter().map(|mention| mention.name.of(doc.text())).collect();
    assert_eq!(names, ["江澜市人工智能学会", "祁连"]);
}
