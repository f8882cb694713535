//! The time line as a calendar (iCalendar, RFC 5545), to be opened by any calendar program.

use std::fmt::Write as _;

use super::{Event, Happening, Role};
use crate::when::shifted;

/// Returns the events that have a date as a calendar. An event of an uncertain date stands on all its days, and says so.
#[must_use]
pub fn to_ics(happenings: &[Happening], program: &str) -> String {
    let mut calendar = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    line(&mut calendar, "PRODID", &format!("-//{program}//EN"));
    for (number, happening) in happenings.iter().enumerate() {
        entry(&mut calendar, number, &happening.event);
    }
    calendar.push_str("END:VCALENDAR\r\n");
    calendar
}

fn entry(calendar: &mut String, number: usize, event: &Event) {
    let Some(when) = event.when else { return };
    let stamp = |date: jiff::civil::Date| format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
    calendar.push_str("BEGIN:VEVENT\r\n");
    line(calendar, "UID", &format!("{}-{}@rapporteur", number + 1, stamp(when.first())));
    // The calendar says when an entry was made; here nothing knows a clock, and the day of the event stands for it.
    line(calendar, "DTSTAMP", &format!("{}T000000Z", stamp(when.first())));
    line(calendar, "DTSTART;VALUE=DATE", &stamp(when.first()));
    line(calendar, "DTEND;VALUE=DATE", &stamp(shifted(when.last(), 1)));
    let uncertain =
        if when.exact().is_none() { format!(" (some time in {})", when.for_people()) } else { String::new() };
    let name = if event.title.is_empty() { event.label() } else { format!("{}: {}", event.label(), event.title) };
    line(calendar, "SUMMARY", &escaped(&format!("{name}{uncertain}")));
    line(calendar, "CATEGORIES", event.kind.name());
    if !event.place.is_empty() {
        line(calendar, "LOCATION", &escaped(&event.place));
    }
    if !event.item.name.is_empty() {
        line(calendar, "X-LAW", &escaped(&event.item.name));
    }
    if let Some(reading) = event.reading {
        line(calendar, "X-READING", &reading.to_string());
    }
    if let Some(actor) = event.with_role(&[Role::Acted]).next() {
        line(calendar, "X-BY", &escaped(&actor.name));
    }
    if event.planned {
        line(calendar, "STATUS", "TENTATIVE");
    }
    let quotes: Vec<String> = event
        .evidence
        .iter()
        .map(|evidence| format!("{}:{}: “{}”", evidence.origin, evidence.place, evidence.quote))
        .collect();
    line(calendar, "DESCRIPTION", &escaped(&quotes.join("\n")));
    calendar.push_str("END:VEVENT\r\n");
}

fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "").replace(',', "\\,").replace(';', "\\;")
}

/// Writes a line, folded where it is longer than the 75 bytes that the format allows.
fn line(calendar: &mut String, name: &str, value: &str) {
    const MOST: usize = 73;
    let mut length = 0;
    let mut folded = String::new();
    for c in name.chars().chain([':']).chain(value.chars()) {
        if length + c.len_utf8() > MOST {
            folded.push_str("\r\n ");
            length = 1;
        }
        folded.push(c);
        length += c.len_utf8();
    }
    // Writing to a string does not fail.
    let _ = write!(calendar, "{folded}\r\n");
}
