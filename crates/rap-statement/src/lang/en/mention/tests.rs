use rap_doc::{Doc, SourceId};

use crate::found::{Found, MentionForm};
use crate::lang::Readers;

/// Checks the people and bodies of a text: `name | role | body` or `name [kind]`, a `+` before those present.
fn check(text: &str, expected: &[&str]) {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let mut found = Found::default();
    Readers::default().read_block(&doc, 0, &mut found);
    let of = |span: rap_doc::Span| span.of(text);
    let mut rows = Vec::new();
    for (index, mention) in found.mentions.iter().enumerate() {
        let present = if found.present.iter().any(|present| present.0 == index) { "+" } else { "" };
        match mention.form {
            MentionForm::Person => {
                let office = |role: Option<rap_doc::Span>, body: Option<(rap_doc::Span, crate::BodyKind)>| {
                    format!(" | {} | {}", role.map_or("-", of), body.map_or("-", |body| of(body.0)))
                };
                let mut row = format!("{present}{}{}", of(mention.name), office(mention.role, mention.organisation));
                for (_, more) in found.offices.iter().filter(|office| office.0 == index) {
                    row += &office(more.role, more.organisation);
                }
                rows.push(row);
            }
            MentionForm::Body(kind) => rows.push(format!("{present}{} [{}]", of(mention.name), kind.name())),
            _ => {}
        }
    }
    assert_eq!(rows, expected, "{text}");
}

#[test]
fn offices_stand_before_the_name() {
    check("Tarn Mills' head of policy, Anna Dahl, spoke.", &["Anna Dahl | head of policy | Tarn Mills"]);
    check("The head of river affairs at Birchwood Bo Lind spoke.", &["Bo Lind | head of river affairs | Birchwood"]);
}

#[test]
fn offices_stand_behind_the_name() {
    check(
        "Anna Dahl, Vice President of Legal Affairs at Fern Group, spoke.",
        &["Anna Dahl | Vice President of Legal Affairs | Fern Group"],
    );
    check(
        "Anna Dahl, a professor at Tarn University and co-chair of the River Alliance, spoke.",
        &["Anna Dahl | professor | Tarn University | co-chair | River Alliance"],
    );
    check("Anna Dahl (Otter Trust) spoke.", &["Anna Dahl | - | Otter Trust"]);
    check("Anna Dahl of the Otter Trust spoke.", &["Anna Dahl | - | Otter Trust"]);
}

#[test]
fn names_in_pinyin_begin_with_the_family() {
    check(
        "Director of research at Fern Qiu Mingzhe, and the legal head of Birch Technology Ouyang Lan, spoke.",
        &["Qiu Mingzhe | Director of research | Fern", "Ouyang Lan | legal head | Birch Technology"],
    );
    check("He Lan chaired the session.", &["He Lan | - | -"]);
}

#[test]
fn one_title_may_be_that_of_several() {
    check(
        "Associate Professors Qiu Mingzhe from Tarn University and Shen Lan from Birch University spoke.",
        &[
            "Qiu Mingzhe | Associate Professors | - | - | Tarn University",
            "Shen Lan | Associate Professors | Birch University",
        ],
    );
}

#[test]
fn names_of_bodies_hold_and_and_of() {
    check(
        "The Ministry of Housing, Communities and Local Government met the Institute of Law and Economics.",
        &[
            "Ministry of Housing, Communities and Local Government [ministry]",
            "Institute of Law and Economics [research-institute]",
        ],
    );
    check(
        "The River Owners Alliance (ROA) wrote to the Ministry of Justice and the Supreme Court.",
        &["River Owners Alliance [industry-alliance]", "Ministry of Justice [ministry]", "Supreme Court [court]"],
    );
}

#[test]
fn those_who_came_are_marked() {
    check(
        "Experts from the Ministry of Justice, Tarn University of Science and Technology, and the Otter Trust attended.",
        &[
            "+Ministry of Justice [ministry]",
            "+Tarn University of Science and Technology [university]",
            "+Otter Trust [civil-society]",
        ],
    );
    check(
        "Representatives from companies such as Fern, Birch.com, and Alder took part in the talks.",
        &["+Fern [company]", "+Birch.com [company]", "+Alder [company]"],
    );
    check(
        "Officials of the Ministry of Justice attended, as did members of the Otter Trust.",
        &["+Ministry of Justice [ministry]", "+Otter Trust [civil-society]"],
    );
    check(
        "Representatives of Fern Ltd took part, together with the Reed Farmers Alliance.",
        &["+Fern Ltd [company]", "+Reed Farmers Alliance [industry-alliance]"],
    );
    check("Scholars came from Tarn University.", &["+Tarn University [university]"]);
    check("The idea came from Tarn University.", &["Tarn University [university]"]);
    check("The minister attended the launch.", &[]);
}

#[test]
fn clauses_behind_the_name_tell_offices() {
    check(
        "Anna Dahl, who heads river policy at Fern Group, spoke.",
        &["Anna Dahl | heads river policy | Fern Group", "Fern Group [company]"],
    );
    check(
        "Anna Dahl, speaking on behalf of the Otter Trust, spoke.",
        &["Anna Dahl | - | Otter Trust", "Otter Trust [civil-society]"],
    );
    check("Anna Dahl, who arrived late at Fern Group, spoke.", &["Anna Dahl | - | -", "Fern Group [company]"]);
}
