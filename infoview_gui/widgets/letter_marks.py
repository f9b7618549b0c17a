"""The marked ranges of a document: found by their places, seen as waves, dots and grounds.

They move with the text while it is typed, until it is read anew. Knows not what they mean.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from infoview_gui.theme import Theme
from infoview_gui.widgets.letter_spots import TONES, Look, Spot
from infoview_gui.widgets.line_margin import visible_blocks
from infoview_gui.widgets.line_text import utf16_offset
from infoview_gui.widgets.text_ground import Ground, paint_dots, paint_ground


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


class LetterMarks:
    """The ranges of one editor; places are the document's own units."""

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        self._editor = editor
        self._theme = theme
        self._placed: list[Placed] = []

    @property
    def spots(self) -> tuple[Spot, ...]:
        """All of them, in the order of the text."""
        return tuple(one.spot for one in self._placed)

    def read(self, text: str, spots: Sequence[Spot]) -> None:
        """Hold these; what is no range of ``text`` is left out."""
        ranges = [one for one in spots if 0 <= one.start < one.end <= len(text)]
        ranges.sort(key=lambda one: (one.start, one.end))
        self._placed = [Placed(spot, self._cursor(text, spot)) for spot in ranges]

    def at(self, place: int) -> Placed | None:
        """Return what asks for something at a place, the narrowest first."""
        held = self._holding(place, lambda spot: spot.to_look_at)
        return min(held, key=lambda one: one.end - one.start, default=None)

    def with_verbs(self, place: int) -> list[Placed]:
        """Return what more can be done with than to put another wording in, the narrowest first."""
        held = self._holding(place, lambda spot: bool(spot.verbs))
        return sorted(held, key=lambda one: one.end - one.start)

    def field_beside(self, place: int, *, before: bool) -> Placed | None:
        """Return the field that ends at a place (``before`` it), or begins there."""
        for one in self._placed:
            touches = place == (one.end if before else one.start) and one.start < one.end
            if one.spot.look is Look.FIELD and touches:
                return one
        return None

    def beyond(self, cursor: QTextCursor, step: int) -> Placed | None:
        """Return the next to look at behind the caret or before it, else from the other end."""
        found = [one for one in self._placed if one.spot.to_look_at]
        if step > 0:
            at = cursor.selectionEnd() if cursor.hasSelection() else cursor.position()
            later = [one for one in found if one.start > at or (one.start == at == 0)]
            return next(iter(later or found), None)
        earlier = [one for one in found if one.start < cursor.selectionStart()]
        return next(reversed(earlier or found), None)

    # -- looks

    def show(self) -> None:
        """Show waves and inks; grounds and dots are painted."""
        waves = (Look.WRONG, Look.HINT, Look.FIELD)
        marked = (one for one in self._placed if one.spot.look in waves)
        self._editor.setExtraSelections([_selection(self._theme, one) for one in marked])
        self._editor.viewport().update()

    def paint(self, area: QRect) -> None:
        """Paint grounds and dots into this part of the viewport; the text comes over them."""
        painter = QPainter(self._editor.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, corner in visible_blocks(self._editor, area):
            for one in self._placed:
                start = max(one.start - block.position(), 0)
                part = Ground(start, min(one.end - block.position(), block.length() - 1))
                if part.start < part.end:
                    _paint_part(painter, self._theme, one.spot.look, block, part, corner)
        painter.end()

    def _holding(self, place: int, wanted: Callable[[Spot], bool]) -> list[Placed]:
        held = (one for one in self._placed if wanted(one.spot))
        return [one for one in held if one.start <= place <= one.end and one.start < one.end]

    def _cursor(self, text: str, spot: Spot) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(utf16_offset(text, spot.start))
        end = utf16_offset(text, spot.end)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _paint_part(
    painter: QPainter, theme: Theme, look: Look, block: QTextBlock, part: Ground, corner: QPointF
) -> None:
    if look in (Look.FIELD, Look.WOVEN):
        paint_ground(painter, theme.colour(f"{TONES[look]}-soft"), block, part, corner)
    elif look is Look.SPELLING:
        paint_dots(painter, theme.colour(TONES[look]), block, part, corner)


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
