//! The docket of a report: the counts that stand side by side, and the campaigns, as the facade found them.

use serde::Serialize;

/// What a report says of the submissions of dockets.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct DocketCard {
    /// Submissions that came in.
    pub received: u64,
    /// Submissions that were published.
    pub published: u64,
    /// Texts, a campaign counted once.
    pub distinct: u64,
    /// Submissions that belong to a campaign.
    pub in_campaigns: u64,
    /// Those of them that add words of their own.
    pub with_own_words: u64,
    /// The least likeness of the texts of a campaign.
    pub threshold: f64,
    /// Different texts word by word: what the stages ran on, each once.
    pub wordings: u64,
    /// Submissions whose words are in a file that is not here.
    pub in_missing_files: u64,
    /// Submissions in which personal data is masked.
    pub masked: u64,
    /// Submissions by kind of submitter.
    pub submitters: Vec<(&'static str, u64)>,
    /// Threshold, campaigns and their submissions.
    pub sensitivity: Vec<(f64, usize, u64)>,
    /// The campaigns, the largest first.
    pub campaigns: Vec<CampaignCard>,
}

/// A campaign of a report.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct CampaignCard {
    /// Its number from 1.
    pub id: usize,
    /// How many submissions it has.
    pub size: usize,
    /// `exact`, `near`, `contained` or `mixed`.
    pub kind: &'static str,
    /// How many wordings.
    pub wordings: usize,
    /// How many of its submissions add words of their own.
    pub with_own_words: u64,
    /// The submission that stands for all.
    pub representative: String,
    /// Its first words.
    pub opening: String,
}
