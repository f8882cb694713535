//! The report as a disposition of comments: one row for each ask and provision, the answers empty.
//!
//! The comment is what the supporters say, each in their own words and with the place; the proposed change is the
//! demand alone, in the words that stand for the ask. Nothing is added and nothing is guessed: the answer is the
//! office's. The rows of one provision stand together, in the order of the law; what touches the draft as a whole
//! comes first, as the commenting template has it, and what touches nothing last.

use std::collections::BTreeMap;

use rap_disposition::{CommentRow, CommentType, Disposition};
use rap_theme::Tie;

use crate::provisions::{LawCard, LinkCard};
use crate::report::{Report, Said};

/// Where a row stands: first the whole draft, then the provisions, then what has no home; then by ask.
type Place = (u8, usize, usize, usize);

/// Returns the disposition of a report; without a law every ask is one row without a provision.
#[must_use]
pub fn to_disposition(report: &Report) -> Disposition {
    let mut rows: BTreeMap<Place, Vec<(usize, Option<&LinkCard>)>> = BTreeMap::new();
    for (ask, card) in report.asks.iter().enumerate() {
        for &unit in &card.units {
            if report.laws.is_empty() {
                rows.entry((2, 0, 0, ask)).or_default().push((unit, None));
            }
            for (law, cards) in report.laws.iter().enumerate() {
                for link in links_of(cards, unit) {
                    rows.entry((group(link.tie), law, link.provision.unwrap_or(0), ask))
                        .or_default()
                        .push((unit, Some(link)));
                }
            }
        }
    }
    let rows = rows.iter().enumerate().map(|(index, (place, units))| row(report, index, *place, units)).collect();
    let document = report.laws.iter().map(|law| law.title.as_str()).collect::<Vec<_>>().join("; ");
    Disposition { document, rows, ..Disposition::default() }
}

fn links_of(law: &LawCard, unit: usize) -> &[LinkCard] {
    // INVARIANT: links are made unit by unit, so those of one unit stand together.
    let first = law.links.partition_point(|link| link.unit < unit);
    let end = law.links.partition_point(|link| link.unit <= unit);
    law.links.get(first..end).unwrap_or_default()
}

const fn group(tie: Tie) -> u8 {
    match tie {
        Tie::WholeDraft => 0,
        Tie::Cited | Tie::Quoted | Tie::Meant => 1,
        Tie::None => 2,
    }
}

fn row(report: &Report, index: usize, place: Place, units: &[(usize, Option<&LinkCard>)]) -> CommentRow {
    let (group, law, provision, ask) = place;
    let law = report.laws.get(law).filter(|_| group == 1);
    let (clause, element) = law.map_or_else(Default::default, |law| law.label_in_two(provision));
    let card = report.asks.get(ask);
    let representative = card.map(|card| card.representative).filter(|unit| units.iter().any(|(own, _)| own == unit));
    let unit = representative.or_else(|| units.first().map(|(unit, _)| *unit));
    let theme = card.and_then(|card| card.theme).and_then(|theme| report.codebook.themes.get(theme));
    let surest = units.iter().filter_map(|(_, link)| *link).map(|link| link.tie).min();
    let mut names: Vec<String> = Vec::new();
    let mut comments: Vec<String> = Vec::new();
    let mut sources: Vec<String> = Vec::new();
    for (unit, _) in units {
        let Some(place) = report.places.get(*unit) else { continue };
        let Some(said) = report.statements.get(place.statement) else { continue };
        let name = name(report, said);
        let source = report.papers.get(said.paper).map_or("", |paper| &paper.source.origin);
        let source = format!("{source}:{}", place.paragraph);
        let comment = format!("“{}” — {name} ({source})", said.quote);
        // Two demands of one statement are one comment.
        if !comments.contains(&comment) {
            comments.push(comment);
        }
        [(&mut names, name), (&mut sources, source)].into_iter().for_each(|(list, one)| {
            if !list.contains(&one) {
                list.push(one);
            }
        });
    }
    CommentRow {
        id: format!("RAP-{:03}", index + 1),
        body: names.join("; "),
        clause,
        element,
        heading: law
            .and_then(|law| law.provisions.get(provision))
            .map_or_else(String::new, |card| card.heading.clone()),
        kind: Some(if group == 1 { CommentType::Technical } else { CommentType::General }),
        comment: comments.join("\n"),
        proposed_change: unit
            .and_then(|unit| report.units.get(unit))
            .map_or_else(String::new, |unit| unit.quote.clone()),
        link: surest.map_or("", Tie::name).to_owned(),
        theme: theme.map_or_else(String::new, |theme| theme.name.clone()),
        source: sources.join("; "),
        ..CommentRow::default()
    }
}

/// Returns the name of a speaker as a table can hold it; a submitter whom no paper names goes by the paper.
fn name(report: &Report, said: &Said) -> String {
    let character = report.cast.characters().get(said.speaker);
    match character.map(|character| character.name.as_str()) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => report.papers.get(said.paper).map_or_else(String::new, |paper| {
            paper.source.title.clone().unwrap_or_else(|| paper.source.origin.clone())
        }),
    }
}

#[cfg(test)]
mod tests;
