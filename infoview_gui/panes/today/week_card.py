"""The card *This week*: a column for each day with its conversations. Knows rows, not services."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infoview_gui.panes.local_time import LocalTime, week_start
from infoview_gui.panes.phrases import counted
from infoview_gui.panes.today.week_chip import WeekChip
from infoview_gui.panes.today.wording import week_entry, week_state, week_tip
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme
from infoview_gui.widgets.labels import label, set_tone
from infoview_gui.widgets.mirror import mirrored

_MOST = 4
_LEAST_HEIGHT = 118


def shown_days(today: date, busy: set[date], times: LocalTime) -> list[date]:
    """Return the working days of the week, and all seven when the weekend matters."""
    monday = week_start(today, times.locale)
    days = [monday + timedelta(days=number) for number in range(7)]
    work = [day for day in days if day.isoweekday() <= 5]
    free = set(days) - set(work)
    return days if today in free or busy & free else work


class DayColumn(QWidget):
    """One day; a click on its ground leads to the calendar as well."""

    clicked = Signal()

    def __init__(self, theme: Theme, title: str, *, today: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._today = today
        self.corners = (False, False)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(8, 8, 8, 10)
        self.column.setSpacing(5)
        head = label(title, "strong", self)
        if today:
            set_tone(head, "accent")
        self.column.addWidget(head)
        theme.changed.connect(self.update)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the calendar."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of today and the line to the day before."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._today:
            painter.fillPath(self._outline(), self._theme.colour("accent-soft"))
        if not self.corners[0]:
            line = mirrored(self, QRect(0, 0, 1, self.height()))
            painter.fillRect(line, self._theme.colour("border"))

    def _outline(self) -> QPainterPath:
        """Return the area, round where it meets a corner of the card."""
        path = QPainterPath()
        area = QRectF(self.rect())
        path.addRoundedRect(area, 9, 9)
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRect(area.adjusted(0, 0, 0, -10))
        left, right = self.corners
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        if not left:
            path.addRect(area.adjusted(0, 0, -10, 0))
        if not right:
            path.addRect(area.adjusted(10, 0, 0, 0))
        return path


class WeekCard(QFrame):
    """The conversations of this week."""

    conversation_requested = Signal(object)
    """Its id, or None for the calendar as it stands."""

    def __init__(self, theme: Theme, times: LocalTime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._times = times
        self._shown: object = None
        self._chips: list[WeekChip] = []
        self.setProperty("kind", "card")
        self.setAccessibleName("This week")
        self._count = label("", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 12)
        head.addWidget(label("This week", "h2"))
        head.addStretch()
        head.addWidget(self._count)
        line = QFrame(self)
        line.setProperty("kind", "line")
        self._days = QHBoxLayout()
        self._days.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line)
        column.addLayout(self._days, 1)

    def show_week(self, today: date, rows: Sequence[ConversationRow]) -> None:
        """Show the week of ``today``; what is cancelled or missed is not shown."""
        rows = [row for row in rows if row.status not in {"missed", "cancelled"}]
        shown = (today, rows, [week_state(row, self._times) for row in rows])
        if shown == self._shown:
            return
        self._shown = shown
        by_day: dict[date, list[ConversationRow]] = {}
        for row in rows:
            by_day.setdefault(self._times.local(row.began_at or 0).date(), []).append(row)
        self._count.setText(counted(len(rows), "conversation", "conversations"))
        focused = self._focused()
        self._clear()
        days = shown_days(today, set(by_day), self._times)
        for number, day in enumerate(days):
            column = self._column(day, by_day.get(day, []), today=day == today)
            column.corners = (number == 0, number == len(days) - 1)
            self._days.addWidget(column, 1)
        if focused is not None:
            self._focus_again(focused)

    def controls(self) -> list[QWidget]:
        """Return what the keyboard reaches, in order."""
        return list(self._chips)

    def _focused(self) -> object:
        """Return the conversation whose chip has the keyboard, or None."""
        focus = self.window().focusWidget()
        chips = (chip.property("conversation") for chip in self._chips if chip is focus)
        return next(chips, None)

    def _focus_again(self, conversation: object) -> None:
        chips = self._chips
        same = (chip for chip in chips if chip.property("conversation") == conversation)
        target = next(same, chips[0] if chips else None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _column(self, day: date, rows: Sequence[ConversationRow], *, today: bool) -> DayColumn:
        title = self._times.day_words(day, "ddd d")
        column = DayColumn(self._theme, title, today=today, parent=self)
        column.clicked.connect(self._on_ground)
        for row in rows[:_MOST]:
            words, tip = week_entry(row, self._times), week_tip(row, self._times)
            faded = row.has_faded(self._times.clock())
            look = "faded" if faded else row.status
            chip = WeekChip(self._theme, words, tip, look, column)
            chip.setAccessibleName(f"{words}, {week_state(row, self._times)}")
            chip.setProperty("conversation", row.id)
            chip.set_on_today(today)
            chip.clicked.connect(self._on_chip)
            column.column.addWidget(chip)
            self._chips.append(chip)
        if len(rows) > _MOST:
            column.column.addWidget(label(f"+{len(rows) - _MOST} more", "small"))
        column.column.addStretch()
        return column

    def _clear(self) -> None:
        self._chips = []
        while (item := self._days.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, WeekChip):
            self.conversation_requested.emit(chip.property("conversation"))

    def _on_ground(self) -> None:
        self.conversation_requested.emit(None)
