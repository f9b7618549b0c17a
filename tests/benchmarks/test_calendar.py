"""The calendar with 50 conversations on every day: painted, turned, one cell changed.

Beside them lies a calendar of 5,000 series of another program. Every turn of a held key shows days
that were not shown before.
"""

import gc
import os
import random
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import apsw
import pytest
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.calendar.span import View
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.settings import CalendarShown
from infoview_gui.theme import Theme
from infoview_gui.widgets.month_layout import PlainDays
from infoview_gui.widgets.month_view import MonthView
from infoview_gui.widgets.week_layout import Entry, at_minute
from tests.benchmarks import population, table
from tests.benchmarks.conftest import Databases, Turns, ms_of
from tests.benchmarks.test_people_table import timed
from tests.panes.settable_clock import SettableClock

_A_DAY, _DAYS = 50, 200
_PEOPLE = 1_000
_FIRST = date(2026, 8, 30)
_FRAMES = 60
_SIZE = (936, 720)
_SERIES = 5_000
_RULES = (
    "FREQ=WEEKLY;COUNT=10", "FREQ=MONTHLY;COUNT=12", "FREQ=YEARLY", "FREQ=DAILY;COUNT=3",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=12",
)  # fmt: skip
_TALK = """
INSERT INTO conversation (id, uid, starts_at, minutes, status, created_at)
VALUES (?, ?, ?, 15, ?, 0)
"""
_WITH = "INSERT INTO participant (conversation_id, person_id, position) VALUES (?, ?, 0)"


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(round(datetime(2026, 11, 24, 9, tzinfo=UTC).timestamp() * 1000))


@pytest.fixture
def database(tmp_path: Path, databases: Databases) -> Path:
    path = population.copied(databases(_PEOPLE), tmp_path)
    connection = apsw.Connection(str(path))
    midnight = round(datetime.combine(_FIRST, datetime.min.time(), UTC).timestamp() * 1000)
    with connection:
        for talk in range(1, _A_DAY * _DAYS + 1):
            day, number = divmod(talk - 1, _A_DAY)
            at = midnight + day * 86_400_000 + (6 * 60 + number * 15) * 60_000
            status = ("planned", "proposed", "cancelled")[talk % 3]
            connection.execute(_TALK, (talk, str(uuid.UUID(int=talk)), at, status))
            connection.execute(_WITH, (talk, talk % _PEOPLE + 1))
    connection.close()
    return path


@pytest.fixture
def series(tmp_path: Path) -> Path:
    """A calendar of another program, of some five years."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for number in range(_SERIES):
        day = date(2022, 1, 3) + timedelta(days=chance.randrange(5 * 365))
        at = f"{day:%Y%m%d}T{chance.randrange(7, 19):02}{chance.choice((0, 15, 30, 45)):02}00"
        lines += ["BEGIN:VEVENT", f"UID:{number}@x", f"DTSTART;TZID=Europe/Berlin:{at}"]
        lines += ["DURATION:PT45M", f"RRULE:{chance.choice(_RULES)}", f"SUMMARY:Event {number}"]
        lines.append("END:VEVENT")
    path = tmp_path / "series.ics"
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")
    return path


@pytest.fixture
def pane(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    series: Path,
) -> Iterator[CalendarPane]:
    preferences = Preferences()
    preferences.change(calendars=(CalendarShown(str(series)),))
    made = CalendarPane(theme, services, feed, times, preferences=preferences)
    qtbot.addWidget(made)
    made.resize(1184, 790)
    made.show()
    entries = made._page.week._entries
    qtbot.waitUntil(lambda: made._page.week._entries != entries, timeout=20_000)
    gc.freeze()  # as the program does after its start
    yield made
    made.hide()
    gc.unfreeze()


def crowded() -> list[Entry]:
    """50 entries on every day of November 2026 and of the weeks around."""
    return [
        Entry((day, n), at_minute(date(2026, 10, 26) + timedelta(days=day), 6 * 60 + n * 15), 15,
              f"Person {day * 50 + n} of the Institute", look=("solid", "hatched")[n % 2])
        for day in range(42) for n in range(_A_DAY)
    ]  # fmt: skip


class BareGrid(QWidget):
    """The lines and numbers of a month and nothing else: what any such picture costs."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().base())
        for cell in range(42):
            row, column = divmod(cell, 7)
            left, top = column * self.width() // 7, row * self.height() // 6
            painter.drawRect(left, top, self.width() // 7, self.height() // 6)
            painter.drawText(left + 4, top + 16, str(cell))


def test_month_painted(qtbot: QtBot, theme: Theme, times: LocalTime, in_turns: Turns) -> None:
    view, bare = MonthView(theme, now=times.now), BareGrid()
    for widget in (view, bare):
        qtbot.addWidget(widget)
        widget.resize(*_SIZE)
        with qtbot.waitExposed(widget):
            widget.show()
    days = crowded()
    view.show_month(date(2026, 11, 24), PlainDays(days))
    view.repaint()
    frames: list[tuple[float, float]] = []

    def ours() -> float:
        frames.append(timed(view.repaint))
        return frames[-1][0]

    mine, theirs = in_turns(ours, bare.repaint, _FRAMES)
    half = f"computing {table.number(table.share([own for _, own in frames], 0.95))} ms; bare grid "
    half += f"{table.number(table.median(theirs))} ms"
    table.add_limit("month of 50 a day painted, p95", table.share(mine, 0.95), 4, beside=half)

    other = [Entry(e.key, e.start, e.minutes, e.title + "!") if e.key == (30, 0) else e
             for e in days]  # fmt: skip
    sources = [PlainDays(other), PlainDays(days)]
    cells: list[tuple[float, float]] = []
    index = 30

    def one_cell() -> None:
        view._strokes.pop(index, None)
        view.repaint(view._area(index))

    for turn in range(_FRAMES):
        view.show_days(sources[turn % 2])
        QApplication.processEvents()
        cells.append(timed(one_cell))
    walls, computed = zip(*cells, strict=True)
    half = f"computing {table.number(table.share(computed, 0.95))} ms"
    table.add_limit("one changed cell of it, p95", table.share(walls, 0.95), 0.3, beside=half)
    assert mine


@pytest.mark.parametrize(
    ("view", "most", "passes", "length"),
    [
        (View.MONTH, 8, 10, 5),
        (View.WEEK, 16, 2, 25),
        (View.DAY, 16, 1, 50),
        (View.AGENDA, 16, 4, 6),
    ],
    ids=str,
)
def test_turned(
    pane: CalendarPane,
    alone: Callable[..., list[float]],
    view: View,
    most: float,
    passes: int,
    length: int,
) -> None:
    pane._page.use_view(view)
    turns: list[tuple[float, float]] = []
    frames: list[tuple[float, float]] = []

    def turn() -> None:
        for _ in range(passes):
            pane._page.go_to(_FIRST + timedelta(days=7))
            QApplication.processEvents()
            for _ in range(length):
                turns.append(timed(partial(pane._page.turn, 1)))
                painted = timed(QApplication.processEvents)
                frames.append((turns[-1][0] + painted[0], turns[-1][1] + painted[1]))

    alone(turn)
    walls, computed = zip(*turns, strict=True)
    half = f"computing {table.number(table.share(computed, 0.95))} ms"
    what = f"change of {view.value} of 50 a day with its query, p95"
    table.add_limit(what, table.share(walls, 0.95), most, beside=half)
    walls, computed = zip(*frames, strict=True)
    half = f"computing {table.number(table.share(computed, 0.95))} ms, "
    half += f"in the middle {table.number(table.median(computed))} ms"
    what = "the same until it is painted, p95"
    table.add_limit(what, table.share(walls, 0.95), 16, beside=half)
    assert turns


@pytest.mark.parametrize("work", ["asked", "read anew"])
def test_turned_while_calendars_are_read(
    qtbot: QtBot, pane: CalendarPane, alone: Callable[..., list[float]], series: Path, work: str
) -> None:
    pane._page.use_view(View.WEEK)
    QApplication.processEvents()
    frames: list[float] = []

    def turn() -> None:
        pane._page.turn(1 if len(frames) % 2 else -1)
        QApplication.processEvents()

    def read() -> None:
        for anew in range(1, 4):
            if work == "read anew":
                os.utime(series, ns=(anew, anew))
            pane._others.look()
            frames.extend(ms_of(turn) for _ in range(30))
            qtbot.waitUntil(lambda: not pane._others._reader.runs, timeout=20_000)

    alone(read)
    half = f"longest {table.number(max(frames))} ms"
    what = f"change of week while 5,000 series are {work}, until it is painted, p95"
    table.add_limit(what, table.share(frames, 0.95), 33, beside=half)
    assert frames
