use super::*;
use crate::shape::shape;

#[test]
fn an_act_with_a_schedule() {
    let xml = r#"<Legislation IdURI="http://www.legislation.gov.uk/id/ukpga/2099/1" xmlns="http://www.legislation.gov.uk/namespaces/legislation"><Primary><PrimaryPrelims><Title>Lamps Act 2099</Title></PrimaryPrelims><Body><Part><Number>Part 1</Number><Title>Oil</Title><P1group><Title>Lamps</Title><P1><Pnumber>1</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>A vessel must have—</Text><P3><Pnumber>a</Pnumber><P3para><Text>a lamp, and</Text></P3para></P3><P3><Pnumber>b</Pnumber><P3para><Text>oil.</Text></P3para></P3></P2para></P2></P1para></P1></P1group></Part></Body><Schedules><Schedule><Number>SCHEDULE 1</Number><TitleBlock><Title>Forms</Title></TitleBlock><ScheduleBody><P1><Pnumber>1</Pnumber><P1para><Text>One form.</Text></P1para></P1></ScheduleBody></Schedule></Schedules></Primary></Legislation>"#;
    let law = from_clml(xml.as_bytes(), "act");
    insta::assert_snapshot!(shape(&law));
    assert_eq!(law.identifier.as_deref(), Some("http://www.legislation.gov.uk/id/ukpga/2099/1"));
}
