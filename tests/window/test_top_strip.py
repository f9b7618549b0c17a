"""The strip above the panes shares its room: what runs is read whole, the search makes way."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.countdown_strip import CountdownStrip
from infoview_gui.window.top_strip import TopStrip

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def shown(qtbot: QtBot, theme: Theme, width: int) -> tuple[TopStrip, CountdownStrip]:
    running = CountdownStrip(theme)
    strip = TopStrip(theme)
    strip.show_beside_search(running)
    qtbot.addWidget(strip)
    strip.resize(QSize(width, 44))
    with qtbot.waitExposed(strip):
        strip.show()
    return strip, running


@pytest.mark.parametrize("words", ["", "Going on by their choice"])
def test_the_name_of_who_is_talked_with_is_whole(qtbot: QtBot, theme: Theme, words: str) -> None:
    strip, running = shown(qtbot, theme, 1000)
    running.show_state(1, "acc", "31:08", words, "Amara Okafor")

    qtbot.waitUntil(lambda: running.width() == running.sizeHint().width())
    assert strip.search.width() >= 200
    assert running.geometry().left() > strip.search.geometry().right()


def test_with_room_for_all_the_search_is_wide(qtbot: QtBot, theme: Theme) -> None:
    strip, running = shown(qtbot, theme, 1360)
    running.show_state(1, "acc", "31:08", "Going on by their choice", "Amara Okafor")

    qtbot.waitUntil(lambda: running.width() == running.sizeHint().width())
    assert strip.search.width() == 380


def test_when_the_countdown_goes_the_search_has_its_room_again(qtbot: QtBot, theme: Theme) -> None:
    strip, running = shown(qtbot, theme, 1000)
    words = "Begin to close: " + "who else should I talk to? " * 3
    running.show_state(1, "amb", "2:08", words, "Amara")
    qtbot.waitUntil(lambda: strip.search.width() < 380)
    running.hide()
    qtbot.waitUntil(lambda: strip.search.width() == 380)


def test_a_very_long_question_leaves_the_search_usable_and_the_window_free(
    qtbot: QtBot, theme: Theme
) -> None:
    strip, running = shown(qtbot, theme, 1000)
    running.show_state(1, "amb", "2:08", "Begin to close: " + "and what then? " * 20, "Amara")

    qtbot.waitUntil(lambda: strip.search.width() == 200)
    assert strip.minimumSizeHint().width() < 700
    assert running.geometry().right() < strip.width() - 80
