//! A weekday that its date did not have: "Saturday, 19 April 2031" where that day was another.

use jiff::civil::{Date, Weekday};

use super::{Contradiction, ContradictionKind};
use crate::dates::DateBasis;
use crate::event::Paper;
use crate::when::day_for_people;

pub(super) fn check(paper: &Paper<'_>, found: &mut Vec<Contradiction>) {
    for date in paper.dates() {
        let day = date.when.and_then(crate::when::When::exact).filter(|_| date.basis <= DateBasis::Inferred);
        let (Some(day), Some(told)) = (day, date.weekday) else { continue };
        if day.weekday() == told {
            continue;
        }
        let sentence = paper.sentences().map(|(_, _, span)| span).find(|span| span.contains(date.span));
        let evidence = [Some(date.span), sentence.filter(|sentence| *sentence != date.span)];
        let inferred = date.basis == DateBasis::Inferred;
        found.push(Contradiction {
            kind: ContradictionKind::WeekdayDate,
            words: words(told, day),
            caution: if inferred { "the year is not told and was inferred".to_owned() } else { String::new() },
            evidence: evidence.into_iter().flatten().map(|span| paper.evidence(span)).collect(),
        });
    }
}

fn words(told: Weekday, day: Date) -> String {
    format!("told as a {}; {} was a {}", weekday_name(told), day_for_people(day), weekday_name(day.weekday()))
}

pub(super) const fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
