"""A week (or a day) of entries on a grid of hours, for mouse, keyboard and screen reader.

Shows and asks, never changes anything: each wish leaves as a ``…_requested`` signal, and the owner
answers with ``show_entries``. Must not know people, databases or time zones: all times are naive
wall times as displayed. Keys: see ``WeekView``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import (
    QEvent,
    Qt,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QResizeEvent,
    QShowEvent,
)

from infoview_gui.widgets import week_layout as lay
from infoview_gui.widgets.month_cards import MonthInk
from infoview_gui.widgets.week_canvas import HEADER
from infoview_gui.widgets.week_heads import DueDay
from infoview_gui.widgets.week_keys import WeekKeys
from infoview_gui.widgets.week_layout import Entry
from infoview_gui.widgets.week_margins import Band, SecondHours

__all__ = ["Entry", "WeekView"]


class WeekView(WeekKeys):
    """A calendar of one to seven days.

    Keys: arrows move the slot cursor; Shift+Left/Right or K/J choose the previous/next entry;
    Home/End the first/last entry of the day; Enter opens the chosen entry or creates one in the
    slot; Insert or N creates; Space shows the day, or in a single day what is due on it;
    Ctrl+arrows move the chosen entry by 15 minutes or a day;
    Shift+Up/Down change its length by 5 minutes; Delete; PageUp/PageDown ask for another week;
    Menu or Shift+F10; Ctrl++, Ctrl+-, Ctrl+0 zoom; Alt+Up/Down scroll; Escape ends a drag.
    """

    def show_week(
        self,
        first_day: date,
        days: int = 5,
        day: date | None = None,
        entries: Sequence[Entry] | None = None,
    ) -> None:
        """Show ``days`` (1 to 7) days from ``first_day`` on; the cursor keeps its place in them.

        With ``day`` it goes there. With ``entries`` these are shown instead, laid out only once.
        """
        self._drop_drag()
        offset = min(max((self._cursor.date() - self._grid.first_day).days, 0), days - 1)
        self._grid = replace(self._grid, first_day=first_day, days=min(max(days, 1), 7))
        if day is not None and self._grid.holds(day):
            self._cursor = datetime.combine(day, self._cursor.time())
        if not self._grid.holds(self._cursor.date()):
            day = first_day + timedelta(days=offset)
            self._cursor = datetime.combine(day, self._cursor.time())
        if entries is None:
            self._rebuild()
        else:
            self.show_entries(entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries instead; keys are unique. The choice survives where its key does."""
        before = self._entry(self._chosen)
        self._entries = tuple(entries)
        self._by_key = {entry.key: entry for entry in self._entries}
        self._timed = [entry for entry in self._entries if not entry.is_bar]
        after = self._entry(self._chosen)
        if self._held and self._held[0].key is not None and not self._entry(self._held[0].key):
            self._drop_drag()
        if (
            before
            and after
            and before.start != after.start
            and self._grid.holds(after.start.date())
        ):
            self._cursor = after.start
        self._rebuild()
        if before and not after:
            self._choose(None)
        elif after and after != before:
            self.say(self._spoken(after))

    def show_bands(self, bands: Sequence[Band]) -> None:
        """Show on these days which hours the clocks skip or repeat."""
        if tuple(bands) != self._bands:
            self._bands = tuple(bands)
            self.viewport().update()

    def show_second_hours(self, second: SecondHours | None) -> None:
        """Show the hours of another place beside ours, or no longer."""
        if second != self._second:
            self._second = second
            self._rebuild()

    def show_due(self, days: Iterable[DueDay]) -> None:
        """Show on which days something is due."""
        if self._due.show(days):
            self._sync_voices()
            self.viewport().update(0, 0, self.viewport().width(), HEADER)

    def tell_their_time(self, tell: Callable[[object, datetime], str]) -> None:
        """Say while an entry of this key is dragged what the time would be for the other person."""
        self._their_time = tell

    def set_default_minutes(self, minutes: int) -> None:
        """Set the length of entries created by double-click or key."""
        self._minutes = max(lay.LEAST_MINUTES, minutes)

    def scroll_to(self, moment: time) -> None:
        """Put a time of day at the top, now or when the view first has a size."""
        self._first_minute = moment.hour * 60 + moment.minute
        self._place_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Start the clock of the now line."""
        super().showEvent(event)
        self._on_minute()
        self._place_first()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop the clock and any drag."""
        self._minute_timer.stop()
        self._drop_drag()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._rebuild()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew for another language or direction."""
        super().changeEvent(event)
        kinds = (QEvent.Type.LocaleChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in kinds:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._ink = MonthInk(self._theme, self.locale(), mirrored=mirrored)
            self._due.forget()
            self._rebuild()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys work, and say it."""
        super().focusInEvent(event)
        self._sync_voices()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._reveal()
        self._told_due = None
        self._choose(self._chosen)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self._update_boxes(self._focus_boxes())
