//! Frames: what a cue word takes beside it, as bits of [`Token::frames`](super::token::Token).
//!
//! The lists `packs/lexicons/en/cue-*.txt` give each cue its frames by the names below.

macro_rules! frames {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $word:literal;)+) => {
        $($(#[$doc])* pub(crate) const $name: u32 = 1 << $bit;)+

        /// Returns the frames that a line of a list names; unknown names have no bits, and a test finds them.
        pub(crate) fn of_names(names: &str) -> u32 {
            names.split_whitespace().map(of_name).fold(0, |all, bits| all | bits)
        }

        pub(crate) fn of_name(name: &str) -> u32 {
            match name { $($word => $name,)+ _ => 0 }
        }
    };
}

frames! {
    /// The word is a verb with frames.
    VERB = 0, "verb";
    /// The word is a noun with frames.
    NOUN = 1, "noun-cue";
    /// The word is an adjective with frames.
    ADJECTIVE = 2, "adjective-cue";
    /// The noun is in the plural.
    PLURAL = 3, "plural";
    /// A clause, with or without `that`: `say (that) …`.
    THAT = 4, "that";
    /// A quotation, before or after: `say, "…"`, `"…," he laughs`.
    QUOTE = 5, "quote";
    /// A clause with a question word: `ask whether …`.
    WH = 6, "wh";
    /// An infinitive whose subject is the source: `want to …`.
    TO = 7, "to";
    /// A noun phrase and an infinitive: `urge X to …`.
    OBJECT_TO = 8, "object-to";
    /// A noun phrase that is the content: `reject the plan`.
    OBJECT = 9, "object";
    /// A noun phrase that is spoken to, before the content: `tell X (that) …`.
    ADDRESSEE = 10, "addressee";
    /// A form in -ing: `suggest increasing …`.
    GERUND = 11, "gerund";
    /// `for` and a noun phrase: `call for …`.
    FOR = 12, "for";
    /// `on` and a noun phrase: `insist on …`, `call on X to …`.
    ON = 13, "on";
    /// `about` and a noun phrase.
    ABOUT = 14, "about";
    /// `of` and a noun phrase: `warn of …`, `accuse X of …`.
    OF = 15, "of";
    /// `with` and a noun phrase: `agree with …`.
    WITH = 16, "with";
    /// `to` and a noun phrase: `object to …`, `point to …`.
    PREPOSITION_TO = 17, "to-noun";
    /// `at`, `against`, `in`, `into`, `over`, `from` and a noun phrase: `point at …`, `rail against …`, `believe in …`.
    OTHER_PREPOSITION = 18, "at-noun";
    /// `out`, `up`, `down`, `off`, `back`, `forward`: a particle belongs to the cue.
    PARTICLE = 19, "particle";
    /// A noun phrase and what it is said to be: `call X a Y`, `describe X as Y`.
    AS = 20, "as";
    /// The content is what is asked for: the cue itself is a demand.
    ASKS = 21, "asks";
    /// Papers and figures can be its subject: `the report shows`.
    SHOWS = 22, "shows";
    /// The cue is one only in company: a person as subject, a quotation, or `that`.
    WEAK = 23, "weak";
    /// Only the subject of what is said is given: `discuss …`.
    TOPIC = 24, "topic";
    /// A noun that names a paper or a body of figures: `report`, `poll`.
    PAPER = 25, "paper";
    /// A thing rather than a person is the one that says so: `it seems that`.
    SEEMS = 26, "seems";
}
