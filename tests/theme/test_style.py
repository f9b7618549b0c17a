"""The style sheet is written from the left and mirrored as a whole."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.theme.style import mirrored_sheet
from tests.theme.look import dressed, picture

RTL = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[Theme]:
    qapp.setLayoutDirection(RTL)
    with dressed(qapp) as theme:
        yield theme
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _made(qtbot: QtBot, widget: QWidget) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(160, 60)
    return widget


def test_an_edge_is_drawn_at_the_other_side(qtbot: QtBot, from_the_right: Theme) -> None:
    frame = _made(qtbot, QFrame())
    frame.setProperty("kind", "rail")
    image = picture(frame)
    edge = from_the_right.colour("border").rgb()
    assert image.pixel(0, 30) == edge
    assert image.pixel(image.width() - 1, 30) != edge


def test_what_is_chosen_begins_at_the_right(qtbot: QtBot, from_the_right: Theme) -> None:
    box = QComboBox()
    box.addItem("|")
    image = picture(_made(qtbot, box))
    inked = [
        x
        for x in range(40, image.width() - 4)
        for y in range(image.height() // 2 - 3, image.height() // 2 + 3)
        if image.pixelColor(x, y).lightness() < 128
    ]
    assert min(inked) > image.width() - 24


def test_a_sheet_mirrored_twice_is_the_same(from_the_right: Theme, qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    assert mirrored_sheet(sheet) != sheet
    assert mirrored_sheet(mirrored_sheet(sheet)) == sheet
