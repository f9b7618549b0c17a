"""What the People table knows of a person; by itself, because a start needs no other record."""

from dataclasses import dataclass

from infoview_gui.practice.stages import Stage

NEXT_TEXT = """
CASE person.next_kind WHEN 'task' THEN coalesce(
    (SELECT text FROM task WHERE person_id = person.id AND done_at IS NULL
     AND due = date(person.next_at / 1000, 'unixepoch') ORDER BY id LIMIT 1), '') ELSE '' END
"""
"""The words of the task that comes next; for statements on the table ``person``."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row of the People table."""

    id: int
    name: str
    first_name: str
    last_name: str
    company: str
    role: str
    stage: Stage
    found_through: str
    next_kind: str
    next_at: int | None
    next_text: str = ""
    """The words of a task that is the next step."""
    email: str = ""
    phone: str = ""
    tags: str = ""
    last_at: int = 0
    added_at: int = 0
