//! Sentences that tell the way of a law, and sentences that only look like it. All laws here are invented.

use rap_doc::Language::{self, Chinese, English};

use super::{Step, tells_progress};

#[track_caller]
fn check(language: Language, cases: &[(&str, Option<Step>)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(sentence, wanted)| {
            let told = tells_progress(sentence, language).map(|told| told.step);
            (told != *wanted).then(|| format!("{sentence}\n    is {told:?}, not {wanted:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn steps_in_english() {
    check(
        English,
        &[
            ("The cabinet plans to introduce the Algorithm Act in its autumn session.", Some(Step::Planned)),
            ("The data trust bill is on the government's legislative agenda for 2026.", Some(Step::Planned)),
            ("In its work programme for 2025 the council listed an AI law among its priorities.", Some(Step::Planned)),
            ("The Ministry of Records will lead the drafting of the law.", Some(Step::Planned)),
            ("A working group of the ministry has drafted the bill.", Some(Step::Drafted)),
            ("The ministry prepared a draft law in March 2024.", Some(Step::Drafted)),
            ("The draft was published on 4 May 2025.", Some(Step::Released)),
            ("A scholars' draft of the AI act was unveiled last spring.", Some(Step::Released)),
            ("The government launched a public consultation on the bill in June 2025.", Some(Step::Consulted)),
            ("The bill was submitted to the House on 2 February 2026.", Some(Step::Submitted)),
            ("The draft law was tabled in parliament in October.", Some(Step::Submitted)),
            ("The bill passed its second reading on 7 July.", Some(Step::Read)),
            ("The Senate voted on the amendment in March 2025.", Some(Step::Voted)),
            ("Parliament adopted the Machine Learning Act on 1 August 2025.", Some(Step::Adopted)),
            ("The regulation was approved by the council in December.", Some(Step::Adopted)),
            ("The law enters into force on 1 January 2027.", Some(Step::InForce)),
            ("The interim measures took effect in August 2023.", Some(Step::InForce)),
            ("The bill was quietly dropped from the agenda in 2024.", Some(Step::Dropped)),
            ("Ministers have shelved the directive.", Some(Step::Dropped)),
            ("The 2025 legislative plan does not mention the AI law.", Some(Step::Silent)),
            ("The new programme makes no mention of the data bill.", Some(Step::Silent)),
            ("The bill is expected to be introduced before the end of the year 2026.", Some(Step::Planned)),
            ("It seems unlikely that parliament will adopt the bill.", Some(Step::Outlook)),
        ],
    );
}

#[test]
fn no_steps_in_english() {
    check(
        English,
        &[
            ("The bill should be submitted to parliament without delay.", None),
            ("We hope that the act will be adopted soon.", None),
            ("If the bill were adopted, small firms would leave.", None),
            ("Why was the bill not adopted?", None),
            ("The law must not be passed in haste.", None),
            ("She is a professor of law and has published on data.", None),
            ("The rule of law is the best protection for companies.", None),
            ("Our company released a new model in 2024.", None),
            ("Regulators act on complaints and have approved two licences.", None),
            ("The report was published by the law firm.", None),
            ("AI is a strategic technology.", None),
            ("The committee met in Tarn on 3 March 2025.", None),
            ("The company plans to introduce a chatbot.", None),
            ("A person shall register before the system enters into service.", None),
        ],
    );
}

#[test]
fn steps_in_chinese() {
    check(
        Chinese,
        &[
            ("人工智能法草案已列入国务院2024年立法工作计划。", Some(Step::Planned)),
            ("有关部门将牵头起草数据条例草案。", Some(Step::Planned)),
            ("该部已完成起草，形成征求意见稿。", Some(Step::Drafted)),
            ("《算法条例》草案于2025年3月16日正式发布。", Some(Step::Released)),
            ("网信部门就《标识办法》公开征求意见。", Some(Step::Consulted)),
            ("国务院于六月将法律草案提请审议。", Some(Step::Submitted)),
            ("常委会对草案进行了审议。", Some(Step::Read)),
            ("《智能服务条例》于2025年8月1日经会议表决通过。", Some(Step::Adopted)),
            ("《数据流通办法》自2026年1月1日起施行。", Some(Step::InForce)),
            ("该法案已于去年撤回。", Some(Step::Dropped)),
            ("今年的立法计划未提及人工智能法。", Some(Step::Silent)),
        ],
    );
}

#[test]
fn no_steps_in_chinese() {
    check(
        Chinese,
        &[
            ("草案应当尽快提请审议。", None),
            ("建议将该法列入立法计划。", None),
            ("公司发布了新一代模型。", None),
            ("法律责任不明确。", None),
            ("他是法律学者，去年发布了报告。", None),
            ("草案何时提请审议？", None),
            ("与会代表就法律问题进行了讨论。", None),
        ],
    );
}

#[test]
fn dates_are_seen() {
    let dated = |sentence, language| tells_progress(sentence, language).is_some_and(|told| told.dated);
    assert!(dated("The bill was published in March.", English));
    assert!(!dated("The bill was published.", English));
    assert!(dated("草案于三月公布。", Chinese));
    assert!(!dated("草案已经正式公布。", Chinese));
}
