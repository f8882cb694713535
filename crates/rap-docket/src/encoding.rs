//! Bytes in any encoding to UTF-8, as they flow: a table larger than memory is never held whole.
//!
//! A byte order mark decides; then UTF-8 where the first bytes are; then UTF-16 without a mark, by its zeros; then what
//! the byte statistics say, where the Chinese encodings of the mainland are read as GB18030, which holds them all.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a table is looked at to tell its encoding.
const SAMPLE: usize = 1 << 20;

/// How much is decoded at once.
const CHUNK: usize = 1 << 16;

/// A reader of UTF-8 over a reader of any encoding; bytes that are no text become U+FFFD where they stand.
pub(crate) struct Utf8<R> {
    input: R,
    /// What was read to tell the encoding, and how much of it was handed on.
    head: (Vec<u8>, usize),
    /// None for UTF-8, which is handed on as it is: a damaged cell is told by the reader of cells.
    decoder: Option<Decoder>,
    decoded: (Vec<u8>, usize),
    ended: bool,
}

impl<R: Read> Utf8<R> {
    /// Returns the reader, and the name of the encoding where it is not UTF-8.
    pub(crate) fn new(mut input: R) -> io::Result<(Self, Option<&'static str>)> {
        let mut head = Vec::new();
        input.by_ref().take(SAMPLE as u64).read_to_end(&mut head)?;
        let (encoding, mark) = Encoding::for_bom(&head).unwrap_or_else(|| (guess(&head), 0));
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling());
        let name = (encoding != UTF_8).then(|| encoding.name());
        Ok((Self { input, head: (head, mark), decoder, decoded: (Vec::new(), 0), ended: false }, name))
    }

    /// Reads as received: what is left of the head, then the rest.
    fn read_raw(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let (head, at) = &mut self.head;
        let mut rest = head.get(*at..).unwrap_or_default();
        if rest.is_empty() {
            return self.input.read(buffer);
        }
        let read = rest.read(buffer)?;
        *at += read;
        Ok(read)
    }

    fn refill(&mut self) -> io::Result<()> {
        let mut raw = vec![0; CHUNK];
        let read = self.read_raw(&mut raw)?;
        self.ended = read == 0;
        if let Some(decoder) = &mut self.decoder {
            let length = decoder.max_utf8_buffer_length(read).unwrap_or(CHUNK * 4);
            let mut text = String::with_capacity(length);
            let raw = raw.get(..read).unwrap_or_default();
            drop(decoder.decode_to_string(raw, &mut text, self.ended));
            self.decoded = (text.into_bytes(), 0);
        }
        Ok(())
    }
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.decoder.is_none() {
            return self.read_raw(buffer);
        }
        loop {
            let (decoded, at) = &mut self.decoded;
            let read = decoded.get(*at..).unwrap_or_default().read(buffer)?;
            *at += read;
            if read > 0 || self.ended || buffer.is_empty() {
                return Ok(read);
            }
            self.refill()?;
        }
    }
}

fn guess(head: &[u8]) -> &'static Encoding {
    if let Some(order) = utf16(head) {
        return order;
    }
    match str::from_utf8(head) {
        Ok(_) => return UTF_8,
        // A character that the sample cuts, or damage in what is mostly UTF-8.
        Err(error) if error.error_len().is_none() || mostly_utf8(head) => return UTF_8,
        Err(_) => {}
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    if guessed == GBK { GB18030 } else { guessed }
}

/// Tells UTF-16 by the zeros of its spaces, commas and line ends, which stand at odd or at even places alone.
fn utf16(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |parity: usize| head.iter().skip(parity).step_by(2).take(4096).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match head.len().min(8192) / 2 {
        0..=3 => None,
        units if odd * 20 > units && even * 20 < odd => Some(UTF_16LE),
        units if even * 20 > units && odd * 20 < even => Some(UTF_16BE),
        _ => None,
    }
}

/// Tells damaged UTF-8: whole characters beyond ASCII outnumber the broken ones by far.
fn mostly_utf8(head: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in head.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken * 8
}
