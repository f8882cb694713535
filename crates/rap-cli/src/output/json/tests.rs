//! The JSON of rows is that of `serde_json`, byte for byte.

use std::collections::BTreeMap;

use serde::Serialize;

use super::write_json;

fn check(value: &impl Serialize) {
    let mut written = b"before ".to_vec();
    write_json(&mut written, value).unwrap();
    assert_eq!(String::from_utf8(written).unwrap(), format!("before {}", serde_json::to_string(value).unwrap()));
}

#[derive(Serialize)]
enum Sort {
    Plain,
    One(u8),
    Two(i64, &'static str),
    Named { first: bool, second: Option<char> },
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Wrapped(f64);

#[derive(Serialize)]
struct Pair(u64, ());

#[derive(Serialize)]
struct Outer {
    id: usize,
    name: &'static str,
    ranges: Vec<[usize; 2]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rest: Vec<String>,
    #[serde(flatten)]
    inner: Inner,
}

#[derive(Serialize)]
struct Inner {
    score: f32,
    nothing: Option<u8>,
}

#[test]
fn numbers_are_written_as_they_are() {
    for number in [0, 1, 9, 10, 99, 100, 12_345, i64::MAX, i64::MIN, -1] {
        check(&number);
        check(&number.unsigned_abs());
    }
    check(&u64::MAX);
    check(&(i8::MIN, i16::MAX, i32::MIN, u8::MAX, u16::MAX, u32::MAX));
    check(&(0.5_f32, 0.1_f64, 1e30_f32, f64::NAN, -0.0_f32, 0.667_f32));
}

#[test]
fn strings_are_escaped_where_they_must_be() {
    for text in [
        "",
        "plain",
        "sixteen letters.",
        "a \"quoted\" word",
        "back\\slash",
        "line\nbreak, tab\t, return\r, bell\u{7}, form\u{c}, back\u{8}",
        "delete \u{7f}, é, 草案应当缩小范围。, 𝔸",
        "long enough for several steps of sixteen bytes, and only then a mark: \"",
    ] {
        check(&text);
    }
}

#[test]
fn every_shape_of_a_value_is_that_of_serde_json() {
    check(&[Sort::Plain, Sort::One(7), Sort::Two(-7, "x"), Sort::Named { first: true, second: Some('"') }]);
    check(&(Unit, Wrapped(2.5), Pair(3, ()), Some("y"), None::<u8>, true, 'z'));
    check(&BTreeMap::from([("one", vec![1_u8]), ("two\n", Vec::new())]));
    let inner = || Inner { score: 0.25, nothing: None };
    check(&Outer { id: 4, name: "n", ranges: vec![[1, 2], [3, 40]], rest: Vec::new(), inner: inner() });
    check(&Outer { id: 4, name: "n", ranges: Vec::new(), rest: vec!["\u{1}".to_owned()], inner: inner() });
}
