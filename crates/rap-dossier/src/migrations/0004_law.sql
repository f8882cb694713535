-- Laws and drafts of them, to whose provisions demands are tied: their files as received. docs/dossier.md explains both.

CREATE TABLE law (
    id            INTEGER PRIMARY KEY,
    -- Of its files: their names and bytes with their lengths, one after the other.
    sha256        TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    origin        TEXT NOT NULL,
    -- The newer text of the same origin; null while this one is current.
    superseded_by INTEGER REFERENCES law (id)
) STRICT;

CREATE TABLE law_file (
    law     INTEGER NOT NULL REFERENCES law (id),
    ordinal INTEGER NOT NULL,
    name    TEXT NOT NULL,
    bytes   BLOB NOT NULL,
    PRIMARY KEY (law, ordinal)
) STRICT;

CREATE TRIGGER law_file_stays BEFORE UPDATE ON law_file
BEGIN
    SELECT RAISE(ABORT, 'the files of a law never change');
END;

CREATE TRIGGER law_file_remains BEFORE DELETE ON law_file
BEGIN
    SELECT RAISE(ABORT, 'the files of a law are never removed');
END;
