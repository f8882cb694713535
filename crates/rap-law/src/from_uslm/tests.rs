use super::*;
use crate::shape::shape;

#[test]
fn a_bill_of_sections() {
    let xml = r#"<bill xmlns="http://schemas.gpo.gov/xml/uslm"><meta><citableAs>1 HR 1</citableAs></meta><main><longTitle><officialTitle>A bill about lamps.</officialTitle></longTitle><section><num value="101">SEC. 101. </num><heading>LAMPS.</heading><subsection><num value="a">(a) </num><heading>In general.—</heading><chapeau>Every vessel shall have:</chapeau><paragraph><num value="1">(1)</num><content>a lamp; and</content></paragraph><paragraph><num value="2">(2)</num><content>oil.</content></paragraph><continuation>Oil must be clean.</continuation></subsection></section></main></bill>"#;
    let law = from_uslm(xml.as_bytes(), "bill");
    insta::assert_snapshot!(shape(&law));
    assert_eq!(law.identifier.as_deref(), Some("1 HR 1"));
}
