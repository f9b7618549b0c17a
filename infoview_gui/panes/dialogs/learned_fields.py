"""The small fields in which one thing that was learned is edited, where it stands.

Knows the fields of a kind, not where they are kept. Enter keeps, Escape gives up.
"""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from infoview_gui.panes.dialogs.learned_words import FIELD_WORDS, day_first, due_words
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.due_dates import read_day
from infoview_gui.practice.marks import MarkKind
from infoview_gui.practice.questions import Category
from infoview_gui.widgets.labels import label, set_tone, wrapped_label
from infoview_gui.widgets.leaving import is_left
from infoview_gui.widgets.undo_keys import UndoPassing

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_DAY = "No day can be read from this. Write “Friday”, “3 Dec” or “in two weeks”."


class _Choice(QComboBox):
    """Does not turn with the wheel that scrolls past it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is around."""
        event.ignore()


class LearnedFields(QWidget):
    """One line for each field, its name before it."""

    kept = Signal()
    given_up = Signal()
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(
        self,
        kind: MarkKind,
        fields: Mapping[str, str],
        times: LocalTime,
        *,
        said_on: date | None = None,
        due: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show ``fields``; a day is counted from ``said_on``, ``due`` are its words if any."""
        super().__init__(parent)
        self._times = times
        self._said_on = said_on or times.today()
        self._before = dict(fields)
        self._due_before = due or fields.get("due", "")
        self.inputs: dict[str, QLineEdit | QComboBox] = {}
        self.reading = wrapped_label("", "small", self)
        self.reading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.reading.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, (name, words) in enumerate(FIELD_WORDS[kind].items()):
            made = self._make(name, words)
            title = label(words, "small", self)
            title.setBuddy(made)
            grid.addWidget(title, place, 0)
            grid.addWidget(made, place, 1)
        grid.addWidget(self.reading, len(self.inputs), 0, 1, 2)
        if "due" in self.inputs:
            self._read()
        self._shown = {name: _text(one) for name, one in self.inputs.items()}

    def begin(self) -> None:
        """Take the keyboard, with the first field selected."""
        first = next(iter(self.inputs.values()))
        if isinstance(first, QLineEdit):
            first.selectAll()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def values(self) -> dict[str, str]:
        """Return what is in the fields; ``due`` as a date such as 2026-11-27, or empty."""
        found = {name: _text(one).strip() for name, one in self.inputs.items()}
        if "due" in found:
            day = self._day()
            found["due"] = "" if day is None else day.isoformat()
        return found

    def typed(self) -> dict[str, str]:
        """Return the words in the fields if any was changed, else nothing."""
        now = {name: _text(one) for name, one in self.inputs.items()}
        return {} if now == self._shown else now

    def take_up(self, typed: Mapping[str, str]) -> None:
        """Show what was typed before."""
        for name, text in typed.items():
            field = self.inputs[name]
            if isinstance(field, QLineEdit):
                field.setText(text)
            else:
                field.setCurrentIndex(max(0, field.findData(text)))
        if "due" in self.inputs:
            self._read()

    def changed(self) -> dict[str, str]:
        """Return the values that are other ones than before."""
        now = self.values()
        return {name: text for name, text in now.items() if text != self._before.get(name, "")}

    def can_be_kept(self) -> bool:
        """Say whether the first field has words and the day can be read; if not, it is told."""
        first = next(iter(self.inputs))
        if not _text(self.inputs[first]).strip():
            self.tell("This needs words.")
            self.inputs[first].setFocus()
            return False
        if "due" in self.inputs and _text(self.inputs["due"]).strip() and self._day() is None:
            self.tell(_NO_DAY)
            self.inputs["due"].setFocus()
            return False
        return True

    def tell(self, problem: str) -> None:
        """Say below the fields why they cannot be kept."""
        set_tone(self.reading, "red")
        self.reading.setText(problem)
        self.reading.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear Enter, Escape, and the keyboard leaving for good."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _ENTER:
                self.kept.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.given_up.emit()
                return True
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            focus = self.window().focusWidget()
            within = focus is not None and self.isAncestorOf(focus)
            if is_left(event) and not within:
                self.left.emit()
        return super().eventFilter(watched, event)

    def _make(self, name: str, words: str) -> QLineEdit | QComboBox:
        made = self._choice() if name == "category" else self._line(name)
        made.setAccessibleName(words)
        made.installEventFilter(self)
        self.inputs[name] = made
        return made

    def _line(self, name: str) -> QLineEdit:
        shown = self._due_before if name == "due" else self._before.get(name, "")
        line = UndoPassing(shown, self)
        line.setCursorPosition(0)
        line.setMinimumWidth(60)
        if name == "due":
            line.setPlaceholderText("Friday, 3 Dec, in two weeks")
            line.textEdited.connect(self._read)
        return line

    def _choice(self) -> QComboBox:
        choice = _Choice(self)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.setMinimumContentsLength(4)
        choice.addItem("Nothing special", "")
        for category in Category:
            choice.addItem(category.label, category.value)
        choice.setCurrentIndex(max(0, choice.findData(self._before.get("category", ""))))
        return choice

    def _day(self) -> date | None:
        words = _text(self.inputs["due"]).strip()
        return read_day(words, self._said_on, day_first=day_first(self._times)) if words else None

    def _read(self) -> None:
        """Show how the day is read."""
        day, typed = self._day(), _text(self.inputs["due"]).strip()
        set_tone(self.reading, "" if day else "amber")
        words = "" if day is None else f"due {due_words(day.isoformat(), self._times)}"
        self.reading.setText(words or (_NO_DAY if typed else ""))
        self.reading.setVisible(bool(typed))


def _text(field: QLineEdit | QComboBox) -> str:
    return field.text() if isinstance(field, QLineEdit) else str(field.currentData() or "")
