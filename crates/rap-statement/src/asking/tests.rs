use rap_doc::{Doc, SourceId};

use crate::{Act, AttributeOptions, SourceKind, attribute};

/// Reads a text as a submission and compares what it demands.
fn check(text: &str, demands: &[&str]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let options = AttributeOptions { kind: Some(SourceKind::Submission), ..AttributeOptions::default() };
    let record = attribute(&doc, &options);
    let found = record.statements.iter().filter(|statement| statement.act == Act::Demand);
    let shown: Vec<&str> = found.map(|statement| statement.quote().of(doc.text())).collect();
    assert_eq!(shown, demands, "{text}");
}

#[test]
fn what_was_asked_of_the_writer_is_no_demand() {
    check("Every year a hundred tenants ask us for help because a letter was lost.", &[]);
    check("My neighbours asked me to pass on one more thing.", &[]);
    check("The tenants asked the council to freeze the rent.", &["to freeze the rent"]);
}

#[test]
fn how_many_things_are_asked_for_is_no_demand() {
    check("The union asks for four changes.", &[]);
    check("The union asks for a change of the third clause.", &["a change of the third clause"]);
}

#[test]
fn what_nobody_asks_is_no_demand() {
    check("Readers are today advised not to lend their books.", &[]);
}

#[test]
fn the_introduction_of_a_list_is_no_demand() {
    check("We therefore ask the council to:", &[]);
}

#[test]
fn a_question_for_a_reason_is_no_demand() {
    check("She asked for the reason her card had been blocked.", &[]);
}

#[test]
fn who_is_to_be_spared_belongs_to_what_is_asked() {
    check("Ada Lund called for small boats to be exempt from the fee.", &["small boats to be exempt from the fee"]);
    check("Ada Lund called for the crews to be told.", &["the crews to be told"]);
}

#[test]
fn a_verb_repeated_by_its_modal_asks_for_nothing() {
    check("The draft, Ada Lund said, will change where the drafters see that it must.", &[]);
}

#[test]
fn what_is_not_asked_for_is_no_demand() {
    check("本会理解行业的需要，也不要求逐一签约。", &[]);
    check("本会要求逐一签约。", &["逐一签约"]);
}

#[test]
fn a_count_of_replies_is_no_demand() {
    check("本会走访会员三十家，收到书面建议五十二条。", &[]);
    check("促进会于三月走访会员三十余家。", &[]);
    check("严格责任会使中小企业无法投保。", &[]);
}

#[test]
fn an_order_and_a_wish_are_demands_whoever_stands_between() {
    check("Ada Lund called on the firm to wait.", &["to wait"]);
    check("Ada Lund told the tenants to leave by Friday.", &["to leave by Friday"]);
}

#[test]
fn chinese_orders_and_stands_for_a_deed_are_demands() {
    check("周明主张按照合同结算。", &["按照合同结算"]);
    check("周明主张平台是用人单位。", &[]);
    check("市政府责成两局限期整改。", &["两局限期整改"]);
}

#[test]
fn what_something_takes_is_no_demand() {
    check("周明说，办一张证要八个月。", &[]);
    check("周明说，办证时间要缩短。", &["办证时间要缩短"]);
}

#[test]
fn what_a_speaker_will_do_is_no_demand() {
    check("周明表示，将在三个公园开展试点。", &[]);
}

#[test]
fn traditional_characters_ask_as_simplified_ones_do() {
    check("周明認為，覆核權應當明文入法。", &["覆核權應當明文入法"]);
}

#[test]
fn moods_and_tenses_of_a_report_ask() {
    check("Jon Aldane insisted that the register be opened.", &["that the register be opened"]);
    check("Jon Aldane insisted that the mill cannot be closed.", &[]);
    check("Jon Aldane said the board needed powers to inspect mills.", &["the board needed powers to inspect mills"]);
    check("The ministry expects providers to file a plan by May.", &["providers to file a plan by May"]);
    check("The ministry expects firms to lose money.", &[]);
    check("Jon Aldane said the cabinet is split over whether small mills should be exempt.", &[]);
    check("贺一鸣说，如果小船也要登记，很多人会离开。", &[]);
}

#[test]
fn a_denial_belongs_to_the_cue() {
    check("高玉珍不赞同放宽责任。", &[]);
    check("高玉珍并未要求放宽责任。", &[]);
}
