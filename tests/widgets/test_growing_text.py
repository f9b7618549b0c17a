"""A field of several lines that grows, and leaves undo to the program when it has none."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.widgets.growing_text import GrowingText


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def field(page: QWidget, qtbot: QtBot) -> GrowingText:
    made = GrowingText("Note", page, least=1, most=3, around=18)
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(QLineEdit(page))
    column.addStretch(1)
    page.resize(300, 300)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    made.setFocus()
    return made


def is_wanted(field: GrowingText, key: Qt.Key) -> bool:
    """Whether the field keeps Ctrl and this key from being a shortcut of the program."""
    control = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, control)
    event.ignore()
    QCoreApplication.sendEvent(field, event)
    return event.isAccepted()


def test_it_grows_with_the_lines_up_to_the_most(field: GrowingText) -> None:
    line = field.fontMetrics().lineSpacing()
    heights = []
    for lines in (1, 2, 3, 4):
        field.setPlainText("\n".join("x" * lines))
        heights.append(field.sizeHint().height())
    assert heights == [line + 18, 2 * line + 18, 3 * line + 18, 3 * line + 18]
    assert field.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_undo_is_its_own_only_while_something_was_typed(field: GrowingText) -> None:
    assert not is_wanted(field, Qt.Key.Key_Z)
    QTest.keyClicks(field, "typed")
    assert is_wanted(field, Qt.Key.Key_Z)
    field.forget_typing()
    assert not is_wanted(field, Qt.Key.Key_Z)


def test_tab_leaves_it(field: GrowingText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Tab)
    assert not field.hasFocus()
