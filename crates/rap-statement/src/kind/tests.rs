use super::*;
use rap_doc::SourceId;

fn check(text: &str, expected: &[SourceKind]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let parts = guess_kind(&doc);
    let kinds: Vec<SourceKind> = parts.iter().map(|part| part.kind).collect();
    assert_eq!(kinds, expected, "{:?}", parts.iter().map(|part| &part.reason).collect::<Vec<_>>());
}

#[test]
fn a_letter_is_a_submission() {
    check(
        "Dear Minister,\n\nWe welcome the opportunity to comment on the Rivers Bill. Our members recommend a longer \
         notice period. We urge you to strike section 4.\n\nYours sincerely,\n\nMira Dahl",
        &[SourceKind::Submission],
    );
    check(
        "关于《河流保护法（征求意见稿）》的修改意见\n\n我司认为草案第四条过宽，我们建议缩小其范围。\n\n特此函复。",
        &[SourceKind::Submission],
    );
}

#[test]
fn a_report_of_a_meeting_is_a_record() {
    check(
        "On May 5, a symposium on the Rivers Act was held in Tarn. Experts from two universities attended the \
         meeting, which was chaired by Mira Dahl. She delivered a speech.",
        &[SourceKind::Record],
    );
    check("5月5日，河流保护立法研讨会在京召开。来自高校的专家出席会议，会议由周明主持。", &[SourceKind::Record]);
}

#[test]
fn numbered_provisions_are_a_law() {
    check(
        "Article 1. This Act applies to rivers.\n\nArticle 2. An owner shall keep the banks.\n\nArticle 3. The agency \
         shall inspect.\n\nArticle 4. This Act enters into force on 1 May.",
        &[SourceKind::Law],
    );
    check(
        "第一条 为了保护河流，制定本法。\n\n第二条 河流所有人应当维护河岸。\n\n第三条 主管部门应当进行检查。",
        &[SourceKind::Law],
    );
}

#[test]
fn a_newsletter_before_a_press_release_is_two_parts() {
    let letter = "Last week the rivers debate took a turn, and it doesn't look like we'll see a law soon. Perhaps that \
                  is fine. It seems the mood has changed, as an official told reporters on Monday.\n\n";
    let release = "A Successful Symposium on River Law\n\nOn May 5, a symposium was held in Tarn. Representatives of \
                   three mills attended the meeting. The forum was chaired by Mira Dahl. Bo Lind delivered a speech \
                   and pointed out that the banks are weak. The seminar was hosted by the River Institute.\n";
    check(&format!("{}{release}", letter.repeat(3)), &[SourceKind::Article, SourceKind::Record]);
}

#[test]
fn a_title_tells_what_the_whole_paper_is() {
    let body = "The notice period is too short.\n\nOn meetings\n\nA meeting was held in Tarn, which experts attended. It \
                was chaired by Mira Dahl, who delivered a speech. The bill should be narrower. ";
    check(&format!("Submission of the Otter Trust\n\n{body}{body}{body}"), &[SourceKind::Submission]);
    check(
        "河湾市居民关于河流保护法的意见\n\n草案应当缩小范围。罚款应当降低。河岸应当由政府维护。",
        &[SourceKind::Submission],
    );
}

#[test]
fn words_of_duty_alone_make_no_law() {
    check("草案应当缩小范围。罚款应当降低。河岸应当由政府维护。", &[SourceKind::Article]);
}

#[test]
fn nothing_and_anything_have_a_kind() {
    check("", &[SourceKind::Article]);
    check("河", &[SourceKind::Article]);
}
