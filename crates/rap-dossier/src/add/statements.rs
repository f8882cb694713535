//! The rows of what was said: statements, their pieces, their themes.

use rap_doc::Span;
use rap_statement::{Speaker, Statement};
use rap_theme::Tag;
use rusqlite::{ToSql, params};

use super::Rows;
use crate::{Coding, Entry};

/// The number of the item for what belongs to a statement as a whole.
const WHOLE: i64 = -1;

impl Rows<'_> {
    pub(super) fn insert_statements(&self, entry: &Entry) -> rusqlite::Result<()> {
        let mut insert =
            self.prepare("INSERT INTO statement VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")?;
        for (ordinal, statement) in entry.record.statements.iter().enumerate() {
            let (speaker, actor) = match statement.speaker {
                Speaker::Actor(actor) => ("actor", Some(actor.0)),
                Speaker::Author => ("author", None),
                Speaker::Unknown => ("unknown", None),
            };
            let quote = statement.quote();
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
            ])?;
            self.insert_pieces(ordinal, statement)?;
        }
        Ok(())
    }

    fn insert_pieces(&self, index: usize, statement: &Statement) -> rusqlite::Result<()> {
        let roles: [(&dyn ToSql, &[Span]); 4] = [
            (&"content", &statement.content),
            (&"cue", &statement.cue),
            (&"mention", &statement.mention),
            (&"item", &statement.items),
        ];
        for (role, spans) in roles {
            let sql = "INSERT INTO piece (source, statement, role, ordinal, start, \"end\")
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            self.insert_spans(sql, &[&index, role], spans)?;
        }
        if !statement.together.is_empty() {
            let mut insert = self.prepare("INSERT INTO together VALUES (?1, ?2, ?3, ?4)")?;
            for (ordinal, actor) in statement.together.iter().enumerate() {
                insert.execute(params![self.source, index, ordinal, actor.0])?;
            }
        }
        if statement.relays.is_empty() {
            return Ok(());
        }
        let mut insert = self.prepare("INSERT INTO piece VALUES (?1, ?2, 'relay', ?3, ?4, ?5, ?6)")?;
        for (ordinal, relay) in statement.relays.iter().enumerate() {
            let (start, end) = (relay.mention.start(), relay.mention.end());
            insert.execute(params![self.source, index, ordinal, start, end, relay.actor.0])?;
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
        let mut insert = self.prepare("INSERT INTO tag VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
        for (ordinal, tag) in tags.iter().enumerate() {
            insert.execute(params![self.source, statement, item, ordinal, tag.theme, f64::from(tag.score)])?;
            let sql = "INSERT INTO tag_word VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            self.insert_spans(sql, &[&statement, &item, &ordinal], &tag.words)?;
        }
        Ok(())
    }
}
