from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.theme.tones import TONES, tone_tokens
from infoview_gui.widgets.chip import Chip, chip_size
from tests.theme.look import dressed, shows

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_chip_shows_its_tone(theme: Theme, qtbot: QtBot, tone: str, scheme: Scheme) -> None:
    chip = Chip(theme, "WWW", tone)
    qtbot.addWidget(chip)
    theme.set_scheme(scheme)
    assert shows(chip, theme.colour(tone_tokens(tone)[1]))
    assert shows(chip, theme.colour(tone_tokens(tone)[0]))


def test_a_chip_is_22_pixels_high_and_wider_with_an_icon(theme: Theme) -> None:
    assert chip_size(theme, "1 term").height() == 22
    assert chip_size(theme, "1 term", "book-a").width() == chip_size(theme, "1 term").width() + 19


def test_a_chip_that_is_too_narrow_has_its_text_in_the_tool_tip(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "Scheduled · today 14:30", "blu")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    assert chip.toolTip() == ""
    chip.resize(60, 22)
    assert chip.toolTip() == "Scheduled · today 14:30"


def test_a_chip_can_say_something_else(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "Known")
    qtbot.addWidget(chip)
    narrow = chip.sizeHint().width()
    chip.show_chip("Scheduled", "blu", "calendar")
    assert (chip.text(), chip.tone) == ("Scheduled", "blu")
    assert chip.sizeHint().width() > narrow
