"""The export dialog: who and what goes into the file, and what happens when it cannot."""

from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.export_dialog import ExportDialog
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.theme import Theme
from infoview_gui.widgets.choice_popup import ChoicePopup

POPUP = pytest.mark.qt_log_ignore("This plugin does not support")


class Export:
    """A dialog and what a person does with it."""

    def __init__(self, qtbot: QtBot, dialog: ExportDialog) -> None:
        self.qtbot = qtbot
        self.dialog = dialog
        self.said: list[str] = []
        dialog.said.connect(self.said.append)

    def radio(self, words: str) -> QRadioButton:
        buttons = self.dialog.findChildren(QRadioButton)
        return next(one for one in buttons if one.accessibleName().startswith(words))

    def sees(self, words: str) -> bool:
        labels = self.dialog.findChildren(QLabel)
        return any(words in one.text() for one in labels if one.isVisible())

    def save_button(self) -> QPushButton:
        buttons = self.dialog.findChildren(QPushButton)
        return next(one for one in buttons if one.accessibleName() == "Save as…")

    def chooser(self) -> QFileDialog:
        self.save_button().click()
        dialog = self.dialog.findChildren(QFileDialog)[-1]
        assert isinstance(dialog, QFileDialog)
        return dialog

    def save(self, path: Path) -> None:
        chooser = self.chooser()
        chooser.fileSelected.emit(str(path))
        chooser.close()


@pytest.fixture
def ids(services: Services) -> "array[int]":
    for first, note in (("Ana", "secret"), ("Ben", ""), ("Cleo", "")):
        services.people.add(PersonDraft(first_name=first, last_name="Berg", note=note))
    return services.people_list.ids()


@pytest.fixture
def export(qtbot: QtBot, theme: Theme, services: Services) -> Export:
    dialog = ExportDialog(theme, services)
    qtbot.addWidget(dialog)
    return Export(qtbot, dialog)


def test_a_filter_offers_what_is_shown_first(export: Export, ids: "array[int]") -> None:
    export.dialog.open_for(ids[:2], filtered=True)
    assert export.radio("The 2 people shown").isChecked()
    assert export.radio("All 3 people").isVisible()


def test_without_a_filter_everyone_is_meant(export: Export, ids: "array[int]") -> None:
    export.dialog.open_for(ids, filtered=False)
    assert export.radio("All 3 people").isChecked()
    assert not export.radio("The ").isVisible()


def test_the_shown_people_are_written_and_it_says_so(
    export: Export, ids: "array[int]", tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    export.dialog.open_for(ids[:2], filtered=True)
    export.save(path)
    export.qtbot.waitUntil(lambda: not export.dialog.isVisible())
    assert export.said == [f"Exported 2 people to {path}."]
    text = path.read_text(encoding="utf-8-sig")
    assert "Ana" in text
    assert "secret" in text
    assert "Cleo" not in text


def test_shareable_says_what_it_leaves_out_and_does(
    export: Export, ids: "array[int]", tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    export.dialog.open_for(ids, filtered=False)
    assert export.sees("Leaves out notes, stages")
    export.radio("Shareable").click()
    export.save(path)
    export.qtbot.waitUntil(lambda: not export.dialog.isVisible())
    text = path.read_text(encoding="utf-8-sig")
    assert "Ana" in text
    assert "secret" not in text


def test_vcards_are_written(export: Export, ids: "array[int]", tmp_path: Path) -> None:
    path = tmp_path / "out.vcf"
    export.dialog.open_for(ids, filtered=False)
    export.radio("vCard").click()
    export.save(path)
    export.qtbot.waitUntil(lambda: not export.dialog.isVisible())
    assert path.read_text(encoding="utf-8").count("BEGIN:VCARD") == 3


def test_a_name_with_the_other_ending_is_heeded(
    export: Export, ids: "array[int]", tmp_path: Path
) -> None:
    path = tmp_path / "friends.vcf"
    export.dialog.open_for(ids, filtered=False)
    export.save(path)
    export.qtbot.waitUntil(lambda: not export.dialog.isVisible())
    assert path.read_text(encoding="utf-8").startswith("BEGIN:VCARD")


def test_the_proposed_name_is_safe_and_overwriting_is_asked(
    export: Export, ids: "array[int]"
) -> None:
    export.dialog.open_for(ids, filtered=False)
    chooser = export.chooser()
    assert Path(chooser.selectedFiles()[0]).name == "infoview-people-2026-11-24.csv"
    assert not chooser.testOption(QFileDialog.Option.DontConfirmOverwrite)
    assert chooser.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    chooser.reject()
    assert export.dialog.isVisible()


def test_a_failure_is_shown_in_the_dialog_and_keeps_the_old_file(
    export: Export, ids: "array[int]", tmp_path: Path
) -> None:
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    export.dialog.open_for(ids, filtered=False)
    export.save(folder)
    export.qtbot.waitUntil(lambda: export.sees("is a folder; nothing was written"))
    assert export.dialog.isVisible()
    assert export.save_button().isEnabled()
    assert export.said == []


def test_nobody_to_export_is_said(export: Export) -> None:
    export.dialog.open_for(array("q"), filtered=False)
    assert export.sees("There is nobody to export yet.")
    assert not export.save_button().isEnabled()


def test_choices_are_remembered_and_garbage_is_not(
    export: Export, ids: "array[int]", qtbot: QtBot, theme: Theme, services: Services
) -> None:
    export.radio("vCard").click()
    export.radio("Shareable").click()
    state = export.dialog.save_state()
    other = ExportDialog(theme, services)
    qtbot.addWidget(other)
    other.restore_state(state)
    assert other.save_state() == state
    other.restore_state({"kind": 7, "preset": ["x"], "folder": None})
    kept = other.save_state()
    assert (kept["kind"], kept["preset"], kept["folder"]) == (".csv", "everything", "")


def combo(export: Export, name: str) -> QComboBox:
    boxes = export.dialog.findChildren(QComboBox)
    return next(one for one in boxes if one.accessibleName().startswith(name))


def test_a_csv_is_written_for_whom_it_is_meant(
    export: Export, ids: "array[int]", tmp_path: Path
) -> None:
    export.dialog.open_for(ids, filtered=False)
    assert combo(export, "CSV").isEnabled()
    assert not combo(export, "vCard").isEnabled()
    combo(export, "CSV").setCurrentText("for Google Contacts")
    export.save(tmp_path / "out.csv")
    export.qtbot.waitUntil(lambda: not export.dialog.isVisible())
    head = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()[0]
    assert "E-mail 1 - Value" in head or "First Name" in head
    assert "Infoview ID" not in head


def test_a_newer_vcard_and_a_workbook(export: Export, ids: "array[int]", tmp_path: Path) -> None:
    export.dialog.open_for(ids, filtered=False)
    export.radio("vCard").click()
    combo(export, "vCard").setCurrentText("version 4.0")
    export.save(tmp_path / "out.vcf")
    export.qtbot.waitUntil(lambda: not export.dialog.isVisible())
    assert "VERSION:4.0" in (tmp_path / "out.vcf").read_text(encoding="utf-8")

    export.dialog.open_for(ids, filtered=False)
    export.radio("Excel workbook").click()
    export.save(tmp_path / "out.xlsx")
    export.qtbot.waitUntil(lambda: not export.dialog.isVisible())
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")


@POPUP
def test_columns_are_left_out_and_stay_left_out(
    export: Export, ids: "array[int]", tmp_path: Path, theme: Theme, services: Services
) -> None:
    export.dialog.open_for(ids, filtered=False)
    columns = next(
        one
        for one in export.dialog.findChildren(QPushButton)
        if one.accessibleName().startswith("Columns: All")
    )
    columns.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    QTest.keyClick(popup.list, Qt.Key.Key_Space)
    popup.close()
    assert columns.text() == "15 of 16 columns…"
    export.save(tmp_path / "out.csv")
    export.qtbot.waitUntil(lambda: not export.dialog.isVisible())
    head = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert not head.startswith("First Name")
    other = ExportDialog(theme, services)
    export.qtbot.addWidget(other)
    other.restore_state(export.dialog.save_state())
    assert other.save_state()["left_out"] == ["First Name"]


def test_escape_closes_and_enter_asks_for_the_file(export: Export, ids: "array[int]") -> None:
    export.dialog.open_for(ids, filtered=False)
    QTest.keyClick(export.dialog, Qt.Key.Key_Return)
    assert export.dialog.findChildren(QFileDialog)
    export.dialog.findChildren(QFileDialog)[0].reject()
    QTest.keyClick(export.dialog, Qt.Key.Key_Escape)
    assert not export.dialog.isVisible()


def test_a_filter_without_hits_cannot_be_exported(export: Export, ids: "array[int]") -> None:
    export.dialog.open_for([], filtered=True)
    assert not export.radio("The people shown").isEnabled()
    assert export.radio("All 3 people").isChecked()
    assert export.sees("Nobody matches")
