//! The wordings of a docket, each once, in a temporary file that is gone with its value.

use std::fs::File;
use std::io::Write;

use rap_docket::Wordings;

use crate::Error;

/// How much is gathered before it is written.
const BUFFER: usize = 1 << 20;

/// Texts in a file, with the number of submissions of each.
#[derive(Debug)]
pub(super) struct Spool {
    file: File,
    buffer: Vec<u8>,
    written: u64,
    ends: Vec<u64>,
    copies: Vec<u32>,
}

impl Spool {
    pub(super) fn new() -> Result<Self, Error> {
        let file = tempfile::tempfile().map_err(failed)?;
        Ok(Self { file, buffer: Vec::with_capacity(BUFFER), written: 0, ends: Vec::new(), copies: Vec::new() })
    }

    /// Adds a wording with so many submissions and returns its number.
    pub(super) fn push(&mut self, text: &str, copies: u32) -> Result<u32, Error> {
        self.buffer.extend_from_slice(text.as_bytes());
        if self.buffer.len() >= BUFFER {
            self.flush()?;
        }
        let number = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.ends.push(self.written + self.buffer.len() as u64);
        self.copies.push(copies);
        Ok(number)
    }

    pub(super) fn add_copy(&mut self, wording: u32) {
        if let Some(copies) = self.copies.get_mut(wording as usize) {
            *copies = copies.saturating_add(1);
        }
    }

    /// Writes what is gathered; before this, the last wordings cannot be read.
    pub(super) fn flush(&mut self) -> Result<(), Error> {
        self.file.write_all(&self.buffer).map_err(failed)?;
        self.written += self.buffer.len() as u64;
        self.buffer.clear();
        Ok(())
    }
}

impl Wordings for Spool {
    fn count(&self) -> usize {
        self.ends.len()
    }

    fn copies(&self, wording: usize) -> u32 {
        self.copies.get(wording).copied().unwrap_or_default()
    }

    fn read(&self, wording: usize, text: &mut String) {
        text.clear();
        let start = wording.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(wording).copied().unwrap_or(start);
        let mut bytes = std::mem::take(text).into_bytes();
        bytes.resize(usize::try_from(end - start).unwrap_or(0), 0);
        // A temporary file that cannot be read back gives empty texts, which join nothing.
        if read_at(&self.file, &mut bytes, start).is_ok() {
            *text = String::from_utf8(bytes).unwrap_or_default();
        }
    }
}

#[cfg(unix)]
fn read_at(file: &File, bytes: &mut [u8], start: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, start)
}

#[cfg(windows)]
fn read_at(file: &File, mut bytes: &mut [u8], mut start: u64) -> std::io::Result<()> {
    while !bytes.is_empty() {
        let read = std::os::windows::fs::FileExt::seek_read(file, bytes, start)?;
        if read == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        bytes = bytes.get_mut(read..).unwrap_or_default();
        start += read as u64;
    }
    Ok(())
}

fn failed(cause: std::io::Error) -> Error {
    Error::Write { path: std::env::temp_dir(), cause }
}
