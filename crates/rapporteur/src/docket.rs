//! A docket: tables of comments, or a folder of letters, to submissions whose equal texts are one.
//!
//! Submissions flow through in batches: marks of HTML are undone, personal data is masked, the words get their
//! fingerprint, all on every core. What stays in memory of a submission is its id and the number of its wording; the
//! texts lie in a temporary file, each wording once. So memory grows by some tens of bytes a submission.

mod campaigns;
mod files;
mod keep;
mod spool;

use rap_doc::{Finding, Place, Severity};
use rap_docket::{
    CampaignOptions, Choice, Fingerprint, Ids, ImportOptions, Mapping, Shingled, Sketches, Submission, SubmitterKind,
    TableFormat, import, mask, needs_file, plain_cell,
};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::papers::open;
use crate::{Error, PaperFile, Papers};
pub use campaigns::{Campaign, Campaigns, Differing, DocketCounts, Sensitivity, SubmitterCounts};
use files::Files;
pub use keep::AddedDocket;
use spool::Spool;

/// How many submissions are in memory at once, and how many bytes of their words.
const BATCH: usize = 4096;
const BATCH_BYTES: usize = 16 << 20;

/// Says how a docket is to be read.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct DocketOptions {
    /// Which columns hold what, where the user says so.
    pub choices: Vec<Choice>,
    /// When texts are one campaign.
    pub campaigns: CampaignOptions,
    /// Whether personal data stays as it is.
    pub unmasked: bool,
}

/// The submissions of a docket.
#[derive(Debug)]
pub struct Docket {
    options: DocketOptions,
    spool: Spool,
    known: FxHashMap<Fingerprint, u32>,
    /// The name of each wording, and its first submission with the number of its table.
    fingerprints: Vec<Fingerprint>,
    firsts: Vec<(u32, u32)>,
    origins: Vec<String>,
    sketches: Sketches,
    /// The ids one after the other, and where each ends.
    ids: String,
    ends: Vec<usize>,
    /// The wording of each submission; none for one that was not published.
    wordings: Vec<Option<u32>>,
    received: u64,
    stated: u64,
    stated_by: Vec<(String, u64)>,
    /// What the docket is called.
    titles: Vec<String>,
    submitters: SubmitterCounts,
    senders: FxHashMap<u64, u32>,
    /// Submissions that are in a file that is not here.
    elsewhere: u64,
    joined: u64,
    masked: u64,
    mappings: Vec<(String, Mapping)>,
    findings: Vec<Finding>,
}

/// A submission as it is after everything that can be done to it alone.
struct Ready {
    submission: Submission,
    text: String,
    fingerprint: Fingerprint,
    /// Its shingles, where its wording is new, and how many words it has.
    set: Vec<u32>,
    length: usize,
    masked: bool,
    elsewhere: bool,
    joined: bool,
    /// Whether another submission had this wording before, in signs that may differ.
    repeats: bool,
    findings: Vec<Finding>,
}

/// Takes a batch of submissions of one table as they are ready.
type Keep<'k> = dyn FnMut(&str, &[Ready]) -> Result<(), Error> + 'k;

impl Docket {
    /// Reads the docket below these paths: its tables with the attachments beside them, or its letters.
    ///
    /// `told` is called for each table with the columns that were taken for what.
    ///
    /// # Errors
    ///
    /// Fails where nothing can be read, where a chosen column is not there, or where no temporary file can be written.
    pub fn gather(papers: &Papers, options: DocketOptions, told: impl FnMut(&str, &Mapping)) -> Result<Self, Error> {
        Self::gather_into(papers, options, told, &mut |_, _| Ok(()))
    }

    /// Does the same and hands each batch of submissions to `keep`.
    fn gather_into(
        papers: &Papers,
        options: DocketOptions,
        mut told: impl FnMut(&str, &Mapping),
        keep: &mut Keep<'_>,
    ) -> Result<Self, Error> {
        let mut docket = Self::new(options)?;
        docket.findings.extend(papers.findings.iter().cloned());
        let (tables, others): (Vec<_>, Vec<_>) =
            papers.papers.iter().cloned().partition(|paper| TableFormat::of_name(&paper.origin).is_some());
        let (parquet, others): (Vec<_>, Vec<_>) = others.into_iter().partition(files::is_parquet);
        docket.findings.extend(parquet.iter().map(files::unread_parquet));
        if tables.is_empty() && others.is_empty() {
            return Err(Error::NoPapers { findings: docket.findings });
        }
        let among = papers.papers.len() > 1;
        let mut files = Files::of(others);
        let mut ids = Ids::default();
        for table in &tables {
            docket.read_table(table, &files, (&mut ids, among), (&mut told, &mut *keep))?;
        }
        if docket.ends.is_empty() {
            docket.read_letters(&files.take_all(), keep)?;
        } else {
            docket.findings.extend(files.unjoined());
        }
        if docket.ends.is_empty() && docket.findings.iter().all(|finding| finding.severity != Severity::Note) {
            return Err(Error::NoSubmissions { findings: docket.findings });
        }
        Ok(docket)
    }

    fn new(options: DocketOptions) -> Result<Self, Error> {
        Ok(Self {
            options,
            spool: Spool::new()?,
            known: FxHashMap::default(),
            fingerprints: Vec::new(),
            firsts: Vec::new(),
            origins: Vec::new(),
            sketches: Sketches::default(),
            ids: String::new(),
            ends: Vec::new(),
            wordings: Vec::new(),
            received: 0,
            stated: 0,
            stated_by: Vec::new(),
            titles: Vec::new(),
            submitters: SubmitterCounts::default(),
            senders: FxHashMap::default(),
            elsewhere: 0,
            joined: 0,
            masked: 0,
            mappings: Vec::new(),
            findings: Vec::new(),
        })
    }

    /// Returns what could not be read, or only with doubt.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    fn read_table(
        &mut self,
        table: &PaperFile,
        files: &Files,
        (ids, among): (&mut Ids, bool),
        (told, keep): (&mut impl FnMut(&str, &Mapping), &mut Keep<'_>),
    ) -> Result<(), Error> {
        let format = TableFormat::of_name(&table.origin).unwrap_or(TableFormat::Delimited);
        let options = ImportOptions { choices: self.options.choices.clone(), among_others: among };
        let input = match open(table) {
            Ok(input) => input,
            Err(finding) => {
                self.findings.push(finding);
                return Ok(());
            }
        };
        let mut batch = Vec::new();
        let mut bytes = 0;
        let imported = import(format, input, &table.origin, &options, ids, |submission| {
            bytes += submission.text.len();
            batch.push(submission);
            if batch.len() >= BATCH || bytes >= BATCH_BYTES {
                bytes = 0;
                self.take(std::mem::take(&mut batch), files, &table.origin, keep)?;
            }
            Ok::<(), Error>(())
        })?;
        self.take(batch, files, &table.origin, keep)?;
        if !imported.missing.is_empty() {
            return Err(Error::NoColumn {
                table: table.origin.clone(),
                missing: imported.missing,
                columns: imported.columns,
            });
        }
        self.stated = self.stated.max(imported.stated);
        if imported.stated > 0 {
            self.stated_by.push((table.origin.clone(), imported.stated));
        }
        for title in imported.titles {
            if !self.titles.contains(&title) {
                self.titles.push(title);
            }
        }
        self.findings.extend(imported.findings);
        if imported.submissions > 0 {
            if self.mappings.last().is_none_or(|(_, last)| *last != imported.mapping) {
                told(&table.origin, &imported.mapping);
            }
            self.mappings.push((table.origin.clone(), imported.mapping));
        }
        Ok(())
    }

    /// Takes each file as a letter; its name is its id.
    fn read_letters(&mut self, letters: &[PaperFile], keep: &mut Keep<'_>) -> Result<(), Error> {
        let none = Files::default();
        for batch in letters.chunks(64) {
            let read: Vec<_> = batch.par_iter().map(files::letter).collect();
            let mut submissions = Vec::new();
            for (letter, findings) in read {
                self.findings.extend(findings);
                submissions.extend(letter);
            }
            self.take(submissions, &none, "", keep)?;
        }
        Ok(())
    }

    /// Takes a batch of submissions in.
    fn take(&mut self, batch: Vec<Submission>, files: &Files, origin: &str, keep: &mut Keep<'_>) -> Result<(), Error> {
        let unmasked = self.options.unmasked;
        let known = &self.known;
        let mut ready: Vec<Ready> = batch
            .into_par_iter()
            .map_init(Shingled::default, |shingled, submission| {
                ready(submission, (files, origin), unmasked, (known, shingled))
            })
            .collect();
        if self.origins.last().is_none_or(|last| last != origin) {
            self.origins.push(origin.to_owned());
        }
        for ready in &mut ready {
            self.take_one(ready)?;
        }
        keep(origin, &ready)
    }

    fn take_one(&mut self, ready: &mut Ready) -> Result<(), Error> {
        self.findings.append(&mut ready.findings);
        self.masked += u64::from(ready.masked);
        self.elsewhere += u64::from(ready.elsewhere);
        self.joined += u64::from(ready.joined);
        self.count(&ready.submission);
        if !ready.submission.published {
            self.wordings.push(None);
            return Ok(());
        }
        if let Some(wording) = self.known.get(&ready.fingerprint).copied() {
            ready.repeats = true;
            self.spool.add_copy(wording);
            self.wordings.push(Some(wording));
            return Ok(());
        }
        let wording = self.spool.push(&ready.text, &ready.set, 1)?;
        self.sketches.push(&ready.set, ready.length);
        self.known.insert(ready.fingerprint, wording);
        self.fingerprints.push(ready.fingerprint);
        let table = u32::try_from(self.origins.len()).unwrap_or(u32::MAX).saturating_sub(1);
        self.firsts.push((u32::try_from(self.wordings.len()).unwrap_or(u32::MAX), table));
        self.wordings.push(Some(wording));
        Ok(())
    }

    /// Counts a submission and keeps its id.
    fn count(&mut self, submission: &Submission) {
        self.ids.push_str(&submission.id);
        self.ends.push(self.ids.len());
        self.received += u64::from(submission.received);
        self.count_submitter(submission);
    }

    fn count_submitter(&mut self, submission: &Submission) {
        use std::hash::{Hash, Hasher};
        let kind = submission.submitter.kind;
        let index = SubmitterKind::ALL.iter().position(|known| *known == kind);
        if let Some(count) = index.and_then(|index| self.submitters.kinds.get_mut(index)) {
            *count += 1;
        }
        if let Some(key) = submission.submitter.key() {
            let mut hasher = rustc_hash::FxHasher::default();
            key.hash(&mut hasher);
            *self.senders.entry(hasher.finish()).or_default() += 1;
        }
    }

    fn id(&self, submission: usize) -> &str {
        let start = submission.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(submission).copied().unwrap_or(start);
        self.ids.get(start..end).unwrap_or_default()
    }
}

/// Does with a submission all that needs no other one.
fn ready(
    mut submission: Submission,
    (files, origin): (&Files, &str),
    unmasked: bool,
    (known, shingled): (&FxHashMap<Fingerprint, u32>, &mut Shingled),
) -> Ready {
    let mut findings = Vec::new();
    let needs = needs_file(&submission);
    let attached = files.attached_to(&submission, &mut findings);
    let own = plain_cell(&submission.text);
    let mut text = if needs && !attached.is_empty() { String::new() } else { own.into_owned() };
    for words in &attached {
        if !text.trim().is_empty() {
            text.push_str("\n\n");
        }
        text.push_str(words);
    }
    submission.submitter.read_letter(&text);
    let mut masked = false;
    if !unmasked && let Some(hidden) = mask(&text) {
        text = hidden;
        masked = true;
    }
    shingled.read_words(&text);
    let fingerprint = shingled.fingerprint();
    if !known.contains_key(&fingerprint) {
        shingled.cut();
    }
    let elsewhere = needs && submission.published && attached.is_empty();
    if elsewhere && !submission.attachments.is_empty() {
        let message = format!("submission `{}` is in a file that is not here", submission.id);
        findings.push(Finding {
            severity: Severity::Note,
            code: "attachment-missing",
            origin: origin.to_owned(),
            place: Place::Path(format!("submission {}", submission.id)),
            message,
            hint: "put the attachments into the folder of the table and name the folder".to_owned(),
        });
    }
    let (set, length, joined) = (shingled.set().to_vec(), shingled.length(), !attached.is_empty());
    Ready { submission, text, fingerprint, set, length, masked, elsewhere, joined, repeats: false, findings }
}
