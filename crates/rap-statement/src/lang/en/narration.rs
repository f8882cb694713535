//! Narration: sentences in which a record tells what happened, not what was said.

use std::sync::LazyLock;

use rap_doc::MONTH_NAMES;

use crate::word_list::WordList;

/// How a sentence of narration begins.
const OPENERS: [&str; 47] = [
    "Following the",
    "Following this",
    "During the",
    "After the",
    "Before the",
    "Subsequently,",
    "The conference",
    "The meeting",
    "The forum",
    "The session",
    "The symposium",
    "The seminar",
    "The event",
    "The workshop",
    "The discussion",
    "The panel",
    "The roundtable",
    "The hearing",
    "This conference",
    "This meeting",
    "This forum",
    "This seminar",
    "This symposium",
    "This event",
    "This session",
    "At the meeting",
    "At the conference",
    "At the forum",
    "In the discussion",
    "In the session",
    "In the first session",
    "In the second session",
    "In the afternoon",
    "In the morning",
    "Under the theme",
    "Participants",
    "Attendees",
    "Experts and",
    "Experts from",
    "Representatives",
    "The participants",
    "The attendees",
    "Finally, the",
    "The working group",
    "The opening",
    "The draft was",
    "On behalf of",
];

/// What people do at a meeting beside saying something, in the past.
const EVENTS: [&str; 40] = [
    " chaired ",
    " presided ",
    " moderated ",
    " hosted ",
    " was held",
    " were held",
    " took place",
    " attended ",
    " introduced ",
    " invited ",
    " welcomed ",
    " opened the ",
    " closed the ",
    " concluded the ",
    " spoke on",
    " spoke at",
    " spoke about",
    " spoke as ",
    " spoke next",
    " delivered ",
    " gave a ",
    " gave an ",
    " made statements",
    " participated",
    " took part",
    " transitioned",
    " was released",
    " were released",
    " was published",
    " collected ",
    " presented ",
    " summarized ",
    " summarised ",
    " adjourned",
    " was organized",
    " was organised",
    " moved on to ",
    " added their comments",
    " exchanged views",
    " shared their",
];

/// Tells whether a sentence gives an account of the event.
pub(crate) fn narrates(sentence: &str) -> bool {
    static OPENING: LazyLock<WordList> = LazyLock::new(|| WordList::of(OPENERS));
    static TOLD: LazyLock<WordList> = LazyLock::new(|| WordList::of(EVENTS));
    OPENING.opens(sentence) || TOLD.stands_in(sentence) || dates(sentence)
}

/// Tells a sentence that begins with a date: "On 5 May, …", "On April 5, 2031, …".
fn dates(sentence: &str) -> bool {
    let Some(rest) = sentence.strip_prefix("On ").or_else(|| sentence.strip_prefix("In ")) else { return false };
    let head = rest.split(',').next().unwrap_or_default();
    MONTH_NAMES.iter().any(|month| head.contains(month)) && head.chars().any(|c| c.is_ascii_digit())
}
