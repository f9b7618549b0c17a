"""Meetings become the text of a calendar file (RFC 5545, methods of RFC 5546).

Pure: what time it is and who is asked is handed in. Every zone that is named comes with its rules,
as far as the meetings reach and no further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from infoview_gui.interchange.content_lines import fold
from infoview_gui.interchange.decoding import clean

PRODUCT = "-//Infoview//Infoview//EN"
PUBLISH, REQUEST, CANCEL = "PUBLISH", "REQUEST", "CANCEL"
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_MAIL = re.compile(r"[^\s,;:\"<>()\\@]+@[^\s,;:\"<>()\\@]+")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Somebody who can be written to."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A conversation, an appointment or an event as a calendar knows it.

    Moments in ms since 1970 UTC.
    """

    uid: str
    start: int
    end: int
    summary: str
    zone: str = ""
    """IANA name of the zone it was agreed in; empty: UTC."""
    status: str = "CONFIRMED"
    sequence: int = 0
    created: int | None = None
    place: str = ""
    link: str = ""
    description: str = ""
    organizer: Mailbox | None = None
    attendees: tuple[Mailbox, ...] = ()
    whole_days: tuple[date, date] | None = None
    """The first of whole days and the day after the last; then the moments say nothing."""


def calendar_text(meetings: Sequence[Meeting], now: int, method: str = PUBLISH) -> str:
    """Return the whole file, lines folded at 75 octets and ended by CRLF."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        *_zones(meetings),
    ]
    for meeting in meetings:
        lines += _event(meeting, now)
    lines.append("END:VCALENDAR")
    return "".join(f"{fold(line)}\r\n" for line in lines)


def is_address(text: str) -> bool:
    """Say whether an e-mail address can be written to a calendar: one, and nothing beside it."""
    return _MAIL.fullmatch(text.strip()) is not None


def _event(meeting: Meeting, now: int) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(meeting.uid)}"
    yield f"DTSTAMP:{_utc(now)}"
    yield from _when(meeting)
    yield f"SUMMARY:{_text(meeting.summary)}"
    yield f"STATUS:{meeting.status}"
    yield f"SEQUENCE:{meeting.sequence}"
    if meeting.created is not None:
        yield f"CREATED:{_utc(meeting.created)}"
    # The file says how things stand when it is written; nothing in it is older.
    yield f"LAST-MODIFIED:{_utc(now)}"
    if meeting.place or meeting.link:
        yield f"LOCATION:{_text(meeting.place or meeting.link)}"
    if _is_link(meeting.link):
        yield f"URL:{meeting.link}"
    if meeting.description:
        yield f"DESCRIPTION:{_text(meeting.description)}"
    yield from _people(meeting)
    yield "END:VEVENT"


def _when(meeting: Meeting) -> Iterator[str]:
    if meeting.whole_days is not None:
        first, end = meeting.whole_days
        yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{end:%Y%m%d}"
        return
    yield _moment("DTSTART", meeting.start, meeting.zone)
    yield _moment("DTEND", max(meeting.end, meeting.start), meeting.zone)


def _people(meeting: Meeting) -> Iterator[str]:
    if meeting.organizer is not None and is_address(meeting.organizer.address):
        box = meeting.organizer
        yield f"ORGANIZER{_named(box)}:mailto:{box.address.strip()}"
    for box in meeting.attendees:
        if is_address(box.address):
            params = f"{_named(box)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE"
            yield f"ATTENDEE{params}:mailto:{box.address.strip()}"


def _named(box: Mailbox) -> str:
    name = " ".join(_CONTROLS.sub(" ", clean(box.name)).replace('"', "'").split())
    return f';CN="{name}"' if name else ""


def _text(text: str) -> str:
    """Escape a text; line ends of any kind become one, other control characters go."""
    plain = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    plain = _CONTROLS.sub("", plain)
    plain = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")


def _is_link(link: str) -> bool:
    try:
        scheme = urlsplit(link).scheme
    except ValueError:
        return False
    return scheme in {"http", "https"} and link.isprintable() and " " not in link


def _utc(at: int) -> str:
    return f"{datetime.fromtimestamp(at // 1000, UTC):%Y%m%dT%H%M%SZ}"


def _moment(name: str, at: int, zone: str) -> str:
    if not zone:
        return f"{name}:{_utc(at)}"
    local = datetime.fromtimestamp(at // 1000, ZoneInfo(zone))
    return f"{name};TZID={zone}:{local:%Y%m%dT%H%M%S}"


# -- time zones


def _zones(meetings: Iterable[Meeting]) -> Iterator[str]:
    """Return the rules of each zone, from the year of its first meeting to that of its last."""
    years: dict[str, list[int]] = {}
    for meeting in meetings:
        if meeting.zone:
            moments = (meeting.start, meeting.end)
            found = (datetime.fromtimestamp(at // 1000, UTC).year for at in moments)
            years.setdefault(meeting.zone, []).extend(found)
    for name, seen in sorted(years.items()):
        first, last = (datetime(year, 1, 1, tzinfo=UTC) for year in (min(seen), max(seen) + 1))
        yield from ("BEGIN:VTIMEZONE", f"TZID:{name}")
        yield from _observances(ZoneInfo(name), first - _DAY, last + _DAY)
        yield "END:VTIMEZONE"


def _observances(zone: ZoneInfo, first: datetime, last: datetime) -> Iterator[str]:
    """Return what the clock is at first, and each change of it."""
    begin = first.astimezone(zone)
    yield from _observance(begin.replace(tzinfo=None), begin, begin)
    at = first
    while at < last:
        following = at + _DAY
        if _offset(at, zone) != _offset(following, zone):
            change = _change(at, following, zone)
            before = (change - timedelta(seconds=1)).astimezone(zone)
            wall = before.replace(tzinfo=None) + timedelta(seconds=1)
            yield from _observance(wall, before, change.astimezone(zone))
        at = following


def _change(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """Return the first moment with the later offset, to the second."""
    earlier = _offset(low, zone)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low).total_seconds() // 2)
        low, high = (middle, high) if _offset(middle, zone) == earlier else (low, middle)
    return high


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _observance(wall: datetime, before: datetime, after: datetime) -> Iterator[str]:
    kind = "DAYLIGHT" if after.dst() else "STANDARD"
    yield f"BEGIN:{kind}"
    yield f"DTSTART:{wall:%Y%m%dT%H%M%S}"
    yield f"TZOFFSETFROM:{_written(before.utcoffset())}"
    yield f"TZOFFSETTO:{_written(after.utcoffset())}"
    yield f"TZNAME:{_text(after.tzname() or '')}"
    yield f"END:{kind}"


def _written(offset: timedelta | None) -> str:
    seconds = round((offset or timedelta()).total_seconds())
    minutes, rest = divmod(abs(seconds), 60)
    sign = "-" if seconds < 0 else "+"
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{rest:02}" if rest else "")
