//! Frames: what a cue word takes beside it, as bits of [`Token::frames`](super::token::Token) for its readings as a
//! verb and of [`Token::noun_frames`](super::token::Token) for those as a noun or adjective, which need the lower 16.
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
    /// A clause, with or without `that`: `say (that) …`.
    THAT = 0, "that";
    /// A clause with a question word: `ask whether …`.
    WH = 1, "wh";
    /// An infinitive whose subject is the source: `want to …`.
    TO = 2, "to";
    /// `for` and a noun phrase: `call for …`.
    FOR = 3, "for";
    /// `on` and a noun phrase: `insist on …`, `call on X to …`.
    ON = 4, "on";
    /// `about` and a noun phrase.
    ABOUT = 5, "about";
    /// `of` and a noun phrase: `warn of …`, `accuse X of …`.
    OF = 6, "of";
    /// `with` and a noun phrase: `agree with …`.
    WITH = 7, "with";
    /// `to` and a noun phrase: `object to …`, `point to …`.
    PREPOSITION_TO = 8, "to-noun";
    /// `at`, `in`, `into`, `over`, `from` and a noun phrase: `point at …`, `rail against …`, `believe in …`.
    OTHER_PREPOSITION = 9, "at-noun";
    /// The content is what is asked for: the cue itself is a demand.
    ASKS = 10, "asks";
    /// The cue is one only in company: a person as subject, a quotation, or `that`.
    WEAK = 11, "weak";
    /// A noun that names a paper or a body of figures: `report`, `poll`.
    PAPER = 12, "paper";
    /// A thing rather than a person is the one that says so: `it is unclear whether`.
    SEEMS = 13, "seems";
    /// `against` and a noun phrase: `vote against …`.
    AGAINST = 14, "against";
    /// A quotation, before or after: `say, "…"`, `"…," he laughs`.
    QUOTE = 16, "quote";
    /// A noun phrase and an infinitive: `urge X to …`.
    OBJECT_TO = 17, "object-to";
    /// A noun phrase that is the content: `reject the plan`.
    OBJECT = 18, "object";
    /// A noun phrase that is spoken to, before the content: `tell X (that) …`.
    ADDRESSEE = 19, "addressee";
    /// A form in -ing: `suggest increasing …`.
    GERUND = 20, "gerund";
    /// `out`, `up`, `down`, `off`, `back`, `forward`: a particle belongs to the cue.
    PARTICLE = 21, "particle";
    /// A noun phrase and what it is said to be: `call X a Y`, `describe X as Y`.
    AS = 22, "as";
    /// Papers and figures can be its subject: `the report shows`.
    SHOWS = 23, "shows";
    /// Only the subject of what is said is given: `discuss …`.
    TOPIC = 24, "topic";
    /// The word is a verb with frames.
    VERB = 25, "verb";
}

/// Returns the frame that a preposition needs.
pub(crate) fn preposition_frame(word: &str) -> u32 {
    match word {
        "for" => FOR,
        "on" | "upon" => ON,
        "about" | "regarding" | "concerning" => ABOUT,
        "of" => OF,
        "with" => WITH,
        "to" => PREPOSITION_TO,
        "at" | "in" | "into" | "over" | "from" => OTHER_PREPOSITION,
        "against" => AGAINST,
        "as" => AS,
        _ => 0,
    }
}
