use super::docket;

#[test]
fn the_same_seed_gives_the_same_table_of_the_stated_mix() {
    let table = |seed| {
        let mut bytes = Vec::new();
        docket(4000, seed, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    };
    let first = table(7);
    assert_eq!(first, table(7));
    assert_ne!(first, table(8));
    assert_eq!(first.lines().filter(|line| line.starts_with("C-")).count(), 4000);
    let own = first.lines().filter(|line| line.split(',').nth(1) == Some("-")).count();
    assert!((1250..1550).contains(&own), "{own}");
}
