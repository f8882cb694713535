//! What the words around a deed say of it: whether a date is its own, and whether a committee or the whole house did it.

use rap_doc::Span;

use super::{EventKind, Participant};

/// Tells whether a word between a date and the words of a deed parts them: "approved on 5 May but scrapped".
pub(super) fn is_of_another_deed(text: &str, date: Span, told: Span) -> bool {
    const MARKS: [&str; 10] =
        ["，后", "，之后", " but ", "; ", "，但", "；", " after ", " before ", " when ", " although "];
    let between = if date.end() <= told.start() {
        text.get(date.end()..told.start())
    } else if told.end() <= date.start() {
        text.get(told.end()..date.start())
    } else {
        text.get(date.end().min(told.end())..told.end())
    };
    // "After 5 May" is a date, "after the vote of 5 May" is of the vote.
    let parts = |words: &str, mark: &str| words.find(mark).is_some_and(|at| words.len() > at + mark.len());
    between.is_some_and(|words| MARKS.iter().any(|mark| parts(words, mark)))
}

/// A committee of an assembly that passes a bill reports it; the assembly passes it.
pub(super) fn kind_by(kind: EventKind, people: &[Participant]) -> EventKind {
    let committee = people.first().is_some_and(|actor| {
        let name = actor.name.as_str();
        let whole = ["Standing Committee of the", "NPC Standing", "Central Committee", "Committee of the Regions"];
        let whole_zh = ["常务委员会", "常委会", "中央委员会"];
        (name.contains("Committee") || name.ends_with("委员会"))
            && !whole.iter().chain(&whole_zh).any(|body| name.contains(body))
            && !name.ends_with("Standing Committee")
    });
    match kind {
        EventKind::Adopted | EventKind::Vote if committee => EventKind::CommitteeReport,
        kind => kind,
    }
}
