use super::*;

fn check(verb: &str, expected: &str) {
    let forms = regular_forms(verb);
    assert_eq!(format!("{} {} {}", forms.present, forms.past, forms.gerund), expected);
}

#[test]
fn regular_verbs() {
    check("argue", "argues argued arguing");
    check("deny", "denies denied denying");
    check("plan", "plans planned planning");
    check("admit", "admits admitted admitting");
    check("offer", "offers offered offering");
    check("agree", "agrees agreed agreeing");
    check("express", "expresses expressed expressing");
    check("lie", "lies lied lying");
    check("vow", "vows vowed vowing");
    check("quip", "quips quipped quipping");
    check("say", "says sayed saying");
}
