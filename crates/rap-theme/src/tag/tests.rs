use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;

const DEMANDS: &str = include_str!("demands.txt");

/// How many of the invented demands must come first under a theme that fits, of a hundred.
const RIGHT: usize = 90;

fn tagger() -> &'static Tagger {
    static BUILTIN: LazyLock<Tagger> = LazyLock::new(|| Tagger::new(&Codebook::builtin()));
    &BUILTIN
}

fn whole(text: &str) -> [Span; 1] {
    [Span::new(0, text.len())]
}

#[test]
fn invented_demands_stand_under_the_theme_an_analyst_chooses() {
    let tagger = tagger();
    let mut wrong = Vec::new();
    let mut all = 0;
    for line in DEMANDS.lines().filter(|line| !line.starts_with('#')) {
        let (themes, words) = line.split_once(": ").unwrap();
        all += 1;
        let tags = tagger.tags(words, &whole(words));
        if !themes.split('|').any(|theme| theme == tags[0].theme) {
            let found: Vec<_> = tags
                .iter()
                .map(|tag| {
                    format!(
                        "{} {:.2} {:?}",
                        tag.theme,
                        tag.score,
                        tag.words.iter().map(|span| span.of(words)).collect::<Vec<_>>()
                    )
                })
                .collect();
            wrong.push(format!("{line}\n      {}", found.join("; ")));
        }
    }
    let right = all - wrong.len();
    eprintln!("{right} of {all} demands first under their theme\n{}", wrong.join("\n"));
    assert!(right * 100 >= all * RIGHT, "{right} of {all}");
}

/// Returns the tags of a text by a small codebook: theme, then the words that earned it.
fn tagged(theme: &str, text: &str) -> Vec<(String, Vec<String>)> {
    let codebook = Codebook::parse(&format!("id = \"c\"\ntitle = \"C\"\n{theme}")).unwrap();
    let tags = Tagger::new(&codebook).tags(text, &whole(text));
    tags.into_iter().map(|tag| (tag.theme, tag.words.iter().map(|span| span.of(text).to_owned()).collect())).collect()
}

const GARDEN: &str = r#"
[[theme]]
id = "trees"
name = "Trees"
cues.en = ["(plant|fell) … tree", { cue = "park", weight = 1 }]
except.en = ["tree house"]
[[theme]]
id = "play"
name = "Play"
cues.en = ["tree house", "play", "swing"]
"#;

#[test]
fn a_gap_is_a_few_words_of_one_sentence() {
    let words = |text: &str| tagged(GARDEN, text);
    assert_eq!(words("Plant three or four trees."), [("trees".into(), vec!["Plant".into(), "trees".into()])]);
    assert_eq!(words("Plant roses. Trees are dear."), [("other".into(), vec![])]);
    let far = "Plant one two three four five six seven eight nine trees";
    assert_eq!(words(far), [("other".into(), vec![])]);
}

#[test]
fn exceptions_take_out_their_concept_alone() {
    assert_eq!(tagged(GARDEN, "Plant a tree house."), [("play".into(), vec!["tree house".into()])]);
}

#[test]
fn words_lie_in_the_content_and_never_span_its_pieces() {
    let text = "Relax copyright, she said, exceptions for training data.";
    let content = [Span::new(0, 15), Span::new(27, text.len())];
    for tag in tagger().tags(text, &content) {
        for words in tag.words {
            assert!(content.iter().any(|piece| piece.contains(words)), "{}", words.of(text));
        }
    }
}

#[test]
fn nothing_is_told_of_nothing() {
    let none = [Tag { theme: "other".to_owned(), score: 0.0, words: vec![] }];
    assert_eq!(tagger().tags("", &[]), none);
    assert_eq!(tagger().tags("Lunch is at noon.", &[Span::new(0, 17)]), none);
    assert_eq!(tagger().tags("data", &[Span::new(1, 900)]), none, "a span outside of the text");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn words_lie_within_the_content_and_scores_within_bounds(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "training data", "exempt", "版权", "訓練數據", "open source", ". ", " ", "，", "liability", "é", "国际", "*", "\u{0}",
        ]), 0..24),
        from in 0_usize..40,
    ) {
        let text = pieces.join(" ");
        let start = (0..=from.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let content = Span::new(start, text.len());
        for tag in tagger().tags(&text, &[content]) {
            prop_assert!((0.0..=1.0).contains(&tag.score));
            for words in tag.words {
                prop_assert!(content.contains(words) && !words.of(&text).is_empty());
            }
        }
    }
}
