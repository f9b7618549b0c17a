"""The captured lines as rows: kept by line, so that focus and fields survive a change of others.

Must not write anything: it tells what the user wants.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes.interviews.debrief_row import DebriefRow
from infoview_gui.panes.interviews.debrief_words import LineWords
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.debrief import Captured
from infoview_gui.theme import Theme
from infoview_gui.widgets.row_list import RowList

Key = tuple[str, object]
"""The kind of a line, with its moment where that tells it from the others, else its text."""


class DebriefList(RowList[Key, DebriefRow]):
    """Rows in the order of the notes."""

    keep_requested = Signal(object)
    """The button of a row (DebriefRow), or Enter in its fields."""
    left = Signal(object)
    """The keyboard left the fields of a row (DebriefRow)."""
    edit_requested = Signal()

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._lines: dict[Key, Captured] = {}

    def show_lines(self, lines: Sequence[Captured], words: Callable[[Captured], LineWords]) -> bool:
        """Show these; say whether rows came or went."""
        self._lines = dict(zip(_keys(lines), lines, strict=True))
        changed = self.keep_rows(tuple(self._lines))
        for key, line in self._lines.items():
            self.rows[key].show_line(line, words(line))
        return changed

    def next_open(self) -> DebriefRow | None:
        """Return the current row if it is not kept, else the next that is not, else None."""
        rows = self.in_order()
        at = 0 if self.current is None else rows.index(self.current)
        around = [*rows[at:], *rows[:at]]
        return next((row for row in around if row.line.target_id is None), None)

    def edit(self, row: DebriefRow, said_on: date) -> None:
        """Open the fields of a row."""
        self.enter(row)
        row.begin_editing(said_on)
        self.row_wanted.emit(row)

    def _made(self, key: Key) -> DebriefRow:
        row = DebriefRow(self._theme, self._times, self._lines[key], self)
        row.keep_requested.connect(self._on_keep_requested)
        row.left.connect(self._on_left)
        row.edit_requested.connect(self._on_edit_requested)
        return row

    def _drop(self, row: DebriefRow) -> None:
        if row.fields is not None:
            row.fields.blockSignals(True)  # what is typed there goes with the row
        super()._drop(row)

    def _on_keep_requested(self) -> None:
        self.keep_requested.emit(self._sender_row())

    def _on_left(self) -> None:
        self.left.emit(self._sender_row())

    def _on_edit_requested(self) -> None:
        self.enter(self._sender_row())
        self.edit_requested.emit()


def _keys(lines: Sequence[Captured]) -> list[Key]:
    often = Counter((line.kind, line.moment) for line in lines)
    alone = [line.moment is not None and often[line.kind, line.moment] == 1 for line in lines]
    return [
        (line.kind.value, line.moment if lone else line.line)
        for line, lone in zip(lines, alone, strict=True)
    ]
