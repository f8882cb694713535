//! Tables of comments to submissions: import, submitters, duplicates and campaigns.
