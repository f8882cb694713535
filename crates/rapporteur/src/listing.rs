//! Entries for lists: from a dossier, or straight from papers without one.

use std::collections::BTreeSet;
use std::path::PathBuf;

use rap_doc::Finding;
use rap_dossier::Entry;
use rap_report::{NamedLaw, Report};

use crate::{Case, CodeOptions, Coder, Error, Outcome, Papers, ReportOptions, code_all, is_dossier, report};

/// What a list is made of: a dossier, or files and folders that are read on the way.
#[derive(Debug)]
pub enum Listing {
    /// Everything that a dossier holds.
    Dossier(Box<Case>),
    /// The papers below some paths, coded as they are listed and forgotten again.
    Papers(Box<Papers>, CodeOptions),
}

impl Listing {
    /// Opens the one dossier that is named, or lists the papers below the paths.
    ///
    /// # Errors
    ///
    /// Returns why the dossier cannot be opened; paths that cannot be read are findings.
    pub fn open(paths: &[PathBuf], options: CodeOptions) -> Result<Self, Error> {
        match paths {
            [dossier] if is_dossier(dossier) => Ok(Self::Dossier(Box::new(Case::open(dossier)?))),
            paths => Ok(Self::Papers(Box::new(Papers::below(paths)), options)),
        }
    }

    /// Makes something of every entry, on all threads where papers are read on the way, and hands it on in the order
    /// of the origins; returns what could not be opened.
    ///
    /// # Errors
    ///
    /// Stops at the first error of `take`, or where the dossier cannot be read.
    pub fn each_made<T: Send, E: From<Error>>(
        &self,
        make: impl Fn(Entry) -> T + Sync,
        mut take: impl FnMut(T) -> Result<(), E>,
    ) -> Result<Vec<Finding>, E> {
        match self {
            Self::Dossier(case) => {
                case.each_entry(|entry| take(make(entry)))?;
                Ok(case.unopened()?)
            }
            Self::Papers(papers, options) => {
                let mut unopened = papers.findings.clone();
                let made = |outcome| match outcome {
                    Outcome::Coded(coded) => Ok(coded.into_iter().map(|coded| make(coded.entry)).collect()),
                    Outcome::Unopened(finding) => Err(finding),
                    Outcome::Known => Ok(Vec::new()),
                };
                code_all(&Coder::new(options), &papers.papers, &BTreeSet::new(), made, |_, made| match made {
                    Ok(made) => made.into_iter().try_for_each(&mut take),
                    Err(finding) => {
                        unopened.push(finding);
                        Ok(())
                    }
                })?;
                Ok(unopened)
            }
        }
    }

    /// Returns the laws that the dossier holds; none where papers are read on the way.
    ///
    /// # Errors
    ///
    /// Returns why the dossier cannot be read.
    pub fn laws(&self) -> Result<Vec<NamedLaw>, Error> {
        match self {
            Self::Dossier(case) => case.laws(),
            Self::Papers(..) => Ok(Vec::new()),
        }
    }

    /// Returns the report on all entries: what actors, asks and themes are listed from.
    ///
    /// # Errors
    ///
    /// Returns why the dossier cannot be read.
    pub fn report(&self, beside: &ReportOptions) -> Result<Report, Error> {
        match self {
            Self::Dossier(case) => case.report(beside),
            Self::Papers(_, options) => {
                report::of_entries(options, beside, |take| self.each_made(std::convert::identity, |entry| take(&entry)))
            }
        }
    }
}
