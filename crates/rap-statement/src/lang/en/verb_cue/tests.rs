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
