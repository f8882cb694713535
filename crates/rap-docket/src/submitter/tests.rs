use super::{Stated, Submitter, SubmitterKind};

fn check(stated: Stated<'_>, kind: SubmitterKind, line: &str) {
    let submitter = Submitter::of(&stated);
    assert_eq!((submitter.kind, submitter.line().as_str()), (kind, line), "{stated:?}");
}

#[test]
fn submitters_are_told_by_their_cells() {
    let none = Stated::default();
    check(Stated { first_name: "Ilse", last_name: "Varn", ..none }, SubmitterKind::Person, "Ilse Varn");
    check(Stated { organisation: "Norvane Systems Ltd.", ..none }, SubmitterKind::Organisation, "Norvane Systems Ltd.");
    check(
        Stated { first_name: "Ilse", last_name: "Varn", organisation: "Norvane", ..none },
        SubmitterKind::Organisation,
        "Ilse Varn, Norvane",
    );
    check(Stated { name: "Ilse Varn and Tomas Okerel", ..none }, SubmitterKind::Joint, "Ilse Varn, Tomas Okerel");
    check(Stated { name: "林知遥、陈牧野", ..none }, SubmitterKind::Joint, "林知遥, 陈牧野");
    check(Stated { name: "Ilse Varn", representative: "Kvist Legal", ..none }, SubmitterKind::OnBehalf, "Ilse Varn");
    check(Stated { first_name: "Anonymous", last_name: "Anonymous", ..none }, SubmitterKind::Anonymous, "");
    check(Stated { name: "匿名", ..none }, SubmitterKind::Anonymous, "");
}

#[test]
fn a_title_names_who_is_not_named_elsewhere() {
    let of = |title| Stated { title, ..Stated::default() };
    check(of("Comment Submitted by Petra Kvist"), SubmitterKind::Person, "Petra Kvist");
    check(
        of("Comment from Lake Coast Growers Association"),
        SubmitterKind::Organisation,
        "Lake Coast Growers Association",
    );
    check(of("Comment from Anonymous"), SubmitterKind::Anonymous, "");
    check(of("Boat engines"), SubmitterKind::Anonymous, "");
}

#[test]
fn the_same_submitter_has_the_same_key() {
    let of = |name| Submitter::of(&Stated { name, ..Stated::default() }).key();
    assert_eq!(of("Petra  Kvist"), of("PETRA KVIST"));
    assert_eq!(of("Anonymous"), None);
}
