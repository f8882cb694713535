//! Words across the ends of lines.

use super::{Vocabulary, join};

fn check(first: &str, second: &str, known: &str, expected: &str) {
    let vocabulary = Vocabulary::of([known].into_iter());
    let mut words = first.to_owned();
    join(&mut words, second, &vocabulary);
    assert_eq!(words, expected);
}

#[test]
fn hyphens_go_where_they_break_a_word_and_stay_where_they_make_one() {
    check("the regu-", "lation of", "", "the regulation of");
    check("a risk-", "based rule", "the risk-based rule of", "a risk-based rule");
    check("an AI-", "based rule", "", "an AI-based rule");
    check("Title IV–", "B of", "", "Title IV–B of");
    check("not now -", "later", "", "not now - later");
    check("state-of-the-", "art tools", "", "state-of-the-art tools");
}

#[test]
fn chinese_lines_are_joined_without_a_space() {
    check("草案应", "当收窄", "", "草案应当收窄");
    check("草案 AI", "应当", "", "草案 AI 应当");
}
