use rusqlite::Connection;

use crate::{Added, Dossier, LawFiles};

fn law(origin: &str, words: &str) -> LawFiles {
    LawFiles { origin: origin.to_owned(), files: vec![(origin.to_owned(), words.as_bytes().to_vec())] }
}

#[test]
fn a_law_comes_out_as_it_went_in() {
    let mut dossier = Dossier::in_memory().unwrap();
    let folder = LawFiles {
        origin: "act".to_owned(),
        files: vec![("1.xml".to_owned(), b"<ACT/>".to_vec()), ("2.xml".to_owned(), vec![0, 255, 7])],
    };
    let bill = law("bill.md", "Clause 1. Fees.");
    assert_eq!(dossier.add_law(&folder).unwrap(), Added::New);
    assert_eq!(dossier.add_law(&bill).unwrap(), Added::New);
    assert_eq!(dossier.add_law(&bill).unwrap(), Added::Known);
    assert_eq!(dossier.laws().unwrap(), [folder, bill]);
    assert_eq!(dossier.check().unwrap(), []);
}

#[test]
fn a_newer_text_of_the_same_name_stands_in_place_of_the_older() {
    let mut dossier = Dossier::in_memory().unwrap();
    let (old, new) = (law("bill.md", "Clause 1. Fees."), law("bill.md", "Clause 1. No fees."));
    dossier.add_law(&old).unwrap();
    assert_eq!(dossier.add_law(&new).unwrap(), Added::Replaces(old.id()));
    assert_eq!(dossier.laws().unwrap(), std::slice::from_ref(&new));
    assert_eq!(dossier.add_law(&old).unwrap(), Added::Replaces(new.id()), "a text that returns is current again");
    assert_eq!(dossier.laws().unwrap(), [old]);
    let kept: i64 = dossier.connection.query_row("SELECT count(*) FROM law_file", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 2);
}

#[test]
fn the_files_of_a_law_can_be_neither_changed_nor_lost_unseen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.dossier");
    let mut dossier = Dossier::create(&path).unwrap();
    dossier.add_law(&law("bill.md", "Clause 1. Fees.")).unwrap();
    drop(dossier);
    let other = Connection::open(&path).unwrap();
    assert!(other.execute("UPDATE law_file SET bytes = x'00'", []).is_err());
    assert!(other.execute("DELETE FROM law_file", []).is_err());
    other.execute_batch("DROP TRIGGER law_file_remains; DELETE FROM law_file").unwrap();
    drop(other);
    let failures = Dossier::open(&path).unwrap().check().unwrap();
    assert_eq!(failures.iter().map(|failure| failure.origin.as_str()).collect::<Vec<_>>(), ["bill.md"]);
}
