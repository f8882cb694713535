//! What a Chinese statement does, by its cues: the tables find them, the order of [`decide`] weighs them.

mod lists;

use std::borrow::Cow;
use std::sync::LazyLock;

use rap_doc::Span;
use rustc_hash::FxHashMap;

use super::token::simplified;
use crate::act::{Cue, JudgeContext, Judgement, Signs, decide, signs_of};
use crate::found::Manner;
use crate::stance::{Bearing, Votes};
use crate::word_list::WordList;
use crate::{Act, Strength};

/// Everything that is compiled from the packs, once.
struct Tables {
    acts: Cues<Cue>,
    stances: Cues<Bearing>,
    /// Verbs that head the items of a list, and whether they command where no subject stands before them.
    deeds: FxHashMap<&'static str, bool>,
}

/// Words with their labels, found from left to right, the longest at each place.
pub(in crate::lang::zh) struct Cues<L> {
    words: WordList,
    labels: Vec<L>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| Tables {
    acts: Cues::of_table(include_str!("../../../../../packs/lexicons/zh/act-cues.txt"), Cue::of_section),
    stances: Cues::of_table(include_str!("../../../../../packs/lexicons/zh/stance-cues.txt"), Bearing::of_section),
    deeds: deeds(include_str!("../../../../../packs/lexicons/zh/deeds.txt")),
});

/// Reads the list of deeds: those of the section `[either]` are nouns as well, and command nobody.
fn deeds(list: &'static str) -> FxHashMap<&'static str, bool> {
    let (mut deeds, mut commands) = (FxHashMap::default(), true);
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(section) => commands = section == "verb",
            None => deeds.extend(line.split_whitespace().map(|word| (word, commands))),
        }
    }
    deeds
}

impl<L: Copy> Cues<L> {
    pub(in crate::lang::zh) fn of_table(table: &'static str, label_of: impl Fn(&str) -> Option<L>) -> Self {
        let (mut words, mut labels, mut label) = (Vec::new(), Vec::new(), None);
        for line in table.lines().map(|line| line.split('#').next().unwrap_or_default().trim()) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                label = label_of(name);
            } else if let Some(label) = label {
                for word in line.split_whitespace() {
                    words.push(word);
                    labels.push(label);
                }
            }
        }
        Self { words: WordList::of(words), labels }
    }

    /// Calls `found` with each label and its range in the text.
    pub(in crate::lang::zh) fn find(&self, text: &str, spans: &[Span], mut found: impl FnMut(L, Span)) {
        for span in spans {
            for hit in self.words.find(span.of(text)) {
                if let Some(&label) = self.labels.get(hit.entry) {
                    found(label, Span::new(hit.start, hit.end).shifted(span.start()));
                }
            }
        }
    }
}

/// A statement's words and what the tables found in them.
struct Reading<'a> {
    text: &'a str,
    content: &'a [Span],
    cue: &'a [Span],
    hits: Vec<(Cue, Span)>,
    tables: &'static Tables,
}

impl Signs for Reading<'_> {
    fn has(&self, cue: Cue) -> bool {
        self.hits.iter().any(|hit| hit.0 == cue)
    }

    fn first_of(&self, kinds: &[Cue]) -> Option<Cue> {
        self.hits.iter().map(|hit| hit.0).find(|label| kinds.contains(label))
    }

    fn asks(&self) -> bool {
        let words = self.content.last().map(|span| span.of(self.text)).unwrap_or_default();
        let words = words.trim_end_matches(['”', '」', '』', '）', ')', '"', ' ']);
        let bare = words.trim_end_matches(['？', '?', '。']);
        words.ends_with(['？', '?']) || bare.ends_with('吗') || (bare.ends_with('呢') && self.has(Cue::Question))
    }

    fn commands(&self) -> bool {
        // Behind "he said" a verb without a subject is what the speaker does: 表示将开展试点.
        let quoted = |first: &Span| first.of(self.text).starts_with(['“', '「', '"']);
        !self.has(Cue::Belief)
            && (self.cue.is_empty() || self.content.first().is_some_and(quoted))
            && self.content.first().is_some_and(|first| lists::commands(first.of(self.text), self.tables))
    }

    /// 提出 and 反映 raise what is wrong as often as what is to be done.
    fn tells(&self) -> bool {
        const RAISES: [&str; 3] = ["提出", "反映", "提到"];
        let raised = self.cue.iter().any(|cue| RAISES.iter().any(|word| cue.of(self.text).ends_with(word)));
        raised && self.has(Cue::Problem)
    }

    fn believes(&self) -> bool {
        const VIEWS: [&str; 10] = ["认为", "相信", "看来", "觉得", "坚信", "强调", "断言", "质疑", "怀疑", "主张"];
        static LISTED: LazyLock<WordList> = LazyLock::new(|| WordList::of(VIEWS));
        self.cue.iter().any(|cue| LISTED.stands_in(cue.of(self.text)))
    }
}

/// Judges a Chinese statement in either script: the tables are in simplified characters.
pub(crate) fn judge(text: &str, context: &JudgeContext<'_>) -> Judgement {
    let spans = context.content.iter().chain(context.cue).copied();
    let Some(window) = spans.reduce(Span::hull) else { return judge_simplified(text, context) };
    let Cow::Owned(folded) = simplified(window.of(text)) else { return judge_simplified(text, context) };
    let back = |spans: &[Span]| -> Vec<Span> {
        spans.iter().map(|span| Span::new(span.start() - window.start(), span.end() - window.start())).collect()
    };
    let (content, cue) = (back(context.content), back(context.cue));
    let mut judged = judge_simplified(&folded, &JudgeContext { content: &content, cue: &cue, ..*context });
    judged.items.iter_mut().for_each(|item| *item = item.shifted(window.start()));
    judged
}

fn judge_simplified(text: &str, context: &JudgeContext<'_>) -> Judgement {
    let tables = &*TABLES;
    let mut hits = Vec::new();
    tables.acts.find(text, context.content, |label, span| hits.push((label, span)));
    hits.retain(|(label, hit)| *label != Cue::Demand || !tells_cost(text, *hit) && !is_supposed(text, *hit));
    let reading = Reading { text, content: context.content, cue: context.cue, hits, tables };
    let asked = context.manner == Manner::Said && asks_by_cue(&reading);
    let context = &JudgeContext { manner: if asked { Manner::Asked } else { context.manner }, ..*context };
    let refused = refuses(&reading);
    let (act, strength) = if context.verdict == Some(true) {
        decide(&reading, context)
    } else if refused {
        (Act::Position, Strength::Explicit)
    } else if complains(&reading) {
        (Act::Problem, Strength::Explicit)
    } else {
        decide(&reading, context)
    };
    let mut votes = Votes::default();
    if matches!(act, Act::Demand | Act::Position | Act::Problem) {
        tables.stances.find(text, context.content, |bearing, _| votes.cast(bearing));
    }
    let items = if act == Act::Demand { lists::items(&reading, context.manner) } else { Vec::new() };
    let stance = if refused { votes.refused() } else { votes.stance(act) };
    let signs = signs_of(reading.hits.iter().map(|hit| hit.0), asks_by_cue(&reading), reading.commands());
    Judgement { act, stance, strength, items, signs }
}

/// Tells a duty that is only supposed: 如果开源模型也要备案.
fn is_supposed(text: &str, hit: Span) -> bool {
    const SUPPOSING: [&str; 6] = ["如果", "假如", "倘若", "要是", "一旦", "即使"];
    /// As many bytes as a clause may have before its verb.
    const REACH: usize = 60;
    let before = text.get(..hit.start()).unwrap_or_default();
    let near = before.get(before.ceil_char_boundary(before.len().saturating_sub(REACH))..).unwrap_or_default();
    let clause = near.rsplit(['，', '。', '；', '：', '？', '！']).next().unwrap_or_default();
    SUPPOSING.iter().any(|word| clause.contains(word))
}

/// Tells 要 and 需要 before a quantity, which say what something takes: 要八个月, 需要两名见证人.
fn tells_cost(text: &str, hit: Span) -> bool {
    const UNITS: [char; 18] =
        ['年', '个', '次', '天', '月', '名', '周', '份', '分', '笔', '趟', '万', '千', '百', '块', '元', '小', '位'];
    if !hit.of(text).ends_with(['要', '需']) {
        return false;
    }
    let mut rest = text.get(hit.end()..).unwrap_or_default().chars();
    match rest.next() {
        Some('一') => rest.next().is_some_and(|unit| UNITS.contains(&unit)),
        Some(first) => "两二三四五六七八九十百千几半".contains(first) || first.is_ascii_digit(),
        None => false,
    }
}

/// Tells a cue that asks for its content: 责成, and 主张 before what is to be done; 主张 before a view holds it.
fn asks_by_cue(reading: &Reading<'_>) -> bool {
    const ORDERS: [&str; 11] = ["责成", "责令", "下令", "勒令", "指示", "指令", "判令", "严禁", "力主", "申请", "敦请"];
    const VIEWS: [&str; 5] = ["是", "属于", "等于", "意味着", "构成"];
    const HEEDED: [&str; 9] = ["注意", "谨慎", "理性", "为准", "按照", "不要", "切勿", "尽快", "做好"];
    let cue_has =
        |words: &[&str]| reading.cue.iter().any(|cue| words.iter().any(|word| cue.of(reading.text).contains(word)));
    let content_has = |words: &[&str]| {
        reading.content.iter().any(|span| words.iter().any(|word| span.of(reading.text).contains(word)))
    };
    cue_has(&ORDERS)
        || cue_has(&["主张"]) && !content_has(&VIEWS)
        || cue_has(&["提醒", "提示"]) && content_has(&HEEDED) && !content_has(&["注意到"])
}

/// Tells a duty that is told as a trouble of today, not asked for: 同一产品要向三个部门分别报告.
fn complains(reading: &Reading<'_>) -> bool {
    const TODAY: [&str; 8] = ["目前", "现在", "如今", "当前", "同一", "同样的", "每次", "每一"];
    const AGAIN: [&str; 7] = ["分别", "重复", "反复", "多次", "逐一", "多头", "各自"];
    const ASKED: [&str; 12] =
        ["应", "必须", "不得", "亟", "建议", "统一", "避免", "减少", "明确", "防止", "不需要", "尽快"];
    let anywhere = |list: &[&str]| {
        reading.content.iter().any(|content| list.iter().any(|word| content.of(reading.text).contains(word)))
    };
    reading.has(Cue::Demand) && !reading.has(Cue::Ask) && anywhere(&TODAY) && anywhere(&AGAIN) && !anywhere(&ASKED)
}

/// Tells whether the cue refuses its content, or a sentence without a cue begins with "we refuse": 我们反对.
fn refuses(reading: &Reading<'_>) -> bool {
    const REFUSALS: [&str; 14] = [
        "反对",
        "不同意",
        "不赞成",
        "不赞同",
        "不接受",
        "不支持",
        "不认可",
        "不认同",
        "无法接受",
        "不能接受",
        "难以接受",
        "拒绝",
        "抵制",
        "驳斥",
    ];
    const UNLESS: [&str; 4] = ["不反对", "并不反对", "拒绝回答", "拒绝透露"];
    const FIRST: [&str; 6] = ["我们", "我会", "我司", "我协会", "本会", "我"];
    static REFUSING: LazyLock<WordList> = LazyLock::new(|| WordList::of(REFUSALS));
    let says = |words: &str| REFUSING.stands_in(words) && !UNLESS.iter().any(|unless| words.contains(unless));
    if !reading.cue.is_empty() {
        return reading.cue.iter().any(|cue| says(cue.of(reading.text)));
    }
    let words = reading.content.first().map_or("", |content| content.of(reading.text));
    let rest = FIRST.iter().find_map(|first| words.strip_prefix(first));
    rest.is_some_and(|rest| {
        let rest = rest.trim_start_matches(['坚', '决', '明', '确', '强', '烈', '也', '均', '都']);
        REFUSING.opens(rest) && !reading.has(Cue::Ask)
    })
}
