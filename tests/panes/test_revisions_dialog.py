"""Earlier versions of the notes: looked at, restored with their moments, taken back."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.revisions_dialog import RevisionsDialog
from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.services.revisions import revisions
from tests.panes.interviews_desk import Desk

MINUTE_MS = 60_000


def opened(pane: InterviewsPane) -> RevisionsDialog:
    pane.after_dialogs.earlier.trigger()
    found = QApplication.activeModalWidget()
    assert isinstance(found, RevisionsDialog)
    return found


def test_a_version_is_restored_with_its_moments_and_can_be_taken_back(
    desk: Desk, qtbot: QtBot
) -> None:
    talk = desk.conversation()
    first = desk.clock.now
    desk.services.notes.save(talk, "one\ntwo", [first, first + 5]).result()
    desk.clock.advance(minutes=20)
    later = desk.clock.now
    desk.services.notes.save(talk, "one\ntwo\nthree", [first, first + 5, later]).result()
    pane = desk.pane()
    pane.show_item(talk)
    pane.notes.editor.insert_text("\nfour")

    dialog = opened(pane)
    assert dialog.list.count() == 2
    dialog.list.setCurrentRow(1)
    assert dialog.text.toPlainText() == "one\ntwo"
    assert dialog.text.isReadOnly()
    dialog.restore_button.click()
    assert pane.notes.editor.snapshot() == ("one\ntwo", [first, first + 5])
    pane.leave()
    assert desk.services.notes.load(talk).text == "one\ntwo"
    kept = [one.notes.text for one in revisions(talk)]
    assert kept == ["one\ntwo\nthree\nfour", "one\ntwo\nthree", "one\ntwo"]

    pane.notes.editor.undo()
    text, moments = pane.notes.editor.snapshot()
    assert text == "one\ntwo\nthree\nfour"
    assert moments[:3] == [first, first + 5, later]
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_without_a_version_it_says_when_there_will_be_one(desk: Desk) -> None:
    talk = desk.conversation()
    pane = desk.pane()
    pane.show_item(talk)
    dialog = opened(pane)
    assert "every ten minutes" in dialog.words.text()
    assert not dialog.restore_button.isVisible()
    dialog.reject()
