use crate::lang::en::attribution::tests::check;

#[test]
fn before_and_behind_the_content() {
    check(&["[C According to] [S the water board], [Q the mill is safe]."]);
    check(&["[Q The mill is safe], [C according to] [S the water board]."]);
}
