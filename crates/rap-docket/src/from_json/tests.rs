use crate::{Ids, ImportOptions, Submission, TableFormat, import};

fn read(format: TableFormat, json: &str) -> (Vec<Submission>, Vec<String>) {
    let mut read = Vec::new();
    let take = |submission| {
        read.push(submission);
        Ok::<(), ()>(())
    };
    let imported =
        import(format, json.as_bytes(), "table.json", &ImportOptions::default(), &mut Ids::default(), take).unwrap();
    let findings = imported.findings.iter().map(|finding| format!("{}@{}", finding.code, finding.place)).collect();
    (read, findings)
}

fn lines(submissions: &[Submission]) -> Vec<String> {
    submissions.iter().map(|one| format!("{}: {}", one.id, one.text)).collect()
}

#[track_caller]
fn check(json: &str, rows: &[&str], findings: &[&str]) {
    let (read, found) = read(TableFormat::Json, json);
    assert_eq!(lines(&read), rows, "{json}");
    assert_eq!(found, findings, "{json}");
}

#[test]
fn records_are_found_wherever_they_lie() {
    check(
        r#"[{"id": 1, "comment": "wide"}, {"id": 2, "comment": "a \"b\" {c}"}]"#,
        &["1: wide", "2: a \"b\" {c}"],
        &[],
    );
    check(
        r#"{"meta": {"filters": [{"id": 9, "text": "no"}]}, "results": [{"id": "x", "text": "wide"}]}"#,
        &["x: wide"],
        &[],
    );
    check(
        r#"{"_embedded": {"feedback": [{"id": 5, "feedback": "too wide", "surname": "Varn"}]}, "page": {}}"#,
        &["5: too wide"],
        &[],
    );
    check(r#"{"id": 3, "comment": "alone"}"#, &["3: alone"], &[]);
    check(r#"[{"id": 1, "body": {"en": "in words"}, "author": {"name": "Ilse Varn"}}]"#, &["1: in words"], &[]);
}

#[test]
fn an_answer_of_regulations_gov_has_its_attachments() {
    let json = r#"{"data": {"id": "X-1", "type": "comments", "attributes": {"comment": "See attached file(s)",
        "duplicateComments": 4, "documentType": "Public Submission", "firstName": "Ilse", "lastName": "Varn"}},
        "included": [{"type": "attachments", "attributes": {"fileFormats": [{"fileUrl": "https://example.org/X-1/attachment_1.pdf"}]}}]}"#;
    let (read, findings) = read(TableFormat::Json, json);
    assert_eq!(findings, Vec::<String>::new());
    assert_eq!(read[0].attachments, ["https://example.org/X-1/attachment_1.pdf"]);
    assert_eq!((read[0].received, read[0].submitter.line().as_str()), (5, "Ilse Varn"));
    assert!(read[0].points_to_file());
    let docket = r#"{"data": {"id": "X", "type": "dockets", "attributes": {"title": "Boats"}}}"#;
    check(docket, &[], &["not-a-submission@record 1"]);
}

#[test]
fn a_document_that_ends_in_the_middle_gives_what_is_whole() {
    check(
        r#"{"documents": [{"documentId": "A", "commentText": "one"}, {"documentId": "B", "comm"#,
        &["A: one"],
        &["json-cut@byte 83"],
    );
    check(
        r#"[{"id": 1, "text": "one"}, {"id": 2, "text": nonsense}, {"id": 3, "text": "three"}]"#,
        &["1: one", "3: three"],
        &["json-record@record 2"],
    );
}

#[test]
fn lines_are_read_alone() {
    let (read, findings) =
        read(TableFormat::JsonLines, "{\"id\":1,\"text\":\"one\"}\n\n{\"id\":2,\n{\"id\":3,\"text\":\"three\"}\n");
    assert_eq!(lines(&read), ["1: one", "3: three"]);
    assert_eq!(findings, ["json-record@line 3"]);
}

proptest::proptest! {
    #[test]
    fn any_json_like_bytes_are_read_to_their_end(json in r#"[\[\]{}:,"\\a1 ]{0,200}"#) {
        read(TableFormat::Json, &json);
        read(TableFormat::JsonLines, &json);
    }
}
