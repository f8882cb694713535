//! Events from a table or a calendar: what people add by hand.
//!
//! A CSV file has a header. `date` and `kind` are needed; `title`, `place`, `law`, `reading`, `until`, `by`, `host`,
//! `organiser`, `chair`, `attended`, `spoke` and `note` may be there, names parted by `;`. An iCalendar file (RFC 5545)
//! gives `DTSTART`, `SUMMARY`, `LOCATION`, `ORGANIZER`, `ATTENDEE`, `CATEGORIES` (the kind) and `DESCRIPTION` of each
//! `VEVENT`. All faults of a file are told at once.

use rap_doc::{Fault, FileLines, meant};
use rap_statement::{ActorKind, BodyKind};

use super::{Event, EventKind, Evidence, Item, Participant, Role};
use crate::body::Bodies;
use crate::fault::FileFaults;
use crate::when::When;

const COLUMNS: [&str; 14] = [
    "date",
    "kind",
    "title",
    "place",
    "law",
    "reading",
    "until",
    "by",
    "host",
    "organiser",
    "chair",
    "attended",
    "spoke",
    "note",
];

const ROLES: [(&str, Role); 6] = [
    ("by", Role::Acted),
    ("host", Role::Hosted),
    ("organiser", Role::Organised),
    ("chair", Role::Chaired),
    ("attended", Role::Attended),
    ("spoke", Role::Spoke),
];

/// The most faults that are told; a file with more is of another format.
const MOST_FAULTS: usize = 100;

/// Returns the events of a CSV file.
///
/// ```
/// use rap_process::events_from_csv;
///
/// let table = "date,kind,by,law\n2031-05-02,draft-published,Ministry of Justice,Harbour Law\n";
/// let events = events_from_csv(table, "events.csv").unwrap();
/// assert_eq!(events[0].when.map(|when| when.to_string()).as_deref(), Some("2031-05-02"));
///
/// let faults = events_from_csv("date,kind\n2031-13-01,voting\n", "events.csv").unwrap_err();
/// assert_eq!(faults.faults.len(), 2);
/// ```
///
/// # Errors
///
/// Returns all that is wrong with the file, each fault with its line.
pub fn events_from_csv(table: &str, origin: &str) -> Result<Vec<Event>, FileFaults> {
    let table = table.strip_prefix('\u{feff}').unwrap_or(table);
    let mut reading = TableReading { lines: FileLines::of(table), faults: Vec::new() };
    let mut rows = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(table.as_bytes());
    let header: Vec<String> =
        rows.headers().map_or_else(|_| Vec::new(), |header| header.iter().map(str::to_lowercase).collect());
    for column in &header {
        if !COLUMNS.contains(&column.as_str()) {
            let hint = meant(column, &COLUMNS).map_or_else(
                || format!("known here: {}", COLUMNS.join(", ")),
                |near| format!("did you mean `{near}`?"),
            );
            reading.fault(0, format!("unknown column `{column}`"), hint);
        }
    }
    for needed in ["date", "kind"] {
        if !header.iter().any(|column| column == needed) {
            reading.fault(
                0,
                format!("no column `{needed}`"),
                format!("the first line names the columns: {}", COLUMNS.join(",")),
            );
        }
    }
    let mut events = Vec::new();
    for (index, row) in rows.records().enumerate() {
        match row {
            Ok(row) => {
                let byte = row.position().map_or(0, |at| usize::try_from(at.byte()).unwrap_or(0));
                let cell = |name: &str| {
                    let column = header.iter().position(|column| column == name);
                    column.and_then(|column| row.get(column)).unwrap_or_default().to_owned()
                };
                let quote = row.iter().filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" · ");
                let event = reading.event(
                    &cell,
                    byte,
                    Evidence { origin: origin.to_owned(), locus: None, place: index + 2, quote },
                );
                events.extend(event);
            }
            Err(error) => reading.fault(0, format!("row {} cannot be read: {error}", index + 2), ""),
        }
    }
    reading.finish(events)
}

struct TableReading<'t> {
    lines: FileLines<'t>,
    faults: Vec<Fault>,
}

impl TableReading<'_> {
    fn fault(&mut self, byte: usize, message: impl Into<String>, hint: impl Into<String>) {
        self.faults.push(self.lines.fault(byte..byte + 1, message, hint));
    }

    fn finish(mut self, events: Vec<Event>) -> Result<Vec<Event>, FileFaults> {
        if self.faults.is_empty() {
            return Ok(events);
        }
        self.faults.truncate(MOST_FAULTS);
        Err(FileFaults { what: "the table of events", faults: self.faults })
    }

    fn event(&mut self, cell: &dyn Fn(&str) -> String, byte: usize, evidence: Evidence) -> Option<Event> {
        let kind = self.kind(&cell("kind"), byte);
        let when = self.date(&cell("date"), byte, "date");
        let until = self.date(&cell("until"), byte, "until");
        let reading = match cell("reading").as_str() {
            "" => None,
            number => match number.parse() {
                Ok(number) => Some(number),
                Err(_) => {
                    self.fault(byte, format!("`{number}` is no number of a reading"), "write 1, 2 or 3");
                    None
                }
            },
        };
        let law = cell("law");
        let mut people = Vec::new();
        for (column, role) in ROLES {
            let names = cell(column);
            let named = names.split(';').map(str::trim).filter(|name| !name.is_empty());
            people.extend(named.map(|name| participant(name, role)));
        }
        Some(Event {
            kind: kind?,
            reading,
            title: cell("title"),
            when: Some(when?),
            weekday: None,
            until,
            told_on: None,
            place: cell("place"),
            item: if law.is_empty() { Item::default() } else { Item::named(&law) },
            planned: false,
            people,
            sessions: Vec::new(),
            evidence: vec![evidence],
            plan_year: None,
            attendance: Vec::new(),
        })
    }

    fn kind(&mut self, word: &str, byte: usize) -> Option<EventKind> {
        let kind = EventKind::from_name(&word.to_lowercase());
        if kind.is_none() {
            let kinds: Vec<&str> = EventKind::ALL.iter().map(|kind| kind.name()).collect();
            let hint = meant(word, &kinds)
                .map_or_else(|| format!("one of: {}", kinds.join(", ")), |near| format!("did you mean `{near}`?"));
            self.fault(byte, format!("no event is called `{word}`"), hint);
        }
        kind
    }

    fn date(&mut self, words: &str, byte: usize, column: &str) -> Option<When> {
        let date = When::parse(words);
        if date.is_none() && (column == "date" || !words.is_empty()) {
            let hint = "write 2031-05-02, 2031-05, 2031, or two of them with `/` between";
            self.fault(byte, format!("`{words}` is no date, in column `{column}`"), hint);
        }
        date
    }
}

fn participant(name: &str, role: Role) -> Participant {
    let bodies = Bodies::builtin().named(name).bodies;
    let kind = bodies.first().and_then(|id| Bodies::builtin().get(*id)).map_or(BodyKind::Other, |body| body.kind);
    Participant {
        name: name.to_owned(),
        kind: ActorKind::Body(kind),
        organisation: String::new(),
        role,
        bodies,
        span: None,
    }
}

/// Returns the events of an iCalendar file.
///
/// # Errors
///
/// Returns all that is wrong with the file, each fault with its line.
pub fn events_from_ics(calendar: &str, origin: &str) -> Result<Vec<Event>, FileFaults> {
    let mut reading = TableReading { lines: FileLines::of(calendar), faults: Vec::new() };
    let mut events = Vec::new();
    let mut open: Option<(usize, Vec<(String, String)>)> = None;
    let mut any = false;
    for (byte, line) in unfolded(calendar) {
        let Some((name, value)) = line.split_once(':') else { continue };
        let name = name.split(';').next().unwrap_or(name).to_ascii_uppercase();
        match (name.as_str(), value.trim()) {
            ("BEGIN", "VEVENT") => {
                any = true;
                open = Some((byte, Vec::new()));
            }
            ("END", "VEVENT") => {
                if let Some((start, fields)) = open.take() {
                    events.extend(calendar_event(&mut reading, start, &fields, origin, events.len() + 1));
                }
            }
            _ => {
                if let Some((_, fields)) = &mut open {
                    fields.push((name, unescaped(value)));
                }
            }
        }
    }
    if !any {
        reading.fault(0, "the calendar has no event", "events stand between BEGIN:VEVENT and END:VEVENT");
    }
    reading.finish(events)
}

fn calendar_event(
    reading: &mut TableReading<'_>,
    byte: usize,
    fields: &[(String, String)],
    origin: &str,
    number: usize,
) -> Option<Event> {
    let field = |name: &str| fields.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str());
    let all = |name: &str| {
        fields.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(";")
    };
    let date = |value: &str| -> String {
        let digits: String = value.chars().take_while(char::is_ascii_digit).collect();
        match (digits.get(..4), digits.get(4..6), digits.get(6..8)) {
            (Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
            _ => value.to_owned(),
        }
    };
    let kind = match field("CATEGORIES") {
        "" => "gathering",
        kind => kind.split(',').next().unwrap_or(kind),
    };
    let quote = [field("SUMMARY"), field("DESCRIPTION")]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let cell = |name: &str| match name {
        "date" => date(field("DTSTART")),
        "kind" => kind.to_owned(),
        "title" => field("SUMMARY").to_owned(),
        "place" => field("LOCATION").to_owned(),
        "host" => all("ORGANIZER"),
        "attended" => all("ATTENDEE"),
        "law" => field("X-LAW").to_owned(),
        "by" => field("X-BY").to_owned(),
        "reading" => field("X-READING").to_owned(),
        _ => String::new(),
    };
    reading.event(&cell, byte, Evidence { origin: origin.to_owned(), locus: None, place: number, quote })
}

/// Returns the lines of a calendar with those that were folded (RFC 5545, 3.1) put together, each with its byte.
fn unfolded(calendar: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    let mut byte = 0;
    for line in calendar.split_inclusive('\n') {
        let words = line.trim_end_matches(['\r', '\n']);
        match (words.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, last))) => last.push_str(rest),
            _ => lines.push((byte, words.to_owned())),
        }
        byte += line.len();
    }
    lines
}

fn unescaped(value: &str) -> String {
    value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}
