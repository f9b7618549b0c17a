"""A click on a time in the margin says which question was being asked then."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from infoview_gui.panes.interviews.asked_then import asked_then
from infoview_gui.services.records import QuestionRecord
from infoview_gui.widgets.line_margin import LineMargin
from tests.panes.interviews_desk import LEAST_SIZES, Desk

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)


def _question(number: int, text: str, asked_at: int | None) -> QuestionRecord:
    return QuestionRecord(number, text, "", must=False, always=False, asked_at=asked_at)


def test_the_last_one_ticked_before() -> None:
    questions = [
        _question(1, "Second?", 200),
        _question(2, "First?", 100),
        _question(3, "Never?", None),
    ]
    assert asked_then(questions, 99, "0:09") == "At 0:09 no question was ticked yet."
    assert asked_then(questions, 100, "0:10") == "At 0:10 you had asked: First?"
    assert asked_then(questions, 900, "0:90") == "At 0:90 you had asked: Second?"


@pytest.mark.parametrize(("when", "word"), [("prep", "before"), ("after", "after")])
def test_outside_the_talk(when: str, word: str) -> None:
    assert asked_then([], 5, when) == f"Written {word} the conversation."


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
