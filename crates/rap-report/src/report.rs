//! The report tree: everything that a report shows, before any exit gives it a form.
//!
//! It is made by [`ReportBuilder`](crate::ReportBuilder) and written by the exits. Texts of papers are not in it:
//! an exit that prints them reads the entries once more, and so checks every figure against the rows it writes.
//! Everything refers to everything else by index, in the order of the papers.

use rap_doc::{Finding, Language, Source, Span};
use rap_statement::{Act, BodyKind, Part, SetAside, SourceKind, Stance, Strength, Voice};
use rap_theme::{Codebook, DemandUnit};

use crate::cast::{Cast, CharacterId};
use crate::dates::SpokenDate;
use crate::discourse::DiscourseCard;
use crate::docket::DocketCard;
use crate::manifest::Manifest;
use crate::process::ProcessCard;
use crate::provisions::LawCard;
use crate::row::Range;

/// Everything that a report shows.
#[derive(Clone, PartialEq, Debug)]
pub struct Report {
    /// With what it was made.
    pub manifest: Manifest,
    /// By what it was sorted.
    pub codebook: Codebook,
    /// The papers.
    pub papers: Vec<PaperCard>,
    /// Everybody whom they name.
    pub cast: Cast,
    /// Every statement, in the order of the papers and their text.
    pub statements: Vec<Said>,
    /// Every single demand: the words and speaker of each.
    pub units: Vec<DemandUnit>,
    /// Where each single demand stands, by the index of the unit.
    pub places: Vec<UnitPlace>,
    /// The asks, by theme in the order of the codebook; within a theme those of most speakers first.
    pub asks: Vec<AskCard>,
    /// Where the law stands: up to five lines, the newest last.
    pub law: Vec<LawLine>,
    /// The submissions of dockets, where there are any.
    pub docket: Option<DocketCard>,
    /// The laws that the report was given, with the demands that are tied to each.
    pub laws: Vec<LawCard>,
    /// Events, signals and contradictions.
    pub process: ProcessCard,
    /// Statements by month.
    pub discourse: DiscourseCard,
    /// Who was present without a word being reported.
    pub silent: Vec<CharacterId>,
    /// Single demands by theme and kind of body.
    pub matrix: Matrix,
    /// What could not be read, or only with doubt.
    pub findings: Vec<Finding>,
    /// The figures that the report prints.
    pub numbers: Numbers,
}

/// A paper of the report.
#[derive(Clone, PartialEq, Debug)]
pub struct PaperCard {
    /// What it is and where it came from.
    pub source: Source,
    /// As what its parts were read.
    pub parts: Vec<Part>,
    /// How long its text is, in bytes.
    pub bytes: usize,
    /// Its statements, by index.
    pub statements: std::ops::Range<usize>,
    /// What became of its sentences.
    pub coverage: Coverage,
    /// The first of the sentences that no rule could read, [`UNREAD_SHOWN`] at most.
    pub unread: Vec<(Span, String)>,
}

/// How many unread sentences of a paper a report shows; `list ledger` gives all.
pub const UNREAD_SHOWN: usize = 200;

/// What became of the sentences of a paper.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Coverage {
    /// On which a statement or a mark of progress rests.
    pub coded: usize,
    /// That hold nothing to code, by reason, in the order of [`SetAside::ALL`].
    pub set_aside: Vec<(SetAside, usize)>,
    /// That no rule could read.
    pub unread: usize,
}

impl Coverage {
    /// Returns how many sentences hold nothing to code.
    #[must_use]
    pub fn set_aside_total(&self) -> usize {
        self.set_aside.iter().map(|(_, count)| count).sum()
    }

    /// Returns how many sentences there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.coded + self.set_aside_total() + self.unread
    }
}

/// A statement as the report shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct Said {
    /// The paper, by index.
    pub paper: usize,
    /// The quote, in bytes of the document.
    pub span: Span,
    /// Whose words they are.
    pub speaker: CharacterId,
    /// Who said it together with the speaker.
    pub together: Vec<CharacterId>,
    /// Through whom the words came, the nearest first.
    pub relays: Vec<CharacterId>,
    /// In which language.
    pub language: Language,
    /// The voice.
    pub voice: Voice,
    /// The act.
    pub act: Act,
    /// The stance.
    pub stance: Stance,
    /// The strength.
    pub strength: Strength,
    /// The themes by index in the codebook, the surest first.
    pub themes: Vec<usize>,
    /// The words, verbatim.
    pub quote: String,
}

/// Where a single demand stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnitPlace {
    /// The statement that holds it, by index.
    pub statement: usize,
    /// The item of the list that it is; none where it is the statement as a whole.
    pub item: Option<usize>,
    /// The words, in bytes.
    pub span: Span,
    /// The words, in code points.
    pub chars: Range,
    /// The words, in UTF-16 units.
    pub utf16: Range,
    /// The 1-based block.
    pub paragraph: usize,
}

/// A demand with all who make it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AskCard {
    /// The theme, by index in the codebook; none where the codebook has no such theme.
    pub theme: Option<usize>,
    /// The unit whose words stand for all.
    pub representative: usize,
    /// All units of that meaning, in the order of the papers.
    pub units: Vec<usize>,
    /// The different speakers, in the order of their first words, those who speak together each for themselves.
    pub speakers: Vec<CharacterId>,
    /// The kinds of body for which they speak, in the order of [`BodyKind::ALL`], those of no stated body last.
    pub kinds: Vec<Option<BodyKind>>,
    /// Why the demands are one: words that most of the wordings share; empty in an ask of one wording.
    pub shared: Vec<String>,
}

/// A line about where the law stands, verbatim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LawLine {
    /// The paper, by index.
    pub paper: usize,
    /// Where it stands.
    pub span: Span,
    /// The words.
    pub words: String,
    /// In which language.
    pub language: Language,
    /// As what the part of the paper that holds it was read.
    pub kind: Option<SourceKind>,
    /// Whose words they are; none where the paper itself says so.
    pub speaker: Option<CharacterId>,
    /// The latest date in the words.
    pub date: Option<SpokenDate>,
}

/// Single demands counted by theme and kind of body.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Matrix {
    /// The kinds of body that occur.
    pub kinds: Vec<Option<BodyKind>>,
    /// One row for each theme that occurs.
    pub rows: Vec<MatrixRow>,
}

/// The counts of one theme.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MatrixRow {
    /// The theme, by index in the codebook.
    pub theme: Option<usize>,
    /// The counts in the order of the kinds.
    pub counts: Vec<usize>,
}

/// The figures that a report prints in its first paragraph and its tables.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub struct Numbers {
    /// Papers read.
    pub sources: usize,
    /// People and bodies, by name, with at least one statement.
    pub speakers: usize,
    /// Groups, authors and others with at least one statement whom the papers do not name.
    pub unnamed_speakers: usize,
    /// Statements.
    pub statements: usize,
    /// Statements that are demands.
    pub demands: usize,
    /// Single demands, lists split.
    pub single_demands: usize,
    /// Different demands, equal ones joined.
    pub asks: usize,
    /// Asks that more than one speaker makes.
    pub shared_asks: usize,
    /// Present without a word being reported.
    pub silent: usize,
    /// Sentences of all papers.
    pub sentences: usize,
    /// Sentences on which a statement or mark of progress rests.
    pub coded: usize,
    /// Sentences that hold nothing to code.
    pub set_aside: usize,
    /// Sentences that no rule could read.
    pub unread: usize,
    /// What could not be read, or only with doubt.
    pub findings: usize,
}

/// Tells whether a statement asks for something: a demand whose content is given, and not by the narrator.
#[must_use]
pub fn asks_for_something(act: Act, voice: Voice) -> bool {
    act == Act::Demand && !matches!(voice, Voice::TopicOnly | Voice::Narrator)
}
