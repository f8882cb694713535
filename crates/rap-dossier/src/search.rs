//! Full text: the sentences that hold some words, in English by their stems and in Chinese by any run of characters.
//!
//! Chinese has no spaces, and the tokenizers of SQLite either take a whole clause for one word or, as `trigram` does,
//! miss words of two characters, which most words are. Cutting with a dictionary finds only what the dictionary cuts
//! alike in text and query. Here every Chinese character begins a token that is itself and the next one, so that a
//! query of two or more characters is a phrase of such pairs and finds exactly the places where they stand, and one
//! of a single character is a prefix. Everything else is stemmed English (Porter), without accents.

use rap_doc::{SourceId, Span};
use rusqlite::{Connection, params};

use crate::load::read_text;
use crate::words::{known, span};
use crate::{Dossier, DossierError};

/// A sentence that a search found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// The paper.
    pub source: SourceId,
    /// Where the paper came from.
    pub origin: String,
    /// The index of the sentence in its document.
    pub sentence: usize,
    /// Where the sentence stands in the text.
    pub span: Span,
    /// The words of the sentence.
    pub words: String,
}

/// The row of a sentence in the index: the source in the upper half, the ordinal in the lower one.
const HALF: i64 = 1 << 32;

impl Dossier {
    /// Brings the full-text index up to the papers, and returns how many were new to it.
    ///
    /// Adding leaves the index alone, because a dossier that is only reported on has no use for one.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be written.
    pub fn index(&mut self) -> Result<usize, DossierError> {
        let mut done = 0;
        while let Some(source) = self.read(next_unindexed)? {
            // One transaction a paper, so that memory stays flat and a killed process loses one paper of the index.
            self.write(|transaction| index_source(transaction, source))?;
            done += 1;
        }
        Ok(done)
    }

    /// Returns the sentences of the current papers that hold all of these words, the most telling first.
    ///
    /// White space parts the words; what is typed together must stand together. No character has a special meaning.
    /// Papers that are not yet in the index are put there first.
    ///
    /// # Errors
    ///
    /// Fails if the file cannot be read, or if it cannot be written and the index is behind the papers.
    pub fn search(&mut self, query: &str, limit: usize) -> Result<Vec<Hit>, DossierError> {
        let Some(expression) = match_expression(query) else { return Ok(Vec::new()) };
        self.index()?;
        self.read(|connection| {
            let mut select = connection.prepare_cached(
                "SELECT source.sha256, source.origin, sentence.ordinal, sentence.start, sentence.\"end\", source.id
                 FROM sentence_text
                 JOIN sentence ON sentence.source = sentence_text.rowid >> 32
                              AND sentence.ordinal = sentence_text.rowid & 4294967295
                 JOIN source ON source.id = sentence.source
                 WHERE sentence_text MATCH ?1 AND source.superseded_by IS NULL
                 ORDER BY sentence_text.rank, sentence_text.rowid LIMIT ?2",
            )?;
            let mut rows = select.query(params![expression, limit])?;
            let mut hits = Vec::new();
            while let Some(row) = rows.next()? {
                let span = span(row, 3)?;
                hits.push(Hit {
                    source: known(row, 0, |word| word.parse().ok())?,
                    origin: row.get(1)?,
                    sentence: row.get(2)?,
                    span,
                    words: words_at(connection, row.get(5)?, span)?,
                });
            }
            Ok(hits)
        })
    }
}

fn next_unindexed(connection: &Connection) -> rusqlite::Result<Option<i64>> {
    connection.prepare_cached("SELECT min(id) FROM source WHERE indexed = 0")?.query_row([], |row| row.get(0))
}

fn index_source(connection: &Connection, source: i64) -> rusqlite::Result<()> {
    let claimed =
        connection.prepare_cached("UPDATE source SET indexed = 1 WHERE id = ?1 AND indexed = 0")?.execute([source])?;
    if claimed == 0 {
        return Ok(()); // Another process was faster.
    }
    let text = read_text(connection, source)?;
    let mut insert = connection.prepare_cached("INSERT INTO sentence_text (rowid, words) VALUES (?1, ?2)")?;
    let mut select =
        connection.prepare_cached("SELECT ordinal, start, \"end\" FROM sentence WHERE source = ?1 ORDER BY ordinal")?;
    let mut rows = select.query([source])?;
    let mut words = String::new();
    while let Some(row) = rows.next()? {
        let ordinal: i64 = row.get(0)?;
        words.clear();
        push_tokens(span(row, 1)?.of(&text), true, &mut words);
        insert.execute(params![source * HALF + ordinal, words])?;
    }
    Ok(())
}

/// Returns the words of a place from the passages that it touches.
pub(crate) fn words_at(connection: &Connection, source: i64, span: Span) -> rusqlite::Result<String> {
    let mut select = connection.prepare_cached(
        "SELECT start, text FROM passage WHERE source = ?1 AND start < ?3
         AND start >= (SELECT max(start) FROM passage WHERE source = ?1 AND start <= ?2) ORDER BY start",
    )?;
    let mut rows = select.query(params![source, span.start(), span.end()])?;
    let (mut text, mut from) = (String::new(), None);
    while let Some(row) = rows.next()? {
        from.get_or_insert(row.get::<_, usize>(0)?);
        text.push_str(row.get_ref(1)?.as_str()?);
    }
    let from = from.unwrap_or_default();
    Ok(text.get(span.start().saturating_sub(from)..span.end().saturating_sub(from)).unwrap_or_default().to_owned())
}

/// Returns what FTS5 is to look for: every word a phrase in quotation marks, all of them wanted.
fn match_expression(query: &str) -> Option<String> {
    let mut expression = String::new();
    for word in query.split_whitespace() {
        let mut tokens = String::new();
        push_tokens(word, false, &mut tokens);
        if !tokens.chars().any(char::is_alphanumeric) {
            continue;
        }
        // The one Chinese character at the end of a phrase begins a pair that may go on.
        let mut last = tokens.trim_end().rsplit(' ').next().unwrap_or_default().chars();
        let prefix = last.next().is_some_and(is_han) && last.next().is_none();
        expression.push_str(" \"");
        expression.extend(tokens.chars().filter(|c| !matches!(c, '"' | '\0')));
        expression.push_str(if prefix { "\" *" } else { "\"" });
    }
    (!expression.is_empty()).then_some(expression)
}

/// Writes a text as the tokens of the index: pairs of Chinese characters, everything else as it stands.
///
/// The last character of a run is a token of its own, so that every character begins one. In a query that token is
/// left out at the very end, where the text may go on (`closed` is false).
fn push_tokens(text: &str, closed: bool, tokens: &mut String) {
    let mut chars = text.chars().peekable();
    let mut run = 0_usize;
    while let Some(c) = chars.next() {
        if !is_han(c) {
            if run > 0 {
                tokens.push(' ');
                run = 0;
            }
            tokens.push(c);
            continue;
        }
        run += 1;
        let next = chars.peek().copied();
        let open_end = next.is_none() && !closed && run > 1;
        if !open_end {
            tokens.push(' ');
            tokens.push(c);
            tokens.extend(next.filter(|next| is_han(*next)));
        }
    }
}

/// Tells a Chinese character, which stands for itself in the index.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests;
