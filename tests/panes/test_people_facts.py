"""Single facts of a person, edited where they stand: saved as in the form, taken back by Escape."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.fact_editor import NAMES, FactEditor
from infoview_gui.panes.people.fact_parts import FactLabel
from infoview_gui.panes.people.person_view import PersonView
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.records import PersonDetail
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme

# What the offscreen platform says about lists that pop up.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

Key = Qt.Key


@pytest.fixture
def ada(services: Services) -> int:
    bo = services.people.add(PersonDraft(name="Bo Young", company="Northwind"))
    draft = PersonDraft(
        name="Ada Zorn",
        company="Alpha & Co",
        role="Chief",
        zone="America/New_York",
        channel="event",
        note="likes mornings",
        introduced_by=None,
        emails=(Reach("ada@old.example"),),
        phones=(Reach("+44 20 7946 0000"),),
        links=(Reach("linkedin.com/in/ada"),),
        tags=("grid", "IEEE"),
    )
    assert bo
    return services.people.add(draft)


@pytest.fixture
def pane(
    qtbot: QtBot, theme: Theme, services: Services, feed: ChangeFeed, times: LocalTime, ada: int
) -> PeoplePane:
    pane = PeoplePane(theme, services, feed, times)
    qtbot.addWidget(pane)
    pane.resize(1184, 790)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.show_item(ada)
    return pane


@pytest.fixture
def view(pane: PeoplePane) -> PersonView:
    return pane._detail.view


def stored(person_id: int) -> PersonDetail:
    person = reading.person(person_id)
    assert person is not None
    return person


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def editor(view: PersonView) -> FactEditor:
    assert view._editor is not None
    assert view._editor.isVisible()
    assert view._editor.isAncestorOf(focused())
    return view._editor


def typed(qtbot: QtBot, text: str) -> None:
    line = focused()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, text)


def fact(view: PersonView, begin: str) -> QAbstractButton:
    buttons = view.findChildren(QAbstractButton)
    return next(
        one for one in buttons if one.isVisible() and one.accessibleName().startswith(begin)
    )


@pytest.mark.parametrize(
    ("begin", "field", "new"),
    [("Role: ", "role", "Head"), ("Company: ", "company", "Beta")],
)
def test_click_edits_a_fact_and_enter_keeps_it(
    qtbot: QtBot, view: PersonView, store: Store, ada: int, begin: str, field: str, new: str
) -> None:
    before = getattr(stored(ada), field)
    qtbot.mouseClick(fact(view, begin), Qt.MouseButton.LeftButton)
    assert not fact_is_shown(view, begin)
    editor(view)
    typed(qtbot, new)
    qtbot.keyClick(focused(), Key.Key_Return)
    assert getattr(stored(ada), field) == new
    assert focused() is fact(view, begin)
    assert new in fact(view, begin).accessibleName()
    store.undo()
    qtbot.waitUntil(lambda: before in fact(view, begin).accessibleName())


def fact_is_shown(view: PersonView, begin: str) -> bool:
    buttons = view.findChildren(QAbstractButton)
    return any(one.isVisible() and one.accessibleName().startswith(begin) for one in buttons)


def test_f2_edits_the_fact_and_not_the_whole_person(
    qtbot: QtBot, pane: PeoplePane, view: PersonView
) -> None:
    fact(view, "Role: ").setFocus()
    qtbot.keyClick(focused(), Key.Key_F2)
    editor(view)
    assert not pane._detail.editing


def test_typing_is_saved_within_a_second_and_escape_takes_it_back(
    qtbot: QtBot, view: PersonView, store: Store, ada: int
) -> None:
    before = store.history.undo_label
    fact(view, "Role: ").click()
    typed(qtbot, "Head")
    qtbot.waitUntil(lambda: stored(ada).role == "Head", timeout=1000)
    assert view._editor is not None
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert stored(ada).role == "Chief"
    assert store.history.undo_label == before
    assert view._editor is None


def test_tab_keeps_the_fact_and_goes_to_the_next(qtbot: QtBot, view: PersonView, ada: int) -> None:
    fact(view, "Role: ").click()
    typed(qtbot, "Head")
    qtbot.keyClick(focused(), Key.Key_Tab)
    qtbot.waitUntil(lambda: view._editor is None)
    assert stored(ada).role == "Head"
    assert focused() is fact(view, "Company: ")


def test_address_is_opened_by_enter_and_edited_by_f2(
    qtbot: QtBot, view: PersonView, ada: int
) -> None:
    fact(view, "E-mail ").setFocus()
    qtbot.keyClick(focused(), Key.Key_F2)
    editor(view)
    typed(qtbot, "ada@new.example")
    qtbot.keyClick(focused(), Key.Key_Return)
    assert stored(ada).emails == (Reach("ada@new.example"),)
    assert focused().accessibleName() == "E-mail ada@new.example"


def test_second_address_is_added_in_place_and_escape_takes_all_back(
    qtbot: QtBot, view: PersonView, ada: int
) -> None:
    view.fact_requested.emit("email")
    made = editor(view)
    next(one for one in made.findChildren(QAbstractButton) if one.text() == "Add e-mail").click()
    typed(qtbot, "ada@second.example")
    qtbot.waitUntil(lambda: len(stored(ada).emails) == 2, timeout=1000)
    assert view._editor is made
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert stored(ada).emails == (Reach("ada@old.example"),)


def test_tags_and_about(qtbot: QtBot, view: PersonView, ada: int) -> None:
    fact(view, "Tag grid").click()
    typed(qtbot, "one, two")
    qtbot.keyClick(focused(), Key.Key_Return)
    assert stored(ada).tags == ("one", "two")
    assert [chip.tag for chip in view._tags] == ["one", "two"]
    about = view.findChild(FactLabel)
    assert about is not None
    qtbot.mouseClick(about, Qt.MouseButton.LeftButton)
    editor(view)
    qtbot.keyClicks(focused(), " and <b>coffee</b>")
    qtbot.keyClick(focused(), Key.Key_Tab)
    qtbot.waitUntil(lambda: view._editor is None)
    assert stored(ada).note == "likes mornings and <b>coffee</b>"


def test_zone_and_channel(qtbot: QtBot, view: PersonView, ada: int) -> None:
    fact(view, "Time zone: New York").click()
    line = editor(view).findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, "Tokyo")
    completer = line.completer()
    assert completer is not None
    completer.popup().hide()
    view._heading.edit.setFocus()
    qtbot.waitUntil(lambda: stored(ada).zone == "Asia/Tokyo")
    fact(view, "Found through: ").click()
    editor(view)._channel.activated.emit(1)
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert stored(ada).channel == "event"


def test_introducer_is_picked_in_place(
    qtbot: QtBot, view: PersonView, services: Services, ada: int
) -> None:
    view.fact_requested.emit("introduced_by")
    made = editor(view)
    bo = next(iter(services.people_list.names("Bo")))
    made._by.set_people([bo.id])
    made._by.changed.emit()
    by = stored(ada).introduced_by
    assert by is not None
    assert by.name == "Bo Young"
    assert view._editor is None


@pytest.mark.parametrize("name", list(NAMES))
def test_every_fact_can_be_added_where_there_is_none_and_escape_leaves_nothing(
    qtbot: QtBot, pane: PeoplePane, services: Services, store: Store, name: str
) -> None:
    nobody = services.people.add(PersonDraft(name="Cy Xu"))
    qtbot.waitUntil(lambda: pane._model.row_of(nobody) is not None)
    pane.show_item(nobody)
    view = pane._detail.view
    action = next(one for one in view._missing.actions() if one.data() == name)
    before = stored(nobody)
    action.trigger()
    editor(view)
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert view._editor is None
    assert stored(nobody) == before
    assert store.history.undo_label == "Add Cy Xu"


def test_choosing_somebody_else_saves_the_fact(
    qtbot: QtBot, pane: PeoplePane, view: PersonView, ada: int
) -> None:
    fact(view, "Role: ").click()
    typed(qtbot, "Head")
    pane._table.choose_row(1)
    assert stored(ada).role == "Head"
    assert view._editor is None


def test_leaving_the_pane_saves_the_fact(
    qtbot: QtBot, pane: PeoplePane, view: PersonView, ada: int
) -> None:
    fact(view, "Role: ").click()
    typed(qtbot, "Head")
    pane.leave()
    assert stored(ada).role == "Head"
    assert focused() is fact(view, "Role: ")


def test_person_deleted_meanwhile_closes_the_fact_without_trouble(
    qtbot: QtBot, pane: PeoplePane, view: PersonView, services: Services, ada: int
) -> None:
    fact(view, "Role: ").click()
    typed(qtbot, "Head")
    services.people.delete([ada])
    qtbot.waitUntil(lambda: pane._detail.person_id != ada)
    pane.leave()
    assert reading.person(ada) is None


# -- where they are, and to whom they belong


def test_zone_is_guessed_from_the_phone_and_confirmed(
    qtbot: QtBot, pane: PeoplePane, view: PersonView, services: Services, store: Store
) -> None:
    cy = services.people.add(PersonDraft(name="Cy Xu", phones=(Reach("+81 3 1234 5678"),)))
    qtbot.waitUntil(lambda: pane._model.row_of(cy) is not None)
    pane.show_item(cy)
    qtbot.waitUntil(lambda: fact_is_shown(view, "Confirm the time zone Tokyo"))
    assert stored(cy).zone == ""
    fact(view, "Confirm the time zone Tokyo").click()
    assert (stored(cy).zone, stored(cy).zone_confirmed) == ("Asia/Tokyo", True)
    qtbot.waitUntil(lambda: fact_is_shown(view, "Time zone: Tokyo"))
    assert not fact_is_shown(view, "Confirm")
    store.undo()
    qtbot.waitUntil(lambda: fact_is_shown(view, "Confirm the time zone Tokyo"))


def test_employer_said_by_hand_in_the_form(
    qtbot: QtBot, pane: PeoplePane, view: PersonView, ada: int
) -> None:
    pane._detail.edit()
    field = pane._detail.form._employer
    assert field._words.text() == "Belongs to Alpha & Co, by the name"
    field._change.click()
    assert focused() is field._picker
    qtbot.keyClicks(field._picker, "north")
    popup = field._picker._popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Key.Key_Return)
    employer = stored(ada).employer
    assert employer is not None
    assert employer.name == "Northwind"
    qtbot.waitUntil(lambda: field._words.text() == "Belongs to Northwind")
    assert focused() is field._change
    pane._detail.form._done.click()
    fact(view, "Belongs to Northwind").click()
    assert pane._detail.employer_id == employer.id
    assert pane._grouped.on


def test_employer_by_the_name_again(
    qtbot: QtBot, pane: PeoplePane, services: Services, ada: int
) -> None:
    northwind = next(iter(services.employers.names("north")))
    services.employers.assign([ada], northwind.id)
    pane._detail.edit()
    field = pane._detail.form._employer
    qtbot.waitUntil(field._by_name.isVisible)
    field._by_name.click()
    qtbot.waitUntil(lambda: field._words.text() == "Belongs to Alpha & Co, by the name")
    assert not field._by_name.isVisible()


# -- how somebody was found, and the lines of the heading


def test_introducer_channel_and_place_are_all_shown(
    qtbot: QtBot, pane: PeoplePane, view: PersonView, services: Services
) -> None:
    bo = next(iter(services.people_list.names("Bo"))).id
    draft = PersonDraft(
        name="Di", channel="social", channel_detail="LinkedIn <b>", introduced_by=bo
    )
    di = services.people.add(draft)
    pane.show_item(di)

    assert fact(view, "Bo Young").isVisible()
    assert fact(view, "Found through: Found through Social networking tool").isVisible()
    fact(view, "Where or how found: LinkedIn <b>").click()
    assert editor(view).fact == "channel"


def test_an_introduction_is_said_once_and_where_can_still_be_added(
    qtbot: QtBot, pane: PeoplePane, view: PersonView, services: Services, ada: int
) -> None:
    bo = next(iter(services.people_list.names("Bo"))).id
    services.people.introduce(ada, bo)
    qtbot.waitUntil(lambda: fact_is_shown(view, "Bo Young"))

    assert not fact_is_shown(view, "Found through")
    assert "Found through" in [one.text() for one in view._missing.actions()]


def test_a_long_introducer_stays_beside_the_words(
    qtbot: QtBot, pane: PeoplePane, view: PersonView, services: Services, ada: int
) -> None:
    long_name = "Wolfeschlegelsteinhausenbergerdorff Esperanza de la Fuente y Castellanos"
    by = services.people.add(PersonDraft(name=long_name))
    services.people.introduce(ada, by)
    qtbot.waitUntil(lambda: fact_is_shown(view, long_name))

    said = next(one for one in view.findChildren(QLabel) if one.text() == "Introduced by")
    name = fact(view, long_name)
    assert name.geometry().top() == said.geometry().top()
    assert name.geometry().right() < view.viewport().width()


@pytest.mark.parametrize("company", ["", "Northwind Energy International Holdings & Sons"])
def test_what_is_known_of_the_work_is_never_broken_into_lines(
    qtbot: QtBot, pane: PeoplePane, view: PersonView, services: Services, company: str
) -> None:
    role = "Head of Grid Analytics, Planning, Software and everything else there is to head"
    draft = PersonDraft(name="Di", role=role, company=company, zone="America/New_York")
    di = services.people.add(draft)
    pane.show_item(di)

    first = fact(view, f"Company: {company}" if company else "Role: ")
    zone = fact(view, "Time zone: ")
    qtbot.waitUntil(lambda: zone.geometry().center().y() == first.geometry().center().y())
    assert first.geometry().right() < zone.geometry().left()
    assert zone.geometry().right() < view._heading.edit.geometry().left()
