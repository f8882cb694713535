//! Chinese sentences that tell where a law stands.

use std::sync::LazyLock;

use rap_doc::Span;

use super::act::Cues;
use crate::progress::{Progress, Sign, Step, choose};

/// How many bytes may stand between a law and its step, and between a wish and the step that it wishes for.
const NEAR: usize = 90;
const WISH: usize = 60;

static SIGNS: LazyLock<Cues<Sign>> =
    LazyLock::new(|| Cues::of_table(include_str!("../../../../../packs/lexicons/zh/progress.txt"), Sign::of_section));

/// Returns what the sentence tells.
pub(crate) fn read(sentence: &str) -> Option<Progress> {
    let mut signs = Vec::new();
    SIGNS.find(sentence, &[Span::new(0, sentence.len())], |sign, span| signs.push((sign, span.start(), span.end())));
    if !signs.iter().any(|sign| sign.0.is_step()) || sentence.ends_with(['？', '?']) {
        return None;
    }
    let step = choose(&signs, NEAR, WISH)?;
    let dated = is_dated(sentence);
    (dated || !matches!(step, Step::Timetable)).then_some(Progress { step, dated })
}

/// Tells a year, month or day after its number: 2024年, 三月, 16日.
fn is_dated(sentence: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十〇零".contains(c);
    ["年", "月", "日"].iter().any(|unit| {
        sentence.match_indices(unit).any(|(at, _)| sentence.get(..at).is_some_and(|before| before.ends_with(number)))
    })
}
