use rap_doc::{Doc, SourceId, Span};
use rap_law::{Law, from_text};

use super::{Asked, Citation, Linker, Tie};
use crate::{Codebook, Tagger};

const ENGLISH: &str = "Harbour Data Act\n\n\
Article 1 Definitions\n\nIn this Act, \"harbour record\" means any list of ships, crews or cargo.\n\n\
Article 2 Training data\n\nA provider uses for training only data that were lawfully obtained.\n\n\
Article 3 Fines\n\nWhoever breaks this Act pays a fine of up to six per cent of the yearly turnover.\n\n\
Article 4 Pilots\n\nA pilot boards each ship of more than ninety metres before it enters the inner basin.\n";

const CHINESE: &str = "海港数据法\n\n第一条 本法所称港口记录，是指船舶、船员、货物的任何清单。\n\n\
第二条 提供者训练模型，应当使用合法取得的训练数据。\n\n\
第三条 违反本法的，处年营业额百分之六以下的罚款。\n\n\
第四条 长度超过九十米的船舶进入内港前，应当由引航员登船。\n";

fn law(text: &str) -> Law {
    from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned()), "law.txt")
}

/// Links a demand and prints each tie: kind, number of the provision, words of the evidence.
fn links(law_text: &str, demand: &str) -> Vec<String> {
    let law = law(law_text);
    let tagger = Tagger::new(&Codebook::builtin());
    let whole = Span::new(0, demand.len());
    let asked = Asked { text: demand, unit: whole, statement: whole, heading: Span::default(), cited: &[] };
    let links = Linker::new(&law, &tagger).links(&asked);
    links.iter().map(|link| shown(&law, demand, link)).collect()
}

fn shown(law: &Law, text: &str, link: &super::Link) -> String {
    let number = link.provision.and_then(|index| law.provisions[index].number.as_ref());
    let words: Vec<&str> = link.evidence.iter().map(|evidence| evidence.words.of(text)).collect();
    let number = number.map_or("-", |number| number.value.as_str());
    format!("{} {number}: {}", link.tie.name(), words.join(", "))
}

#[track_caller]
fn check(law: &str, demand: &str, expected: &str) {
    assert_eq!(links(law, demand), [expected], "{demand}");
}

#[test]
fn words_of_the_law_in_quotation_marks_point_to_their_provision() {
    check(ENGLISH, "Please delete “ninety metres” or explain it.", "quoted 4: ninety metres");
    check(CHINESE, "“年营业额百分之六”过高，建议降低。", "quoted 3: 年营业额百分之六");
}

#[test]
fn a_term_in_quotation_marks_points_to_its_definition() {
    let law = format!(
        "{ENGLISH}\nArticle 5 Keeping\n\nA harbour record is kept for nine years.\n\nArticle 6 Access\n\nA harbour record is public.\n"
    );
    check(&law, "The term “harbour record” should not cover yachts.", "quoted 1: harbour record");
}

#[test]
fn long_runs_of_the_law_are_quotes_without_marks() {
    let demand = "Only data that were lawfully obtained may be used, as it should be, but data that were lawfully obtained by others too.";
    let links = links(ENGLISH, demand);
    assert!(links[0].starts_with("quoted 2") || links[0].starts_with("meant 2"), "{links:?}");
}

#[test]
fn matter_is_told_by_words() {
    let found =
        links(ENGLISH, "Fines of six per cent would ruin small yards; a fine should follow the gravity of the breach.");
    assert!(found[0].starts_with("meant 3: "), "{found:?}");
    let found = links(CHINESE, "引航员登船的要求对小型船舶过于严格，应当放宽。");
    assert!(found[0].starts_with("meant 4: "), "{found:?}");
}

#[test]
fn concepts_reach_across_languages() {
    let found = links(CHINESE, "Relax the rules on the use of training data.");
    assert!(found[0].starts_with("meant 2: "), "{found:?}");
    let found = links(ENGLISH, "放宽训练数据的使用。");
    assert!(found[0].starts_with("meant 2: "), "{found:?}");
}

#[test]
fn the_draft_as_a_whole_and_nothing_are_told_apart() {
    check(ENGLISH, "The bill should be withdrawn.", "whole-draft -: The bill");
    check(CHINESE, "希望草案尽快出台。", "whole-draft -: 草案");
    check(ENGLISH, "Teachers need better coffee.", "none -: ");
}

#[test]
fn citations_come_first_the_nearest_before_the_others() {
    let law = law(ENGLISH);
    let tagger = Tagger::new(&Codebook::builtin());
    let linker = Linker::new(&law, &tagger);
    let text = "Article 4 is old. Article 3 is harsh. Fines should be halved.";
    let at = |words: &str| Span::new(text.find(words).unwrap(), text.find(words).unwrap() + words.len());
    let provision = |value: &str| {
        let number = |number: &rap_law::Number| number.value == value;
        law.provisions.iter().position(|provision| provision.number.as_ref().is_some_and(number)).unwrap()
    };
    let cited = [("Article 4", "4"), ("Article 3", "3")]
        .map(|(words, value)| Citation { words: at(words), provision: provision(value) });
    let unit = at("Fines should be halved.");
    let links = linker.links(&Asked { text, unit, statement: unit, heading: Span::default(), cited: &cited });
    assert_eq!(links.iter().map(|link| shown(&law, text, link)).collect::<Vec<_>>(), ["cited 3: Article 3"]);
    assert_eq!((links[0].tie, links[0].score), (Tie::Cited, 0.8));
}
