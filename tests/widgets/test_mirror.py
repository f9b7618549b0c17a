"""What is painted by hand stands at the other side when the program runs from right to left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.check_row import CheckRow
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.hint import Hint
from infoview_gui.widgets.labels import label
from infoview_gui.widgets.mirror import mirrored, mirrored_corner, mirrored_margins
from infoview_gui.widgets.rail import Rail
from infoview_gui.widgets.ring import Ring
from tests.theme.look import dressed, picture

RTL = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as theme:
        yield theme


@pytest.fixture
def from_the_right(qapp: QApplication) -> Iterator[None]:
    """The whole program, not only one part of it."""
    qapp.setLayoutDirection(RTL)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


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


def test_margins_change_sides(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert mirrored_margins(widget, 1, 2, 3, 4) == QMargins(1, 2, 3, 4)
    widget.setLayoutDirection(RTL)
    assert mirrored_margins(widget, 1, 2, 3, 4) == QMargins(3, 2, 1, 4)


def test_a_name_in_other_letters_stands_where_reading_begins(
    qtbot: QtBot, theme: Theme, from_the_right: None
) -> None:
    made = label("Ben Ito")
    qtbot.addWidget(made)
    made.resize(200, 20)
    assert _middle_of_ink(picture(made)) > 0.8


@pytest.mark.parametrize("over", ["+1:24", "2:39"])
def test_a_clock_reads_the_same_in_every_direction(qtbot: QtBot, theme: Theme, over: str) -> None:
    ring = Ring(theme)
    qtbot.addWidget(ring)
    ring.show_state(0.5, "red", over, "over 15")
    before = picture(ring)
    ring.setLayoutDirection(RTL)
    assert picture(ring) == before


def test_a_key_reads_the_same_in_every_direction(qtbot: QtBot, theme: Theme) -> None:
    cap = Hint(theme, "Ctrl+,")
    qtbot.addWidget(cap)
    cap.resize(cap.sizeHint())
    before = picture(cap)
    cap.setLayoutDirection(RTL)
    assert picture(cap) == before


def _before_the_box(row: CheckRow) -> int:
    """How far the check box is from where reading begins."""
    row.resize(300, 40)
    row.show()
    box = row.check.geometry()
    mirrored_too = row.layoutDirection() is RTL
    return row.width() - box.right() - 1 if mirrored_too else box.x()


def test_a_row_keeps_its_margins_at_the_other_side(
    qtbot: QtBot, theme: Theme, qapp: QApplication, request: pytest.FixtureRequest
) -> None:
    usual = CheckRow(theme)
    qtbot.addWidget(usual)
    before = _before_the_box(usual)
    request.getfixturevalue("from_the_right")
    other = CheckRow(theme)
    qtbot.addWidget(other)
    assert _before_the_box(other) == before
