"""Rows below each other that are gone through with the arrow keys. Knows nothing of what they say.

Rows are kept by key, so that focus and editing survive a change of the others.
"""

from collections.abc import Hashable, Sequence
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ListRow(QFrame):
    """One row; ``stop`` is the part of it that takes the keyboard."""

    entered = Signal()
    """The row has the keyboard or was clicked."""
    menu_requested = Signal(object)
    """Where to open the menu (QPoint of the screen)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stop: QWidget = self

    def set_stop(self, stop: QWidget) -> None:
        """Name the part of the row that takes the keyboard."""
        self.stop = stop
        stop.installEventFilter(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here."""
        self.entered.emit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, by mouse or by the menu key."""
        self.entered.emit()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        below = self.stop.mapToGlobal(QPoint(0, self.stop.height()))
        self.menu_requested.emit(below if by_key else event.globalPos())
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the keyboard."""
        if watched is self.stop and event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        return super().eventFilter(watched, event)


KeyT = TypeVar("KeyT", bound=Hashable)
RowT = TypeVar("RowT", bound=ListRow)


class RowList(QWidget, Generic[KeyT, RowT]):
    """Must not write anything: it tells what the user wants. Derive from it, and make the rows."""

    menu_requested = Signal(object)
    current_changed = Signal()
    row_wanted = Signal(object)
    """A row that should be brought in sight."""
    emptied = Signal()
    """The row with the keyboard is gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[KeyT, RowT] = {}
        self.current: RowT | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def in_order(self) -> list[RowT]:
        """Return the rows from above to below."""
        return sorted(self.rows.values(), key=self._column.indexOf)

    def keep_rows(self, keys: Sequence[KeyT]) -> bool:
        """Have one row for each key, in this order; say whether rows came or went."""
        gone = set(self.rows) - set(keys)
        for key in gone:
            self._drop(self.rows.pop(key))
        added = [key for key in keys if key not in self.rows]
        for key in added:
            self._add(key)
        for place, key in enumerate(keys):
            if self._column.indexOf(self.rows[key]) != place:
                self._column.insertWidget(place, self.rows[key])
        return bool(gone or added)

    def enter(self, row: RowT) -> None:
        """Make a row the current one, and have it in sight."""
        if row is not self.current:
            self.current = row
            self.current_changed.emit()
        self.row_wanted.emit(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from row to row with the arrow keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()), 0)
            if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _made(self, key: KeyT) -> RowT:
        """Return a new row, connected to whatever is to be heard of it."""
        raise NotImplementedError

    def _sender_row(self) -> RowT:
        return cast("RowT", self.sender())

    def _step(self, step: int) -> None:
        rows = self.in_order()
        at = 0 if self.current is None else rows.index(self.current)
        target = rows[max(0, min(len(rows) - 1, at + step))]
        target.stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, key: KeyT) -> None:
        row = self.rows[key] = self._made(key)
        row.stop.installEventFilter(self)
        row.entered.connect(self._on_entered)
        row.menu_requested.connect(self.menu_requested)

    def _drop(self, row: RowT) -> None:
        had_focus = row.isAncestorOf(self.focusWidget() or self)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self.current is row:
            self.current = None
            self.current_changed.emit()
        if had_focus:
            self.emptied.emit()

    def _on_entered(self) -> None:
        self.enter(self._sender_row())
