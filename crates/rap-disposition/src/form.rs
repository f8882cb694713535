//! The forms of a disposition: which columns, in which order, under which names, in which language.

use crate::disposition::CommentRow;

/// How a row is tied that touches the draft as a whole.
const WHOLE_DRAFT: &str = "whole-draft";

/// The longest name that the first column of the ISO template takes, in characters: codes of countries and liaisons.
const SHORT_BODY: usize = 4;

/// A column's meaning, whatever a form calls it.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Field {
    /// The reference of the row.
    Id,
    /// Who comments.
    Body,
    /// Reference and commenter in one cell, as the first column of the ISO template has them.
    IdAndBody,
    /// The line.
    Line,
    /// The clause or article.
    Clause,
    /// Paragraph, figure or table.
    Element,
    /// The heading of the provision.
    Heading,
    /// General, technical or editorial.
    Type,
    /// The words of the comment.
    Comment,
    /// What is to be changed.
    ProposedChange,
    /// How the row is tied to the provision.
    Link,
    /// The theme.
    Theme,
    /// Where the words stand.
    Source,
    /// Decision and reason in one cell.
    Answer,
    /// The decision alone.
    Decision,
    /// The reason alone.
    Reason,
}

/// A form that offices use.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Form {
    /// The ISO/IEC/IEEE commenting template, version 2012-03: eight columns, landscape.
    Iso,
    /// The fields of a W3C disposition of comments.
    W3c,
    /// 征求意见汇总处理表, the table in which Chinese drafters answer the opinions that they asked for.
    Chinese,
    /// A plain table with all that is known of a row, decision and reason apart.
    Plain,
}

/// A column of a form: what it holds, what it is called, and how wide it is in hundredths of the page.
pub(crate) struct Column {
    pub(crate) field: Field,
    pub(crate) name: &'static str,
    pub(crate) width: u32,
}

const fn column(field: Field, name: &'static str, width: u32) -> Column {
    Column { field, name, width }
}

const ISO: [Column; 8] = [
    column(Field::IdAndBody, "MB/NC", 10),
    column(Field::Line, "Line number", 5),
    column(Field::Clause, "Clause/ Subclause", 9),
    column(Field::Element, "Paragraph/ Figure/ Table", 9),
    column(Field::Type, "Type of comment", 5),
    column(Field::Comment, "Comments", 27),
    column(Field::ProposedChange, "Proposed change", 20),
    column(Field::Answer, "Observations of the secretariat", 15),
];

const W3C: [Column; 9] = [
    column(Field::Id, "Comment ID", 7),
    column(Field::Body, "Commenter", 12),
    column(Field::Clause, "Section", 9),
    column(Field::Type, "Type", 6),
    column(Field::Comment, "Comment", 24),
    column(Field::ProposedChange, "Proposed change", 16),
    column(Field::Decision, "Resolution", 8),
    column(Field::Reason, "Rationale", 12),
    column(Field::Source, "Link to comment", 6),
];

const CHINESE: [Column; 7] = [
    column(Field::Id, "序号", 7),
    column(Field::Clause, "条款", 10),
    column(Field::Comment, "意见内容", 33),
    column(Field::ProposedChange, "修改建议", 15),
    column(Field::Body, "提出单位", 13),
    column(Field::Answer, "处理意见及理由", 14),
    column(Field::Source, "备注", 8),
];

const PLAIN: [Column; 13] = [
    column(Field::Id, "id", 5),
    column(Field::Clause, "provision", 7),
    column(Field::Element, "element", 6),
    column(Field::Heading, "heading", 9),
    column(Field::Body, "submitters", 11),
    column(Field::Type, "type", 3),
    column(Field::Comment, "comment", 20),
    column(Field::ProposedChange, "proposed_change", 12),
    column(Field::Link, "link", 4),
    column(Field::Theme, "theme", 5),
    column(Field::Source, "source", 6),
    column(Field::Decision, "answer", 5),
    column(Field::Reason, "reason", 7),
];

/// Names of columns in forms that come back, beside those that are written here: folded, without marks.
const OTHER_NAMES: [(&str, Field); 22] = [
    ("mb", Field::IdAndBody),
    ("mbnc1", Field::IdAndBody),
    ("mb1", Field::IdAndBody),
    ("commentid", Field::Id),
    ("ref", Field::Id),
    ("no", Field::Id),
    ("commenter", Field::Body),
    ("organisation", Field::Body),
    ("organization", Field::Body),
    ("clause", Field::Clause),
    ("clausesubclauseannexfiguretable", Field::Clause),
    ("article", Field::Clause),
    ("章条编号", Field::Clause),
    ("标准章条编号", Field::Clause),
    ("条款号", Field::Clause),
    ("commentjustificationforchange", Field::Comment),
    ("意见", Field::Comment),
    ("意见和建议", Field::Comment),
    ("提出单位或个人", Field::Body),
    ("处理意见", Field::Answer),
    ("secretariatobservations", Field::Answer),
    ("处理结果", Field::Answer),
];

impl Form {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Iso, Self::W3c, Self::Chinese, Self::Plain];

    pub(crate) const fn columns(self) -> &'static [Column] {
        match self {
            Self::Iso => &ISO,
            Self::W3c => &W3C,
            Self::Chinese => &CHINESE,
            Self::Plain => &PLAIN,
        }
    }

    /// Tells whether the form is Chinese, so that decisions are named in Chinese.
    #[must_use]
    pub const fn is_chinese(self) -> bool {
        matches!(self, Self::Chinese)
    }

    /// Returns the cell of a row in a column.
    pub(crate) fn cell(self, field: Field, row: &CommentRow) -> String {
        match field {
            Field::Id => row.id.clone(),
            Field::Body => row.body.clone(),
            Field::IdAndBody if row.id.is_empty() => row.body.clone(),
            // The template's own numbering begins with the body, which is then not said twice.
            // Its column is made for two letters; whole names stand with their words in the comment.
            Field::IdAndBody if is_prefix(&row.body, &row.id) || row.body.chars().count() > SHORT_BODY => {
                row.id.clone()
            }
            Field::IdAndBody => format!("{}\n{}", row.id, row.body).trim_end().to_owned(),
            Field::Line => row.line.clone(),
            Field::Clause if row.link == WHOLE_DRAFT => {
                (if self.is_chinese() { "全文" } else { "whole draft" }).to_owned()
            }
            Field::Clause => row.clause.clone(),
            Field::Element => row.element.clone(),
            Field::Heading => row.heading.clone(),
            Field::Type => row.kind.map(|kind| kind.short().to_owned()).unwrap_or_default(),
            Field::Comment => row.comment.clone(),
            Field::ProposedChange => row.proposed_change.clone(),
            Field::Link => row.link.clone(),
            Field::Theme => row.theme.clone(),
            Field::Source => row.source.clone(),
            Field::Answer => row.answer.to_cell(self.is_chinese()),
            Field::Decision => row.answer.decision.map(|decision| decision.name().to_owned()).unwrap_or_default(),
            Field::Reason => row.answer.reason.clone(),
        }
    }
}

/// Tells whether the id is numbered under the body: `DE-002` under `DE`.
fn is_prefix(body: &str, id: &str) -> bool {
    id.strip_prefix(body).is_some_and(|rest| rest.starts_with('-'))
}

impl Field {
    /// Returns the field of a column by its printed name, in any form and language.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let folded = folded(name);
        // The template explains columns in their heads, "(e.g. 3.1)"; what is in brackets at the end is not the name.
        let bare = crate::form::folded(name.split(['(', '（']).next().unwrap_or(name));
        let known = Form::ALL.iter().flat_map(|form| form.columns()).map(|column| (column.name, column.field));
        let mut all = known.chain(OTHER_NAMES);
        all.find(|(known, _)| {
            let known = crate::form::folded(known);
            known == folded || known == bare
        })
        .map(|(_, field)| field)
    }
}

/// Returns a name without case, white space and marks.
fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
