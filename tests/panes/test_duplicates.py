"""People who are there twice: found, compared side by side, made one, or kept apart."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.duplicates_dialog import DuplicatesDialog
from infoview_gui.panes.people.duplicates_model import ComparisonModel
from infoview_gui.panes.people.duplicates_tables import ComparisonTable, SuspectsTable
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.records import PersonDetail
from infoview_gui.theme import Theme
from tests.panes.people_desk import action, button, names, shown

Key = Qt.Key


class Window:
    """The window on the screen and what a person does with it."""

    def __init__(self, qtbot: QtBot, dialog: DuplicatesDialog) -> None:
        self.qtbot = qtbot
        self.dialog = dialog
        self.list = dialog.findChild(SuspectsTable)
        self.table = dialog.table
        self.said: list[str] = []
        self.merged: list[object] = []
        dialog.said.connect(self.said.append)
        dialog.merged.connect(self.merged.append)

    def look(self) -> None:
        self.dialog.look_for_all()
        self.qtbot.waitUntil(lambda: not self.sees("Looking"))

    def sees(self, words: str) -> bool:
        texts = [one.text() for one in self.dialog.findChildren(QLabel) if one.isVisible()]
        return any(words in text for text in texts)

    def press(self, name: str) -> None:
        found = self.dialog.findChildren(QPushButton)
        next(one for one in found if one.accessibleName() == name and one.isVisible()).click()

    def row(self, title: str) -> int:
        model = self.table.model()
        titles = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
        return titles.index(title)

    def hears(self, title: str) -> list[str]:
        """What a screen reader says of a field of each."""
        model, row = self.table.model(), self.row(title)
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, at).data(role)) for at in range(model.columnCount())]

    def go_to(self, title: str) -> None:
        self.table.setFocus()
        while self.table.currentIndex().row() > self.row(title):
            QTest.keyClick(self.table, Key.Key_Up)
        while self.table.currentIndex().row() < self.row(title):
            QTest.keyClick(self.table, Key.Key_Down)

    def key(self, *keys: Qt.Key) -> None:
        for one in keys:
            QTest.keyClick(self.dialog.focusWidget() or self.dialog, one)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, services: Services) -> Iterator[Window]:
    dialog = DuplicatesDialog(theme, services)
    qtbot.addWidget(dialog)
    yield Window(qtbot, dialog)
    dialog.reject()
    services.store.flush()


@pytest.fixture
def bens(services: Services) -> tuple[int, int]:
    one = PersonDraft(
        name="Ben Ito", company="Acme", role="Analyst", emails=(ContactPoint("b@x.org"),)
    )
    other = PersonDraft(name="B. Ito", company="Acme Inc", role="Planner", zone="Asia/Tokyo")
    return services.people.add(one), services.people.add(other)


def person(ident: int) -> PersonDetail:
    found = reading.person(ident)
    assert found is not None
    return found


def test_nobody_twice_says_so(window: Window, services: Services) -> None:
    services.people.add(PersonDraft(name="Ben Ito"))
    window.look()
    assert window.sees("No duplicates")
    assert not window.dialog.findChild(ComparisonTable).isVisible()


def test_a_pair_is_shown_with_its_reason_and_the_fullest_name_chosen(
    window: Window, bens: tuple[int, int]
) -> None:
    window.look()
    assert window.sees("Same initial and last name, same employer")
    assert window.hears("Name") == ["Name: Ben Ito, chosen", "Name: B. Ito"]
    assert window.hears("Role") == ["Role: Analyst, chosen", "Role: Planner"]
    assert window.hears("Time zone") == ["Time zone: nothing", "Time zone: Tokyo"]
    assert window.hears("E-mail") == ["E-mail: b@x.org", "E-mail: nothing"]
    QAbstractItemModelTester(window.dialog.findChild(ComparisonModel))


def test_arrow_keys_choose_the_side_and_enter_merges(
    window: Window, bens: tuple[int, int], services: Services
) -> None:
    window.look()
    window.qtbot.waitActive(window.dialog)
    window.go_to("Role")
    window.key(Key.Key_Right)
    assert window.hears("Role") == ["Role: Analyst", "Role: Planner, chosen"]
    assert window.hears("Name") == ["Name: Ben Ito, chosen", "Name: B. Ito"]
    window.key(Key.Key_Return)
    assert window.merged == [bens[0]]
    found = person(bens[0])
    assert (found.name, found.role, found.zone) == ("Ben Ito", "Planner", "Asia/Tokyo")
    assert services.people_list.count() == 1
    assert window.sees("No duplicates")


def test_going_up_and_down_changes_nothing(window: Window, bens: tuple[int, int]) -> None:
    window.look()
    window.go_to("Role")
    window.key(Key.Key_Right)
    before = [window.hears(title) for title in ("Name", "Role", "Company")]
    window.go_to("Name")
    window.go_to("E-mail")
    window.key(Key.Key_Right)
    window.go_to("Name")
    assert [window.hears(title) for title in ("Name", "Role", "Company")] == before


def test_a_click_chooses(window: Window, bens: tuple[int, int]) -> None:
    window.look()
    cell = window.table.model().index(window.row("Name"), 1)
    place = window.table.visualRect(cell).center()
    QTest.mouseClick(window.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.hears("Name")[1] == "Name: B. Ito, chosen"


def test_undo_brings_the_pair_back(
    window: Window, bens: tuple[int, int], services: Services
) -> None:
    window.look()
    window.press("Merge")
    assert services.people_list.count() == 1
    window.press("Undo")
    window.qtbot.waitUntil(lambda: window.list.model().rowCount() == 1)
    assert services.people_list.count() == 2


def test_two_people_are_not_asked_about_again(
    window: Window, bens: tuple[int, int], services: Services
) -> None:
    window.look()
    window.press("These are two people")
    assert window.sees("No duplicates")
    window.look()
    assert window.sees("No duplicates")
    services.store.undo()
    window.look()
    assert window.list.model().rowCount() == 1


def test_later_leaves_them_for_the_next_time(
    window: Window, bens: tuple[int, int], services: Services
) -> None:
    window.look()
    window.press("Later")
    assert window.sees("No duplicates")
    assert services.people_list.count() == 2
    window.look()
    assert window.list.model().rowCount() == 1


def test_one_of_three_can_be_somebody_else(
    window: Window, bens: tuple[int, int], services: Services
) -> None:
    third = services.people.add(PersonDraft(name="Ito, B.", company="Acme"))
    window.look()
    assert window.list.model().rowCount() == 1
    assert window.hears("Same person")[2].endswith("yes")
    window.go_to("Same person")
    window.key(Key.Key_Right, Key.Key_Right, Key.Key_Space)
    assert window.hears("Same person")[2].endswith("no")
    window.press("Merge")
    assert sorted(services.people_list.ids()) == [bens[0], third]


def test_two_stay_at_least(window: Window, services: Services) -> None:
    for name in ("Ben Ito", "B. Ito", "Benjamin Ito"):
        services.people.add(PersonDraft(name=name, company="Acme"))
    window.look()
    window.go_to("Same person")
    for _ in range(3):
        window.key(Key.Key_Space, Key.Key_Right)
    assert sum(said.endswith("yes") for said in window.hears("Same person")) == 2


def test_names_are_shown_as_they_are(window: Window, services: Services) -> None:
    for name in ("<b>Ben</b> Ito", "<b>Ben</b> Ito"):
        services.people.add(PersonDraft(name=name, company="Acme"))
    window.look()
    header = window.table.model().headerData(
        0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    )
    assert "&lt;b&gt;" in str(header)


@pytest.fixture
def pane(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime
) -> PeoplePane:
    return PeoplePane(theme, services, feed, times)


def over(pane: PeoplePane) -> DuplicatesDialog:
    found = [one for one in pane.findChildren(DuplicatesDialog) if one.isVisible()]
    return found[-1]


def test_selected_people_are_merged_from_the_menu(
    qtbot: QtBot, pane: PeoplePane, services: Services
) -> None:
    ids = [services.people.add(PersonDraft(name=name)) for name in ("Ann Lee", "Bob Ray")]
    services.people.add(PersonDraft(name="Cy Fox"))
    shown(qtbot, pane)
    qtbot.waitUntil(lambda: len(names(pane)) == 3)
    assert not action(pane, "Merge…").isEnabled()
    pane._table.choose(ids, ids[0])
    assert button(pane, "Merge the selected people").isEnabled()
    action(pane, "Merge…").trigger()
    window = Window(qtbot, over(pane))
    assert window.hears("Name") == ["Name: Ann Lee, chosen", "Name: Bob Ray"]
    window.press("Merge")
    qtbot.waitUntil(lambda: names(pane) == ["Ann Lee", "Cy Fox"])
    assert pane._detail.person_id == ids[0]


def line(pane: QWidget, words: str) -> bool:
    return any(one.text() == words and one.isVisible() for one in pane.findChildren(QLabel))


def test_the_person_beside_the_list_says_who_they_look_like(
    qtbot: QtBot, pane: PeoplePane, services: Services, bens: tuple[int, int]
) -> None:
    shown(qtbot, pane)
    pane.show_item(bens[1])
    qtbot.waitUntil(lambda: line(pane, "Looks like Ben Ito too"))
    button(pane, "Compare with Ben Ito").click()
    window = Window(qtbot, over(pane))
    assert window.sees("Same initial and last name, same employer")
    window.press("These are two people")
    qtbot.waitUntil(lambda: not line(pane, "Looks like Ben Ito too"))
    services.store.undo()
    qtbot.waitUntil(lambda: line(pane, "Looks like Ben Ito too"))
