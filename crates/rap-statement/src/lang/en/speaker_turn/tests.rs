use crate::lang::en::attribution::tests::check;

#[test]
fn a_name_and_a_colon() {
    check(&["[S Ada Lund][C :] [Q The draft is too wide for us]."]);
    check(&["There are three rules: be brief, be kind, be early."]);
}

#[test]
fn a_report_behind_the_name_holds_the_words() {
    check(&["Ada Lund, Mayor of Vale: In her speech, [S she] [C pointed out] [Q that the mill is old]."]);
}
