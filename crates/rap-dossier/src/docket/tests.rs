use super::SubmissionRow;
use crate::{Dossier, DossierError};

fn row(id: &str, fingerprint: u8) -> SubmissionRow {
    SubmissionRow {
        docket: "table.csv".to_owned(),
        id: id.to_owned(),
        fingerprint: Some([fingerprint; 16]),
        received: 1,
        submitter_kind: "person".to_owned(),
        ..SubmissionRow::default()
    }
}

#[test]
fn what_is_kept_twice_is_there_once() {
    let mut dossier = Dossier::in_memory().unwrap();
    let rows = [row("1", 1), row("2", 2), row("3", 1)];
    assert!(!dossier.has_submissions().unwrap());
    assert_eq!(dossier.add_submissions(&rows).unwrap(), 3);
    assert_eq!(dossier.add_submissions(&[row("3", 1), row("4", 3)]).unwrap(), 1);
    assert_eq!(dossier.missing_wordings().unwrap().len(), 3);
    dossier.add_wordings(&[([1; 16], None), ([2; 16], None), ([1; 16], None)]).unwrap();
    assert_eq!(dossier.missing_wordings().unwrap(), [[3; 16]].into_iter().collect());
    let mut ids = Vec::new();
    dossier
        .each_submission::<DossierError>(|row| {
            ids.push(row.id);
            Ok(())
        })
        .unwrap();
    assert_eq!(ids, ["1", "2", "3", "4"]);
    let mut wordings = 0;
    dossier
        .each_wording::<DossierError>(|_, _| {
            wordings += 1;
            Ok(())
        })
        .unwrap();
    assert_eq!(wordings, 2);
    dossier.set_stated("table.csv", 40).unwrap();
    assert_eq!(dossier.stated().unwrap(), 40);
}
