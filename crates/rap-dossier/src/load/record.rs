//! The record of a paper, from its rows: parts, people, statements, themes, ledger.

use rap_doc::Span;
use rap_statement::{
    Account, Act, Actor, ActorId, ActorKind, BodyKind, Finder, Ledger, NameUse, Office, Part, Record, Relay, SetAside,
    SourceKind, Speaker, Stance, Statement, Strength, Voice,
};
use rap_theme::Tag;
use rusqlite::{Connection, Row};

use super::rows;
use crate::Coding;
use crate::places::{read_numbers, read_places};
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
    each(
        connection,
        source,
        "SELECT actor, name, uses FROM actor_name WHERE source = ?1 ORDER BY actor, ordinal",
        |row| {
            let name = NameUse { name: row.get(1)?, spans: read_places(row, 2)? };
            child(&mut actors, row, 0)?.names.push(name);
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
    let select = "SELECT block, speaker, actor, voice, act, stance, strength, start, \"end\", content, cue, mention,
                         items, relays, together, finder FROM statement";
    rows(connection, select, source, |row| {
        let content = read_places(row, 9)?;
        let relays = read_numbers(row, 13)?.into_iter();
        Ok(Statement {
            block: row.get(0)?,
            content: if content.is_empty() { vec![span(row, 7)?] } else { content },
            cue: read_places(row, 10)?,
            speaker: match row.get::<_, Option<u32>>(2)? {
                Some(actor) => Speaker::Actor(ActorId(actor)),
                None if row.get_ref(1)?.as_str()? == "author" => Speaker::Author,
                None => Speaker::Unknown,
            },
            together: read_numbers(row, 14)?.into_iter().map(|[actor]| actor_id(actor)).collect(),
            mention: read_places(row, 11)?,
            relays: relays
                .map(|[start, end, actor]| Relay { actor: actor_id(actor), mention: Span::new(start, end) })
                .collect(),
            voice: known(row, 3, Voice::from_name)?,
            act: known(row, 4, Act::from_name)?,
            stance: known(row, 5, Stance::from_name)?,
            strength: known(row, 6, Strength::from_name)?,
            items: read_places(row, 12)?,
            finder: known(row, 15, Finder::from_name)?,
        })
    })
}

/// Returns the actor of a number; one beyond all numbers is caught where the actors of a paper are counted.
fn actor_id(number: usize) -> ActorId {
    ActorId(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Returns the themes of the statements; there is one coding for each of them.
pub(super) fn read_codings(
    connection: &Connection,
    source: i64,
    statements: &[Statement],
) -> rusqlite::Result<Vec<Coding>> {
    let empty = |statement: &Statement| Coding { tags: Vec::new(), items: vec![Vec::new(); statement.items.len()] };
    let mut codings: Vec<Coding> = statements.iter().map(empty).collect();
    let select =
        "SELECT statement, item, theme, score, words FROM tag WHERE source = ?1 ORDER BY statement, item, ordinal";
    each(connection, source, select, |row| {
        #[expect(clippy::cast_possible_truncation, reason = "the score was an f32 when it was stored")]
        let score = row.get::<_, f64>(3)? as f32;
        let tag = Tag { theme: row.get(2)?, score, words: read_places(row, 4)? };
        tags(&mut codings, row)?.push(tag);
        Ok(())
    })?;
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
