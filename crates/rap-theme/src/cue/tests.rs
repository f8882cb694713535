use super::*;

/// Shows the patterns of a cue: words by `+`, gaps by `…`, prefixes with `*`.
fn shown(cue: &str) -> String {
    let word = |word: &Word| match word {
        Word::Stem(stem) => String::from_utf8_lossy(stem).into_owned(),
        Word::Prefix(start) => format!("{}*", String::from_utf8_lossy(start)),
    };
    let wording = |wording: &Wording| match wording {
        Wording::Words(words) => words.iter().map(word).collect::<Vec<_>>().join("+"),
        Wording::Characters(characters) => characters.clone(),
    };
    let part = |part: &Part| part.iter().map(wording).collect::<Vec<_>>().join(" / ");
    match pattern(cue) {
        Ok(found) => found.parts.iter().map(part).collect::<Vec<_>>().join(" … "),
        Err(fault) => format!("error: {}", fault.message),
    }
}

#[test]
fn words_gaps_alternatives_and_endings() {
    assert_eq!(shown("open-source models"), "open+sourc+model");
    assert_eq!(shown("exempt ... copyright"), "exempt … copyright");
    assert_eq!(shown("(relax|ease) rules"), "eas+rul / relax+rul");
    assert_eq!(shown("责任(承担|)"), "責任 / 責任承擔 / 责任 / 责任承担");
    assert_eq!(shown("data(set)?"), "data / dataset");
    assert_eq!(shown("regulat*"), "regulat*");
    assert_eq!(shown("AI治理"), "ai治理");
}

#[test]
fn chinese_cues_find_both_scripts() {
    assert_eq!(shown("训练数据"), "訓練數據 / 训练数据");
    assert_eq!(shown("訓練數據"), "訓練數據 / 训练数据");
    assert_eq!(shown("豁免…版权"), "豁免 … 版权 / 版權");
}

#[test]
fn faults_are_told() {
    assert_eq!(shown(""), "error: the cue is empty");
    assert_eq!(shown("… copyright"), "error: a gap with nothing on one side");
    assert_eq!(shown("(a|b"), "error: `(` without `)`");
    assert_eq!(shown("a b)"), "error: `)` without `(`");
    assert_eq!(shown("re*late"), "error: `*` inside of a word");
    assert_eq!(shown("re*"), "error: `*` after fewer than three letters");
    assert_eq!(shown("数据*"), "error: `*` in a cue that is not in Latin letters");
    assert_eq!(shown("a … b … c … d … e"), "error: more than three gaps");
    assert_eq!(shown("!?"), "error: a cue without letters");
}
