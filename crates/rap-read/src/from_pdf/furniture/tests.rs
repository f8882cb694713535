//! What a page number looks like.

use super::is_page_number;

#[test]
fn page_numbers_are_told_from_words() {
    for number in ["3", "- 3 -", "iv", "Page 3", "Page 3 of 12", "3 / 12", "第3页", "第 3 页 共 12 页", "[12]"] {
        assert!(is_page_number(number), "{number}");
    }
    for words in ["3 members", "Page", "Article 3", "2024年", ""] {
        assert!(!is_page_number(words), "{words}");
    }
}
