"""Rows that are kept by key: the keyboard stays on a row while the others change."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.widgets.row_list import ListRow, RowList


class Row(ListRow):
    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.button = QPushButton(key, self)
        QHBoxLayout(self).addWidget(self.button)
        self.set_stop(self.button)


class Rows(RowList[str, Row]):
    def _made(self, key: str) -> Row:
        return Row(key, self)


@pytest.fixture
def rows(qtbot: QtBot) -> Rows:
    made = Rows()
    qtbot.addWidget(made)
    made.keep_rows("abc")
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def keys(rows: Rows) -> str:
    return "".join(row.key for row in rows.in_order())


def test_rows_stay_what_they_are_while_others_come_and_go(rows: Rows) -> None:
    kept = rows.rows["b"]
    kept.button.setFocus()
    assert rows.keep_rows("dbe")
    assert keys(rows) == "dbe"
    assert rows.rows["b"] is kept
    assert kept.button.hasFocus()
    assert rows.current is kept
    assert not rows.keep_rows("ebd")
    assert keys(rows) == "ebd"


def test_the_arrows_go_from_row_to_row_and_stop_at_the_ends(rows: Rows) -> None:
    rows.rows["a"].button.setFocus()
    visited = ""
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(QApplication.focusWidget(), key)
        assert rows.current is not None
        assert rows.current.button.hasFocus()
        visited += rows.current.key
    assert visited == "bccb"


def test_the_row_with_the_keyboard_goes(rows: Rows, qtbot: QtBot) -> None:
    gone = rows.rows["b"]
    gone.button.setFocus()
    with qtbot.waitSignals([rows.emptied, rows.current_changed]):
        rows.keep_rows("ac")
    assert rows.current is not gone
    assert QApplication.focusWidget() is not gone.button
    with qtbot.waitSignal(rows.current_changed):
        rows.keep_rows("")
    assert rows.current is None


@pytest.mark.parametrize(
    "reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard]
)
def test_a_menu_is_wanted_at_the_pointer_or_below_what_has_the_keyboard(
    rows: Rows, qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    row = rows.rows["b"]
    at = row.mapToGlobal(QPoint(3, 4))
    with qtbot.waitSignal(rows.menu_requested) as told:
        QApplication.sendEvent(row, QContextMenuEvent(reason, QPoint(3, 4), at))
    below = row.button.mapToGlobal(QPoint(0, row.button.height()))
    assert told.args == [at if reason is QContextMenuEvent.Reason.Mouse else below]
    assert rows.current is row
