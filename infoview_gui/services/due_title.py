"""What is to be done, in words that are the same wherever it is told, the Edit menu included."""

from collections.abc import Mapping
from typing import Final

from infoview_gui.practice.names import joined
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.services.due_row import DueRow

_TITLES: Final[Mapping[DueKind, str]] = {
    DueKind.THANK: "Thank {names}",
    DueKind.FINISH: "Did you talk with {names}?",
    DueKind.CONFIRM: "Confirm the conversation with {names}",
    DueKind.TASK: "{text}",
    DueKind.NEXT_PERSON: "No answer from {names}",
    DueKind.SECOND: "Second message to {names}",
    DueKind.OFFER: "Let go of the times proposed to {names}",
    DueKind.REPORT: "Tell {names} how it went with {about}",
    DueKind.NEWS: "Tell {names} what came of the advice",
    DueKind.KEEP: "Keep in touch with {names}",
}


_LONGEST: Final = 60


def due_title(row: DueRow) -> str:
    """Return "Thank Kenji Mori", or "Tell Sara Lund how it went with Ben Ito and Farah Demir"."""
    return _TITLES[row.due.kind].format(
        names=row.names or "somebody",
        text=row.due.text,
        about=joined([one.name for one in row.about]) or "the one they named",
    )


def due_label(row: DueRow) -> str:
    """Return the title as it goes on after a colon, short enough for a menu."""
    title = due_title(row)
    if row.due.kind is not DueKind.TASK:  # whose words are the user's own
        title = title[:1].lower() + title[1:]
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
