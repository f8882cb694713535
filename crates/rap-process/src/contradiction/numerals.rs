//! Numbers before nouns, in words and digits: "five company representatives", 五位企业代表.

use rap_doc::{Language, Span};

/// A counted noun of a sentence, relative to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Counted {
    /// From the number to the noun.
    pub(super) span: Span,
    pub(super) number: usize,
    /// The noun as a class that synonyms share: `speaker`, `company`, `point`.
    pub(super) class: &'static str,
    /// How exact it is.
    pub(super) bound: Bound,
}

/// Tells how exact a number is.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Bound {
    /// As it stands.
    Exact,
    /// "More than", "at least": it may be more.
    AtLeast,
    /// "Some", "about": it is near.
    About,
}

impl Counted {
    /// Tells whether two numbers may be of one thing.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        // A number that is "about" another lies within a fifth of it; the share came from nowhere.
        let near = |one: usize, other: usize| one.abs_diff(other) * 5 <= one.max(other);
        match (self.bound, other.bound) {
            (Bound::Exact, Bound::Exact) => self.number == other.number,
            (Bound::AtLeast, Bound::Exact) => other.number >= self.number,
            (Bound::Exact, Bound::AtLeast) => self.number >= other.number,
            (Bound::AtLeast, _) | (_, Bound::AtLeast) => true,
            _ => near(self.number, other.number),
        }
    }
}

/// Tens, by which numbers above twenty are written: `thirty`, `forty-five`.
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const WORDS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

const AT_LEAST: [&str; 4] = ["than", "over", "least", "another"];
const ABOUT: [&str; 9] = ["about", "around", "nearly", "almost", "some", "approximately", "roughly", "most", "other"];

const NOUNS: [(&str, &[&str]); 5] = [
    (
        "speaker",
        &[
            "representatives",
            "speakers",
            "experts",
            "panelists",
            "panellists",
            "scholars",
            "professors",
            "lawyers",
            "witnesses",
            "guests",
            "officials",
            "delegates",
            "academics",
            "executives",
            "commenters",
            "respondents",
            "submitters",
            "signatories",
            "lawmakers",
            "ministers",
        ],
    ),
    ("company", &["companies", "enterprises", "firms"]),
    ("participant", &["participants", "attendees", "people", "persons"]),
    (
        "point",
        &[
            "challenges",
            "points",
            "problems",
            "issues",
            "suggestions",
            "recommendations",
            "demands",
            "proposals",
            "aspects",
            "areas",
            "principles",
            "questions",
            "sections",
            "reasons",
            "measures",
            "categories",
            "priorities",
            "concerns",
            "requests",
            "topics",
            "themes",
            "parts",
            "groups",
            "bodies",
            "ministries",
            "organisations",
            "organizations",
            "agencies",
            "institutions",
            "universities",
            "discussions",
            "sessions",
            "panels",
        ],
    ),
    ("submission", &["comments", "submissions", "responses", "opinions"]),
];

/// Returns what a sentence counts.
pub(super) fn counted(sentence: &str, language: Language) -> Vec<Counted> {
    if language == Language::Chinese { counted_zh(sentence) } else { counted_en(sentence) }
}

fn counted_en(sentence: &str) -> Vec<Counted> {
    let tokens: Vec<(Span, String)> = tokens(sentence);
    let mut found = Vec::new();
    for (index, (span, word)) in tokens.iter().enumerate() {
        let Some(number) = number_en(word).or_else(|| tens(&tokens, index)) else { continue };
        // A number behind a letter, a point or a sign is part of another.
        let tail = sentence.get(span.end()..).unwrap_or_default();
        if tail.starts_with(['.', '%', '/', '-'])
            && tail.get(1..2).is_some_and(|next| next.starts_with(|c: char| c.is_alphanumeric()))
        {
            continue;
        }
        for (noun_span, noun) in tokens.iter().skip(index + 1).take(4) {
            let between = sentence.get(span.end()..noun_span.start()).unwrap_or_default();
            if between.contains([',', '.', ';', ':', '(']) {
                break;
            }
            if matches!(noun.as_str(), "of" | "in" | "to" | "for" | "and" | "the") {
                break;
            }
            let class = NOUNS.iter().find(|(_, nouns)| nouns.contains(&noun.as_str()));
            if let Some((class, _)) = class {
                let before =
                    |back: usize| index.checked_sub(back).and_then(|at| tokens.get(at)).map_or("", |(_, word)| word);
                let bound = match before(1) {
                    word if AT_LEAST.contains(&word) => Bound::AtLeast,
                    word if ABOUT.contains(&word) => Bound::About,
                    _ => Bound::Exact,
                };
                found.push(Counted { span: span.hull(*noun_span), number, class, bound });
                break;
            }
        }
    }
    found
}

/// Returns the number of tens and a digit behind them: "thirty", "forty-five" from its first word.
fn tens(tokens: &[(Span, String)], index: usize) -> Option<usize> {
    let (span, word) = tokens.get(index)?;
    let tens = (TENS.iter().position(|known| known == word)? + 2) * 10;
    let digit = tokens.get(index + 1).filter(|(next, _)| next.start() == span.end() + 1);
    let digit = digit.and_then(|(_, word)| WORDS.iter().position(|known| known == word)).filter(|digit| *digit < 10);
    Some(tens + digit.unwrap_or(0))
}

/// Words that measure and count nothing that a list could name.
const MEASURES: [&str; 22] = [
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
    "percent",
    "votes",
    "euros",
    "dollars",
    "pounds",
    "yuan",
    "million",
    "billion",
    "pages",
    "times",
    "points",
    "degrees",
    "metres",
    "kilometres",
    "miles",
    "seats",
];

/// Returns the number before the colon of a list with whatever it counts: "five tests for masters: …", 三类经验：….
pub(super) fn before_colon(sentence: &str, language: Language) -> Option<Counted> {
    let colon = sentence.find([':', '：'])?;
    let head = sentence.get(..colon)?;
    if language == Language::Chinese {
        return before_colon_zh(head);
    }
    let tokens = tokens(head);
    let (index, number) = (0..tokens.len()).rev().take(9).find_map(|index| {
        let (_, word) = tokens.get(index)?;
        Some((index, number_en(word).or_else(|| tens(&tokens, index))?))
    })?;
    let (start, _) = tokens.get(index)?;
    let (noun, _) = tokens.iter().skip(index + 1).take(3).find(|(_, word)| {
        let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
        (plural || word == "criteria") && !MEASURES.contains(&word.as_str())
    })?;
    let between = head.get(start.end()..noun.start())?;
    let behind = head.get(noun.end()..)?;
    let led =
        behind.is_empty() || [" for ", " of ", " in ", " to be ", " on "].iter().any(|word| behind.starts_with(word));
    let before = index.checked_sub(1).and_then(|at| tokens.get(at)).map_or("", |(_, word)| word.as_str());
    let exact = !AT_LEAST.contains(&before) && !ABOUT.contains(&before);
    let plain = !between.contains([',', '.', ';', '(']) && !behind.contains([',', '.', ';', '(']) && behind.len() <= 40;
    (led && plain && exact).then_some(Counted { span: start.hull(*noun), number, class: "named", bound: Bound::Exact })
}

fn before_colon_zh(head: &str) -> Option<Counted> {
    const UNITS: [char; 12] = ['位', '名', '家', '个', '项', '条', '大', '点', '类', '种', '份', '方'];
    let clause = head.rfind(['，', '。', '；']).map_or(0, |at| at + "，".len());
    let words = head.get(clause..)?;
    let (at, _) = words.char_indices().rev().take(12).filter(|(_, c)| "二两三四五六七八九十".contains(*c)).last()?;
    let numerals: String = words.get(at..)?.chars().take_while(|c| "二两三四五六七八九十".contains(*c)).collect();
    let unit = words.get(at + numerals.len()..)?.chars().next()?;
    let before = words.get(..at)?;
    let fits = UNITS.contains(&unit) && !before.ends_with('第') && !before.ends_with(['近', '约', '逾', '超']);
    let number = number_zh(&numerals).filter(|number| fits && (2..40).contains(number))?;
    Some(Counted { span: Span::new(clause + at, head.len()), number, class: "named", bound: Bound::Exact })
}

fn number_en(word: &str) -> Option<usize> {
    if let Some(number) = WORDS.iter().position(|known| *known == word).filter(|number| *number > 1) {
        return Some(number);
    }
    (word.len() <= 4).then(|| word.parse().ok()).flatten().filter(|number| (2..1900).contains(number))
}

fn tokens(sentence: &str) -> Vec<(Span, String)> {
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(offset) = sentence.get(from..).and_then(|rest| rest.find(char::is_alphanumeric)) {
        let start = from + offset;
        let rest = sentence.get(start..).unwrap_or_default();
        let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        from = start + length;
        tokens.push((Span::new(start, from), sentence.get(start..from).unwrap_or_default().to_lowercase()));
    }
    tokens
}

fn counted_zh(sentence: &str) -> Vec<Counted> {
    const NOUNS_ZH: [(&str, &[&str]); 5] = [
        ("speaker", &["企业代表", "代表", "专家", "嘉宾", "学者", "发言人", "教授", "证人", "官员"]),
        ("company", &["企业", "公司"]),
        ("participant", &["人", "与会者", "参会者"]),
        (
            "point",
            &[
                "方面", "挑战", "问题", "建议", "意见", "板块", "部分", "诉求", "原则", "环节", "单元", "部门", "单位",
                "高校", "机构",
            ],
        ),
        ("submission", &["条意见", "份意见"]),
    ];
    const UNITS: [char; 10] = ['位', '名', '家', '个', '项', '条', '大', '点', '所', '场'];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = sentence.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = sentence.get(at..).unwrap_or_default();
        let digits: String = rest.chars().take_while(|c| c.is_ascii_digit()).collect();
        let numerals: String = if digits.is_empty() {
            rest.chars().take_while(|c| "一二两三四五六七八九十".contains(*c)).collect()
        } else {
            digits
        };
        if numerals.is_empty() {
            at += c.len_utf8();
            continue;
        }
        let behind = rest.get(numerals.len()..).unwrap_or_default();
        let mut unit = behind.chars();
        let first = unit.next();
        let open_mark = matches!(first, Some('余' | '多' | '几' | '来'));
        let first = if open_mark { unit.next() } else { first };
        let tail = unit.as_str();
        let number = number_zh(&numerals).filter(|number| (2..1900).contains(number));
        let ordinal = sentence.get(..at).is_some_and(|before| before.ends_with('第'));
        let noun = NOUNS_ZH.iter().find_map(|(class, nouns)| {
            let window: String = tail.chars().take(8).collect();
            let noun = nouns.iter().filter(|noun| window.contains(**noun)).max_by_key(|noun| noun.len())?;
            let end = window.find(*noun)? + noun.len();
            (!window.get(..end)?.contains(['，', '。', '、', '；', '：'])).then_some((*class, end))
        });
        if let (Some(number), Some((class, end)), true, false) =
            (number, noun, first.is_some_and(|c| UNITS.contains(&c)), ordinal)
        {
            let before = sentence.get(..at).unwrap_or_default();
            let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
            let bound = if open_mark || ends(&["超过", "逾", "至少", "超"]) {
                Bound::AtLeast
            } else if ends(&["近", "约", "等"]) {
                Bound::About
            } else {
                Bound::Exact
            };
            let stop = sentence.len() - tail.len() + end;
            found.push(Counted { span: Span::new(at, stop), number, class, bound });
        }
        at += numerals.len();
    }
    found
}

fn number_zh(words: &str) -> Option<usize> {
    words.parse().ok().or_else(|| crate::dates::chinese_number(words).and_then(|number| usize::try_from(number).ok()))
}
