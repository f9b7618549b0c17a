"""The menu from which a second time zone is chosen: those of people, and any by its name."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from infoview_gui.panes.local_time import city
from infoview_gui.panes.zones import zone_choices, zone_named, zone_words
from infoview_gui.widgets.labels import label, set_tone

_MOST = 8


class SecondZone(QObject):
    """One row for none, one for each near zone, one for any other."""

    chosen = Signal(str)
    """The IANA name, or empty for none."""

    def __init__(self, near: Callable[[], Iterable[str]], owner: QWidget) -> None:
        super().__init__(owner)
        self._near, self._owner = near, owner
        self.zone = ""
        self._shown: list[str] | None = None
        self._ticked = ""
        self.menu = QMenu("Second time &zone", owner)
        self.menu.aboutToShow.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        zones = list(dict.fromkeys([*([self.zone] if self.zone else []), *self._near()]))[:_MOST]
        if zones == self._shown and self.zone == self._ticked:
            return  # rows that somebody holds on to stay the same
        self._shown, self._ticked = zones, self.zone
        self.menu.clear()
        self._add("&None", "")
        self.menu.addSeparator()
        for number, zone in enumerate(zones, 1):
            self._add(f"&{number} {city(zone)}", zone)
        self.menu.addSeparator()
        self.menu.addAction("&Other…", self.ask)

    def _add(self, words: str, zone: str) -> None:
        action = QAction(words, self.menu, checkable=True, checked=zone == self.zone)
        action.triggered.connect(partial(self.use, zone))
        self.menu.addAction(action)

    def use(self, zone: str) -> None:
        """Choose a zone, or none."""
        if zone != self.zone:
            self.zone = zone
            self.chosen.emit(zone)

    def ask(self) -> None:
        """Ask for a city or zone."""
        dialog = ZoneDialog(self._owner.window())
        dialog.chosen.connect(self.use)
        dialog.open()


class ZoneDialog(QDialog):
    """A field that completes; Enter takes what it says."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Second time zone")
        self.field = QLineEdit(self)
        self.field.setAccessibleName("City or time zone")
        self.field.setPlaceholderText("City, such as New York")
        completer = QCompleter(QStringListModel(zone_choices(), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.reading = label("", "small", self)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._on_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        for part in (label("City or time zone"), self.field, self.reading, self.buttons):
            column.addWidget(part)
        self.resize(360, self.sizeHint().height())

    def _on_text(self, text: str) -> None:
        zone = zone_named(text)
        set_tone(self.reading, "red" if zone is None else "")
        self.reading.setText("No such place is known" if zone is None else zone_words(zone))

    def accept(self) -> None:
        """Take the zone, once it is one."""
        zone = zone_named(self.field.text())
        if zone:
            self.chosen.emit(zone)
            super().accept()
        else:
            self._on_text(self.field.text() or "?")
