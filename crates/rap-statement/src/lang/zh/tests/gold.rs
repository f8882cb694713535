//! Precision and recall on the marked paragraphs, with a floor for each set.

use std::fmt::Write as _;

use rap_doc::Span;
use rap_testkit::{MarkedAttribution, MarkedManner, MarkedParagraph, read_marks};

use super::{doc, read};
use crate::found::{Attribution, Finder, Manner};

/// The sets with the least F1 (in hundredths) that content and source together reach on each.
const SETS: [(&str, &str, usize); 8] = [
    ("briefing", include_str!("../../../../../../corpus/attribution/zh/briefing.txt"), 95),
    ("news", include_str!("../../../../../../corpus/attribution/zh/news.txt"), 95),
    ("consultation", include_str!("../../../../../../corpus/attribution/zh/consultation.txt"), 95),
    ("session", include_str!("../../../../../../corpus/attribution/zh/session.txt"), 95),
    ("interview", include_str!("../../../../../../corpus/attribution/zh/interview.txt"), 90),
    ("translation", include_str!("../../../../../../corpus/attribution/zh/translation.txt"), 95),
    ("second", include_str!("../../../../../../corpus/attribution/zh/second.txt"), 90),
    ("held-out", include_str!("../../../../../../corpus/attribution/zh/held-out.txt"), 80),
];

/// A paragraph without its marks, and what the marks say.
struct Gold {
    text: String,
    attributions: Vec<Attribution>,
}

/// Takes the marks out of a file.
fn unmark(file: &str) -> Vec<Gold> {
    let spans = |ranges: &[std::ops::Range<usize>]| ranges.iter().map(|one| Span::new(one.start, one.end)).collect();
    let attribution = |one: &MarkedAttribution| Attribution {
        source: spans(&one.source),
        cue: spans(&one.cue),
        content: spans(&one.content),
        manner: if one.manner == MarkedManner::Topic { Manner::Topic } else { Manner::Said },
        finder: Finder::Rules,
        relay: Vec::new(),
    };
    let paragraphs = read_marks(file).expect("marked paragraphs");
    let gold = |paragraph: &MarkedParagraph| Gold {
        text: paragraph.text.clone(),
        attributions: paragraph.attributions.iter().map(attribution).collect(),
    };
    paragraphs.iter().map(gold).collect()
}

/// Returns the bytes of spans without quotation marks and punctuation at the edges.
fn bytes(text: &str, spans: &[Span]) -> Vec<usize> {
    let edge = |c: char| c.is_whitespace() || "\"'“”‘’「」『』.,;:!?—–-…。，；：！？、".contains(c);
    let mut bytes = Vec::new();
    for span in spans {
        let words = span.of(text);
        let start = span.start() + words.len() - words.trim_start_matches(edge).len();
        bytes.extend(start..(start + words.trim_matches(edge).len()).max(start));
    }
    bytes
}

/// Returns the overlap of two contents, as the Jaccard coefficient in hundredths.
fn overlap(text: &str, one: &[Span], other: &[Span]) -> usize {
    let (one, other) = (bytes(text, one), bytes(text, other));
    let common = one.iter().filter(|byte| other.contains(byte)).count();
    100 * common / (one.len() + other.len() - common).max(1)
}

/// Counts of one set.
#[derive(Default)]
struct Counts {
    gold: usize,
    system: usize,
    content: usize,
    both: usize,
    exact: usize,
    slips: String,
}

impl Counts {
    fn add(&mut self, gold: &Gold) {
        let doc = doc(&gold.text);
        let found = read(&doc);
        let text = doc.text();
        let joined = with_continuations(&found.attributions);
        let mut left: Vec<&Attribution> = joined.iter().collect();
        self.gold += gold.attributions.len();
        self.system += left.len();
        let before = self.slips.len();
        for wanted in &gold.attributions {
            let best = (0..left.len())
                .filter(|index| (left[*index].manner == Manner::Topic) == (wanted.manner == Manner::Topic))
                .max_by_key(|index| overlap(text, &left[*index].content, &wanted.content));
            let overlap = best.map_or(0, |best| overlap(text, &left[best].content, &wanted.content));
            if overlap < 50 {
                let _ = writeln!(self.slips, "  missed {}", show(text, wanted));
                continue;
            }
            let got = left.remove(best.expect("the best"));
            let source = wanted.source.is_empty() && got.source.is_empty()
                || wanted.source.iter().any(|one| got.source.iter().any(|other| one.overlaps(*other)));
            let exact = source && overlap == 100 && got.source == wanted.source;
            self.content += 1;
            self.both += usize::from(source);
            self.exact += usize::from(exact);
            if !exact {
                let _ = writeln!(self.slips, "  wanted {}\n     got {}", show(text, wanted), show(text, got));
            }
        }
        for extra in left {
            let _ = writeln!(self.slips, "   extra {}", show(text, extra));
        }
        if self.slips.len() > before {
            let _ = writeln!(self.slips, "      in {text}");
        }
    }

    fn line(&self, name: &str) -> String {
        let share = |part: usize, whole: usize| format!("{:.2}", part as f64 / whole.max(1) as f64);
        let f1 = |hits: usize| share(2 * hits, self.gold + self.system);
        format!(
            "{name:12} gold {:2} system {:2}  content F1 {}  content+source P {} R {} F1 {}  exact F1 {}",
            self.gold,
            self.system,
            f1(self.content),
            share(self.both, self.system),
            share(self.both, self.gold),
            f1(self.both),
            f1(self.exact),
        )
    }
}

/// Adds what goes on without source and cue, as the sentences of a turn do, to what it continues.
fn with_continuations(attributions: &[Attribution]) -> Vec<Attribution> {
    let mut joined: Vec<Attribution> = Vec::new();
    for attribution in attributions {
        match joined.last_mut().filter(|_| attribution.source.is_empty() && attribution.cue.is_empty()) {
            Some(last) => last.content.extend(&attribution.content),
            None => joined.push(attribution.clone()),
        }
    }
    joined
}

fn show(text: &str, attribution: &Attribution) -> String {
    let join = |spans: &[Span]| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
    format!("[{}] {} <{}>", join(&attribution.source), join(&attribution.cue), join(&attribution.content))
}

#[test]
fn marked_paragraphs_are_read_as_marked() {
    for (name, lines, floor) in SETS {
        let mut counts = Counts::default();
        unmark(lines).iter().for_each(|gold| counts.add(gold));
        println!("{}", counts.line(name));
        if name != "held-out" {
            print!("{}", counts.slips);
        }
        let f1 = 200 * counts.both / (counts.gold + counts.system).max(1);
        assert!(f1 >= floor, "{name}: content+source F1 fell to {f1}, below {floor}");
    }
}
