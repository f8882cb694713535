//! The comparison as one page: two columns with the words that went and came, and a table of contents that shows
//! where the changes are. Self-contained, without a script; it is read on a screen, a phone and paper.

use std::io::{self, Write};

use maud::{Markup, html};
use rap_doc::Language;
use rap_law::{Change, ChangeKind, Law, PieceKind};

use super::{LawDiff, label};
use crate::to_html::page;

const STYLE: &str = include_str!("style.css");

/// What the page says about its maker.
const PROGRAM: &str = concat!("Rapporteur ", env!("CARGO_PKG_VERSION"));

impl LawDiff<'_> {
    /// Writes the comparison as a page.
    ///
    /// # Errors
    ///
    /// Returns the failure of the writer.
    pub fn write_html(&self, out: &mut impl Write) -> io::Result<()> {
        let title = format!("{} → {}", self.old_name, self.new_name);
        out.write_all(page::head_styled(&title, PROGRAM, STYLE).into_string().as_bytes())?;
        let markup = html! {
            div.frame {
                (self.header())
                div.body {
                    (self.contents())
                    main #main {
                        @for (number, change) in self.changes().enumerate() { (self.section(number, change)) }
                        footer { "Compared by " (PROGRAM) ". Struck words are in the old text alone, underlined ones in the new text alone." }
                    }
                }
            }
        };
        out.write_all(markup.into_string().as_bytes())?;
        out.write_all(page::foot(false).into_string().as_bytes())
    }

    fn header(&self) -> Markup {
        html! {
            header.top {
                p.kicker { "Two acts compared" }
                h1 { (self.old_name) span.to { " → " } (self.new_name) }
                p.lede { (self.summary()) "." }
                p.key { del { "deleted" } " " ins { "inserted" } " " span.print { "printed otherwise, not amended" } }
                div.map role="navigation" aria-label="Map of the changes" {
                    @for (number, change) in self.changes().enumerate() {
                        a class=(format!("{}-c is-{}", change.kind, change.kind)) href=(format!("#c{number}"))
                            title=(format!("{}: {}", self.name(change), change.kind)) aria-label=(self.name(change)) {}
                    }
                }
                fieldset.filter {
                    legend { "Show" }
                    @for kind in ChangeKind::ALL {
                        @let count = self.count(kind);
                        @if count > 0 {
                            label {
                                input type="checkbox" checked id=(format!("show-{kind}"));
                                span class=(format!("dot {kind}-c")) {}
                                (kind) " " (count)
                            }
                        }
                    }
                }
            }
        }
    }

    fn contents(&self) -> Markup {
        html! {
            nav.toc aria-label="Contents" {
                h2 { "Where the changes are" }
                ol {
                    @for (number, change, place) in self.places() {
                        @if let Some(place) = &place { li.place { (place) } }
                        li class=(format!("is-{}", change.kind)) {
                            a href=(format!("#c{number}")) {
                                span class=(format!("dot {}-c", change.kind)) title=(change.kind) {}
                                span { (self.name(change)) }
                                span.much { (much(change)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Returns the rows with their numbers, the first one of each chapter with its name.
    fn places(&self) -> Vec<(usize, &Change, Option<String>)> {
        let mut before = None;
        let mut places = Vec::new();
        for (number, change) in self.changes().enumerate() {
            let place = change.new.and_then(|at| label::place(self.new, at));
            let begins = change.new.is_some() && place != before;
            if begins {
                before.clone_from(&place);
            }
            places.push((number, change, place.filter(|_| begins)));
        }
        places
    }

    fn section(&self, number: usize, change: &Change) -> Markup {
        let texts = (self.old.doc.text(), self.new.doc.text());
        let sides = html! {
            div.sides {
                (side("Old", self.old, change.old, change, texts))
                (side("New", self.new, change.new, change, texts))
            }
        };
        html! {
            section.change class=(format!("is-{}", change.kind)) id=(format!("c{number}")) {
                h2 {
                    a href=(format!("#c{number}")) { (self.name(change)) }
                    span.tag { span class=(format!("dot {}-c", change.kind)) {} (change.kind) }
                }
                @if change.kind == ChangeKind::Kept {
                    details { summary { "Show the text" } (sides) }
                } @else {
                    p.say { (self.sentence(change)) "." }
                    (sides)
                }
            }
        }
    }

    /// Returns both names of a row where they differ: `Article 65 → Article 79`.
    fn name(&self, change: &Change) -> String {
        let old = change.old.map(|at| label::name(self.old, at));
        let new = change.new.map(|at| label::name(self.new, at));
        match (old, new) {
            (Some(old), Some(new)) if old == new => old,
            (Some(old), Some(new)) => format!("{old} → {new}"),
            (old, new) => old.or(new).unwrap_or_default(),
        }
    }
}

/// Returns how much of a provision changed, as the contents show it.
fn much(change: &Change) -> String {
    match (change.old, change.new) {
        (Some(_), Some(_)) if change.is_amended => format!("{:.0} %", ((1.0 - change.similarity) * 100.0).max(1.0)),
        (None, Some(_)) => "new".to_owned(),
        (Some(_), None) => "gone".to_owned(),
        _ => String::new(),
    }
}

/// Returns one side of a row; `texts` are those of both acts.
fn side(which: &str, law: &Law, at: Option<usize>, change: &Change, texts: (&str, &str)) -> Markup {
    let own = if which == "Old" { PieceKind::Deleted } else { PieceKind::Inserted };
    let Some(at) = at else {
        return html! { div.side { h3 { (which) } p.none { "no counterpart" } } };
    };
    let language = match law.doc.language() {
        Language::Other => None,
        language => Some(language.tag()),
    };
    let (old_text, new_text) = texts;
    let pieces = |heading: bool| {
        let all = change.redline.pieces.iter().enumerate();
        all.filter(move |(index, _)| (*index < change.heading_pieces) == heading).map(move |(_, piece)| {
            let (old, new) = (piece.old.of(old_text), piece.new.of(new_text));
            // White space alone is not worth a mark.
            let is_print = piece.kind == PieceKind::Variant && label::one_line(old) != label::one_line(new);
            let kind = if piece.kind == PieceKind::Variant && !is_print { PieceKind::Same } else { piece.kind };
            (kind, if own == PieceKind::Deleted { old } else { new })
        })
    };
    html! {
        div.side {
            h3 { (which) ": " (label::name(law, at)) @if let Some(place) = label::place(law, at) { ", " (place) } }
            @if change.heading_pieces > 0 { p.words.title lang=[language] { (words(pieces(true))) } }
            p.words lang=[language] { (words(pieces(false))) }
        }
    }
}

fn words<'t>(pieces: impl Iterator<Item = (PieceKind, &'t str)>) -> Markup {
    html! {
        @for (kind, words) in pieces.filter(|(_, words)| !words.is_empty()) {
            @let words = lines(words);
            @match kind {
                PieceKind::Same => (words),
                PieceKind::Variant => span.print { (words) },
                PieceKind::Deleted => del { (words) },
                PieceKind::Inserted => ins { (words) },
            }
        }
    }
}

/// Returns words with no more than one line break between two lines, so that both columns are as long.
fn lines(words: &str) -> String {
    let mut lines = String::with_capacity(words.len());
    let mut broken = false;
    for c in words.chars() {
        if broken && c.is_whitespace() {
            continue;
        }
        broken = c == '\n';
        lines.push(c);
    }
    lines
}
