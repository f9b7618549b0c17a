"""What can be done on Today: each verb calls a service and says what came of it in a sentence.

Must not know the cards.
"""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes import places
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import Place
from infoview_gui.panes.today import due_row
from infoview_gui.panes.today.happened_dialog import HappenedDialog
from infoview_gui.services.bundle import Services
from infoview_gui.services.records import ConversationRow
from infoview_gui.theme import Theme


class Starter(Protocol):
    """What Today needs of the call clock."""

    def start(self, conversation_id: int) -> None:
        """Start the countdown of a conversation."""


class Verbs(QObject):
    """Acts on conversations; ``done`` after each change, so that the pane reads anew at once."""

    done = Signal()
    said = Signal(str)
    place_requested = Signal(object)

    def __init__(
        self,
        theme: Theme,
        services: Services,
        times: LocalTime,
        clock: Starter | None,
        pane: QWidget,
    ) -> None:
        super().__init__(pane)
        self._theme = theme
        self._services = services
        self._times = times
        self._clock = clock
        self._pane = pane

    def start(self, conversation_id: int) -> None:
        """Start the countdown and show the notes; NotNow while another conversation runs."""
        if self._clock is not None:
            self._clock.start(conversation_id)
        else:
            self._services.talking.start(conversation_id)
        self.done.emit()
        self.place_requested.emit(Place(places.INTERVIEWS, conversation_id))

    def act(self, verb: str, row: ConversationRow) -> None:
        """Do what a row of *To do* offers."""
        if verb == due_row.HAPPENED:
            self._ask_when(row)
        elif verb == due_row.MOVE:
            self.place_requested.emit(Place(places.CALENDAR, row.id))
        else:
            self._settle(verb, row)

    def _settle(self, verb: str, row: ConversationRow) -> None:
        conversations = self._services.conversations
        work, sentence = {
            due_row.SENT: (conversations.thank, "Thanks to {} are marked as sent."),
            due_row.WAIVED: (conversations.waive_thanks, "No thanks needed for {}."),
            due_row.MISSED: (conversations.missed, "{} did not come; your notes are kept."),
            due_row.CANCEL: (conversations.cancel, "The conversation with {} is cancelled."),
        }[verb]
        work(row.id)
        self.done.emit()
        self.said.emit(f"{sentence.replace('{}', row.title, 1)} Ctrl+Z takes it back.")

    def _ask_when(self, row: ConversationRow) -> None:
        dialog = HappenedDialog(self._theme, self._times, row, self._pane)
        dialog.settled.connect(self._on_happened)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_happened(self, conversation_id: int, start: int, minutes: int) -> None:
        self._services.conversations.happened(conversation_id, start, minutes)
        self.done.emit()
        self.said.emit("It happened: thanks are due within 24 hours of the end.")
