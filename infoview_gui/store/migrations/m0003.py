"""Version 3: what a conversation leaves: findings, answers, checklist, revisions, questions.

Frozen. Never edit, add a migration instead.
"""

SQL = """
ALTER TABLE conversation ADD COLUMN usefulness INTEGER CHECK (usefulness BETWEEN 1 AND 5);
ALTER TABLE conversation ADD COLUMN opener TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN learned TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN fits TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN following TEXT NOT NULL DEFAULT '';

CREATE TABLE insight (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    category TEXT NOT NULL DEFAULT '',
    employer_id INTEGER REFERENCES employer (id) ON DELETE SET NULL,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE SET NULL,
    at INTEGER NOT NULL);
CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL,
    meaning TEXT NOT NULL DEFAULT '',
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE SET NULL,
    at INTEGER NOT NULL);
CREATE TABLE opening (
    id INTEGER PRIMARY KEY,
    company TEXT NOT NULL,
    role TEXT NOT NULL DEFAULT '',
    details TEXT NOT NULL DEFAULT '',
    employer_id INTEGER REFERENCES employer (id) ON DELETE SET NULL,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE SET NULL,
    at INTEGER NOT NULL);
CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    due TEXT NOT NULL DEFAULT '',
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE SET NULL,
    at INTEGER NOT NULL,
    done_at INTEGER);
CREATE INDEX insight_by_conversation ON insight (conversation_id);
CREATE INDEX insight_by_person ON insight (person_id);
CREATE INDEX insight_by_employer ON insight (employer_id);
CREATE INDEX term_by_conversation ON term (conversation_id);
CREATE INDEX term_by_person ON term (person_id);
CREATE INDEX opening_by_conversation ON opening (conversation_id);
CREATE INDEX opening_by_person ON opening (person_id);
CREATE INDEX opening_by_employer ON opening (employer_id);
CREATE INDEX task_by_conversation ON task (conversation_id);
CREATE INDEX task_by_person ON task (person_id);
CREATE INDEX task_by_due ON task (done_at, due);

CREATE TABLE capture (
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    line TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('insight', 'term', 'person', 'opening', 'todo')),
    moment INTEGER,
    target_id INTEGER NOT NULL,
    PRIMARY KEY (conversation_id, line)) WITHOUT ROWID;
CREATE INDEX capture_by_target ON capture (kind, target_id);

CREATE TABLE checklist_item (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER REFERENCES conversation (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    done_at INTEGER);
CREATE INDEX checklist_item_by_conversation ON checklist_item (conversation_id, position);

CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    moments TEXT NOT NULL DEFAULT '[]',
    at INTEGER NOT NULL);
CREATE INDEX revision_by_conversation ON revision (conversation_id, at);

CREATE TABLE own_question (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE,
    category TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL);
"""
