//! Chinese divisions: 第三章, 第十二条之一, 附件二, with or without a space after them.

use rap_doc::Span;

use super::{Division, Sureness, after_separator};
use crate::number;
use crate::provision::ProvisionKind;

/// A heading of a chapter has rarely more than twenty characters; what is longer is a sentence that speaks of one.
const LONGEST_HEADING: usize = 40;

pub(super) fn division(text: &str, line: Span) -> Option<Division> {
    let words = line.of(text);
    if let Some(after) = words.strip_prefix('第') {
        return numbered(text, line, after);
    }
    annex(text, line)
}

fn numbered(text: &str, line: Span, after: &str) -> Option<Division> {
    let spaced = after.trim_start();
    let (length, mut value) = number::chinese(spaced)?;
    let unit = spaced.get(length..)?.trim_start();
    let (name, kind, prefix) = unit_of(unit)?;
    let mut rest = unit.strip_prefix(name)?;
    if kind == ProvisionKind::Article
        && let Some((after_of, inserted)) = inserted(rest)
    {
        value.push('-');
        value.push_str(&inserted);
        rest = after_of;
    }
    let printed = Span::new(line.start(), line.end() - rest.len());
    let rest = Span::new(printed.end(), line.end());
    let sure = judge(rest.of(text), kind)?;
    Some(Division { kind, prefix, value, printed, rest: after_separator(text, rest), sure, stray: false })
}

fn unit_of(words: &str) -> Option<(&'static str, ProvisionKind, &'static str)> {
    const UNITS: [(&str, ProvisionKind, &str); 9] = [
        ("分编", ProvisionKind::Title, "subpart"),
        ("分編", ProvisionKind::Title, "subpart"),
        ("卷", ProvisionKind::Book, "book"),
        ("编", ProvisionKind::Part, "part"),
        ("編", ProvisionKind::Part, "part"),
        ("章", ProvisionKind::Chapter, "chp"),
        ("节", ProvisionKind::Section, "sec"),
        ("節", ProvisionKind::Section, "sec"),
        ("条", ProvisionKind::Article, "art"),
    ];
    UNITS.into_iter().chain([("條", ProvisionKind::Article, "art")]).find(|(name, _, _)| words.starts_with(name))
}

/// Returns what follows 之一 and the number in it.
pub(crate) fn inserted(rest: &str) -> Option<(&str, String)> {
    let after = rest.trim_start().strip_prefix('之')?.trim_start();
    let (length, value) = number::chinese(after)?;
    Some((after.get(length..)?, value))
}

/// Tells whether the line opens the division, and how surely.
fn judge(rest: &str, kind: ProvisionKind) -> Option<Sureness> {
    let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '*');
    if trimmed.is_empty() || trimmed.len() < rest.len() || rest.starts_with(['【', '[', '：', ':']) {
        let long =
            kind != ProvisionKind::Article && trimmed.chars().take(LONGEST_HEADING + 1).count() > LONGEST_HEADING;
        return (!long).then_some(Sureness::Set);
    }
    // 第十二条第二款规定, 第十条、第十一条, 第三章的规定, 第五条所称.
    let goes_on = [
        "第", "、", "和", "或", "至", "到", "与", "及", "，", "。", "；", "规定", "的", "所", "之", "款", "项", "中",
        "以", "）", "》",
    ];
    if goes_on.iter().any(|word| rest.starts_with(word)) {
        return None;
    }
    let sentence =
        rest.contains(['。', '，', '；']) || rest.chars().take(LONGEST_HEADING + 1).count() > LONGEST_HEADING;
    (kind == ProvisionKind::Article || !sentence).then_some(Sureness::Tight)
}

/// 附件, 附件1, 附件二：, 附录, 附表.
fn annex(text: &str, line: Span) -> Option<Division> {
    let words = line.of(text);
    let squeezed = words.strip_prefix('附')?.trim_start();
    let name = ['件', '录', '錄', '表'].into_iter().find(|c| squeezed.starts_with(*c))?;
    let after = squeezed.get(name.len_utf8()..)?.trim_start();
    let (length, value) = number::chinese(after).unwrap_or_default();
    let rest = after.get(length..)?;
    let parted = rest.is_empty() || rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '：' | ':' | '*'));
    let long = words.chars().count() > LONGEST_HEADING;
    if !parted || long || words.ends_with(['。', '；', '，']) {
        return None;
    }
    let printed = Span::new(line.start(), line.end() - rest.len()).trimmed(text);
    let rest = after_separator(text, Span::new(printed.end(), line.end()));
    let kind = ProvisionKind::Annex;
    Some(Division { kind, prefix: "anx", value, printed, rest, sure: Sureness::Set, stray: false })
}
