"""A small form in place: when a talk that was never started began, and how long it was."""

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, QTimeZone, Signal
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.records import ConversationRecord
from infoview_gui.theme import Theme
from infoview_gui.theme.calendar import dress_calendar
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.undo_keys import pass_undo_on

_MOST_MINUTES = 600


class HappenedForm(QWidget):
    """Start and minutes; hidden until it is asked for."""

    kept = Signal(object, object)
    """Start (ms since 1970 UTC) and minutes."""
    dropped = Signal()

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self.start = QDateTimeEdit(self)
        self.start.setAccessibleName("When it began")
        self.start.setLocale(times.locale)
        short = QLocale.FormatType.ShortFormat
        self.start.setDisplayFormat(
            f"{times.locale.dateFormat(short)} {times.locale.timeFormat(short)}"
        )
        # The field holds wall times of the zone of ``times``: Qt must not shift them by its own.
        self.start.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))
        dress_calendar(theme, self.start)
        self.minutes = QSpinBox(self)
        self.minutes.setAccessibleName("Minutes talked")
        self.minutes.setRange(1, _MOST_MINUTES)
        self.minutes.setSuffix(" min")
        for field in (self.start, self.minutes):
            pass_undo_on(field)
        self.keep_button = push_button(theme, "Keep", kind="primary", small=True)
        self.back_button = push_button(theme, "Back", kind="ghost", small=True)
        self.keep_button.clicked.connect(self._on_keep)
        self.back_button.clicked.connect(self.dropped)
        self._arrange()
        self.hide()

    def ask(self, record: ConversationRecord) -> None:
        """Show the form, filled in as it was planned."""
        now = self._times.clock()
        planned = now - record.minutes * 60_000 if record.starts_at is None else record.starts_at
        self.start.setMaximumDateTime(_qt(self._times.now()))
        self.start.setDateTime(_qt(self._times.local(min(planned, now))))
        self.minutes.setValue(record.minutes)
        self.show()
        self.start.setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label("When did it begin, and how long did you talk?", "small"))
        fields = QHBoxLayout()
        fields.addWidget(self.start, 3)
        fields.addWidget(self.minutes, 2)
        column.addLayout(fields)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch()
        column.addLayout(buttons)

    def _on_keep(self) -> None:
        date, time = self.start.date(), self.start.time()
        began = datetime(  # noqa: DTZ001 - a wall time
            date.year(), date.month(), date.day(), time.hour(), time.minute()
        )
        self.kept.emit(self._times.moment(began), self.minutes.value())


def _qt(local: datetime) -> QDateTime:
    zone = QTimeZone(QTimeZone.Initialization.UTC)
    date, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute)
    return QDateTime(date, time, zone)
