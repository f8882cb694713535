use super::each_word;

fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    each_word(text, |word| found.push(word.span.of(text)));
    found
}

fn hashes(text: &str) -> Vec<u64> {
    let mut found = Vec::new();
    each_word(text, |word| found.push(word.hash));
    found
}

#[test]
fn words_and_characters_are_told_apart() {
    assert_eq!(words("It's 12 o'clock, isn’t it?"), ["It's", "12", "o'clock", "isn’t", "it"]);
    assert_eq!(words("缩小AI的范围"), ["缩", "小", "AI", "的", "范", "围"]);
    assert_eq!(words("…—!"), Vec::<&str>::new());
}

#[test]
fn what_a_careless_copy_changes_is_not_seen() {
    for (a, b) in [
        ("Naïve Approach", "NAÏVE   approach."),
        ("ＡＢＣ １２３", "abc 123"),
        ("don't", "don’t"),
        ("x\u{200b}y", "xy"),
    ] {
        assert_eq!(hashes(a), hashes(b), "{a}");
    }
    for (a, b) in [("Article 3", "Article 5"), ("in form", "inform"), ("范围", "围范")] {
        assert_ne!(hashes(a), hashes(b), "{a}");
    }
}
