//! Bytes of a text to characters: which encoding, and what of it cannot be read.
//!
//! A byte order mark decides. Then UTF-8, because text in another encoding is hardly ever valid UTF-8 by chance.
//! Then UTF-16 without a mark, by plausibility. Damage inside of UTF-8 costs the damaged bytes alone. What remains
//! is told by its byte statistics (chardetng); Chinese encodings, which share their byte ranges, by the commonest
//! characters.

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memchr_iter;
use rap_doc::{Finding, Place, Severity};

use crate::reading::finding;

/// How many damaged places are named one by one; beyond, their number says enough.
const NAMED_PLACES: usize = 20;

/// Text decoded from bytes, and what was doubtful about it.
pub(crate) struct Decoded<'b> {
    pub(crate) text: Cow<'b, str>,
    pub(crate) findings: Vec<Finding>,
}

/// Returns the text of these bytes; `declared` is the encoding that the paper itself names, if it does.
pub(crate) fn decode<'b>(bytes: &'b [u8], declared: Option<&'static Encoding>) -> Decoded<'b> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        if encoding == UTF_8 { decode_utf8(body, mark) } else { decode_as(body, encoding, false) }
    } else if let Some(order) = utf16_order(bytes) {
        decode_as(bytes, order, true)
    } else if let Ok(text) = str::from_utf8(bytes) {
        Decoded { text: Cow::Borrowed(text), findings: Vec::new() }
    } else if is_damaged_utf8(bytes) {
        decode_utf8(bytes, 0)
    } else {
        match declared.filter(|encoding| *encoding != UTF_8) {
            Some(encoding) => decode_as(bytes, encoding, false),
            None => decode_as(bytes, guess(bytes), true),
        }
    }
}

fn decode_as(bytes: &[u8], encoding: &'static Encoding, guessed: bool) -> Decoded<'static> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let name = encoding.name();
    let mut findings = Vec::new();
    if guessed {
        let message = format!("read as {name}, told by its bytes");
        let hint = "if names or signs look wrong, save the file as UTF-8 and add it again";
        findings.push(finding(Severity::Note, "text-encoding-guessed", Place::Whole, message, hint));
    }
    if damaged {
        let lines = text.split('\n').enumerate();
        let places = lines.filter(|(_, line)| line.contains('\u{FFFD}')).map(|(index, _)| index + 1);
        let message = format!("bytes that are not valid {name} are read as U+FFFD");
        findings.extend(places.take(NAMED_PLACES).map(|line| damage(Place::Line(line), message.clone())));
    }
    Decoded { text: Cow::Owned(text.into_owned()), findings }
}

fn damage(place: Place, message: String) -> Finding {
    finding(Severity::Warning, "text-invalid-bytes", place, message, "ask for the file again if the words matter")
}

/// Decodes UTF-8 of which some bytes may be invalid; `offset` is where `bytes` start in the file.
fn decode_utf8(bytes: &[u8], offset: usize) -> Decoded<'_> {
    if let Ok(text) = str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), findings: Vec::new() };
    }
    let mut text = String::with_capacity(bytes.len() + 64);
    let mut findings = Vec::new();
    let mut gaps = Gaps { at: offset, line: 1, open: None, count: 0 };
    for chunk in bytes.utf8_chunks() {
        if !chunk.valid().is_empty() {
            gaps.close(&mut findings);
            gaps.line += memchr_iter(b'\n', chunk.valid().as_bytes()).count();
        }
        text.push_str(chunk.valid());
        gaps.at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            text.push('\u{FFFD}');
            gaps.widen(chunk.invalid().len());
        }
    }
    gaps.close(&mut findings);
    if gaps.count > NAMED_PLACES {
        let message = format!("{} more places hold bytes that are not valid UTF-8", gaps.count - NAMED_PLACES);
        findings.push(damage(Place::Whole, message));
    }
    Decoded { text: Cow::Owned(text), findings }
}

/// The runs of invalid bytes met so far: where reading is, and the run that is still open.
struct Gaps {
    at: usize,
    line: usize,
    open: Option<(usize, usize)>,
    count: usize,
}

impl Gaps {
    fn widen(&mut self, bytes: usize) {
        let (_, length) = self.open.get_or_insert((self.at, 0));
        *length += bytes;
        self.at += bytes;
    }

    fn close(&mut self, findings: &mut Vec<Finding>) {
        let Some((byte, length)) = self.open.take() else { return };
        self.count += 1;
        if self.count <= NAMED_PLACES {
            let (what, are) = if length == 1 { ("byte", "is") } else { ("bytes", "are") };
            let message = format!("{length} {what} at byte {byte} {are} not valid UTF-8, read as U+FFFD");
            findings.push(damage(Place::Line(self.line), message));
        }
    }
}

/// Tells UTF-8 with some damage from another encoding.
///
/// Two to four bytes that happen to form a UTF-8 character are rare in any other encoding, so a text in which they
/// outnumber the invalid places is UTF-8. In a text that is ASCII otherwise, the bytes FE and FF decide: no UTF-8
/// has them, and no Western text either (`þ` and `ÿ`).
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken, mut strange) = (0_usize, 0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
        strange += usize::from(matches!(chunk.invalid(), [0xFE | 0xFF]));
    }
    whole >= broken * 3 || (whole == 0 && strange == broken)
}

/// Returns the byte order of UTF-16 without a mark, where the bytes are plausible as such and hardly as anything else.
pub(crate) fn utf16_order(bytes: &[u8]) -> Option<&'static Encoding> {
    /// Enough to be sure, little enough to cost nothing.
    const SAMPLE: usize = 4096;
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let has_zero = memchr::memchr(0, sample).is_some();
    if sample.len() < 4 || !bytes.len().is_multiple_of(2) || (!has_zero && str::from_utf8(bytes).is_ok()) {
        return None;
    }
    let units = || sample.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let total = sample.len() / 2;
    let little = units().filter(|pair| is_plausible_unit(u16::from_le_bytes(*pair))).count();
    let big = units().filter(|pair| is_plausible_unit(u16::from_be_bytes(*pair))).count();
    let (order, plausible) = if little > big { (UTF_16LE, little) } else { (UTF_16BE, big) };
    (plausible * 20 >= total * 19 && little != big).then_some(order)
}

/// Tells the UTF-16 units that English and Chinese text is made of.
const fn is_plausible_unit(unit: u16) -> bool {
    matches!(unit,
        0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0..=0x17F   // Latin
        | 0x2010..=0x2027 | 0x3000..=0x3015 | 0xFF01..=0xFF5E // punctuation, full-width forms
        | 0x4E00..=0x9FA5 // Chinese characters
    )
}

/// Returns the likeliest encoding of text that is neither UTF-8 nor UTF-16.
fn guess(bytes: &[u8]) -> &'static Encoding {
    /// Statistics settle long before.
    const SAMPLE: usize = 256 * 1024;
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let guessed = detector.guess(None, chardetng::Utf8Detection::Deny);
    let (simplified, traditional) = (common_share(sample, GB18030), common_share(sample, BIG5));
    // One character in eight of running Chinese is among the commonest; other texts read as Chinese have almost none.
    if simplified.max(traditional) >= 0.125 {
        if simplified >= traditional { GB18030 } else { BIG5 }
    } else if guessed == GBK {
        GB18030
    } else {
        guessed
    }
}

/// Returns which share of the Chinese characters of a text, read in this encoding, is among the commonest ones.
fn common_share(bytes: &[u8], encoding: &'static Encoding) -> f32 {
    /// The commonest characters of modern Chinese, simplified and traditional, and its comma and full stop.
    const COMMON: &str = "的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出会會可也你对對生能而子那得着\
                          与與业業应應当當规規定法律者实實发發行及等本部分其他，。、";
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let (mut common, mut all, mut broken) = (0_u32, 0_u32, 0_u32);
    for c in text.chars().filter(|c| !c.is_ascii()).take(4096) {
        all += 1;
        common += u32::from(COMMON.contains(c));
        broken += u32::from(c == '\u{FFFD}' || ('\u{E000}'..='\u{F8FF}').contains(&c));
    }
    if all == 0 || broken * 20 > all { 0.0 } else { common as f32 / all as f32 }
}

#[cfg(test)]
mod tests;
