-- Format 3: submissions of dockets. Equal texts are one wording, which was coded once, as a source.

CREATE TABLE wording (
    number      INTEGER PRIMARY KEY,
    -- The name of a text by its words, 128 bits.
    fingerprint BLOB NOT NULL UNIQUE CHECK (length(fingerprint) = 16),
    -- Null for a text without words.
    source      INTEGER REFERENCES source (id)
) STRICT;
CREATE INDEX wording_source ON wording (source);

CREATE TABLE submission (
    number         INTEGER PRIMARY KEY,
    docket         TEXT NOT NULL,
    id             TEXT NOT NULL,
    place          INTEGER NOT NULL,
    -- Its wording, by fingerprint; null where it was received and not published.
    fingerprint    BLOB CHECK (length(fingerprint) = 16),
    submitter_kind TEXT NOT NULL,
    submitter      TEXT NOT NULL,
    organisation   TEXT,
    representative TEXT,
    title          TEXT,
    date           TEXT,
    -- For how many submissions that came in it stands.
    received       INTEGER NOT NULL CHECK (received >= 0),
    -- Whether personal data is masked in the source, and whether the words come from a file or are in one that is missing.
    masked         INTEGER NOT NULL CHECK (masked IN (0, 1)),
    file           TEXT CHECK (file IN ('joined', 'missing')),
    -- The words as the table has them, where they are not those of the source.
    original       TEXT,
    UNIQUE (docket, id)
) STRICT;

-- How many submissions came in, where a docket says so itself.
CREATE TABLE docket_stated (
    docket   TEXT PRIMARY KEY,
    received INTEGER NOT NULL CHECK (received >= 0)
) STRICT, WITHOUT ROWID;

-- What dockets are called.
CREATE TABLE docket_title (
    number INTEGER PRIMARY KEY,
    title  TEXT NOT NULL UNIQUE
) STRICT;

CREATE VIEW submission_view AS
SELECT submission.docket, submission.id, submission.submitter, submission.organisation, submission.date, submission.title,
       source.origin AS text_origin, wording.source
FROM submission
LEFT JOIN wording ON wording.fingerprint = submission.fingerprint
LEFT JOIN source ON source.id = wording.source;
