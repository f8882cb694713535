//! Links: where in the folder of a report a thing stands.
//!
//! A small dossier is one page; in a large one the sources, the statements and the later asks have pages of their
//! own. Every `href` of a report is made here, of numbers and hexadecimal digits alone, so that no word of a paper
//! ever gets into one.

use std::collections::BTreeMap;

use rap_doc::Span;

use crate::cast::CharacterId;
use crate::report::{Report, Said};

/// How many statements stand on one page of a large report.
pub(crate) const STATEMENTS_A_PAGE: usize = 500;

/// How many asks of a theme the report itself shows when it is large, and how many each page of the rest.
const ASKS_FIRST: usize = 50;
const ASKS_A_PAGE: usize = 500;

/// How much text of sources one page holds: a browser opens a page of some megabytes at once.
const SINGLE_BYTES: usize = 3 << 20;

/// How many statements one page holds with all their links.
const SINGLE_STATEMENTS: usize = 5_000;

/// A page of a report.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Page {
    /// The report itself.
    Index,
    /// A source, by index.
    Source(usize),
    /// A run of statements, by the 0-based number of the run.
    Statements(usize),
    /// A run of asks that the report itself does not show, by the 0-based number of the run.
    Asks(usize),
}

impl Page {
    /// Returns its path in the folder.
    pub(crate) fn path(self, report: &Report) -> String {
        match self {
            Self::Index => "index.html".to_owned(),
            Self::Source(paper) => {
                let short = report.papers.get(paper).map(|card| card.source.id.short()).unwrap_or_default();
                format!("sources/{}-{short}.html", paper + 1)
            }
            Self::Statements(run) => format!("statements/{}.html", run + 1),
            Self::Asks(run) => format!("asks/{}.html", run + 1),
        }
    }
}

/// Which page everything stands on.
#[derive(Debug)]
pub(crate) struct Layout {
    /// Whether everything is on one page.
    pub(crate) single: bool,
    /// The page of each ask.
    asks: Vec<Page>,
    /// The first statement of each speaker.
    first_statement: BTreeMap<CharacterId, usize>,
}

impl Layout {
    pub(crate) fn of(report: &Report) -> Self {
        let bytes: usize = report.papers.iter().map(|paper| paper.bytes).sum();
        Self::laid_out(report, bytes <= SINGLE_BYTES && report.statements.len() <= SINGLE_STATEMENTS)
    }

    pub(crate) fn laid_out(report: &Report, single: bool) -> Self {
        let (mut in_theme, mut beyond) = (0, 0);
        let mut theme = None;
        let mut asks = Vec::with_capacity(report.asks.len());
        for ask in &report.asks {
            in_theme = if theme == Some(ask.theme) { in_theme + 1 } else { 1 };
            theme = Some(ask.theme);
            if single || in_theme <= ASKS_FIRST {
                asks.push(Page::Index);
            } else {
                asks.push(Page::Asks(beyond / ASKS_A_PAGE));
                beyond += 1;
            }
        }
        let mut first_statement = BTreeMap::new();
        for (index, said) in report.statements.iter().enumerate() {
            first_statement.entry(said.speaker).or_insert(index);
        }
        Self { single, asks, first_statement }
    }

    /// Returns the indices of the asks of a page.
    pub(crate) fn asks_on(&self, page: Page) -> impl Iterator<Item = usize> {
        self.asks.iter().enumerate().filter(move |(_, at)| **at == page).map(|(index, _)| index)
    }

    /// Returns how many pages of asks there are beside the report itself.
    pub(crate) fn ask_pages(&self) -> usize {
        self.asks.iter().filter(|page| **page != Page::Index).count().div_ceil(ASKS_A_PAGE)
    }
}

/// Where the things of one report stand, seen from one of its pages.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Links<'r> {
    pub(crate) report: &'r Report,
    pub(crate) layout: &'r Layout,
    /// The page itself, so that links within it are fragments alone.
    pub(crate) page: Page,
}

impl Links<'_> {
    /// Returns the link to an anchor of a page.
    pub(crate) fn to(&self, page: Page, anchor: &str) -> String {
        if self.layout.single || page == self.page {
            return format!("#{anchor}");
        }
        let up = if self.page == Page::Index { "" } else { "../" };
        format!("{up}{}#{anchor}", page.path(self.report))
    }

    /// Returns the link to words of a source.
    pub(crate) fn words(&self, paper: usize, span: Span) -> String {
        self.to(Page::Source(paper), &anchor(paper, span))
    }

    /// Returns the link to the quote of a statement in its source.
    pub(crate) fn quote(&self, said: &Said) -> String {
        self.words(said.paper, said.span)
    }

    /// Returns the link to a source as a whole.
    pub(crate) fn source(&self, paper: usize) -> String {
        self.to(Page::Source(paper), &source_anchor(paper))
    }

    /// Returns the link to a statement in the list of statements, by its index.
    pub(crate) fn statement(&self, index: usize) -> String {
        self.to(Page::Statements(index / STATEMENTS_A_PAGE), &statement_anchor(index))
    }

    /// Returns the link to the statements of a speaker; in a large report, to the first of them.
    pub(crate) fn speaker(&self, id: CharacterId) -> String {
        if self.layout.single {
            return self.to(Page::Index, &speaker_anchor(id));
        }
        match self.layout.first_statement.get(&id) {
            Some(index) => self.statement(*index),
            None => self.to(Page::Index, "speakers"),
        }
    }

    /// Returns the link to an ask, by its index.
    pub(crate) fn ask(&self, index: usize) -> String {
        self.to(self.layout.asks.get(index).copied().unwrap_or(Page::Index), &ask_anchor(index))
    }
}

/// Returns the anchor of words in a source: the 1-based number of the paper and the bytes.
pub(crate) fn anchor(paper: usize, span: Span) -> String {
    format!("s{}-{}-{}", paper + 1, span.start(), span.end())
}

/// Returns the anchor of a source.
pub(crate) fn source_anchor(paper: usize) -> String {
    format!("s{}", paper + 1)
}

/// Returns the anchor of a statement in the list, by its index.
pub(crate) fn statement_anchor(index: usize) -> String {
    format!("st{}", index + 1)
}

/// Returns the anchor of an ask, by its index.
pub(crate) fn ask_anchor(index: usize) -> String {
    format!("ask{}", index + 1)
}

/// Returns the anchor of a speaker.
pub(crate) fn speaker_anchor(id: CharacterId) -> String {
    format!("speaker{}", id + 1)
}

/// Returns the anchor of a theme, by its index in the codebook.
pub(crate) fn theme_anchor(theme: Option<usize>) -> String {
    theme.map_or_else(|| "theme-none".to_owned(), |theme| format!("theme{}", theme + 1))
}
