//! What a report tells of a meeting beside its hosts: who and how many came, its title, its parts, whence people came.

use rap_doc::Span;
use rap_statement::ActorKind;

use super::people::organisation;
use super::{Evidence, Paper, Participant};

/// Returns the sentences near the first that tell who and how many came.
pub(super) fn attendance(paper: &Paper<'_>, first: Span, region: Span) -> Vec<Evidence> {
    const TOLD: [&str; 10] =
        ["attend", "took part", "participa", "present", "drew", "gathered", "参加", "出席", "与会", "参会"];
    let text = paper.doc.text();
    let near = paper.sentences().map(|(_, _, span)| span).filter(|span| region.contains(*span));
    let near = near.filter(|span| span.start() >= first.start()).take(4);
    near.filter(|span| TOLD.iter().any(|word| span.of(text).contains(word))).map(|span| paper.evidence(span)).collect()
}

/// Returns the first words in quotation marks: the name of a gathering or paper.
pub(super) fn title_in(sentence: &str) -> String {
    for (open, close) in [('“', '”'), ('"', '"'), ('「', '」'), ('《', '》')] {
        let Some((_, rest)) = sentence.split_once(open) else { continue };
        if let Some((title, _)) = rest.split_once(close)
            && (4..=200).contains(&title.len())
        {
            return title.trim_end_matches(',').to_owned();
        }
    }
    String::new()
}

/// Returns the titles of the parts of a gathering.
pub(super) fn sessions(paper: &Paper<'_>, region: Span) -> Vec<String> {
    const NAMES: [&str; 6] = ["session", "theme forum", "panel", "单元", "环节", "专场"];
    let text = paper.doc.text();
    let sentences = paper.doc.sentences().iter().filter(|sentence| region.contains(sentence.span));
    let mut found: Vec<String> = Vec::new();
    for sentence in sentences {
        let words = sentence.span.of(text);
        let named = NAMES.iter().any(|name| words.contains(name));
        let title = title_in(words);
        if named && !title.is_empty() && !found.contains(&title) {
            found.push(title);
        }
    }
    found
}

/// Gives people the bodies from which the paper says they come: whoever chairs is often named with theirs.
pub(super) fn fill_organisations(paper: &Paper<'_>, people: &mut [Participant]) {
    let actors = &paper.record.actors;
    for person in people.iter_mut().filter(|person| person.kind == ActorKind::Person && person.organisation.is_empty())
    {
        let Some(span) = person.span else { continue };
        let named = |actor: &&rap_statement::Actor| actor.names.iter().any(|name| name.spans.contains(&span));
        if let Some(actor) = actors.iter().find(named) {
            person.organisation = organisation(actors, actor);
        }
    }
}
