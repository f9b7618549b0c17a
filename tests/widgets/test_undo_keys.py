"""Ctrl+Z goes to the field while it has typing to undo, and to the program otherwise."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.widgets.undo_keys import UndoPassing, forget_typing, pass_undo_on


class Window(QWidget):
    """A window whose own undo and redo only count."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.undone = 0
        self.redone = 0
        QVBoxLayout(self).addWidget(field)
        self._add(QKeySequence.StandardKey.Undo, self._on_undo)
        self._add(QKeySequence.StandardKey.Redo, self._on_redo)

    def _add(self, keys: QKeySequence.StandardKey, slot: object) -> None:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        self.addAction(action)

    def _on_undo(self) -> None:
        self.undone += 1

    def _on_redo(self) -> None:
        self.redone += 1


def editable_combo() -> QComboBox:
    combo = QComboBox()
    combo.setEditable(True)
    pass_undo_on(combo)
    return combo


def spin_box() -> QSpinBox:
    box = QSpinBox()
    box.setMaximum(1000)
    pass_undo_on(box)
    return box


def press_redo(qtbot: QtBot, field: QWidget) -> None:
    keys = QKeySequence(QKeySequence.StandardKey.Redo)[0]  # Ctrl+Y or Ctrl+Shift+Z
    qtbot.keyClick(field, keys.key(), keys.keyboardModifiers())


def shown(qtbot: QtBot, field: QWidget) -> Window:
    window = Window(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return window


@pytest.fixture(params=[UndoPassing, editable_combo, spin_box])
def field(request: pytest.FixtureRequest) -> QWidget:
    made: QWidget = request.param()
    return made


def line_of(field: QWidget) -> QLineEdit:
    line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    assert line is not None
    return line


def test_untouched_field_passes_undo_and_redo_on(qtbot: QtBot, field: QWidget) -> None:
    window = shown(qtbot, field)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press_redo(qtbot, field)
    assert (window.undone, window.redone) == (1, 1)


def test_typing_is_undone_in_the_field_first(qtbot: QtBot, field: QWidget) -> None:
    window = shown(qtbot, field)
    line_of(field).selectAll()
    qtbot.keyClicks(field, "42")
    assert line_of(field).text() == "42"
    for _ in range(6):
        if not line_of(field).isUndoAvailable():
            break
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line_of(field).text() != "42"
    assert window.undone == 0
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.undone == 1


def test_field_redoes_its_own_typing(qtbot: QtBot) -> None:
    field = UndoPassing()
    window = shown(qtbot, field)
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    press_redo(qtbot, field)
    assert field.text() == "a"
    assert (window.undone, window.redone) == (0, 0)


def test_field_that_was_left_hands_its_undo_over(qtbot: QtBot) -> None:
    field = UndoPassing()
    window = shown(qtbot, field)
    qtbot.keyClicks(field, "abc")
    forget_typing(field)
    assert field.text() == "abc"
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "abc"
    assert window.undone == 1


def test_other_keys_stay_in_the_field(qtbot: QtBot) -> None:
    field = UndoPassing("word")
    window = shown(qtbot, field)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "wor"
    assert field.selectedText() == "wor"
    assert window.undone == 0
