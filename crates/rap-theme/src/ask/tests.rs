use std::sync::LazyLock;

use proptest::prelude::*;
use rap_doc::Span;

use super::*;
use crate::Codebook;

fn tagger() -> &'static Tagger {
    static BUILTIN: LazyLock<Tagger> = LazyLock::new(|| Tagger::new(&Codebook::builtin()));
    &BUILTIN
}

fn unit(speaker: u32, stance: Stance, quote: &str, tagger: &Tagger) -> DemandUnit {
    DemandUnit { quote: quote.to_owned(), speaker, stance, tags: tagger.tags(quote, &[Span::new(0, quote.len())]) }
}

/// Returns the units of each ask as the user would number them, from demands with their stance.
fn joined(demands: &[(Stance, &str)]) -> Vec<Vec<usize>> {
    let tagger = tagger();
    let units: Vec<_> =
        (0..).zip(demands).map(|(speaker, (stance, quote))| unit(speaker, *stance, quote, tagger)).collect();
    asks(&units, tagger).into_iter().map(|ask| ask.units).collect()
}

use Stance::{AsksForParticipation, SeeksClarity, SeeksProtection, SeeksRelief, SeeksSupport, SupportsRegulation};

#[test]
fn the_same_demand_joins_across_wordings_and_languages() {
    let found = joined(&[
        (SeeksRelief, "relax the rules for the reasonable use of data in training"),
        (SeeksSupport, "the state should subsidise computing power for start-ups"),
        (SeeksRelief, "exempting training data from copyright restrictions"),
        (SeeksRelief, "应当放宽训练数据的合理使用规则"),
        (AsksForParticipation, "small firms must be heard before the draft is finished"),
        (SeeksRelief, "moderately exempting the use of public personal data"),
    ]);
    assert_eq!(found, [vec![0, 2, 3, 5], vec![4], vec![1]]);
}

#[test]
fn each_demand_finds_its_like_among_others() {
    let found = joined(&[
        (SeeksSupport, "Rent computing power to small laboratories at cost."),
        (SeeksRelief, "Regulatory sandboxes should be set up in every province."),
        (SeeksSupport, "希望国家为中小企业提供算力支持"),
        (SeeksSupport, "Agencies ought to open more public data to model makers."),
        (SeeksRelief, "设立监管沙盒，允许先行先试"),
        (SeeksSupport, "加快公共数据开放"),
        (SeeksClarity, "Insurance for operators of driverless cars should be compulsory."),
        (SeeksRelief, "Overly strict privacy rules make data acquisition hard."),
        (SeeksRelief, "Liberalise the reasonable use of data."),
    ]);
    assert_eq!(found, [vec![3, 5], vec![7, 8], vec![1, 4], vec![0, 2], vec![6]]);
}

#[test]
fn opposite_ways_never_join() {
    let found = joined(&[
        (SeeksRelief, "relax the rules on the use of training data"),
        (SeeksProtection, "tighten the rules on the use of training data"),
        (SeeksRelief, "penalties for first violations should be lower"),
        (SupportsRegulation, "penalties for first violations should be higher"),
    ]);
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn unrelated_demands_on_one_topic_stay_apart() {
    let found = joined(&[
        (SeeksClarity, "clarify who owns the copyright in generated pictures"),
        (SeeksProtection, "pay novelists whose books are copied"),
        (SeeksRelief, "no trade secrets should be disclosed in the register"),
        (SeeksSupport, "more visas for foreign engineers"),
        (SeeksSupport, "a shared computing centre for universities"),
    ]);
    assert_eq!(found.len(), 5, "{found:?}");
}

#[test]
fn equal_words_are_one_ask_whoever_says_them() {
    let found = joined(&[
        (SeeksRelief, "Delete article 12."),
        (SeeksClarity, "Extend the deadline by six months."),
        (SeeksClarity, "delete   Article 12"),
    ]);
    assert_eq!(found, [vec![0, 2], vec![1]]);
}

#[test]
fn an_ask_tells_why() {
    let tagger = tagger();
    let units = [
        unit(1, SeeksRelief, "The reasonable use of data should be made easier.", tagger),
        unit(2, SeeksRelief, "Legislators ought to relax the reasonable use of data.", tagger),
    ];
    let asks = asks(&units, tagger);
    assert_eq!(asks.len(), 1);
    assert_eq!(asks[0].theme, "datasets");
    assert_eq!(asks[0].concepts[0], "freer-data-use");
    assert_eq!(asks[0].shared, ["reasonable", "use", "data"]);
    assert!(asks[0].cohesion > 0.5 && asks[0].cohesion <= 1.0, "{}", asks[0].cohesion);
}

#[test]
fn nothing_asked_is_no_ask() {
    assert!(joined(&[]).is_empty());
    assert_eq!(joined(&[(SeeksRelief, ""), (SeeksRelief, "!")]), [[0, 1]]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn every_unit_is_in_one_ask_and_their_order_decides_nothing(
        demands in prop::collection::vec(
            (
                prop::sample::select(vec!["relax", "tighten", "", "放宽", "do not relax", "publish"]),
                prop::sample::select(vec!["training data", "copyright", "fines", "训练数据", "open weights", "trees"]),
                prop::sample::select(vec!["for small firms", "at once", "", "！", "in schools"]),
                prop::sample::select(vec![SeeksRelief, SeeksProtection, SeeksClarity]),
                0_u32..4,
            ),
            0..14,
        ),
        turn in 0_usize..14,
    ) {
        let tagger = tagger();
        let units: Vec<_> = demands
            .iter()
            .map(|(verb, object, whom, stance, speaker)| unit(*speaker, *stance, &format!("{verb} {object} {whom}"), tagger))
            .collect();
        let found = asks(&units, tagger);
        let mut all: Vec<usize> = found.iter().flat_map(|ask| ask.units.clone()).collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..units.len()).collect::<Vec<_>>());
        for ask in &found {
            prop_assert!(ask.units.contains(&ask.representative));
            prop_assert!((0.0..=1.0).contains(&ask.cohesion));
        }
        // The same units in another order: the same asks, told by their words.
        let mut turned = units.clone();
        turned.rotate_left(if units.is_empty() { 0 } else { turn % units.len() });
        let told = |units: &[DemandUnit], asks: &[Ask]| -> Vec<(Vec<String>, String, Vec<String>)> {
            asks.iter()
                .map(|ask| {
                    let mut quotes: Vec<_> = ask.units.iter().map(|index| units[*index].quote.clone()).collect();
                    quotes.sort();
                    (quotes, units[ask.representative].quote.to_lowercase(), ask.concepts.clone())
                })
                .collect()
        };
        prop_assert_eq!(told(&units, &found), told(&turned, &asks(&turned, tagger)));
    }
}
