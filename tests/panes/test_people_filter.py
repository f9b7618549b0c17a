"""Filters of the People pane: pills, menus, saved ones, and what is said when nobody matches."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.people import PeoplePane
from infoview_gui.panes.people.name_popup import NamePopup
from infoview_gui.practice.stages import Stage
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.people_filter import PeopleFilter
from infoview_gui.store.store import Store
from infoview_gui.theme import Theme
from tests.panes.people_desk import action, button, menu, names, offers, pick, popup, shown
from tests.panes.settable_clock import SettableClock

HOUR = 3_600_000
Key = Qt.Key


@pytest.fixture
def pane(
    qtbot: QtBot,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
    clock: SettableClock,
) -> PeoplePane:
    add = services.people.add
    ada = add(PersonDraft(name="Ada Zorn", company="Northwind", channel="event", tags=("grid",)))
    add(PersonDraft(name="Bo Young", company="Northgate", channel="social", tags=("rail",)))
    cy = add(PersonDraft(name="Cy Xu", company="Northwind"))
    clock.advance(days=40)
    services.people.set_stage([ada], Stage.ASKED)
    talk = ConversationDraft(people=(cy,), starts_at=clock.now + HOUR)
    services.conversations.schedule(talk)
    return shown(qtbot, PeoplePane(theme, services, feed, times))


def name_popup() -> NamePopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, NamePopup)
    return found


def test_a_pill_offers_with_counts_and_filters_at_once(qtbot: QtBot, pane: PeoplePane) -> None:
    bar = pane._side.bar
    qtbot.keyClick(bar.kinds["employers"], Key.Key_Down)
    assert offers(popup()) == {"Northgate": 1, "Northwind": 2}
    qtbot.keyClick(popup().field, Key.Key_Down)
    qtbot.keyClick(popup().list, Key.Key_Down)
    qtbot.keyClick(popup().list, Key.Key_Space)
    assert names(pane) == ["Ada Zorn", "Cy Xu"]
    assert pane._side.count.text() == "2 of 3"
    assert bar.kinds["employers"].text() == "Northwind"
    qtbot.keyClick(popup().list, Key.Key_Up)
    qtbot.keyClick(popup().list, Key.Key_Space)
    assert len(names(pane)) == 3
    assert bar.kinds["employers"].text() == "Company · 2"
    assert bar.kinds["employers"].accessibleName() == "Company · 2: Northwind or Northgate"
    qtbot.keyClick(popup(), Key.Key_Escape)
    bar.kinds["employers"].setFocus()
    qtbot.keyClick(bar.kinds["employers"], Key.Key_Delete)
    assert not bar.kinds["employers"].on
    assert pane._side.count.text() == "3 people"


def test_conditions_words_and_toggles_hold_together(qtbot: QtBot, pane: PeoplePane) -> None:
    button(pane, "No next step").click()
    assert names(pane) == ["Ada Zorn", "Bo Young"]
    button(pane, "Nothing for 30 days").click()
    assert names(pane) == ["Bo Young"]
    button(pane, "Nothing for 30 days").click()
    pane._side.filter.setText("northw")
    assert names(pane) == ["Ada Zorn"]
    with qtbot.waitSignal(pane.export_requested) as asked:
        button(pane, "Export").click()
    assert asked.args == [pane.exported_ids()]
    assert len(pane.exported_ids()) == 1
    button(pane, "Clear all").click()
    assert pane._side.filter.text() == "northw"
    assert names(pane) == ["Ada Zorn", "Cy Xu"]


def test_the_menu_filters_too(qtbot: QtBot, pane: PeoplePane) -> None:
    action(pane, "No next step").trigger()
    assert len(names(pane)) == 2
    assert pane._side.bar.toggles["no_next_step"].isChecked()
    action(pane, "Stage…").trigger()
    qtbot.keyClick(popup().list, Key.Key_Space)
    popup().hide()
    assert names(pane) == ["Bo Young"]
    action(pane, "Clear the filter").trigger()
    assert len(names(pane)) == 3
    assert not action(pane, "No next step").isChecked()


def test_nobody_matches_names_the_conditions_and_clears_them(pane: PeoplePane) -> None:
    only = PeopleFilter(stages=("talked", "thanked"), tags=("<b>grid</b>",), quiet=True)
    pane._filtering.wanted.emit("zzz", only)
    page = pane._side._no_hit
    assert page.isVisible()
    assert page.accessibleName() == "Nobody matches “zzz”"
    words = page._text.text()
    assert "stage Talked or Thanked" in words
    assert "tag <b>grid</b>" in words
    assert "nothing for 30 days" in words
    assert page._text.textFormat() == Qt.TextFormat.PlainText
    button(pane, "Clear the filter").click()
    assert len(names(pane)) == 3
    assert pane._side.filter.text() == ""


def test_somebody_the_filter_hides_is_shown_without_it(pane: PeoplePane) -> None:
    pane._filtering.wanted.emit("", PeopleFilter(stages=("talked",)))
    assert names(pane) == []
    pane.show_item(1)
    assert len(names(pane)) == 3
    assert pane._table.selected_ids() == [1]


def test_a_narrow_pane_folds_the_filters_into_one(qtbot: QtBot, pane: PeoplePane) -> None:
    pane.resize(900, 660)
    bar = pane._side.bar
    qtbot.waitUntil(bar.all.isVisible)
    assert not bar.kinds["stages"].isVisible()
    bar.all.click()
    pick(menu(), "Tag…").trigger()
    menu_or_popup = popup()
    qtbot.keyClick(menu_or_popup.field, Key.Key_Down)
    qtbot.keyClick(menu_or_popup.list, Key.Key_Space)
    assert names(pane) == ["Ada Zorn"]
    menu_or_popup.hide()
    assert bar.all.text() == "Filter · 1"
    bar.all.setFocus()
    qtbot.keyClick(bar.all, Key.Key_Delete)
    assert len(names(pane)) == 3


# -- saved filters


def save_as(qtbot: QtBot, pane: PeoplePane, name: str) -> None:
    pane._filtering.open_saved()
    found = menu()
    pick(found, "Save this filter…").trigger()
    found.close()
    qtbot.keyClicks(name_popup().field, name)
    qtbot.keyClick(name_popup().field, Key.Key_Return)
    saved = pane._side.bar.saved
    qtbot.waitUntil(lambda: saved.accessibleName() == f"Saved: {name}")


def entries(found: QMenu) -> list[str]:
    return [one.text() for one in found.actions() if not one.isSeparator()]


def test_a_filter_is_saved_chosen_renamed_and_deleted(
    qtbot: QtBot, pane: PeoplePane, store: Store
) -> None:
    pane._filtering.wanted.emit("north", PeopleFilter(no_next_step=True))
    save_as(qtbot, pane, "R&D <b>")
    action(pane, "Clear the filter").trigger()
    assert pane._side.bar.saved.text() == "Saved"
    pane._filtering.open_saved()
    found = menu()
    pick(found, "R&&D <b>").trigger()
    assert names(pane) == ["Ada Zorn", "Bo Young"]
    assert pane._side.filter.text() == "north"
    assert pane._side.bar.saved.text() == "R&&D <b>"
    inner(found, "Rename").trigger()
    found.close()
    name_popup().field.setText("Energy")
    qtbot.keyClick(name_popup().field, Key.Key_Return)
    qtbot.waitUntil(lambda: pane._side.bar.saved.text() == "Energy")
    pane._filtering.open_saved()
    found = menu()
    inner(found, "Delete").trigger()
    found.close()
    qtbot.waitUntil(lambda: pane._side.bar.saved.text() == "Saved")
    store.undo()
    qtbot.waitUntil(lambda: pane._side.bar.saved.text() == "Energy")


def inner(found: QMenu, title: str) -> QAction:
    """The first entry of a menu inside a menu."""
    sub = pick(found, title).menu()
    assert isinstance(sub, QMenu)
    return sub.actions()[0]


def test_a_name_that_is_taken_or_missing_is_not_accepted(
    qtbot: QtBot, pane: PeoplePane, services: Services
) -> None:
    services.saved_filters.save("One", "a", PeopleFilter())
    services.saved_filters.save("Two", "b", PeopleFilter())
    qtbot.waitUntil(lambda: len(pane._filtering._kept()) == 2)
    pane._filtering._rename(pane._filtering._kept()[1])
    for wrong, words in (("One", "There is another filter of that name."), (" ", "Type a name.")):
        name_popup().field.setText(wrong)
        qtbot.keyClick(name_popup().field, Key.Key_Return)
        assert name_popup()._words.text() == words
    qtbot.keyClick(name_popup().field, Key.Key_Escape)
    assert [one.name for one in services.saved_filters.all()] == ["One", "Two"]


def test_nothing_to_save_without_a_filter(pane: PeoplePane) -> None:
    pane._filtering.open_saved()
    found = menu()
    assert not pick(found, "Save this filter…").isEnabled()
    assert "Rename" not in entries(found)
    found.close()


def test_the_filter_comes_back_with_the_pane(
    qtbot: QtBot,
    pane: PeoplePane,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
) -> None:
    only = PeopleFilter(channels=("event",), employers=(1,))
    pane._filtering.wanted.emit("", only)
    save_as(qtbot, pane, "Fairs")
    other = shown(qtbot, PeoplePane(theme, services, feed, times))
    other.restore_state(pane.save_state())
    assert names(other) == ["Ada Zorn"]
    assert other._side.bar.saved.text() == "Fairs"
    assert other._side.bar.kinds["employers"].text() == "Northwind"
    other.restore_state({"only": {"stages": ["x", 3], "tags": "y", "employers": [True]}})
    assert len(names(other)) == 3


def test_the_person_at_the_right_follows_when_typing_pauses(pane: PeoplePane, qtbot: QtBot) -> None:
    assert pane._detail.view.person is not None
    assert pane._detail.view.person.name == "Ada Zorn"
    qtbot.keyClicks(pane._side.filter, "cy")
    assert names(pane) == ["Cy Xu"]
    assert pane._detail.view.person.name == "Ada Zorn"  # not read with each key
    qtbot.waitUntil(lambda: pane._detail.view.person.name == "Cy Xu")
    assert pane._actions.notes.isEnabled() == (pane._detail.view.newest is not None)


def test_the_cross_in_the_field_goes_with_the_words(qtbot: QtBot, pane: PeoplePane) -> None:
    field = pane._side.filter
    clear = next(
        one
        for one in field.findChildren(QToolButton)
        if one.defaultAction().text() == "Empty the field"
    )
    qtbot.keyClicks(field, "zorn")
    qtbot.waitUntil(lambda: clear.property("opacity") == 1)
    pane.show_item(2)  # the filter would hide them
    qtbot.waitUntil(lambda: clear.property("opacity") == 0)
    pane._filtering.wanted.emit("zorn", PeopleFilter())
    qtbot.waitUntil(lambda: clear.property("opacity") == 1)


# -- where the keyboard is afterwards


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def choose_tag(qtbot: QtBot) -> None:
    qtbot.keyClick(popup().field, Key.Key_Down)
    qtbot.keyClick(popup().list, Key.Key_Space)
    qtbot.keyClick(popup(), Key.Key_Escape)


def test_after_choosing_by_keyboard_one_is_among_those_who_are_found(
    qtbot: QtBot, pane: PeoplePane
) -> None:
    pill = pane._side.bar.kinds["tags"]
    pill.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pill, Key.Key_Down)
    choose_tag(qtbot)

    assert names(pane) == ["Ada Zorn"]
    qtbot.waitUntil(lambda: focus() is pane._table)


def test_who_chose_nothing_is_still_at_the_pill(qtbot: QtBot, pane: PeoplePane) -> None:
    pill = pane._side.bar.kinds["tags"]
    pill.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pill, Key.Key_Down)
    qtbot.keyClick(popup(), Key.Key_Escape)

    qtbot.waitUntil(lambda: focus() is pill)


def test_who_types_in_the_field_goes_on_typing(qtbot: QtBot, pane: PeoplePane) -> None:
    field = pane._side.filter
    field.setFocus()
    qtbot.keyClicks(field, "a")
    qtbot.mouseClick(pane._side.bar.kinds["tags"], Qt.MouseButton.LeftButton)
    choose_tag(qtbot)

    qtbot.waitUntil(lambda: focus() is field)


def test_a_click_on_a_pill_does_not_take_the_keyboard(qtbot: QtBot, pane: PeoplePane) -> None:
    pane._table.setFocus()
    qtbot.mouseClick(button(pane, "No next step"), Qt.MouseButton.LeftButton)
    assert focus() is pane._table
    qtbot.mouseClick(button(pane, "Clear all"), Qt.MouseButton.LeftButton)
    assert focus() is pane._table


def test_clear_all_by_keyboard_leads_to_the_table(qtbot: QtBot, pane: PeoplePane) -> None:
    toggle = button(pane, "No next step")
    toggle.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(toggle, Key.Key_Space)
    assert focus() is toggle  # one more press takes it back
    clear = button(pane, "Clear all")
    clear.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(clear, Key.Key_Space)

    qtbot.waitUntil(lambda: focus() is pane._table)


def test_a_saved_filter_leads_to_the_table(qtbot: QtBot, pane: PeoplePane) -> None:
    button(pane, "No next step").click()
    save_as(qtbot, pane, "Idle")
    pane._side.bar.saved.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(pane._side.bar.saved, Key.Key_Down)
    found = menu()
    pick(found, "Idle").trigger()
    found.close()

    assert pane.focusWidget() is pane._table


def test_the_people_behind_a_figure_of_today(qtbot: QtBot, pane: PeoplePane) -> None:
    bar = pane._side.bar
    assert not bar.lately.isVisible()
    pane.show_lately("asked")
    assert names(pane) == ["Ada Zorn", "Cy Xu"]  # who answered was asked
    assert bar.lately.text() == "Asked in the last 30 days"
    assert bar.lately.isVisible()
    assert pane.person_id is not None
    assert pane._side.count.text() == "2 of 3"
    bar.lately.setFocus()
    qtbot.keyClick(bar.lately, Key.Key_Space)
    assert len(names(pane)) == 3
    assert not bar.lately.isVisible()


def test_the_figure_stays_when_the_pane_is_narrow_and_after_a_restart(
    qtbot: QtBot,
    pane: PeoplePane,
    theme: Theme,
    services: Services,
    feed: ChangeFeed,
    times: LocalTime,
) -> None:
    pane.resize(640, 700)
    pane.show_lately("answered")
    assert names(pane) == ["Cy Xu"]
    bar = pane._side.bar
    qtbot.waitUntil(bar.all.isVisible)
    assert not bar.lately.isVisible()
    assert bar.all.text() == "Filter · 1"
    again = shown(qtbot, PeoplePane(theme, services, feed, times))
    again.restore_state(pane.save_state())
    assert names(again) == ["Cy Xu"]
    bar.all.click()
    pick(menu(), "Answered in the last 30 days").trigger()
    menu().close()
    assert len(names(pane)) == 3
