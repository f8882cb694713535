use super::{TEXT, dossier, paper};
use crate::{Dossier, DossierError};
use rap_doc::Span;

/// Asserts that the file itself refuses these words of SQL, and with what message.
#[track_caller]
fn refused(sql: &str, message: &str) {
    let dossier = dossier();
    let cause = dossier.connection.execute_batch(sql).unwrap_err().to_string();
    assert!(cause.contains(message), "{cause}");
    assert_eq!(dossier.check().unwrap(), []);
}

const INSERT: &str = "INSERT INTO statement (source, ordinal, block, speaker, actor, voice, act, stance, strength, start, \"end\", quote) VALUES (1, 9, 0, 'author', NULL, 'explicit', 'demand', 'neutral', 'explicit'";

#[test]
fn sql_cannot_store_a_quote_that_is_not_there() {
    refused(&format!("{INSERT}, 0, 8, 'The bull')"), "not what the source says");
    refused(&format!("{INSERT}, 0, 8, 'The bill is wide')"), "not what the source says");
    refused(&format!("{INSERT}, 0, 9000, 'The bill')"), "not what the source says");
    refused(&format!("{INSERT}, 70, 72, 'x')"), "not what the source says");
    refused(&format!("{INSERT}, 0, 0, '')"), "");
    refused(&format!("{INSERT}, -4, 4, 'The ')"), "");
    refused("UPDATE statement SET quote = 'The bull'", "never change");
    refused("UPDATE statement SET start = 1", "never change");
    refused("UPDATE statement SET cue = '[[1,2]]'", "never change");
    refused("UPDATE passage SET text = upper(text)", "never changes");
    refused("DELETE FROM passage", "never removed");
    refused("UPDATE source_bytes SET bytes = x'00'", "never change");
    refused("DELETE FROM source_bytes", "never removed");
    refused("INSERT INTO passage VALUES (1, 999, 1000, 'x')", "must follow");
}

#[test]
fn sql_can_store_a_quote_that_is_there() {
    let dossier = dossier();
    dossier.connection.execute_batch(&format!("{INSERT}, 4, 8, 'bill')")).unwrap();
}

#[test]
fn a_quote_over_many_passages_is_compared_whole() {
    let text = "法律 applies. ".repeat(2000);
    let mut dossier = Dossier::in_memory().unwrap();
    let (mut entry, bytes) = paper("long.txt", &text);
    let content = &mut entry.record.statements[0].content;
    *content = vec![Span::new(0, 6), Span::new(20000, 20011)];
    let end = content[1].end();
    assert!(text.is_char_boundary(20000) && text.is_char_boundary(end));
    dossier.add(&entry, &bytes).unwrap();
    assert_eq!(dossier.entry(entry.source.id).unwrap(), entry);
    assert_eq!(dossier.check().unwrap(), []);
}

#[test]
fn a_place_outside_of_the_text_is_refused() {
    let mut dossier = Dossier::in_memory().unwrap();
    let (mut entry, bytes) = paper("letter.txt", TEXT);
    entry.record.statements[1].items[0] = Span::new(60, 99);
    let refused = dossier.add(&entry, &bytes).unwrap_err();
    assert!(matches!(refused, DossierError::NotVerbatim { .. }));
    assert_eq!(refused.to_string(), "`letter.txt`: the item of statement 1 at bytes 60 to 99 is not in the text");
    assert_eq!(dossier.sources().unwrap(), []);
}

#[test]
fn a_place_inside_of_a_character_is_refused() {
    let mut dossier = Dossier::in_memory().unwrap();
    let (mut entry, bytes) = paper("letter.txt", "草案应当缩小。");
    entry.record.actors[0].presence[0] = Span::new(1, 3);
    assert!(matches!(dossier.add(&entry, &bytes).unwrap_err(), DossierError::NotVerbatim { .. }));
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let check = |change: &dyn Fn(&mut crate::Entry)| {
        let (mut entry, bytes) = paper("letter.txt", TEXT);
        change(&mut entry);
        Dossier::in_memory().unwrap().add(&entry, &bytes).unwrap_err().to_string()
    };
    let other = paper("other.txt", "Another text.").0;
    insta::assert_snapshot!(check(&|entry| entry.doc = other.doc.clone()), @"`letter.txt`: the document is of another source");
    insta::assert_snapshot!(check(&|entry| entry.codings.clear()), @"`letter.txt`: there are 0 codings of 3 statements");
    insta::assert_snapshot!(check(&|entry| entry.record.statements[0].content.clear()), @"`letter.txt`: statement 0 has no content");
    insta::assert_snapshot!(check(&|entry| entry.record.statements[2].block = 7), @"`letter.txt`: statement 2 is in block 7, which is not there");
    insta::assert_snapshot!(check(&|entry| entry.record.actors.truncate(1)), @"`letter.txt`: the office of actor 0 names actor 1, who is not there");
    insta::assert_snapshot!(check(&|entry| entry.codings[1].tags[0].score = f32::NAN), @"`letter.txt`: a tag of statement 1 has no score");
    insta::assert_snapshot!(check(&|entry| entry.codings[1].items.clear()), @"`letter.txt`: the coding of statement 1 is of other items");
    let (entry, _) = paper("letter.txt", TEXT);
    let refused = Dossier::in_memory().unwrap().add(&entry, b"other bytes").unwrap_err();
    insta::assert_snapshot!(refused, @"`letter.txt`: the bytes are of another source");
}
