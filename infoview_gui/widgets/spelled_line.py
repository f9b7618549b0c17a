"""A line to type in whose words can be marked, with other words in its menu.

Knows no dictionary; the ranges come from its owner each time the text was looked up.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.letter_menu import add_spot
from infoview_gui.widgets.letter_spots import TONES, Look, Spot
from infoview_gui.widgets.line_text import utf16_offset
from infoview_gui.widgets.text_ground import draw_dots
from infoview_gui.widgets.undo_keys import UndoPassing


class SpelledLine(UndoPassing):
    """Dots below the words that are marked, but for the one that is being typed."""

    asked = Signal(object, int)
    """A verb of this spot is wanted, by its number."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("", parent)
        self._theme = theme
        self._read: tuple[Spot, ...] = ()
        self._read_text = ""
        self._wrote = False
        self.textEdited.connect(self._on_edited)
        self.cursorPositionChanged.connect(self.update)
        theme.changed.connect(self.update)

    def mark(self, spots: Sequence[Spot]) -> None:
        """Mark these ranges of the text, in code points, until it changes."""
        self._read, self._read_text = tuple(spots), self.text()
        titles = [one.title for one in spots if one.to_look_at]
        words = f"{'; '.join(titles)}. The Menu key offers other words." if titles else ""
        self.setAccessibleDescription(words)
        self.update()

    def _on_edited(self, _text: str) -> None:
        self._wrote = True

    @property
    def _spots(self) -> tuple[Spot, ...]:
        """Those of the text as it is; Qt tells of typing before it tells of the change."""
        return self._read if self._read_text == self.text() else ()

    def _units(self, spot: Spot) -> tuple[int, int]:
        text = self.text()
        return utf16_offset(text, spot.start), utf16_offset(text, spot.end)

    def _holds(self, spot: Spot, place: int) -> bool:
        first, last = self._units(spot)
        return first <= place <= last

    def _replace(self, spot: Spot, number: int) -> None:
        first, last = self._units(spot)
        self.setSelection(first, last - first)
        self.insert(spot.wordings()[number])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show Qt's menu, above it what can be done with the word."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.cursorPosition() if by_key else self.cursorPositionAt(event.pos())
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        spot = next((one for one in self._spots if self._holds(one, place)), None)
        if spot is not None and not self.isReadOnly():
            add_spot(menu, spot, partial(self._replace, spot), partial(self.asked.emit, spot))
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Mark the word that was typed last, too."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._wrote = False
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and the dots below it."""
        super().paintEvent(event)
        marked = [one for one in self._spots if one.look is Look.SPELLING and self._is_done(one)]
        if marked:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for one in marked:
                self._draw(painter, one)
            painter.end()

    def _is_done(self, spot: Spot) -> bool:
        return not (self._wrote and self._holds(spot, self.cursorPosition()))

    def _draw(self, painter: QPainter, spot: Spot) -> None:
        """Qt tells where the caret is; from there the widths of the words lead to the others."""
        metrics, text = self.fontMetrics(), self.text()
        caret = QRectF(self.cursorRect())
        wide = text.encode("utf-16-le")
        before = wide[: 2 * self.cursorPosition()].decode("utf-16-le", "replace")
        start = caret.center().x() - metrics.horizontalAdvance(before)
        left = start + metrics.horizontalAdvance(text[: spot.start])
        right = start + metrics.horizontalAdvance(text[: spot.end])
        baseline = self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2
        room = QRectF(self.rect())
        draw_dots(
            painter,
            self._theme.colour(TONES[spot.look]),
            max(left, room.left()),
            min(right, room.right()),
            baseline,
        )
