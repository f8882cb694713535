//! Laws beside the repository, read at run time: what is counted in them was counted by hand or published.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

use std::path::Path;

use rap_doc::{Doc, SourceId};
use rap_law::{Law, ProvisionKind, from_text};
use rap_testkit::shared;

fn text_law(path: &Path) -> Law {
    let text = std::fs::read_to_string(path).unwrap();
    from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text), "law")
}

/// Checks the numbers of chapters and articles of a law in plain text.
fn check(path: &str, chapters: usize, articles: usize) {
    let Some(path) = shared(path, "laws in plain text") else { return };
    let law = text_law(&path);
    assert_eq!(
        (law.count(ProvisionKind::Chapter), law.count(ProvisionKind::Article)),
        (chapters, articles),
        "{path:?}"
    );
    let ids: std::collections::BTreeSet<_> = law.provisions.iter().map(|provision| &provision.id).collect();
    assert_eq!(ids.len(), law.provisions.len(), "ids of {path:?}");
}

#[test]
fn chinese_laws_in_their_styles() {
    check("corpus/law/zh/cybersecurity-law/2016-11-07.md", 7, 79);
    check("corpus/law/zh/cybersecurity-law/2025-10-28.md", 7, 81);
    check("corpus/law/zh/anti-unfair-competition-law/2019.txt", 5, 33);
    check("corpus/law/zh/anti-unfair-competition-law/2025.txt", 5, 41);
    check("corpus/law/zh/personal-information-protection-law.2021-08-20.md", 8, 74);
    check("corpus/law/zh/algorithm-recommendation-provisions.2021-11-16.md", 6, 35);
    check("corpus/law/zh/trademark-law/2019-04-23.md", 8, 73);
    check("corpus/law/zh/generative-ai-interim-measures/2023-07-10.zh.md", 5, 24);
    check("corpus/law/zh/generative-ai-interim-measures/2023-07-10.en.md", 5, 24);
}

#[test]
fn the_proposal_in_two_plain_forms() {
    check("corpus/law/eu-ai-act/proposal/regulation.txt", 10, 85);
    check("corpus/law/eu-ai-act/proposal/com-2021-206-raw.txt", 10, 85);
}
