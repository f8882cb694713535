use serde_json::Value;

use crate::program::Case;

const TEMPLATE: &str = "I am writing to ask the Harbour Regulator to withdraw the proposed rule on boat engines. Small \
    yards cannot pay for two inspections a year, and the old engines that the rule bans are the only ones that our \
    members can repair themselves. Please give the yards of Lake Coast five years and a fund to replace them.";

const CHINESE: &str = "我们认为，草案第十二条对训练数据来源的登记要求过于繁琐，小型开发者难以承担。建议将登记范围限定于公开提供服务的系统，\
    并为科研活动设置明确的豁免，同时给予不少于两年的过渡期。";

/// A table with a campaign in English, one in Chinese, repeated boilerplate and texts of their own.
fn table() -> String {
    let mut rows = vec!["Comment ID,Name,Comment".to_owned()];
    let mut add = |id: &str, text: &str| rows.push(format!("{id},Ilse Varn,\"{}\"", text.replace('"', "\"\"")));
    add("A1", TEMPLATE);
    add("A2", &TEMPLATE.to_uppercase());
    add("A3", &TEMPLATE.replace("five years", "ten years").replace("our members", "my neighbours"));
    add(
        "A4",
        &format!(
            "My grandfather built the first yard in Port Sallow and my daughter runs it today. {TEMPLATE} Mail me at ilse.varn@example.org or come to 12 Quay Street."
        ),
    );
    add("C1", CHINESE);
    add("C2", &CHINESE.replace("不少于两年", "至少三年"));
    for id in ["S1", "S2", "S3"] {
        add(id, "See attached file(s)");
    }
    add(
        "U1",
        "The rule is welcome to those of us who swim in the lake and have counted the dead fish along the jetty since summer.",
    );
    add("U2", "第二十条的罚款上限偏低，难以对大型平台形成威慑，应当按照营业额的比例确定罚款数额。");
    rows.join("\n")
}

fn json(case: &Case, words: &str) -> Value {
    serde_json::from_str(&case.run(words).ok()).unwrap()
}

fn members(cluster: &Value) -> Vec<&str> {
    cluster["members"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect()
}

#[test]
fn campaigns_stand_beside_the_counts() {
    let case = Case::of(&[("docket.csv", &table())]);
    let found = json(&case, "campaigns docket.csv --format json");
    let counts = ["received", "published", "distinct", "in_campaigns", "with_own_words"]
        .map(|name| found[name].as_u64().unwrap());
    assert_eq!(counts, [11, 11, 5, 6, 1], "{found:#}");
    let clusters = found["clusters"].as_array().unwrap();
    assert_eq!(clusters.iter().map(members).collect::<Vec<_>>(), [vec!["A1", "A2", "A3", "A4"], vec!["C1", "C2"]]);
    assert_eq!((clusters[0]["kind"].as_str(), clusters[0]["representative"].as_str()), (Some("mixed"), Some("A1")));
    assert_eq!(clusters[1]["kind"], "near");
    assert_eq!(found["short_repeats"]["submissions"], 3);
    assert_eq!(found["sensitivity"].as_array().unwrap().len(), 3);
    let differing = clusters[0]["differing"].to_string();
    assert!(differing.contains("my neighbours") && differing.contains("My grandfather built"), "{differing}");
}

#[test]
fn personal_data_is_masked_unless_asked_otherwise() {
    let case = Case::of(&[("docket.csv", &table())]);
    for format in ["text", "json"] {
        let masked = case.run(&format!("campaigns docket.csv --format {format}")).ok();
        assert!(!masked.contains("ilse.varn@example.org") && !masked.contains("12 Quay Street"), "{masked}");
    }
    let open = case.run("campaigns docket.csv --format json --unmasked").ok();
    assert!(open.contains("ilse.varn@example.org"), "{open}");
}

#[test]
fn every_form_of_a_table_gives_the_same_campaigns() {
    let table = table();
    let mut rows = table.lines().skip(1).map(|line| {
        let (id, rest) = line.split_once(',').unwrap();
        let text = rest.split_once(",\"").unwrap().1.trim_end_matches('"');
        serde_json::json!({"id": id, "comment": text}).to_string()
    });
    let rows: Vec<String> = rows.by_ref().collect();
    let case = Case::of(&[
        ("a.csv", &table),
        ("b.json", &format!("{{\"documents\": [{}]}}", rows.join(","))),
        ("c.jsonl", &rows.join("\n")),
        ("d.tsv", &table.replace(",\"", "\t\"").replace(",Ilse", "\tIlse").replace("ID,Name,", "ID\tName\t")),
    ]);
    for (number, (id, text)) in rows.iter().enumerate().map(|(number, row)| {
        let row: Value = serde_json::from_str(row).unwrap();
        (number, (row["id"].as_str().unwrap().to_owned(), row["comment"].as_str().unwrap().to_owned()))
    }) {
        case.write(&format!("letters/{number:02}-{id}.txt"), text.as_bytes());
    }
    let of = |what: &str| {
        let found = json(&case, &format!("campaigns {what} --format json"));
        let sizes: Vec<u64> =
            found["clusters"].as_array().unwrap().iter().map(|one| one["size"].as_u64().unwrap()).collect();
        (found["published"].as_u64(), found["distinct"].as_u64(), sizes)
    };
    for what in ["a.csv", "b.json", "c.jsonl", "d.tsv", "letters"] {
        assert_eq!(of(what), (Some(11), Some(5), vec![4, 2]), "{what}");
    }
    let letters = json(&case, "campaigns letters --format json");
    assert_eq!(letters["clusters"][1]["members"][0], "04-C1.txt");
}

#[test]
fn a_submission_in_a_file_beside_the_table_is_read_from_it() {
    let case = Case::of(&[
        (
            "docket/comments.csv",
            "Document ID,Comment,Attachment Files\nX-1,See attached file(s),https://example.org/X-1/attachment_1.txt\nX-2,See attached,\nX-3,See attached file(s),",
        ),
        ("docket/X-1_attachment_1.txt", TEMPLATE),
        ("docket/X-2_attachment_1.txt", TEMPLATE),
    ]);
    let found = json(&case, "campaigns docket --format json");
    assert_eq!(members(&found["clusters"][0]), ["X-1", "X-2"]);
    assert_eq!((found["from_files"].as_u64(), found["in_missing_files"].as_u64()), (Some(2), Some(1)));
}

#[test]
fn columns_are_shown_and_can_be_chosen() {
    let case =
        Case::of(&[("docket.csv", "nr,question,reply\n1,Why so?,\"too wide, too late and too vague for us all\"\n")]);
    let outcome = case.run("campaigns docket.csv --column text=reply --column id=nr");
    assert!(outcome.stderr.contains("docket.csv: text=`reply`, id=`nr`"), "{}", outcome.stderr);
    let wrong = case.run("campaigns docket.csv --column text=answer");
    assert_eq!(wrong.code, 1);
    assert!(wrong.stderr.contains("no column `answer`") && wrong.stderr.contains("`reply`"), "{}", wrong.stderr);
    assert_eq!(case.run("campaigns docket.csv --column answer").code, 1);
    assert_eq!(case.run("campaigns docket.csv --threshold 7").code, 1);
}

#[test]
fn rows_that_are_not_read_are_told_with_line_and_column() {
    let case = Case::of(&[("docket.csv", "id,comment\n1,fine and well said by all of us here\n1,other\n3,\n4,a,b\n")]);
    let outcome = case.run("campaigns docket.csv");
    for told in ["line 3, column `id`", "line 4, column `comment`", "line 5: 3 cells"] {
        assert!(outcome.stderr.contains(told), "{told}: {}", outcome.stderr);
    }
    assert!(outcome.ok().contains("published               3"));
}

#[test]
fn a_parquet_table_is_told_with_the_way_out() {
    let case = Case::of(&[("votes.parquet", "PAR1 and more")]);
    let outcome = case.run("campaigns votes.parquet");
    assert_eq!(outcome.code, 1);
    assert!(outcome.stderr.contains("Parquet") && outcome.stderr.contains("TO 'votes.csv'"), "{}", outcome.stderr);
}

#[test]
fn who_speaks_is_read_from_letters_too() {
    let case = Case::of(&[(
        "docket.csv",
        "id,comment\n1,\"On behalf of the Lake Coast Growers, I ask you to wait.\"\n\
         2,\"We ask you to wait.\n\nRespectfully,\nIlse Varn\nTomas Okerel\"\n3,Wait a year or two.\n",
    )]);
    let kinds = json(&case, "campaigns docket.csv --format json")["submitters"]["kinds"].to_string();
    for told in ["\"on-behalf\":1", "\"joint\":1", "\"anonymous\":1"] {
        assert!(kinds.replace(": ", ":").contains(told), "{told}: {kinds}");
    }
}

#[test]
fn a_csv_names_each_member() {
    let case = Case::of(&[("docket.csv", &table())]);
    let found = case.run("campaigns docket.csv --format csv").ok();
    assert!(found.starts_with("\u{feff}cluster,size,kind,representative,member\r\n1,4,mixed,A1,A1\r\n"), "{found}");
}

#[test]
fn threads_change_nothing() {
    let case = Case::of(&[("docket.csv", &table())]);
    let with = |threads| case.run(&format!("campaigns docket.csv --format json --threads {threads}")).ok();
    assert_eq!(with(1), with(3));
}

#[test]
fn a_dossier_holds_the_docket_of_its_table() {
    let case = Case::of(&[("docket.csv", &table())]);
    case.run("new case.dossier").ok();
    let added = case.run("add case.dossier docket.csv");
    assert!(added.stderr.contains("11 submissions added, 8 new wordings"), "{}", added.stderr);
    assert!(case.run("add case.dossier docket.csv").stderr.contains("0 submissions added, 0 new wordings"));
    let from_table = case.run("campaigns docket.csv --format json").ok();
    assert_eq!(case.run("campaigns case.dossier --format json").ok(), from_table);
    case.run("check case.dossier").ok();
    let sources = case.run("list sources case.dossier --format jsonl").ok();
    assert_eq!(sources.lines().count(), 8);
    assert!(sources.contains("docket.csv#A1") && !sources.contains("docket.csv#A2"), "{sources}");
}

#[test]
fn the_report_has_the_docket_with_its_counts() {
    let case = Case::of(&[("docket.csv", &table())]);
    case.run("report docket.csv -o out").ok();
    let page = case.read("out/index.html");
    let section = page.split("id=\"docket\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(section.contains("<svg") && section.contains("Campaign 1: 4 submissions."), "{section}");
    assert!(!page.contains("ilse.varn@example.org") && !page.contains("12 Quay Street"));
    let json: Value = serde_json::from_str(&case.read("out/report.json")).unwrap();
    assert_eq!((json["docket"]["received"].as_u64(), json["docket"]["distinct"].as_u64()), (Some(11), Some(5)));
    let papers = Case::of(&[("letter.txt", crate::program::LETTER)]);
    papers.run("report letter.txt -o out").ok();
    assert!(!papers.read("out/index.html").contains("id=\"docket\""));
}

/// The import is killed again and again, each time a little later, and started once more.
#[cfg(unix)]
#[test]
fn an_import_that_is_killed_and_started_again_ends_the_same() {
    let mut rows = vec!["id,comment".to_owned()];
    for number in 0..600 {
        let text = if number % 3 == 0 {
            TEMPLATE.replace("five", &number.to_string())
        } else {
            format!("Letter {number}: {CHINESE} {}", number * 7)
        };
        rows.push(format!("{number},\"{text}\""));
    }
    let case = Case::of(&[("docket.csv", &rows.join("\n"))]);
    case.run("new whole.dossier").ok();
    case.run("add whole.dossier docket.csv").ok();
    case.run("new cut.dossier").ok();
    for round in 0..20_u64 {
        let mut child = case.command("add cut.dossier docket.csv --quiet").spawn().unwrap();
        let patience = std::time::Instant::now();
        while patience.elapsed().as_millis() < u128::from(20 + round * 37 % 400) && child.try_wait().unwrap().is_none()
        {
            std::thread::yield_now();
        }
        drop(child.kill());
        child.wait().unwrap();
    }
    case.run("add cut.dossier docket.csv").ok();
    for words in ["list statements", "list sources", "list asks", "list ledger"] {
        let of = |dossier: &str| case.run(&format!("{words} {dossier} --format jsonl")).ok();
        assert_eq!(of("cut.dossier"), of("whole.dossier"), "{words}");
    }
    let of = |dossier: &str| case.run(&format!("campaigns {dossier} --format json")).ok();
    assert_eq!(of("cut.dossier"), of("whole.dossier"));
}
