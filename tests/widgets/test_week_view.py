"""The week view as a person uses it: by mouse, by keys, by ear and by eye."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.voices import Choir
from infoview_gui.widgets.week_heads import DueDay
from infoview_gui.widgets.week_layout import at_minute
from infoview_gui.widgets.week_margins import Band, SecondHours
from infoview_gui.widgets.week_view import Entry, WeekView
from tests.theme.look import dressed

MONDAY = date(2026, 11, 23)
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return at_minute(date(2026, 11, day), hour * 60 + minute)


WEEK = (
    Entry("kenji", at(23, 10), 15, "Kenji Mori", "talked", "grn"),
    Entry("amara", at(23, 14, 30), 30, "Amara Okafor", "Zoom · 09:30 in New York"),
    Entry("anders", at(24, 9), 30, "Anders Berg", "<b>coffee</b>", look="hatched"),
    Entry("dentist", at(25, 13), 90, "Dentist", "from your calendar", "muted", movable=False),
    Entry("gone", at(26, 11), 15, "Júlia Silva", tone="amb", look="outline"),
)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.moment = at(23, 13, 48)

    def __call__(self) -> datetime:
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def theme() -> Theme:
    return Theme(scheme=Scheme.LIGHT)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, clock: Clock) -> WeekView:
    made = WeekView(theme, now=clock)
    qtbot.addWidget(made)
    made.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    made.resize(960, 780)
    made.show_week(MONDAY, 5)
    made.show_entries(WEEK)
    made.scroll_to(time(8))
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def place(view: WeekView, moment: datetime, dx: int = 40, dy: int = 2) -> QPoint:
    """Return the point of the viewport at which a wall time is shown."""
    left, _ = view._grid.column((moment.date() - MONDAY).days)
    y = view._y(view._grid.y_of(moment.hour * 60 + moment.minute))
    return QPoint(round(left) + dx, round(y) + dy)


def move(view: WeekView, to: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    spot = QPointF(to)
    around = view.viewport().mapToGlobal(spot)
    event = QMouseEvent(QEvent.Type.MouseMove, spot, around, LEFT, LEFT, modifiers)
    QApplication.sendEvent(view.viewport(), event)


def drag(view: WeekView, start: QPoint, to: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    move(view, (start + to) / 2, modifiers)
    move(view, to, modifiers)
    QTest.mouseRelease(view.viewport(), LEFT, modifiers, to)


def press(view: WeekView, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(view, key, modifiers)


class Heard:
    """Keeps what a view asks for."""

    def __init__(self, view: WeekView) -> None:
        self.said: list[tuple[object, ...]] = []
        view.create_requested.connect(self.create)
        view.open_requested.connect(self.open)
        view.move_requested.connect(self.move)
        view.resize_requested.connect(self.resize)
        view.delete_requested.connect(self.delete)
        view.week_requested.connect(self.week)

    def create(self, start: datetime, minutes: int) -> None:
        self.said.append(("create", start, minutes))

    def open(self, key: object) -> None:
        self.said.append(("open", key))

    def move(self, key: object, start: datetime) -> None:
        self.said.append(("move", key, start))

    def resize(self, key: object, minutes: int) -> None:
        self.said.append(("resize", key, minutes))

    def delete(self, key: object) -> None:
        self.said.append(("delete", key))

    def week(self, by: int) -> None:
        self.said.append(("week", by))


@pytest.fixture
def heard(view: WeekView) -> Heard:
    return Heard(view)


def test_a_click_chooses_the_slot_and_asks_for_nothing(view: WeekView, heard: Heard) -> None:
    QTest.mouseClick(view.viewport(), LEFT, NONE, place(view, at(24, 11, 20)))
    assert view.cursor_slot() == at(24, 11, 15)
    assert view.chosen_key() is None
    assert heard.said == []


def test_a_double_click_creates_with_the_default_minutes(view: WeekView, heard: Heard) -> None:
    view.set_default_minutes(25)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, place(view, at(26, 9, 30)))
    assert heard.said == [("create", at(26, 9, 30), 25)]


def test_a_drag_over_empty_slots_creates_their_length(view: WeekView, heard: Heard) -> None:
    drag(view, place(view, at(25, 9)), place(view, at(25, 10), dy=-2))
    assert heard.said == [("create", at(25, 9), 60)]


def test_a_drag_upwards_creates_too(view: WeekView, heard: Heard) -> None:
    drag(view, place(view, at(25, 10)), place(view, at(25, 9)))
    assert heard.said == [("create", at(25, 9), 75)]


def test_alt_snaps_to_five_minutes(view: WeekView, heard: Heard) -> None:
    view.set_hour_height(144)
    view.scroll_to(time(8))
    grip = place(view, at(23, 10), dy=4)
    drag(view, grip, grip + QPoint(0, 12), ALT)
    assert heard.said == [("move", "kenji", at(23, 10, 5))]


def test_a_click_chooses_an_entry(qtbot: QtBot, view: WeekView, heard: Heard) -> None:
    with qtbot.waitSignal(view.chosen) as chosen:
        QTest.mouseClick(view.viewport(), LEFT, NONE, place(view, at(23, 14, 30)))
    assert chosen.args == ["amara"]
    QTest.mouseDClick(view.viewport(), LEFT, NONE, place(view, at(23, 14, 30)))
    assert heard.said == [("open", "amara")]


def test_a_drag_moves_an_entry_to_another_day(view: WeekView, heard: Heard) -> None:
    drag(view, place(view, at(23, 14, 30), dy=6), place(view, at(25, 10), dy=6))
    assert heard.said == [("move", "amara", at(25, 10))]


def test_a_drag_at_the_lower_edge_resizes(view: WeekView, heard: Heard) -> None:
    edge = place(view, at(23, 15), dy=-3)
    QTest.mouseMove(view.viewport(), edge)
    view._pointer = QPointF(edge)
    view._show_shape()
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    drag(view, edge, edge + QPoint(0, 36))
    assert heard.said == [("resize", "amara", 60)]


def test_what_is_read_only_does_not_move(view: WeekView, heard: Heard) -> None:
    drag(view, place(view, at(25, 13), dy=20), place(view, at(26, 15)))
    view.choose("dentist")
    press(view, Key.Key_Up, modifiers=CTRL)
    press(view, Key.Key_Up, modifiers=SHIFT)
    assert heard.said == []
    assert view.accessibleDescription() == "This entry cannot be changed"


def test_escape_cancels_a_running_drag(view: WeekView, heard: Heard) -> None:
    start, to = place(view, at(23, 14, 30), dy=6), place(view, at(25, 10))
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    move(view, to)
    assert view._edge_timer.isActive()
    press(view, Key.Key_Escape)
    move(view, to + QPoint(0, 30))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, to)
    assert not view._edge_timer.isActive()
    assert heard.said == []


def test_a_tremble_is_no_drag(view: WeekView, heard: Heard) -> None:
    spot = place(view, at(23, 14, 30), dy=6)
    drag(view, spot, spot + QPoint(2, 1))
    assert heard.said == []


def test_a_drag_to_the_same_place_asks_for_nothing(view: WeekView, heard: Heard) -> None:
    spot = place(view, at(23, 14, 30), dy=6)
    QTest.mousePress(view.viewport(), LEFT, NONE, spot)
    move(view, place(view, at(24, 10)))
    move(view, spot)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, spot)
    assert heard.said == []


def test_the_view_scrolls_while_a_drag_is_held_at_its_edge(qtbot: QtBot, view: WeekView) -> None:
    bar = view.verticalScrollBar()
    before = bar.value()
    QTest.mousePress(view.viewport(), LEFT, NONE, place(view, at(24, 11)))
    move(view, QPoint(300, view.viewport().height() - 2))
    qtbot.waitUntil(lambda: bar.value() > before + 20)
    press(view, Key.Key_Escape)
    assert not view._edge_timer.isActive()


def test_a_drag_whose_entry_vanishes_ends(view: WeekView, heard: Heard) -> None:
    QTest.mousePress(view.viewport(), LEFT, NONE, place(view, at(23, 14, 30), dy=6))
    move(view, place(view, at(24, 10)))
    view.show_entries(WEEK[2:])
    QTest.mouseRelease(view.viewport(), LEFT, NONE, place(view, at(24, 10)))
    assert heard.said == []
    assert view.chosen_key() is None


def test_arrows_move_the_cursor_and_find_entries(view: WeekView, heard: Heard) -> None:
    QTest.mouseClick(view.viewport(), LEFT, NONE, place(view, at(23, 9, 30)))
    press(view, Key.Key_Down, Key.Key_Down)
    assert view.chosen_key() == "kenji"
    press(view, Key.Key_Return)
    press(view, Key.Key_Down)
    assert view.chosen_key() is None
    press(view, Key.Key_Right, Key.Key_Enter, Key.Key_N)
    made = ("create", at(24, 10, 15), 15)
    assert heard.said == [("open", "kenji"), made, made]


def test_the_cursor_stays_in_the_day_and_asks_for_the_next_week(
    view: WeekView, heard: Heard
) -> None:
    QTest.mouseClick(view.viewport(), LEFT, NONE, place(view, at(27, 9)))
    press(view, *[Key.Key_Up] * 60)
    assert view.cursor_slot() == at(27, 0)
    press(view, Key.Key_Right)
    assert view.cursor_slot() == at(27, 0)
    press(view, Key.Key_PageUp, Key.Key_PageDown)
    assert heard.said == [("week", 1), ("week", -1), ("week", 1)]


def test_an_arrow_into_the_next_week_lands_on_its_first_day(view: WeekView) -> None:
    def follow(by: int) -> None:
        view.show_week(view._grid.first_day + timedelta(weeks=by), 5)

    view.week_requested.connect(follow)
    QTest.mouseClick(view.viewport(), LEFT, NONE, place(view, at(27, 9)))
    press(view, Key.Key_Right)
    assert view.cursor_slot() == at(30, 9)
    press(view, Key.Key_Left)
    assert view.cursor_slot() == at(27, 9)


def test_keys_jump_from_entry_to_entry(view: WeekView) -> None:
    view.choose("kenji")
    press(view, Key.Key_J)
    assert view.chosen_key() == "amara"
    press(view, Key.Key_Right, modifiers=SHIFT)
    assert view.chosen_key() == "anders"
    press(view, Key.Key_K, Key.Key_Home)
    assert view.chosen_key() == "kenji"
    press(view, Key.Key_End)
    assert view.chosen_key() == "amara"


def test_ctrl_arrows_move_and_shift_arrows_resize(view: WeekView, heard: Heard) -> None:
    view.choose("amara")
    press(view, Key.Key_Up, Key.Key_Right, modifiers=CTRL)
    press(view, Key.Key_Down, Key.Key_Up, modifiers=SHIFT)
    press(view, Key.Key_Delete)
    assert heard.said == [
        ("move", "amara", at(23, 14, 15)),
        ("move", "amara", at(24, 14, 30)),
        ("resize", "amara", 35),
        ("resize", "amara", 25),
        ("delete", "amara"),
    ]


def test_nothing_chosen_is_neither_moved_nor_deleted(view: WeekView, heard: Heard) -> None:
    view.choose(None)
    press(view, Key.Key_Delete)
    press(view, Key.Key_Up, modifiers=CTRL)
    assert heard.said == []


def test_the_choice_and_the_cursor_follow_a_moved_entry(view: WeekView) -> None:
    view.choose("amara")
    view.show_entries((*WEEK[2:], Entry("amara", at(24, 11), 15, "Amara Okafor")))
    assert view.chosen_key() == "amara"
    assert view.cursor_slot() == at(24, 11)


def test_our_keys_come_before_the_shortcuts_of_the_window(view: WeekView) -> None:
    def claimed(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    assert claimed(Key.Key_Delete)
    assert claimed(Key.Key_Left, CTRL)
    assert not claimed(Key.Key_Z, CTRL)
    assert not claimed(Key.Key_Escape)


def test_tab_goes_on_to_the_next_widget(qtbot: QtBot, theme: Theme, clock: Clock) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = (WeekView(theme, now=clock, parent=window) for _ in range(2))
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Key.Key_Tab)
    assert second.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_Menu, Key.Key_F10])
def test_the_menu_key_names_the_chosen_entry(qtbot: QtBot, view: WeekView, key: Qt.Key) -> None:
    view.choose("amara")
    with qtbot.waitSignal(view.menu_requested) as asked:
        press(view, key, modifiers=SHIFT if key == Key.Key_F10 else NONE)
    assert asked.args is not None
    assert asked.args[0] == "amara"
    assert view.rect().contains(view.mapFromGlobal(asked.args[1]))


def test_the_right_button_chooses_what_is_under_it(qtbot: QtBot, view: WeekView) -> None:
    for moment, key in ((at(24, 9), "anders"), (at(24, 15), None)):
        spot = place(view, moment)
        where = view.viewport().mapToGlobal(spot)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, where)
        with qtbot.waitSignal(view.menu_requested) as asked:
            QApplication.sendEvent(view.viewport(), event)
        assert asked.args == [key, where]
    assert view.cursor_slot() == at(24, 15)


def test_zoom_keeps_within_its_bounds_and_its_place(qtbot: QtBot, view: WeekView) -> None:
    spot = QPointF(place(view, at(24, 12)))
    nothing = QPoint()
    turn = QWheelEvent(
        spot, view.viewport().mapToGlobal(spot), nothing, QPoint(0, 120),
        Qt.MouseButton.NoButton, CTRL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.hour_height_changed):
        QApplication.sendEvent(view.viewport(), turn)
    assert view.hour_height() == 83
    assert abs(place(view, at(24, 12)).y() - spot.y()) <= 1
    press(view, *[Key.Key_Plus] * 12, modifiers=CTRL)
    assert view.hour_height() == 160
    press(view, *[Key.Key_Minus] * 20, modifiers=CTRL)
    assert view.hour_height() == 24
    press(view, Key.Key_0, modifiers=CTRL)
    assert view.hour_height() == 72


def test_the_tool_tip_tells_all_as_plain_text(view: WeekView) -> None:
    assert view.tip_at(place(view, at(23, 14, 30))).split("\n") == [
        "14:30–15:00",
        "Amara Okafor",
        "Zoom · 09:30 in New York",
    ]
    assert "&lt;b&gt;coffee&lt;/b&gt;" in view.tip_at(place(view, at(24, 9)))
    assert view.tip_at(place(view, at(24, 11))) == ""


def test_the_chosen_entry_is_said(view: WeekView) -> None:
    view.choose("anders")
    assert view.accessibleName() == "Week"
    said = view.accessibleDescription()
    assert said == "Anders Berg, <b>coffee</b>, Tuesday 24 November, 09:00–09:30, proposed"
    press(view, Key.Key_Up)
    assert view.accessibleDescription() == "Tuesday 24 November, 08:45, nothing planned"


def test_a_chosen_entry_that_comes_back_at_another_time_is_said_anew(view: WeekView) -> None:
    view.choose("kenji")
    view.show_entries([replace(WEEK[0], start=at(23, 10, 15)), *WEEK[1:]])
    said = view.accessibleDescription()
    assert said == "Kenji Mori, talked, Monday 23 November, 10:15–10:30"


def test_the_button_of_an_entry_lies_where_the_entry_is_painted(
    qapp: QApplication, qtbot: QtBot, clock: Clock
) -> None:
    QAccessible.setActive(True)
    try:
        with dressed(qapp) as theme:
            view = WeekView(theme, now=clock)
            qtbot.addWidget(view)
            view.resize(960, 780)
            view.show_week(MONDAY, 5, entries=WEEK)
            view.show()
            qtbot.waitExposed(view)
            heights = {key: voice.height() for key, voice in view._choir.voices.items()}
            quarter = view.hour_height() / 4
            assert abs(heights["kenji"] - quarter) <= 2
            assert abs(heights["amara"] - 2 * quarter) <= 2
    finally:
        QAccessible.setActive(False)


def test_a_screen_reader_finds_and_presses_each_entry(qtbot: QtBot, view: WeekView) -> None:
    QAccessible.setActive(True)
    try:
        view.show_entries(WEEK)
        buttons = list(view._choir.voices.values())
        assert len(buttons) == len(WEEK)
        names = [button.accessibleName() for button in buttons]
        assert names[1] == "Amara Okafor, Monday 23 November, 14:30"
        role = QAccessible.queryAccessibleInterface(buttons[1]).role()
        assert role == QAccessible.Role.Button
        with qtbot.waitSignal(view.open_requested) as opened:
            buttons[1].click()
        assert opened.args == ["amara"]
        assert view.chosen_key() == "amara"
        view.show_entries(WEEK[:1])
        assert list(view._choir.voices) == ["kenji"]
    finally:
        QAccessible.setActive(False)


def test_the_now_line_moves_with_the_minute(qtbot: QtBot, view: WeekView, clock: Clock) -> None:
    def red_at(moment: datetime) -> bool:
        image = view.viewport().grab().toImage()
        spot = place(view, moment, dx=60, dy=0)
        ratio = image.devicePixelRatio()
        pixel = image.pixelColor(round(spot.x() * ratio), round(spot.y() * ratio))
        return pixel == view._theme.colour("red")

    assert red_at(at(23, 13, 48))
    left = view._minute_timer.remainingTime()
    assert 0 < left <= 60_020
    clock.moment = at(23, 16, 0)
    view._minute_timer.start(0)
    qtbot.waitUntil(lambda: red_at(at(23, 16)))
    assert not red_at(at(23, 13, 48))
    view.hide()
    assert not view._minute_timer.isActive()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("count", [0, 5, 350])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_every_week_can_be_painted(
    qtbot: QtBot, clock: Clock, scheme: Scheme, count: int, direction: Qt.LayoutDirection
) -> None:
    theme = Theme(scheme=scheme)
    view = WeekView(theme, now=clock)
    qtbot.addWidget(view)
    view.setLayoutDirection(direction)
    looks, tones = ("solid", "hatched", "outline"), ("acc", "grn", "vio", "blu", "amb", "muted")
    view.show_entries(
        [
            Entry(i, at(23 + i % 7, 8) + timedelta(minutes=i * 7 % 600), i % 70, f"Name {i} …",
                  "detail" * (i % 4), tones[i % 6], looks[i % 3])
            for i in range(count)
        ]
    )  # fmt: skip
    view.show_week(MONDAY, 7)
    view.resize(700, 500)
    image: QImage = view.grab().toImage()
    surface = theme.colour("surface")
    assert image.pixelColor(image.width() // 2 + 3, 3) == surface
    view.set_hour_height(24)
    assert view.grab().toImage() != image


def test_twelve_hours_and_long_names_from_the_locale(view: WeekView) -> None:
    view.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    view.choose("amara")
    assert "2:30" in view.accessibleDescription()
    assert "PM" in view.accessibleDescription()
    assert view._ink.hour(14) == "2 PM"


def test_words_are_cut_with_an_ellipsis(view: WeekView) -> None:
    view.show_entries([Entry(1, at(23, 9), 15, "A very long name that fits nowhere", "x" * 80)])
    view.viewport().grab()
    (card,) = view._ink.cards.values()
    shown = [text for _, text, *_ in card.words]
    assert shown[0].startswith("09:00 A very")
    assert shown[0].endswith("…")
    assert all(at.x() + width <= card.box.right() for at, _, _, width in card.words)


def test_other_colours_are_painted_at_once(qtbot: QtBot, view: WeekView, theme: Theme) -> None:
    light = view.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    assert view.grab().toImage() != light


def _words_in_card(view: WeekView, moment: datetime) -> int:
    """How many parts stand apart in the line of an entry."""
    corner = place(view, moment, dx=0, dy=4)
    _, width = view._grid.column((moment.date() - MONDAY).days)
    image = view.viewport().grab(QRect(corner, QSize(round(width) - 8, 9))).toImage()
    pixels = [[image.pixel(x, y) for y in range(image.height())] for x in range(image.width())]
    ground = Counter(pixel for column in pixels for pixel in column).most_common(1)[0][0]
    columns = [any(pixel != ground for pixel in column) for column in pixels]
    gaps = "".join("x" if inked else " " for inked in columns).split("   ")
    return len([part for part in gaps if part.strip()])


def test_what_stands_behind_a_name_stands_apart_in_both_directions(view: WeekView) -> None:
    before = _words_in_card(view, at(23, 10))
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.show_entries(WEEK)
    assert _words_in_card(view, at(23, 10)) == before


WHOLE = (
    *WEEK,
    Entry("fair", at(24, 0), 3 * 1440, "Trade fair", "from Work", "muted", movable=False,
          kind="foreign", all_day=True),
    *(Entry(f"w{n}", at(25, 0), 1440, f"Whole {n}", all_day=True) for n in range(5)),
)  # fmt: skip


def test_whole_days_lie_above_the_hours(view: WeekView, heard: Heard) -> None:
    before = view._head
    view.show_entries(WHOLE)
    assert view._head > before
    assert {piece.entry.key for piece in view._pieces} == {entry.key for entry in WEEK}
    (box,) = view._whole.boxes_of("fair")
    left, _ = view._grid.column(1)
    right = sum(view._grid.column(3))
    assert left <= box.left < box.right <= right
    assert before <= box.top < box.bottom <= view._head
    assert view._whole.hidden(2) == 2  # six on Wednesday, room for four
    spot = QPoint(round(box.left) + 30, round(box.top) + 5)
    QTest.mouseClick(view.viewport(), LEFT, NONE, spot)
    assert view.chosen_key() == "fair"
    assert view.accessibleDescription().endswith("Tuesday 24 November, all day")
    assert "all day" in view.tip_at(spot)
    QTest.mouseDClick(view.viewport(), LEFT, NONE, spot)
    assert heard.said == [("open", "fair")]


def test_the_slot_cursor_passes_whole_days_by_but_the_entries_do_not(view: WeekView) -> None:
    view.show_entries(WHOLE)
    view.choose("anders")
    press(view, Key.Key_Up)
    assert view.chosen_key() is None
    view.choose("amara")
    press(view, Key.Key_J)
    assert view.chosen_key() == "fair"


def test_a_time_on_the_hours_is_found_below_the_strip(view: WeekView, heard: Heard) -> None:
    view.show_entries(WHOLE)
    spot = place(view, at(26, 12))
    assert spot.y() > view._head
    QTest.mouseDClick(view.viewport(), LEFT, NONE, spot)
    assert heard.said == [("create", at(26, 12), 15)]


def test_a_screen_reader_finds_whole_days(view: WeekView) -> None:
    QAccessible.setActive(True)
    try:
        view.show_entries(WHOLE)
        names = [button.accessibleName() for button in view._choir.voices.values()]
        assert names[0] == "Trade fair, Tuesday 24 November"
        assert len(names) == len(WHOLE)
    finally:
        QAccessible.setActive(False)


def test_a_drag_onto_a_skipped_hour_says_so_while_it_lasts(view: WeekView) -> None:
    view.show_bands([Band(date(2026, 11, 24), 600, 660, "skipped", skipped=True)])
    band = view.band_at(at(24, 10, 30))
    assert band is not None
    assert band.words == "skipped"
    assert view.band_at(at(24, 11)) is None
    assert view.band_at(at(25, 10, 30)) is None
    view.grab()


def test_a_second_column_of_hours_makes_room_for_itself(view: WeekView) -> None:
    left = view._grid.left
    view.show_second_hours(SecondHours("Kolkata", tuple(f"{n}:30" for n in range(24))))
    assert view._grid.left == 2 * left
    view.grab()
    view.show_second_hours(None)
    assert view._grid.left == left


def test_alt_up_and_down_scroll_and_leave_the_cursor(view: WeekView) -> None:
    bar, cursor = view.verticalScrollBar(), view.cursor_slot()
    before = bar.value()
    press(view, Key.Key_Down, modifiers=ALT)
    assert bar.value() == before + view.hour_height()
    press(view, Key.Key_Up, modifiers=ALT)
    assert (bar.value(), view.cursor_slot()) == (before, cursor)


DUE = DueDay(date(2026, 11, 24), "4 due", "Thank Kenji · Thank Ana · Tell Ben · Call <b>Eve</b>")


def head(view: WeekView, day: int, y: int) -> QPoint:
    """The middle of a day's head, ``y`` below its top."""
    left, width = view._grid.column(day)
    return QPoint(round(left + width / 2), y)


@pytest.fixture
def asked(view: WeekView) -> list[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    view.day_requested.connect(lambda day: found.append(("day", day)))
    view.agenda_requested.connect(lambda day: found.append(("agenda", day)))
    return found


def test_what_is_due_stands_below_the_name_of_its_day(view: WeekView) -> None:
    def lower(day: int) -> QImage:
        left, width = (round(one) for one in view._grid.column(day))
        return view.viewport().grab(QRect(left + 1, 27, width - 2, 15)).toImage()

    before = lower(1), lower(2)
    view.show_due([DUE])

    assert lower(1) != before[0]
    assert lower(2) == before[1]
    assert "Tell Ben" in view.tip_at(head(view, 1, 33))
    assert "&lt;b&gt;Eve" in view.tip_at(head(view, 1, 10))
    assert view.tip_at(head(view, 2, 33)) == ""

    view.show_due([])
    assert (lower(1), lower(2)) == before


def test_a_press_on_what_is_due_lists_it_and_one_on_the_day_shows_the_day(
    view: WeekView, heard: Heard, asked: list[tuple[str, object]]
) -> None:
    view.show_due([DUE])
    QTest.mouseClick(view.viewport(), LEFT, NONE, head(view, 1, 34))
    QTest.mouseClick(view.viewport(), LEFT, NONE, head(view, 2, 10))
    assert asked == [("agenda", DUE.day), ("day", date(2026, 11, 25))]

    view.show_week(DUE.day, 1)
    QTest.mouseClick(view.viewport(), LEFT, NONE, head(view, 0, 10))
    assert len(asked) == 2


def test_the_space_bar_shows_the_day_and_then_what_is_due_on_it(
    view: WeekView, asked: list[tuple[str, object]]
) -> None:
    view.show_due([DUE])
    press(view, Key.Key_Home, Key.Key_Right, Key.Key_Space)
    view.show_week(DUE.day, 1)
    press(view, Key.Key_Space)
    assert asked == [("day", DUE.day), ("agenda", DUE.day)]

    view.show_due([])
    press(view, Key.Key_Space)
    assert len(asked) == 2


def test_what_is_due_is_said_where_the_cursor_comes_to_its_day(view: WeekView) -> None:
    view.show_due([DUE])
    press(view, Key.Key_Right)
    assert view.accessibleDescription().endswith(f"Due: {DUE.sentence}")
    press(view, Key.Key_Down)
    assert "Due" not in view.accessibleDescription()
    press(view, Key.Key_Right)
    assert "Due" not in view.accessibleDescription()


def test_a_screen_reader_finds_and_presses_what_is_due(
    qtbot: QtBot, view: WeekView, asked: list[tuple[str, object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Choir, "is_heard", staticmethod(lambda: True))
    view.show_due([DUE])
    voice = view._choir.voices[DUE]

    assert voice.accessibleName() == "4 due, Tuesday 24 November"
    assert DUE.sentence in voice.accessibleDescription()
    place = voice.mapTo(view.viewport(), voice.rect().center())
    assert place.y() == pytest.approx(34, abs=2)
    voice.click()
    assert asked == [("agenda", DUE.day)]


@pytest.mark.parametrize("mirrored", [False, True])
def test_both_columns_of_hours_are_headed_and_the_names_can_be_read_in_full(
    view: WeekView, mirrored: bool
) -> None:
    sides = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    view.setLayoutDirection(sides[mirrored])
    labels = tuple(f"{n}:30 PM" for n in range(24))
    view.show_second_hours(SecondHours("Argentina Buenos Aires", labels, "Lisbon"))
    gutter = round(view.viewport().width() - view._grid.width)
    edge = view.viewport().width() - 1 if mirrored else 0
    inward = -1 if mirrored else 1

    def name(share: float) -> tuple[str, bool]:
        at = QPoint(round(edge + inward * share * gutter), 18)
        box = QRect(at.x() - gutter // 4 + 2, 2, gutter // 2 - 4, 38)
        image = view.viewport().grab(box).toImage()
        ground = image.pixel(0, 0)
        drawn = any(image.pixel(x, y) != ground
                    for x in range(image.width()) for y in range(image.height()))  # fmt: skip
        return view.tip_at(at), drawn

    assert name(0.25) == ("Argentina Buenos Aires", True)
    assert name(0.75) == ("Lisbon", True)


def test_the_time_of_the_other_person_is_told_while_an_entry_is_dragged(view: WeekView) -> None:
    view.tell_their_time(lambda key, start: f"{start.hour - 5:02}:{start.minute:02} for {key}")
    assert view.their_time() == ""

    QTest.mousePress(view.viewport(), LEFT, NONE, place(view, at(23, 14, 30)))
    move(view, place(view, at(24, 16)))
    below = view.viewport().grab().toImage()

    assert view.their_time() == "11:00 for amara"
    view.tell_their_time(lambda _key, _start: "")
    view._told_time = (None, "")
    assert view.viewport().grab().toImage() != below
    QTest.mouseRelease(view.viewport(), LEFT, NONE, place(view, at(24, 16)))
    assert view.their_time() == ""


def test_the_ring_of_a_slot_does_not_cut_through_the_card_that_lies_in_it(view: WeekView) -> None:
    view.setFocus()
    view.choose(None)
    view._cursor = at(24, 9)
    left, width = view._grid.column(1)
    top = round(view._y(view._grid.y_of(540)))
    inside = QRect(round(left) + 20, top + 8, round(width) - 40, 16)
    ringed = view.viewport().grab(inside).toImage()
    view._cursor = at(26, 9)
    assert view.viewport().grab(inside).toImage() == ringed
