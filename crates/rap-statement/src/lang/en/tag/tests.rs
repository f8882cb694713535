use super::*;
use crate::lang::en::lexicon::lexicon;
use crate::lang::en::token::tokenize;

fn check(text: &str, expected: &[Tag]) {
    let mut tokens = Vec::new();
    tokenize(text, rap_doc::Span::new(0, text.len()), lexicon(), &mut tokens);
    let mut tags = Vec::new();
    tag(text, &tokens, &mut tags);
    assert_eq!(tags, expected, "{text}");
}

#[test]
fn nouns_and_verbs_that_look_the_same() {
    use Tag::{Adverb, Base, Determiner, Finite, Noun, Stop, To};
    check("The board plans to claim the plans.", &[Determiner, Noun, Finite, To, Base, Determiner, Noun, Stop]);
    check("The claims surely worry members.", &[Determiner, Noun, Adverb, Finite, Noun, Stop]);
}

#[test]
fn that_in_its_readings() {
    use Tag::{Adverb, Base, Be, Determiner, Finite, Modal, Noun, Pronoun, Relative, Stop, That};
    check("They said that it is late.", &[Pronoun, Finite, That, Pronoun, Be, Adverb, Stop]);
    check("A plan that would help.", &[Determiner, Noun, Relative, Modal, Base, Stop]);
}
