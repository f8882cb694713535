//! Invented sentences of law-making with the act, and where it matters the stance, that a reader would give them.

use rap_doc::{Language, Span};

use super::{JudgeContext, judge, judge_sentence};
use crate::found::Manner;
use crate::{Act, SourceKind, Stance, Strength, Voice};

/// A sentence with what it does and, where that is judged, where it stands.
struct Case {
    act: Act,
    stance: Option<Stance>,
    sentence: &'static str,
}

fn cases(table: &'static str) -> Vec<Case> {
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let case = |line: &'static str| {
        let mut fields = line.split('\t');
        let act = fields.next().and_then(Act::from_name).expect(line);
        let stance = fields.next().and_then(Stance::from_name);
        Case { act, stance, sentence: fields.next().expect(line) }
    };
    lines.map(case).collect()
}

/// Judges all cases; returns the share of right acts and right stances, and prints what is wrong.
fn shares(table: &'static str, language: Language) -> (f64, f64) {
    let cases = cases(table);
    let (mut acts, mut stances, mut with_stance) = (0, 0, 0);
    for case in &cases {
        let judged = judge_sentence(case.sentence, language);
        acts += usize::from(judged.act == case.act);
        if judged.act != case.act {
            println!("{} is {}: {}", case.act.name(), judged.act.name(), case.sentence);
        }
        let Some(stance) = case.stance else { continue };
        with_stance += 1;
        stances += usize::from(judged.stance == stance);
        if judged.stance != stance {
            println!("    {} is {}: {}", stance.name(), judged.stance.name(), case.sentence);
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "small counts")]
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    println!("acts {acts} of {}, stances {stances} of {with_stance}", cases.len());
    (share(acts, cases.len()), share(stances, with_stance))
}

#[test]
fn english_sentences_do_what_a_reader_says() {
    let (acts, stances) = shares(include_str!("tests/english.tsv"), Language::English);
    assert!(acts >= 0.95, "{acts}");
    assert!(stances >= 0.95, "{stances}");
}

#[test]
fn chinese_sentences_do_what_a_reader_says() {
    let (acts, stances) = shares(include_str!("tests/chinese.tsv"), Language::Chinese);
    assert!(acts >= 0.95, "{acts}");
    assert!(stances >= 0.95, "{stances}");
}

/// Judges a text as content that a cue gives in this manner.
fn given(text: &str, language: Language, manner: Manner) -> super::Judgement {
    let content = [Span::new(0, text.len())];
    let context = JudgeContext {
        content: &content,
        cue: &[],
        manner,
        kind: SourceKind::Record,
        voice: Voice::Explicit,
        verdict: None,
    };
    judge(text, language, &context)
}

#[test]
fn a_cue_that_asks_makes_a_demand_of_its_content() {
    let asked = |text, language| given(text, language, Manner::Asked);
    assert_eq!(asked("increasing the number of inspectors", Language::English).act, Act::Demand);
    assert_eq!(asked("new legislation would establish an order of rules", Language::English).act, Act::Demand);
    assert_eq!(asked("that the definition is too wide", Language::English).act, Act::Problem);
    assert_eq!(asked("明确责任边界", Language::Chinese).act, Act::Demand);
    assert_eq!(asked("a clear definition", Language::English).strength, Strength::Explicit);
}

#[test]
fn a_title_claims_nothing() {
    let topic = |text| given(text, Language::English, Manner::Topic);
    assert_eq!(topic("Why Rules Must Keep Up").act, Act::Fact);
    assert_eq!(topic("How should models be taxed?").act, Act::Question);
    assert_eq!(topic("Towards Stricter Rules").stance, Stance::Neutral);
}

#[track_caller]
fn check_items(language: Language, manner: Manner, cases: &[(&str, &[&str])]) {
    for (text, wanted) in cases {
        let judged = given(text, language, manner);
        let found: Vec<&str> = judged.items.iter().map(|span| span.of(text)).collect();
        assert_eq!(&found, wanted, "{text} ({})", judged.act.name());
    }
}

#[test]
fn items_of_what_is_asked_for() {
    check_items(
        Language::English,
        Manner::Asked,
        &[
            (
                "increasing the share of scanned records to exempt training from fees, opening public archives, and possibly paying for shared servers by the ministry",
                &[
                    "increasing the share of scanned records to exempt training from fees",
                    "opening public archives",
                    "possibly paying for shared servers by the ministry",
                ],
            ),
            (
                "the new law would set an order of rules, further reduce costs, and thus raise output",
                &["set an order of rules", "further reduce costs", "thus raise output"],
            ),
            (
                "better protection of pupils, clearer rules on liability and more funding",
                &["better protection of pupils", "clearer rules on liability", "more funding"],
            ),
            ("encouraging uses in finance, healthcare, and public welfare", &[]),
            ("a relaxed environment for schools, hospitals and libraries", &[]),
        ],
    );
}

#[test]
fn items_of_what_should_be_done() {
    check_items(
        Language::English,
        Manner::Said,
        &[
            (
                "The act should focus on services, clarify the scope of its rules, address core needs, and avoid broad duties for makers.",
                &[
                    "focus on services",
                    "clarify the scope of its rules",
                    "address core needs",
                    "avoid broad duties for makers",
                ],
            ),
            (
                "The bill should define “provider” and exempt basic research.",
                &["define “provider”", "exempt basic research"],
            ),
            ("Legislation should balance the interests of authors, makers, and readers.", &[]),
            (
                "We ask the committee to publish the data, to extend the deadline and to hold a hearing.",
                &["to publish the data", "to extend the deadline", "to hold a hearing"],
            ),
            (
                "First, the scope should shrink; second, the fee should go.",
                &["the scope should shrink", "the fee should go"],
            ),
            (
                "The scope should be narrowed, and the fee must be halved.",
                &["The scope should be narrowed", "the fee must be halved"],
            ),
            ("The law must cover banks, insurers and brokers.", &[]),
        ],
    );
}

#[test]
fn items_in_chinese() {
    check_items(
        Language::Chinese,
        Manner::Asked,
        &[
            (
                "明确适用范围，放宽数据使用限制，加快公共数据开放",
                &["明确适用范围", "放宽数据使用限制", "加快公共数据开放"],
            ),
            ("一是完善定义；二是设立沙盒；三是加强救济。", &["完善定义", "设立沙盒", "加强救济"]),
            ("在金融、医疗和公益领域鼓励应用", &[]),
            ("公共数据开放、算力支持、人才引进", &["公共数据开放", "算力支持", "人才引进"]),
        ],
    );
    check_items(
        Language::Chinese,
        Manner::Said,
        &[
            (
                "法律应当聚焦人工智能服务，明确调整范围，避免过度监管。",
                &["聚焦人工智能服务", "明确调整范围", "避免过度监管"],
            ),
            ("应当平衡开发者、提供者和使用者的权益。", &[]),
            ("（一）缩小范围；（二）延长过渡期。", &["缩小范围", "延长过渡期"]),
            ("建议缩小适用范围并延长过渡期。", &["缩小适用范围", "延长过渡期"]),
        ],
    );
}

/// Words, marks and scripts that the rules look at, in any order.
const PIECES: [&str; 40] = [
    "should",
    "define",
    "and",
    "exempt",
    ",",
    ";",
    "the",
    "protection",
    "of",
    "(1)",
    "first",
    "?",
    "“",
    "’",
    "don’t",
    "→",
    "é",
    "to",
    "increasing",
    "need",
    ".",
    " ",
    "\u{2014}",
    "law",
    "建议",
    "明确",
    "、",
    "并",
    "和",
    "一是",
    "；",
    "进一步",
    "，",
    "。",
    "应当",
    "责任",
    "二是",
    "（二）",
    "者",
    "𠀀",
];

proptest::proptest! {
    #[test]
    fn any_text_is_judged_and_its_items_lie_inside(
        picks in proptest::collection::vec(0..PIECES.len(), 0..60),
        spaced: bool,
        asked: bool,
    ) {
        let words: Vec<&str> = picks.iter().filter_map(|&pick| PIECES.get(pick).copied()).collect();
        let text = words.join(if spaced { " " } else { "" });
        for language in [Language::English, Language::Chinese] {
            let judged = given(&text, language, if asked { Manner::Asked } else { Manner::Said });
            let mut end = 0;
            for item in &judged.items {
                proptest::prop_assert!(!item.of(&text).is_empty(), "{item:?} of {text:?}");
                proptest::prop_assert!(item.start() >= end, "{item:?} overlaps in {text:?}");
                end = item.end();
            }
            proptest::prop_assert!(judged.act == Act::Demand || judged.items.is_empty());
            let _ = crate::tells_progress(&text, language);
        }
    }
}

#[test]
fn long_texts_take_linear_time() {
    let hostile = [
        "first, ",
        "should define and ",
        "protection of x, y, ",
        "和",
        "建议明确、",
        "一是进一步",
        "\u{2019}",
        "law was adopted ",
    ];
    for piece in hostile {
        let text = piece.repeat(200_000 / piece.len());
        for language in [Language::English, Language::Chinese] {
            let _ = (given(&text, language, Manner::Asked), crate::tells_progress(&text, language));
        }
    }
}

/// Judges the content that a cue gives: `cue | content`.
#[track_caller]
fn check_cued(language: Language, cases: &[(&str, Act, Stance)]) {
    for (written, act, stance) in cases {
        let bar = written.find('|').expect(written);
        let (cue, content) = ([Span::new(0, bar)], [Span::new(bar + 1, written.len())]);
        let kind = SourceKind::Article;
        let context = JudgeContext {
            content: &content,
            cue: &cue,
            manner: Manner::Said,
            kind,
            voice: Voice::Explicit,
            verdict: None,
        };
        let judged = judge(written, language, &context);
        assert_eq!((judged.act, judged.stance), (*act, *stance), "{written}");
    }
}

#[test]
fn a_cue_tells_what_is_asked_for_and_what_is_refused() {
    check_cued(
        Language::English,
        &[
            ("called for|an exemption for schools", Act::Demand, Stance::SeeksRelief),
            ("called for|permission to copy records without a licence", Act::Demand, Stance::SeeksRelief),
            ("asked for|a longer transition period", Act::Demand, Stance::SeeksRelief),
            (
                "asked|the ministry to publish the register of fees that is kept in the cellar",
                Act::Demand,
                Stance::SupportsRegulation,
            ),
            ("asked|the regulator not to ban open models", Act::Demand, Stance::SeeksRelief),
            ("wants|the state to pay for servers", Act::Demand, Stance::Neutral),
            ("pushed for|lower fees", Act::Demand, Stance::Neutral),
            ("wants|to leave the market", Act::Fact, Stance::Neutral),
            ("asked|whether the fee would apply", Act::Question, Stance::Neutral),
            ("opposes|clause 9", Act::Position, Stance::Doubts),
            ("rejects|a licence for open models", Act::Position, Stance::SeeksRelief),
            ("reject|an opt-out", Act::Position, Stance::Doubts),
            ("do not accept|that rules for such systems would harm work", Act::Position, Stance::Doubts),
            ("do not accept|that schools should pay", Act::Position, Stance::Doubts),
            ("object to|the new tax on paper", Act::Position, Stance::Doubts),
            ("objected|that the fee should be lower", Act::Demand, Stance::Neutral),
            ("supported|an exemption for schools", Act::Position, Stance::SeeksRelief),
        ],
    );
    check_cued(
        Language::Chinese,
        &[
            ("反对|对开源模型实行许可", Act::Position, Stance::SeeksRelief),
            ("不同意|应当由学校承担费用", Act::Position, Stance::Doubts),
            ("不反对|收费", Act::Fact, Stance::Neutral),
        ],
    );
    let judged = |text, language| (judge_sentence(text, language).act, judge_sentence(text, language).stance);
    assert_eq!(judged("We oppose clause 14.", Language::English), (Act::Position, Stance::Doubts));
    assert_eq!(judged("我们反对第十四条。", Language::Chinese), (Act::Position, Stance::Doubts));
}

#[test]
fn a_trouble_told_is_no_demand_and_a_burden_too_heavy_is_one() {
    let check = |language, cases: &[(&str, Act, Stance)]| {
        for (text, act, stance) in cases {
            let judged = given(text, language, Manner::Said);
            assert_eq!((judged.act, judged.stance), (*act, *stance), "{text}");
        }
    };
    check(
        Language::English,
        &[
            ("the same model needs to be registered with three offices", Act::Problem, Stance::NamesProblem),
            ("clause 7 would require every school to keep two registers", Act::Problem, Stance::NamesProblem),
            ("overly strict protection of records keeps schools from copying", Act::Demand, Stance::SeeksRelief),
            ("the list of duties should be limited to clinics", Act::Demand, Stance::SeeksRelief),
            ("you should not need a licence to train a model", Act::Demand, Stance::SeeksRelief),
            ("clause 9 should list clinics without exception", Act::Demand, Stance::SupportsRegulation),
        ],
    );
    check(
        Language::Chinese,
        &[
            ("同一批设备要向两个机关分别报告", Act::Problem, Stance::NamesProblem),
            ("目前学校需要向各机关重复提交表格", Act::Problem, Stance::NamesProblem),
            ("过于严格的保护不利于学校复制档案", Act::Demand, Stance::SeeksRelief),
            ("需要建立统一的窗口", Act::Demand, Stance::SeeksClarity),
            ("学校应当分别报告", Act::Demand, Stance::SupportsRegulation),
        ],
    );
}
