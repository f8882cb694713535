use crate::Dossier;
use crate::tests::paper;

/// Asserts which sentences of the texts a query finds, in the order of the texts.
#[track_caller]
fn check(texts: &[&str], query: &str, expected: &[&str]) {
    let mut dossier = Dossier::in_memory().unwrap();
    for (index, text) in texts.iter().enumerate() {
        let (entry, bytes) = paper(&format!("{index}.txt"), text);
        dossier.add(&entry, &bytes).unwrap();
    }
    let mut hits = dossier.search(query, 100).unwrap();
    hits.sort_by(|a, b| (&a.origin, a.sentence).cmp(&(&b.origin, b.sentence)));
    for hit in &hits {
        let text = dossier.entry(hit.source).unwrap().doc.text().to_owned();
        assert_eq!(hit.words, hit.span.of(&text), "a hit is verbatim");
    }
    let words: Vec<&str> = hits.iter().map(|hit| hit.words.as_str()).collect();
    assert_eq!(words, expected, "{query}");
}

const CHINESE: &str = "草案应当缩小范围。训练数据的合理使用需要明确规定。开源模型可以豁免。";
const ENGLISH: &str = "The bill requires licences. Licensing of datasets should be simpler. Café owners do not care.";

#[test]
fn chinese_is_found_by_any_run_of_characters() {
    check(&[CHINESE], "数据", &["训练数据的合理使用需要明确规定。"]);
    check(&[CHINESE], "据的合理", &["训练数据的合理使用需要明确规定。"]);
    check(&[CHINESE], "数据合理", &[]);
    check(&[CHINESE], "免", &["开源模型可以豁免。"]);
    check(&[CHINESE], "应", &["草案应当缩小范围。"]);
    check(&[CHINESE], "数据 规定", &["训练数据的合理使用需要明确规定。"]);
    check(&[CHINESE], "数据 豁免", &[]);
}

#[test]
fn letters_among_chinese_are_found_with_it() {
    let text = "生成式AI服务提供者应当标识。AI公司反对。";
    check(&[text], "ai", &["生成式AI服务提供者应当标识。", "AI公司反对。"]);
    check(&[text], "生成式AI服务", &["生成式AI服务提供者应当标识。"]);
    check(&[text], "AI公", &["AI公司反对。"]);
    check(&[text], "公AI", &[]);
}

#[test]
fn english_is_found_by_its_stem() {
    check(&[ENGLISH], "licence", &["The bill requires licences."]);
    check(&[ENGLISH], "LICENSE", &["Licensing of datasets should be simpler."]);
    check(&[ENGLISH], "cafe", &["Café owners do not care."]);
    check(&[ENGLISH, CHINESE], "dataset should simpler", &["Licensing of datasets should be simpler."]);
}

#[test]
fn no_character_of_a_query_means_anything() {
    for query in [
        "\"",
        "AND",
        "a NOT b",
        "words:x",
        "(((",
        "*",
        "^x",
        "-",
        "NEAR(a b)",
        "\0",
        "'; DROP TABLE source",
        "{x}",
        "律*",
        "“",
    ] {
        let mut dossier = Dossier::in_memory().unwrap();
        let (entry, bytes) = paper("a.txt", ENGLISH);
        dossier.add(&entry, &bytes).unwrap();
        dossier.search(query, 10).unwrap();
    }
}

#[test]
fn a_later_paper_is_found_too() {
    let mut dossier = Dossier::in_memory().unwrap();
    let (first, bytes) = paper("a.txt", "The first paper speaks of liability.");
    dossier.add(&first, &bytes).unwrap();
    assert_eq!(dossier.index().unwrap(), 1);
    let (second, bytes) = paper("b.txt", "The second paper speaks of liability as well.");
    dossier.add(&second, &bytes).unwrap();
    assert_eq!(dossier.search("liability", 10).unwrap().len(), 2);
    assert_eq!(dossier.search("liability", 1).unwrap().len(), 1);
    assert_eq!(dossier.index().unwrap(), 0);
}
