//! Names of people: where one stands at the end or the start of a run of capitals.
//!
//! Western names begin with a given name that the list knows; Chinese names in pinyin are a surname of the list and
//! one or two given syllables, in either order; any name may follow a form of address or an office.

use super::class;
use super::words::Words;

/// A name has at most so many words ("Maria del Carmen de la Cruz").
const LONGEST: usize = 7;

/// Returns where the name of a person begins that ends the run `first..end` of capitals; `None` where none does.
pub(crate) fn person_in_run(words: Words<'_>, first: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    if words.is(last, class::BODY_HEAD) && !words.is(last, class::PINYIN_SURNAME) && !follows_given(words, first, last)
    {
        return None;
    }
    western(words, first, end)
        .or_else(|| pinyin(words, first, end))
        .or_else(|| addressed(words, first, end))
        .or_else(|| apposed(words, first, end))
}

/// "Grace Church" is a body, "Charlotte Church" may be anything; only initials make a person of such a word.
fn follows_given(words: Words<'_>, first: usize, last: usize) -> bool {
    last >= first + 2 && is_initial(words.word(last - 1)) && words.is(first, class::GIVEN_NAME)
}

/// Tells `J.` and `W.`.
fn is_initial(word: &str) -> bool {
    word.len() <= 4 && word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_uppercase())
}

fn western(words: Words<'_>, first: usize, end: usize) -> Option<usize> {
    let from = first.max(end.saturating_sub(LONGEST));
    let given = (from..end.saturating_sub(1)).find(|&at| begins_name(words, first, at))?;
    let surname = end - 1;
    let fits = !words.is(surname, class::ROLE) && !words.word(surname).ends_with('.')
        || words.says(surname, "Jr.")
        || words.says(surname, "Sr.");
    let no_field = (given + 1..end).all(|at| !words.is(at, class::BODY_HEAD) || at == surname);
    (fits && no_field).then_some(given)
}

fn begins_name(words: Words<'_>, first: usize, at: usize) -> bool {
    let named = words.is(at, class::GIVEN_NAME) || is_initial(words.word(at)) && words.word(at) != "U.S.";
    let opens = at == first
        || words.is(at - 1, class::ROLE | class::TITLE | class::BODY_HEAD | class::NATION | class::ROLE_MODIFIER);
    // "the head of law at Birch Mills Ann Lee": the office goes on in the run.
    let employed = first > 0 && matches!(words.word(first - 1), "at" | "from" | "of" | "for");
    // "Will", "May" and "Mark" at the head of a sentence are words; a name goes on with a capital.
    named && (opens || employed) && !words.is(at, class::MODAL | class::TIME)
}

/// Finds "Zhang Linghan", "Ouyang Xiu", "Wu Xiao Ming" and "Linghan Zhang" at the end of the run.
fn pinyin(words: Words<'_>, first: usize, end: usize) -> Option<usize> {
    let syllables = |at: usize| pinyin_syllables(words.word(at));
    let surname = |at: usize| words.is(at, class::PINYIN_SURNAME) && words.get(at).is_some_and(|t| t.is_capital());
    if end >= first + 3 && surname(end - 3) && syllables(end - 2) == 1 && syllables(end - 1) == 1 {
        return Some(end - 3);
    }
    let two = end.checked_sub(2).filter(|&at| at >= first)?;
    let given = syllables(end - 1);
    if surname(two) && (1..=3).contains(&given) {
        return Some(two);
    }
    (surname(end - 1) && syllables(two) == 2).then_some(two)
}

/// Finds the name after "Professor", "Mr." or "Vice President": one to three capitals that are no field of work.
fn addressed(words: Words<'_>, first: usize, end: usize) -> Option<usize> {
    let title = (first..end).rev().find(|&at| words.is(at, class::TITLE | class::ROLE))?;
    let name = title + 1;
    let plural = words.is(title, class::ROLE_PLURAL) && !words.is(title, class::TITLE);
    let fits = (name..end).all(|at| !words.is(at, class::FIELD | class::BODY_HEAD | class::NATION | class::TIME));
    (name < end && end - name <= 3 && fits && !plural).then_some(name)
}

/// Finds a name of which no list knows a word by the office that follows it: "Ottla Marsk, director of the institute".
fn apposed(words: Words<'_>, first: usize, end: usize) -> Option<usize> {
    const NO_NAME: u64 = class::FIELD
        | class::BODY_HEAD
        | class::NATION
        | class::TIME
        | class::ROLE
        | class::TITLE
        | class::GROUP
        | class::ROLE_MODIFIER;
    const LONGEST_OFFICE: usize = 8;
    let named = (2..=3).contains(&(end - first)) && (first..end).all(|at| !words.is(at, NO_NAME));
    let somewhere = first > 0 && words.is(first - 1, class::PREPOSITION);
    if !named || somewhere || !words.mark(end, b',') {
        return None;
    }
    let before_head = class::DETERMINER | class::ROLE_MODIFIER | class::FIELD;
    let office = end + 1..end + 1 + LONGEST_OFFICE;
    // "Ottla Marsk, the Mill Board's chief engineer": the body is named inside of the office.
    let owner = |at: usize| {
        let capital = words.capital(at) && words.is(end + 1, class::DETERMINER);
        capital || matches!(words.word(at), "'s" | "’s" | "'" | "’")
    };
    let head = office.clone().find(|&at| words.is(at, class::ROLE) || !words.is(at, before_head) && !owner(at))?;
    words.is(head, class::ROLE).then_some(first)
}

/// Returns how many syllables of pinyin a word is; 0 where it is none.
pub(crate) fn pinyin_syllables(word: &str) -> usize {
    if word.len() > 18 || !word.starts_with(|c: char| c.is_ascii_uppercase()) {
        return 0;
    }
    let letters = word.as_bytes();
    // The fewest syllables that end at each letter: initials and finals of pinyin, an apostrophe or hyphen between.
    let mut best = [0_u8; 20];
    for at in 0..letters.len() {
        let reached = at == 0 || best.get(at).is_some_and(|count| *count > 0);
        if !reached {
            continue;
        }
        let so_far = best.get(at).copied().unwrap_or_default();
        let rest = letters.get(at..).unwrap_or_default();
        if at > 0 && matches!(rest, [b'-' | b'\'', ..]) {
            shorten(&mut best, at + 1, so_far);
        }
        for length in syllable_lengths(rest) {
            shorten(&mut best, at + length, so_far + 1);
        }
    }
    best.get(letters.len()).copied().unwrap_or_default().into()
}

fn shorten(best: &mut [u8; 20], at: usize, count: u8) {
    if let Some(slot) = best.get_mut(at)
        && (*slot == 0 || *slot > count)
    {
        *slot = count;
    }
}

const FINALS: [&str; 35] = [
    "iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uai", "uan", "ueng", "ai", "an", "ao", "ei",
    "en", "er", "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "a", "e", "i", "o", "u", "v", "üe",
];

/// Returns the lengths of the syllables that `rest` can begin with.
fn syllable_lengths(rest: &[u8]) -> impl Iterator<Item = usize> {
    let letter = |at: usize| rest.get(at).map(u8::to_ascii_lowercase).unwrap_or_default();
    let initial = match (letter(0), letter(1)) {
        (b'z' | b'c' | b's', b'h') => 2,
        (b'a' | b'e' | b'o', _) => 0,
        (b'b'..=b'z', _) if !matches!(letter(0), b'i' | b'u' | b'v') => 1,
        _ => usize::MAX,
    };
    FINALS.iter().filter_map(move |ending| {
        let body = rest.get(initial..)?.get(..ending.len())?;
        let fits = body.eq_ignore_ascii_case(ending.as_bytes()) && pairs(letter(0), initial, ending);
        fits.then_some(initial + ending.len())
    })
}

/// Tells initials and finals that pinyin puts together, as far as it keeps English words out.
fn pairs(initial: u8, length: usize, ending: &str) -> bool {
    match initial {
        b'j' | b'q' | b'x' => ending.starts_with(['i', 'u']) && ending != "uai" && ending != "ui" && ending != "uang",
        b'z' | b'c' | b's' | b'r' if length == 2 || initial == b'r' => {
            !matches!(ending, "in" | "ing" | "ian" | "iao" | "iang" | "ia" | "ie" | "iu")
        }
        b'z' | b'c' | b's' => !ending.starts_with('i') || ending == "i",
        b'g' | b'k' | b'h' => !ending.starts_with('i'),
        b'f' | b'w' => !(ending.starts_with('i') || ending.starts_with('u') && ending.len() > 1),
        b'y' => !ending.starts_with("ia") && !ending.starts_with("ei"),
        b'v' => false,
        _ => true,
    }
}
