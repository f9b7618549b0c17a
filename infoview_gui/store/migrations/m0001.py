"""Version 1: people, conversations, notes. Frozen: never edit, add a migration instead."""

SQL = """
CREATE TABLE employer (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE);

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    first_name TEXT NOT NULL DEFAULT '',
    last_name TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL,
    name_key BLOB NOT NULL,
    company TEXT NOT NULL DEFAULT '',
    company_key BLOB NOT NULL DEFAULT x'',
    employer_id INTEGER REFERENCES employer (id) ON DELETE SET NULL,
    role TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL DEFAULT '',
    channel_detail TEXT NOT NULL DEFAULT '',
    introduced_by_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    zone TEXT NOT NULL DEFAULT '',
    zone_confirmed INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL DEFAULT 'known',
    stage_order INTEGER NOT NULL DEFAULT 0,
    next_kind TEXT NOT NULL DEFAULT '',
    next_at INTEGER,
    reach TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL);
CREATE INDEX person_by_name ON person (name_key, id);
CREATE INDEX person_by_company ON person (company_key, name_key, id);
CREATE INDEX person_by_stage ON person (stage_order, name_key, id);
CREATE INDEX person_by_channel ON person (channel, channel_detail, name_key, id);
CREATE INDEX person_by_next ON person (next_kind = '', next_at IS NULL, next_at, name_key, id);
CREATE INDEX person_by_employer ON person (employer_id);
CREATE INDEX person_by_introducer ON person (introduced_by_id);

CREATE TABLE contact_point (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'link')),
    value TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    match_key TEXT NOT NULL DEFAULT '');
CREATE INDEX contact_point_by_person ON contact_point (person_id, kind, position);
CREATE INDEX contact_point_by_key ON contact_point (match_key);

CREATE TABLE person_tag (
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (person_id, name)) WITHOUT ROWID;
CREATE INDEX person_tag_by_name ON person_tag (name);

CREATE TABLE source_card (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    format TEXT NOT NULL,
    text TEXT NOT NULL,
    file_name TEXT NOT NULL DEFAULT '',
    imported_at INTEGER NOT NULL);
CREATE INDEX source_card_by_person ON source_card (person_id);

CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    detail TEXT NOT NULL DEFAULT '');
CREATE INDEX activity_by_person ON activity (person_id, at);

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    starts_at INTEGER,
    zone TEXT NOT NULL DEFAULT '',
    minutes INTEGER NOT NULL DEFAULT 15 CHECK (minutes > 0),
    status TEXT NOT NULL DEFAULT 'planned' CHECK (
        status IN ('proposed', 'planned', 'running', 'done', 'missed', 'cancelled')),
    way TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    goal TEXT NOT NULL DEFAULT '',
    ended_at INTEGER,
    thanked_at INTEGER,
    thanks_waived_at INTEGER,
    created_at INTEGER NOT NULL);
CREATE INDEX conversation_by_start ON conversation (starts_at);
CREATE INDEX conversation_by_status ON conversation (status, starts_at);

CREATE TABLE participant (
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (conversation_id, person_id)) WITHOUT ROWID;
CREATE INDEX participant_by_person ON participant (person_id);

CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    category TEXT NOT NULL DEFAULT '',
    must INTEGER NOT NULL DEFAULT 0,
    always INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL DEFAULT 0,
    asked_at INTEGER);
CREATE INDEX question_by_conversation ON question (conversation_id, position);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('started', 'paused', 'resumed', 'extended', 'closed')),
    at INTEGER NOT NULL,
    minutes INTEGER,
    by TEXT NOT NULL DEFAULT 'user' CHECK (by IN ('them', 'user')));
CREATE INDEX event_by_conversation ON event (conversation_id, at);

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL UNIQUE REFERENCES conversation (id) ON DELETE CASCADE,
    text TEXT NOT NULL DEFAULT '',
    moments TEXT NOT NULL DEFAULT '[]',
    saved_at INTEGER NOT NULL);

CREATE VIRTUAL TABLE person_words USING fts5 (
    name, company, role, reach, content = 'person', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
CREATE TRIGGER person_words_added AFTER INSERT ON person BEGIN
    INSERT INTO person_words (rowid, name, company, role, reach)
    VALUES (new.id, new.name, new.company, new.role, new.reach);
END;
CREATE TRIGGER person_words_removed AFTER DELETE ON person BEGIN
    INSERT INTO person_words (person_words, rowid, name, company, role, reach)
    VALUES ('delete', old.id, old.name, old.company, old.role, old.reach);
END;
CREATE TRIGGER person_words_changed AFTER UPDATE OF name, company, role, reach ON person BEGIN
    INSERT INTO person_words (person_words, rowid, name, company, role, reach)
    VALUES ('delete', old.id, old.name, old.company, old.role, old.reach);
    INSERT INTO person_words (rowid, name, company, role, reach)
    VALUES (new.id, new.name, new.company, new.role, new.reach);
END;
"""
