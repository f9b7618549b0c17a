"""What is painted by hand stands at the other side when the program runs from right to left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.mirror import mirrored, mirrored_corner
from infoview_gui.widgets.rail import Rail
from tests.theme.look import dressed, picture

RTL = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


def _middle_of_ink(image: QImage) -> float:
    """Where, from 0 to 1, the pixels lie that are unlike the ground."""
    middle, ground = image.height() // 2, image.pixel(image.width() // 2, 1)
    rows = range(middle - 6, middle + 7)
    inked = [x for x in range(image.width()) for y in rows if image.pixel(x, y) != ground]
    return sum(inked) / len(inked) / image.width()


def test_a_place_is_counted_from_where_reading_begins(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(100, 20)
    assert mirrored(widget, QRect(5, 0, 10, 20)) == QRect(5, 0, 10, 20)
    widget.setLayoutDirection(RTL)
    assert mirrored(widget, QRect(5, 0, 10, 20)) == QRect(85, 0, 10, 20)
    assert mirrored_corner(widget, QPoint(5, 2), 10) == QPoint(85, 2)


def test_the_rail_and_a_chip_are_mirrored(qtbot: QtBot, theme: Theme) -> None:
    rail = Rail(theme)
    qtbot.addWidget(rail)
    button = rail.add("today", "sun", "Today")
    button.setChecked(False)
    rail.add("people", "users", "People").setChecked(True)
    rail.resize(176, 300)
    before = _middle_of_ink(picture(button))
    rail.setLayoutDirection(RTL)
    assert before < 0.4
    assert _middle_of_ink(picture(button)) > 0.6

    chip = Chip(theme, "", icon="clock")
    qtbot.addWidget(chip)
    chip.resize(120, 22)
    before = _middle_of_ink(picture(chip))
    chip.setLayoutDirection(RTL)
    assert abs(before + _middle_of_ink(picture(chip)) - 1) < 0.05
