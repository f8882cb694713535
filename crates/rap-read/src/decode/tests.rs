//! Encodings, with and without marks, and damage.

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, WINDOWS_1252};
use proptest::prelude::*;

use super::decode;

const SIMPLIFIED: &str = "与会专家建议，草案应当缩小适用范围，不要让小企业承担过重的责任。\n中国的企业要求更多的时间。";
const TRADITIONAL: &str = "與會專家建議，草案應當縮小適用範圍，不要讓小企業承擔過重的責任。\n我們要求更多的時間。";
const WESTERN: &str = "“The bill” – Mr. Müller’s own – is too wide, and it costs €40 a year; déjà vu.";

fn check(bytes: &[u8], expected: &str) {
    assert_eq!(decode(bytes, None).text, expected);
}

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn encodings_are_told() {
    for text in [SIMPLIFIED, TRADITIONAL, WESTERN] {
        check(text.as_bytes(), text);
        check(&[b"\xEF\xBB\xBF", text.as_bytes()].concat(), text);
        check(&utf16(text, u16::to_le_bytes), text);
        check(&utf16(text, u16::to_be_bytes), text);
        check(&[b"\xFF\xFE", utf16(text, u16::to_le_bytes).as_slice()].concat(), text);
        check(&[b"\xFE\xFF", utf16(text, u16::to_be_bytes).as_slice()].concat(), text);
    }
    check(&encoded(SIMPLIFIED, GB18030), SIMPLIFIED);
    check(&encoded(TRADITIONAL, BIG5), TRADITIONAL);
    check(&encoded(WESTERN, WINDOWS_1252), WESTERN);
}

#[test]
fn a_declared_encoding_is_believed_where_the_bytes_are_no_utf_8() {
    let bytes = encoded("법안은 너무 넓다", EUC_KR);
    assert_eq!(decode(&bytes, Some(EUC_KR)).text, "법안은 너무 넓다");
    assert_eq!(decode("宽".as_bytes(), Some(GB18030)).text, "宽");
}

#[test]
fn damage_costs_the_damaged_bytes_and_is_named_with_line_and_byte() {
    let bytes = b"The bill\nis \xFF\xFEtoo wide.\nIt should go.";
    let decoded = decode(bytes, None);
    assert_eq!(decoded.text, "The bill\nis \u{FFFD}\u{FFFD}too wide.\nIt should go.");
    let found: Vec<_> =
        decoded.findings.iter().map(|found| (found.place.to_string(), found.message.as_str())).collect();
    assert_eq!(found, [("line 2".to_owned(), "2 bytes at byte 12 are not valid UTF-8, read as U+FFFD")]);

    let cut = [SIMPLIFIED.as_bytes(), b"\xE6\x98 and on"].concat();
    assert!(decode(&cut, None).text.starts_with(SIMPLIFIED));
}

#[test]
fn many_damaged_places_are_counted() {
    let bytes = "法律草案\u{1}".repeat(50).replace('\u{1}', "\u{2}").into_bytes();
    let bytes: Vec<u8> = bytes.into_iter().map(|byte| if byte == 2 { 0xFF } else { byte }).collect();
    let findings = decode(&bytes, None).findings;
    assert_eq!(findings.len(), 21);
    assert!(findings[20].message.starts_with("30 more places"));
}

proptest! {
    #[test]
    fn any_bytes_are_decoded(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = decode(&bytes, None);
    }

    #[test]
    fn valid_utf_8_is_kept_as_it_is(text in "[a-zA-Z法律 .\n]{1,100}") {
        prop_assert_eq!(&*decode(text.as_bytes(), None).text, text.as_str());
    }
}
