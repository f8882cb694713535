use super::*;

fn check_same(words: &[&str]) {
    let stems: Vec<_> = words.iter().map(|word| stem(word)).collect();
    assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{words:?} give {stems:?}");
}

fn stem(word: &str) -> String {
    Stem::of(word.as_bytes()).map(|stem| String::from_utf8_lossy(stem.as_bytes()).into_owned()).unwrap_or_default()
}

#[test]
fn inflection_and_spelling_fall_together() {
    check_same(&["licence", "licences", "license", "licensed", "Licensing"]);
    check_same(&["model", "models", "modelling", "modeled"]);
    check_same(&["standardise", "standardizes", "standardising", "standardized"]);
    check_same(&["standardisation", "standardization"]);
    check_same(&["liability", "liabilities"]);
    check_same(&["corpus", "corpora"]);
    check_same(&["use", "uses", "used", "using"]);
    check_same(&["training", "train", "trained", "trains"]);
    check_same(&["process", "processes", "processing", "processed"]);
    check_same(&["scrape", "scraping", "scraped"]);
    check_same(&["file", "filing", "filed"]);
    check_same(&["patch", "patches"]);
    check_same(&["favour", "favor", "favoured"]);
}

#[test]
fn words_of_other_meaning_stay_apart() {
    for (one, other) in [("general", "generate"), ("need", "new"), ("thing", "the"), ("string", "str"), ("law", "lay")]
    {
        assert_ne!(stem(one), stem(other), "{one} and {other}");
    }
}

#[test]
fn what_is_no_word_has_no_stem() {
    assert_eq!(stem(""), "");
    assert_eq!(stem(&"a".repeat(33)), "");
    assert_eq!(stem("2024"), "2024");
}
