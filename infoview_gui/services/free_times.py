"""What takes the user's time in the next weeks: talks, own appointments, other calendars.

Reads; changes nothing. Moments are ms since 1970 UTC.
"""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from infoview_gui.services import reading
from infoview_gui.services.engagement_reading import Stretch, engagements_between

if TYPE_CHECKING:
    from infoview_gui.services.calendar_files import CalendarFiles

Span = tuple[int, int]
_MINUTE_MS: Final = 60_000
_AHEAD_MS: Final = 60 * 24 * 60 * _MINUTE_MS
"""So far ahead may the last of some business days lie, with long holidays between."""


def busy_spans(
    files: "CalendarFiles", zone: ZoneInfo, now: int, but: Collection[int] = ()
) -> list[Span]:
    """Return start and end of all that takes time from now on; ``but`` are talks not counted.

    ``zone`` is the user's, in which whole days lie. Of other calendars what was read before counts.
    """
    end = now + _AHEAD_MS
    first, last = (datetime.fromtimestamp(at / 1000, zone).date() for at in (now, end))
    stretch = Stretch(now, end, first, last + timedelta(days=1))
    talks = (
        (row.began_at or 0, row.minutes)
        for row in reading.clashes(now, _AHEAD_MS // _MINUTE_MS, now=now)
        if row.id not in but
    )
    own = (
        _span(row.starts_at or row.first_day or 0, row.end_day or row.ends_at, zone)
        for row in engagements_between(stretch)
    )
    foreign = (
        _span(one.start, one.end, zone) for one in files.between(now, end, zone.key) if one.busy
    )
    return [*((at, at + minutes * _MINUTE_MS) for at, minutes in talks), *own, *foreign]


def _span(start: int | date, end: int | date, zone: ZoneInfo) -> Span:
    return _moment(start, zone), _moment(end, zone)


def _moment(at: int | date, zone: ZoneInfo) -> int:
    if isinstance(at, int):
        return at
    return round(datetime.combine(at, time(), zone).timestamp() * 1000)
