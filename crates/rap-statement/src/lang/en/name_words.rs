//! The words that names, offices and bodies are made of: lists under `packs/lexicons/en`, as classes of the lexicon.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::class;
use super::inflect::plural;
use crate::BodyKind;

const LISTS: [(u64, &str); 11] = [
    (class::GIVEN_NAME, include_str!("../../../../../packs/lexicons/en/given-names.txt")),
    (class::FEMALE | class::GIVEN_NAME, include_str!("../../../../../packs/lexicons/en/female-names.txt")),
    (class::PINYIN_SURNAME, include_str!("../../../../../packs/lexicons/en/pinyin-surnames.txt")),
    (class::ROLE, include_str!("../../../../../packs/lexicons/en/roles.txt")),
    (class::ROLE_MODIFIER, include_str!("../../../../../packs/lexicons/en/role-modifiers.txt")),
    (class::GROUP, include_str!("../../../../../packs/lexicons/en/groups.txt")),
    (class::GATHERING, include_str!("../../../../../packs/lexicons/en/gathering.txt")),
    (class::NATION, include_str!("../../../../../packs/lexicons/en/nationalities.txt")),
    (class::FIELD, include_str!("../../../../../packs/lexicons/en/field-words.txt")),
    (class::TITLE, include_str!("../../../../../packs/lexicons/en/titles.txt")),
    (class::BODY_HEAD, BODY_HEADS),
];

const BODY_HEADS: &str = include_str!("../../../../../packs/lexicons/en/body-heads.txt");

/// Calls `mark` with every word of the lists and its classes, plurals of roles included.
pub(super) fn each(mut mark: impl FnMut(&str, u64)) {
    for (classes, list) in LISTS {
        for line in list.lines().map(|line| line.split('#').next().unwrap_or_default()) {
            let words = line.split_whitespace();
            // A line of the heads is a word and its kind.
            let words = words.take(if classes == class::BODY_HEAD { 1 } else { usize::MAX });
            for word in words {
                mark(word, classes);
                if classes == class::ROLE {
                    mark(&plural_of_role(word), class::ROLE | class::ROLE_PLURAL);
                }
            }
        }
    }
}

fn plural_of_role(role: &str) -> String {
    match (role.strip_suffix("man"), role.split_once('-')) {
        (Some(stem), _) => format!("{stem}men"),
        (None, Some((first, "in-chief"))) => format!("{}-in-chief", plural(first)),
        _ => plural(role),
    }
}

/// Returns the kind of body that a word in lower case makes of a name.
pub(crate) fn head_kind(head: &str) -> Option<BodyKind> {
    static HEADS: LazyLock<FxHashMap<&'static str, BodyKind>> = LazyLock::new(|| {
        let rows = BODY_HEADS.lines().filter_map(|line| line.split_once(' '));
        rows.filter_map(|(word, kind)| Some((word, BodyKind::from_name(kind.trim())?))).collect()
    });
    HEADS.get(head).copied()
}
