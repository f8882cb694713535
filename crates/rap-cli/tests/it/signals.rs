use serde_json::Value;

use crate::program::Case;

const SYMPOSIUM: &str = "\
Harbour law symposium held in Lakeside

On Tuesday, 14 May 2031, the symposium \"Steering the Harbour Law\" was held in Lakeside. The symposium was hosted by \
the Tidewater Shipping Alliance. Experts from the Legislative Affairs Commission of the NPC Standing Committee, the \
Ministry of Transport, Lakeside University and Northbank University attended the symposium.

Dara Quill, counsel at Lakeside University, said that berths are short. She proposed that the harbour law should fix \
waiting times.

Oren Pike, director at Northbank University, pointed out that pilots are scarce.
";

fn rows(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_body_seen_early_is_told_with_its_custom_and_its_words() {
    let case = Case::of(&[("symposium.txt", SYMPOSIUM)]);
    let rows = rows(&case.run("signals symposium.txt --procedure china-npcsc-law --format jsonl").ok());
    let early = rows.iter().find(|row| row["kind"] == "earlier-than-usual").unwrap();
    assert_eq!(early["subject"], "Legislative Affairs Commission of the NPC Standing Committee");
    assert_eq!(early["basis"], "custom");
    assert!(early["basis_words"].as_str().unwrap().starts_with("custom, according to "));
    for place in early["evidence"].as_array().unwrap() {
        let range: Vec<usize> = place["bytes"]
            .as_array()
            .unwrap()
            .iter()
            .map(|at| usize::try_from(at.as_u64().unwrap()).unwrap())
            .collect();
        assert_eq!(&SYMPOSIUM[range[0]..range[1]], place["quote"].as_str().unwrap());
    }
}

#[test]
fn a_dossier_has_the_signals_of_its_papers() {
    let case = Case::of(&[("papers/symposium.txt", SYMPOSIUM)]);
    case.run("new case.dossier").ok();
    case.run("add case.dossier papers").ok();
    for words in ["signals X --procedure china-npcsc-law", "list events X", "list contradictions X"] {
        let of = |from: &str| case.run(&format!("{} --format jsonl", words.replace('X', from))).ok();
        assert_eq!(of("case.dossier"), of("papers"), "{words}");
    }
}

#[test]
fn contradictions_say_in_words_what_does_not_fit() {
    let case = Case::of(&[("symposium.txt", SYMPOSIUM)]);
    let text = case.run("list contradictions symposium.txt").ok();
    assert!(text.contains("told as a Tuesday; 14 May 2031 was a Wednesday"), "{text}");
    assert!(text.contains("symposium.txt:2 “"), "{text}");
}

#[test]
fn the_time_line_is_a_calendar_that_is_read_again() {
    let case = Case::of(&[("symposium.txt", SYMPOSIUM)]);
    let calendar = case.run("list events symposium.txt --format ics").ok();
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n") && calendar.ends_with("END:VCALENDAR\r\n"), "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20310514\r\n"), "{calendar}");
    assert!(calendar.lines().all(|line| line.len() <= 75), "lines are folded");
    case.write("time.ics", calendar.as_bytes());
    case.write("other.txt", b"Nothing happened here.\n");
    let again = rows(&case.run("list events other.txt --events time.ics --format jsonl").ok());
    assert_eq!(again[0]["date"], "2031-05-14");
    assert_eq!(case.run("list asks symposium.txt --format ics").code, 1);
}

#[test]
fn events_of_a_table_stand_on_the_ladder() {
    let table = "date,kind,reading,by,law\n2031-01-10,proposed,,European Commission,Harbour Regulation\n\
                 2031-03-01,reading,2,European Parliament,Harbour Regulation\n";
    let case = Case::of(&[("note.txt", "Nothing happened here.\n"), ("events.csv", table)]);
    let rows = rows(&case.run("signals note.txt --procedure eu-ordinary --events events.csv --format jsonl").ok());
    let skipped: Vec<&str> =
        rows.iter().filter(|row| row["kind"] == "stage-skipped").map(|row| row["stage"].as_str().unwrap()).collect();
    assert_eq!(skipped, ["ep-committee", "ep-first-reading", "council-adoption"]);
}

#[test]
fn faults_are_told_all_at_once_with_the_next_action() {
    let case = Case::of(&[
        ("a.txt", SYMPOSIUM),
        ("bad.toml", "id = \"x\"\n[[stage]]\nid = \"one\"\nordr = 1\n"),
        ("bad.csv", "date,kind\n2031-13-01,meeting\nsoon,vote\n"),
    ]);
    let none = case.run("signals a.txt");
    assert_eq!(none.code, 1);
    assert!(none.stderr.contains("--procedure"), "{}", none.stderr);
    let near = case.run("signals a.txt --procedure eu-ordnary");
    assert!(near.stderr.contains("did you mean `eu-ordinary`?"), "{}", near.stderr);
    let toml = case.run("signals a.txt --procedure bad.toml");
    assert!(toml.stderr.contains("unknown key `ordr`") && toml.stderr.contains("needs `title`"), "{}", toml.stderr);
    let table = case.run("list events a.txt --events bad.csv");
    assert!(
        table.stderr.contains("`2031-13-01` is no date") && table.stderr.contains("`soon` is no date"),
        "{}",
        table.stderr
    );
    let day = case.run("signals a.txt --procedure eu-ordinary --as-of tomorrow");
    assert_eq!((day.code, day.stderr.contains("`tomorrow` is no date")), (1, true), "{}", day.stderr);
}

#[test]
fn the_report_links_every_row_to_words_that_are_there() {
    let case = Case::of(&[("symposium.txt", SYMPOSIUM)]);
    case.run("report symposium.txt -o out --procedure china-npcsc-law").ok();
    let page = case.read("out/index.html");
    for heading in ["Where the law stands", "Signals", "What the sources contradict"] {
        assert!(page.contains(&format!(">{heading}</h2>")), "{heading}");
    }
    let section = page.split("id=\"way\"").nth(1).unwrap().split("id=\"speakers\"").next().unwrap();
    let links: Vec<&str> = section.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(links.len() >= 4, "{links:?}");
    for link in links {
        assert!(page.contains(&format!("id=\"{link}\"")), "nothing has the anchor {link}");
    }
    let json: Value = serde_json::from_str(&case.read("out/report.json")).unwrap();
    assert_eq!(json["standing"]["procedure"], "china-npcsc-law");
    assert_eq!(json["standing"]["as_of"], "2031-05-14");
    assert!(!json["signals"].as_array().unwrap().is_empty());
    assert!(!json["contradictions"].as_array().unwrap().is_empty());
}

#[test]
fn a_share_that_changes_is_listed_with_its_month_and_its_statements() {
    let case = Case::of(&[("undated.txt", "Dara Quill of Lakeside University said that berths are short.\n")]);
    for month in 1..=10 {
        let demands = if month > 5 { 10 } else { 2 };
        for half in [3, 20] {
            let mut paper = format!("Harbour law forum\n\n2031-{month:02}-{half:02}\n\n");
            for pilot in 0..12 {
                let words = if pilot < demands {
                    "demanded that the law should fix fees"
                } else {
                    "said that pilots are scarce"
                };
                paper.push_str(&format!("Dara Quill, counsel at Lakeside University, {words} of berth {pilot}.\n\n"));
            }
            case.write(&format!("papers/{month:02}-{half}.txt"), paper.as_bytes());
        }
    }
    let rows = rows(&case.run("list discourse papers undated.txt --format jsonl").ok());
    let changed: Vec<&str> = rows
        .iter()
        .filter(|row| !row["change"].is_null() && row["bodies"] == "all" && row["sort"] == "demand")
        .map(|row| row["month"].as_str().unwrap())
        .collect();
    assert_eq!(changed, ["2031-06"]);
    for row in &rows {
        assert_eq!(row["count"].as_u64().unwrap(), row["places"].as_array().unwrap().len() as u64);
    }
    assert!(rows.iter().any(|row| row["month"] == "undated" && row["few"] == true));
    let text = case.run("list discourse papers undated.txt").ok();
    assert!(text.contains("the share changes with 2031-06"), "{text}");
    let table = case.run("list discourse papers --format csv").ok();
    assert!(table.starts_with("\u{feff}month,bodies,by,sort,count,of,share,"), "{table}");
}
