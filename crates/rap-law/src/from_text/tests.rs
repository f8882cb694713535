use rap_doc::SourceId;

use super::*;

/// Returns the shape of the law that a plain text holds.
fn tree(text: &str) -> String {
    crate::shape::shape(&law(text))
}

fn law(text: &str) -> Law {
    from_text(Doc::of_plain_text(SourceId::of(text.as_bytes()), text.to_owned()), "harbour.txt")
}

#[test]
fn an_act_in_the_european_manner() {
    let text = "REGULATION ON HARBOURS\n\nTHE PORT ASSEMBLY,\n\nHaving regard to the Harbour Treaty,\n\nWhereas:\n\n(1) Harbours are crowded.\n\n(2) Lights are dim.\n\nHAVE ADOPTED THIS REGULATION:\n\nCHAPTER I\n\nGENERAL PROVISIONS\n\nArticle 1\n\nSubject matter\n\n1. This Regulation lays down:\n\n(a) rules on lights;\n\n(i) white lights;\n\n(ii) red lights;\n\n(b) rules on ropes.\n\nThe rules are public.\n\n2. It applies to vessels.\n\nArticle 2`\n\nDefinitions\n\nFor the purposes of this Regulation:\n\n(1) ‘vessel’ means a ship;\n\n(2) ‘light’ means a lamp.\n\nArticle 4\n\nThis Article has no heading.\n\nIt has a second paragraph.\n\nDone at Port, 1 May.\n\nThe President\n\nANNEX I\n\nList of lamps\n\n1. Lamps:\n\n(a) oil;\n\n(b) gas.\n";
    insta::assert_snapshot!(tree(text));
}

#[test]
fn an_act_in_the_chinese_manner() {
    let text = "港口法\n\n目　录\n第一章　总则\n第二章　灯光\n\n第一章　总　则\n\n第一条　为了管理港口，制定本法。\n第二条 本法所称船舶，是指：\n（一）客船；\n（二）货船：\n1．油轮；\n2．集装箱船。\n渔船不适用本法。\n第二章　灯光\n**第三条**　船舶应当有灯。\n第三条之一船舶应当有绳。\n第五条第二款规定的船舶，不适用本条。\n附件一\n灯光目录\n";
    insta::assert_snapshot!(tree(text));
}

#[test]
fn an_act_of_sections_by_bare_numbers() {
    let text = "THE HARBOUR ACT, 1901\n\nARRANGEMENT OF SECTIONS\n1. Short title.\n2. Lights.\n\nCHAPTER I\nPRELIMINARY\n\n1. Short title.—(1) This Act may be called the Harbour Act.\n(2) It extends to all ports.\n2. Lights.— Every vessel shall have lights, namely:—\n(a) a white one;\n(b) a red one.\n\nTHE SCHEDULE\n1. Forms of lamps.\n";
    insta::assert_snapshot!(tree(text));
}

#[test]
fn an_act_of_sections_in_the_manner_of_the_united_states() {
    let text = "SEC. 101. SHORT TITLE.\n\nThis Act may be cited as the Lamp Act.\n\nSEC. 102. LAMPS.\n\n(a) In general.—Every vessel shall have:\n\n(1) a lamp; and\n\n(2) oil:\n\n(A) whale oil; or\n\n(B) seed oil.\n\n(b) Fees.—None.\n";
    insta::assert_snapshot!(tree(text));
}

#[test]
fn odd_numbers_are_findings_and_ids_stay_unique() {
    let text = "Article 1\n\nOne.\n\nArticle 1\n\nOne again.\n\nArticle 5\n\n(a) a.\n\n(a) a again.\n\nArticle 1000000000\n\nWild.\n";
    insta::assert_snapshot!(tree(text));
}

#[test]
fn a_text_that_is_no_law_is_a_finding() {
    insta::assert_snapshot!(tree("The harbour was quiet. Nobody came.\n"), @"! no-provisions: no heading of an article, section or paragraph was found
");
}
