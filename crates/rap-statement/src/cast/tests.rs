//! Who is meant: by a name, a short form, an office, a pronoun; by invented texts.

use rap_doc::{Doc, SourceId};

use super::alias::company_core;
use crate::{AttributeOptions, SourceKind, Speaker, attribute};

/// Compares each speaker with a cue, their role and body behind a bar, with what is wanted.
#[track_caller]
fn check(text: &str, wanted: &[&str]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let record = attribute(&doc, &AttributeOptions::default());
    let shown: Vec<String> = record
        .statements
        .iter()
        .filter(|statement| !statement.cue.is_empty())
        .filter_map(|statement| match statement.speaker {
            Speaker::Actor(id) => record.actors.get(id.0 as usize),
            Speaker::Author | Speaker::Unknown => None,
        })
        .map(|actor| {
            let office = actor.offices.first();
            let body = office.and_then(|office| office.organisation).map(|id| &record.actors[id.0 as usize].name);
            let role = office.map_or("", |office| office.role.as_str());
            format!("{} | {role} | {}", actor.name, body.map_or("", String::as_str))
        })
        .collect();
    assert_eq!(shown, wanted, "{text}");
}

#[test]
fn companies_are_known_without_their_endings() {
    for (name, core) in [
        ("Fern Group", "Fern"),
        ("Fern.com", "Fern"),
        ("Fern Holdings Co., Ltd.", "Fern"),
        ("Fern Research Institute", "Fern Research Institute"),
        ("青藤集团", "青藤"),
        ("青藤科技有限公司", "青藤科技"),
        ("Co", "Co"),
    ] {
        assert_eq!(company_core(name), core, "{name}");
    }
}

#[test]
fn its_officers_speak_for_the_body_before() {
    check(
        "Fern Robotics opened a plant in May. Its legal director, Tomas Reyl, said the deadline was short.",
        &["Tomas Reyl | legal director | Fern Robotics"],
    );
    check(
        "Fern Robotics filed a comment. Dana Holm, its chief executive, argued that small models should be exempt.",
        &["Dana Holm | chief executive | Fern Robotics"],
    );
    check(
        "Fern Systems opened a plant in May. The company's chief scientist, Ann Deven, said the price would fall.",
        &["Ann Deven | chief scientist | Fern Systems"],
    );
}

#[test]
fn the_owner_of_a_name_is_its_body_and_a_constituency_is_none() {
    check("Fern Robotics' Maria Costa said the fees should be capped.", &["Maria Costa |  | Fern Robotics"]);
    check(
        "Jane Dorn, director, Pelican Health, said that the fee was high.",
        &["Jane Dorn | director | Pelican Health"],
    );
    check("Anna Weiss, MEP for Brevik, said that the vote was late.", &["Anna Weiss | MEP for Brevik | "]);
    check(
        "Sam Dufte, appearing for the Federation of Small Mills, said that the duty was heavy.",
        &["Sam Dufte |  | Federation of Small Mills"],
    );
    check(
        "The representative of the Ministry of Rivers, Mr Karel Todd, said that the gates would stay.",
        &["Karel Todd | representative | Ministry of Rivers"],
    );
}

#[test]
fn a_turn_to_speak_goes_on_to_the_end_of_its_paragraph() {
    let text = "Minutes of evidence\n\nQ7 Tessa Grange: Is the bill too narrow?\n\nAda Lund: Thank you, Chair. The bill \
                covers boats that are sold. It should cover boats that are lent. We found that half are lent.\n";
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let options = AttributeOptions { kind: Some(SourceKind::Record), ..AttributeOptions::default() };
    let record = attribute(&doc, &options);
    let shown: Vec<String> = record
        .statements
        .iter()
        .filter_map(|statement| {
            let Speaker::Actor(id) = statement.speaker else { return None };
            Some(format!("{} | {}", record.actors[id.0 as usize].name, statement.quote().of(doc.text())))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Tessa Grange | Is the bill too narrow?",
            "Ada Lund | Thank you, Chair",
            "Ada Lund | The bill covers boats that are sold.",
            "Ada Lund | It should cover boats that are lent.",
            "Ada Lund | that half are lent",
        ]
    );
    assert_eq!(record.statements.len(), 5);
}

#[test]
fn it_and_its_are_the_body_that_spoke_last() {
    check(
        "The Bakers' Alliance, whose members include Fern Mills, said that the bill was late. It called on the council to \
         wait.\n\nIts chair, Ruth Oakes, said that bread was not a weapon.",
        &["Bakers' Alliance |  | ", "Bakers' Alliance |  | ", "Ruth Oakes | chair | Bakers' Alliance"],
    );
}

#[test]
fn the_chair_is_not_the_deputy_chair() {
    check(
        "Chair Ines Varga opened the hearing. Deputy Chair Paul Orlo attended. The Chair noted that comments were late.",
        &["Ines Varga | Chair | "],
    );
}

#[test]
fn a_pronoun_means_whom_the_paragraph_names_in_passing() {
    check(
        "Minister Clara Benn defended the bill. Ann Sorel, a teacher, warned that schools were not ready.\n\nThe room \
         waited, and Benn laughed. “No,” she said.",
        &["Clara Benn | Minister | ", "Ann Sorel | teacher | ", "Clara Benn | Minister | "],
    );
}

#[test]
fn chinese_offices_find_their_body() {
    check("省高级人民法院民三庭庭长顾庆年表示，来源应当可以追溯。", &["顾庆年 | 民三庭庭长 | 省高级人民法院"]);
    check(
        "全国人大常委会法制工作委员会（以下简称法工委）副主任沈一帆表示，草案将适时提请审议。法工委副主任何立秋认为，条款需要细化。",
        &["沈一帆 | 副主任 | 全国人大常委会法制工作委员会", "何立秋 | 副主任 | 全国人大常委会法制工作委员会"],
    );
    check("云帆科技有限公司法务总监何小曼表示，期限太短。", &["何小曼 | 法务总监 | 云帆科技有限公司"]);
    check("听证陈述人、江州市出租车协会会长邓一舟说，出租车应当缴纳保险费。", &["邓一舟 | 会长 | 江州市出租车协会"]);
    check("常委会组成人员邱岚在审议时建议，增加专门条款。", &["邱岚 | 常委会组成人员 | "]);
}
