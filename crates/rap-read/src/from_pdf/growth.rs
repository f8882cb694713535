//! How far the packed streams of a PDF grow, measured before the interpreter unpacks them.
//!
//! The interpreter unpacks a stream into memory whole, however large it becomes: 1 MB of deflate can be 1 GB of
//! spaces. So every stream is unpacked here first, in bounds, and a file that breaks them is not opened. The streams
//! are found by their keyword, not by the tables of the file, because the tables are in such streams themselves.
//!
//! Streams of encrypted files are noise here; of those only the content of pages is measured, by [`measured`] when
//! the file is open.

use std::io::{self, Read, Write};

use flate2::read::DeflateDecoder;
use hayro_syntax::Filter;
use memchr::memmem;

/// The most a stream may grow to. The content of a dense map has some 20 MB, a font of all Han characters 30 MB.
const MOST_STREAM: usize = 64 << 20;

/// The most a picture may grow to: a sheet of A3 at 600 dots per inch in colour has 209 MB.
const MOST_PICTURE: usize = 256 << 20;

/// The most that all streams may grow to, for the time it takes: some seconds. 160 pages scanned in colour, A4 at
/// 300 dots per inch and packed without loss, stay below.
const MOST_IN_ALL: usize = 4 << 30;

/// How far a byte of LZW grows at most (12 bits stand for up to 3,838 bytes), and one of run lengths.
const LZW_GROWTH: usize = 2560;
const RUN_LENGTH_GROWTH: usize = 64;

/// A stream, or all of them, grows beyond what is read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooLarge;

/// Measures every stream of a file that is not yet open.
pub(super) fn check(file: &[u8]) -> Result<(), TooLarge> {
    check_within(file, MOST_IN_ALL)
}

fn check_within(file: &[u8], most_in_all: usize) -> Result<(), TooLarge> {
    let ends: Vec<usize> = memmem::find_iter(file, b"endstream").collect();
    let mut ends = ends.into_iter().peekable();
    let mut left = most_in_all;
    let mut before = 0;
    for at in memmem::find_iter(file, b"stream") {
        let head = file.get(before..at).unwrap_or_default();
        before = at + b"stream".len();
        if head.ends_with(b"end") {
            continue;
        }
        while ends.next_if(|end| *end < at).is_some() {}
        let end = ends.peek().copied().unwrap_or(file.len());
        // A deflated stream ends itself, and may hold the word `endstream`; the others are measured up to that word.
        let Some(data) = file.get(before..).map(after_line_end) else { continue };
        let names = Names::of(head);
        let most = if names.is_picture { MOST_PICTURE } else { MOST_STREAM };
        let read = Packed { data, length: end.saturating_sub(before) };
        let work = read.grown(&names.filters, most.min(left))?;
        left = left.checked_sub(work).ok_or(TooLarge)?;
    }
    Ok(())
}

/// Returns how far the data of one stream grows.
pub(super) fn measured(data: &[u8], filters: &[Filter], most: usize) -> Result<usize, TooLarge> {
    Packed { data, length: data.len() }.grown(filters, most.min(MOST_STREAM))
}

fn after_line_end(data: &[u8]) -> &[u8] {
    let data = data.strip_prefix(b"\r").unwrap_or(data);
    data.strip_prefix(b"\n").unwrap_or(data)
}

/// What the words before a stream say of it.
struct Names {
    filters: Vec<Filter>,
    is_picture: bool,
}

impl Names {
    /// Reads names with a slash (ISO 32000, 7.3.5), in which `#46` is an `F`, long ones and the short ones of
    /// pictures in a line. A filter that is given by reference is taken for deflate, as all such are; only there the
    /// words of the objects before the last do not count, because `/F` is the name of many a font.
    fn of(head: &[u8]) -> Self {
        let mut names = Self { filters: Vec::new(), is_picture: false };
        let mut names_a_filter = false;
        let own = memmem::rfind(head, b"obj").unwrap_or(0);
        for start in memchr::memchr_iter(b'/', head) {
            let name = head.get(start + 1..).unwrap_or_default();
            match unescaped(name).as_slice() {
                b"Filter" | b"F" => names_a_filter |= start > own && is_reference(name),
                b"Image" => names.is_picture = true,
                word => names.filters.extend(filter_of(word)),
            }
        }
        if names_a_filter && names.filters.is_empty() {
            names.filters.push(Filter::FlateDecode);
        }
        names
    }
}

/// Tells whether the value behind a name is a reference: `9 0 R`.
fn is_reference(name: &[u8]) -> bool {
    let rest = name.trim_ascii_start();
    let rest = rest.get(rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#').count()..);
    let mut words = rest.unwrap_or_default().split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
    let is_number = |word: Option<&[u8]>| word.is_some_and(|word| word.iter().all(u8::is_ascii_digit));
    is_number(words.next()) && is_number(words.next()) && words.next().is_some_and(|word| word.starts_with(b"R"))
}

/// Returns the first letters of a name; no filter has more than fifteen.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut letters = Vec::new();
    let mut rest = name;
    while let [first, after @ ..] = rest
        && letters.len() < 16
        && !first.is_ascii_whitespace()
        && !b"\0/[]<>(){}%".contains(first)
    {
        let escaped = (*first == b'#').then(|| after.get(..2)).flatten();
        let code =
            escaped.and_then(|code| str::from_utf8(code).ok()).and_then(|code| u8::from_str_radix(code, 16).ok());
        letters.push(code.unwrap_or(*first));
        rest = after.get(if code.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    letters
}

fn filter_of(name: &[u8]) -> Option<Filter> {
    Some(match name {
        b"ASCIIHexDecode" | b"AHx" => Filter::AsciiHexDecode,
        b"ASCII85Decode" | b"A85" => Filter::Ascii85Decode,
        b"LZWDecode" | b"LZW" => Filter::LzwDecode,
        b"FlateDecode" | b"Fl" => Filter::FlateDecode,
        b"RunLengthDecode" | b"RL" => Filter::RunLengthDecode,
        b"CCITTFaxDecode" | b"CCF" => Filter::CcittFaxDecode,
        b"JBIG2Decode" => Filter::Jbig2Decode,
        b"DCTDecode" | b"DCT" => Filter::DctDecode,
        b"JPXDecode" => Filter::JpxDecode,
        _ => return None,
    })
}

/// The data of a stream; what follows it may be there too.
struct Packed<'b> {
    data: &'b [u8],
    length: usize,
}

impl Packed<'_> {
    /// Returns the work of unpacking it: what is read and written by each filter, up to a filter of pictures, which
    /// nothing here unpacks.
    fn grown(&self, filters: &[Filter], most: usize) -> Result<usize, TooLarge> {
        let mut unpacked: Option<Vec<u8>> = None;
        let mut work = 0;
        for (index, filter) in filters.iter().enumerate() {
            let is_last = filters.len() == index + 1;
            let stored = self.data.get(..self.length).unwrap_or(self.data);
            let data = unpacked.as_deref().unwrap_or(stored);
            work += data.len();
            let next = match filter {
                Filter::AsciiHexDecode => from_hex(data),
                Filter::Ascii85Decode => from_ascii85(data),
                Filter::FlateDecode => {
                    let whole = unpacked.as_deref().unwrap_or(self.data);
                    let mut inflated = Inflated { bytes: Vec::new(), is_kept: !is_last, size: 0 };
                    work += inflated.fill(whole, data.len(), most)?;
                    work += inflated.size;
                    inflated.bytes
                }
                Filter::LzwDecode | Filter::RunLengthDecode => {
                    let growth = if *filter == Filter::LzwDecode { LZW_GROWTH } else { RUN_LENGTH_GROWTH };
                    // What comes of it is not known here, so nothing packed may be in it.
                    return if is_last && data.len().saturating_mul(growth) <= most { Ok(work) } else { Err(TooLarge) };
                }
                Filter::Crypt => continue,
                _ => return Ok(work),
            };
            unpacked = Some(next);
        }
        Ok(work)
    }
}

/// What comes of a deflated stream; counted only, where nothing further unpacks it.
struct Inflated {
    bytes: Vec<u8>,
    is_kept: bool,
    size: usize,
}

impl Write for Inflated {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.size += bytes.len();
        if self.is_kept {
            self.bytes.extend(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Inflated {
    /// Inflates up to a bound, with a head of zlib or without, whatever the check sum says; returns how much was read.
    fn fill(&mut self, data: &[u8], length: usize, most: usize) -> Result<usize, TooLarge> {
        let has_head = matches!(data, [method, flags, ..] if method & 15 == 8
            && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31) && flags & 32 == 0);
        let packed = if has_head { data.get(2..).unwrap_or_default() } else { data };
        let mut decoder = DeflateDecoder::new(packed);
        let bound = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        let is_broken = io::copy(&mut decoder.by_ref().take(bound), self).is_err();
        let read = usize::try_from(decoder.total_in()).unwrap_or(usize::MAX);
        // The interpreter goes on where deflate is broken: what is left could still grow 1,032 times.
        let rest = if is_broken { length.saturating_sub(read).saturating_mul(1032) } else { 0 };
        if self.size.saturating_add(rest) > most { Err(TooLarge) } else { Ok(read) }
    }
}

/// Hexadecimal digits up to `>` (ISO 32000, 7.4.2).
fn from_hex(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|byte| **byte != b'>').filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u8> = digits.filter_map(|digit| u8::try_from(digit).ok()).collect();
    digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect()
}

/// Five characters for four bytes, `z` for four zeros, up to `~` (ISO 32000, 7.4.3).
fn from_ascii85(data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut group = Vec::with_capacity(5);
    for byte in data.iter().take_while(|byte| **byte != b'~') {
        match byte {
            b'z' if group.is_empty() => bytes.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            bytes.extend(word_of(&group));
            group.clear();
        }
    }
    let missing = 5 - group.len();
    if missing < 4 {
        group.resize(5, 84);
        bytes.extend(word_of(&group).into_iter().take(4 - missing));
    }
    bytes
}

fn word_of(group: &[u8]) -> [u8; 4] {
    group.iter().fold(0_u32, |word, digit| word.wrapping_mul(85).wrapping_add(u32::from(*digit))).to_be_bytes()
}

#[cfg(test)]
mod tests;
