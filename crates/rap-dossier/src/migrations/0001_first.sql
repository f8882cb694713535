-- The first format of a dossier. docs/dossier.md explains every table.
--
-- Places are bytes of the UTF-8 text of the source, counted from 0, the end excluded. Lists of places are JSON,
-- [[start, end], …], or null where there are none; the views piece, tag_word and name_use show them as rows.
-- Ordinals count from 0 within their parent. `end` is a word of SQL and therefore stands in quotation marks.

CREATE TABLE manifest (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- PAPERS

CREATE TABLE source (
    id            INTEGER PRIMARY KEY,
    sha256        TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    origin        TEXT NOT NULL,
    media         TEXT NOT NULL,
    title         TEXT,
    date          TEXT,
    language      TEXT NOT NULL,
    -- The newer paper of the same origin; null while this one is current.
    superseded_by INTEGER REFERENCES source (id),
    -- Whether its sentences are in the full-text index.
    indexed       INTEGER NOT NULL DEFAULT 0 CHECK (indexed IN (0, 1)),
    -- What was stored, so that a row that goes missing is missed.
    text_sha256   TEXT NOT NULL CHECK (length(text_sha256) = 64),
    text_bytes    INTEGER NOT NULL CHECK (text_bytes >= 0),
    blocks        INTEGER NOT NULL,
    sentences     INTEGER NOT NULL,
    actors        INTEGER NOT NULL,
    statements    INTEGER NOT NULL
) STRICT;
CREATE INDEX source_origin ON source (origin);

CREATE TABLE source_bytes (
    source INTEGER PRIMARY KEY REFERENCES source (id),
    bytes  BLOB NOT NULL
) STRICT;

-- The text, cut into short runs so that a quote is compared without reading the whole of it.
CREATE TABLE passage (
    source INTEGER NOT NULL REFERENCES source (id),
    start  INTEGER NOT NULL CHECK (start >= 0),
    "end"  INTEGER NOT NULL,
    text   TEXT NOT NULL CHECK (length(CAST(text AS BLOB)) = "end" - start),
    PRIMARY KEY (source, start)
) STRICT, WITHOUT ROWID;

CREATE TABLE block (
    source   INTEGER NOT NULL REFERENCES source (id),
    ordinal  INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    level    INTEGER,
    start    INTEGER NOT NULL CHECK (start >= 0),
    "end"    INTEGER NOT NULL CHECK ("end" >= start),
    page     INTEGER,
    path     TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;

-- Each sentence with its line of the ledger: account is 'coded', 'set-aside' (with a reason) or 'unread'.
CREATE TABLE sentence (
    source  INTEGER NOT NULL REFERENCES source (id),
    ordinal INTEGER NOT NULL,
    block   INTEGER NOT NULL,
    start   INTEGER NOT NULL CHECK (start >= 0),
    "end"   INTEGER NOT NULL CHECK ("end" >= start),
    account TEXT CHECK (account IN ('coded', 'set-aside', 'unread')),
    reason  TEXT CHECK ((reason IS NULL) = (account IS NOT 'set-aside')),
    PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE part (
    source      INTEGER NOT NULL REFERENCES source (id),
    ordinal     INTEGER NOT NULL,
    first_block INTEGER NOT NULL,
    -- The block after the last one.
    end_block   INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    reason      TEXT NOT NULL,
    PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;

-- Sentences that tell where the law stands.
CREATE TABLE progress (
    source  INTEGER NOT NULL REFERENCES source (id),
    ordinal INTEGER NOT NULL,
    start   INTEGER NOT NULL CHECK (start >= 0),
    "end"   INTEGER NOT NULL CHECK ("end" >= start),
    PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;

-- What could not be read, or only with doubt; source is null for a file that gave no paper at all.
CREATE TABLE finding (
    id       INTEGER PRIMARY KEY,
    source   INTEGER REFERENCES source (id),
    severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'loss')),
    code     TEXT NOT NULL CHECK (length(code) <= 64),
    origin   TEXT NOT NULL,
    page     INTEGER,
    line     INTEGER,
    byte     INTEGER,
    path     TEXT,
    message  TEXT NOT NULL,
    hint     TEXT NOT NULL
) STRICT;
CREATE INDEX finding_source ON finding (source);

-- PEOPLE AND BODIES

CREATE TABLE actor (
    source  INTEGER NOT NULL REFERENCES source (id),
    ordinal INTEGER NOT NULL,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    -- Equal for the same person or body in every source; null until it is known.
    number  INTEGER,
    PRIMARY KEY (source, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor_name (
    source  INTEGER NOT NULL,
    actor   INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    name    TEXT NOT NULL,
    -- Where it stands.
    uses    TEXT,
    PRIMARY KEY (source, actor, ordinal),
    FOREIGN KEY (source, actor) REFERENCES actor (source, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE office (
    source       INTEGER NOT NULL,
    actor        INTEGER NOT NULL,
    ordinal      INTEGER NOT NULL,
    role         TEXT NOT NULL,
    organisation INTEGER,
    start        INTEGER NOT NULL CHECK (start >= 0),
    "end"        INTEGER NOT NULL CHECK ("end" >= start),
    PRIMARY KEY (source, actor, ordinal),
    FOREIGN KEY (source, actor) REFERENCES actor (source, ordinal),
    FOREIGN KEY (source, organisation) REFERENCES actor (source, ordinal)
) STRICT, WITHOUT ROWID;

-- The words that say that the actor was there.
CREATE TABLE presence (
    source  INTEGER NOT NULL,
    actor   INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    start   INTEGER NOT NULL CHECK (start >= 0),
    "end"   INTEGER NOT NULL CHECK ("end" >= start),
    PRIMARY KEY (source, actor, ordinal),
    FOREIGN KEY (source, actor) REFERENCES actor (source, ordinal)
) STRICT, WITHOUT ROWID;

-- WHAT THEY SAID

CREATE TABLE statement (
    source   INTEGER NOT NULL,
    ordinal  INTEGER NOT NULL,
    block    INTEGER NOT NULL,
    speaker  TEXT NOT NULL CHECK (speaker IN ('actor', 'author', 'unknown')),
    actor    INTEGER CHECK ((actor IS NULL) = (speaker <> 'actor')),
    voice    TEXT NOT NULL,
    act      TEXT NOT NULL,
    stance   TEXT NOT NULL,
    strength TEXT NOT NULL,
    start    INTEGER NOT NULL CHECK (start >= 0),
    "end"    INTEGER NOT NULL CHECK ("end" > start),
    -- The words from start to end: a trigger refuses any others.
    quote    TEXT NOT NULL,
    -- The words that were said, where the cue interrupts them; null where they are the quote.
    content  TEXT,
    -- The words that attribute it, those that name the speaker, and the items of a list inside of it.
    cue      TEXT,
    mention  TEXT,
    items    TEXT,
    -- Through whom it came: [[start, end, actor], …].
    relays   TEXT,
    -- Who said it together with the actor: [actor, …].
    together TEXT,
    PRIMARY KEY (source, ordinal),
    FOREIGN KEY (source, block) REFERENCES block (source, ordinal),
    FOREIGN KEY (source, actor) REFERENCES actor (source, ordinal)
) STRICT, WITHOUT ROWID;

-- A theme of a statement, or of one item of its list; item is -1 for the statement as a whole.
CREATE TABLE tag (
    source    INTEGER NOT NULL,
    statement INTEGER NOT NULL,
    item      INTEGER NOT NULL CHECK (item >= -1),
    ordinal   INTEGER NOT NULL,
    theme     TEXT NOT NULL,
    score     REAL NOT NULL,
    -- The words that earned it.
    words     TEXT,
    PRIMARY KEY (source, statement, item, ordinal),
    FOREIGN KEY (source, statement) REFERENCES statement (source, ordinal)
) STRICT, WITHOUT ROWID;

-- WHAT THEY ASK FOR

CREATE TABLE ask (
    id    INTEGER PRIMARY KEY,
    theme TEXT NOT NULL
) STRICT;

-- A demand, or one item of a demand that is a list, under its ask; item is -1 for the demand as a whole.
CREATE TABLE ask_unit (
    ask            INTEGER NOT NULL REFERENCES ask (id),
    ordinal        INTEGER NOT NULL,
    source         INTEGER NOT NULL,
    statement      INTEGER NOT NULL,
    item           INTEGER NOT NULL CHECK (item >= -1),
    -- Whether its words stand for all of the ask.
    representative INTEGER NOT NULL CHECK (representative IN (0, 1)),
    PRIMARY KEY (ask, ordinal),
    UNIQUE (source, statement, item),
    FOREIGN KEY (source, statement) REFERENCES statement (source, ordinal)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ask_representative ON ask_unit (ask) WHERE representative = 1;

-- THE VERBATIM GATE: what is stored as said was said, whoever writes the row.

CREATE TRIGGER passage_follows BEFORE INSERT ON passage
WHEN NEW.start <> ifnull((SELECT "end" FROM passage WHERE source = NEW.source ORDER BY start DESC LIMIT 1), 0)
BEGIN
    SELECT RAISE(ABORT, 'a passage must follow the one before it');
END;

-- The first condition is quick and enough for a quote in one or two passages, the second one holds for all.
CREATE TRIGGER statement_verbatim BEFORE INSERT ON statement
WHEN NOT EXISTS (
    SELECT 1 FROM passage AS here
    WHERE source = NEW.source
      AND start = (SELECT max(start) FROM passage WHERE source = NEW.source AND start <= NEW.start)
      AND substr(CAST(CASE WHEN NEW."end" <= here."end" THEN text ELSE text || (
              SELECT text FROM passage WHERE source = NEW.source AND start = here."end") END AS BLOB),
          NEW.start - start + 1, NEW."end" - NEW.start) = CAST(NEW.quote AS BLOB)
) AND CAST(NEW.quote AS BLOB) IS NOT (
    SELECT substr(CAST(group_concat(text, '') AS BLOB), NEW.start - min(start) + 1, NEW."end" - NEW.start)
    FROM (SELECT start, text FROM passage
          WHERE source = NEW.source AND start < NEW."end"
            AND start >= (SELECT max(start) FROM passage WHERE source = NEW.source AND start <= NEW.start)
          ORDER BY start))
BEGIN
    SELECT RAISE(ABORT, 'the quote is not what the source says there');
END;

CREATE TRIGGER statement_stays
BEFORE UPDATE OF source, ordinal, start, "end", quote, content, cue, mention, items, relays ON statement
BEGIN
    SELECT RAISE(ABORT, 'the words of a statement never change');
END;

CREATE TRIGGER passage_stays BEFORE UPDATE ON passage
BEGIN
    SELECT RAISE(ABORT, 'the text of a source never changes');
END;

CREATE TRIGGER passage_remains BEFORE DELETE ON passage
BEGIN
    SELECT RAISE(ABORT, 'the text of a source is never removed');
END;

CREATE TRIGGER bytes_stay BEFORE UPDATE ON source_bytes
BEGIN
    SELECT RAISE(ABORT, 'the bytes of a source never change');
END;

CREATE TRIGGER bytes_remain BEFORE DELETE ON source_bytes
BEGIN
    SELECT RAISE(ABORT, 'the bytes of a source are never removed');
END;

-- FULL TEXT: one row a sentence, Chinese cut into overlapping pairs of characters (see docs/dossier.md).
-- The row id is source * 4294967296 + ordinal of the sentence.

CREATE VIRTUAL TABLE sentence_text USING fts5 (words, content = '', tokenize = 'porter unicode61 remove_diacritics 2');

-- VIEWS: what a person who opens the file wants to see.

CREATE VIEW source_view AS
SELECT id, sha256, origin, media, title, date, language, text_bytes, blocks, sentences, actors, statements,
       superseded_by IS NULL AS current
FROM source;

CREATE VIEW text_view AS
SELECT source, group_concat(text, '') AS text
FROM (SELECT source, start, text FROM passage ORDER BY source, start)
GROUP BY source;

CREATE VIEW statement_view AS
SELECT source.origin, statement.source, statement.ordinal AS statement, statement.block, block.page,
       block.path AS place,
       CASE statement.speaker WHEN 'actor' THEN actor.name ELSE statement.speaker END AS speaker,
       actor.kind AS speaker_kind,
       (SELECT group_concat(name, ' | ') FROM (
            SELECT fellow.name FROM json_each(statement.together)
            JOIN actor AS fellow ON fellow.source = statement.source AND fellow.ordinal = value
            ORDER BY key)) AS together,
       (SELECT role FROM office WHERE office.source = statement.source AND office.actor = statement.actor
        ORDER BY office.ordinal LIMIT 1) AS role,
       (SELECT body.name FROM office
        JOIN actor AS body ON body.source = office.source AND body.ordinal = office.organisation
        WHERE office.source = statement.source AND office.actor = statement.actor
        ORDER BY office.ordinal LIMIT 1) AS organisation,
       statement.voice, statement.act, statement.stance, statement.strength,
       (SELECT group_concat(theme, ' ') FROM (
            SELECT theme FROM tag WHERE tag.source = statement.source AND tag.statement = statement.ordinal
            AND tag.item = -1 ORDER BY tag.ordinal)) AS themes,
       statement.start, statement."end", statement.quote
FROM statement
JOIN source ON source.id = statement.source AND source.superseded_by IS NULL
JOIN block ON block.source = statement.source AND block.ordinal = statement.block
LEFT JOIN actor ON actor.source = statement.source AND actor.ordinal = statement.actor;

CREATE VIEW piece (source, statement, role, ordinal, start, "end", actor) AS
SELECT source, ordinal, 'content', key, value ->> 0, value ->> 1, NULL
FROM statement, json_each(ifnull(content, json_array(json_array(start, "end"))))
UNION ALL
SELECT source, ordinal, 'cue', key, value ->> 0, value ->> 1, NULL FROM statement, json_each(cue)
UNION ALL
SELECT source, ordinal, 'mention', key, value ->> 0, value ->> 1, NULL FROM statement, json_each(mention)
UNION ALL
SELECT source, ordinal, 'item', key, value ->> 0, value ->> 1, NULL FROM statement, json_each(items)
UNION ALL
SELECT source, ordinal, 'relay', key, value ->> 0, value ->> 1, value ->> 2 FROM statement, json_each(relays);

CREATE VIEW tag_word (source, statement, item, tag, ordinal, start, "end") AS
SELECT source, statement, item, ordinal, key, value ->> 0, value ->> 1 FROM tag, json_each(words);

CREATE VIEW name_use (source, actor, name, ordinal, start, "end") AS
SELECT source, actor, ordinal, key, value ->> 0, value ->> 1 FROM actor_name, json_each(uses);

CREATE VIEW piece_view AS
SELECT source.origin, piece.source, piece.statement, piece.role, piece.ordinal, actor.name AS relay,
       piece.start, piece."end",
       (SELECT CAST(substr(CAST(group_concat(text, '') AS BLOB), piece.start - min(start) + 1,
                           piece."end" - piece.start) AS TEXT)
        FROM (SELECT start, text FROM passage
              WHERE passage.source = piece.source AND start < piece."end"
                AND start >= (SELECT max(start) FROM passage
                              WHERE passage.source = piece.source AND start <= piece.start)
              ORDER BY start)) AS words
FROM piece
JOIN source ON source.id = piece.source AND source.superseded_by IS NULL
LEFT JOIN actor ON actor.source = piece.source AND actor.ordinal = piece.actor;

CREATE VIEW actor_view AS
SELECT source.origin, actor.source, actor.ordinal AS actor, actor.number, actor.name, actor.kind,
       (SELECT group_concat(name, ' | ') FROM (
            SELECT name FROM actor_name WHERE actor_name.source = actor.source AND actor_name.actor = actor.ordinal
            ORDER BY actor_name.ordinal)) AS names,
       office.role, body.name AS organisation,
       EXISTS (SELECT 1 FROM presence WHERE presence.source = actor.source AND presence.actor = actor.ordinal) AS present,
       (SELECT count(*) FROM statement
        WHERE statement.source = actor.source AND statement.actor = actor.ordinal) AS statements
FROM actor
JOIN source ON source.id = actor.source AND source.superseded_by IS NULL
LEFT JOIN office ON office.source = actor.source AND office.actor = actor.ordinal AND office.ordinal = 0
LEFT JOIN actor AS body ON body.source = office.source AND body.ordinal = office.organisation;

CREATE VIEW ask_view AS
SELECT ask.id AS ask, ask.theme, ask_unit.ordinal AS unit, ask_unit.representative, statement_view.speaker,
       statement_view.organisation, statement_view.stance, statement_view.origin, ask_unit.source, ask_unit.statement,
       ask_unit.item, ifnull(item.words, statement_view.quote) AS quote
FROM ask
JOIN ask_unit ON ask_unit.ask = ask.id
JOIN statement_view ON statement_view.source = ask_unit.source AND statement_view.statement = ask_unit.statement
LEFT JOIN piece_view AS item ON item.source = ask_unit.source AND item.statement = ask_unit.statement
                            AND item.role = 'item' AND item.ordinal = ask_unit.item;

CREATE VIEW ledger AS
SELECT source.origin, sentence.source, sentence.account, sentence.reason, count(*) AS sentences
FROM sentence
JOIN source ON source.id = sentence.source AND source.superseded_by IS NULL
GROUP BY sentence.source, sentence.account, sentence.reason;
