"""Adding a person in the small dialog, and picking people by a part of their name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.person_dialog import PersonDialog
from infoview_gui.panes.dialogs.person_picker import PersonPicker
from infoview_gui.panes.dialogs.picker_popup import PickerModel
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.records import PersonName
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme

# What the offscreen platform says about lists that pop up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def dialog(theme: Theme, services: Services, window: QWidget) -> PersonDialog:
    return PersonDialog(theme, services, window)


def opened(qtbot: QtBot, dialog: PersonDialog, introducer: int | None = None) -> PersonDialog:
    dialog.ask(introducer)
    qtbot.waitUntil(dialog._name.hasFocus)
    return dialog


def test_name_and_enter_are_enough(qtbot: QtBot, dialog: PersonDialog, store: Store) -> None:
    opened(qtbot, dialog)
    qtbot.keyClicks(dialog._name, "Ada Zorn")
    with qtbot.waitSignal(dialog.added) as added:
        qtbot.keyClick(dialog._name, Key.Key_Return)
    assert not dialog.isVisible()
    assert added.args is not None
    person = reading.person(added.args[0])
    assert person is not None
    assert (person.first_name, person.last_name) == ("Ada", "Zorn")
    store.undo()
    assert reading.person(person.id) is None


def test_everything_that_is_filled_in_is_kept(
    qtbot: QtBot, dialog: PersonDialog, services: Services
) -> None:
    bo = services.people.add(PersonDraft(name="Bo Young"))
    opened(qtbot, dialog, bo)
    qtbot.keyClicks(dialog._name, "Ada")
    qtbot.keyClicks(dialog._company, "Northwind")
    qtbot.keyClicks(dialog._role, "Chief")
    qtbot.keyClicks(dialog._channel_detail, "Fair")
    with qtbot.waitSignal(dialog.added) as added:
        dialog._add.click()
    assert added.args is not None
    person = reading.person(added.args[0])
    assert person is not None
    assert (person.company, person.role, person.channel_detail) == ("Northwind", "Chief", "Fair")
    assert person.introduced_by is not None
    assert person.introduced_by.id == bo
    assert person.channel == "introduction"


def test_without_a_name_it_says_so_and_stays(
    qtbot: QtBot, dialog: PersonDialog, services: Services
) -> None:
    opened(qtbot, dialog)
    qtbot.keyClick(dialog._name, Key.Key_Return)
    assert dialog.isVisible()
    assert dialog._problem.text() == "A person needs a name."
    assert services.people_list.count() == 0
    dialog.reject()


def test_draft_is_there_again_after_escape_and_gone_after_adding(
    qtbot: QtBot, dialog: PersonDialog
) -> None:
    opened(qtbot, dialog)
    qtbot.keyClicks(dialog._name, "Ada")
    qtbot.keyClicks(dialog._company, "Northwind")
    qtbot.keyClick(dialog._name, Key.Key_Escape)
    assert not dialog.isVisible()
    opened(qtbot, dialog)
    assert (dialog._name.text(), dialog._company.text()) == ("Ada", "Northwind")
    qtbot.keyClick(dialog._name, Key.Key_Return)
    opened(qtbot, dialog)
    assert (dialog._name.text(), dialog._company.text()) == ("", "")
    dialog.reject()


def test_picking_with_enter_does_not_add_the_person_yet(
    qtbot: QtBot, dialog: PersonDialog, services: Services
) -> None:
    bo = services.people.add(PersonDraft(name="Bo Young"))
    opened(qtbot, dialog)
    qtbot.keyClicks(dialog._name, "Ada")
    dialog._by.setFocus()
    qtbot.keyClicks(dialog._by._line, "bo")
    qtbot.waitUntil(dialog._by._popup.isVisible)
    qtbot.keyClick(dialog._by._popup, Key.Key_Return)
    assert dialog._by.people() == [bo]
    assert dialog.isVisible()
    assert services.people_list.count() == 1
    dialog.reject()


def test_introducer_who_was_typed_but_not_picked_is_not_lost_silently(
    qtbot: QtBot, dialog: PersonDialog, services: Services
) -> None:
    opened(qtbot, dialog)
    qtbot.keyClicks(dialog._name, "Ada")
    dialog._by.set_typed("Bo Young")
    dialog._add.click()
    assert dialog.isVisible()
    assert "Bo Young" in dialog._by_problem.text()
    dialog._by.set_typed("")
    dialog._add.click()
    assert services.people_list.count() == 1


# -- the picker


@pytest.fixture
def people(services: Services) -> list[int]:
    names = ("Ada Zorn", "Bo Young", "Adam Xu")
    return [services.people.add(PersonDraft(name=name)) for name in names]


def picker(
    qtbot: QtBot, theme: Theme, services: Services, window: QWidget, *, several: bool
) -> PersonPicker:
    made = PersonPicker(theme, services, several=several, parent=window)
    made.resize(300, 80)
    made.show()
    made.setFocus()
    return made


def pick(qtbot: QtBot, made: PersonPicker, text: str, downs: int = 0) -> None:
    qtbot.keyClicks(made._line, text)
    qtbot.waitUntil(made._popup.isVisible)
    for _ in range(downs):
        qtbot.keyClick(made._popup, Key.Key_Down)
    qtbot.keyClick(made._popup, Key.Key_Return)
    qtbot.waitUntil(lambda: not made._popup.isVisible())


def test_several_are_picked_by_keyboard(
    qtbot: QtBot, theme: Theme, services: Services, window: QWidget, people: list[int]
) -> None:
    made = picker(qtbot, theme, services, window, several=True)
    with qtbot.waitSignal(made.changed):
        pick(qtbot, made, "ad", downs=1)
    pick(qtbot, made, "bo")
    assert made.people() == [people[2], people[1]]
    qtbot.keyClick(made._line, Key.Key_Backspace)
    assert made.people() == [people[2]]


def test_one_is_picked_with_the_mouse_and_let_go(
    qtbot: QtBot, theme: Theme, services: Services, window: QWidget, people: list[int]
) -> None:
    made = picker(qtbot, theme, services, window, several=False)
    qtbot.keyClicks(made._line, "bo")
    qtbot.waitUntil(made._popup.isVisible)
    spot = made._popup.visualRect(made._popup.model().index(0, 0)).center()
    qtbot.mouseClick(made._popup.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert made.people() == [people[1]]
    assert not made._line.isVisible()
    with qtbot.waitSignal(made.changed):
        made._chips[0].click()
    assert made.people() == []
    assert made._line.isVisible()


def test_somebody_new_is_added_from_the_last_entry(
    qtbot: QtBot, theme: Theme, services: Services, window: QWidget, people: list[int], store: Store
) -> None:
    made = picker(qtbot, theme, services, window, several=True)
    qtbot.keyClicks(made._line, "Xena Quill")
    qtbot.waitUntil(made._popup.isVisible)
    model = made._popup.model()
    last = model.index(model.rowCount() - 1, 0)
    assert last.data() == "Add “Xena Quill” as a new person"
    qtbot.keyClick(made._popup, Key.Key_Return)
    assert services.people_list.count() == 4
    person = reading.person(made.people()[0])
    assert person is not None
    assert (person.first_name, person.last_name) == ("Xena", "Quill")


def rows(made: PersonPicker) -> list[str]:
    model = made._popup.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_down_and_enter_take_who_is_there_and_nobody_new(
    qtbot: QtBot, theme: Theme, services: Services, window: QWidget, people: list[int]
) -> None:
    made = picker(qtbot, theme, services, window, several=True)
    pick(qtbot, made, "bo", downs=1)
    assert made.people() == [people[1]]
    assert services.people_list.count() == 3

    pick(qtbot, made, "zorn", downs=2)  # on purpose
    assert services.people_list.count() == 4


def test_the_exact_name_comes_first_and_adding_last(
    qtbot: QtBot, theme: Theme, services: Services, window: QWidget
) -> None:
    for number in range(60):
        services.people.add(PersonDraft(name=f"Aaron {number:02}", company="Zoe Ltd"))
    zoe_lane = services.people.add(PersonDraft(name="Zoe Lane"))
    zoe = services.people.add(PersonDraft(name="Zoe"))
    made = picker(qtbot, theme, services, window, several=True)
    qtbot.keyClicks(made._line, "zoe")

    assert rows(made)[:1] == ["Zoe"]
    assert rows(made)[-1] == "Add “zoe” as a new person"
    qtbot.keyClick(made._popup, Key.Key_Return)
    assert made.people() == [zoe]
    assert zoe_lane


@pytest.mark.parametrize("downs", [0, 1])
def test_who_is_chosen_already_is_not_added_once_more(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    window: QWidget,
    people: list[int],
    downs: int,
) -> None:
    made = picker(qtbot, theme, services, window, several=True)
    pick(qtbot, made, "bo")
    qtbot.keyClicks(made._line, "bo")
    assert rows(made) == ["Bo Young, chosen already", "Add “bo” as a new person"]
    made._line.clear()

    pick(qtbot, made, "bo", downs)
    assert made.people() == [people[1]]
    assert made.typed() == ""
    assert services.people_list.count() == 3


def test_who_cannot_be_picked_is_not_added_by_a_slip(
    qtbot: QtBot, theme: Theme, services: Services, window: QWidget, people: list[int]
) -> None:
    made = picker(qtbot, theme, services, window, several=False)
    made.exclude([people[1]])
    pick(qtbot, made, "bo", downs=1)

    assert made.people() == []
    assert services.people_list.count() == 3


def test_escape_closes_the_list_and_keeps_what_was_typed(
    qtbot: QtBot, theme: Theme, services: Services, window: QWidget, people: list[int]
) -> None:
    made = picker(qtbot, theme, services, window, several=True)
    qtbot.keyClicks(made._line, "ad")
    qtbot.waitUntil(made._popup.isVisible)
    qtbot.keyClick(made._popup, Key.Key_Escape)
    assert not made._popup.isVisible()
    assert made.typed() == "ad"
    assert made.people() == []


def test_set_people_leaves_out_who_is_gone_and_tells_nobody(
    qtbot: QtBot, theme: Theme, services: Services, window: QWidget, people: list[int]
) -> None:
    made = picker(qtbot, theme, services, window, several=True)
    with qtbot.assertNotEmitted(made.changed):
        made.set_people([people[1], 999, people[0], people[1]])
    assert made.people() == [people[1], people[0]]
    assert [chip.accessibleName() for chip in made._chips] == ["Remove Bo Young", "Remove Ada Zorn"]


def test_popup_model_is_a_sound_model(qtbot: QtBot) -> None:
    model = PickerModel(None)  # type: ignore[arg-type]
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_people([PersonName(1, "Ada Zorn", role="Chief", company="Northwind")], "Ad")
    assert model.rowCount() == 2
    assert model.data(model.index(0, 0)) == "Ada Zorn, Chief, Northwind"
    model.show_people([], "")
    assert model.rowCount() == 0


def test_somebody_new_who_introduced_them_is_added_with_them_or_not_at_all(
    qtbot: QtBot, dialog: PersonDialog, services: Services
) -> None:
    opened(qtbot, dialog)
    dialog._name.setText("Maria")
    dialog._by.setFocus()
    qtbot.keyClicks(dialog._by._line, "Ann Berg")
    qtbot.waitUntil(dialog._by._popup.isVisible)
    qtbot.keyClick(dialog._by._popup, Key.Key_Return)
    dialog.reject()
    assert services.people_list.count() == 0
    dialog.ask()
    dialog._add.click()
    names = [row.name for row in services.people_list.rows(services.people_list.ids()).values()]
    assert sorted(names) == ["Ann Berg", "Maria"]
    (maria,) = services.people_list.ids("maria")
    detail = reading.person(maria)
    assert detail is not None
    assert detail.introduced_by is not None
    assert detail.channel == "introduction"
    services.store.undo()
    assert services.people_list.count() == 0
