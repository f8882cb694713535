//! Tables of comments to submissions: import, submitters, duplicates and campaigns.
//!
//! 1. [`import`] takes the bytes of a table in any form and hands on one [`Submission`] after the other; which column
//!    holds what is guessed from names and contents ([`Mapping`]) or chosen by the user. Readers, one for each form:
//!    `from_delimited`, `from_json`, `from_sheet`.
//! 2. [`plain_cell`] undoes the HTML of a cell, [`mask`] hides personal data in it.
//! 3. [`Shingled`] makes words and short runs of words of a text, [`Fingerprint`] names it by its words, [`Sketches`] keep
//!    a sample of each, and [`Survey::clusters`] finds the texts that were made from one another.
//!
//! Absent on purpose: files, storage, themes. Bytes and texts come from the caller, one by one, and nothing is kept
//! beyond some tens of bytes a text. Any bytes give submissions and findings, never an error of ours.

mod campaigns;
mod cell;
mod date;
mod encoding;
mod from_delimited;
mod from_json;
mod from_sheet;
mod import;
mod mapping;
mod mask;
mod rarity;
mod shingles;
mod signature;
mod sketches;
mod submission;
mod submitter;
mod words;

pub use campaigns::{CampaignOptions, Cluster, Join, Member, Survey, Wordings};
pub use cell::plain_cell;
pub use date::{Dated, date_of_cell};
pub use import::{Ids, ImportOptions, Imported, TableFormat, import, needs_file};
pub use mapping::{Choice, Field, Mapping};
pub use mask::{mask, personal};
pub use shingles::{Fingerprint, OwnRun, Shingled, jaccard, overlap};
pub use sketches::Sketches;
pub use submission::{Submission, points_to_file};
pub use submitter::{Submitter, SubmitterKind};
pub use words::{Word, each_word};
