"""The Interviews pane by keyboard and in narrow windows: Tab, search, Escape, what is clipped."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.panes.interviews.question_bank import QuestionBank
from infoview_gui.practice import checklist
from infoview_gui.practice.questions import BankQuestion
from infoview_gui.services.prep import ranked
from infoview_gui.services.talking import NotNow
from infoview_gui.theme import Theme
from tests.panes.interviews_desk import LEAST_SIZES, Desk

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)


def stops(pane: InterviewsPane) -> list[str]:
    """The names at which Tab stops, once round."""
    names: list[str] = []
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(pane):
            names.append(widget.accessibleName())
        widget = widget.nextInFocusChain()
    return names


def test_tab_goes_where_the_eye_goes(desk: Desk) -> None:
    talk = desk.conversation(link="https://meet.example.org/abc", way="call")
    pane = desk.pane()
    desk.services.conversations.add_question(talk, "A later one?")
    desk.services.conversations.move_question(desk.record(talk).questions[0].id, 1)
    desk.settle()
    desk.qtbot.waitUntil(lambda: all(row.isVisible() for row in pane.questions.list.rows.values()))
    found = stops(pane)
    checks = [row.check.accessibleName() for row in pane.questions.list.in_order()]
    texts = [question.text for question in ranked(desk.record(talk).questions)]
    assert all(map(str.startswith, checks, texts))
    assert found == [
        "New conversation (Ctrl+N)",
        "Hide the list (F4)",
        "Conversations",
        "Edit details",
        "Join call",
        "Contact",
        "What you want from this talk",
        "Opening sentence",
        "Notes",
        "Start",
        *checks,
        "Add a question",
        "From the bank",
        "Checklist",
        "Verbs for the checklist",
        *checklist.DEFAULTS,
        "Add a point",
    ]


def test_the_pane_hands_the_keyboard_to_the_notes(desk: Desk) -> None:
    desk.conversation()
    pane = desk.pane()
    pane.setFocus(Qt.FocusReason.OtherFocusReason)
    assert QApplication.focusWidget() is pane.notes.editor
    QTest.keyClick(pane.notes.editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is pane.clock.start_button


@pytest.mark.parametrize("opener", ["notes", "button"])
def test_escape_closes_the_field_and_gives_the_keyboard_back(desk: Desk, opener: str) -> None:
    desk.conversation()
    pane = desk.pane()
    panel = pane.questions
    before: QWidget = pane.notes.editor if opener == "notes" else panel.add_button
    before.setFocus()
    panel.add()
    QTest.keyClicks(panel.field, "never mi")
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.isHidden()
    assert panel.field.text() == ""
    assert QApplication.focusWidget() is before


def test_m_marks_a_question_as_a_must(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    question = next(found for found in desk.record(talk).questions if not found.must)
    row = pane.questions.list.rows[question.id]
    row.check.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row.check, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: row.text.words.chip == "must ask")
    pane.questions.list.edit_current()
    assert row.field is not None
    QTest.keyClicks(row.field, "m?")
    assert row.field.text() == "m?"


@pytest.mark.parametrize("key", [Qt.Key.Key_F8, Qt.Key.Key_F9])
def test_a_key_that_comes_too_early_says_so(desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    pane, talk = desk.talking()
    with qtbot.captureExceptions() as raised:
        QTest.keyClick(pane.notes.editor, key)
    assert [kind for kind, *_ in raised] == [NotNow]
    assert "is offered from “begin to close” on" in str(raised[0][1])
    assert pane._call.running_id == talk


# -- the bank


@pytest.fixture
def bank(desk: Desk, theme: Theme, qtbot: QtBot) -> Callable[[Sequence[str]], QuestionBank]:
    def opened(taken: Sequence[str] = ()) -> QuestionBank:
        record = desk.record(desk.conversation())
        dialog = QuestionBank(theme, desk.services.question_bank, record, desk.times)
        dialog.show_taken(taken)
        qtbot.addWidget(dialog)
        # It deletes itself when closed; the test still looks at it.
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        with qtbot.waitExposed(dialog):
            dialog.show()
        dialog.activateWindow()
        dialog.search.setFocus()
        return dialog

    return opened


def test_down_goes_into_the_bank_and_up_comes_back(
    desk: Desk, bank: Callable[[Sequence[str]], QuestionBank]
) -> None:
    questions = desk.services.conversations.bank
    dialog = bank([questions[0].text])
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is dialog.view
    assert dialog.view.currentIndex().row() == 1  # the first is on the list already
    QTest.keyClick(dialog.view, Qt.Key.Key_Down)
    QTest.keyClick(dialog.view, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is dialog.view
    QTest.keyClick(dialog.view, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is dialog.search


def test_enter_takes_the_only_hit_and_nothing_of_many(
    desk: Desk, bank: Callable[[Sequence[str]], QuestionBank]
) -> None:
    wanted = desk.services.conversations.bank[3]
    dialog = bank([])
    taken: list[tuple[BankQuestion, ...]] = []
    dialog.chosen.connect(taken.append)
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert taken == []
    assert dialog.isVisible()
    dialog.search.setText(wanted.text)
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert taken == [(wanted,)]


def test_the_search_finds_categories_too(
    desk: Desk, bank: Callable[[Sequence[str]], QuestionBank]
) -> None:
    dialog = bank([])
    dialog.search.setText("trend")
    found = {dialog.model.entry(row).question for row in range(dialog.model.rowCount())}
    every = {one for one in desk.services.conversations.bank if one.category.label == "Trends"}
    assert every
    assert every <= found


# -- narrow windows


def test_nothing_is_clipped_where_it_is_narrow_with_the_list_open(desk: Desk) -> None:
    desk.conversation("Amara Okafor", link="https://meet.example.org/abc", way="call")
    pane = desk.pane(824, 610)
    pane.actions_of_pane["fold"].trigger()
    desk.qtbot.waitUntil(lambda: pane.side.geometry().right() < pane.width())
    assert pane.list.isVisible()
    assert pane.header.width() < 300
    header = pane.header
    for button in (header.join_button, header.contact_button):
        at = button.mapTo(header, button.rect().bottomRight())
        assert header.rect().contains(at)
        assert button.text()
        assert button.width() >= button.sizeHint().width()
    assert header.name.elided_text() == "Amara Okafor"


def test_keys_are_dropped_before_marks_and_after_the_talk(desk: Desk) -> None:
    talk = desk.conversation()
    pane = desk.pane(1800, 790)
    pane.show_item(talk)
    bar = pane.notes.bar
    assert all(part.isVisible() for part in (*bar._legend, *bar._keys))
    pane.resize(824, 610)
    desk.qtbot.waitUntil(lambda: not any(part.isVisible() for part in bar._keys))
    assert all(part.isVisible() for part in bar._legend)
    pane.actions_of_pane["fold"].trigger()
    desk.qtbot.waitUntil(lambda: bar.width() < 300)
    assert all(part.isVisible() for part in bar._legend)
    pane.resize(1800, 790)
    desk.qtbot.waitUntil(lambda: all(part.isVisible() for part in bar._keys))
    pane.actions_of_pane["start"].trigger()
    pane.actions_of_pane["end"].trigger()
    assert not any(part.isVisible() for part in bar._keys)
