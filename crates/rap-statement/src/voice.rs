//! Voices: content that goes on without a cue, the author's own words, the narrator's.
//!
//! After an attributed sentence the next one without a cue of its own may still report the same speaker. In records
//! of meetings it mostly does, until somebody else or an event becomes its subject; in articles the writer takes over
//! at the full stop. Nothing here changes what the rules of a language attributed.

use std::sync::LazyLock;

use rap_doc::{BlockKind, Doc, Language, Sentence, dashed_dateline, wired_dateline};

use crate::cast::Cast;
use crate::saying::is_cut;
use crate::word_list::WordList;
use crate::{ActorId, ActorKind, SourceKind, Speaker, Statement, Voice};

/// Those whose words are reported.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Report {
    pub(crate) speaker: Speaker,
    pub(crate) together: Vec<ActorId>,
}

/// Whose words a sentence without attribution is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Unattributed {
    /// The report of these speakers goes on.
    Continued(Report),
    /// The submitter speaks, whatever is said.
    Author,
    /// The writer speaks, where the sentence does more than tell.
    Opinion,
    /// Nobody is named, where the sentence does more than tell.
    Narrator,
}

/// How many statements before a sentence are looked at for the report that goes on.
const NEAR: usize = 12;

/// Returns the sentences of a block that no content or cue touches, by index.
pub(crate) fn uncovered(doc: &Doc, block: usize, statements: &[Statement]) -> Vec<usize> {
    let sentences = doc.sentences_of(block);
    let mut touched = vec![false; sentences.len()];
    let rows = doc.sentences().get(sentences.clone()).unwrap_or_default();
    for span in statements.iter().flat_map(|statement| statement.content.iter().chain(&statement.cue)) {
        let first = rows.partition_point(|sentence| sentence.span.end() <= span.start());
        let touching = rows.iter().zip(&mut touched).skip(first);
        touching
            .take_while(|(sentence, _)| sentence.span.start() < span.end())
            .for_each(|(_, touched)| *touched = true);
    }
    sentences.zip(touched).filter(|(_, touched)| !touched).map(|(index, _)| index).collect()
}

/// Returns whose words a sentence is that no cue attributes; `None` where it is nobody's.
///
/// `before` are the statements of its block with a cue, and `last` the last one without, in the order of the text.
pub(crate) fn unattributed(
    doc: &Doc,
    sentence: Sentence,
    kind: SourceKind,
    before: &[Statement],
    last: Option<&Statement>,
    cast: &Cast<'_>,
) -> Option<Unattributed> {
    let words = sentence.span.of(doc.text());
    let block = doc.blocks().get(sentence.block)?;
    let nothing = is_fragment(words, block.kind, block.language) || is_cut(words) || is_byline(words);
    if nothing || tells_silence(words) || is_title(words, block.kind) || cast.is_name(sentence.span) {
        return None;
    }
    match kind {
        SourceKind::Law => None,
        SourceKind::Submission => (!is_formality(words)).then_some(Unattributed::Author),
        SourceKind::Article => (!opens_with_dateline(words)).then_some(Unattributed::Opinion),
        SourceKind::Plan => Some(Unattributed::Author),
        SourceKind::Record if narrates(words, block.language) || opposes(words) => None,
        SourceKind::Record => {
            match last_report(doc, sentence, before, last).filter(|_| !somebody_leads(sentence, cast)) {
                Some(report) => Some(Unattributed::Continued(report)),
                None => Some(Unattributed::Narrator),
            }
        }
    }
}

/// Tells the sentence of a news report that begins with place and day: it tells what happened, and judges nothing.
/// `PORT ELLIS, 12 May (Harbour Wire) — …`, 本报江州5月16日电（记者……）.
fn opens_with_dateline(words: &str) -> bool {
    const LONGEST: usize = 90;
    let head = words.get(..words.floor_char_boundary(LONGEST)).unwrap_or_default();
    dashed_dateline(head).is_some() || (wired_dateline(head).is_some() && head.contains("记者"))
}

/// Returns those whose report the sentence can go on: that of the statement in the sentence before it.
fn last_report(doc: &Doc, sentence: Sentence, before: &[Statement], last: Option<&Statement>) -> Option<Report> {
    let at = doc.sentences().partition_point(|other| other.span.start() < sentence.span.start());
    let previous = doc.sentences().get(at.checked_sub(1)?).filter(|other| other.block == sentence.block)?;
    let reports = |statement: &&Statement| {
        statement.quote().overlaps(previous.span)
            && !matches!(statement.voice, Voice::TopicOnly | Voice::Narrator | Voice::Author)
            && matches!(statement.speaker, Speaker::Actor(_))
    };
    // The outermost statement of the sentence is the report; what it quotes is inside of it.
    let end = before.partition_point(|statement| statement.quote().start() < sentence.span.start());
    let near = before.get(end.saturating_sub(NEAR)..end).unwrap_or_default();
    let report = last.filter(reports).or_else(|| near.iter().find(reports))?;
    Some(Report { speaker: report.speaker, together: report.together.clone() })
}

/// Returns whose turn to speak a block is that begins with a name and a colon.
pub(crate) fn turn_of(doc: &Doc, block: usize, statements: &[Statement]) -> Option<Report> {
    let start = doc.blocks().get(block)?.span.start();
    // The number of a question may stand before the name.
    const LABEL: usize = 6;
    let opens = |statement: &&Statement| {
        let colon = statement.cue.first().is_some_and(|cue| matches!(cue.of(doc.text()).trim(), ":" | "："));
        colon && statement.mention.first().is_some_and(|mention| mention.start() <= start + LABEL)
    };
    let first = statements.iter().find(opens).filter(|first| matches!(first.speaker, Speaker::Actor(_)))?;
    Some(Report { speaker: first.speaker, together: first.together.clone() })
}

/// Gives what is said in the first person in a turn to whose turn it is: "We found that" behind "Ada Lund:".
pub(crate) fn give_turn(turn: &Report, statements: &mut [Statement]) {
    for statement in statements.iter_mut().filter(|statement| statement.speaker == Speaker::Author) {
        statement.speaker = turn.speaker;
        statement.together.clone_from(&turn.together);
        statement.voice = Voice::Explicit;
    }
}

/// Tells whether somebody is named at the head of the sentence: then it is about them.
fn somebody_leads(sentence: Sentence, cast: &Cast<'_>) -> bool {
    cast.leads(sentence.span).is_some_and(|kind| kind == ActorKind::Person)
}

/// Tells a sentence that gives an account of the event: who met, who opened, what came next.
pub(crate) fn narrates(words: &str, language: Language) -> bool {
    match language {
        Language::English => crate::lang::en::narration::narrates(words),
        Language::Chinese => narrates_in_chinese(words),
        Language::Other => true,
    }
}

/// Tells a sentence that brings in somebody who is of another opinion: it is not the last speaker's.
pub(crate) fn opposes(words: &str) -> bool {
    const OTHERS: [&str; 24] = [
        "持不同",
        "持相反",
        "持保留",
        "持反对",
        "不认同",
        "不以为然",
        "不这么认为",
        "不赞同",
        "不赞成",
        "另有看法",
        "有不同看法",
        "有不同意见",
        "提出异议",
        "提出了异议",
        "表示反对",
        "则相反",
        " disagreed",
        " disagrees",
        " took issue",
        " took another view",
        " took a different view",
        " saw it differently",
        " sees it differently",
        " objected",
    ];
    static OPPOSED: LazyLock<WordList> = LazyLock::new(|| WordList::of(OTHERS));
    OPPOSED.stands_in(words)
}

/// Tells a narrating sentence by the words that open it or stand anywhere in it.
fn narrates_in_chinese(words: &str) -> bool {
    const OPENERS: [&str; 22] = [
        "会议",
        "会上",
        "会后",
        "会前",
        "论坛",
        "研讨会",
        "座谈会",
        "本次",
        "此次",
        "随后",
        "接下来",
        "与会",
        "据悉",
        "据了解",
        "活动",
        "主题论坛",
        "讨论环节",
        "圆桌",
        "日前",
        "近日",
        "来自",
        "最后，",
    ];
    const EVENTS: [&str; 20] = [
        "主持",
        "召开",
        "举行",
        "举办",
        "出席",
        "参加了",
        "参会",
        "致辞",
        "开幕",
        "闭幕",
        "承办",
        "主办",
        "落下帷幕",
        "作了题为",
        "作题为",
        "做了题为",
        "发表主旨演讲",
        "发表演讲",
        "合影",
        "圆满结束",
    ];
    static OPENING: LazyLock<WordList> = LazyLock::new(|| WordList::of(OPENERS));
    static TOLD: LazyLock<WordList> = LazyLock::new(|| WordList::of(EVENTS));
    OPENING.opens(words) || TOLD.stands_in(words)
}

/// Tells words that are no sentence: a cell, a label, a few words without a closing mark.
pub(crate) fn is_fragment(words: &str, kind: BlockKind, language: Language) -> bool {
    let closed = words.ends_with(['.', '!', '?', '。', '！', '？', ';', '；', '”', '"', '…', ':', '：', ')', '）']);
    let short = match language {
        Language::Chinese => words.chars().count() < 8,
        Language::English | Language::Other => words.split_whitespace().nth(4).is_none(),
    };
    match kind {
        BlockKind::Heading(_) | BlockKind::Furniture | BlockKind::Caption => true,
        BlockKind::TableCell => !closed || short,
        BlockKind::ListItem => short && !closed,
        _ => short || !closed && words.split_whitespace().nth(7).is_none() && language != Language::Chinese,
    }
}

/// Tells a sentence that reports nothing but that somebody did not answer.
fn tells_silence(words: &str) -> bool {
    const SILENT: [&str; 11] = [
        " declined to ",
        " refused to comment",
        " refused to say",
        " did not respond",
        " did not reply",
        " did not return ",
        " could not be reached",
        " was not available for comment",
        "未予置评",
        "拒绝置评",
        "未作回应",
    ];
    static SAID: LazyLock<WordList> = LazyLock::new(|| WordList::of(SILENT));
    // "Asked if she would resign, Benn laughed."
    let prompt = ["Asked if ", "Asked whether ", "Asked about "].iter().any(|prompt| words.starts_with(prompt));
    prompt || SAID.stands_in(words)
}

/// Tells the title of a paper that is set like a paragraph: no closing mark, and most of its longer words in capitals; in
/// Chinese a line that is a date.
fn is_title(words: &str, kind: BlockKind) -> bool {
    const LONG: usize = 4;
    if kind != BlockKind::Paragraph
        || words.ends_with(['.', '!', '?', ':', ';', '。', '！', '？', '：', '；', '”', '"'])
    {
        return false;
    }
    if !words.is_ascii() && words.chars().count() < 24 {
        let dated = |sign: char| sign.is_ascii_digit() || "年月日〇一二三四五六七八九十 ".contains(sign);
        return words.ends_with('日') && words.chars().all(dated);
    }
    let long = || words.split_whitespace().filter(|word| word.len() >= LONG);
    let capital = long().filter(|word| word.starts_with(|first: char| first.is_ascii_uppercase())).count();
    words.is_ascii() && capital >= 3 && capital * 10 >= long().count() * 6
}

/// Tells a line of a page that says who wrote when: "Harbour Guild · 3 May 2031 · Submitted to the council".
fn is_byline(words: &str) -> bool {
    words.matches(" · ").count() + words.matches(" | ").count() > 1 && !words.ends_with(['.', '!', '?'])
}

/// Tells greetings, signatures and contact details.
pub(crate) fn is_formality(words: &str) -> bool {
    const OPENERS: [&str; 40] = [
        "Dear ",
        "To whom it may concern",
        "To Whom It May Concern",
        "Yours ",
        "Sincerely",
        "Respectfully",
        "Kind regards",
        "Best regards",
        "Regards",
        "Signed",
        "Tel",
        "Phone",
        "Email",
        "E-mail",
        "Address",
        "Fax",
        "Date:",
        "From:",
        "To:",
        "Subject:",
        "Re:",
        "RE:",
        "Cc:",
        "CC:",
        "Thank you",
        "We thank you",
        "Contact",
        "About us",
        "Submitted by",
        "Submitted on",
        "尊敬的",
        "此致",
        "敬礼",
        "联系人",
        "联系电话",
        "联系方式",
        "电话",
        "邮箱",
        "地址",
        "感谢",
    ];
    // 我司经研究，现提出如下意见：, 以上意见供参考。
    const ANNOUNCED: [&str; 8] =
        ["提出以下意见", "提出如下意见", "提出以下建议", "提出如下建议", "意见如下", "供参考", "供贵", "提出以下修改"];
    let framed = |words: &str| {
        let bare = words.trim_end_matches(['。', '：', ':', '.']);
        bare.chars().count() < 80
            && ANNOUNCED.iter().any(|frame| bare.contains(frame))
            && (words.ends_with(['：', ':']) || bare.ends_with("参考"))
    };
    static OPENING: LazyLock<WordList> = LazyLock::new(|| WordList::of(OPENERS));
    let words = words.trim_start();
    framed(words) || OPENING.opens(words) || words.len() < 120 && words.contains('@')
}

#[cfg(test)]
mod tests;
