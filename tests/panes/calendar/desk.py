"""A calendar pane on the screen, and what tests ask of it."""

from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox

from infoview_gui.panes.calendar import CalendarPane
from infoview_gui.widgets.week_layout import Entry
from infoview_gui.widgets.week_view import WeekView
from infoview_gui.window.menus import submenu


def at(day: int, hour: int, minute: int = 0) -> int:
    """A moment in November 2026, in the time of Berlin."""
    moment = datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=1)
    return round(moment.timestamp() * 1000)


def wall(day: int, hour: int, minute: int = 0) -> datetime:
    """A wall time in November 2026."""
    return datetime.combine(date(2026, 11, day), time(hour, minute))


def week(pane: CalendarPane) -> WeekView:
    """The hours of the pane."""
    return pane.findChildren(WeekView)[0]


def entries(pane: CalendarPane) -> dict[object, Entry]:
    """What lies in the hours, by key."""
    return {entry.key: entry for entry in week(pane)._entries}


def action(pane: CalendarPane, text: str) -> QAction:
    """The one verb of the menu that begins so."""
    verbs: list[QAction] = []
    for one in pane.menu_actions():
        inner = submenu(one)
        verbs += [one] if inner is None else inner.actions()
    found = [one for one in verbs if one.text().replace("&", "").startswith(text)]
    assert len(found) == 1, text
    return found[0]


def box(pane: CalendarPane, words: str) -> QCheckBox:
    """The check box of that accessible name."""
    (found,) = (one for one in pane.findChildren(QCheckBox) if one.accessibleName() == words)
    return found
