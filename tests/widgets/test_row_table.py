"""A table that is read by rows: the whole row answers to the mouse, and cut words are offered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.cell_text import Line, draw_line, is_cut
from infoview_gui.widgets.row_table import RowDelegate, RowTable
from tests.theme.look import dressed

_Index = QModelIndex | QPersistentModelIndex


class Words(RowDelegate):
    """Draws the words of a cell."""

    def draw_cell(self, painter: QPainter, rect: QRect, index: _Index) -> None:
        draw_line(painter, self._theme, rect, Line(str(index.data()), self._theme.font(13)))

    def cut_words(self, index: _Index, rect: QRect) -> str:
        line = Line(str(index.data()), self._theme.font(13))
        return line.text if is_cut(line, rect.width()) else ""


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> RowTable:
    table = RowTable(theme)
    qtbot.addWidget(table)
    model = QStandardItemModel(3, 3, table)
    for row in range(3):
        for column in range(3):
            model.setItem(row, column, QStandardItem("x" if column else "word " * 80))
    table.setModel(model)
    table.setItemDelegate(Words(theme, table))
    table.resize(400, 300)
    with qtbot.waitExposed(table):
        table.show()
    return table


def grounds(table: RowTable, row: int) -> list[QColor]:
    """Return the colour at the right end of every cell of a row."""
    image = table.viewport().grab().toImage()
    rects = [table.visualRect(table.model().index(row, column)) for column in range(3)]
    return [image.pixelColor(rect.right() - 3, rect.top() + 4) for rect in rects]


def point_at(table: RowTable, row: int, column: int) -> QPoint:
    return table.visualRect(table.model().index(row, column)).center()


def test_the_mouse_lights_the_whole_row_and_nothing_else(table: RowTable, theme: Theme) -> None:
    hover, surface = theme.colour("hover"), theme.colour("surface")
    QTest.mouseMove(table.viewport(), point_at(table, 1, 2))
    assert table.hovered_row == 1
    assert grounds(table, 1) == [hover] * 3
    assert grounds(table, 0) == grounds(table, 2) == [surface] * 3
    QTest.mouseMove(table.viewport(), point_at(table, 2, 1))
    assert grounds(table, 1) == [surface] * 3
    assert grounds(table, 2) == [hover] * 3


def test_a_row_is_left_when_the_mouse_leaves(table: RowTable, theme: Theme) -> None:
    QTest.mouseMove(table.viewport(), point_at(table, 1, 1))
    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))
    assert table.hovered_row == -1
    assert grounds(table, 1) == [theme.colour("surface")] * 3


def test_a_chosen_row_stays_chosen_under_the_mouse(table: RowTable, theme: Theme) -> None:
    table.selectRow(1)
    QTest.mouseMove(table.viewport(), point_at(table, 1, 1))
    assert grounds(table, 1) == [theme.colour("selection")] * 3


def test_only_words_that_are_cut_are_offered_whole(table: RowTable) -> None:
    delegate = table.itemDelegate()
    assert isinstance(delegate, Words)
    long, short = table.model().index(0, 0), table.model().index(0, 1)
    assert delegate.cut_words(long, table.visualRect(long)).startswith("word word")
    assert delegate.cut_words(short, table.visualRect(short)) == ""
