use super::Rarity;
use crate::words::mixed;

#[test]
fn a_count_is_never_too_low_and_stops_at_its_most() {
    let rarity = Rarity::for_bytes(0);
    let shingles: Vec<u64> = (0..1000).map(mixed).collect();
    for round in 1..=300_u32 {
        rarity.count(&shingles);
        let low = shingles.iter().filter(|shingle| u32::from(rarity.of(**shingle)) < round.min(255)).count();
        assert_eq!(low, 0);
    }
    assert_eq!(rarity.of(shingles[0]), 255);
}
