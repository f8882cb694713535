//! Headings by size: what is set larger or bolder than the running text, and short.

use rap_doc::BlockKind;

/// How much larger a heading is set at least: most are a sixth larger, a tenth is the least that the eye sees.
const LARGER: f64 = 1.1;

/// Headings have one to three lines.
const HEADING_BYTES: usize = 240;

/// The sizes of a paper: of its running text and of its headings, the largest first.
pub(super) struct Sizes {
    body: f64,
    larger: Vec<f64>,
}

impl Sizes {
    /// Takes the size and the number of letters of each line.
    pub(super) fn of(lines: impl Iterator<Item = (f64, usize)>) -> Self {
        let mut weights: Vec<(f64, usize)> = Vec::new();
        for (size, letters) in lines {
            let size = rounded(size);
            let room = weights.len() < 200;
            match weights.iter_mut().find(|(known, _)| (*known - size).abs() < 0.3) {
                Some((_, weight)) => *weight += letters,
                None if room => weights.push((size, letters)),
                None => {}
            }
        }
        let body = weights.iter().max_by_key(|(_, weight)| *weight).map_or(10.0, |(size, _)| *size);
        let mut larger: Vec<f64> =
            weights.iter().map(|(size, _)| *size).filter(|size| *size >= body * LARGER).collect();
        larger.sort_by(|a, b| b.total_cmp(a));
        Self { body, larger }
    }

    /// Returns the size up to which text is set as running text.
    pub(super) const fn body_limit(&self) -> f64 {
        self.body * LARGER
    }

    /// Returns the kind of a paragraph by the look of its letters.
    pub(super) fn kind(&self, words: &str, size: f64, bold: bool) -> BlockKind {
        let size = rounded(size);
        let short = words.len() <= HEADING_BYTES && words.chars().any(char::is_alphabetic);
        let closes = words.ends_with(['.', '!', '?', ';', ',', ':', '。', '！', '？', '；', '，', '：']);
        let rank = self.larger.iter().position(|larger| (*larger - size).abs() < 0.3);
        let level = |rank: usize| u8::try_from(rank + 1).unwrap_or(6).min(6);
        match rank {
            Some(rank) if short && !closes => BlockKind::Heading(level(rank)),
            None if bold && short && !closes && words.len() <= HEADING_BYTES / 2 && size >= self.body * 0.95 => {
                BlockKind::Heading(level(self.larger.len()))
            }
            _ if size <= self.body * 0.88 && starts_like_note(words) => BlockKind::Caption,
            _ => BlockKind::Paragraph,
        }
    }
}

fn rounded(size: f64) -> f64 {
    (size * 4.0).round() / 4.0
}

/// Tells the small print of a note, which begins with its number or mark, and of a caption.
fn starts_like_note(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '*' | '†' | '[' | '①'..='⑳'))
        || ["Figure", "Table", "Source:", "Note:", "图", "表", "注"].iter().any(|start| words.starts_with(start))
}
