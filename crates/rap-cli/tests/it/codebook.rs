use crate::program::{Case, HEARING};

#[test]
fn all_errors_of_a_codebook_are_shown_at_once_with_their_lines() {
    let broken = "id = \"mine\"\ntitle = \"Mine\"\n\n[[theme]]\nid = \"a\"\nnaem = \"A\"\n\n[[theme]]\nid = \"a\"\nname = \"A\"\n";
    let case = Case::of(&[("hearing.txt", HEARING), ("mine.toml", broken)]);
    let outcome = case.run("list statements hearing.txt --codebook mine.toml");
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("mine.toml"), "{}", outcome.stderr);
    assert!(outcome.stderr.contains("line 6") && outcome.stderr.contains("line 9"), "{}", outcome.stderr);
}
