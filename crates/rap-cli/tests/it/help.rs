use crate::program::Case;

/// The manual is this snapshot.
#[test]
fn the_whole_help() {
    let case = Case::of(&[]);
    let mut help = case.run("--help").ok();
    for command in [
        "report",
        "new",
        "add",
        "list",
        "search",
        "signals",
        "campaigns",
        "check",
        "export",
        "answers",
        "law",
        "law diff",
        "law align",
        "law amend",
    ] {
        help.push_str(&format!("\n$ rapporteur {command} --help\n"));
        help.push_str(&case.run(&format!("{command} --help")).ok());
    }
    insta::assert_snapshot!(help);
}

#[test]
fn a_wrong_word_is_a_matter_of_usage() {
    let case = Case::of(&[]);
    assert_eq!(case.run("lsit").code, 2);
    assert_eq!(case.run("report papers").code, 2);
}
