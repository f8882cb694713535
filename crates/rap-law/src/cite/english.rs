//! English references: `Article 5(1), first subparagraph, points (a) to (d)`, `paragraphs 2 and 3 of Article 10`.

mod numbers;

use std::ops::Range;

use rap_doc::Span;

use super::cursor::{Cursor, is_whole_word};
use numbers::{joint, numbers};

use super::{Act, Citation, Grammar, Group, Pick, Unit, instrument};

/// The words at which a reference begins, with their units.
pub(super) const WORDS: [(&str, Unit); 64] = [
    ("Article", Unit::Article),
    ("Articles", Unit::Article),
    ("ARTICLE", Unit::Article),
    ("article", Unit::Article),
    ("articles", Unit::Article),
    ("Art.", Unit::Article),
    ("Arts.", Unit::Article),
    ("art.", Unit::Article),
    ("paragraph", Unit::Paragraph),
    ("paragraphs", Unit::Paragraph),
    ("Paragraph", Unit::Paragraph),
    ("Paragraphs", Unit::Paragraph),
    ("para.", Unit::Paragraph),
    ("paras.", Unit::Paragraph),
    ("subparagraph", Unit::Subparagraph),
    ("subparagraphs", Unit::Subparagraph),
    ("Subparagraph", Unit::Subparagraph),
    ("sub-paragraph", Unit::Subparagraph),
    ("sub-paragraphs", Unit::Subparagraph),
    ("point", Unit::Point),
    ("points", Unit::Point),
    ("Point", Unit::Point),
    ("Points", Unit::Point),
    ("clause", Unit::Point),
    ("clauses", Unit::Point),
    ("Clause", Unit::Point),
    ("Clauses", Unit::Point),
    ("subclause", Unit::Point),
    ("indent", Unit::Indent),
    ("indents", Unit::Indent),
    ("sentence", Unit::Sentence),
    ("sentences", Unit::Sentence),
    ("Section", Unit::Section),
    ("Sections", Unit::Section),
    ("section", Unit::Section),
    ("sections", Unit::Section),
    ("Sec.", Unit::Section),
    ("SEC.", Unit::Section),
    ("sec.", Unit::Section),
    ("§", Unit::Section),
    ("§§", Unit::Section),
    ("subsection", Unit::Subsection),
    ("subsections", Unit::Subsection),
    ("Subsection", Unit::Subsection),
    ("sub-section", Unit::Subsection),
    ("sub-sections", Unit::Subsection),
    ("Chapter", Unit::Chapter),
    ("Chapters", Unit::Chapter),
    ("chapter", Unit::Chapter),
    ("chapters", Unit::Chapter),
    ("Title", Unit::Title),
    ("Titles", Unit::Title),
    ("Part", Unit::Part),
    ("Parts", Unit::Part),
    ("Annex", Unit::Annex),
    ("Annexes", Unit::Annex),
    ("annex", Unit::Annex),
    ("Schedule", Unit::Annex),
    ("Schedules", Unit::Annex),
    ("Appendix", Unit::Annex),
    ("Recital", Unit::Recital),
    ("Recitals", Unit::Recital),
    ("recital", Unit::Recital),
    ("recitals", Unit::Recital),
];

const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

/// Numbers that one list may hold; longer lists are tables and not references.
const MOST_PICKS: usize = 60;

/// Units that one reference may chain: point, subparagraph, paragraph, article, section, chapter, title, part.
const MOST_GROUPS: usize = 8;

/// Parses the reference at a unit's word.
pub(super) fn citation(
    grammar: &Grammar<'_>,
    text: &str,
    hit: Range<usize>,
    unit: Unit,
    done: usize,
) -> Option<Citation> {
    if !is_whole_word(text, &hit) && !text.get(hit.clone())?.ends_with(['.', '§']) {
        return None;
    }
    let mut cursor = Cursor::new(text, hit.end);
    let (start, first) = match numbers(&mut cursor, unit) {
        Some(picks) => (hit.start, Group { unit, picks }),
        None => before(text, hit.start, done, unit)?,
    };
    let mut groups = vec![first];
    let mut partial = false;
    let ascending = chain(&mut cursor, &mut groups);
    if groups.len() >= MOST_GROUPS || goes_on(cursor) {
        partial = true;
    }
    let mut shared = None;
    if !ascending && let Some((mut head, at)) = shared_head(cursor, &groups) {
        head.append(&mut groups);
        groups = head;
        shared = Some(Cursor { at, ..cursor });
    }
    if ascending {
        groups.sort_by_key(|group| group.unit);
    }
    let annexed = groups.first().is_some_and(|group| group.unit == Unit::Annex);
    let mut tail = instrument::tail(grammar, cursor, annexed);
    let end = tail.end.unwrap_or(cursor.at);
    // What the second is of, act and all, the first is of as well.
    if let (Some(shared), Act::Unnamed) = (shared, &tail.act) {
        tail.act = instrument::tail(grammar, shared, annexed).act;
    }
    let mut act = tail.act;
    if let Some(title) = united_states_code(&mut groups, &mut cursor) {
        act = Act::Known(title);
        return Some(Citation { span: Span::new(start, cursor.at), paths: vec![groups], act, partial });
    }
    Some(Citation { span: Span::new(start, end), paths: vec![groups], act, partial: partial || tail.partial })
}

/// Tells that a list goes on with numbers of another unit, which are part of what is said: `point (h), (2) to (6)`.
fn goes_on(mut cursor: Cursor<'_>) -> bool {
    cursor.eat(",")
        && cursor.space()
        && cursor.bracket().is_some_and(|label| label.starts_with(|c: char| c.is_ascii_digit()))
}

/// `points 1 to 5 and points 8 and 9 of Annex VIII`: what the second is of is what the first is of.
fn shared_head(mut cursor: Cursor<'_>, groups: &[Group]) -> Option<(Vec<Group>, usize)> {
    let top = groups.first()?.unit;
    let last = groups.last()?.unit;
    if matches!(top, Unit::Article | Unit::Annex | Unit::Recital) {
        return None;
    }
    joint(&mut cursor)?;
    if cursor.whole("the") && !cursor.space() {
        return None;
    }
    let next = group(&mut cursor)?;
    if next.unit != last && next.unit != top {
        return None;
    }
    let mut head = Vec::new();
    let mut below = next.unit;
    while head.len() < MOST_GROUPS {
        let Some((group, at)) = upwards(&mut { cursor }, below) else { break };
        cursor.at = at;
        below = group.unit;
        head.push(group);
    }
    head.retain(|group: &Group| group.unit < top);
    head.sort_by_key(|group| group.unit);
    (!head.is_empty()).then_some((head, cursor.at))
}

/// `section 101 of Title 17, United States Code`: the title is the act.
fn united_states_code(groups: &mut Vec<Group>, cursor: &mut Cursor<'_>) -> Option<String> {
    let title = match groups.first() {
        Some(Group { unit: Unit::Title, picks }) => match picks.as_slice() {
            [Pick::One(number)] => number.first().cloned()?,
            _ => return None,
        },
        _ => return None,
    };
    let mut ahead = *cursor;
    if !instrument::united_states_code(&mut ahead) {
        return None;
    }
    *cursor = ahead;
    groups.remove(0);
    Some(format!("us:usc/{title}"))
}

/// Takes what is chained to the first group; returns whether any link goes upwards.
fn chain(cursor: &mut Cursor<'_>, groups: &mut Vec<Group>) -> bool {
    let mut ascending = false;
    while groups.len() < MOST_GROUPS {
        let back = *cursor;
        let last = groups.last().map_or(Unit::Article, |group| group.unit);
        if let Some(group) = downwards(cursor, last) {
            groups.push(group);
        } else if let Some(group) = upwards(&mut { back }, last).map(|(group, at)| {
            cursor.at = at;
            group
        }) {
            ascending = true;
            groups.push(group);
        } else {
            *cursor = back;
            break;
        }
    }
    ascending
}

/// `, first subparagraph`, `, points (a) to (d)`, ` Section 2`.
fn downwards(cursor: &mut Cursor<'_>, above: Unit) -> Option<Group> {
    let mut ahead = *cursor;
    ahead.eat(",");
    if !ahead.space() {
        return None;
    }
    ahead.whole("in");
    let group = group(&mut ahead)?;
    let lower =
        group.unit > above || (above == Unit::Annex && group.unit != Unit::Annex && group.unit != Unit::Article);
    let division = matches!(above, Unit::Chapter | Unit::Title | Unit::Part) && group.unit == Unit::Article;
    if !lower || division || group.unit == Unit::Recital {
        return None;
    }
    *cursor = ahead;
    Some(group)
}

/// ` of Article 10`, ` of the first subparagraph of this Article`.
fn upwards(cursor: &mut Cursor<'_>, below: Unit) -> Option<(Group, usize)> {
    cursor.eat(",");
    if !cursor.spaced("of") && !cursor.spaced("to") && !cursor.spaced("in") {
        return None;
    }
    if !cursor.space() {
        return None;
    }
    if cursor.whole("the") && !cursor.space() {
        return None;
    }
    let group = group(cursor)?;
    let higher = group.unit < below || (below == Unit::Point && group.unit == Unit::Point);
    higher.then_some((group, cursor.at))
}

/// Takes a unit with its numbers: `points (a) to (d)`, `first and second subparagraphs`, `this Article`.
fn group(cursor: &mut Cursor<'_>) -> Option<Group> {
    let mut ahead = *cursor;
    if ahead.whole("this") && ahead.space() {
        let unit = unit(&mut ahead)?;
        *cursor = ahead;
        return Some(Group { unit, picks: vec![Pick::This] });
    }
    let mut ahead = *cursor;
    if let Some(places) = places(&mut ahead) {
        let unit = unit(&mut ahead)?;
        *cursor = ahead;
        return Some(Group { unit, picks: places });
    }
    let mut ahead = *cursor;
    let unit = unit(&mut ahead)?;
    let picks = match numbers(&mut ahead, unit) {
        Some(picks) => picks,
        // "the Annex to Directive …": the only one.
        None if unit == Unit::Annex && ahead.rest().starts_with(" to ") => vec![Pick::One(vec![String::new()])],
        None => return None,
    };
    *cursor = ahead;
    Some(Group { unit, picks })
}

fn unit(cursor: &mut Cursor<'_>) -> Option<Unit> {
    let rest = cursor.rest();
    let longest = WORDS.iter().filter(|(word, _)| rest.starts_with(word)).max_by_key(|(word, _)| word.len())?;
    let mut ahead = *cursor;
    let whole = longest.0.ends_with(['.', '§']) && ahead.eat(longest.0) || ahead.whole(longest.0);
    if !whole {
        return None;
    }
    *cursor = ahead;
    Some(longest.1)
}

/// Takes `first`, `first and second`, `last`, and the space after them.
fn places(cursor: &mut Cursor<'_>) -> Option<Vec<Pick>> {
    let mut picks = Vec::new();
    loop {
        let word = cursor.word()?;
        picks.push(place(word)?);
        if picks.len() > MOST_PICKS {
            return None;
        }
        let comma = cursor.eat(",");
        if !cursor.space() {
            return None;
        }
        let mut ahead = *cursor;
        let joined = (ahead.whole("and") || ahead.whole("or")) && ahead.space();
        if joined {
            *cursor = ahead;
        } else if !comma {
            return Some(picks);
        }
    }
}

fn place(word: &str) -> Option<Pick> {
    if word == "last" || word == "final" {
        return Some(Pick::Last);
    }
    ORDINALS.iter().position(|ordinal| *ordinal == word).map(|at| Pick::Place(at + 1))
}

/// Reads what stands before a unit without a number: `this Article`, `first and second subparagraphs`.
fn before(text: &str, at: usize, done: usize, unit: Unit) -> Option<(usize, Group)> {
    let mut from = at.saturating_sub(60).max(done);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let ahead = text.get(from..at)?;
    let trimmed = ahead.trim_end();
    if trimmed.len() == ahead.len() {
        return None;
    }
    if let Some(word) = trimmed.rsplit(|c: char| !c.is_alphabetic()).next()
        && (word == "this" || word == "This")
    {
        let picks = vec![Pick::This];
        // "This article" in small letters is more often one of a newspaper.
        let paper = unit == Unit::Article && text.get(at..).is_some_and(|rest| rest.starts_with('a'));
        let fits = !paper && !matches!(unit, Unit::Sentence | Unit::Indent | Unit::Point);
        return fits.then(|| (from + trimmed.len() - word.len(), Group { unit, picks }));
    }
    if !matches!(unit, Unit::Subparagraph | Unit::Paragraph | Unit::Indent | Unit::Sentence) {
        return None;
    }
    // The longest run of ordinals that ends here.
    let mut start = trimmed.len();
    for word in trimmed.rsplit(|c: char| c.is_whitespace() || c == ',') {
        let known = word.is_empty() || matches!(word, "and" | "or") || place(word).is_some();
        if !known {
            break;
        }
        start = word.as_ptr() as usize - trimmed.as_ptr() as usize;
    }
    let run = trimmed.get(start..)?;
    let kept = run.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    let kept = kept.strip_prefix("and ").or_else(|| kept.strip_prefix("or ")).unwrap_or(kept);
    let begin = from + (trimmed.len() - kept.len());
    let picks = places(&mut Cursor::new(text, begin))?;
    Some((begin, Group { unit, picks }))
}
