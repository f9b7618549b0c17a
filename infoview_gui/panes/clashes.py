"""What else takes a time: conversations, own appointments, events, other calendars; one sentence.

Reads; changes nothing. Moments are ms since 1970 UTC.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from infoview_gui.panes import planning
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.engagement_reading import Stretch, engagements_between
from infoview_gui.services.engagement_records import EngagementRow


@dataclass(frozen=True, slots=True)
class _Own:
    """An own appointment or event, said as one of another calendar is; whole days are dates."""

    title: str
    calendar: str
    start: int | date
    end: int | date


def clash_words(
    services: Services,
    times: LocalTime,
    at: int,
    minutes: int,
    *,
    conversation: int | None = None,
    engagement: int | None = None,
) -> str:
    """Say what else is planned then; the conversation or engagement it is asked for is left out."""
    rows = reading.clashes(at, minutes, conversation, times.clock())
    busy = services.calendar_files.busy(at, minutes, times.zone_name)
    own = [_own(row) for row in engagements_between(_stretch(times, at, minutes), but=engagement)]
    return planning.clash_words(times, rows, [*own, *busy])


def _stretch(times: LocalTime, at: int, minutes: int) -> Stretch:
    end = at + max(1, minutes) * 60_000
    last = times.local(end - 1).date()
    return Stretch(at, end, times.local(at).date(), last + timedelta(days=1))


def _own(row: EngagementRow) -> _Own:
    if row.first_day is not None and row.end_day is not None:
        return _Own(row.title, row.kind_words, row.first_day, row.end_day)
    return _Own(row.title, row.kind_words, row.starts_at or 0, row.ends_at)
