use super::{Terms, stems_of};

fn found(text: &str) -> Vec<String> {
    let terms = Terms::built_in();
    let (stems, _) = stems_of(text);
    terms.find(&stems).iter().filter_map(|found| Some(terms.term(found.term)?.english.first()?.clone())).collect()
}

#[test]
fn both_languages_name_the_same_terms() {
    assert_eq!(found("Sensitive personal information of minors"), ["sensitive personal information", "child"]);
    assert_eq!(found("未成年人的敏感个人信息"), ["child", "sensitive personal information"]);
    assert_eq!(found("Automated decision-making"), found("自动化决策"));
}

#[test]
fn every_line_of_the_list_is_a_term() {
    let lines = super::BUILT_IN.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    assert_eq!(Terms::built_in().len(), lines.count());
}
