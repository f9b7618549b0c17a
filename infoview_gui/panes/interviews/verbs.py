"""What the user can do in the Interviews pane, by key, button and menu alike.

Writes through the services and the call clock; must not know the widgets.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from infoview_gui.panes.call_clock import CallClock
from infoview_gui.panes.deleted import deleted_words
from infoview_gui.panes.interviews.outcome import Outcome
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import CALENDAR, PEOPLE, Place
from infoview_gui.panes.taking import take
from infoview_gui.practice.letters import LetterKind
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRecord


class Verbs(QObject):
    """Acts on the conversation that is shown, or on the one that runs."""

    place_requested = Signal(object)
    said = Signal(str)
    edit_requested = Signal(object)
    calendar_file_requested = Signal(object)
    invitation_requested = Signal(object)
    letter_requested = Signal(object, object, object, object)
    """Id of the person, kind of letter, id of the conversation, id of whom it is about."""
    began = Signal()
    """The shown conversation was started."""
    settled = Signal()
    """Something was decided: the buttons for it go, and the keyboard belongs to the notes."""

    def __init__(
        self,
        services: Services,
        call: CallClock,
        shown: Callable[[], ConversationRecord | None],
        leave: Callable[[], None],
        times: LocalTime,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._times = times
        self._conversations = services.conversations
        self._call = call
        self._shown = shown
        self._leave = leave

    def slots(self) -> dict[str, Callable[[], None]]:
        """Return the verbs by the names of the actions."""
        return {
            "start": self.start,
            "pause": self._call.pause_or_resume,
            "they_closed": self.they_closed,
            "they_went_on": self._call.they_went_on,
            "end": self.end,
            "tick_next": self.tick_next,
            "write_thanks": self._on_write_thanks,
            "thanked": self._on_thanked,
            "waived": self._on_waived,
            "take_time": self.take_time,
            "missed": self._on_missed,
            "move": self._on_move,
            "cancel": self._on_cancel,
            "replan": self._on_replan,
            "contact": self.show_contact,
            "edit": self.edit,
            "delete": self.delete,
            "save_file": self.save_file,
            "invite": self.invite,
        }

    def start(self) -> None:
        """Start the conversation that is shown; NotNow while another one runs."""
        record = self._shown()
        if record is not None:
            self._call.start(record.id)
            self.began.emit()

    def end(self) -> None:
        """The user ends the running conversation."""
        self._call.end()
        self.settled.emit()
        self.said.emit("The conversation has ended. Notes can still be added.")

    def they_closed(self) -> None:
        """They took the opportunity to close."""
        self._call.they_closed()
        self.settled.emit()
        self.said.emit("They closed. Notes can still be added.")

    def tick_next(self) -> None:
        """Tick the question that is next."""
        view = self._call.view
        self._call.tick_next()
        if view is not None and view.next_question:
            self.said.emit(f"Asked: {view.next_question}")

    def happened(self, started_at: int, minutes: int) -> None:
        """It took place without the countdown: moment of the start (ms) and minutes."""
        record = self._shown()
        if record is not None:
            self.settled.emit()
            self._conversations.happened(record.id, started_at, minutes)

    def choose(self, outcome: Outcome) -> None:
        """Take what the user says of a talk that does not run."""
        record = self._shown()
        if record is None:
            return
        if outcome is Outcome.MOVE:
            self.place_requested.emit(Place(CALENDAR, record.id))
            return
        if outcome is Outcome.WRITE:
            self._write_thanks(record)
            return
        if outcome is Outcome.TAKE:
            self.take_time()
            return
        verb = {
            Outcome.MISSED: self._conversations.missed,
            Outcome.CANCEL: self._conversations.cancel,
            Outcome.REPLAN: self._conversations.replan,
            Outcome.THANKED: self._conversations.thank,
            Outcome.WAIVED: self._conversations.waive_thanks,
        }[outcome]
        self.settled.emit()
        verb(record.id)

    def take_time(self) -> None:
        """Make a proposed time the conversation; what is typed for the others comes to it."""
        record = self._shown()
        if record is None:
            return
        self._leave()
        self.settled.emit()
        self.said.emit(take(self._services, self._times, record.id))

    def delete(self) -> None:
        """Delete the conversation with its notes."""
        record = self._shown()
        if record is None:
            return
        # What is typed goes with it, so that undo brings it back whole.
        self._leave()
        told = deleted_words(self._conversations, record.id)
        self._conversations.delete(record.id)
        self.said.emit(told)

    def edit(self) -> None:
        """Ask for the details to be edited."""
        record = self._shown()
        if record is not None:
            self.edit_requested.emit(record.id)

    def save_file(self) -> None:
        """Ask for the conversation as a calendar file."""
        record = self._shown()
        if record is not None:
            self.calendar_file_requested.emit(record.id)

    def invite(self) -> None:
        """Ask for an invitation to the conversation."""
        record = self._shown()
        if record is not None:
            self.invitation_requested.emit(record.id)

    def show_contact(self) -> None:
        """Show the first of the people in the People pane."""
        record = self._shown()
        if record is not None and record.people:
            self.place_requested.emit(Place(PEOPLE, record.people[0].id))

    def _write_thanks(self, record: ConversationRecord) -> None:
        """Ask for a letter to the first of them; what is typed in the notes is woven into it."""
        self._leave()
        if record.people:
            self.letter_requested.emit(record.people[0].id, LetterKind.THANKS, record.id, None)

    def _on_write_thanks(self) -> None:
        self.choose(Outcome.WRITE)

    def _on_thanked(self) -> None:
        self.choose(Outcome.THANKED)

    def _on_waived(self) -> None:
        self.choose(Outcome.WAIVED)

    def _on_missed(self) -> None:
        self.choose(Outcome.MISSED)

    def _on_move(self) -> None:
        self.choose(Outcome.MOVE)

    def _on_cancel(self) -> None:
        self.choose(Outcome.CANCEL)

    def _on_replan(self) -> None:
        self.choose(Outcome.REPLAN)
