"""A month of entries, for mouse, keyboard and screen reader; painted, no widget per day.

Shows and asks, never changes anything: each wish leaves as a ``…_requested`` signal, and the owner
answers with ``show_days``. Must not know people, databases or time zones. Keys: see ``MonthView``.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from infoview_gui.theme import Theme
from infoview_gui.widgets import week_layout as lay
from infoview_gui.widgets.labels import plain_tool_tip
from infoview_gui.widgets.month_canvas import HEAD
from infoview_gui.widgets.month_cards import MonthInk
from infoview_gui.widgets.month_choice import USUAL_START, MonthChoice, months_on
from infoview_gui.widgets.month_layout import MonthDays, moved_to
from infoview_gui.widgets.week_layout import Entry

__all__ = ["MonthView", "months_on"]


class MonthView(MonthChoice):
    """A calendar of one month, in whole weeks.

    Keys: arrows move from day to day; Home/End the first/last day of the week; PageUp/PageDown
    another month; T today; Shift+Left/Right or K/J choose an entry; Enter opens the chosen entry or
    creates one on the day; Space shows the day; Insert or N creates; Ctrl+arrows move the chosen
    entry by a day or a week; Shift+Up/Down change its length by 5 minutes; Delete; Menu or
    Shift+F10; Escape ends a drag.
    """

    def __init__(
        self, theme: Theme, *, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, now=now, parent=parent)
        self._held: tuple[Entry, date, QPoint] | None = None
        self._fixed: tuple[object, QPoint] | None = None

    # -- what the owner shows

    def first_day(self, month: date) -> date:
        """Return the first day of the grid in which a month is shown."""
        return self._first_of(month.replace(day=1))

    def rows_of(self, month: date) -> int:
        """Return how many weeks a month touches."""
        days = (months_on(month.replace(day=1), 1) - self.first_day(month)).days
        return -(-days // 7)

    def month(self) -> date:
        """Return the first day of the month that is shown."""
        return self._month

    def show_month(self, day: date, days: MonthDays) -> None:
        """Show the month of a day with what lies in it; the cursor goes to that day."""
        self._drop_drag()
        self._month = day.replace(day=1)
        self._grid = replace(self._grid, first_day=self.first_day(day), rows=self.rows_of(day))
        self._cursor = day
        self.show_days(days)

    def show_days(self, days: MonthDays) -> None:
        """Show this instead. The choice survives where its key does."""
        kept, before = self._chosen, self.chosen_entry()
        self._days = days
        self._lay_out()
        after = self._entry(kept)
        if self._held and self._entry(self._held[0].key) is None:
            self._drop_drag()
        if after is not None and self._grid.holds(after.start.date()):
            self._set_cursor(after.start.date())
            if after != before:
                self.say(self._spoken(after))
        elif kept is not None:
            self._choose(None)

    def show_week_numbers(self, *, shown: bool) -> None:
        """Number the weeks, or not."""
        self._numbered = shown
        self._lay_out()

    def set_default_minutes(self, minutes: int) -> None:
        """Set the length of entries created by double-click or key."""
        self._minutes = max(lay.LEAST_MINUTES, minutes)

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the entry or the day, and get ready for a drag."""
        if event.button() != Qt.MouseButton.LeftButton or event.position().y() < HEAD:
            return
        self._drop_drag()
        more = self._more_at(event.position())
        entry = self._point_at(event.position())
        if more is not None and entry is None:
            self.day_requested.emit(more)
            return
        at = event.position().toPoint()
        if entry is not None and entry.movable:
            self._held = (entry, self._cursor, at)
        elif entry is not None:
            self._fixed = (entry.key, at)

    def _point_at(self, at: QPointF) -> Entry | None:
        index, line = self._line_at(at)
        self._set_cursor(self._grid.day(index))
        self._choose(line.entry.key if line else None)
        return line.entry if line else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the day the entry would lie on; over a number or "+n more" show that it opens."""
        at = event.position().toPoint()
        if self._fixed and _is_drag(at - self._fixed[1]):
            key, self._fixed = self._fixed[0], None
            self.refused.emit(key)
        if self._held is None:
            opens = self._more_at(event.position()) and not self._line_at(event.position())[1]
            shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
            if self.cursor().shape() != shape:
                self.setCursor(shape)
        elif self._ghost or _is_drag(at - self._held[2]):
            self._drag_to(event.position())

    def _drag_to(self, at: QPointF) -> None:
        if self._held is None:
            return
        over = self._grid.day(self._grid.index_at(at.x(), at.y()))
        day = moved_to(self._held[0], self._held[1], over).date()
        ghost = (self._held[0], day)
        if ghost != self._ghost:
            self._update_ghost()
            self._ghost = ghost
            self._update_ghost()

    def carry(self, title: str, minutes: int, at: QPoint | None) -> datetime | None:
        """Show where something from elsewhere would lie; return its start, None off the days.

        ``at`` is a place on the screen; None takes the picture away.
        """
        self._drop_drag()
        spot = self.mapFromGlobal(at) if at is not None else QPoint(-1, -1)
        if not self.rect().contains(spot) or spot.y() < HEAD:
            return None
        start = lay.at_minute(self._grid.day(self._grid.index_at(spot.x(), spot.y())), USUAL_START)
        self._ghost = (Entry(None, start, minutes, title), start.date())
        self._update_ghost()
        return start

    def _update_ghost(self) -> None:
        for day in (self._ghost[1], self._cursor) if self._ghost else (self._cursor,):
            if self._grid.holds(day):
                self.update(self._area(self._grid.index(day)))

    def _drop_drag(self) -> None:
        self._update_ghost()
        self._held = self._ghost = self._fixed = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the entry on the day it was dragged to, at its wall time."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        held, ghost = self._held, self._ghost
        self._drop_drag()
        if held and ghost and ghost[1] != held[0].start.date():
            start = datetime.combine(ghost[1], held[0].start.time())
            self.move_requested.emit(held[0].key, start)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the entry, or create one on the day."""
        if event.button() == Qt.MouseButton.LeftButton and event.position().y() >= HEAD:
            self._point_at(event.position())
            self._open_or_create()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer; the keys ask through the key table."""
        if event.reason() != QContextMenuEvent.Reason.Keyboard:
            self._drop_drag()
            self._point_at(QPointF(event.pos()))
            self.menu_requested.emit(self._chosen, event.globalPos())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn over the months."""
        if event.angleDelta().y() and not event.modifiers():
            self.turn(-1 if event.angleDelta().y() > 0 else 1)
        event.accept()

    def tip_at(self, point: QPoint) -> str:
        """Return all about the entry at a point, or what is due on the day; empty for nothing."""
        index, line = self._line_at(QPointF(point))
        if line is None:
            return plain_tool_tip(self._days.due(self._grid.day(index)))
        entry = line.entry
        lines = (self._when(entry), entry.title, entry.about)
        return plain_tool_tip("\n".join(line for line in lines if line))

    def event(self, event: QEvent) -> bool:
        """Show the whole of an elided entry in its tool tip."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        text = "" if self._held else self.tip_at(event.pos())
        QToolTip.showText(event.globalPos(), text, self)
        return True

    # -- what happens to the widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for the next day."""
        super().showEvent(event)
        self._on_midnight()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock and any drag."""
        self._midnight.stop()
        self._drop_drag()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew for another language or direction."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LocaleChange, QEvent.Type.LayoutDirectionChange):
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._ink = MonthInk(self._theme, self.locale(), mirrored=mirrored)
            self._grid = replace(
                self._grid, first_day=self.first_day(self._month), rows=self.rows_of(self._month)
            )
            self._lay_out()
            self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys work, and say it."""
        super().focusInEvent(event)
        self._on_laid_out()
        self._choose(self._chosen)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self._repaint_cursor()


def _is_drag(way: QPoint) -> bool:
    return way.manhattanLength() >= QApplication.startDragDistance()
