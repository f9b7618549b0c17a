"""The dialog for appointments and events by keyboard: time or whole days, and who was met."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from infoview_gui.panes.dialogs.engagement_dialog import EngagementDialog
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.engagement_reading import all_engagement_ids, engagement
from infoview_gui.services.engagement_records import (
    APPOINTMENT,
    NETWORKING,
    EngagementDraft,
    EngagementRow,
)
from infoview_gui.theme import Theme

NOON = round(datetime(2026, 11, 25, 11, tzinfo=UTC).timestamp() * 1000)
"""Wednesday, 12:00 in Berlin."""
Key = Qt.Key


@pytest.fixture
def dialog(
    qtbot: QtBot, theme: Theme, services: Services, times: LocalTime
) -> Iterator[EngagementDialog]:
    made = EngagementDialog(theme, services, times)
    qtbot.addWidget(made)
    yield made
    made.close()


def only() -> EngagementRow:
    (ident,) = all_engagement_ids()
    row = engagement(ident)
    assert row is not None
    return row


def enter(qtbot: QtBot, dialog: EngagementDialog) -> None:
    qtbot.keyClick(QApplication.focusWidget() or dialog, Key.Key_Return)


def shown(qtbot: QtBot, dialog: EngagementDialog) -> None:
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.focusWidget() is not None)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def line(dialog: EngagementDialog) -> QLineEdit:
    return dialog.form.people.findChildren(QLineEdit)[0]


def test_a_title_and_enter_are_enough(
    qtbot: QtBot, dialog: EngagementDialog, services: Services
) -> None:
    dialog.ask(APPOINTMENT, NOON)
    shown(qtbot, dialog)
    with qtbot.waitSignal(dialog.said) as said:
        qtbot.keyClicks(dialog.form.title, "Dentist")
        enter(qtbot, dialog)
    row = only()
    assert (row.kind, row.title, row.starts_at, row.minutes) == (APPOINTMENT, "Dentist", NOON, 60)
    assert row.zone == "Europe/Berlin"
    assert said.args == ["Added the appointment “Dentist”. Ctrl+Z takes it back."]
    services.store.undo()
    assert all_engagement_ids() == []


def test_without_a_title_it_says_so_and_stays(qtbot: QtBot, dialog: EngagementDialog) -> None:
    dialog.ask(NETWORKING, NOON)
    shown(qtbot, dialog)
    enter(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.form._problem.text() == "Give it a title."
    assert dialog.focusWidget() is dialog.form.title
    assert all_engagement_ids() == []


def test_escape_keeps_nothing(qtbot: QtBot, dialog: EngagementDialog) -> None:
    dialog.ask(NETWORKING, NOON)
    shown(qtbot, dialog)
    qtbot.keyClicks(dialog.form.title, "Lunch")
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert all_engagement_ids() == []


def test_whole_days_have_a_number_and_no_time(qtbot: QtBot, dialog: EngagementDialog) -> None:
    dialog.ask(NETWORKING, NOON)
    shown(qtbot, dialog)
    form = dialog.form
    form.title.setText("Fair")
    form.whole.click()
    assert not form.when.time.isVisible()
    assert not form.when.zones.isVisible()
    form.days.setValue(3)
    enter(qtbot, dialog)
    row = only()
    assert (row.starts_at, row.first_day, row.days) == (None, date(2026, 11, 25), 3)


def test_names_typed_with_enter_between_them_become_people_in_one_step(
    qtbot: QtBot, dialog: EngagementDialog, services: Services
) -> None:
    known = services.people.add(PersonDraft(name="Bo Ek"))
    made = services.engagements.add(EngagementDraft(title="Lunch", kind=NETWORKING, starts_at=NOON))
    dialog.edit(made, people=True)
    shown(qtbot, dialog)
    assert line(dialog).hasFocus()
    for name in ("Ana Lopes", "Bo Ek", "Cy Du", "Di Wu"):
        qtbot.keyClicks(line(dialog), name)
        qtbot.keyClick(QApplication.activePopupWidget() or line(dialog), Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(line(dialog), "Ed Ng")
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.hide()
    dialog.keep()  # what is still typed counts
    names = [person.name for person in only().people]
    assert sorted(names) == ["Ana Lopes", "Bo Ek", "Cy Du", "Di Wu", "Ed Ng"]
    assert known in {person.id for person in only().people}
    person = reading.person(only().people[1].id)
    assert person is not None
    assert (person.channel, person.channel_detail) == ("event", "Lunch")
    assert services.people_list.count() == 5
    services.store.undo()
    assert (only().people, services.people_list.count()) == ((), 1)


def test_one_of_two_new_names_is_let_go_of_alone(qtbot: QtBot, dialog: EngagementDialog) -> None:
    dialog.ask(NETWORKING, NOON)
    shown(qtbot, dialog)
    line(dialog).setFocus()
    for name in ("Ana Lopes", "Cy Du", "ana lopes"):
        qtbot.keyClicks(line(dialog), name)
        qtbot.keyClick(QApplication.activePopupWidget() or line(dialog), Key.Key_Return)
    assert dialog.form.people.named() == ["Ana Lopes", "Cy Du"]
    qtbot.keyClick(line(dialog), Key.Key_Backspace)
    assert dialog.form.people.named() == ["Ana Lopes"]


def test_nobody_is_met_at_an_appointment(qtbot: QtBot, dialog: EngagementDialog) -> None:
    dialog.ask(APPOINTMENT, NOON)
    shown(qtbot, dialog)
    assert not dialog.form.people.isVisible()
    dialog.form.kind.findChildren(type(dialog._save))[0].click()
    assert dialog.form.people.isVisible()


def test_what_else_is_on_is_said_while_one_types(
    qtbot: QtBot, dialog: EngagementDialog, services: Services
) -> None:
    person = services.people.add(PersonDraft(name="Ana Lopes"))
    services.conversations.schedule(ConversationDraft(people=(person,), starts_at=NOON))
    made = services.engagements.add(EngagementDraft(title="Dentist", starts_at=NOON))
    dialog.edit(made)
    shown(qtbot, dialog)
    assert dialog.form._hint.text() == "At the same time: Ana Lopes (12:00–12:15)."
    dialog.form.when.time.setEditText("15:00")
    assert dialog.form._hint.text() == ""
    dialog.form.whole.click()
    assert dialog.form._hint.text() == ""


def test_what_nobody_touched_stays_to_the_second(
    qtbot: QtBot, dialog: EngagementDialog, services: Services
) -> None:
    late = NOON + 59_000
    made = services.engagements.add(EngagementDraft(title="Dentist", starts_at=late, minutes=45))
    dialog.edit(made)
    shown(qtbot, dialog)
    dialog.form.place.setText("Rua Augusta 12")
    enter(qtbot, dialog)
    row = only()
    assert (row.starts_at, row.minutes, row.place, row.sequence) == (late, 45, "Rua Augusta 12", 1)


def test_one_that_was_deleted_meanwhile_is_not_written(
    qtbot: QtBot, dialog: EngagementDialog, services: Services
) -> None:
    made = services.engagements.add(EngagementDraft(title="Dentist", starts_at=NOON))
    dialog.edit(made)
    shown(qtbot, dialog)
    services.engagements.delete(made)
    with qtbot.waitSignal(dialog.said) as said:
        enter(qtbot, dialog)
    assert "deleted in the meantime" in said.args[0]
    assert all_engagement_ids() == []
