//! Invented dockets of any size, by a fixed seed: tables of comments with campaigns among them.
//!
//! The mix, in a hundred comments: 35 of their own, 30 copies of a template as it is, 25 edits of one (a few words
//! changed, a sentence left out or put in), 10 letters around one. Four in five are English, one Chinese. Templates are
//! few and unlike in size, as campaigns are: the n-th is sent about half as often as the one before the last. Lengths
//! follow a real docket of 22,582 comments: a tenth are under 95 characters, half under 453, a hundredth over 3,830.
//! Words are drawn as they are in languages, the n-th commonest in proportion to 1/n, from an invented vocabulary mixed
//! with sentences that demand and report, so that unequal comments share phrases but seldom sentences.

use std::io::{self, Write};

use crate::prose::{Random, Tongue, prose};

/// Hundredths of each sort.
const COPIES: u64 = 30;
const EDITS: u64 = 25;
const LETTERS: u64 = 10;
/// Comments in Chinese, in a hundred.
const CHINESE: u64 = 20;

/// How many characters a comment has: the share of shorter ones in a thousand, and the length.
const LENGTHS: [(u64, u64); 8] =
    [(0, 20), (100, 95), (250, 209), (500, 453), (750, 890), (900, 1518), (990, 3830), (1000, 5000)];

/// What a comment of the table is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
enum Sort {
    Own,
    Copy,
    Edit,
    Letter,
}

/// Writes a table of `comments` comments (`id,group,comment`) and returns how many bytes it has. `group` is the number
/// of the template that a comment was made from, or `-`. Same arguments, same bytes.
///
/// # Errors
///
/// Returns the failure of the writer.
pub fn docket(comments: usize, seed: u64, mut out: impl Write) -> io::Result<u64> {
    let mut bytes = 0;
    let mut row = String::new();
    let templates = (comments / 400).max(2) as u64;
    out.write_all(b"id,group,comment\n")?;
    for number in 0..comments as u64 {
        let mut random = Random::new(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let sort = sort(&mut random);
        let template = skewed(&mut random, templates);
        let text = comment(&mut random, sort, template, seed);
        row.clear();
        row.push_str(&format!("C-{number},"));
        row.push_str(&if sort == Sort::Own { "-".to_owned() } else { template.to_string() });
        row.push_str(",\"");
        row.push_str(&text.replace('"', "\"\""));
        row.push_str("\"\n");
        bytes += row.len() as u64;
        out.write_all(row.as_bytes())?;
    }
    out.flush()?;
    Ok(bytes)
}

fn sort(random: &mut Random) -> Sort {
    match random.between(0, 99) {
        die if die < COPIES => Sort::Copy,
        die if die < COPIES + EDITS => Sort::Edit,
        die if die < COPIES + EDITS + LETTERS => Sort::Letter,
        _ => Sort::Own,
    }
}

/// Returns a number below `most`, small ones far more often: the square of an even share.
fn skewed(random: &mut Random, most: u64) -> u64 {
    let share = random.between(0, 1_000_000);
    let squared = share * share / 1_000_000;
    (squared * squared / 1_000_000 * most / 1_000_000).min(most - 1)
}

fn comment(random: &mut Random, sort: Sort, template: u64, seed: u64) -> String {
    let mut of_template = Random::new(seed.rotate_left(17) ^ template.wrapping_mul(0xD6E8_FEB8_6659_FD93));
    let tongue = |random: &mut Random| if random.between(0, 99) < CHINESE { Tongue::Chinese } else { Tongue::English };
    if sort == Sort::Own {
        let tongue = tongue(random);
        let length = length(random);
        return text(random, tongue, length).concat();
    }
    let tongue = tongue(&mut of_template);
    let length = length(&mut of_template).clamp(400, 2500);
    let mut sentences = text(&mut of_template, tongue, length);
    match sort {
        Sort::Edit => edit(random, tongue, &mut sentences),
        Sort::Letter => {
            let before = random.between(150, 900);
            let mut letter = text(random, tongue, before);
            letter.append(&mut sentences);
            let after = random.between(40, 500);
            letter.append(&mut text(random, tongue, after));
            sentences = letter;
        }
        Sort::Own | Sort::Copy => {}
    }
    sentences.concat()
}

/// Changes a few words, and now and then leaves a sentence out or puts one in.
fn edit(random: &mut Random, tongue: Tongue, sentences: &mut Vec<String>) {
    for _ in 0..random.between(1, 5) {
        let place = random.below(sentences.len());
        if let Some(sentence) = sentences.get_mut(place) {
            *sentence = changed(random, tongue, sentence);
        }
    }
    if random.between(0, 3) == 0 && sentences.len() > 4 {
        sentences.remove(random.below(sentences.len()));
    }
    if random.between(0, 3) == 0 {
        let place = random.below(sentences.len());
        sentences.insert(place, sentence(random, tongue));
    }
}

/// Returns a sentence with one word changed.
fn changed(random: &mut Random, tongue: Tongue, sentence: &str) -> String {
    if tongue == Tongue::Chinese {
        let mut signs: Vec<char> = sentence.chars().collect();
        let place = random.below(signs.len());
        if let Some(sign) = signs.get_mut(place) {
            *sign = sign_of(random);
        }
        return signs.into_iter().collect();
    }
    let mut words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
    let place = random.below(words.len());
    if let Some(changed) = words.get_mut(place) {
        *changed = word(random);
    }
    words.join(" ")
}

fn length(random: &mut Random) -> u64 {
    let share = random.between(0, 999);
    let steps = LENGTHS.iter().zip(LENGTHS.iter().skip(1));
    let found = steps.map(|(from, to)| (*from, *to)).find(|(_, to)| share < to.0);
    let ((low, short), (high, long)) = found.unwrap_or(((0, 20), (1000, 5000)));
    short + (long - short) * (share - low) / (high - low)
}

/// Returns sentences of about so many characters together.
fn text(random: &mut Random, tongue: Tongue, length: u64) -> Vec<String> {
    // Chinese says the same in a third of the characters.
    let wanted = if tongue == Tongue::Chinese { length / 3 } else { length };
    let mut sentences = Vec::new();
    let mut written = 0;
    while written < wanted {
        let sentence = sentence(random, tongue);
        written += sentence.chars().count() as u64;
        sentences.push(sentence);
    }
    sentences
}

/// Returns a sentence: one in six demands or reports something, the others are invented words.
fn sentence(random: &mut Random, tongue: Tongue) -> String {
    if random.between(0, 5) == 0 {
        let prose = prose(tongue, 1, random.between(0, u64::MAX - 1));
        let end = if tongue == Tongue::Chinese { '。' } else { '.' };
        let first = prose.split_inclusive(end).next().unwrap_or_default().trim().to_owned();
        return if tongue == Tongue::Chinese { first } else { first + " " };
    }
    match tongue {
        Tongue::Chinese => {
            let mut sentence: String = (0..random.between(8, 28)).map(|_| sign_of(random)).collect();
            sentence.push('。');
            sentence
        }
        Tongue::English => {
            let words: Vec<String> = (0..random.between(6, 24)).map(|_| word(random)).collect();
            words.join(" ") + ". "
        }
    }
}

/// Returns a number from 1 to `most`, the n-th about as often as 1/n.
fn ranked(random: &mut Random, most: u64) -> u64 {
    let share = random.between(0, 1 << 20) as f64 / f64::from(1 << 20);
    ((most as f64).powf(share) as u64).clamp(1, most)
}

/// Returns an invented word, common ones short.
fn word(random: &mut Random) -> String {
    const SYLLABLES: [&str; 24] = [
        "ta", "re", "mi", "con", "ver", "al", "tion", "so", "per", "lin", "dor", "est", "pa", "ing", "um", "fer", "ke",
        "nor", "bi", "ent", "sul", "or", "gra", "wy",
    ];
    let mut rank = ranked(random, 12_000);
    let mut word = String::new();
    while rank > 0 {
        word.push_str(
            usize::try_from(rank % 24).ok().and_then(|index| SYLLABLES.get(index)).copied().unwrap_or_default(),
        );
        rank /= 24;
    }
    word
}

/// Returns a Chinese character, common ones more often.
fn sign_of(random: &mut Random) -> char {
    let rank = u32::try_from(ranked(random, 3500)).unwrap_or(1);
    char::from_u32(0x4E00 + rank * 5).unwrap_or('一')
}

#[cfg(test)]
mod tests;
