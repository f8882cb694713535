//! Where a gathering was: the name of a place behind "in", or between 在 and the verb.

use rap_doc::Language;

/// Returns the place of a gathering: the name behind "in", or before 召开.
pub(super) fn place_of(sentence: &str, language: Language) -> String {
    if language == Language::Chinese {
        let Some((_, rest)) = sentence.split_once('在') else { return String::new() };
        let end = ["召开", "举行", "举办", "成功", "顺利", "开幕"].iter().filter_map(|verb| rest.find(verb)).min();
        let place = end.and_then(|end| rest.get(..end)).unwrap_or_default();
        return if (1..=12).contains(&place.chars().count()) && !place.contains(['，', '、']) {
            place.to_owned()
        } else {
            String::new()
        };
    }
    // The name of the meeting is no place.
    let mut quoted = false;
    let bare: String = sentence
        .chars()
        .map(|c| {
            quoted = match c {
                '"' => !quoted,
                '“' => true,
                '”' => false,
                _ => quoted,
            };
            if quoted && c.is_ascii() { '_' } else { c }
        })
        .collect();
    // "In Lakeside the Council met": a name of a body or of a part of a text is no place.
    const NO_PLACE: [&str; 14] = [
        "Parliament",
        "Congress",
        "Council",
        "Commission",
        "Committee",
        "Senate",
        "House",
        "Cabinet",
        "Article",
        "Section",
        "Chapter",
        "Part",
        "Annex",
        "Recital",
    ];
    if let Some(place) = bare.strip_prefix("In ").and_then(place_at)
        && !NO_PLACE.iter().any(|word| place.split(' ').any(|part| part == *word))
    {
        return place;
    }
    bare.match_indices(" in ").find_map(|(at, _)| place_at(bare.get(at + 4..)?)).unwrap_or_default()
}

/// Returns the name of a place at the start of these words: up to three words with capitals, no month, no field.
fn place_at(rest: &str) -> Option<String> {
    let mut place = String::new();
    for word in rest.split(' ').take(3) {
        let plain = word.trim_end_matches([',', '.', ';', ')']);
        let named = plain.starts_with(char::is_uppercase)
            && plain.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
        if !named || rap_doc::month_of(plain).is_some() || matches!(plain, "AI" | "Chinese" | "English") {
            break;
        }
        if !place.is_empty() {
            place.push(' ');
        }
        place.push_str(plain);
        if plain.len() != word.len() {
            break;
        }
    }
    (!place.is_empty()).then_some(place)
}
