"""The card that asks which times to propose: free ones to tick, and one's own to type.

Each stands there as it is here and there; what is typed is read back before it is taken. Changes
nothing. Moments are ms since 1970 UTC.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes import planning
from infoview_gui.panes.dialogs.own_time import OwnTime
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted, dotted
from infoview_gui.practice.offer_times import MOST, spread
from infoview_gui.theme import Theme
from infoview_gui.widgets.announce import announce
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, wrapped_label
from infoview_gui.widgets.tab_order import order_tabs

_WIDTH = 470
_LOOKING = "Looking for times that are free…"
_NONE_FREE = "No hour of the next days is free at both places. Type a time of your own."
_FREE = "These are free, at working hours of both of you."


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom times are looked for: name, their zones, minutes, and what is held already."""

    name: str
    zones: tuple[str, ...]
    minutes: int
    held: tuple[int, ...] = ()


class TimesCard(QDialog):
    """Window-modal; Enter takes what is ticked, Esc leaves all as it is."""

    settled = Signal(object)
    """The chosen moments, in order."""

    def __init__(
        self,
        theme: Theme,
        times: LocalTime,
        asked: Asked,
        clash: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        """``clash`` says what else is planned at a moment, empty for nothing."""
        super().__init__(parent)
        self._times, self._asked = times, asked
        self.checks: dict[int, QCheckBox] = {}
        self._touched = False
        self.setWindowTitle("Propose times")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._about = wrapped_label(_LOOKING, "muted", self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.own = OwnTime(times, asked.zones, asked.minutes, clash, self)
        self.add = push_button(theme, "Add", parent=self)
        self.take = push_button(theme, "", kind="primary", parent=self)
        self.cancel = push_button(theme, "Cancel", parent=self)
        self._arrange()
        self.own.changed.connect(self._on_typed)
        self.add.clicked.connect(self._on_add)
        self.take.clicked.connect(self._on_take)
        self.cancel.clicked.connect(self.reject)
        for at in asked.held:
            self._row(at, checked=True)
        self._on_typed()
        self._tell()
        self.take.setFocus()

    def show_suggested(self, moments: Sequence[int]) -> None:
        """Offer these too; where nothing is chosen yet, three of them are ticked."""
        fresh = not self.chosen() and not self._touched
        ticked = spread(moments, self._times.zone) if fresh else []
        for at in moments:
            self._row(at, checked=at in ticked)
        self._about.setText(_FREE if moments else _NONE_FREE)
        self._tell()
        if not moments and not self.checks:
            self.own.line.setFocus()

    def chosen(self) -> list[int]:
        """Return what is ticked, in order."""
        return sorted(at for at, check in self.checks.items() if check.isChecked())

    # -- rows

    def _row(self, at: int, *, checked: bool) -> None:
        if at in self.checks:
            self.checks[at].setChecked(checked or self.checks[at].isChecked())
            return
        check = QCheckBox(self._words(at).replace("&", "&&"), self)
        check.setAccessibleName(self._words(at))
        check.setChecked(checked)
        check.toggled.connect(self._on_toggled)
        self.checks[at] = check
        self._rows.insertWidget(sorted(self.checks).index(at), check)
        check.show()
        order_tabs(self)

    def _words(self, at: int) -> str:
        here = f"{self._times.date_text(at)} {self._times.time_text(at)}"
        return dotted(here, planning.there(self._times, at, self._asked.zones))

    def _on_toggled(self, _checked: bool) -> None:
        self._touched = True
        self._tell()

    def _tell(self) -> None:
        many, held = len(self.chosen()), bool(self._asked.held)
        words = f"Propose {counted(many, 'time', 'times')}" if many else "Propose no time"
        self.take.setText(words)
        self.take.setAccessibleName(words)
        self.take.setEnabled(0 < many <= MOST or (held and not many))
        self.take.setDefault(True)
        if many > MOST:
            self.own.say(f"{MOST} times at most: more is a calendar, not a question.", "amber")
        elif self.own.is_empty:
            self.own.say("")

    # -- one's own

    def _on_typed(self) -> None:
        self.add.setEnabled(self.own.moment is not None)

    def _on_add(self) -> None:
        at = self.own.moment
        if at is None:
            return
        told = self.own.reading.text()
        self._touched = True
        self._row(at, checked=True)
        self.own.line.clear()
        self._tell()
        self.own.line.setFocus()
        announce(self, f"Added: {told}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter in the line add what is typed there; elsewhere it takes what is ticked."""
        enters = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enters and self.own.line.hasFocus() and not self.own.is_empty:
            self._on_add()
        elif enters and isinstance(self.focusWidget(), QCheckBox):
            self._on_take()
        else:
            super().keyPressEvent(event)

    def _on_take(self) -> None:
        if self.take.isEnabled():
            chosen = self.chosen()
            self.accept()
            self.settled.emit(chosen)

    # -- looks

    def _arrange(self) -> None:
        minutes = counted(self._asked.minutes, "minute", "minutes")
        name = self._asked.name
        unknown = "" if self._asked.zones else f" The time zone of {name} is not known."
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(8)
        column.addWidget(wrapped_label(f"Propose times to {name}", "h1", self))
        held = f"{minutes} each, held in your calendar from now on.{unknown}"
        column.addWidget(wrapped_label(held, "small", self))
        column.addSpacing(4)
        column.addWidget(self._about)
        column.addLayout(self._rows)
        title = label("A time of your own", "h3", self)
        title.setBuddy(self.own.line)
        column.addSpacing(4)
        column.addWidget(title)
        typed = QHBoxLayout()
        typed.setSpacing(8)
        typed.addWidget(self.own, 1)
        typed.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(typed)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.take)
        column.addLayout(row)
