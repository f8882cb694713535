use rap_doc::{Doc, SourceId};

use super::{AlignOptions, GroundKind, align};
use crate::{Law, from_text};

fn law(text: &str) -> Law {
    from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned()), "test")
}

const ENGLISH: &str = "\
Article 1
Definitions
'Personal data' means any information that tells who somebody is.

Article 2
Automated decision-making
A person may refuse a decision that rests on automated processing alone and may request an explanation of the decision.

Article 3
Breach
The controller shall notify the supervisory authority of a personal data breach within 72 hours and take remedial measures.

Article 4
Lighthouses
Towers are painted white every spring by the harbour master.
";

const CHINESE: &str = "\
第一条 发生个人信息泄露的，个人信息处理者应当在七十二小时内通知主管部门，并采取补救措施。

第二条 通过自动化决策方式作出对个人有重大影响的决定，个人有权要求个人信息处理者予以说明，并有权拒绝仅通过自动化决策作出决定。

第三条 本法所称个人信息，是指以各种方式记录的与自然人有关的信息。

第四条 渔船每年检修一次。
";

/// Prints the pairs of numbers.
fn pairs(left: &str, right: &str) -> Vec<String> {
    let (left, right) = (law(left), law(right));
    let number = |law: &Law, at: Option<usize>| {
        at.and_then(|at| law.provisions[at].number.as_ref()).map_or("-".to_owned(), |number| number.value.clone())
    };
    let rows = align(&left, &right, &AlignOptions::default()).rows;
    rows.iter().map(|row| format!("{}={}", number(&left, row.left), number(&right, row.right))).collect()
}

#[test]
fn provisions_on_one_matter_are_found_across_languages() {
    assert_eq!(pairs(ENGLISH, CHINESE), ["1=3", "2=2", "3=1", "4=-", "-=4"]);
    assert_eq!(pairs(CHINESE, ENGLISH), ["1=3", "2=2", "3=1", "4=-", "-=4"]);
}

#[test]
fn what_a_row_rests_on_is_told() {
    let (left, right) = (law(ENGLISH), law(CHINESE));
    let rows = align(&left, &right, &AlignOptions::default()).rows;
    let grounds = |row: usize, kind: GroundKind| -> Vec<&str> {
        rows[row].grounds.iter().filter(|ground| ground.kind == kind).map(|ground| ground.name.as_str()).collect()
    };
    assert_eq!(grounds(0, GroundKind::Definition), ["personal information / 个人信息"]);
    assert_eq!(grounds(1, GroundKind::Term).first(), Some(&"automated decision-making / 自动化决策"));
    assert_eq!(grounds(2, GroundKind::Quantity), ["72 hours"]);
    assert!(rows[3].nearest.is_none() && rows[3].grounds.is_empty(), "{:?}", rows[3]);
}

#[test]
fn a_law_against_itself_is_aligned_with_itself() {
    assert_eq!(pairs(ENGLISH, ENGLISH)[1..3], ["2=2", "3=3"]);
}
