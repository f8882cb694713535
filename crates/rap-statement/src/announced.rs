//! Lists that are announced: what stands in the items behind "we ask for:" or under a heading of recommendations is
//! asked for, whatever the items look like.
//!
//! Enters: a block with its statements, and the next one. Leaves: what a block announces, and of an item whether it is
//! therefore a demand. An item that names a problem or gives a view under a heading stays what it is; behind words that
//! ask nothing else is meant.
//! Absent on purpose: the items inside of one sentence, which the acts of the languages part.

use rap_doc::{BlockKind, Span};

use crate::voice::{Report, Unattributed};
use crate::{Act, ActorId, Speaker, Statement};

/// What the block before announces of the items that follow.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Announced {
    speaker: Speaker,
    together: Vec<ActorId>,
    /// Whether words ask for the items; a heading only says that they are proposals.
    asked: bool,
    /// Whether the words are a heading, in nobody's name.
    pub(crate) headed: bool,
}

/// A heading is no longer than this, in characters.
const LONGEST_HEADING: usize = 60;

/// Returns what a block announces, its own statements being those of whoever asks.
pub(crate) fn announced(words: &str, statements: &[Statement]) -> Option<Announced> {
    let words = words.trim_end();
    if words.ends_with([':', '：']) {
        let last = statements.last();
        let asked = last.is_some_and(|last| last.act == Act::Demand && !last.cue.is_empty()) || asks(words);
        let speaker = last.map_or(Speaker::Author, |last| last.speaker);
        let together = last.map_or_else(Vec::new, |last| last.together.clone());
        return asked.then_some(Announced { speaker, together, asked, headed: false });
    }
    let heading = is_heading_of_proposals(words);
    heading.then_some(Announced { speaker: Speaker::Author, together: Vec::new(), asked: false, headed: true })
}

/// Tells words before a colon that ask: "we recommend that:", "our requests are as follows:", 建议如下：.
fn asks(words: &str) -> bool {
    const ASKING: [&str; 14] = [
        "recommend",
        "request",
        "propos",
        "ask for",
        "asks for",
        "ask that",
        "call for",
        "calls for",
        "urge",
        "our demands",
        "should:",
        "must:",
        "changes are needed",
        "amendments are needed",
    ];
    const CHINESE: [&str; 7] = ["建议如下", "具体建议", "提出如下建议", "请求", "诉求如下", "特建议", "建议："];
    const DENIED: [&str; 4] = [" not ", "n't ", "最终", "意见和建议"];
    /// As many bytes as the last clause of a long paragraph may have.
    const TAIL: usize = 160;
    let tail = words.get(words.ceil_char_boundary(words.len().saturating_sub(TAIL))..).unwrap_or_default();
    let sentence = tail.rsplit(['.', '。', '!', '?']).next().unwrap_or_default();
    let sentence = sentence.to_lowercase();
    let any = |list: &[&str]| list.iter().any(|word| sentence.contains(word));
    (any(&ASKING) || any(&CHINESE)) && !any(&DENIED)
}

/// Tells a heading of proposals: "Recommendations", "4. Our requests", 四、其他建议.
fn is_heading_of_proposals(words: &str) -> bool {
    const NOUNS: [&str; 7] = [
        "recommendations",
        "our requests",
        "proposals",
        "our asks",
        "proposed changes",
        "proposed amendments",
        "demands",
    ];
    const CHINESE: [&str; 4] = ["建议", "修改建议", "诉求", "对策建议"];
    let closed = words.ends_with(['.', ';', '!', '?', ',', '。', '；', '！', '？', '，']);
    if closed || words.chars().nth(LONGEST_HEADING).is_some() {
        return false;
    }
    let lower = words.to_lowercase();
    NOUNS.iter().any(|noun| lower.ends_with(noun))
        || CHINESE.iter().any(|noun| words.ends_with(noun)) && !words.starts_with("关于")
}

/// Tells whether a block goes on a list.
pub(crate) fn is_item(kind: BlockKind) -> bool {
    kind == BlockKind::ListItem
}

impl Announced {
    /// Returns whose words an item is.
    pub(crate) fn whose(&self) -> Unattributed {
        if self.speaker == Speaker::Author {
            return Unattributed::Author;
        }
        Unattributed::Continued(Report { speaker: self.speaker, together: self.together.clone() })
    }

    /// Returns the act of an item that was judged by its own words alone.
    pub(crate) fn act(&self, own: Act) -> Act {
        match own {
            Act::Fact => Act::Demand,
            Act::Problem | Act::Position | Act::Promise if self.asked => Act::Demand,
            own => own,
        }
    }
}

/// Tells a statement that does nothing but announce the items: "ask for:", "the following:".
pub(crate) fn only_announces(text: &str, statement: &Statement) -> bool {
    const EMPTY: [&str; 12] = [
        "for",
        "on",
        "that",
        "to",
        "the following",
        "for the following",
        "as follows",
        "the following changes",
        "that the following",
        "如下",
        "以下意见",
        "以下建议",
    ];
    let content = statement.content.first().copied().map_or("", |span: Span| span.of(text));
    statement.content.len() == 1 && EMPTY.contains(&content.trim_end_matches([':', '：', ' ']))
}

#[cfg(test)]
mod tests;
