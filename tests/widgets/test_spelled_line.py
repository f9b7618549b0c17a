"""A line whose words are marked: dots, its menu, what is being typed, what is said of it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Theme
from infoview_gui.widgets.letter_spots import Look, Spot
from infoview_gui.widgets.spelled_line import SpelledLine
from tests.theme.look import dressed, shows

TEXT = "🎉 I am glda of it"
AT = TEXT.index("glda")
WRONG = Spot(
    AT,
    AT + 4,
    Look.SPELLING,
    "“glda” may be misspelt",
    verbs=("Add to dictionary",),
    find_offers=lambda: ("glad", "gold"),
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> Iterator[SpelledLine]:
    window = QWidget()
    column = QVBoxLayout(window)
    made = SpelledLine(theme, window)
    column.addWidget(made)
    column.addWidget(QLineEdit(window))
    qtbot.addWidget(window)
    window.resize(400, 120)
    window.show()
    window.activateWindow()
    made.setFocus()
    made.setText(TEXT)
    made.mark([WRONG])
    qtbot.waitUntil(made.hasFocus)
    yield made
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def _menu(line: SpelledLine, place: QPoint, reason: QContextMenuEvent.Reason) -> QMenu:
    QApplication.sendEvent(line, QContextMenuEvent(reason, place, line.mapToGlobal(place)))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def _choose(menu: QMenu, row: str) -> None:
    (action,) = [one for one in menu.actions() if one.text() == row]
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def test_a_marked_word_has_dots_and_is_told(line: SpelledLine, theme: Theme) -> None:
    assert shows(line, theme.colour("violet"))
    assert line.accessibleDescription().startswith("“glda” may be misspelt.")
    line.mark([])
    assert not shows(line, theme.colour("violet"))
    assert line.accessibleDescription() == ""


@pytest.mark.parametrize("by_key", [True, False])
def test_its_menu_offers_words_as_one_step_back(line: SpelledLine, by_key: bool) -> None:
    edited: list[str] = []
    line.textEdited.connect(edited.append)
    line.setCursorPosition(AT + 3)  # the party popper is two of Qt's units
    place = line.cursorRect().center()
    reason = QContextMenuEvent.Reason
    menu = _menu(line, place, reason.Keyboard if by_key else reason.Mouse)
    assert [one.text() for one in menu.actions()][:2] == ["glad", "gold"]
    _choose(menu, "glad")
    assert line.text() == TEXT.replace("glda", "glad")
    assert edited == [line.text()]
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == TEXT


def test_a_verb_is_asked_for(line: SpelledLine) -> None:
    asked: list[tuple[Spot, int]] = []
    line.asked.connect(lambda spot, verb: asked.append((spot, verb)))
    line.setCursorPosition(AT + 2)
    _choose(_menu(line, QPoint(5, 5), QContextMenuEvent.Reason.Keyboard), "Add to dictionary")
    assert asked == [(WRONG, 0)]


def test_the_word_being_typed_is_marked_when_the_line_is_left(
    line: SpelledLine, theme: Theme
) -> None:
    line.setText("glda")
    line.setText("gld")
    QTest.keyClicks(line, "a")
    line.mark([Spot(0, 4, Look.SPELLING, "“glda” may be misspelt")])
    assert not shows(line, theme.colour("violet"))
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert shows(line, theme.colour("violet"))


def test_other_text_has_no_marks_until_it_is_looked_up(line: SpelledLine, theme: Theme) -> None:
    line.setText("short")
    assert not shows(line, theme.colour("violet"))
    menu = _menu(line, QPoint(5, 5), QContextMenuEvent.Reason.Keyboard)
    assert "glad" not in [one.text() for one in menu.actions()]
