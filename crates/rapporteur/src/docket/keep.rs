//! A docket in a dossier: submissions as rows, each wording coded once as a source, and the way back.
//!
//! Submissions are kept as they are read; when all are there, the wordings that are not coded yet are, in the order in
//! which they came, a batch at a time. Each batch is kept whole or not at all and nothing twice, so that an import that
//! was killed is simply started again and ends with the same dossier.

use rap_docket::{Fingerprint, Shingled, Submission, Submitter, SubmitterKind, TableFormat, Wordings};
use rap_dossier::{Dossier, SubmissionRow};
use rayon::prelude::*;

use super::{Docket, DocketOptions, Ready};
use crate::{Case, Coded, Coder, Error, Mapping, Papers};

/// How many wordings are coded and kept at once.
const BATCH: usize = 512;

/// What adding a docket came to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AddedDocket {
    /// How many submissions are new.
    pub submissions: usize,
    /// How many wordings were coded.
    pub wordings: usize,
    /// What could not be read, or only with doubt.
    pub findings: Vec<rap_doc::Finding>,
}

impl Papers {
    /// Parts the tables of dockets, with the attachments beside them, from the papers.
    #[must_use]
    pub fn parted(self) -> (Self, Self) {
        let is_table = |origin: &str| TableFormat::of_name(origin).is_some();
        if !self.papers.iter().any(|paper| is_table(&paper.origin)) {
            return (Self::default(), self);
        }
        let of_docket = |origin: &str| {
            is_table(origin) || origin.rsplit('/').next().is_some_and(|name| name.contains("_attachment"))
        };
        let (tables, papers) = self.papers.into_iter().partition(|paper| of_docket(&paper.origin));
        (Self { papers: tables, findings: Vec::new() }, Self { papers, findings: self.findings })
    }
}

impl Case {
    /// Adds the submissions of tables to the dossier; those that it holds are not added again, and each wording is read
    /// and coded once, however many sent it. `told` is called with the columns that were taken for what.
    ///
    /// # Errors
    ///
    /// Fails where the dossier cannot be written; what was added before stays, and adding once more goes on from there.
    pub fn add_docket(
        &mut self,
        tables: &Papers,
        options: DocketOptions,
        told: impl FnMut(&str, &Mapping),
    ) -> Result<AddedDocket, Error> {
        let mut added = AddedDocket::default();
        let dossier = &mut self.dossier;
        let mut docket = Docket::gather_into(tables, options, told, &mut |origin, ready| {
            let rows: Vec<SubmissionRow> = ready.iter().map(|ready| row(origin, ready)).collect();
            added.submissions += dossier.add_submissions(&rows)?;
            Ok(())
        })?;
        docket.spool.flush()?;
        for (origin, stated) in &docket.stated_by {
            self.dossier.set_stated(origin, *stated)?;
        }
        self.dossier.add_docket_titles(&docket.titles)?;
        added.wordings = self.code_wordings(&docket)?;
        self.dossier.keep_findings(&docket.findings)?;
        added.findings = docket.findings;
        Ok(added)
    }

    /// Codes the wordings that submissions of the dossier have and the dossier does not.
    fn code_wordings(&mut self, docket: &Docket) -> Result<usize, Error> {
        let missing = self.dossier.missing_wordings()?;
        let coder = Coder::new(&self.options);
        let wanted: Vec<usize> = (0..docket.spool.count())
            .filter(|wording| docket.fingerprints.get(*wording).is_some_and(|name| missing.contains(&bytes(*name))))
            .collect();
        // While one batch is written the next one is coded.
        let mut coded: Batch = Vec::new();
        for batch in wanted.chunks(BATCH) {
            let mut senders = Vec::with_capacity(batch.len());
            for wording in batch {
                let first = docket.first_of(*wording);
                let alone = docket.spool.copies(*wording) == 1;
                let sender = if alone { self.dossier.submitter(first.0, first.1)? } else { None };
                senders.push((*wording, format!("{}#{}", first.0, first.1), sender));
            }
            let dossier = &mut self.dossier;
            let (kept, next) = rayon::join(|| keep(dossier, &coded), || code(&coder, docket, senders));
            kept?;
            coded = next;
        }
        keep(&mut self.dossier, &coded)?;
        Ok(wanted.len())
    }

    /// Tells whether the dossier holds submissions of dockets.
    ///
    /// # Errors
    ///
    /// Fails where the dossier cannot be read.
    pub fn has_docket(&self) -> Result<bool, Error> {
        Ok(self.dossier.has_submissions()?)
    }

    /// Returns the docket of the dossier, as the tables gave it.
    ///
    /// # Errors
    ///
    /// Fails where the dossier cannot be read.
    pub fn docket(&self, options: DocketOptions) -> Result<Docket, Error> {
        let mut docket = Docket::new(options)?;
        let mut batch = Vec::new();
        let mut bytes = 0;
        self.dossier.each_wording::<Error>(|name, text| {
            bytes += text.len();
            batch.push((Fingerprint(u128::from_be_bytes(name)), text.to_owned()));
            if batch.len() >= super::BATCH || bytes >= super::BATCH_BYTES {
                bytes = 0;
                docket.take_wordings(std::mem::take(&mut batch))?;
            }
            Ok(())
        })?;
        docket.take_wordings(batch)?;
        docket.stated = self.dossier.stated()?;
        docket.titles = self.dossier.docket_titles()?;
        self.dossier.each_submission::<Error>(|row| {
            docket.take_row(&row);
            Ok(())
        })?;
        Ok(docket)
    }
}

impl Docket {
    /// Takes in wordings as a dossier keeps them, with their names.
    fn take_wordings(&mut self, batch: Vec<(Fingerprint, String)>) -> Result<(), Error> {
        let ready: Vec<_> = batch
            .par_iter()
            .map_init(Shingled::default, |shingled, (_, text)| {
                shingled.read(text);
                (shingled.set().to_vec(), shingled.length())
            })
            .collect();
        for ((name, text), (set, length)) in batch.into_iter().zip(ready) {
            let wording = self.spool.push(&text, &set, 0)?;
            self.sketches.push(&set, length);
            self.known.insert(name, wording);
            self.fingerprints.push(name);
        }
        Ok(())
    }

    /// Takes in a submission as a dossier keeps it.
    fn take_row(&mut self, row: &SubmissionRow) {
        let name = row.fingerprint.map(|name| Fingerprint(u128::from_be_bytes(name)));
        let wording = name.and_then(|name| self.known.get(&name).copied());
        if let Some(wording) = wording {
            self.spool.add_copy(wording);
        }
        let kind = SubmitterKind::ALL.into_iter().find(|kind| kind.name() == row.submitter_kind).unwrap_or_default();
        let submission = Submission {
            id: row.id.clone(),
            received: row.received,
            submitter: Submitter {
                kind,
                names: row.submitter.lines().map(str::to_owned).collect(),
                organisation: row.organisation.clone(),
                representative: row.representative.clone(),
            },
            ..Submission::default()
        };
        self.count(&submission);
        self.masked += u64::from(row.masked);
        self.elsewhere += u64::from(row.file.as_deref() == Some("missing"));
        self.joined += u64::from(row.file.as_deref() == Some("joined"));
        self.wordings.push(wording);
    }

    /// Returns the table and the id of the first submission of a wording.
    fn first_of(&self, wording: usize) -> (&str, &str) {
        let first = self.firsts.get(wording).copied().unwrap_or_default();
        (self.origins.get(first.1 as usize).map_or("", String::as_str), self.id(first.0 as usize))
    }
}

/// Wordings by their names, each with what was coded; nothing where it has no words.
type Batch = Vec<([u8; 16], Option<Coded>)>;

/// Codes wordings, each with where it first stands and who sent it, on all threads.
fn code(coder: &Coder, docket: &Docket, senders: Vec<(usize, String, Option<String>)>) -> Batch {
    let one = |(wording, origin, sender): (usize, String, Option<String>)| {
        let name = docket.fingerprints.get(wording).copied().map(bytes)?;
        let mut text = String::new();
        docket.spool.read(wording, &mut text);
        Some((name, (!text.trim().is_empty()).then(|| coder.code_submission(text, &origin, sender))))
    };
    senders.into_par_iter().filter_map(one).collect()
}

/// Writes a batch into the dossier.
fn keep(dossier: &mut Dossier, batch: &Batch) -> Result<(), Error> {
    if batch.is_empty() {
        return Ok(());
    }
    dossier.add_all(
        batch.iter().filter_map(|(_, coded)| coded.as_ref()).map(|coded| (&coded.entry, coded.bytes.as_slice())),
    )?;
    let sources = batch.iter().map(|(name, coded)| (*name, coded.as_ref().map(|coded| coded.entry.source.id)));
    Ok(dossier.add_wordings(&sources.collect::<Vec<_>>())?)
}

fn row(origin: &str, ready: &Ready) -> SubmissionRow {
    let Submission { id, place, submitter, title, date, received, published, text, .. } = &ready.submission;
    let file = if ready.joined { Some("joined") } else { ready.elsewhere.then_some("missing") };
    SubmissionRow {
        docket: origin.to_owned(),
        id: id.clone(),
        place: *place,
        fingerprint: published.then(|| bytes(ready.fingerprint)),
        submitter_kind: submitter.kind.name().to_owned(),
        submitter: submitter.names.join("\n"),
        organisation: submitter.organisation.clone(),
        representative: submitter.representative.clone(),
        title: title.clone(),
        date: date.map(|date| date.to_string()),
        received: *received,
        masked: ready.masked,
        file: file.map(str::to_owned),
        original: (ready.repeats || *text != ready.text).then(|| text.clone()),
    }
}

const fn bytes(name: Fingerprint) -> [u8; 16] {
    name.0.to_be_bytes()
}
