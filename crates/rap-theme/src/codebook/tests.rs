use super::*;
use crate::Tagger;
use rap_doc::Span;

fn first_theme(tagger: &Tagger, words: &str) -> String {
    tagger.tags(words, &[Span::new(0, words.len())])[0].theme.clone()
}

#[test]
fn the_builtin_codebook_codes_its_own_examples() {
    let codebook = Codebook::builtin();
    let tagger = Tagger::new(&codebook);
    let mut wrong = Vec::new();
    for theme in &codebook.themes {
        for example in &theme.examples {
            let found = first_theme(&tagger, &example.words);
            if found != theme.id {
                wrong.push(format!("{}: {found}: {}", theme.id, example.words));
            }
        }
        for example in &theme.counterexamples {
            if first_theme(&tagger, &example.words) == theme.id {
                wrong.push(format!("not {}: {}", theme.id, example.words));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_builtin_codebook_has_the_six_sections_and_other() {
    let codebook = Codebook::builtin();
    let ids: Vec<_> = codebook.themes.iter().map(|theme| theme.id.as_str()).collect();
    let expected = ["scope", "datasets", "intellectual-property", "liability", "open-source", "coordination", "other"];
    assert_eq!(ids, expected);
    for theme in &codebook.themes {
        assert!(!theme.name.is_empty() && !theme.name_zh.is_empty() && !theme.definition_zh.is_empty(), "{}", theme.id);
    }
    assert_eq!(codebook.sha256.len(), 64);
}
