"""What can be done to an appointment or a networking event from the calendar, and its sentences.

Calls services; knows no widget.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from infoview_gui.panes.calendar.clock_changes import change_words
from infoview_gui.panes.calendar.keys import EngagementKey, Layer, Told
from infoview_gui.panes.clashes import clash_words
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.phrases import counted, dotted, sentences
from infoview_gui.services.bundle import Services
from infoview_gui.services.engagement_reading import engagement
from infoview_gui.services.engagement_records import NETWORKING, EngagementRow, again

_ALWAYS = frozenset(
    {"open", "delete", "earlier", "later", "day_back", "day_on", "move_to", "cut", "copy"}
    | {"longer", "shorter"}
)
_DAY = timedelta(days=1)
_DAY_MINUTES = 24 * 60


class EngagementVerbs:
    """Moves, stretches and deletes what is in the calendar and is no conversation."""

    menu = "engagement"

    def __init__(
        self,
        services: Services,
        times: LocalTime,
        say: Callable[[str], object],
        edit: Callable[[int], object],
    ) -> None:
        self._services, self._times, self._say, self._edit = services, times, say, edit

    def owns(self, key: object) -> bool:
        """Say whether an entry is an appointment or an event."""
        return isinstance(key, EngagementKey)

    def tell(self, key: object) -> Told | None:
        """Return title, start and length; None when it is gone."""
        row = _row(key)
        if row is None:
            return None
        start, minutes, whole = self._start(row), row.minutes, row.first_day is not None
        line = dotted(row.title, self._when(row), row.place)
        length = row.days * _DAY_MINUTES if whole else minutes
        layer = Layer.NETWORKING if row.kind == NETWORKING else Layer.APPOINTMENTS
        return Told(row.title, row.uid, line, length, start, layer, whole_days=whole)

    def fitting(self, key: object) -> frozenset[str]:
        """Fit everything that moves it; people are met at an event that has begun."""
        row = _row(key)
        if row is None:
            return frozenset()
        begun = self._start(row) <= self._times.now()
        return _ALWAYS | {"met"} if row.kind == NETWORKING and begun else _ALWAYS

    def open(self, key: object) -> None:
        """Ask for it to be changed."""
        if isinstance(key, EngagementKey):
            self._edit(key.id)

    def move(self, key: object, start: datetime) -> bool:
        """Move to a wall time, or whole days to the nearest day."""
        row = _row(key)
        if row is None:
            return False
        if row.first_day is not None:
            return self._move_days(row, start)
        at = self._times.moment(start)
        self._services.engagements.move(row.id, at)
        moved = f"Moved to {self._times.date_text(at)} {self._times.time_text(at)}"
        self._say(sentences(moved, change_words(self._times, start), self._clash(row.id)))
        return True

    def _move_days(self, row: EngagementRow, start: datetime) -> bool:
        day = (start + _DAY / 2).date()
        if day == row.first_day:
            self._say("It lasts whole days: Ctrl+Left and Ctrl+Right move it by a day.")
            return False
        self._services.engagements.move(row.id, day)
        self._say(sentences(f"Moved to {self._times.day_words(day)}", self._clash(row.id)))
        return True

    def warnings(self, key: object, start: datetime) -> str:
        """Say what else is on then; of whole days nothing: other things lie in them."""
        row = _row(key)
        if row is None or row.starts_at is None:
            return ""
        at = self._times.moment(start)
        return clash_words(self._services, self._times, at, row.minutes, engagement=row.id)

    def stretch(self, key: object, minutes: int) -> bool:
        """Give it so many minutes; one of whole days a day more or less."""
        row = _row(key)
        if row is None:
            return False
        if row.first_day is not None:
            return self._stretch_days(row, minutes)
        self._services.engagements.stretch(row.id, minutes=minutes)
        span = self._times.span_text(row.starts_at or 0, minutes)
        self._say(sentences(f"Now {minutes} minutes, {span}", self._clash(row.id)))
        return True

    def _stretch_days(self, row: EngagementRow, minutes: int) -> bool:
        more = minutes - row.days * _DAY_MINUTES
        by = more // _DAY_MINUTES if more % _DAY_MINUTES == 0 else (1 if more > 0 else -1)
        days = max(1, row.days + by)
        if days == row.days:
            return False
        self._services.engagements.stretch(row.id, days=days)
        self._say(f"Now {counted(days, 'day', 'days')}")
        return True

    def refuse(self, key: object) -> None:
        """Refuse nothing: the times of these are the user's own."""

    def delete(self, key: object) -> None:
        """Delete it; those who were met stay in People."""
        row = _row(key)
        if row is None:
            return
        self._services.engagements.delete(row.id)
        stay = " Those who were met there stay in People." if row.people else ""
        self._say(f"Deleted the {row.kind_words} “{row.title}”.{stay} Ctrl+Z brings it back.")

    def plan_again(self, key: object, start: datetime) -> object:
        """Write down another one like it, without those who were met."""
        row = _row(key)
        if row is None:
            return key
        at = start.date() if row.first_day is not None else self._times.moment(start)
        made = self._services.engagements.add(again(row.draft(), at))
        copy = _row(EngagementKey(made)) or row
        skipped = "" if isinstance(at, date) else change_words(self._times, start)
        planned = f"Planned again for {self._when(copy)}"
        self._say(sentences(planned, skipped, self._clash(made)))
        return EngagementKey(made)

    def _start(self, row: EngagementRow) -> datetime:
        if row.first_day is not None:
            return datetime.combine(row.first_day, time())
        return self._times.local(row.starts_at or 0)

    def _when(self, row: EngagementRow) -> str:
        if row.first_day is None:
            at = row.starts_at or 0
            return f"{self._times.date_text(at)} {self._times.span_text(at, row.minutes)}"
        days = counted(row.days, "day", "days") if row.days > 1 else "all day"
        return f"{self._times.day_words(row.first_day)}, {days}"

    def _clash(self, engagement_id: int) -> str:
        """Say what else is on at the time that it has now."""
        row = engagement(engagement_id)
        if row is None or row.starts_at is None:
            return ""
        return self.warnings(EngagementKey(row.id), self._times.local(row.starts_at))


def _row(key: object) -> EngagementRow | None:
    return engagement(key.id) if isinstance(key, EngagementKey) else None
