//! Who spoke and for whom, who was there and silent, and every statement by speaker.

use std::collections::BTreeMap;

use super::links::{Links, STATEMENTS_A_PAGE, statement_anchor};
use super::parts::{body_beside, facts, lang_of, name, quote, reference, speaker_link};
use crate::cast::{Character, CharacterId, Presence};
use crate::from_dossier::kind_order;
use crate::report::Report;
use crate::terms::{counted, grouped, kind_heading};
use maud::{Markup, html};

/// The heading of those whom the papers do not name, and of whom they tell no body.
const NOT_NAMED: &str = "Not named";

/// People and bodies under the heading of the kind of body they speak for.
type Groups = Vec<(&'static str, Vec<CharacterId>)>;

/// Returns people and bodies by the kind of body they speak for; those without a name and a body stand last.
fn by_kind(report: &Report, ids: impl Iterator<Item = CharacterId>) -> Groups {
    let mut groups: BTreeMap<(usize, bool), (&'static str, Vec<CharacterId>)> = BTreeMap::new();
    for id in ids {
        let kind = report.cast.body_kind(id);
        let named = report.cast.characters().get(id).is_some_and(|character| character.kind.is_named());
        let nameless = kind.is_none() && !named;
        let heading = if nameless { NOT_NAMED } else { kind_heading(kind) };
        groups.entry((kind_order(kind), nameless)).or_insert((heading, Vec::new())).1.push(id);
    }
    groups.into_values().collect()
}

/// Returns those who have at least one statement, in the order of first appearance.
fn speaking(report: &Report) -> impl Iterator<Item = CharacterId> + '_ {
    let speaks = |(_, character): &(usize, &Character)| character.statements > 0;
    report.cast.characters().iter().enumerate().filter(speaks).map(|(id, _)| id)
}

/// Returns the table of speakers.
pub(crate) fn who_spoke(links: &Links) -> Markup {
    let report = links.report;
    html! {
        section #speakers aria-labelledby="speakers-title" {
            h2 #speakers-title { "Who spoke and for whom" }
            @if report.statements.is_empty() { p { "No statement is reported of anybody." } } @else {
                p.intro { "Names, roles and bodies as the papers print them. A name leads to the statements." }
                @let (named, nameless): (Groups, Groups) =
                    by_kind(report, speaking(report)).into_iter().partition(|(heading, _)| *heading != NOT_NAMED);
                (people(links, &named))
                @for (_, ids) in &nameless {
                    details {
                        summary { (counted(ids.len(), "speaker", "speakers")) " whom the papers do not name" }
                        (people(links, &nameless))
                    }
                }
            }
        }
    }
}

/// Returns a table of speakers, group by group.
fn people(links: &Links, groups: &Groups) -> Markup {
    html! {
        table.people {
            thead { tr {
                th scope="col" { "Speaker" } th scope="col" { "For" }
                th.n scope="col" { "Statements" } th.n scope="col" { "Demands" }
            } }
            @for (heading, ids) in groups { (group(links, heading, ids)) }
        }
    }
}

fn group(links: &Links, heading: &str, ids: &[CharacterId]) -> Markup {
    let sum = |count: fn(&Character) -> usize| -> usize {
        ids.iter().filter_map(|id| links.report.cast.characters().get(*id)).map(count).sum()
    };
    html! {
        tbody {
            tr.group {
                th colspan="2" scope="rowgroup" { (heading) }
                (number(sum(|character| character.statements), "statement", "statements"))
                (number(sum(|character| character.demands), "demand", "demands"))
            }
            @for id in ids { (row(links, *id)) }
        }
    }
}

fn row(links: &Links, id: CharacterId) -> Markup {
    let Some(character) = links.report.cast.characters().get(id) else { return html! {} };
    let body = body_beside(links.report, id);
    html! {
        tr {
            th scope="row" {
                (speaker_link(links, id))
                @if !character.role.is_empty() { span.role lang=[lang_of(&character.role)] { (character.role) } }
            }
            td.org lang=[lang_of(body)] { (body) }
            (number(character.statements, "statement", "statements"))
            (number(character.demands, "demand", "demands"))
        }
    }
}

/// Returns a cell with a number; where a narrow screen has no heads of columns, the unit stands behind it.
fn number(count: usize, one: &str, many: &str) -> Markup {
    html! { td.n.zero[count == 0] data-unit=(if count == 1 { one } else { many }) { (grouped(count)) } }
}

/// Returns those who were present and of whom no word is reported, with the words that say they were present.
pub(crate) fn silent(links: &Links) -> Markup {
    let report = links.report;
    html! {
        section #silent aria-labelledby="silent-title" {
            h2 #silent-title { "Who was there and silent" }
            @if report.silent.is_empty() {
                p { "Nobody: the papers name no one as present without reporting a word of them or of their people." }
            } @else {
                p.intro { "The papers say that they were present, and report no statement of them. Silence is no position." }
                table {
                    thead { tr { th scope="col" { "Present" } th scope="col" { "In these words" } } }
                    @for (heading, ids) in by_kind(report, report.silent.iter().copied()) {
                        tbody {
                            tr.group { th colspan="2" scope="rowgroup" { (heading) } }
                            @for (presence, ids) in by_presence(report, &ids) { (present(links, presence, &ids)) }
                        }
                    }
                }
            }
        }
    }
}

/// Joins those whose presence rests on the same words, in the order of the words.
fn by_presence<'r>(report: &'r Report, ids: &[CharacterId]) -> Vec<(&'r Presence, Vec<CharacterId>)> {
    let mut groups: BTreeMap<(usize, rap_doc::Span), (&Presence, Vec<CharacterId>)> = BTreeMap::new();
    for id in ids {
        if let Some(presence) = report.cast.characters().get(*id).and_then(|character| character.presence.first()) {
            groups.entry((presence.paper, presence.span)).or_insert((presence, Vec::new())).1.push(*id);
        }
    }
    groups.into_values().collect()
}

fn present(links: &Links, presence: &Presence, ids: &[CharacterId]) -> Markup {
    html! {
        tr {
            th scope="row" {
                @for (place, id) in ids.iter().enumerate() {
                    @if place > 0 { ", " }
                    @let name = name(links.report, *id);
                    bdi lang=[lang_of(&name)] { (name) }
                    @let body = body_beside(links.report, *id);
                    @if !body.is_empty() { " (" bdi lang=[lang_of(body)] { (body) } ")" }
                }
            }
            td { (quote(&presence.words, rap_doc::Language::of(&presence.words), &links.words(presence.paper, presence.span))) }
        }
    }
}

/// Returns every statement, by speaker; in a large report, where the pages of statements are.
pub(crate) fn statements(links: &Links) -> Markup {
    let report = links.report;
    html! {
        section #statements aria-labelledby="statements-title" {
            h2 #statements-title { "Every statement" }
            @if links.layout.single {
                p.intro { "By speaker. The number of a statement opens its source at the words; it is also the row of the statement in statements.csv." }
                div.filter hidden {
                    label for="filter" { "Show those with" }
                    input #filter type="search" placeholder="a word, a name, “demand”" autocomplete="off";
                    output for="filter" aria-live="polite" {}
                }
                (all_by_speaker(links))
            } @else {
                p { "The statements are on pages of their own, in the order of the papers; statements.csv has them as a table." }
                p { @for run in 0..report.statements.len().div_ceil(STATEMENTS_A_PAGE) {
                    @let last = ((run + 1) * STATEMENTS_A_PAGE).min(report.statements.len());
                    a href=(links.statement(run * STATEMENTS_A_PAGE)) { (grouped(run * STATEMENTS_A_PAGE + 1)) "–" (grouped(last)) } " "
                } }
            }
        }
    }
}

fn all_by_speaker(links: &Links) -> Markup {
    let report = links.report;
    let mut said_by: BTreeMap<CharacterId, Vec<usize>> = BTreeMap::new();
    for (index, said) in report.statements.iter().enumerate() {
        said.speakers().for_each(|id| said_by.entry(id).or_default().push(index));
    }
    let order = by_kind(report, speaking(report)).into_iter().flat_map(|(_, ids)| ids);
    html! {
        @for id in order {
            @let name = name(report, id);
            @let character = report.cast.characters().get(id);
            @let body = body_beside(report, id);
            div.speaker id=(super::links::speaker_anchor(id)) {
                h3 {
                    bdi lang=[lang_of(&name)] { (name) } " "
                    small {
                        @if let Some(role) = character.map(|character| &character.role).filter(|role| !role.is_empty()) {
                            bdi lang=[lang_of(role)] { (role) } ", "
                        }
                        @if !body.is_empty() { bdi lang=[lang_of(body)] { (body) } " · " }
                        (counted(character.map_or(0, |character| character.statements), "statement", "statements"))
                    }
                }
                ul.plain { @for index in said_by.get(&id).into_iter().flatten() { (statement(links, *index, Some(id))) } }
            }
        }
    }
}

/// Returns one statement as an item of a list; `under` is the speaker under whose name it stands, if any.
///
/// What several say together stands under each of them, and has its anchor under the first.
pub(crate) fn statement(links: &Links, index: usize, under: Option<CharacterId>) -> Markup {
    let Some(said) = links.report.statements.get(index) else { return html! {} };
    let anchor = under.is_none_or(|id| id == said.speaker).then(|| statement_anchor(index));
    html! {
        li.said id=[anchor] {
            (reference(links, index))
            (quote(&said.quote, said.language, &links.quote(said)))
            " " (facts(links, said, under.unwrap_or(said.speaker)))
            @if under.is_none() { " — " (speaker_link(links, said.speaker)) }
        }
    }
}
