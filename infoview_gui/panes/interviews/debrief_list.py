"""The captured lines as rows: kept by line, so that focus and fields survive a change of others.

Must not write anything: it tells what the user wants.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.panes.interviews.debrief_row import DebriefRow
from infoview_gui.panes.interviews.debrief_words import LineWords
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.debrief import Captured
from infoview_gui.theme import Theme

Key = tuple[str, object]
"""The kind of a line, with its moment where that tells it from the others, else its text."""


class DebriefList(QWidget):
    """Rows in the order of the notes."""

    keep_requested = Signal(object)
    """The button of a row (DebriefRow), or Enter in its fields."""
    left = Signal(object)
    """The keyboard left the fields of a row (DebriefRow)."""
    edit_requested = Signal()
    menu_requested = Signal(object)
    current_changed = Signal()
    row_wanted = Signal(object)
    emptied = Signal()
    """The row with the keyboard is gone."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self.rows: dict[Key, DebriefRow] = {}
        self.current: DebriefRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[Captured], words: Callable[[Captured], LineWords]) -> bool:
        """Show these; say whether rows came or went."""
        keyed = dict(zip(_keys(lines), lines, strict=True))
        gone = set(self.rows) - set(keyed)
        for key in gone:
            self._drop(key)
        added = [key for key in keyed if key not in self.rows]
        for place, (key, line) in enumerate(keyed.items()):
            row = self.rows.get(key) or self._add(key, line)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_line(line, words(line))
        return bool(gone or added)

    def in_order(self) -> list[DebriefRow]:
        """Return the rows from above to below."""
        return sorted(self.rows.values(), key=self._column.indexOf)

    def next_open(self) -> DebriefRow | None:
        """Return the current row if it is not kept, else the next that is not, else None."""
        rows = self.in_order()
        at = rows.index(self.current) if self.current in rows else 0
        around = [*rows[at:], *rows[:at]]
        return next((row for row in around if row.line.target_id is None), None)

    def edit(self, row: DebriefRow, said_on: date) -> None:
        """Open the fields of a row."""
        self._on_entered(row)
        row.begin_editing(said_on)
        self.row_wanted.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from row to row with the arrow keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        rows = self.in_order()
        at = rows.index(self.current) if self.current in rows else 0
        target = rows[max(0, min(len(rows) - 1, at + step))]
        target.button.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, key: Key, line: Captured) -> DebriefRow:
        row = DebriefRow(self._theme, self._times, line, self)
        self.rows[key] = row
        row.button.installEventFilter(self)
        row.keep_requested.connect(self._on_keep_requested)
        row.left.connect(self._on_left)
        row.entered.connect(self._on_row_entered)
        row.edit_requested.connect(self._on_edit_requested)
        row.menu_requested.connect(self._on_menu_requested)
        return row

    def _drop(self, key: Key) -> None:
        row = self.rows.pop(key)
        had_focus = row.isAncestorOf(self.focusWidget() or self)
        self._column.removeWidget(row)
        if row.fields is not None:
            row.fields.blockSignals(True)
        row.hide()
        row.deleteLater()
        if self.current is row:
            self.current = None
            self.current_changed.emit()
        if had_focus:
            self.emptied.emit()

    def _sender_row(self) -> DebriefRow:
        return cast("DebriefRow", self.sender())

    def _on_keep_requested(self) -> None:
        self.keep_requested.emit(self._sender_row())

    def _on_left(self) -> None:
        self.left.emit(self._sender_row())

    def _on_row_entered(self) -> None:
        self._on_entered(self._sender_row())

    def _on_entered(self, row: DebriefRow) -> None:
        if row is not self.current:
            self.current = row
            self.current_changed.emit()
        self.row_wanted.emit(row)

    def _on_edit_requested(self) -> None:
        self._on_entered(self._sender_row())
        self.edit_requested.emit()

    def _on_menu_requested(self, at: QPoint) -> None:
        self.menu_requested.emit(at)


def _keys(lines: Sequence[Captured]) -> list[Key]:
    often = Counter((line.kind, line.moment) for line in lines)
    alone = [line.moment is not None and often[line.kind, line.moment] == 1 for line in lines]
    return [
        (line.kind.value, line.moment if lone else line.line)
        for line, lone in zip(lines, alone, strict=True)
    ]
