"""How the user likes the calendar: kept from one start to the next. Knows no widget."""

from dataclasses import dataclass

from infoview_gui.panes.calendar.span import WHOLE_WEEK, WORK_WEEK

_LEAST, _USUAL, _MOST = 24, 72, 160


@dataclass(slots=True)
class Habits:
    """Days shown, pixels of an hour, and whether the left column is shown (wide, narrow)."""

    days: int = WORK_WEEK
    hour_height: int = _USUAL
    side: bool = True
    side_when_narrow: bool = False

    def as_json(self) -> dict[str, object]:
        """Return the habits as JSON values."""
        return {
            "days": self.days,
            "hour_height": self.hour_height,
            "side": self.side,
            "side_when_narrow": self.side_when_narrow,
        }

    @classmethod
    def from_json(cls, state: dict[str, object]) -> "Habits":
        """Read them again; whatever makes no sense is as usual."""
        height = state.get("hour_height")
        fits = isinstance(height, int) and _LEAST <= height <= _MOST
        return cls(
            days=WHOLE_WEEK if state.get("days") == WHOLE_WEEK else WORK_WEEK,
            hour_height=height if fits and isinstance(height, int) else _USUAL,
            side=state.get("side") is not False,
            side_when_narrow=state.get("side_when_narrow") is True,
        )
