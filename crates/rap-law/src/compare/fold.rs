//! What print alone may change: one form for each character whose shape is a matter of typography.
//!
//! A character enters, the characters that stand for it in every comparison leave: full-width forms become plain,
//! quotation marks and dashes of all shapes one each, variant Chinese characters the one of `packs/lexicons/zh`.
//! Letters keep their case, and 、 is no comma: these are words of the law.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

const VARIANTS: &str = include_str!("../../../../packs/lexicons/zh/variants.txt");

/// Variant Chinese characters, each with the one that stands for it.
static STANDARD: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let lines = VARIANTS.lines().filter(|line| !line.starts_with('#'));
    let mut standard = FxHashMap::default();
    for line in lines {
        let mut forms = line.split_whitespace().filter_map(|form| form.chars().next());
        if let Some(first) = forms.next() {
            standard.extend(forms.map(|form| (form, first)));
        }
    }
    standard
});

/// Tells Chinese characters and kana, which are written without spaces, from letters that make words.
pub(crate) const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Appends what stands for `c`; nothing for characters without width.
pub(crate) fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        // One sort of quotation mark for another is print, as is an apostrophe for a quotation mark.
        out.push(if c == '"' { '\'' } else { c });
        return;
    }
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' => {}
        'ﬀ' => out.push_str("ff"),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        'ﬃ' => out.push_str("ffi"),
        'ﬄ' => out.push_str("ffl"),
        '…' | '⋯' => out.push_str("..."),
        _ => out.push(folded(c)),
    }
}

fn folded(c: char) -> char {
    match c {
        // Full-width ASCII lies in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '︰' | '﹕' | '∶' => ':',
        '﹐' | '︐' => ',',
        '﹔' | '︔' => ';',
        '﹙' | '︵' => '(',
        '﹚' | '︶' => ')',
        '﹒' => '.',
        '﹑' | '､' | '︑' => '、',
        '｡' | '︒' => '。',
        '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '″' | '〝' | '〞' | '﹁' | '﹂' | '﹃'
        | '﹄' | '｢' | '｣' | '‘' | '’' | '‚' | '‛' | '′' | '´' | 'ʼ' => '\'',
        '〈' | '﹤' | '‹' => '《',
        '〉' | '﹥' | '›' => '》',
        '\u{2010}'..='\u{2015}' | '−' | '─' | '﹣' => '-',
        '•' | '・' | '‧' | '∙' | '･' => '·',
        '〇' | '○' => '〇',
        '〔' | '﹝' => '[',
        '〕' | '﹞' => ']',
        _ if is_ideograph(c) => STANDARD.get(&c).copied().unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests;
