"""Version 5: letters, own templates, how often to be in touch, what was done or put off.

Frozen. Never edit, add a migration instead.
"""

SQL = """
ALTER TABLE person ADD COLUMN keep_in_touch TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN keep_since INTEGER;

CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE SET NULL,
    about_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    template TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    opened_at INTEGER,
    sent_at INTEGER);
CREATE INDEX letter_by_person ON letter (person_id, sent_at);
CREATE INDEX letter_by_conversation ON letter (conversation_id);
CREATE INDEX letter_by_about ON letter (about_id);
CREATE INDEX letter_by_sent ON letter (sent_at, kind);

CREATE TABLE own_template (
    key TEXT PRIMARY KEY NOT NULL,
    text TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE settled (
    kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    cycle INTEGER NOT NULL,
    done_at INTEGER,
    until TEXT,
    PRIMARY KEY (kind, subject_id, cycle)) WITHOUT ROWID;

ALTER TABLE conversation ADD COLUMN offer_id INTEGER REFERENCES letter (id) ON DELETE SET NULL;
CREATE INDEX conversation_by_offer ON conversation (offer_id);

CREATE INDEX event_by_kind ON event (kind, at);
"""
