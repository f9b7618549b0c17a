"""The entries of the days to come as one list, for mouse, keyboard and screen reader.

Shows and asks, never changes anything: each wish leaves as a ``…_requested`` signal, and the owner
answers with ``show_rows``. Must not know people, databases or time zones.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QToolTip, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets import week_layout as lay
from infoview_gui.widgets.agenda_rows import AgendaDelegate, AgendaModel, AgendaRow
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.entry_steps import EntrySteps
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.own_keys import act, action_of, claim
from infoview_gui.widgets.week_layout import Entry

__all__ = ["AgendaRow", "AgendaView"]

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier
_NINE = 9 * 60


class AgendaView(QListView):
    """Days with their entries and what is due.

    Keys: Up/Down or K/J the entry before/after; Home/End the first/last; PageUp/PageDown earlier or
    later days; Enter opens it, or creates one where nothing is chosen; Insert or N creates;
    Ctrl+arrows move the entry; Shift+Up/Down change its length; Delete; Menu or Shift+F10.
    """

    create_requested = Signal(object, int)
    open_requested = Signal(object)
    due_requested = Signal(object)
    """What the chosen row of what is due leads to."""
    chosen = Signal(object)
    move_requested = Signal(object, object)
    resize_requested = Signal(object, int)
    refused = Signal(object)
    delete_requested = Signal(object)
    menu_requested = Signal(object, QPoint)
    turn_requested = Signal(int)
    """-1 for the days before, 1 for those after."""

    def __init__(
        self, theme: Theme, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now, self._minutes = now, lay.STEP
        self._first = now().date()
        self._told: object = None
        self.steps = EntrySteps(self)
        self._model = AgendaModel(self)
        self._delegate = AgendaDelegate(theme, self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Agenda"))
        self.setProperty("kind", "clear")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._keys = self._key_table()
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self.viewport().update)

    # -- what the owner shows

    def show_rows(self, first: date, rows: Sequence[AgendaRow]) -> None:
        """Show the rows of the days from ``first`` on. The choice survives where its key does."""
        kept, place = self._chosen_row(), self.currentIndex().row()
        same = first == self._first
        self._first, self._delegate.today = first, self._now().date()
        self._model.show(rows)
        found = self._row_like(kept)
        if found is None and kept is not None and same:
            found = self._nearest(place)
        self._go(found)

    def _row_like(self, row: AgendaRow | None) -> int | None:
        if row is None:
            return None
        same = (
            number
            for number, one in enumerate(self._model.rows)
            if one.kind == row.kind and (one.key, one.due) == (row.key, row.due)
            and (row.key is not None or one.title == row.title)
        )  # fmt: skip
        return next(same, None)

    def _nearest(self, place: int) -> int | None:
        stops = [n for n, row in enumerate(self._model.rows) if row.kind != "day"]
        return min(stops, key=lambda stop: (abs(stop - place), stop), default=None)

    def set_default_minutes(self, minutes: int) -> None:
        """Set the length of entries created by key."""
        self._minutes = max(lay.LEAST_MINUTES, minutes)

    # -- what is chosen

    def choose(self, key: object) -> None:
        """Choose an entry; None or one that is not shown chooses nothing."""
        places = (n for n, row in enumerate(self._model.rows) if key is not None and row.key == key)
        self._go(next(places, None))

    def _go(self, place: int | None) -> None:
        index = QModelIndex() if place is None else self._model.index(place)
        self.setCurrentIndex(index)
        if place is None:
            self.clearSelection()
            self._tell()

    def go_to(self, moment: datetime) -> None:
        """Go to the first line of the first day that is not before a moment."""
        stops = (n for n, row in enumerate(self._model.rows) if row.kind != "day")
        day = moment.date()
        self._go(next((n for n in stops if self._model.rows[n].day >= day), None))

    def chosen_key(self) -> object:
        """Return the key of the chosen entry, or None."""
        row = self._chosen_row()
        return row.key if row else None

    def chosen_entry(self) -> Entry | None:
        """Return the chosen entry."""
        row = self._chosen_row()
        return row.entry if row else None

    def carry(self, title: str, minutes: int, at: QPoint | None) -> datetime | None:
        """Take nothing: there are no times to drop something on."""
        del title, minutes, at
        return None

    def cursor_slot(self) -> datetime:
        """Return when something new on the chosen day would begin."""
        row = self._chosen_row()
        return lay.at_minute(row.day if row else self._first, _NINE)

    def say(self, text: str) -> None:
        """Tell a screen reader."""
        announce(self, text)

    def towards(self, sign: int) -> int:
        """Return the days that a key to the left or right leads on."""
        return -sign if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else sign

    def _chosen_row(self) -> AgendaRow | None:
        return self._row_at(self.currentIndex())

    def _row_at(self, index: QModelIndex | QPersistentModelIndex) -> AgendaRow | None:
        return self._model.rows[index.row()] if index.isValid() else None

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which entry is chosen."""
        super().selectionChanged(selected, deselected)
        self._tell()

    def _tell(self) -> None:
        key = self.chosen_key()
        if key != self._told:
            self._told = key
            self.chosen.emit(key)

    # -- keys and mouse

    def _key_table(self) -> dict[int, Callable[[], object]]:
        k = Qt.Key
        rows: list[tuple[Qt.KeyboardModifier, Qt.Key, Callable[[], object]]] = [
            (_PLAIN, k.Key_Up, lambda: self._step(-1)),
            (_PLAIN, k.Key_Down, lambda: self._step(1)),
            (_PLAIN, k.Key_J, lambda: self._step(1)),
            (_PLAIN, k.Key_K, lambda: self._step(-1)),
            (_PLAIN, k.Key_Home, lambda: self._go(self._nearest(0))),
            (_PLAIN, k.Key_End, lambda: self._go(self._nearest(len(self._model.rows)))),
            (_PLAIN, k.Key_PageUp, lambda: self.turn_requested.emit(-1)),
            (_PLAIN, k.Key_PageDown, lambda: self.turn_requested.emit(1)),
            (_PLAIN, k.Key_Return, self._open_or_create),
            (_PLAIN, k.Key_Enter, self._open_or_create),
            (_PLAIN, k.Key_Insert, self._create),
            (_PLAIN, k.Key_N, self._create),
            (_PLAIN, k.Key_Delete, self._delete),
            (_PLAIN, k.Key_Menu, self._menu),
            (_SHIFT, k.Key_F10, self._menu),
            (_CTRL, k.Key_Up, self.steps.earlier),
            (_CTRL, k.Key_Down, self.steps.later),
            (_CTRL, k.Key_Left, self.steps.day_back),
            (_CTRL, k.Key_Right, self.steps.day_on),
            (_SHIFT, k.Key_Up, self.steps.shorter),
            (_SHIFT, k.Key_Down, self.steps.longer),
        ]
        return {key.value | modifiers.value: act for modifiers, key, act in rows}

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        return action_of(self._keys, event)

    def event(self, event: QEvent) -> bool:
        """Claim our keys before the window's shortcuts do."""
        return claim(event, self._action) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the class says about keys."""
        act(event, self._action)

    def _step(self, sign: int) -> None:
        """Go to the next entry or thing due; beyond the last one the next days are asked for."""
        place = self.currentIndex().row()
        stops = [n for n, row in enumerate(self._model.rows) if row.kind != "day"]
        ahead = [n for n in stops if (n > place if sign > 0 else n < place)]
        if not self.currentIndex().isValid():
            ahead = stops
        if ahead:
            self._go(ahead[0] if sign > 0 else ahead[-1])

    def _open_or_create(self) -> None:
        row = self._chosen_row()
        if row is None:
            self._create()
        elif row.entry is not None:
            self.open_requested.emit(row.key)
        elif row.due is not None:
            self.due_requested.emit(row.due)

    def _create(self) -> None:
        self.create_requested.emit(self.cursor_slot(), self._minutes)

    def _delete(self) -> None:
        if self.chosen_key() is not None:
            self.delete_requested.emit(self.chosen_key())

    def _menu(self) -> None:
        rect = self.visualRect(self.currentIndex())
        below = self.viewport().mapToGlobal(rect.bottomLeft() + QPoint(24, 0))
        self.menu_requested.emit(self.chosen_key(), below)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = self._row_at(index)
        if row is not None and row.kind != "day":
            self._open_or_create()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer; the keys ask through the key table."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit(self.chosen_key(), event.globalPos())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole of a row in its tool tip."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        row = self._row_at(self.indexAt(event.pos()))
        parts = (row.when, row.there, row.title, row.detail) if row and row.entry else ()
        text = plain_tool_tip("\n".join(part for part in parts if part)) if parts else ""
        QToolTip.showText(event.globalPos(), text, self.viewport())
        return True
