use rap_statement::{Act, ActorKind, BodyKind, SourceKind, Stance};

use crate::fixture::{PaperFixture, Said, report, written};

/// Returns a paper in which one person of a company speaks, and another body is present.
fn paper(origin: &str, person: &str, company: &str, present: &str) -> rap_dossier::Entry {
    let text = format!("{present} attended. {person} of {company} said the law is late.");
    let mut paper = PaperFixture::new(origin, SourceKind::Record, &text);
    let body = paper.actor(company, ActorKind::Body(BodyKind::Company));
    let guest = paper.actor(present, ActorKind::Body(BodyKind::Company));
    paper.present(guest, "attended");
    let speaker = paper.person(person, "", Some(body));
    paper.say(&Said {
        who: Some(speaker),
        mention: person,
        cue: "said",
        content: &["the law is late"],
        act: Act::Problem,
        stance: Stance::NamesProblem,
        themes: &[],
    });
    paper.entry()
}

#[test]
fn one_name_at_one_body_is_one_person_and_at_two_bodies_two() {
    let papers = [
        paper("a.txt", "Ada Quill", "Harbour Robotics", "Quillmark"),
        paper("b.txt", "Ada Quill", "Harbour Robotics", "Quillmark"),
        paper("c.txt", "Ada Quill", "Tern Logistics", "Quillmark"),
    ];
    let report = report(&papers);
    let said: Vec<(String, usize)> = report
        .actor_rows()
        .filter(|row| row.statements > 0)
        .map(|row| (format!("{} of {}", row.name, row.organisation), row.statements))
        .collect();
    assert_eq!(said, [("Ada Quill of Harbour Robotics".to_owned(), 2), ("Ada Quill of Tern Logistics".to_owned(), 1)]);
    // The figures add up for two people of one name, too.
    written(&papers, true);
}

#[test]
fn who_is_silent_in_one_paper_and_heard_in_another_is_not_silent() {
    let papers = [
        paper("a.txt", "Ada Quill", "Harbour Robotics", "Quillmark"),
        paper("b.txt", "Jonas Reed", "Quillmark", "Tern Logistics"),
    ];
    let report = report(&papers);
    let silent: Vec<&str> = report.silent.iter().map(|id| report.cast.body_name(*id)).collect();
    assert_eq!(silent, ["Tern Logistics"]);
}

#[test]
fn presence_is_told_by_the_whole_sentence() {
    let report = report(&[paper("a.txt", "Ada Quill", "Harbour Robotics", "Quillmark")]);
    let words: Vec<&str> =
        report.cast.characters().iter().flat_map(|who| &who.presence).map(|presence| presence.words.as_str()).collect();
    assert_eq!(words, ["Quillmark attended."]);
}
