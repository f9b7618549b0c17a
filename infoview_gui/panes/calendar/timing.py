"""Every way to give a conversation a time: drag, key, words, clipboard, a card that is dropped.

Asks the verbs to do it and tells the pane what to show. Opens no dialog.
"""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, Signal

from infoview_gui.panes import planning
from infoview_gui.panes.calendar.clip import Clip
from infoview_gui.panes.calendar.clock_changes import change_words
from infoview_gui.panes.calendar.page import CalendarPage
from infoview_gui.panes.calendar.verbs import CalendarVerbs
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import reading
from infoview_gui.widgets.entry_steps import EntrySteps


class Timing(QObject):
    """Acts on the conversation that ``current`` names."""

    changed = Signal()
    """Times are other ones: read anew, and follow what is chosen."""
    placed = Signal(object)
    """Id of a conversation that has come to a place and is to be shown there."""
    said = Signal(str)

    def __init__(
        self,
        page: CalendarPage,
        verbs: CalendarVerbs,
        clip: Clip,
        times: LocalTime,
        current: Callable[[], int | None],
    ) -> None:
        super().__init__(page)
        self._page, self._views = page, page.views
        self._verbs, self._clip = verbs, clip
        self._times, self._current = times, current

    def move(self, conversation_id: int, start: datetime) -> None:
        """Move to a wall time of this desk; a change of the clocks in the way is said."""
        change = change_words(self._times, start)
        if self._verbs.move(conversation_id, self._times.moment(start), change):
            self.changed.emit()

    def move_and_show(self, conversation_id: int, start: datetime) -> None:
        """Move to a wall time that was typed, which may lie out of sight."""
        self.move(conversation_id, start)
        self.placed.emit(conversation_id)

    def stretch(self, conversation_id: int, minutes: int) -> None:
        """Agree on other minutes."""
        if self._verbs.stretch(conversation_id, minutes):
            self.changed.emit()

    def step(self, step: Callable[[EntrySteps], None]) -> None:
        """Take a step with the chosen entry, as its keys do."""
        step(self._views.steps)

    def ask(self) -> None:
        """Ask for the time in words; what is read is shown before it is taken."""
        current = self._current()
        record = reading.conversation(current) if current is not None else None
        if record is None:
            return
        at = record.began_at if record.began_at is not None else planning.proposal(self._times)
        zones = planning.zones_of(record.people)
        self._page.move_field.ask(record.id, record.title, self._times.local(at), zones)

    def copy(self, *, cut: bool) -> None:
        """Put the conversation on the clipboard."""
        if (current := self._current()) is not None:
            self.said.emit(self._clip.put(current, cut=cut))

    def paste(self) -> None:
        """Plan what was copied again in the slot under the cursor, or move there what was cut."""
        held = self._clip.held()
        if held is None:
            self.said.emit("Nothing to paste: copy a conversation first.")
            return
        (record, cut), slot = held, self._views.cursor_slot()
        if not self._page.view.has_hours and record.began_at is not None:
            slot = datetime.combine(slot.date(), self._times.local(record.began_at).time())
        if cut:
            self.move(record.id, slot)
            self._clip.forget_cut(record.id)
            self.placed.emit(record.id)
        else:
            made = self._verbs.paste_copy(record, self._times.moment(slot), self._clip)
            self.placed.emit(made)

    def carry(self, conversation_id: int, at: QPoint) -> datetime | None:
        """Show where one that waits for a time would lie, dragged to a place of the screen."""
        record = reading.conversation(conversation_id)
        if record is None:
            return None
        return self._views.shown().carry(record.title, record.minutes, at)

    def drop(self, conversation_id: int, at: QPoint) -> None:
        """Give it the time on which it was dropped, if that is one."""
        start = self.carry(conversation_id, at)
        self.let_go()
        if start is not None:
            self.move(conversation_id, start)
            self.placed.emit(conversation_id)

    def let_go(self) -> None:
        """Take the picture of what is dragged away."""
        self._views.shown().carry("", 0, None)
