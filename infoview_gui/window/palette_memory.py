"""What the palette offers before anything is typed: recent places and commands often used.

A plain value that is kept with the state of the window; garbage is ignored.
"""

from collections import Counter
from collections.abc import Mapping

from infoview_gui.panes import places
from infoview_gui.panes.places import Place
from infoview_gui.services.found import FoundKind

_PLACES, _COMMANDS = 8, 40
_KEPT = {FoundKind.PERSON, FoundKind.CONVERSATION, FoundKind.EMPLOYER, FoundKind.ENGAGEMENT}
Visit = tuple[FoundKind, int]


class PaletteMemory:
    """Where one was, the latest first, and how often a command was run from here."""

    def __init__(self) -> None:
        self._visits: list[Visit] = []
        self._used: Counter[str] = Counter()

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The latest first."""
        return tuple(self._visits)

    @property
    def used(self) -> Mapping[str, int]:
        """How often each command was run, by its words."""
        return self._used

    def go(self, place: Place) -> None:
        """Note that a place was opened, from wherever."""
        kind = {places.PEOPLE: FoundKind.PERSON, places.INTERVIEWS: FoundKind.CONVERSATION}
        if place.employer is not None:
            self.visit(FoundKind.EMPLOYER, place.employer)
        elif place.engagement is not None:
            self.visit(FoundKind.ENGAGEMENT, place.engagement)
        elif place.id is not None and place.pane in kind:
            self.visit(kind[place.pane], place.id)

    def visit(self, kind: FoundKind, item_id: int) -> None:
        """Note that somebody or something was opened that is kept apart."""
        if kind in _KEPT:
            place = (kind, item_id)
            self._visits = [place, *(one for one in self._visits if one != place)][:_PLACES]

    def use(self, command: str) -> None:
        """Note that a command was run."""
        self._used[command] += 1
        self._used = Counter(dict(self._used.most_common(_COMMANDS)))

    def save_state(self) -> dict[str, object]:
        """Return it as JSON values."""
        visits = [[kind.value, item_id] for kind, item_id in self._visits]
        return {"visits": visits, "used": dict(self._used)}

    def restore_state(self, state: object) -> None:
        """Take it up again; what makes no sense is left out."""
        if not isinstance(state, dict):
            return
        visits, used = state.get("visits"), state.get("used")
        for visit in reversed(visits if isinstance(visits, list) else []):
            match visit:
                case [str(kind), int(item_id)] if kind in {one.value for one in _KEPT}:
                    self.visit(FoundKind(kind), item_id)
        for command, times in (used if isinstance(used, dict) else {}).items():
            if isinstance(command, str) and type(times) is int and times > 0:
                self._used[command] = times
