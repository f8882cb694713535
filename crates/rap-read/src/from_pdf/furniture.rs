//! Running heads, feet and page numbers: the same words at the same place on several pages, digits aside.

use std::collections::HashMap;

use super::lines::{Line, Sheet};

/// The share of a page, at its top and at its foot, where such lines stand.
const MARGIN: f64 = 0.12;

/// How far apart, in points, the same place may be on two pages.
const SAME_PLACE: f64 = 6.0;

/// Marks the lines of the pages that belong to the page and not to the text.
pub(super) fn mark(sheets: &mut [Sheet]) {
    let mut places: HashMap<(String, i64), Vec<u32>> = HashMap::new();
    for sheet in sheets.iter() {
        for line in sheet.lines.iter().filter(|line| is_in_margin(line, sheet)) {
            let pages = places.entry((shape(&line.words), place(line.y))).or_default();
            if pages.last() != Some(&sheet.number) {
                pages.push(sheet.number);
            }
        }
    }
    let needed = (sheets.len() / 2).clamp(2, 3);
    for sheet in sheets {
        let repeated: Vec<bool> = sheet.lines.iter().map(|line| is_repeated(line, &places, needed)).collect();
        let height = sheet.height;
        let number = outermost_number(sheet);
        for (index, (line, repeated)) in sheet.lines.iter_mut().zip(repeated).enumerate() {
            let margin = line.y < height * MARGIN || line.y > height * (1.0 - MARGIN);
            line.furniture |= margin && repeated || number == Some(index);
        }
    }
}

fn is_in_margin(line: &Line, sheet: &Sheet) -> bool {
    line.y < sheet.height * MARGIN || line.y > sheet.height * (1.0 - MARGIN)
}

fn is_repeated(line: &Line, places: &HashMap<(String, i64), Vec<u32>>, needed: usize) -> bool {
    let (shape, place) = (shape(&line.words), place(line.y));
    // The grid may part two lines that are close; its neighbours count.
    let pages: usize =
        (place - 1..=place + 1).filter_map(|near| places.get(&(shape.clone(), near))).map(Vec::len).sum();
    pages >= needed
}

fn place(y: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a finite place on a page; what lies beyond saturates")]
    let cell = (y / SAME_PLACE).round() as i64;
    cell
}

/// Returns the words with digits, Roman page numbers and white space made equal.
fn shape(words: &str) -> String {
    let token = |word: &str| {
        let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l'));
        if roman { "#".to_owned() } else { digits_as_marks(word) }
    };
    words.split_whitespace().map(token).collect::<Vec<_>>().join(" ")
}

fn digits_as_marks(word: &str) -> String {
    let mut marked = String::with_capacity(word.len());
    for c in word.chars() {
        if !c.is_ascii_digit() {
            marked.push(c);
        } else if !marked.ends_with('#') {
            marked.push('#');
        }
    }
    marked
}

/// Returns the first or last line of a page where it is a page number and nothing else.
fn outermost_number(sheet: &Sheet) -> Option<usize> {
    let by_place = |a: &(usize, &Line), b: &(usize, &Line)| a.1.y.total_cmp(&b.1.y);
    let lines = || sheet.lines.iter().enumerate().filter(|(_, line)| !line.furniture && !line.cell);
    let candidates = [lines().max_by(by_place), lines().min_by(by_place)];
    let is_number = |line: &Line| is_in_margin(line, sheet) && is_page_number(&line.words);
    candidates.into_iter().flatten().find(|(_, line)| is_number(line)).map(|(index, _)| index)
}

/// Tells `3`, `- 3 -`, `iv`, `Page 3`, `Page 3 of 12`, `3/12`, `第3页`, `第 3 页 共 12 页`.
fn is_page_number(words: &str) -> bool {
    let shape = shape(words).to_lowercase();
    let shape = shape.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '|' | '.' | ' ' | '[' | ']' | '·'));
    let bare: String = shape.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(
        bare.as_str(),
        "#" | "page#"
            | "page#of#"
            | "p.#"
            | "#of#"
            | "#/#"
            | "第#页"
            | "第#页共#页"
            | "第#页,共#页"
            | "第#页，共#页"
            | "第#頁"
            | "#页"
            | "#|page"
            | "page|#"
    )
}

#[cfg(test)]
mod tests;
