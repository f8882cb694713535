//! Papers as received: their identity and what is known about them from outside.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::Language;

/// Names a source by the SHA-256 of its bytes, so that equal papers have equal names on every machine.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId([u8; 32]);

impl SourceId {
    /// Returns the name of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Returns the first eight hexadecimal digits: enough for a person to tell papers of one dossier apart.
    #[must_use]
    pub fn short(self) -> String {
        self.to_string().chars().take(8).collect()
    }
}

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SourceId({self})")
    }
}

impl FromStr for SourceId {
    type Err = ();

    /// Reads the 64 hexadecimal digits that `Display` writes.
    fn from_str(digits: &str) -> Result<Self, ()> {
        let mut bytes = [0; 32];
        if digits.len() != 64 {
            return Err(());
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(drop)?;
            *byte = u8::from_str_radix(pair, 16).map_err(drop)?;
        }
        Ok(Self(bytes))
    }
}

/// Tells in which format a paper came.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Media {
    /// Plain text in any encoding.
    Text,
    /// Markdown (CommonMark).
    Markdown,
    /// HTML as saved or sent.
    Html,
    /// Office Open XML text document (ECMA-376).
    Docx,
    /// PDF (ISO 32000).
    Pdf,
    /// An Internet message (RFC 5322).
    Mail,
    /// None that is read: kept with a finding, so that no paper is dropped silently.
    Unknown,
}

impl Media {
    /// Returns the registered media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Text => "text/plain",
            Self::Markdown => "text/markdown",
            Self::Html => "text/html",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
            Self::Mail => "message/rfc822",
            Self::Unknown => "application/octet-stream",
        }
    }

    /// Returns the format with this registered media type.
    #[must_use]
    pub fn from_mime(mime: &str) -> Option<Self> {
        [Self::Text, Self::Markdown, Self::Html, Self::Docx, Self::Pdf, Self::Mail, Self::Unknown]
            .into_iter()
            .find(|media| media.mime() == mime)
    }
}

/// Describes a paper: what it is called, where it came from, what it says of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Its name by content.
    pub id: SourceId,
    /// Where it came from, as the user gave it: a path below the folder named on the command line, with `/`.
    pub origin: String,
    /// Its format.
    pub media: Media,
    /// Its title, where the format or a first heading gives one.
    pub title: Option<String>,
    /// Its date, where the paper itself gives one (a header of a mail, metadata, a dateline).
    pub date: Option<Date>,
    /// The language most of it is written in.
    pub language: Language,
}

#[cfg(test)]
mod tests;
