//! The manifest: with what the papers were read. The same input and manifest give the same dossier.

use std::collections::BTreeMap;

use crate::{Dossier, DossierError};

/// Says with what the papers of a dossier were read and coded.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Manifest {
    /// The program and its version.
    pub program: String,
    /// The id of the codebook.
    pub codebook_id: String,
    /// The SHA-256 of the codebook file: 64 hexadecimal digits.
    pub codebook_sha256: String,
    /// The codebook file itself.
    pub codebook_toml: String,
    /// The options that change what is read or coded, by name.
    pub options: BTreeMap<String, String>,
}

/// What the name of an option begins with in the table, so that none is taken for a field of the manifest.
const OPTION: &str = "option ";

impl Dossier {
    /// Keeps this manifest in place of the one that is there.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written.
    pub fn set_manifest(&mut self, manifest: &Manifest) -> Result<(), DossierError> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM manifest", [])?;
            let mut insert = transaction.prepare_cached("INSERT INTO manifest VALUES (?1, ?2)")?;
            insert.execute(["program", &manifest.program])?;
            insert.execute(["codebook_id", &manifest.codebook_id])?;
            insert.execute(["codebook_sha256", &manifest.codebook_sha256])?;
            insert.execute(["codebook_toml", &manifest.codebook_toml])?;
            for (name, value) in &manifest.options {
                insert.execute([&format!("{OPTION}{name}"), value])?;
            }
            Ok(())
        })
    }

    /// Returns the manifest; nothing where none was ever set.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read.
    pub fn manifest(&self) -> Result<Option<Manifest>, DossierError> {
        self.read(|connection| {
            let mut select = connection.prepare_cached("SELECT name, value FROM manifest")?;
            let mut rows = select.query([])?;
            let mut manifest = None;
            while let Some(row) = rows.next()? {
                let (name, value): (String, String) = (row.get(0)?, row.get(1)?);
                let manifest = manifest.get_or_insert_with(Manifest::default);
                match name.as_str() {
                    "program" => manifest.program = value,
                    "codebook_id" => manifest.codebook_id = value,
                    "codebook_sha256" => manifest.codebook_sha256 = value,
                    "codebook_toml" => manifest.codebook_toml = value,
                    other => {
                        let option = other.strip_prefix(OPTION).unwrap_or(other);
                        manifest.options.insert(option.to_owned(), value);
                    }
                }
            }
            Ok(manifest)
        })
    }
}
