//! What people read: rows, tables, JSON and the HTML report, every sentence tied to its evidence.
//!
//! Before this crate stands `rap-dossier`, which hands over one [`Entry`](rap_dossier::Entry) after the other; after
//! it stand people. The way of an entry through this crate:
//!
//! 1. [`row`]: the wire shapes of lists and exports; a statement becomes a row as soon as its entry is there;
//! 2. [`ReportBuilder`]: takes entries one by one and makes the [`Report`] tree: the [`cast`] joined across papers,
//!    demands joined into asks, the five lines about the law, the silent, the matrix, the figures;
//! 3. the exits, `to_html`, `to_csv`, `to_json`: give the tree its forms.
//!
//! Apart from them [`LawSheet`] gives an act its forms, and [`LawDiff`] the comparison of two acts.
//!
//! Absent on purpose: the terminal, SQL, clocks and networks. Nothing here adds words to what a source says.

pub mod cast;
pub mod dates;
mod discourse;
mod discourse_rows;
mod docket;
mod error;
mod from_dossier;
mod gate;
mod law;
mod law_alignment;
mod law_diff;
mod law_sheet;
mod manifest;
mod process;
mod provisions;
mod report;
pub mod row;
mod rows;
mod terms;
pub mod to_csv;
mod to_disposition;
mod to_html;
mod to_json;
mod write;

pub use discourse::{ChangeCard, DiscourseCard, GroupCard, MonthCard, SeriesCard, Sort, Who};
pub use docket::{CampaignCard, DocketCard};
pub use error::ReportError;
pub use from_dossier::ReportBuilder;
pub use law_alignment::LawAlignment;
pub use law_diff::{Agreement, Correlation, DiffScope, LawDiff, plain_number};
pub use law_sheet::{LawCounts, LawSheet};
pub use manifest::Manifest;
pub use process::{ProcessCard, ProcessOptions};
pub use provisions::{EvidenceCard, LawCard, LinkCard, NamedLaw, ProvisionCard};
pub use report::{
    AskCard, Coverage, LawLine, Matrix, MatrixRow, Numbers, PaperCard, Report, Said, UNREAD_SHOWN, UnitPlace,
    asks_for_something,
};
pub use to_disposition::to_disposition;
pub use write::{Entries, Folder, write_report};

#[cfg(test)]
mod fixture;
