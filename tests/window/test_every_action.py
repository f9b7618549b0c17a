"""Every action of every menu by keyboard; no key twice; every button has its verb in a menu."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QMenu,
    QTableView,
    QTableWidget,
    QWidget,
)

from infoview_gui.panes import places
from infoview_gui.panes.interviews.prep_points import PointList
from infoview_gui.panes.places import Place
from infoview_gui.panes.today import due_verbs
from infoview_gui.services.bundle import Services
from infoview_gui.widgets.line_editor import LineEditor
from infoview_gui.widgets.search_field import SearchField
from infoview_gui.window import MainWindow
from infoview_gui.window.menus import submenu
from infoview_gui.window.mnemonics import mnemonic, plain_words
from tests import looking
from tests.window.conftest import Open
from tests.window.house import House

_ALT = Qt.KeyboardModifier.AltModifier


def _top(window: MainWindow) -> list[QAction]:
    return [row for row in window.menuBar().actions() if row.isVisible()]


def _menu(row: QAction) -> QMenu:
    found = submenu(row)
    assert found is not None
    return found


def _rows(menu: QMenu) -> Iterator[tuple[list[QAction], QAction]]:
    """Every row that does something, behind the rows that lead to it."""
    for row in menu.actions():
        inner = submenu(row)
        if inner is not None and row.isVisible():
            yield from (([row, *path], last) for path, last in _rows(inner))
        elif row.isVisible() and not row.isSeparator():
            yield [], row


def _all(window: MainWindow) -> list[QAction]:
    return [row for top in _top(window) for _path, row in _rows(_menu(top))]


def _states(window: MainWindow, house: House, services: Services) -> Iterator[str]:
    """Put the window into every state in which verbs come and go, one after the other."""
    window.show_place(Place(places.TODAY))
    yield "Today"
    window.show_place(Place(places.PEOPLE, house.people[0]))
    yield "People"
    tables = [table for table in window.findChildren(QTableView) if table.isVisible()]
    for table in tables:
        table.selectAll()
    yield "several people"
    talks = {
        "ahead": house.ahead,
        "late": house.late,
        "missed": house.missed,
        "done": house.done,
        "proposed": house.proposed,
        "undated": house.undated,
    }
    for pane in (places.CALENDAR, places.INTERVIEWS):
        for name, talk in talks.items():
            window.show_place(Place(pane, talk))
            yield f"{pane}, {name}"
    window.show_place(Place(places.CALENDAR, engagement=house.event))
    yield "calendar, an event"
    window.show_place(Place(places.LETTERS, house.letter))
    yield "a draft"
    window.show_place(Place(places.LETTERS, house.sent))
    yield "a letter that was sent"
    again = services.letters.use_again(house.sent)
    looking.settle()
    window.show_place(Place(places.LETTERS, again))
    yield "a first message"
    window.show_place(Place(places.INTERVIEWS, house.ahead))
    looking.settle()
    checks = [box for box in window.findChildren(QCheckBox) if box.isVisible()]
    checks[1].setFocus(Qt.FocusReason.TabFocusReason)
    yield "a question"
    points = window.findChild(PointList)
    assert points is not None
    points.choose(1)
    services.checklists.add(house.ahead, "Water")
    yield "a point"
    services.checklists.keep_as_default(house.ahead)
    yield "an own checklist"
    services.store.undo()
    yield "after an undo"
    services.talking.start(house.ahead)
    looking.settle()
    window.show_place(Place(places.INTERVIEWS, house.ahead))
    yield "a talk runs"
    editor = window.findChild(LineEditor)
    assert editor is not None
    editor.insert_text("something")
    editor.undo()
    editor.setFocus()
    yield "typing was undone"
    editor.redo()
    yield "something was typed"


def test_every_row_has_words_and_a_letter_of_its_own(open_window: Open) -> None:
    window, _house = open_window()
    tops = [mnemonic(row.text()) for row in _top(window)]
    assert all(tops)
    assert len(tops) == len(set(tops))

    for top in _top(window):
        menu = _menu(top)
        menu.aboutToShow.emit()
        for inner in [menu, *filter(None, map(submenu, menu.actions()))]:
            rows = [row for row in inner.actions() if row.isVisible() and not row.isSeparator()]
            letters = [mnemonic(row.text()) for row in rows]
            assert all(plain_words(row.text()).strip() for row in rows)
            assert all(letters), [row.text() for row in rows]
            assert len(letters) == len(set(letters)), [row.text() for row in rows]


def _active(window: MainWindow, focused: QWidget) -> list[QAction]:
    """The actions whose shortcuts would be heard now."""
    found = []
    for action in window.findChildren(QAction):
        owners = [one for one in action.associatedObjects() if isinstance(one, QWidget)]
        owners = [one for one in owners if not isinstance(one, QMenu)]
        within = any(one.isAncestorOf(focused) for one in owners)
        heard = {
            Qt.ShortcutContext.WidgetShortcut: focused in owners,
            Qt.ShortcutContext.WidgetWithChildrenShortcut: focused in owners or within,
        }
        anywhere = any(one.window() is window and one.isVisible() for one in owners)
        if action.isEnabled() and heard.get(action.shortcutContext(), anywhere):
            found.append(action)
    return found


def test_no_key_means_two_things(open_window: Open, services: Services) -> None:
    window, house = open_window()
    for state in _states(window, house, services):
        looking.settle()
        for stop in looking.tab_stops(window):
            keys = [
                key.toString() for action in _active(window, stop) for key in action.shortcuts()
            ]
            twice = {key for key in keys if keys.count(key) > 1}
            assert not twice, f"{state}: {twice} on {looking.called(stop)}"


_ELSEWHERE = (
    "Name",  # this column is always shown
    "Motivation: not rated",  # employers: only while they are shown as groups
    "Motivation: low",
    "Motivation: middle",
    "Motivation: high",
    "Advocacy: yes or no",
    "Posting: next step",
    "Rename employer",
    "Merge employer with…",
    "Write the thank-you",  # letters: while one is chosen that nobody has begun
    "Next thing to look at",  # while something is marked
    "Leave it as it is",  # while the caret is in a sentence that is marked
    "Add to dictionary",  # while the caret is in a word that is in none
    "Ignore in this letter",
    "No dictionary found: the settings say what to install",  # only tells
    "They answered…",  # Today: only for a row of that kind
    "Show the next person to ask",
    "Edit the task…",
    "Delete the task",
    "Number the weeks of the month",  # only in the month
)


def test_every_action_is_reached_through_its_menu(open_window: Open, services: Services) -> None:
    window, house = open_window()
    done: list[QAction] = []
    for state in _states(window, house, services):
        looking.settle()
        for top in _top(window):
            for path, row in list(_rows(_menu(top))):
                able = all(one.isEnabled() for one in (*path, row))
                if able and row not in done:
                    assert _pressed(window, [top, *path, row]), f"{state}: {row.text()}"
                    done.append(row)
    left = [_unnamed(row) for row in _all(window) if row not in done]
    assert [words for words in left if words not in _ELSEWHERE] == [], left


def _unnamed(row: QAction) -> str:
    """The words of a verb without the row of Today that it would act on."""
    words = plain_words(row.text())
    head, colon, _name = words.partition(": ")
    of_today = row.data() in due_verbs.EVERY and colon
    return f"{head}{'…' if words.endswith('…') else ''}" if of_today else words


def _pressed(window: MainWindow, path: list[QAction]) -> bool:
    """Open the menu with Alt and its letter, go on by letters; say whether the last row fired."""
    last = path[-1]
    heard: list[bool] = []
    _mute(last, heard)
    QTest.keyClick(window, _key(path[0]), _ALT)
    for row in path[1:]:
        looking.settle()
        popup = QApplication.activePopupWidget()
        if popup is None:
            return False
        QTest.keyClick(popup, _key(row))
    looking.settle()
    while (left := QApplication.activePopupWidget()) is not None:
        left.close()
    return bool(heard)


def _key(row: QAction) -> Qt.Key:
    return Qt.Key(ord(mnemonic(row.text()).upper()))


def _mute(action: QAction, heard: list[bool]) -> None:
    action.triggered.disconnect()
    action.triggered.connect(lambda *_: heard.append(True))


_VERBS = {
    "Prepare": "Prepare the next conversation",
    "Open": "Prepare the next conversation",
    "Mark as sent": "Mark thanks as sent",
    "Done": "Mark as sent or done",
    "Write": "Write the letter that is due",
    "Next person": "Show the next person to ask",
    "Add a task": "New task…",
    "Not now": "Not now…",
    "It happened": "It happened…",
    "Move": "Move to another time",
    "Cancel": "Cancel conversation",
    "Cancel it": "Cancel conversation",
    "Edit": "Edit person",
    "Schedule": "Schedule a conversation",
    "Notes": "Open notes",
    "Import": "Import people…",
    "Export": "Export people…",
    "New person": "New person…",
    "New conversation": "New conversation…",
    "New letter": "New letter…",
    "Merge the selected people": "Merge…",
    "Copy": "Copy letter",
    "By state": "Group by person",
    "By person": "Group by person",
    "PDF": "Save as PDF…",
    "Other calendars": "Other calendars…",
    "Hide the month": "Show month and waiting",
    "Day": "Show one day",
    "5 days": "Show the work week",
    "Week": "Show the whole week",
    "Month": "Show the month",
    "Agenda": "Show the agenda",
    "Hide the list": "Show or hide the conversations",
    "Show the conversations": "Show or hide the conversations",
    "Add a question": "Add question",
    "From the bank": "Question bank…",
    "Checklist": "Show or hide the checklist",
    "Export the selected people": "Export these people…",
    "Employers": "Group by employer",
    "Employer": "File under an employer…",
    "Contact": "Show contact",
    "Edit details": "Edit details…",
    "Debrief": "Debrief or questions",
    "Questions": "Debrief or questions",
}
"""Button: the action of the same verb, where their words differ."""
_ALONE = {
    "New": "a menu of two verbs of the File menu",
    "Previous month": "Page Up in the month",
    "Next month": "Page Down in the month",
    "Empty the field": "Escape in the field",
    "Add a fact": "a menu of the fields of Edit person",
    "Set stage": "the submenu of that name",
    "Template": "the submenu of that name",
    "Things to look at": "the submenu of that name",
    "Verbs for the checklist": "the submenu Checklist",
}
"""Buttons without a row in a menu, and why they need none."""


def _is_verb(button: QAbstractButton) -> bool:
    """Whether it says what it does; names, ticks, stages and chips say what they are."""
    kind = type(button).__name__
    return kind in {"_PushButton", "_ToolButton", "_HintedButton"}


def test_every_button_has_its_verb_in_a_menu(open_window: Open, services: Services) -> None:
    window, house = open_window()
    problems = set()
    for state in _states(window, house, services):
        looking.settle()
        words = {_unnamed(action) for action in _all(window)}
        for stop in looking.tab_stops(window):
            name = looking.spoken_name(stop).partition(" (")[0]
            known = name in _ALONE or _VERBS.get(name, name) in words
            if isinstance(stop, QAbstractButton) and _is_verb(stop) and not known:
                problems.add(f"{state}: {looking.called(stop)}")
    assert not problems, problems


def test_f1_tells_every_key_and_can_be_searched(open_window: Open) -> None:
    window, _house = open_window()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    looking.settle()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    table, field = dialog.findChild(QTableWidget), dialog.findChild(SearchField)
    assert table is not None
    assert field is not None
    assert QApplication.focusWidget() is field

    told = [[_cell(table, row, column) for column in range(3)] for row in range(table.rowCount())]
    for action in _all(window):
        words, native = plain_words(action.text()), QKeySequence.SequenceFormat.NativeText
        for key in action.shortcuts():
            assert any(row[0] == words and key.toString(native) in row[1] for row in told), told
    for key in ("Ctrl+Up", "Shift+Down", "Ctrl+.", "Alt+Up", "F2", "M", "Page Up"):
        assert any(key in row[1] for row in told), key

    QTest.keyClicks(field, "ctrl+shift+z")
    shown = [row for row in range(table.rowCount()) if not table.isRowHidden(row)]
    assert [_cell(table, row, 0) for row in shown] == ["Redo"]
    said = table.item(shown[0], 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Redo, Ctrl+Shift+Z, Ctrl+Y, Edit menu"
    dialog.close()
    looking.settle()


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()
