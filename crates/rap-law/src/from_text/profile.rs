//! What the basic unit of an act is, judged from all its lines before the tree is grown.

use std::ops::Range;

use super::lines::Line;
use crate::mark::ItemStyle;
use crate::provision::ProvisionKind;

/// The basic numbered unit of an act.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub(super) enum Basis {
    /// `Article 5`, 第五条.
    Article,
    /// `Section 5`, `SEC. 5.`, `§ 5`.
    Section,
    /// `5. Short title.—`: a bare number.
    Number,
    /// Only `(5)` paragraphs: a list of recitals.
    Recital,
}

/// What is known of an act before its tree is grown.
#[derive(Copy, Clone, Debug)]
pub(super) struct Profile {
    pub(super) basis: Basis,
}

impl Profile {
    pub(super) fn of(text: &str, lines: &[Line], contents: &Range<usize>) -> Self {
        let mut articles = 0;
        let mut sections = 0;
        let mut divisions = 0;
        let mut dotted = 0;
        let mut bracketed = 0;
        let body = lines.iter().enumerate().filter(|(index, _)| !contents.contains(index)).map(|(_, line)| line);
        for line in body {
            if let Some(division) = &line.division {
                divisions += 1;
                articles += usize::from(division.kind == ProvisionKind::Article);
                sections += usize::from(division.kind == ProvisionKind::Section && division.prefix == "sec");
            }
            if let Some(item) = &line.item {
                dotted += usize::from(item.style == ItemStyle::Dotted);
                let long = item.rest.of(text).len() > 60;
                bracketed += usize::from(item.style == ItemStyle::Bracketed && long);
            }
        }
        let basis = match (articles, sections, dotted) {
            (1.., ..) => Basis::Article,
            (0, 1.., _) => Basis::Section,
            (0, 0, 1..) => Basis::Number,
            _ if bracketed > 0 && divisions == 0 => Basis::Recital,
            _ => Basis::Article,
        };
        Self { basis }
    }
}
