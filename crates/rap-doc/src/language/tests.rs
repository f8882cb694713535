//! Languages of short and long texts.

use proptest::prelude::*;

use crate::Language::{self, Chinese, English, Other};

#[test]
fn languages_are_told_by_letters_and_small_words() {
    let check = |text: &str, expected: Language| assert_eq!(Language::of(text), expected, "{text}");
    check("", Other);
    check("2024, 12 (3)", Other);
    check("The bill should be narrower.", English);
    check("Anna Lindqvist", English);
    check("Governing Machines Through Care, Caring for Machines: A Day on Open Questions in Lawmaking", English);
    check("MINISTRY OF DIGITAL AFFAIRS", English);
    check("Le projet de loi sur les machines est trop large", Other);
    check("Der Entwurf ist zu weit und mit dem Grundgesetz nicht vereinbar", Other);
    check("El proyecto de ley es demasiado amplio para los pequeños", Other);
    check("草案应当缩小 AI 的范围。", Chinese);
    check("草案應當縮小範圍。", Chinese);
    check("Harbour Robotics Ltd. 海港机器人有限公司 asked for a longer transition", English);
    check("この法案は広すぎる。", Other);
    check("법안은 너무 넓다.", Other);
    check("Закон слишком широк", Other);
}

#[test]
fn a_long_text_is_judged_by_its_start() {
    let text = format!("{}{}", "The scope of this bill is wide. ".repeat(40), "条".repeat(5000));
    assert_eq!(Language::of(&text), English);
}

#[test]
fn tags_lead_back() {
    for language in [English, Chinese, Other] {
        assert_eq!(Language::from_tag(language.tag()), language);
    }
}

proptest! {
    #[test]
    fn any_text_has_a_language(text in "\\PC{0,600}") {
        let _ = Language::of(&text);
    }
}
