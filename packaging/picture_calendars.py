"""Scenes of calendar files: those of other programs beside ours, and ours on their way out."""

# ruff: noqa: D103 - a scene is called what it shows

from pathlib import Path

from picture_desk import Desk, Scene, settle, until
from PySide6.QtWidgets import QDialog, QMenu

from infoview_gui.panes.dialogs.settings_dialog_calendars import CalendarsField
from infoview_gui.panes.places import CALENDAR, PEOPLE

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


def export_conversations(desk: Desk) -> QDialog:
    desk.show(CALENDAR, "Anders Berg")
    desk.press("Export conversations")
    return desk.dialog()


SCENES = (
    Scene("calendar-others", calendar_others),
    Scene("calendar-others-menu", calendar_others_menu),
    Scene("settings-calendars", settings_calendars),
    Scene("export-conversations", export_conversations),
)
