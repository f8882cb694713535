//! English sentences that tell where a law stands.

use std::sync::LazyLock;

use rap_doc::Span;

use super::act::words::Numbering;
use crate::phrase::{Phrases, Vocabulary, Word};
use crate::progress::{Progress, Sign, Step, choose};
use crate::word_list::WordList;

/// How many words may stand between a law and its step, and between a wish and the step that it wishes for.
const NEAR: usize = 12;
const WISH: usize = 7;

struct Tables {
    numbering: Numbering,
    /// Words for the law, apart from the steps, because a step may hold one between its words.
    laws: Phrases<Sign>,
    steps: Phrases<Sign>,
    months: Vec<u16>,
    act: u16,
    question: u16,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    let table = include_str!("../../../../../packs/lexicons/en/progress.txt");
    let of_law = |name: &str| matches!(name, "law" | "not law");
    let laws = Phrases::of_table(table, &mut vocabulary, |name| Sign::of_section(name).filter(|_| of_law(name)));
    let steps = Phrases::of_table(table, &mut vocabulary, |name| Sign::of_section(name).filter(|_| !of_law(name)));
    let months = [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let months = months.map(|month| vocabulary.learn(month)).to_vec();
    let (act, question) = (vocabulary.learn("act"), vocabulary.learn("?"));
    Tables { numbering: Numbering::of(vocabulary), laws, steps, months, act, question }
});

/// Words that a sentence about a law cannot do without; most sentences are turned down by them alone.
static LAWS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::of([
        "law",
        "Law",
        "bill",
        "Bill",
        "act",
        "Act",
        "legislat",
        "Legislat",
        "regulation",
        "Regulation",
        "draft",
        "Draft",
        "directive",
        "Directive",
        "ordinance",
        "Ordinance",
        "code",
        "Code",
        "statute",
        "Statute",
        "measures",
        "Measures",
        "decree",
        "Decree",
        "amendment",
        "Amendment",
        "proposal",
        "Proposal",
        "paper",
        "Paper",
    ])
});

/// Returns what the sentence tells.
pub(crate) fn read(sentence: &str) -> Option<Progress> {
    if !LAWS.stands_in(sentence) {
        return None;
    }
    let tables = &*TABLES;
    let whole = [Span::new(0, sentence.len())];
    let words = tables.numbering.words(sentence, &whole);
    let mut hits = Vec::new();
    tables.steps.find(&words, &mut hits);
    if !hits.iter().any(|hit| hit.label.is_step()) || asks(&words, tables) {
        return None;
    }
    tables.laws.find(&words, &mut hits);
    let is_law = |end: usize| !words.get(end.wrapping_sub(1)).is_some_and(|word| is_deed(sentence, *word, tables.act));
    let signs: Vec<_> = hits
        .iter()
        .filter(|hit| hit.label != Sign::Law || is_law(hit.end))
        .map(|hit| (hit.label, hit.first, hit.end))
        .collect();
    let step = choose(&signs, NEAR, WISH)?;
    let dated = words.iter().any(|word| tables.months.contains(&word.id) || is_year(sentence, *word));
    (dated || !matches!(step, Step::Timetable)).then_some(Progress { step, dated })
}

fn asks(words: &[Word], tables: &Tables) -> bool {
    words.iter().rev().take(2).any(|word| word.id == tables.question)
}

/// "act" in lower case is a deed and no law.
fn is_deed(sentence: &str, word: Word, act: u16) -> bool {
    word.id == act && sentence.as_bytes().get(word.start as usize) == Some(&b'a')
}

fn is_year(sentence: &str, word: Word) -> bool {
    let digits = sentence.get(word.start as usize..word.end as usize).unwrap_or_default();
    digits.len() == 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && (digits.starts_with("19") || digits.starts_with("20"))
}
