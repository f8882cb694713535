use crate::program::Case;

const BILL: &str = "Norvane Harbour Bill\n\nArticle 1 Definitions\n\nIn this Act, \"pilot record\" means any list of pilots.\n\n\
Article 2 Fines\n\nA fine of up to six per cent of the yearly turnover is paid by whoever breaks this Act.\n";

const WISHES: &str = "Submission of the Harbour Union\n\nWe ask that the fine of six per cent be halved.\n\n\
The term \"pilot record\" should leave out apprentices.\n\nThe bill should be passed this year.\n\n\
The canteen should open on Sundays.\n";

fn case() -> Case {
    Case::of(&[("bill.txt", BILL), ("wishes.txt", WISHES)])
}

fn rows(case: &Case) -> Vec<serde_json::Value> {
    let lines = case.run("list links wishes.txt --kind submission --law bill.txt --format jsonl").ok();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_demand_is_tied_to_the_provision_it_quotes_means_or_to_none() {
    let rows = rows(&case());
    let tie = |words: &str| {
        let row = rows.iter().find(|row| row["quote"].as_str().unwrap().contains(words)).unwrap();
        (row["tie"].as_str().unwrap().to_owned(), row["number"].as_str().unwrap().to_owned())
    };
    assert_eq!(tie("halved"), ("meant".to_owned(), "Article 2".to_owned()));
    assert_eq!(tie("apprentices"), ("quoted".to_owned(), "Article 1".to_owned()));
    assert_eq!(tie("this year"), ("whole-draft".to_owned(), String::new()));
    assert_eq!(tie("canteen"), ("none".to_owned(), String::new()));
}

#[test]
fn the_words_of_a_tie_are_verbatim_at_their_place() {
    let characters: Vec<char> = WISHES.chars().collect();
    for row in rows(&case()) {
        for found in row["evidence"].as_array().unwrap() {
            let at = |index: usize| usize::try_from(found["chars"][index].as_u64().unwrap()).unwrap();
            assert_eq!(characters[at(0)..at(1)].iter().collect::<String>(), found["words"].as_str().unwrap());
            assert!(BILL.contains(found["law"].as_str().unwrap()));
        }
    }
}

#[test]
fn links_without_a_law_say_what_is_missing() {
    let outcome = case().run("list links wishes.txt");
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("--law FILE"), "{}", outcome.stderr);
}

#[test]
fn a_report_with_a_law_goes_article_by_article() {
    let case = case();
    case.run("report wishes.txt --kind submission --law bill.txt -o out").ok();
    let page = case.read("out/index.html");
    assert!(page.contains("Article by article") && page.contains("Without a home in this law"));
    assert!(case.read("out/links.csv").contains("Article 2"));
    let tree: serde_json::Value = serde_json::from_str(&case.read("out/report.json")).unwrap();
    assert_eq!(tree["links"].as_array().unwrap().len(), 4);
    case.run("report wishes.txt --kind submission -o plain").ok();
    assert!(!case.read("plain/index.html").contains("Article by article"));
}

#[test]
fn a_dossier_keeps_its_laws_and_ties_demands_to_them_without_being_told() {
    let case = case();
    case.run("new d.dossier --kind submission").ok();
    case.run("add d.dossier wishes.txt").ok();
    assert_eq!(case.run("list links d.dossier").code, 1, "no law yet");
    assert!(case.run("law add d.dossier bill.txt").stderr.contains("added"));
    assert!(case.run("law add d.dossier bill.txt").stderr.contains("known already"));
    let kept = case.run("list links d.dossier --format csv").ok();
    assert_eq!(kept, case.run("list links d.dossier --law bill.txt --format csv").ok());
    assert!(kept.contains("Article 2"));
    case.run("report d.dossier -o out").ok();
    assert!(case.read("out/index.html").contains("Article by article"));
    case.run("check d.dossier").ok();

    case.write("bill.txt", BILL.replace("turnover", "profit").as_bytes());
    assert!(case.run("law add d.dossier bill.txt").stderr.contains("in place of an earlier text"));
    assert_eq!(case.run("list laws d.dossier --format csv").ok().lines().count(), 2, "the head and the newer text");
    assert_eq!(case.run("law add d.dossier missing.txt").code, 1);
    assert!(case.run("law add d.dossier wishes.txt").stderr.contains("0 provisions, not kept"));
    assert!(!case.run("list laws d.dossier").ok().contains("wishes"));
}

#[test]
fn the_dossier_of_a_report_holds_the_law_that_was_named() {
    let case = case();
    case.run("report wishes.txt --kind submission --law bill.txt -o out").ok();
    let kept = case.run("list links out/case.dossier --format csv").ok();
    assert_eq!(kept, case.read("out/links.csv"));
}
