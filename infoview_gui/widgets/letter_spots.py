"""Ranges of a letter that look different: what is to be looked at, what is woven in, what is open.

They move with the text while it is typed, until it is read anew. Knows not what they mean.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from infoview_gui.theme import Theme
from infoview_gui.widgets.line_text import utf16_offset


class Look(Enum):
    """How a range looks."""

    WRONG = "wrong"
    """A red wave: something to look at."""
    HINT = "hint"
    """An amber wave: something to look at."""
    FIELD = "field"
    """An amber ground: a place to fill in, which is chosen as a whole."""
    WOVEN = "woven"
    """A ground in the accent colour: only to be seen."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A range of the text, in code points.

    ``title`` and ``words`` are what its card says; ``offers`` are texts to put in its place.
    """

    start: int
    end: int
    look: Look
    title: str = ""
    words: str = ""
    offers: tuple[str, ...] = ()

    @property
    def to_look_at(self) -> bool:
        """Whether it asks for something."""
        return self.look is not Look.WOVEN


Reader = Callable[[str], Sequence[Spot]]
"""Says what there is in a text; never raises."""
TONES = {Look.WRONG: "red", Look.HINT: "amber", Look.FIELD: "amber", Look.WOVEN: "accent"}


@dataclass(frozen=True, slots=True)
class Placed:
    """A spot and the cursor that holds its place in the document."""

    spot: Spot
    cursor: QTextCursor

    @property
    def start(self) -> int:
        """Where it begins now, in the document's own units."""
        return self.cursor.selectionStart()

    @property
    def end(self) -> int:
        """Where it ends now."""
        return self.cursor.selectionEnd()


def placed(document: QTextDocument, text: str, spots: Sequence[Spot]) -> list[Placed]:
    """Return the spots with their cursors, in the order of the text; what is no range is left."""
    found = []
    for spot in sorted(spots, key=lambda one: (one.start, one.end)):
        if 0 <= spot.start < spot.end <= len(text):
            cursor = QTextCursor(document)
            cursor.setPosition(utf16_offset(text, spot.start))
            end = utf16_offset(text, spot.end)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            found.append(Placed(spot, cursor))
    return found


def selections(theme: Theme, found: Sequence[Placed]) -> list[QTextEdit.ExtraSelection]:
    """Return the waves and inks of spots; their grounds are painted."""
    return [_selection(theme, one) for one in found if one.spot.to_look_at]


def ground(theme: Theme, look: Look) -> QColor | None:
    """Return the colour behind the words, None for none."""
    has_ground = look in (Look.FIELD, Look.WOVEN)
    return theme.colour(f"{TONES[look]}-soft") if has_ground else None


def beyond(found: Sequence[Placed], cursor: QTextCursor, step: int) -> Placed:
    """Return the next spot behind the caret or the one before it; the other end where none is."""
    if step > 0:
        at = cursor.selectionEnd() if cursor.hasSelection() else cursor.position()
        later = [one for one in found if one.start > at or (one.start == at == 0)]
        return later[0] if later else found[0]
    earlier = [one for one in found if one.start < cursor.selectionStart()]
    return earlier[-1] if earlier else found[-1]


def _selection(theme: Theme, one: Placed) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    look, colour = QTextCharFormat(), theme.colour(TONES[one.spot.look])
    if one.spot.look is Look.FIELD:
        look.setForeground(colour)
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(colour)
    made.cursor, made.format = one.cursor, look
    return made
