use crate::program::Case;

const BILL: &str = "Norvane Harbour Bill\n\nArticle 1 Purpose\n\nThis Act keeps ships safe.\n\n\
Article 2 Fines\n\nA fine of up to six per cent of the yearly turnover is paid by whoever breaks this Act.\n";

const WISHES: &str = "Submission of the Harbour Union\n\nWe ask that the fine of six per cent be halved.\n\n\
The bill should be passed this year.\n";

const LAW: &str = "--kind submission --law bill.txt";

fn case() -> Case {
    Case::of(&[("bill.txt", BILL), ("wishes.txt", WISHES)])
}

fn answers(case: &Case, file: &str) -> serde_json::Value {
    serde_json::from_str(&case.run(&format!("answers {file} --format json")).ok()).unwrap()
}

#[test]
fn every_form_and_format_comes_back_unanswered() {
    let case = case();
    for form in ["iso", "w3c", "zh", "plain"] {
        for ending in ["docx", "xlsx", "csv"] {
            let file = format!("{form}.{ending}");
            let outcome = case.run(&format!("export wishes.txt {LAW} --as {form} -o {file}"));
            assert!(outcome.stderr.contains("2 rows, 1 without a provision, 2 unanswered"), "{}", outcome.stderr);
            let read = answers(&case, &file);
            assert_eq!((read["rows"].as_u64(), read["unanswered"].as_u64()), (Some(2), Some(2)), "{file}");
            let comments = read["comments"].as_array().unwrap();
            assert!(comments.iter().any(|row| row["clause"] == "Article 2"), "{file}");
        }
    }
}

#[test]
fn answers_of_a_filled_table_go_into_the_next_one() {
    let case = case();
    case.run(&format!("export wishes.txt {LAW} -o first.csv")).ok();
    let table = case.read("first.csv");
    let line = table.lines().find(|line| line.contains("halved")).unwrap();
    let open = line.strip_suffix(",,").unwrap();
    let filled = table.replace(line, &format!("{open},Rejected,the fine follows the gravity"));
    case.write("filled.csv", filled.as_bytes());
    let read = answers(&case, "filled.csv");
    assert_eq!((read["rejected"].as_u64(), read["unanswered"].as_u64()), (Some(1), Some(1)), "{filled}");
    case.run(&format!("export wishes.txt {LAW} --as iso --answers filled.csv -o next.docx")).ok();
    let next = answers(&case, "next.docx");
    let row = next["comments"].as_array().unwrap().iter().find(|row| row["clause"] == "Article 2").unwrap();
    assert_eq!(
        (row["decision"].as_str(), row["reason"].as_str()),
        (Some("Rejected"), Some("the fine follows the gravity"))
    );
    let text = case.run("answers next.docx").ok();
    assert!(text.contains("open: ") && text.contains("1 rejected (0 without a reason)"), "{text}");
}

#[test]
fn an_answer_whose_words_are_gone_is_told() {
    let case = case();
    case.write("old.csv", b"Comment,Section,Resolution,Rationale\nRaise the pier,Article 9,Accepted,\n");
    let outcome = case.run(&format!("export wishes.txt {LAW} --answers old.csv -o next.csv"));
    assert!(outcome.stderr.contains("no ask of today has its words"), "{}", outcome.stderr);
}

#[test]
fn a_wrong_ending_or_file_says_what_to_do() {
    let case = case();
    let outcome = case.run("export wishes.txt -o table.odt");
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("end it in .docx, .xlsx or .csv"), "{}", outcome.stderr);
    let outcome = case.run("answers wishes.txt");
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("has the columns of a disposition"), "{}", outcome.stderr);
}
