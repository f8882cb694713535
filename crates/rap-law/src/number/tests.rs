use super::*;

fn check_chinese(words: &str, value: &str) {
    assert_eq!(chinese(words).map(|(_, value)| value).as_deref(), Some(value), "{words}");
}

#[test]
fn chinese_numerals_have_values() {
    for (words, value) in [
        ("一", "1"),
        ("十", "10"),
        ("十二条", "12"),
        ("二十", "20"),
        ("一百零二", "102"),
        ("一百一十", "110"),
        ("一千二百六十", "1260"),
        ("廿三", "23"),
        ("卅", "30"),
        ("二〇二三", "2023"),
        ("一万零五", "10005"),
        ("两", "2"),
        ("１２", "12"),
        ("12", "12"),
        ("٣", "3"),
        ("百", "100"),
        ("壹佰", "100"),
    ] {
        check_chinese(words, value);
    }
    assert_eq!(chinese("条"), None);
    assert_eq!(chinese("十二条之一").map(|(length, _)| length), Some("十二".len()));
}

#[test]
fn roman_numerals_are_strict() {
    assert_eq!(roman("iv"), Some(4));
    assert_eq!(roman("XIII"), Some(13));
    assert_eq!(roman("iiii"), None);
    assert_eq!(roman("Iv"), None);
    assert_eq!(roman("vx"), None);
}

#[test]
fn divisions_are_numbered_in_many_ways() {
    for (words, value) in [
        ("12", "12"),
        ("012", "12"),
        ("12a", "12a"),
        ("III", "3"),
        ("IA:", "1a"),
        ("One", "1"),
        ("A", "A"),
        ("4bis", "4bis"),
        ("XIII High", "13"),
        ("०५", "5"),
        ("C", "C"),
    ] {
        assert_eq!(division(words).map(|(_, value)| value).as_deref(), Some(value), "{words}");
    }
    assert_eq!(division("of"), None);
    assert_eq!(division(""), None);
}

#[test]
fn every_zero_of_the_table_starts_ten_digits() {
    for zero in ZEROS {
        let nine = char::from_u32(zero + 9).unwrap();
        assert_eq!(digit(nine), Some(9));
    }
    assert!(ZEROS.is_sorted());
}
