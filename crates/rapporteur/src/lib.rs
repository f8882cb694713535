//! Rapporteur: from a folder of papers about a draft law to a report whose every sentence leads to its evidence.
//!
//! This is the facade. It runs the stages in their order and is all that the terminal and other programs talk to:
//!
//! 1. [`Papers::below`] lists the files below the paths that a user names.
//! 2. [`Coder::code`] takes the bytes of one paper through the stages: `rap_read::read` makes the document,
//!    `rap_statement::attribute` the record of who said what, `rap_theme::Tagger` the themes. The outcome is an
//!    [`Entry`]. [`code_all`] does so for many papers on every core, in order, a batch at a time.
//! 3. [`Case`] keeps entries in a dossier, one SQLite file; a paper that it holds is not read again.
//! 4. [`Case::report`] joins the demands of all papers into asks and makes the report tree, and [`ReportFolder`]
//!    writes it with its tables and its data.
//!
//! [`Docket`] reads tables of comments and folders of letters, and [`Campaigns`] says which of them are one text.
//!
//! [`read_law`] reads an act, [`Case::add_law`] keeps one in a dossier, [`compare()`] tells what became of its provisions in another one, and [`LawDiff`] shows it.
//!
//! [`Listing`] hands out entries and reports for lists, from a dossier or straight from papers.
//!
//! ```no_run
//! use rapporteur::{CodeOptions, Papers, ReportFolder, ReportOptions};
//!
//! let mut folder = ReportFolder::prepare("report".as_ref())?;
//! let mut case = folder.new_case(CodeOptions::default())?;
//! case.add(&Papers::below(&["papers".into()]), |_| ())?;
//! let report = case.report(&ReportOptions::default())?;
//! case.keep_asks(&report)?;
//! folder.write(case, &report)?;
//! # Ok::<(), rapporteur::Error>(())
//! ```
//!
//! Absent on purpose: the terminal, HTTP, SQL, formats. Same papers and options, same bytes out.

mod batch;
mod case;
mod cited;
mod coder;
mod dispositions;
mod docket;
mod error;
mod laws;
mod listing;
mod papers;
mod process;
mod report;

pub use batch::{Outcome, code_all, use_threads};
pub use case::{AddedPapers, Case, Checked};
pub use cited::references_of;
pub use coder::{CodeOptions, Coded, Coder};
pub use dispositions::{read_disposition, take_answers, write_disposition};
pub use docket::{
    AddedDocket, Campaign, Campaigns, Differing, Docket, DocketCounts, DocketOptions, Sensitivity, SubmitterCounts,
};
pub use error::Error;
pub use laws::{codebook_terms, law_name, read_amendments, read_law};
pub use listing::Listing;
pub use papers::{PaperFile, Papers, is_dossier};
pub use process::{calendar, read_events, read_procedure};
pub use rap_disposition::{Answer, CommentRow, CommentType, Counts, Decision, Disposition, Form};
pub use rap_doc::OffsetIndex;
pub use rap_docket::{CampaignOptions, Choice, Field, Mapping};
pub use rap_dossier::{Added, Entry};
pub use rap_law::{
    AlignOptions, Aligned, Alignment, Amended, Amendment, CompareOptions, Comparison, Fate, Law, Level, Term, Terms,
    align, amend, compare,
};
pub use rap_law::{Instruments, to_akoma_ntoso};
pub use rap_process::{Procedure, SignalOptions};
pub use rap_report::{
    Agreement, Correlation, DiffScope, LawAlignment, LawDiff, LawSheet, NamedLaw, ProcessOptions, row, to_csv,
    to_disposition,
};
pub use rap_statement::{Finders, SourceKind};
pub use rap_theme::Codebook;

pub use report::{ReportFolder, ReportOptions};
