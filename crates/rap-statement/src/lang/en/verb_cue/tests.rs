use crate::lang::en::attribution::tests::check;

#[test]
fn clauses_after_the_cue() {
    check(&["[S Ada Lund, the mayor of Vale], [C has said] [Q that the plan is dead]."]);
    check(&["[S The two members from Norland] [C argued] [Q the rules would hurt farmers]."]);
    check(&["On Monday [S she] [C told] the board [Q that the mill would close]."]);
    check(&["[S Most shops] [C did not say] [Q whether they would comply]."]);
}

#[test]
fn quotations_around_the_cue() {
    check(&["[S He] [C replied]: [Q “Nobody asked us about any of it.”]"]);
    check(&["[Q “Nobody asked us,”] [C said] [S Per Holm, a farmer]."]);
    check(&["[Q “Nobody asked us,”] [S he] [C said], [Q “and nobody will.”]"]);
}

#[test]
fn the_cue_inside_or_behind_the_content() {
    check(&["[Q The mill], [S she] [C said], [Q will close in June]."]);
    check(&["[Q The mill will close in June], [S officials] [C said]."]);
    check(&["As [S the mayor] [C noted], [Q the mill will close in June]."]);
}

#[test]
fn wishes_and_demands() {
    check(&["[S Farmers] [C want] [Q to keep the mill]."]);
    check(&["[S The union] [C urged] [Q the council to act at once]."]);
    check(&["[S She] [C called for] [Q a new vote]."]);
    check(&["[S He] [C suggested] [Q lowering the fee]."]);
}

#[test]
fn objects_of_praise_and_blame() {
    check(&["[S The union] [C criticized] [Q the new fee]."]);
    check(&["[S Lund] [C accused] [Q him of hiding the figures]."]);
}

#[test]
fn passives() {
    check(&["It [C was suggested] [Q that the fee be lowered]."]);
    check(&["[Q The fee] [C was criticized] by [S two unions]."]);
}

#[test]
fn lists_stay_together() {
    check(&["[S Lund] [C suggested] [Q that the board should look ahead, clarify its aims, and avoid haste]."]);
    check(&["[S Holm] [C suggested] [Q founding a fund for mills; and lowering the fee]."]);
    check(&["Lund gave a talk titled “Mills of the Future”, naming three flaws."]);
}

#[test]
fn asides_and_relative_clauses() {
    check(&["[S Lund] [C said] on Monday [Q that the mill is old]."]);
    check(&["The mill, [Q which] [S officials] [C say] [Q will close], is old."]);
    check(&["When [S she] [C said] [Q that the mill would close], nobody left."]);
    check(&["[S People briefed on the plan] [C say] [Q it will fail]."]);
    check(&["[Q “Is the mill safe?”] [S Lund] [C asked]."]);
}

#[test]
fn relays_stay_and_wishes_within_reports_do_not() {
    check(&[
        "[S Lund] [C said] [Q that Holm argued that the mill is safe].",
        "Lund said that [S Holm] [C argued] [Q that the mill is safe].",
    ]);
    check(&["[S Lund] [C said] [Q she wanted to keep the mill]."]);
}

#[test]
fn papers_and_polls_can_be_sources() {
    check(&["[S A survey conducted by Holm in Monday’s market] [C showed] [Q that prices fell]."]);
    check(&["[S New figures released Friday] [C showed] [Q Vale taking the lead]."]);
    check(&["[S Multiple reports] [C reveal] [Q that the mill is unsafe]."]);
}

#[test]
fn an_inverted_cue_closes_the_sentence() {
    check(&["[Q The fee is high, even for a town of mills], [C said] [S Per Holm, a farmer]."]);
}
