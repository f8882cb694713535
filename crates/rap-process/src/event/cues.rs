//! The words by which a sentence tells of an event: `packs/lexicons/*/events.txt`.
//!
//! Enters a sentence; leave the kinds of event that it tells of, each with the words that say so. A wish, a duty or a
//! supposition is no event; a plan of one is marked as such.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use rap_doc::{Language, Span};

use super::EventKind;

const EN: &str = include_str!("../../../../packs/lexicons/en/events.txt");
const ZH: &str = include_str!("../../../../packs/lexicons/zh/events.txt");

/// The words of one event may lie this far apart, in bytes: about a clause and a half.
const WIDEST: usize = 170;

/// How much farther, in bytes, a word beyond a comma counts than one of the same clause.
const BEYOND_A_COMMA: usize = 60;

/// How far before the words of an event its mood is looked for, in bytes.
const MOOD_BEFORE: usize = 40;

/// The longest sentence that is read, and the most cues in it that are looked at: beyond both it is a table.
const LONGEST: usize = 4000;
const MOST_HITS: usize = 128;

/// How many events of one sort a sentence may tell.
const MOST_OF_A_SORT: usize = 3;

/// An event that a sentence tells of.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) struct Told {
    pub(super) kind: EventKind,
    pub(super) reading: Option<u8>,
    /// The words that tell it, relative to the sentence.
    pub(super) span: Span,
    pub(super) planned: bool,
}

struct Rule {
    kind: EventKind,
    reading: Option<u8>,
    /// The numbers of the groups that must all be found.
    groups: Vec<usize>,
    /// The group that must not be found.
    unless: Option<usize>,
}

struct Cues {
    finder: Option<AhoCorasick>,
    /// The groups that each pattern belongs to.
    groups: Vec<Vec<usize>>,
    rules: Vec<Rule>,
    count: usize,
}

fn cues(language: Language) -> &'static Cues {
    static ENGLISH: LazyLock<Cues> = LazyLock::new(|| Cues::of(EN, true));
    static CHINESE: LazyLock<Cues> = LazyLock::new(|| Cues::of(ZH, false));
    if language == Language::Chinese { &CHINESE } else { &ENGLISH }
}

impl Cues {
    fn of(list: &str, folded: bool) -> Self {
        let mut patterns: Vec<String> = Vec::new();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut rules = Vec::new();
        let mut count = 0;
        let mut group_of = |words: &str, patterns: &mut Vec<String>, groups: &mut Vec<Vec<usize>>| {
            for word in words.split('/').map(str::trim).filter(|word| !word.is_empty()) {
                let word = if folded { word.to_ascii_lowercase() } else { word.to_owned() };
                let index = patterns.iter().position(|known| *known == word).unwrap_or_else(|| {
                    patterns.push(word);
                    groups.push(Vec::new());
                    patterns.len() - 1
                });
                if let Some(of) = groups.get_mut(index) {
                    of.push(count);
                }
            }
            count += 1;
            count - 1
        };
        for line in list.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            let mut cells = line.split('|').map(str::trim);
            let mut head = cells.next().unwrap_or_default().split_whitespace();
            let Some(kind) = head.next().and_then(EventKind::from_name) else { continue };
            let reading = head.next().map(|word| match word {
                "first" => 1,
                "second" => 2,
                _ => 3,
            });
            let body = cells.next().unwrap_or_default();
            let own = body.split(" + ").map(|words| group_of(words, &mut patterns, &mut groups)).collect();
            let unless = cells.next().map(|words| group_of(words, &mut patterns, &mut groups));
            rules.push(Rule { kind, reading, groups: own, unless });
        }
        let finder = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&patterns).ok();
        Self { finder, groups, rules, count }
    }
}

/// Returns the events that a sentence tells of, in the order of the rules.
pub(super) fn told(sentence: &str, language: Language) -> Vec<Told> {
    if sentence.len() > LONGEST {
        return Vec::new();
    }
    let cues = cues(language);
    let english = language != Language::Chinese;
    let counted = if english { None } else { without_counts(sentence) };
    let sentence = counted.as_deref().unwrap_or(sentence);
    let text = if english { sentence.to_ascii_lowercase().replace('’', "'  ") } else { sentence.to_owned() };
    let mut hits: Vec<Vec<Span>> = vec![Vec::new(); cues.count];
    let finder = cues.finder.iter();
    for found in finder.flat_map(|finder| finder.find_overlapping_iter(&text)).take(MOST_HITS * 4) {
        let span = Span::new(found.start(), found.end());
        if english && !stands_alone(&text, span) {
            continue;
        }
        for group in cues.groups.get(found.pattern().as_usize()).into_iter().flatten() {
            if let Some(hits) = hits.get_mut(*group).filter(|hits| hits.len() < MOST_HITS) {
                hits.push(span);
            }
        }
    }
    let mut found: Vec<Told> = Vec::new();
    let mut used: Vec<Span> = Vec::new();
    for rule in &cues.rules {
        let blocked = rule.unless.and_then(|group| hits.get(group)).is_some_and(|hits| !hits.is_empty());
        if blocked {
            continue;
        }
        // One sentence may tell of two events of one sort: the Council's mandate and the Parliament's.
        for _ in 0..MOST_OF_A_SORT {
            // What was introduced and then withdrawn is one bill, named once.
            let back = matches!(rule.kind, EventKind::Withdrawn | EventKind::Rejected | EventKind::Vetoed);
            let none = Vec::new();
            let Some((span, words)) = tightest(rule, &text, &hits, if back { &none } else { &used }) else { break };
            let again = back && found.iter().any(|known| known.kind == rule.kind && known.span.overlaps(span));
            if again {
                break;
            }
            used.extend(words);
            let silent = matches!(rule.kind, EventKind::PlanSilent | EventKind::PlanDropped);
            let planned = match mood(&text, span, english, silent) {
                Mood::Unreal => continue,
                Mood::Planned => true,
                Mood::Real => false,
            };
            found.push(Told { kind: rule.kind, reading: rule.reading, span, planned });
            if rule.kind.gathers() {
                break;
            }
        }
    }
    found
}

/// Hides counts of deliberations, which are no readings: 经过三次审议. Bytes keep their places.
fn without_counts(sentence: &str) -> Option<String> {
    const LEADS: [&str; 6] = ["经过", "历经", "进行了", "先后", "共经", "经历了"];
    if !sentence.contains("次审议") {
        return None;
    }
    let mut text = sentence.to_owned();
    for lead in LEADS {
        for number in ["一", "两", "二", "三", "四", "五"] {
            let hidden = format!("{lead}{}", "〇".repeat("三次审议".chars().count()));
            text = text.replace(&format!("{lead}{number}次审议"), &hidden);
        }
    }
    Some(text)
}

/// Returns the narrowest stretch that holds a word of every group and no word that is used, with those words.
fn tightest(rule: &Rule, text: &str, hits: &[Vec<Span>], used: &[Span]) -> Option<(Span, Vec<Span>)> {
    let free = |span: &&Span| !used.iter().any(|used| used.overlaps(**span));
    let of = |group: &usize| hits.get(*group).map_or(&[][..], Vec::as_slice);
    let (first, rest) = rule.groups.split_first()?;
    let mut best: Option<(Span, Vec<Span>)> = None;
    for start in of(first).iter().filter(free) {
        let mut words = vec![*start];
        let mut span = *start;
        for group in rest {
            // A word beyond a comma is of another clause, and taken only where its own has none.
            let gap =
                |other: &&Span| span.hull(**other).len() + BEYOND_A_COMMA * usize::from(is_parted(text, span, **other));
            // The same words may not fill two groups.
            let fresh = |other: &&Span| free(other) && !words.iter().any(|word| word.overlaps(**other));
            let Some(near) = of(group).iter().filter(fresh).min_by_key(gap) else { break };
            span = span.hull(*near);
            words.push(*near);
        }
        let whole = words.len() == rule.groups.len() && span.len() <= WIDEST;
        if whole && best.as_ref().is_none_or(|(best, _)| span.len() < best.len()) {
            best = Some((span, words));
        }
    }
    best
}

fn is_parted(text: &str, one: Span, other: Span) -> bool {
    let (from, to) = if one.end() <= other.start() { (one.end(), other.start()) } else { (other.end(), one.start()) };
    text.get(from..to).is_some_and(|gap| gap.contains([',', ';', '，', '；']))
}

fn stands_alone(text: &str, span: Span) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = text.get(..span.start()).and_then(|before| before.chars().next_back());
    let after = text.get(span.end()..).and_then(|after| after.chars().next());
    let joined = text.get(span.range()).is_some_and(|words| words.starts_with("n't"));
    (joined || !letter(before)) && !letter(after)
}

#[derive(Copy, Clone, PartialEq, Eq)]
enum Mood {
    Real,
    Planned,
    Unreal,
}

/// Returns whether the words are told as done, as planned, or neither.
fn mood(text: &str, span: Span, english: bool, negative: bool) -> Mood {
    let mut start = span.start().saturating_sub(MOOD_BEFORE);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    // Only the clause of the event itself: a comma or semicolon before it parts other thoughts off.
    let before = text.get(start..span.start()).unwrap_or_default();
    let clause = before.rfind([';', '；', '。', '，', ',']).map_or(before, |at| before.get(at..).unwrap_or_default());
    let within = text.get(span.range()).unwrap_or_default();
    // 建议稿 is a draft and no wish, and 规定于 no day that was set.
    let told = format!("{clause}{within} ").replace("建议稿", "文稿").replace("规定于", "规定 于");
    let has = |words: &[&str]| words.iter().any(|word| told.contains(word));
    const WISH_EN: [&str; 20] = [
        " should ",
        " could ",
        " would ",
        " must be adopted",
        " urged ",
        " urges ",
        " calls for",
        " called on ",
        " ought ",
        " might ",
        " whether ",
        " hopes ",
        " hoped ",
        " if ",
        " suggested that",
        " cannot ",
        " in case ",
        " calling for",
        " proposed that",
        " wants ",
    ];
    const NOT_EN: [&str; 9] =
        [" not ", "n't ", " never ", " nor ", " has yet to ", " no date ", " without ", " instead of ", " failed to "];
    const PLAN_EN: [&str; 18] = [
        " promised ",
        " pledged ",
        " will ",
        " to be held",
        " is scheduled",
        " are scheduled",
        " scheduled for",
        " plans to",
        " planning to",
        " expected to",
        " is due to",
        " intends to",
        " is set to",
        " shall ",
        " to be published",
        " to be submitted",
        " about to ",
        " aims to ",
    ];
    const WISH_ZH: [&str; 10] = ["应当", "建议", "呼吁", "希望", "应该", "如果", "是否", "可以", "主张", "应尽快"];
    const NOT_ZH: [&str; 6] = ["尚未", "未曾", "没有", "并未", "未能", "不会"];
    const PLAN_ZH: [&str; 12] =
        ["应于", "须于", "应在", "将", "拟", "计划于", "预计", "即将", "定于", "有望", "预备", "择期"];
    let (wish, not, plan): (&[&str], &[&str], &[&str]) =
        if english { (&WISH_EN, &NOT_EN, &PLAN_EN) } else { (&WISH_ZH, &NOT_ZH, &PLAN_ZH) };
    // "No second reading is recorded" denies what it names.
    let denied = english && (before.ends_with("no ") || before.ends_with("without a "));
    if has(wish) || (!negative && (has(not) || denied)) {
        Mood::Unreal
    } else if has(plan) {
        Mood::Planned
    } else {
        Mood::Real
    }
}
