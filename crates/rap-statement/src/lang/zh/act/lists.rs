//! Lists inside a Chinese demand, and commands: clauses that begin with a verb and have no subject.
//!
//! Items are counted (一是…；二是…), or headed by verbs (「明确范围、放宽限制和开放数据」), or nouns that end in a
//! deed (「数据开放、算力支持」). A part that is not so headed belongs to the item before it.

use std::sync::LazyLock;

use rap_doc::Span;

use super::{Reading, Tables};
use crate::act::Cue;
use crate::found::Manner;
use crate::word_list::WordList;

/// What may stand before the verb of an item.
const LEADS: [&str; 62] = [
    "并且",
    "以及",
    "同时",
    "此外",
    "另外",
    "还要",
    "也要",
    "更要",
    "既要",
    "又要",
    "不要",
    "还应当",
    "还应",
    "也应当",
    "也应",
    "应当",
    "应该",
    "需要",
    "必须",
    "建议",
    "希望",
    "呼吁",
    "要",
    "应",
    "须",
    "需",
    "并",
    "且",
    "和",
    "及",
    "与",
    "或",
    "或者",
    "进一步",
    "尽快",
    "适当",
    "适度",
    "合理",
    "积极",
    "及时",
    "切实",
    "充分",
    "着力",
    "大力",
    "深入",
    "逐步",
    "不断",
    "持续",
    "全面",
    "依法",
    "审慎",
    "稳步",
    "首先",
    "其次",
    "再次",
    "最后",
    "通过",
    "尽早",
    "有序",
    "严格",
    "共同",
    "主动",
];

/// What follows a deed that is part of a noun (提供者) or has happened (明确了).
const NO_OBJECT: [char; 15] =
    ['的', '和', '与', '、', '了', '。', '者', '率', '型', '化', '度', '是', '已', '于', '，'];

/// Tells whether the statement begins with the verb of a command.
pub(super) fn commands(words: &str, tables: &Tables) -> bool {
    // Nouns that begin like a deed.
    const NOUNS: [&str; 8] = ["促进会", "严格责任", "保护区", "监督员", "管理局", "管理员", "服务商", "支持者"];
    let words = words.trim_start_matches(['“', '「', '"', ' ', '\u{3000}']);
    let words = counter(words).map_or(words, |length| words.get(length..).unwrap_or_default());
    if NOUNS.iter().any(|noun| words.starts_with(noun)) {
        return false;
    }
    deed_length(words, tables).is_some_and(|length| {
        let rest = words.get(length..).unwrap_or_default();
        let deed = words.get(length.saturating_sub(6)..length);
        deed.and_then(|deed| tables.deeds.get(deed)) == Some(&true) && !rest.is_empty() && !rest.starts_with(NO_OBJECT)
    })
}

/// Returns the items of the list in a demand; nothing where it asks for one thing.
pub(super) fn items(reading: &Reading<'_>, manner: Manner) -> Vec<Span> {
    let Some(content) =
        reading.content.first().copied().map(|first| reading.content.iter().copied().fold(first, Span::hull))
    else {
        return Vec::new();
    };
    let counted = counted(content, reading.text);
    if counted.len() > 1 {
        return counted;
    }
    let asking = |cue: Cue| matches!(cue, Cue::Ask | Cue::Demand | Cue::Must | Cue::Implied);
    let asked = (manner == Manner::Asked).then_some(content.start());
    let behind = reading.hits.iter().filter(|hit| asking(hit.0)).map(|hit| hit.1.end()).take(3);
    for from in asked.into_iter().chain(behind).chain([content.start()]) {
        let found = headed(Span::new(from, content.end()), reading);
        if found.len() > 1 {
            return found;
        }
    }
    Vec::new()
}

/// Items with a number before each.
fn counted(content: Span, text: &str) -> Vec<Span> {
    let starts: Vec<(usize, usize)> = parts(content, text)
        .filter_map(|part| counter(part.of(text)).map(|length| (part.start(), part.start() + length)))
        .collect();
    let ends = starts.iter().skip(1).map(|start| start.0).chain([content.end()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| bare(Span::new(start.1, end), text))
        .filter(|span| !span.is_empty())
        .collect()
}

/// Returns the length of a counting word at the start: 一是, 第一，, （一）, 1., 首先，.
fn counter(words: &str) -> Option<usize> {
    const DIGITS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    for order in ["首先", "其次", "再次", "最后"] {
        if let Some(rest) = words.strip_prefix(order) {
            return Some(words.len() - rest.trim_start_matches(['，', ',', '是']).len());
        }
    }
    let open = words.trim_start_matches(['第', '（', '(']);
    let number = open.trim_start_matches(|c: char| DIGITS.contains(&c) || c.is_ascii_digit());
    let counted = open.len() - number.len();
    if counted == 0 || counted > 6 {
        return None;
    }
    let bracketed = words.starts_with(['（', '(']) && number.starts_with(['）', ')']);
    let ordinal = words.starts_with('第') && number.starts_with(['，', ',', '、', '是']);
    let listed = open.len() == words.len()
        && (number.starts_with('是')
            || number.starts_with("要")
            || number.starts_with('、')
            || number.starts_with('.'));
    let rest = number.strip_prefix(['）', ')', '，', ',', '、', '是', '.']).unwrap_or(number);
    (bracketed || ordinal || listed).then(|| words.len() - rest.trim_start_matches(['，', ' ']).len())
}

/// Items headed by verbs, or by nouns that end in a deed.
fn headed(list: Span, reading: &Reading<'_>) -> Vec<Span> {
    let mut starts: Vec<usize> = Vec::new();
    let mut verbal = None;
    for part in parts(list, reading.text).flat_map(|part| joined(part, reading)) {
        let words = part.of(reading.text);
        let verb = is_verbal(words, reading.tables);
        let noun = !verb && is_nominal(words, reading.tables);
        match verbal {
            None if verb || noun => verbal = Some(verb),
            None => return Vec::new(),
            Some(kind) if (kind && verb) || (!kind && noun) => {}
            Some(_) => continue,
        }
        starts.push(part.start());
    }
    let ends = starts.iter().skip(1).copied().chain([list.end()]);
    starts
        .iter()
        .zip(ends)
        .map(|(&start, end)| bare(Span::new(start, end), reading.text))
        .filter(|span| !span.is_empty())
        .collect()
}

fn is_verbal(words: &str, tables: &Tables) -> bool {
    deed_length(words, tables).is_some_and(|length| {
        let rest = words.get(length..).unwrap_or_default();
        !rest.is_empty() && !rest.starts_with(NO_OBJECT)
    })
}

fn is_nominal(words: &str, tables: &Tables) -> bool {
    let words = words.trim_end_matches(['。', '；', '等']);
    let last = words.char_indices().rev().nth(1).map(|(at, _)| words.get(at..).unwrap_or_default());
    last.is_some_and(|last| last.len() < words.len() && tables.deeds.contains_key(last)) && words.chars().count() <= 14
}

/// Returns the length of leading words and the deed at the start, where there is one.
fn deed_length(words: &str, tables: &Tables) -> Option<usize> {
    static LEADING: LazyLock<WordList> = LazyLock::new(|| WordList::of(LEADS));
    let mut rest = words.trim_start();
    // Nobody heaps up more leads than these, and a text that does is read no slower.
    for _ in 0..4 {
        let led = LEADING.opening(rest);
        if led == 0 || starts_with_deed(rest, tables).is_some() {
            break;
        }
        rest = rest.get(led..).unwrap_or_default();
    }
    starts_with_deed(rest, tables).map(|length| words.len() - rest.len() + length)
}

/// Returns the length of the deed of two characters, or of one, at the start.
fn starts_with_deed(words: &str, tables: &Tables) -> Option<usize> {
    let mut ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    let (one, two) = (ends.next(), ends.next());
    [two, one].into_iter().flatten().find(|&end| words.get(..end).is_some_and(|word| tables.deeds.contains_key(word)))
}

/// Cuts a range at the marks that join items, and at joining words that a deed follows.
fn parts(range: Span, text: &str) -> impl Iterator<Item = Span> {
    let words = range.of(text);
    let mut from = 0;
    std::iter::from_fn(move || {
        if from >= words.len() {
            return None;
        }
        let rest = words.get(from..)?;
        let cut = rest.char_indices().find(|(_, c)| matches!(c, '，' | '、' | '；' | '。' | '：' | ',' | ';'));
        let (end, next) = cut.map_or((rest.len(), rest.len()), |(at, c)| (at, at + c.len_utf8()));
        let part = Span::new(range.start() + from, range.start() + from + end);
        from += next;
        Some(part)
    })
}

/// Cuts a part where a joining word stands before a deed: 「缩小范围并延长期限」.
fn joined(part: Span, reading: &Reading<'_>) -> impl Iterator<Item = Span> + use<> {
    let words = part.of(reading.text);
    let cut = words.char_indices().skip(2).find(|&(at, c)| {
        matches!(c, '并' | '和' | '及' | '且')
            && is_verbal(words.get(at + c.len_utf8()..).unwrap_or_default(), reading.tables)
    });
    let end = part.start() + cut.map_or(words.len(), |(at, _)| at);
    [Span::new(part.start(), end), Span::new(end, part.end())].into_iter().filter(|span| !span.is_empty())
}

/// Returns the span without marks and joining words at its ends.
fn bare(span: Span, text: &str) -> Span {
    let words = span.of(text);
    let tail = words.trim_end_matches(['，', '、', '；', '。', '：', ',', ';', ' ', '\u{3000}', '并', '和']);
    let head = tail.trim_start_matches(['，', '、', '；', '：', ' ', '并', '和', '\u{3000}']);
    let start = span.start() + tail.len() - head.len();
    Span::new(start, start + head.len())
}
