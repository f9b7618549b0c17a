"""The month as a person uses it: by mouse, by keys, by ear and by eye."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.month_layout import PlainDays
from infoview_gui.widgets.month_view import MonthView
from infoview_gui.widgets.week_layout import Entry, at_minute

LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
BRITAIN = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICA = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return at_minute(date(2026, 11, day), hour * 60 + minute)


def day(number: int) -> date:
    return date(2026, 11, number)


ENTRIES = (
    Entry("kenji", at(23, 10), 15, "Kenji Mori", "talked", "grn"),
    Entry("amara", at(23, 14, 30), 30, "Amara Okafor", "Zoom · 09:30 in New York"),
    Entry("anders", at(24, 9), 30, "<b>Anders</b>", look="hatched"),
    Entry("fixed", at(25, 13), 90, "Dentist", "from your calendar", "muted", movable=False),
    Entry("fair", at(25, 0), 3 * 1440, "Trade fair", all_day=True, movable=False),
    *(Entry(f"n{n}", at(12, 8 + n), 15, f"Person {n}") for n in range(10)),
)


@pytest.fixture
def theme() -> Theme:
    return Theme(scheme=Scheme.LIGHT)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> MonthView:
    made = MonthView(theme, now=lambda: at(23, 13, 48))
    qtbot.addWidget(made)
    made.setLocale(BRITAIN)
    made.resize(936, 720)
    made.show_month(day(23), PlainDays(ENTRIES, {day(20): "Thank Kenji Mori"}))
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


class Heard:
    """Keeps what a view asks for."""

    def __init__(self, view: MonthView) -> None:
        self.said: list[tuple[object, ...]] = []
        self._take("create", view.create_requested)
        self._take("open", view.open_requested)
        self._take("move", view.move_requested)
        self._take("resize", view.resize_requested)
        self._take("delete", view.delete_requested)
        self._take("refused", view.refused)
        self._take("day", view.day_requested)
        self._take("month", view.month_requested)

    def _take(self, name: str, signal: object) -> None:
        signal.connect(lambda *values: self.said.append((name, *values)))  # type: ignore[attr-defined]


@pytest.fixture
def heard(view: MonthView) -> Heard:
    return Heard(view)


def press(view: MonthView, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(view, key, modifiers)


def spot(view: MonthView, of: date) -> QPoint:
    """Return a free place of a day: its lower end."""
    box = view._grid.cell(view._grid.index(of))
    return QPoint(round(box.left + box.width / 2), round(box.bottom) - 4)


def line_of(view: MonthView, key: object) -> QPoint:
    for index, cell in enumerate(view._cells):
        for line in cell.lines:
            if line.entry.key == key:
                box = view._grid.line_box(index, line)
                return QPoint(round(box.left) + 20, round(box.top) + 6)
    raise AssertionError(key)


def move(view: MonthView, to: QPoint) -> None:
    place = QPointF(to)
    event = QMouseEvent(QEvent.Type.MouseMove, place, view.mapToGlobal(place), LEFT, LEFT, NONE)
    QApplication.sendEvent(view, event)


def test_weeks_begin_as_the_locale_says(view: MonthView) -> None:
    assert view._grid.first_day == date(2026, 10, 26)
    assert view._grid.rows == 6
    view.setLocale(AMERICA)
    assert view._grid.first_day == date(2026, 11, 1)
    assert view._grid.rows == 5


def test_arrows_go_from_day_to_day(view: MonthView, heard: Heard) -> None:
    press(view, Key.Key_Left, Key.Key_Up)
    assert view.cursor_day() == day(15)
    press(view, Key.Key_Home)
    assert view.cursor_day() == day(9)
    press(view, Key.Key_End)
    assert view.cursor_day() == day(15)
    assert heard.said == []


def test_leaving_the_month_asks_for_the_next(view: MonthView, heard: Heard) -> None:
    press(view, Key.Key_PageDown)
    assert heard.said == [("month", date(2026, 12, 1))]
    assert view.cursor_day() == date(2026, 12, 23)
    view.show_month(date(2026, 12, 23), PlainDays())
    press(view, Key.Key_T)
    assert heard.said[-1] == ("month", date(2026, 11, 1))
    assert view.cursor_day() == day(23)


def test_the_last_day_of_a_longer_month_becomes_that_of_a_shorter(
    view: MonthView, heard: Heard
) -> None:
    view.show_month(date(2027, 1, 31), PlainDays())
    press(view, Key.Key_PageDown)
    assert view.cursor_day() == date(2027, 2, 28)


def test_enter_creates_on_an_empty_day_and_opens_the_chosen_entry(
    view: MonthView, heard: Heard
) -> None:
    view.set_default_minutes(25)
    press(view, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Return)
    assert heard.said == [("create", at(27, 9), 25)]
    view.choose("amara")
    press(view, Key.Key_Return)
    assert heard.said[-1] == ("open", "amara")


def test_entries_are_gone_through_day_by_day(view: MonthView) -> None:
    press(view, Key.Key_J)
    assert view.chosen_key() == "kenji"
    press(view, Key.Key_J, Key.Key_J)
    assert (view.chosen_key(), view.cursor_day()) == ("anders", day(24))
    press(view, Key.Key_K)
    assert (view.chosen_key(), view.cursor_day()) == ("amara", day(23))
    press(view, Key.Key_Right, modifiers=SHIFT)
    assert view.chosen_key() == "anders"


def test_entries_behind_more_are_reached_too(view: MonthView) -> None:
    view.go(day(12))
    for number in range(10):
        press(view, Key.Key_J)
        assert view.chosen_key() == f"n{number}"


def test_ctrl_arrows_move_and_shift_arrows_resize(view: MonthView, heard: Heard) -> None:
    view.choose("amara")
    press(view, Key.Key_Right, Key.Key_Down, modifiers=CTRL)
    press(view, Key.Key_Down, modifiers=SHIFT)
    assert heard.said == [
        ("move", "amara", at(24, 14, 30)),
        ("move", "amara", at(30, 14, 30)),
        ("resize", "amara", 35),
    ]
    view.choose("fixed")
    press(view, Key.Key_Right, modifiers=CTRL)
    assert heard.said[-1] == ("refused", "fixed")


def test_delete_asks(view: MonthView, heard: Heard) -> None:
    view.choose("amara")
    press(view, Key.Key_Delete)
    assert heard.said == [("delete", "amara")]


def test_a_click_chooses_and_a_double_click_opens_or_creates(view: MonthView, heard: Heard) -> None:
    QTest.mouseClick(view, LEFT, NONE, line_of(view, "amara"))
    assert view.chosen_key() == "amara"
    QTest.mouseDClick(view, LEFT, NONE, line_of(view, "amara"))
    QTest.mouseDClick(view, LEFT, NONE, spot(view, day(18)))
    assert heard.said == [("open", "amara"), ("create", at(18, 9), 15)]


def test_more_and_the_number_open_the_day(view: MonthView, heard: Heard) -> None:
    index = view._grid.index(day(12))
    cell = view._cells[index]
    assert view.more_words(cell) == f"+{cell.more} more"
    assert cell.more + len(cell.lines) == 10
    box = view._grid.slot_box(index, cell.more_slot)
    QTest.mouseClick(view, LEFT, NONE, QPoint(round(box.left) + 8, round(box.top) + 4))
    number = view._number_box(view._grid.index(day(18))).center().toPoint()
    QTest.mouseClick(view, LEFT, NONE, number)
    press(view, Key.Key_Space)
    assert heard.said == [("day", day(12)), ("day", day(18)), ("day", day(18))]


def test_a_drag_to_another_day_keeps_the_wall_time(view: MonthView, heard: Heard) -> None:
    start = line_of(view, "amara")
    QTest.mousePress(view, LEFT, NONE, start)
    move(view, spot(view, day(18)))
    assert view._ghost is not None
    assert view._ghost[1] == day(18)  # shown while dragging
    QTest.mouseRelease(view, LEFT, NONE, spot(view, day(18)))
    assert heard.said == [("move", "amara", at(18, 14, 30))]


def test_escape_cancels_a_drag(view: MonthView, heard: Heard) -> None:
    QTest.mousePress(view, LEFT, NONE, line_of(view, "amara"))
    move(view, spot(view, day(18)))
    press(view, Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, NONE, spot(view, day(18)))
    assert heard.said == []
    assert view._ghost is None


def test_dragging_what_stays_says_so(view: MonthView, heard: Heard) -> None:
    QTest.mousePress(view, LEFT, NONE, line_of(view, "fixed"))
    move(view, spot(view, day(18)))
    QTest.mouseRelease(view, LEFT, NONE, spot(view, day(18)))
    assert heard.said == [("refused", "fixed")]


def test_the_wheel_turns_the_months(view: MonthView, heard: Heard) -> None:
    middle = QPointF(view.rect().center())
    wheel = QWheelEvent(
        middle, view.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        NONE, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, wheel)
    assert heard.said == [("month", date(2026, 12, 1))]


def test_a_bar_lies_over_its_days(view: MonthView) -> None:
    for number in (25, 26, 27):
        cell = view._cells[view._grid.index(day(number))]
        assert cell.lines[0].entry.key == "fair"
    assert not view._cells[view._grid.index(day(28))].lines


def test_what_is_due_is_a_dot_with_words(view: MonthView) -> None:
    assert view._cells[view._grid.index(day(20))].due == "Thank Kenji Mori"
    assert "Thank Kenji Mori" in view.tip_at(spot(view, day(20)))
    view.go(day(20))
    said = view.accessibleDescription()
    assert said == "Friday 20 November, nothing planned, Thank Kenji Mori"


def test_names_are_never_read_as_markup(view: MonthView) -> None:
    assert "&lt;b&gt;Anders&lt;/b&gt;" in view.tip_at(line_of(view, "anders"))


def test_the_day_and_the_entry_are_said(view: MonthView) -> None:
    view.go(day(23))
    assert view.accessibleDescription() == "Monday 23 November, today, 2 entries"
    view.choose("amara")
    said = view.accessibleDescription()
    assert said == ("Amara Okafor, Zoom · 09:30 in New York, Monday 23 November, 14:30–15:00")


def test_a_chosen_entry_that_comes_back_at_another_time_is_said_anew(view: MonthView) -> None:
    view.choose("amara")
    later = [replace(e, start=at(23, 16)) if e.key == "amara" else e for e in ENTRIES]
    view.show_days(PlainDays(later))
    said = view.accessibleDescription()
    assert said == "Amara Okafor, Zoom · 09:30 in New York, Monday 23 November, 16:00–16:30"


def test_a_screen_reader_finds_days_and_entries(view: MonthView, heard: Heard) -> None:
    QAccessible.setActive(True)
    try:
        view.show_days(PlainDays(ENTRIES))
        voices = view._choir.voices
        assert sum(isinstance(key, date) for key in voices) == 42
        assert voices["amara",].accessibleName() == "Amara Okafor"
        voices["amara",].click()
        voices[day(18)].click()
        assert heard.said == [("open", "amara"), ("day", day(18))]
    finally:
        QAccessible.setActive(False)


def test_one_changed_cell_is_painted_alone(qtbot: QtBot, view: MonthView) -> None:
    view.repaint()
    kept = dict(view._strokes)
    moved = [Entry("new", at(18, 9), 15, "New") if e.key == "anders" else e for e in ENTRIES]
    view.show_days(PlainDays(moved, {day(20): "Thank Kenji Mori"}))
    changed = {view._grid.day(n) for n in kept if n not in view._strokes}
    assert changed == {day(18), day(24)}


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("rtl", [False, True])
def test_it_paints_in_both_themes_and_directions(
    qtbot: QtBot, scheme: Scheme, *, rtl: bool
) -> None:
    theme = Theme(scheme=scheme)
    made = MonthView(theme, now=lambda: at(23, 13, 48))
    qtbot.addWidget(made)
    made.setLocale(BRITAIN)
    if rtl:
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.show_week_numbers(shown=True)
    made.resize(600, 500)
    made.show_month(day(23), PlainDays(ENTRIES))
    image = made.grab().toImage()
    ratio = image.devicePixelRatio()
    first = made._grid.cell(0)
    assert (first.left > 300) is rtl
    box = made._grid.cell(made._grid.index(day(23)))
    pixel = image.pixelColor(round((box.left + box.width / 2) * ratio), round(box.bottom - 6))
    assert pixel != theme.colour("surface")  # today is tinted
    assert made.week_number(0) == 44


def test_what_is_cancelled_has_an_edge_and_no_ground(view: MonthView) -> None:
    gone = Entry("gone", at(23, 9), 15, "A", look="outline")
    view.show_days(PlainDays([gone]))
    image = view.grab().toImage()
    ratio = image.devicePixelRatio()
    box = view._grid.slot_box(view._grid.index(day(23)), 0)
    inside = QPoint(round((box.right - 10) * ratio), round((box.top + box.height / 2) * ratio))
    assert image.pixelColor(inside) == view._theme.colour("surface")
    edge = image.pixelColor(inside.x(), round(box.top * ratio))
    assert edge != view._theme.colour("surface")


def test_today_moves_at_midnight(qtbot: QtBot, theme: Theme) -> None:
    now = [at(23, 23, 59)]
    made = MonthView(theme, now=lambda: now[0])
    qtbot.addWidget(made)
    made.show_month(day(23), PlainDays())
    made.show()
    assert 0 < made._midnight.remainingTime() <= 62_000
    now[0] = at(24, 0, 1)
    made._midnight.start(0)
    qtbot.waitUntil(lambda: made._painted_today == day(24))
    made.hide()
    assert not made._midnight.isActive()
