//! Mails: head, body, quotations, attachments.

use rap_doc::Media;

use crate::{ReadOptions, Reading, read};

fn reading(mail: &str) -> Reading {
    read(mail.replace('\n', "\r\n").as_bytes(), "a.eml", &ReadOptions::default())
}

fn blocks(reading: &Reading) -> Vec<(&'static str, &str)> {
    let text = reading.doc.text();
    reading.doc.blocks().iter().map(|block| (block.kind.name(), block.span.of(text))).collect()
}

const HEAD: &str = "From: Mara Lund <mara@workshops.example>\nTo: committee@assembly.example\nDate: Fri, 3 May 2024 \
                    10:00:00 +0200\nSubject: =?UTF-8?B?5bu66K6u?= on the bill\nMIME-Version: 1.0\n";

#[test]
fn who_wrote_when_about_what() {
    let reading = reading(&format!("{HEAD}\nThe bill should be narrower.\n"));
    assert_eq!(reading.source.media, Media::Mail);
    assert_eq!(reading.author.as_deref(), Some("Mara Lund"));
    assert_eq!(reading.source.title.as_deref(), Some("建议 on the bill"));
    assert_eq!(reading.source.date.map(|date| date.to_string()).as_deref(), Some("2024-05-03"));
    assert_eq!(blocks(&reading)[0], ("heading", "建议 on the bill"));
    assert_eq!(*blocks(&reading).last().unwrap(), ("paragraph", "The bill should be narrower."));
}

#[test]
fn quotations_and_signatures_are_told_from_what_the_sender_wrote() {
    let body = "I agree with Tom.\n\nOn 2 May 2024, Tom Beck wrote:\n> The fee should go.\n> > Which fee?\n\nRegards,\n\n-- \nMara Lund\nAlliance of Small Workshops\n";
    let reading = reading(&format!("{HEAD}\n{body}"));
    let body: Vec<_> = blocks(&reading).into_iter().skip(4).collect();
    assert_eq!(
        body,
        [
            ("paragraph", "I agree with Tom."),
            ("quote", "On 2 May 2024, Tom Beck wrote:"),
            ("quote", "The fee should go."),
            ("quote", "Which fee?"),
            ("paragraph", "Regards,"),
            ("furniture", "--"),
            ("furniture", "Mara Lund"),
            ("furniture", "Alliance of Small Workshops"),
        ]
    );
    assert_eq!(reading.doc.blocks().last().unwrap().origin.path, "body line 11");
}

#[test]
fn attachments_are_papers_of_their_own_and_pictures_a_finding() {
    let mail = format!(
        "{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee the letter.\n--b\nContent-Type: text/html\nContent-Disposition: attachment; filename=\"../letter.html\"\n\n<p>The fee should go.</p>\n--b\nContent-Type: image/png\nContent-Disposition: attachment; filename=seal.png\n\nxx\n--b--\n"
    );
    let reading = reading(&mail);
    let [letter] = reading.enclosed.as_slice() else { panic!("{:?}", reading.findings) };
    assert_eq!(letter.reading.source.origin, "a.eml/letter.html");
    assert_eq!(letter.reading.doc.text(), "The fee should go.");
    let codes: Vec<_> = reading.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["mail-attachment-not-read"]);
}

#[test]
fn mails_in_mails_end_somewhere() {
    let mut mail = format!("{HEAD}\nInnermost.\n");
    for level in 0..8 {
        mail = format!(
            "{HEAD}Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n{mail}\n--b{level}--\n"
        );
    }
    let mut depth = 0;
    let mut reading = &reading(&mail);
    while let Some(inner) = reading.enclosed.first() {
        (reading, depth) = (&inner.reading, depth + 1);
    }
    assert!(depth <= 4);
    assert!(reading.findings.iter().any(|finding| finding.code == "enclosed-too-deep"), "{:?}", reading.findings);
}
