use crate::lang::en::attribution::tests::check;

#[test]
fn nouns_with_their_holder() {
    check(&["[S Lund’s] [C claim] [Q that the mill is safe] was tested."]);
    check(&["Few share [S his] [C belief] [Q that the mill is safe]."]);
}

#[test]
fn adjectives_of_holding_a_view() {
    check(&["[S She] [C is confident] [Q that the vote will pass]."]);
    check(&["[S Farmers] [C are worried about] [Q the new fee]."]);
}

#[test]
fn nouns_behind_a_verb_belong_to_its_cue() {
    check(&["[S She] [C expressed hope] [Q that the fee would fall, help farmers, and save the mill]."]);
    check(&["[S She] [C expressed hope for] [Q a new vote]."]);
}

#[test]
fn nobody_is_named_where_it_is_the_subject() {
    check(&["It [C is unclear] [Q whether the mill will close]."]);
}
