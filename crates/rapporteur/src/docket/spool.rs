//! The wordings of a docket, each once, in temporary files that are gone with their value: the texts in one, their sets
//! of shingles in another, so that a text is taken apart once, however often it is compared.

use std::fs::File;
use std::io::Write;

use rap_docket::Wordings;

use crate::Error;

/// How much is gathered before it is written.
const BUFFER: usize = 1 << 20;

/// Texts and their sets in files, with the number of submissions of each.
#[derive(Debug)]
pub(super) struct Spool {
    texts: Runs,
    sets: Runs,
    copies: Vec<u32>,
}

impl Spool {
    pub(super) fn new() -> Result<Self, Error> {
        Ok(Self { texts: Runs::new()?, sets: Runs::new()?, copies: Vec::new() })
    }

    /// Adds a wording with its set of shingles and so many submissions, and returns its number.
    pub(super) fn push(&mut self, text: &str, set: &[u32], copies: u32) -> Result<u32, Error> {
        let number = u32::try_from(self.copies.len()).unwrap_or(u32::MAX);
        self.texts.push(|buffer| buffer.extend_from_slice(text.as_bytes()))?;
        self.sets.push(|buffer| buffer.extend(set.iter().flat_map(|shingle| shingle.to_le_bytes())))?;
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
        self.texts.flush()?;
        self.sets.flush()
    }

    /// Reads the text of a wording into `text`, in place of what is there. A temporary file that cannot be read back
    /// gives an empty text.
    pub(super) fn read(&self, wording: usize, text: &mut String) {
        let mut bytes = std::mem::take(text).into_bytes();
        self.texts.read(wording, &mut bytes);
        *text = String::from_utf8(bytes).unwrap_or_default();
    }
}

impl Wordings for Spool {
    fn count(&self) -> usize {
        self.copies.len()
    }

    fn copies(&self, wording: usize) -> u32 {
        self.copies.get(wording).copied().unwrap_or_default()
    }

    fn read_set(&self, wording: usize, set: &mut Vec<u32>) {
        /// The sets of most texts fit here, and need no memory of their own while they are read.
        const USUAL: usize = 4096;
        set.clear();
        let shingle = |bytes: &[u8; 4]| u32::from_le_bytes(*bytes);
        let mut usual = [0; USUAL];
        match usual.get_mut(..self.sets.length(wording)) {
            Some(bytes) => {
                self.sets.read_exact(wording, bytes);
                set.extend(bytes.as_chunks().0.iter().map(shingle));
            }
            None => {
                let mut bytes = Vec::new();
                self.sets.read(wording, &mut bytes);
                set.extend(bytes.as_chunks().0.iter().map(shingle));
            }
        }
    }
}

/// Runs of bytes one after the other in a temporary file.
#[derive(Debug)]
struct Runs {
    file: File,
    buffer: Vec<u8>,
    written: u64,
    ends: Vec<u64>,
}

impl Runs {
    fn new() -> Result<Self, Error> {
        let file = tempfile::tempfile().map_err(failed)?;
        Ok(Self { file, buffer: Vec::with_capacity(BUFFER), written: 0, ends: Vec::new() })
    }

    /// Adds the run that `write` appends to what is gathered.
    fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) -> Result<(), Error> {
        write(&mut self.buffer);
        self.ends.push(self.written + self.buffer.len() as u64);
        if self.buffer.len() >= BUFFER { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<(), Error> {
        self.file.write_all(&self.buffer).map_err(failed)?;
        self.written += self.buffer.len() as u64;
        self.buffer.clear();
        Ok(())
    }

    fn start(&self, run: usize) -> u64 {
        run.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0)
    }

    fn length(&self, run: usize) -> usize {
        let end = self.ends.get(run).copied().unwrap_or_default();
        usize::try_from(end.saturating_sub(self.start(run))).unwrap_or(0)
    }

    fn read(&self, run: usize, bytes: &mut Vec<u8>) {
        bytes.clear();
        bytes.resize(self.length(run), 0);
        self.read_exact(run, bytes);
    }

    /// Fills `bytes`, with zeros where the file cannot be read back: these are like no other text.
    fn read_exact(&self, run: usize, bytes: &mut [u8]) {
        if read_at(&self.file, bytes, self.start(run)).is_err() {
            bytes.fill(0);
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
