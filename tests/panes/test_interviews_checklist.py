"""The checklist before a conversation: ticked, edited, ordered, kept as the usual one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.interviews.pane import InterviewsPane
from infoview_gui.practice.checklist import DEFAULTS
from tests.panes.interviews_desk import LEAST_SIZES, Desk

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)


def points(pane: InterviewsPane) -> list[str]:
    return [row.text.words.text for row in pane.checklist.list.in_order()]


def trigger(pane: InterviewsPane, text: str) -> None:
    next(act for act in pane.checklist.actions_of_list if act.text() == text).trigger()


def test_a_point_is_ticked_by_mouse_and_undone(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation(hours=2)
    pane = desk.pane()
    assert points(pane) == list(DEFAULTS)
    assert pane.checklist.count.text() == "0 of 7"
    row = pane.checklist.list.rows[2]
    qtbot.mouseClick(row.text, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.checklist.count.text() == "1 of 7")
    assert row.text.words.struck
    assert desk.services.checklists.points(talk)[2].done_at == desk.clock.now
    desk.services.store.undo()
    qtbot.waitUntil(lambda: not row.check.isChecked())


def test_keys_move_edit_and_remove(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation(hours=2)
    pane = desk.pane()
    rows = pane.checklist.list.in_order()
    rows[0].check.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows[0].check, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: points(pane)[1] == DEFAULTS[0])
    assert QApplication.focusWidget() is rows[1].check
    QTest.keyClick(rows[1].check, Qt.Key.Key_F2)
    assert rows[1].field is not None
    QTest.keyClicks(rows[1].field, "Ironed shirt")
    QTest.keyClick(rows[1].field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: points(pane)[1] == "Ironed shirt")
    QTest.keyClick(rows[1].check, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Ironed shirt" not in points(pane))
    QTest.keyClick(rows[1].check, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rows[0].check


def test_the_last_point_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation(hours=2)
    pane = desk.pane()
    for left in range(6, 0, -1):
        pane.checklist.list.choose(0)
        trigger(pane, "Remove point")
        qtbot.waitUntil(lambda left=left: len(points(pane)) == left)  # type: ignore[misc]
    pane.checklist.list.choose(0)
    trigger(pane, "Remove point")
    assert len(points(pane)) == 1


def test_an_own_point_is_kept_for_the_next_conversation(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation(hours=2)
    other = desk.conversation("Joanna Wiśniewska", hours=4)
    pane = desk.pane()
    pane.checklist.add()
    QTest.keyClicks(pane.checklist.field, "Water")
    QTest.keyClick(pane.checklist.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: points(pane)[-1] == "Water")
    with qtbot.waitSignal(pane.said):
        trigger(pane, "Keep as my usual list")
    pane.show_item(other)
    assert points(pane)[-1] == "Water"
    trigger(pane, "Forget my usual list")
    qtbot.waitUntil(lambda: points(pane) == list(DEFAULTS))


def test_the_usual_list_comes_back_with_its_ticks(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation(hours=2)
    desk.services.checklists.tick(talk, 0, done=True)
    desk.services.checklists.remove(talk, 3)
    pane = desk.pane()
    trigger(pane, "Usual list again")
    qtbot.waitUntil(lambda: points(pane) == list(DEFAULTS))
    assert pane.checklist.count.text() == "1 of 7"


def test_it_folds_and_the_next_start_remembers(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation(hours=2)
    pane = desk.pane()
    qtbot.mouseClick(pane.checklist.fold_button, Qt.MouseButton.LeftButton)
    assert not pane.checklist.list.isVisible()
    again = desk.pane()
    again.restore_state(pane.save_state())
    assert not again.checklist.list.isVisible()
    trigger(again, "Add a point")
    assert again.checklist.list.isVisible()


def test_it_is_gone_when_the_talk_begins_and_typing_is_kept(desk: Desk) -> None:
    talk = desk.conversation(hours=0)
    pane = desk.pane()
    pane.checklist.add()
    QTest.keyClicks(pane.checklist.field, "Water")
    pane.actions_of_pane["start"].trigger()
    assert not pane.checklist.isVisible()
    assert desk.services.checklists.points(talk)[-1].text == "Water"
