use crate::{Submitter, SubmitterKind};

fn person(name: &str) -> Submitter {
    Submitter { kind: SubmitterKind::Person, names: vec![name.to_owned()], ..Submitter::default() }
}

#[track_caller]
fn check(text: &str, kind: SubmitterKind, line: &str) {
    let mut submitter = Submitter::default();
    submitter.read_letter(text);
    assert_eq!((submitter.kind, submitter.line().as_str()), (kind, line), "{text}");
}

#[test]
fn a_letter_says_for_whom_it_speaks() {
    use SubmitterKind::{Anonymous, OnBehalf};
    check("I am writing on behalf of the Lake Coast Growers, who own nine yards.", OnBehalf, "Lake Coast Growers");
    check("On behalf of Norvane Systems Inc. I ask for delay.", OnBehalf, "Norvane Systems Inc");
    check(
        "Submitted on behalf of Society for the Study of Boats and its members",
        OnBehalf,
        "Society for the Study of Boats",
    );
    check("我谨代表澜州港口协会提出以下意见：第三条过宽。", OnBehalf, "澜州港口协会");
    check("受澜州数据有限公司委托，现就草案提出意见。", OnBehalf, "澜州数据有限公司");
    check("I write on behalf of my children and everybody who swims.", Anonymous, "");
    check("On behalf of all of us: no.", Anonymous, "");
    check("作为人大代表，我认为第三条过宽。", Anonymous, "");
    check("我代表我自己发言。", Anonymous, "");
}

#[test]
fn who_wrote_for_a_body_is_its_representative() {
    let mut submitter = person("Ilse Varn");
    submitter.read_letter("On behalf of the Lake Coast Growers Association I ask you to wait.");
    assert_eq!(submitter.representative.as_deref(), Some("Ilse Varn"));
    assert_eq!(submitter.line(), "Lake Coast Growers Association");
    let mut stated = Submitter { organisation: Some("Norvane".to_owned()), ..person("Ilse Varn") };
    let before = stated.clone();
    stated.read_letter("On behalf of the Lake Coast Growers Association I ask you to wait.");
    assert_eq!(stated, before);
}

#[test]
fn those_who_signed_together_are_named() {
    use SubmitterKind::{Anonymous, Joint};
    check(
        "We ask you to wait.\n\nRespectfully,\nIlse Varn\nTomas van Okerel, Director\n12 Quay Street",
        Joint,
        "Ilse Varn, Tomas van Okerel",
    );
    check(
        "Please wait.\nSigned by: Ilse Varn; Tomas Okerel; Petra Kvist",
        Joint,
        "Ilse Varn, Tomas Okerel, Petra Kvist",
    );
    check("以上意见请予考虑。\n联名人：林知遥、陈牧野、周未央", Joint, "林知遥, 陈牧野, 周未央");
    check("I ask you to wait.\nSincerely,\nIlse Varn\nPort Sallow", Anonymous, "");
    check(
        "We ask you to wait.\nSincerely,\nIlse Varn\nManaging Director\nLake Coast Growers Association",
        Anonymous,
        "",
    );
    check("联名信已经寄出。", Anonymous, "");
}

#[test]
fn any_letter_is_read() {
    for text in ["", "on behalf of ", "on behalf of \u{131}\u{131}", "联名人：", "受", "Sincerely", "signed by:"] {
        let mut submitter = Submitter::default();
        submitter.read_letter(text);
        assert_eq!(submitter, Submitter::default(), "{text}");
    }
}
