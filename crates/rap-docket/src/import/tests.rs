use super::{Ids, ImportOptions, TableFormat, import};
use crate::{Choice, Field};

fn read(table: &str, options: &ImportOptions) -> (Vec<crate::Submission>, super::Imported) {
    let mut read = Vec::new();
    let imported =
        import(TableFormat::Delimited, table.as_bytes(), "table.csv", options, &mut Ids::default(), |submission| {
            read.push(submission);
            Ok::<(), ()>(())
        });
    (read, imported.unwrap())
}

#[test]
fn what_is_no_submission_is_told_and_may_state_how_many_came_in() {
    let table = "documentId,documentType,commentText,numberOfCommentsReceived\n\
        R-1,Proposed Rule,,39944\nR-2,Public Submission,too wide,1\nR-3,Public Submission,,0\n";
    let (read, imported) = read(table, &ImportOptions::default());
    assert_eq!((read.len(), imported.stated), (2, 39944));
    assert_eq!(read.iter().map(|one| one.published).collect::<Vec<_>>(), [true, false]);
    let codes: Vec<_> = imported.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["not-a-submission", "no-words"]);
}

#[test]
fn what_was_withdrawn_or_rejected_was_received_and_not_published() {
    let (withdrawn, _) = read("id,comment,withdrawn\n1,wide,true\n2,fine,false\n", &ImportOptions::default());
    assert_eq!(withdrawn.iter().map(|one| one.published).collect::<Vec<_>>(), [false, true]);
    let (polis, _) = read(
        "comment-id,comment-body,moderated,agrees,disagrees\n1,wide,-1,3,4\n2,fine,0,5,6\n",
        &ImportOptions::default(),
    );
    assert_eq!(
        polis.iter().map(|one| (one.published, one.votes)).collect::<Vec<_>>(),
        [(false, Some((3, 4))), (true, Some((5, 6)))]
    );
}

#[test]
fn the_user_chooses_columns() {
    let choice = |field, column: &str| Choice { field, column: column.to_owned() };
    let table = "nr,question 1,question 2\nA,wide,late\nB,fine,\n";
    let options = ImportOptions {
        choices: vec![choice(Field::Id, "nr"), choice(Field::Text, "question 1"), choice(Field::Text, "question 2")],
        ..ImportOptions::default()
    };
    let (read_rows, _) = read(table, &options);
    assert_eq!(
        read_rows.iter().map(|one| format!("{} {}", one.id, one.text)).collect::<Vec<_>>(),
        ["A wide\n\nlate", "B fine"]
    );
    let wrong = ImportOptions { choices: vec![choice(Field::Text, "question 3")], ..ImportOptions::default() };
    let (rows, imported) = read(table, &wrong);
    assert_eq!((rows.len(), imported.missing), (0, wrong.choices.clone()));
}

/// The columns of comments, debates and proposals as CONSUL gives them (`config/api.yml` of its source).
#[test]
fn the_columns_of_consul_are_known() {
    let comments = "id,commentable_id,commentable_type,body,created_at,cached_votes_total,cached_votes_up,cached_votes_down,\
        ancestry,confidence_score,public_author\n4,9,Proposal,too wide,2025-03-31 10:02:11,5,3,2,,100,Ilse Varn\n";
    let proposals = "id,title,description,external_url,cached_votes_up,comments_count,hot_score,confidence_score,created_at,\
        summary,video_url,geozone_id,retired_at,public_author\n\
        4,Boats,<p>Ban old engines.</p>,,3,0,1,1,2025-03-31,Old engines leak.,,,,Ilse Varn\n";
    for (table, text, votes) in [(comments, "too wide", Some((3, 2))), (proposals, "<p>Ban old engines.</p>", None)] {
        let (read, imported) = read(table, &ImportOptions::default());
        assert_eq!((read[0].id.as_str(), read[0].text.as_str(), read[0].votes), ("4", text, votes));
        assert_eq!(read[0].submitter.line(), "Ilse Varn");
        assert_eq!(read[0].date.map(|date| date.to_string()).as_deref(), Some("2025-03-31"));
        assert_eq!(imported.findings, []);
    }
}

#[test]
fn a_wrong_delimiter_in_the_name_of_the_file_does_not_matter() {
    let mut texts = Vec::new();
    let take = |submission: crate::Submission| {
        texts.push(submission.text);
        Ok::<(), ()>(())
    };
    let options = ImportOptions::default();
    let format = TableFormat::of_name("table.tsv").unwrap();
    import(format, &b"id;comment\n1;too wide, too late\n"[..], "table.tsv", &options, &mut Ids::default(), take)
        .unwrap();
    assert_eq!(texts, ["too wide, too late"]);
}
