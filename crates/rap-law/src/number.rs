//! Numbers as laws print them: digits of every script, Chinese and Roman numerals, ordinal words; and their value.

/// The zeros of the decimal systems of Unicode (general category Nd, Unicode 16), in order.
const ZEROS: [u32; 70] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0,
    0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620,
    0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136,
    0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0,
    0x11C50, 0x11D50, 0x11DA0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE, 0x1E140,
    0x1E2F0, 0x1E4F0, 0x1E950,
];

/// The largest number that a provision is expected to have; the longest codes end before it.
pub(crate) const LARGEST_USUAL: u64 = 20_000;

/// Returns the value of a decimal digit of any script.
pub(crate) fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).and_then(|value| u8::try_from(value).ok());
    }
    let code = u32::from(c);
    let before = ZEROS.partition_point(|zero| *zero <= code).checked_sub(1)?;
    let beyond = code.checked_sub(*ZEROS.get(before)?)?;
    u8::try_from(beyond).ok().filter(|value| *value < 10)
}

/// Returns the bytes that a run of decimal digits at the start of `words` takes, and the digits in ASCII without
/// leading zeros.
pub(crate) fn decimal(words: &str) -> Option<(usize, String)> {
    let mut digits = String::new();
    let mut length = 0;
    for c in words.chars() {
        let Some(value) = digit(c) else { break };
        digits.push(char::from(b'0' + value));
        length += c.len_utf8();
    }
    if digits.is_empty() {
        return None;
    }
    let short = digits.trim_start_matches('0');
    Some((length, if short.is_empty() { "0".to_owned() } else { short.to_owned() }))
}

/// What a Chinese numeral stands for.
enum Numeral {
    Digit(u64),
    Unit(u64),
    /// 廿, 卅, 卌: tens in one character.
    Tens(u64),
}

fn numeral(c: char) -> Option<Numeral> {
    let value = match c {
        '零' | '〇' | '○' | 'Ｏ' => Numeral::Digit(0),
        '一' | '壹' | '弌' => Numeral::Digit(1),
        '二' | '两' | '兩' | '贰' | '貳' => Numeral::Digit(2),
        '三' | '叁' | '參' => Numeral::Digit(3),
        '四' | '肆' => Numeral::Digit(4),
        '五' | '伍' => Numeral::Digit(5),
        '六' | '陆' | '陸' => Numeral::Digit(6),
        '七' | '柒' => Numeral::Digit(7),
        '八' | '捌' => Numeral::Digit(8),
        '九' | '玖' => Numeral::Digit(9),
        '十' | '拾' => Numeral::Unit(10),
        '百' | '佰' => Numeral::Unit(100),
        '千' | '仟' => Numeral::Unit(1000),
        '万' | '萬' => Numeral::Unit(10_000),
        '廿' | '卄' => Numeral::Tens(20),
        '卅' => Numeral::Tens(30),
        '卌' => Numeral::Tens(40),
        _ => return None,
    };
    Some(value)
}

/// Returns the bytes and the value of the number at the start of `words`, in Chinese numerals or digits.
///
/// ```text
/// 一百零二 → 102, 廿三 → 23, 二〇二三 → 2023, 十二 → 12, １２ → 12
/// ```
pub(crate) fn chinese(words: &str) -> Option<(usize, String)> {
    if let Some(found) = decimal(words) {
        return Some(found);
    }
    let (mut total, mut section, mut current, mut length) = (0_u64, 0_u64, None, 0);
    for c in words.chars() {
        match numeral(c) {
            Some(Numeral::Digit(value)) => {
                current = Some(current.map_or(value, |before: u64| before.saturating_mul(10).saturating_add(value)));
            }
            Some(Numeral::Tens(value)) => section = section.saturating_add(value),
            Some(Numeral::Unit(10_000)) => {
                let below = section.saturating_add(current.take().unwrap_or_default());
                total = total.saturating_add(below.max(1).saturating_mul(10_000));
                section = 0;
            }
            Some(Numeral::Unit(unit)) => {
                // 零 before a unit says nothing: 一百零十 is read as 110.
                let count = current.take().filter(|count| *count > 0).unwrap_or(1);
                section = section.saturating_add(count.saturating_mul(unit));
            }
            None => break,
        }
        length += c.len_utf8();
    }
    let value = total.saturating_add(section).saturating_add(current.unwrap_or_default());
    (length > 0).then(|| (length, value.to_string()))
}

/// Returns the value of a Roman numeral in one case; none where it is not written as one.
pub(crate) fn roman(words: &str) -> Option<u32> {
    const TABLE: [(&str, u32); 13] = [
        ("m", 1000),
        ("cm", 900),
        ("d", 500),
        ("cd", 400),
        ("c", 100),
        ("xc", 90),
        ("l", 50),
        ("xl", 40),
        ("x", 10),
        ("ix", 9),
        ("v", 5),
        ("iv", 4),
        ("i", 1),
    ];
    let one_case = words.bytes().all(|b| b.is_ascii_lowercase()) || words.bytes().all(|b| b.is_ascii_uppercase());
    if words.is_empty() || words.len() > 15 || !one_case {
        return None;
    }
    let lower = words.to_ascii_lowercase();
    let (mut rest, mut value) = (lower.as_str(), 0);
    for (sign, worth) in TABLE {
        let most = if sign.len() == 1 && matches!(worth, 1 | 10 | 100 | 1000) { 3 } else { 1 };
        for _ in 0..most {
            let Some(after) = rest.strip_prefix(sign) else { break };
            rest = after;
            value += worth;
        }
    }
    rest.is_empty().then_some(value)
}

/// Returns the value of an ordinal or cardinal word: `First`, `ONE`.
pub(crate) fn number_word(word: &str) -> Option<u32> {
    const WORDS: [(&str, &str); 20] = [
        ("one", "first"),
        ("two", "second"),
        ("three", "third"),
        ("four", "fourth"),
        ("five", "fifth"),
        ("six", "sixth"),
        ("seven", "seventh"),
        ("eight", "eighth"),
        ("nine", "ninth"),
        ("ten", "tenth"),
        ("eleven", "eleventh"),
        ("twelve", "twelfth"),
        ("thirteen", "thirteenth"),
        ("fourteen", "fourteenth"),
        ("fifteen", "fifteenth"),
        ("sixteen", "sixteenth"),
        ("seventeen", "seventeenth"),
        ("eighteen", "eighteenth"),
        ("nineteen", "nineteenth"),
        ("twenty", "twentieth"),
    ];
    let at = WORDS
        .iter()
        .position(|(cardinal, ordinal)| word.eq_ignore_ascii_case(cardinal) || word.eq_ignore_ascii_case(ordinal))?;
    u32::try_from(at + 1).ok()
}

/// Returns the bytes and the value of the number of a division of an act in Latin script: `12`, `12a`, `III`, `IIIa`,
/// `A`, `One`, `4bis`.
pub(crate) fn division(words: &str) -> Option<(usize, String)> {
    if let Some((length, digits)) = decimal(words) {
        let rest = words.get(length..).unwrap_or_default();
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let suffix = rest.get(..letters).unwrap_or_default();
        return (letters <= 4).then(|| (length + letters, format!("{digits}{suffix}")));
    }
    let letters = words.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = words.get(..letters)?;
    if let Some(value) = number_word(word) {
        return Some((letters, value.to_string()));
    }
    if let ("A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "J" | "K" | "L" | "M", 1) = (word, letters) {
        return Some((1, word.to_owned()));
    }
    if let Some(value) = roman(word) {
        return Some((letters, value.to_string()));
    }
    // An inserted division: `IA`, `IIIa`, `VIIIA`.
    let (head, tail) = word.split_at_checked(letters.checked_sub(1)?)?;
    if let Some(value) = roman(head) {
        return Some((letters, format!("{value}{}", tail.to_ascii_lowercase())));
    }
    (letters == 1).then(|| (1, word.to_owned()))
}

#[cfg(test)]
mod tests;
