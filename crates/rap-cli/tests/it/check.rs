use crate::program::{Case, HEARING};

#[test]
fn a_whole_dossier_holds() {
    let case = Case::of(&[("hearing.txt", HEARING)]);
    case.run("new case.dossier").ok();
    case.run("add case.dossier hearing.txt").ok();
    let outcome = case.run("check case.dossier");
    assert_eq!((outcome.code, outcome.stdout.as_str()), (0, ""), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("1 source, "), "{}", outcome.stderr);
}
