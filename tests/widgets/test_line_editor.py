"""The notes editor: loading and storing, keys, marks."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme
from infoview_gui.widgets.line_editor import LineEditor
from infoview_gui.widgets.line_text import clean, is_clean, utf16_offset
from tests.theme.look import dressed
from tests.widgets.line_notes import ALT, CTRL, SHIFT, START, Notes, read_mark, text_data


@pytest.fixture
def notes(qtbot: QtBot) -> Iterator[Notes]:
    made = Notes(qtbot)
    yield made
    QGuiApplication.clipboard().clear()


def test_a_fresh_editor_has_nothing_to_undo(notes: Notes) -> None:
    assert not notes.editor.document().isUndoAvailable()
    notes.editor.set_text_size(20)
    assert not notes.editor.document().isUndoAvailable()


def test_load_and_snapshot_give_the_same(notes: Notes) -> None:
    notes.editor.load("one\n\ntwo 😀\u00a0end", [5, 7, 9])
    assert notes.editor.snapshot() == ("one\n\ntwo 😀\u00a0end", [5, 5, 9])
    assert not notes.editor.document().isUndoAvailable()
    assert notes.editor.textCursor().atEnd()


def test_missing_moments_become_now(notes: Notes) -> None:
    notes.now = 42
    notes.editor.load("one\ntwo\nthree", [1, None])
    assert notes.lines() == [("one", 1), ("two", 42), ("three", 42)]


def test_moments_beyond_32_bits_are_kept(notes: Notes) -> None:
    notes.editor.load("one", [1_764_000_000_123])
    assert notes.lines() == [("one", 1_764_000_000_123)]


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(), surrogates=st.booleans())
def test_any_text_comes_back(notes: Notes, text: str, surrogates: bool) -> None:
    given = text + "a\ud800b\0" if surrogates else text
    notes.editor.load(given, [])
    seen, moments = notes.editor.snapshot()
    assert seen == clean(given)
    assert len(moments) == seen.count("\n") + 1
    notes.editor.load(seen, moments)
    assert notes.editor.snapshot() == (seen, moments)


def test_every_kind_of_line_separator_begins_a_line(notes: Notes) -> None:
    notes.editor.insert_text("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h\ni")
    assert notes.editor.snapshot()[0] == "a\nb\nc\nd\ne\nf\ng\nh\ni"


def test_loading_is_no_change_by_the_user_and_typing_is(notes: Notes, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(notes.editor.changed):
        notes.editor.load("one\ntwo", [1, 2])
    with qtbot.waitSignal(notes.editor.changed):
        notes.type("x", 3)
    with qtbot.waitSignal(notes.editor.changed):
        notes.press(Qt.Key.Key_Z, CTRL)
    with qtbot.assertNotEmitted(notes.editor.changed):
        notes.press(Qt.Key.Key_Left)


def test_half_an_emoji_does_not_keep_the_note_from_being_stored(notes: Notes) -> None:
    notes.editor.load("a😀b", [1])
    cursor = QTextCursor(notes.editor.document())
    cursor.setPosition(1)
    cursor.setPosition(2, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert notes.editor.snapshot() == ("ab", [1])


def test_dictated_separators_are_stored_as_lines(notes: Notes) -> None:
    notes.editor.load("one\ntwo", [1, 2])
    QTextCursor(notes.editor.document()).insertText("a\u2028b\x0bc")
    assert notes.lines() == [("a", 1), ("b", 1), ("cone", 1), ("two", 2)]


@given(text=st.text())
def test_clean_text_is_known_as_clean(text: str) -> None:
    assert is_clean(clean(text))
    assert is_clean(text) == (clean(text) == text)


def test_undo_stays_in_the_editor(notes: Notes, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    asked: list[str] = []
    for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo):
        action = QAction("Program", window)
        action.setShortcuts(key)
        action.triggered.connect(lambda: asked.append("program"))
        window.addAction(action)
    window.setCentralWidget(notes.editor)
    window.show()
    qtbot.waitExposed(window)
    notes.editor.setFocus()
    notes.type("x", 1)
    for _ in range(3):
        notes.press(Qt.Key.Key_Z, CTRL)
        notes.press(Qt.Key.Key_Z, CTRL | SHIFT)
        notes.press(Qt.Key.Key_Z, CTRL)
    assert asked == []
    assert notes.editor.snapshot()[0] == ""
    window.takeCentralWidget()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_Up, ALT), (Qt.Key.Key_0, CTRL), (Qt.Key.Key_Equal, CTRL), (Qt.Key.Key_Z, CTRL)],
)
def test_own_keys_are_claimed_unless_read_only(
    notes: Notes, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    def claimed() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(notes.editor, event)
        return event.isAccepted()

    assert claimed()
    notes.editor.setReadOnly(True)
    assert not claimed()


def test_read_only_notes_cannot_be_typed_pasted_or_moved(notes: Notes) -> None:
    notes.editor.load("one\n\ntwo", [1, 1, 2])
    notes.editor.setReadOnly(True)
    notes.select(4)
    notes.type("x", 3)
    notes.press(Qt.Key.Key_Return)
    notes.press(Qt.Key.Key_Up, ALT)
    notes.editor.insertFromMimeData(text_data("x"))
    assert notes.editor.snapshot()[0] == "one\n\ntwo"


def test_tab_leaves_the_editor(notes: Notes, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = QVBoxLayout(box)
    after = QPushButton("After")
    layout.addWidget(notes.editor)
    layout.addWidget(after)
    box.show()
    qtbot.waitExposed(box)
    notes.editor.setFocus()
    notes.press(Qt.Key.Key_Tab)
    assert box.focusWidget() is after
    assert notes.editor.snapshot()[0] == ""
    notes.editor.setParent(None)


def test_the_text_grows_and_shrinks_within_bounds(notes: Notes) -> None:
    narrow = notes.editor.viewportMargins().left()
    notes.press(Qt.Key.Key_Plus, CTRL)
    assert notes.editor.text_size() == 16
    assert notes.editor.viewportMargins().left() > narrow
    for _ in range(30):
        notes.press(Qt.Key.Key_Minus, CTRL)
    assert notes.editor.text_size() == 10
    notes.press(Qt.Key.Key_0, CTRL)
    assert notes.editor.text_size() == 14
    assert not notes.editor.document().isUndoAvailable()


def test_the_size_of_the_text_survives_another_theme(qapp: QApplication, qtbot: QtBot) -> None:
    with dressed(qapp) as theme:
        editor = LineEditor(theme, now=lambda: 0, margin_text=str, mark=read_mark)
        qtbot.addWidget(editor)
        editor.show()
        editor.set_text_size(18)
        theme.set_scheme(Scheme.DARK)
        assert editor.document().defaultFont().pixelSize() == 18
        assert editor.fontMetrics().height() == QFontMetrics(theme.font(18)).height()
        editor.close()


@pytest.mark.parametrize("letter", ["ż", "€", "\u00a0", "日"])
def test_alt_gr_and_other_scripts_type_with_their_moment(notes: Notes, letter: str) -> None:
    notes.now = 4000
    key = QKeyEvent(QEvent.Type.KeyPress, 0, CTRL | ALT, letter)
    QApplication.sendEvent(notes.editor, key)
    assert notes.lines() == [(letter, 4000)]


def test_f7_goes_round_the_marks_and_keeps_the_moment(notes: Notes) -> None:
    notes.editor.load("one\ntwo", [1000, 2000])
    notes.now = 9000
    seen = []
    for _ in range(4):
        notes.editor.cycle_mark(["!", "~ ", "@"])
        seen.append(notes.lines()[1])
    assert seen == [("! two", 2000), ("~ two", 2000), ("@ two", 2000), ("two", 2000)]
    notes.press(Qt.Key.Key_Z, CTRL)
    assert notes.lines()[1] == ("@ two", 2000)
    notes.type("!", 9500)
    assert notes.lines()[1][1] == 2000


def test_f7_on_an_empty_line_lets_one_type_on(notes: Notes) -> None:
    notes.now = 3000
    notes.editor.cycle_mark(["!"])
    notes.type("so", 4000)
    assert notes.lines() == [("! so", 3000)]


def test_a_mark_can_be_taken_away(notes: Notes) -> None:
    notes.editor.load("! 😀 one\nplain", [1000, 2000])
    notes.select(0)
    notes.editor.make_plain()
    assert notes.lines() == [("😀 one", 1000), ("plain", 2000)]
    notes.editor.make_plain()
    assert notes.lines()[0] == ("😀 one", 1000)
    notes.press(Qt.Key.Key_Z, CTRL)
    assert notes.lines()[0] == ("! 😀 one", 1000)


def formats(editor: LineEditor, line: int) -> list[tuple[int, int, bool, str]]:
    return [
        (
            part.start,
            part.length,
            part.format.fontWeight() == 700,
            part.format.foreground().color().name(),
        )
        for part in editor.document().findBlockByNumber(line).layout().formats()
    ]


def test_heads_are_bold_in_their_tone_counted_in_utf16(notes: Notes, qtbot: QtBot) -> None:
    notes.editor.load("@ Lena 😀, leads\n! so\nplain", [START, START, START])
    violet, amber = notes.theme.colour("violet").name(), notes.theme.colour("amber").name()
    qtbot.waitUntil(lambda: bool(formats(notes.editor, 0)))
    assert formats(notes.editor, 0) == [(0, 9, True, violet)]
    assert formats(notes.editor, 1) == [(0, 2, True, amber)]
    assert formats(notes.editor, 2) == []
    assert not notes.editor.document().isUndoAvailable()


def test_prep_lines_are_muted_until_the_meaning_changes(notes: Notes, qtbot: QtBot) -> None:
    notes.editor.load("early\nlate", [1000, START + 1])
    muted = notes.theme.colour("muted").name()
    qtbot.waitUntil(lambda: bool(formats(notes.editor, 0)))
    assert formats(notes.editor, 0) == [(0, 5, False, muted)]
    assert formats(notes.editor, 1) == []
    notes.start = 0
    notes.editor.refresh_margin()
    assert formats(notes.editor, 0) == []


def test_colours_follow_the_theme(notes: Notes, qtbot: QtBot) -> None:
    notes.editor.load("! so", [START])
    qtbot.waitUntil(lambda: bool(formats(notes.editor, 0)))
    light = formats(notes.editor, 0)
    notes.theme.set_scheme(Scheme.DARK)
    assert formats(notes.editor, 0) != light
    assert formats(notes.editor, 0)[0][3] == notes.theme.colour("amber").name()


@given(text=st.text())
def test_code_points_become_utf16_positions(text: str) -> None:
    for position in (0, len(text) // 2, len(text)):
        assert utf16_offset(text, position) == len(text[:position].encode("utf-16-le")) // 2


def test_both_keys_for_redo_bring_typing_back(notes: Notes, qtbot: QtBot) -> None:
    for key, held in ((Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)):
        notes.editor.load("", [])
        qtbot.keyClicks(notes.editor, "send article")
        qtbot.keyClick(notes.editor, Qt.Key.Key_Z, CTRL)
        assert notes.editor.snapshot()[0] == ""
        qtbot.keyClick(notes.editor, key, held)
        assert notes.editor.snapshot()[0] == "send article"


def test_a_slip_towards_a_menu_writes_nothing(notes: Notes, qtbot: QtBot) -> None:
    notes.editor.load("moods", [1])
    QApplication.sendEvent(notes.editor, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_O, ALT, "o"))
    assert notes.editor.snapshot()[0] == "moods"
