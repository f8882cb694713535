//! The sources: the text of every paper with its statements marked, so that each quote can be read where it stands.

use maud::{Markup, PreEscaped, html};
use rap_doc::{Block, BlockKind, Span};
use rap_dossier::Entry;
use rap_statement::{Account, Voice};

use super::coverage::read_as;
use super::links::{Links, Page, anchor, source_anchor};
use super::marks::{Look, Mark, MarkedText, Note};
use super::parts::{lang, lang_of};
use crate::report::Report;

/// Returns a source: its heading, what it is, and its text.
pub(crate) fn source(links: &Links, paper: usize, entry: &Entry) -> Markup {
    let Some(card) = links.report.papers.get(paper) else { return html! {} };
    let title = card.source.title.as_deref().unwrap_or(&card.source.origin);
    html! {
        article.source id=(source_anchor(paper)) {
            h3 lang=[lang_of(title)] { (title) }
            p.small.dim {
                bdi { (card.source.origin) } " · read as " (read_as(card))
                @if let Some(date) = card.source.date { " · " time datetime=(date) { (date) } }
                " · " span.hash { (card.source.id.short()) }
            }
            div.text { (PreEscaped(text(links, paper, entry))) }
            p.back { a href=(links.to(Page::Index, "asks")) { "Back to what they ask" } }
        }
    }
}

/// Returns the key to the marks.
pub(crate) fn key() -> Markup {
    html! {
        ul.key {
            li { mark.st.de { "a demand" } } li { mark.st { "another statement" } }
            li { b { "who speaks" } } li { em { "the words that attribute" } }
            li { span.unread { "not read by any rule" } }
            li { "a small number leads back to the statement" }
        }
    }
}

fn text(links: &Links, paper: usize, entry: &Entry) -> String {
    let mut html = String::with_capacity(entry.doc.text().len() * 3 / 2);
    let mut marked = MarkedText::new(entry.doc.text(), marks(links, paper, entry));
    let mut page = None;
    for block in entry.doc.blocks() {
        let (tag, class) = element(block);
        html.push('<');
        html.push_str(tag);
        html.push_str(class);
        if let Some(language) = lang(block.language) {
            html.push_str(&format!(" lang=\"{language}\""));
        }
        html.push('>');
        if let Some(number) = block.origin.page
            && page.replace(number) != Some(number)
        {
            html.push_str(&format!("<span class=\"page\">p. {number}</span>"));
        }
        marked.push_block(block.span, &mut html);
        html.push_str(&format!("</{tag}>\n"));
    }
    html.push_str("<p>");
    marked.push_rest(&mut html);
    html.push_str("</p>");
    html
}

/// Returns the element and class of a block.
fn element(block: &Block) -> (&'static str, &'static str) {
    match block.kind {
        BlockKind::Heading(1) => ("h4", ""),
        BlockKind::Heading(2) => ("h5", ""),
        BlockKind::Heading(_) => ("h6", ""),
        BlockKind::ListItem => ("p", " class=\"li\""),
        BlockKind::TableCell => ("p", " class=\"cell\""),
        BlockKind::Quote => ("p", " class=\"quote\""),
        BlockKind::Caption => ("p", " class=\"caption\""),
        BlockKind::Furniture => ("p", " class=\"furniture\""),
        _ => ("p", ""),
    }
}

/// Returns everything that the report says about words of this paper; anchors of equal words stand once.
fn marks(links: &Links, paper: usize, entry: &Entry) -> Vec<Mark> {
    let report = links.report;
    let first = report.papers.get(paper).map_or(0, |card| card.statements.start);
    let mut marks = Vec::new();
    for (index, statement) in (first..).zip(&entry.record.statements) {
        let demand = report.statements.get(index).is_some_and(crate::report::Said::is_demand);
        marks.push(Mark {
            span: statement.quote(),
            look: if demand { Look::Demand } else { Look::Statement },
            anchor: Some(anchor(paper, statement.quote())),
            notes: vec![Note { number: index + 1, href: links.statement(index) }],
        });
        let plain = |span: &Span, look| Mark { span: *span, look, anchor: None, notes: vec![] };
        marks.extend(statement.cue.iter().map(|span| plain(span, Look::Cue)));
        if statement.voice != Voice::Continued {
            marks.extend(statement.mention.iter().map(|span| plain(span, Look::Mention)));
        }
    }
    marks.extend(anchored(report, paper, entry));
    joined(marks)
}

/// Returns the marks of words that are no statement and are linked to all the same.
fn anchored(report: &Report, paper: usize, entry: &Entry) -> Vec<Mark> {
    let mark = |span: Span, look| Mark { span, look, anchor: Some(anchor(paper, span)), notes: vec![] };
    let own = report.papers.get(paper).map_or(0..0, |card| card.statements.clone());
    let from = report.places.partition_point(|place| place.statement < own.start);
    let to = report.places.partition_point(|place| place.statement < own.end);
    let units = report
        .places
        .get(from..to)
        .unwrap_or_default()
        .iter()
        .filter(|place| report.statements.get(place.statement).is_some_and(|said| said.span != place.span));
    let presence = report.silent.iter().filter_map(|id| report.cast.characters().get(*id)?.presence.first());
    let accounts = entry.record.ledger.accounts.iter().copied().chain(std::iter::repeat(Account::Unread));
    let unread = entry.doc.sentences().iter().zip(accounts).filter(|(_, account)| *account == Account::Unread);
    let mut marks: Vec<Mark> = units.map(|place| mark(place.span, Look::Item)).collect();
    marks.extend(presence.filter(|words| words.paper == paper).map(|words| mark(words.span, Look::Plain)));
    marks.extend(report.law.iter().filter(|line| line.paper == paper).map(|line| mark(line.span, Look::Plain)));
    marks.extend(unread.map(|(sentence, _)| mark(sentence.span, Look::Unread)));
    marks.extend(super::process::anchored(report, paper).map(|span| mark(span, Look::Plain)));
    marks
}

/// Joins marks of equal words and look, and leaves each anchor to one of the marks on its words.
fn joined(mut marks: Vec<Mark>) -> Vec<Mark> {
    marks.sort_by_key(|mark| (mark.span, mark.look, mark.notes.first().map(|note| note.number)));
    let mut joined: Vec<Mark> = Vec::with_capacity(marks.len());
    for mut mark in marks {
        match joined.last_mut() {
            Some(last) if last.span == mark.span && last.look == mark.look => {
                last.notes.append(&mut mark.notes);
                last.anchor = last.anchor.take().or(mark.anchor);
            }
            _ => joined.push(mark),
        }
    }
    let mut anchored = None;
    for mark in &mut joined {
        if mark.anchor.is_some() && anchored.replace(mark.span) == Some(mark.span) {
            mark.anchor = None;
        }
    }
    joined
}
