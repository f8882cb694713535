//! Small parts that every section uses: a quote with its link, a speaker, the labels.

use maud::{Markup, html};
use rap_doc::Language;
use rap_statement::{Act, ActorKind, SourceKind, Stance, Strength, Voice};

use super::links::Links;
use crate::cast::{CharacterId, CharacterKind};
use crate::report::{Report, Said};
use crate::terms::{kind_word, paper_word, plain};

/// How much of a quote a list shows; the link leads to the whole. In characters.
const LONG_QUOTE: usize = 480;

/// Returns the language of words for a `lang` attribute; none where it is that of the page or not known.
pub(crate) fn lang(language: Language) -> Option<&'static str> {
    (language == Language::Chinese).then_some("zh")
}

/// Returns the language of a name or title for a `lang` attribute.
pub(crate) fn lang_of(words: &str) -> Option<&'static str> {
    lang(Language::of(words))
}

/// How much of a title names a paper inside of a sentence. In characters.
const LONG_TITLE: usize = 72;

/// Returns words in quotation marks, linked to the place where they stand.
pub(crate) fn quote(words: &str, language: Language, href: &str) -> Markup {
    let shown = clipped(words, LONG_QUOTE);
    html! {
        a.q href=(href) lang=[lang(language)] { "“" (shown) "”" }
        @if shown.len() < words.len() { span.dim { " […]" } }
    }
}

/// Returns the beginning of long words, up to the end of a word.
pub(crate) fn clipped(words: &str, chars: usize) -> &str {
    let Some((end, _)) = words.char_indices().nth(chars) else { return words };
    let head = words.get(..end).unwrap_or(words);
    let last_gap = head.rfind(char::is_whitespace).filter(|gap| gap * 5 > end * 4);
    last_gap.and_then(|gap| head.get(..gap)).unwrap_or(head)
}

/// Returns the number of a statement, linked to its quote in the source.
pub(crate) fn reference(links: &Links, index: usize) -> Markup {
    let Some(said) = links.report.statements.get(index) else { return html! {} };
    html! { a.ref href=(links.quote(said)) title="open the source at these words" { (index + 1) } }
}

/// Returns the name by which a report calls somebody.
pub(crate) fn name(report: &Report, id: CharacterId) -> String {
    let Some(character) = report.cast.characters().get(id) else { return String::new() };
    match character.kind {
        CharacterKind::Named(ActorKind::Group | ActorKind::Unnamed) => format!("“{}”", character.name),
        CharacterKind::Named(_) => character.name.clone(),
        CharacterKind::Author(paper) => voice_of_paper(report, paper, kind_of_author(report, paper)),
        CharacterKind::Untold(_) if report.papers.len() == 1 => "not told who".to_owned(),
        CharacterKind::Untold(paper) => format!("not told who, in {}", paper_title(report, paper)),
    }
}

/// Returns how a paper is called that speaks for itself: "the author of the article “…”"; where there is one paper,
/// without its title.
pub(crate) fn voice_of_paper(report: &Report, paper: usize, kind: Option<SourceKind>) -> String {
    let word = paper_word(kind);
    if report.papers.len() == 1 { word.to_owned() } else { format!("{word} {}", paper_title(report, paper)) }
}

/// Returns as what a paper was read whose author speaks: of several kinds the one in which authors have a voice.
fn kind_of_author(report: &Report, paper: usize) -> Option<SourceKind> {
    let parts = report.papers.get(paper).map_or(&[][..], |card| &card.parts);
    let kinds = || parts.iter().map(|part| part.kind);
    let voiced = kinds().find(|kind| matches!(kind, SourceKind::Article | SourceKind::Submission));
    voiced.or_else(|| kinds().next())
}

/// Returns the title of a paper in quotation marks, or where it came from.
pub(crate) fn paper_title(report: &Report, paper: usize) -> String {
    let Some(card) = report.papers.get(paper) else { return String::new() };
    let title = card.source.title.as_deref().unwrap_or(&card.source.origin);
    let shown = clipped(title, LONG_TITLE);
    format!("“{shown}{}”", if shown.len() < title.len() { "…" } else { "" })
}

/// Returns a speaker in one line: name, role, body, kind of body.
pub(crate) fn speaker_line(links: &Links, id: CharacterId) -> Markup {
    let report = links.report;
    let role = report.cast.characters().get(id).map_or("", |character| character.role.as_str());
    let body = body_beside(report, id);
    html! {
        (speaker_link(links, id))
        @if !role.is_empty() { ", " bdi lang=[lang_of(role)] { (role) } }
        @if !body.is_empty() { ", " bdi lang=[lang_of(body)] { (body) } }
        span.dim { " · " (kind_word(report.cast.body_kind(id))) }
    }
}

/// Returns the name of a speaker, linked to their statements.
pub(crate) fn speaker_link(links: &Links, id: CharacterId) -> Markup {
    let name = name(links.report, id);
    let named = links.report.cast.characters().get(id).is_some_and(|character| character.kind.is_named());
    let name = html! { bdi lang=[lang_of(&name)] { (name) } };
    html! { a.who href=(links.speaker(id)) { @if named { b { (name) } } @else { (name) } } }
}

/// Returns the body somebody speaks for, where it is not themselves.
pub(crate) fn body_beside(report: &Report, id: CharacterId) -> &str {
    let body = report.cast.body_name(id);
    let own = report.cast.characters().get(id).is_some_and(|character| character.name == body);
    if own { "" } else { body }
}

/// Returns what a statement does and where it stands, in small words: a label for a demand, plain words for the rest.
/// `under` is the speaker under whose name it stands.
pub(crate) fn facts(links: &Links, said: &Said, under: CharacterId) -> Markup {
    let themes = said.themes.iter().filter_map(|theme| links.report.codebook.themes.get(*theme));
    let mut words: Vec<String> = Vec::new();
    if said.voice != Voice::TopicOnly {
        if !said.is_demand() {
            words.push(said.act.name().to_owned());
        }
        words.extend(stance_words(said));
    }
    words.extend(themes.map(|theme| theme.name.clone()));
    html! {
        span.facts {
            @if said.voice == Voice::TopicOnly {
                span.label title="only the subject of a speech is given" { "topic only" }
            } @else if said.is_demand() { span.label.de { "demand" } }
            " " (words.join(" · ")) (company(links, said, under))
        }
    }
}

/// Returns who else said it, and through whom the words came.
fn company(links: &Links, said: &Said, under: CharacterId) -> Markup {
    let others: Vec<CharacterId> = said.speakers().filter(|id| *id != under).collect();
    let names = |ids: &[CharacterId]| ids.iter().map(|id| name(links.report, *id)).collect::<Vec<_>>().join(", ");
    html! {
        @if !others.is_empty() { " · together with " bdi { (names(&others)) } }
        @if !said.relays.is_empty() { " · as told by " bdi { (names(&said.relays)) } }
    }
}

/// Returns the labels of stance and strength alone, where the act is plain from the place.
pub(crate) fn stance_labels(links: &Links, said: &Said) -> Markup {
    html! {
        @for words in stance_words(said) { " " span.label { (words) } }
        span.facts { (company(links, said, said.speaker)) }
    }
}

/// Returns the words of stance, strength and voice that tell something beside the act.
fn stance_words(said: &Said) -> Vec<String> {
    let told = said.stance == Stance::Neutral || (said.act == Act::Problem && said.stance == Stance::NamesProblem);
    let mut words = Vec::new();
    if !told {
        words.push(plain(said.stance.name()));
    }
    if said.strength == Strength::Implied {
        words.push(said.strength.name().to_owned());
    }
    if matches!(said.voice, Voice::Continued | Voice::Collective | Voice::Narrator) {
        words.push(said.voice.name().to_owned());
    }
    words
}
