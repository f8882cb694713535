use crate::program::{Case, HEARING, LETTER};

fn rows(case: &Case, words: &str) -> Vec<serde_json::Value> {
    case.run(words).ok().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_statement_row_names_its_speaker_and_quotes_verbatim_in_three_units() {
    let case = Case::of(&[("hearing.txt", HEARING), ("letter.txt", LETTER)]);
    let rows = rows(&case, "list statements . --format jsonl");
    assert!(rows.len() >= 5, "{rows:#?}");
    for row in &rows {
        let text = if row["source"] == "hearing.txt" { HEARING } else { LETTER };
        let range = |field: &str| {
            let pair = row[field].as_array().unwrap();
            pair[0].as_u64().unwrap() as usize..pair[1].as_u64().unwrap() as usize
        };
        let quote = row["quote"].as_str().unwrap();
        assert_eq!(&text[range("bytes")], quote);
        let chars: Vec<char> = text.chars().collect();
        assert_eq!(chars[range("chars")].iter().collect::<String>(), quote);
        let utf16: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(String::from_utf16(&utf16[range("utf16")]).unwrap(), quote);
    }
    let varn = rows.iter().find(|row| row["speaker"] == "Ilse Varn").expect("Ilse Varn speaks");
    assert_eq!(varn["organisation"], "Norvane Systems Ltd.");
    assert_eq!(varn["organisation_kind"], "company");
    assert_eq!(varn["voice"], "explicit");
}

#[test]
fn a_dossier_lists_what_its_papers_list() {
    let case = Case::of(&[("papers/hearing.txt", HEARING), ("papers/letter.txt", LETTER)]);
    case.run("new case.dossier").ok();
    case.run("add case.dossier papers").ok();
    for what in ["statements", "asks", "actors", "themes", "findings", "ledger", "sources"] {
        let words = |from: &str| format!("list {what} {from} --format jsonl");
        assert_eq!(case.run(&words("case.dossier")).ok(), case.run(&words("papers")).ok(), "{what}");
    }
}

#[test]
fn every_format_holds_the_same_rows() {
    let case = Case::of(&[("hearing.txt", HEARING)]);
    let lines = case.run("list ledger hearing.txt --format jsonl").ok();
    let array: Vec<serde_json::Value> =
        serde_json::from_str(&case.run("list ledger hearing.txt --format json").ok()).unwrap();
    assert_eq!(lines.lines().count(), array.len());
    let table = case.run("list ledger hearing.txt --format csv").ok();
    assert!(table.starts_with("\u{feff}source,sentence,"), "{table}");
    assert!(case.run("list ledger hearing.txt").ok().contains("hearing.txt:1"));
}

#[test]
fn a_kind_that_is_given_wins() {
    let case = Case::of(&[("hearing.txt", HEARING)]);
    let sources = case.run("list sources hearing.txt --kind submission --format jsonl").ok();
    assert!(sources.contains("\"kind\":\"submission\""), "{sources}");
}

#[test]
fn output_that_nobody_reads_on_ends_quietly() {
    let case = Case::of(&[("hearing.txt", &HEARING.repeat(2000))]);
    let mut child = case
        .command("list ledger hearing.txt")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
