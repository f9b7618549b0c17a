"""A field for a time of day: typed freely, stepped or chosen by quarters of an hour.

Knows no zone and no date.
"""

import re
from datetime import time

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

STEP = 15
_DAY = 24 * 60
_TYPED = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.,h ]\s*(?P<minute>\d{1,2})?|(?P<tight>\d{2}))?\s*"
    r"(?P<half>[ap])?\.?\s*m?\.?",
    re.IGNORECASE,
)


def parse_time(text: str) -> time | None:
    """Read "9", "930", "9:30", "9.30", "9h30", "2:30 pm"; None for what is no time of day."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["tight"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeField(QComboBox):
    """Shows times as the locale writes them. Up and Down step by a quarter of an hour."""

    changed = Signal()
    """With every key; ``value`` may be None then."""
    left = Signal()
    """The focus goes elsewhere."""

    def __init__(self, locale: QLocale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = locale
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt: none at all
        self.setMaxVisibleItems(10)
        for minute in range(0, _DAY, STEP):
            self.addItem(self.words(time(minute // 60, minute % 60)))
        self.editTextChanged.connect(self._on_text_changed)

    def value(self) -> time | None:
        """Return the time that is typed; None when it is none."""
        return parse_time(self.currentText())

    def set_value(self, value: time) -> None:
        """Show a time."""
        self.setEditText(self.words(value))

    def step(self, quarters: int) -> None:
        """Go on to the next quarters of an hour, or back; never past midnight."""
        value = self.value() or time(9)
        minute = value.hour * 60 + value.minute
        place = minute // STEP + quarters if quarters > 0 else -(-minute // STEP) + quarters
        minute = min(max(place, 0), _DAY // STEP - 1) * STEP
        self.set_value(time(minute // 60, minute % 60))
        line = self.lineEdit()
        if line is not None:
            line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Up and Down; Alt+Down opens the list."""
        steps = {"Up": -1, "Down": 1, "PgUp": -4, "PgDown": 4}
        name = event.keyCombination().key().name.removeprefix("Key_")
        name = {"PageUp": "PgUp", "PageDown": "PgDown"}.get(name, name)
        if name in steps and not event.modifiers().value & 0x0E000000:
            self.step(steps[name])
            event.accept()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to others: a time is not to change by scrolling."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write what was typed as the locale does."""
        super().focusOutEvent(event)
        value = self.value()
        if value is not None:
            self.set_value(value)
        self.left.emit()

    def showPopup(self) -> None:  # noqa: N802 - overrides Qt
        """Open the list at the time that is typed."""
        super().showPopup()
        value = self.value()
        if value is not None:
            row = (value.hour * 60 + value.minute) // STEP
            index = self.model().index(row, 0)
            self.view().setCurrentIndex(index)
            self.view().scrollTo(index)

    def words(self, value: time) -> str:
        """Return a time as the locale writes it; the second of two, with ``fold`` 1, says so."""
        short = self._words.timeFormat(QLocale.FormatType.ShortFormat)
        clock = self._words.toString(QTime(value.hour, value.minute), short)
        return f"the second {clock}" if value.fold else clock

    def _on_text_changed(self, _text: str) -> None:
        self.changed.emit()
