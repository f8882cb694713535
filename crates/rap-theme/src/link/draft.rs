//! The draft as a whole: words that name it without naming a provision.

use rap_doc::Span;

/// Names of a draft that is spoken of: the words after "the" or "this", and those of Chinese papers.
const ENGLISH: [&str; 14] = [
    "bill",
    "draft",
    "act",
    "law",
    "regulation",
    "proposal",
    "directive",
    "legislation",
    "draft law",
    "draft bill",
    "draft act",
    "framework act",
    "code",
    "ordinance",
];

const CHINESE: [&str; 10] =
    ["草案", "法案", "本法", "该法", "征求意见稿", "审议稿", "条例", "本办法", "立法", "这部法律"];

/// Words before the name that make it the draft in hand.
const ARTICLES: [&str; 6] = ["the", "this", "your", "our", "a", "an"];

/// Returns where the words of `text` at `span` name the draft.
pub(super) fn named(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    let mut found: Vec<Span> = Vec::new();
    for name in CHINESE {
        found.extend(words.match_indices(name).map(|(at, name)| at_span(span, at, name.len())));
    }
    let lower = words.to_ascii_lowercase();
    for article in ARTICLES {
        for (at, _) in lower.match_indices(article) {
            let starts = !lower.get(..at).unwrap_or_default().ends_with(|c: char| c.is_alphanumeric());
            let Some(rest) = lower.get(at + article.len()..).filter(|rest| starts && rest.starts_with(' ')) else {
                continue;
            };
            let rest = rest.trim_start();
            let named = ENGLISH.iter().filter(|name| begins_with(rest, name)).map(|name| name.len()).max();
            if let Some(length) = named {
                found.push(at_span(span, at, article.len() + 1 + length));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

fn begins_with(rest: &str, name: &str) -> bool {
    rest.strip_prefix(name).is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
}

fn at_span(span: Span, at: usize, length: usize) -> Span {
    Span::new(span.start() + at, span.start() + at + length)
}
