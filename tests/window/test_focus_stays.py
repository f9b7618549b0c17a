"""After every verb, its undo and its redo the keyboard is still in the pane, on something alive."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QStackedWidget, QWidget

from infoview_gui.panes import places
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.places import Place
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.widgets.line_editor import LineEditor
from infoview_gui.widgets.week_view import WeekView
from infoview_gui.window import MainWindow
from infoview_gui.window.menus import submenu
from infoview_gui.window.mnemonics import plain_words
from tests import looking
from tests.window.conftest import Open
from tests.window.house import House

_K = Qt.Key
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier


class Hands:
    """Somebody at the keyboard of one window."""

    def __init__(self, window: MainWindow, services: Services, feed: ChangeFeed) -> None:
        self.window = window
        self._services = services
        self._feed = feed

    def settle(self) -> None:
        self._services.store.flush()
        heard: list[bool] = []
        self._feed.deliver(lambda: heard.append(True))
        while not heard:
            QApplication.processEvents()
        looking.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        self.settle()

    def menu(self, title: str, words: str) -> None:
        """Choose a row of a menu, as one that is reached with Alt."""
        top = next(row for row in self.window.menuBar().actions() if _says(row, title))
        menu = submenu(top)
        assert menu is not None
        inner = [one for row in menu.actions() if (one := submenu(row)) is not None]
        rows = [row for one in (menu, *inner) for row in one.actions()]
        row = next(row for row in rows if _says(row, words))
        assert row.isEnabled(), words
        row.trigger()
        self.settle()

    def focus_on(self, name: str) -> QWidget:
        """Let Tab come to a widget of the shown pane."""
        found = next(
            stop for stop in looking.tab_stops(self.pane) if looking.spoken_name(stop) == name
        )
        found.setFocus(Qt.FocusReason.TabFocusReason)
        looking.settle()
        return found

    @property
    def pane(self) -> QWidget:
        stack = self.window.findChild(QStackedWidget, "panes") or self.window.findChild(
            QStackedWidget
        )
        assert isinstance(stack, QStackedWidget)
        return stack.currentWidget()

    def check(self, after: str) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None, f"nobody has the keyboard after {after}"
        where = f"{looking.called(focused)} after {after}"
        assert self.pane.isAncestorOf(focused), where
        assert focused is not self.pane, where
        assert focused.isVisible(), where
        assert focused.isEnabled(), where
        assert focused.accessibleName(), where
        return focused

    def there_and_back(self, verb: str) -> None:
        """Check, undo, check, redo, check, and leave it undone."""
        self.check(verb)
        for step, key, modifiers in (
            ("undo", _K.Key_Z, _CTRL),
            ("redo", _K.Key_Z, _CTRL | _SHIFT),
            ("undo", _K.Key_Z, _CTRL),
        ):
            self.press(key, modifiers)
            self.check(f"{verb}, {step}")


def _says(row: QAction, words: str) -> bool:
    return plain_words(row.text()).startswith(words)


@pytest.fixture
def at(
    open_window: Open, services: Services, feed: ChangeFeed
) -> Callable[..., tuple[Hands, House]]:
    """Open a window, and in it a pane with something chosen."""

    def begin(pane: str, item: str = "") -> tuple[Hands, House]:
        window, house = open_window()
        chosen = getattr(house, item) if item else None
        window.show_place(Place(pane, chosen[0] if isinstance(chosen, tuple) else chosen))
        looking.settle()
        return Hands(window, services, feed), house

    return begin


At = Callable[..., tuple[Hands, House]]


@pytest.mark.parametrize(
    "verb",
    ["Mark as sent", "No thanks needed", "They did not come", "Cancel"],
)
def test_today(at: At, verb: str) -> None:
    hands, _house = at(places.TODAY)
    if verb == "No thanks needed":
        hands.focus_on("Mark as sent")
        hands.menu("To do", verb)
    else:
        hands.focus_on(verb)
        hands.press(_K.Key_Return)
    hands.there_and_back(verb)


def test_today_after_a_dialog(at: At) -> None:
    hands, _house = at(places.TODAY)
    button = hands.focus_on("It happened")
    hands.press(_K.Key_Return)
    hands.press(_K.Key_Escape)
    hands.window.activateWindow()  # what a window manager does
    hands.settle()
    assert QApplication.focusWidget() is button

    hands.press(_K.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    save = next(one for one in dialog.findChildren(QPushButton) if one.isDefault())
    save.click()
    hands.settle()
    hands.window.activateWindow()
    hands.settle()
    hands.there_and_back("It happened")


@pytest.mark.parametrize("verb", ["Delete", "Cancel", "Open notes"])
@pytest.mark.parametrize("item", ["ahead", "undated"])
def test_calendar(at: At, item: str, verb: str) -> None:
    hands, _house = at(places.CALENDAR, item)
    hands.menu("Calendar", verb)
    if verb == "Open notes":
        hands.check(verb)
    else:
        hands.there_and_back(verb)


def test_calendar_by_its_own_keys(at: At) -> None:
    hands, house = at(places.CALENDAR, "ahead")
    week = hands.window.findChild(WeekView)
    assert week is not None
    for key, modifiers in (
        (_K.Key_Down, _CTRL),
        (_K.Key_Right, _CTRL),
        (_K.Key_Down, _SHIFT),
        (_K.Key_Delete, _NONE),
    ):
        hands.press(key, modifiers)
        hands.there_and_back(f"{key}")
        assert QApplication.focusWidget() is week
        assert week.chosen_key() == house.ahead


def test_calendar_week_by_week(at: At) -> None:
    hands, _house = at(places.CALENDAR, "ahead")
    for verb in ("Next week", "Previous week", "Show seven days", "Today"):
        hands.menu("Calendar", verb)
        hands.check(verb)
    hands.focus_on("Days")
    hands.menu("Calendar", "Show month")
    hands.check("the month is hidden")


@pytest.mark.parametrize("verb", ["Delete", "Cancel conversation", "Start", "Move to another time"])
def test_interviews(at: At, verb: str) -> None:
    hands, _house = at(places.INTERVIEWS, "ahead")
    hands.menu("Conversation", verb)
    hands.there_and_back(verb)


@pytest.mark.parametrize("verb", ["Mark thanks as sent", "No thanks needed", "Delete"])
def test_interviews_that_are_over(at: At, verb: str) -> None:
    hands, _house = at(places.INTERVIEWS, "done")
    hands.menu("Conversation", verb)
    hands.there_and_back(verb)


def test_interviews_a_talk(at: At) -> None:
    hands, _house = at(places.INTERVIEWS, "ahead")
    for verb in ("Start", "Tick next question", "Pause", "Resume", "End"):
        hands.menu("Conversation", verb)
        hands.check(verb)


@pytest.mark.parametrize("key", [_K.Key_Space, _K.Key_M, _K.Key_Delete])
def test_interviews_a_question(at: At, key: Qt.Key) -> None:
    hands, _house = at(places.INTERVIEWS, "ahead")
    hands.focus_on("How did you come into this field?")
    hands.press(key)
    hands.there_and_back(f"{key}")


def test_people_delete(at: At) -> None:
    hands, _house = at(places.PEOPLE, "people")
    hands.focus_on("People")
    hands.press(_K.Key_Delete)
    hands.there_and_back("Delete")


@pytest.mark.parametrize("words", ["New person", "New conversation", "Import", "Keyboard", "About"])
@pytest.mark.parametrize(
    "pane",
    [places.TODAY, places.PEOPLE, places.CALENDAR, places.INTERVIEWS, places.LETTERS],
)
def test_a_dialog_gives_the_keyboard_back(at: At, pane: str, words: str) -> None:
    hands, _house = at(pane)
    before = hands.check("the start")
    title = "Help" if words in {"Keyboard", "About"} else "File"
    hands.menu(title, words)
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, QDialog)
    inside = QApplication.focusWidget()
    assert inside is not None
    assert opened.isAncestorOf(inside)
    opened.reject()
    hands.settle()
    hands.window.activateWindow()  # what a window manager does
    hands.settle()
    assert QApplication.focusWidget() is before


def test_a_person_added_in_a_talk_leaves_the_caret_where_it_was(
    open_window: Open, services: Services, feed: ChangeFeed
) -> None:
    window, house = open_window(running=True)
    hands = Hands(window, services, feed)
    window.show_place(Place(places.INTERVIEWS, house.running))
    hands.settle()
    notes = window.findChild(LineEditor)
    assert notes is not None
    notes.setFocus()
    QTest.keyClicks(notes, "She named somebody")
    for _ in range(5):
        QTest.keyClick(notes, _K.Key_Left)
    caret = notes.textCursor().position()
    QTest.keyClick(notes, _K.Key_P, _CTRL | _SHIFT)
    hands.settle()
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, QDialog)
    before = services.people_list.count()
    QTest.keyClicks(QApplication.focusWidget(), "Lena Castellanos")
    QTest.keyClick(QApplication.focusWidget(), _K.Key_Return)
    hands.settle()
    window.activateWindow()  # what a window manager does
    hands.settle()
    assert services.people_list.count() == before + 1
    assert QApplication.focusWidget() is notes
    assert notes.textCursor().position() == caret
    QTest.keyClicks(notes, "!")
    assert notes.toPlainText().endswith("She named som!ebody")
    assert window._clock.running_id == house.running


def test_the_last_thing_on_today_goes(at: At, services: Services) -> None:
    hands, house = at(places.TODAY)
    services.people.delete(house.people[1:])
    hands.settle()
    hands.check("most is gone")
    services.people.delete(house.people[:1])
    hands.settle()
    hands.there_and_back("everything is gone")


def test_enter_in_a_dialog_over_today_does_nothing_on_today(at: At, services: Services) -> None:
    """Seen once: Ctrl+N, "Bo", Enter, Enter, and a task was ticked as well."""
    hands, _house = at(places.TODAY)
    services.learned.add_task("Buy stamps", date(2026, 11, 23))
    services.people.add(PersonDraft(name="Bo Young"))
    hands.settle()
    before = [row.key for row in services.agenda.due()]
    talks = len(reading.all_conversation_ids())
    done = next(
        one
        for one in hands.window.findChildren(QPushButton)
        if one.isVisible() and one.accessibleDescription() == "Buy stamps"
    )
    done.setFocus()
    QTest.keyClick(done, _K.Key_N, _CTRL)
    hands.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    for words in ("B", "o"):
        QTest.keyClicks(QApplication.focusWidget(), words)
        hands.settle()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, _K.Key_Return)
    hands.settle()
    assert QApplication.activeModalWidget() is dialog
    QTest.keyClick(QApplication.focusWidget(), _K.Key_Return)
    hands.settle()
    hands.window.activateWindow()
    hands.settle()
    assert len(reading.all_conversation_ids()) == talks + 1
    assert [row.key for row in services.agenda.due()] == before
