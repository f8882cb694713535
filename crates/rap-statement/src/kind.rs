//! The kind of a paper: who speaks in it when nobody is named.
//!
//! The whole paper is weighed first: by its title (`packs/lexicons/*/kind-titles.txt`), by the words in it that speak
//! for a kind (`kind-cues.txt`) and by its shape. A submission, a law and a plan are one part. Anything else is cut at
//! its headings, because a newsletter may reprint a press release, and pieces that tell of one kind, or of none, are
//! one part.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use rap_doc::{Block, BlockKind, Doc, Span};

use crate::statement::words;

words! {
    /// Tells what sort of paper a text is.
    SourceKind {
        /// Minutes, a press release or another report of what was said at a meeting.
        Record = "record",
        /// An article or post: its author has a voice.
        Article = "article",
        /// A submission to a consultation, a comment, a letter: the submitter speaks throughout.
        Submission = "submission",
        /// A law or a draft of one: nobody speaks.
        Law = "law",
        /// A plan or agenda: a body says what it will do.
        Plan = "plan",
    }
}

/// A run of blocks of one kind; a newsletter that reprints a press release has two parts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The blocks, by index.
    pub blocks: std::ops::Range<usize>,
    /// What sort of paper this part is.
    pub kind: SourceKind,
    /// The words of the reason, for people: "first person singular; no meeting reported".
    pub reason: String,
}

/// How much of a piece is weighed: its beginning tells what it is, and its end how it is signed.
const HEAD_BYTES: usize = 16 * 1024;
const TAIL_BYTES: usize = 2 * 1024;

/// A paper with more headings than this is read as one piece: a book, or a table of contents.
const MOST_PIECES: usize = 64;

/// A piece below this length is what its neighbour is.
const SHORTEST_PIECE: usize = 200;

/// How often one cue counts in a piece: repetition is no new reason.
const MOST_COUNTED: u32 = 3;

/// Returns the parts of a document with the kind of each.
#[must_use]
pub fn guess_kind(doc: &Doc) -> Vec<Part> {
    let all = 0..doc.blocks().len();
    let unnamed = weigh(doc, all.clone());
    let mut whole = unnamed.clone();
    whole.read_title(doc);
    let (kind, reason) = whole.decide();
    if matches!(kind, SourceKind::Submission | SourceKind::Law | SourceKind::Plan) {
        return vec![Part { blocks: all, kind, reason }];
    }
    let mut parts: Vec<Part> = Vec::new();
    for blocks in pieces(doc) {
        let mut weight = if blocks == all { unnamed.clone() } else { weigh(doc, blocks.clone()) };
        weight.lean_on(&whole);
        let (kind, reason) = weight.decide();
        match parts.last_mut() {
            Some(last) if last.kind == kind || weight.is_silent() => last.blocks.end = blocks.end,
            _ => parts.push(Part { blocks, kind, reason }),
        }
    }
    parts
}

/// Cuts the blocks at headings, each piece long enough to be judged.
fn pieces(doc: &Doc) -> Vec<std::ops::Range<usize>> {
    let blocks = doc.blocks();
    let mut starts = vec![0];
    let mut length = 0;
    for (index, block) in blocks.iter().enumerate() {
        if matches!(block.kind, BlockKind::Heading(_)) && length >= SHORTEST_PIECE {
            starts.push(index);
            length = 0;
        }
        if block.kind != BlockKind::Furniture {
            length += block.span.len();
        }
    }
    if starts.len() > MOST_PIECES {
        starts.truncate(1);
    }
    if starts.len() > 1 && length < SHORTEST_PIECE {
        starts.pop();
    }
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([blocks.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
}

/// The weight of each kind, with the cues that gave it.
#[derive(Clone, Default)]
struct Weight {
    points: [u32; 5],
    /// For each cue that was found, its number and how often.
    cues: Vec<(usize, u32)>,
    bytes: usize,
    turns: usize,
    provisions: usize,
    paragraphs: usize,
    quotations: usize,
    /// The words of the title that tell the kind, with that kind.
    title: Option<&'static Row>,
}

fn weigh(doc: &Doc, range: std::ops::Range<usize>) -> Weight {
    let blocks = doc.blocks().get(range).unwrap_or_default();
    let mut weight = Weight::default();
    let mut counts = vec![0_u32; cues().rows.len()];
    for span in samples(blocks) {
        let words = span.of(doc.text());
        weight.bytes += words.len();
        for hit in cues().finder.find_iter(words) {
            if let Some(count) = counts.get_mut(hit.pattern().as_usize())
                && is_whole(words, hit.start(), hit.end())
            {
                *count += 1;
            }
        }
    }
    for (index, (count, row)) in counts.iter().zip(&cues().rows).enumerate() {
        if *count > 0 {
            let counted = (*count).min(MOST_COUNTED);
            if let Some(points) = weight.points.get_mut(row.kind as usize) {
                *points += counted * row.weight;
            }
            weight.cues.push((index, counted * row.weight));
        }
    }
    weight.shape(doc, blocks);
    weight
}

/// Returns the beginning and the end of the blocks, as ranges of the text.
fn samples(blocks: &[Block]) -> impl Iterator<Item = Span> + '_ {
    let total: usize = blocks.iter().map(|block| block.span.len()).sum();
    let mut seen = 0;
    blocks.iter().filter_map(move |block| {
        let before = seen;
        seen += block.span.len();
        (before < HEAD_BYTES || seen + TAIL_BYTES >= total).then_some(block.span)
    })
}

/// Tells a cue that no letter of its own script touches; Chinese words have no borders.
fn is_whole(words: &str, start: usize, end: usize) -> bool {
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let bytes = words.as_bytes();
    let ascii = letter(bytes.get(start));
    !ascii || !letter(start.checked_sub(1).and_then(|before| bytes.get(before))) && !letter(bytes.get(end))
}

impl Weight {
    /// Counts what the shape of the blocks tells: provisions, turns of speakers, quotations.
    fn shape(&mut self, doc: &Doc, blocks: &[Block]) {
        for block in blocks.iter().filter(|block| block.kind != BlockKind::Furniture).take(400) {
            let words = block.span.of(doc.text());
            self.paragraphs += 1;
            self.provisions += usize::from(opens_provision(words));
            self.turns += usize::from(opens_turn(words));
            let head = words.get(..words.floor_char_boundary(2000)).unwrap_or(words);
            self.quotations += quotations(head);
        }
        if self.provisions >= 3 && self.provisions * 4 >= self.paragraphs {
            self.add(SourceKind::Law, 30);
        }
        if self.turns >= 2 {
            self.add(SourceKind::Record, 6 + u32::try_from(self.turns).unwrap_or(u32::MAX).min(10));
        }
        // Articles quote; a paragraph in two is more than any other kind of paper does.
        if self.quotations >= 4 && self.quotations >= self.paragraphs {
            self.add(SourceKind::Article, 6);
        }
    }

    fn add(&mut self, kind: SourceKind, more: u32) {
        if let Some(points) = self.points.get_mut(kind as usize) {
            *points += more;
        }
    }

    fn of(&self, kind: SourceKind) -> u32 {
        self.points.get(kind as usize).copied().unwrap_or_default()
    }

    /// Reads the kind off the title, which outweighs everything that the paper says further down.
    fn read_title(&mut self, doc: &Doc) {
        let title = titles(doc).find_map(|words| TITLES.find(words));
        if let Some(row) = title {
            self.add(row.kind, row.weight);
            self.title = Some(row);
        }
    }

    /// Tells a piece in which no word and no shape speaks for any kind.
    fn is_silent(&self) -> bool {
        self.cues.is_empty() && self.provisions == 0 && self.turns < 2
    }

    /// Lets the whole paper weigh in one of its pieces: as much as a short piece says itself.
    fn lean_on(&mut self, whole: &Self) {
        let sum: u32 = whole.points.iter().sum();
        for (points, all) in self.points.iter_mut().zip(whole.points) {
            *points = *points * 3 + (all * 12).checked_div(sum.max(1)).unwrap_or_default();
        }
    }

    /// Returns the kind that weighs most, with the reasons for it in words.
    fn decide(&self) -> (SourceKind, String) {
        let order =
            [SourceKind::Law, SourceKind::Submission, SourceKind::Plan, SourceKind::Record, SourceKind::Article];
        // Below this an article is the safest guess: nothing in it speaks unless it is attributed.
        const LEAST: u32 = 12;
        let mut best = SourceKind::Article;
        // Words alone make no law: a demand says "shall" and 应当 as often as a law does.
        let possible = |kind: &SourceKind| *kind != SourceKind::Law || self.provisions >= 2;
        for kind in order.into_iter().filter(possible) {
            let least = if best == SourceKind::Article { LEAST.max(self.of(best)) } else { self.of(best) };
            if kind != SourceKind::Article && self.of(kind) > least {
                best = kind;
            }
        }
        (best, self.reason(best))
    }

    fn reason(&self, kind: SourceKind) -> String {
        let mut cues: Vec<(usize, u32)> = self.cues.clone();
        cues.retain(|(index, _)| cues_row(*index).is_some_and(|row| row.kind == kind));
        cues.sort_by_key(|(index, weight)| (std::cmp::Reverse(*weight), *index));
        let mut reasons: Vec<String> = cues
            .iter()
            .take(4)
            .filter_map(|(index, _)| cues_row(*index).map(|row| format!("“{}”", row.words)))
            .collect();
        if let Some(row) = self.title.filter(|row| row.kind == kind) {
            reasons.insert(0, format!("“{}” in its title", row.words));
        }
        if kind == SourceKind::Law && self.provisions > 0 {
            reasons.insert(0, format!("{} numbered provisions", self.provisions));
        }
        if kind == SourceKind::Record && self.turns >= 2 {
            reasons.insert(0, format!("{} turns of speakers", self.turns));
        }
        if reasons.is_empty() {
            return "no sign of a meeting, a submission, a law or a plan".to_owned();
        }
        format!("it says {}", reasons.join(", "))
    }
}

/// Counts the marks that open quotations, straight ones twice.
fn quotations(words: &str) -> usize {
    let straight = memchr::memchr_iter(b'"', words.as_bytes()).count();
    // Most text has no other characters than ASCII.
    let wide = if words.is_ascii() { 0 } else { words.chars().filter(|c| matches!(c, '“' | '「')).count() };
    straight + wide
}

/// Tells a block that opens a numbered provision: "Article 5", "Section 12.", "第五条".
fn opens_provision(words: &str) -> bool {
    let digits = |rest: &str| rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
    if let Some(rest) = words.strip_prefix('第') {
        return rest.char_indices().take(9).any(|(at, c)| {
            matches!(c, '条' | '章' | '節' | '节' | '條') && at > 0 && rest.get(..at).is_some_and(is_chinese_number)
        });
    }
    ["Article ", "Section ", "Art. ", "Sec. ", "§", "ARTICLE ", "SECTION "]
        .iter()
        .any(|label| words.strip_prefix(label).is_some_and(digits))
}

fn is_chinese_number(words: &str) -> bool {
    words.chars().all(|c| "一二三四五六七八九十百千〇零".contains(c) || c.is_ascii_digit())
}

/// Tells a block that opens the turn of a speaker: "Ann Lee: …", "张三：…".
fn opens_turn(words: &str) -> bool {
    let head = words.get(..words.floor_char_boundary(120)).unwrap_or(words);
    let Some(colon) = head.find([':', '：']) else { return false };
    let name = head.get(..colon).unwrap_or_default().trim();
    let rest = words.get(colon..).unwrap_or_default();
    let chinese = name.chars().next().is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let count = if chinese { name.chars().count() } else { name.split(' ').count() };
    let named = if chinese {
        (2..=12).contains(&count)
    } else {
        let capitals = name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
        (2..=14).contains(&count) && capitals * 2 >= count
    };
    named && rest.len() > 40 && !name.contains(['.', '。', '"', '“'])
}

/// Returns the first lines that can be a title: short, and closed by no full stop.
fn titles(doc: &Doc) -> impl Iterator<Item = &str> {
    const TITLE_BYTES: usize = 240;
    const TITLE_BLOCKS: usize = 4;
    let said = doc.blocks().iter().filter(|block| block.kind != BlockKind::Furniture).take(TITLE_BLOCKS);
    let words = said.map(|block| block.span.of(doc.text()));
    words.filter(|words| words.len() <= TITLE_BYTES && !words.ends_with(['.', '。', '!', '?', '，', ',', ';']))
}

/// Words that speak for kinds, and the means to find them.
struct Cues {
    finder: AhoCorasick,
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    kind: SourceKind,
    weight: u32,
    words: &'static str,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of_lists([
        include_str!("../../../packs/lexicons/en/kind-cues.txt"),
        include_str!("../../../packs/lexicons/zh/kind-cues.txt"),
    ])
});

static TITLES: LazyLock<Cues> = LazyLock::new(|| {
    Cues::of_lists([
        include_str!("../../../packs/lexicons/en/kind-titles.txt"),
        include_str!("../../../packs/lexicons/zh/kind-titles.txt"),
    ])
});

impl Cues {
    fn of_lists(lists: [&'static str; 2]) -> Self {
        let rows: Vec<Row> = lists.iter().flat_map(|list| list.lines()).filter_map(row).collect();
        let mut builder = AhoCorasick::builder();
        builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest);
        // INVARIANT: the lists are part of the program; a test builds them.
        #[expect(clippy::expect_used, reason = "the lists are part of the program, and a test builds the finder")]
        let finder = builder.build(rows.iter().map(|row| row.words)).expect("the cues make a finder");
        Self { finder, rows }
    }

    /// Returns the heaviest of the cues in `words`, the first of equals.
    fn find(&self, words: &str) -> Option<&Row> {
        let hits = self.finder.find_iter(words).filter(|hit| is_whole(words, hit.start(), hit.end()));
        let rows = hits.filter_map(|hit| self.rows.get(hit.pattern().as_usize()));
        rows.fold(None, |best: Option<&Row>, row| best.filter(|best| best.weight >= row.weight).or(Some(row)))
    }
}

fn cues() -> &'static Cues {
    &CUES
}

fn cues_row(index: usize) -> Option<&'static Row> {
    cues().rows.get(index)
}

fn row(line: &'static str) -> Option<Row> {
    let mut cells = line.splitn(3, ' ');
    let kind = SourceKind::from_name(cells.next()?)?;
    let weight = cells.next()?.parse().ok()?;
    Some(Row { kind, weight, words: cells.next()?.trim() })
}

#[cfg(test)]
mod tests;
