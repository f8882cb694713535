use super::fold_into;

fn fold(text: &str) -> String {
    let mut folded = String::new();
    text.chars().for_each(|c| fold_into(c, &mut folded));
    folded
}

#[test]
fn print_alone_makes_no_difference() {
    assert_eq!(fold("第３条：甲，乙"), fold("第3条︰甲,乙"));
    assert_eq!(fold("臺北市"), fold("台北市"));
    assert_eq!(fold("「平台」"), fold("“平台”"));
    assert_eq!(fold("the ‘operator’"), fold("the \"operator\""));
    assert_eq!(fold("ef\u{ad}ﬁcient"), fold("efficient"));
}

#[test]
fn words_of_the_law_stay_apart() {
    assert_ne!(fold("甲、乙"), fold("甲，乙"));
    assert_ne!(fold("May"), fold("may"));
    assert_ne!(fold("应当"), fold("应該"));
}
