"""Builds the panes, each when it is first wanted, and connects what they ask for.

A request of the same name means the same in every pane, so the window answers it once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from infoview_gui.panes import places
from infoview_gui.panes.feed import ChangeFeed
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.services.bundle import Services
from infoview_gui.theme import Theme

if TYPE_CHECKING:
    from infoview_gui.panes.call_clock import CallClock

# ruff: noqa: PLC0415 - a pane is imported when it is first shown

Answers = Mapping[str, Callable[..., object]]
"""What is done about a signal of a pane, by the signal's name."""


@dataclass(frozen=True)
class PaneMaker:
    """What panes are made of."""

    theme: Theme
    services: Services
    feed: ChangeFeed
    times: LocalTime
    preferences: Preferences
    call: Callable[[], "CallClock"]
    backup_folder: Callable[[], Path]

    def make(self, key: str, answers: Answers, *, list_first: bool) -> QWidget:
        """Return a new pane whose requests are answered.

        ``list_first``: People shows its list before anything else, as at a start.
        """
        pane = self._people(list_first) if key == places.PEOPLE else self._makers()[key]()
        for name, answer in answers.items():
            signal = getattr(pane, name, None)
            if signal is not None:
                signal.connect(answer)
        return pane

    def _makers(self) -> Mapping[str, Callable[[], QWidget]]:
        return {
            places.TODAY: self._today,
            places.CALENDAR: self._calendar,
            places.INTERVIEWS: self._interviews,
            places.LETTERS: self._letters,
        }

    def _today(self) -> QWidget:
        from infoview_gui.panes.today import TodayPane

        return TodayPane(self.theme, self.services, self.feed, self.times, self.call())

    def _people(self, list_first: bool) -> QWidget:
        from infoview_gui.panes.people import PeoplePane

        return PeoplePane(
            self.theme,
            self.services,
            self.feed,
            self.times,
            backup_folder=self.backup_folder,
            list_first=list_first,
        )

    def _calendar(self) -> QWidget:
        from infoview_gui.panes.calendar import CalendarPane

        pane = CalendarPane(
            self.theme, self.services, self.feed, self.times, preferences=self.preferences
        )
        pane.set_default_minutes(self.preferences.current.default_minutes)
        return pane

    def _interviews(self) -> QWidget:
        from infoview_gui.panes.interviews import InterviewsPane

        return InterviewsPane(
            self.theme,
            self.services,
            self.feed,
            self.times,
            self.call(),
            preferences=self.preferences,
        )

    def _letters(self) -> QWidget:
        from infoview_gui.panes.letters import LettersPane

        return LettersPane(
            self.theme, self.services, self.feed, self.times, preferences=self.preferences
        )
