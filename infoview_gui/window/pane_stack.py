"""The panes in the window: each is built when it is first wanted, and one of them is shown.

Knows what any pane can do, not what a pane is about; who asks for a place is for the window.
"""

import contextlib
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from infoview_gui.panes.places import Place
from infoview_gui.window.pane import (
    ActsOnScreen,
    ChoosesConversation,
    ComesInSteps,
    HasEngagements,
    Pane,
    ShowsEmployers,
    ShowsLately,
    ShowsLines,
)
from infoview_gui.window.pane_maker import Answers, PaneMaker


class PaneStack(QStackedWidget):
    """Nothing is built by itself: the first place that is shown builds the first pane."""

    verbs_known = Signal(str, object)
    """A pane can say its verbs (list of QAction); its key comes first."""

    def __init__(
        self,
        maker: PaneMaker,
        answers: Callable[[], Answers],
        kept: Mapping[str, object],
        parent: QWidget,
    ) -> None:
        """``kept``: what ``save_states`` returned at the last end, by the key of the pane."""
        super().__init__(parent)
        self._maker = maker
        self._answers = answers
        self._kept = kept
        self._panes: dict[str, QWidget] = {}
        self._shown = ""
        self._seen: set[str] = set()
        self._is_complete = False

    # -- which are there

    def built(self, key: str) -> object:
        """Return a pane that is built already, else None: to be asked what it can do."""
        return self._panes.get(key)

    @property
    def shown(self) -> object:
        """The pane that is shown: to be asked what it can do."""
        return self._panes.get(self._shown)

    @property
    def is_half_shown(self) -> bool:
        """Whether a pane shows only the beginning of its list, until ``complete_first``."""
        return not self._is_complete and any(
            isinstance(pane, ComesInSteps) for pane in self._panes.values()
        )

    def complete_first(self) -> None:
        """The first picture is on the screen: build the rest of the pane that it shows."""
        self._is_complete = True
        for key, pane in self._panes.items():
            if isinstance(pane, ComesInSteps):
                pane.complete()
                self._tell_verbs(key)

    def build(self, keys: Iterable[str]) -> None:
        """Build panes that are not shown yet: their verbs and numbers are wanted everywhere."""
        for key in keys:
            self._pane(key)

    def _pane(self, key: str) -> QWidget:
        """Return a pane, built when it is first wanted."""
        if key not in self._panes:
            pane = self._maker.make(key, self._answers(), list_first=not self._is_complete)
            self._panes[key] = pane
            self.addWidget(pane)
            kept = self._kept.get(key)
            if isinstance(kept, dict) or isinstance(pane, ComesInSteps):
                _as_pane(pane).restore_state(kept if isinstance(kept, dict) else {})
            if self._is_complete or not isinstance(pane, ComesInSteps):
                self._tell_verbs(key)
            self.tell_chosen()
        return self._panes[key]

    def _tell_verbs(self, key: str) -> None:
        self.verbs_known.emit(key, _as_pane(self._panes[key]).menu_actions())

    # -- which is shown

    def choose(self, key: str) -> bool:
        """Show a pane and put on disk what is typed in the last; tell whether it is another one."""
        pane = self._pane(key)
        if self._shown == key:
            return False
        if self._shown:
            _as_pane(self._panes[self._shown]).leave()
        self._shown = key
        self._seen.add(key)
        self.setCurrentWidget(pane)
        self.tell_chosen()
        return True

    def tell_chosen(self) -> None:
        """Let the verbs of every pane follow what is shown: they stay in the menus."""
        shown = self.shown
        chosen = shown.chosen_conversation() if isinstance(shown, ChoosesConversation) else None
        for key, pane in self._panes.items():
            if isinstance(pane, ActsOnScreen):
                pane.act_on_screen(here=key == self._shown, conversation=chosen)

    def show_in_pane(self, place: Place) -> None:
        """Show something in the pane that was chosen; the keyboard goes there."""
        pane = self._pane(place.pane)
        pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if place.id is not None:
            _as_pane(pane).show_item(place.id)
        if place.line is not None and isinstance(pane, ShowsLines):
            pane.show_line(place.line)
        if place.engagement is not None and isinstance(pane, HasEngagements):
            pane.show_engagement(place.engagement)
        if place.employer is not None and isinstance(pane, ShowsEmployers):
            pane.show_employer(place.employer)
        if place.lately and isinstance(pane, ShowsLately):
            pane.show_lately(place.lately)

    # -- what is typed, and what is kept

    def leave(self) -> None:
        """Put on disk what is typed in any pane."""
        for pane in self._panes.values():
            _as_pane(pane).leave()

    def leave_what_can(self) -> None:
        """Put on disk what is typed where that works; never raises."""
        for pane in self._panes.values():
            with contextlib.suppress(Exception):
                _as_pane(pane).leave()

    def save_states(self) -> dict[str, object]:
        """Return the habits of the panes that were seen, as JSON values by their key."""
        return {key: _as_pane(self._panes[key]).save_state() for key in self._seen}


def _as_pane(widget: QWidget) -> Pane:
    return widget  # type: ignore[return-value]  # the maker returns nothing else
