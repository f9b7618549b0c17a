"""What was kept so far: filtered, searched, edited, ticked, deleted, undone while it is open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.learned_dialog import LearnedDialog
from infoview_gui.panes.places import INTERVIEWS, Place
from infoview_gui.practice.marks import MarkKind
from tests.panes.interviews_desk import Desk

NOTES = """! Regulators ask for forecasts
~ hosting capacity: how much solar a feeder takes
+ Northwind, planning analyst
- send the notebook (due Friday)"""
_CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def talk(desk: Desk) -> int:
    talk = desk.conversation(hours=-1)
    desk.services.conversations.happened(talk, desk.clock.now - 3_600_000, 15)
    desk.services.notes.save(talk, NOTES, [desk.clock.now + at for at in range(4)]).result()
    debrief = desk.services.debrief
    debrief.keep_all(talk, debrief.captured(talk, desk.times.today()))
    return talk


@pytest.fixture
def dialog(desk: Desk, talk: int, qtbot: QtBot) -> Iterator[LearnedDialog]:
    assert talk
    made = LearnedDialog(desk.theme, desk.services, desk.times)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def titles(dialog: LearnedDialog) -> list[str]:
    model = dialog.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def choose(dialog: LearnedDialog, kind: MarkKind) -> None:
    model = dialog.model
    row = next(row for row in range(model.rowCount()) if model.item(row).kind is kind)
    dialog.view.setCurrentIndex(model.index(row))


def field(dialog: LearnedDialog, name: str) -> QLineEdit:
    assert dialog.detail.fields is not None
    found = dialog.detail.fields.inputs[name]
    assert isinstance(found, QLineEdit)
    return found


def test_all_kinds_one_kind_and_words(dialog: LearnedDialog) -> None:
    assert len(titles(dialog)) == 4
    dialog.kinds._group.button(2).click()
    assert titles(dialog) == ["hosting capacity"]
    dialog.kinds._group.button(0).click()
    QTest.keyClicks(dialog.search, "amara notebook")
    assert titles(dialog) == ["send the notebook"]
    dialog.search.setText("nothing of the kind")
    assert titles(dialog) == []
    assert "fits" in dialog.none.text()
    assert not dialog.detail.isVisible()


def test_fields_are_edited_where_they_stand(dialog: LearnedDialog, desk: Desk) -> None:
    choose(dialog, MarkKind.TERM)
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_F2)
    assert field(dialog, "term").hasFocus()
    field(dialog, "meaning").setText("room for solar")
    QTest.keyClick(field(dialog, "meaning"), Qt.Key.Key_Return)
    (term,) = desk.services.learned.all(MarkKind.TERM)
    assert term.fields["meaning"] == "room for solar"
    assert dialog.view.hasFocus()
    assert dialog.isVisible()
    QTest.keyClick(dialog.view, Qt.Key.Key_F2)
    field(dialog, "term").clear()
    QTest.keyClick(field(dialog, "term"), Qt.Key.Key_Return)
    assert desk.services.learned.all(MarkKind.TERM)[0].title == "hosting capacity"
    assert field(dialog, "term").hasFocus()
    QTest.keyClick(field(dialog, "term"), Qt.Key.Key_Escape)
    assert field(dialog, "term").text() == "hosting capacity"
    assert dialog.isVisible()


def test_what_is_typed_is_kept_when_the_dialog_is_closed(dialog: LearnedDialog, desk: Desk) -> None:
    choose(dialog, MarkKind.OPENING)
    field(dialog, "role").setText("senior analyst")
    dialog.close_button.click()
    assert desk.services.learned.all(MarkKind.OPENING)[0].fields["role"] == "senior analyst"


def test_a_day_is_written_in_words_and_read_out(dialog: LearnedDialog, desk: Desk) -> None:
    choose(dialog, MarkKind.TODO)
    due = field(dialog, "due")
    due.setFocus()
    due.clear()
    QTest.keyClicks(due, "tomorrow")
    assert dialog.detail.fields is not None
    assert dialog.detail.fields.reading.text() == "due Wednesday 25 November"
    QTest.keyClick(due, Qt.Key.Key_Return)
    assert desk.services.learned.all(MarkKind.TODO)[0].fields["due"] == "2026-11-25"


def test_a_task_is_ticked_and_opened_again(dialog: LearnedDialog, desk: Desk) -> None:
    choose(dialog, MarkKind.TODO)
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert desk.services.learned.all(MarkKind.TODO)[0].done_at == desk.clock.now
    assert dialog.detail.done.isChecked()
    dialog.detail.done.click()
    assert desk.services.learned.all(MarkKind.TODO)[0].done_at is None


def test_what_is_deleted_comes_back_with_undo(dialog: LearnedDialog, desk: Desk) -> None:
    choose(dialog, MarkKind.INSIGHT)
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert desk.services.learned.all(MarkKind.INSIGHT) == []
    assert "Ctrl+Z" in dialog.status.text()
    assert dialog.view.hasFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Z, _CTRL)
    assert "Regulators ask for forecasts" in titles(dialog)
    assert dialog.status.text().startswith("Undone")
    QTest.keyClick(dialog.view, Qt.Key.Key_Y, _CTRL)
    assert "Regulators ask for forecasts" not in titles(dialog)


def test_the_conversation_is_opened(dialog: LearnedDialog, talk: int, qtbot: QtBot) -> None:
    choose(dialog, MarkKind.INSIGHT)
    with qtbot.waitSignal(dialog.place_requested) as heard:
        dialog.detail.open_button.click()
    assert heard.args == [Place(INTERVIEWS, talk)]
    assert not dialog.isVisible()


def test_with_nothing_kept_it_says_how_something_comes_here(desk: Desk, qtbot: QtBot) -> None:
    dialog = LearnedDialog(desk.theme, desk.services, desk.times)
    qtbot.addWidget(dialog)
    assert "marked lines" in dialog.none.text()
    assert not dialog.view.isVisibleTo(dialog)
    dialog.close()
