use super::{Tongue, prose};

#[test]
fn the_same_seed_gives_the_same_text_and_another_seed_another() {
    for tongue in [Tongue::English, Tongue::Chinese] {
        let text = prose(tongue, 10_000, 7);
        assert_eq!(text, prose(tongue, 10_000, 7));
        assert_ne!(text, prose(tongue, 10_000, 8));
        assert!(text.len() >= 10_000 && text.len() < 12_000);
        assert!(!text.contains(['{', '}']), "every part is filled in");
    }
}
