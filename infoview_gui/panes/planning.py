"""Words about the time and the way of a conversation, for the calendar and the dialog.

Pure functions of records and moments (ms since 1970 UTC). Know no widget and change nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Protocol
from urllib.parse import urlsplit

from infoview_gui.panes.local_time import LocalTime, city
from infoview_gui.panes.phrases import listed
from infoview_gui.practice.time_zones import is_zone
from infoview_gui.services.records import ConversationRow, PersonName

CALL, PHONE, PLACE = "link", "phone", "place"
FIRST_HOUR, LAST_HOUR = 8, 20
"""Between these hours of their own day people may be expected to talk."""
_OPENS, _CLOSES, _SATURDAY = 9, 18, 5
_SERVICES = {
    "zoom.us": "Zoom",
    "zoom.com": "Zoom",
    "teams.microsoft.com": "Teams",
    "teams.live.com": "Teams",
    "meet.google.com": "Google Meet",
    "webex.com": "Webex",
    "skype.com": "Skype",
    "whereby.com": "Whereby",
}


class Busy(Protocol):
    """Something else that takes the user's time: moments, or for whole days dates."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def calendar(self) -> str:
        """What it is, or in which calendar."""

    @property
    def start(self) -> int | date:
        """When it begins."""

    @property
    def end(self) -> int | date:
        """When it is over; the day after the last of whole days."""


def way_words(way: str, link: str, place: str) -> str:
    """Return "Zoom", the host of another link, "phone", the place, or nothing."""
    if link:
        host = host_of(link)
        known = (name for end, name in _SERVICES.items() if f".{host}".endswith(f".{end}"))
        return next(known, host.removeprefix("www.")) or link
    if way == PHONE:
        return "phone"
    return place


def proposed_words(row: ConversationRow, now: int) -> str:
    """Return "proposed", or how such a time has faded by now (ms since 1970 UTC)."""
    if not row.has_faded(now):
        return "proposed"
    return "proposed, past" if (row.starts_at or 0) <= now else "proposed, a week old"


def host_of(link: str) -> str:
    """Return the host of a link, empty where there is none or the link makes no sense."""
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""


def link_problem(link: str) -> str:
    """Say what is wrong with a call link; empty when it can be opened in a browser."""
    try:
        scheme = urlsplit(link).scheme.lower()
    except ValueError:
        return "This is not an address a browser can open."
    if scheme not in {"http", "https"}:
        return "A call link begins with https:// or http://."
    if not host_of(link) or any(sign.isspace() for sign in link):
        return "This is not an address a browser can open."
    return ""


def completed_link(text: str) -> str:
    """Return the link with https:// in front where somebody left that out."""
    link = text.strip()
    bare = link and "://" not in link and ":" not in link.partition("/")[0]
    return f"https://{link}" if bare and "." in link.partition("/")[0] else link


def zones_of(people: Iterable[PersonName]) -> list[str]:
    """Return the known zones of these people, each once."""
    return list(dict.fromkeys(p.zone for p in people if is_zone(p.zone)))


def there(times: LocalTime, at: int, zones: Iterable[str]) -> str:
    """Return "04:15 in New York, 10:15 in Paris"; zones in which it is as late as here are left."""
    return listed(*(times.there_text(at, zone) for zone in zones))


def there_in_short(times: LocalTime, at: int, zones: Iterable[str]) -> str:
    """Return "04:15 New York, 10:15 Paris", for a line with little room."""
    told = ((times.there_text(at, zone), city(zone)) for zone in zones)
    return listed(*(f"{text.removesuffix(f' in {place}')} {place}" for text, place in told if text))


def when(times: LocalTime, at: int, zones: Iterable[str]) -> str:
    """Return "Tue 24 Nov 09:15, 04:15 in New York"."""
    here = f"{times.date_text(at)} {times.time_text(at)}"
    return listed(here, there(times, at, zones))


def both(times: LocalTime, at: int, zones: Iterable[str]) -> str:
    """Return "Tue 24 Nov, 14:30 here, 09:30 in New York"; empty where it is as late as here."""
    elsewhere = there(times, at, zones)
    if not elsewhere:
        return ""
    return f"{times.date_text(at)}, {times.time_text(at)} here, {elsewhere}"


def proposal(times: LocalTime) -> int:
    """Return a moment to begin with: the next quarter of a working day between 9 and 18 hours."""
    slot = times.next_slot()
    if slot.hour >= _CLOSES:
        slot = (slot + timedelta(days=1)).replace(hour=_OPENS, minute=0)
    slot = max(slot, slot.replace(hour=_OPENS, minute=0))
    while slot.weekday() >= _SATURDAY:
        slot = (slot + timedelta(days=1)).replace(hour=_OPENS, minute=0)
    return times.moment(slot)


def odd_hours(times: LocalTime, at: int, minutes: int, zones: Sequence[str]) -> str:
    """Say where it would be before 8 or after 20 o'clock; empty when nowhere but here."""
    odd = [zone for zone in zones if zone != times.zone_name]
    odd = [zone for zone in odd if _is_odd(times, at, minutes, zone)]
    if not odd:
        return ""
    theirs = [times_in(times, zone) for zone in odd]
    places = " and ".join(f"{one.time_text(at)} in {city(one.zone_name)}" for one in theirs)
    hours = "early" if all(one.local(at).hour < FIRST_HOUR for one in theirs) else "late"
    return f"That is {hours} for them: {places}."


def clash_words(
    times: LocalTime, rows: Sequence[ConversationRow], busy: Sequence[Busy] = ()
) -> str:
    """Say what else is planned then: "At the same time: Kenji Mori (09:00–09:15)."."""
    names = [f"{row.title} ({times.span_text(row.began_at or 0, row.minutes)})" for row in rows]
    names += [f"{one.title} ({_busy_span(times, one)}, {one.calendar})" for one in busy]
    if not names:
        return ""
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return f"At the same time: {', '.join(names[:2])}{more}."


def _busy_span(times: LocalTime, one: Busy) -> str:
    if isinstance(one.start, int) and isinstance(one.end, int):
        return f"{times.time_text(one.start)}–{times.time_text(one.end)}"
    return "all day"


def offset_words(times: LocalTime, zone: str) -> str:
    """Return "1 h ahead of you" or "5 h 30 min behind you", as it is now; empty when the same."""
    if not is_zone(zone):
        return ""
    now = times.clock()
    minutes = round((times_in(times, zone).local(now) - times.local(now)).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    much = " ".join(filter(None, (f"{hours} h" if hours else "", f"{rest} min" if rest else "")))
    return f"{much} {'ahead of' if minutes > 0 else 'behind'} you" if much else ""


def _is_odd(times: LocalTime, at: int, minutes: int, zone: str) -> bool:
    theirs = times_in(times, zone)
    begin, end = theirs.local(at), theirs.local(at + minutes * 60_000)
    last = begin.replace(hour=LAST_HOUR, minute=0, second=0, microsecond=0)
    return begin.hour < FIRST_HOUR or end > last


def times_in(times: LocalTime, zone: str) -> LocalTime:
    """Return the same words and clock for another zone."""
    return times if zone == times.zone_name else LocalTime(times.clock, zone, times.locale)
