"""The margin of the notes: what it shows, and that it is painted in time."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from tests.widgets.line_notes import ALT, CTRL, START, Notes


@pytest.fixture
def notes(qtbot: QtBot) -> Iterator[Notes]:
    made = Notes(qtbot)
    yield made
    QGuiApplication.clipboard().clear()


def shown(notes: Notes, qtbot: QtBot, width: int = 700, height: int = 400) -> None:
    notes.editor.resize(width, height)
    notes.editor.show()
    qtbot.waitExposed(notes.editor)
    notes.asked.clear()
    notes.editor.grab()


def test_the_margin_asks_for_lines_with_text_only(notes: Notes, qtbot: QtBot) -> None:
    notes.editor.load("early\n\nlate " + "word " * 60 + "\n", [1000, None, START, None])
    shown(notes, qtbot)
    assert sorted({moment or 0 for moment in notes.asked}) == [1000, START]
    assert None not in notes.asked
    assert notes.asked.count(START) == notes.asked.count(1000)


def test_only_visible_lines_are_painted(notes: Notes, qtbot: QtBot) -> None:
    notes.editor.load("\n".join(["line"] * 2000), list(range(2000)))
    shown(notes, qtbot)
    assert 0 < len(set(notes.asked)) < 30
    assert 1999 in notes.asked


def column(notes: Notes, token: str, margin: range | None = None) -> set[int]:
    """The x of all pixels of the margin in exactly this colour."""
    margin = margin or range(notes.editor.viewport().x())
    picture = notes.editor.grab().toImage()
    wanted = notes.theme.colour(token).rgb()
    return {x for x in margin for y in range(picture.height()) if picture.pixel(x, y) == wanted}


def test_marked_lines_show_their_icon_and_a_rule_parts_the_margin(
    notes: Notes, qtbot: QtBot
) -> None:
    notes.editor.load("plain", [START])
    shown(notes, qtbot)
    rule = notes.editor.viewport().x() - 1
    assert rule in column(notes, "border")
    assert not column(notes, "amber")
    notes.editor.load("! marked", [START])
    assert column(notes, "amber")
    assert max(column(notes, "amber")) < rule


def test_the_margin_stands_where_reading_begins(notes: Notes, qtbot: QtBot) -> None:
    notes.editor.load("! marked", [START])
    shown(notes, qtbot)
    at_left = notes.editor.viewport().x()
    notes.editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    text = notes.editor.viewport().geometry()
    margin = range(text.right() + 1, notes.editor.width())
    assert len(margin) == at_left
    assert min(column(notes, "border", margin)) == margin.start
    assert margin.start < min(column(notes, "amber", margin)) < margin.start + 27


def test_painting_after_each_edit_equals_painting_anew(notes: Notes, qtbot: QtBot) -> None:
    notes.editor.setCursorWidth(0)
    notes.editor.load("one\ntwo\n! three\n@ four, x\nfive", [1000, START, START, START, START])
    shown(notes, qtbot)

    def same() -> bool:
        QApplication.processEvents()
        area = notes.editor.rect()
        on_screen = notes.editor.screen().grabWindow(notes.editor.winId()).toImage()
        return bool(
            on_screen.copy(area)
            == notes.editor.grab().toImage().convertToFormat(on_screen.format())
        )

    steps: list[Callable[[], None]] = [
        lambda: notes.type(" more", START),
        lambda: notes.select(0, 4),
        lambda: notes.press(Qt.Key.Key_X, CTRL),
        lambda: notes.press(Qt.Key.Key_Down, ALT),
        lambda: notes.editor.cycle_mark(["!"]),
        lambda: notes.editor.cycle_mark(["!"]),
        lambda: notes.press(Qt.Key.Key_Return),
        lambda: notes.editor.insert_text("word " * 80),
        lambda: notes.press(Qt.Key.Key_Z, CTRL),
        lambda: notes.editor.insert_text("line\n" * 40),
        lambda: notes.press(Qt.Key.Key_Home, CTRL),
        lambda: notes.editor.verticalScrollBar().setValue(37),
        notes.editor.selectAll,
        lambda: notes.press(Qt.Key.Key_Delete),
    ]
    for number, step in enumerate(steps):
        step()
        assert same(), number


def test_the_placeholder_and_name_are_those_of_the_owner(notes: Notes, qtbot: QtBot) -> None:
    notes.editor.setAccessibleName("Notes")
    notes.editor.setPlaceholderText("One thought a line")
    shown(notes, qtbot)
    assert notes.editor.accessibleName() == "Notes"
    assert notes.asked == []
    assert notes.editor.childAt(QPoint(2, 50)) is not None
    assert not notes.editor.findChildren(QLineEdit)
