"""Words in the editor of a letter that offer others: their card, their menu, the word in hand."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.theme import Scheme, Theme
from infoview_gui.widgets.letter_editor import LetterEditor, Look, Spot
from tests.theme.look import dressed, shows

Key = Qt.Key
NO, ALT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
TEXT = "I was glda to\nrecieve it, 🎉 hire me gladd.\nOurs is right."
OFFERS = {"glda": ("glad", "gold & more"), "recieve": ("receive",), "gladd": ()}
VERBS = ("Add to dictionary", "Ignore in this letter")


class Desk:
    """An editor whose reader marks a few words, and the words whose offers were wanted."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.wanted: list[str] = []
        self.asked: list[tuple[str, str]] = []
        self.window = QWidget()
        self.editor = LetterEditor(theme, "Letter", read=self.read)
        self.editor.own_menu = QMenu("Spelling", self.window)
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
        self.editor.asked.connect(self.note)
        qtbot.waitUntil(self.editor.hasFocus)

    def read(self, text: str) -> list[Spot]:
        found = []
        for one in re.finditer(r"(glda|recieve|gladd)|(hire me \w+)|(Ours)", text):
            if one[2]:
                found.append(Spot(*one.span(), Look.WRONG, "This asks for a job"))
                inner = re.search("gladd", one[0])
                if inner is not None:
                    found.append(self.word(one.start() + inner.start(), "gladd"))
            elif one[3]:
                found.append(Spot(*one.span(), Look.PLAIN, verbs=("Remove from dictionary",)))
            elif one.start() != self.editor.typing_at and one.end() != self.editor.typing_at:
                found.append(self.word(one.start(), one[0]))
        return found

    def word(self, start: int, word: str) -> Spot:
        def offers() -> tuple[str, ...]:
            self.wanted.append(word)
            return OFFERS[word]

        end, title = start + len(word), f"“{word}” may be misspelt"
        return Spot(start, end, Look.SPELLING, title, "", verbs=VERBS, find_offers=offers)

    def note(self, spot: Spot, verb: int) -> None:
        self.asked.append((self.editor.text()[spot.start : spot.end], spot.verbs[verb]))

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NO) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def put_caret(self, words: str, offset: int = 0) -> None:
        found = self.editor.document().find(words)
        cursor = self.editor.textCursor()
        cursor.setPosition(found.selectionStart() + offset)
        self.editor.setTextCursor(cursor)

    def menu(self, words: str = "") -> list[str]:
        """Open the menu of words by the mouse, else of the caret by the key; return its rows."""
        reason = QContextMenuEvent.Reason
        place = self.editor.cursorRect().center()
        if words:
            found = self.editor.document().find(words)
            found.setPosition(found.selectionStart() + 2)
            place = self.editor.cursorRect(found).center()
        event = QContextMenuEvent(
            reason.Mouse if words else reason.Keyboard,
            place,
            self.editor.viewport().mapToGlobal(place),
        )
        QApplication.sendEvent(self.editor.viewport(), event)
        return [one.text() for one in self.open_menu.actions() if not one.isSeparator()]

    @property
    def open_menu(self) -> QMenu:
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def choose(self, row: str) -> None:
        menu = self.open_menu
        (action,) = [one for one in menu.actions() if one.text() == row]
        menu.setActiveAction(action)
        QTest.keyClick(menu, Key.Key_Return)

    @property
    def marked(self) -> list[str]:
        text = self.editor.text()
        return [text[one.start : one.end] for one in self.editor.spots if one.look is Look.SPELLING]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    with dressed(qapp) as made:
        yield made


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    made = Desk(qtbot, theme)
    yield made
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_a_word_has_dots_of_its_own_colour_in_a_marked_sentence_too(
    desk: Desk, theme: Theme, scheme: Scheme
) -> None:
    theme.set_scheme(scheme)
    violet = theme.colour("violet")
    desk.editor.load("glda")
    assert shows(desk.editor, violet)
    desk.editor.load("glad Ours")
    assert not shows(desk.editor, violet)
    desk.editor.load("hire me gladd")
    assert shows(desk.editor, violet)
    (wave,) = desk.editor.extraSelections()
    assert wave.format.underlineColor() == theme.colour("red")


def test_f7_goes_to_words_too_and_only_then_looks_for_others(desk: Desk) -> None:
    assert desk.wanted == []
    desk.press(Key.Key_F7)
    card = desk.editor.card
    assert card is not None
    assert card.title == "“glda” may be misspelt"
    assert set(desk.wanted) == {"glda"}
    names = [one.accessibleName() or one.text() for one in card.buttons]
    assert names == ["Replace: “glad”", "Replace: “gold & more”", *VERBS]
    desk.press(Key.Key_F7)
    assert card.title == "“recieve” may be misspelt"


def test_alt_enter_takes_the_first_word_and_one_ctrl_z_takes_it_back(desk: Desk) -> None:
    desk.press(Key.Key_F7)
    desk.press(Key.Key_Return, ALT)
    assert desk.editor.text() == TEXT.replace("glda", "glad")
    desk.press(Key.Key_Z, CTRL)
    assert desk.editor.text() == TEXT


def test_tab_goes_through_the_card_to_its_verbs(desk: Desk) -> None:
    desk.press(Key.Key_F7)
    card = desk.editor.card
    assert card is not None
    for _ in range(3):
        desk.press(Key.Key_Tab)
    assert card.buttons[2].hasFocus()
    desk.press(Key.Key_Return)
    assert desk.asked == [("glda", VERBS[0])]
    assert desk.editor.hasFocus()
    assert desk.editor.card is None


def test_the_menu_by_the_mouse_offers_words_and_verbs(desk: Desk) -> None:
    rows = desk.menu("recieve")
    assert rows[:3] == ["receive", *VERBS]
    assert rows[-1] == "Spelling"
    assert any(row.startswith("&Paste") for row in rows)
    desk.choose("receive")
    assert desk.editor.text() == TEXT.replace("recieve", "receive")
    desk.press(Key.Key_Z, CTRL)
    assert desk.editor.text() == TEXT


def test_the_menu_by_the_key_is_that_of_the_caret(desk: Desk) -> None:
    desk.press(Key.Key_F7)
    assert desk.menu()[:4] == ["glad", "gold && more", *VERBS]
    assert desk.editor.card is None
    desk.choose(VERBS[1])
    assert desk.asked == [("glda", VERBS[1])]


def test_a_word_without_offers_says_so(desk: Desk) -> None:
    assert desk.menu("gladd")[0] == "No other spelling is known"
    assert not desk.open_menu.actions()[0].isEnabled()


def test_an_own_word_is_not_marked_but_has_its_menu(desk: Desk) -> None:
    assert desk.menu("Ours")[0] == "Remove from dictionary"
    desk.choose("Remove from dictionary")
    assert desk.asked == [("Ours", "Remove from dictionary")]
    assert "Ours" not in [one.cursor.selectedText() for one in desk.editor.extraSelections()]


def test_elsewhere_the_menu_is_the_usual_one(desk: Desk) -> None:
    rows = desk.menu("right")
    assert not set(rows) & {*VERBS, "No other spelling is known"}
    assert rows[-1] == "Spelling"


def test_a_letter_that_was_sent_has_nothing_to_add(desk: Desk) -> None:
    desk.editor.setReadOnly(True)
    desk.editor.read_now()
    assert "Spelling" not in desk.menu("glda")


def test_verbs_can_be_asked_for_at_the_caret(desk: Desk) -> None:
    assert desk.editor.at_caret() == ()
    desk.editor.ask(VERBS[0])
    desk.put_caret("recieve", 3)
    (found,) = desk.editor.at_caret()
    assert found.verbs == VERBS
    desk.editor.ask(VERBS[1])
    desk.editor.ask("Sing it")
    assert desk.asked == [("recieve", VERBS[1])]


def test_the_word_in_hand_is_told_until_the_caret_leaves_it(desk: Desk) -> None:
    desk.editor.load("")
    QTest.keyClicks(desk.editor, "so glda")
    assert desk.editor.typing_at == 7
    desk.editor.read_now()
    assert desk.marked == []
    desk.press(Key.Key_Home)
    assert desk.editor.typing_at is None
    desk.qtbot.waitUntil(lambda: desk.marked == ["glda"])


@pytest.mark.parametrize("away", ["a space", "another field"])
def test_a_word_that_is_finished_is_marked(desk: Desk, away: str) -> None:
    desk.editor.load("")
    QTest.keyClicks(desk.editor, "glda")
    desk.editor.read_now()
    assert desk.marked == []
    if away == "a space":
        QTest.keyClicks(desk.editor, " ")
    else:
        desk.after.setFocus()
    desk.qtbot.waitUntil(lambda: desk.marked == ["glda"])


def test_what_an_input_method_writes_is_typed_too(desk: Desk) -> None:
    desk.editor.load("")
    event = QInputMethodEvent()
    event.setCommitString("glda")
    QApplication.sendEvent(desk.editor, event)
    assert desk.editor.typing_at == 4
    assert desk.editor.card is None


@pytest.mark.parametrize("size", [(640, 480), (300, 240)])
def test_the_card_of_a_word_holds_all_its_buttons(desk: Desk, size: tuple[int, int]) -> None:
    desk.window.resize(*size)
    desk.press(Key.Key_F7)
    card = desk.editor.card
    assert card is not None
    desk.qtbot.waitUntil(lambda: all(one.isVisible() for one in card.buttons))
    for one in card.buttons:
        assert card.rect().contains(one.geometry()), one.text()
        assert one.width() >= one.minimumSizeHint().width()
    assert not any(
        one.geometry().intersects(other.geometry())
        for one in card.buttons
        for other in card.buttons
        if one is not other
    )
    assert QPoint(0, 0) != card.pos()
