"""How the user likes the calendar: kept from one start to the next. Knows no widget."""

from dataclasses import dataclass

from infoview_gui.panes.calendar.keys import Layer
from infoview_gui.panes.calendar.span import WHOLE_WEEK, WORK_WEEK, View
from infoview_gui.practice.time_zones import is_zone

_LEAST, _USUAL, _MOST = 24, 72, 160


@dataclass(slots=True)
class Habits:
    """Days of a week, pixels of an hour, whether the left column is shown (wide, narrow), the view.

    ``second_zone`` is an IANA name or empty; ``hidden`` is what is not shown.
    """

    days: int = WORK_WEEK
    hour_height: int = _USUAL
    side: bool = True
    side_when_narrow: bool = False
    view: View = View.WORK_WEEK
    week_numbers: bool = False
    second_zone: str = ""
    hidden: frozenset[Layer] = frozenset()

    def as_json(self) -> dict[str, object]:
        """Return the habits as JSON values."""
        return {
            "days": self.days,
            "hour_height": self.hour_height,
            "side": self.side,
            "side_when_narrow": self.side_when_narrow,
            "view": self.view.value,
            "week_numbers": self.week_numbers,
            "second_zone": self.second_zone,
            "hidden": sorted(self.hidden),
        }

    @classmethod
    def from_json(cls, state: dict[str, object]) -> "Habits":
        """Read them again; whatever makes no sense is as usual."""
        height = state.get("hour_height")
        days = WHOLE_WEEK if state.get("days") == WHOLE_WEEK else WORK_WEEK
        zone, hidden = state.get("second_zone"), state.get("hidden")
        fits = isinstance(height, int) and _LEAST <= height <= _MOST
        return cls(
            days=days,
            hour_height=height if fits and isinstance(height, int) else _USUAL,
            side=state.get("side") is not False,
            side_when_narrow=state.get("side_when_narrow") is True,
            view=_view(state.get("view"), days),
            week_numbers=state.get("week_numbers") is True,
            second_zone=zone if isinstance(zone, str) and is_zone(zone) else "",
            hidden=frozenset(one for one in Layer if isinstance(hidden, list) and one in hidden),
        )


def _view(value: object, days: int) -> View:
    week = View.WEEK if days == WHOLE_WEEK else View.WORK_WEEK
    return next((one for one in View if one.value == value), week)
