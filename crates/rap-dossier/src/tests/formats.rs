use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;

use super::{TEXT, paper};
use crate::{Dossier, DossierError};

#[test]
fn what_is_no_dossier_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.dossier");
    assert!(matches!(Dossier::open(&path).unwrap_err(), DossierError::Missing { .. }));
    assert!(matches!(Dossier::open(folder.path()).unwrap_err(), DossierError::NotADossier { .. }));
    std::fs::write(&path, "Dear minister, this is a letter and no database. ".repeat(40)).unwrap();
    assert!(matches!(Dossier::open(&path).unwrap_err(), DossierError::NotADossier { .. }));
    assert!(matches!(Dossier::create(&path).unwrap_err(), DossierError::Exists { .. }));
    assert!(matches!(Dossier::open_or_create(&path).unwrap_err(), DossierError::NotADossier { .. }));
    let other = folder.path().join("other.sqlite");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE bird (name)").unwrap();
    let refused = Dossier::open(&other).unwrap_err();
    assert!(matches!(refused, DossierError::NotADossier { .. }));
    assert!(!refused.hint().is_empty());
    let birds: Vec<String> = names(&Connection::open(&other).unwrap());
    assert_eq!(birds, ["bird"], "a foreign database is left alone");
    let nowhere = folder.path().join("no/such/folder/x.dossier");
    assert!(matches!(Dossier::create(&nowhere).unwrap_err(), DossierError::Missing { .. }));
}

fn names(connection: &Connection) -> Vec<String> {
    let mut select = connection.prepare("SELECT name FROM sqlite_schema ORDER BY name").unwrap();
    select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[test]
fn a_newer_format_is_refused_with_both_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.dossier");
    let dossier = Dossier::create(&path).unwrap();
    dossier.connection.pragma_update(None, "user_version", 7).unwrap();
    drop(dossier);
    let refused = Dossier::open(&path).unwrap_err();
    assert!(matches!(refused, DossierError::Newer { format: 7, .. }));
    assert!(refused.to_string().ends_with("has format 7, and this program knows formats up to 4"), "{refused}");
}

#[test]
fn a_dossier_that_cannot_be_written_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("100% of a case #1?.dossier");
    let (entry, bytes) = paper("letter.txt", TEXT);
    let mut dossier = Dossier::create(&path).unwrap();
    dossier.add(&entry, &bytes).unwrap();
    dossier.index().unwrap();
    drop(dossier);
    let mut dossier = Dossier::unchanging(&path).unwrap();
    assert_eq!(dossier.entry(entry.source.id).unwrap(), entry);
    assert_eq!(dossier.search("register", 10).unwrap().len(), 1);
    assert_eq!(dossier.check().unwrap(), []);
    let (other, bytes) = paper("other.txt", "It should be short.");
    assert!(matches!(dossier.add(&other, &bytes).unwrap_err(), DossierError::ReadOnly { .. }));
}

#[test]
fn a_file_whose_creation_was_cut_short_is_completed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cut.dossier");
    std::fs::write(&path, "").unwrap();
    assert_eq!(Dossier::open(&path).unwrap().sources().unwrap(), []);
}

#[test]
fn format_1_still_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.dossier");
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/format-1.dossier");
    std::fs::copy(fixture, &path).unwrap();
    let mut dossier = Dossier::open(&path).unwrap();
    assert_eq!(dossier.check().unwrap(), []);
    let (entry, bytes) = paper("letter.txt", TEXT);
    assert_eq!(dossier.entry(entry.source.id).unwrap(), entry);
    assert_eq!(dossier.bytes(entry.source.id).unwrap(), bytes);
    assert_eq!(dossier.search("register", 10).unwrap().len(), 1);
}

/// Not a test by itself: writes the fixture of a new format once, to the file that `RAP_DOSSIER_WRITE_FIXTURE` names.
#[test]
fn write_fixture_when_asked() {
    let Some(path) = std::env::var_os("RAP_DOSSIER_WRITE_FIXTURE") else { return };
    let mut dossier = Dossier::create(Path::new(&path)).unwrap();
    let (entry, bytes) = paper("letter.txt", TEXT);
    dossier.add(&entry, &bytes).unwrap();
    dossier.index().unwrap();
}

#[test]
fn a_reader_sees_one_state_while_another_writes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.dossier");
    let mut writer = Dossier::create(&path).unwrap();
    let reader = Dossier::open(&path).unwrap();
    let (entry, bytes) = paper("letter.txt", TEXT);
    let entries = reader.entries().unwrap();
    writer.add(&entry, &bytes).unwrap();
    assert_eq!(entries.len(), 0);
    assert_eq!(reader.entries().unwrap().len(), 1);
}

#[test]
fn a_second_writer_waits_and_then_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("two.dossier");
    let first = Dossier::create(&path).unwrap();
    let mut second = Dossier::open(&path).unwrap();
    second.wait_at_most(Duration::from_millis(20)).unwrap();
    first.connection.execute_batch("BEGIN IMMEDIATE").unwrap();
    let (entry, bytes) = paper("letter.txt", TEXT);
    let refused = second.add(&entry, &bytes).unwrap_err();
    assert!(matches!(refused, DossierError::Locked { .. }), "{refused}");
    first.connection.execute_batch("COMMIT").unwrap();
    second.add(&entry, &bytes).unwrap();
    assert_eq!(first.sources().unwrap(), [entry.source]);
}

#[test]
fn the_views_show_what_a_person_looks_for() {
    let mut dossier = super::dossier();
    let source = super::paper("letter.txt", TEXT).0.source.id;
    let unit = crate::UnitRef { source, statement: 2, item: Some(0) };
    dossier
        .replace_asks(&[crate::StoredAsk { theme: "scope".to_owned(), representative: 0, units: vec![unit] }])
        .unwrap();
    let row = |sql: &str| -> String {
        let mut select = dossier.connection.prepare(sql).unwrap();
        let columns = select.column_count();
        let text = |row: &rusqlite::Row<'_>| {
            let value = |index| match row.get_ref(index).unwrap() {
                rusqlite::types::ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                rusqlite::types::ValueRef::Null => "-".to_owned(),
                other => format!("{other:?}"),
            };
            Ok((0..columns).map(value).collect::<Vec<_>>().join(" | "))
        };
        select.query_map([], text).unwrap().map(Result::unwrap).collect::<Vec<_>>().join("\n")
    };
    insta::assert_snapshot!(row("SELECT * FROM statement_view"), @r"
    letter.txt | 1 | 0 | 0 | - | line 1 | Orla Venn | person | Lumen Works | counsel | Lumen Works | explicit | demand | seeks-clarity | implied | scope | 0 | 17 | The bill is wide.
    letter.txt | 1 | 1 | 0 | - | line 1 | Orla Venn | person | Lumen Works | counsel | Lumen Works | explicit | demand | seeks-clarity | implied | scope | 18 | 38 | It should be narrow.
    letter.txt | 1 | 2 | 1 | - | line 2 | Orla Venn | person | Lumen Works | counsel | Lumen Works | explicit | demand | seeks-clarity | implied | scope | 39 | 61 | We ask for a register.
    ");
    insta::assert_snapshot!(row("SELECT role, relay, words FROM piece_view WHERE statement = 1"), @r"
    content | - | It should be narrow.
    cue | - | It should be narrow.
    mention | - | It should be narrow.
    item | - | It should be narrow.
    relay | Lumen Works | It should be narrow.
    ");
    insta::assert_snapshot!(row("SELECT * FROM actor_view"), @r"
    letter.txt | 1 | 0 | - | Orla Venn | person | Orla Venn | counsel | Lumen Works | 1 | 3
    letter.txt | 1 | 1 | - | Lumen Works | company | Lumen Works | - | - | 0 | 0
    ");
    insta::assert_snapshot!(row("SELECT * FROM ask_view"), @"1 | scope | 0 | 1 | Orla Venn | Lumen Works | seeks-clarity | letter.txt | 1 | 2 | 0 | We ask for a register.");
    insta::assert_snapshot!(row("SELECT * FROM ledger"), @"letter.txt | 1 | coded | - | 3");
    insta::assert_snapshot!(row("SELECT text FROM text_view"), @r"
    The bill is wide. It should be narrow.
    We ask for a register.
    ");
}
