//! Streams that grow, honest and not.

use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};
use hayro_syntax::Filter;

use super::{Names, TooLarge, check, check_within, from_ascii85, from_hex, measured};

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    [b"1 0 obj\n<<", dictionary.as_bytes(), b">>\nstream\r\n", data, b"\nendstream\nendobj\n"].concat()
}

#[test]
fn a_bomb_is_known_however_its_filter_is_written() {
    let spaces = vec![b' '; 65 << 20];
    let (bomb, bare) = (zlib(&spaces), deflate(&spaces));
    for filter in ["/Filter/FlateDecode", "/Filter [ /Fl ]", "/Filter/#46lateDecode", "/F 9 0 R", "/Filter 9 0 R"] {
        assert_eq!(check(&stream(filter, &bomb)), Err(TooLarge), "{filter}");
        assert_eq!(check(&stream(filter, &bare)), Err(TooLarge), "{filter}");
    }
    assert_eq!(check(&stream("/Filter[/FlateDecode/FlateDecode]", &zlib(&bomb))), Err(TooLarge));
    let digits: String = bomb.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(check(&stream("/Filter[/ASCIIHexDecode/FlateDecode]", digits.as_bytes())), Err(TooLarge));
    assert_eq!(check(&stream("/Filter/LZWDecode", &vec![0; 30_000])), Err(TooLarge));
    assert_eq!(check(&stream("/Subtype/Image/Filter/FlateDecode", &bomb)), Ok(()));
}

#[test]
fn a_bomb_behind_a_break_in_deflate_is_feared() {
    // A stored block, a block of the reserved kind, and 100 KB that the interpreter may go on with.
    let broken = [&[0, 1, 0, 254, 255, b'a', 7][..], &[0x55; 100_000]].concat();
    assert_eq!(check(&stream("/Filter/FlateDecode", &broken)), Err(TooLarge));
}

#[test]
fn what_papers_hold_is_let_through() {
    let words = zlib(&b"BT (words) Tj ET\n".repeat(10_000));
    let whole = stream("/Filter/FlateDecode", &words);
    assert_eq!(check(&whole), Ok(()));
    assert_eq!(check(&whole[..whole.len() / 2]), Ok(()));
    assert_eq!(check(&stream("/Subtype/Image/Filter/DCTDecode", &[0xFF; 200_000])), Ok(()));
    assert_eq!(check(&stream("", &[b' '; 200_000])), Ok(()));
    assert_eq!(check(b"stream endstream stream"), Ok(()));
}

#[test]
fn overlapping_streams_are_measured_in_bounded_time() {
    // Each `stream` starts a deflated stream of stored blocks that runs through all others to the end of the file.
    let link = [&[0, 11, 0, 244, 255], b"/Fl stream\n".as_slice()].concat();
    assert_eq!(check_within(&link.repeat(100_000), 64 << 20), Err(TooLarge));
    assert_eq!(check_within(&link.repeat(100), 64 << 20), Ok(()));
}

#[test]
fn the_name_of_a_font_is_no_filter() {
    let page = b"3 0 obj\n<</Font<</F 4 0 R>>/Annots[<</F 4>>]>>\nendobj\n".to_vec();
    assert_eq!(check(&[page, stream("/Length 200000", &[b'B'; 200_000])].concat()), Ok(()));
}

#[test]
fn contents_of_pages_are_measured_in_the_order_of_their_filters() {
    assert_eq!(measured(&zlib(&[b' '; 1000]), &[Filter::FlateDecode], 900), Err(TooLarge));
    assert!(measured(&zlib(&[b' '; 1000]), &[Filter::FlateDecode], 1000).is_ok_and(|work| work > 1000));
}

#[test]
fn names_end_where_the_standard_says() {
    let names = Names::of(b"<</Type/XObject/Subtype/Image/Filter[/ASCII85Decode/FlateDecode]/DecodeParms null>>");
    assert!(names.is_picture);
    assert_eq!(names.filters, [Filter::Ascii85Decode, Filter::FlateDecode]);
    assert!(!Names::of(b"[/PDF/Text/ImageB/ImageC]").is_picture);
}

#[test]
fn letters_are_turned_back_into_bytes() {
    assert_eq!(from_hex(b"48 65 6C6c 6F>zz"), b"Hello");
    assert_eq!(from_ascii85(b"87cUR\nD]i,\"Ebo80~>"), b"Hello World!");
    assert_eq!(from_ascii85(b"z87cURDZ~>"), b"\0\0\0\0Hello");
}
