use super::*;

/// Prints the references of a text, one a line: the words, the paths, the act.
fn cited(text: &str) -> String {
    let instruments = Instruments::built_in();
    let grammar = Grammar::new(&instruments);
    let number = |number: &Vec<String>| number.join("/");
    let pick = |pick: &Pick| match pick {
        Pick::One(one) => number(one),
        Pick::Range(from, to) => format!("{}..{}", number(from), number(to)),
        Pick::Place(place) => format!("#{place}"),
        other => format!("{other:?}"),
    };
    let group =
        |group: &Group| format!("{:?} {}", group.unit, group.picks.iter().map(pick).collect::<Vec<_>>().join(","));
    let path = |path: &Vec<Group>| path.iter().map(group).collect::<Vec<_>>().join(" > ");
    let line = |citation: &Citation| {
        let paths: Vec<_> = citation.paths.iter().map(path).collect();
        let partial = if citation.partial { " partial" } else { "" };
        format!("{} | {} | {:?}{partial}\n", citation.span.of(text), paths.join(" ; "), citation.act)
    };
    grammar.citations(text).iter().map(line).collect()
}

#[test]
fn units_of_an_act_in_english() {
    insta::assert_snapshot!(cited(
        "Article 5(1), first subparagraph, points (a) to (d). Annex III, point 1(a). Section 2 of Chapter III. \
         paragraphs 2 and 3 of Article 10. Articles 8 to 15. Articles 6(1), 7 and 9(2) to (4). point (b) of paragraph 1. \
         the first and second subparagraphs. this Article. Recitals 12 and 13. points 1 to 5 and points 8 and 9 of Annex VIII. \
         section 12(3). subsection (2)(a). Sections A and B. Annexes I and II. Article 6 (1). Article 4a. \
         Article 5(1), first subparagraph, point (h), (2) to (6). the third indent."
    ));
}

#[test]
fn acts_in_english() {
    insta::assert_snapshot!(cited(
        "Article 6(1) of Regulation (EU) 2016/679. Directives 2009/48/EC, 2013/53/EU and (EU) 2016/797. \
         Regulation (EC) No 300/2008. Decision No 768/2008/EC. Council Framework Decision 2002/584/JHA. \
         Articles 16 and 114 TFEU. Article 16 of the TFEU. Article 8 of this Regulation. Article 3, point 4, of that Directive. \
         Regulation (EU) 2019/881 and Article 5 thereof. this Act. section 12(3) of the Data Protection Act 2018. \
         section 3 of the Lamps and Oil Act 1902. section 101(a)(2) of title 17, United States Code. 17 U.S.C. § 107(2). \
         45 C.F.R. 164.512(b). Pub. L. 116-283. CELEX 32016R0679. https://data.europa.eu/eli/reg/2016/679/oj. \
         Article 22 GDPR. Annex I to Regulation (EU) 2018/1139. Chapter 4 or Chapter 5 of Title V of Part Three of the TFEU."
    ));
}

#[test]
fn what_is_no_reference_in_english() {
    insta::assert_snapshot!(cited(
        "This article was written by Ana. The paragraph is long. At this point we part. Point of contact. Section chiefs met. \
         The title of the act. Part of the harbour. Regulation is needed. In 2016/17 the directive came. Version 2.1."
    ), @"");
}

#[test]
fn units_and_acts_in_chinese() {
    insta::assert_snapshot!(cited(
        "依照本法第二十四条第二款第（三）项处罚。前款规定的。前两款规定。本条第一款、第三款。本法第三章。\
         《中华人民共和国网络安全法》第二十一条至第二十三条。第十条第一款、第十一条和第十二条之一。第一项至第三项。\
         第（一）、（二）项。第一、二款。民法典第十条。该法第三条。《港口灯光管理办法》第五条。第 12 条第 2 款。本条例。"
    ));
}

#[test]
fn what_is_no_reference_in_chinese() {
    insta::assert_snapshot!(cited("第三次会议。第一百号令。第二项目。刑法学。《港口报》报道。第三条件。前者。目前。第一章程。"), @"");
}

#[test]
fn hostile_lists_end() {
    let long = format!("Articles 1{}", ", 2".repeat(100_000));
    assert!(cited(&long).len() < 2_000);
    let chinese = "第一条、".repeat(50_000);
    assert!(!cited(&chinese).is_empty());
}

#[test]
fn a_section_of_a_public_law_is_one_reference() {
    assert_eq!(
        cited("The award under section 108(e) of Public Law 110–457 stands, as does section 4 of Pub. L. No. 99-12."),
        "section 108(e) of Public Law 110–457 | Section 108/e | Known(\"us:pl/110/457\")\n\
         section 4 of Pub. L. No. 99-12 | Section 4 | Known(\"us:pl/99/12\")\n"
    );
}
