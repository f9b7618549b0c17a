"""Calendar files as other programs write them, and as they break them."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from infoview_gui.interchange.cards import UnreadableFile
from infoview_gui.interchange.ical_expand import Book, Occurrence, Span
from infoview_gui.interchange.ical_read import CalendarReading, parse_calendar, read_calendar

BERLIN = ZoneInfo("Europe/Berlin")
ONE = ("BEGIN:VEVENT", "UID:one@x", "DTSTART:20261124T090000Z", "END:VEVENT")


def calendar(*lines: str) -> CalendarReading:
    text = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""))
    reading = parse_calendar(text)
    assert reading is not None
    return reading


def event(*lines: str) -> CalendarReading:
    return calendar("BEGIN:VEVENT", "UID:one@x", *lines, "END:VEVENT")


def span(first: date, end: date, home: ZoneInfo = BERLIN) -> Span:
    moments = (datetime(day.year, day.month, day.day, tzinfo=home) for day in (first, end))
    start, until = (round(moment.timestamp()) for moment in moments)
    return Span(start, until, home)


def within(reading: CalendarReading, first: date, end: date) -> list[Occurrence]:
    return list(Book(reading.events).between(span(first, end)).occurrences)


def walls(found: list[Occurrence], zone: ZoneInfo = BERLIN) -> list[str]:
    """The times as a clock in a zone shows them; days as days."""
    return [
        f"{datetime.fromtimestamp(one.first, zone):%Y-%m-%d %H:%M}"
        if isinstance(one.first, int)
        else one.first.isoformat()
        for one in found
    ]


WINTER = (date(2026, 11, 1), date(2026, 12, 1))


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART;TZID=Europe/Berlin:20261125T130000",
        'DTSTART;TZID="Europe/Berlin":20261125T130000',
        "DTSTART;TZID=W. Europe Standard Time:20261125T130000",
        "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261125T130000",
        "DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20261125T130000",
        "DTSTART;TZID=europe/berlin:20261125T130000",
        "DTSTART;TZID=Europe-Berlin:20261125T130000",
        "DTSTART;TZID=(UTC+01:00) Somewhere:20261125T130000",
        "DTSTART:20261125T120000Z",
        "DTSTART:2026-11-25T12:00:00Z",
        "DTSTART;VALUE=DATE:20261125T120000Z",
        "dtstart:20261125T120000Z",
        "DTSTART:20261125T13\r\n 0000",
    ],
)
def test_a_time_is_the_same_however_it_is_written(start: str) -> None:
    assert walls(within(event(start), *WINTER)) == ["2026-11-25 13:00"]


def test_a_zone_nobody_knows_leaves_the_time_as_written_and_is_told() -> None:
    reading = event("DTSTART;TZID=Nowhere/Atlantis:20261125T130000")

    assert walls(within(reading, *WINTER)) == ["2026-11-25 13:00"]
    assert "Nowhere/Atlantis" in reading.doubts[0].reason


ATLANTIS = (
    "BEGIN:VTIMEZONE",
    "TZID:Atlantis",
    "BEGIN:STANDARD",
    "DTSTART:16011028T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010325T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
)


def test_a_zone_of_the_file_itself_is_followed_through_its_changes() -> None:
    days = ("20260720T130000", "20261125T130000", "20260329T023000", "20261025T023000")
    reading = calendar(
        *ATLANTIS,
        *(
            line
            for number, day in enumerate(days)
            for line in (
                "BEGIN:VEVENT",
                f"UID:{number}",
                f"DTSTART;TZID=Atlantis:{day}",
                "END:VEVENT",
            )
        ),
    )

    found = walls(within(reading, date(2026, 1, 1), date(2027, 1, 1)))

    expected = [
        datetime.strptime(day, "%Y%m%dT%H%M%S").replace(tzinfo=BERLIN).astimezone(UTC)
        for day in sorted(days)
    ]
    assert found == [f"{one.astimezone(BERLIN):%Y-%m-%d %H:%M}" for one in expected]


def test_a_listed_name_wins_over_what_the_file_says_of_it() -> None:
    lie = [line.replace("Atlantis", "America/New_York") for line in ATLANTIS]
    reading = calendar(
        *lie, "BEGIN:VEVENT", "DTSTART;TZID=America/New_York:20261125T070000", "END:VEVENT"
    )

    assert walls(within(reading, *WINTER)) == ["2026-11-25 13:00"]


def test_a_broken_zone_of_the_file_costs_only_itself() -> None:
    reading = calendar(
        *("BEGIN:VTIMEZONE", "TZID:Broken", "BEGIN:STANDARD", "DTSTART:x", "END:VTIMEZONE"),
        *("BEGIN:VEVENT", "DTSTART;TZID=Broken:20261125T130000", "END:VEVENT"),
    )

    assert walls(within(reading, *WINTER)) == ["2026-11-25 13:00"]


def test_one_bad_line_costs_that_line() -> None:
    reading = event(
        "SUMMARY:Dentist\\, at last", "this is no line", "DTSTART:20261125T120000Z", "DTEND:never"
    )

    assert [one.summary for one in reading.events] == ["Dentist, at last"]
    assert len(reading.doubts) == 2


def test_one_bad_event_costs_that_event_and_is_told_with_its_line() -> None:
    reading = calendar(
        *("BEGIN:VEVENT", "DTSTART:20261124T120000Z", "END:VEVENT"),
        *("BEGIN:VEVENT", "DTSTART:in the spring", "END:VEVENT"),
        *("BEGIN:VEVENT", "SUMMARY:no time", "END:VEVENT"),
        *("BEGIN:VEVENT", "DTSTART:20261125T120000Z", "END:VEVENT"),
    )

    assert walls(within(reading, *WINTER)) == ["2026-11-24 13:00", "2026-11-25 13:00"]
    assert [problem.line for problem in reading.left_out] == [6, 9]


def test_an_event_that_is_not_closed_ends_where_the_next_begins() -> None:
    reading = calendar(
        *("BEGIN:VEVENT", "DTSTART:20261124T120000Z", "BEGIN:VALARM", "TRIGGER:-PT5M"),
        *("BEGIN:VEVENT", "DTSTART:20261125T120000Z"),
    )

    assert walls(within(reading, *WINTER)) == ["2026-11-24 13:00", "2026-11-25 13:00"]
    assert len(reading.doubts) == 2


def test_what_is_inside_an_alarm_is_not_taken_for_the_event() -> None:
    reading = event(
        "DTSTART:20261125T120000Z",
        *("BEGIN:VALARM", "SUMMARY:Alarm", "DURATION:PT9H", "END:VALARM"),
        "SUMMARY:Talk",
    )

    (found,) = within(reading, *WINTER)
    assert (found.event.summary, found.end) == ("Talk", found.first)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_gives_the_same_words(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x.ics"
    text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Müßig für Zoë\r\nDTSTART:20261125\r\n"
    path.write_bytes(f"{text}END:VEVENT\r\nEND:VCALENDAR\r\n".encode(encoding))

    assert read_calendar(path).events[0].summary == "Müßig für Zoë"


def test_quoted_printable_of_the_older_kind_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.vcs"
    path.write_bytes(
        b"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\n"
        b"SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FC=\r\n=DFig\r\n"
        b"DTSTART:20261125T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )

    assert read_calendar(path).events[0].summary == "Müßig"


@pytest.mark.parametrize(
    "content",
    [b"", b"  \r\n", b"\x89PNG\r\n\x1a\n" + bytes(400), b"Name,E-mail\r\nJo,j@x.example\r\n"],
)
def test_what_is_no_calendar_is_said_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.ics"
    path.write_bytes(content)

    with pytest.raises(UnreadableFile, match=r"“x\.ics”.*\.$"):
        read_calendar(path)


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "none.ics", tmp_path):
        with pytest.raises(UnreadableFile):
            read_calendar(path)


# -- lengths and days


def test_whole_days_are_days_and_end_before_the_last_one() -> None:
    (found,) = within(event("DTSTART;VALUE=DATE:20261125", "DTEND;VALUE=DATE:20261127"), *WINTER)

    assert (found.first, found.end) == (date(2026, 11, 25), date(2026, 11, 27))


@pytest.mark.parametrize(
    "zone",
    [
        "UTC",
        "Europe/Berlin",
        "America/Los_Angeles",
        "Asia/Kolkata",
        "Pacific/Apia",
        "Australia/Lord_Howe",
    ],
)
def test_a_whole_day_is_that_day_everywhere(zone: str) -> None:
    home = ZoneInfo(zone)
    book = Book(event("DTSTART;VALUE=DATE:20261125", "RRULE:FREQ=YEARLY").events)

    for day, expected in ((24, []), (25, [date(2027, 11, 25)]), (26, [])):
        first = date(2027, 11, day)
        found = book.between(span(first, first + timedelta(days=1), home)).occurrences
        assert [one.first for one in found] == expected


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (("DTEND:20261125T133000Z",), 90),
        (("DURATION:PT1H30M",), 90),
        (("DURATION:P1DT1H",), 1500),
        (("DTEND:20261125T113000Z",), 0),
        (("DURATION:-PT1H",), 0),
        ((), 0),
    ],
)
def test_how_long_it_is(lines: tuple[str, ...], minutes: int) -> None:
    (found,) = within(event("DTSTART:20261125T120000Z", *lines), *WINTER)

    assert isinstance(found.first, int)
    assert isinstance(found.end, int)
    assert (found.end - found.first) / 60 == minutes


def test_what_only_touches_the_span_is_in_it_and_what_ends_where_it_begins_is_not() -> None:
    reading = calendar(
        *("BEGIN:VEVENT", "DTSTART:20261031T220000Z", "DTEND:20261101T010000Z", "END:VEVENT"),
        *("BEGIN:VEVENT", "DTSTART:20261031T220000Z", "DTEND:20261031T230000Z", "END:VEVENT"),
    )

    assert len(within(reading, *WINTER)) == 1


# -- what comes round


def test_a_series_keeps_its_wall_time_through_a_change_of_the_clock() -> None:
    reading = event("DTSTART;TZID=Europe/Berlin:20261023T090000", "RRULE:FREQ=DAILY;COUNT=4")

    assert walls(within(reading, date(2026, 10, 1), date(2026, 12, 1))) == [
        f"2026-10-{day} 09:00" for day in (23, 24, 25, 26)
    ]


def test_a_time_in_the_gap_of_the_clock_is_not_lost() -> None:
    reading = event(
        "DTSTART;TZID=Europe/Berlin:20260328T023000",
        "DTEND;TZID=Europe/Berlin:20260328T033000",
        "RRULE:FREQ=DAILY;COUNT=3",
    )

    found = within(reading, date(2026, 3, 1), date(2026, 4, 2))
    assert walls(found) == ["2026-03-28 02:30", "2026-03-29 03:30", "2026-03-30 02:30"]
    assert all(one.end > one.first for one in found)  # type: ignore[operator]


WEEKLY = ("DTSTART;TZID=Europe/Berlin:20261104T090000", "RRULE:FREQ=WEEKLY")


@pytest.mark.parametrize(
    "exception",
    [
        "EXDATE;TZID=Europe/Berlin:20261111T090000",
        "EXDATE:20261111T080000Z",
        "EXDATE;VALUE=DATE:20261111",
        "EXRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=11",
    ],
)
def test_a_time_that_is_excepted_is_left_out(exception: str) -> None:
    found = walls(within(event(*WEEKLY, exception), *WINTER))

    assert "2026-11-11 09:00" not in found
    assert {"2026-11-18 09:00", "2026-11-25 09:00"} <= set(found)


def test_more_times_may_be_listed_with_lengths_of_their_own() -> None:
    reading = event(*WEEKLY, "RDATE;VALUE=PERIOD:20261105T120000Z/PT30M,20261106T120000Z/PT5M")

    found = within(reading, *WINTER)
    assert len(found) == 6
    assert [one.end - one.first for one in found[1:3]] == [1800, 300]  # type: ignore[operator]


def test_a_changed_time_takes_the_place_of_the_one_it_is_for() -> None:
    reading = calendar(
        *("BEGIN:VEVENT", "UID:s", *WEEKLY, "SUMMARY:Class", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:s", "RECURRENCE-ID:20261111T080000Z", "SUMMARY:Moved"),
        *("DTSTART:20261112T140000Z", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:s", "RECURRENCE-ID;TZID=Europe/Berlin:20261118T090000"),
        *("DTSTART:20261118T080000Z", "STATUS:CANCELLED", "END:VEVENT"),
    )

    found = within(reading, *WINTER)
    assert walls(found) == ["2026-11-04 09:00", "2026-11-12 15:00", "2026-11-25 09:00"]
    assert [one.event.summary for one in found] == ["Class", "Moved", "Class"]


def test_a_change_of_this_and_all_following_moves_them() -> None:
    reading = calendar(
        *("BEGIN:VEVENT", "UID:s", *WEEKLY, "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:s", "DTSTART;TZID=Europe/Berlin:20261118T100000"),
        *("RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261118T090000", "END:VEVENT"),
    )

    assert walls(within(reading, *WINTER)) == [
        *("2026-11-04 09:00", "2026-11-11 09:00"),
        *("2026-11-18 10:00", "2026-11-25 10:00"),
    ]


def test_until_in_utc_is_the_moment_and_not_the_wall_time() -> None:
    lines = (
        "DTSTART;TZID=America/New_York:20261104T200000",
        "RRULE:FREQ=DAILY;UNTIL=20261106T010000Z",
    )

    assert len(within(event(*lines), *WINTER)) == 2


def test_a_calendar_within_a_calendar_file_and_two_without_a_name_are_all_shown() -> None:
    one = ("BEGIN:VEVENT", "DTSTART:20261125T120000Z", "END:VEVENT")

    reading = calendar(*one, *one, "END:VCALENDAR", "BEGIN:VCALENDAR", *one)
    assert len(within(reading, *WINTER)) == 3


def test_the_newer_of_two_states_of_an_event_is_shown() -> None:
    reading = calendar(
        *("BEGIN:VEVENT", "UID:s", "SEQUENCE:2", "DTSTART:20261125T120000Z", "END:VEVENT"),
        *("BEGIN:VEVENT", "UID:s", "SEQUENCE:1", "DTSTART:20261124T120000Z", "END:VEVENT"),
    )

    assert walls(within(reading, *WINTER)) == ["2026-11-25 13:00"]


# -- T20: whatever the rule says


HOSTILE = [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;COUNT=2000000000",
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;BYMONTH=13",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=999999999999",
    "FREQ=DAILY;COUNT=99999999999999999999",
    "FREQ=YEARLY;BYDAY=MO;BYSETPOS=366,-366",
    "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6",
    "FREQ=HOURLY;BYHOUR=3;BYMONTHDAY=31;BYMONTH=2",
    "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=4;COUNT=1000000",
    "FREQ=SECONDLY;INTERVAL=86400;BYHOUR=4;BYMINUTE=1;BYSECOND=1",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTHDAY=1;COUNT=5",
    "FREQ=WEEKLY;BYDAY=" + ",".join(f"{n}MO" for n in range(300)),
    "FREQ=DAILY;"
    + ";".join(
        f"BY{name}={','.join(map(str, range(most)))}"
        for name, most in (("HOUR", 24), ("MINUTE", 60), ("SECOND", 60))
    ),
    "FREQ=YEARLY;BYSETPOS="
    + ",".join(map(str, range(1, 367)))
    + ";BYHOUR="
    + ",".join(map(str, range(24))),
    "FREQ=FORTNIGHTLY",
    "",
    "FREQ=DAILY;UNTIL=the end",
    "RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L",
]


@pytest.mark.parametrize("rule", HOSTILE)
@pytest.mark.parametrize("begun", ["00010101T000000", "19700101T090000", "20261101T090000"])
def test_no_rule_hangs_and_the_series_is_shown_at_least_where_it_begins(
    rule: str, begun: str
) -> None:
    book = Book(event(f"DTSTART:{begun}", f"RRULE:{rule}").events)
    before = time.process_time()

    found = [
        book.between(span(date(year, 11, 1), date(year, 12, 1))) for year in (2026, 2030, 9990)
    ]

    # Far above what it takes, far below what a person would call hanging.
    assert time.process_time() - before < 2
    assert all(len(one.occurrences) <= 1000 for one in found)
    if begun.startswith("2026"):
        assert found[0].occurrences


def test_many_hostile_series_share_one_budget() -> None:
    lines = [
        line
        for number in range(2000)
        for line in (
            "BEGIN:VEVENT",
            f"UID:{number}",
            "DTSTART:19700101T000000Z",
            "RRULE:FREQ=SECONDLY;COUNT=2000000000",
            "END:VEVENT",
        )
    ]
    book = Book(calendar(*lines).events)
    before = time.process_time()

    found = book.between(span(*WINTER))

    assert time.process_time() - before < 5
    assert found.unfinished


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (("RRULE:FREQ=DAILY;UNTIL=20300601T090000Z",), date(2030, 6, 1)),
        (("RRULE:FREQ=WEEKLY;COUNT=53",), date(2027, 11, 3)),
        (("RRULE:FREQ=YEARLY",), date(2090, 11, 4)),
        (("RRULE:FREQ=MONTHLY;COUNT=25",), date(2028, 11, 4)),
        (("RRULE:FREQ=DAILY;COUNT=2", "RDATE:20350101T090000Z"), date(2035, 1, 1)),
        (("RRULE:FREQ=DAILY;COUNT=2", "DURATION:P400D"), date(2027, 12, 10)),
    ],
)
def test_a_series_is_there_until_its_very_end_and_not_after(
    lines: tuple[str, ...], last: date
) -> None:
    reading = event("DTSTART:20261104T090000Z", *lines)

    assert within(reading, last, last + timedelta(days=1))
    if "YEARLY" not in lines[0]:
        assert not within(reading, last + timedelta(days=2), last + timedelta(days=300))


def test_an_exception_far_from_its_series_is_found() -> None:
    reading = calendar(
        *("BEGIN:VEVENT", "UID:s", "DTSTART:20261104T090000Z", "RRULE:FREQ=DAILY;COUNT=3"),
        *("END:VEVENT", "BEGIN:VEVENT", "UID:s", "RECURRENCE-ID:20261105T090000Z"),
        *("DTSTART:20290101T090000Z", "END:VEVENT"),
    )

    assert len(within(reading, date(2029, 1, 1), date(2029, 1, 2))) == 1
    assert len(within(reading, *WINTER)) == 2


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("X-WR-CALNAME:Private",), "Private"),
        (("X-WR-CALNAME;VALUE=TEXT:Work\\, mostly",), "Work, mostly"),
        (("X-WR-CALNAME:A name that is fol", " ded here"), "A name that is folded here"),
        (("NAME:By the standard", "X-WR-CALNAME:As usual"), "By the standard"),
        (("X-WR-CALNAME: \\n",), ""),
        ((), ""),
    ],
)
def test_a_calendar_says_what_it_is_called(lines: tuple[str, ...], expected: str) -> None:
    assert calendar(*lines, *ONE).name == expected


def test_a_name_inside_an_event_is_not_that_of_the_calendar() -> None:
    assert calendar(*ONE[:-1], "NAME:Of the event", ONE[-1]).name == ""


def test_the_name_may_stand_after_the_zones() -> None:
    zone = ("BEGIN:VTIMEZONE", "TZID:X", "END:VTIMEZONE")
    assert calendar(*zone, "X-WR-CALNAME:Late", *ONE).name == "Late"


def test_whoever_is_asked_may_let_the_work_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    hours = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: hours[0])
    lines = []
    for number in range(3):
        lines += ["BEGIN:VEVENT", f"UID:{number}", "DTSTART:20261125T090000Z", "RRULE:FREQ=YEARLY"]
        lines.append("END:VEVENT")
    reading = parse_calendar("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]))
    assert reading is not None

    def waits() -> bool:
        hours[0] += 3600
        return False

    found = Book(reading.events).between(span(date(2026, 11, 1), date(2026, 12, 1)), stop=waits)
    assert len(found.occurrences) == 3
