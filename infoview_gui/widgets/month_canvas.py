"""Paints a month of days with their entries, and says what lies where. No widget per cell.

Must not know mouse, keys or screen readers: the classes built on it do.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QStaticText
from PySide6.QtWidgets import QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets.day_words import day_words
from infoview_gui.widgets.month_cards import MonthInk, at_start
from infoview_gui.widgets.month_layout import (
    NUMBER,
    WEEK,
    MonthCell,
    MonthDays,
    MonthGrid,
    MonthLine,
    PlainDays,
)
from infoview_gui.widgets.week_cards import Card
from infoview_gui.widgets.week_layout import Box, Entry

HEAD, WEEK_NUMBERS = 28, 34
_DOT = 2.5


class MonthCanvas(QWidget):
    """Rows of weeks with numbers, lines, dots of what is due, cursor and the day dragged to."""

    def __init__(
        self, theme: Theme, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._now = theme, now
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._ink = MonthInk(theme, self.locale(), mirrored=mirrored)
        self._painted_today = now().date()
        self._cursor = self._painted_today
        self._month = self._cursor.replace(day=1)
        self._numbered = False
        self._grid = MonthGrid(self._first_of(self._month))
        self._days: MonthDays = PlainDays()
        self._cells: list[MonthCell] = []
        self._strokes: dict[int, list[Card]] = {}
        self._rects: list[QRectF] = []
        self._numbers: list[QStaticText] = []
        self._chosen: object = None
        self._ghost: tuple[Entry, date] | None = None
        self.setAccessibleName(self.tr("Month"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._midnight = QTimer(self, singleShot=True)
        self._midnight.timeout.connect(self._on_midnight)
        theme.changed.connect(self._on_theme_changed)

    def _first_of(self, month: date) -> date:
        start = self.locale().firstDayOfWeek().value
        return month - timedelta(days=(month.isoweekday() - start) % WEEK)

    def sizeHint(self) -> QSize:
        """Ask for six comfortable rows."""
        return QSize(900, 700)

    def minimumSizeHint(self) -> QSize:
        """Keep room for the numbers of the days."""
        return QSize(WEEK * 44, HEAD + 6 * round(NUMBER))

    # -- layout

    def _on_laid_out(self) -> None:
        """Do what must follow a new layout."""

    def _lay_out(self) -> None:
        """Place everything anew; only cells that show something else are painted again."""
        before, grid = self._cells, self._grid
        self._grid = self._fitted()
        self._cells = self._grid.cells(self._days)
        if self._grid != grid or len(before) != len(self._cells):
            self._measure()
            self.update()
        else:
            for index, (old, new) in enumerate(zip(before, self._cells, strict=True)):
                if old != new:
                    self._strokes.pop(index, None)
                    self.update(self._area(index))
        self._on_laid_out()

    def _measure(self) -> None:
        self._strokes.clear()
        self._rects = [_rect(self._grid.cell(index)) for index in range(self._grid.days)]
        self._numbers = [self._number_text(self._grid.day(n)) for n in range(self._grid.days)]

    def _number_text(self, day: date) -> QStaticText:
        """Return the number of a day, with the month where one begins."""
        first = day.day == 1
        locale = self.locale()
        return self._ink.day_number(
            day_words(locale, day, "d MMM") if first else locale.toString(day.day)
        )

    def _fitted(self) -> MonthGrid:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = WEEK_NUMBERS if self._numbered else 0
        return replace(
            self._grid,
            left=0.0 if mirrored else float(side), top=float(HEAD), mirrored=mirrored,
            width=float(max(WEEK, self.width() - side)),
            height=float(max(self._grid.rows, self.height() - HEAD)),
            line=round(self._ink.line) + 4.0,
        )  # fmt: skip

    def _area(self, index: int) -> QRect:
        return _rect(self._grid.cell(index)).toAlignedRect()

    def _cell_of(self, day: date) -> MonthCell | None:
        index = self._grid.index(day)
        return self._cells[index] if 0 <= index < len(self._cells) else None

    def _line_at(self, at: QPointF) -> tuple[int, MonthLine | None]:
        """Return the place of the day and the line under a point."""
        index = self._grid.index_at(at.x(), at.y())
        cell = self._cells[index] if index < len(self._cells) else None
        lines = cell.lines if cell else ()
        hit = (line for line in lines if self._grid.line_box(index, line).contains(at.x(), at.y()))
        return index, next(hit, None)

    def _more_at(self, at: QPointF) -> date | None:
        """Return the day whose "+n more" or number lies at a point."""
        index = self._grid.index_at(at.x(), at.y())
        cell = self._cells[index] if index < len(self._cells) else None
        if cell is None or at.y() < HEAD:
            return None
        more = self._grid.slot_box(index, cell.more_slot)
        on_more = cell.more and self._grid.slots and more.contains(at.x(), at.y())
        return cell.day if on_more or self._number_box(index).contains(at) else None

    def _number_box(self, index: int) -> QRectF:
        cell = self._grid.cell(index)
        left = cell.right - 32 if self._grid.mirrored else cell.left + 4
        return QRectF(left, cell.top + 2, 28, NUMBER - 4)

    # -- the clock

    def _wait_for_midnight(self) -> None:
        now = self._now()
        tomorrow = datetime.combine(now.date() + timedelta(days=1), datetime.min.time())
        # Not longer than an hour: a laptop may sleep, and the clock may be set.
        ahead = min((tomorrow - now).total_seconds() + 1, 3600)
        self._midnight.start(int(ahead * 1000))

    def _on_midnight(self) -> None:
        if self._now().date() != self._painted_today:
            self._painted_today = self._now().date()
            self.update()
        self._wait_for_midnight()

    def _on_theme_changed(self) -> None:
        self._ink.forget_colours()
        self._strokes.clear()
        self.update()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the days that lie in the event's area and nothing else."""
        painter = QPainter(self)
        area = event.rect()
        painter.fillRect(area, self._theme.colour("surface"))
        if area.top() < HEAD:
            self._paint_names(painter)
        shown = self._touched(area)
        self._paint_grounds(painter, shown)
        self._paint_rules(painter, QRectF(area))
        self._paint_numbers(painter, shown)
        strokes = [one for index in self._drawn_with(shown) for one in self._strokes_of(index)]
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._ink.draw(painter, strokes, rounded=False)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_more(painter, shown)
        self._paint_focus(painter)
        self._paint_ghost(painter)

    def _touched(self, area: QRect) -> list[int]:
        """Return the places of the days of which some part lies in an area."""
        left, right = area.left(), area.left() + area.width()
        top, bottom = area.top(), area.top() + area.height()
        firsts = self._rects[:WEEK], self._rects[::WEEK]
        columns = [n for n, r in enumerate(firsts[0]) if r.left() < right and r.right() > left]
        rows = [n for n, r in enumerate(firsts[1]) if r.top() < bottom and r.bottom() > top]
        return [row * WEEK + place for row in rows for place in columns]

    def _paint_names(self, painter: QPainter) -> None:
        painter.setFont(self._ink.small)
        painter.setPen(self._theme.colour("muted"))
        short = self.locale().FormatType.ShortFormat
        for place in range(WEEK):
            day = self._grid.day(place)
            left, width = self._grid.column(place)
            name = self.locale().standaloneDayName(day.isoweekday(), short)
            painter.drawText(QRectF(left, 0, width, HEAD), Qt.AlignmentFlag.AlignCenter, name)

    def _paint_grounds(self, painter: QPainter, shown: list[int]) -> None:
        today, month = self._now().date(), self._month.month
        soft, quiet = (QColor(self._theme.colour(name)) for name in ("accent-soft", "sunken"))
        soft.setAlphaF(0.4)
        quiet.setAlphaF(0.5)
        for index in shown:
            day = self._cells[index].day
            if day == today:
                painter.fillRect(self._rects[index], soft)
            elif day.month != month:
                painter.fillRect(self._rects[index], quiet)

    def _paint_rules(self, painter: QPainter, area: QRectF) -> None:
        border, grid = self._theme.colour("border"), self._grid
        for row in range(grid.rows if self._rects else 0):
            top = self._rects[row * WEEK].top()
            if area.top() <= top < area.bottom():
                painter.fillRect(QRectF(area.left(), top, area.width(), 1), border)
        for rect in self._rects[:WEEK]:
            edge = rect.right() - 1 if grid.mirrored else rect.left()
            if area.left() <= edge < area.right():
                painter.fillRect(QRectF(edge, grid.top, 1, grid.height), border)

    def _paint_numbers(self, painter: QPainter, shown: list[int]) -> None:
        today, month = self._now().date(), self._month.month
        text, muted = self._theme.colour("text"), self._theme.colour("muted")
        height = (NUMBER - self._ink.number_line) / 2
        painter.setFont(self._ink.number)
        for index in shown:
            cell, rect = self._cells[index], self._rects[index]
            words = self._numbers[index]
            width = words.size().width()
            left = rect.right() - 8 - width if self._grid.mirrored else rect.left() + 8
            painter.setPen(text if cell.day.month == month else muted)
            if cell.day == today:
                self._paint_today(painter, QRectF(left - 7, rect.top() + 2, width + 14, NUMBER - 4))
            painter.drawStaticText(QPointF(left, rect.top() + height), words)
            if cell.due:
                self._paint_due(painter, index)
                painter.setFont(self._ink.number)
            if self._numbered and index % WEEK == 0:
                self._paint_week_number(painter, index)
                painter.setFont(self._ink.number)

    def _paint_today(self, painter: QPainter, box: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(box, 10, 10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(self._theme.colour("on-accent"))

    def _paint_due(self, painter: QPainter, index: int) -> None:
        """Put a dot where the line of the number ends; its words stand in the tool tip."""
        cell, text = self._grid.cell(index), self._cells[index].due
        middle = cell.top + NUMBER / 2
        mirrored = self._grid.mirrored
        centre = QPointF(cell.left + 10 if mirrored else cell.right - 10, middle)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("amber"))
        painter.drawEllipse(centre, _DOT, _DOT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._ink.room_for(text) > cell.width - 64:
            return
        painter.setFont(self._ink.small)
        painter.setPen(self._theme.colour("muted"))
        room = QRectF(cell.left + 18, cell.top, cell.width - 36, NUMBER)
        painter.drawText(room, at_start(not mirrored), text)

    def _paint_week_number(self, painter: QPainter, index: int) -> None:
        cell = self._grid.cell(index)
        left = self._grid.width if self._grid.mirrored else 0
        box = QRectF(left, cell.top, WEEK_NUMBERS, NUMBER + 2)
        painter.setFont(self._ink.small)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self.week_number(index // WEEK)))

    def week_number(self, row: int) -> int:
        """Return the ISO number of the week that a row mostly is."""
        return self._grid.day(row * WEEK + 3).isocalendar().week

    def _drawn_with(self, shown: list[int]) -> list[int]:
        """Return the cells whose lines are drawn: a bar is drawn as a whole, from its first day."""
        owners = {
            index - index % WEEK + line.bar.first
            for index in shown
            for line in self._cells[index].lines
            if line.bar is not None
        }
        return sorted(owners.union(shown))

    def _strokes_of(self, index: int) -> list[Card]:
        made = self._strokes.get(index)
        if made is None:
            lines = self._cells[index].lines
            mine = [one for one in lines if one.bar is None or one.bar.first == index % WEEK]
            made = self._strokes[index] = [self._stroke(index, line) for line in mine]
        return made

    def _stroke(self, index: int, line: MonthLine) -> Card:
        box = _rect(self._grid.line_box(index, line))
        if line.bar is not None:
            last = index - index % WEEK + line.bar.last
            box = box.united(_rect(self._grid.line_box(last, line)))
        begins = line.bar is None or line.bar.begins
        return self._ink.stroke(line.entry, box, begins=begins, mirrored=self._grid.mirrored)

    def more_words(self, cell: MonthCell) -> str:
        """Return "+3 more"; "3" and what they are where nothing else is shown."""
        return self.tr("+%d more") % cell.more if cell.lines else self.tr("%d entries") % cell.more

    def _paint_more(self, painter: QPainter, shown: list[int]) -> None:
        painter.setFont(self._ink.small)
        painter.setPen(self._theme.colour("muted"))
        for index in shown:
            cell = self._cells[index]
            if cell.more and self._grid.slots:
                box = _rect(self._grid.slot_box(index, cell.more_slot)).adjusted(6, 0, -3, 0)
                words = self.more_words(cell)
                # Else "+6 more" would be read from the right, sign last.
                words = f"\u2066{words}\u2069" if self._grid.mirrored else words
                painter.drawText(box, at_start(self._grid.mirrored), words)
            elif cell.more:  # no line fits: the number stands beside that of the day
                box = _rect(self._grid.cell(index)).adjusted(8, 0, -8, 0)
                painter.drawText(box, at_start(not self._grid.mirrored), f"+{cell.more}")

    def _paint_focus(self, painter: QPainter) -> None:
        if self._ghost or not self._grid.holds(self._cursor) or not self._cells:
            return
        focused = self.hasFocus()
        pen = QPen(self._theme.colour("focus" if focused else "control"), 2 if focused else 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        for box in self._focus_boxes():
            painter.drawRect(_rect(box).adjusted(1, 1, -1, -1))

    def _focus_boxes(self) -> list[Box]:
        index = self._grid.index(self._cursor)
        if self._chosen is None:
            return [self._grid.cell(index)]
        cell = self._cells[index]
        mine = [one for one in cell.lines if one.entry.key == self._chosen]
        if mine:
            return [self._grid.line_box(index, one) for one in mine]
        if cell.more and self._grid.slots:
            return [self._grid.slot_box(index, cell.more_slot)]
        return [self._grid.cell(index)]

    def _paint_ghost(self, painter: QPainter) -> None:
        """Show the day an entry would lie on, while it is dragged."""
        if self._ghost is None or not self._grid.holds(self._ghost[1]):
            return
        entry, day = self._ghost
        index = self._grid.index(day)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.drawRect(_rect(self._grid.cell(index)).adjusted(1, 1, -1, -1))
        box = _rect(self._grid.slot_box(index, 0)).translated(0, -2)
        painter.fillRect(box, self._theme.colour("accent"))
        words = self.locale().toString(QDate(day.year, day.month, day.day), "ddd d")
        when = "" if entry.all_day else f" {self._ink.clock(entry.start)}"
        painter.setFont(self._ink.plain)
        painter.setPen(self._theme.colour("on-accent"))
        text = painter.fontMetrics().elidedText(
            f"{words}{when} {entry.title}", Qt.TextElideMode.ElideRight, round(box.width()) - 8
        )
        painter.drawText(box.adjusted(4, 0, -4, 0), at_start(self._grid.mirrored), text)


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
