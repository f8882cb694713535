use super::Procedure;

#[test]
fn the_procedures_of_the_program_are_without_fault() {
    for (name, toml) in super::PACKS {
        match Procedure::parse(toml) {
            Ok(procedure) => assert_eq!(procedure.id, name),
            Err(faults) => panic!("{}", faults.page(name)),
        }
    }
}

#[test]
fn all_faults_of_a_file_are_told_at_once_with_their_lines() {
    let toml = r#"id = "harbour"
titel = "Harbour rules"
jurisdiction = "uk"

[source.H]
title = "Harbour guide"
confidence = "secondary"

[[stage]]
id = "plan"
name = "plan"
order = "first"
proof = ["plan-lsted", "vote by comons"]
basis = "habit"
source = ["X"]

[[stage]]
id = "plan"
name = "plan again"
order = 2
proof = ["vote"]
basis = "law"
source = ["H"]

[[first_seen]]
body = "ofcom"
usual = "plann"
basis = "custom"
source = ["H"]
"#;
    let faults = Procedure::parse(toml).unwrap_err();
    let told: Vec<String> = faults.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "line 2: unknown key `titel` (did you mean `title`?)",
            "line 12: `order` is a whole number from 0 (order = 30)",
            "line 13: no event is called `plan-lsted` (did you mean `plan-listed`?)",
            "line 13: no body has the id `comons` (did you mean `commons`?)",
            "line 14: unknown basis `habit` (one of: law, guide, statistic, custom, analyst)",
            "line 15: no source `X` (add [source.X] with title and confidence)",
            "line 18: stage `plan` is there already (the first is in line 10)",
            "line 27: no stage has the id `plann` (did you mean `plan`?)",
        ]
    );
}

#[test]
fn a_line_says_on_what_it_rests() {
    let china = Procedure::builtin("china-npcsc-law").unwrap();
    let told = china.first_seen.first().map(|row| row.basis.to_string()).unwrap_or_default();
    assert!(told.starts_with("custom, according to "), "{told}");
    let reading = china.stage("first-reading").and_then(|stage| china.stages.get(stage)).unwrap();
    assert_eq!(
        reading.basis.to_string(),
        "law (Art. 32, Legislation Law of China, text of 2023; NPC Observer, questions on the NPC and its laws, as of \
         November 2023)"
    );
}

#[test]
fn what_is_no_procedure_is_told_and_no_panic() {
    for toml in ["", "[[stage]]", "stage = 3", "id = [", "source.a = 1\nid = \"x\"", "\u{0}"] {
        assert!(Procedure::parse(toml).is_err(), "{toml}");
    }
}
