"""Shows one line of an editor for a moment, so that the eye finds it.

Painted over the document: neither the text nor its undo history knows of it.
"""

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from infoview_gui.theme import Theme

FLASH_MS = 1_600


class LineFlash(QObject):
    """Belongs to one editor."""

    def __init__(self, editor: QTextEdit, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._end = QTimer(self, singleShot=True, interval=FLASH_MS)
        self._end.timeout.connect(self.clear)

    def show_line(self, number: int) -> None:
        """Put the caret at the end of a line, counted from 0, and bring it into sight, lit up.

        A number beyond the last line is the last line.
        """
        document = self._editor.document()
        block = document.findBlockByNumber(min(max(0, number), document.blockCount() - 1))
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._editor.setTextCursor(cursor)
        self._bring_into_sight(cursor)
        self._light(block)

    def clear(self) -> None:
        """Show the line as the others."""
        self._end.stop()
        self._editor.setExtraSelections([])

    def _bring_into_sight(self, cursor: QTextCursor) -> None:
        """Scroll a line that is out of sight into the upper third; one in sight stays."""
        self._editor.ensureCursorVisible()
        room: QRect = self._editor.viewport().rect()
        bar = self._editor.verticalScrollBar()
        place = self._editor.cursorRect(cursor)
        if place.top() < room.height() // 6 or place.bottom() > room.height() * 5 // 6:
            bar.setValue(bar.value() + place.top() - room.height() // 3)

    def _light(self, block: QTextBlock) -> None:
        lit = QTextEdit.ExtraSelection()
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        look = lit.format
        look.setBackground(self._theme.colour("amber-soft"))
        look.setProperty(QTextFormat.Property.FullWidthSelection, True)
        lit.cursor, lit.format = cursor, look
        self._editor.setExtraSelections([lit])
        self._end.start()
