//! Numbers written out.

use super::numeral;

#[test]
fn numbers_are_written_as_word_writes_them() {
    let check = |number: u32, format: &str, expected: &str| assert_eq!(numeral(number, format), expected);
    check(4, "lowerRoman", "iv");
    check(1994, "upperRoman", "MCMXCIV");
    check(27, "lowerLetter", "aa");
    check(26, "upperLetter", "Z");
    check(12, "chineseCounting", "十二");
    check(20, "chineseCounting", "二十");
    check(101, "chineseCounting", "一百零一");
    check(110, "chineseCountingThousand", "一百一十");
    check(1005, "chineseCountingThousand", "一千零五");
    check(12, "ordinal", "12th");
    check(22, "ordinal", "22nd");
    check(3, "decimalEnclosedCircle", "③");
    check(7, "somethingNew", "7");
}
