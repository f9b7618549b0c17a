"""Version 4: files in and out: columns the user explained, people who are two, numbered meetings.

Frozen. Never edit, add a migration instead.
"""

SQL = """
ALTER TABLE conversation ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;

CREATE TABLE column_choice (
    header TEXT PRIMARY KEY NOT NULL,
    fields TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE person_distinct (
    first_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    second_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (first_id, second_id)) WITHOUT ROWID;
CREATE INDEX person_distinct_by_second ON person_distinct (second_id);
"""
