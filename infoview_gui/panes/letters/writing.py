"""Who writes, from the settings and the locale. Knows no widget."""

from datetime import date, time

from infoview_gui.panes.local_time import LocalTime
from infoview_gui.panes.preferences import Preferences
from infoview_gui.practice.letters import Budgets
from infoview_gui.practice.letters_times import TimeWords
from infoview_gui.services.letter_values import Writer


def writer_of(preferences: Preferences, times: LocalTime) -> Writer:
    """Return the user as the writer of letters, as it is set now."""
    current = preferences.current

    def day(value: date) -> str:
        return times.day_words(value, "dddd d MMMM")

    def clock(value: time) -> str:
        return times.clock_text(value)

    return Writer(
        name=current.name,
        signature=current.signature,
        minutes=current.default_minutes,
        zone=times.zone,
        words=TimeWords(day, clock),
        marks=preferences.marks,
        budgets=Budgets(current.first_words, current.first_words, current.note_characters),
    )
