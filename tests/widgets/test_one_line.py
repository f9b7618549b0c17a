"""Widgets in one line: nothing is cut where there is room, then the first gives way."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.widgets.one_line import OneLine


class Box(QWidget):
    def __init__(self, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._width = width

    def sizeHint(self) -> QSize:
        return QSize(self._width, 20)


def widths(qtbot: QtBot, room: int, *wanted: int, hidden: int | None = None) -> list[int]:
    whole = QWidget()
    qtbot.addWidget(whole)
    line = OneLine(gap=2)
    whole.setLayout(line)
    boxes = [Box(width, whole) for width in wanted]
    for box in boxes:
        line.addWidget(box)
    if hidden is not None:
        boxes[hidden].hide()
    whole.resize(room, 20)
    whole.show()
    return [box.width() for number, box in enumerate(boxes) if number != hidden]


def test_with_room_each_has_what_it_wants(qtbot: QtBot) -> None:
    assert widths(qtbot, 300, 100, 4, 60) == [100, 4, 60]


def test_the_first_gives_way(qtbot: QtBot) -> None:
    assert widths(qtbot, 168, 300, 4, 60) == [100, 4, 60]


def test_two_long_ones_share(qtbot: QtBot) -> None:
    assert widths(qtbot, 204, 300, 4, 300) == [100, 4, 96]


def test_a_short_first_leaves_its_room_to_the_last(qtbot: QtBot) -> None:
    assert widths(qtbot, 204, 30, 4, 300) == [30, 4, 166]


def test_one_alone_is_cut_to_the_room(qtbot: QtBot) -> None:
    assert widths(qtbot, 80, 300, 60, hidden=1) == [80]


@pytest.mark.parametrize("room", [10, 60])
def test_too_narrow_does_no_harm(qtbot: QtBot, room: int) -> None:
    assert min(widths(qtbot, room, 300, 4, 300)) >= 0


def test_from_right_to_left_the_first_is_at_the_right(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    line = OneLine()
    whole.setLayout(line)
    first, last = Box(50, whole), Box(40, whole)
    line.addWidget(last)
    line.put_first(first)
    whole.resize(200, 20)
    whole.show()
    assert (first.geometry().right(), last.geometry().right()) == (199, 147)
