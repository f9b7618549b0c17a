"""Version 6: own appointments and networking events, who was met there, a letter's address.

Frozen. Never edit, add a migration instead.
"""

SQL = """
CREATE TABLE engagement (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_at INTEGER,
    zone TEXT NOT NULL DEFAULT '',
    minutes INTEGER NOT NULL DEFAULT 60,
    first_day TEXT NOT NULL DEFAULT '',
    days INTEGER NOT NULL DEFAULT 0,
    place TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    sequence INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL);
CREATE INDEX engagement_by_start ON engagement (starts_at);
CREATE INDEX engagement_by_day ON engagement (first_day) WHERE first_day <> '';

CREATE TABLE attendance (
    engagement_id INTEGER NOT NULL REFERENCES engagement (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (engagement_id, person_id)) WITHOUT ROWID;
CREATE INDEX attendance_by_person ON attendance (person_id);

ALTER TABLE letter ADD COLUMN address TEXT NOT NULL DEFAULT '';
"""
