"""The points of a checklist as rows that are ticked, edited and moved.

Must not write anything: it tells what the user wants.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.services.checklists import Point
from infoview_gui.theme import Theme
from infoview_gui.widgets.check_row import CheckRow
from infoview_gui.widgets.row_list import RowList
from infoview_gui.widgets.row_text import RowWords


class PointRow(CheckRow):
    """A check row that knows its place in the list."""

    def __init__(self, theme: Theme, place: int, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.place = place

    def show_point(self, point: Point) -> None:
        """Show a point, struck out when it is seen to."""
        done = point.done_at is not None
        self.show_row(RowWords(text=point.text, struck=done), checked=done, name=point.text)

    def begin_editing(self) -> None:
        """Edit the words in place."""
        super().begin_editing()
        if self.field is not None:
            self.field.setAccessibleName("Words of the point")


class PointList(RowList[int, PointRow]):
    """One row for each place; the focus stays at its place while the words change."""

    tick_requested = Signal(int, bool)
    edit_committed = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    @property
    def current_place(self) -> int | None:
        """The place of the current row."""
        return None if self.current is None else self.current.place

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these, in order."""
        self.keep_rows(range(len(points)))
        for row, point in zip(self.in_order(), points, strict=True):
            row.show_point(point)

    def choose(self, place: int) -> None:
        """Give the keyboard to the row at a place, or to the last there is."""
        if self.rows:
            row = self.rows[min(place, len(self.rows) - 1)]
            row.check.setFocus(Qt.FocusReason.TabFocusReason)

    def edit_current(self) -> None:
        """Edit the words of the current row in place."""
        row = self.current
        if row is not None:
            row.begin_editing()
            if row.field is not None:
                self.setTabOrder(row.check, row.field)

    def leave(self) -> None:
        """Keep what is being typed in a row."""
        for row in tuple(self.rows.values()):
            row.end_editing()

    def _made(self, key: int) -> PointRow:
        row = PointRow(self._theme, key, self)
        row.ticked.connect(self._on_ticked)
        row.edited.connect(self._on_edited)
        return row

    def _on_ticked(self, checked: bool) -> None:
        self.tick_requested.emit(self._sender_row().place, checked)

    def _on_edited(self, text: str) -> None:
        self.edit_committed.emit(self._sender_row().place, text)
