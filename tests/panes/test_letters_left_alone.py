"""Things to look at: sentences left as they are, those without a place, the list of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.guard_learning import LEAVE, MIND
from infoview_gui.panes.letters import LettersPane
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.practice import guard
from infoview_gui.practice.letters import LetterKind
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme
from infoview_gui.widgets.letter_editor import Look
from tests.panes.test_letters import Room

HIRE, JOB = "Please hire me.", "Could you give me a job?"
TEXT = f"Dear Amara,\n\nBen sent me to you. {HIRE} {JOB}"


@pytest.fixture
def room(
    theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, qtbot: QtBot
) -> Room:
    guard.prepare()
    return Room(theme, services, feed, times, qtbot)


def _write(pane: LettersPane, text: str = TEXT) -> None:
    pane.desk.editor.replace_all(text)
    pane.desk.editor.read_now()


def _marked(pane: LettersPane) -> list[str]:
    text = pane.desk.editor.text()
    spots = pane.desk.editor.to_look_at
    return [text[one.start : one.end] for one in spots if one.look is Look.WRONG]


def _put_caret(pane: LettersPane, words: str) -> None:
    editor = pane.desk.editor
    cursor = editor.textCursor()
    cursor.setPosition(editor.text().index(words) + 2)
    editor.setTextCursor(cursor)


def _begun(room: Room, kind: LetterKind = LetterKind.NEWS) -> LettersPane:
    letter = room.draft(room.person(), kind)
    pane = room.pane()
    pane.show_item(letter)
    pane.desk.editor.setFocus()
    _write(pane)
    return pane


def test_a_marked_sentence_is_left_from_its_card_and_marked_again_from_its_menu(
    room: Room, qtbot: QtBot
) -> None:
    pane = _begun(room)
    said: list[str] = []
    pane.said.connect(said.append)
    assert _marked(pane) == [HIRE, JOB]

    _put_caret(pane, HIRE)
    card = pane.desk.editor.card
    assert card is not None
    leave = next(button for button in card.buttons if button.text() == LEAVE)
    QTest.keyClick(leave, Qt.Key.Key_Space)
    assert _marked(pane) == [JOB]
    assert "left as it is" in said[-1]
    assert len(pane.desk.looked.hints) == 1

    _write(pane, TEXT.replace("Ben", "My old friend Ben"))  # elsewhere: it stays word for word
    assert _marked(pane) == [JOB]

    _put_caret(pane, HIRE)
    ground, at = pane.desk.editor.viewport(), pane.desk.editor.cursorRect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, at, ground.mapToGlobal(at))
    QApplication.sendEvent(pane.desk.editor.viewport(), event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    again = next(one for one in menu.actions() if one.text() == MIND)
    again.trigger()
    menu.close()
    assert _marked(pane) == [HIRE, JOB]
    assert "marked again" in said[-1]


def test_another_wording_and_another_letter_are_marked(room: Room) -> None:
    pane = _begun(room)
    _put_caret(pane, HIRE)
    action = pane.desk.left_alone.action
    assert (action.text(), action.isEnabled()) == (LEAVE, True)
    action.trigger()
    assert _marked(pane) == [JOB]
    assert action.text() == MIND
    _write(pane, TEXT.replace(HIRE, "Please hire me now."))
    assert _marked(pane) == ["Please hire me now.", JOB]

    first = pane.shown_id
    pane.show_item(room.draft(room.person("Wei Chen")))
    _write(pane)
    assert _marked(pane) == [HIRE, JOB]
    pane.show_item(first)
    _write(pane)
    assert _marked(pane) == [JOB]


def test_the_hint_about_the_connection_is_left_alone_too(room: Room) -> None:
    pane = _begun(room, LetterKind.FIRST)
    _write(pane, "Dear Amara,\n\nI am eager to learn.\n\nMarta")
    (hint,) = (one for one in pane.desk.looked.hints if "connection" in one.title)
    assert hint.start is not None
    _put_caret(pane, "I am eager")
    pane.desk.left_alone.action.trigger()
    assert not any("connection" in one.title for one in pane.desk.looked.hints)


def test_with_the_caret_elsewhere_there_is_nothing_to_leave(room: Room) -> None:
    pane = _begun(room)
    _put_caret(pane, "Dear")
    assert not pane.desk.left_alone.action.isEnabled()


def test_two_sentences_are_told_apart_in_the_list(room: Room) -> None:
    pane = _begun(room)
    rows = [one.text() for one in pane.desk.things.actions() if one.isVisible()]
    assert any(HIRE in row for row in rows)
    assert any(JOB in row for row in rows)


def test_f7_reaches_from_the_list_what_has_no_place_and_says_it(room: Room) -> None:
    pane = _begun(room, LetterKind.NOTE)
    _write(pane, f"Ben sent me to you. {HIRE} Would you give me fifteen minutes? " + "x" * 300)
    _put_caret(pane, "Ben")
    pane.list.view.setFocus()
    QTest.keyClick(pane.list.view, Qt.Key.Key_F7)
    card = pane.desk.editor.card
    assert card is not None
    assert not pane.desk.foot.thing.isVisible()
    QTest.keyClick(pane.desk.editor, Qt.Key.Key_F7)
    assert pane.desk.foot.thing.isVisible()
    assert "characters too long" in pane.desk.foot.thing.text()
    assert pane.desk.editor.card is None
    placeless = sum(hint.start is None for hint in pane.desk.looked.hints)
    for _ in range(placeless):
        QTest.keyClick(pane.desk.editor, Qt.Key.Key_F7)
    assert pane.desk.editor.card is not None  # around, to the first
    assert not pane.desk.foot.thing.isVisible()


def test_f7_goes_around_where_nothing_has_a_place(room: Room) -> None:
    pane = _begun(room, LetterKind.NOTE)
    _write(pane, "Ben sent me to you. Would you give me fifteen minutes? " + "x" * 300)
    shown = []
    for _ in range(len(pane.desk.looked.hints) + 1):
        pane.desk.next_thing.trigger()
        shown.append(pane.desk.foot.thing.text())
    assert shown[0] == shown[-1] != ""
    assert len(set(shown)) == len(pane.desk.looked.hints)
