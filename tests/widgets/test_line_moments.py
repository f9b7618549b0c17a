"""When a line was begun: what each way of editing makes of it."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QPixmap,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from infoview_gui.widgets.line_text import broken
from tests.widgets.line_notes import ALT, CTRL, SHIFT, Notes, text_data


@pytest.fixture
def notes(qtbot: QtBot) -> Iterator[Notes]:
    made = Notes(qtbot)
    yield made
    QGuiApplication.clipboard().clear()


def test_a_line_begins_with_its_first_letter_not_with_enter(notes: Notes) -> None:
    notes.type("one", 1000)
    notes.press(Qt.Key.Key_Return, at=2000)
    notes.type("two", 9000)
    notes.type(" more", 10_000)
    assert notes.lines() == [("one", 1000), ("two more", 9000)]


def test_a_split_line_keeps_its_moment_on_both_sides(notes: Notes) -> None:
    notes.editor.load("onetwo", [1000])
    notes.select(3)
    notes.press(Qt.Key.Key_Return, at=5000)
    assert notes.lines() == [("one", 1000), ("two", 1000)]


@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_enter_with_shift_is_enter(notes: Notes, modifiers: Qt.KeyboardModifier) -> None:
    notes.editor.load("one", [1000])
    notes.press(Qt.Key.Key_Enter, modifiers, at=2000)
    notes.type("two", 3000)
    assert notes.lines() == [("one", 1000), ("two", 3000)]


def test_joining_keeps_the_moment_of_the_first(notes: Notes) -> None:
    notes.editor.load("one\ntwo", [1000, 2000])
    notes.select(4)
    notes.press(Qt.Key.Key_Backspace, at=5000)
    assert notes.lines() == [("onetwo", 1000)]
    notes.press(Qt.Key.Key_Z, CTRL)
    assert notes.lines() == [("one", 1000), ("two", 2000)]


def test_deleting_an_empty_line_leaves_the_next_its_moment(notes: Notes) -> None:
    notes.editor.load("\ntwo", [None, 2000])
    notes.select(0)
    notes.press(Qt.Key.Key_Delete, at=5000)
    assert notes.lines() == [("two", 2000)]


def test_selecting_all_and_typing_begins_anew(notes: Notes) -> None:
    notes.editor.load("one\ntwo", [1000, 2000])
    notes.editor.selectAll()
    notes.type("new", 5000)
    assert notes.lines() == [("new", 5000)]
    notes.press(Qt.Key.Key_Z, CTRL)
    assert notes.lines() == [("one", 1000), ("two", 2000)]


def test_letters_of_a_line_are_one_undo_step_with_its_moment(notes: Notes) -> None:
    notes.type("hello", 1000)
    notes.press(Qt.Key.Key_Z, CTRL)
    assert notes.editor.snapshot()[0] == ""
    notes.press(Qt.Key.Key_Z, CTRL | SHIFT, at=9000)
    assert notes.lines() == [("hello", 1000)]


def test_lines_cut_and_pasted_keep_their_moments(notes: Notes) -> None:
    notes.editor.load("one\ntwo\nthree\n", [1000, 2000, 3000])
    notes.select(0, 4)
    notes.press(Qt.Key.Key_X, CTRL, at=8000)
    notes.press(Qt.Key.Key_End, CTRL)
    notes.press(Qt.Key.Key_V, CTRL, at=9000)
    assert notes.lines()[:3] == [("two", 2000), ("three", 3000), ("one", 1000)]


def test_a_block_from_elsewhere_shares_one_moment(notes: Notes) -> None:
    notes.editor.load("one\n", [1000])
    notes.now = 7000
    notes.editor.insertFromMimeData(text_data("a\nb\nc"))
    assert notes.lines() == [("one", 1000), ("a", 7000), ("b", 7000), ("c", 7000)]


def test_lines_of_another_note_begin_now(notes: Notes) -> None:
    notes.editor.load("one\ntwo", [1000, 2000])
    notes.editor.selectAll()
    notes.editor.copy()
    notes.editor.load("", [])
    notes.now = 9000
    notes.editor.paste()
    assert notes.lines() == [("one", 9000), ("two", 9000)]


@pytest.mark.parametrize(
    "hostile",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"origin": "x", "moments": [1, 2]}',
        b'{"origin": null, "moments": null}',
    ],
)
def test_a_foreign_clipboard_is_only_text(notes: Notes, hostile: bytes) -> None:
    data = text_data("a\nb")
    data.setData("application/x-infoview-lines", hostile)
    notes.now = 7000
    notes.editor.insertFromMimeData(data)
    assert notes.lines() == [("a", 7000), ("b", 7000)]


@pytest.mark.parametrize("moments", ['[true, "1"]', "[1.5, -1]", "[1e400, 99999999999999999999]"])
def test_moments_that_are_none_count_as_now(notes: Notes, moments: str) -> None:
    notes.editor.load("x", [1])
    notes.editor.selectAll()
    own = notes.editor.createMimeDataFromSelection()
    form = "application/x-infoview-lines"
    data = text_data("a\nb")
    data.setData(form, bytes(own.data(form).data()).replace(b"[1]", moments.encode()))
    notes.now = 7000
    notes.editor.insertFromMimeData(data)
    assert notes.lines() == [("a", 7000), ("b", 7000)]


def test_dragged_lines_keep_their_moments_as_one_undo_step(notes: Notes, qtbot: QtBot) -> None:
    before = [("one", 1000), ("two", 2000), ("three", 3000), ("", 3000)]
    notes.editor.load("one\ntwo\nthree\n", [1000, 2000, 3000])
    notes.editor.resize(600, 300)
    notes.editor.show()
    notes.select(0, 4)
    # Qt drops what is dragged inside an editor in this order, in one edit block.
    data = notes.editor.createMimeDataFromSelection()
    target = QTextCursor(notes.editor.document())
    target.movePosition(QTextCursor.MoveOperation.End)
    target.beginEditBlock()
    notes.editor.textCursor().removeSelectedText()
    notes.editor.setTextCursor(target)
    notes.now = 9000
    notes.editor.insertFromMimeData(data)
    target.endEditBlock()
    assert notes.lines()[:3] == [("two", 2000), ("three", 3000), ("one", 1000)]
    notes.press(Qt.Key.Key_Z, CTRL)
    assert notes.lines() == before


def test_text_dropped_from_elsewhere_begins_now(notes: Notes, qtbot: QtBot) -> None:
    notes.editor.load("one", [1000])
    notes.editor.resize(600, 300)
    notes.editor.show()
    notes.now = 9000
    data = text_data("a\nb")
    at = notes.editor.cursorRect().center()
    drop = QDropEvent(
        QPointF(at),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    notes.editor.dropEvent(drop)
    assert notes.lines() == [("onea", 1000), ("b", 9000)]


def test_moving_lines_keeps_moments_and_the_caret_and_is_one_step(notes: Notes) -> None:
    before = [("one", 1000), ("two", 2000), ("three", 3000)]
    notes.editor.load("one\ntwo\nthree", [1000, 2000, 3000])
    notes.select(1)
    notes.press(Qt.Key.Key_Down, ALT)
    assert notes.lines() == [before[1], before[0], before[2]]
    assert notes.editor.textCursor().position() == 5
    notes.press(Qt.Key.Key_Down, ALT)
    notes.press(Qt.Key.Key_Down, ALT)
    assert notes.lines() == [before[1], before[2], before[0]]
    notes.press(Qt.Key.Key_Z, CTRL)
    notes.press(Qt.Key.Key_Z, CTRL)
    assert notes.lines() == before
    assert not notes.editor.document().isUndoAvailable()


def test_a_selection_of_lines_moves_together(notes: Notes) -> None:
    notes.editor.load("one\ntwo\nthree", [1000, 2000, 3000])
    notes.select(5, 9)
    notes.press(Qt.Key.Key_Up, ALT)
    assert notes.lines() == [("two", 2000), ("three", 3000), ("one", 1000)]
    assert notes.editor.textCursor().selectedText() == "wo\u2029t"


def test_input_methods_and_dead_keys_give_moments(notes: Notes) -> None:
    notes.editor.load("one\n", [1000])
    notes.now = 2000
    QApplication.sendEvent(notes.editor, QInputMethodEvent("に", []))
    assert notes.editor.snapshot()[0] == "one\n"
    event = QInputMethodEvent("", [])
    event.setCommitString("日本")
    notes.now = 3000
    QApplication.sendEvent(notes.editor, event)
    assert notes.lines() == [("one", 1000), ("日本", 3000)]
    assert notes.editor.document().lastBlock().layout().preeditAreaText() == ""
    notes.press(Qt.Key.Key_Z, CTRL)
    assert notes.editor.snapshot()[0] == "one\n"


def test_a_commit_of_several_lines_leaves_no_unfinished_text(notes: Notes) -> None:
    QApplication.sendEvent(notes.editor, QInputMethodEvent("unfinished", []))
    event = QInputMethodEvent("", [])
    event.setCommitString("a\nb")
    notes.now = 3000
    QApplication.sendEvent(notes.editor, event)
    assert notes.lines() == [("a", 3000), ("b", 3000)]
    assert notes.editor.document().firstBlock().layout().preeditAreaText() == ""


def test_dictated_lines_get_moments_and_one_undo_step(notes: Notes) -> None:
    for number, word in enumerate(["one", "\n", "two"]):
        notes.now = 1000 * (number + 1)
        cursor = QTextCursor(notes.editor.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(word)
    assert notes.lines() == [("one", 1000), ("two", 3000)]
    notes.press(Qt.Key.Key_Z, CTRL)
    assert notes.lines() == [("one", 1000), ("", 1000)]


def test_begin_line_puts_the_caret_on_an_empty_last_line(notes: Notes) -> None:
    notes.editor.load("prep", [1000])
    notes.select(0)
    notes.editor.begin_line()
    notes.editor.begin_line()
    notes.type("x", 5000)
    assert notes.lines() == [("prep", 1000), ("x", 5000)]


def test_rich_text_and_files_are_not_taken(notes: Notes) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold <i>")
    notes.editor.insertFromMimeData(data)
    assert notes.editor.snapshot()[0] == "bold <i>"
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/contacts.csv")])  # noqa: S108 - not opened
    assert not notes.editor.canInsertFromMimeData(files)
    picture = QMimeData()
    picture.setImageData(QPixmap(1, 1))
    assert not notes.editor.canInsertFromMimeData(picture)


def test_markup_is_text(notes: Notes) -> None:
    notes.editor.load("<img src=x> <b>a</b> &amp;", [1])
    assert notes.editor.snapshot()[0] == "<img src=x> <b>a</b> &amp;"


def test_a_wall_of_text_is_broken_between_words(notes: Notes) -> None:
    wall = " ".join(["word"] * 20_000)
    notes.now = 7000
    notes.editor.insertFromMimeData(text_data(wall))
    text, moments = notes.editor.snapshot()
    assert text.replace("\n", " ") == wall
    assert max(map(len, text.split("\n"))) <= 2000
    assert set(moments) == {7000}


@given(
    line=st.text(st.sampled_from("ab 日\u0301\u200d😀"), max_size=300), longest=st.integers(1, 40)
)
def test_breaking_loses_nothing_but_the_space_at_the_break(line: str, longest: int) -> None:
    parts = broken(line, longest)
    assert all(len(part) <= longest for part in parts)
    assert re.fullmatch(" ?".join(map(re.escape, parts)), line)


def test_own_long_lines_are_moved_unbroken(notes: Notes) -> None:
    line = "word " * 600
    notes.editor.load(line + "\nlast", [1, 2])
    notes.editor.selectAll()
    notes.editor.cut()
    notes.editor.paste()
    assert notes.lines() == [(line, 1), ("last", 2)]


def test_no_break_spaces_and_emoji_survive_copying(notes: Notes) -> None:
    notes.editor.load("a\u00a0b 👩‍🚀\nc", [1, 2])
    notes.editor.selectAll()
    notes.editor.copy()
    assert QGuiApplication.clipboard().text() == "a\u00a0b 👩‍🚀\nc"


def test_a_long_dictated_text_is_taken_as_a_whole(notes: Notes) -> None:
    """A screen reader may set a whole note at once."""
    notes.now = 5000
    QTextCursor(notes.editor.document()).insertText("\n".join(["word"] * 3000))
    assert notes.lines() == [("word", 5000)] * 3000
