use super::*;
use crate::shape::shape;

const BODY: &str = "<ACT><TITLE><TI><P>Harbour Regulation</P></TI></TITLE><PREAMBLE><GR.VISA><VISA>Having regard to the Treaty<NOTE><P>A note.</P></NOTE>,</VISA></GR.VISA><GR.CONSID><GR.CONSID.INIT>Whereas:</GR.CONSID.INIT><CONSID><NP><NO.P>(1)</NO.P><TXT>Lamps are dim.</TXT></NP></CONSID></GR.CONSID></PREAMBLE><ENACTING.TERMS><DIVISION><TITLE><TI><P>CHAPTER I</P></TI><STI><P>LAMPS</P></STI></TITLE><ARTICLE><TI.ART>Article 1</TI.ART><STI.ART><P>Oil</P></STI.ART><PARAG><NO.PARAG>1.</NO.PARAG><ALINEA><P>Oil is:</P><LIST><ITEM><NP><NO.P>(a)</NO.P><TXT><QUOT.START CODE=\"2018\"/>seed<QUOT.END CODE=\"2019\"/> oil;</TXT></NP></ITEM><ITEM><NP><NO.P>(b)</NO.P><TXT>whale oil.</TXT></NP></ITEM></LIST></ALINEA><ALINEA>It is clean.</ALINEA></PARAG></ARTICLE></DIVISION></ENACTING.TERMS></ACT>";

#[test]
fn an_act_of_two_files_is_one_law() {
    let list =
        br#"<DOC><NO.ELI ID="http://example.test/eli/reg/1"/><REF.PHYS FILE="a.xml"/><REF.PHYS FILE="b.xml"/></DOC>"#;
    let annex = b"<ANNEX><TITLE><TI><P>ANNEX I</P></TI><STI><P>Forms</P></STI></TITLE><CONTENTS><P>One form.</P></CONTENTS></ANNEX>";
    let law = from_formex(&[("b.xml", annex), ("x.doc.xml", list), ("a.xml", BODY.as_bytes())], "harbour");
    insta::assert_snapshot!(shape(&law));
    assert_eq!(law.identifier.as_deref(), Some("http://example.test/eli/reg/1"));
    assert_eq!(law.title.map(|span| law.words(span)), Some("Harbour Regulation"));
    assert!(law.doc.text().contains("A note."), "notes stay in the document");
    let block = law.doc.blocks().iter().find(|block| block.span.of(law.doc.text()) == "whale oil.").unwrap();
    assert!(block.origin.path.contains("ARTICLE/PARAG/ALINEA/LIST/ITEM[2]/NP/TXT@"), "{}", block.origin.path);
}

#[test]
fn entities_of_the_file_are_not_expanded_and_nothing_is_fetched() {
    let bomb = br#"<!DOCTYPE A [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]><ACT><ENACTING.TERMS><ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>Say &b; &x;.</ALINEA></ARTICLE></ENACTING.TERMS></ACT>"#;
    insta::assert_snapshot!(shape(&from_formex(&[("a.xml", bomb)], "bomb")));
}

#[test]
fn broken_files_give_what_they_hold() {
    for cut in (0..BODY.len()).step_by(7).filter(|cut| BODY.is_char_boundary(*cut)) {
        let law = from_formex(&[("a.xml", BODY.get(..cut).unwrap_or_default().as_bytes())], "cut");
        assert!(cut < 40 || !law.findings.is_empty(), "cut at {cut}");
    }
    insta::assert_snapshot!(shape(&from_formex(&[("a.xml", BODY.replace("</ALINEA>", "").as_bytes())], "unclosed")));
}

#[test]
fn depth_costs_no_stack_and_no_squares() {
    let deep = "<ITEM>".repeat(200_000) + "word";
    let law = from_formex(&[("a.xml", deep.as_bytes())], "deep");
    assert!(law.findings.iter().any(|finding| finding.code == "too-deep"));
    assert!(law.provisions.len() < 100);
}
