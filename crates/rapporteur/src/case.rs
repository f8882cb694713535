//! A dossier at work: papers go in, entries, asks and answers come out.

use std::path::Path;

use rap_doc::{Finding, Place, Severity};
use rap_dossier::{Added, Dossier, DossierError, Entry, Failure, Hit, Manifest};
use rap_report::{NamedLaw, Report};
use rap_theme::Codebook;

use crate::laws::{law_files, law_of};
use crate::report;
use crate::{CodeOptions, Coded, Coder, Error, Outcome, PaperFile, Papers, ReportOptions, code_all};

/// The most sentences that a search returns; whoever needs more asks a narrower question.
const MOST_HITS: usize = 1000;

/// An open dossier with the options by which its papers are read.
#[derive(Debug)]
pub struct Case {
    pub(crate) dossier: Dossier,
    pub(crate) options: CodeOptions,
}

/// What adding papers came to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct AddedPapers {
    /// How many papers are new, those enclosed in others included.
    pub new: usize,
    /// How many are new versions of papers of the same name, which are kept but no longer current.
    pub replacing: usize,
    /// How many the dossier held already, byte for byte.
    pub known: usize,
    /// What could not be read, or only with doubt, in the new papers and on the way to them.
    pub findings: Vec<Finding>,
}

/// What a check came to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Checked {
    /// How many sources were looked at.
    pub sources: usize,
    /// How many statements.
    pub statements: usize,
    /// How many lines of the ledger.
    pub sentences: usize,
    /// What does not hold.
    pub failures: Vec<Failure>,
}

impl Case {
    /// Begins a dossier in a new file; the options are kept in it and hold for every paper.
    ///
    /// # Errors
    ///
    /// Fails where the file exists or cannot be written.
    pub fn create(path: &Path, options: CodeOptions) -> Result<Self, Error> {
        let mut dossier = Dossier::create(path)?;
        dossier.set_manifest(&manifest(&options))?;
        Ok(Self { dossier, options })
    }

    /// Opens a dossier with the options that it was begun with.
    ///
    /// # Errors
    ///
    /// Fails where it is no dossier, is locked, or is one of a newer program.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let dossier = Dossier::open(path)?;
        let options = match dossier.manifest()? {
            Some(manifest) => options_of(&manifest)?,
            None => CodeOptions::default(),
        };
        Ok(Self { dossier, options })
    }

    /// Reads the papers that the dossier does not hold and adds each, whole or not at all; `done` is called after
    /// each paper.
    ///
    /// # Errors
    ///
    /// Fails where the dossier cannot be written; what was added before stays. A paper that cannot be read is a
    /// finding, and no paper at all is an error.
    pub fn add(&mut self, papers: &Papers, mut done: impl FnMut(&PaperFile)) -> Result<AddedPapers, Error> {
        if papers.papers.is_empty() {
            return Err(Error::NoPapers { findings: papers.findings.clone() });
        }
        let known = self.dossier.sources()?.into_iter().map(|source| source.id).collect();
        let coder = Coder::new(&self.options);
        let mut added = AddedPapers::default();
        let mut unopened = papers.findings.clone();
        code_all(&coder, &papers.papers, &known, std::convert::identity, |paper, outcome| {
            match outcome {
                Outcome::Coded(coded) => unopened.extend(self.keep(&coded, &mut added)?),
                Outcome::Known => added.known += 1,
                Outcome::Unopened(finding) => unopened.push(finding),
            }
            done(paper);
            Ok::<(), Error>(())
        })?;
        self.dossier.keep_findings(&unopened)?;
        added.findings.splice(..0, unopened);
        Ok(added)
    }

    /// Keeps a paper with what is enclosed in it. One that does not hold to the verbatim gate is left out and told as
    /// a finding, so that a fault of ours costs one paper and not the dossier.
    fn keep(&mut self, coded: &[Coded], added: &mut AddedPapers) -> Result<Option<Finding>, Error> {
        let entries = coded.iter().map(|coded| (&coded.entry, coded.bytes.as_slice()));
        let outcomes = match self.dossier.add_all(entries) {
            Err(error @ (DossierError::NotVerbatim { .. } | DossierError::Misfit { .. })) => {
                return Ok(coded.first().map(|coded| left_out(&coded.entry.source.origin, &error)));
            }
            outcomes => outcomes?,
        };
        for (outcome, coded) in outcomes.into_iter().zip(coded) {
            match outcome {
                Added::Known => added.known += 1,
                Added::New => added.new += 1,
                Added::Replaces(_) => added.replacing += 1,
            }
            if outcome != Added::Known {
                added.findings.extend_from_slice(&coded.entry.findings);
            }
        }
        Ok(None)
    }

    /// Keeps a law, or a draft of one, in the dossier: a file, or a folder whose files are one act. A law of the same
    /// name with other words takes the place of the older one, which is kept. A file in which no provision is found is
    /// not kept, and nothing is returned for it beside what was read.
    ///
    /// # Errors
    ///
    /// Fails where a file cannot be read or the dossier cannot be written.
    pub fn add_law(&mut self, path: &Path) -> Result<(NamedLaw, Option<Added>), Error> {
        let files = law_files(path)?;
        let law = law_of(files.clone());
        let added = if law.law.provisions.is_empty() { None } else { Some(self.dossier.add_law(&files)?) };
        Ok((law, added))
    }

    /// Returns the laws of the dossier, in the order in which they were added.
    ///
    /// # Errors
    ///
    /// Fails where the dossier cannot be read.
    pub fn laws(&self) -> Result<Vec<NamedLaw>, Error> {
        Ok(self.dossier.laws()?.into_iter().map(law_of).collect())
    }

    /// Returns what could not be opened when papers were added.
    ///
    /// # Errors
    ///
    /// Fails where the dossier cannot be read.
    pub fn unopened(&self) -> Result<Vec<Finding>, Error> {
        Ok(self.dossier.findings()?)
    }

    /// Hands on every entry, in the order in which the papers were added.
    ///
    /// # Errors
    ///
    /// Stops at the first error of `take`, or where the dossier cannot be read.
    pub fn each_entry<E: From<Error>>(&self, mut take: impl FnMut(Entry) -> Result<(), E>) -> Result<(), E> {
        for entry in self.dossier.entries().map_err(Error::from)? {
            take(entry.map_err(Error::from)?)?;
        }
        Ok(())
    }

    /// Returns the report on everything in the dossier.
    ///
    /// # Errors
    ///
    /// Fails where the dossier cannot be read, or where a number of the report does not add up.
    pub fn report(&self, beside: &ReportOptions) -> Result<Report, Error> {
        let mut report = report::of_entries(&self.options, beside, |take| {
            self.each_entry(|entry| take(&entry))?;
            self.unopened()
        })?;
        if !beside.asks_alone && self.has_docket()? {
            let campaigns = self.docket(beside.docket.clone())?.campaigns()?;
            report.docket = Some(campaigns.card());
        }
        Ok(report)
    }

    /// Keeps the asks of a report on this dossier in it, in place of those that it has.
    ///
    /// # Errors
    ///
    /// Fails where the dossier cannot be written.
    pub fn keep_asks(&mut self, report: &Report) -> Result<(), Error> {
        Ok(self.dossier.replace_asks(&report.stored_asks())?)
    }

    /// Returns the sentences that hold all the words, English in any form, Chinese anywhere.
    ///
    /// # Errors
    ///
    /// Fails where the dossier cannot be read.
    pub fn search(&mut self, words: &str) -> Result<Vec<Hit>, Error> {
        Ok(self.dossier.search(words, MOST_HITS)?)
    }

    /// Recomputes every quote, number and line of the ledger.
    ///
    /// # Errors
    ///
    /// Fails where the dossier cannot be read at all; what does not hold is returned.
    pub fn check(&self) -> Result<Checked, Error> {
        let mut checked = Checked { failures: self.dossier.check()?, ..Checked::default() };
        self.each_entry::<Error>(|entry| {
            checked.sources += 1;
            checked.statements += entry.record.statements.len();
            checked.sentences += entry.record.ledger.accounts.len();
            Ok(())
        })?;
        let kept = self.dossier.asks()?;
        if checked.failures.is_empty()
            && !kept.is_empty()
            && kept != self.report(&ReportOptions { asks_alone: true, ..ReportOptions::default() })?.stored_asks()
        {
            checked.failures.push(Failure {
                origin: self.dossier.path().display().to_string(),
                place: "asks".to_owned(),
                what: "the asks that are kept are not those that the demands give".to_owned(),
            });
        }
        Ok(checked)
    }
}

fn left_out(origin: &str, error: &DossierError) -> Finding {
    Finding {
        severity: Severity::Loss,
        code: "not-kept",
        origin: origin.to_owned(),
        place: Place::Whole,
        message: format!("the paper was left out: {error}"),
        hint: error.hint().to_owned(),
    }
}

fn manifest(options: &CodeOptions) -> Manifest {
    Manifest {
        program: report::PROGRAM.to_owned(),
        codebook_id: options.codebook.id.clone(),
        codebook_sha256: options.codebook.sha256.clone(),
        codebook_toml: options.codebook.toml.clone(),
        options: options.named(),
    }
}

fn options_of(manifest: &Manifest) -> Result<CodeOptions, Error> {
    Ok(CodeOptions::of_names(&manifest.options, Codebook::parse(&manifest.codebook_toml)?))
}
