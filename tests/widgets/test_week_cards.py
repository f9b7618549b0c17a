"""What is painted of a week: cards and bars beside each other, words inside their cards."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.week_layout import Entry, at_minute
from infoview_gui.widgets.week_margins import MOST_LANES
from infoview_gui.widgets.week_view import WeekView
from tests.panes.conftest import times
from tests.panes.settable_clock import SettableClock

__all__ = ["times"]
MONDAY = date(2026, 11, 23)
NAMES = ("Bo", "Maximiliane Freifrau von Hohenstein", "נועה לוי", "Amara Okafor")
LOOKS = ("solid", "hatched", "outline", "pale", "strong")

timed = st.builds(
    lambda start, minutes, name, look: Entry(
        object(), at_minute(MONDAY, start), minutes, name, "Zoom · 09:00 in New York", look=look
    ),
    st.integers(-300, 7 * 1440),
    st.sampled_from([0, 5, 15, 15, 15, 20, 30, 60, 240]),
    st.sampled_from(NAMES),
    st.sampled_from(LOOKS),
)
whole = st.builds(
    lambda day, days, name: Entry(
        object(), at_minute(MONDAY + timedelta(days=day), 0), days * 1440, name, all_day=True
    ),
    st.integers(-9, 8),
    st.integers(1, 12),
    st.sampled_from(NAMES),
)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(1_795_500_000_000)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, times: LocalTime) -> Iterator[WeekView]:
    made = WeekView(Theme(qapp, scheme=Scheme.LIGHT), now=times.now)
    qtbot.addWidget(made)
    made.setLocale(QLocale("en_GB"))
    made.resize(936, 700)
    made.show()
    yield made
    made.hide()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    week=st.lists(st.one_of(timed, whole), max_size=60),
    days=st.integers(1, 7),
    zoom=st.sampled_from([24, 72, 160]),
    mirrored=st.booleans(),
)
def test_nothing_painted_covers_anything_else(
    view: WeekView, week: list[Entry], days: int, zoom: int, mirrored: bool
) -> None:
    sides = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    view.setLayoutDirection(sides[mirrored])
    view.set_hour_height(zoom)
    view.show_week(MONDAY, days, None, week)
    for top in range(0, view.verticalScrollBar().maximum() + 1, 500):
        view.verticalScrollBar().setValue(top)
        view.grab()

    cards = view._ink.cards
    for index, card in cards.items():
        left, width = view._grid.column(view._pieces[index].day)
        assert left - 1e-6 <= card.box.left()
        assert card.box.right() <= left + width + 1e-6
        for at, text, font, used in card.words:
            del font
            assert text
            assert card.box.left() - 1e-6 <= at.x()
            assert at.x() + used <= card.box.right() + 1e-6
            assert card.box.top() < at.y() <= card.box.bottom() + 2
    for (one, first), (other, second) in combinations(cards.items(), 2):
        if view._pieces[one].day == view._pieces[other].day:
            assert not first.box.adjusted(0.01, 0.01, -0.01, -0.01).intersects(second.box)


@pytest.mark.parametrize("mirrored", [False, True])
def test_kinds_differ_in_more_than_their_colour(view: WeekView, mirrored: bool) -> None:
    sides = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    view.setLayoutDirection(sides[mirrored])
    kinds = ("own", "networking", "appointment")
    shapes = []
    for kind in kinds:
        view.show_week(MONDAY, 1, None, [Entry(kind, at_minute(MONDAY, 600), 60, "A", kind=kind)])
        view.grab()
        (card,) = view._ink.cards.values()
        lead = card.box.right() if mirrored else card.box.left()
        spans = {(abs(bar.left() - lead), abs(bar.right() - lead)) for bar in card.bars}
        shapes.append((len(card.bars), frozenset(tuple(sorted(span)) for span in spans)))
        assert all(max(span) <= 6 for span in spans)  # the words begin at 11
    assert len(set(shapes)) == len(kinds)


@pytest.mark.parametrize("name", ["נועה לוי", "Bo", "Олена Коваленко", "李伟"])
def test_the_time_comes_first_in_whatever_script_the_name_is(view: WeekView, name: str) -> None:
    view.show_week(MONDAY, 1, None, [Entry(1, at_minute(MONDAY, 600), 60, name)])
    view.grab()
    (card,) = view._ink.cards.values()
    layout = QTextLayout(card.words[0][1], card.words[0][2])
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    places = [line.cursorToX(at)[0] for at in (card.words[0][1].index("1"), len(card.words[0][1]))]
    assert places[0] < 1  # the hour stands at the left edge
    assert places[0] <= places[1]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(week=st.lists(whole, max_size=14), days=st.integers(1, 7), mirrored=st.booleans())
def test_bars_of_whole_days_lie_on_their_days_and_the_rest_is_counted(
    view: WeekView, week: list[Entry], days: int, mirrored: bool
) -> None:
    sides = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    view.setLayoutDirection(sides[mirrored])
    view.show_week(MONDAY, days, None, week)

    strip = view._whole
    shown = [bar for bar in strip.bars if bar.lane < MOST_LANES]
    for one, other in combinations([strip.box(bar) for bar in shown], 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        down = min(one.bottom, other.bottom) - max(one.top, other.top)
        assert across <= 1e-6 or down <= 1e-6
    for day in range(days):
        midnight = at_minute(MONDAY + timedelta(days=day), 0)
        over = [e for e in week if e.start <= midnight < e.end]
        painted = [bar for bar in shown if bar.first <= day <= bar.last]
        assert len(painted) + strip.hidden(day) == len(over)
        left, width = view._grid.column(day)
        for bar in painted:
            box = strip.box(bar)
            assert box.left <= left + width / 2 <= box.right


def said_on(view: WeekView, width: int, entries: list[Entry]) -> list[list[str]]:
    """The words on the cards of one day whose column is so wide."""
    view.resize(width + view.width() - round(view._grid.width), 700)
    view.show_week(MONDAY, 1, None, entries)
    view.grab()
    return [[text for _at, text, _font, _used in card.words] for card in view._ink.cards.values()]


def brief() -> tuple[str, str]:
    return "09:30 New York", "Zoom"


@pytest.mark.parametrize(
    ("width", "name", "behind"),
    [
        (400, "14:30 Amara Okafor", " · 09:30 New York · Zoom"),
        (250, "14:30 Amara", " · 09:30 New York"),
        (215, "14:30 Amara", " · 09:30"),
    ],
)
def test_the_time_there_is_kept_before_the_whole_name_but_not_before_its_first_word(
    view: WeekView, width: int, name: str, behind: str
) -> None:
    talk = Entry(1, at_minute(MONDAY, 870), 15, "Amara Okafor", "all of it", brief=brief)

    ((first, second),) = said_on(view, width, [talk])

    assert first.startswith(name)
    assert second.startswith(behind)


def test_where_a_name_alone_has_room_it_is_not_cut_for_what_has_none(view: WeekView) -> None:
    talk = Entry(1, at_minute(MONDAY, 870), 15, "Amara Okafor", "all of it", brief=brief)

    ((first, *_rest),) = said_on(view, 150, [talk])

    assert first.startswith("14:30 Amara O")


@pytest.mark.parametrize("mirrored", [False, True])
def test_cards_too_narrow_for_a_word_show_initials(view: WeekView, mirrored: bool) -> None:
    sides = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    view.setLayoutDirection(sides[mirrored])
    many = [Entry(n, at_minute(MONDAY, 600), 15, "Amara Okafor, Ben Ito") for n in range(4)]

    assert said_on(view, 130, many) == [["AO"]] * 4
    assert said_on(view, 84, many) == [["A"]] * 4
