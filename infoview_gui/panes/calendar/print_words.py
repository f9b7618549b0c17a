"""The days shown as words for paper. Knows no widget and reads nothing."""

from collections.abc import Iterable
from datetime import date, timedelta

from infoview_gui.pages.calendar_sheet import CalendarWords, SheetDay, SheetLine
from infoview_gui.panes.calendar.due_days import DueDays
from infoview_gui.panes.calendar.span import View, WeekSpan, title_of
from infoview_gui.panes.local_time import LocalTime, city
from infoview_gui.panes.phrases import dotted
from infoview_gui.widgets.day_bars import days_of
from infoview_gui.widgets.week_layout import Entry, in_order


def calendar_words(
    times: LocalTime, due: DueDays, view: View, span: WeekSpan, entries: Iterable[Entry]
) -> CalendarWords:
    """Return what stands on the sheet: columns of days for weeks and months, else a list."""
    by_day: dict[date, list[SheetLine]] = {}
    for entry in sorted(entries, key=in_order):
        first, last = days_of(entry)
        for number in range((last - first).days + 1 if entry.is_bar else 1):
            day = first + timedelta(days=number)
            by_day.setdefault(day, []).append(_line(times, view, entry))
    days = [span.first + timedelta(days=number) for number in range(span.days)]
    for day in days:
        lines = [SheetLine("", one.text, due=True) for one in due.lines(day)]
        by_day[day] = [*by_day.get(day, []), *lines]
    is_list = view in {View.DAY, View.AGENDA}
    shown = [day for day in days if by_day[day] or not is_list or span.days == 1]
    return CalendarWords(
        title_of(span, times.locale),
        f"All times are those of {city(times.zone_name)}.",
        () if is_list else _names(times, view, days),
        tuple(SheetDay(_name(times, view, day), tuple(by_day[day]),
                       span.month is not None and day.month != span.month.month)
              for day in shown),
    )  # fmt: skip


def _names(times: LocalTime, view: View, days: list[date]) -> tuple[str, ...]:
    pattern = "dddd" if view is View.MONTH else "ddd d MMM"
    return tuple(times.day_words(day, pattern) for day in days[:7])


def _name(times: LocalTime, view: View, day: date) -> str:
    if view is View.MONTH:
        return times.day_words(day, "d MMM" if day.day == 1 else "d")
    return times.day_words(day, "dddd d MMMM") if view in {View.DAY, View.AGENDA} else ""


def _line(times: LocalTime, view: View, entry: Entry) -> SheetLine:
    begin, end = times.clock_text(entry.start.time()), times.clock_text(entry.clock_end.time())
    is_list = view in {View.DAY, View.AGENDA}
    # A column is narrow: the end goes below, that the name may be read.
    when = "All day" if entry.is_bar else f"{begin}–{end}" if is_list else begin
    until = "" if entry.is_bar or is_list else f"–{end}"
    struck = entry.look == "outline"
    return SheetLine(
        when,
        entry.title,
        dotted(until, entry.about),
        quiet=struck or entry.kind == "foreign",
        struck=struck,
        state="proposed" if entry.kind == "proposed" else "",
    )
