"""What the People table knows of a person; by itself, because a start needs no other record."""

from dataclasses import dataclass

from infoview_gui.practice.stages import Stage


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
    email: str = ""
    phone: str = ""
    tags: str = ""
    last_at: int = 0
    added_at: int = 0
