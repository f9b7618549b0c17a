"""Which calendars of other programs are shown: a menu to tick them. Sets the preferences."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.panes.calendar.foreign import OtherCalendars
from infoview_gui.panes.preferences import Preferences


class CalendarsMenu(QObject):
    """One row per calendar, then the ways to add one and to change them."""

    add_requested = Signal()
    settings_requested = Signal()

    def __init__(self, others: OtherCalendars, preferences: Preferences, owner: QWidget) -> None:
        super().__init__(owner)
        self._others, self._preferences = others, preferences
        self.menu = QMenu(owner)
        self.menu.setAccessibleName("Other calendars")
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.menu.clear()
        for one in self._preferences.current.calendars:
            trouble = self._others.trouble(one.path) or self._others.unread(one.path)
            title, state = self._others.title_of(one.path), self._others.state_words(one.path)
            words = title if state == "read only" else f"{title} ({state})"
            # An & in a name is no mnemonic.
            action = QAction(words.replace("&", "&&"), self.menu, checkable=True, checked=one.on)
            action.setData(one.path)
            action.setToolTip((trouble or one.path).replace("<", "&lt;"))
            action.triggered.connect(self._on_ticked)
            self.menu.addAction(action)
        if not self.menu.isEmpty():
            self.menu.addSeparator()
        if "calendars" in self._preferences.held_apart:
            self.menu.addAction("Yours are shown with your own data").setEnabled(False)
        self.menu.addAction("&Add a calendar file…", self.add_requested.emit)
        rows = self.menu.addAction("Calendars &shown…", self.settings_requested.emit)
        rows.setEnabled(bool(self._preferences.current.calendars))

    def _on_ticked(self, on: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.switch(str(action.data()), on)

    def switch(self, path: str, on: bool) -> None:
        """Show a calendar, or do not."""
        calendars = self._preferences.current.calendars
        changed = tuple(replace(one, on=on) if one.path == path else one for one in calendars)
        self._preferences.change(calendars=changed)
