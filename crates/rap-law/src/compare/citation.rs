//! Citations as evidence: two provisions that cite counterparts are likely counterparts.
//!
//! The units of an act enter; for each leaves which other units of the same act it cites by number ("Article 12",
//! 第十二条). A penal clause is often told from the next one by nothing else. The full grammar of references is
//! another matter; here a number that is no article of the act is passed over, and nothing rests on one citation.

use std::collections::BTreeMap;

use super::unit::Unit;
use crate::Law;
use crate::number::chinese;

/// Words behind which the number of an article stands.
const WORDS: [&str; 8] = ["article", "articles", "section", "sections", "art", "arts", "sec", "regulation"];

/// As many units as one unit may cite; more are a list that tells nothing.
const MOST: usize = 24;

/// Returns for each unit the units that it cites, in rising order.
pub(crate) fn citations(law: &Law, units: &[Unit]) -> Vec<Vec<usize>> {
    let mut by_number: BTreeMap<&str, Option<usize>> = BTreeMap::new();
    for (index, unit) in units.iter().enumerate().filter(|(_, unit)| unit.article == unit.provision) {
        if let Some(number) = law.provisions.get(unit.provision).and_then(|provision| provision.number.as_ref()) {
            // A number that the act gives twice tells nothing.
            by_number.entry(number.value.as_str()).and_modify(|known| *known = None).or_insert(Some(index));
        }
    }
    let cited = |(index, unit): (usize, &Unit)| {
        let mut cited: Vec<usize> =
            numbers(law.doc.text(), unit).into_iter().filter_map(|number| *by_number.get(number.as_str())?).collect();
        cited.sort_unstable();
        cited.dedup();
        cited.retain(|other| *other != index);
        cited.truncate(MOST);
        cited
    };
    units.iter().enumerate().map(cited).collect()
}

/// Returns the numbers of articles that the words of a unit name.
fn numbers(text: &str, unit: &Unit) -> Vec<String> {
    let words: Vec<&str> = unit.tokens.iter().map(|token| token.span.of(text).trim_end()).collect();
    let mut numbers = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let behind = words.get(at + 1..).unwrap_or_default();
        if *word == "第" {
            let length = behind.iter().take(8).position(|word| *word == "条" || *word == "條");
            let digits: String = behind.get(..length.unwrap_or(0)).unwrap_or_default().concat();
            // The next 条 may belong to another number: 第三款、第四十一条.
            let whole = chinese(&digits).filter(|(read, _)| *read == digits.len());
            numbers.extend(whole.map(|(_, value)| value));
        } else if WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)) {
            // "Articles 8, 9 and 10(2)": what follows is read as long as it is a list of numbers.
            let list = behind.iter().take_while(|word| is_of_list(word)).take(MOST);
            numbers.extend(
                list.filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(|word| (*word).to_owned()),
            );
        }
    }
    numbers
}

fn is_of_list(word: &str) -> bool {
    matches!(word, "," | "(" | ")" | "and" | "or" | "to" | "." | "-" | "–")
        || word.starts_with(|c: char| c.is_ascii_digit())
        || word.len() == 1 && word.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Returns the number of a Chinese article as a table prints it: 第十二条 is `12`, 第十二条之一 is `12-1`, 第24条 is `24`.
///
/// ```
/// assert_eq!(rap_law::plain_article_number("第十二条之一").as_deref(), Some("12-1"));
/// assert_eq!(rap_law::plain_article_number("Article 12"), None);
/// ```
#[must_use]
pub fn plain_article_number(words: &str) -> Option<String> {
    let (length, value) = chinese(words.trim().strip_prefix('第')?.trim_start())?;
    let rest = words.trim().strip_prefix('第')?.trim_start().get(length..)?.trim_start();
    let behind = rest.strip_prefix('条').or_else(|| rest.strip_prefix('條'))?.trim_start();
    let inserted = behind.strip_prefix('之').and_then(|rest| chinese(rest.trim_start()));
    Some(inserted.map_or_else(|| value.clone(), |(_, inserted)| format!("{value}-{inserted}")))
}
