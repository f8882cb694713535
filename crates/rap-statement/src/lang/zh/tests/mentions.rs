//! People and bodies: how phrases are read.

use super::{doc, read};
use crate::found::{Found, Mention, MentionForm};

/// Returns the mentions of a text, one a line: form, name, role, organisation.
fn shown(text: &str) -> String {
    let doc = doc(text);
    let found: Found = read(&doc);
    let line = |mention: &Mention| {
        let form = match mention.form {
            MentionForm::Person => "person".to_owned(),
            MentionForm::Body(kind) => kind.name().to_owned(),
            MentionForm::Pronoun { .. } => "pronoun".to_owned(),
            MentionForm::Definite => "definite".to_owned(),
            MentionForm::Group => "group".to_owned(),
            MentionForm::Unnamed => "unnamed".to_owned(),
            MentionForm::Thing => "thing".to_owned(),
            MentionForm::Paper => "paper".to_owned(),
        };
        let mut line = format!("{form} {}", mention.name.of(doc.text()));
        if let Some(role) = mention.role {
            line += &format!(" | {}", role.of(doc.text()));
        }
        if let Some((body, kind)) = mention.organisation {
            line += &format!(" | {} ({})", body.of(doc.text()), kind.name());
        }
        line
    };
    found.mentions.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text), expected.join("\n"), "in {text}");
}

#[test]
fn people_have_the_roles_and_bodies_around_them() {
    check("清源大学法学院副院长顾望舒表示支持。", &["person 顾望舒 | 副院长 | 清源大学法学院 (university)"]);
    check("青禾科技创始人、董事长祁连认为不妥。", &["person 祁连 | 创始人、董事长 | 青禾科技 (company)"]);
    check("司徒衡（星汉网络副总裁）说：“可以。”", &["person 司徒衡 | 副总裁 | 星汉网络 (company)"]);
    check("王教授指出问题所在。", &["person 王教授 | 教授"]);
    check("星图法务总监李小满称不知情。", &["person 李小满 | 法务总监 | 星图 (company)"]);
    check("来自北岭大学的陈雨桐认为可行。", &["person 陈雨桐 | 北岭大学 (university)"]);
    check("欧阳靖委员说，可以。", &["person 欧阳靖 | 委员"]);
    check("张某某称被骗。", &["person 张某某"]);
    check("约翰·史密斯表示，不会。", &["person 约翰·史密斯"]);
}

#[test]
fn bodies_end_where_their_ending_says() {
    check("江澜市司法局召开会议。", &["ministry 江澜市司法局"]);
    check("记者从江澜海关获悉。", &["regulator 江澜海关"]);
    check("数字法律与科技研究中心发布报告。", &["research-institute 数字法律与科技研究中心"]);
    check("国家互联网信息办公室发布公告。", &["regulator 国家互联网信息办公室"]);
}

#[test]
fn offices_without_a_name_are_unnamed() {
    check(
        "全国人大常委会法工委有关负责人表示，将研究。",
        &["unnamed 全国人大常委会法工委有关负责人 | 有关负责人 | 全国人大常委会法工委 (legislature)"],
    );
    check("外交部发言人说，可以。", &["unnamed 外交部发言人 | 发言人 | 外交部 (ministry)"]);
}
