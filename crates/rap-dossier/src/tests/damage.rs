use super::{TEXT, dossier, paper};

/// Asserts what `check` says after these words of SQL, with triggers and foreign keys out of the way.
#[track_caller]
fn check(sql: &str) -> String {
    let dossier = dossier();
    dossier.connection.execute_batch("PRAGMA foreign_keys = off; PRAGMA ignore_check_constraints = on").unwrap();
    let triggers: Vec<String> = dossier
        .connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in triggers {
        dossier.connection.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    dossier.connection.execute_batch(sql).unwrap();
    let failures = dossier.check().unwrap();
    let line = |failure: &crate::Failure| format!("{} | {} | {}", failure.origin, failure.place, failure.what);
    failures.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn check_names_what_does_not_hold_and_where() {
    insta::assert_snapshot!(check("UPDATE statement SET quote = 'The bull' WHERE ordinal = 0"), @"letter.txt | statement 0 | the quote is not what the text says at bytes 0 to 17");
    insta::assert_snapshot!(check("UPDATE passage SET text = replace(text, 'wide', 'tall')"), @r"
    letter.txt | text | the text is not the one of its SHA-256
    letter.txt | statement 0 | the quote is not what the text says at bytes 0 to 17
    ");
    insta::assert_snapshot!(check("UPDATE source_bytes SET bytes = x'00'"), @"letter.txt | rows | the bytes are of another source");
    insta::assert_snapshot!(check("UPDATE sentence SET account = NULL WHERE ordinal = 2"), @"letter.txt | sentence 2 | the ledger does not account for it");
    insta::assert_snapshot!(check("DELETE FROM sentence WHERE ordinal = 2"), @"letter.txt | sentences | 3 were stored and 2 are there");
    insta::assert_snapshot!(check("DELETE FROM statement WHERE ordinal = 2"), @r"
     | table tag | rows without the row in statement that they belong to: 1
    letter.txt | statements | 3 were stored and 2 are there
    letter.txt | rows | row 2 is not there
    ");
    insta::assert_snapshot!(check("UPDATE statement SET cue = '[[18,9999]]' WHERE ordinal = 1"), @"letter.txt | places | the cue of statement 1 at bytes 18 to 9999 is not in the text");
    insta::assert_snapshot!(check("UPDATE statement SET content = '[[18,35]]' WHERE ordinal = 1"), @r"
    letter.txt | statement 1 | the quote is not what its content spans
    letter.txt | statement 1 | an item of its list lies outside of the quote
    ");
    insta::assert_snapshot!(check("UPDATE statement SET act = 'wish' WHERE ordinal = 1"), @"letter.txt | rows | `wish` is not known");
    insta::assert_snapshot!(check("INSERT INTO ask VALUES (5, 'scope')"), @" | ask 5 | no unit stands for it");
    insta::assert_snapshot!(check("UPDATE statement SET act = 'fact'; INSERT INTO ask VALUES (5, 'scope');
                                   INSERT INTO ask_unit VALUES (5, 0, 1, 0, 8, 1)"), @r"
    | ask 5 | a unit of it is no demand
    | ask 5 | an item of it is not in its statement
    ");
    insta::assert_snapshot!(check("INSERT INTO manifest VALUES ('codebook_toml', 'id = 1')"), @" | manifest | the codebook is not the one of its SHA-256");
    insta::assert_snapshot!(check("UPDATE block SET \"end\" = 3 WHERE ordinal = 0"), @"letter.txt | rows | text at byte 4 is in no block");
}

#[test]
fn a_sound_dossier_has_no_failures() {
    assert_eq!(check("SELECT 1"), "");
}

#[test]
fn a_full_disk_is_an_error_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("full.dossier");
    let mut dossier = crate::Dossier::create(&path).unwrap();
    let (first, bytes) = paper("a.txt", TEXT);
    dossier.add(&first, &bytes).unwrap();
    let pages: i64 = dossier.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
    dossier.connection.pragma_update(None, "max_page_count", pages + 2).unwrap();
    let (second, long) = paper("b.txt", &"The register costs money. ".repeat(4000));
    let refused = dossier.add(&second, &long).unwrap_err();
    assert!(matches!(refused, crate::DossierError::Full { .. }), "{refused}");
    assert_eq!(dossier.entry(first.source.id).unwrap(), first);
    assert!(!dossier.contains(second.source.id).unwrap());
    drop(dossier);
    let mut dossier = crate::Dossier::open(&path).unwrap();
    assert_eq!(dossier.check().unwrap(), []);
    dossier.add(&second, &long).unwrap();
    assert_eq!(dossier.entries().unwrap().map(Result::unwrap).collect::<Vec<_>>(), [first, second]);
}
