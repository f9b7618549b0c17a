"""Plain text whose every line knows when it was begun, through all keys, input and clipboards.

Must not know marks, margins or what a moment means. The rule of the moments and the operations on
the document are in ``line_moments``; here is who calls them.
"""

import sys
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from infoview_gui.widgets import line_moments
from infoview_gui.widgets.line_moments import Clock, Line, Touched
from infoview_gui.widgets.line_text import broken, clean

_MIME = "application/x-infoview-lines"
_PAUSE_MS = 2_000
"""After such a pause what is typed is taken back by itself."""
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_ON_MAC = sys.platform == "darwin"
_MODIFIERS = _ALT | _CTRL | _SHIFT | Qt.KeyboardModifier.MetaModifier
_StandardKey = QKeySequence.StandardKey
_ALSO_TYPED = ("Zs", "Cf", "Co")  # no-break space, joiners, private letters


class TimedTextEdit(QTextEdit):
    """A plain-text editor that gives each line its moment.

    Keys beside the usual ones: Alt+Up and Alt+Down move lines. Tab leaves the editor. Undo and
    redo are those of the text and never reach the window.
    """

    changed = Signal()
    """After the user changed text or moments (undo and redo included); never by ``load``."""

    def __init__(self, now: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._origin = ""
        self._loading = False
        self._settling = False
        self._touched: Touched | None = None
        self._revision = 0
        self._steps = 0
        self._changed_at = 0
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().contentsChange.connect(self._on_contents_change)
        self.document().contentsChanged.connect(self._on_contents_changed)

    def load(self, text: str, moments: Sequence[int | None]) -> None:
        r"""Show another note, the caret at its end; undo starts anew.

        ``text`` has its lines joined with ``\n``, ``moments`` one for each; None or a missing one
        becomes now.
        """
        now = self._now()
        lines = [Line(part) for part in clean(text).split("\n")]
        for number, line in enumerate(lines):
            moment = moments[number] if number < len(moments) else None
            lines[number] = Line(line.text, now if moment is None else moment)
        # Lines copied from this text are no longer lines of the note that is shown.
        self._origin = uuid4().hex
        self._loading = True
        try:
            line_moments.fill(self.document(), lines)
        finally:
            self._loading = False
        self._revision, self._steps = self.document().revision(), 0
        self.moveCursor(QTextCursor.MoveOperation.End)

    def snapshot(self) -> tuple[str, list[int]]:
        r"""Return the text (lines joined with ``\n``) and the moment of each line, to be stored.

        An empty line has none of its own and is given that of the line before it.
        """
        return line_moments.read(self.document(), self._now)

    def end_step(self) -> None:
        """Let what is typed next be an undo step of its own."""
        # Qt joins nothing to a step after which the document counts as unmodified (tried).
        self.document().setModified(False)

    def insert_text(self, text: str) -> None:
        """Put ``text`` in place of the selection, as if typed now; one undo step."""
        self._insert([Line(part) for part in clean(text).split("\n")])

    def replace_all(self, text: str, moments: Sequence[int | None]) -> None:
        """Put another text with the moments of its lines in place of all; one undo step."""
        lines = [Line(part) for part in clean(text).split("\n")]
        for number, moment in enumerate(moments[: len(lines)]):
            lines[number] = Line(lines[number].text, moment)
        self.selectAll()
        self._insert(lines)
        self.end_step()

    def begin_line(self) -> None:
        """Put the caret on an empty line at the end, adding one if the last line has text."""
        self.moveCursor(QTextCursor.MoveOperation.End)
        if self.textCursor().block().length() > 1:
            self._insert([Line(""), Line("")])

    def move_lines(self, step: int) -> None:
        """Move the lines of the selection one line up (-1) or down (1), with their moments."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        if last.position() == cursor.selectionEnd() and first.position() < last.position():
            last = last.previous()  # only its beginning is selected: the line break before it
        neighbour = first.previous() if step < 0 else last.next()
        if not neighbour.isValid():
            return
        by = step * neighbour.length()
        wide = QTextCursor(self.document())
        ends = (neighbour, last) if step < 0 else (first, neighbour)
        line_moments.select_lines(wide, *ends)
        lines = line_moments.selected_lines(wide)
        turned = [*lines[1:], lines[0]] if step < 0 else [lines[-1], *lines[:-1]]
        anchor, position = cursor.anchor() + by, cursor.position() + by
        line_moments.replace(wide, turned, self._now())
        self._select(anchor, position)

    def _insert(self, lines: Sequence[Line]) -> None:
        cursor = self.textCursor()
        line_moments.replace(cursor, lines, self._now())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _select(self, anchor: int, position: int) -> None:
        end = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _begins_line(self) -> bool:
        """Return whether what is typed now may begin a line: Qt alone would not know its moment."""
        cursor = self.textCursor()
        return cursor.hasSelection() or cursor.block().length() == 1

    def _own_key(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, modifiers = event.key(), event.modifiers() & _MODIFIERS
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers in (_NONE, _SHIFT):
            return partial(self._insert, [Line(""), Line("")])
        if modifiers == _ALT and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return partial(self.move_lines, -1 if key == Qt.Key.Key_Up else 1)
        if modifiers == _CTRL and key == Qt.Key.Key_Y:  # the program's second key for Redo
            return self.redo
        return None

    def event(self, event: QEvent) -> bool:
        """Claim the editor's own keys before the window's shortcuts can take them."""
        overrides = event.type() == QEvent.Type.ShortcutOverride and not self.isReadOnly()
        if overrides and isinstance(event, QKeyEvent):
            undoes = event.matches(_StandardKey.Undo) or event.matches(_StandardKey.Redo)
            if undoes or self._own_key(event) is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, with the moment of a line that begins in the same undo step as its first letter."""
        self._end_step_after_pause()
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif _is_menu_letter(event):
            event.ignore()  # a slip towards a menu writes nothing
        elif _types_text(event):
            if self._begins_line():
                self.insert_text(event.text())
            else:
                super().keyPressEvent(event)
        elif (act := self._own_key(event)) is not None:
            act()
            event.accept()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method or a dead key wrote, with its moment."""
        self._end_step_after_pause()
        text = event.commitString()
        begins = bool(text) and not event.replacementLength() and not self.isReadOnly()
        if begins and (self._begins_line() or not text.isprintable()):
            self.textCursor().block().layout().setPreeditArea(-1, "")
            self.insert_text(text)
            event.setCommitString("")
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the undo step: what is typed after coming back is another thought."""
        super().focusOutEvent(event)
        self.end_step()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected text as plain text, and beside it when whole lines were begun."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(cursor.selectedText().replace("\u2029", "\n"))
        moments = line_moments.whole_lines(cursor)
        data.setData(_MIME, line_moments.pack(self._origin, moments))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text; files are for the window to import."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop plain text; lines of this note keep their moments, others begin now.

        A paragraph from elsewhere of more than 2,000 characters is broken between words, because
        Qt lays out a paragraph as a whole at every key.
        """
        if self.isReadOnly() or not self.canInsertFromMimeData(source):
            return
        texts = clean(source.text()).split("\n")
        data = source.data(_MIME).data()
        moments = line_moments.unpack(bytes(data), self._origin, len(texts))
        lines: list[Line] = []
        for text, moment in zip(texts, moments, strict=True):
            parts = broken(text) if moment is None else [text]
            lines.extend(Line(part, moment) for part in parts)
        self._insert(lines)

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        start, end, gone = self._touched or (position, position, 0)
        end = max(end, position + added)
        self._touched = Touched(min(start, position), end, gone + removed)

    def _on_contents_changed(self) -> None:
        touched, self._touched = self._touched, None
        if self._loading or self._settling:
            return
        if touched is not None and not self.document().isRedoAvailable():
            alone = self.document().availableUndoSteps() == self._steps + 1
            self._settling = True  # or each line that gets its moment would begin this again
            try:
                line_moments.settle(self.document(), touched, alone, self._now)
            finally:
                self._settling = False
                self._touched = None
        self._steps = self.document().availableUndoSteps()
        revision = self.document().revision()
        # An input method's unfinished text changes the look, not the document.
        if revision != self._revision:
            self._revision = revision
            self._changed_at = self._now()
            self.changed.emit()

    def _end_step_after_pause(self) -> None:
        # A clock that was set back counts as a pause.
        if not 0 <= self._now() - self._changed_at <= _PAUSE_MS:
            self.end_step()


def _is_menu_letter(event: QKeyEvent) -> bool:
    """Whether Alt is held with a letter; on macOS that key writes characters."""
    with_alt = event.modifiers() & _MODIFIERS & ~_SHIFT == _ALT
    return with_alt and event.text().isprintable() and bool(event.text()) and not _ON_MAC


def _types_text(event: QKeyEvent) -> bool:
    """Return whether a key writes its text, as Qt decides it (Ctrl+Alt is AltGr)."""
    text, modifiers = event.text(), event.modifiers()
    if not text or (modifiers & _CTRL and not modifiers & _ALT):
        return False
    return text.isprintable() or unicodedata.category(text[0]) in _ALSO_TYPED
