use super::*;
use crate::shape::shape;

#[test]
fn an_act_of_articles() {
    let xml = r#"<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act><meta><identification><FRBRWork><FRBRuri value="/akn/xx/act/1"/></FRBRWork></identification></meta><preface><p><docTitle>Harbour Act</docTitle></p></preface><preamble><recitals><recital><num>(1)</num><p>Lamps are dim.</p></recital></recitals></preamble><body><chapter><num>Chapter I</num><heading>Lamps</heading><article><num>Article 1</num><heading>Oil</heading><paragraph><num>1.</num><list><intro><p>Oil is:</p></intro><point><num>(a)</num><content><p>seed <term>oil</term>;</p></content></point><point><num>(b)</num><content><p>whale oil.</p></content></point></list></paragraph></article></chapter></body></act></akomaNtoso>"#;
    let law = from_akoma_ntoso(xml.as_bytes(), "act");
    insta::assert_snapshot!(shape(&law));
    assert_eq!(law.identifier.as_deref(), Some("/akn/xx/act/1"));
}

#[test]
fn an_act_of_sections_that_amends_another() {
    let xml = r#"<akomaNtoso><act><body><section><num>1</num><heading>Change</heading><subsection><num>(1)</num><content><p>After section 2 insert—<mod><quotedStructure><section><num>2A</num><heading>New</heading></section></quotedStructure></mod></p></content></subsection><subsection><num>(2)</num><intro><p>In this section—</p></intro><paragraph><num>(a)</num><content><p>one;</p></content></paragraph></subsection></section></body></act></akomaNtoso>"#;
    insta::assert_snapshot!(shape(&from_akoma_ntoso(xml.as_bytes(), "act")));
}

#[test]
fn a_debate_is_no_act() {
    let xml = "<akomaNtoso><debate><debateBody><speech><p>Order!</p></speech></debateBody></debate></akomaNtoso>";
    insta::assert_snapshot!(shape(&from_akoma_ntoso(xml.as_bytes(), "debate")));
}
