//! From the words of a letter to who speaks in it: for whom it is written, and who signed it together.
//!
//! The table knows who sent a submission; for whom, often only the letter does: "On behalf of the Lake Coast Growers, I
//! write …", "我谨代表澜州港口协会提出以下意见", a list of names after "Respectfully submitted" or "联名人：". What the
//! table states is never changed by this. Only the beginning and the end of a letter are looked at, where letters say
//! such things; who is quoted in the middle does not speak. Names are taken as they are written.

use crate::submitter::is_body;
use crate::{Submitter, SubmitterKind};

/// How many bytes of the beginning say for whom a letter speaks, and how many of the end who signed it.
const BEGINNING: usize = 600;
const END: usize = 1500;

/// The longest name of a body, and the most signatories that are told by name.
const LONGEST: usize = 120;
const MOST: usize = 500;

impl Submitter {
    /// Adds what the words of the submission say of who speaks, where the table names a person or nobody.
    pub fn read_letter(&mut self, text: &str) {
        if self.organisation.is_some() || self.representative.is_some() || self.names.len() > 1 {
            return;
        }
        if let Some(body) = on_behalf_of(beginning(text)) {
            self.kind = SubmitterKind::OnBehalf;
            self.organisation = Some(body);
            self.representative = self.names.pop();
            return;
        }
        let signed = signatories(end(text));
        if signed.len() > 1 {
            self.kind = SubmitterKind::Joint;
            self.names = signed;
        }
    }
}

fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(BEGINNING)).unwrap_or(text)
}

fn end(text: &str) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(END))..).unwrap_or(text)
}

/// Returns the body for which a letter says that it speaks.
fn on_behalf_of(text: &str) -> Option<String> {
    const ENGLISH: &str = "on behalf of ";
    let english = text.to_ascii_lowercase().find(ENGLISH).and_then(|at| named(text.get(at + ENGLISH.len()..)?));
    english.or_else(|| represented(text))
}

/// Returns the capitalised name at the beginning of the words, with the small words that stand inside of names.
fn named(words: &str) -> Option<String> {
    const INSIDE: [&str; 9] = ["of", "the", "and", "for", "&", "de", "in", "on", "du"];
    let mut end = 0;
    let mut at = 0;
    for word in words.split_inclusive([' ', '\n']) {
        let bare = word.trim_end();
        let name = bare.trim_end_matches([',', ';', ':', '.', ')', '!']);
        let capital = name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        if !capital && !INSIDE.contains(&name) || at > LONGEST || name == "I" || name == "We" {
            break;
        }
        if capital {
            end = at + name.len();
        }
        // A full stop ends an abbreviation too: "Norvane Inc. writes".
        if bare.len() > name.len() && !(bare.ends_with('.') && name.len() <= 4) {
            break;
        }
        at += word.len();
    }
    let name = words.get(..end)?.trim();
    let name = name.strip_prefix("the ").unwrap_or(name).split_whitespace().collect::<Vec<_>>().join(" ");
    (name.len() > 1).then_some(name)
}

/// Returns the body after "我代表", "谨代表" and their kin; "人大代表" is a deputy and speaks for herself.
fn represented(text: &str) -> Option<String> {
    const ANNOUNCED: [&str; 8] = ["我代表", "本人代表", "我们代表", "谨代表", "现代表", "兹代表", "我谨代表", "受"];
    const ENDS: [char; 18] =
        ['，', '。', '、', '；', '：', ',', '.', ';', ':', '\n', '就', '对', '向', '提', '发', '委', '（', '('];
    ANNOUNCED.iter().find_map(|announced| {
        let after = text.split_once(announced)?.1;
        let name = after.split(ENDS).next()?.trim();
        // "受" announces a body only where it gave the order: "受澜州港口协会委托".
        let ordered = *announced != "受" || after.get(name.len()..)?.starts_with("委托");
        (ordered && name.len() <= LONGEST && is_body(name)).then(|| name.to_owned())
    })
}

/// Returns the names of those who signed a letter together; none where it is not clear that several did.
fn signatories(text: &str) -> Vec<String> {
    let chinese = listed(text, &["联名人", "联署人", "联名签署", "共同署名", "联名提交", "联名"], is_chinese_name);
    if chinese.len() > 1 {
        return chinese;
    }
    let lower = text.to_ascii_lowercase();
    const LISTS: [&str; 5] = ["signed by:", "co-signed by", "signatories:", "the undersigned:", "jointly signed by"];
    let list = LISTS.iter().find_map(|list| Some(lower.find(list)? + list.len()));
    const CLOSINGS: [&str; 7] =
        ["sincerely", "respectfully", "yours faithfully", "yours truly", "kind regards", "best regards", "signed"];
    let closing = || CLOSINGS.iter().filter_map(|closing| lower.rfind(closing)).max();
    // One who signs alone may have a second line that looks like a name; several say "we".
    let several =
        || lower.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "we" | "our" | "undersigned"));
    let from = list.or_else(|| closing().filter(|_| several())).unwrap_or(text.len());
    let lines = text.get(from..).unwrap_or_default().split(['\n', ';']).skip(usize::from(list.is_none()));
    let names =
        lines.map(|line| line.split(',').next().unwrap_or(line).trim().trim_start_matches(['-', '•', '*', ':']));
    names.map(str::trim).filter(|name| is_english_name(name)).take(MOST).map(str::to_owned).collect()
}

/// Returns the names that stand after one of the words and a colon, parted by commas, signs of lists or lines.
fn listed(text: &str, announced: &[&str], is_name: fn(&str) -> bool) -> Vec<String> {
    let after = announced.iter().find_map(|word| {
        let rest = text.rsplit_once(word)?.1;
        rest.strip_prefix(['：', ':'])
    });
    let parts = after.unwrap_or_default().split(['、', '，', ',', '；', ';', '\n', ' ', '　']).map(str::trim);
    parts.filter(|part| !part.is_empty()).take_while(|part| is_name(part)).take(MOST).map(str::to_owned).collect()
}

/// Tells two to four Chinese characters, and foreign names with a middle dot.
fn is_chinese_name(name: &str) -> bool {
    let name = name.trim_end_matches(['。', '等']);
    (2..=12).contains(&name.chars().count())
        && (name.contains('·') || name.chars().count() <= 4)
        && name.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FFF}' | '·'))
}

/// Tells two to four capitalised words without a digit, of which none is a word of bodies or offices.
fn is_english_name(name: &str) -> bool {
    const OFFICES: [&str; 16] = [
        "director",
        "president",
        "manager",
        "professor",
        "chair",
        "secretary",
        "officer",
        "counsel",
        "attorney",
        "executive",
        "street",
        "avenue",
        "road",
        "university",
        "coordinator",
        "analyst",
    ];
    const PARTICLES: [&str; 9] = ["van", "von", "de", "der", "la", "da", "bin", "al", "y"];
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || PARTICLES.contains(word);
    let lettered = |c: char| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’');
    (2..=4).contains(&words.len())
        && name.chars().all(lettered)
        && words.iter().all(capital)
        && !is_body(name)
        && !words.iter().any(|word| OFFICES.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests;
