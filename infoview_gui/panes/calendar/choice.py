"""Which entry is chosen: in the days or on a card that waits; and following it wherever it goes.

Shows and reads; changes nothing.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from infoview_gui.panes.calendar.keys import EngagementKey, Sorts, Told
from infoview_gui.panes.calendar.layers import Layers
from infoview_gui.panes.calendar.page import CalendarPage
from infoview_gui.panes.calendar.side import CalendarSide
from infoview_gui.panes.local_time import LocalTime

_OTHER = Qt.FocusReason.OtherFocusReason


class Choice(QObject):
    """Keeps to an entry while everything is read anew, also when it goes and comes back."""

    changed = Signal()
    """Another entry is chosen, or none."""
    column_wanted = Signal()
    """What is to be shown waits for a time: the left column may be hidden."""

    def __init__(
        self,
        page: CalendarPage,
        side: CalendarSide,
        layers: Layers,
        sorts: Sorts,
        times: LocalTime,
        refresh: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._page, self._views, self._side = page, page.views, side
        self._layers, self._sorts, self._times = layers, sorts, times
        self._refresh = refresh
        self._waiting_id: int | None = None
        self._lost: object = None
        self._views.chosen.connect(self._on_chosen)
        side.chosen.connect(self._on_waiting_chosen)

    def current(self) -> object:
        """Return the key of the entry of ours that is chosen, or that waits with the focus."""
        key = self._views.chosen_key()
        return key if isinstance(key, int | EngagementKey) else self._waiting_id

    def show(self, key: object) -> None:
        """Go to an entry's days, or to its card while it waits for a time, and choose it."""
        told = self._sorts.tell(key)
        if told is None:
            self._views.setFocus(_OTHER)
        elif told.start is None:
            self._refresh()
            self.column_wanted.emit()
            self._focus_card(key)
        else:
            self._layers.switch(told.layer, on=True)  # what is asked for is not to be hidden
            self._follow(key, told)
            self._views.setFocus(_OTHER)

    def refresh_and_follow(self) -> None:
        """Read anew; what was chosen stays chosen wherever it went, and when it comes back."""
        chosen, lost = self.current(), self._lost
        self._refresh()
        self._lost = lost if chosen is None else None
        wanted = chosen if chosen is not None else lost
        if wanted is not None and self._views.chosen_key() is not None:
            self._settle(wanted)
        if wanted is None or self._views.chosen_key() is not None:
            return
        told = self._sorts.tell(wanted)
        if told is None:
            self._lost = wanted
        elif told.start is not None:
            self._lost = None
            self._follow(wanted, told)
            if self._page.isVisible():
                self._views.setFocus(_OTHER)
        elif self._page.isVisible() and self._focus_card(wanted):
            self._lost = None

    def _settle(self, key: object) -> None:
        """It is in sight: what was shown besides for its sake goes again, as after an undo."""
        told = self._sorts.tell(key)
        if told is not None and told.start is not None:
            self._page.narrow(key, told.start.date())

    def _follow(self, key: object, told: Told) -> None:
        day = (told.start or self._times.now()).date()
        if not self._page.span.holds(day):
            self._page.go_to(day, key)
        else:
            self._page.refresh()
        self._views.choose(key)

    def _focus_card(self, key: object) -> bool:
        return isinstance(key, int) and self._side.focus_on(key)

    def _on_chosen(self, key: object) -> None:
        if key is not None:
            self._lost = None
            self._waiting_id = None
        self.changed.emit()

    def _on_waiting_chosen(self, conversation_id: int | None) -> None:
        if conversation_id is not None and self._views.chosen_key() is not None:
            self._views.choose(None)
        self._waiting_id = conversation_id
        self.changed.emit()
