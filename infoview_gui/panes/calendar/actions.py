"""Every verb of the calendar as an action, for the menu bar, the context menus and the keys.

Knows what is possible with a conversation of which status; what is done is handed in.
"""

from collections.abc import Callable, Collection
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from infoview_gui.panes.calendar.span import WHOLE_WEEK, View, WeekSpan
from infoview_gui.practice.follow_ups import Status

_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_ANY = frozenset(Status)
_MOVABLE = _ANY - {Status.RUNNING, Status.DONE}
_INVITED = frozenset({Status.PLANNED, Status.PROPOSED, Status.CANCELLED})
_FITS = {
    "open": _ANY,
    "notes": _ANY,
    "start": _AHEAD,
    "cancel": _AHEAD,
    "missed": frozenset({Status.PLANNED}),
    "take_time": frozenset({Status.PROPOSED}),
    "take_up": frozenset({Status.MISSED, Status.CANCELLED}),
    "delete": _ANY,
    "earlier": _MOVABLE,
    "later": _MOVABLE,
    "day_back": _MOVABLE,
    "day_on": _MOVABLE,
    "move_to": _MOVABLE,
    "cut": _MOVABLE,
    "copy": _ANY,
    "longer": _MOVABLE,
    "shorter": _MOVABLE,
    "save_file": _ANY,
    "invite": _INVITED,
}
_ROWS = (
    ("new", "&New conversation…", "Ins"),
    ("new_appointment", "New a&ppointment…", ""),
    ("new_event", "New net&working event…", ""),
    ("", "", ""),
    ("open", "&Open\tEnter", ""),
    ("notes", "Open no&tes", "Ctrl+Return"),
    ("met", "Add people &met…", "Ctrl+Shift+M"),
    ("take_time", "Ta&ke this time", "Ctrl+Shift+Return"),
    ("start", "&Start", ""),
    ("cancel", "&Cancel conversation", ""),
    ("missed", "They &did not come", ""),
    ("take_up", "Take &up again", ""),
    ("delete", "De&lete", "Del"),
    ("", "", ""),
    ("send", "As a calendar &file", ""),
    ("save_file", "Save as calendar &file…", ""),
    ("invite", "Save an in&vitation…", ""),
    ("", "", ""),
    ("cut", "C&ut", "Ctrl+X"),
    ("copy", "Cop&y", "Ctrl+C"),
    ("paste", "&Paste", "Ctrl+V"),
    ("", "", ""),
    ("move", "&Move", ""),
    ("move_to", "&Move to…", "F2"),
    # The views themselves listen to these keys; here they are only told.
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
    ("", "", ""),
    ("views", "Sho&w as", ""),
    ("day", "Show one da&y", "Alt+1"),
    ("work_week", "Show the &work week", "Alt+2"),
    ("week", "Show the whole wee&k", "Alt+3"),
    ("month", "Show the mont&h", "Alt+4"),
    ("agenda", "Show the &agenda", "Alt+5"),
    ("week_numbers", "Number the wee&ks of the month", ""),
    ("days", "Show se&ven days", "Ctrl+D"),
    ("side", "Show &month and waiting", "Ctrl+M"),
    ("calendars", "Other calen&dars…", ""),
    ("print", "P&rint or save as PDF…", "Ctrl+P"),
    ("zoom", "&Bigger or smaller", ""),
    ("zoom_in", "Zoom &in", "Ctrl++"),
    ("zoom_out", "&Zoom out", "Ctrl+-"),
    ("zoom_usual", "&Usual size", "Ctrl+0"),
)
_SUBMENUS = {
    "move": ("move_to", "", "earlier", "later", "day_back", "day_on", "", "longer", "shorter"),
    "views": ("day", "work_week", "week", "month", "agenda", "", "days", "week_numbers"),
    "send": ("save_file", "invite"),
    "zoom": ("zoom_in", "zoom_out", "zoom_usual"),
}
"""Rows of the menu that hold others, which have no rows of their own there."""
_OF_ENTRY = (
    *("open", "notes", "take_time", "start", "", "cancel", "missed", "take_up", ""),
    *("cut", "copy", "move", "", "send", "", "delete"),
)
_OF_ENGAGEMENT = ("open", "met", "", "cut", "copy", "move", "", "delete")
_OF_SLOT = (
    *("new", "new_appointment", "new_event", "paste", ""),
    *("today", "previous", "next", "days", "side", "calendars"),
)
_OF_WINDOW = {"new_appointment", "new_event"}
"""In the context menu only: the window has rows of its own for them."""
_MENUS = {
    "entry": ("Conversation", _OF_ENTRY),
    "engagement": ("Appointment or event", _OF_ENGAGEMENT),
    "slot": ("Calendar", _OF_SLOT),
}
VIEWS = {
    "day": View.DAY,
    "work_week": View.WORK_WEEK,
    "week": View.WEEK,
    "month": View.MONTH,
    "agenda": View.AGENDA,
}
"""The verbs that show the days in another way."""
_CHECKED = ("days", "side", "week_numbers", *VIEWS)
_STEPS = {View.DAY: "day", View.MONTH: "month", View.AGENDA: "four weeks"}


def fitting(status: Status, *, begun: bool) -> frozenset[str]:
    """Return the verbs for a conversation so far; ``begun`` when its agreed start is past."""
    names = {name for name, fits in _FITS.items() if status in fits}
    return frozenset(names if begun else names - {"missed"})


class CalendarActions:
    """The actions by name, and the two context menus."""

    def __init__(self, owner: QWidget, slots: dict[str, Callable[[], object]]) -> None:
        self._actions: dict[str, QAction] = {}
        self.all: list[QAction] = []
        inner = {name for names in _SUBMENUS.values() for name in names} | _OF_WINDOW
        for name, text, keys in _ROWS:
            if name in _SUBMENUS:
                self._actions[name] = QMenu(text, owner).menuAction()
                self.all.append(self._actions[name])
                continue
            action = QAction(text, owner)
            action.setSeparator(not name)
            if not name or name not in inner:
                self.all.append(action)
            if not name:
                continue
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setShortcut(QKeySequence(keys))
            action.setCheckable(name in _CHECKED)
            action.triggered.connect(slots[name])
            self._actions[name] = action
        for name, rows in _SUBMENUS.items():
            self._fill(cast("QMenu", self._actions[name].menu()), rows)
        self.menus = {name: self._menu(owner, *rows) for name, rows in _MENUS.items()}
        """The context menus: of a conversation, of an appointment or event, of an empty time."""
        self.allow(())

    def add_to(self, widget: QWidget, *names: str) -> None:
        """Let the shortcuts of these verbs work while the focus is in a widget."""
        for name in names:
            widget.addAction(self._actions[name])

    def allow(self, names: Collection[str]) -> None:
        """Enable of the verbs for an entry those that can be used on the chosen one."""
        for name in (*_FITS, "met"):
            self._actions[name].setEnabled(name in names)

    def show_view(self, view: View, span: WeekSpan) -> None:
        """Tick the verb of the view, and let those that turn and move say what they do in it."""
        self._actions["days"].setChecked(view.has_hours and span.days == WHOLE_WEEK)
        for name, one in VIEWS.items():
            self._actions[name].setChecked(one is view)
        step = _STEPS.get(view, "week")
        self._actions["previous"].setText(f"&Previous {step}")
        self._actions["next"].setText(f"Ne&xt {step}")
        month = view is View.MONTH
        self._actions["earlier"].setText(
            "Move a week &earlier\tCtrl+Up" if month else "Move &earlier\tCtrl+Up"
        )
        self._actions["later"].setText(
            "Move a week late&r\tCtrl+Down" if month else "Move late&r\tCtrl+Down"
        )
        self._actions["week_numbers"].setEnabled(month)
        for name in ("zoom_in", "zoom_out", "zoom_usual"):
            self._actions[name].setEnabled(view.has_hours)

    def add_menu(self, menu: QMenu, after: str) -> None:
        """Put a menu behind the verb of a name."""
        place = self.all.index(self._actions[after])
        self.all.insert(place + 1, menu.menuAction())

    def show_week_numbers(self, *, shown: bool) -> None:
        """Tick the verb for the numbers of the weeks."""
        self._actions["week_numbers"].setChecked(shown)

    def show_side(self, *, shown: bool) -> None:
        """Tick the verb for the left column."""
        self._actions["side"].setChecked(shown)

    def _menu(self, owner: QWidget, name: str, rows: tuple[str, ...]) -> QMenu:
        menu = QMenu(owner)
        menu.setAccessibleName(name)
        self._fill(menu, rows)
        return menu

    def _fill(self, menu: QMenu, rows: tuple[str, ...]) -> None:
        for row in rows:
            if row:
                menu.addAction(self._actions[row])
            else:
                menu.addSeparator()
