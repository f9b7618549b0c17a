"""The dialog that asks for a task: how the day is read is seen before anything is kept."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.task_dialog import TaskDialog
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.learned import TaskDraft
from infoview_gui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_day_is_read_as_it_is_typed(
    theme: Theme, services: Services, times: LocalTime, window: QWidget
) -> None:
    dialog = TaskDialog(theme, services, times, window)
    kept: list[TaskDraft] = []
    dialog.settled.connect(kept.append)
    dialog.open()
    assert dialog.day.reading.text() == "Tuesday 24 November"
    assert not dialog.save_button.isEnabled()
    dialog.text.setText("Send the notebook")
    dialog.day.line.setText("in two weeks")
    assert dialog.day.reading.text() == "Tuesday 8 December"
    dialog.day.line.setText("soonish")
    assert dialog.day.reading.text() == "No day can be read from this."
    assert not dialog.save_button.isEnabled()
    dialog.day.line.setText("fri")
    QTest.keyClick(dialog.day.line, Qt.Key.Key_Return)
    assert kept == [TaskDraft("Send the notebook", date(2026, 11, 27))]


def test_a_task_may_have_no_day(
    theme: Theme, services: Services, times: LocalTime, window: QWidget
) -> None:
    task = TaskDraft("Read about tariffs", date(2026, 11, 20))
    dialog = TaskDialog(theme, services, times, window, task)
    kept: list[TaskDraft] = []
    dialog.settled.connect(kept.append)
    dialog.open()
    assert dialog.day.reading.text() == "Friday 20 November"
    dialog.day.line.clear()
    dialog.save_button.click()
    assert kept == [TaskDraft("Read about tariffs", None)]


def test_a_task_may_be_for_somebody(
    theme: Theme, services: Services, times: LocalTime, window: QWidget
) -> None:
    kenji = services.people.add(PersonDraft(name="Kenji Mori"))
    dialog = TaskDialog(theme, services, times, window, TaskDraft("Send it", None, kenji))
    kept: list[TaskDraft] = []
    dialog.settled.connect(kept.append)
    dialog.open()
    assert dialog.person.people() == [kenji]
    dialog.person.set_people([])
    dialog.person.set_typed("Kenj")
    dialog.save_button.click()
    assert kept == []
    assert dialog.problem.isVisible()
    dialog.person.set_typed("")
    dialog.person.set_people([kenji])
    dialog.save_button.click()
    assert kept == [TaskDraft("Send it", None, kenji)]
