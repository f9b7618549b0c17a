"""The editor of a letter: plain text, marks that follow the typing, cards, fields, keys, undo."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QGuiApplication, QHelpEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.letter_editor import LetterEditor, Look, Spot
from infoview_gui.widgets.line_text import clean
from tests.theme.look import dressed, shows

Key = Qt.Key
NO, ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TEXT = "Dear 🎉 Amara,\n\nPlease hire me. It was ‹how many› minutes.\n\nThe notebook comes."
OFFER = "How does a team grow?"


def read(text: str) -> list[Spot]:
    """What a letter's owner would say of it, in short."""
    found = []
    for one in re.finditer(r"(hire me)|(‹[^›]*›)|(notebook)", text):
        if one[1]:
            words = ("This asks for a job", "Ask for advice.", (OFFER, "Other <b>words</b> & more"))
            found.append(Spot(*one.span(), Look.WRONG, *words))
        elif one[2]:
            found.append(Spot(*one.span(), Look.FIELD, "Missing", "Type it here."))
        else:
            found.append(Spot(*one.span(), Look.WOVEN))
    return found


class Desk:
    """An editor with a button behind it, in a window."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.editor = LetterEditor(theme, "Letter", read=read)
        self.after = QPushButton("Send")
        column = QVBoxLayout(self.window)
        column.addWidget(self.editor)
        column.addWidget(self.after)
        qtbot.addWidget(self.window)
        self.window.resize(640, 480)
        self.window.show()
        self.window.activateWindow()
        self.editor.setFocus()
        self.editor.load(TEXT)
        qtbot.waitUntil(self.editor.hasFocus)

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.editor, words)

    def put_caret(self, words: str, offset: int = 0) -> None:
        found = self.editor.document().find(words)
        cursor = self.editor.textCursor()
        cursor.setPosition(found.selectionStart() + offset)
        self.editor.setTextCursor(cursor)

    def click(self, words: str) -> None:
        cursor = self.editor.document().find(words)
        cursor.setPosition(cursor.selectionStart() + 2)
        where = self.editor.cursorRect(cursor).center()
        QTest.mouseClick(
            self.editor.viewport(), Qt.MouseButton.LeftButton, NO, QPoint(where.x(), where.y())
        )

    @property
    def chosen(self) -> str:
        return self.editor.textCursor().selectedText()

    @property
    def title(self) -> str | None:
        card = self.editor.card
        return card.title if card is not None and card.isVisible() else None


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    yield Desk(qtbot, theme)
    QGuiApplication.clipboard().clear()


# -- text


def test_a_fresh_editor_has_nothing_to_undo(theme: Theme, qtbot: QtBot) -> None:
    editor = LetterEditor(theme, "Letter", read=read)
    qtbot.addWidget(editor)
    editor.show()
    assert not editor.document().isUndoAvailable()


def test_load_and_text_give_the_same_and_undo_starts_anew(desk: Desk) -> None:
    desk.type("x")
    with desk.qtbot.assertNotEmitted(desk.editor.changed):
        desk.editor.load("one\n\ntwo 😀\u00a0end")
    assert desk.editor.text() == "one\n\ntwo 😀\u00a0end"
    assert not desk.editor.document().isUndoAvailable()


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=200), start=st.integers(0, 200), words=st.text(max_size=20))
def test_any_text_comes_back_and_is_replaced_where_asked(
    desk: Desk, text: str, start: int, words: str
) -> None:
    desk.editor.load(text)
    held = desk.editor.text()
    assert held == clean(text)
    start = min(start, len(held))
    desk.editor.replace(start, start + 3, words)
    after = held[:start] + clean(words) + held[start + 3 :]
    assert desk.editor.text() == after
    assert desk.editor.caret() == start + len(clean(words))
    desk.editor.undo()
    assert desk.editor.text() == held


def test_another_template_is_one_step_that_is_taken_back(desk: Desk) -> None:
    desk.type("Oh ")
    desk.editor.replace_all("Another\nletter")
    assert desk.editor.text() == "Another\nletter"
    desk.press(Key.Key_Z, CTRL)
    assert desk.editor.text() == f"Oh {TEXT}"
    desk.press(Key.Key_Y, CTRL)
    assert desk.editor.text() == "Another\nletter"


def test_only_plain_text_is_pasted_and_copied(desk: Desk) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("<b>plain</b>\u2028next")
    desk.editor.load("")
    desk.editor.insertFromMimeData(data)
    assert desk.editor.text() == "<b>plain</b>\nnext"
    desk.editor.selectAll()
    desk.editor.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == "<b>plain</b>\nnext"
    assert not copied.hasHtml()


def test_a_file_is_not_pasted(desk: Desk) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/etc/passwd")])
    data.setText("file:///etc/passwd")
    desk.editor.insertFromMimeData(data)
    assert desk.editor.text() == TEXT


def test_shift_enter_begins_a_line_as_enter_does(desk: Desk) -> None:
    desk.editor.load("")
    desk.type("a")
    desk.press(Key.Key_Return, SHIFT)
    desk.type("b")
    assert desk.editor.text() == "a\nb"


def test_tab_leaves_and_a_slip_towards_a_menu_writes_nothing(desk: Desk) -> None:
    desk.press(Key.Key_F, ALT)
    assert desk.editor.text() == TEXT
    desk.press(Key.Key_Tab)
    assert desk.after.hasFocus()


# -- marks


def test_marks_are_there_when_a_letter_is_shown(desk: Desk) -> None:
    assert [TEXT[one.start : one.end] for one in desk.editor.spots] == [
        "hire me",
        "‹how many›",
        "notebook",
    ]
    assert len(desk.editor.to_look_at) == 2
    assert desk.editor.accessibleDescription() == "2 things to look at; F7 goes to the next"


def test_marks_follow_what_is_typed(desk: Desk) -> None:
    desk.editor.moveCursor(QTextCursor.MoveOperation.End)
    with desk.qtbot.waitSignal(desk.editor.looked):
        desk.type(" Do hire me")
    assert len(desk.editor.to_look_at) == 3


def test_until_it_is_read_anew_a_mark_moves_with_its_words(desk: Desk, theme: Theme) -> None:
    desk.type("Oh! ")
    (wave,) = [
        one
        for one in desk.editor.extraSelections()
        if one.format.underlineColor() == theme.colour("red")
    ]
    assert wave.cursor.selectedText() == "hire me"


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_both_themes_show_waves_and_grounds(desk: Desk, theme: Theme, scheme: Scheme) -> None:
    theme.set_scheme(scheme)
    for token in ("amber-soft", "accent-soft"):
        assert shows(desk.editor, theme.colour(token)), token
    waves = {one.format.underlineColor().name() for one in desk.editor.extraSelections()}
    assert theme.colour("red").name() in waves


def test_a_spot_outside_the_text_is_left_out(qtbot: QtBot, theme: Theme) -> None:
    odd = [Spot(5, 3, Look.WRONG), Spot(-1, 2, Look.WRONG), Spot(0, 99, Look.WRONG)]
    editor = LetterEditor(theme, "Letter", read=lambda _text: odd)
    qtbot.addWidget(editor)
    editor.load("short")
    assert editor.spots == ()


def test_a_letter_that_was_sent_has_nothing_to_look_at(desk: Desk) -> None:
    desk.editor.setReadOnly(True)
    desk.editor.load(TEXT)
    assert desk.editor.spots == ()
    desk.type("x")
    desk.press(Key.Key_Y, CTRL)
    assert desk.editor.text() == TEXT


# -- the card


def test_f7_goes_round_the_things_to_look_at(desk: Desk) -> None:
    desk.press(Key.Key_F7)
    assert desk.title == "This asks for a job"
    desk.press(Key.Key_F7)
    assert desk.title == "Missing"
    assert desk.chosen == "‹how many›"
    desk.press(Key.Key_F7)
    assert desk.title == "This asks for a job"
    desk.press(Key.Key_F7, SHIFT)
    assert desk.title == "Missing"


def test_without_anything_to_look_at_f7_does_nothing(desk: Desk) -> None:
    desk.editor.load("All is well.")
    assert not desk.editor.go_on()
    assert desk.title is None


def test_alt_enter_takes_the_first_wording_as_one_step(desk: Desk) -> None:
    desk.press(Key.Key_F7)
    desk.press(Key.Key_Return, ALT)
    assert desk.editor.text() == TEXT.replace("hire me", OFFER)
    assert desk.title is None
    assert len(desk.editor.to_look_at) == 1
    desk.press(Key.Key_Z, CTRL)
    assert desk.editor.text() == TEXT


def test_tab_goes_to_the_wordings_and_enter_takes_one(desk: Desk) -> None:
    desk.press(Key.Key_F7)
    card = desk.editor.card
    assert card is not None
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Tab)
    assert card.buttons[1].hasFocus()
    assert card.isVisible()
    assert card.buttons[1].accessibleName() == "Replace: “Other <b>words</b> & more”"
    desk.press(Key.Key_Return)
    assert "Other <b>words</b> & more" in desk.editor.text()
    assert desk.editor.hasFocus()


@pytest.mark.parametrize("tabs", [0, 1])
def test_escape_closes_the_card_and_the_next_one_is_for_others(desk: Desk, tabs: int) -> None:
    desk.press(Key.Key_F7)
    for _ in range(tabs):
        desk.press(Key.Key_Tab)
    desk.press(Key.Key_Escape)
    assert desk.title is None
    assert desk.editor.hasFocus()
    assert len(desk.editor.to_look_at) == 2


def test_a_click_opens_the_card_and_typing_closes_it(desk: Desk) -> None:
    desk.click("hire me")
    assert desk.title == "This asks for a job"
    assert desk.editor.hasFocus()
    desk.type("x")
    assert desk.title is None


def test_arrows_open_the_card_and_leave_it(desk: Desk) -> None:
    desk.put_caret("hire me", -1)
    assert desk.title is None
    desk.press(Key.Key_Right)
    assert desk.title == "This asks for a job"
    desk.press(Key.Key_Left)
    assert desk.title is None


def test_resting_the_pointer_opens_the_card(desk: Desk) -> None:
    cursor = desk.editor.document().find("hire")
    place = desk.editor.cursorRect(cursor).center()
    viewport = desk.editor.viewport()
    event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    assert desk.title == "This asks for a job"


def test_woven_words_have_no_card(desk: Desk) -> None:
    desk.click("notebook")
    assert desk.title is None


@pytest.mark.parametrize("size", [(640, 480), (300, 220), (240, 120)])
def test_the_card_stays_inside_and_beside_its_place(desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    desk.press(Key.Key_F7)
    card = desk.editor.card
    assert card is not None
    assert card.x() >= 0
    assert card.geometry().right() <= desk.editor.width()
    if size[1] > 400:
        assert not card.geometry().contains(desk.editor.cursorRect().center())


def test_the_focus_elsewhere_closes_the_card(desk: Desk) -> None:
    desk.press(Key.Key_F7)
    desk.after.setFocus()
    assert desk.title is None


# -- fields


def test_a_click_chooses_a_field_and_typing_fills_it(desk: Desk) -> None:
    desk.click("‹how many›")
    assert desk.chosen == "‹how many›"
    desk.type("ten")
    assert "It was ten minutes." in desk.editor.text()


@pytest.mark.parametrize(
    ("offset", "key"), [(0, Key.Key_Delete), (len("‹how many›"), Key.Key_Backspace)]
)
def test_a_field_is_erased_as_a_whole(desk: Desk, offset: int, key: Key) -> None:
    desk.put_caret("‹how many›", offset)
    desk.press(key)
    assert "It was  minutes." in desk.editor.text()
    desk.press(Key.Key_Z, CTRL)
    assert desk.editor.text() == TEXT


def test_arrows_step_over_a_field(desk: Desk) -> None:
    desk.put_caret("‹how many›")
    desk.press(Key.Key_Right)
    assert desk.chosen == "‹how many›"
    desk.press(Key.Key_Right)
    assert desk.chosen == ""
    desk.type("x")
    assert "‹how many›x minutes" in desk.editor.text()


# -- the program's keys


@pytest.mark.parametrize(
    ("keys", "key", "modifiers", "reaches"),
    [
        ("Ctrl+K", Key.Key_K, CTRL, True),
        ("Ctrl+E", Key.Key_E, CTRL, True),
        ("Esc", Key.Key_Escape, NO, True),
        ("Ctrl+Z", Key.Key_Z, CTRL, False),
        ("Ctrl+Shift+Z", Key.Key_Z, CTRL | SHIFT, False),
        ("Ctrl+Y", Key.Key_Y, CTRL, False),
        ("F7", Key.Key_F7, NO, False),
        ("Alt+Return", Key.Key_Return, ALT, False),
        ("F5", Key.Key_F5, NO, True),
    ],
)
def test_which_keys_reach_the_window(
    qtbot: QtBot,
    theme: Theme,
    keys: str,
    key: Key,
    modifiers: Qt.KeyboardModifier,
    reaches: bool,
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    editor = LetterEditor(theme, "Letter", read=read)
    window.setCentralWidget(editor)
    action = QAction("Program's", window)
    action.setShortcut(QKeySequence(keys))
    reached: list[str] = []
    action.triggered.connect(lambda: reached.append(keys))
    window.addAction(action)
    window.show()
    window.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClick(window.windowHandle(), key, modifiers)
    assert bool(reached) == reaches
