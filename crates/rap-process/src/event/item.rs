//! Items: the laws that a text speaks of, so far as their names tell one from another.
//!
//! "The AI law", "AI legislation" and "the Artificial Intelligence Act" are one subject; a name without a subject
//! ("the bill") is none. Whether two names mean one law is more than a name can tell: the key is the subject.

use std::collections::BTreeMap;

use rap_doc::{Language, Span};

use super::subject::is_one;

/// What a law is about, as its name tells.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Item {
    /// The name, as printed; empty where none is given.
    pub name: String,
    /// The words of its subject, in order of the alphabet; empty where the name tells none.
    pub key: Vec<String>,
    /// The country or union that the name tells: `EU` in "the EU AI Act".
    pub of: String,
}

/// A law that a text names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct LawName {
    pub(crate) span: Span,
    pub(crate) item: Item,
}

/// Words that make a name the name of a law.
const HEADS: [&str; 16] = [
    "law",
    "act",
    "bill",
    "legislation",
    "regulation",
    "regulations",
    "directive",
    "measures",
    "rules",
    "rule",
    "ordinance",
    "code",
    "statute",
    "laws",
    "provisions",
    "lawmaking",
];

/// Words before a head that say nothing of its subject.
const PLAIN: [&str; 46] = [
    "comprehensive",
    "new",
    "draft",
    "national",
    "proposed",
    "interim",
    "first",
    "unified",
    "the",
    "a",
    "an",
    "its",
    "their",
    "this",
    "that",
    "our",
    "sweeping",
    "final",
    "existing",
    "current",
    "future",
    "any",
    "such",
    "federal",
    "basic",
    "specialised",
    "specialized",
    "special",
    "dedicated",
    "legislative",
    "domestic",
    "framework",
    "general",
    "model",
    "state",
    "own",
    "similar",
    "planned",
    "government",
    "suggested",
    "scholar",
    "horizontal",
    "public",
    "said",
    "provisional",
    "administrative",
];

/// Words at which a name certainly ends, read backwards or forwards.
const STOPS: [&str; 98] = [
    "up",
    "out",
    "off",
    "again",
    "still",
    "now",
    "issues",
    "issued",
    "unveils",
    "finalizes",
    "finalises",
    "clears",
    "enacts",
    "pulls",
    "takes",
    "backs",
    "approves",
    "approved",
    "receives",
    "clears",
    "rejects",
    "agrees",
    "proposes",
    "adopts",
    "passes",
    "discusses",
    "seeks",
    "publishes",
    "opens",
    "proposed",
    "adopts",
    "signs",
    "introduces",
    "reads",
    "that",
    "debates",
    "of",
    "on",
    "in",
    "and",
    "or",
    "to",
    "for",
    "with",
    "by",
    "from",
    "at",
    "as",
    "under",
    "about",
    "into",
    "over",
    "include",
    "includes",
    "included",
    "is",
    "was",
    "are",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "will",
    "would",
    "should",
    "could",
    "may",
    "must",
    "not",
    "but",
    "when",
    "which",
    "who",
    "while",
    "than",
    "mention",
    "need",
    "said",
    "drop",
    "debating",
    "passed",
    "adopted",
    "publish",
    "published",
    "released",
    "discussed",
    "lead",
    "enact",
    "before",
    "after",
    "until",
    "every",
    "some",
    "no",
    "all",
    "these",
];

/// Names of countries and unions that stand before the name of a law.
const PLACES: [(&str, &str); 22] = [
    ("eu", "eu"),
    ("european", "eu"),
    ("europe", "eu"),
    ("us", "us"),
    ("american", "us"),
    ("china", "china"),
    ("chinese", "china"),
    ("uk", "uk"),
    ("british", "uk"),
    ("korea", "korea"),
    ("korean", "korea"),
    ("japan", "japan"),
    ("japanese", "japan"),
    ("california", "us-california"),
    ("colorado", "us-colorado"),
    ("canada", "canada"),
    ("canadian", "canada"),
    ("brazil", "brazil"),
    ("india", "india"),
    ("german", "germany"),
    ("french", "france"),
    ("singapore", "singapore"),
];

const PLACES_ZH: [(&str, &str); 9] = [
    ("欧盟", "eu"),
    ("欧洲", "eu"),
    ("美国", "us"),
    ("英国", "uk"),
    ("韩国", "korea"),
    ("日本", "japan"),
    ("我国", "china"),
    ("中国", "china"),
    ("中华人民共和国", "china"),
];

/// How many words a name may have before its head, or behind "Law on".
const LONGEST_NAME: usize = 7;

/// Returns the laws that a text names.
pub(crate) fn laws(text: &str, language: Language) -> Vec<LawName> {
    if language == Language::Chinese { laws_zh(text) } else { laws_en(text) }
}

fn laws_en(text: &str) -> Vec<LawName> {
    let tokens: Vec<(Span, &str)> = words(text).collect();
    let mut found = Vec::new();
    for (index, (span, word)) in tokens.iter().enumerate() {
        let lower = word.to_ascii_lowercase();
        if !HEADS.contains(&lower.as_str()) {
            continue;
        }
        let mut key = Vec::new();
        let mut of = String::new();
        let mut first = *span;
        for (at, (before, word)) in tokens.iter().enumerate().take(index).rev().take(LONGEST_NAME) {
            let gap = text.get(before.end()..tokens.get(at + 1).map_or(before.end(), |(next, _)| next.start()));
            let joined = gap.is_some_and(|gap| gap.chars().all(|c| c == ' ' || matches!(c, '-' | '\'' | '’')));
            let plain = word.to_ascii_lowercase();
            if !joined || STOPS.contains(&plain.as_str()) {
                break;
            }
            if plain == "s" {
                continue;
            }
            first = *before;
            add(&plain, &mut key, &mut of);
            if matches!(plain.as_str(), "the" | "a" | "an" | "its" | "their" | "this" | "that" | "our") {
                first = tokens.get(at + 1).map_or(first, |(next, _)| *next);
                break;
            }
        }
        let mut last = *span;
        if key.is_empty() && tokens.get(index + 1).is_some_and(|(_, word)| matches!(*word, "on" | "for" | "of")) {
            for (behind, word) in tokens.iter().skip(index + 2).take(LONGEST_NAME) {
                let plain = word.to_ascii_lowercase();
                let gap = text.get(last.end()..behind.start()).unwrap_or_default();
                let ends = gap.contains([',', '.', ';', ':', '(', '"', '”']) || STOPS.contains(&plain.as_str());
                if ends && plain != "of" && plain != "and" || is_of_a_date(word) {
                    break;
                }
                add(&plain, &mut key, &mut of);
                last = *behind;
            }
        }
        key.sort();
        key.dedup();
        let span = first.hull(last);
        found.push(LawName { span, item: Item { name: span.of(text).to_owned(), key, of } });
    }
    found
}

/// Tells words of a date, which are no subject: "the bill on 23 October", "the bill on Friday".
fn is_of_a_date(word: &str) -> bool {
    const DAYS: [&str; 8] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Today"];
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    word.starts_with(|c: char| c.is_ascii_digit())
        || capital && (rap_doc::month_of(word).is_some() || DAYS.contains(&word))
}

fn add(word: &str, key: &mut Vec<String>, of: &mut String) {
    if let Some((_, place)) = PLACES.iter().find(|(name, _)| *name == word) {
        (*place).clone_into(of);
        return;
    }
    if word == "ai" {
        key.extend(["artificial".to_owned(), "intelligence".to_owned()]);
        return;
    }
    let small = word.len() < 3 || PLAIN.contains(&word) || STOPS.contains(&word) || HEADS.contains(&word);
    if small || word.chars().any(|c| c.is_ascii_digit()) {
        return;
    }
    key.push(word.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s')).unwrap_or(word).to_owned());
}

fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(|c: char| c.is_alphanumeric())?;
        let length = text.get(start..)?.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start);
        from = start + length;
        Some((Span::new(start, from), text.get(start..from)?))
    })
}

fn laws_zh(text: &str) -> Vec<LawName> {
    const HEADS_ZH: [&str; 8] = ["法草案", "条例", "办法", "规定", "法案", "立法", "法律", "法"];
    let mut found: Vec<LawName> = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find(['法', '条', '办', '规', '立'])) {
        let start = at + offset;
        let rest = text.get(start..).unwrap_or_default();
        let head = HEADS_ZH.iter().find(|head| rest.starts_with(**head));
        let Some(head) = head else {
            at = start + rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        at = start + head.len();
        let before = text.get(..start).unwrap_or_default();
        let stop = |c: char| {
            !('\u{4e00}'..='\u{9fff}').contains(&c)
                || "的在对于把将是就为与和及关由被向以从等该本此了制定出台通过推进加强".contains(c)
        };
        let mut first = start;
        for (index, c) in before.char_indices().rev().take(20) {
            if stop(c) {
                break;
            }
            first = index;
        }
        // 审议港口法: what is done with a law, and by whom, is no part of its name.
        const DEEDS: [&str; 13] = [
            "审议",
            "提请",
            "起草",
            "关于",
            "修改",
            "列入",
            "公布",
            "发布",
            "印发",
            "审查",
            "常委会",
            "国务院",
            "表决",
        ];
        let whole = text.get(first..start).unwrap_or_default();
        let cut = DEEDS.iter().filter_map(|deed| Some(whole.rfind(deed)? + deed.len())).max().unwrap_or(0);
        first += cut;
        let subject = text.get(first..start).unwrap_or_default();
        let (of, subject) = strip_place(subject);
        let subject = ["草案", "暂行", "管理", "服务", "实施", "修订", "年度", "工作"]
            .iter()
            .fold(subject.to_owned(), |subject, word| subject.replace(word, ""));
        let known = subject.chars().count() >= 2 && !ends_other_word(text, start, head);
        if known {
            let span = Span::new(first, at);
            let item = Item { name: span.of(text).to_owned(), key: vec![subject], of: of.to_owned() };
            found.push(LawName { span, item });
        }
    }
    found
}

/// 方法, 司法, 执法, 合法, 法院: words with the character that are no laws.
fn ends_other_word(text: &str, start: usize, head: &str) -> bool {
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    let after = text.get(start + head.len()..).and_then(|after| after.chars().next());
    let other_before = head == "法" && before.is_some_and(|c| "方司执合非违看做办想无设宪立政用".contains(c));
    let other_after = matches!(head, "法" | "立法")
        && after.is_some_and(|c| "院官学人治制规庭工务定典研界系室处司".contains(c) && !(head == "立法" && c == '工'))
        && !text.get(start + head.len()..).is_some_and(|after| after.starts_with("学者"));
    other_before || other_after
}

fn strip_place(subject: &str) -> (&'static str, &str) {
    for (name, place) in PLACES_ZH {
        if let Some(rest) = subject.strip_prefix(name) {
            return (place, rest);
        }
    }
    ("", subject)
}

impl Item {
    /// Reads the name of a law as a user gives it.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let language = Language::of(name);
        let found = laws(name, language).into_iter().find(|law| !law.item.key.is_empty());
        found.map_or_else(
            || {
                let mut key = Vec::new();
                let mut of = String::new();
                if language == Language::Chinese {
                    key.push(name.to_owned());
                } else {
                    words(name).for_each(|(_, word)| add(&word.to_ascii_lowercase(), &mut key, &mut of));
                }
                key.sort();
                Self { name: name.to_owned(), key, of }
            },
            |law| Self { name: name.to_owned(), ..law.item },
        )
    }

    /// Tells whether the two may be one law: one subject holds the other. A name without a subject may be any.
    #[must_use]
    pub fn may_be(&self, other: &Self) -> bool {
        if self.key.is_empty() || other.key.is_empty() {
            return true;
        }
        match (self.is_chinese(), other.is_chinese()) {
            (true, true) => {
                let (a, b) = (self.key.concat(), other.key.concat());
                a.contains(&b) || b.contains(&a)
            }
            (false, false) => {
                let within = |one: &Self, other: &Self| one.key.iter().all(|word| other.key.contains(word));
                within(self, other) || within(other, self)
            }
            // A name in the other language may be the same law, unless its words are known to be of another.
            _ => self.is_translated(other).unwrap_or(true),
        }
    }

    /// Tells whether a name in English and one in Chinese are of one subject; none where that is not known, or both
    /// are in one language.
    #[must_use]
    pub fn is_translated(&self, other: &Self) -> Option<bool> {
        match (self.is_chinese(), other.is_chinese()) {
            (false, true) => is_one(&self.key, &other.key.concat()),
            (true, false) => is_one(&other.key, &self.key.concat()),
            _ => None,
        }
    }

    /// Tells whether the name is in Chinese.
    pub(crate) fn is_chinese(&self) -> bool {
        self.key.iter().any(|word| !word.is_ascii())
    }

    /// Tells whether the name says that it is a law of another country or union.
    #[must_use]
    pub fn is_elsewhere(&self, jurisdiction: &str) -> bool {
        !self.of.is_empty() && self.of != jurisdiction
    }
}

/// Returns the law that most of the names mean, and in Chinese where that is what they are in. Names of laws of
/// other countries are not counted. Each name comes with how often it stands there.
#[must_use]
pub fn main_item<'i>(items: impl Iterator<Item = (&'i Item, usize)>, jurisdiction: &str) -> Item {
    let mut counts: BTreeMap<&[String], (usize, &Item)> = BTreeMap::new();
    for (item, times) in items.filter(|(item, _)| !item.key.is_empty() && !item.is_elsewhere(jurisdiction)) {
        counts.entry(&item.key).or_insert((0, item)).0 += times;
    }
    let most = counts.values().max_by_key(|(count, item)| (*count, std::cmp::Reverse(&item.key)));
    most.map_or_else(Item::default, |(_, item)| (*item).clone())
}
