use proptest::prelude::*;

use super::{PieceKind, redline};

/// Prints a redline: `[-gone-]`, `{+come+}`, `~printed otherwise~`.
fn print(old: &str, new: &str) -> String {
    let mut out = String::new();
    for piece in redline(old, new).pieces {
        match piece.kind {
            PieceKind::Same => out.push_str(piece.new.of(new)),
            PieceKind::Variant => out.push_str(&format!("~{}~", piece.new.of(new))),
            PieceKind::Deleted => out.push_str(&format!("[-{}-]", piece.old.of(old))),
            PieceKind::Inserted => out.push_str(&format!("{{+{}+}}", piece.new.of(new))),
        }
    }
    out
}

#[test]
fn words_of_english_and_characters_of_chinese_are_told_apart() {
    insta::assert_snapshot!(
        print("The keeper shall report within ten days.", "The keeper shall inform the office within ten days."),
        @"The keeper shall [-report -]{+inform the office +}within ten days."
    );
    insta::assert_snapshot!(
        print("运营者应当在十日内报告。", "运营者应当在三十日内向主管部门报告。"),
        @"运营者应当在{+三+}十日内{+向主管部门+}报告。"
    );
}

#[test]
fn print_is_no_amendment_and_is_counted() {
    let line = redline("“平台”：运营者，应当 备案", "「平臺」︰运营者,应当备案");
    assert!(!line.is_amended());
    assert_eq!((line.variants, line.similarity), (5, 1.0));
}

#[test]
fn a_word_that_stays_by_chance_is_no_island() {
    insta::assert_snapshot!(
        print("one two three the four five six end", "seven eight nine the ten eleven twelve end"),
        @"[-one two three the four five six -]{+seven eight nine the ten eleven twelve +}end"
    );
}

#[test]
fn long_texts_without_a_common_word_take_no_square_of_time() {
    let old = "alpha ".repeat(200_000);
    let new = "omega ".repeat(200_000);
    assert_eq!(redline(&old, &new).pieces.len(), 2);
}

proptest! {
    #[test]
    fn the_pieces_give_both_texts(old in "[ab臺台 ,，。\n]{0,60}", new in "[ab臺台 ,，。\n]{0,60}") {
        let line = redline(&old, &new);
        let (mut before, mut after) = (String::new(), String::new());
        for piece in &line.pieces {
            before.push_str(piece.old.of(&old));
            after.push_str(piece.new.of(&new));
        }
        prop_assert_eq!(before, old);
        prop_assert_eq!(after, new);
        prop_assert!((0.0..=1.0).contains(&line.similarity));
    }

    #[test]
    fn a_text_is_like_itself(text in "\\PC{0,80}") {
        let line = redline(&text, &text);
        prop_assert!(!line.is_amended());
        prop_assert_eq!(line.variants, 0);
    }

    #[test]
    fn any_two_texts_are_compared(old in "\\PC{0,80}", new in "\\PC{0,80}") {
        let line = redline(&old, &new);
        let after: String = line.pieces.iter().map(|piece| piece.new.of(&new)).collect();
        prop_assert_eq!(after, new);
    }
}
