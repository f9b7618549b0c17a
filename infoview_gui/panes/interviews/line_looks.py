"""What the margin says of a line and how a marked line looks. Must not know the editor."""

from collections.abc import Sequence

from infoview_gui.panes.mark_looks import MARK_LOOKS
from infoview_gui.practice import countdown, marks
from infoview_gui.practice.countdown import Event
from infoview_gui.practice.marks import ALL_MARKS, MarkKind
from infoview_gui.widgets.line_marks import MarkSpan


def mark_span(line: str, enabled: frozenset[MarkKind] = ALL_MARKS) -> MarkSpan | None:
    """Return how a line is marked, for the editor; None for a plain line."""
    mark = marks.parse(line, enabled)
    if mark is None:
        return None
    tone, icon = MARK_LOOKS[mark.kind]
    return MarkSpan(mark.head_start, mark.head_end, tone, icon)


class LineTimes:
    """Words the moments of lines by what happened to one conversation's clock.

    Remembers its answers, because the margin asks for every visible line at each repaint.
    """

    def __init__(self) -> None:
        self._events: tuple[Event, ...] = ()
        self._texts: dict[int, str] = {}

    def follow(self, events: Sequence[Event]) -> bool:
        """Take the events of a conversation; return whether that changes any answer."""
        if tuple(events) == self._events:
            return False
        self._events = tuple(events)
        self._texts.clear()
        return True

    def text(self, moment: int | None) -> str:
        """Return "prep", the talk time "7:51", or "after"; nothing for an empty line."""
        if moment is None:
            return ""
        found = self._texts.get(moment)
        if found is None:
            found = self._texts[moment] = self._computed(moment)
        return found

    def is_prep(self, moment: int | None) -> bool:
        """Whether a line was begun before the talk: those are muted while one talks."""
        return moment is not None and bool(self._events) and self.text(moment) == "prep"

    def _computed(self, moment: int) -> str:
        phase = countdown.line_phase(self._events, moment)
        if phase != "during":
            return phase
        return countdown.minutes_text(countdown.elapsed_ms(self._events, moment))
