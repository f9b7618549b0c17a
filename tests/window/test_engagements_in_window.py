"""Appointments and events across the window: New, the keys, a person's history, the search."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from infoview_gui.panes import places
from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.panes.calendar.keys import EngagementKey
from infoview_gui.panes.dialogs.engagement_dialog import EngagementDialog
from infoview_gui.panes.places import Place
from infoview_gui.services.bundle import Services
from infoview_gui.services.engagement_reading import all_engagement_ids, engagement
from infoview_gui.services.engagement_records import APPOINTMENT, NETWORKING, EngagementDraft
from infoview_gui.widgets.timeline import Timeline
from infoview_gui.window.main_window import MainWindow
from infoview_gui.window.palette_rows import RowKind
from tests.window.conftest import Open

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _dialog(qtbot: QtBot, window: MainWindow) -> EngagementDialog:
    def opened() -> list[EngagementDialog]:
        return [one for one in window.findChildren(EngagementDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(opened()))
    (found,) = opened()
    return found


def _calendar(window: MainWindow) -> CalendarPane:
    return window.findChildren(CalendarPane)[0]


def test_new_has_both_and_the_keys_ask_for_them(
    qtbot: QtBot, open_window: Open, services: Services
) -> None:
    window, _ = open_window()
    before = set(all_engagement_ids())
    (menu,) = (
        one
        for one in window._strip.findChildren(QMenu)
        if any(row.text() == "Appointment…" for row in one.actions())
    )
    next(row for row in menu.actions() if row.text() == "Networking event…").trigger()
    assert _dialog(qtbot, window).form.draft().kind == NETWORKING
    _dialog(qtbot, window).reject()
    qtbot.keyClick(window, Qt.Key.Key_R, CTRL_SHIFT)
    dialog = _dialog(qtbot, window)
    assert dialog.form.draft().kind == APPOINTMENT
    dialog.form.title.setText("Eye doctor")
    dialog.keep()
    (made,) = set(all_engagement_ids()) - before
    row = engagement(made)
    assert row is not None
    assert row.title == "Eye doctor"


def test_in_the_calendar_a_new_one_takes_the_chosen_time_and_is_chosen(
    qtbot: QtBot, open_window: Open
) -> None:
    window, _ = open_window()
    window.show_place(Place(places.CALENDAR))
    pane = _calendar(window)
    slot = pane._views.cursor_slot()
    qtbot.keyClick(window, Qt.Key.Key_H, CTRL_SHIFT)
    dialog = _dialog(qtbot, window)
    dialog.form.title.setText("Hackathon")
    dialog.keep()
    made = EngagementKey(max(all_engagement_ids()))
    row = engagement(made.id)
    assert row is not None
    assert row.starts_at == pane._times.moment(slot)
    qtbot.waitUntil(lambda: pane._views.chosen_key() == made)


def test_the_history_of_a_person_leads_to_the_event(
    qtbot: QtBot, open_window: Open, services: Services
) -> None:
    window, house = open_window()
    window.show_place(Place(places.PEOPLE, house.people[0]))
    timeline = next(one for one in window.findChildren(Timeline) if one.isVisible())
    key = next(
        entry.key for entry in timeline.entries() if entry.title == "Met at Lunch, IEEE PES chapter"
    )
    timeline.activated.emit(key)
    pane = _calendar(window)
    assert pane.isVisible()
    assert pane._views.chosen_key() == EngagementKey(house.event)


def test_search_goes_there(qtbot: QtBot, open_window: Open, services: Services) -> None:
    window, _ = open_window()
    made = services.engagements.add(
        EngagementDraft(title="Zeppelin tour", kind=NETWORKING, starts_at=services.clock())
    )
    window.search()
    qtbot.keyClicks(QApplication.focusWidget(), "zeppelin")
    palette = window._make_palette()
    row = next(one for one in palette.popup.rows if one.kind is RowKind.FOUND)
    assert (row.title, row.icon) == ("Zeppelin tour", "calendar")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert _calendar(window)._views.chosen_key() == EngagementKey(made)
