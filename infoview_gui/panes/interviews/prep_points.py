"""The points of a checklist as rows that are ticked, edited and moved.

Must not write anything: it tells what the user wants.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from infoview_gui.services.checklists import Point
from infoview_gui.theme import Theme
from infoview_gui.widgets.check_row import CheckRow
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


class PointList(QWidget):
    """One row for each place; the focus stays at its place while the words change."""

    tick_requested = Signal(int, bool)
    edit_committed = Signal(int, object)
    menu_requested = Signal(object)
    current_changed = Signal()
    row_wanted = Signal(object)
    """A row that should be brought in sight (PointRow)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[PointRow] = []
        self.current: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these, in order."""
        while len(self.rows) > len(points):
            self._drop_last()
        while len(self.rows) < len(points):
            self._add()
        for row, point in zip(self.rows, points, strict=True):
            row.show_point(point)

    def choose(self, place: int) -> None:
        """Give the keyboard to the row at a place, or to the last there is."""
        if self.rows:
            row = self.rows[min(place, len(self.rows) - 1)]
            row.check.setFocus(Qt.FocusReason.TabFocusReason)

    def edit_current(self) -> None:
        """Edit the words of the current row in place."""
        if self.current is not None:
            row = self.rows[self.current]
            row.begin_editing()
            if row.field is not None:
                self.setTabOrder(row.check, row.field)

    def leave(self) -> None:
        """Keep what is being typed in a row."""
        for row in tuple(self.rows):
            row.end_editing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from row to row with the arrow keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.choose(max(0, (self.current or 0) + step))
                return True
        return super().eventFilter(watched, event)

    def _add(self) -> None:
        row = PointRow(self._theme, len(self.rows), self)
        self.rows.append(row)
        self._column.addWidget(row)
        row.check.installEventFilter(self)
        row.ticked.connect(self._on_ticked)
        row.edited.connect(self._on_edited)
        row.entered.connect(self._on_entered)
        row.menu_requested.connect(self.menu_requested)

    def _drop_last(self) -> None:
        row = self.rows.pop()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self.current == row.place:
            self.current = None
            self.current_changed.emit()

    def _sender_place(self) -> int:
        row = self.sender()
        return row.place if isinstance(row, PointRow) else 0

    def _on_ticked(self, checked: bool) -> None:
        self.tick_requested.emit(self._sender_place(), checked)

    def _on_edited(self, text: str) -> None:
        self.edit_committed.emit(self._sender_place(), text)

    def _on_entered(self) -> None:
        found = self._sender_place()
        if found != self.current:
            self.current = found
            self.current_changed.emit()
        if found < len(self.rows):
            self.row_wanted.emit(self.rows[found])
