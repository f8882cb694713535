use crate::program::Case;

const OLD: &str = "\
Harbour Lantern Act

Title I General

Article 1
Purpose
This Act protects the keepers of lanterns and the ships that rely on their signals at night.

Article 2
Records
The keeper shall record the hour, colour and duration of each signal.

Title II Supervision

Article 3
Fuel
Whale oil shall not be burned in lanterns of the first class.
";

const NEW: &str = "\
Harbour Lantern Act

Chapter I General

Article 1
Purpose
This Act protects the keepers of lanterns and the ships that rely on their signals at night.

Article 2
Fuel
Whale oil shall not be burned in lanterns of the first class.

Article 3
Records
The keeper shall record the hour, colour, range and duration of each signal.

Chapter II Fog

Article 4
Horns
Where fog hides the coast for an hour, towers sound three blasts of the horn.
";

fn case() -> Case {
    Case::of(&[("old.txt", OLD), ("new.txt", NEW)])
}

#[test]
fn the_correlation_table_has_its_six_columns() {
    insta::assert_snapshot!(case().run("law diff old.txt new.txt --format csv").ok().replace('\r', ""), @"
    old_id,old_number,new_id,new_number,kind,similarity
    title_1__art_1,1,chp_1__art_1,1,kept,1.000
    title_2__art_3,3,chp_1__art_2,2,moved,1.000
    title_1__art_2,2,chp_1__art_3,3,amended,0.954
    ,,chp_2__art_4,4,inserted,
    ");
}

#[test]
fn the_text_reads_like_sentences() {
    insta::assert_snapshot!(case().run("law diff old.txt new.txt").ok(), @"
    Harbour Lantern Act (old.txt) → Harbour Lantern Act (new.txt), article by article
    1 kept, 1 amended, 1 moved, 1 inserted

    Article 3 is now Article 2, moved from Title II to Chapter I, word for word the same.
    Article 2 is now Article 3, in Chapter I (formerly Title I), with these words changed:
        … shall record the hour, colour{+, range+} and duration of each signal.

    Article 4 (Horns) is new, in Chapter II.

    Unchanged: Article 1.
    ");
}

#[test]
fn chinese_numbers_are_digits_in_the_table() {
    let old = "第一条 守护人应当记录每次信号的时间和颜色。\n\n第二条 灯塔不得使用鲸油。\n";
    let new = "第一条 守护人应当记录每次信号的时间和颜色。\n\n第一条之一 雾天应当鸣号三次，每次不少于十秒。\n\n第二条 灯塔不得使用鲸油。\n";
    let case = Case::of(&[("old.txt", old), ("new.txt", new)]);
    insta::assert_snapshot!(case.run("law diff old.txt new.txt --format csv").ok().replace('\r', ""), @"
    old_id,old_number,new_id,new_number,kind,similarity
    art_1,1,art_1,1,kept,1.000
    ,,art_1-1,1-1,inserted,
    art_2,2,art_2,2,kept,1.000
    ");
}

#[test]
fn json_page_document_and_amendments_are_written() {
    let case = case();
    let json = case.run("law diff old.txt new.txt --format json --level paragraph").ok();
    assert!(json.contains("\"op\": \"insert\",\n          \"text\": \", range"), "{json}");
    case.run("law diff old.txt new.txt --format html -o diff.html").ok();
    let page = case.read("diff.html");
    assert!(page.contains("Article 2 → Article 3") && page.contains("<ins>, range"), "{page}");
    assert!(!page.contains("<script"), "a page without a script");
    case.run("law diff old.txt new.txt --format docx -o diff.docx").ok();
    assert!(std::fs::read(case.path("diff.docx")).unwrap().starts_with(b"PK"));
    let amendments = case.run("law diff old.txt new.txt --format akn").ok();
    assert!(amendments.contains("<textualMod type=\"insertion\""), "{amendments}");
}

#[test]
fn a_published_table_is_compared_with() {
    let case = case();
    case.write("table.tsv", b"old_article\tnew_article\n1\t1\nArticle 2\tArticle 3\n3\t4\n");
    let run = case.run("law diff old.txt new.txt --format csv --table table.tsv");
    insta::assert_snapshot!(run.stderr, @"
    2 of 3 rows of the table are found
      in the table alone: 3 → 4
      found alone: nothing → 4
      found alone: 3 → 2
    ");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let run = case().run("law diff old.txt nowhere.txt");
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("cannot read `nowhere.txt`"), "{}", run.stderr);
}

#[test]
fn an_act_against_itself_has_nothing_to_tell() {
    let text = case().run("law diff old.txt old.txt").ok();
    assert!(text.contains("3 kept") && !text.contains("amended"), "{text}");
}
