"""The search palette in the real window: opened by key, typed into, led to the very place."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.person_dialog import PersonDialog
from infoview_gui.panes.dialogs.task_dialog import TaskDialog
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.places import INTERVIEWS, PEOPLE, TODAY, Place
from infoview_gui.practice.marks import MarkKind
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.theme import Theme
from infoview_gui.theme.theme import Scheme
from infoview_gui.widgets.line_editor import LineEditor
from infoview_gui.window import MainWindow
from infoview_gui.window.palette_field import PaletteField
from infoview_gui.window.palette_popup import PalettePopup
from infoview_gui.window.palette_rows import PaletteRow, RowKind
from infoview_gui.window.state import WindowState
from tests.panes.settable_clock import SettableClock

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
HOUR = 3_600_000
NOTES = """Team of 14, half came from weather science
~ hosting capacity: how much solar a feeder takes
Priority this year: move 40 planners off spreadsheets
- send her the feeder notebook (due Friday)"""


@dataclass
class Search:
    """The window and the hands on its keyboard."""

    qtbot: QtBot
    window: MainWindow
    amara: int
    talk: int
    other: int

    @property
    def field(self) -> PaletteField:
        field = self.window.findChild(PaletteField)
        assert isinstance(field, PaletteField)
        return field

    @property
    def popup(self) -> PalettePopup:
        popup = self.window.findChild(PalettePopup)
        assert isinstance(popup, PalettePopup)
        return popup

    @property
    def focus(self) -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    @property
    def editor(self) -> LineEditor:
        editor = self.window.findChild(LineEditor)
        assert isinstance(editor, LineEditor)
        return editor

    @property
    def is_open(self) -> bool:
        popup = self.window.findChild(PalettePopup)
        return isinstance(popup, PalettePopup) and popup.isVisible()

    @property
    def titles(self) -> list[str]:
        return [row.title for row in self.popup.rows]

    @property
    def current(self) -> PaletteRow:
        row = self.popup.current
        assert row is not None
        return row

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.focus, key, modifiers)

    def open(self, text: str = "") -> None:
        self.press(Qt.Key.Key_K, CTRL)
        assert self.focus is self.field
        self.qtbot.keyClicks(self.field, text)

    def go_to(self, title: str) -> None:
        for _ in self.popup.rows:
            if self.current.title.startswith(title):
                return
            self.press(Qt.Key.Key_Down)
        pytest.fail(f"no row {title!r} in {self.titles}")


@pytest.fixture
def make_search(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    tmp_path: Path,
) -> Iterator[Callable[[], Search]]:
    made: list[MainWindow] = []

    def make() -> Search:
        add, schedule = services.people.add, services.conversations.schedule
        if not services.people_list.count():
            for name, company in (("Amara Okafor", "Northwind Energy"), ("Ben Carter", "Rail")):
                add(PersonDraft(name=name, company=company))
        amara, ben = services.people_list.ids("")
        if not services.notes.load(1).text:
            now = services.clock()
            talk = schedule(ConversationDraft(people=(amara,), starts_at=now + 48 * HOUR))
            schedule(ConversationDraft(people=(ben,), starts_at=now + HOUR))
            services.notes.save(talk, NOTES, [1] * 4).result()
        window = MainWindow(theme, services, feed, times, WindowState(tmp_path / "window.json"))
        made.append(window)
        window.resize(1360, 860)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: len(window.findChildren(QAction)) > 40)
        services.store.flush()
        return Search(qtbot, window, amara, 1, 2)

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents()


@pytest.fixture
def search(make_search: Callable[[], Search]) -> Search:
    return make_search()


def test_ctrl_k_opens_it_and_the_first_key_finds(search: Search) -> None:
    search.window.show_place(Place(PEOPLE))
    search.open("a")

    assert search.is_open
    assert "Amara Okafor" in search.titles
    assert search.current.title == "Amara Okafor"


@pytest.mark.parametrize("pane", [TODAY, PEOPLE, INTERVIEWS])
def test_escape_gives_the_focus_back_and_keeps_the_text_selected(search: Search, pane: str) -> None:
    search.window.show_place(Place(pane))
    before = search.focus

    search.open("amara")
    search.press(Qt.Key.Key_Escape)

    assert not search.is_open
    assert search.focus is before
    search.open()
    assert search.field.selectedText() == "amara"


def test_a_closed_field_is_empty_and_the_last_words_come_back_selected(search: Search) -> None:
    search.open("amara")
    search.press(Qt.Key.Key_Return)
    assert search.field.text() == ""

    search.open("b")  # typing replaces them
    assert search.field.text() == "b"
    search.press(Qt.Key.Key_2, CTRL)
    assert search.field.text() == ""
    search.open()
    assert search.field.selectedText() == "b"
    assert search.current.title.startswith("Ben")


def test_escape_twice_forgets_the_words(search: Search) -> None:
    search.open("amara")
    search.press(Qt.Key.Key_Escape)
    search.open()
    search.press(Qt.Key.Key_Escape)
    search.open()

    assert search.field.text() == ""
    assert "Commands" in search.titles


def test_words_that_ran_a_command_do_not_come_back(search: Search) -> None:
    search.open(">people")
    search.go_to("People")
    search.press(Qt.Key.Key_Return)
    search.open()

    assert search.field.text() == ""


def test_enter_goes_to_the_very_line(search: Search) -> None:
    search.window.show_place(Place(INTERVIEWS, search.other))
    search.open("feeder notebook")

    assert search.current.title.startswith("- send her")
    search.press(Qt.Key.Key_Return)

    assert not search.is_open
    assert search.focus is search.editor
    assert search.editor.textCursor().block().text().startswith("- send her")
    assert len(search.editor.extraSelections()) == 1
    search.qtbot.waitUntil(lambda: not search.editor.extraSelections())


def test_a_line_far_down_is_scrolled_into_sight(
    search: Search, services: Services, clock: SettableClock
) -> None:
    clock.now += HOUR
    text = "\n".join([*("filling" for _ in range(300)), "needle", *("filling" for _ in range(300))])
    services.notes.save(search.talk, text, [1] * 601).result()
    services.notes.index().result()
    search.open("needle")
    search.press(Qt.Key.Key_Return)

    editor = search.editor
    assert editor.textCursor().blockNumber() == 300
    assert editor.viewport().rect().contains(editor.cursorRect())


def test_a_term_leads_to_its_line(search: Search) -> None:
    search.open("hosting")
    search.go_to("hosting capacity: how much solar")
    search.press(Qt.Key.Key_Return)

    assert search.editor.textCursor().blockNumber() == 1


def test_a_person_and_an_employer_are_opened_in_people(search: Search) -> None:
    search.open("amara")
    search.press(Qt.Key.Key_Enter)
    assert search.focus.accessibleName() == "People"

    search.open("northwind")
    search.go_to("Northwind Energy")
    search.press(Qt.Key.Key_Return)
    assert search.window.isAncestorOf(search.focus)
    assert not search.is_open


def test_a_command_runs_after_the_focus_is_back(search: Search) -> None:
    search.window.show_place(Place(INTERVIEWS, search.talk))
    assert search.focus is search.editor
    text = search.editor.toPlainText()

    search.open("mark line")
    search.go_to("Mark")
    search.press(Qt.Key.Key_Return)

    assert search.focus is search.editor
    assert search.editor.toPlainText() != text  # its last line has another mark now


def test_the_text_and_its_undo_are_not_touched(search: Search) -> None:
    search.window.show_place(Place(INTERVIEWS, search.talk))
    before = search.editor.toPlainText()
    search.qtbot.keyClicks(search.editor, " and more")

    search.open("nothing of this")
    search.press(Qt.Key.Key_Escape)
    assert search.editor.toPlainText() == f"{before} and more"

    search.press(Qt.Key.Key_Z, CTRL)
    assert search.editor.toPlainText() == before


def test_what_was_typed_a_moment_ago_is_found(
    search: Search, services: Services, clock: SettableClock
) -> None:
    clock.now += HOUR
    search.window.show_place(Place(INTERVIEWS, search.talk))
    search.qtbot.keyClicks(search.editor, " zebra")
    search.press(Qt.Key.Key_K, CTRL)  # leaving the notes stores and indexes them
    services.store.flush()

    search.qtbot.keyClicks(search.field, "zeb")

    assert search.current.title.endswith("zebra")


def test_a_greater_sign_shows_commands_only(search: Search) -> None:
    search.open(">")
    assert {row.kind for row in search.popup.rows} == {RowKind.HEADING, RowKind.COMMAND}
    every = len(search.popup.rows)

    search.qtbot.keyClicks(search.field, "export")
    assert 1 < len(search.popup.rows) < every
    assert search.current.title == "Export people"
    assert search.current.keys == "Ctrl+E"


def test_every_command_that_can_be_run_is_there_and_no_other(search: Search) -> None:
    search.open(">")
    shown = {row.action for row in search.popup.rows if row.action is not None}
    for action in search.window.commands.menus.menu("&File").actions():
        assert (action in shown) == (action.isEnabled() and not action.isSeparator())
    assert search.window.commands.search not in shown
    assert all(action.isEnabled() for action in shown)
    assert not any("&" in title or "…" in title for title in search.titles)


def test_keys_move_over_headings_and_round(search: Search) -> None:
    search.open(">")
    first = search.current
    search.press(Qt.Key.Key_Up)
    last = search.current
    assert last is search.popup.rows[-1]
    search.press(Qt.Key.Key_Down)
    assert search.current == first
    search.press(Qt.Key.Key_PageDown)
    assert search.popup.current_number > 4
    search.press(Qt.Key.Key_End)
    assert search.current == last
    search.press(Qt.Key.Key_PageUp)
    search.press(Qt.Key.Key_Home)
    assert search.current == first


def test_what_finds_nothing_can_be_added_as_a_person(search: Search, services: Services) -> None:
    search.open("Zora <b>Quist</b>")
    assert search.titles == ["Nothing has these words.", "Add “Zora <b>Quist</b>” as a person"]

    search.press(Qt.Key.Key_Return)

    dialog = search.window.findChild(PersonDialog)
    assert isinstance(dialog, PersonDialog)
    search.qtbot.waitUntil(dialog.isVisible)
    name = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "Name")
    assert name.text() == "Zora <b>Quist</b>"
    search.qtbot.keyClick(name, Qt.Key.Key_Return)
    assert services.people_list.count() == 3


def test_more_of_a_kind_is_shown_in_place(search: Search, services: Services) -> None:
    for number in range(20):
        services.people.add(PersonDraft(name=f"Carla {number:02}"))
    search.open("carla")
    search.go_to("More: people")
    search.press(Qt.Key.Key_Return)

    assert sum(title.startswith("Carla") for title in search.titles) == 20
    assert search.current.title == "Carla 06"


def test_recent_places_and_used_commands_come_back(
    search: Search, make_search: Callable[[], Search]
) -> None:
    search.window.show_place(Place(PEOPLE, search.amara))
    search.open(">people")
    search.go_to("People")
    search.press(Qt.Key.Key_Return)
    search.window.close()

    again = make_search()
    again.open()

    assert again.titles[:2] == ["Recent", "Amara Okafor"]
    commands = again.titles.index("Commands")
    assert again.titles[commands + 1] == "People"


def test_a_place_that_is_gone_is_not_offered(search: Search, services: Services) -> None:
    search.window.show_place(Place(PEOPLE, search.amara))
    services.people.delete([search.amara])
    search.open()

    assert "Amara Okafor" not in search.titles


def test_a_click_opens_it_and_a_click_chooses(search: Search) -> None:
    search.window.show_place(Place(PEOPLE))
    search.qtbot.mouseClick(search.field, Qt.MouseButton.LeftButton)
    assert search.is_open
    search.qtbot.keyClicks(search.field, "notebook")

    found = search.popup.findChild(QListView)
    assert isinstance(found, QListView)
    row = found.visualRect(found.currentIndex())
    search.qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=row.center())

    assert not search.is_open
    assert search.editor.textCursor().blockNumber() == 3


def test_it_closes_when_one_goes_elsewhere(search: Search) -> None:
    search.open("a")
    search.press(Qt.Key.Key_2, CTRL)

    assert not search.is_open
    assert search.focus.accessibleName() == "People"


def test_a_screen_reader_hears_field_list_and_row(search: Search) -> None:
    search.open("amara")
    field = QAccessible.queryAccessibleInterface(search.field)
    found = QAccessible.queryAccessibleInterface(search.popup.findChild(QListView))

    assert field.text(QAccessible.Text.Name) == "Search or run a command"
    assert field.text(QAccessible.Text.Description) == "Amara Okafor, Northwind Energy, person"
    assert found.role() == QAccessible.Role.List
    assert found.text(QAccessible.Text.Name) == "Search results"
    spoken = [found.child(row).text(QAccessible.Text.Name) for row in range(found.childCount())]
    assert "Amara Okafor, Northwind Energy, person" in spoken
    assert found.child(1).role() == QAccessible.Role.ListItem
    search.press(Qt.Key.Key_Down)
    assert "conversation" in search.field.accessibleDescription()


def test_it_stays_within_the_window(search: Search, services: Services, theme: Theme) -> None:
    for number in range(9):
        services.people.add(PersonDraft(name=f"Amara {'von und zu ' * 20}{number}"))
    search.open("am")
    for scheme in (Scheme.DARK, Scheme.LIGHT):
        theme.set_scheme(scheme)
        for size in ((1360, 860), (1000, 680), (700, 420)):
            search.window.resize(*size)
            inside = search.window.rect()
            search.qtbot.waitUntil(lambda: inside.contains(search.popup.geometry()))  # noqa: B023
            image = search.popup.grab().toImage()
            assert image.pixelColor(image.width() // 2, 3) == theme.colour("surface")


def test_naughty_texts_are_only_texts(search: Search) -> None:
    search.open()
    signs = ["\x00", "\ud800", "' OR 1=1 --", "\u202e", "\U0001f469\u200d\U0001f4bb", "&&&"]
    for text in [*signs, "%s %n", "a" * 5000, "日本", "ﷺ", "> ", ">>"]:
        search.field.setText(text)
        search.field.textEdited.emit(text)
        assert search.is_open
        assert search.popup.grab().width() > 100


def test_keys_choose_in_the_list_after_tab_led_here(search: Search) -> None:
    search.window.show_place(Place(PEOPLE))
    search.field.setFocus(Qt.FocusReason.TabFocusReason)
    assert not search.is_open

    search.press(Qt.Key.Key_Down)
    assert search.is_open
    search.press(Qt.Key.Key_Escape)
    assert not search.is_open
    assert search.focus is search.field


def test_an_undo_of_the_program_reaches_it_from_the_empty_field(
    search: Search, services: Services
) -> None:
    services.people.add(PersonDraft(name="Zora"))
    search.open()
    search.qtbot.waitUntil(lambda: "Zora" in search.window.commands._undo.text())
    search.press(Qt.Key.Key_Z, CTRL)

    assert services.people_list.count() == 2


def test_a_task_is_found_and_opened_for_editing(search: Search, services: Services) -> None:
    services.learned.add_task("Lend the feeder book")
    search.open("lend")
    search.go_to("Lend the feeder book")
    assert search.current.caption == "no date"
    search.press(Qt.Key.Key_Return)
    dialog = search.window.findChild(TaskDialog)
    assert dialog is not None
    assert dialog.text.text() == "Lend the feeder book"
    dialog.text.setText("Lend the feeder book to Ben")
    dialog.keep()
    assert [one.title for one in services.learned.all(MarkKind.TODO)] == [
        "Lend the feeder book to Ben"
    ]
