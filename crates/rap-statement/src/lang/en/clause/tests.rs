use super::*;
use crate::lang::en::lexicon::lexicon;
use crate::lang::en::tag::tag;
use crate::lang::en::token::tokenize;

/// The subject of each verb group and the group, as words.
fn check(text: &str, expected: &[&str]) {
    let mut tokens = Vec::new();
    tokenize(text, rap_doc::Span::new(0, text.len()), lexicon(), &mut tokens);
    let (mut tags, mut groups) = (Vec::new(), Vec::new());
    tag(text, &tokens, &mut tags);
    find_groups(&tags, 0, tokens.len(), &mut groups);
    let clauses = Clauses { text, tokens: &tokens, tags: &tags, from: 0, to: tokens.len(), groups: &groups };
    let words = |range: Range<usize>| range.map(|at| clauses.word(at)).collect::<Vec<_>>().join(" ");
    let found: Vec<String> = groups
        .iter()
        .map(|group| {
            format!("{} | {}", clauses.subject(group).map_or(String::new(), words), words(group.first..group.end))
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn subjects_of_verbs() {
    check("Ada Lund, the mayor, has often said no.", &["Ada Lund , the mayor | has often said"]);
    check(
        "The head of the board tried to explain.",
        &["The head of the board | tried", "The head of the board | to explain"],
    );
    check("They met and agreed.", &["They | met", "They | agreed"]);
}
