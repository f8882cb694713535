//! One paper through the stages: read, attribute, sort by theme.

use std::collections::BTreeMap;

use rap_doc::{Doc, Media, Source, SourceId};
use rap_dossier::{Coding, Entry};
use rap_read::{ReadOptions, Reading, read};
use rap_statement::{AttributeOptions, Finders, SourceKind, Statement, attribute};
use rap_theme::{Codebook, TagReader, Tagger};

/// The name of the option that holds the kind of all papers.
const KIND: &str = "kind";
/// The name of the option that says which parts of the program look for attributions, where not all do.
const FINDERS: &str = "finders";
const RULES: &str = "rules";

/// Says how papers are to be read and coded.
#[derive(Clone, PartialEq, Debug)]
pub struct CodeOptions {
    /// The kind of every paper, where the user knows it.
    pub kind: Option<SourceKind>,
    /// Which parts of the program look for attributions.
    pub finders: Finders,
    /// The themes to sort by.
    pub codebook: Codebook,
}

impl CodeOptions {
    /// Returns the options that a manifest names, by their names.
    pub(crate) fn named(&self) -> BTreeMap<String, String> {
        let kind = self.kind.map(|kind| (KIND.to_owned(), kind.name().to_owned()));
        let rules_only = self.finders == Finders::RulesOnly;
        let finders = rules_only.then(|| (FINDERS.to_owned(), RULES.to_owned()));
        kind.into_iter().chain(finders).collect()
    }

    /// Returns the options that a manifest names.
    pub(crate) fn of_names(names: &BTreeMap<String, String>, codebook: Codebook) -> Self {
        let kind = names.get(KIND).and_then(|word| SourceKind::from_name(word));
        let rules_only = names.get(FINDERS).is_some_and(|word| word == RULES);
        let finders = if rules_only { Finders::RulesOnly } else { Finders::RulesAndModel };
        Self { kind, finders, codebook }
    }
}

impl Default for CodeOptions {
    fn default() -> Self {
        Self { kind: None, finders: Finders::default(), codebook: Codebook::builtin() }
    }
}

/// Reads and codes papers by one set of options; built once, used from any number of threads.
#[derive(Debug)]
pub struct Coder {
    kind: Option<SourceKind>,
    finders: Finders,
    tagger: Tagger,
}

/// A paper that was coded, with its bytes as received.
#[derive(Clone, PartialEq, Debug)]
pub struct Coded {
    /// Everything that the stages made of it.
    pub entry: Entry,
    /// The bytes as received.
    pub bytes: Vec<u8>,
}

impl Coder {
    /// Returns the coder of these options.
    #[must_use]
    pub fn new(options: &CodeOptions) -> Self {
        Self { kind: options.kind, finders: options.finders, tagger: Tagger::new(&options.codebook) }
    }

    /// Returns everything that the stages make of a paper: the paper itself first, then what is enclosed in it.
    ///
    /// Never fails: what cannot be read is among the findings of an entry.
    #[must_use]
    pub fn code(&self, bytes: Vec<u8>, origin: &str) -> Vec<Coded> {
        let reading = read(&bytes, origin, &ReadOptions::default());
        let mut coded = Vec::with_capacity(1);
        self.code_reading(reading, bytes, &mut coded);
        coded
    }

    /// Returns everything that the stages make of the words of a submission; `submitter` is who sent it, where it is one.
    #[must_use]
    pub fn code_submission(&self, text: String, origin: &str, submitter: Option<String>) -> Coded {
        let bytes = text.clone().into_bytes();
        let doc = Doc::of_plain_text(SourceId::of(&bytes), text);
        let source = Source {
            id: doc.source(),
            origin: origin.to_owned(),
            media: Media::Text,
            title: None,
            date: None,
            language: doc.language(),
        };
        let kind = Some(self.kind.unwrap_or(SourceKind::Submission));
        let record = attribute(&doc, &AttributeOptions { kind, submitter, finders: self.finders });
        let mut themes = self.tagger.reader(doc.text());
        let codings = record.statements.iter().map(|statement| coding(&mut themes, statement)).collect();
        Coded { entry: Entry { source, doc, record, codings, findings: Vec::new() }, bytes }
    }

    fn code_reading(&self, reading: Reading, bytes: Vec<u8>, coded: &mut Vec<Coded>) {
        let Reading { source, doc, author, enclosed, findings } = reading;
        let record = attribute(&doc, &AttributeOptions { kind: self.kind, submitter: author, finders: self.finders });
        let mut themes = self.tagger.reader(doc.text());
        let codings = record.statements.iter().map(|statement| coding(&mut themes, statement)).collect();
        coded.push(Coded { entry: Entry { source, doc, record, codings, findings }, bytes });
        for inner in enclosed {
            self.code_reading(inner.reading, inner.bytes, coded);
        }
    }
}

fn coding(themes: &mut TagReader<'_>, statement: &Statement) -> Coding {
    let tags = themes.tags(&statement.content);
    Coding { tags, items: statement.items.iter().map(|item| themes.tags(std::slice::from_ref(item))).collect() }
}
