"""The coming days in words: what is planned, with both times and the place, and what is due.

Reads; knows no widget.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import partial

from infoview_gui.panes import planning
from infoview_gui.panes.calendar.due_days import DueDays
from infoview_gui.panes.calendar.entries import detail_of
from infoview_gui.panes.calendar.hours import Details
from infoview_gui.panes.local_time import LocalTime
from infoview_gui.widgets.agenda_rows import AgendaRow, AgendaWords
from infoview_gui.widgets.day_bars import days_of
from infoview_gui.widgets.week_layout import Entry, in_order


def agenda_rows(
    times: LocalTime,
    due: DueDays,
    days: Sequence[date],
    entries: Iterable[Entry],
    details: Details,
) -> list[AgendaRow]:
    """Return the rows of these days; days with nothing on them are left out, but not today."""
    by_day: dict[date, list[Entry]] = {}
    for entry in sorted(entries, key=in_order):
        first, last = days_of(entry)
        for number in range((last - first).days + 1 if entry.is_bar else 1):
            by_day.setdefault(first + timedelta(days=number), []).append(entry)
    found: list[AgendaRow] = []
    for day in days:
        lines = [_entry_row(times, day, one, details) for one in by_day.get(day, [])]
        lines += [AgendaRow(day, one.text, due=one.place, kind="due",
                            spoken=f"Due: {one.text}") for one in due.lines(day)]  # fmt: skip
        if lines or day == times.today():
            found += [AgendaRow(day, _day_words(times, day, empty=not lines)), *lines]
    return found


def _day_words(times: LocalTime, day: date, *, empty: bool) -> str:
    year = "" if day.year == times.today().year else " yyyy"
    words = times.day_words(day, f"dddd d MMMM{year}")
    near = {0: "Today", 1: "Tomorrow"}.get((day - times.today()).days)
    named = f"{near}, {words}" if near else words
    return f"{named}: nothing planned" if empty else named


def _entry_row(times: LocalTime, day: date, entry: Entry, details: Details) -> AgendaRow:
    words = partial(_words, times, entry, details)
    return AgendaRow(day, entry.title, words, entry, kind="entry")


def _words(times: LocalTime, entry: Entry, details: Details) -> AgendaWords:
    row = details.row(entry.start.date(), entry.key)
    begin, end = times.clock_text(entry.start.time()), times.clock_text(entry.clock_end.time())
    when = "All day" if entry.is_bar else f"{begin}–{end}"
    if row is None:
        return AgendaWords(when, "", entry.about)
    there = ""
    if row.began_at is not None:
        there = planning.there(times, row.began_at, planning.zones_of(row.people))
    # The other place's time stands below ours; it need not be told twice.
    detail = detail_of(row, times, elsewhere=False)
    return AgendaWords(when, there, detail)
