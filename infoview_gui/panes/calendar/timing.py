"""Every way to give an entry a time: drag, key, words, clipboard, a card that is dropped.

Asks its sort to do it and tells the pane what to show. Opens no dialog.
"""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from infoview_gui.panes import planning
from infoview_gui.panes.calendar.clip import Clip
from infoview_gui.panes.calendar.keys import Sorts
from infoview_gui.panes.calendar.page import CalendarPage
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.widgets.entry_steps import EntrySteps


class Timing(QObject):
    """Acts on the entry whose key ``current`` returns."""

    changed = Signal()
    """Times are other ones: read anew, and follow what is chosen."""
    placed = Signal(object)
    """Key of an entry that has come to a place and is to be shown there."""
    said = Signal(str)

    def __init__(
        self,
        page: CalendarPage,
        sorts: Sorts,
        times: LocalTime,
        current: Callable[[], object],
    ) -> None:
        super().__init__(page)
        self._page, self._views = page, page.views
        self._sorts, self._clip = sorts, Clip(sorts)
        self._times, self._current = times, current
        self._carried: object = None
        page.week.tell_their_time(self._their_time)

    def _their_time(self, key: object, start: datetime) -> str:
        """Return what a wall time here is for the people of an entry, or of what is carried."""
        told = self._sorts.tell(self._carried if key is None else key)
        return planning.there(self._times, self._times.moment(start), told.zones) if told else ""

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of these names do."""
        return {
            "earlier": partial(self.step, EntrySteps.earlier),
            "later": partial(self.step, EntrySteps.later),
            "day_back": partial(self.step, EntrySteps.day_back),
            "day_on": partial(self.step, EntrySteps.day_on),
            "longer": partial(self.step, EntrySteps.longer),
            "shorter": partial(self.step, EntrySteps.shorter),
            "cut": partial(self.copy, cut=True),
            "copy": partial(self.copy, cut=False),
            "paste": self.paste,
            "move_to": self.ask,
        }

    def move(self, key: object, start: datetime) -> None:
        """Move to a wall time of this desk; a change of the clocks in the way is said."""
        sort = self._sorts.of(key)
        if sort is not None and sort.move(key, start):
            self.changed.emit()

    def move_and_show(self, key: object, start: datetime) -> None:
        """Move to a wall time that was typed, which may lie out of sight."""
        told = self._sorts.tell(key)
        whole = told is not None and told.whole_days
        self.move(key, datetime.combine(start.date(), time()) if whole else start)
        self.placed.emit(key)

    def stretch(self, key: object, minutes: int) -> None:
        """Agree on other minutes."""
        sort = self._sorts.of(key)
        if sort is not None and sort.stretch(key, minutes):
            self.changed.emit()

    def step(self, step: Callable[[EntrySteps], None]) -> None:
        """Take a step with the chosen entry, as its keys do."""
        step(self._views.steps)

    def ask(self) -> None:
        """Ask for the time in words; what is read is shown before it is taken."""
        current = self._current()
        told = self._sorts.tell(current)
        if told is None:
            return
        start = told.start or self._times.local(planning.proposal(self._times))
        field = self._page.move_field
        sort = self._sorts.of(current)
        warnings = partial(sort.warnings, current) if sort is not None else lambda _start: ""
        field.ask(
            current,
            told.title,
            start,
            told.zones,
            whole_days=told.whole_days,
            warnings=warnings,
        )

    def copy(self, *, cut: bool) -> None:
        """Put the entry on the clipboard."""
        if (current := self._current()) is not None:
            self.said.emit(self._clip.put(current, cut=cut))

    def paste(self) -> None:
        """Plan what was copied again in the slot under the cursor, or move there what was cut."""
        held = self._clip.held()
        if held is None:
            self.said.emit("Nothing to paste: copy a conversation or an appointment first.")
            return
        (key, told, cut), slot = held, self._views.cursor_slot()
        if told.start is not None and (told.whole_days or not self._page.view.has_hours):
            slot = datetime.combine(slot.date(), told.start.time())
        if cut:
            self.move(key, slot)
            self._clip.forget_cut(key)
            self.placed.emit(key)
        elif (sort := self._sorts.of(key)) is not None:
            self.placed.emit(sort.plan_again(key, slot))

    def carry(self, key: object, at: QPoint) -> datetime | None:
        """Show where one that waits for a time would lie, dragged to a place of the screen."""
        told = self._sorts.tell(key)
        if told is None:
            return None
        self._carried = key
        return self._views.shown().carry(told.title, told.minutes, at)

    def drop(self, key: object, at: QPoint) -> None:
        """Give it the time on which it was dropped, if that is one."""
        start = self.carry(key, at)
        self.let_go()
        if start is not None:
            self.move(key, start)
            self.placed.emit(key)

    def let_go(self) -> None:
        """Take the picture of what is dragged away."""
        self._carried = None
        self._views.shown().carry("", 0, None)
