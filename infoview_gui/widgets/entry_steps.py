"""Asks for the chosen entry a step further on, longer or shorter. For every view that has one."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from PySide6.QtCore import SignalInstance

from infoview_gui.widgets.week_layout import FINE_STEP, LEAST_MINUTES, STEP, Entry


class HasChosen(Protocol):
    """A view in which an entry may be chosen."""

    @property
    def move_requested(self) -> SignalInstance:
        """Key and new start (datetime)."""

    @property
    def resize_requested(self) -> SignalInstance:
        """Key and new minutes."""

    @property
    def refused(self) -> SignalInstance:
        """Key of one that stays as it is."""

    def chosen_entry(self) -> Entry | None:
        """Return the chosen entry."""

    def say(self, text: str) -> None:
        """Tell a screen reader."""

    def towards(self, sign: int) -> int:
        """Return the sign of days for a key: in a mirrored view the right leads back."""


def on_the_wall(start: datetime, minutes: int) -> datetime:
    """Return a wall time so many minutes on, where no clock ever changes."""
    return start + timedelta(minutes=minutes)


def shift(
    view: HasChosen,
    days: int,
    minutes: int,
    after: Callable[[datetime, int], datetime] = on_the_wall,
) -> None:
    """Ask for the chosen entry so much later: days keep the wall time, ``after`` adds minutes."""
    entry = view.chosen_entry()
    if entry is None:
        return
    if not entry.movable:
        view.say("This entry cannot be moved")
        view.refused.emit(entry.key)
        return
    start = after(entry.start, minutes) if minutes else entry.start + timedelta(days=days)
    view.move_requested.emit(entry.key, start)


def stretch(view: HasChosen, minutes: int) -> None:
    """Ask for so many minutes more for the chosen entry."""
    entry = view.chosen_entry()
    if entry is None:
        return
    if not entry.movable:
        view.say("This entry cannot be changed")
        view.refused.emit(entry.key)
        return
    length = max(LEAST_MINUTES, entry.minutes + minutes)
    if length != entry.minutes:
        view.resize_requested.emit(entry.key, length)


class EntrySteps:
    """The steps as verbs, for keys and menus; ``day`` is what Up and Down mean in days."""

    def __init__(self, view: HasChosen, days_up: int = 0) -> None:
        self._view, self._days_up = view, days_up
        self.after: Callable[[datetime, int], datetime] = on_the_wall
        """What a step of minutes leads to; the owner knows where the clocks change."""

    def earlier(self) -> None:
        """Ask for the entry a step earlier: what Ctrl+Up means."""
        self._upward(-1)

    def later(self) -> None:
        """Ask for the entry a step later: what Ctrl+Down means."""
        self._upward(1)

    def day_back(self) -> None:
        """Ask for the entry on the day that Ctrl+Left leads to."""
        shift(self._view, self._view.towards(-1), 0)

    def day_on(self) -> None:
        """Ask for the entry on the day that Ctrl+Right leads to."""
        shift(self._view, self._view.towards(1), 0)

    def longer(self) -> None:
        """Ask for a little more time."""
        stretch(self._view, FINE_STEP)

    def shorter(self) -> None:
        """Ask for a little less time."""
        stretch(self._view, -FINE_STEP)

    def _upward(self, sign: int) -> None:
        minutes = 0 if self._days_up else sign * STEP
        shift(self._view, sign * self._days_up, minutes, self.after)
