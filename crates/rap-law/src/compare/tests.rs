use proptest::prelude::*;
use rap_doc::{Doc, SourceId};

use super::{CompareOptions, Comparison, Level, Script, compare};
use crate::{Law, from_text};

fn law(text: &str) -> Law {
    from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned()), "test")
}

fn compared(old: &Law, new: &Law, level: Level) -> Comparison {
    let comparison = compare(old, new, CompareOptions { level });
    let script = Script::of(&comparison, old, new);
    assert_eq!(script.apply(old.doc.text()), new.doc.text(), "apply(diff(a, b), a) = b");
    comparison
}

/// Prints a row a line: old id, new id, kind.
fn rows(old: &str, new: &str, level: Level) -> String {
    let (old, new) = (law(old), law(new));
    let id = |law: &Law, at: Option<usize>| at.map_or("-".to_owned(), |at| law.provisions[at].id.to_string());
    let comparison = compared(&old, &new, level);
    let line = |change: &super::Change| format!("{} {} {}", id(&old, change.old), id(&new, change.new), change.kind);
    comparison.changes.iter().map(line).collect::<Vec<_>>().join("\n")
}

const LANTERN: &str = "\
Chapter I General provisions

Article 1
Purpose
This Act protects harbour keepers and the ships that rely on lantern signals at night.

Article 2
Registration
Every keeper of a lantern tower shall be entered in the register of the coastal office before the first signal is lit.

Article 3
Records
The keeper shall record the hour, colour and duration of each signal and shall keep the record for six years.
The coastal office may inspect the record at any time without notice to the keeper.

Chapter II Supervision

Article 4
Fuel
Whale oil shall not be burned in lanterns of the first class; vegetable oil and gas are permitted in all classes.

Article 5
Fines
Whoever lights a signal without registration pays a fine of up to nine hundred crowns.
";

#[test]
fn a_law_against_itself_changes_nothing() {
    let act = law(LANTERN);
    for level in [Level::Article, Level::Paragraph, Level::Point] {
        let comparison = compared(&act, &act, level);
        assert!(comparison.is_empty(), "{level:?}");
        assert_eq!(comparison.variants(), 0);
    }
}

#[test]
fn articles_are_kept_amended_renumbered_moved_inserted_and_deleted() {
    let new = "\
Chapter I General provisions

Article 1
Purpose
This Act protects harbour keepers and the ships that rely on lantern signals at night.

Article 2
Fuel
Whale oil shall not be burned in lanterns of the first class; vegetable oil and gas are permitted in all classes.

Article 3
Registration
Every keeper of a lantern tower shall be entered in the digital register of the coastal office before the first \
signal is lit.

Article 4
Fog horns
Where fog hides the coast for more than one hour, towers sound three long blasts of the horn each quarter hour.

Chapter II Supervision

Article 5
Fines
Whoever lights a signal without registration pays a fine of up to nine hundred crowns.
";
    insta::assert_snapshot!(rows(LANTERN, new, Level::Article), @"
    chp_1__art_1 chp_1__art_1 kept
    chp_2__art_4 chp_1__art_2 moved
    chp_1__art_2 chp_1__art_3 amended
    chp_1__art_3 - deleted
    - chp_1__art_4 inserted
    chp_2__art_5 chp_2__art_5 kept
    ");
}

#[test]
fn one_article_is_split_and_two_are_merged() {
    let new = "\
Article 1
Purpose
This Act protects harbour keepers and the ships that rely on lantern signals at night.

Article 2
Registration and fuel
Every keeper of a lantern tower shall be entered in the register of the coastal office before the first signal is lit.
Whale oil shall not be burned in lanterns of the first class; vegetable oil and gas are permitted in all classes.

Article 3
Records
The keeper shall record the hour, colour and duration of each signal and shall keep the record for six years.

Article 4
Inspection
The coastal office may inspect the record at any time without notice to the keeper.

Article 5
Fines
Whoever lights a signal without registration pays a fine of up to nine hundred crowns.
";
    insta::assert_snapshot!(rows(LANTERN, new, Level::Article), @"
    chp_1__art_1 art_1 kept
    chp_1__art_2 art_2 merged
    chp_2__art_4 art_2 merged
    chp_1__art_3 art_3 split
    chp_1__art_3 art_4 split
    chp_2__art_5 art_5 kept
    ");
}

#[test]
fn a_chinese_act_is_compared_by_characters_and_print_is_no_amendment() {
    let old = "第一条 为了保护“灯台”守护人的合法权益，制定本法。\n\n第二条 守护人应当在首次点灯前向海岸管理局办理登记。\n\n\
               第三条 违反本法第二条规定的，由海岸管理局责令改正，处五千元以下的罚款。\n";
    let new = "第一條　为了保护「灯臺」守护人的合法权益,制定本法。\n\n第二条　灯塔不得使用鲸油，但是可以使用植物油或者燃气。\n\n\
               第三条　守护人应当在首次点灯前三日内向海岸管理局办理登记。\n\n\
               第四条　违反本法第三条规定的，由海岸管理局责令改正，处一万元以下的罚款。\n";
    insta::assert_snapshot!(rows(old, new, Level::Article), @"
    art_1 art_1 kept
    - art_2 inserted
    art_2 art_3 amended
    art_3 art_4 amended
    ");
    let (old, new) = (law(old), law(new));
    assert_eq!(compared(&old, &new, Level::Article).variants(), 4, "two quotation marks, 臺 and a comma");
}

#[test]
fn a_clause_that_only_its_citation_tells_from_the_next_finds_its_counterpart() {
    let clause = |number: u32, cited: u32, fine: &str| {
        format!(
            "Article {number}\nWhoever violates Article {cited} is warned by the office and pays a fine of {fine} crowns.\n\n"
        )
    };
    let duty = |number: u32, words: &str| format!("Article {number}\n{words}\n\n");
    let (lamps, boats, nets) = (
        "Lamps on the pier are trimmed at dusk by the lamp warden of the quarter.",
        "Boats without a painted number do not leave the inner basin.",
        "Nets with meshes narrower than a thumb are not cast between March and June.",
    );
    let old = [duty(1, lamps), duty(2, nets), clause(3, 1, "ten"), clause(4, 2, "twenty")].concat();
    let new = [
        duty(1, lamps),
        duty(2, boats),
        duty(3, nets),
        clause(4, 1, "ten"),
        clause(5, 2, "fifty"),
        clause(6, 3, "thirty"),
    ]
    .concat();
    let rows = rows(&old, &new, Level::Article);
    assert!(rows.contains("art_4 art_6 amended"), "{rows}");
    assert!(rows.contains("- art_5 inserted"), "{rows}");
}

#[test]
fn points_are_followed_where_they_went() {
    let old = "Article 1\nA tower keeps:\n(a) two lanterns of the first class;\n(b) a horn that is heard at three miles;\n\
               (c) oil for forty nights.\n\nArticle 2\nThe office visits each tower once a year.\n";
    let new = "Article 1\nA tower keeps:\n(a) a horn that is heard at three miles;\n(b) oil for forty nights;\n\
               (c) a book of signals in two languages.\n\nArticle 2\nThe office visits each tower once a year.\n";
    insta::assert_snapshot!(rows(old, new, Level::Point), @"
    art_1 art_1 kept
    art_1__point_a - deleted
    art_1__point_b art_1__point_a renumbered
    art_1__point_c art_1__point_b amended
    - art_1__point_c inserted
    art_2 art_2 kept
    ");
}

#[test]
fn articles_below_a_cross_heading_are_units() {
    let mut act = law(LANTERN);
    for provision in &mut act.provisions {
        if provision.kind == crate::ProvisionKind::Chapter {
            provision.kind = crate::ProvisionKind::Other;
        }
    }
    let comparison = compared(&act, &law(LANTERN), Level::Article);
    assert_eq!(comparison.changes.len(), 5);
    assert!(comparison.is_empty());
}

/// Sentences that share no word, so that what belongs together is beyond doubt.
const SENTENCES: [&str; 8] = [
    "Keepers trim every lamp at dusk.",
    "Painted numbers are shown on both bows.",
    "Herring nets stay ashore between March and June.",
    "Fog horns sound thrice each quarter hour.",
    "Whale oil burns in no first class lantern.",
    "Pilots hold a licence issued by guild elders.",
    "Salvaged cargo belongs to whoever reports it.",
    "Customs officers may board vessels without warning.",
];

fn act_of(order: &[usize]) -> String {
    let article = |(at, sentence): (usize, &usize)| format!("Article {}\n{}\n\n", at + 1, SENTENCES[*sentence]);
    order.iter().enumerate().map(article).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_the_same_is_found_wherever_it_went(
        old in Just((0..8).collect::<Vec<usize>>()).prop_shuffle(), new in Just((0..8).collect::<Vec<usize>>()).prop_shuffle(),
        kept_old in 1_usize..9, kept_new in 1_usize..9,
    ) {
        let (old, new) = (&old[..kept_old], &new[..kept_new]);
        let (first, second) = (law(&act_of(old)), law(&act_of(new)));
        let comparison = compared(&first, &second, Level::Article);
        let common = old.iter().filter(|sentence| new.contains(sentence)).count();
        let paired = comparison.changes.iter().filter(|change| change.old.is_some() && change.new.is_some());
        prop_assert_eq!(paired.clone().count(), common);
        prop_assert!(paired.clone().all(|change| change.similarity == 1.0));
        let still = paired.filter(|change| !change.is_moved).count();
        prop_assert!(still >= usize::from(common > 0));
    }

    #[test]
    fn both_directions_match_the_same(old in "[第一二三条甲乙丙 \n。]{0,80}", new in "[第一二三条甲乙丙 \n。]{0,80}") {
        let (first, second) = (law(&old), law(&new));
        for level in [Level::Article, Level::Paragraph, Level::Point] {
            let forth = compared(&first, &second, level);
            let back = compared(&second, &first, level);
            let mut there: Vec<_> = forth.changes.iter().map(|change| (change.old, change.new, change.is_moved)).collect();
            let mut here: Vec<_> = back.changes.iter().map(|change| (change.new, change.old, change.is_moved)).collect();
            there.sort_unstable();
            here.sort_unstable();
            prop_assert_eq!(there, here);
        }
    }

    #[test]
    fn any_two_texts_are_compared(old in "\\PC{0,120}", new in "\\PC{0,120}") {
        compared(&law(&old), &law(&new), Level::Point);
    }

    #[test]
    fn a_text_against_itself_is_kept(text in "(Article [0-9]|第[一二三]条|\\([a-c]\\)|[a-c甲乙。 ]{1,6}|\n){0,24}") {
        let act = law(&text);
        for level in [Level::Article, Level::Paragraph, Level::Point] {
            let comparison = compared(&act, &act, level);
            prop_assert!(comparison.is_empty(), "{:?}", comparison.changes);
        }
    }
}

const HARBOUR: &str = "\
Article 1
This Act governs the pilots who bring ships through the northern shallows.

Article 2
A pilot wears a brass badge while on board. The tariff of the pilots hangs in the hall of the exchange.

Article 3
Ships of more than forty barrels take a pilot between the outer buoy and the mole.

Article 4
The exchange settles quarrels about the pilot's fee within nine days of the landing.
";

#[test]
fn sentences_that_went_to_several_articles_are_not_deleted() {
    let new = "\
Article 1
This Act governs the pilots who bring ships through the northern shallows.

Article 2
Ships of more than forty barrels take a pilot between the outer buoy and the mole. A pilot wears a brass badge while on board.

Article 3
The exchange settles quarrels about the pilot's fee within nine days of the landing. The tariff of the pilots hangs in the hall of the exchange.
";
    let rows = rows(HARBOUR, new, Level::Article);
    assert!(rows.contains("art_2 art_2 merged") && rows.contains("art_2 art_3 merged"), "{rows}");
    assert!(!rows.contains("deleted"), "{rows}");
}

#[test]
fn what_was_left_over_pairs_where_nothing_else_is_as_like() {
    let changed = "Whoever is on board as a pilot shows a licence with a portrait; the brass kind is no longer struck.";
    let replaced = "Seals rest on the sandbank from March; nobody lands there then.";
    let badge =
        "A pilot wears a brass badge while on board. The tariff of the pilots hangs in the hall of the exchange.";
    let with = |words: &str| HARBOUR.replace(badge, words);
    let rewritten = rows(HARBOUR, &with(changed), Level::Article);
    assert!(rewritten.contains("art_2 art_2 amended"), "{rewritten}");
    let other = rows(HARBOUR, &with(replaced), Level::Article);
    assert!(other.contains("art_2 - deleted") && other.contains("- art_2 inserted"), "{other}");
}

#[test]
fn penal_clauses_that_became_items_of_a_list_are_merged() {
    let duties = "第一条 灯塔守护人应当每日登记灯油用量。\n\n第二条 渔船夜间出港应当悬挂双色灯。\n\n\
        第三条 任何人不得在航道内晾晒渔网。\n第二款照此办理。\n\n第四条 码头应当每月清点缆绳。\n\n";
    let old = format!(
        "{duties}第五条 违反本法第一条第二款、第三条规定，有晾晒行为的，由港务部门责令改正，给予警告，没收渔网，并处一千元以上五千元以下罚款；\
         情节严重的，责令停止出港，吊销捕捞许可，对直接负责的船长处二千元罚款。\n\n第六条 违反本法第二条规定的，由港务部门处五百元罚款。\n"
    );
    let new = format!(
        "{duties}第五条 有下列行为之一的，依照渔业规定处罚：\n（一）违反本法第二条规定的；\n（二）违反本法第一条第二款、第三条规定的；\n\
         （三）违反本法第四条规定的。\n"
    );
    let rows = rows(&old, &new, Level::Article);
    assert!(!rows.contains("deleted"), "{rows}");
}
