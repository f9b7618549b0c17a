from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.rail import FOLDED_WIDTH, WIDTH, Rail, RailButton
from tests.theme.look import dressed, shows

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.fixture
def rail(theme: Theme, qtbot: QtBot) -> Rail:
    made = Rail(theme)
    qtbot.addWidget(made)
    for key, icon, text in (
        ("today", "sun", "Today"),
        ("people", "users", "People"),
        ("calendar", "calendar", "Calendar"),
    ):
        made.add(key, icon, text)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def _button(rail: Rail, name: str) -> RailButton:
    return next(b for b in rail.findChildren(RailButton) if b.accessibleName() == name)


def test_the_first_row_is_chosen_at_first(rail: Rail) -> None:
    assert rail.key == "today"


def test_a_click_chooses_and_tells_once(rail: Rail, qtbot: QtBot) -> None:
    heard: list[object] = []
    rail.chosen.connect(heard.append)
    qtbot.mouseClick(_button(rail, "People"), Qt.MouseButton.LeftButton)
    assert heard == ["people"]
    assert rail.key == "people"
    assert not _button(rail, "Today").isChecked()


def test_up_and_down_choose(rail: Rail, qtbot: QtBot) -> None:
    heard: list[object] = []
    rail.chosen.connect(heard.append)
    _button(rail, "Today").setFocus()
    qtbot.keyClick(_button(rail, "Today"), Qt.Key.Key_Down)
    qtbot.keyClick(_button(rail, "People"), Qt.Key.Key_Down)
    qtbot.keyClick(_button(rail, "Calendar"), Qt.Key.Key_Up)
    assert heard == ["people", "calendar", "people"]


def test_choosing_for_the_user_is_silent(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.chosen):
        rail.choose("calendar")
    assert rail.key == "calendar"
    with pytest.raises(KeyError):
        rail.choose("letters")


def test_what_is_due_is_said_and_drawn(rail: Rail) -> None:
    button = _button(rail, "Calendar")
    before = button.grab().toImage()
    rail.set_count("calendar", 3)
    assert button.accessibleDescription() == "3 due"
    assert button.accessibleName() == "Calendar"
    assert button.grab().toImage() != before
    rail.set_count("calendar", 0)
    assert button.accessibleDescription() == ""


def test_a_folded_rail_shows_icons_and_tells_the_words(rail: Rail) -> None:
    rail.set_count("people", 2)
    assert rail.width() == WIDTH
    rail.set_folded(True)
    assert rail.folded
    assert rail.maximumWidth() == FOLDED_WIDTH
    assert _button(rail, "People").toolTip() == "People (2 due)"
    assert not rail.grab().isNull()
    rail.set_folded(False)
    assert _button(rail, "People").toolTip() == ""


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_chosen_row_is_drawn_in_the_accent(theme: Theme, rail: Rail, scheme: Scheme) -> None:
    theme.set_scheme(scheme)
    assert shows(_button(rail, "Today"), theme.colour("accent-soft"))
    assert not shows(_button(rail, "People"), theme.colour("accent-soft"))


def test_a_command_stands_at_the_bottom_and_is_pressed_not_chosen(
    rail: Rail, qtbot: QtBot, theme: Theme
) -> None:
    settings = rail.add_command("settings", "Settings")
    rail.add("letters", "mail", "Letters")
    rail.resize(rail.width(), 500)
    rail.set_folded(True)
    assert settings.toolTip() == "Settings"
    rail.set_folded(False)
    qtbot.waitUntil(lambda: _button(rail, "Letters").y() < 200 < settings.y())

    with qtbot.assertNotEmitted(rail.chosen), qtbot.waitSignal(settings.clicked):
        qtbot.mouseClick(settings, Qt.MouseButton.LeftButton)
    assert rail.key == "today"
    assert not settings.isChecked()
