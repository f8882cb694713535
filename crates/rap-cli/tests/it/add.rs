use crate::program::{Case, HEARING, LETTER};

#[test]
fn a_paper_that_the_dossier_holds_is_not_read_again() {
    let case = Case::of(&[("papers/hearing.txt", HEARING)]);
    case.run("new case.dossier").ok();
    assert!(case.run("add case.dossier papers").stderr.contains("1 paper added"));
    case.write("papers/letter.txt", LETTER.as_bytes());
    let second = case.run("add case.dossier papers");
    assert!(second.stderr.contains("1 paper added to case.dossier, 1 known already"), "{}", second.stderr);
}

#[test]
fn a_dossier_is_not_made_over_a_file() {
    let case = Case::of(&[("case.dossier", "words")]);
    let outcome = case.run("new case.dossier");
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("case.dossier"), "{}", outcome.stderr);
    assert_eq!(case.read("case.dossier"), "words");
}

#[test]
fn a_file_that_is_no_dossier_is_told() {
    let case = Case::of(&[("hearing.txt", HEARING)]);
    let outcome = case.run("add hearing.txt hearing.txt");
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("hearing.txt"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("hint"), "{}", outcome.stderr);
}
