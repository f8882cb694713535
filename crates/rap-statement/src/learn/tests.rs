use super::*;

fn lesson(text: &str, source: &str, cue: &str, content: &str) -> Lesson {
    let place = |words: &str| {
        let at = text.find(words).unwrap();
        std::iter::once(at..at + words.len()).collect()
    };
    Lesson {
        text: text.to_owned(),
        marked: vec![Marked { source: place(source), cue: place(cue), content: place(content), ..Marked::default() }],
        ..Lesson::default()
    }
}

fn lessons() -> Vec<Lesson> {
    let names = ["Ada Lund", "Tom Reed", "the guild", "the board", "Mia Stone", "the union"];
    names
        .iter()
        .flat_map(|name| {
            let said = format!("Yesterday {name} grumbled that the fee was high.");
            let quiet = Lesson { text: format!("Yesterday {name} opened the new mill."), ..Lesson::default() };
            [lesson(&said, name, "grumbled", "that the fee was high"), quiet]
        })
        .collect()
}

#[test]
fn the_same_lessons_give_the_same_bytes() {
    assert_eq!(learn(&lessons(), Language::English), learn(&lessons(), Language::English));
}

#[test]
fn learning_tells_cues_from_deeds_in_cross_validation() {
    let learned = learn(&lessons(), Language::English);
    assert!(learned.notes.iter().any(|note| note.contains("places F1 1.000")), "{:?}", learned.notes);
}
