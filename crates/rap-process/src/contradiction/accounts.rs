//! Two accounts of one event that differ: in day, weekday, place, numbers, tally.

use rap_doc::Span;

use super::numerals::{Counted, counted};
use super::weekday::weekday_name;
use super::{Contradiction, ContradictionKind};
use crate::event::{Event, EventKind, Evidence, Happening};
use crate::when::day_for_people;

/// Words that count those who came, whatever they are called.
const CAME: [&str; 10] =
    ["testified", "spoke", "attended", "took part", "participated", "were present", "参加", "出席", "与会", "参会"];

/// How many accounts of one event are compared with each other.
const MOST_COMPARED: usize = 12;

pub(super) fn check(accounts: &[Event], happening: &Happening, found: &mut Vec<Contradiction>) {
    let members: Vec<&Event> =
        happening.accounts.iter().filter_map(|index| accounts.get(*index)).take(MOST_COMPARED).collect();
    for (index, one) in members.iter().enumerate() {
        for other in members.iter().skip(index + 1) {
            dates(one, other, found);
            if one.kind.gathers() {
                places(one, other, found);
            }
            tallies(one, other, found);
            if one.kind.gathers() {
                numbers(one, other, found);
            }
        }
    }
}

/// Returns the kind of an event as a noun.
fn noun(kind: EventKind) -> String {
    use EventKind::{
        Agreement, CommitteeReport, Gathering, Hearing, Mandate, PressConference, Reading, Trilogue, Vote,
    };
    match kind {
        Gathering | Hearing | PressConference | Trilogue | Vote | Reading | Agreement | Mandate | CommitteeReport => {
            kind.words().to_owned()
        }
        other => format!("event (“{}”)", other.words()),
    }
}

fn both(one: &Event, other: &Event) -> Vec<Evidence> {
    one.evidence.first().into_iter().chain(other.evidence.first()).cloned().collect()
}

fn dates(one: &Event, other: &Event, found: &mut Vec<Contradiction>) {
    let label = noun(one.kind);
    match (one.when.and_then(crate::when::When::exact), other.when.and_then(crate::when::When::exact)) {
        (Some(a), Some(b)) if a != b => found.push(Contradiction {
            kind: ContradictionKind::AccountsDiffer,
            words: format!(
                "two accounts of one {label} give different days: {} and {}",
                day_for_people(a),
                day_for_people(b)
            ),
            caution: "they may be two events".to_owned(),
            evidence: both(one, other),
        }),
        (None, Some(day)) => weekday(one, other, day, found),
        (Some(day), None) => weekday(other, one, day, found),
        _ => {}
    }
}

/// One account gives a weekday alone, the other the day.
fn weekday(vague: &Event, exact: &Event, day: jiff::civil::Date, found: &mut Vec<Contradiction>) {
    let Some(told) = vague.weekday.filter(|told| *told != day.weekday()) else { return };
    found.push(Contradiction {
        kind: ContradictionKind::WeekdayDate,
        words: format!(
            "one account tells of a {}, another of {}, which was a {}",
            weekday_name(told),
            day_for_people(day),
            weekday_name(day.weekday())
        ),
        caution: "the two accounts are taken for one event because of those who took part".to_owned(),
        evidence: both(vague, exact),
    });
}

fn places(one: &Event, other: &Event, found: &mut Vec<Contradiction>) {
    let known = !one.place.is_empty() && !other.place.is_empty();
    let same = one.place.contains(&other.place) || other.place.contains(&one.place);
    // Nothing here translates the names of towns.
    let comparable = one.place.is_ascii() == other.place.is_ascii();
    if known && !same && comparable {
        found.push(Contradiction {
            kind: ContradictionKind::AccountsDiffer,
            words: format!(
                "two accounts of one {} give different places: {} and {}",
                noun(one.kind),
                one.place,
                other.place
            ),
            caution: String::new(),
            evidence: both(one, other),
        });
    }
}

fn tallies(one: &Event, other: &Event, found: &mut Vec<Contradiction>) {
    let tally = |event: &Event| event.evidence.iter().find_map(|evidence| tally(&evidence.quote));
    if let (Some(a), Some(b)) = (tally(one), tally(other))
        && a != b
    {
        found.push(Contradiction {
            kind: ContradictionKind::AccountsDiffer,
            words: format!("two accounts of one vote give different numbers: {a} and {b}"),
            caution: String::new(),
            evidence: both(one, other),
        });
    }
}

/// Returns a tally as `for-against-abstaining`: `499 votes to 28`, `499-28-93`, `499票赞成、28票反对`.
fn tally(words: &str) -> Option<String> {
    let numbers: Vec<(Span, u32)> = numbers_in(words);
    for (index, (first, a)) in numbers.iter().enumerate() {
        let Some((second, b)) = numbers.get(index + 1) else { break };
        let gap = words.get(first.end()..second.start()).unwrap_or_default();
        let plain = gap.trim();
        let votes = plain == "votes to"
            || plain == "to"
            || plain == "for and"
            || plain == "in favour and"
            || plain == "in favor and"
            || plain == "votes in favour,"
            || plain == "votes in favor,"
            || plain == "in favour,"
            || plain == "in favor,"
            || plain.starts_with("票赞成")
            || plain == "against"
            || matches!(plain, "-" | "–" | "—") && (numbers.get(index + 2).is_some() || is_vote_before(words, *first));
        // "24 to 28 October" is a stretch of days.
        let rest = words.get(second.end()..).unwrap_or_default().trim_start();
        let date =
            rest.split(|c: char| !c.is_alphabetic()).next().is_some_and(|word| rap_doc::month_of(word).is_some());
        if votes && !date && (*a >= 10 || plain != "to") {
            let third = numbers.get(index + 2).filter(|(span, _)| is_third(words, *second, *span));
            return Some(third.map_or_else(|| format!("{a}-{b}"), |(_, c)| format!("{a}-{b}-{c}")));
        }
    }
    None
}

/// Tells whether the words before a number say that it counts votes: "by 61-38", "in a vote of 61-38".
fn is_vote_before(words: &str, number: Span) -> bool {
    let before = words.get(..number.start()).unwrap_or_default().trim_end();
    before.ends_with(" by") && (before.contains("passed") || before.contains("adopted") || before.contains("approved"))
        || before.ends_with("vote of")
        || before.ends_with("voted")
}

/// Tells whether a third number goes on with a tally: those who abstained, and no day or year.
fn is_third(words: &str, second: Span, third: Span) -> bool {
    let gap = words.get(second.end()..third.start()).unwrap_or_default();
    let behind: String = words.get(third.end()..).unwrap_or_default().chars().take(14).collect();
    let abstained = |words: &str| words.contains("abst") || words.contains("弃权");
    gap.len() <= 30 && (matches!(gap.trim(), "-" | "–" | "—") || abstained(gap) || abstained(&behind))
}

fn numbers_in(words: &str) -> Vec<(Span, u32)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(offset) = words.get(from..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = from + offset;
        let length = words.get(start..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        from = start + length;
        if let Some(number) = words.get(start..from).and_then(|digits| digits.parse().ok()) {
            found.push((Span::new(start, from), number));
        }
    }
    found
}

/// Numbers of people and companies that two accounts count in other ways.
fn numbers(one: &Event, other: &Event, found: &mut Vec<Contradiction>) {
    let of = |event: &Event| {
        let counted = event.evidence.iter().chain(&event.attendance).flat_map(|evidence| {
            let language = rap_doc::Language::of(&evidence.quote);
            counted(&evidence.quote, language).into_iter().map(|count| (count, evidence.clone())).collect::<Vec<_>>()
        });
        counted
            .filter(|(count, evidence)| {
                matches!(count.class, "participant" | "company")
                    || count.class == "speaker" && CAME.iter().any(|word| evidence.quote.contains(word))
            })
            .collect::<Vec<(Counted, Evidence)>>()
    };
    let others = of(other);
    for (count, evidence) in of(one) {
        let rival = others.iter().find(|(rival, _)| rival.class == count.class);
        let Some((rival, beside)) = rival else { continue };
        if !count.may_be(rival) {
            found.push(Contradiction {
                kind: ContradictionKind::AccountsDiffer,
                words: format!(
                    "two accounts of one {} count differently: “{}” and “{}”",
                    noun(one.kind),
                    count.span.of(&evidence.quote),
                    rival.span.of(&beside.quote)
                ),
                caution: "they may count different people".to_owned(),
                evidence: vec![evidence, beside.clone()],
            });
            return;
        }
    }
}
