"""When a talk that was never started began, and how long it took. Knows no services.

Moments are ms since 1970 UTC; the fields show wall times of the zone of ``times``.
"""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QDateTimeEdit, QFormLayout, QSpinBox, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice.follow_ups import MINUTE_MS
from infoview_gui.theme import Theme
from infoview_gui.theme.calendar import dress_calendar
from infoview_gui.widgets.day_words import day_pattern
from infoview_gui.widgets.labels import label, set_tone, wrapped_label
from infoview_gui.widgets.undo_keys import pass_undo_on

_LONGEST = 24 * 60
_UTC = QTimeZone(QTimeZone.Initialization.UTC)


class HappenedFields(QWidget):
    """Two fields, and below them what is wrong; a talk that is still to end has not happened."""

    checked = Signal(object)
    """Whether what stands in the fields can have happened."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self.start = QDateTimeEdit(self)
        self.start.setAccessibleName("Began")
        self.start.setLocale(times.locale)
        short = times.locale.timeFormat(QLocale.FormatType.ShortFormat)
        self.start.setDisplayFormat(f"{day_pattern(times.locale, 'ddd d MMM yyyy')}  {short}")
        # The field holds wall times of the zone of ``times``: Qt must not shift them by its own.
        self.start.setTimeZone(_UTC)
        dress_calendar(theme, self.start)
        self.minutes = QSpinBox(self)
        self.minutes.setAccessibleName("Took")
        self.minutes.setRange(1, _LONGEST)
        self.minutes.setSuffix(" min")
        self._trouble = wrapped_label("This would end in the future.", "small")
        set_tone(self._trouble, "red")
        self._arrange()
        self.setFocusProxy(self.start)
        self.start.dateTimeChanged.connect(self._on_changed)
        self.minutes.valueChanged.connect(self._on_changed)

    def ask(self, starts_at: int | None, minutes: int) -> None:
        """Begin with what was planned; without a time, or with one ahead, as if it ended now."""
        latest = self._times.clock() - minutes * MINUTE_MS
        began = latest if starts_at is None else min(starts_at, latest)
        self.minutes.setValue(minutes)
        self.start.setDateTime(_qt(self._times.local(began)))
        self.start.setCurrentSection(QDateTimeEdit.Section.HourSection)
        self._on_changed()

    def answer(self) -> tuple[int, int]:
        """Return the moment of the start and the minutes."""
        day, hour = self.start.date(), self.start.time()
        local = datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute())  # noqa: DTZ001 - a wall time
        return self._times.moment(local), self.minutes.value()

    def _arrange(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(14)
        rows.setVerticalSpacing(10)
        for words, field in (("Began", self.start), ("Took", self.minutes)):
            pass_undo_on(field)
            name = label(words)
            name.setBuddy(field)
            name.setMinimumHeight(field.sizeHint().height())
            rows.addRow(name, field)
        rows.addRow(self._trouble)

    def _on_changed(self) -> None:
        began, minutes = self.answer()
        well = began + minutes * MINUTE_MS <= self._times.clock() + MINUTE_MS
        self._trouble.setVisible(not well)
        self.checked.emit(well)


def _qt(local: datetime) -> QDateTime:
    date, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
    return QDateTime(date, time, _UTC)
