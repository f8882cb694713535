use super::*;

fn papers(lengths: &[u64]) -> Vec<PaperFile> {
    let paper = |(index, bytes): (usize, &u64)| PaperFile {
        path: format!("{index}.txt").into(),
        origin: format!("{index}.txt"),
        bytes: *bytes,
    };
    lengths.iter().enumerate().map(paper).collect()
}

#[test]
fn a_batch_is_bounded_and_never_empty() {
    assert_eq!(batch_length(&papers(&[1, 2, 3])), 3);
    assert_eq!(batch_length(&papers(&[BATCH_BYTES, 1])), 1);
    assert_eq!(batch_length(&papers(&[BATCH_BYTES * 2, 1])), 1);
}

#[test]
fn papers_come_in_order_and_an_absent_one_is_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    let mut list = papers(&[4, 4, 4]);
    for paper in &mut list {
        paper.path = folder.path().join(&paper.origin);
        if paper.origin != "1.txt" {
            std::fs::write(&paper.path, format!("Paper {} is here.", paper.origin)).unwrap();
        }
    }
    let coder = Coder::new(&crate::CodeOptions::default());
    let known = BTreeSet::from([SourceId::of(b"Paper 2.txt is here.")]);
    let mut seen = Vec::new();
    let name = |outcome| match outcome {
        Outcome::Coded(coded) => coded[0].entry.source.origin.clone(),
        Outcome::Known => "known".to_owned(),
        Outcome::Unopened(finding) => finding.code.to_owned(),
    };
    let done: Result<(), ()> = code_all(&coder, &list, &known, name, |paper, outcome| {
        seen.push((paper.origin.clone(), outcome));
        Ok(())
    });
    assert_eq!(done, Ok(()));
    let expected = [("0.txt", "0.txt"), ("1.txt", "unopened"), ("2.txt", "known")];
    assert_eq!(seen, expected.map(|(origin, outcome)| (origin.to_owned(), outcome.to_owned())));
}
