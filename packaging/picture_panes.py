"""Scenes of the panes, with the sample, with nothing in them and in the window of the sample."""

# ruff: noqa: D103 - a scene is called what it shows

from collections.abc import Sequence
from datetime import date

from picture_call import call
from picture_desk import Desk, Scene, button, only, settle
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLineEdit, QScrollArea, QWidget

from infoview_gui.panes.dialogs.person_picker import PersonPicker
from infoview_gui.panes.places import CALENDAR, INTERVIEWS, PEOPLE, TODAY, Place


def today(desk: Desk) -> None:
    desk.show(TODAY)


def today_below(desk: Desk) -> None:
    today(desk)
    area = next(one for one in desk.window.findChildren(QScrollArea) if one.isVisible())
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    settle()


def today_task(desk: Desk) -> QWidget:
    today(desk)
    desk.press("New task")
    dialog = desk.dialog()
    only(dialog, QLineEdit, "What is to be done").setText("Send Kenji the notebook")
    only(dialog, QLineEdit, "By which day").setText("in two weeks")
    only(dialog, PersonPicker, "").set_people([desk.find(PEOPLE, "Kenji Mori")])
    settle()
    return dialog


def people_lately(desk: Desk) -> None:
    desk.services.learned.add_task(
        "Send the icing paper", date(2026, 11, 25), desk.find(PEOPLE, "Kenji Mori")
    )
    desk.window.show_place(Place(PEOPLE, lately="asked"))
    settle()
    desk.show(PEOPLE, "Kenji Mori")
    settle()


def people(desk: Desk) -> None:
    desk.show(PEOPLE)
    only(desk.window, QLineEdit, "Filter people").setText("north")
    settle()
    desk.show(PEOPLE, "Amara Okafor")


def people_long_names(desk: Desk) -> None:
    desk.show(PEOPLE, "Ana Sofia de Albuquerque e Vasconcelos")


def people_other_scripts(desk: Desk) -> None:
    desk.show(PEOPLE, "نادية حداد")


def people_several(desk: Desk) -> None:
    desk.show(PEOPLE)
    views = (one for one in desk.window.findChildren(QAbstractItemView) if one.isVisible())
    table = max(views, key=lambda one: one.model().rowCount())
    rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(3, 8):
        table.selectionModel().select(table.model().index(row, 0), rows)
    settle()


def people_edited(desk: Desk) -> None:
    people(desk)
    button(desk.window, "Edit").click()
    settle()


def people_not_found(desk: Desk) -> None:
    desk.show(PEOPLE)
    only(desk.window, QLineEdit, "Filter people").setText("nobody of that name")
    settle()


def employers(desk: Desk) -> None:
    desk.show(PEOPLE)
    button(desk.window, "Employers").click()
    settle()


def calendar(desk: Desk) -> None:
    desk.show(CALENDAR)


def calendar_chosen(desk: Desk) -> None:
    desk.show(CALENDAR, "Anders Berg")


def calendar_day(desk: Desk) -> None:
    desk.show(CALENDAR, "Anders Berg")
    desk.press("Show one day")


def calendar_month(desk: Desk) -> None:
    desk.show(CALENDAR, "Anders Berg")
    desk.press("Show the month")


def calendar_agenda(desk: Desk) -> None:
    desk.show(CALENDAR)
    desk.press("Show the agenda")


def calendar_week(desk: Desk) -> None:
    desk.show(CALENDAR)
    desk.press("Show the whole week")


def calendar_printed(desk: Desk) -> QDialog:
    calendar_month(desk)
    desk.press("Print or save")
    return desk.dialog()


def calendar_move_to(desk: Desk) -> None:
    desk.show(CALENDAR, "Anders Berg")
    desk.press("Move to…")
    only(desk.window, QLineEdit, "New time").setText("fri 16:30")
    settle()


def interviews_before(desk: Desk) -> None:
    desk.show(INTERVIEWS, "Amara Okafor")


def interviews_finish(desk: Desk) -> None:
    desk.show(INTERVIEWS, "Олена Коваленко")


def interviews_thank(desk: Desk) -> None:
    desk.show(INTERVIEWS, "Kenji Mori")


def interviews_overdue(desk: Desk) -> None:
    desk.show(INTERVIEWS, "Giulia Conti")


def interviews_thanked(desk: Desk) -> None:
    desk.show(INTERVIEWS, "María Vidal")


def interviews_together(desk: Desk) -> None:
    desk.show(INTERVIEWS, "Oluwaseun Adeyemi")


def interviews_no_time(desk: Desk) -> None:
    desk.show(INTERVIEWS, "Joanna Wiśniewska")


def call_elsewhere(desk: Desk) -> None:
    call(desk, "12:21")
    people(desk)


SCENES: Sequence[Scene] = (
    Scene("today", today),
    Scene("today-below", today_below),
    Scene("today-task", today_task),
    Scene("people", people),
    Scene("people-lately", people_lately),
    Scene("people-long-names", people_long_names),
    Scene("people-other-scripts", people_other_scripts),
    Scene("people-several", people_several),
    Scene("people-edited", people_edited),
    Scene("people-not-found", people_not_found),
    Scene("people-employers", employers),
    Scene("calendar", calendar),
    Scene("calendar-chosen", calendar_chosen),
    Scene("calendar-day", calendar_day),
    Scene("calendar-week", calendar_week),
    Scene("calendar-month", calendar_month),
    Scene("calendar-agenda", calendar_agenda),
    Scene("calendar-printed", calendar_printed),
    Scene("calendar-move-to", calendar_move_to),
    Scene("interviews-before", interviews_before),
    Scene("interviews-finish", interviews_finish),
    Scene("interviews-thank", interviews_thank),
    Scene("interviews-overdue", interviews_overdue),
    Scene("interviews-thanked", interviews_thanked),
    Scene("interviews-together", interviews_together),
    Scene("interviews-no-time", interviews_no_time),
    Scene("call-elsewhere", call_elsewhere),
    Scene("sample-today", today, band=True),
    Scene("sample-interviews", interviews_thank, band=True),
    Scene("empty-today", today, empty=True),
    Scene("empty-people", lambda desk: desk.show(PEOPLE), empty=True),
    Scene("empty-calendar", calendar, empty=True),
    Scene("empty-interviews", lambda desk: desk.show(INTERVIEWS), empty=True),
)
