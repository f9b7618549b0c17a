"""What a screen reader is told of tables, the calendar, chips and the countdown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from infoview_gui.panes import places
from infoview_gui.panes.call_strip import CallStrip
from infoview_gui.panes.places import Place
from infoview_gui.services.bundle import Services
from infoview_gui.widgets import announce
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.rail import RailButton
from infoview_gui.widgets.ring import Ring
from infoview_gui.widgets.week_view import WeekView
from infoview_gui.window import MainWindow
from tests import looking
from tests.panes.settable_clock import SettableClock
from tests.window.conftest import Open

_NAME, _HELP = QAccessible.Text.Name, QAccessible.Text.Description
MINUTE = 60_000


@pytest.fixture
def reader() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def announced(reader: None, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is said of itself, without the focus being there."""
    heard: list[str] = []

    class Listening(QAccessible):
        @staticmethod
        def updateAccessibility(event: object) -> None:  # noqa: N802 - Qt's name
            heard.append(event.message())  # type: ignore[attr-defined]
            assert event.politeness() == QAccessible.AnnouncementPoliteness.Polite  # type: ignore[attr-defined]

    monkeypatch.setattr(announce, "QAccessible", Listening)
    return heard


def _seen(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def _one(window: MainWindow, kind: type[QWidget], name: str = "") -> QWidget:
    return next(
        one
        for one in window.findChildren(kind)
        if one.isVisible() and (not name or looking.spoken_name(one) == name)
    )


def test_the_table_of_people(open_window: Open, reader: None) -> None:
    window, house = open_window()
    window.show_place(Place(places.PEOPLE, house.people[0]))
    looking.settle()
    view = _one(window, QTableView, "People")
    assert isinstance(view, QTableView)
    table = _seen(view)
    assert table.role() == QAccessible.Role.Table
    said = [table.child(place).text(_NAME) for place in range(table.childCount())]
    assert any("Amara Okafor" in one for one in said)
    model = view.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            shown = str(model.index(row, column).data() or "")
            assert any(shown in one for one in said), shown
    heading = model.headerData(0, Qt.Orientation.Horizontal)
    assert heading in said


def test_the_lists(open_window: Open, reader: None) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.ahead))
    looking.settle()
    view = _one(window, QAbstractItemView, "Conversations")
    rows = _seen(view)
    said = [rows.child(row).text(_NAME) for row in range(rows.childCount())]
    assert any("Amara Okafor" in one and "11:00" in one for one in said)


def test_the_calendar(open_window: Open, announced: list[str]) -> None:
    window, house = open_window()
    window.show_place(Place(places.CALENDAR, house.ahead))
    looking.settle()
    week = _one(window, WeekView)
    entries = [
        child
        for child in week.findChildren(QWidget)
        if _seen(child).role() == QAccessible.Role.Button and "Amara" in looking.spoken_name(child)
    ]
    assert [looking.spoken_name(one) for one in entries] == [
        "Amara Okafor, Tuesday 24 November, 11:00"
    ]
    announced.clear()
    QTest.keyClick(week, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)
    looking.settle()
    assert announced == ["Tuesday 24 November, 10:45, nothing planned"]
    assert _seen(week).text(_HELP) == announced[-1]


def test_chips_and_the_rail(open_window: Open, reader: None) -> None:
    window, house = open_window()
    window.show_place(Place(places.INTERVIEWS, house.proposed))
    looking.settle()
    for chip in window.findChildren(Chip):
        if chip.isVisible():
            assert _seen(chip).text(_NAME) == chip.text()
            assert _seen(chip).role() == QAccessible.Role.StaticText
    for button in window.findChildren(RailButton):
        seen = _seen(button)
        assert seen.text(_NAME) == button.text()
        assert bool(seen.state().checked) == button.isChecked()  # type: ignore[attr-defined]
    today = _one(window, RailButton, "Today")
    assert _seen(today).text(_HELP) == "3 due"


def test_the_countdown_says_its_turns_and_not_its_seconds(
    open_window: Open, announced: list[str], services: Services, clock: SettableClock
) -> None:
    window, house = open_window()
    services.talking.start(house.ahead)
    looking.settle()
    QTest.qWait(0)
    strip = _one(window, CallStrip)
    assert isinstance(strip, CallStrip)
    assert looking.spoken_name(strip) == "Calm, 30 minutes left, with Amara Okafor"
    assert _seen(strip).role() == QAccessible.Role.Button

    said: list[str] = []
    for _minute in range(32):
        clock.now += MINUTE
        window._clock._ticker.ticked.emit()
        looking.settle()
        said.append(looking.spoken_name(strip))
    turns = [one for one in announced if "Amara Okafor" in one and " left" in one]
    assert 1 <= len(turns) <= 4
    assert len(set(said)) > 20


def test_the_ring_says_its_state(open_window: Open, reader: None) -> None:
    window, house = open_window(running=True)
    window.show_place(Place(places.INTERVIEWS, house.ahead))
    looking.settle()
    ring = next(one for one in window.findChildren(Ring) if one.isVisible() and one.width() > 60)
    assert _seen(ring).text(_NAME) == "Countdown"
    assert _seen(ring).text(_HELP) == "Calm, 30 minutes left"


def test_what_was_done_is_said(open_window: Open, announced: list[str]) -> None:
    window, _house = open_window()
    assert QApplication.focusWidget() is not None
    window.say("Undone: Add Amara")
    assert announced == ["Undone: Add Amara"]
