//! The vote on demands, by invented texts of papers and by its switch.

use rap_doc::{Doc, Language, SourceId};

use super::{Judged, describe, verdict};
use crate::weights::Features;
use crate::{Act, AttributeOptions, Finders, SourceKind, Strength, Voice, attribute};

fn demands(text: &str, finders: Finders) -> Vec<String> {
    let doc = Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned());
    let options = AttributeOptions { kind: Some(SourceKind::Record), finders, ..AttributeOptions::default() };
    let statements = attribute(&doc, &options).statements;
    let demands = statements.iter().filter(|statement| statement.act == Act::Demand);
    demands.map(|statement| statement.quote().of(doc.text()).to_owned()).collect()
}

#[test]
fn the_model_overrules_what_the_rules_take_for_a_demand() {
    let text = "会议听取了关于草案的说明。车主邱大海说，一个人一天要爬一千多级台阶，换来的只有四十元。";
    assert_eq!(demands(text, Finders::RulesOnly), ["一个人一天要爬一千多级台阶，换来的只有四十元"]);
    assert!(demands(text, Finders::RulesAndModel).is_empty());
}

#[test]
fn plain_demands_stand() {
    for text in [
        "Ada Lund said the fee should be lowered.",
        "Ada Lund urged the board to lower the fee.",
        "庞立新建议延长过渡期。",
    ] {
        assert_eq!(demands(text, Finders::RulesAndModel).len(), 1, "{text}");
    }
}

#[test]
fn a_verdict_is_given_only_against_the_rules() {
    let text = "the fee should be lowered";
    let content = [rap_doc::Span::new(0, text.len())];
    let judged = Judged {
        content: &content,
        cue: &[],
        voice: Voice::Continued,
        kind: SourceKind::Record,
        act: Act::Demand,
        strength: Strength::Explicit,
        signs: 0,
    };
    assert_eq!(verdict(text, Language::English, &judged), None);
    assert_eq!(verdict(text, Language::Other, &judged), None);
}

#[test]
fn hostile_contents_have_few_features() {
    let text = "should ".repeat(100_000);
    let content = [rap_doc::Span::new(0, text.len())];
    for language in [Language::English, Language::Chinese] {
        let mut features = Features::default();
        let judged = Judged {
            content: &content,
            cue: &[],
            voice: Voice::Explicit,
            kind: SourceKind::Record,
            act: Act::Fact,
            strength: Strength::Implied,
            signs: 0,
        };
        describe(&text, language, &judged, &mut features);
        assert!(features.list.len() < 1000, "{}", features.list.len());
    }
}
