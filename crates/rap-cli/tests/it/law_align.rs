use crate::program::Case;

const ENGLISH: &str = "\
Signals Data Act

Article 1
Automated decision-making
A person may refuse a decision that rests on automated processing alone.

Article 2
Paint
Towers are painted white every spring by the harbour master.
";

const CHINESE: &str = "\
第一条 渔船每年检修一次。

第二条 通过自动化决策方式作出对个人有重大影响的决定，个人有权拒绝。
";

fn case() -> Case {
    Case::of(&[("act.txt", ENGLISH), ("法.txt", CHINESE)])
}

#[test]
fn pairs_say_what_they_rest_on_and_the_rest_has_no_counterpart() {
    let text = case().run("law align act.txt 法.txt").ok();
    assert!(text.contains("Article 1 (Automated decision-making) and 第二条 are on one matter"), "{text}");
    assert!(text.contains("automated decision-making / 自动化决策"), "{text}");
    assert!(text.contains("  Article 2 (Paint); nothing in common"), "{text}");
    assert!(text.contains("  第一条; nothing in common"), "{text}");
}

#[test]
fn the_table_has_a_row_for_each_provision() {
    let table = case().run("law align act.txt 法.txt --format csv").ok();
    let lines: Vec<&str> = table.lines().collect();
    assert_eq!(lines[0], "left_id,left_number,left_heading,right_id,right_number,right_heading,score,rests_on");
    assert!(lines[1].starts_with("art_1,1,Automated decision-making,art_2,2,,0."), "{table}");
    assert_eq!(lines[2..], ["art_2,2,Paint,,,,,", ",,,art_1,1,,,"]);
}

#[test]
fn terms_of_the_user_join_what_the_built_in_ones_do_not() {
    let case = case();
    case.write("terms.txt", "paint | tower | harbour master = 渔船 | 检修\n".as_bytes());
    let json = case.run("law align act.txt 法.txt --terms terms.txt --format json").ok();
    assert!(json.contains("paint / 渔船"), "{json}");
}
