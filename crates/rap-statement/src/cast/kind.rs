//! The kind of a body that its name does not tell, from the role of those who work for it.

use crate::BodyKind;

/// Roles that only companies have.
const COMPANY_ROLES: [&str; 22] = [
    "vice president",
    "ceo",
    "chief executive",
    "cto",
    "cfo",
    "coo",
    "general counsel",
    "legal affairs",
    "public affairs",
    "government affairs",
    "product",
    "sales",
    "general manager",
    "public policy",
    "founder",
    "compliance",
    "engineering",
    "副总裁",
    "总裁",
    "首席执行官",
    "法务",
    "总经理",
];

const UNIVERSITY_ROLES: [&str; 7] = ["professor", "lecturer", "dean", "教授", "讲师", "院长", "博士生"];

const INSTITUTE_ROLES: [&str; 4] = ["fellow", "researcher", "研究员", "scholar"];

/// Returns the kind of the body `name` for which somebody holds `role`, where the name itself gave `kind`.
pub(super) fn of_employer(kind: BodyKind, name: &str, role: &str) -> BodyKind {
    if kind != BodyKind::Other {
        return kind;
    }
    let role = role.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| stands_in(&role, word));
    if has(&COMPANY_ROLES) {
        BodyKind::Company
    } else if has(&UNIVERSITY_ROLES) {
        BodyKind::University
    } else if has(&INSTITUTE_ROLES) {
        BodyKind::ResearchInstitute
    } else if is_bare_name(name) && !role.is_empty() {
        // Public bodies say what they are; a name of one or two words that says nothing is a company's.
        BodyKind::Company
    } else {
        BodyKind::Other
    }
}

/// Tells a name of at most two words that is no acronym and has no word for a body.
fn is_bare_name(name: &str) -> bool {
    let acronym = name.chars().all(|c| c.is_ascii_uppercase() || c == '.');
    let headed =
        name.split(' ').any(|word| crate::lang::en::name_words::head_kind(&word.to_ascii_lowercase()).is_some());
    let place = name.starts_with(|c: char| c.is_ascii_uppercase());
    !acronym && !headed && place && name.split(' ').count() <= 2
}

/// Tells whether a word stands whole in a role; Chinese words have no borders.
fn stands_in(role: &str, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    role.match_indices(word).any(|(at, _)| {
        let before = role.get(..at).and_then(|before| before.chars().next_back());
        let after = role.get(at + word.len()..).and_then(|after| after.chars().next());
        !word.is_ascii() || !letter(before) && !letter(after)
    })
}
