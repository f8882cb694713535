use crate::program::Case;

const ACT: &str = "Harbour Act\n\nCHAPTER I\n\nLAMPS\n\nArticle 1\n\nOil\n\n1. In this Act ‘oil’ means:\n\n(a) seed oil;\n\n(b) gas as in point (a).\n\nArticle 2\n\nSee Article 1(1), Article 9 and Regulation (EU) 2016/679.\n";

fn json(words: &str) -> serde_json::Value {
    serde_json::from_str(words).unwrap()
}

#[test]
fn the_summary_of_an_act_counts_what_it_holds() {
    let case = Case::of(&[("act.txt", ACT)]);
    let summary = json(&case.run("law show act.txt --summary --format json").ok());
    for (name, count) in [
        ("recitals", 0),
        ("chapters", 1),
        ("articles", 2),
        ("annexes", 0),
        ("definitions", 1),
        ("references", 5),
        ("findings", 0),
    ] {
        assert_eq!(summary[name], count, "{name} of {summary}");
    }
    assert!(case.run("law show act.txt --summary").ok().contains("articles          2"));
}

#[test]
fn an_act_is_shown_as_a_tree_in_three_forms() {
    let case = Case::of(&[("act.txt", ACT)]);
    let tree = json(&case.run("law show act.txt --format json").ok());
    let article = &tree["provisions"][0]["children"][0];
    assert_eq!(article["id"], "chp_1__art_1");
    assert_eq!(article["heading"], "Oil");
    assert_eq!(article["children"][0]["children"][1]["text"], "gas as in point (a).");
    let chars: Vec<char> = ACT.chars().collect();
    let at = |value: &serde_json::Value| value.as_u64().unwrap() as usize;
    let span = &article["chars"];
    assert!(chars[at(&span[0])..at(&span[1])].iter().collect::<String>().starts_with("Article 1"));
    assert!(case.run("law show act.txt").ok().contains("Article 1  Oil  [chp_1__art_1]"));
    let akn = case.run("law show act.txt --format akn").ok();
    case.write("act.xml", akn.as_bytes());
    assert_eq!(case.run("law show act.xml --format akn").ok(), akn, "what was printed is printed again");
}

#[test]
fn a_folder_of_formex_is_one_act() {
    let body = "<ACT xmlns:x=\"http://formex.publications.europa.eu/schema\"><ENACTING.TERMS><ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>See Annex I.</ALINEA></ARTICLE></ENACTING.TERMS></ACT>";
    let annex = "<ANNEX xmlns:x=\"http://formex.publications.europa.eu/schema\"><TITLE><TI><P>ANNEX I</P></TI></TITLE><CONTENTS><P>Forms.</P></CONTENTS></ANNEX>";
    let case = Case::of(&[("act/1.xml", body), ("act/2.xml", annex)]);
    let tree = json(&case.run("law show act --format json").ok());
    assert_eq!(tree["summary"]["annexes"], 1);
    assert_eq!(tree["references"][0]["target"][0], "anx_1");
    assert_eq!(tree["references"][0]["resolved"], true);
}

#[test]
fn references_of_an_act_are_resolved_or_say_that_they_are_not() {
    let case = Case::of(&[("act.txt", ACT)]);
    let rows: Vec<_> = case.run("law cite act.txt --format jsonl").ok().lines().map(json).collect();
    let row = |text: &str| rows.iter().find(|row| row["text"] == text).unwrap_or_else(|| panic!("{text} in {rows:#?}"));
    assert_eq!(row("point (a)")["target"][0], "chp_1__art_1__para_1__point_a");
    assert_eq!(row("Article 1(1)")["resolved"], true);
    assert_eq!(row("Article 9")["resolved"], false);
    assert_eq!(row("Regulation (EU) 2016/679")["kind"], "external");
    let chars: Vec<char> = ACT.chars().collect();
    for row in &rows {
        let range = |at: usize| row["chars"][at].as_u64().unwrap() as usize;
        assert_eq!(chars[range(0)..range(1)].iter().collect::<String>(), row["text"].as_str().unwrap());
    }
}

#[test]
fn any_paper_is_searched_for_references() {
    let letter = "We ask to delete Article 5(1)(a).\n\n依照《中华人民共和国网络安全法》第二十一条。\n";
    let case = Case::of(&[("letter.txt", letter), ("act.txt", ACT)]);
    let table = case.run("law cite letter.txt act.txt --format csv").ok();
    assert!(table.starts_with("\u{feff}source,chars,text,kind,target,resolved,"), "{table}");
    assert!(table.contains("Article 5(1)(a),internal,art_5__para_1__point_a,false"), "{table}");
    assert!(table.contains("cn:中华人民共和国网络安全法#art_21,true"), "{table}");
    assert_eq!(case.run("law cite nowhere.txt").code, 1);
}
