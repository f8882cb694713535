//! Mail (RFC 5322): the subject as heading, then what the sender wrote.
//!
//! Addresses and date stand as furniture at the head. Mails that are quoted in the body are quotes, signatures are
//! furniture. An attachment that may be a paper is read as a paper of its own; pictures, sounds and seals are named
//! in a finding.

mod body;

use jiff::civil::Date;
use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders, PartType};
use rap_doc::{BlockKind, Finding, Origin, Place, Severity};

use crate::compose::{Composer, one_line};
use crate::from_html;
use crate::reading::{Draft, finding};

/// How many attachments are read; more are no letter.
const MOST_ATTACHMENTS: usize = 200;

pub(crate) fn draft(bytes: &[u8]) -> Draft {
    let Some(message) = MessageParser::default().parse(bytes) else {
        let hint = "open it in a mail program and save it again";
        let finding = finding(Severity::Loss, "mail-broken", Place::Whole, "the mail has no readable header", hint);
        return Draft { findings: vec![finding], ..Draft::default() };
    };
    let mut composer = Composer::default();
    let subject = message.subject().map(one_line).filter(|subject| !subject.is_empty());
    add_head(&mut composer, &message, subject.as_deref());
    let mut findings = Vec::new();
    for part in bodies(&message) {
        add_body(&mut composer, part);
        if part.is_encoding_problem {
            findings.push(damaged());
        }
    }
    let enclosed = enclosed(&message, &mut findings);
    let date = message.date().and_then(|at| {
        Date::new(i16::try_from(at.year).ok()?, i8::try_from(at.month).ok()?, i8::try_from(at.day).ok()?).ok()
    });
    let author = message.from().and_then(|from| from.first()).and_then(|sender| {
        let name = sender.name.as_deref().or(sender.address.as_deref())?;
        Some(one_line(name)).filter(|name| !name.is_empty())
    });
    let Composer { text, blocks } = composer;
    Draft { text, blocks, title: subject, date, author, enclosed, findings }
}

fn damaged() -> Finding {
    let message = "the encoding of the body is damaged; what could be decoded was read";
    finding(Severity::Warning, "mail-encoding", Place::Path("body".to_owned()), message, "ask for the mail again")
}

/// Adds the subject and, as furniture, who wrote to whom and when.
fn add_head(composer: &mut Composer, message: &Message<'_>, subject: Option<&str>) {
    let origin = |field: &str| Origin { page: None, path: field.to_owned() };
    composer.add(BlockKind::Heading(1), subject.unwrap_or_default(), origin("Subject"));
    for (field, address) in [("From", message.from()), ("To", message.to()), ("Cc", message.cc())] {
        let words = address.map(printed).unwrap_or_default();
        if !words.is_empty() {
            composer.add(BlockKind::Furniture, &format!("{field}: {words}"), origin(field));
        }
    }
    if let Some(date) = message.header_raw("Date") {
        composer.add(BlockKind::Furniture, &format!("Date: {}", one_line(date)), origin("Date"));
    }
}

fn printed(address: &Address<'_>) -> String {
    let one = |name: Option<&str>, address: Option<&str>| match (name, address) {
        (Some(name), Some(address)) => format!("{name} <{address}>"),
        (name, address) => name.or(address).unwrap_or_default().to_owned(),
    };
    let all = address.iter().map(|entry| one_line(&one(entry.name(), entry.address())));
    all.collect::<Vec<_>>().join(", ")
}

/// Returns the parts of the body: as text, or as HTML where the text is none or a stub that points to it.
fn bodies<'m>(message: &'m Message<'m>) -> Vec<&'m MessagePart<'m>> {
    /// A stub ("This mail needs a viewer for HTML") is a line beside pages.
    const STUB: usize = 8;
    let length = |part: &MessagePart<'_>| match &part.body {
        PartType::Text(words) | PartType::Html(words) => words.trim().len(),
        _ => 0,
    };
    let text: Vec<_> = message.text_bodies().collect();
    let html: Vec<_> = message.html_bodies().collect();
    let of = |parts: &[&MessagePart<'_>]| parts.iter().map(|part| length(part)).sum::<usize>();
    // HTML is about three times as long as its words.
    if of(&text).saturating_mul(STUB * 3) < of(&html) { html } else { text }
}

fn add_body(composer: &mut Composer, part: &MessagePart<'_>) {
    match &part.body {
        PartType::Text(words) => body::add(composer, words),
        PartType::Html(html) => from_html::add_message(composer, html),
        _ => {}
    }
}

/// Returns name and bytes of the attachments that may be papers, and notes the others.
fn enclosed(message: &Message<'_>, findings: &mut Vec<Finding>) -> Vec<(String, Vec<u8>)> {
    let mut enclosed: Vec<(String, Vec<u8>)> = Vec::new();
    for (index, part) in message.attachments().enumerate().take(MOST_ATTACHMENTS) {
        let kind =
            part.content_type().map(|kind| (kind.ctype().to_ascii_lowercase(), kind.subtype().unwrap_or_default()));
        let name = name_of(part, index, &enclosed);
        let (main, sub) = kind.as_ref().map_or(("", ""), |(main, sub)| (main.as_str(), *sub));
        if matches!(main, "image" | "audio" | "video" | "font") || sub.contains("signature") || sub.contains("pkcs7") {
            let message = format!("the attachment is of type {main}/{sub}, which holds no text");
            let hint = "if it shows text, run a text recognition (OCR) on it and add the result";
            findings.push(finding(Severity::Note, "mail-attachment-not-read", Place::Path(name), message, hint));
            continue;
        }
        let bytes = match &part.body {
            PartType::Message(inner) => inner.raw_message().to_vec(),
            _ => part.contents().to_vec(),
        };
        if !bytes.is_empty() {
            enclosed.push((name, bytes));
        }
    }
    if message.attachment_count() > MOST_ATTACHMENTS {
        let message = format!("the mail has more than {MOST_ATTACHMENTS} attachments; the rest was not read");
        findings.push(finding(
            Severity::Loss,
            "mail-many-attachments",
            Place::Whole,
            message,
            "save and add them alone",
        ));
    }
    enclosed
}

/// Returns the name of an attachment without folders, made unique by its number.
fn name_of(part: &MessagePart<'_>, index: usize, others: &[(String, Vec<u8>)]) -> String {
    let given = part.attachment_name().unwrap_or_default();
    let name = one_line(given.rsplit(['/', '\\']).next().unwrap_or_default());
    let name = match part.body {
        PartType::Message(_) if name.is_empty() => format!("message {}.eml", index + 1),
        _ if name.is_empty() => format!("attachment {}", index + 1),
        _ => name,
    };
    if others.iter().any(|(other, _)| *other == name) { format!("{} {name}", index + 1) } else { name }
}

#[cfg(test)]
mod tests;
