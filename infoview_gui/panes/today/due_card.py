"""The card *To do*: a row for each thing that is due. Keeps the keyboard's place when rows go.

Must not know what the verbs do.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted
from infoview_gui.panes.today.due_row import DueRowWidget
from infoview_gui.practice.routine.rows import Key
from infoview_gui.services.due_row import DueRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import tool_button
from infoview_gui.widgets.labels import label

MOST_ROWS = 40
"""More are not looked through in a day, and would hold the window up."""
_BY_KEY = Qt.FocusReason.TabFocusReason


class DueCard(QFrame):
    """What is to do, the most pressing first."""

    chosen = Signal(str, object)
    task_requested = Signal()
    person_requested = Signal(object)
    emptied = Signal()
    """The row with the keyboard has gone and there is none to take its place."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self.letters = True
        """Whether letters can be written here."""
        self._rows: list[DueRowWidget] = []
        self._last: Key | None = None
        """The row that had the keyboard last, while it has not gone elsewhere on the page."""
        self.setProperty("kind", "card")
        self.setAccessibleName("To do")
        self._count = label("", "muted")
        self._add = tool_button(theme, "Add a task", icon="plus")
        self._add.clicked.connect(self.task_requested)
        self._nothing = label("Nothing is due.", "muted")
        self._nothing.setContentsMargins(16, 14, 16, 14)
        self._more = label("", "muted")
        self._more.setContentsMargins(16, 10, 16, 12)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self._head())
        self._column.addWidget(self._nothing)
        self._column.addWidget(self._more)

    @property
    def rows(self) -> Sequence[DueRowWidget]:
        """The rows from the top."""
        return self._rows

    def show_rows(self, rows: Sequence[DueRow]) -> None:
        """Show what is due now; widgets of rows that stay are kept."""
        place = self._focused_place()
        kept = {widget.key: widget for widget in self._rows}
        wanted = [self._widget(row, kept) for row in rows[:MOST_ROWS]]
        gone = [widget for widget in self._rows if widget not in wanted]
        lost = place is not None and self._rows[place] in gone
        self._remove(gone)
        self._rows = wanted
        for number, widget in enumerate(wanted):
            if self._column.indexOf(widget) != number + 2:
                self._column.insertWidget(number + 2, widget)
            widget.set_last(number == len(wanted) - 1)
            widget.show()
        due = sum(row.has_day for row in rows)
        self._count.setText(f"{due} due" if due else "")
        more = len(rows) - len(wanted)
        self._more.setText(f"and {more:,} more, when these are done")
        self._more.setVisible(more > 0)
        self._nothing.setVisible(not rows)
        self.setAccessibleDescription(counted(len(rows), "thing to do", "things to do"))
        if lost and place is not None:
            self._focus_near(place)

    def controls(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        rows = [control for row in self._rows for control in row.controls()]
        return [self._add, *rows]

    def first_control(self) -> QWidget | None:
        """Return where the keyboard begins, or None when nothing is due."""
        return self._rows[0].first_control() if self._rows else None

    def focused_row(self) -> DueRowWidget | None:
        """Return the row that has the keyboard, or None."""
        place = self._focused_place()
        return None if place is None else self._rows[place]

    def note_focus(self) -> None:
        """Remember which row has the keyboard; none if it is elsewhere on the page."""
        row = self.focused_row()
        self._last = None if row is None else row.key

    def last_row(self) -> DueRow | None:
        """Return the row with the keyboard, else the last one that had it, as in a menu."""
        row = self.focused_row() or next((one for one in self._rows if one.key == self._last), None)
        return None if row is None else row.row

    def menu_place(self, key: Key) -> QPoint:
        """Return where on the screen the menu of a row opens."""
        row = next((one for one in self._rows if one.key == key), None)
        if row is None:
            return self.mapToGlobal(QPoint())
        button = list(row.buttons.values())[-1]
        return button.mapToGlobal(button.rect().bottomLeft())

    def _head(self) -> QWidget:
        head = QFrame(self)
        head.setProperty("kind", "clear")
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 9, 16, 7)
        row.addWidget(label("To do", "h2"))
        row.addStretch()
        row.addWidget(self._count)
        row.addWidget(self._add)
        line = QFrame(self)
        line.setProperty("kind", "line")
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(line)
        return whole

    def _widget(self, row: DueRow, kept: dict[Key, DueRowWidget]) -> DueRowWidget:
        known = kept.get(row.key)
        if known is not None and known.fits(row, letters=self.letters):
            known.show_row(row)
            return known
        made = DueRowWidget(self._theme, self._times, row, self, letters=self.letters)
        made.chosen.connect(self.chosen)
        made.step_requested.connect(self._on_step)
        made.person_requested.connect(self.person_requested)
        return made

    def _remove(self, widgets: Sequence[DueRowWidget]) -> None:
        for widget in widgets:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _focused_place(self) -> int | None:
        # Asked of the window: while a dialog is open, its keyboard is only waiting.
        focus = self.window().focusWidget()
        places = (
            place
            for place, row in enumerate(self._rows)
            if focus is not None and row.isAncestorOf(focus)
        )
        return next(places, None)

    def _focus_near(self, place: int) -> None:
        if not self._rows:
            self.emptied.emit()
            return
        row = self._rows[min(place, len(self._rows) - 1)]
        row.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_step(self, by: int) -> None:
        """Go to the same control of the row above or below; at an end stay."""
        widget = self.sender()
        if not isinstance(widget, DueRowWidget):
            return
        place = self._rows.index(widget) + by
        if 0 <= place < len(self._rows):
            controls = self._rows[place].controls()
            at = widget.focused_place()
            target = controls[at] if at < len(controls) else controls[-1]
            (target if target.isEnabled() else controls[1]).setFocus(_BY_KEY)
