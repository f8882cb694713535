//! Tables of comments to submissions: import, submitters, duplicates and campaigns.

mod campaigns;
mod rarity;
mod shingles;
mod words;

pub use campaigns::{CampaignOptions, Cluster, Join, Member, Survey, Wordings};
pub use rarity::Rarity;
pub use shingles::{Fingerprint, OwnRun, Shingled, jaccard, overlap};
pub use words::{Word, each_word};
