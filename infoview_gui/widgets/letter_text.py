"""A plain-text editor for letters: its keys, its clipboard, its undo. Knows nothing of spots.

Undo and redo are those of the text and never reach the window; the program's other keys do.
"""

import sys

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.line_text import broken, clean, utf16_offset

FONT_PX = 15
_LINE_PERCENT = 138
_PADDING = 20
_Key = QKeySequence.StandardKey
_OWN = (_Key.Cut, _Key.Copy, _Key.Paste, _Key.SelectAll, _Key.Undo, _Key.Redo)
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ON_MAC = sys.platform == "darwin"


class LetterText(QTextEdit):
    """Plain text with roomy lines. Tab leaves it."""

    changed = Signal()
    """After the user changed the text (undo and redo included); never by ``load``."""

    _keeps_font = False  # Qt speaks of fonts before there is one of ours

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loading = False
        self._revision = 0
        self.setAccessibleName(name)
        self.setProperty("kind", "bare")
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(theme.font(FONT_PX))
        self._keeps_font = True
        document = self.document()
        document.setDocumentMargin(_PADDING)
        option = document.defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        document.contentsChanged.connect(self._on_contents_changed)
        self._show_text("")

    # -- text

    def load(self, text: str) -> None:
        """Show another letter, the caret at its start; undo starts anew."""
        self._show_text(text)

    def _show_text(self, text: str) -> None:
        document = self.document()
        self._loading = True
        try:
            document.setUndoRedoEnabled(False)
            self.setPlainText(clean(text))
            whole = QTextCursor(document)
            whole.select(QTextCursor.SelectionType.Document)
            whole.mergeBlockFormat(_roomy())
            document.setUndoRedoEnabled(True)
        finally:
            self._loading = False
        self._revision = document.revision()

    def text(self) -> str:
        r"""Return the letter, its lines joined with ``\n``."""
        lines = []
        block = self.document().begin()
        while block.isValid():
            lines.append(block.text())
            block = block.next()
        return clean("\n".join(lines))

    def caret(self) -> int:
        """Return where the caret is, in code points."""
        units = self.text().encode("utf-16-le")[: 2 * self.textCursor().position()]
        return len(units.decode("utf-16-le", "ignore"))

    def replace(self, start: int, end: int, words: str) -> None:
        """Put words in the place of a range of code points, as one undo step; the caret behind."""
        text = self.text()
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_offset(text, max(0, min(start, len(text)))))
        stop = utf16_offset(text, max(0, min(end, len(text))))
        cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        self._put(cursor, words)

    def replace_all(self, text: str) -> None:
        """Put another letter in the place of this one, as one undo step."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self._put(cursor, text)

    def _put(self, cursor: QTextCursor, words: str) -> None:
        # Qt joins nothing to a step after which the document counts as unmodified (tried).
        self.document().setModified(False)
        cursor.beginEditBlock()
        cursor.insertText(clean(words), QTextCharFormat())
        cursor.endEditBlock()
        self.document().setModified(False)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _on_contents_changed(self) -> None:
        revision = self.document().revision()
        # An input method's unfinished text changes the look, not the document.
        if not self._loading and revision != self._revision:
            self._revision = revision
            self.changed.emit()

    # -- keys and clipboard

    def event(self, event: QEvent) -> bool:
        """Keep the keys that are the text's own; pass on Ctrl and a letter that is not."""
        overrides = event.type() == QEvent.Type.ShortcutOverride and not self.isReadOnly()
        if overrides and isinstance(event, QKeyEvent):
            if self._is_own_key(event):
                event.accept()
                return True
            if _is_shortcut(event):
                event.ignore()
                return True
        return super().event(event)

    def _is_own_key(self, event: QKeyEvent) -> bool:
        return event.matches(_Key.Undo) or event.matches(_Key.Redo) or _redoes(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; Shift+Enter is Enter, and a slip towards a menu writes nothing."""
        if _redoes(event) and not self.isReadOnly():
            self.redo()
        elif _is_menu_letter(event):
            event.ignore()
        elif event.key() in _ENTER and event.modifiers() & _SHIFT and not self.isReadOnly():
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected text as plain text, nothing else."""
        data = QMimeData()
        data.setText(clean(self.textCursor().selectedText()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text; files are for the window to import."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop plain text; a wall of it is broken between words."""
        if not self.isReadOnly() and self.canInsertFromMimeData(source):
            lines = (part for line in clean(source.text()).split("\n") for part in broken(line))
            self._put(self.textCursor(), "\n".join(lines))

    def changeEvent(self, event: QEvent) -> None:
        """Keep the size of the text: a new style sheet brings back the font of the first one."""
        super().changeEvent(event)
        lost = event.type() == QEvent.Type.FontChange and self._keeps_font
        if lost and self.font().pixelSize() != FONT_PX:
            self._keeps_font = False
            self.setFont(self._theme.font(FONT_PX))
            self._keeps_font = True


def _roomy() -> QTextBlockFormat:
    made = QTextBlockFormat()
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    made.setLineHeight(_LINE_PERCENT, proportional.value)
    return made


def _redoes(event: QKeyEvent) -> bool:
    """Whether it is the program's second key for Redo."""
    return event.key() == Qt.Key.Key_Y and event.modifiers() == _CTRL


def _is_shortcut(event: QKeyEvent) -> bool:
    """Whether it is Ctrl and a letter that no text needs."""
    letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and event.modifiers() == _CTRL
    return letter and not any(event.matches(own) for own in _OWN)


def _is_menu_letter(event: QKeyEvent) -> bool:
    """Whether Alt is held with a letter; on macOS that key writes characters."""
    with_alt = event.modifiers() & ~_SHIFT == _ALT
    return with_alt and event.text().isprintable() and bool(event.text()) and not _ON_MAC
