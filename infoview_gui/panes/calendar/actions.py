"""Every verb of the calendar as an action, for the menu bar, the context menus and the keys.

Knows what is possible with a conversation of which status; what is done is handed in.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.practice.follow_ups import Status

_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_ANY = frozenset(Status)
_MOVABLE = _ANY - {Status.RUNNING, Status.DONE}
_FITS = {
    "open": _ANY,
    "notes": _ANY,
    "start": _AHEAD,
    "cancel": _AHEAD,
    "missed": frozenset({Status.PLANNED}),
    "take_up": frozenset({Status.MISSED, Status.CANCELLED}),
    "delete": _ANY,
    "earlier": _MOVABLE,
    "later": _MOVABLE,
    "day_back": _MOVABLE,
    "day_on": _MOVABLE,
    "longer": _MOVABLE,
    "shorter": _MOVABLE,
}
_ROWS = (
    ("new", "&New conversation…", "Ins"),
    ("", "", ""),
    ("open", "&Open\tEnter", ""),
    ("notes", "Open no&tes", "Ctrl+Return"),
    ("start", "&Start", ""),
    ("cancel", "&Cancel conversation", ""),
    ("missed", "They &did not come", ""),
    ("take_up", "Take &up again", ""),
    ("delete", "De&lete", "Del"),
    ("", "", ""),
    # The week itself listens to these keys; here they are only told.
    ("earlier", "Move &earlier\tCtrl+Up", ""),
    ("later", "Move late&r\tCtrl+Down", ""),
    ("day_back", "Move a day &back\tCtrl+Left", ""),
    ("day_on", "Move a day &forward\tCtrl+Right", ""),
    ("longer", "Lon&ger\tShift+Down", ""),
    ("shorter", "S&horter\tShift+Up", ""),
    ("", "", ""),
    ("today", "Toda&y", "Ctrl+T"),
    ("previous", "&Previous week", "Alt+Left"),
    ("next", "Ne&xt week", "Alt+Right"),
    ("days", "Show se&ven days", "Ctrl+D"),
    ("side", "Show &month and waiting", "Ctrl+M"),
    ("", "", ""),
    ("zoom_in", "Zoom &in", "Ctrl++"),
    ("zoom_out", "&Zoom out", "Ctrl+-"),
    ("zoom_usual", "&Usual size", "Ctrl+0"),
)
_OF_ENTRY = ("open", "notes", "start", "", "cancel", "missed", "take_up", "", "delete")
_OF_SLOT = ("new", "", "today", "previous", "next", "days", "side")
_CHECKED = ("days", "side")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The conversation that the verbs would touch; ``begun`` when its agreed start is past."""

    status: Status
    begun: bool


class CalendarActions:
    """The actions by name, and the two context menus."""

    def __init__(self, owner: QWidget, slots: dict[str, Callable[[], object]]) -> None:
        self._actions: dict[str, QAction] = {}
        self.all: list[QAction] = []
        for name, text, keys in _ROWS:
            action = QAction(text, owner)
            action.setSeparator(not name)
            self.all.append(action)
            if not name:
                continue
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setShortcut(QKeySequence(keys))
            action.setCheckable(name in _CHECKED)
            action.triggered.connect(slots[name])
            self._actions[name] = action
        self.entry_menu = self._menu(owner, "Conversation", _OF_ENTRY)
        self.slot_menu = self._menu(owner, "Calendar", _OF_SLOT)
        self.allow(None)

    def add_to(self, widget: QWidget, *names: str) -> None:
        """Let the shortcuts of these verbs work while the focus is in a widget."""
        for name in names:
            widget.addAction(self._actions[name])

    def allow(self, chosen: Chosen | None) -> None:
        """Enable what can be done with the chosen conversation, or with none."""
        for name, fits in _FITS.items():
            self._actions[name].setEnabled(chosen is not None and chosen.status in fits)
        missing = self._actions["missed"]
        missing.setEnabled(missing.isEnabled() and chosen is not None and chosen.begun)

    def show_days(self, *, whole_week: bool) -> None:
        """Tick the verb for seven days."""
        self._actions["days"].setChecked(whole_week)

    def show_side(self, *, shown: bool) -> None:
        """Tick the verb for the left column."""
        self._actions["side"].setChecked(shown)

    def _menu(self, owner: QWidget, name: str, rows: tuple[str, ...]) -> QMenu:
        menu = QMenu(owner)
        menu.setAccessibleName(name)
        for row in rows:
            if row:
                menu.addAction(self._actions[row])
            else:
                menu.addSeparator()
        return menu
