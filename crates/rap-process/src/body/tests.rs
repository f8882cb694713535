use super::Bodies;

fn named(name: &str) -> Vec<&'static str> {
    let bodies = Bodies::builtin();
    bodies.named(name).bodies.iter().filter_map(|id| bodies.get(*id)).map(|body| body.id.as_str()).collect()
}

#[test]
fn the_lists_of_the_program_are_without_fault() {
    for (name, toml) in super::PACKS {
        if let Err(faults) = Bodies::parse(toml) {
            panic!("{}", faults.page(name));
        }
    }
    let all = Bodies::builtin().all();
    for body in all {
        let same = all.iter().filter(|other| other.id == body.id).count();
        assert_eq!(same, 1, "`{}` stands in two lists", body.id);
        let known = |id: &String| id.is_empty() || Bodies::builtin().by_id(id).is_some();
        assert!(known(&body.parent), "`{}` belongs to `{}`, which is not there", body.id, body.parent);
        assert!(body.confused_with.iter().all(known), "`{}` is confused with a body that is not there", body.id);
    }
}

#[test]
fn names_in_both_languages_mean_one_body() {
    assert_eq!(named("the Ministry of Industry and Information Technology"), ["miit"]);
    assert_eq!(named("工信部"), ["miit"]);
    assert_eq!(named("全国人大常委会法工委"), ["npcsc-lac"]);
    assert_eq!(named("Standing Committee of the National People’s Congress"), ["npcsc"]);
    assert_eq!(named("IMCO"), ["ep-imco"]);
}

#[test]
fn a_name_that_two_bodies_bear_stays_ambiguous() {
    assert_eq!(named("Law Committee of the National People's Congress"), ["npc-clc"]);
    assert_eq!(named("NPC Legal Affairs Committee"), ["npc-clc", "npcsc-lac"]);
    assert_eq!(named("Legal Affairs Committee of the Standing Committee of the NPC"), ["npc-clc", "npcsc-lac"]);
    assert_eq!(named("Personal Information Protection Commission"), ["pipc"]);
}

#[test]
fn a_part_means_its_body_and_a_university_does_not() {
    let bodies = Bodies::builtin();
    let part = bodies.named("Treaty and Law Department of the Ministry of Foreign Affairs");
    assert!(part.part && part.bodies.len() == 1);
    assert_eq!(named("Treaty and Law Department of the Ministry of Foreign Affairs"), ["mfa"]);
    assert!(named("Ministry of Justice Research Institute of Harbour Law").is_empty());
    assert!(named("Lakeside Port Company").is_empty());
}
