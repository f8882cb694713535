//! Who had a part in an event: attendees as rap-statement found them, speakers by their statements, and who did a deed.

use rap_doc::{Language, Span};
use rap_statement::{Actor, ActorKind, BodyKind, Voice};
use rustc_hash::FxHashSet;

use super::hosts::{is_list_gap, of_phrase};
use super::{Paper, Participant, Role};
use crate::body::Bodies;

/// The names of a paper, in the order of its text.
pub(super) struct Names {
    names: Vec<Named>,
}

/// A name and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) span: Span,
    actor: usize,
    name: String,
    pub(super) kind: ActorKind,
}

impl Named {
    pub(super) fn participant(&self, role: Role) -> Participant {
        let bodies = match self.kind {
            ActorKind::Body(kind) if may_be_public(kind) => Bodies::builtin().named(&self.name).bodies,
            _ => Vec::new(),
        };
        Participant {
            name: self.name.clone(),
            kind: self.kind,
            organisation: String::new(),
            role,
            bodies,
            span: Some(self.span),
        }
    }
}

/// Tells kinds of body among which public bodies are.
pub(crate) const fn may_be_public(kind: BodyKind) -> bool {
    !matches!(
        kind,
        BodyKind::Company
            | BodyKind::University
            | BodyKind::ResearchInstitute
            | BodyKind::IndustryAlliance
            | BodyKind::Media
            | BodyKind::CivilSociety
    )
}

impl Names {
    pub(super) fn of(paper: &Paper<'_>) -> Self {
        let text = paper.doc.text();
        let mut names: Vec<Named> = Vec::new();
        for (index, actor) in paper.record.actors.iter().enumerate() {
            if !matches!(actor.kind, ActorKind::Person | ActorKind::Body(_)) {
                continue;
            }
            for span in actor.names.iter().flat_map(|form| &form.spans) {
                names.push(Named { span: *span, actor: index, name: span.of(text).to_owned(), kind: actor.kind });
            }
        }
        // Bodies that nobody quoted or counted among those present are in the lists.
        for (_, block) in paper.blocks() {
            let words = block.span.of(text);
            for (span, kind) in Bodies::builtin().found_in(words) {
                let span = span.shifted(block.span.start());
                let name = span.of(text).to_owned();
                names.push(Named { span, actor: usize::MAX, name, kind: ActorKind::Body(kind) });
            }
        }
        // The longest of overlapping names; of equal ones that of the record.
        names.sort_by_key(|name| (name.span.start(), std::cmp::Reverse(name.span.end()), name.actor));
        let mut kept: Vec<Named> = Vec::with_capacity(names.len());
        for name in names {
            if kept.last().is_none_or(|last| !last.span.overlaps(name.span)) {
                kept.push(name);
            }
        }
        Self { names: kept }
    }

    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = &Named> {
        let from = self.names.partition_point(|name| name.span.start() < span.start());
        self.names.iter().skip(from).take_while(move |name| name.span.end() <= span.end())
    }

    /// Returns those who attended and spoke in a stretch of the text, attendees in the order in which they are listed.
    pub(super) fn attending(&self, paper: &Paper<'_>, region: Span) -> Vec<Participant> {
        let actors = &paper.record.actors;
        let mut attending: Vec<Participant> = Vec::new();
        for (index, actor) in actors.iter().enumerate() {
            let Some(words) = actor.presence.iter().find(|words| region.contains(**words)) else { continue };
            let Some(sentence) = sentence_at(paper, *words) else { continue };
            let place = self.within(sentence).find(|name| name.actor == index).cloned();
            let span = place.as_ref().map_or(*words, |place| place.span);
            let name = place.map_or_else(|| actor.name.clone(), |place| place.name);
            let named = Named { span, actor: index, name, kind: actor.kind };
            attending
                .push(Participant { organisation: organisation(actors, actor), ..named.participant(Role::Attended) });
        }
        self.listed_beside(paper, region, &mut attending);
        attending.sort_by_key(|person| person.span.map(Span::start));
        let mut spoke: FxHashSet<u32> = FxHashSet::default();
        let mut order = Vec::new();
        let said = paper.record.statements.iter().filter(|statement| region.contains(statement.quote()));
        for speaker in
            said.filter(|statement| statement.voice != Voice::Narrator).flat_map(|statement| statement.speakers())
        {
            if spoke.insert(speaker.0) {
                order.push(speaker.0);
            }
        }
        for speaker in order {
            let index = usize::try_from(speaker).unwrap_or(usize::MAX);
            let Some(actor) =
                actors.get(index).filter(|actor| matches!(actor.kind, ActorKind::Person | ActorKind::Body(_)))
            else {
                continue;
            };
            let span = self.within(region).find(|name| name.actor == index).map(|name| name.span);
            let named =
                Named { span: span.unwrap_or_default(), actor: index, name: actor.name.clone(), kind: actor.kind };
            attending.push(Participant {
                organisation: organisation(actors, actor),
                span,
                ..named.participant(Role::Spoke)
            });
        }
        attending
    }
}

/// Words behind "attended" with which the list of those who came begins.
const LIST_BEHIND: [&str; 8] =
    ["including", "among them", "among whom", "namely", "present were", "包括", "还有", "其中有"];

/// Words that say that people came.
const CAME: [&str; 11] = [
    "到会",
    "attended",
    "took part in",
    "participated in",
    "were present",
    "参加了",
    "参加会议",
    "出席",
    "与会",
    "参会",
    "参加本次",
];

impl Names {
    /// Adds those whom a sentence that tells who came names beside the ones that are known to have come.
    fn listed_beside(&self, paper: &Paper<'_>, region: Span, attending: &mut Vec<Participant>) {
        let text = paper.doc.text();
        let inside = paper.sentences().filter(|(_, _, span)| region.contains(*span));
        for (_, language, span) in inside.filter(|(_, _, span)| CAME.iter().any(|word| span.of(text).contains(word))) {
            let words = span.of(text);
            let verb = CAME.iter().filter_map(|word| words.find(word)).min().unwrap_or(words.len());
            let negated = words.get(..verb).is_some_and(|head| head.ends_with("not ") || head.ends_with('未'));
            if negated {
                continue;
            }
            let known = |attending: &[Participant], place: Span| {
                attending.iter().filter_map(|person| person.span).any(|span| span.overlaps(place))
            };
            let behind = LIST_BEHIND.iter().filter_map(|word| words.get(verb..)?.find(word)).min();
            let list = behind.map_or(usize::MAX, |at| span.start() + verb + at);
            for name in self.within(span).filter(|name| matches!(name.kind, ActorKind::Body(_))) {
                let before = name.actor == usize::MAX && name.span.end() <= span.start() + verb;
                let parent = attending.last_mut().filter(|last| is_whole_of(text, last, name.span));
                if let Some(part) = parent {
                    let whole = part.span.unwrap_or(name.span).hull(name.span);
                    *part = of_phrase(text, whole, Role::Attended);
                } else if (before || name.span.start() >= list) && !known(attending, name.span) {
                    attending.push(name.participant(Role::Attended));
                }
            }
            if language == Language::Chinese {
                for place in bodies_zh(words.get(..verb).unwrap_or_default()) {
                    let place = place.shifted(span.start());
                    if !known(attending, place) {
                        attending.push(of_phrase(text, place, Role::Attended));
                    }
                }
            }
        }
    }
}

/// Tells whether a name goes on with that of the body that it is a part of: "the Commission of the Standing Committee".
fn is_whole_of(text: &str, part: &Participant, whole: Span) -> bool {
    let gap = part.span.filter(|part| part.end() <= whole.start());
    let gap = gap.and_then(|part| text.get(part.end()..whole.start()));
    !part.bodies.is_empty() && matches!(gap, Some(" of the " | " of "))
}

/// Endings of the names of bodies in Chinese, with the kind that they tell.
pub(super) const ENDINGS: [(&str, BodyKind); 18] = [
    ("大学", BodyKind::University),
    ("学院", BodyKind::University),
    ("研究院", BodyKind::ResearchInstitute),
    ("研究所", BodyKind::ResearchInstitute),
    ("研究中心", BodyKind::ResearchInstitute),
    ("公司", BodyKind::Company),
    ("集团", BodyKind::Company),
    ("联盟", BodyKind::IndustryAlliance),
    ("协会", BodyKind::IndustryAlliance),
    ("商会", BodyKind::IndustryAlliance),
    ("学会", BodyKind::CivilSociety),
    ("法院", BodyKind::Court),
    ("委员会", BodyKind::Other),
    ("部", BodyKind::Ministry),
    ("局", BodyKind::Regulator),
    ("办公室", BodyKind::Other),
    ("工委", BodyKind::Legislature),
    ("中心", BodyKind::Other),
];

/// Returns the names of bodies in a Chinese list: the parts between the marks that end as such names do.
pub(super) fn bodies_zh(list: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    let marks =
        list.char_indices().filter(|(_, c)| matches!(c, '、' | '，' | '；' | '：' | '和' | '及' | '与' | '的' | '等'));
    let ends: Vec<(usize, usize)> =
        marks.map(|(at, c)| (at, at + c.len_utf8())).chain([(list.len(), list.len())]).collect();
    for (end, next) in ends {
        let part = list.get(from..end).unwrap_or_default();
        let name = part.trim_start_matches(['以', '来', '自', '由']);
        let length = name.chars().count();
        if (3..=24).contains(&length) && ENDINGS.iter().any(|(ending, _)| name.ends_with(ending)) {
            found.push(Span::new(end - name.len(), end));
        }
        from = next;
    }
    found
}

fn sentence_at(paper: &Paper<'_>, span: Span) -> Option<Span> {
    let sentences = paper.doc.sentences();
    let index = sentences.partition_point(|sentence| sentence.span.start() <= span.start()).checked_sub(1)?;
    sentences.get(index).map(|sentence| sentence.span)
}

/// Returns the body that a person came from, as printed; for a body nothing.
pub(crate) fn organisation(actors: &[Actor], actor: &Actor) -> String {
    let body = actor.offices.iter().find_map(|office| office.organisation);
    let body = body.and_then(|id| usize::try_from(id.0).ok()).and_then(|id| actors.get(id));
    body.map_or_else(String::new, |body| body.name.clone())
}

/// Words that make a name that of a body of state.
const BODIES: [&str; 15] = [
    "Congress",
    "Committee",
    "Council",
    "Parliament",
    "Ministry",
    "Agency",
    "Commission",
    "House",
    "Senate",
    "Assembly",
    "Office",
    "Board",
    "Department",
    "Cabinet",
    "Court",
];

/// Returns the body that the clause of a deed names itself, where no list knows it: "…, the Ports Committee had voted".
fn own_subject(text: &str, sentence: Span, told: Span, bodies: &[&&Named]) -> Option<Span> {
    let head = text.get(sentence.start()..told.start())?;
    let clause = sentence.start() + head.rfind([',', ';', ':']).map_or(0, |at| at + 1);
    if bodies.iter().any(|name| name.span.start() >= clause && name.span.start() < told.end()) {
        return None;
    }
    let words = text.get(clause..told.end())?;
    let mut start = None;
    let mut at = clause;
    for word in words.split_inclusive(' ') {
        let plain = word.trim_end();
        if plain.starts_with(char::is_uppercase) && plain.chars().all(|c| c.is_alphabetic() || c == '-') {
            let from = *start.get_or_insert(at);
            let end = at + plain.len();
            let alone = matches!(plain, "Parliament" | "Cabinet" | "Council" | "Senate" | "Congress");
            let named = BODIES.contains(&plain) && from < at || alone;
            if named {
                let span = Span::new(from, end);
                let skip = ["The ", "A ", "An "].iter().find(|article| span.of(text).starts_with(**article));
                return Some(Span::new(from + skip.map_or(0, |article| article.len()), end));
            }
        } else {
            start = None;
        }
        at += word.len();
    }
    None
}

/// Returns who did a deed: the body named last before its words, or the one behind "by".
pub(super) fn acting(text: &str, sentence: Span, language: Language, told: Span, names: &[&Named]) -> Vec<Participant> {
    let bodies: Vec<&&Named> = names.iter().filter(|name| matches!(name.kind, ActorKind::Body(_))).collect();
    if language != Language::Chinese {
        let words = text.get(told.start()..sentence.end()).unwrap_or_default();
        if let Some(at) = words.find(" by ") {
            let from = told.start() + at + " by ".len();
            let behind = bodies.iter().find(|name| name.span.start() >= from);
            if let Some(name) = behind
                && text
                    .get(from..name.span.start())
                    .is_some_and(|gap| gap.len() <= 30 && !gap.contains(|c: char| c == ',' || c.is_ascii_digit()))
            {
                return vec![name.participant(Role::Acted)];
            }
        }
    }
    if let Some(own) = own_subject(text, sentence, told, &bodies).filter(|_| language != Language::Chinese) {
        return vec![of_phrase(text, own, Role::Acted)];
    }
    let before: Vec<&&&Named> = bodies.iter().filter(|name| name.span.start() < told.end()).collect();
    let Some(last) = before.last() else {
        return bodies
            .first()
            .filter(|name| name.span.start() < told.end() + 60)
            .map(|name| name.participant(Role::Acted))
            .into_iter()
            .collect();
    };
    let mut found = vec![last.participant(Role::Acted)];
    let mut edge = last.span.start();
    for name in before.iter().rev().skip(1) {
        if !is_list_gap(text.get(name.span.end()..edge).unwrap_or_default()) {
            break;
        }
        found.push(name.participant(Role::Acted));
        edge = name.span.start();
    }
    found.reverse();
    found
}
