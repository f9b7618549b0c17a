"""A small month to choose a day from, with marks under days.

Must not know what the marks mean, nor people or databases; the clock is handed in.
"""

from calendar import monthrange
from collections.abc import Callable, Collection
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.buttons import tool_button
from infoview_gui.widgets.day_words import day_words, month_words
from infoview_gui.widgets.labels import label

_HEAD, _ROW, _COLUMN, _WEEKS = 24, 33, 31, 6


class MiniMonth(QWidget):
    """A month with its name, previous and next.

    Keys in the days: arrows, Home and End (week), PageUp and PageDown (month), Enter or Space.
    """

    day_chosen = Signal(object)
    """The day (date) that was clicked or entered."""
    month_shown = Signal(object)
    """The first day (date) of the month now shown: the owner may want to mark other days."""

    def __init__(
        self,
        theme: Theme,
        *,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Small month"))
        self._title = label("", "h2", self)
        self._days = _Days(theme, today, self)
        self._days.day_chosen.connect(self.day_chosen)
        self._days.month_shown.connect(self._on_month_shown)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        arrows = (
            ("chevron-right", "chevron-left") if mirrored else ("chevron-left", "chevron-right")
        )
        previous = tool_button(theme, self.tr("Previous month"), icon=arrows[0], parent=self)
        previous.clicked.connect(self.show_previous)
        following = tool_button(theme, self.tr("Next month"), icon=arrows[1], parent=self)
        following.clicked.connect(self.show_next)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        head.addWidget(previous)
        head.addWidget(following)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(head)
        rows.addWidget(self._days)
        self.setFocusProxy(self._days)
        self._name_month()

    def show_day(self, day: date) -> None:
        """Put the cursor on a day and show its month."""
        self._days.go(day)

    def show_span(self, first_day: date, days: int) -> None:
        """Underlay the days that the big calendar shows; 0 days for none."""
        before, span = self._days.span, (first_day, first_day + timedelta(days=days))
        if span != before:
            self._days.span = span
            self._days.update_days(before)
            self._days.update_days(span)

    def show_marks(self, days: Collection[date]) -> None:
        """Put a mark under these days and under no others."""
        if self._days.marks != frozenset(days):
            self._days.marks = frozenset(days)
            self._days.update()

    def month(self) -> date:
        """Return the first day of the month that is shown."""
        return self._days.day.replace(day=1)

    def days_shown(self) -> tuple[date, date]:
        """Return the first and the last day of the grid, those of other months included."""
        first = self._days.first_day()
        return first, first + timedelta(days=7 * _WEEKS - 1)

    def show_previous(self) -> None:
        """Show the month before."""
        self._days.go(_months_on(self._days.day, -1))

    def show_next(self) -> None:
        """Show the month after."""
        self._days.go(_months_on(self._days.day, 1))

    def _on_month_shown(self, month: date) -> None:
        self._name_month()
        self.month_shown.emit(month)

    def _name_month(self) -> None:
        self._title.setText(month_words(self.locale(), self.month()))

    def changeEvent(self, event: QEvent) -> None:
        """Name the month in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange:
            self._name_month()


class _Days(QWidget):
    """The grid of days: one tab stop with arrows inside."""

    day_chosen = Signal(object)
    month_shown = Signal(object)

    def __init__(self, theme: Theme, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._today = theme, today
        self.day = today()
        self.marks: frozenset[date] = frozenset()
        self.span = (self.day, self.day)
        self._plain, self._small = theme.font(12), theme.font(11.5)
        self._bold = theme.font(12, QFont.Weight.DemiBold)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Days"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for the size of the picture."""
        return QSize(7 * _COLUMN + 2, _HEAD + _WEEKS * _ROW)

    def minimumSizeHint(self) -> QSize:
        """Allow narrower columns, not fewer rows."""
        return QSize(7 * 22, _HEAD + _WEEKS * _ROW)

    def first_day(self) -> date:
        """Return the first day of the grid, on the locale's first day of the week."""
        first = self.day.replace(day=1)
        return first - timedelta(days=(first.isoweekday() - self._week_start()) % 7)

    def _week_start(self) -> int:
        return self.locale().firstDayOfWeek().value

    def go(self, day: date) -> None:
        """Move the cursor; another month is shown when the day is not in this one."""
        before, self.day = self.day, day
        if (before.year, before.month) != (day.year, day.month):
            self.month_shown.emit(day.replace(day=1))
            self.update()
        for one in {before, day}:
            self.update_days((one, one + timedelta(days=1)))
        self._say()

    def update_days(self, span: tuple[date, date]) -> None:
        """Paint the rows anew in which days lie, from the first to before the second."""
        first = self.first_day()
        rows = [(day - first).days // 7 for day in (span[0], span[1] - timedelta(days=1))]
        top, bottom = max(0, rows[0]), min(_WEEKS - 1, rows[1])
        if top <= bottom and span[0] < span[1]:
            self.update(0, _HEAD + top * _ROW, self.width(), (bottom - top + 1) * _ROW)

    def _say(self) -> None:
        day = self.day
        words = [day_words(self.locale(), day, "dddd d MMMM yyyy")]
        words += [self.tr("today")] if day == self._today() else []
        words += [self.tr("marked")] if day in self.marks else []
        self.setAccessibleDescription(", ".join(words))
        if QAccessible.isActive() and self.hasFocus():
            said = QAccessibleAnnouncementEvent(self, self.accessibleDescription())
            QAccessible.updateAccessibility(said)

    def _mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _cell(self, index: int) -> QRectF:
        row, column = divmod(index, 7)
        width = self.width() / 7
        place = 6 - column if self._mirrored() else column
        return QRectF(place * width, _HEAD + row * _ROW, width, _ROW)

    def _index_at(self, at: QPointF) -> int | None:
        return next((i for i in range(7 * _WEEKS) if self._cell(i).contains(at)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        index = self._index_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._choose(self.first_day() + timedelta(days=index))

    def _choose(self, day: date) -> None:
        self.go(day)
        self.day_chosen.emit(day)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn over the months."""
        if event.angleDelta().y():
            self.go(_months_on(self.day, -1 if event.angleDelta().y() > 0 else 1))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, or choose its day."""
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        target = self._target(event.key()) if bare == Qt.KeyboardModifier.NoModifier else None
        if target is None:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(target)
        else:
            self.go(target)

    def _target(self, key: int) -> date | None:
        sign = -1 if self._mirrored() else 1
        since = (self.day.isoweekday() - self._week_start()) % 7
        shifts = {
            Qt.Key.Key_Left: -sign, Qt.Key.Key_Right: sign, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7,
            Qt.Key.Key_Home: -since, Qt.Key.Key_End: 6 - since,
            Qt.Key.Key_Return: 0, Qt.Key.Key_Enter: 0, Qt.Key.Key_Space: 0,
        }  # fmt: skip
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return _months_on(self.day, -1 if key == Qt.Key.Key_PageUp else 1)
        shift = next((days for known, days in shifts.items() if known == key), None)
        return None if shift is None else self.day + timedelta(days=shift)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say where the cursor is."""
        super().focusInEvent(event)
        self._say()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Begin the weeks as another locale does."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the letters of the week and the days that lie in the event's area."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if event.rect().top() < _HEAD:
            self._paint_letters(painter)
        first, today = self.first_day(), self._today()
        above, below = ((y - _HEAD) // _ROW for y in (event.rect().top(), event.rect().bottom()))
        for index in range(7 * max(0, above), 7 * min(_WEEKS, below + 1)):
            self._paint_day(painter, self._cell(index), first + timedelta(days=index), today)

    def _paint_letters(self, painter: QPainter) -> None:
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("muted"))
        narrow = QLocale.FormatType.NarrowFormat
        for column in range(7):
            name = self.locale().standaloneDayName(
                (self._week_start() - 1 + column) % 7 + 1, narrow
            )
            box = self._cell(column).translated(0, -_HEAD)
            box.setHeight(_HEAD)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_day(self, painter: QPainter, cell: QRectF, day: date, today: date) -> None:
        ink = "text" if day.month == self.day.month else "muted"
        painter.setPen(Qt.PenStyle.NoPen)
        if self.span[0] <= day < self.span[1]:
            painter.fillRect(cell.adjusted(0, 2, 0, -2), self._theme.colour("accent-soft"))
        inner = QRectF(0, 0, min(30.0, cell.width() - 1), _ROW - 2)
        inner.moveCenter(cell.center())
        if day == today:
            ink = "on-accent"
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(inner, 12, 12)
        if day in self.marks:
            painter.setBrush(self._theme.colour("on-accent" if day == today else "accent"))
            painter.drawEllipse(QPointF(cell.center().x(), cell.bottom() - 6), 2, 2)
        painter.setFont(self._bold if day == today else self._plain)
        painter.setPen(self._theme.colour(ink))
        number = self.locale().toString(day.day)
        painter.drawText(cell.adjusted(0, 0, 0, -5), Qt.AlignmentFlag.AlignCenter, number)
        if day == self.day and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("text" if day == today else "focus"), 2))
            painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), 11, 11)


def _months_on(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
