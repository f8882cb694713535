//! The rows of what was said: statements with their places, and their themes.

use rap_statement::{ActorId, Speaker};
use rap_theme::Tag;
use rusqlite::params;

use super::Rows;
use crate::places::{flat, numbers, places};
use crate::{Coding, Entry};

/// The number of the item for what belongs to a statement as a whole.
const WHOLE: i64 = -1;

impl Rows<'_> {
    pub(super) fn insert_statements(&self, entry: &Entry) -> rusqlite::Result<()> {
        let mut insert = self.prepare(
            "INSERT INTO statement VALUES
             (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
        )?;
        for (ordinal, statement) in entry.record.statements.iter().enumerate() {
            let (speaker, actor) = match statement.speaker {
                Speaker::Actor(ActorId(actor)) => ("actor", Some(actor)),
                Speaker::Author => ("author", None),
                Speaker::Unknown => ("unknown", None),
            };
            let quote = statement.quote();
            let content = if statement.content.len() == 1 { None } else { places(&statement.content) };
            let relay =
                |relay: &rap_statement::Relay| [relay.mention.start(), relay.mention.end(), relay.actor.0 as usize];
            insert.execute(params![
                self.source,
                ordinal,
                statement.block,
                speaker,
                actor,
                statement.voice.name(),
                statement.act.name(),
                statement.stance.name(),
                statement.strength.name(),
                quote.start(),
                quote.end(),
                quote.of(entry.doc.text()),
                content,
                places(&statement.cue),
                places(&statement.mention),
                places(&statement.items),
                numbers(statement.relays.iter().map(relay)),
                flat(statement.together.iter().map(|actor| actor.0)),
                statement.finder.name(),
            ])?;
        }
        Ok(())
    }

    pub(super) fn insert_codings(&self, entry: &Entry) -> rusqlite::Result<()> {
        for (statement, Coding { tags, items }) in entry.codings.iter().enumerate() {
            self.insert_tags(statement, WHOLE, tags)?;
            for (item, tags) in (0..).zip(items) {
                self.insert_tags(statement, item, tags)?;
            }
        }
        Ok(())
    }

    fn insert_tags(&self, statement: usize, item: i64, tags: &[Tag]) -> rusqlite::Result<()> {
        if tags.is_empty() {
            return Ok(());
        }
        let mut insert = self.prepare("INSERT INTO tag VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        for (ordinal, tag) in tags.iter().enumerate() {
            let (score, words) = (f64::from(tag.score), places(&tag.words));
            insert.execute(params![self.source, statement, item, ordinal, tag.theme, score, words])?;
        }
        Ok(())
    }
}
