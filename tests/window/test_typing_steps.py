"""The Edit menu names what Ctrl+Z will do where the keyboard is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.places import INTERVIEWS, PEOPLE, TODAY, Place
from infoview_gui.services.bundle import Services
from infoview_gui.widgets.line_editor import LineEditor
from infoview_gui.window import MainWindow
from tests.window.conftest import Open
from tests.window.house import House

_CTRL = Qt.KeyboardModifier.ControlModifier


class Edit:
    """The first rows of the Edit menu, as one who opens it reads them."""

    def __init__(self, window: MainWindow) -> None:
        self._menu = window.commands.menus.menu("&Edit")

    def row(self, verb: str) -> QAction:
        return next(row for row in self._menu.actions() if self._words(row).startswith(verb))

    def says(self, verb: str) -> str:
        return self._words(self.row(verb))

    @staticmethod
    def _words(row: QAction) -> str:
        return row.text().replace("&", "").partition("\t")[0]


@pytest.fixture
def opened(open_window: Open) -> tuple[MainWindow, House]:
    return open_window()


def _focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_in_the_notes_it_names_typing_and_elsewhere_the_last_step(
    qtbot: QtBot, opened: tuple[MainWindow, House]
) -> None:
    window, house = opened
    edit = Edit(window)
    step = edit.says("Undo")
    assert step != "Undo typing"

    window.show_place(Place(INTERVIEWS, house.done))
    assert isinstance(_focus(), LineEditor)
    assert edit.says("Undo") == "Undo typing"
    assert not edit.row("Undo").isEnabled()  # nothing was typed, and Ctrl+Z does nothing here
    assert edit.says("Redo") == "Redo typing"

    window.show_place(Place(TODAY))
    assert edit.says("Undo") == step
    assert edit.row("Undo").isEnabled()
    assert edit.says("Redo") == "Redo"


def test_the_row_does_in_the_notes_what_the_key_does(
    qtbot: QtBot, opened: tuple[MainWindow, House], services: Services
) -> None:
    window, house = opened
    edit = Edit(window)
    window.show_place(Place(INTERVIEWS, house.done))
    editor = _focus()
    assert isinstance(editor, LineEditor)
    before, people = editor.toPlainText(), services.people_list.count()
    qtbot.keyClicks(editor, " more")
    assert edit.row("Undo").isEnabled()

    edit.row("Undo").trigger()
    assert editor.toPlainText() == before
    assert edit.row("Redo").isEnabled()
    edit.row("Redo").trigger()
    assert editor.toPlainText() == f"{before} more"
    assert services.people_list.count() == people


def test_a_line_names_typing_only_while_it_has_some(
    qtbot: QtBot, opened: tuple[MainWindow, House]
) -> None:
    window, _house = opened
    edit = Edit(window)
    step = edit.says("Undo")
    window.show_place(Place(PEOPLE))
    line = next(
        one for one in window.findChildren(QLineEdit) if one.accessibleName() == "Filter people"
    )
    line.setFocus()
    assert edit.says("Undo") == step

    qtbot.keyClicks(line, "am")
    assert edit.says("Undo") == "Undo typing"
    while line.isUndoAvailable():
        qtbot.keyClick(line, Qt.Key.Key_Z, _CTRL)
    assert edit.says("Undo") == step
    assert edit.says("Redo") == "Redo typing"


def test_a_menu_that_is_opened_by_keys_still_speaks_of_the_notes(
    qtbot: QtBot, opened: tuple[MainWindow, House]
) -> None:
    window, house = opened
    window.show_place(Place(INTERVIEWS, house.done))
    editor = _focus()
    qtbot.keyClicks(editor, " more")
    window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)

    assert Edit(window).says("Undo") == "Undo typing"


def test_a_step_chosen_in_the_search_is_the_step_that_is_taken_back(
    qtbot: QtBot, opened: tuple[MainWindow, House]
) -> None:
    window, house = opened
    step = Edit(window).says("Undo")
    window.show_place(Place(INTERVIEWS, house.done))
    editor = _focus()
    assert isinstance(editor, LineEditor)
    qtbot.keyClicks(editor, " more")
    text = editor.toPlainText()
    qtbot.keyClick(editor, Qt.Key.Key_K, _CTRL)
    qtbot.keyClicks(_focus(), ">undo")
    qtbot.keyClick(_focus(), Qt.Key.Key_Return)

    assert editor.toPlainText() == text
    assert _said(window) == step.replace("Undo ", "Undone: ")


def _said(window: MainWindow) -> str:
    label = window.findChild(QLabel, "message")
    assert isinstance(label, QLabel)
    return label.text()
