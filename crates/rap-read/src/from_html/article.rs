//! Which pieces of a page are its article.
//!
//! What counts is *prose*: text that is no link and long enough to be a sentence. Navigation, footers and their like
//! are furniture by their element, role or class, unless half of the page's prose (two fifths for a class) lies in them (then the author
//! called the article a sidebar). Of the rest, the article is the smallest element that says it is the article or
//! main part and holds half of the prose; what is outside of it is furniture, except its headline. Where none says so,
//! it is the smallest one that holds nine tenths of the prose, with those of its neighbours that are mostly prose, too:
//! annexes, a lead. Lists of links are furniture everywhere.

use rap_doc::BlockKind;

use super::furniture::{is_furniture_element, sounds_like_furniture};
use super::page::{Page, Piece};

/// Text shorter than this is a label unless a mark ends it like a sentence. A short sentence has about 40 letters,
/// or half as many bytes of Chinese in a third as many characters.
const PROSE_BYTES: usize = 60;

/// For each piece of the page, whether it is furniture.
pub(super) fn furniture_of(page: &Page) -> Vec<bool> {
    let prose: Vec<usize> = page.pieces.iter().map(prose_bytes).collect();
    let marked = marked_elements(page, &sums(page, &prose));
    let mut furniture: Vec<bool> = page.pieces.iter().map(|piece| is_true(&marked, piece.element)).collect();
    let kept: Vec<usize> = prose.iter().zip(&furniture).map(|(bytes, out)| if *out { 0 } else { *bytes }).collect();
    let kept = sums(page, &kept);
    let (root, says_so) = root(page, &marked, &kept);
    let inside = if says_so { within(page, root) } else { with_neighbours(page, root, &kept) };
    let headline = headline(page, &furniture, &inside);
    for (index, (piece, out)) in page.pieces.iter().zip(&mut furniture).enumerate() {
        *out |= !is_true(&inside, piece.element) && headline != Some(index);
        *out |= !matches!(piece.kind, BlockKind::Heading(_)) && sounds_like_furniture(&piece.words);
    }
    mark_link_lists(&page.pieces, &mut furniture);
    mark_lone_headings(&page.pieces, &mut furniture);
    furniture
}

fn is_true(flags: &[bool], element: u32) -> bool {
    flags.get(element as usize).copied().unwrap_or_default()
}

/// Returns how many bytes of a piece are prose.
fn prose_bytes(piece: &Piece) -> usize {
    let own = piece.words.len().saturating_sub(piece.links);
    let ends = piece.words.ends_with(['.', '!', '?', ':', ';', '。', '！', '？', '；', '：', '”', '"']);
    let is_heading = matches!(piece.kind, BlockKind::Heading(_));
    if !is_heading && (piece.words.len() >= PROSE_BYTES || ends) && own * 2 > piece.words.len() { own } else { 0 }
}

/// Returns for each element how much of `weights` lies in it; children come after parents, so one pass back does.
fn sums(page: &Page, weights: &[usize]) -> Vec<usize> {
    let mut sums = vec![0_usize; page.elements.len()];
    for (piece, weight) in page.pieces.iter().zip(weights) {
        if let Some(sum) = sums.get_mut(piece.element as usize) {
            *sum += weight;
        }
    }
    for index in (1..page.elements.len()).rev() {
        let own = sums.get(index).copied().unwrap_or_default();
        if let Some(parent) = page.elements.get(index).and_then(|element| sums.get_mut(element.parent as usize)) {
            *parent += own;
        }
    }
    sums
}

/// Returns for each element whether it lies in one that says it is furniture.
fn marked_elements(page: &Page, prose: &[usize]) -> Vec<bool> {
    let total = prose.first().copied().unwrap_or_default();
    let mut marked = vec![false; page.elements.len()];
    for (index, element) in page.elements.iter().enumerate() {
        let own = prose.get(index).copied().unwrap_or_default();
        let name = page.names.get(usize::from(element.name)).map_or("", String::as_str);
        let by_word = element.marks.hidden || element.marks.furniture_role || is_furniture_element(name);
        let by_class = element.marks.furniture_class && !element.marks.main;
        let out = (by_word && own * 2 <= total) || (by_class && own * 5 <= total * 2);
        let inherited = index > 0 && is_true(&marked, element.parent);
        if let Some(mark) = marked.get_mut(index) {
            *mark = out || inherited;
        }
    }
    marked
}

/// Returns the element that holds the article, and whether it says so itself.
fn root(page: &Page, marked: &[bool], prose: &[usize]) -> (u32, bool) {
    let total = prose.first().copied().unwrap_or_default();
    let says_so = |index: usize| {
        let name = page.elements.get(index).and_then(|element| page.names.get(usize::from(element.name)));
        let marks = page.elements.get(index).map(|element| element.marks).unwrap_or_default();
        marks.main || name.is_some_and(|name| name == "main" || name == "article")
    };
    let mut best = (usize::MAX, None);
    let mut broad = (usize::MAX, 0);
    for (index, own) in prose.iter().enumerate() {
        let id = u32::try_from(index).unwrap_or_default();
        if total == 0 || is_true(marked, id) {
            continue;
        }
        // Of equal ones the outer is taken: it holds the headline.
        if own * 2 >= total && *own < best.0 && says_so(index) {
            best = (*own, Some(id));
        }
        if own * 10 >= total * 9 && *own < broad.0 && is_container(page.name(id)) {
            broad = (*own, id);
        }
    }
    best.1.map_or((broad.1, false), |root| (root, true))
}

fn is_container(name: &str) -> bool {
    matches!(name, "html" | "body" | "div" | "section" | "td" | "center" | "form" | "fieldset") || name.contains('-')
}

/// Returns for each element whether it is `root` or lies in it.
fn within(page: &Page, root: u32) -> Vec<bool> {
    let mut inside = vec![false; page.elements.len()];
    for (index, element) in page.elements.iter().enumerate() {
        let here = index == root as usize || (index > 0 && is_true(&inside, element.parent));
        if let Some(flag) = inside.get_mut(index) {
            *flag = here;
        }
    }
    inside
}

/// Returns for each element whether it lies in `root`, or in a branch beside it that is mostly prose.
fn with_neighbours(page: &Page, root: u32, prose: &[usize]) -> Vec<bool> {
    let bytes = sums(page, &page.pieces.iter().map(|piece| piece.words.len()).collect::<Vec<_>>());
    let mut above = vec![false; page.elements.len()];
    let mut at = root;
    while let Some(element) = page.elements.get(at as usize)
        && element.parent != at
    {
        at = element.parent;
        above.get_mut(at as usize).into_iter().for_each(|flag| *flag = true);
    }
    let mut inside = vec![false; page.elements.len()];
    for (index, element) in page.elements.iter().enumerate() {
        let of = |sums: &[usize]| sums.get(index).copied().unwrap_or_default();
        let is_above = above.get(index).copied().unwrap_or_default();
        let is_branch = !is_above && (index == root as usize || of(prose) * 2 > of(&bytes));
        let starts = is_true(&above, element.parent) && is_branch;
        let here = starts || index == root as usize || (!is_above && is_true(&inside, element.parent));
        if let Some(flag) = inside.get_mut(index) {
            *flag = here;
        }
    }
    // Text that stands bare in an element around the article belongs to it.
    inside.iter_mut().zip(&above).for_each(|(flag, above)| *flag |= above);
    inside
}

/// Returns the last top heading before the article, where the article has none of its own.
fn headline(page: &Page, furniture: &[bool], inside: &[bool]) -> Option<usize> {
    let top = |piece: &Piece| piece.kind == BlockKind::Heading(1);
    let first = page.pieces.iter().position(|piece| is_true(inside, piece.element))?;
    if page.pieces.iter().any(|piece| is_true(inside, piece.element) && top(piece)) {
        return None;
    }
    let is_headline = |(piece, out): (&Piece, &bool)| top(piece) && !out;
    page.pieces.get(..first)?.iter().zip(furniture.get(..first)?).rposition(is_headline)
}

/// Marks two or more pieces in a row that are links and little else: related articles, tags, contents.
fn mark_link_lists(pieces: &[Piece], furniture: &mut [bool]) {
    let is_link = |piece: &Piece| {
        piece.links * 10 >= piece.words.len() * 7 && !matches!(piece.kind, BlockKind::Heading(_) | BlockKind::TableCell)
    };
    let mut start = 0;
    while start < pieces.len() {
        let run = pieces.iter().skip(start).take_while(|piece| is_link(piece)).count();
        if run >= 2 {
            furniture.iter_mut().skip(start).take(run).for_each(|out| *out = true);
        }
        start += run + 1;
    }
}

/// Marks headings under which nothing but furniture follows, as `Related articles` over a list of links.
fn mark_lone_headings(pieces: &[Piece], furniture: &mut [bool]) {
    let mut under = None;
    for index in (0..pieces.len()).rev() {
        let out = furniture.get(index).copied().unwrap_or_default();
        match pieces.get(index).map(|piece| piece.kind) {
            Some(BlockKind::Heading(level)) if !out && level > 1 => {
                if under == Some(true)
                    && let Some(mark) = furniture.get_mut(index)
                {
                    *mark = true;
                }
                under = None;
            }
            _ => under = Some(out && under != Some(false)),
        }
    }
}
