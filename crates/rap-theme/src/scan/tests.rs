use super::*;
use crate::cue;

/// Returns the words that these cues find in a text, in the order of the text.
fn found(cues: &[&str], text: &str) -> Vec<String> {
    let patterns: Vec<_> = cues.iter().map(|cue| cue::pattern(cue).unwrap()).collect();
    let mut hits = Vec::new();
    Scanner::of(&patterns).scan(text, &mut Memory::default(), &mut hits);
    hits.sort();
    hits.iter().map(|hit| text.get(hit.start..hit.end).unwrap().to_owned()).collect()
}

#[test]
fn words_are_found_whole_in_any_inflection_and_case() {
    assert_eq!(found(&["licence"], "Licensing beats LICENCES, not licentious."), ["Licensing", "LICENCES"]);
    assert_eq!(found(&["art"], "The party's art"), ["art"]);
    assert_eq!(found(&["use"], "using what we used"), ["using", "used"]);
    assert_eq!(found(&["AI"], "AI, ai, said, 人工智能AI法"), ["AI", "ai", "AI"]);
}

#[test]
fn phrases_bear_fillers_and_hyphens_but_no_comma() {
    assert_eq!(found(&["open source model"], "Open-source models"), ["Open-source models"]);
    assert_eq!(found(&["use of data"], "the use of the data"), ["use of the data"]);
    assert_eq!(found(&["developer liability"], "the developer’s liability"), ["developer’s liability"]);
    assert_eq!(found(&["open source"], "open, source"), Vec::<String>::new());
    assert_eq!(found(&["open source"], "open. Source"), Vec::<String>::new());
}

#[test]
fn prefixes_and_chinese() {
    assert_eq!(found(&["regulat*"], "Regulatory rules regulate."), ["Regulatory", "regulate"]);
    assert_eq!(found(&["训练数据", "数据"], "模型训练数据；訓練數據"), ["训练数据", "数据", "訓練數據", "數據"]);
    assert_eq!(found(&["AI治理"], "参与ai治理"), ["ai治理"]);
}
