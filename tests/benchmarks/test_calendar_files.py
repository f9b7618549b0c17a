"""Calendar files read and written, beside icalendar in the same run; a week out of many series."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

from infoview_gui.interchange.ical_expand import Book, Span
from infoview_gui.interchange.ical_read import CalendarReading, parse_calendar
from infoview_gui.interchange.ical_write import Meeting, calendar_text
from tests.benchmarks import table
from tests.benchmarks.conftest import Turns

_EVENTS, _SERIES, _WRITTEN = 1_000, 5_000, 500
_PEER = "icalendar alone"
_NOW = 1_795_442_400_000
_START = datetime(2026, 1, 5, 9, tzinfo=UTC)


def _calendar(count: int, rule: str = "") -> str:
    """A calendar as programs export it: a dozen lines an event, one of them folded."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bench//EN"]
    for number in range(count):
        day = (_START + timedelta(hours=7 * number % 2_000)).strftime("%Y%m%dT%H%M%S")
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}@bench.example",
            "DTSTAMP:20260101T000000Z",
            "CREATED:20260101T000000Z",
            f"DTSTART;TZID=Europe/Berlin:{day}",
            "DURATION:PT45M",
            *([rule] if rule else []),
            f"SUMMARY:Meeting\\, number {number}",
            f"LOCATION:Room {number % 40}",
            "DESCRIPTION:What will be spoken about\\, and more words so that the line is ",
            "  folded as every program folds it",
            "STATUS:CONFIRMED",
            "SEQUENCE:2",
            "END:VEVENT",
        ]
    return "\r\n".join([*lines, "END:VCALENDAR", ""])


def _read(text: str) -> CalendarReading:
    reading = parse_calendar(text)
    assert reading is not None
    return reading


def test_events_read(in_turns: Turns) -> None:
    text = _calendar(_EVENTS)
    assert len(_read(text).events) == _EVENTS

    mine, theirs = in_turns(
        lambda: _read(text) and None,
        lambda: icalendar.Calendar.from_ical(text) and None,
        rounds=5,
    )

    what = f"{_EVENTS:,} events read"
    table.add_ratio(what, table.median(mine), table.median(theirs), _PEER, 1.2)


def test_conversations_written(in_turns: Turns) -> None:
    meetings = [
        Meeting(
            uid=f"{number}@bench.example",
            start=_NOW + number * 3_600_000,
            end=_NOW + number * 3_600_000 + 900_000,
            summary=f"Conversation with somebody, number {number}",
            zone="Europe/Berlin",
            description="Words that were noted; and more of them\n" * 3,
        )
        for number in range(_WRITTEN)
    ]
    read = icalendar.Calendar.from_ical(calendar_text(meetings, _NOW))

    mine, theirs = in_turns(
        lambda: calendar_text(meetings, _NOW) and None,
        lambda: read.to_ical() and None,
        rounds=5,
    )

    what = f"{_WRITTEN} conversations as a calendar file"
    table.add_ratio(what, table.median(mine), table.median(theirs), _PEER, 1)


def test_a_week_of_many_series(in_turns: Turns) -> None:
    import recurring_ical_events  # noqa: PLC0415 - the peer

    few = 200
    many = Book(_read(_calendar(_SERIES, "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR")).events)
    text = _calendar(few, "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR")
    book, peer = Book(_read(text).events), icalendar.Calendar.from_ical(text)
    first = datetime(2026, 11, 23, tzinfo=UTC)
    end = first + timedelta(days=7)
    span = Span(int(first.timestamp()), int(end.timestamp()), ZoneInfo("Europe/Berlin"))

    mine, theirs = in_turns(
        lambda: book.between(span) and None,
        lambda: recurring_ical_events.of(peer).between(first, end) and None,
        rounds=5,
    )

    what = f"a week out of {few} recurring events"
    table.add_ratio(what, table.median(mine), table.median(theirs), "recurring-ical-events", 1)
    begun = datetime.now(UTC)
    assert many.between(span).occurrences
    took = (datetime.now(UTC) - begun).total_seconds() * 1000
    table.add_growth(
        f"a week out of {_SERIES:,} recurring events, beside the window", [f"{took:.0f} ms"]
    )
