"""The scenes that `make pictures` shows: how to get there from the window with the sample data.

A scene is one line in SCENES. Its function is handed a desk (the window, its clock, hands to press
with) and returns the dialog to show over the window, or None. Knows nothing of files or sizes.
"""

# ruff: noqa: D103 - a scene is called what it shows

import os
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QScrollBar,
    QTableWidget,
    QWidget,
)

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.interviews import InterviewsPane
from infoview_gui.panes.mini_countdown import MiniCountdown
from infoview_gui.panes.places import CALENDAR, INTERVIEWS, PEOPLE, TODAY, Place
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.store.changes import Changes, Origin
from infoview_gui.store.models import Person
from infoview_gui.window import MainWindow
from infoview_gui.window.crash_dialog import CrashDialog

LONGEST_WAIT_S: Final = 8
SECOND_MS: Final = 1000
WidgetT = TypeVar("WidgetT", bound=QWidget)

_LINKEDIN: Final = "https://www.linkedin.com/in/"
CALL: Final = (
    # What is typed during the talk of the mock-ups, and when it is begun.
    ("0:48", "Team of 14, half came from weather science, not utilities"),
    (
        "2:10",
        "! Regulators now ask for probabilistic forecasts: everyone is short of people who explain",
    ),
    ("4:32", "~ hosting capacity: how much solar a feeder takes before it needs an upgrade"),
    ("6:05", "Priority this year: move 40 planners off spreadsheets"),
    ("7:51", "@ Lena Castellanos, runs the planning tools group; “tell her I sent you”"),
    ("9:20", "+ Northwind, planning analyst, two places open in January, not advertised yet"),
    ("11:44", "- send her the feeder notebook (due Friday)"),
    ("12:20", "Professional body to join: IEEE PES, local chapter meets monthly"),
)
TICKED: Final = ("0:30", "3:05", "5:50", "8:40")
CONNECTIONS: Final = "\n".join(
    (
        "Notes:",
        '"When exporting your connection data, some addresses may be missing."',
        "",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "Joanna,Wisniewska,,j.w@example.org,Northgate Water,Network planner,12 Nov 2026",
        "K.,Mori,,,Northwind Energy,Meteorologist,11 Nov 2026",
        ",,,,,,10 Nov 2026",
        (
            f"Rui,Martins,{_LINKEDIN}rui-martins-example,rui.martins@northwaydata.example,"
            "Northway Data,Principal data engineer,10 Nov 2026"
        ),
        "Kenji,Mori,,kenji.mori@northwind.example,Northwind Energy,Meteorologist,9 Nov 2026",
        f"Lena,Castellanos,{_LINKEDIN}lena-example,,Northwind Energy,Planning tools,8 Nov 2026",
        (
            f"Paolo,Ferri,{_LINKEDIN}paolo-example,,Rete Alpina,"
            "Head of procurement for planning and simulation software,8 Nov 2026"
        ),
        (
            f"Aoife,Ní Bhriain,{_LINKEDIN}aoife-example,aoife@gridcoop.example,"
            "Northern Lights Co-op,Treasurer,7 Nov 2026"
        ),
    )
)


class SceneFailed(Exception):
    """A scene could not be reached; the text says what was missing."""


class DeskClock:
    """The time at the desk: it stands still until a scene moves it. ms since 1970 UTC."""

    def __init__(self, now: int) -> None:
        self.now = now

    def __call__(self) -> int:
        """Return the moment it stands at."""
        return self.now


@dataclass
class Desk:
    """The window with the sample in it, and hands."""

    window: MainWindow
    services: Services
    feed: ChangeFeed
    clock: DeskClock
    folder: Path
    """An empty folder for files that a scene needs."""

    def press(self, words: str) -> None:
        """Trigger the action of the menus whose text begins so."""
        for action in self.window.findChildren(QAction):
            if action.text().replace("&", "").startswith(words) and action.isEnabled():
                action.trigger()
                settle()
                return
        message = f"no action “{words}” that can be triggered"
        raise SceneFailed(message)

    def dialog(self, wait: Callable[[QDialog], bool] = QWidget.isVisible) -> QDialog:
        """Return the dialog that is open, once it is as it should be."""
        until(lambda: any(wait(one) for one in self._dialogs()), "a dialog that is ready")
        return next(one for one in self._dialogs() if wait(one))

    def _dialogs(self) -> list[QDialog]:
        found = self.window.findChildren(QDialog)
        return [one for one in found if one.isWindow() and one.isVisible()]

    def show(self, pane: str, name: str = "") -> None:
        """Show a pane, and in it a person, or a conversation by who takes part."""
        place = Place(pane, self.find(pane, name) if name else None)
        self.window.show_place(place)
        settle()

    def find(self, pane: str, name: str) -> int:
        """Return the id of a person, or of the conversation with them."""
        person = Person.get_or_none(Person.name == name)
        if person is None:
            message = f"nobody called {name}"
            raise SceneFailed(message)
        if pane == PEOPLE:
            return int(person.id)
        return next(
            item.conversation_id or 0
            for item in reading.timeline(person.id)
            if item.conversation_id
        )

    def move_clock(self, at: int) -> None:
        """Let it be later, everywhere in the window."""
        self.clock.now = at
        self.feed.announce(Changes({}, Origin.ELSEWHERE, everything=True))
        settle()

    def write(self, name: str, text: str) -> Path:
        """Write a file for the scene."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


def settle(turns: int = 4) -> None:
    """Let queued layouts, paints and notices happen."""
    for _ in range(turns):
        QCoreApplication.sendPostedEvents()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait for something; raises SceneFailed when it does not come."""
    end = time.monotonic() + LONGEST_WAIT_S
    while not holds():
        if time.monotonic() > end:
            message = f"waited in vain for {what}"
            raise SceneFailed(message)
        settle(1)
    settle()


def only(parent: QWidget, kind: type[WidgetT], name: str) -> WidgetT:
    """Return the visible part with this accessible name; raises SceneFailed."""
    for found in parent.findChildren(kind):
        if found.accessibleName() == name and found.isVisible():
            return found
    message = f"no {kind.__name__} “{name}” is shown"
    raise SceneFailed(message)


def button(parent: QWidget, words: str) -> QAbstractButton:
    """Return the visible button that begins with these words; raises SceneFailed."""
    for found in parent.findChildren(QAbstractButton):
        if found.text().replace("&", "").startswith(words) and found.isVisible():
            return found
    message = f"no button “{words}” is shown"
    raise SceneFailed(message)


def type_text(target: QWidget, text: str) -> None:
    """Type into a widget as the keyboard would; a line break is Enter."""
    for sign in text:
        key = Qt.Key.Key_Return if sign == "\n" else Qt.Key(0)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
            QCoreApplication.sendEvent(target, event)


def elapsed(text: str) -> int:
    """Return "12:21" in ms."""
    minutes, seconds = text.split(":")
    return (int(minutes) * 60 + int(seconds)) * SECOND_MS


# ------------------------------------------------------------------ panes


def today(desk: Desk) -> None:
    desk.show(TODAY)


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


# ------------------------------------------------------------------ interviews


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


def call(desk: Desk, upto: str) -> int:
    """Talk with Amara up to a moment and return when it began."""
    talk = desk.find(INTERVIEWS, "Amara Okafor")
    desk.show(INTERVIEWS, "Amara Okafor")
    record = reading.conversation(talk)
    began = (record.starts_at if record else None) or 0
    desk.clock.now = began
    desk.press("Start")
    until(lambda: desk.services.talking.running() == talk, "the talk to begin")
    _take_notes(desk, began, elapsed(upto))
    _tick(desk, talk, began, elapsed(upto))
    desk.window.leave()  # so that everything is saved in the picture
    desk.move_clock(began + elapsed(upto))
    return began


def _take_notes(desk: Desk, began: int, upto: int) -> None:
    pane = desk.window.findChild(InterviewsPane)
    if not isinstance(pane, InterviewsPane):
        message = "no Interviews pane"
        raise SceneFailed(message)
    editor = pane.notes.editor
    for at, line in CALL:
        if elapsed(at) > upto:
            break
        desk.clock.now = began + elapsed(at)
        if editor.toPlainText().rpartition("\n")[2]:
            type_text(editor, "\n")
        type_text(editor, line)
        settle(1)


def _tick(desk: Desk, talk: int, began: int, upto: int) -> None:
    record = reading.conversation(talk)
    asked = record.questions if record else ()
    for question, at in zip(asked, TICKED, strict=False):
        if elapsed(at) <= upto:
            desk.clock.now = began + elapsed(at)
            desk.services.conversations.tick(question.id, asked=True)


def call_calm(desk: Desk) -> None:
    call(desk, "6:20")


def call_paused(desk: Desk) -> None:
    call(desk, "6:20")
    desk.press("Pause")


def call_closing(desk: Desk) -> None:
    call(desk, "12:21")


def call_over(desk: Desk) -> None:
    call(desk, "16:24")


def call_given(desk: Desk) -> None:
    began = call(desk, "15:05")
    desk.press("They chose to go on")
    desk.move_clock(began + elapsed("16:24"))


def call_open_end(desk: Desk) -> None:
    began = call(desk, "15:05")
    for _ in range(3):
        desk.press("They chose to go on")
        desk.clock.now += SECOND_MS
    desk.move_clock(began + elapsed("31:08"))


def call_after(desk: Desk) -> None:
    began = call(desk, "15:05")
    desk.press("They closed")
    desk.move_clock(began + elapsed("17:00"))


def call_kept(desk: Desk) -> None:
    call_after(desk)
    desk.press("Keep all of it")


def call_mini(desk: Desk, upto: str) -> QWidget:
    """Return the mini countdown at a moment of the talk."""
    call(desk, upto)
    desk.press("Mini countdown")
    windows = QApplication.topLevelWidgets()
    found = [one for one in windows if isinstance(one, MiniCountdown) and one.isVisible()]
    if not found:
        message = "no mini countdown"
        raise SceneFailed(message)
    return found[0]


def call_elsewhere(desk: Desk) -> None:
    call(desk, "12:21")
    people(desk)


# ------------------------------------------------------------------ dialogs


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


def search(desk: Desk, words: str) -> None:
    desk.window.search()
    settle()
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit):
        message = "the search field did not take the keyboard"
        raise SceneFailed(message)
    type_text(field, words)
    settle(10)


def search_people(desk: Desk) -> None:
    desk.show(PEOPLE)
    search(desk, "ber")


def search_terms(desk: Desk) -> None:
    search(desk, "forecast")


def search_commands(desk: Desk) -> None:
    search(desk, ">ex")


def search_nothing(desk: Desk) -> None:
    search(desk, "xylophone")


def import_reading(desk: Desk) -> QDialog:
    desk.show(PEOPLE)
    desk.window.import_files([desk.write("Connections.csv", CONNECTIONS)])
    return next(one for one in desk.window.findChildren(QDialog) if one.isVisible())


def import_look(desk: Desk) -> QDialog:
    import_reading(desk)
    return desk.dialog(lambda one: _has_button(one, "Import "))


def import_nothing(desk: Desk) -> QDialog:
    desk.show(PEOPLE)
    desk.window.import_files([desk.write("holiday.jpg", "not a list of people")])
    return desk.dialog(lambda one: _has_button(one, "Close"))


def import_writing(desk: Desk) -> QDialog:
    wizard = import_look(desk)
    button(wizard, "Import ").click()
    return wizard


def import_done(desk: Desk) -> QDialog:
    wizard = import_look(desk)
    button(wizard, "Import ").click()
    return desk.dialog(lambda one: _has_button(one, "Close"))


def _has_button(dialog: QDialog, words: str) -> bool:
    texts = (one for one in dialog.findChildren(QAbstractButton) if one.isVisible())
    return any(one.text().startswith(words) for one in texts)


@dataclass(frozen=True)
class Scene:
    """A picture: its name and how to get there.

    ``empty`` shows a database with nothing in it, ``band`` the window of the sample data.
    """

    name: str
    enter: Callable[[Desk], QWidget | None]
    empty: bool = False
    band: bool = False


SCENES: Sequence[Scene] = (
    Scene("today", today),
    Scene("people", people),
    Scene("people-long-names", people_long_names),
    Scene("people-other-scripts", people_other_scripts),
    Scene("people-several", people_several),
    Scene("people-edited", people_edited),
    Scene("people-not-found", people_not_found),
    Scene("people-employers", employers),
    Scene("calendar", calendar),
    Scene("calendar-chosen", calendar_chosen),
    Scene("interviews-before", interviews_before),
    Scene("interviews-finish", interviews_finish),
    Scene("interviews-thank", interviews_thank),
    Scene("interviews-overdue", interviews_overdue),
    Scene("interviews-thanked", interviews_thanked),
    Scene("interviews-together", interviews_together),
    Scene("interviews-no-time", interviews_no_time),
    Scene("call-calm", call_calm),
    Scene("call-paused", call_paused),
    Scene("call-closing", call_closing),
    Scene("call-over", call_over),
    Scene("call-given", call_given),
    Scene("call-open-end", call_open_end),
    Scene("call-after", call_after),
    Scene("call-kept", call_kept),
    Scene("call-mini-calm", lambda desk: call_mini(desk, "6:20")),
    Scene("call-mini-over", lambda desk: call_mini(desk, "16:24")),
    Scene("call-elsewhere", call_elsewhere),
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
    Scene("search", search_people),
    Scene("search-terms", search_terms),
    Scene("search-commands", search_commands),
    Scene("search-nothing", search_nothing),
    Scene("sample-today", today, band=True),
    Scene("sample-interviews", interviews_thank, band=True),
    Scene("import-reading", import_reading),
    Scene("import-look", import_look),
    Scene("import-nothing", import_nothing),
    Scene("import-writing", import_writing),
    Scene("import-done", import_done),
    Scene("empty-today", today, empty=True),
    Scene("empty-people", lambda desk: desk.show(PEOPLE), empty=True),
    Scene("empty-calendar", calendar, empty=True),
    Scene("empty-interviews", lambda desk: desk.show(INTERVIEWS), empty=True),
)
