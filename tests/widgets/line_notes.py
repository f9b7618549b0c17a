"""What the tests of the notes editor share: an editor with a clock that is set by hand."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QTextCursor,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.line_editor import LineEditor, MarkSpan

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
START = 60_000


class Notes:
    """An editor with a clock that is set by hand; lines before START are prep."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = 0
        self.start = START
        self.asked: list[int | None] = []
        self.theme = Theme(scheme=Scheme.LIGHT)
        self.editor = LineEditor(
            self.theme,
            now=lambda: self.now,
            margin_text=self._margin_text,
            mark=read_mark,
            muted=lambda moment: moment is not None and moment < self.start,
        )
        qtbot.addWidget(self.editor)

    def _margin_text(self, moment: int | None) -> str:
        self.asked.append(moment)
        return "prep" if moment is None or moment < self.start else f"{moment // 1000}"

    def type(self, text: str, at: int) -> None:
        self.now = at
        QTest.keyClicks(self.editor, text)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        at: int | None = None,
    ) -> None:
        self.now = self.now if at is None else at
        QTest.keyClick(self.editor, key, modifiers)

    def select(self, anchor: int, position: int | None = None) -> None:
        cursor = self.editor.textCursor()
        cursor.setPosition(anchor)
        end = anchor if position is None else position
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)

    def lines(self) -> list[tuple[str, int]]:
        text, moments = self.editor.snapshot()
        return list(zip(text.split("\n"), moments, strict=True))


def read_mark(text: str) -> MarkSpan | None:
    if text.startswith("! ") and len(text) > 2:
        return MarkSpan(0, 2, "amb", "lightbulb")
    if text.startswith("@ ") and "," in text:
        return MarkSpan(0, text.index(","), "vio", "user-plus")
    return None


def text_data(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data
