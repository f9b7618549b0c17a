"""Moments, lengths and texts as calendars write them, and as they write them wrongly."""

from __future__ import annotations

import quopri
import re
from datetime import datetime, timedelta
from typing import NamedTuple

from infoview_gui.interchange.content_lines import encoding_of
from infoview_gui.interchange.decoding import decode_as
from infoview_gui.interchange.ical_components import Line

_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d|T)?|T:*)?",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"([+-]?)P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\([\\;,nN:\"])")
_MOST_DAYS = 36_500


class Stamp(NamedTuple):
    """A date, or a wall time; ``utc`` when it is one in UTC."""

    wall: datetime
    is_day: bool = False
    utc: bool = False


class Length(NamedTuple):
    """Days by the calendar, and seconds by the clock."""

    days: int = 0
    seconds: int = 0


def stamp(text: str) -> Stamp | None:
    """Read a date or a date with a time, whatever VALUE says; None where there is none."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    ahead = timedelta(days=1) if hour == 24 else timedelta()
    try:
        # A leap second is the one before it; 24:00 is the next day.
        wall = datetime(year, month, day, hour % 24, minute, min(second, 59)) + ahead  # noqa: DTZ001
        return _shifted(wall, found[7] or "") if found[4] else Stamp(wall, is_day=True)
    except (ValueError, OverflowError):
        return None


def _shifted(wall: datetime, offset: str) -> Stamp:
    """Take an offset, which iCalendar does not know, out of a time."""
    if not offset or offset in "Tt":
        return Stamp(wall)
    if offset in "Zz":
        return Stamp(wall, utc=True)
    minutes = int(offset[1:3]) * 60 + int(offset[-2:])
    return Stamp(wall - timedelta(minutes=minutes if offset[0] == "+" else -minutes), utc=True)


def length(text: str) -> Length | None:
    """Read a duration; None where there is none. A century is the most."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    if found[1] == "-":
        return Length()
    most = _MOST_DAYS
    return Length(
        min(weeks * 7 + days, most), min(hours * 3600 + minutes * 60 + seconds, most * 86_400)
    )


def offset(text: str) -> int | None:
    """Read a UTC offset such as -0730 in seconds; None where there is none within a day."""
    found = re.fullmatch(r"\s*([+-]?)(\d{1,2}):?(\d\d)?:?(\d\d)?\s*", text)
    if found is None:
        return None
    seconds = int(found[2]) * 3600 + int(found[3] or 0) * 60 + int(found[4] or 0)
    return (-seconds if found[1] == "-" else seconds) if seconds < 86_400 else None


def words(line: Line) -> str:
    """Return a text without escapes, encodings and blanks around it."""
    value = line.value
    if line.params and encoding_of(line.params) == "QUOTED-PRINTABLE":
        data = quopri.decodestring(value.encode("utf-8", "surrogatepass"))
        value = decode_as(data, line.parameter("CHARSET"))
    if "\\" in value:
        value = _ESCAPE.sub(_unescaped, value)
    return value.strip()


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]
