//! Glyphs to words and lines: what stands on one base line is a row; words without a wide gap are a line.

use super::glyphs::{PageGlyphs, PlacedGlyph, Text};
use super::words::is_wide;

/// A gap wider than this, in sizes of the letters, parts the cells of a row.
const CELL_GAP: f64 = 1.2;

/// A gap wider than this parts words. Spaces are a quarter of the size; letters spaced out for a headline stand up
/// to an eighth apart.
const WORD_GAP: f64 = 0.17;

/// How far base lines of one row may be apart, in sizes: marks of footnotes are raised by a third.
const SAME_LINE: f64 = 0.35;

/// A word at its place. Points, from the top left of the page.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The base line.
    pub(super) y: f64,
    pub(super) size: f64,
    bold: bool,
    letters: usize,
}

/// A line: words without a wide gap.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub(super) words: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The base line.
    pub(super) y: f64,
    /// The size of most of its letters.
    pub(super) size: f64,
    /// Its letters are bold.
    pub(super) bold: bool,
    /// It is a running head, a foot, a page number, a stamp.
    pub(super) furniture: bool,
    /// It stands beside other pieces in a row of a table.
    pub(super) cell: bool,
    /// The left and right edge of the column it stands in.
    pub(super) column: (f64, f64),
    /// The right edge that its words are set to, found with the lines around it.
    pub(super) edge: f64,
}

/// A page as words; rows until `columns` puts them in the order of reading.
pub(super) struct Sheet {
    pub(super) number: u32,
    pub(super) height: f64,
    /// The words of each base line, from left to right.
    pub(super) rows: Vec<Vec<Word>>,
    /// The lines in the order of reading.
    pub(super) lines: Vec<Line>,
}

/// Returns the rows of a page from top to bottom; what does not stand upright is one piece of furniture a line.
pub(super) fn of(page: &PageGlyphs) -> Sheet {
    let (upright, turned): (Vec<_>, Vec<_>) = page.glyphs.iter().partition(|glyph| glyph.upright);
    let mut rows: Vec<Vec<Word>> = baselines(upright).into_iter().map(words).collect();
    rows.retain(|row| !row.is_empty());
    let aside: String = turned.iter().map(|glyph| glyph.string()).collect();
    let mut lines = Vec::new();
    if !aside.trim().is_empty() {
        lines.push(Line { words: aside.trim().to_owned(), y: page.height, furniture: true, ..Line::default() });
    }
    Sheet { number: page.number, height: page.height, rows, lines }
}

impl PlacedGlyph {
    fn string(&self) -> String {
        match &self.text {
            Text::Char(c) => String::from(*c),
            Text::Several(several) => several.clone(),
        }
    }

    fn is_blank(&self) -> bool {
        match &self.text {
            Text::Char(c) => c.is_whitespace() || c.is_control(),
            Text::Several(several) => several.trim().is_empty(),
        }
    }
}

/// Returns the glyphs of each base line, from top to bottom; raised and lowered marks belong to the line they mark.
fn baselines(mut glyphs: Vec<&PlacedGlyph>) -> Vec<Vec<&PlacedGlyph>> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut found: Vec<(f64, f64, Vec<&PlacedGlyph>)> = Vec::new();
    for glyph in glyphs {
        // Base lines come in order, so only the last few can be near.
        let near = found.iter_mut().rev().take(3).find(|(y, size, _)| {
            let tallest = size.max(glyph.size);
            (glyph.y - *y).abs() <= tallest * SAME_LINE
        });
        match near {
            Some((y, size, line)) => {
                if glyph.size > *size * 1.2 && !glyph.is_blank() {
                    (*y, *size) = (glyph.y, glyph.size);
                }
                line.push(glyph);
            }
            None => found.push((glyph.y, glyph.size, vec![glyph])),
        }
    }
    found.into_iter().map(|(_, _, line)| line).collect()
}

/// Cuts the glyphs of one base line into words. Chinese, which has no spaces, is one word up to a gap.
fn words(mut glyphs: Vec<&PlacedGlyph>) -> Vec<Word> {
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    let mut words: Vec<Word> = Vec::new();
    let mut blank = true;
    for glyph in glyphs {
        if glyph.is_blank() {
            blank = true;
            continue;
        }
        let next = glyph.string();
        match words.last_mut() {
            Some(word) if !is_parted(word, glyph, &next, blank) => word.add(glyph, &next),
            _ => words.push(Word::of(glyph, next)),
        }
        blank = false;
    }
    words
}

fn is_parted(word: &Word, glyph: &PlacedGlyph, next: &str, blank: bool) -> bool {
    let gap = glyph.x - word.right;
    let size = glyph.size.min(word.size);
    let wide = word.text.chars().next_back().is_some_and(is_wide) && next.chars().next().is_some_and(is_wide);
    // Justification pulls the signs of Chinese apart.
    if wide { gap > 0.8 * size } else { blank || gap > WORD_GAP * size }
}

impl Word {
    fn of(glyph: &PlacedGlyph, text: String) -> Self {
        let right = glyph.x + glyph.width;
        Self { text, left: glyph.x, right, y: glyph.y, size: glyph.size, bold: glyph.bold, letters: 1 }
    }

    fn add(&mut self, glyph: &PlacedGlyph, next: &str) {
        self.text.push_str(next);
        self.right = self.right.max(glyph.x + glyph.width);
        self.letters += 1;
        if glyph.size > self.size {
            // A raised mark came first; the letters decide.
            (self.size, self.y, self.bold) = (glyph.size, glyph.y, glyph.bold);
        }
    }
}

/// Cuts the words of a row into lines at wide gaps.
pub(super) fn cells(row: &[Word]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for index in 1..=row.len() {
        let parted = match (row.get(index - 1), row.get(index)) {
            (Some(last), Some(next)) => next.left - last.right > CELL_GAP * next.size.max(last.size),
            _ => true,
        };
        if parted {
            lines.extend(row.get(start..index).map(line));
            start = index;
        }
    }
    lines
}

/// Puts words together to a line.
pub(super) fn line(words: &[Word]) -> Line {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let letters: usize = words.iter().map(|word| word.letters).sum();
    let bold: usize = words.iter().filter(|word| word.bold).map(|word| word.letters).sum();
    let most = words.iter().max_by_key(|word| word.letters);
    Line {
        words: texts.join(" "),
        left: words.first().map_or(0.0, |word| word.left),
        right: words.iter().map(|word| word.right).fold(0.0, f64::max),
        y: most.map_or(0.0, |word| word.y),
        size: most.map_or(0.0, |word| word.size),
        // A bold label before plain words is no heading.
        bold: bold * 20 > letters * 19,
        ..Line::default()
    }
}
