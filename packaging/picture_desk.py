"""What a scene has at hand: the window with the sample in it, its clock, hands to press with.

Knows no scene.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.places import PEOPLE, Place
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.store.changes import Changes, Origin
from infoview_gui.store.models import Person
from infoview_gui.window import MainWindow

LONGEST_WAIT_S: Final = 8
SECOND_MS: Final = 1000
WidgetT = TypeVar("WidgetT", bound=QWidget)


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


@dataclass(frozen=True)
class Scene:
    """A picture: its name and how to get there.

    ``empty`` shows a database with nothing in it, ``band`` the window of the sample data.
    """

    name: str
    enter: Callable[[Desk], QWidget | None]
    empty: bool = False
    band: bool = False
