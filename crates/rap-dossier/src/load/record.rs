//! The record of a paper, from its rows: parts, people, statements, themes, ledger.

use rap_doc::Span;
use rap_statement::{
    Account, Act, Actor, ActorId, ActorKind, BodyKind, Ledger, NameUse, Office, Part, Record, Relay, SetAside,
    SourceKind, Speaker, Stance, Statement, Strength, Voice,
};
use rap_theme::Tag;
use rusqlite::{Connection, Row};

use super::rows;
use crate::Coding;
use crate::words::{known, odd, span};

pub(super) fn read_record(connection: &Connection, source: i64) -> rusqlite::Result<Record> {
    Ok(Record {
        parts: rows(connection, "SELECT first_block, end_block, kind, reason FROM part", source, |row| {
            let blocks = row.get(0)?..row.get(1)?;
            Ok(Part { blocks, kind: known(row, 2, SourceKind::from_name)?, reason: row.get(3)? })
        })?,
        actors: read_actors(connection, source)?,
        statements: read_statements(connection, source)?,
        progress: rows(connection, "SELECT start, \"end\" FROM progress", source, |row| span(row, 0))?,
        ledger: read_ledger(connection, source)?,
    })
}

fn read_ledger(connection: &Connection, source: i64) -> rusqlite::Result<Ledger> {
    let accounts = rows(connection, "SELECT account, reason FROM sentence", source, |row| {
        Ok(match row.get_ref(0)?.as_str_or_null()? {
            None => None,
            Some("coded") => Some(Account::Coded),
            Some("set-aside") => Some(Account::SetAside(known(row, 1, SetAside::from_name)?)),
            Some(_) => Some(Account::Unread),
        })
    })?;
    // A ledger that ends too early is kept as it is; `check` tells.
    Ok(Ledger { accounts: accounts.into_iter().map_while(|account| account).collect() })
}

fn read_actors(connection: &Connection, source: i64) -> rusqlite::Result<Vec<Actor>> {
    let mut actors = rows(connection, "SELECT name, kind FROM actor", source, |row| {
        let (names, offices, presence) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Actor { name: row.get(0)?, kind: known(row, 1, actor_kind)?, names, offices, presence })
    })?;
    each(connection, source, "SELECT actor, name FROM actor_name WHERE source = ?1 ORDER BY actor, ordinal", |row| {
        let actor = child(&mut actors, row, 0)?;
        actor.names.push(NameUse { name: row.get(1)?, spans: Vec::new() });
        Ok(())
    })?;
    each(
        connection,
        source,
        "SELECT actor, name, start, \"end\" FROM name_use WHERE source = ?1 ORDER BY actor, name, ordinal",
        |row| {
            let name = child(&mut child(&mut actors, row, 0)?.names, row, 1)?;
            name.spans.push(span(row, 2)?);
            Ok(())
        },
    )?;
    each(
        connection,
        source,
        "SELECT actor, role, organisation, start, \"end\" FROM office WHERE source = ?1 ORDER BY actor, ordinal",
        |row| {
            let organisation = row.get::<_, Option<u32>>(2)?.map(ActorId);
            let office = Office { role: row.get(1)?, organisation, span: span(row, 3)? };
            child(&mut actors, row, 0)?.offices.push(office);
            Ok(())
        },
    )?;
    each(
        connection,
        source,
        "SELECT actor, start, \"end\" FROM presence WHERE source = ?1 ORDER BY actor, ordinal",
        |row| {
            child(&mut actors, row, 0)?.presence.push(span(row, 1)?);
            Ok(())
        },
    )?;
    Ok(actors)
}

fn actor_kind(word: &str) -> Option<ActorKind> {
    match word {
        "person" => Some(ActorKind::Person),
        "group" => Some(ActorKind::Group),
        "unnamed" => Some(ActorKind::Unnamed),
        _ => BodyKind::from_name(word).map(ActorKind::Body),
    }
}

fn read_statements(connection: &Connection, source: i64) -> rusqlite::Result<Vec<Statement>> {
    let select = "SELECT block, speaker, actor, voice, act, stance, strength FROM statement";
    let mut statements = rows(connection, select, source, read_statement)?;
    each(
        connection,
        source,
        "SELECT statement, role, start, \"end\", actor FROM piece WHERE source = ?1 ORDER BY statement, role, ordinal",
        |row| {
            let place: Span = span(row, 2)?;
            let statement = child(&mut statements, row, 0)?;
            match row.get_ref(1)?.as_str()? {
                "content" => statement.content.push(place),
                "cue" => statement.cue.push(place),
                "mention" => statement.mention.push(place),
                "item" => statement.items.push(place),
                _ => statement.relays.push(Relay { actor: ActorId(row.get(4)?), mention: place }),
            }
            Ok(())
        },
    )?;
    let together = "SELECT statement, actor FROM together WHERE source = ?1 ORDER BY statement, ordinal";
    each(connection, source, together, |row| {
        child(&mut statements, row, 0)?.together.push(ActorId(row.get(1)?));
        Ok(())
    })?;
    Ok(statements)
}

fn read_statement(row: &Row<'_>) -> rusqlite::Result<Statement> {
    Ok(Statement {
        block: row.get(0)?,
        content: Vec::new(),
        cue: Vec::new(),
        speaker: match row.get::<_, Option<u32>>(2)? {
            Some(actor) => Speaker::Actor(ActorId(actor)),
            None if row.get_ref(1)?.as_str()? == "author" => Speaker::Author,
            None => Speaker::Unknown,
        },
        together: Vec::new(),
        mention: Vec::new(),
        relays: Vec::new(),
        voice: known(row, 3, Voice::from_name)?,
        act: known(row, 4, Act::from_name)?,
        stance: known(row, 5, Stance::from_name)?,
        strength: known(row, 6, Strength::from_name)?,
        items: Vec::new(),
    })
}

/// Returns the themes of the statements; there is one coding for each of them.
pub(super) fn read_codings(
    connection: &Connection,
    source: i64,
    statements: &[Statement],
) -> rusqlite::Result<Vec<Coding>> {
    let empty = |statement: &Statement| Coding { tags: Vec::new(), items: vec![Vec::new(); statement.items.len()] };
    let mut codings: Vec<Coding> = statements.iter().map(empty).collect();
    each(
        connection,
        source,
        "SELECT statement, item, theme, score FROM tag WHERE source = ?1 ORDER BY statement, item, ordinal",
        |row| {
            #[expect(clippy::cast_possible_truncation, reason = "the score was an f32 when it was stored")]
            let score = row.get::<_, f64>(3)? as f32;
            let tag = Tag { theme: row.get(2)?, score, words: Vec::new() };
            tags(&mut codings, row)?.push(tag);
            Ok(())
        },
    )?;
    each(
        connection,
        source,
        "SELECT statement, item, tag, start, \"end\" FROM tag_word WHERE source = ?1 ORDER BY statement, item, tag, ordinal",
        |row| {
            child(tags(&mut codings, row)?, row, 2)?.words.push(span(row, 3)?);
            Ok(())
        },
    )?;
    Ok(codings)
}

/// Returns the tags of the statement in column 0 and of its item in column 1.
fn tags<'c>(codings: &'c mut [Coding], row: &Row<'_>) -> rusqlite::Result<&'c mut Vec<Tag>> {
    let coding = child(codings, row, 0)?;
    if row.get::<_, i64>(1)? < 0 { Ok(&mut coding.tags) } else { child(&mut coding.items, row, 1) }
}

/// Does `act` with every row that a query finds for one source.
fn each(
    connection: &Connection,
    source: i64,
    sql: &str,
    mut act: impl FnMut(&Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([source])?;
    while let Some(row) = rows.next()? {
        act(row)?;
    }
    Ok(())
}

/// Returns the parent of a row, by the number in one of its columns.
fn child<'p, T>(parents: &'p mut [T], row: &Row<'_>, column: usize) -> rusqlite::Result<&'p mut T> {
    let index: usize = row.get(column)?;
    parents.get_mut(index).ok_or_else(|| odd(column, format!("row {index} is not there")))
}
