use crate::program::{Case, HEARING, LETTER};

#[test]
fn words_are_found_in_both_languages() {
    let case = Case::of(&[("hearing.txt", HEARING), ("letter.txt", LETTER)]);
    case.run("new case.dossier").ok();
    case.run("add case.dossier .").ok();
    assert!(case.run("search case.dossier definition").ok().starts_with("hearing.txt: "));
    assert!(case.run("search case.dossier 开源").ok().contains("开源模型"));
    assert_eq!(case.run("search case.dossier \"AND*(").code, 0);
}
