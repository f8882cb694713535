use super::*;
use rap_doc::SourceId;

/// Checks the statements of a text, each as `voice: speaker: content`.
fn check(kind: SourceKind, text: &str, expected: &[&str]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let record = attribute(&doc, &AttributeOptions { kind: Some(kind), ..AttributeOptions::default() });
    let rows: Vec<String> = record
        .statements
        .iter()
        .map(|statement| {
            let speaker = match statement.speaker {
                Speaker::Actor(id) => record.actors.get(id.0 as usize).unwrap().name.clone(),
                other => format!("{other:?}"),
            };
            format!("{}: {speaker}: {}", statement.voice.name(), statement.quote().of(doc.text()))
        })
        .collect();
    assert_eq!(rows, expected);
}

#[test]
fn a_report_goes_on_until_somebody_else_speaks_or_something_happens() {
    check(
        SourceKind::Record,
        "Anna Dahl believes that the register is too costly. Small mills cannot bear it. Bo Lind argued that the banks \
         are weak. Following the forum, the guests moved to the river.",
        &[
            "explicit: Anna Dahl: that the register is too costly",
            "continued: Anna Dahl: Small mills cannot bear it.",
            "explicit: Bo Lind: that the banks are weak",
        ],
    );
}

#[test]
fn in_an_article_nobody_goes_on_without_a_cue() {
    check(
        SourceKind::Article,
        "Anna Dahl said that the register is too costly. The river rose on Monday.",
        &["explicit: Anna Dahl: that the register is too costly"],
    );
}

#[test]
fn an_office_makes_a_person_of_a_name_that_no_list_knows() {
    check(
        SourceKind::Record,
        "Ottla Marsk, Permanent Secretary of the Ministry of Rivers, opened the meeting. She said that the register is \
         too costly. Marsk noted that the banks are weak.",
        &["explicit: Ottla Marsk: that the register is too costly", "explicit: Ottla Marsk: that the banks are weak"],
    );
}

#[test]
fn who_disagrees_takes_the_floor() {
    check(
        SourceKind::Record,
        "滨州大学教授季明认为，登记费用过高。对此，海州大学副教授罗岚心持不同看法。她认为，费用并不高。",
        &["explicit: 季明: 登记费用过高", "explicit: 罗岚心: 费用并不高"],
    );
    check(
        SourceKind::Record,
        "Anna Dahl believes that the register is too costly. Her neighbour Ottla Marsk disagreed: the mills could bear it.",
        &["explicit: Anna Dahl: that the register is too costly", "explicit: Ottla Marsk: the mills could bear it"],
    );
}

#[test]
fn a_chinese_wish_without_a_subject_is_the_submitters() {
    check(
        SourceKind::Submission,
        "海州磨坊协会关于登记办法的意见\n\n登记期限过短，建议延长至二十四个月。我们支持设立统一窗口。",
        &["author: 海州磨坊协会: 延长至二十四个月", "author: 海州磨坊协会: 设立统一窗口"],
    );
}

#[test]
fn a_wish_behind_a_short_cue_is_not_lost() {
    let explicit = ["explicit: 王建国: 希望港务部门提供指引"];
    check(SourceKind::Article, "蓝桨公司总监王建国说，希望港务部门提供指引。", &explicit);
    check(SourceKind::Article, "蓝桨公司总监王建国表示，希望港务部门提供指引。", &explicit);
}

#[test]
fn a_dateline_opens_a_report_and_no_opinion() {
    check(
        SourceKind::Article,
        "PORT ELLIS, 12 May 2031 (Harbour Wire) — The Senate should have heard the pilots at a public hearing. The pilots \
         should be heard.",
        &["author: Author: The pilots should be heard."],
    );
    check(SourceKind::Article, "本报江州5月16日电（记者陆之遥）江州应当听取领航员的意见。", &[]);
}
