//! The classes of English words: what the lexicon knows of a word, as bits of [`Token::classes`](super::token::Token).
//!
//! Bits 0 to 39 are grammar, for every rule; 40 to 51 belong to the rules of people, offices and bodies, 52 to 63 to
//! the rules of acts. A word has the bits of all its readings: `plans` is a noun and a verb.

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $word:literal;)+) => {
        $($(#[$doc])* pub(crate) const $name: u64 = 1 << $bit;)+

        /// Returns the class that a word list calls by this word; no bits for a word that names none.
        pub(crate) fn of_name(word: &str) -> u64 {
            match word { $($word => $name,)+ _ => 0 }
        }
    };
}

classes! {
    /// `the`, `every`, `his`.
    DETERMINER = 0, "determiner";
    /// Any word that stands for a noun phrase: `she`, `those`, `everyone`.
    PRONOUN = 1, "pronoun";
    /// A pronoun that can be a subject: `she`, `it`.
    NOMINATIVE = 2, "nominative";
    /// A pronoun that can be an object: `her`, `it`.
    OBJECTIVE = 3, "objective";
    /// `his`, `'s`.
    POSSESSIVE = 4, "possessive";
    /// `of`, `to`.
    PREPOSITION = 5, "preposition";
    /// `to`.
    INFINITIVE = 6, "infinitive";
    /// `and`, `but`.
    COORDINATOR = 7, "coordinator";
    /// `because`, `while`.
    SUBORDINATOR = 8, "subordinator";
    /// `that`, `whether`, `if`.
    COMPLEMENTIZER = 9, "complementizer";
    /// `who`, `which`, `that`.
    RELATIVE = 10, "relative";
    /// `what`, `how`, `who`.
    WH = 11, "wh";
    /// A form of `be`.
    BE = 12, "be";
    /// A form of `have`.
    HAS = 13, "has";
    /// A form of `do`.
    DOES = 14, "does";
    /// A form of `be`, `have` or `do`.
    AUXILIARY = 15, "auxiliary";
    /// `will`, `should`.
    MODAL = 16, "modal";
    /// `not`, `never`, `no`.
    NEGATION = 17, "negation";
    /// `also`, `strongly`.
    ADVERB = 18, "adverb";
    /// `good`, `national`.
    ADJECTIVE = 19, "adjective";
    /// A word that can be a noun.
    NOUN = 20, "noun";
    /// `Monday`, `year`.
    TIME = 21, "time";
    /// `two`, `million`.
    NUMBER = 22, "number";
    /// A short form that is written with a full stop: `Mr.`, `Inc.`
    ABBREVIATION = 23, "abbreviation";
    /// A form of address before a name: `Dr`, `Sen`.
    TITLE = 24, "title";
    /// The base form of a verb: `argue`.
    BASE = 25, "base";
    /// The third person of the present: `argues`.
    PRESENT = 26, "present";
    /// The past: `argued`.
    PAST = 27, "past";
    /// The past participle: `argued`, `spoken`.
    PARTICIPLE = 28, "participle";
    /// The form in -ing.
    GERUND = 29, "gerund";
    /// Known to the lexicon, not guessed from its ending.
    LISTED = 30, "listed";
    /// `there`: stands where a subject does.
    EXPLETIVE = 31, "expletive";
    /// `according`
    ACCORDING = 32, "according";
    /// A given name: `anna`.
    GIVEN_NAME = 40, "given-name";
    /// A Chinese surname in pinyin: `zhang`.
    PINYIN_SURNAME = 41, "pinyin-surname";
    /// A word that makes a name that of a body: `ministry`, `institute`.
    BODY_HEAD = 42, "body-head";
    /// The head of a role: `director`, also in the plural.
    ROLE = 43, "role";
    /// A word before the head of a role: `deputy`.
    ROLE_MODIFIER = 44, "role-modifier";
    /// People who speak together: `experts`.
    GROUP = 45, "group";
    /// A land or its adjective: `german`.
    NATION = 46, "nation";
    /// People or bodies whose names follow: `representatives`, `companies`.
    GATHERING = 47, "gathering";
    /// A field of work: `affairs`, `technology`.
    FIELD = 48, "field";
    /// A given name that women bear.
    FEMALE = 49, "female";
    /// The head of a role in the plural: `directors`.
    ROLE_PLURAL = 50, "role-plural";
}

/// Any form of a verb that is not an auxiliary or modal.
pub(crate) const VERB: u64 = BASE | PRESENT | PAST | PARTICIPLE | GERUND;
