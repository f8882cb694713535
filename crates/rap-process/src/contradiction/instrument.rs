//! Instruments called by the word for another kind: measures called regulations, a regulation called a directive.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rap_doc::{Language, Span};

use super::{Contradiction, ContradictionKind};
use crate::event::{Item, Paper};

const LIST: &str = include_str!("../../../../packs/procedures/instruments.txt");

/// An instrument of the list.
struct Instrument {
    country: &'static str,
    /// The keys of its subject, by which names of laws are compared.
    keys: Vec<Vec<String>>,
    right: Vec<&'static str>,
    what: &'static str,
    source: &'static str,
}

fn instruments() -> &'static [Instrument] {
    static INSTRUMENTS: LazyLock<Vec<Instrument>> = LazyLock::new(|| {
        let lines = LIST.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        let read = lines.filter_map(|line| {
            let mut cells = line.split('|').map(str::trim);
            let country = cells.next()?;
            let keys = cells.next()?.split('/').map(|subject| Item::named(subject.trim()).key).collect();
            let right = cells.next()?.split(',').map(str::trim).collect();
            Some(Instrument { country, keys, right, what: cells.next()?, source: cells.next()? })
        });
        read.collect()
    });
    &INSTRUMENTS
}

/// Words for kinds of instrument; those of one group are used for each other.
const KINDS: [&[&str]; 7] = [
    &["law", "act", "bill", "legislation", "statute", "code"],
    &["regulation", "regulations"],
    &["directive"],
    &["measures"],
    &["rules", "rule"],
    &["provisions"],
    &["ordinance"],
];

/// Marks that a name means one instrument that is in force and not a law to come.
const INTERIM: [&str; 4] = ["interim", "provisional", "trial", "temporary"];

pub(super) fn check(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    known(paper, found);
    interim(paper, found);
    numbers(paper, found);
    two_kinds(paper, found);
    this_instrument(paper, found);
}

fn kind_of(word: &str) -> Option<usize> {
    KINDS.iter().position(|kinds| kinds.contains(&word))
}

/// Returns the word of a name that tells the kind, lower case.
fn head(name: &str) -> Option<&'static str> {
    let words = name.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    let known = words.filter_map(|word| KINDS.iter().copied().flatten().find(|kind| **kind == word).copied());
    // "Interim Measures for …": the first; "the EU AI Act": the only one.
    known.into_iter().next()
}

fn known(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    for law in paper.laws() {
        let Some(head) = head(&law.item.name) else { continue };
        let lower = law.item.name.to_lowercase();
        let marked = INTERIM.iter().any(|mark| lower.contains(mark));
        let instrument = instruments().iter().find(|instrument| {
            let here = if marked {
                law.item.of.is_empty() || law.item.of == instrument.country
            } else {
                law.item.of == instrument.country && instrument.country == "eu"
            };
            here && instrument.keys.contains(&law.item.key)
        });
        let Some(instrument) = instrument else { continue };
        let right = |word: &&str| kind_of(word) == kind_of(head);
        // "AI law" and "AI legislation" are words for any kind of instrument.
        let any = matches!(head, "law" | "legislation" | "bill") && !marked;
        if any || instrument.right.iter().any(right) {
            continue;
        }
        found.push(Contradiction {
            kind: ContradictionKind::WrongInstrument,
            words: format!("called “{}”; it is {}", law.item.name, with_article(instrument.what)),
            caution: format!("the kind matters for its rank; according to {}", instrument.source),
            evidence: vec![paper.evidence(law.span)],
        });
    }
}

fn with_article(what: &str) -> String {
    format!("a {what}")
}

/// Two interim instruments on one subject, by two words for their kind, in one paper.
fn interim(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    let mut seen: BTreeMap<Vec<String>, (usize, Span, String)> = BTreeMap::new();
    for law in paper.laws() {
        let name = &law.item.name;
        let chinese = Language::of(name) == Language::Chinese;
        let around = context(paper, law.span);
        let marked = if chinese {
            around.contains("暂行") || around.contains("试行")
        } else {
            INTERIM.iter().any(|mark| name.to_lowercase().contains(mark))
        };
        let kind = if chinese { kind_zh(name) } else { head(name).and_then(kind_of) };
        let (Some(kind), true, false) = (kind, marked, law.item.key.is_empty()) else { continue };
        let key = law.item.key.iter().filter(|word| !INTERIM.contains(&word.as_str())).cloned().collect();
        match seen.get(&key) {
            Some((known, span, first)) if *known != kind => found.push(Contradiction {
                kind: ContradictionKind::WrongInstrument,
                words: format!("“{first}” and “{name}” name one instrument by the words for two kinds"),
                caution: "they may be two instruments on one subject".to_owned(),
                evidence: vec![paper.evidence(*span), paper.evidence(law.span)],
            }),
            Some(_) => {}
            None => {
                seen.insert(key, (kind, law.span, name.clone()));
            }
        }
    }
}

fn kind_zh(name: &str) -> Option<usize> {
    ["条例", "办法", "规定", "法案", "法"].iter().position(|kind| name.ends_with(kind))
}

fn context<'p>(paper: &Paper<'p>, span: Span) -> &'p str {
    let text = paper.doc.text();
    let mut end = (span.end() + 6).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let mut start = span.start().saturating_sub(9);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..end).unwrap_or_default()
}

/// One name with the words for two kinds of act of the Union: "Mooring Directive" and "Mooring Regulation".
fn two_kinds(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    let mut seen: BTreeMap<Vec<String>, (&'static str, Span, String)> = BTreeMap::new();
    for law in paper.laws() {
        let name = &law.item.name;
        let Some(last) = name.split(' ').next_back() else { continue };
        let kind = ["Regulation", "Directive"].into_iter().find(|kind| *kind == last);
        let (Some(kind), false) = (kind, law.item.key.is_empty()) else { continue };
        match seen.get(&law.item.key) {
            Some((known, span, first)) if *known != kind => {
                found.push(Contradiction {
                    kind: ContradictionKind::WrongInstrument,
                    words: format!("“{first}” and “{name}”: one name with the words for two kinds of act"),
                    caution: "a regulation and a directive may stand beside each other on one subject".to_owned(),
                    evidence: vec![paper.evidence(*span), paper.evidence(law.span)],
                });
                return;
            }
            Some(_) => {}
            None => {
                seen.insert(law.item.key.clone(), (kind, law.span, name.clone()));
            }
        }
    }
}

/// 该条例 said of the one instrument that a paper names, which is 办法.
fn this_instrument(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    const KINDS_ZH: [&str; 4] = ["条例", "办法", "规定", "法"];
    let text = paper.doc.text();
    let mut titles: Vec<(Span, &str)> = Vec::new();
    for (at, _) in text.match_indices('《') {
        let from = at + "《".len();
        let Some(length) = text.get(from..).and_then(|rest| rest.find('》')).filter(|length| *length <= 240) else {
            continue;
        };
        let span = Span::new(from, from + length);
        let name = span.of(text);
        let name = name.split(['（', '(']).next().unwrap_or(name);
        let kind = KINDS_ZH.iter().find(|kind| name.ends_with(**kind));
        titles.extend(kind.map(|kind| (Span::new(span.start(), span.start() + name.len()), *kind)));
    }
    let Some((title, kind)) = titles.first().copied() else { return };
    // With instruments of several kinds "this one" may be any of them.
    if titles.iter().any(|(_, other)| *other != kind) {
        return;
    }
    for other in KINDS_ZH.into_iter().filter(|other| *other != kind && *other != "法") {
        for word in ["该", "本", "此"] {
            let words = format!("{word}{other}");
            let Some(at) = text.match_indices(&words).map(|(at, _)| at).find(|at| *at > title.end()) else { continue };
            found.push(Contradiction {
                kind: ContradictionKind::WrongInstrument,
                words: format!("“{words}” is said where the paper names “{}” alone", title.of(text)),
                caution: "another instrument may be meant that the paper does not name".to_owned(),
                evidence: vec![paper.evidence(title), paper.evidence(Span::new(at, at + words.len()))],
            });
            return;
        }
    }
}

/// One number with two words before it: `Regulation (EU) 2031/12`, `Directive (EU) 2031/12`.
fn numbers(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    let text = paper.doc.text();
    let mut seen: BTreeMap<&str, (&str, Span)> = BTreeMap::new();
    for word in ["Regulation", "Directive", "Decision"] {
        for (at, _) in text.match_indices(word) {
            let rest = text.get(at + word.len()..).unwrap_or_default();
            let Some(behind) = rest.strip_prefix(" (EU) ").or_else(|| rest.strip_prefix(" (EC) ")) else { continue };
            let length = behind.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'/').count();
            let Some(number) = behind.get(..length).filter(|number| number.contains('/') && number.len() > 5) else {
                continue;
            };
            let span = Span::new(at, text.len() - behind.len() + length);
            match seen.get(number) {
                Some((first, place)) if *first != word => found.push(Contradiction {
                    kind: ContradictionKind::WrongInstrument,
                    words: format!("{number} is called a {} and a {}", first.to_lowercase(), word.to_lowercase()),
                    caution: String::new(),
                    evidence: vec![paper.evidence(*place), paper.evidence(span)],
                }),
                Some(_) => {}
                None => {
                    seen.insert(number, (word, span));
                }
            }
        }
    }
}
