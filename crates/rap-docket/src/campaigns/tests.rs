use super::{CampaignOptions, Cluster, Join, Survey, Wordings};
use crate::{Shingled, Sketches, jaccard};

struct Texts(Vec<(String, u32)>);

impl Wordings for Texts {
    fn count(&self) -> usize {
        self.0.len()
    }
    fn copies(&self, wording: usize) -> u32 {
        self.0[wording].1
    }
    fn read_set(&self, wording: usize, set: &mut Vec<u32>) {
        *set = Shingled::of(&self.0[wording].0).set().to_vec();
    }
}

impl Texts {
    fn survey(&self, titles: &[String]) -> Survey<'_, Self> {
        let mut sketches = Sketches::default();
        for (text, _) in &self.0 {
            let shingled = Shingled::of(text);
            sketches.push(shingled.set(), shingled.length());
        }
        Survey::of(self, sketches, titles)
    }
}

fn clusters(texts: &[&str]) -> Vec<Cluster> {
    let texts = Texts(texts.iter().map(|text| ((*text).to_owned(), 1)).collect());
    texts.survey(&[]).clusters(&CampaignOptions::default())
}

fn members(cluster: &Cluster) -> Vec<(u32, Join)> {
    cluster.members.iter().map(|member| (member.wording, member.join)).collect()
}

const TEMPLATE: &str = "I am writing to ask the Harbour Regulator to withdraw the proposed rule on boat engines. \
    Small yards cannot pay for two inspections a year, and the old engines that the rule bans are the only ones that \
    our members can repair themselves. Please give the yards of Lake Coast five years and a fund to replace them.";

const CHINESE: &str = "我们认为，草案第十二条对训练数据来源的登记要求过于繁琐，小型开发者难以承担。建议将登记范围限定于公开提供服务的系统，\
    并为科研活动设置明确的豁免，同时给予不少于两年的过渡期。";

#[test]
fn edits_join_and_other_letters_do_not() {
    let edited = TEMPLATE.replace("five years", "ten years").replace("our members", "my neighbours");
    let other = "The rule on boat engines is welcome to those of us who swim in the lake every morning and have \
        counted the dead fish along the jetty since the summer before last. Do not delay it by a single day.";
    let found = clusters(&[other, TEMPLATE, &edited]);
    assert_eq!(found.len(), 1);
    assert_eq!(members(&found[0]), [(1, Join::Representative), (2, Join::Near)]);
}

#[test]
fn a_letter_around_a_template_joins_with_its_own_words() {
    let letter = format!(
        "My grandfather built the first yard in Port Sallow and my daughter runs it today with nine people. {TEMPLATE} \
         Come and see us work before you decide. The coffee is on us, and the slipway is open every day of the year, \
         whatever the weather, as it has been for ninety years. We have lost two yards on our side of the lake since \
         the spring, and with them eleven apprentices who have moved away to the coast for good."
    );
    let found = clusters(&[&letter, TEMPLATE]);
    assert_eq!(members(&found[0]), [(1, Join::Representative), (0, Join::Contained)]);
    let own: Vec<_> = Shingled::of(&letter).own_runs(&Shingled::of(TEMPLATE));
    assert_eq!(own.len(), 2);
    assert!(own[0].span.of(&letter).starts_with("My grandfather") && own[0].span.of(&letter).ends_with("nine people"));
}

#[test]
fn chinese_letters_join_as_english_ones_do() {
    let edited = CHINESE.replace("不少于两年", "至少三年");
    let letter = format!(
        "本人在澜州经营一家十二人的软件公司，从事港口调度算法的开发已有八年。{CHINESE}此外，登记平台多次无法打开，客服电话也无人接听，希望主管部门先行改进平台，再谈新的义务。我们愿意派人参加试点，并提供过去三年的审计记录供参考。"
    );
    let other = "草案总体可行，但第二十条的罚款上限偏低，难以对大型平台形成威慑，应当按照上一年度营业额的比例确定罚款数额，并公布处罚决定。";
    let found = clusters(&[CHINESE, &edited, other, &letter]);
    assert_eq!(found.len(), 1);
    assert_eq!(
        members(&found[0]).iter().map(|(_, join)| *join).collect::<Vec<_>>(),
        [Join::Representative, Join::Near, Join::Contained]
    );
}

#[test]
fn short_texts_join_only_when_they_are_equal() {
    let found = clusters(&["I support this rule fully.", "I fully support this rule.", "See attached file(s)"]);
    assert_eq!(found, []);
    let texts = Texts(vec![("I support this rule.".to_owned(), 3), ("I support this rule!!! now".to_owned(), 1)]);
    let found = texts.survey(&[]).clusters(&CampaignOptions::default());
    assert_eq!((found.len(), found[0].senders, found[0].members.len()), (1, 3, 1));
}

/// A chain of texts, each like the next and unlike the one after: no member may be unlike its representative.
#[test]
fn a_chain_does_not_become_one_cluster() {
    let word = |index: usize| format!("word{index}");
    let text = |from: usize| (from..from + 60).map(word).collect::<Vec<_>>().join(" ");
    let texts = Texts((0..20).map(|link| (text(link * 12), 1)).collect());
    let options = CampaignOptions::default();
    let found = texts.survey(&[]).clusters(&options);
    assert!(found.len() > 3, "{found:?}");
    for cluster in &found {
        let representative = Shingled::of(&texts.0[cluster.members[0].wording as usize].0);
        for member in &cluster.members {
            let set = Shingled::of(&texts.0[member.wording as usize].0);
            assert!(jaccard(representative.set(), set.set()) >= options.threshold);
        }
    }
}

/// The template was never sent as it is: every sender changed a word of it, and the first one most of all.
#[test]
fn who_wrote_first_does_not_matter() {
    let words: Vec<&str> = TEMPLATE.split(' ').collect();
    let edit = |seed: usize| {
        let changed = |index: usize| (index * 7 + seed * 13).is_multiple_of(if seed == 0 { 9 } else { 23 });
        let word = |(index, word): (usize, &&str)| {
            if changed(index) { format!("x{seed}y{index}") } else { (*word).to_owned() }
        };
        words.iter().enumerate().map(word).collect::<Vec<_>>().join(" ")
    };
    let texts: Vec<String> = (0..30).map(edit).collect();
    let forward = clusters(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let backward = clusters(&texts.iter().rev().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(forward[0].members.len(), backward[0].members.len());
    assert!(forward[0].members.len() >= 29, "{forward:?}");
}

#[test]
fn threads_change_nothing() {
    let texts: Vec<String> = (0..300)
        .map(|index| {
            TEMPLATE.replace("five", &format!("{index}")).replace("boat", if index % 3 == 0 { "car" } else { "boat" })
        })
        .collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let run =
        |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| clusters(&texts));
    assert_eq!(run(1), run(3));
}

/// Two letters that quote the long title of a rule and say nothing else alike.
#[test]
fn the_title_of_the_docket_makes_no_campaign() {
    let title = "Improving and Widening the Inspection of Boat Engines on Inland Waters and Lakes With Yards of Fewer Than \
        Ten People and Relief for All Yards With Pending Requests for a Change of Their Class of Engines";
    let texts = [
        format!("I agree with {title}, it is good."),
        format!(
            "Nobody asked the swimmers. {title} is a name longer than the jetty, and the fish die all the same while the \
            office counts engines and forgets who drinks the water in summer."
        ),
    ];
    let texts = Texts(texts.into_iter().map(|text| (text, 1)).collect());
    let counted = |titles: &[String]| texts.survey(titles).clusters(&CampaignOptions::default()).len();
    assert_eq!((counted(&[]), counted(&[title.to_owned()])), (1, 0));
}
