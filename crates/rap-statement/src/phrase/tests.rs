use super::{Hit, Phrases, Vocabulary, Word, inflected};

/// Finds the phrases of a table in words separated by spaces; a number is a word and nothing else.
fn found(table: &str, text: &str) -> Vec<(char, usize, usize)> {
    let mut vocabulary = Vocabulary::default();
    let phrases = Phrases::of_table(table, &mut vocabulary, |name| name.chars().next());
    let ending = |word: &str| if word.ends_with("ed") { vocabulary.id(b"@ed") } else { 0 };
    let word = |(at, word): (usize, &str)| Word {
        id: vocabulary.id(word.as_bytes()),
        ending: ending(word),
        start: 0,
        end: 0,
        opens: at == 0,
    };
    let words: Vec<Word> = text.split(' ').enumerate().map(word).collect();
    let mut hits = Vec::new();
    phrases.find(&words, &mut hits);
    hits.into_iter().map(|Hit { label, first, end }| (label, first, end)).collect()
}

#[test]
fn the_longest_phrase_wins() {
    let table = "[a]\nshould\n[b]\nshould have @ed\n";
    assert_eq!(found(table, "it should work"), [('a', 1, 2)]);
    assert_eq!(found(table, "it should have worked"), [('b', 1, 4)]);
    assert_eq!(found(table, "it should have a lid"), [('a', 1, 2)]);
}

#[test]
fn sets_choices_gaps_and_optional_parts() {
    let table = "good = nice better\n[a]\nit is (very|so)? <good> # praise\ncall~ *2 for\n(we|<good>)? ask\n";
    assert_eq!(found(table, "it is nice"), [('a', 0, 3)]);
    assert_eq!(found(table, "it is so nice"), [('a', 0, 4)]);
    assert_eq!(found(table, "it is too nice"), []);
    assert_eq!(found(table, "they called on us for help"), [('a', 1, 5)]);
    assert_eq!(found(table, "calling one two three for"), []);
    assert_eq!(found(table, "we ask and ask"), [('a', 0, 2), ('a', 3, 4)]);
}

#[test]
fn a_phrase_may_be_bound_to_the_start_of_a_clause() {
    assert_eq!(found("[a]\n^ let us\n", "let us go"), [('a', 0, 2)]);
    assert_eq!(found("[a]\n^ let us\n", "they let us go"), []);
}

#[test]
fn inflections_are_regular() {
    assert_eq!(inflected("clarify"), ["clarify", "clarifies", "clarified", "clarifying"]);
    assert_eq!(inflected("exempt"), ["exempt", "exempts", "exempted", "exempting"]);
    assert_eq!(inflected("waive"), ["waive", "waives", "waived", "waiving"]);
    assert_eq!(inflected("harass"), ["harass", "harasses", "harassed", "harassing"]);
    assert_eq!(inflected("agree"), ["agree", "agrees", "agreed", "agreeing"]);
}

/// Every line of the shipped tables is a section, a set, or phrases: nothing is misspelt and silently lost.
#[test]
fn the_shipped_tables_can_be_read() {
    for table in [
        include_str!("../../../../packs/lexicons/en/act-cues.txt"),
        include_str!("../../../../packs/lexicons/en/stance-cues.txt"),
        include_str!("../../../../packs/lexicons/en/progress.txt"),
    ] {
        let lines = || table.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
        let sets: String = lines().filter(|line| line.contains(" = ")).map(|line| format!("{line}\n")).collect();
        let phrases = lines().filter(|line| !line.is_empty() && !line.contains(" = ") && !line.starts_with('['));
        for line in phrases {
            let one = format!("{sets}[a]\n{line}\n");
            let read = Phrases::of_table(&one, &mut Vocabulary::default(), |name| name.chars().next());
            assert!(!read.phrases.is_empty(), "{line}");
        }
    }
}
