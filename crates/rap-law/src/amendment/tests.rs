use rap_doc::{Doc, SourceId};

use super::{Amended, Amendment, Fate, amend};
use crate::{Law, from_text};

const ACT: &str = "\
Article 1
Lamps
1. Keepers trim every lamp at dusk.
2. The office keeps a list of:
(a) towers with two lamps;
(b) towers with a horn.

Article 2
Fines
Whoever leaves a lamp dark pays ten crowns.
";

fn law() -> Law {
    from_text(Doc::of_plain_text(SourceId::of(ACT.as_bytes()), ACT.to_owned()), "test")
}

fn amended(amendments: &[(&str, &str, &str)]) -> Amended {
    let numbered = amendments.iter().enumerate().map(|(at, (place, old, new))| Amendment {
        number: (at + 1).to_string(),
        place: (*place).to_owned(),
        old: (*old).to_owned(),
        new: (*new).to_owned(),
    });
    amend(&law(), &numbered.collect::<Vec<_>>())
}

#[test]
fn words_are_replaced_inserted_and_deleted_at_their_places() {
    let amended = amended(&[
        (
            "Article 1 – paragraph 1",
            "1. Keepers trim every lamp at dusk.",
            "1. Keepers trim every lamp at dusk and at midnight.",
        ),
        ("Article 1 – paragraph 2 – point a a (new)", "", "(aa) towers with three lamps;"),
        ("Article 1 – paragraph 2 – point b", "(b) towers with a horn.", "deleted"),
        ("Article 2 – title", "Fines", "Penalties"),
    ]);
    assert!(
        amended.fates.iter().all(|fate| matches!(fate, Fate::Applied { by_place: true, .. })),
        "{:?}",
        amended.fates
    );
    insta::assert_snapshot!(amended.text, @"
    Article 1
    Lamps
    1. Keepers trim every lamp at dusk and at midnight.
    2. The office keeps a list of:
    (a) towers with two lamps;
    (aa) towers with three lamps;


    Article 2
    Penalties
    Whoever leaves a lamp dark pays ten crowns.
    ");
}

#[test]
fn a_wrong_place_is_mended_by_the_words() {
    let amended =
        amended(&[("Article 1 – paragraph 5", "Whoever leaves a lamp dark pays ten crowns.", "Nobody pays.")]);
    assert!(matches!(amended.fates[0], Fate::Applied { by_place: false, .. }), "{:?}", amended.fates);
    assert!(amended.text.contains("Nobody pays."));
}

#[test]
fn what_is_not_there_changes_nothing() {
    let amended = amended(&[
        ("Article 9 – paragraph 1", "Boats carry a bell of bronze.", "Boats carry two bells."),
        ("Article 1 – paragraph 1", "Pilots hold a licence of the guild and show it.", "Pilots do as they like."),
        ("Annex I", "", "Annex I of new things"),
    ]);
    assert_eq!(amended.text, ACT);
    assert_eq!(amended.fates[0], Fate::NotFound { reason: "the act has no article 9".to_owned() });
    assert!(matches!(amended.fates[1], Fate::OtherWords { .. }), "{:?}", amended.fates[1]);
    assert!(!amended.fates[2].is_located());
}

#[test]
fn words_are_amended_once() {
    let old = "1. Keepers trim every lamp at dusk.";
    let amended =
        amended(&[("Article 1 – paragraph 1", old, "1. First."), ("Article 1 – paragraph 1", old, "1. Second.")]);
    assert!(matches!(&amended.fates[1], Fate::Taken { by, .. } if by == "1"), "{:?}", amended.fates);
    assert!(amended.text.contains("1. First.") && !amended.text.contains("Second"));
}
