use super::*;

fn check(line: &str, expected: &str) {
    let span = Span::new(0, line.len()).trimmed(line);
    let found = division(line, span).map_or_else(
        || "-".to_owned(),
        |d| {
            format!(
                "{}_{}|{}|{}|{:?}{}",
                d.prefix,
                d.value,
                d.printed.of(line),
                d.rest.of(line),
                d.sure,
                if d.stray { "|stray" } else { "" }
            )
        },
    );
    assert_eq!(found, expected, "{line}");
}

#[test]
fn english_divisions_are_told_from_sentences() {
    check("Article 10", "art_10|Article 10||Set");
    check("Article 1`", "art_1|Article 1||Set|stray");
    check("== Article 5: Uses", "art_5|Article 5|Uses|Set");
    check("Article 4a", "art_4a|Article 4a||Set");
    check("Article 5(1) applies to vessels.", "-");
    check("Article 5 applies to vessels.", "-");
    check("Article 5, which governs vessels", "-");
    check("Article 5 Vessels shall be registered.", "art_5|Article 5|Vessels shall be registered.|Tight");
    check("CHAPTER III", "chp_3|CHAPTER III||Set");
    check("TITLE IA: VESSELS", "title_1a|TITLE IA|VESSELS|Set");
    check("TITLE II:VESSELS", "title_2|TITLE II|VESSELS|Set");
    check("Chapter 1 of Title III sets out the rules", "-");
    check("SEC. 101. SHORT TITLE.", "sec_101|SEC. 101|SHORT TITLE.|Set");
    check("§ 107. Fair use", "sec_107|§ 107|Fair use|Set");
    check("ANNEX", "anx_|ANNEX||Set");
    check("Annexes", "-");
    check("FIRST SCHEDULE", "sched_1|FIRST SCHEDULE||Set");
    check("THE SCHEDULE", "sched_|THE SCHEDULE||Set");
    check("PART A", "part_A|PART A||Set");
    check("Parties to the dispute", "-");
    check("Article 1000000000", "art_1000000000|Article 1000000000||Set");
}

#[test]
fn chinese_divisions_stand_with_and_without_a_space() {
    check("第十二条　经营者应当登记。", "art_12|第十二条|经营者应当登记。|Set");
    check("第十二条 经营者应当登记。", "art_12|第十二条|经营者应当登记。|Set");
    check("第十二条经营者应当登记。", "art_12|第十二条|经营者应当登记。|Tight");
    check("**第十二条**　经营者应当登记。", "art_12|第十二条|经营者应当登记。|Set");
    check("第十二条之一 经营者应当登记。", "art_12-1|第十二条之一|经营者应当登记。|Set");
    check("第１２条", "art_12|第１２条||Set");
    check("第十二条第二款规定的船舶", "-");
    check("第十二条、第十三条规定的船舶", "-");
    check("## 第三章 总 则", "chp_3|第三章|总 则|Set");
    check("第一编总则", "part_1|第一编|总则|Tight");
    check("第二节　登记", "sec_2|第二节|登记|Set");
    check("附件二：船舶目录", "anx_2|附件二|船舶目录|Set");
    check("附件", "anx_|附件||Set");
    check("附件所列船舶应当登记。", "-");
    check("第一条【目的】为了登记船舶。", "art_1|第一条|【目的】为了登记船舶。|Set");
}

fn check_item(line: &str, expected: &str) {
    let found = item(line, Span::new(0, line.len()))
        .map_or_else(|| "-".to_owned(), |item| format!("{:?}|{}|{}", item.style, item.value, item.rest.of(line)));
    assert_eq!(found, expected, "{line}");
}

#[test]
fn items_are_numbered_in_many_ways() {
    check_item("1. Owners shall register.", "Dotted|1|Owners shall register.");
    check_item("1.Owners shall register.", "Dotted|1|Owners shall register.");
    check_item("1.5 metres", "-");
    check_item("(1) Owners", "Bracketed|1|Owners");
    check_item("(a) owners", "Letter|a|owners");
    check_item("(iv) owners", "Roman|iv|owners");
    check_item("(aa) owners", "Letter|aa|owners");
    check_item("(i) owners", "Letter|i|owners");
    check_item("(A) owners", "Capital|A|owners");
    check_item("(see below) owners", "-");
    check_item("（一）船舶所有人", "Chinese|1|船舶所有人");
    check_item("（十二）船舶所有人", "Chinese|12|船舶所有人");
    check_item("一、船舶所有人", "ChineseDotted|1|船舶所有人");
    check_item("1．船舶所有人", "Dotted|1|船舶所有人");
    check_item("１．船舶所有人", "Dotted|1|船舶所有人");
    check_item("– owners", "Dash||owners");
    check_item("-5 degrees", "-");
    check_item("2019 was a good year", "-");
    check_item("J. Smith", "-");
    check_item("12A. Owners", "Dotted|12A|Owners");
}
