"""Spelling in the Letters pane: words marked, added, ignored; the dictionary chosen or missing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.letters import LettersPane
from infoview_gui.panes.letters.spelling_desk import ADD, IGNORE, MIND, NOTHING_FOUND, REMOVE
from infoview_gui.panes.letters.writing import writer_of
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.practice.letters import LetterKind
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.own_words import FILE_NAME, OwnWords
from infoview_gui.services.spelling import Spelling
from infoview_gui.theme import Theme
from infoview_gui.widgets.letter_editor import Look
from tests.spellers import FewWords, Shelf, english, german

TEXT = "Dear Amara,\n\nThank you for the letter, I was glda to recieve it this week."


class Room:
    """A pane with a letter to Amara in it, and these dictionaries."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        feed: ChangeFeed,
        times: LocalTime,
        qtbot: QtBot,
        *spellers: FewWords,
    ) -> None:
        self.qtbot, self.services = qtbot, services
        own = OwnWords(services.store.path.parent / FILE_NAME)
        services.spelling = Spelling(services.store, own, lambda: Shelf(*spellers))
        self.preferences = Preferences()
        self.preferences.change(name="Marta Kovač")
        self.preferences.flush()
        self.said: list[str] = []
        writer = writer_of(self.preferences, times)
        self.person = services.people.add(PersonDraft(name="Amara Okafor", company="Northwind"))
        self.letters = [
            services.letters.write(self.person, LetterKind.NEWS, writer) for _ in range(2)
        ]
        self.pane = LettersPane(theme, services, feed, times, preferences=self.preferences)
        qtbot.addWidget(self.pane)
        self.pane.resize(1100, 720)
        with qtbot.waitExposed(self.pane):
            self.pane.show()
        self.pane.activateWindow()
        self.pane.said.connect(self.said.append)
        self.pane.show_item(self.letters[0])
        self.write(TEXT)
        qtbot.waitUntil(lambda: self.state != "Spelling")

    def write(self, text: str) -> None:
        self.pane.desk.editor.replace_all(text)
        self.pane.desk.editor.read_now()

    @property
    def marked(self) -> list[str]:
        editor = self.pane.desk.editor
        text = editor.text()
        return [text[one.start : one.end] for one in editor.spots if one.look is Look.SPELLING]

    @property
    def rows(self) -> list[QAction]:
        found = self.pane.desk.spelling.menu.actions()
        return [one for one in found if one.isVisible() and not one.isSeparator()]

    @property
    def state(self) -> str:
        return self.rows[2].text()

    def put_caret(self, word: str) -> None:
        editor = self.pane.desk.editor
        found = editor.document().find(word)
        cursor = editor.textCursor()
        cursor.setPosition(found.selectionStart() + 1)
        editor.setTextCursor(cursor)

    def choose(self, row: str) -> None:
        (action,) = [one for one in self.rows if one.text() == row]
        assert action.isEnabled()
        action.trigger()


@pytest.fixture
def room(
    theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, qtbot: QtBot
) -> Room:
    return Room(theme, services, feed, times, qtbot, english(), german())


@pytest.fixture
def bare(
    theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, qtbot: QtBot
) -> Room:
    """Without any dictionary."""
    return Room(theme, services, feed, times, qtbot)


def test_misspelt_words_are_marked_counted_and_listed(room: Room) -> None:
    assert room.marked == ["glda", "recieve"]
    desk = room.pane.desk
    listed = [one.text() for one in desk.things.actions() if one.isVisible()]
    assert "“glda” may be misspelt" in listed
    assert desk.foot.things.text().startswith(f"{len(desk.looked.hints) + 2} thing")
    (row,) = [one for one in desk.things.actions() if one.text() == "“recieve” may be misspelt"]
    row.trigger()
    card = desk.editor.card
    assert card is not None
    assert card.title == "“recieve” may be misspelt"


def test_the_word_being_typed_is_marked_only_when_it_is_done(room: Room) -> None:
    editor = room.pane.desk.editor
    editor.load("")
    editor.setFocus()
    QTest.keyClicks(editor, "I was glda")
    editor.read_now()
    assert room.marked == []
    QTest.keyClicks(editor, " ")
    room.qtbot.waitUntil(lambda: room.marked == ["glda"])


def test_names_that_are_stored_later_are_right_from_then_on(room: Room) -> None:
    room.write(f"{TEXT} Zawadzki")
    assert room.marked[-1] == "Zawadzki"
    room.services.people.add(PersonDraft(name="Ewa Zawadzki"))
    room.qtbot.waitUntil(lambda: room.marked == ["glda", "recieve"])


def test_a_word_is_added_kept_on_disk_and_removed(room: Room) -> None:
    path = room.services.store.path.parent / FILE_NAME
    room.put_caret("glda")
    room.choose(ADD)
    assert room.marked == ["recieve"]
    assert path.read_text("utf-8") == "glda\n"
    assert "glda" in room.said[-1]
    room.choose(REMOVE)
    assert room.marked == ["glda", "recieve"]
    assert path.read_text("utf-8") == ""


def test_a_word_that_cannot_be_kept_stays_marked_and_why_is_said(room: Room) -> None:
    (room.services.store.path.parent / FILE_NAME).mkdir()
    room.put_caret("glda")
    room.choose(ADD)
    assert room.marked == ["glda", "recieve"]
    assert "folder" in room.said[-1]


def test_a_word_is_ignored_in_this_letter_only(room: Room) -> None:
    room.put_caret("glda")
    room.choose(IGNORE)
    assert room.marked == ["recieve"]
    room.pane.show_item(room.letters[1])
    room.write(TEXT)
    assert room.marked == ["glda", "recieve"]
    room.pane.show_item(room.letters[0])
    assert room.marked == ["recieve"]
    room.put_caret("glda")
    room.choose(MIND)
    assert room.marked == ["glda", "recieve"]


def test_where_the_caret_is_elsewhere_nothing_is_to_be_added(room: Room) -> None:
    room.put_caret("Thank")
    assert [one.isEnabled() for one in room.rows[:3]] == [False, False, False]
    assert [one.text() for one in room.rows[:2]] == [ADD, IGNORE]


def test_the_dictionary_is_chosen_from_those_installed(room: Room) -> None:
    names = ["As the letter", "None", "German (Germany)", "English (United Kingdom)"]
    assert [one.text() for one in room.rows[3:]] == names
    assert [one.isChecked() for one in room.rows[3:]] == [True, False, False, False]
    assert room.state == "Dictionary: English (United Kingdom)"

    room.choose("German (Germany)")
    assert room.preferences.current.spelling == "de_DE"
    room.qtbot.waitUntil(lambda: room.state == "No dictionary for the language of this letter")
    assert room.marked == []
    assert [one.isChecked() for one in room.rows[3:]] == [False, False, True, False]

    room.choose("None")
    room.qtbot.waitUntil(lambda: room.state == "Spelling is not checked")
    room.preferences.change(spelling="")  # as the settings do
    room.preferences.flush()
    room.qtbot.waitUntil(lambda: room.marked == ["glda", "recieve"])
    assert room.rows[3].isChecked()


def test_the_menu_of_the_pane_holds_it_and_a_sent_letter_is_not_checked(room: Room) -> None:
    held = room.pane.desk.spelling.menu.menuAction()
    assert held in room.pane.menu_actions()
    assert held.isEnabled()
    room.pane.actions_of_pane["mark_sent"].trigger()
    room.qtbot.waitUntil(room.pane.desk.editor.isReadOnly)
    room.qtbot.waitUntil(lambda: not held.isEnabled())
    assert room.marked == []


def test_without_a_dictionary_nothing_is_marked_and_the_menu_says_what_to_install(
    bare: Room,
) -> None:
    assert bare.marked == []
    assert bare.state == NOTHING_FOUND
    assert len(bare.rows) == 3
    assert not any(one.isEnabled() for one in bare.rows)


def test_a_dictionary_that_is_gone_is_named(room: Room) -> None:
    room.preferences.change(spelling="fi_FI")
    room.preferences.flush()
    room.qtbot.waitUntil(lambda: room.state == "No dictionary for Finnish (Finland)")
    assert room.marked == []


def test_a_suggestion_is_one_step_that_is_taken_back(room: Room) -> None:
    editor = room.pane.desk.editor
    room.put_caret("was")
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_F7)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert editor.text() == TEXT.replace("glda", "glad")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == TEXT


def test_the_subject_is_looked_up_too(room: Room) -> None:
    subject = room.pane.desk.head.subject
    subject.setFocus()
    subject.selectAll()
    QTest.keyClicks(subject, "Glda to know")
    assert "“Glda” may be misspelt" in subject.accessibleDescription()
    subject.setCursorPosition(1)
    place = subject.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, subject.mapToGlobal(place))
    QApplication.sendEvent(subject, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (add,) = [one for one in menu.actions() if one.text() == ADD]
    menu.setActiveAction(add)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert subject.accessibleDescription() == ""
    assert "“Glda” is in your dictionary now" in room.said[-1]
    assert room.marked == ["recieve"]
    room.qtbot.waitUntil(lambda: room.pane.desk.saver.is_untouched)
