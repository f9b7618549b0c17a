"""The dialog that asks for a task: how the day is read is seen before anything is kept."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.task_dialog import TaskDialog
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_day_is_read_as_it_is_typed(theme: Theme, times: LocalTime, window: QWidget) -> None:
    dialog = TaskDialog(theme, times, window)
    kept: list[tuple[str, date | None]] = []
    dialog.settled.connect(lambda text, due: kept.append((text, due)))
    dialog.open()
    assert not dialog.save_button.isEnabled()
    dialog.text.setText("Send the notebook")
    dialog.day.line.setText("in two weeks")
    assert dialog.day.reading.text() == "Tuesday 8 December"
    dialog.day.line.setText("soonish")
    assert dialog.day.reading.text() == "No day can be read from this."
    assert not dialog.save_button.isEnabled()
    dialog.day.line.setText("fri")
    QTest.keyClick(dialog.day.line, Qt.Key.Key_Return)
    assert kept == [("Send the notebook", date(2026, 11, 27))]


def test_a_task_may_have_no_day(theme: Theme, times: LocalTime, window: QWidget) -> None:
    dialog = TaskDialog(theme, times, window, "Read about tariffs", date(2026, 11, 20))
    kept: list[tuple[str, date | None]] = []
    dialog.settled.connect(lambda text, due: kept.append((text, due)))
    dialog.open()
    assert dialog.day.reading.text() == "Friday 20 November"
    dialog.day.line.clear()
    dialog.save_button.click()
    assert kept == [("Read about tariffs", None)]
