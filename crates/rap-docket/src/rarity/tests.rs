use super::Rarity;

fn hashed(number: u32) -> u32 {
    number.wrapping_mul(0x9E37_79B1)
}

#[test]
fn a_count_is_never_too_low_and_seldom_too_high() {
    let all: Vec<u32> = (0..40_000).map(hashed).collect();
    let some: Vec<u32> = (0..10_000).map(hashed).collect();
    let rarity = Rarity::of(&[all.clone(), some.clone(), some.clone()]);
    assert!(some.iter().all(|shingle| rarity.of_shingle(*shingle) >= 3));
    let higher = all.iter().skip(10_000).filter(|shingle| rarity.of_shingle(**shingle) > 1).count();
    assert!(higher < 9_000, "{higher} of 30,000 look repeated");
}

#[test]
fn a_count_stops_at_its_most() {
    let blocks = vec![vec![hashed(7)]; 300];
    assert_eq!(Rarity::of(&blocks).of_shingle(hashed(7)), 255);
    assert_eq!(Rarity::of(&[]).of_shingle(hashed(7)), 0);
}
