use crate::program::Case;

const ACT: &str = "\
Article 1
Lamps
1. Keepers trim every lamp at dusk.
2. Keepers keep a book of signals.

Article 2
Fines
Whoever leaves a lamp dark pays ten crowns.
";

const AMENDMENTS: &str = r#"{"number": 1, "place": "Article 1 – paragraph 1", "old": "1. Keepers trim every lamp at dusk.", "new": "1. Keepers trim every lamp at dusk and at dawn."}
{"amendment": 2, "where": "Article 7 – paragraph 1", "commission": "1. Pilots show their licence.", "parliament": "deleted"}
no amendment
"#;

#[test]
fn amendments_are_located_and_applied() {
    let case = Case::of(&[("act.txt", ACT), ("amendments.jsonl", AMENDMENTS)]);
    let run = case.run("law amend act.txt amendments.jsonl -o amended.txt");
    assert_eq!(run.code, 0, "{}", run.stderr);
    insta::assert_snapshot!(run.stdout, @"
    1 (Article 1 – paragraph 1): applied at art_1__para_1
    2 (Article 7 – paragraph 1): not-found; the act has no article 7
    ");
    assert!(
        run.stderr.contains("line 3") && run.stderr.contains("1 of 2 amendments located, 1 applied"),
        "{}",
        run.stderr
    );
    assert_eq!(case.read("amended.txt"), ACT.replace("at dusk", "at dusk and at dawn"));
}
