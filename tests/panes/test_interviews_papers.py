"""Prep sheet, opening sentence and export of notes, as they are asked for in the pane."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from infoview_gui.pages.printing import print_sheet
from infoview_gui.panes.interviews.pane import InterviewsPane
from infoview_gui.panes.interviews.prep_dialog import PrepDialog
from infoview_gui.panes.save_as import file_name
from tests.panes.interviews_desk import LEAST_SIZES, Desk

pytestmark = pytest.mark.qt_log_ignore(LEAST_SIZES)


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def prep_dialog(pane: InterviewsPane) -> PrepDialog:
    QTest.keyClick(pane.notes.editor, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    found = pane.findChildren(PrepDialog)
    assert len(found) == 1
    return found[0]


def choose(pane: InterviewsPane, path: Path) -> None:
    (chooser,) = pane.findChildren(QFileDialog)
    assert not chooser.testOption(QFileDialog.Option.DontConfirmOverwrite)
    chooser.fileSelected.emit(str(path))
    chooser.close()


def test_ctrl_p_shows_the_sheet_with_what_was_just_typed(desk: Desk) -> None:
    desk.conversation(hours=2, minutes=20)
    pane = desk.pane()
    pane.goal.field.setFocus()
    QTest.keyClicks(pane.goal.field, "How tools are chosen")
    dialog = prep_dialog(pane)
    words = dialog.preview.accessibleDescription()
    assert "How tools are chosen" in words
    assert "Tuesday 24 November 2026, 12:00 · 20 min" in words
    assert "I asked for twenty minutes" in words
    assert "Who else should I talk to?" in words
    assert "Dressed as for an interview" in words
    dialog.close()


def test_the_sheet_is_saved_as_one_page(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    talk = desk.conversation(hours=2, goal="Understand how they work. " * 400)
    for number in range(40):
        desk.services.conversations.add_question(talk, f"What about number {number}?")
    pane = desk.pane()
    dialog = prep_dialog(pane)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    path = tmp_path / "sheet.pdf"
    with qtbot.waitSignal(pane.said):
        choose(pane, path)
    assert pages_of(path.read_bytes()) == 1


def test_what_cannot_be_saved_is_said(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.conversation(hours=2)
    pane = desk.pane()
    dialog = prep_dialog(pane)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    choose(pane, tmp_path / "no such folder" / "sheet.pdf")
    assert dialog.isVisible()
    assert "could not be written" in dialog.trouble.text()
    dialog.close()


def test_a_printer_gets_one_page(desk: Desk, tmp_path: Path) -> None:
    desk.conversation(hours=2)
    dialog = prep_dialog(desk.pane())
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    assert print_sheet(dialog.sheet, printer)
    assert pages_of((tmp_path / "printed.pdf").read_bytes()) == 1
    dialog.close()


def test_print_asks_for_a_printer_and_giving_up_prints_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.conversation(hours=2)
    dialog = prep_dialog(desk.pane())
    qtbot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    (asked,) = dialog.findChildren(QPrintDialog)
    asked.reject()
    assert dialog.isVisible()
    assert not dialog.trouble.isVisible()
    dialog.close()


def test_the_opening_sentence_is_offered_changed_and_undone(desk: Desk, qtbot: QtBot) -> None:
    talk = desk.conversation(hours=0)
    pane = desk.pane()
    field = pane.opener.field
    assert field.placeholderText().startswith("Thank you for making time, Amara. I asked for")
    field.setFocus()
    QTest.keyClicks(field, "Good to see you.")
    pane.leave()
    sheet = desk.services.prep.sheet(talk)
    assert sheet is not None
    assert sheet.opener == "Good to see you."
    desk.services.store.undo()
    qtbot.waitUntil(lambda: field.text() == "")
    pane.actions_of_pane["start"].trigger()
    assert not pane.opener.isVisible()


def test_notes_are_exported_as_markdown_and_as_pdf(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    pane, _ = desk.talking()
    desk.clock.advance(minutes=2)
    QTest.keyClicks(pane.notes.editor, "! Regulators ask for forecasts")
    for name in ("notes.md", "notes.pdf"):
        pane.actions_of_pane["export_notes"].trigger()
        with qtbot.waitSignal(pane.said):
            choose(pane, tmp_path / name)
        qtbot.waitUntil(lambda: not pane.findChildren(QFileDialog))
    text = (tmp_path / "notes.md").read_text()
    assert text.startswith("# Amara Okafor\n")
    assert "! Regulators ask for forecasts" in text
    assert "- [ ] Who else should I talk to?" in text
    assert pages_of((tmp_path / "notes.pdf").read_bytes()) == 1


def test_exported_notes_say_whose_minutes_they_were(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    pane, talk = desk.talking()
    desk.clock.advance(minutes=16)
    desk.services.talking.they_went_on(talk)
    desk.clock.advance(minutes=4)
    pane.actions_of_pane["end"].trigger()
    qtbot.waitUntil(lambda: pane.after.debrief is not None and pane.after.debrief.isVisible())
    pane.actions_of_pane["export_notes"].trigger()
    with qtbot.waitSignal(pane.said):
        choose(pane, tmp_path / "notes.md")

    text = (tmp_path / "notes.md").read_text()
    assert "20 min (15 agreed), 4 of them by their choice" in text


def test_notes_that_cannot_be_exported_stay_safe(desk: Desk, tmp_path: Path) -> None:
    desk.conversation(hours=2)
    pane = desk.pane()
    pane.actions_of_pane["export_notes"].trigger()
    choose(pane, tmp_path / "no such folder" / "notes.md")
    (box,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox))
    assert "could not be written" in box.text()
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.close()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Joanna Wiśniewska", "notes-Joanna-Wiśniewska.pdf"),
        ("../../etc/passwd", "notes-etc-passwd.pdf"),
        ("A" * 300, f"notes-{'A' * 54}.pdf"),
        ("???", "notes.pdf"),
    ],
)
def test_file_names_hold_letters_and_digits(title: str, name: str) -> None:
    assert file_name("notes", title, None, ".pdf") == name
