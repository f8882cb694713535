//! Laws beside the repository, read at run time: what is counted in them was counted by hand or published.

#![expect(clippy::unwrap_used, reason = "a test fails by it")]

use std::path::Path;

use rap_doc::{Doc, SourceId};
use rap_law::{
    Instruments, Law, ProvisionKind, ReferenceKind, definitions, from_text, import, references, to_akoma_ntoso,
};
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

fn formex(folder: &str) -> Option<Law> {
    let folder = shared(folder, "acts in Formex")?;
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let files: Vec<_> =
        paths.iter().map(|path| (path.file_name().unwrap().to_str().unwrap(), std::fs::read(path).unwrap())).collect();
    let files: Vec<_> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    Some(import(&files, "act"))
}

fn counts(law: &Law) -> [usize; 3] {
    [ProvisionKind::Recital, ProvisionKind::Article, ProvisionKind::Annex].map(|kind| law.count(kind))
}

#[test]
fn acts_in_formex() {
    for (folder, expected) in [
        ("corpus/law/eu-ai-act/final-formex", [180, 113, 13]),
        ("corpus/law/eu-other/2022_2555_NIS2/formex", [144, 46, 3]),
        ("corpus/law/eu-other/2019_881_Cybersecurity/formex", [110, 69, 1]),
    ] {
        if let Some(law) = formex(folder) {
            assert_eq!(counts(&law), expected, "{folder}");
        }
    }
}

#[test]
fn formex_and_the_saved_page_give_the_same_tree() {
    let page = shared("corpus/law/eu-ai-act/final-eurlex.html.gz", "a saved page");
    let (Some(law), Some(page)) = (formex("corpus/law/eu-ai-act/final-formex"), page) else { return };
    let mut html = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(std::fs::File::open(page).unwrap()), &mut html)
        .unwrap();
    let page = import(&[("page.html", &html)], "page");
    assert_eq!(lines(&law), lines(&page));
}

/// Returns for each provision its id, number, heading and words without white space.
fn lines(law: &Law) -> Vec<String> {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let line = |provision: &rap_law::Provision| {
        let number = provision.number.as_ref().map(|number| (squeezed(law.words(number.printed)), &number.value));
        let own: String = provision.own.iter().map(|span| squeezed(law.words(*span))).collect();
        format!(
            "{} {:?} {number:?} {:?} {own}",
            provision.id,
            provision.kind,
            provision.heading.map(|span| squeezed(law.words(span)))
        )
    };
    law.provisions.iter().map(line).collect()
}

#[test]
fn definitions_and_references_of_a_long_act() {
    let Some(law) = formex("corpus/law/eu-ai-act/final-formex") else { return };
    assert_eq!(definitions(&law).len(), 68);
    let found = references(&law, &Instruments::built_in());
    assert!(found.len() >= 1_620, "{}", found.len());
    let ids: std::collections::BTreeSet<_> = law.provisions.iter().map(|provision| provision.id.as_str()).collect();
    for reference in found.iter().filter(|reference| reference.resolved && reference.kind == ReferenceKind::Internal) {
        for target in &reference.target {
            assert!(target == "act" || ids.contains(target.as_str()), "{target}");
        }
    }
}

#[test]
fn every_sample_is_printed_as_it_was_printed_before() {
    let Some(folder) = shared("corpus/law", "samples of all formats") else { return };
    let mut differing = Vec::new();
    for format in ["akn", "uslm", "clml"] {
        let mut paths: Vec<_> =
            std::fs::read_dir(folder.join(format)).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let bytes = std::fs::read(&path).unwrap();
            let first = to_akoma_ntoso(&import(&[("sample", &bytes)], "sample"));
            let again = to_akoma_ntoso(&import(&[("again", first.as_bytes())], "again"));
            if first != again {
                let pair = first.lines().zip(again.lines()).find(|(a, b)| a != b);
                differing.push(format!("{}: {pair:?}", path.display()));
            }
        }
    }
    assert!(differing.is_empty(), "{differing:#?}");
}
