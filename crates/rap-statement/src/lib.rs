//! Who said what: from a [`Doc`](rap_doc::Doc) to attributed statements.
//!
//! [`attribute`] is the stage. It takes a document and returns a [`Record`]: the [`Actor`]s that the paper names,
//! the [`Statement`]s that it reports of them, the sentences that tell how the law stands, and the [`Ledger`] that
//! accounts for every sentence. Before it stands `rap-read`, after it `rap-theme`.
//!
//! The way of a paragraph through this crate:
//!
//! 1. [`kind`](guess_kind): what sort of paper each part is, because in a submission the submitter speaks and in a
//!    record of a meeting nobody does unless named;
//! 2. `lang::en` or `lang::zh`: the mentions of people and bodies, and the attributions (source, cue, content) that
//!    the rules of the language find;
//! 3. `cast`: mentions become actors, aliases are joined, pronouns resolved;
//! 4. `voice`: content that goes on without a cue, the author's own words, the narrator's;
//! 5. `act`: demand, position, problem, fact, promise or question; stance; strength; the items of a list.
//!
//! Absent on purpose: themes, laws, storage, any model of language. Nothing here paraphrases; a statement is spans.

mod act;
mod actor;
mod announced;
mod asking;
mod cast;
mod found;
mod from_doc;
mod kind;
mod lang;
mod learn;
mod ledger;
mod names;
mod neighbours;
mod phrase;
mod progress;
mod public_bodies;
mod registry;
mod relay;
mod saying;
mod stance;
mod statement;
mod submitter;
mod voice;
mod weights;
mod word_list;

pub use act::{Judgement, judge_sentence};
pub use actor::{Actor, ActorId, ActorKind, BodyKind, NameUse, Office};
pub use from_doc::{AttributeOptions, Finders, Record, attribute};
pub use kind::{Part, SourceKind, guess_kind};
pub use learn::{Learned, Lesson, Marked, learn, learn_acts};
pub use ledger::{Account, Ledger, SetAside};
pub use names::{Name, NameKind, names};
pub use progress::{Progress, Step, tells_progress};
pub use registry::{RegisteredActor, Registry};
pub use statement::{Act, Finder, Relay, Speaker, Stance, Statement, Strength, Voice};
