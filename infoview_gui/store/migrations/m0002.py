"""Version 2: priorities and aliases of employers, last contact, saved filters, words of notes.

Frozen. Never edit, add a migration instead.
"""

SQL = """
ALTER TABLE employer ADD COLUMN name_key BLOB NOT NULL DEFAULT x'';
ALTER TABLE employer ADD COLUMN motivation INTEGER NOT NULL DEFAULT 0
    CHECK (motivation BETWEEN 0 AND 3);
ALTER TABLE employer ADD COLUMN advocacy INTEGER NOT NULL DEFAULT 0 CHECK (advocacy IN (0, 1));
ALTER TABLE employer ADD COLUMN posting INTEGER NOT NULL DEFAULT 0 CHECK (posting BETWEEN 0 AND 3);
UPDATE employer SET name_key = coalesce(
    (SELECT company_key FROM person WHERE employer_id = employer.id LIMIT 1),
    CAST(lower(name) AS BLOB));

CREATE TABLE employer_alias (
    key TEXT PRIMARY KEY NOT NULL,
    employer_id INTEGER NOT NULL REFERENCES employer (id) ON DELETE CASCADE) WITHOUT ROWID;
CREATE INDEX employer_alias_by_employer ON employer_alias (employer_id);

CREATE TABLE employer_distinct (
    first_id INTEGER NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
    second_id INTEGER NOT NULL REFERENCES employer (id) ON DELETE CASCADE,
    PRIMARY KEY (first_id, second_id)) WITHOUT ROWID;

ALTER TABLE person ADD COLUMN employer_by_hand INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN last_at INTEGER NOT NULL DEFAULT 0;
UPDATE person SET last_at = max(
    created_at,
    coalesce((SELECT max(at) FROM activity WHERE person_id = person.id), 0),
    coalesce((SELECT max(max(
            coalesce(ended_at, 0), coalesce(thanked_at, 0),
            CASE WHEN status IN ('planned', 'running') THEN coalesce(starts_at, 0) ELSE 0 END))
        FROM participant JOIN conversation ON conversation.id = conversation_id
        WHERE person_id = person.id), 0));
CREATE INDEX person_by_last ON person (last_at);
DROP INDEX person_by_employer;
CREATE INDEX person_by_employer ON person (employer_id, last_at);

CREATE INDEX activity_by_kind ON activity (kind, id);

CREATE TABLE saved_filter (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0);

CREATE VIRTUAL TABLE note_words USING fts5 (
    text, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4');
CREATE TABLE note_words_seen (note_id INTEGER PRIMARY KEY, saved_at INTEGER NOT NULL);
CREATE TRIGGER note_words_added AFTER INSERT ON note BEGIN
    INSERT INTO note_words (rowid, text) VALUES (new.id, new.text);
    INSERT OR REPLACE INTO note_words_seen VALUES (new.id, new.saved_at);
END;
CREATE TRIGGER note_words_removed AFTER DELETE ON note BEGIN
    DELETE FROM note_words WHERE rowid = old.id;
    DELETE FROM note_words_seen WHERE note_id = old.id;
END;
INSERT INTO note_words (rowid, text) SELECT id, text FROM note;
INSERT INTO note_words_seen SELECT id, saved_at FROM note;
"""
