"""The lines on calendars in the table of `make corpus`: ours beside icalendar and dateutil."""

from __future__ import annotations

import contextlib
import io
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import islice

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.ical_read import CalendarReading, read_calendar
from infoview_gui.interchange.recurrence import Budget, TooMuch, occurrences
from infoview_gui.interchange.recurrence_rule import BadRule, end_of, parse_rule
from tests.corpora.calendars import (
    AFTER_ALL,
    AssertedRule,
    Known,
    letters,
    rules,
    true_events,
    wall,
)
from tests.corpora.figures import Figure, share
from tests.corpora.manifest import CORPORA, Entry, data_of, entries

_ENOUGH_EVENTS, _ENOUGH_RULES = 0.995, 140 / 146
_STEPS = 200_000


def valid_files() -> list[Entry]:
    """Return the calendars that are valid."""
    return [
        one
        for kind in ("ics", "vcs")
        for one in entries(kind, start="icalendar/", expected="valid")
    ]


def ours(entry: Entry) -> CalendarReading | None:
    """Return what our reader makes of a file; None where it is refused in words."""
    try:
        return read_calendar(CORPORA / entry["path"])
    except UnreadableFile:
        return None


@cache
def found_by_us() -> tuple[int, int]:
    """Return how many true events of valid files are read rightly, and how many there are."""
    return _right(_ours)


def _right(read: Callable[[Entry], Counter[Known]]) -> tuple[int, int]:
    right = all_of_them = 0
    for entry in valid_files():
        true = true_events(entry)
        all_of_them += true.total()
        right += (true & read(entry)).total() if true else 0
    return right, all_of_them


def _ours(entry: Entry) -> Counter[Known]:
    reading = ours(entry)
    events = () if reading is None else reading.events
    plain = true_events(entry)
    # A title that the naive scan could not read is not compared.
    unread = {start for start, title in plain if not title}
    return Counter(
        (one.start.wall, "" if one.start.wall in unread else letters(one.summary)) for one in events
    )


def _icalendar(entry: Entry) -> Counter[Known]:
    import icalendar  # noqa: PLC0415 - the peer

    found: Counter[Known] = Counter()
    unread = {start for start, title in true_events(entry) if not title}
    with contextlib.suppress(Exception), contextlib.redirect_stderr(io.StringIO()):
        for calendar in icalendar.Calendar.from_ical(data_of(entry), multiple=True):
            for event in calendar.walk("VEVENT"):
                start = getattr(event.get("DTSTART"), "dt", None)
                if isinstance(start, date):
                    moment = _naive(start)
                    title = letters(str(event.get("SUMMARY", "")))
                    found[moment, "" if moment in unread else title] += 1
    return found


def _naive(start: date) -> datetime:
    if isinstance(start, datetime):
        return start.replace(tzinfo=None, fold=0)
    return datetime(start.year, start.month, start.day)  # noqa: DTZ001 - a day


def events() -> Figure:
    """Return how many events of valid files are read with the right time and title."""
    right, of = found_by_us()
    return Figure(
        "valid iCalendar events: right time and title",
        share(right, of),
        f"icalendar {share(*_right(_icalendar))}",
        "≥ 99.5 %",
        right >= _ENOUGH_EVENTS * of,
    )


def by_us(one: AssertedRule) -> bool:
    """Say whether our rules give the asserted dates and no other soon after them."""
    start = wall(one.start)
    last = one.dates[-1] + AFTER_ALL
    try:
        rule = parse_rule(one.rule)
        until = end_of(rule.until) if rule.until else None
        last = min(last, until[0]) if until else last
        return tuple(occurrences(rule, start, start, last, Budget(_STEPS))) == one.dates
    except (BadRule, TooMuch):
        return False


def _by_dateutil(one: AssertedRule) -> bool:
    from dateutil.rrule import rrulestr  # noqa: PLC0415 - the peer

    with contextlib.suppress(Exception):
        utc = "UNTIL" in one.rule and one.rule.partition("UNTIL=")[2][:16].endswith("Z")
        start = wall(one.start).replace(tzinfo=UTC if utc else None)
        found = islice(rrulestr(one.rule, dtstart=start), len(one.dates) + 1)
        last = one.dates[-1] + AFTER_ALL
        dates = [when.replace(tzinfo=None) for when in found]
        return [when for when in dates if when <= last] == list(one.dates)
    return False


def recurrences() -> Figure:
    """Return how many rules give the dates that libical's tests assert."""
    all_rules = rules()
    right = sum(by_us(one) for one in all_rules)
    beside = sum(_by_dateutil(one) for one in all_rules)
    return Figure(
        "recurrence rules: asserted dates",
        share(right, len(all_rules)),
        f"dateutil {share(beside, len(all_rules))}",
        "≥ 140 of 146",
        right >= _ENOUGH_RULES * len(all_rules),
    )


def series() -> Figure:
    """Return how many of KDE's calendars come round on the days that KDE's own tests say."""
    right = sum(days_by_us(path) == days for path, days in kde_days().items())
    of = len(kde_days())
    words = "recurring calendars: days asserted by KDE"
    return Figure(words, share(right, of), "–", "≥ 95 %", right >= 0.95 * of)


@cache
def kde_days() -> dict[str, tuple[date, ...]]:
    """Return the days on which a file has something, by its path; empty lists left out."""
    found = {}
    for entry in valid_files():
        oracle = next(
            (one for one in entry["oracle"].split(";") if one.endswith(".recurson.ref")), ""
        )
        beside = (CORPORA / entry["path"]).with_name(
            entry["path"].rpartition("/")[2] + ".recurson.ref"
        )
        if oracle and beside.is_file():
            days = [
                date.fromisoformat(word)
                for word in beside.read_text().split()
                if word[:1].isdigit()
            ]
            if days:
                found[entry["path"]] = tuple(days)
    return found


def days_by_us(path: str) -> tuple[date, ...]:
    """Return the days within the asserted ones on which our reader has something."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - only here

    from infoview_gui.interchange.ical_expand import Book, Span  # noqa: PLC0415 - only here

    asserted = kde_days()[path]
    reading = read_calendar(CORPORA / path)
    book, days = Book(reading.events), set()
    month = asserted[0].replace(day=1)
    # Month by month, as a calendar asks: what a year may show is limited.
    while month <= asserted[-1]:
        following = (month + timedelta(days=32)).replace(day=1)
        start, end = (
            int(datetime(one.year, one.month, one.day, tzinfo=UTC).timestamp())
            for one in (month, following)
        )
        for found in book.between(Span(start, end, ZoneInfo("UTC"))).occurrences:
            zone = found.event.start.zone
            if not isinstance(found.first, int):
                days.add(found.first)
            elif start <= found.first < end:
                days.add(
                    (
                        zone.wall(found.first) if zone else datetime.fromtimestamp(found.first, UTC)
                    ).date()
                )
        month = following
    return tuple(sorted(day for day in days if asserted[0] <= day <= asserted[-1]))


FIGURES = (events, recurrences, series)
