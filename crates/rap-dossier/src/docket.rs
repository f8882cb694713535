//! Submissions of dockets: rows of tables whose texts are sources, each wording once.
//!
//! Submissions are kept first and name their wording by its fingerprint; the wordings follow when they are coded. Both
//! are kept at most once, so an import that was cut short is simply run again.

use std::collections::HashSet;

use rap_doc::SourceId;
use rusqlite::{OptionalExtension, params};

use crate::{Dossier, DossierError};

/// The name of a text by its words.
pub type FingerprintBytes = [u8; 16];

/// A submission as it is kept.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SubmissionRow {
    /// The table that it stands in.
    pub docket: String,
    /// Its name in the table.
    pub id: String,
    /// Its line or row.
    pub place: u64,
    /// Its wording; none where it was received and not published.
    pub fingerprint: Option<FingerprintBytes>,
    /// What sort of submitter sent it.
    pub submitter_kind: String,
    /// Who sent it, names one after the other, parted by lines.
    pub submitter: String,
    /// The body that speaks.
    pub organisation: Option<String>,
    /// Who wrote for the submitter.
    pub representative: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its date, `2025-03-31`.
    pub date: Option<String>,
    /// For how many submissions that came in it stands.
    pub received: u32,
    /// Whether personal data is masked in its source.
    pub masked: bool,
    /// `joined` where its words come from a file, `missing` where they are in one that is not here.
    pub file: Option<String>,
    /// Its words as the table has them, where they are not those of the source.
    pub original: Option<String>,
}

impl Dossier {
    /// Keeps submissions, all of them or none; one of a docket and id that are there stays as it was.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written.
    pub fn add_submissions(&mut self, rows: &[SubmissionRow]) -> Result<usize, DossierError> {
        self.write(|transaction| {
            let mut insert = transaction.prepare_cached(
                "INSERT INTO submission (docket, id, place, fingerprint, submitter_kind, submitter, organisation,
                     representative, title, date, received, masked, file, original)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
                 ON CONFLICT (docket, id) DO NOTHING",
            )?;
            let mut new = 0;
            for row in rows {
                new += insert.execute(params![
                    row.docket,
                    row.id,
                    row.place,
                    row.fingerprint,
                    row.submitter_kind,
                    row.submitter,
                    row.organisation,
                    row.representative,
                    row.title,
                    row.date,
                    row.received,
                    row.masked,
                    row.file,
                    row.original,
                ])?;
            }
            Ok(new)
        })
    }

    /// Returns the wordings that submissions have and that are not there yet.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn missing_wordings(&self) -> Result<HashSet<FingerprintBytes>, DossierError> {
        self.read(|connection| {
            connection
                .prepare_cached(
                    "SELECT DISTINCT fingerprint FROM submission
                     WHERE fingerprint IS NOT NULL AND fingerprint NOT IN (SELECT fingerprint FROM wording)",
                )?
                .query_map([], |row| row.get(0))?
                .collect()
        })
    }

    /// Keeps wordings with the sources that hold them; a wording without words has none.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written.
    pub fn add_wordings(&mut self, wordings: &[(FingerprintBytes, Option<SourceId>)]) -> Result<(), DossierError> {
        self.write(|transaction| {
            let mut insert = transaction.prepare_cached(
                "INSERT INTO wording (fingerprint, source) VALUES (?1, (SELECT id FROM source WHERE sha256 = ?2))
                 ON CONFLICT (fingerprint) DO NOTHING",
            )?;
            for (fingerprint, source) in wordings {
                insert.execute(params![fingerprint, source.map(|source| source.to_string())])?;
            }
            Ok(())
        })
    }

    /// Keeps how many submissions came in, as a docket says it.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written.
    pub fn set_stated(&mut self, docket: &str, received: u64) -> Result<(), DossierError> {
        self.write(|transaction| {
            transaction
                .prepare_cached("INSERT INTO docket_stated VALUES (?1, ?2) ON CONFLICT DO UPDATE SET received = ?2")?
                .execute(params![docket, received])?;
            Ok(())
        })
    }

    /// Keeps what dockets are called, each title once.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written.
    pub fn add_docket_titles(&mut self, titles: &[String]) -> Result<(), DossierError> {
        self.write(|transaction| {
            let sql = "INSERT INTO docket_title (title) VALUES (?1) ON CONFLICT DO NOTHING";
            let mut insert = transaction.prepare_cached(sql)?;
            titles.iter().try_for_each(|title| insert.execute([title]).map(drop))
        })
    }

    /// Returns what dockets are called, in the order in which the titles came.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn docket_titles(&self) -> Result<Vec<String>, DossierError> {
        self.read(|connection| {
            let mut select = connection.prepare_cached("SELECT title FROM docket_title ORDER BY number")?;
            select.query_map([], |row| row.get(0))?.collect()
        })
    }

    /// Returns how many submissions came in, as the dockets say it; 0 where none does.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn stated(&self) -> Result<u64, DossierError> {
        self.read(|connection| {
            connection.query_row("SELECT ifnull(max(received), 0) FROM docket_stated", [], |row| row.get(0))
        })
    }

    /// Returns who sent a submission: the person, else the body; nothing where nobody is named.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn submitter(&self, docket: &str, id: &str) -> Result<Option<String>, DossierError> {
        self.read(|connection| {
            let name: Option<Option<String>> = connection
                .prepare_cached(
                    "SELECT coalesce(nullif(replace(submitter, char(10), ', '), ''), organisation) FROM submission
                     WHERE docket = ?1 AND id = ?2",
                )?
                .query_row([docket, id], |row| row.get(0))
                .optional()?;
            Ok(name.flatten())
        })
    }

    /// Tells whether there are submissions.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn has_submissions(&self) -> Result<bool, DossierError> {
        let one = self.read(|connection| {
            connection.query_row("SELECT 1 FROM submission LIMIT 1", [], |row| row.get::<_, i64>(0)).optional()
        })?;
        Ok(one.is_some())
    }

    /// Hands on every submission in the order in which they came, without its original words.
    ///
    /// # Errors
    ///
    /// Stops at the first error of `take`, or where the file cannot be read.
    pub fn each_submission<E: From<DossierError>>(
        &self,
        mut take: impl FnMut(SubmissionRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut stopped = None;
        let read = self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT docket, id, place, fingerprint, submitter_kind, submitter, organisation, representative, title,
                        date, received, masked, file FROM submission ORDER BY number",
            )?;
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                let submission = SubmissionRow {
                    docket: row.get(0)?,
                    id: row.get(1)?,
                    place: row.get(2)?,
                    fingerprint: row.get(3)?,
                    submitter_kind: row.get(4)?,
                    submitter: row.get(5)?,
                    organisation: row.get(6)?,
                    representative: row.get(7)?,
                    title: row.get(8)?,
                    date: row.get(9)?,
                    received: row.get(10)?,
                    masked: row.get(11)?,
                    file: row.get(12)?,
                    original: None,
                };
                if let Err(error) = take(submission) {
                    stopped = Some(error);
                    break;
                }
            }
            Ok(())
        });
        match stopped {
            Some(error) => Err(error),
            None => Ok(read?),
        }
    }

    /// Hands on every wording with its source and text, in the order in which they came.
    ///
    /// # Errors
    ///
    /// Stops at the first error of `take`, or where the file cannot be read.
    pub fn each_wording<E: From<DossierError>>(
        &self,
        mut take: impl FnMut(FingerprintBytes, &str) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut stopped = None;
        let read = self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT wording.fingerprint, ifnull(passage.text, ''), wording.number FROM wording
                 LEFT JOIN passage ON passage.source = wording.source ORDER BY wording.number, passage.start",
            )?;
            let mut rows = select.query([])?;
            let mut current: Option<(i64, FingerprintBytes, String)> = None;
            while let Some(row) = rows.next()? {
                let (fingerprint, number): (FingerprintBytes, i64) = (row.get(0)?, row.get(2)?);
                let words = row.get_ref(1)?.as_str()?;
                match &mut current {
                    Some((open, _, text)) if *open == number => text.push_str(words),
                    _ => {
                        if let Some((_, fingerprint, text)) = current.replace((number, fingerprint, words.to_owned()))
                            && let Err(error) = take(fingerprint, &text)
                        {
                            stopped = Some(error);
                            current = None;
                            break;
                        }
                    }
                }
            }
            if let Some((_, fingerprint, text)) = current
                && let Err(error) = take(fingerprint, &text)
            {
                stopped = Some(error);
            }
            Ok(())
        });
        match stopped {
            Some(error) => Err(error),
            None => Ok(read?),
        }
    }

    /// Returns how many submissions have the text of each source that is a wording, by source.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn senders(&self) -> Result<Vec<(SourceId, u64)>, DossierError> {
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT source.sha256, count(*) FROM submission
                 JOIN wording ON wording.fingerprint = submission.fingerprint
                 JOIN source ON source.id = wording.source
                 GROUP BY source.id ORDER BY source.id",
            )?;
            let rows = select.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
            let parsed = rows.map(|row| row.map(|(sha256, count)| (sha256.parse().ok(), count)));
            let known =
                parsed.filter_map(|row| row.map(|(source, count)| source.map(|source| (source, count))).transpose());
            known.collect()
        })
    }
}

#[cfg(test)]
mod tests;
