//! Chinese references: 第二十四条第二款第（三）项, 前款, 前两款, 本条第一款, 本法第三章, 《…法》第十条至第十二条.

use std::ops::Range;

use rap_doc::Span;

use super::cursor::Cursor;
use super::{Act, Citation, Grammar, Group, Pick, Unit};
use crate::mark::inserted;
use crate::number;

/// The words at which a reference begins.
pub(super) const STARTS: [&str; 34] = [
    "第",
    "《",
    "本法",
    "本条例",
    "本办法",
    "本规定",
    "本决定",
    "本细则",
    "本规则",
    "本解释",
    "本准则",
    "本条",
    "本條",
    "本款",
    "本项",
    "本項",
    "本章",
    "本节",
    "本節",
    "本编",
    "前款",
    "前條",
    "前条",
    "前项",
    "前項",
    "前两",
    "前兩",
    "前二",
    "前三",
    "前四",
    "该法",
    "该条例",
    "该办法",
    "同法",
];

/// Words that end the name of an act.
const ACT_ENDS: [&str; 26] = [
    "法", "条例", "條例", "规定", "規定", "办法", "辦法", "法典", "决定", "決定", "解释", "解釋", "细则", "細則",
    "规则", "規則", "公约", "公約", "协定", "協定", "宪法", "憲法", "章程", "规范", "標準", "标准",
];

/// Numbers of one list.
const MOST: usize = 60;

/// A name of an act in brackets has at most these characters.
const LONGEST_NAME: usize = 80;

/// Parses the reference at one of the [`STARTS`].
pub(super) fn citation(grammar: &Grammar<'_>, text: &str, start: usize, _done: usize) -> Option<Citation> {
    let rest = text.get(start..)?;
    match rest.chars().next()? {
        '第' => units(text, start, start, Act::Unnamed),
        '《' => titled(grammar, text, start),
        '前' => before(text, start),
        '本' => this(text, start),
        _ => {
            let name = ["该条例", "该办法", "该法", "同法"].into_iter().find(|name| rest.starts_with(name))?;
            Some(with_units(text, start, start + name.len(), Act::Named))
        }
    }
}

/// Tells whether a name of an act ends here: 刑法 is one, 刑法学 is not.
pub(super) fn is_whole_name(text: &str, end: usize) -> bool {
    let after = text.get(end..).and_then(|after| after.chars().next());
    !after.is_some_and(|c| "律规規人院定学學制案庭官则則".contains(c))
}

/// A name of the pack, and the units that follow it.
pub(super) fn after_name(_grammar: &Grammar<'_>, text: &str, hit: Range<usize>, act: Act) -> Citation {
    with_units(text, hit.start, hit.end, act)
}

/// Returns the reference to an act whose name ends at `end`, with the units that follow.
fn with_units(text: &str, start: usize, end: usize, act: Act) -> Citation {
    match units(text, start, end, act.clone()) {
        Some(citation) => citation,
        None => Citation { span: Span::new(start, end), paths: Vec::new(), act, partial: false },
    }
}

/// 《中华人民共和国网络安全法》第二十一条.
fn titled(grammar: &Grammar<'_>, text: &str, start: usize) -> Option<Citation> {
    let inner = text.get(start + '《'.len_utf8()..)?;
    let end = inner.char_indices().take(LONGEST_NAME).find(|(_, c)| *c == '》').map(|(at, _)| at)?;
    let name = inner.get(..end)?;
    let plain = name.split(['（', '(']).next().unwrap_or(name).trim();
    let act = match grammar.instruments.by_name(plain) {
        Some(id) => Act::Known(id.to_owned()),
        // The full name of a law of the People's Republic is its official name.
        None if plain.starts_with("中华人民共和国") && plain.ends_with(['法', '例']) => {
            Act::Known(format!("cn:{plain}"))
        }
        None if ACT_ENDS.iter().any(|end| plain.ends_with(end)) => Act::Unknown,
        None => return None,
    };
    let mut close = start + '《'.len_utf8() + end + '》'.len_utf8();
    // 《…法》（以下称“本法”）第三条, 《…法》（2018年修正）第三条.
    let after = text.get(close..)?;
    if after.starts_with(['（', '(']) {
        let bracket = after.char_indices().take(40).find(|(_, c)| matches!(c, '）' | ')'));
        if let Some((at, c)) = bracket
            && after.get(at + c.len_utf8()..).is_some_and(|rest| rest.starts_with('第'))
        {
            close += at + c.len_utf8();
        }
    }
    Some(with_units(text, start, close, act))
}

/// 本法第三章, 本条第一款, 本款.
fn this(text: &str, start: usize) -> Option<Citation> {
    let rest = text.get(start..)?;
    let after = rest.strip_prefix('本')?;
    if let Some((unit, length)) = unit(after) {
        let end = start + '本'.len_utf8() + length;
        let first = Group { unit, picks: vec![Pick::This] };
        return Some(chained(text, start, end, vec![first], Act::Unnamed));
    }
    let name = STARTS.into_iter().find(|name| name.starts_with('本') && rest.starts_with(name))?;
    Some(with_units(text, start, start + name.len(), Act::This))
}

/// 前款, 前两款, 前条第二款, 前款第（一）项.
fn before(text: &str, start: usize) -> Option<Citation> {
    let after = text.get(start + '前'.len_utf8()..)?;
    let (length, count) = number::chinese(after).map_or((0, 1), |(length, value)| (length, value.parse().unwrap_or(0)));
    let (unit, unit_length) = unit(after.get(length..)?)?;
    if count == 0 || count > MOST || !matches!(unit, Unit::Article | Unit::Paragraph | Unit::Point) {
        return None;
    }
    let end = start + '前'.len_utf8() + length + unit_length;
    let first = Group { unit, picks: vec![Pick::Before(count)] };
    Some(chained(text, start, end, vec![first], Act::Unnamed))
}

/// Returns the reference whose first group ends at `end`, with lower units that follow.
fn chained(text: &str, start: usize, end: usize, first: Vec<Group>, act: Act) -> Citation {
    let mut cursor = Cursor::new(text, end);
    let mut paths = vec![first.clone()];
    list(&mut cursor, &mut paths, true);
    Citation { span: Span::new(start, cursor.at), paths, act, partial: false }
}

/// Takes the units at `from`; none where no unit stands there.
fn units(text: &str, start: usize, from: usize, act: Act) -> Option<Citation> {
    let mut cursor = Cursor::new(text, from);
    let mut paths = vec![Vec::new()];
    list(&mut cursor, &mut paths, true);
    paths.retain(|path| !path.is_empty());
    (!paths.is_empty()).then(|| Citation { span: Span::new(start, cursor.at), paths, act, partial: false })
}

/// Takes 第…条第…款, then what is joined to it: 、第…款, 至第…条.
fn list(cursor: &mut Cursor<'_>, paths: &mut Vec<Vec<Group>>, first: bool) {
    let mut joint = if first { Some(Joint::Below) } else { None };
    while paths.len() < MOST {
        let mut ahead = *cursor;
        let Some(how) = joint.take().or_else(|| self::joint(&mut ahead)) else { break };
        let Some(group) = group(&mut ahead) else { break };
        match (how, paths.last_mut()) {
            (Joint::Below, Some(path)) => {
                if path.last().is_some_and(|last| last.unit >= group.unit) {
                    break;
                }
                path.push(group);
            }
            (Joint::To, Some(path)) => {
                if !extend(path, &group) {
                    break;
                }
            }
            (Joint::And, Some(path)) => {
                let mut next: Vec<Group> = path.iter().take_while(|above| above.unit < group.unit).cloned().collect();
                if !path.iter().any(|above| above.unit == group.unit) && !next.is_empty() && next.len() == path.len() {
                    // 本条、第三款: a lower unit after a mark is another reference.
                    break;
                }
                next.push(group);
                paths.push(next);
            }
            _ => break,
        }
        *cursor = ahead;
    }
}

/// Makes the last number of a path a range up to this one.
fn extend(path: &mut [Group], to: &Group) -> bool {
    let Some(last) = path.last_mut() else { return false };
    let (Some(Pick::One(from)), [Pick::One(end)]) = (last.picks.last().cloned(), to.picks.as_slice()) else {
        return false;
    };
    if last.unit != to.unit {
        return false;
    }
    last.picks.pop();
    last.picks.push(Pick::Range(from, end.clone()));
    true
}

enum Joint {
    Below,
    And,
    To,
}

fn joint(cursor: &mut Cursor<'_>) -> Option<Joint> {
    let mut ahead = *cursor;
    if ahead.rest().starts_with('第') {
        return Some(Joint::Below);
    }
    let how = if ahead.eat("至") || ahead.eat("到") || ahead.eat("—") || ahead.eat("－") {
        Joint::To
    } else if ["、", "和", "与", "及", "或者", "或", "以及", "，"].iter().any(|word| ahead.eat(word)) {
        ahead.eat("者");
        Joint::And
    } else {
        return None;
    };
    if !ahead.rest().starts_with('第') {
        return None;
    }
    *cursor = ahead;
    Some(how)
}

/// Takes 第二十四条, 第（三）项, 第一、二款, 第（一）至（三）项.
fn group(cursor: &mut Cursor<'_>) -> Option<Group> {
    let mut ahead = *cursor;
    if !ahead.eat("第") {
        return None;
    }
    let mut picks = vec![Pick::One(vec![numeral(&mut ahead)?])];
    loop {
        if let Some((unit, length)) = unit(ahead.rest()) {
            ahead.at += length;
            if unit == Unit::Article
                && let Some((rest, value)) = inserted(ahead.rest())
            {
                ahead.at = ahead.text.len() - rest.len();
                if let Some(Pick::One(number)) = picks.last_mut()
                    && let Some(last) = number.last_mut()
                {
                    last.push('-');
                    last.push_str(&value);
                }
            }
            *cursor = ahead;
            return Some(Group { unit, picks });
        }
        let to = ahead.eat("至");
        if !(to || ahead.eat("、") || ahead.eat("和") || ahead.eat("或") || ahead.eat("及")) || picks.len() > MOST {
            return None;
        }
        let next = vec![numeral(&mut ahead)?];
        match picks.last_mut() {
            Some(last) if to => {
                let Pick::One(from) = last.clone() else { return None };
                *last = Pick::Range(from, next);
            }
            _ => picks.push(Pick::One(next)),
        }
    }
}

/// Takes 二十四, （三）, 3.
fn numeral(cursor: &mut Cursor<'_>) -> Option<String> {
    cursor.space();
    let bracket = cursor.eat("（") || cursor.eat("(");
    cursor.space();
    let (length, value) = number::chinese(cursor.rest())?;
    cursor.at += length;
    cursor.space();
    if bracket && !(cursor.eat("）") || cursor.eat(")")) {
        return None;
    }
    cursor.space();
    Some(value)
}

fn unit(words: &str) -> Option<(Unit, usize)> {
    let first = words.chars().next()?;
    let unit = match first {
        '编' | '編' => Unit::Part,
        '章' => Unit::Chapter,
        '节' | '節' => Unit::Section,
        '条' | '條' => Unit::Article,
        '款' => Unit::Paragraph,
        '项' | '項' => Unit::Point,
        '目' => Unit::Indent,
        _ => return None,
    };
    // 第三条件, 第一节课, 第二项目 and 第一章程 are other words.
    let after = words.get(first.len_utf8()..)?;
    let other: &[&str] = match first {
        '条' | '條' => &["件", "例", "线", "路", "款"],
        '节' | '節' => &["课", "目", "点", "约"],
        '项' | '項' => &["目"],
        '款' => &["项", "式"],
        '章' => &["程"],
        '编' | '編' => &["号", "制", "辑", "码"],
        '目' => &["标", "的", "录", "前"],
        _ => &[],
    };
    let is_other = other.iter().any(|word| after.starts_with(word));
    (!is_other).then_some((unit, first.len_utf8()))
}
