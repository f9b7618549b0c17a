"""Scenes of the dialogs over the window."""

# ruff: noqa: D103 - a scene is called what it shows

import os
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime

from picture_call import call_kept
from picture_desk import SECOND_MS, Desk, Scene, settle
from picture_panes import people
from PySide6.QtWidgets import QDialog, QScrollBar, QTableWidget

from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.panes.places import CALENDAR, INTERVIEWS, PEOPLE
from infoview_gui.window.crash_dialog import CrashDialog


def new_person(desk: Desk) -> QDialog:
    desk.show(PEOPLE)
    desk.press("New person")
    return desk.dialog()


def new_conversation(desk: Desk) -> QDialog:
    desk.show(CALENDAR)
    desk.press("New conversation")
    return desk.dialog()


def change_conversation(desk: Desk) -> QDialog:
    desk.show(INTERVIEWS, "Oluwaseun Adeyemi")
    desk.show(INTERVIEWS, "Anders Berg")
    pane = desk.window.findChild(InterviewsPane)
    if isinstance(pane, InterviewsPane):
        pane.verbs.edit()
    return desk.dialog()


def export(desk: Desk) -> QDialog:
    people(desk)
    desk.press("Export people")
    return desk.dialog()


def question_bank(desk: Desk) -> QDialog:
    desk.show(INTERVIEWS, "Amara Okafor")
    desk.press("Question bank")
    return desk.dialog()


def kept(desk: Desk) -> QDialog:
    call_kept(desk)
    desk.press("Kept so far")
    return desk.dialog()


def prep_sheet(desk: Desk) -> QDialog:
    desk.show(INTERVIEWS, "Amara Okafor")
    desk.press("Prep sheet")
    return desk.dialog()


def shortcuts(desk: Desk) -> QDialog:
    desk.press("Keyboard shortcuts")
    return desk.dialog()


def about(desk: Desk) -> QDialog:
    desk.press("About Infoview")
    return desk.dialog()


def settings(desk: Desk) -> QDialog:
    desk.press("Settings")
    return desk.dialog()


def settings_end(desk: Desk) -> QDialog:
    dialog = settings(desk)
    for bar in dialog.findChildren(QScrollBar):
        bar.setValue(bar.maximum())
    settle()
    return dialog


def restore(desk: Desk) -> QDialog:
    folder = desk.folder / "backups"
    folder.mkdir()
    for ago in range(3):
        day = desk.clock.now // SECOND_MS - ago * 86_400
        path = folder / f"infoview-{datetime.fromtimestamp(day, UTC).date().isoformat()}.db"
        shutil.copyfile(desk.services.store.path, path)
        os.utime(path, (day, day))
    desk.press("Restore a backup")
    return desk.dialog(_has_counted)


def _has_counted(dialog: QDialog) -> bool:
    tables = dialog.findChildren(QTableWidget)
    cells = [table.item(row, 1) for table in tables for row in range(table.rowCount())]
    return bool(cells) and all(cell.text().isdigit() for cell in cells)


def no_backup(desk: Desk) -> QDialog:
    desk.press("Restore a backup")
    return desk.dialog()


def fault(desk: Desk) -> QDialog:
    trace = "\n".join(f"  panes/example.py, line {line}, in _on_shown" for line in range(10, 70, 5))
    dialog = CrashDialog(f"{trace}\nKeyError", "Infoview, Python, Qt", desk.window, saved=True)
    dialog.open()
    return desk.dialog()


SCENES: Sequence[Scene] = (
    Scene("dialog-person", new_person),
    Scene("dialog-conversation-new", new_conversation),
    Scene("dialog-conversation-change", change_conversation),
    Scene("dialog-export", export),
    Scene("dialog-questions", question_bank),
    Scene("dialog-kept", kept),
    Scene("dialog-prep", prep_sheet),
    Scene("dialog-shortcuts", shortcuts),
    Scene("dialog-about", about),
    Scene("dialog-settings", settings),
    Scene("dialog-settings-end", settings_end),
    Scene("dialog-restore", restore),
    Scene("dialog-restore-none", no_backup),
    Scene("dialog-fault", fault),
)
