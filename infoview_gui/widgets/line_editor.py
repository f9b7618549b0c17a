"""The notes: lines with the time of their beginning in the margin and their marks in colour.

Must not know conversations or clocks: what a moment says in the margin, what a marked line is and
what time it is come in as callables. How lines keep their moments is in ``line_editing``.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets import line_moments
from infoview_gui.widgets.line_editing import TimedTextEdit
from infoview_gui.widgets.line_flash import LineFlash
from infoview_gui.widgets.line_margin import LineMargin, MarginText, visible_blocks
from infoview_gui.widgets.line_marks import (
    MarkColours,
    MarkReader,
    MarkSpan,
    Muted,
    never_muted,
    paint_head,
)
from infoview_gui.widgets.line_moments import Clock, Line
from infoview_gui.widgets.line_text import utf16_offset
from infoview_gui.widgets.mirror import mirrored_margins

__all__ = ["LineEditor", "MarkSpan"]

_FONT_PX, _SMALLEST_PX, _LARGEST_PX, _ZOOM_STEP_PX = 14, 10, 42, 2
_PADDING, _TOP = 10, 5
_CTRL = Qt.KeyboardModifier.ControlModifier
_ZOOM_IN, _ZOOM_OUT = QKeySequence.StandardKey.ZoomIn, QKeySequence.StandardKey.ZoomOut


class LineEditor(TimedTextEdit):
    """An editor of notes with the beginning of each line in its margin.

    Ctrl++, Ctrl+- and Ctrl+0 change the size of the text. The owner binds the keys of
    ``cycle_mark`` and ``make_plain``, and names the editor for screen readers.
    """

    moment_clicked = Signal(object, QPoint)
    """The time in the margin of a line: its moment, and the point of the screen."""
    moment_hovered = Signal(object, QPoint)
    """As ``moment_clicked``, when the pointer rests there."""

    _keeps_size = False  # Qt speaks of fonts before there is one of ours

    def __init__(
        self,
        theme: Theme,
        *,
        now: Clock,
        margin_text: MarginText,
        mark: MarkReader,
        muted: Muted = never_muted,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(now, parent)
        self._theme = theme
        self._size_px = _FONT_PX
        self._mark = mark
        self.setProperty("kind", "bare")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_PADDING)
        self._margin = LineMargin(self, theme, margin_text, mark)
        self._margin.clicked.connect(self.moment_clicked)
        self._margin.hovered.connect(self.moment_hovered)
        self._colours = MarkColours(self.document(), theme, mark, muted)
        self._flash = LineFlash(self, theme)
        self.set_text_size(_FONT_PX)
        self.document().documentLayout().update.connect(self._on_layout_updated)
        theme.changed.connect(self._on_theme_changed)
        self.load("", [])

    def refresh_margin(self) -> None:
        """Show the moments anew, because what they mean has changed (the talk was started)."""
        self._colours.refresh_muted()
        self._margin.update()

    def refresh_marks(self) -> None:
        """Read the marks anew, because ``mark`` answers differently now."""
        self._colours.rehighlight()
        self._margin.update()
        self.viewport().update()

    def show_line(self, number: int) -> None:
        """Bring a line, counted from 0, into sight, lit up, with the caret at its end."""
        self._flash.show_line(number)

    def cycle_mark(self, marks: Sequence[str]) -> None:
        """Change the mark of the caret's line: none, the first of ``marks``, …, the last, none."""
        block = self.textCursor().block()
        prefixes = ["", *(f"{mark.strip()} " for mark in marks)]
        text = block.text()
        held = next((n for n, prefix in enumerate(prefixes) if n and text.startswith(prefix)), 0)
        self._replace_in_line(0, len(prefixes[held]), prefixes[(held + 1) % len(prefixes)])

    def make_plain(self) -> None:
        """Take the mark of the caret's line away, if it has one."""
        text = self.textCursor().block().text()
        span = self._mark(text)
        if span is not None:
            spaces = 1 if text[span.start + 1 : span.start + 2] == " " else 0
            self._replace_in_line(utf16_offset(text, span.start), 1 + spaces, "")

    def text_size(self) -> int:
        """Return the height of the font in logical pixels."""
        return self._size_px

    def set_text_size(self, size_px: int) -> None:
        """Show the text larger or smaller (10 to 42 logical pixels)."""
        self._size_px = min(max(size_px, _SMALLEST_PX), _LARGEST_PX)
        font = self._theme.font(self._size_px)
        self._keeps_size = False
        self.setFont(font)
        self._keeps_size = True
        self._margin.follow_font(font)
        self.setViewportMargins(mirrored_margins(self, self._margin.width(), _TOP, 0, 0))
        self._place_margin()

    def _replace_in_line(self, offset: int, length: int, text: str) -> None:
        """Change some UTF-16 units of the caret's line; the line stays the same line."""
        block = self.textCursor().block()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + offset)
        cursor.setPosition(cursor.position() + length, QTextCursor.MoveMode.KeepAnchor)
        line_moments.replace(cursor, [Line(text, line_moments.moment_of(block))], self._now())

    def _own_key(self, event: QKeyEvent) -> Callable[[], None] | None:
        controlled = event.modifiers() == _CTRL
        if controlled and event.key() == Qt.Key.Key_0:
            return partial(self.set_text_size, _FONT_PX)
        if event.matches(_ZOOM_IN) or (controlled and event.key() == Qt.Key.Key_Equal):
            return partial(self.set_text_size, self.text_size() + _ZOOM_STEP_PX)
        if event.matches(_ZOOM_OUT):
            return partial(self.set_text_size, self.text_size() - _ZOOM_STEP_PX)
        return super()._own_key(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the size of the text: a new style sheet brings back the font of the first one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and self._keeps_size:
            self.set_text_size(self._size_px)  # the margin goes to the other side
        lost = event.type() == QEvent.Type.FontChange and self._keeps_size
        if lost and self.font().pixelSize() != self._size_px:
            self.set_text_size(self._size_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of marked heads under the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, corner in visible_blocks(self, event.rect()):
            span = self._mark(block.text())
            if span is not None:
                paint_head(painter, self._theme, block, span, corner)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin beside the text, and the line with the caret where it is."""
        kept = self._kept_line(event.oldSize())
        top = self.cursorRect(kept).top()
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(kept).top() - top)
        if kept == self.textCursor():
            self.ensureCursorVisible()  # the editor may be lower now
        self._place_margin()

    def _kept_line(self, size: QSize) -> QTextCursor:
        """Return a place that stays where it is: the caret if it is in sight, else the top."""
        seen = QRect(QPoint(), size).intersects(self.cursorRect())
        return self.textCursor() if seen else self.cursorForPosition(QPoint())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll the margin with the text."""
        super().scrollContentsBy(dx, dy)
        self._margin.scroll(0, dy)

    def _place_margin(self) -> None:
        area, width = self.viewport().geometry(), self._margin.width()
        at_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = area.right() + 1 if at_right else area.left() - width
        self._margin.setGeometry(left, area.top(), width, area.height())

    def _on_layout_updated(self, area: QRectF) -> None:
        top = round(area.top()) - self.verticalScrollBar().value()
        below = self._margin.height() - top
        if below > 0:
            # Lines that moved are announced with an endless height.
            height = min(area.height(), float(below))
            self._margin.update(0, top, self._margin.width(), round(height))

    def _on_theme_changed(self) -> None:
        self._margin.update()
        self.viewport().update()
