"""Scenes of calendar files: those of other programs beside ours, and ours on their way out."""

# ruff: noqa: D103 - a scene is called what it shows

from pathlib import Path

from picture_desk import Desk, Scene, only, settle, until
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QMenu

from infoview_gui.panes.calendar.side import CalendarSide
from infoview_gui.panes.dialogs.settings_dialog_calendars import CalendarsField
from infoview_gui.panes.places import CALENDAR, PEOPLE, Place
from infoview_gui.services.engagement_reading import all_engagement_ids, engagements

_EVENTS = (
    ("20261125T130000", "20261125T143000", "Dentist", "Rua Augusta 12"),
    ("20261126T090000", "20261126T100000", "Evening class prep", ""),
    ("20261124T091500", "20261124T101500", "Parents' meeting", "School"),
)


def _home(desk: Desk) -> Path:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0"]
    for start, end, title, place in _EVENTS:
        lines += ["BEGIN:VEVENT", f"DTSTART;TZID=Europe/Lisbon:{start}"]
        lines += [f"DTEND;TZID=Europe/Lisbon:{end}", f"SUMMARY:{title}", f"LOCATION:{place}"]
        lines += ["END:VEVENT"]
    lines += ["BEGIN:VEVENT", "DTSTART;VALUE=DATE:20261127", "SUMMARY:School holiday", "END:VEVENT"]
    path = desk.folder / "Home.ics"
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")
    return path


def _shown(desk: Desk) -> None:
    """Show a calendar that can be read and one that is lost."""
    home, work = _home(desk), desk.folder / "Work.ics"
    work.write_bytes(home.read_bytes())
    desk.window.import_files([home, work])
    files = desk.services.calendar_files
    until(lambda: len(files.shown) == 2, "both calendars")
    work.unlink()
    desk.show(PEOPLE)
    desk.show(CALENDAR)
    until(lambda: bool(files.trouble(str(work))), "the one that is lost")
    settle()


def calendar_others(desk: Desk) -> None:
    _shown(desk)


def calendar_others_menu(desk: Desk) -> QMenu:
    _shown(desk)
    desk.press("Other calendars")
    menus = (one for one in desk.window.findChildren(QMenu) if one.isVisible())
    return next(menus)


def settings_calendars(desk: Desk) -> QDialog:
    _shown(desk)
    desk.press("Settings")
    dialog = desk.dialog()
    until(lambda: bool(dialog.findChildren(CalendarsField)), "the calendars")
    (field,) = dialog.findChildren(CalendarsField)
    field.add.setFocus()
    settle()
    return dialog


def calendar_column(desk: Desk) -> None:
    """The left column where it is folded away, with what is switched off."""
    _shown(desk)
    side = next(iter(desk.window.findChildren(CalendarSide)))
    if not side.isVisible():
        desk.press("Show month and waiting")
    box = next(one for one in side.findChildren(QCheckBox) if one.text() == "Appointments")
    box.setFocus()
    box.click()
    settle()


def new_event(desk: Desk) -> QDialog:
    desk.show(CALENDAR)
    desk.press("New networking event")
    dialog = desk.dialog()
    only(dialog, QLineEdit, "Title").setText("Career fair")
    only(dialog, QCheckBox, "Whole days").click()
    settle()
    return dialog


def new_appointment(desk: Desk) -> QDialog:
    desk.show(CALENDAR, "Anders Berg")
    desk.press("New appointment")
    dialog = desk.dialog()
    only(dialog, QLineEdit, "Title").setText("Eye doctor")
    settle()
    return dialog


def people_met(desk: Desk) -> QDialog:
    past = engagements(all_engagement_ids())[0]
    desk.window.show_place(Place(CALENDAR, engagement=past.id))
    desk.press("Add people met")
    return desk.dialog()


def export_conversations(desk: Desk) -> QDialog:
    desk.show(CALENDAR, "Anders Berg")
    desk.press("Export conversations")
    return desk.dialog()


SCENES = (
    Scene("calendar-others", calendar_others),
    Scene("calendar-others-menu", calendar_others_menu),
    Scene("settings-calendars", settings_calendars),
    Scene("calendar-column", calendar_column),
    Scene("engagement-days", new_event),
    Scene("engagement-appointment", new_appointment),
    Scene("engagement-met", people_met),
    Scene("export-conversations", export_conversations),
)
