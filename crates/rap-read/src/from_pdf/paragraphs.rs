//! Lines to paragraphs: where a paragraph ends when nothing but the set of the lines tells; across pages, too.

use rap_doc::{BlockKind, Origin};

use super::headings::Sizes;
use super::lines::{Line, Sheet};
use super::words::{Vocabulary, is_wide, join};

/// Lines of a paragraph are one to one and a half sizes apart; a gap this much wider than usual ends it.
const WIDER_GAP: f64 = 1.3;

/// A paragraph with its page and what it is to the eye.
pub(super) struct Paragraph {
    pub(super) kind: BlockKind,
    pub(super) words: String,
    page: u32,
    /// Its number on the page, or what it is beside the text.
    path: String,
}

impl Paragraph {
    pub(super) fn origin(&self) -> Origin {
        Origin { page: Some(self.page), path: self.path.clone() }
    }
}

/// Returns the paragraphs of all pages. Furniture follows the paragraph it would otherwise interrupt.
pub(super) fn of(sheets: &[Sheet]) -> Vec<Paragraph> {
    let text = || sheets.iter().flat_map(|sheet| &sheet.lines).filter(|line| !line.furniture);
    let mut setter = Setter {
        vocabulary: Vocabulary::of(text().map(|line| line.words.as_str())),
        sizes: Sizes::of(text().map(|line| (line.size, line.words.chars().count()))),
        pitch: usual_pitch(sheets),
        done: Vec::new(),
        open: None,
        aside: Vec::new(),
        page: 0,
        count: 0,
    };
    for sheet in sheets {
        (setter.page, setter.count) = (sheet.number, 0);
        for (index, line) in sheet.lines.iter().enumerate() {
            setter.line(&Line { edge: edge(&sheet.lines, index), ..line.clone() });
        }
    }
    setter.close();
    setter.done
}

/// Returns the right edge that a line is set to: that of its column, or a nearer one where the lines around it that
/// begin where it begins keep well away from it, as those of a quotation set apart do.
fn edge(lines: &[Line], index: usize) -> f64 {
    let Some(line) = lines.get(index) else { return 0.0 };
    let around = lines.get(index.saturating_sub(3)..(index + 4).min(lines.len())).unwrap_or_default();
    let alike = |other: &&Line| (other.left - line.left).abs() < line.size && other.column == line.column;
    let nearest = around.iter().filter(alike).map(|other| other.right).fold(line.right, f64::max);
    let indented = line.left - line.column.0 > line.size;
    if indented && nearest < line.column.1 - line.size * 2.0 { nearest } else { line.column.1 }
}

/// Returns the usual distance of two lines of one paragraph, in sizes.
fn usual_pitch(sheets: &[Sheet]) -> f64 {
    let mut pitches: Vec<f64> = Vec::new();
    for sheet in sheets {
        for pair in sheet.lines.windows(2) {
            let [above, below] = pair else { continue };
            let pitch = (below.y - above.y) / below.size.max(1.0);
            let alike = (above.size - below.size).abs() < 0.5 && !above.furniture && !below.furniture;
            if alike && (0.8..3.0).contains(&pitch) {
                pitches.push(pitch);
            }
        }
    }
    pitches.sort_by(f64::total_cmp);
    // Gaps between paragraphs are the larger ones, so the lower middle is within paragraphs.
    pitches.get(pitches.len() * 2 / 5).copied().unwrap_or(1.2)
}

/// A paragraph that may go on in the next line.
struct Open {
    words: String,
    page: u32,
    number: usize,
    first: Line,
    last: Line,
    lines: usize,
    broken: Vec<(u32, String)>,
}

struct Setter {
    vocabulary: Vocabulary,
    sizes: Sizes,
    pitch: f64,
    done: Vec<Paragraph>,
    open: Option<Open>,
    /// Furniture met since the open paragraph began.
    aside: Vec<Paragraph>,
    page: u32,
    /// How many paragraphs began on this page.
    count: usize,
}

impl Setter {
    fn line(&mut self, line: &Line) {
        if line.furniture {
            let path = "page furniture".to_owned();
            let words = line.words.clone();
            self.aside.push(Paragraph { kind: BlockKind::Furniture, words, page: self.page, path });
            return;
        }
        let page = self.page;
        if let Some(open) = &mut self.open
            && goes_on(open, line, page, self.pitch)
        {
            if let Some(broken) = join(&mut open.words, &line.words, &self.vocabulary) {
                open.broken.push((page, broken));
            }
            open.lines += 1;
            open.last = line.clone();
            return;
        }
        self.close();
        self.count += 1;
        let (first, last) = (line.clone(), line.clone());
        let words = line.words.clone();
        self.open = Some(Open { words, page, number: self.count, first, last, lines: 1, broken: Vec::new() });
    }

    fn close(&mut self) {
        if let Some(open) = self.open.take() {
            let kind = if open.first.cell {
                BlockKind::TableCell
            } else if starts_item(&open.words) && open.first.size < self.sizes.body_limit() {
                BlockKind::ListItem
            } else {
                self.sizes.kind(&open.words, open.first.size, open.first.bold)
            };
            let path = format!("paragraph {}", open.number);
            self.done.push(Paragraph { kind, words: open.words, page: open.page, path });
            let broken = open.broken.into_iter().map(|(page, words)| Paragraph {
                kind: BlockKind::Furniture,
                words,
                page,
                path: "hyphenation".to_owned(),
            });
            self.done.extend(broken);
        }
        self.done.append(&mut self.aside);
    }
}

/// Tells whether a line goes on with the open paragraph.
fn goes_on(open: &Open, line: &Line, page: u32, pitch: f64) -> bool {
    let last = &open.last;
    if line.cell || last.cell || (line.size - last.size).abs() > last.size * 0.1 || line.bold != last.bold {
        return false;
    }
    if starts_item(&line.words) && (ends_sentence(&open.words) || ends_short(last) || starts_item(&open.words)) {
        return false;
    }
    let moved_on = page != open.page && last.y > line.y || line.y <= last.y;
    if moved_on {
        // The next column or page: a paragraph goes on there where its sentence does.
        return !ends_sentence(&open.words) && goes_on_mid_sentence(&line.words);
    }
    if (line.y - last.y) > pitch * WIDER_GAP * line.size {
        return false;
    }
    if breaks_on_purpose(last, line) {
        return false;
    }
    let indent = line.left - last.left;
    // After the first line, which may be indented, the lines of a paragraph keep their edge.
    if open.lines > 1 && indent < -line.size * 1.5 {
        return false;
    }
    let fresh_indent = indent > line.size * 0.8 && line.left - line.column.0 > line.size * 0.8;
    // The second line of an item hangs under its words; the second line of a centred heading may stand anywhere.
    if fresh_indent && !(open.lines == 1 && starts_item(&open.words)) && ends_sentence(&open.words) {
        return false;
    }
    !(ends_sentence(&open.words) && ends_short(last))
}

/// Tells whether the first word of the next line would have fitted on the last one: then the break is the writer's,
/// not the typesetter's. Lines that are centred or set ragged on both sides do not begin at their edge.
fn breaks_on_purpose(last: &Line, line: &Line) -> bool {
    let letters = line.words.chars().count().max(1) as f64;
    let first = line.words.split(' ').next().unwrap_or_default();
    // Chinese may break between any two signs.
    let first = if first.chars().any(is_wide) { 2 } else { first.chars().count() };
    let needed = (line.right - line.left) / letters * (first as f64 + 1.0);
    let begins_at_edge = (last.left - last.column.0).abs() < last.size * 0.5;
    // Words that must not be parted make a line end a little early.
    let slack = (last.size * 2.0).max((last.column.1 - last.column.0) * 0.1);
    begins_at_edge && last.right + needed + slack < last.edge
}

/// Tells whether a line ends well before the edge of its column, as the last one of a paragraph does.
fn ends_short(line: &Line) -> bool {
    let width = line.column.1 - line.column.0;
    line.right < line.edge - (width * 0.12).max(line.size * 2.0)
}

fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(['”', '"', '’', '\'', ')', '）', '」', ']']);
    words.ends_with(['.', '!', '?', ':', ';', '。', '！', '？', '：', '；', '…'])
}

/// Tells words that can stand in the middle of a sentence: lower case, or Chinese, which has no case.
fn goes_on_mid_sentence(words: &str) -> bool {
    let first = words.trim_start_matches(['“', '"', '‘', '(', '（']).chars().next();
    !starts_item(words) && first.is_some_and(|c| c.is_lowercase() || is_wide(c) || c.is_ascii_digit())
}

/// Tells a line that begins with a bullet, or with a number or letter and a mark that closes it.
fn starts_item(words: &str) -> bool {
    let Some((label, rest)) = words.split_once(' ') else { return false };
    let bullet =
        matches!(label, "•" | "◦" | "▪" | "‣" | "·" | "●" | "■" | "–" | "—" | "-" | "*" | "\u{f0b7}" | "o" | "➢");
    let bare = label.trim_start_matches(['(', '（']).trim_end_matches([')', '）', '.', '、']);
    let closed = bare.len() < label.len() && label.ends_with([')', '）', '.', '、']);
    let ordinal = !bare.is_empty()
        && bare.len() <= 4
        && (bare.chars().all(|c| c.is_ascii_digit())
            || bare.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'))
            || (bare.len() == 1 && bare.chars().all(|c| c.is_ascii_alphabetic())));
    !rest.is_empty()
        && (bullet
            || (closed
                && ordinal
                && !(bare.len() == 1
                    && label.len() == 2
                    && label.ends_with('.')
                    && bare.chars().all(|c| c.is_ascii_uppercase()))))
}
