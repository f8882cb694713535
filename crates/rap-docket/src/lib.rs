//! Tables of comments to submissions: import, submitters, duplicates and campaigns.

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
mod submission;
mod submitter;
mod words;

pub use campaigns::{CampaignOptions, Cluster, Join, Member, Survey, Wordings};
pub use cell::plain_cell;
pub use date::{Dated, date_of_cell};
pub use import::{Ids, ImportOptions, Imported, TableFormat, import, needs_file};
pub use mapping::{Choice, Field, Mapping};
pub use mask::{mask, personal};
pub use rarity::Rarity;
pub use shingles::{Fingerprint, OwnRun, Shingled, jaccard, overlap};
pub use submission::{Submission, points_to_file};
pub use submitter::{Submitter, SubmitterKind};
pub use words::{Word, each_word};
