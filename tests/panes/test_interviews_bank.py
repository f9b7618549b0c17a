"""Question bank and question list: own questions, pins, dragging, what asks for a job."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.guard_learning import LEAVE, MIND
from infoview_gui.panes.interviews.pane import InterviewsPane
from infoview_gui.panes.interviews.question_bank import QuestionBank
from infoview_gui.panes.interviews.question_list import ROW_MIME
from infoview_gui.panes.interviews.question_row import ASKS
from infoview_gui.practice.questions import Category
from infoview_gui.services.drafts import ConversationDraft
from tests.panes.interviews_desk import LEAST_SIZES, Desk

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)
BEGGING = "Can you give me a job?"


def bank_of(pane: InterviewsPane, qtbot: QtBot) -> QuestionBank:
    pane.actions_of_pane["question_bank"].trigger()
    dialog = pane.questions._bank
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def rows(pane: InterviewsPane) -> list[str]:
    shown = pane.questions.list
    return [shown.rows[found].text.words.text for found in shown.ids()]


def drop(pane: InterviewsPane, data: QMimeData, at: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, left, none)
    pane.questions.list.dropEvent(event)
    assert event.isAccepted()


def choose(dialog: QuestionBank, text: str) -> None:
    dialog.view.setCurrentIndex(dialog.model.index(dialog.model.row_of(text)))


def test_an_own_question_is_added_edited_and_removed(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation()
    pane = desk.pane()
    dialog = bank_of(pane, qtbot)
    qtbot.mouseClick(dialog.new_button, Qt.MouseButton.LeftButton)
    QTest.keyClicks(dialog.editor.field, "What surprised you?")
    dialog.editor.category.setCurrentIndex(dialog.editor.category.findData("advice"))
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.model.entry(0).question.text == "What surprised you?"
    assert dialog.model.entry(0).question.category is Category.ADVICE
    assert dialog.edit_button.isEnabled()
    QTest.keyClick(dialog.view, Qt.Key.Key_F2)
    QTest.keyClicks(dialog.editor.field, "What did you not expect?")
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_Return)
    assert dialog.model.entry(0).question.text == "What did you not expect?"
    with qtbot.waitSignal(pane.said):
        QTest.keyClick(dialog.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.model.row_of("What did you not expect?") == -1)
    desk.services.store.undo()
    qtbot.waitUntil(lambda: dialog.model.row_of("What did you not expect?") == 0)
    dialog.close()


def test_what_the_bank_holds_is_not_added_twice(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation()
    pane = desk.pane()
    dialog = bank_of(pane, qtbot)
    dialog.new_button.click()
    dialog.editor.field.setText(desk.services.conversations.bank[0].text)
    dialog.editor.keep_button.click()
    assert dialog.editor.trouble.text() == "This question is in the bank already."
    QTest.keyClick(dialog.editor.field, Qt.Key.Key_Escape)
    assert not dialog.editor.isVisible()
    assert dialog.isVisible()
    dialog.close()


def test_what_was_asked_before_is_marked(desk: Desk, qtbot: QtBot) -> None:
    earlier = desk.conversation("Lena Castellanos", hours=-30)
    first = desk.record(earlier).questions[0]
    desk.services.conversations.tick(first.id, asked=True)
    talk = desk.conversation()
    pane = desk.pane()
    pane.show_item(talk)
    row = pane.questions.list.rows[desk.record(talk).questions[0].id]
    assert "asked before" in row.text.words.chip
    assert row.toolTip() == "Asked Amara Okafor’s employer before"
    assert "asked Amara Okafor’s employer before" in row.check.accessibleName()
    desk.services.conversations.remove_question(row.question_id)
    dialog = bank_of(pane, qtbot)
    qtbot.waitUntil(lambda: not dialog.model.is_taken(dialog.model.row_of(first.text)))
    index = dialog.model.index(dialog.model.row_of(first.text))
    said = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "asked once, today" in said
    assert "asked Amara Okafor’s employer before" in said
    dialog.close()


def test_a_person_asked_again_is_named(desk: Desk) -> None:
    earlier = desk.conversation(hours=-30)
    desk.services.conversations.tick(desk.record(earlier).questions[0].id, asked=True)
    person = desk.record(earlier).people[0].id
    talk = desk.services.conversations.schedule(ConversationDraft(people=(person,)))
    pane = desk.pane()
    pane.show_item(talk)
    row = pane.questions.list.rows[desk.record(talk).questions[0].id]
    assert row.toolTip() == "Asked Amara Okafor before"


def test_the_must_asks_stand_on_top(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    musts = [one.text for one in desk.record(talk).questions if one.must]
    assert [*rows(pane)[:2], rows(pane)[-1]] == musts
    assert pane.questions.list._gap.isVisible()
    plain = next(one for one in desk.record(talk).questions if not one.must)
    desk.services.conversations.change_question(plain.id, must=True)
    qtbot.waitUntil(lambda: plain.text in rows(pane)[:3])


def test_a_row_is_dragged_as_one_step(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation()
    pane = desk.pane()
    before = rows(pane)
    shown = pane.questions.list
    data = QMimeData()
    data.setData(ROW_MIME, str(shown.ids()[4]).encode())
    drop(pane, data, shown.rows[shown.ids()[2]].geometry().topLeft())
    expected = [*before[:2], before[4], before[2], before[3], *before[5:]]
    qtbot.waitUntil(lambda: rows(pane) == expected)
    desk.services.store.undo()
    qtbot.waitUntil(lambda: rows(pane) == before)


def test_what_is_pinned_stays_above_what_is_dragged_there(desk: Desk) -> None:
    desk.conversation()
    pane = desk.pane()
    before, label = rows(pane), desk.services.store.history.undo_label
    shown = pane.questions.list
    data = QMimeData()
    data.setData(ROW_MIME, str(shown.ids()[2]).encode())
    drop(pane, data, QPoint(5, 0))
    assert rows(pane) == before
    assert desk.services.store.history.undo_label == label


def test_questions_are_dragged_from_the_bank_to_a_place(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation()
    pane = desk.pane()
    before = rows(pane)
    dialog = bank_of(pane, qtbot)
    index = next(
        one for one in dialog.model.choosable() if not dialog.model.entry(one.row()).question.must
    )
    text = dialog.model.entry(index.row()).question.text
    shown = pane.questions.list
    drop(pane, dialog.model.mimeData([index]), shown.rows[shown.ids()[3]].geometry().topLeft())
    qtbot.waitUntil(lambda: rows(pane) == [*before[:3], text, *before[3:]])
    assert dialog.isVisible()
    assert dialog.model.is_taken(dialog.model.row_of(text))
    dialog.close()


def test_foreign_data_is_not_taken(desk: Desk) -> None:
    desk.conversation()
    pane = desk.pane()
    data = QMimeData()
    data.setText("x")
    assert not pane.questions.list._is_ours(data)
    data.setData(ROW_MIME, b"9999")
    assert not pane.questions.list._is_ours(data)


def test_another_conversation_closes_the_bank(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation()
    other = desk.conversation("Joanna Wiśniewska", hours=4)
    pane = desk.pane()
    dialog = bank_of(pane, qtbot)
    with qtbot.waitSignal(dialog.destroyed):
        pane.show_item(other)
    assert pane.questions._bank is None


# -- asking for a job


def test_a_new_question_that_asks_for_a_job_is_marked_and_replaced(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.conversation()
    pane = desk.pane()
    pane.questions.add()
    field, offer = pane.questions.field, pane.questions.offer
    QTest.keyClicks(field, BEGGING)
    assert offer.isVisible()
    assert offer.reason.text().startswith("Asks for a job. ")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is offer.button
    QTest.keyClick(offer.button, Qt.Key.Key_Return)
    assert not offer.isVisible()
    assert QApplication.focusWidget() is field
    words = field.text()
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words in rows(pane))


@pytest.mark.parametrize("by_mouse", [True, False])
def test_editing_a_row_offers_another_wording(desk: Desk, qtbot: QtBot, by_mouse: bool) -> None:
    talk = desk.conversation()
    added = desk.services.conversations.add_question(talk, BEGGING)
    pane = desk.pane()
    row = pane.questions.list.rows[added]
    assert row.text.words.caption == ASKS
    row.check.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row.check, Qt.Key.Key_F2)
    offer = row.offer
    assert offer is not None
    assert offer.isVisible()
    if by_mouse:
        qtbot.mouseClick(offer.button, Qt.MouseButton.LeftButton)
    else:
        assert row.field is not None
        QTest.keyClick(row.field, Qt.Key.Key_Tab)
        QTest.keyClick(offer.button, Qt.Key.Key_Return)
    assert row.field is not None
    words = row.field.text()
    assert words != BEGGING
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row.text.words.text == words)
    assert row.text.words.caption == ""


def test_going_on_from_the_offer_keeps_the_words(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation()
    added = desk.services.conversations.add_question(talk, "Plain?")
    pane = desk.pane()
    row = pane.questions.list.rows[added]
    row.check.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row.check, Qt.Key.Key_F2)
    assert row.field is not None
    QTest.keyClicks(row.field, BEGGING)
    QTest.keyClick(row.field, Qt.Key.Key_Tab)
    assert row.field is not None
    pane.notes.editor.setFocus()
    qtbot.waitUntil(lambda: row.text.words.text == BEGGING)
    assert row.field is None


def test_the_bank_offers_another_wording(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation()
    dialog = bank_of(desk.pane(), qtbot)
    dialog.new_button.click()
    QTest.keyClicks(dialog.editor.field, BEGGING)
    assert dialog.editor.offer.isVisible()
    QTest.keyClick(dialog.editor.offer.button, Qt.Key.Key_Return)
    assert not dialog.editor.offer.is_offering
    assert dialog.editor.isVisible()
    dialog.close()


def test_a_question_that_is_marked_can_stay_as_it_is(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation()
    added = desk.services.conversations.add_question(talk, BEGGING)
    pane = desk.pane()
    said: list[str] = []
    pane.said.connect(said.append)
    row = pane.questions.list.rows[added]
    assert row.text.words.caption == ASKS
    row.check.setFocus(Qt.FocusReason.TabFocusReason)
    (leave,) = (one for one in pane.questions.actions_of_list if one.text() == LEAVE)
    assert leave.isEnabled()
    leave.trigger()
    assert row.text.words.caption == ""
    assert "left as it is" in said[-1]
    assert leave.text() == MIND
    desk.services.conversations.change_question(added, text=f"{BEGGING} Today?")
    qtbot.waitUntil(lambda: row.text.words.caption == ASKS)
    desk.services.conversations.change_question(added, text=BEGGING)
    qtbot.waitUntil(lambda: row.text.words.caption == "")
    leave.trigger()
    assert row.text.words.caption == ASKS
    assert "marked again" in said[-1]
