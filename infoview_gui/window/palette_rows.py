"""The rows of the search palette as values: what each says, shows and is about.

Knows words and records; draws nothing and opens nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QAction

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import dotted, listed, people_words
from infoview_gui.services.found import Found, FoundGroup, FoundKind


class RowKind(Enum):
    """What a row is."""

    HEADING = auto()
    FOUND = auto()
    COMMAND = auto()
    MORE = auto()
    ADD = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One row. ``keys`` and ``where`` belong to a command, ``group`` to what can be expanded."""

    kind: RowKind
    title: str
    caption: str = ""
    icon: str = ""
    keys: str = ""
    where: str = ""
    found: Found | None = None
    action: QAction | None = None
    group: FoundKind | None = None

    @property
    def can_be_chosen(self) -> bool:
        """Whether Enter does something with it."""
        return self.kind not in {RowKind.HEADING, RowKind.NOTHING}

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        kind = "command" if self.kind is RowKind.COMMAND else ""
        if self.found is not None:
            kind = SPOKEN[self.found.kind]
        return listed(self.title, self.caption, self.where, self.keys, kind)


HEADINGS = {
    FoundKind.PERSON: "People",
    FoundKind.CONVERSATION: "Conversations",
    FoundKind.ENGAGEMENT: "Appointments and events",
    FoundKind.TASK: "Tasks",
    FoundKind.EMPLOYER: "Employers",
    FoundKind.TERM: "Terms",
    FoundKind.LINE: "In the notes",
    FoundKind.ABOUT: "Notes about people",
}
SPOKEN = {
    FoundKind.PERSON: "person",
    FoundKind.CONVERSATION: "conversation",
    FoundKind.ENGAGEMENT: "in the calendar",
    FoundKind.TASK: "task",
    FoundKind.EMPLOYER: "employer",
    FoundKind.TERM: "term",
    FoundKind.LINE: "line of the notes",
    FoundKind.ABOUT: "note about a person",
}
_ICONS = {
    FoundKind.CONVERSATION: "notebook-pen",
    FoundKind.ENGAGEMENT: "calendar",
    FoundKind.TASK: "square-check",
    FoundKind.EMPLOYER: "building-2",
    FoundKind.TERM: "book-a",
    FoundKind.LINE: "file-text",
    FoundKind.ABOUT: "user-pen",
}
_WITH_TIME = {FoundKind.CONVERSATION, FoundKind.ENGAGEMENT, FoundKind.TASK}
_LONGEST_NAME = 60


def heading(words: str) -> PaletteRow:
    """Return a small heading."""
    return PaletteRow(RowKind.HEADING, words)


def group_rows(group: FoundGroup, times: LocalTime) -> Iterator[PaletteRow]:
    """Yield the heading of a group, its items and, where there are others, the way to them."""
    words = HEADINGS[group.kind]
    yield heading(words)
    for item in group.items:
        yield found_row(item, times)
    if group.more:
        yield PaletteRow(RowKind.MORE, f"More: {words[:1].lower()}{words[1:]}", group=group.kind)


def found_row(item: Found, times: LocalTime) -> PaletteRow:
    """Return the row of what was found."""
    caption = _caption(item, times)
    return PaletteRow(RowKind.FOUND, item.title, caption, _ICONS.get(item.kind, ""), found=item)


def nothing_rows(typed: str) -> Sequence[PaletteRow]:
    """Return what is shown when nothing was found: words, and the way to add such a person."""
    short = typed if len(typed) <= _LONGEST_NAME else f"{typed[:_LONGEST_NAME].rstrip()}…"
    return (
        PaletteRow(RowKind.NOTHING, "Nothing has these words."),
        PaletteRow(RowKind.ADD, f"Add “{short}” as a person", icon="user-plus"),
    )


def _caption(item: Found, times: LocalTime) -> str:
    if item.kind is FoundKind.PERSON:
        return item.detail
    if item.kind is FoundKind.EMPLOYER:
        return people_words(item.people)
    if item.kind in _WITH_TIME:
        return dotted(_when(item, times), item.detail)
    day = "" if item.at is None else times.date_text(item.at)
    if item.kind is FoundKind.ABOUT:
        return dotted(f"About {item.detail}", day)
    return dotted(item.detail, day)


def _when(item: Found, times: LocalTime) -> str:
    if item.kind is FoundKind.TASK:
        return "no date" if item.day is None else f"by {times.day_words(item.day)}"
    if item.at is not None:
        return times.moment_text(item.at)
    if item.kind is FoundKind.CONVERSATION:
        return "no time yet"
    return "" if item.day is None else times.day_text(times.midnight(item.day))
