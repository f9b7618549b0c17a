"""The running conversation in the strip of the window, in every pane; a click goes there.

Knows no pane; it asks the window to go there.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from infoview_gui.panes import call_words
from infoview_gui.panes.call_clock import CallClock, CallView
from infoview_gui.panes.places import INTERVIEWS, Place
from infoview_gui.practice.countdown import Phase
from infoview_gui.theme import Theme
from infoview_gui.widgets.countdown_strip import CountdownStrip


class CallStrip(CountdownStrip):
    """Visible while a conversation runs."""

    place_requested = Signal(object)

    def __init__(self, theme: Theme, call: CallClock, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._call = call
        self.setVisible(False)
        call.ticked.connect(self._on_ticked)
        call.changed.connect(self._on_changed)
        self.clicked.connect(self._on_clicked)
        self._on_changed()

    def _on_changed(self) -> None:
        view = self._call.view
        if view is not None:
            self._on_ticked(view)
        self.setVisible(view is not None)

    def _on_ticked(self, view: CallView) -> None:
        look = call_words.look(view.clock)
        self.show_state(look.fraction, look.tone, look.text, self._words_for(view), view.title)
        self.say(f"{call_words.spoken(view.clock)}, with {view.title}")

    def _words_for(self, view: CallView) -> str:
        look = call_words.look(view.clock)
        closing = view.clock.phase is Phase.CLOSING and not view.clock.paused
        if closing and view.next_question:
            return f"{look.name}: {view.next_question}"
        return look.short

    def _on_clicked(self) -> None:
        running = self._call.running_id
        if running is not None:
            self.place_requested.emit(Place(INTERVIEWS, running))
