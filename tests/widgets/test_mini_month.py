"""The small month: days, marks, keys and the locale's week."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.mini_month import MiniMonth

TODAY = date(2026, 11, 23)
Key = Qt.Key
BRITISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
AMERICAN = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def today() -> date:
    return TODAY


@pytest.fixture
def theme() -> Theme:
    return Theme(scheme=Scheme.LIGHT)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def month(qtbot: QtBot, theme: Theme, window: QWidget) -> MiniMonth:
    made = MiniMonth(theme, today=today, parent=window)
    made.setLocale(BRITISH)
    made.resize(224, 280)
    window.show()
    qtbot.waitExposed(window)
    made.setFocus()
    return made


def colours(month: MiniMonth, day: date) -> set[str]:
    """Return the colours in the cell of a day."""
    cell = month._days._cell((day - month.days_shown()[0]).days).toRect()
    image = month._days.grab(cell).toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_its_name_is_not_that_of_the_large_month(month: MiniMonth) -> None:
    assert month.accessibleName() == "Small month"


def test_the_week_begins_as_the_locale_says(month: MiniMonth) -> None:
    assert month.days_shown() == (date(2026, 10, 26), date(2026, 12, 6))
    month.setLocale(AMERICAN)
    assert month.days_shown()[0] == date(2026, 11, 1)


def test_the_title_names_the_month(month: MiniMonth) -> None:
    (title,) = month.findChildren(QLabel)
    assert title.text() == "November 2026"
    month.show_day(date(2027, 1, 5))
    assert title.text() == "January 2027"


def test_buttons_turn_over_the_months(qtbot: QtBot, month: MiniMonth) -> None:
    buttons = {b.accessibleName(): b for b in month.findChildren(QToolButton)}
    with qtbot.waitSignal(month.month_shown) as shown:
        buttons["Next month"].click()
    assert shown.args == [date(2026, 12, 1)]
    buttons["Previous month"].click()
    buttons["Previous month"].click()
    assert month.month() == date(2026, 10, 1)


def test_the_last_day_of_a_shorter_month_is_taken(month: MiniMonth) -> None:
    month.show_day(date(2027, 1, 31))
    month.show_next()
    assert month._days.day == date(2027, 2, 28)


def test_a_click_chooses_the_day_even_of_another_month(qtbot: QtBot, month: MiniMonth) -> None:
    for day in (date(2026, 11, 11), date(2026, 12, 3)):
        cell = month._days._cell((day - month.days_shown()[0]).days)
        with qtbot.waitSignal(month.day_chosen) as chosen:
            QTest.mouseClick(
                month._days,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                cell.center().toPoint(),
            )
        assert chosen.args == [day]
    assert month.month() == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ([Key.Key_Right, Key.Key_Down], date(2026, 12, 1)),
        ([Key.Key_Up, Key.Key_Left], date(2026, 11, 15)),
        ([Key.Key_End], date(2026, 11, 29)),
        ([Key.Key_Right, Key.Key_Home], TODAY),
        ([Key.Key_PageUp], date(2026, 10, 23)),
        ([Key.Key_PageDown], date(2026, 12, 23)),
    ],
)
def test_keys_move_the_cursor_and_enter_chooses(
    qtbot: QtBot, month: MiniMonth, keys: list[Qt.Key], day: date
) -> None:
    for key in keys:
        QTest.keyClick(month._days, key)
    with qtbot.waitSignal(month.day_chosen) as chosen:
        QTest.keyClick(month._days, Key.Key_Return)
    assert chosen.args == [day]


def test_arrows_follow_the_eye_from_right_to_left(month: MiniMonth) -> None:
    month.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(month._days, Key.Key_Left)
    assert month._days.day == date(2026, 11, 24)
    assert month._days._cell(0).x() > month._days._cell(1).x()


def test_marks_lie_under_their_days_only(month: MiniMonth, theme: Theme) -> None:
    marked, plain = date(2026, 11, 11), date(2026, 11, 12)
    month.show_marks({marked})
    accent = theme.colour("accent").name()
    assert accent in colours(month, marked)
    assert accent not in colours(month, plain)
    month.show_marks(set())
    assert accent not in colours(month, marked)


def test_today_is_filled_and_the_span_underlaid(month: MiniMonth, theme: Theme) -> None:
    assert theme.colour("accent").name() in colours(month, TODAY)
    month.show_span(TODAY, 5)
    soft = theme.colour("accent-soft").name()
    assert soft in colours(month, date(2026, 11, 27))
    assert soft not in colours(month, date(2026, 11, 28))


def test_the_cursor_is_said(month: MiniMonth) -> None:
    month.show_marks({TODAY})
    month.show_day(TODAY)
    assert month._days.accessibleDescription() == "Monday 23 November 2026, today, marked"


def test_it_is_painted_in_both_themes(month: MiniMonth, theme: Theme) -> None:
    light = month.grab().toImage()
    theme.set_scheme(Scheme.DARK)
    assert month.grab().toImage() != light
