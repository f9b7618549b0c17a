"""What the calendar shows of other calendars is the same wherever the program runs (T19).

A time without a zone and a day stand where the file says. A time of a zone stands where its clock
and ours agree, worked out here without the program. The rules and their dates are those that
libical's own tests assert.
"""

import os
import time as system_time
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.calendar.entries import entry_of_other
from infoview_gui.panes.calendar.span import View
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.services.calendar_files import CalendarFiles
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.settings import CalendarShown
from infoview_gui.theme import Theme
from infoview_gui.widgets.month_layout import on_day
from infoview_gui.widgets.week_layout import Entry
from tests.corpora.calendars import AssertedRule, rules
from tests.corpora.calendars import wall as read_wall
from tests.corpora.manifest import PRESENT

ZONES = (
    *("UTC", "Europe/Berlin", "America/Los_Angeles"),
    *("Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe"),
)
HOME = "Europe/Berlin"
"""Where the events with a zone, and the conversations, are agreed."""
BRITAIN = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
FILE = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n"
EVENT = "BEGIN:VEVENT\r\nUID:{title}@x\r\nSUMMARY:{title}\r\n{lines}END:VEVENT\r\n"
Wall = tuple[datetime, datetime, bool]
"""Where an entry begins and ends, and whether it lasts whole days."""


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A zone in which the whole process believes to be."""
    before, name = os.environ.get("TZ"), str(request.param)
    monkeypatch.setenv("TZ", name)
    system_time.tzset()
    yield name
    monkeypatch.setenv("TZ", before) if before else monkeypatch.delenv("TZ")
    system_time.tzset()


def event(title: str, *lines: str) -> str:
    return EVENT.format(title=title, lines="".join(f"{line}\r\n" for line in lines))


def write(path: Path, *events: str) -> Path:
    path.write_text(FILE.format(events="".join(events)), encoding="utf-8", newline="")
    return path


def seen_from(zone: str, wall: datetime) -> datetime:
    """What the clock of a zone shows when that at home shows ``wall``."""
    return wall.replace(tzinfo=ZoneInfo(HOME)).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def is_there(zone: str, wall: datetime) -> bool:
    """Whether the clock of a zone shows this once, neither skipped nor twice."""
    aware = wall.replace(tzinfo=ZoneInfo(zone))
    return aware.utcoffset() == aware.replace(fold=1).utcoffset()


# -- the dates that are asserted


def shown_in(files: CalendarFiles, times: LocalTime, month: date) -> set[datetime]:
    """The walls at which something is shown around a month."""
    first, end = month - timedelta(days=2), month + timedelta(days=34)
    found = files.between(times.midnight(first), times.midnight(end), times.zone_name)
    return {entry_of_other(one, times).start for one in found}


def differs(
    one: AssertedRule, files: CalendarFiles, path: Path, times: LocalTime, *, at_home: bool
) -> bool:
    """Whether other times are shown than those asserted, or one of them is not."""
    kind = ";VALUE=DATE" if "T" not in one.start else f";TZID={HOME}" if at_home else ""
    start = one.start.rstrip("Z")
    write(path, event("x", f"DTSTART{kind}:{start}", f"RRULE:{one.rule}"))
    files.show([CalendarShown(str(path))])
    files.look()
    zone = times.zone_name
    moved = at_home and "T" in one.start
    wanted = {seen_from(zone, date) if moved else date for date in one.dates}
    first, last = min(wanted), max(wanted)
    begin = seen_from(zone, read_wall(start)) if moved else read_wall(start)
    for month, group in groupby(sorted(wanted), key=lambda wall: wall.date().replace(day=1)):
        shown = shown_in(files, times, month)
        missing = {wall for wall in set(group) - shown if is_there(zone, wall)}
        # The start is an occurrence, whether or not the rule gives it.
        surplus = {wall for wall in shown - wanted - {begin} if first <= wall <= last}
        if missing or any(is_there(zone, wall) for wall in surplus):
            return True
    return False


@pytest.mark.skipif(not PRESENT, reason="the corpora are not beside the project")
@pytest.mark.parametrize("at_home", [False, True], ids=["no zone", "a zone"])
def test_asserted_dates_stand_where_they_are_asserted(
    zone: str, tmp_path: Path, services: Services, *, at_home: bool
) -> None:
    asserted, files = rules(), services.calendar_files
    times = LocalTime(lambda: 0, zone, BRITAIN)

    wrong = [
        one.rule
        for number, one in enumerate(asserted)
        if differs(one, files, tmp_path / f"{number}.ics", times, at_home=at_home)
    ]

    assert sum(len(one.dates) for one in asserted) > 600
    assert wrong == []


# -- what the pane shows

AUTUMN, SPRING = date(2026, 10, 19), date(2027, 3, 22)
"""Weeks with a change of the clocks in Berlin, the next ones with others elsewhere."""
WEEKS = [day + timedelta(days=7 * n) for day in (AUTUMN, SPRING) for n in range(-1, 3)]
EVENTS = (
    event("Floating", "DTSTART:20260105T093000", "DURATION:PT45M", "RRULE:FREQ=DAILY"),
    event("Zoned", f"DTSTART;TZID={HOME}:20260105T180000", "DURATION:PT1H", "RRULE:FREQ=DAILY"),
    event("Universal", "DTSTART:20260105T170000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY"),
    event("Day", "DTSTART;VALUE=DATE:20260104", "RRULE:FREQ=WEEKLY"),
    event("Days", "DTSTART;VALUE=DATE:20261023", "DTEND;VALUE=DATE:20261027"),
    event("Midnight", "DTSTART:20260105T000000", "DTEND:20260106T000000", "RRULE:FREQ=WEEKLY"),
)


def expected(zone: str, first: date, days: int) -> dict[str, set[Wall]]:
    """What is to be seen of them on some days."""
    found: dict[str, set[Wall]] = {}

    def add(title: str, start: datetime, end: datetime, *, whole: bool) -> None:
        lies = end.date() >= first and start.date() < first + timedelta(days=days)
        if lies and end > datetime.combine(first, time()):
            found.setdefault(title, set()).add((start, end, whole))

    for n in range(-4, days + 4):
        day = datetime.combine(first + timedelta(days=n), time())
        floating, zoned = day.replace(hour=9, minute=30), day.replace(hour=18)
        add("Floating", floating, floating + timedelta(minutes=45), whole=False)
        add("Zoned", seen_from(zone, zoned), seen_from(zone, zoned.replace(hour=19)), whole=False)
        utc = [
            day.replace(hour=hour, tzinfo=ZoneInfo("UTC"))
            .astimezone(ZoneInfo(zone))
            .replace(tzinfo=None)
            for hour in (17, 18)
        ]
        add("Universal", *utc, whole=False)
        if day.weekday() == 6:
            add("Day", day, day + timedelta(days=1), whole=True)
        if day.weekday() == 0:
            add("Midnight", day, day + timedelta(days=1), whole=False)
    days_of = (datetime.combine(date(2026, 10, n), time()) for n in (23, 27))
    add("Days", *days_of, whole=True)
    return found


def walls(entries: list[Entry]) -> dict[str, set[Wall]]:
    found: dict[str, set[Wall]] = {}
    for one in entries:
        if one.kind == "foreign":
            found.setdefault(one.title, set()).add((one.start, one.end, one.all_day))
    return found


@pytest.fixture
def pane(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    zone: str,
    tmp_path: Path,
) -> Iterator[CalendarPane]:
    preferences = Preferences(parent=qapp)
    file = write(tmp_path / "Home.ics", *EVENTS)
    preferences.change(calendars=(CalendarShown(str(file)),))
    times.set_zone(zone)
    pane = CalendarPane(theme, services, feed, times, preferences=preferences)
    qtbot.addWidget(pane)
    pane.resize(1184, 790)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    yield pane
    pane.hide()
    preferences.setParent(None)
    preferences.deleteLater()


def in_week(pane: CalendarPane) -> list[Entry]:
    return list(pane._page.week._entries)


def in_month(pane: CalendarPane) -> list[Entry]:
    month, span = pane._page.views.month, pane._page.span
    days = (span.first + timedelta(days=n) for n in range(span.days))
    return [entry for day in days for entry in on_day(month._days, day)]


def in_agenda(pane: CalendarPane) -> list[Entry]:
    rows = pane._page.views.agenda._model.rows
    return [row.entry for row in rows if row.entry is not None]


VIEWS: dict[View, Callable[[CalendarPane], list[Entry]]] = {
    View.WEEK: in_week,
    View.MONTH: in_month,
    View.AGENDA: in_agenda,
}


@pytest.mark.parametrize("view", list(VIEWS))
def test_each_view_shows_the_same_walls_and_days(
    qtbot: QtBot, pane: CalendarPane, view: View, zone: str
) -> None:
    pane._page.use_view(view)
    for day in WEEKS if view is View.WEEK else (AUTUMN, SPRING):
        pane._page.go_to(day)
        span = pane._page.span
        wanted = expected(zone, span.first, span.days)
        qtbot.waitUntil(lambda: bool(walls(VIEWS[view](pane))), timeout=10_000)
        assert walls(VIEWS[view](pane)) == wanted, (zone, span.first)


def test_a_conversation_stands_where_both_clocks_agree(
    pane: CalendarPane, services: Services, zone: str
) -> None:
    """Agreed at ten at home on each day of a week in which the clocks change."""
    person = services.people.add(PersonDraft(name="Amara Okafor"))
    wanted = set()
    for n in range(14):
        ten = datetime.combine(AUTUMN + timedelta(days=n), time(10))
        at = round(ten.replace(tzinfo=ZoneInfo(HOME)).timestamp() * 1000)
        draft = ConversationDraft(people=(person,), starts_at=at, zone=HOME)
        services.conversations.schedule(draft)
        wanted.add(seen_from(zone, ten))

    shown = set()
    pane._page.use_view(View.WEEK)
    for week in range(-1, 3):
        pane._page.go_to(AUTUMN + timedelta(days=7 * week))
        shown |= {one.start for one in in_week(pane) if one.kind == "own"}

    assert shown == wanted


def test_a_day_that_a_place_left_out_shifts_no_other(tmp_path: Path, services: Services) -> None:
    """Samoa went over the date line: the 30th of December 2011 was none of its days."""
    file = write(
        tmp_path / "x.ics",
        *(event(f"{n}", f"DTSTART;VALUE=DATE:201112{n}") for n in (29, 30, 31)),
        event("morning", "DTSTART:20111231T090000", "DURATION:PT1H"),
    )
    files, times = services.calendar_files, LocalTime(lambda: 0, "Pacific/Apia", BRITAIN)
    files.show([CalendarShown(str(file))])
    files.look()

    first, end = times.midnight(date(2011, 12, 26)), times.midnight(date(2012, 1, 2))
    found = [entry_of_other(one, times) for one in files.between(first, end, times.zone_name)]

    starts = {one.title: one.start for one in found}
    assert starts == {
        **{f"{n}": datetime.combine(date(2011, 12, n), time()) for n in (29, 30, 31)},
        "morning": datetime.combine(date(2011, 12, 31), time(9)),
    }
