from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.chip import Chip
from infoview_gui.widgets.flow_layout import FlowLayout
from tests.theme.look import dressed

# Said by the offscreen platform whenever a window with a least size is shown.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.fixture
def box(theme: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    flow = FlowLayout(made)
    for number in range(8):
        flow.addWidget(Chip(theme, f"chip number {number}"))
    return made


def _tops(box: QWidget) -> list[int]:
    return sorted({child.y() for child in box.findChildren(Chip)})


def test_wide_is_one_line_and_narrow_is_many(box: QWidget) -> None:
    box.resize(2000, 100)
    box.show()
    assert len(_tops(box)) == 1
    box.resize(260, 400)
    qapp_lines = box.heightForWidth(260) // (22 + 6)
    assert len(_tops(box)) > 2
    assert qapp_lines >= len(_tops(box)) - 1


def test_nothing_overlaps_and_nothing_leaves_the_box(box: QWidget) -> None:
    box.resize(300, 400)
    box.show()
    rects = [child.geometry() for child in box.findChildren(Chip)]
    assert all(box.rect().contains(rect) for rect in rects)
    assert not any(a.intersects(b) for a in rects for b in rects if a != b)


def test_the_height_fits_the_lines(box: QWidget) -> None:
    layout = box.layout()
    assert isinstance(layout, FlowLayout)
    assert layout.hasHeightForWidth()
    assert layout.heightForWidth(10_000) == 22
    assert layout.heightForWidth(120) == 8 * 22 + 7 * 6
    assert layout.sizeHint().width() > layout.minimumSize().width()


def test_it_can_be_emptied(box: QWidget) -> None:
    layout = box.layout()
    assert isinstance(layout, FlowLayout)
    layout.clear()
    assert layout.count() == 0
    assert layout.itemAt(0) is None
    assert layout.heightForWidth(100) == 0
