"""A click on a time in the margin says which question was being asked then."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.notes_markdown import Stretch
from infoview_gui.panes.interviews.asked_then import asked_then, question_then, stretches
from infoview_gui.services.listing import conversation_values
from infoview_gui.widgets.line_margin import LineMargin
from tests.panes.interviews_desk import HOUR_MS, LEAST_SIZES, Desk

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)
MINUTE = 60_000


def test_a_line_belongs_to_the_question_ticked_before_it_until_the_next(desk: Desk) -> None:
    pane, talk = desk.talking()
    start = desk.clock.now
    first, second = desk.record(talk).questions[1], desk.record(talk).questions[0]
    for question, minute in ((first, 1), (second, 4)):
        desk.clock.now = start + minute * MINUTE
        desk.services.conversations.tick(question.id, asked=True)
    desk.clock.now = start + 9 * MINUTE
    pane.actions_of_pane["end"].trigger()
    record = desk.record(talk)

    def said(minute: float) -> str:
        return asked_then(record, start + round(minute * MINUTE), f"{minute}")

    assert said(0.9) == "At 0.9 no question was ticked yet."
    assert said(1) == f"At 1 you had asked: {first.text}"
    assert said(3.9) == f"At 3.9 you had asked: {first.text}"
    assert said(4) == f"At 4 you had asked: {second.text}"
    assert said(8.9) == f"At 8.9 you had asked: {second.text}"
    assert [question_then(record, start + at * MINUTE) for at in (-1, 9, 20)] == ["", "", ""]
    assert asked_then(record, start - 1, "prep") == "Written before the conversation."
    assert asked_then(record, start + 10 * MINUTE, "after") == "Written after the conversation."


def test_f6_ties_the_lines_that_follow_and_undo_lets_them_go(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = desk.talking()
    editor = pane.notes.editor
    for line in ("first", "second"):
        desk.clock.advance(minutes=1)
        QTest.keyClick(editor, Qt.Key.Key_F6)
        desk.clock.advance(seconds=5)
        editor.begin_line()
        editor.insert_text(line)
    asked = [one.text for one in desk.record(talk).questions if one.asked_at is not None]

    def tied() -> list[str]:
        _, moments = editor.snapshot()
        return [question_then(desk.record(talk), moment) for moment in moments]

    assert len(set(asked)) == 2
    assert set(tied()) == set(asked)
    assert tied()[0] != tied()[1]
    desk.services.store.undo()
    assert tied() == [tied()[0]] * 2


def test_the_lines_go_out_under_their_questions(desk: Desk) -> None:
    pane, talk = desk.talking()
    start = desk.clock.now
    question = desk.record(talk).questions[0]
    desk.clock.advance(minutes=2)
    desk.services.conversations.tick(question.id, asked=True)
    desk.clock.advance(minutes=2)
    pane.actions_of_pane["end"].trigger()
    record = desk.record(talk)
    moments = [start - 1, start + MINUTE, start + 3 * MINUTE, start + 3 * MINUTE, start + HOUR_MS]
    texts = ["read the news", "hello", "by hand", "", "call her"]
    assert stretches(record, texts, moments) == [
        Stretch("Before the conversation", [("prep", "read the news")]),
        Stretch("Before the first question", [("1:00", "hello")]),
        Stretch(question.text, [("3:00", "by hand"), ("3:00", "")]),
        Stretch("After the conversation", [("after", "call her")]),
    ]
    (plain,) = stretches(record, texts[:2], moments[:2])
    assert plain.title == ""
    desk.services.notes.save(talk, "\n".join(texts), moments).result()
    (value,) = conversation_values()
    assert [line["question"] for line in value["lines"]] == [
        None,
        None,
        question.text,
        question.text,
        None,
    ]


def test_a_click_in_the_margin_says_it_and_the_caret_stays(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = desk.talking()
    editor = pane.notes.editor
    pane.actions_of_pane["tick_next"].trigger()
    asked = next(one for one in desk.record(talk).questions if one.asked_at is not None)
    desk.settle()
    desk.clock.advance(minutes=2)
    editor.insert_text("Plans by hand")
    editor.begin_line()
    caret = editor.textCursor().position()
    margin = editor.findChild(LineMargin)
    assert margin is not None
    line = editor.document().begin()
    middle = editor.document().documentLayout().blockBoundingRect(line).center().y()
    with qtbot.waitSignal(pane.said) as told:
        qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(20, round(middle)))
    assert told.args == [f"At 2:00 you had asked: {asked.text}"]
    assert editor.textCursor().position() == caret
    with qtbot.assertNotEmitted(pane.said):
        below = QPoint(20, margin.height() - 2)
        qtbot.mouseClick(margin, Qt.MouseButton.LeftButton, pos=below)


def _middle_of_first_line(margin: LineMargin) -> QPoint:
    document = margin._editor.document()
    first = document.documentLayout().blockBoundingRect(document.begin())
    return QPoint(20, round(first.center().y()))


def test_the_pointer_at_rest_shows_it_and_says_nothing(desk: Desk, qtbot: QtBot) -> None:
    pane, _talk = desk.talking()
    pane.notes.editor.insert_text("Plans by hand")
    margin = pane.notes.editor.findChild(LineMargin)
    assert margin is not None
    at = _middle_of_first_line(margin)
    with qtbot.assertNotEmitted(pane.said):
        help_ = QHelpEvent(QHelpEvent.Type.ToolTip, at, margin.mapToGlobal(at))
        QApplication.sendEvent(margin, help_)
    assert QToolTip.text() == "At 0:00 no question was ticked yet."
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_shift_f6_says_it_of_the_line_with_the_caret(desk: Desk, qtbot: QtBot) -> None:
    pane, talk = desk.talking()
    pane.actions_of_pane["tick_next"].trigger()
    asked = next(one for one in desk.record(talk).questions if one.asked_at is not None)
    desk.settle()
    editor = pane.notes.editor
    with qtbot.waitSignal(pane.said) as told:
        QTest.keyClick(editor, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert told.args == ["This line is empty: it belongs to no question."]
    editor.insert_text("Plans by hand")
    with qtbot.waitSignal(pane.said) as told:
        QTest.keyClick(editor, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [f"At 0:00 you had asked: {asked.text}"]
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
