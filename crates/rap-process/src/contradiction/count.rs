//! A number announced and another number listed or told: "three challenges: a and b"; five speakers invited, four
//! reported.

use rap_doc::{BlockKind, Language, Span};
use rap_statement::{ActorKind, SourceKind, Speaker};

use super::numerals::{Bound, Counted, before_colon, counted};
use super::{Contradiction, ContradictionKind, listed};
use crate::event::Paper;

pub(super) fn check(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    let text = paper.doc.text();
    for (block, language, sentence) in paper.sentences() {
        let words = sentence.of(text);
        let named = before_colon(words, language);
        let counts = counted(words, language);
        let named = named.filter(|named| !counts.iter().any(|count| count.span.overlaps(named.span)));
        for count in counts.into_iter().chain(named).filter(|count| count.bound == Bound::Exact) {
            let contradiction = in_list(paper, sentence, words, &count, language)
                .or_else(|| ordinals(paper, block, sentence, &count, language))
                .or_else(|| speakers(paper, block, sentence, words, &count));
            found.extend(contradiction);
        }
    }
}

/// Words that keep a list open.
const OPENERS: [&str; 9] =
    ["such as", "including", "among them", "for example", "e.g.", "and others", "and more", "etc", "等"];

/// `N things: a, b and c`: counts what stands behind the colon, where it is a list of phrases.
fn in_list(
    paper: &Paper<'_>,
    sentence: Span,
    words: &str,
    count: &Counted,
    language: Language,
) -> Option<Contradiction> {
    let behind = words.get(count.span.end()..)?;
    let colon = behind.find([':', '：'])?;
    // The colon must belong to the number: a clause may stand between, another sentence may not.
    let between = behind.get(..colon)?;
    if between.len() > 60
        || between.contains(['.', ';', '。', '；', '，'])
        || counted(between, language).iter().any(|other| other.class == count.class)
    {
        return None;
    }
    let list = behind.get(colon..)?.trim_start_matches([':', '：', ' ']);
    let closes = list.find(['.', '。']).unwrap_or(list.len());
    let list = list.get(..closes)?;
    if list.len() < 6 || OPENERS.iter().any(|opener| list.contains(opener)) || list.contains(['"', '“', '?', '？']) {
        return None;
    }
    let (fewest, most) = if language == Language::Chinese { items_zh(list) } else { items_en(list) };
    if most < 2 || (fewest..=most).contains(&count.number) {
        return None;
    }
    // In Chinese the last two of a list are joined by 和, so that the longer reading is the likely one.
    let likely = language == Language::Chinese && most == fewest + 1;
    let told = if fewest == most || likely { most.to_string() } else { format!("{fewest} to {most}") };
    let start = sentence.start() + count.span.end() + colon;
    Some(Contradiction {
        kind: ContradictionKind::Count,
        words: format!("“{}” are announced and {told} are listed", count.span.of(words)),
        caution: if fewest == most || likely {
            String::new()
        } else {
            "a list with “and” can be counted in more than one way".to_owned()
        },
        evidence: vec![
            paper.evidence(count.span.shifted(sentence.start())),
            paper.evidence(Span::new(start, sentence.end()).trimmed(paper.doc.text())),
        ],
    })
}

/// Returns the fewest and the most items that a list may be read as.
fn items_en(list: &str) -> (usize, usize) {
    if list.contains(';') {
        let parts = list.split(';').filter(|part| part.trim().len() > 1).count();
        return (parts, parts);
    }
    let commas: Vec<&str> = list.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let ands = |part: &str| part.matches(" and ").count() + usize::from(part.starts_with("and ") && commas.len() == 1);
    let most = commas.iter().map(|part| 1 + ands(part)).sum();
    // Without a comma before the last "and", that "and" parts two items.
    let oxford = commas.last().is_some_and(|last| last.starts_with("and "));
    let fewest = commas.len() + usize::from(!oxford && commas.last().is_some_and(|last| last.contains(" and ")));
    // What follows the first ", and" may belong to the last item: "tolls, fees, and efforts in ports, yards and docks".
    let closed = commas.iter().position(|part| part.starts_with("and ")).map_or(fewest, |at| at + 1);
    // "Ada Brook, the director, and Tom Reyes" are two: behind a name an article may say who that is.
    const BESIDE: [&str; 8] = ["the ", "a ", "an ", "one of ", "who ", "which ", "his ", "her "];
    let named = list.starts_with(char::is_uppercase);
    let beside = commas.iter().filter(|part| named && BESIDE.iter().any(|word| part.starts_with(word))).count();
    (fewest.min(closed).saturating_sub(beside).min(most), most)
}

fn items_zh(list: &str) -> (usize, usize) {
    if list.contains('；') {
        let parts = list.split('；').filter(|part| !part.trim().is_empty()).count();
        return (parts, parts);
    }
    let mark = if list.contains('、') { '、' } else { '，' };
    let parts: Vec<&str> = list.split(mark).filter(|part| !part.trim().is_empty()).collect();
    let joins = ["以及", "和", "及", "与"];
    let last = parts.last().map_or(0, |last| usize::from(joins.iter().any(|join| last.contains(join))));
    let inner: usize =
        parts.iter().map(|part| joins.iter().map(|join| part.matches(join).count()).sum::<usize>()).sum();
    (parts.len(), parts.len() + inner.max(last))
}

/// `three points. First … Second …`: counts the ordinals that follow in the paragraph.
fn ordinals(
    paper: &Paper<'_>,
    block: usize,
    sentence: Span,
    count: &Counted,
    language: Language,
) -> Option<Contradiction> {
    if count.class != "point" {
        return None;
    }
    const EN: [&[&str]; 6] = [
        &["First,", "Firstly,", "first,"],
        &["Second,", "Secondly,", "second,"],
        &["Third,", "Thirdly,", "third,"],
        &["Fourth,", "Fourthly,", "fourth,"],
        &["Fifth,", "Fifthly,", "fifth,"],
        &["Sixth,", "sixth,"],
    ];
    const ZH: [&[&str]; 6] = [
        &["一是", "第一，", "其一"],
        &["二是", "第二，", "其二"],
        &["三是", "第三，", "其三"],
        &["四是", "第四，", "其四"],
        &["五是", "第五，", "其五"],
        &["六是", "第六，", "其六"],
    ];
    let text = paper.doc.text();
    let end = paper.doc.blocks().get(block)?.span.end();
    let from = sentence.start() + count.span.end();
    let region = text.get(from..end)?;
    let marks = if language == Language::Chinese { ZH } else { EN };
    let mut last = None;
    let mut reached = 0;
    let mut at = 0;
    for names in marks {
        let place = names.iter().filter_map(|name| region.get(at..)?.find(name)).min();
        let Some(place) = place else { break };
        reached += 1;
        last = Some(from + at + place);
        at += place + 1;
        while !region.is_char_boundary(at) {
            at += 1;
        }
    }
    // Other counted points between would begin another list.
    if reached < 2 || reached == count.number || count.number > marks.len() {
        return None;
    }
    let last = last?;
    let told = paper.sentences().map(|(_, _, span)| span).find(|span| span.start() <= last && last < span.end())?;
    Some(Contradiction {
        kind: ContradictionKind::Count,
        words: format!(
            "“{}” are announced and {reached} are told one by one",
            count.span.shifted(sentence.start()).of(text)
        ),
        caution: String::new(),
        evidence: vec![paper.evidence(count.span.shifted(sentence.start())), paper.evidence(told)],
    })
}

/// Words that call people to speak, around the number.
const CALLS: [&str; 22] = [
    "invited",
    "invites",
    "to speak",
    "spoke",
    "gave speech",
    "gave presentation",
    "delivered",
    "made speech",
    "made presentation",
    "made statement",
    "heard",
    "took the floor",
    "presented",
    "following speakers",
    "邀请",
    "发言",
    "发表",
    "作了",
    "先后",
    "听取",
    "分享",
    "致辞",
];

/// Words with which the report of a session ends.
const TURNS: [&str; 19] = [
    "Following the",
    "Following this",
    "After the",
    "The conference then",
    "The meeting then",
    "session was chaired",
    "session, chaired",
    "moved on to",
    "transitioned into",
    "the second session",
    "the discussion session",
    "In closing",
    "In conclusion",
    "随后进入",
    "讨论环节",
    "第二环节",
    "第二单元",
    "下半场",
    "最后，",
];

/// `invited five representatives to speak`: counts the people whose words follow, up to the end of the session.
fn speakers(paper: &Paper<'_>, block: usize, sentence: Span, words: &str, count: &Counted) -> Option<Contradiction> {
    // "Six companies were invited to share their views" announces six who speak for them.
    let company = count.class == "company" && ["to share", "to speak", "发言"].iter().any(|call| words.contains(call));
    let counts_people = count.class == "speaker" || company;
    if !counts_people || paper.kind_of(block) != SourceKind::Record || !CALLS.iter().any(|call| words.contains(call)) {
        return None;
    }
    let text = paper.doc.text();
    let part = paper.record.parts.iter().find(|part| part.blocks.contains(&block))?;
    let mut end = paper.doc.blocks().get(part.blocks.end.checked_sub(1)?)?.span.end();
    let mut closed = false;
    for (at, _, span) in paper.sentences().filter(|(_, _, span)| span.start() >= sentence.end()) {
        let heading = paper.doc.blocks().get(at).is_some_and(|block| matches!(block.kind, BlockKind::Heading(_)));
        let other = counted(span.of(text), Language::of(span.of(text)));
        let new_call = other.iter().any(|other| {
            matches!(other.class, "speaker" | "company") && CALLS.iter().any(|call| span.of(text).contains(call))
        });
        if heading || new_call || TURNS.iter().any(|turn| span.of(text).contains(turn)) {
            end = end.min(span.start());
            closed = true;
            break;
        }
    }
    let region = Span::new(sentence.end(), end);
    let announced: Vec<usize> = people_in(paper, sentence).into_iter().map(|(actor, _)| actor).collect();
    let told: Vec<(usize, Span)> =
        speaking_in(paper, region).into_iter().filter(|(actor, _)| !announced.contains(actor)).collect();
    // More speakers than announced is no contradiction unless the session certainly ends here.
    if told.is_empty() || told.len() == count.number || (told.len() > count.number && !closed) {
        return None;
    }
    let names: Vec<String> =
        told.iter().filter_map(|(actor, _)| paper.record.actors.get(*actor)).map(|actor| actor.name.clone()).collect();
    let mut evidence = vec![paper.evidence(sentence)];
    evidence.extend(told.iter().map(|(_, span)| paper.evidence(*span)));
    Some(Contradiction {
        kind: ContradictionKind::Count,
        words: format!(
            "“{}” are announced ({}) and {} reported: {}",
            count.span.of(words),
            count.number,
            if told.len() == 1 { "1 is".to_owned() } else { format!("{} are", told.len()) },
            listed(&names)
        ),
        caution: "the report may leave out a speech that was given".to_owned(),
        evidence,
    })
}

/// Returns the people whose words stand in a region, in order, each with the place of the first.
fn speaking_in(paper: &Paper<'_>, region: Span) -> Vec<(usize, Span)> {
    let mut found: Vec<(usize, Span)> = Vec::new();
    let inside = paper.record.statements.iter().filter(|statement| region.contains(statement.quote()));
    for statement in inside {
        let Speaker::Actor(_) = statement.speaker else { continue };
        for id in statement.speakers() {
            let Ok(index) = usize::try_from(id.0) else { continue };
            let person = paper.record.actors.get(index).is_some_and(|actor| actor.kind == ActorKind::Person);
            if person && !found.iter().any(|(known, _)| *known == index) {
                let mention = statement.mention.first().copied().unwrap_or(statement.quote());
                found.push((index, mention));
            }
        }
    }
    found
}

fn people_in(paper: &Paper<'_>, region: Span) -> Vec<(usize, Span)> {
    let actors = paper.record.actors.iter().enumerate().filter(|(_, actor)| actor.kind == ActorKind::Person);
    let spans = actors
        .flat_map(|(index, actor)| actor.names.iter().flat_map(|name| &name.spans).map(move |span| (index, *span)));
    spans.filter(|(_, span)| region.contains(*span)).collect()
}
