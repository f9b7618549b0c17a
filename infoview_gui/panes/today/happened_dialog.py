"""Asks when a conversation without the countdown took place, and how long. Knows no services."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import push_button
from infoview_gui.widgets.labels import label, wrapped_label

_LONGEST = 24 * 60


class HappenedDialog(QDialog):
    """Begins with the time and the minutes that were planned."""

    settled = Signal(object, object, object)
    """Conversation, start (ms), minutes."""

    def __init__(
        self, theme: Theme, times: LocalTime, row: ConversationRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._times = times
        self._row = row
        self.setWindowTitle("It happened")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._start = QDateTimeEdit(_qt(times.local(row.starts_at or times.clock())))
        self._start.setCalendarPopup(True)
        self._start.setDisplayFormat(_format(times))
        self._start.setAccessibleName("Began")
        self._start.setCurrentSection(QDateTimeEdit.Section.HourSection)
        self._minutes = QSpinBox()
        self._minutes.setRange(1, _LONGEST)
        self._minutes.setValue(row.minutes)
        self._minutes.setSuffix(" min")
        self._minutes.setAccessibleName("Took")
        self._trouble = wrapped_label("", "small")
        self._trouble.setProperty("tone", "red")
        self._save = push_button(theme, "Save", kind="primary")
        self._cancel = push_button(theme, "Cancel")
        self._arrange()
        self._connect()
        self._check()

    def _arrange(self) -> None:
        fields = QFormLayout()
        fields.setHorizontalSpacing(14)
        fields.setVerticalSpacing(10)
        for words, field in (("Began", self._start), ("Took", self._minutes)):
            name = label(words)
            name.setBuddy(field)
            name.setMinimumHeight(field.sizeHint().height())
            fields.addRow(name, field)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(wrapped_label(f"You talked with {self._row.title}", "h2"))
        hint = "Thanks are due within 24 hours of the end. Your notes stay as they are."
        column.addWidget(wrapped_label(hint, "muted"))
        column.addLayout(fields)
        column.addWidget(self._trouble)
        column.addLayout(buttons)
        for button in (self._cancel, self._save):
            button.setAutoDefault(True)
        self._save.setDefault(True)  # only now is it in the dialog, which must know of it
        self.setMinimumWidth(380)

    def _connect(self) -> None:
        self._start.dateTimeChanged.connect(self._check)
        self._minutes.valueChanged.connect(self._check)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.reject)

    def _moment(self) -> int:
        at = self._start.dateTime()
        day, hour = at.date(), at.time()
        local = datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute())  # noqa: DTZ001 - local, as shown
        return self._times.moment(local)

    def _check(self) -> None:
        """Say what is wrong beside the fields; a talk that is still to end has not happened."""
        ends = self._times.local(self._moment()) + timedelta(minutes=self._minutes.value())
        wrong = ends > self._times.now() + timedelta(minutes=1)
        self._trouble.setText("This would end in the future." if wrong else "")
        self._trouble.setVisible(wrong)
        self._save.setEnabled(not wrong)

    def _on_save(self) -> None:
        self.settled.emit(self._row.id, self._moment(), self._minutes.value())
        self.accept()


def _qt(local: datetime) -> QDateTime:
    return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute))


def _format(times: LocalTime) -> str:
    short = times.locale.timeFormat(times.locale.FormatType.ShortFormat)
    return f"ddd d MMM yyyy  {short}"
