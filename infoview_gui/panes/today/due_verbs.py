"""Which verbs a row of *To do* offers: its one action, the others, and those of its menu.

Must not know what the verbs do. Where letters cannot be written here, *done* is the one action.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from infoview_gui.practice.routine.rows import Action, DueKind
from infoview_gui.services.due_row import DueRow

WRITE = "write"
NEXT = "next"
ADD = "add"
DONE = "done"
LATER = "later"
ANSWERED = "answered"
WAIVED = "waived"
HAPPENED = "happened"
MISSED = "missed"
MOVE = "move"
CANCEL = "cancel"
PERSON = "person"
EDIT = "edit"
DELETE = "delete"


class Verb(NamedTuple):
    """What can be chosen: its name, its words, its icon."""

    name: str
    words: str
    icon: str = ""


_SETTLE: Final = (
    Verb(HAPPENED, "It happened", "check"),
    Verb(MISSED, "They did not come"),
    Verb(MOVE, "Move"),
    Verb(CANCEL, "Cancel"),
)
_WAITING: Final = frozenset({DueKind.NEXT_PERSON, DueKind.SECOND})
_DONE_WORDS: Final[Mapping[DueKind, str]] = {
    DueKind.THANK: "Mark as sent",
    DueKind.OFFER: "Let them go",
}
_MENU: Final[Mapping[DueKind, tuple[Verb, ...]]] = {
    DueKind.THANK: (Verb(WAIVED, "No thanks needed"),),
    DueKind.NEXT_PERSON: (Verb(ANSWERED, "They answered…"),),
    DueKind.SECOND: (Verb(ANSWERED, "They answered…"),),
    DueKind.OFFER: (Verb(ANSWERED, "They answered…"),),
    DueKind.TASK: (Verb(EDIT, "Edit the task…"), Verb(DELETE, "Delete the task")),
}
_SHOW_PERSON: Final = Verb(PERSON, "Show in People")
EVERY: Final = (
    *(WRITE, NEXT, ADD, DONE, LATER, ANSWERED, WAIVED),
    *(HAPPENED, MISSED, MOVE, CANCEL, EDIT, DELETE, PERSON),
)
"""All of them, for menus that offer what any row has."""


def buttons(row: DueRow, *, letters: bool) -> tuple[Verb, ...]:
    """Return the verbs with words, the one action first."""
    if row.due.kind is DueKind.FINISH:
        return _SETTLE
    if row.due.action is Action.ADD_PERSON:
        return (Verb(ADD, "Add a person", "user-plus"),)
    if row.due.kind is DueKind.NEXT_PERSON:
        return (Verb(WRITE if letters else NEXT, "Next person", "user-plus"),)
    if letters and row.due.letter is not None:
        return (Verb(WRITE, "Write", "mail"),)
    return (done(row.due.kind),)


def done(kind: DueKind) -> Verb:
    """Return *done* in the words of a kind."""
    icon = "mail-check" if kind is DueKind.THANK else "check"
    return Verb(DONE, _DONE_WORDS.get(kind, "Done"), icon)


def menu(row: DueRow) -> tuple[Verb, ...]:
    """Return what the menu of a row offers besides the days."""
    own = _MENU.get(row.due.kind, ())
    return own if row.person is None else (*own, _SHOW_PERSON)


def verbs_of(row: DueRow, *, letters: bool) -> frozenset[str]:
    """Return everything that can be done about a row."""
    found = {verb.name for verb in (*buttons(row, letters=letters), *menu(row))}
    always = {LATER} if row.due.kind is DueKind.FINISH else {LATER, DONE}
    return frozenset(found | always)


def waits(row: DueRow) -> bool:
    """Say whether somebody's answer is waited for."""
    return row.due.kind in _WAITING
