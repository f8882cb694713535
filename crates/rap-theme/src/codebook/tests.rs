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

/// Returns the page of what is wrong with a file.
fn page(toml: &str) -> String {
    Codebook::parse(toml).map_or_else(|errors| errors.page("my.toml"), |codebook| format!("right: {}", codebook.id))
}

#[test]
fn every_mistake_is_told_at_once_with_its_line_and_a_hint() {
    insta::assert_snapshot!(page(
        r#"id = "My codebook"
title = "Mine"
colour = "red"

[[theme]]
id = "trees"
nmae = "Trees"
cues.en = ["tree", "", "(oak|elm", 7]

[[theme]]
id = "trees"
name = "Trees again"
cues.en = []

[[theme]]
id = "play"
name = { zh = "游戏" }
weight = "heavy"
cues.en = ["Tree", { cue = "swing", wieght = 3 }]
cues.fr = ["arbre"]

[[theme.concept]]
weight = 11
joins = "yes"
zh = ["… 公园", "树*"]
"#
    ));
}

#[test]
fn what_is_no_toml_is_told_beside_the_rest() {
    insta::assert_snapshot!(page(
        "id = \"a\"\ntitle = A title\n\n[[theme]]\nid = \"b\"\nid = \"c\"\nname = \"B\"\ncues = \"b\"\n"
    ));
}

#[test]
fn an_empty_file_says_what_a_codebook_needs() {
    insta::assert_snapshot!(page(""));
}

#[test]
fn the_codebook_of_the_manual_is_right() {
    let manual = include_str!("../../../../docs/codebook.md");
    let toml = manual.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert_eq!(page(toml), "right: parks");
}

#[test]
fn other_is_last_and_takes_no_cues() {
    let file = "id = \"a\"\ntitle = \"A\"\n[[theme]]\nid = \"other\"\nname = \"Rest\"\n[[theme]]\nid = \"b\"\nname = \"B\"\ncues.en = [\"b\"]\n";
    let codebook = Codebook::parse(file).unwrap();
    assert_eq!(codebook.themes.last().map(|theme| theme.name.as_str()), Some("Rest"));
    let with_cues = file.replace("name = \"Rest\"", "name = \"Rest\"\ncues.en = [\"x\"]");
    assert!(page(&with_cues).contains("`other` takes no cues"), "{}", page(&with_cues));
}

#[test]
fn hostile_files_are_told_in_bounded_time_and_space() {
    for hostile in ["[".repeat(100_000), "a.".repeat(100_000), "x = 1\n".repeat(50_000), "\u{0}".repeat(1_000)] {
        let errors = Codebook::parse(&hostile).unwrap_err();
        assert!((1..=100).contains(&errors.errors.len()));
        assert!(errors.page("f").len() < 200_000);
    }
}
