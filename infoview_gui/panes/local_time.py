"""Moments in the words and the zone of the person at this desk, and of the person there.

Knows no records and no widgets.
Moments are ms since 1970 UTC; local times are naive datetimes as they are displayed.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, QObject, QTime, QTimeZone, Signal

from infoview_gui.practice.time_zones import is_zone
from infoview_gui.widgets.day_words import day_words


def system_zone() -> str:
    """Return the IANA name of this computer's zone; UTC when it has none we know."""
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return name if is_zone(name) else "UTC"


def system_locale() -> QLocale:
    """Return the user's locale; where none is set, dates and times as in Britain."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return locale


def city(zone: str) -> str:
    """Return "New York" for "America/New_York"."""
    return zone.rpartition("/")[2].replace("_", " ")


def week_start(day: date, locale: QLocale) -> date:
    """Return the first day of the week of ``day`` as the locale counts it."""
    return day - timedelta(days=(day.isoweekday() - locale.firstDayOfWeek().value) % 7)


class LocalTime(QObject):
    """Converts and words moments for one zone and locale."""

    changed = Signal()
    """The zone is another one: everything that shows a time is out of date."""

    def __init__(self, clock: Callable[[], int], zone: str, locale: QLocale) -> None:
        super().__init__()
        self.clock = clock
        self.zone_name = zone
        self.zone = ZoneInfo(zone)
        self.locale = locale

    def set_zone(self, zone: str) -> None:
        """Show times in another zone; KeyError for one that is not known."""
        if zone != self.zone_name:
            self.zone = ZoneInfo(zone)
            self.zone_name = zone
            self.changed.emit()

    def now(self) -> datetime:
        """Return the local time now."""
        return self.local(self.clock())

    def today(self) -> date:
        """Return the local date now."""
        return self.now().date()

    def local(self, at: int) -> datetime:
        """Return a moment as a local time."""
        return datetime.fromtimestamp(at / 1000, self.zone).replace(tzinfo=None)

    def span(self, at: int, minutes: int) -> tuple[datetime, datetime | None]:
        """Return a moment as a local time; and the end, where it is not that many minutes on."""
        start = datetime.fromtimestamp(at / 1000, self.zone)
        end = datetime.fromtimestamp(at / 1000 + minutes * 60, self.zone)
        until = None if start.utcoffset() == end.utcoffset() else end.replace(tzinfo=None)
        return start.replace(tzinfo=None), until

    def moment(self, local: datetime) -> int:
        """Return the moment of a local time; one in a gap of the clock moves after it.

        Of an hour that comes twice the first is meant, the second with ``fold`` 1.
        """
        at = self._moment(local)
        return at if not local.fold or self.local(at) == local else self._moment(local, fold=0)

    def _moment(self, local: datetime, fold: int | None = None) -> int:
        aware = local.replace(tzinfo=self.zone, fold=local.fold if fold is None else fold)
        return round(aware.astimezone(UTC).timestamp() * 1000)

    def after(self, local: datetime, minutes: int) -> datetime:
        """Return the local time so many true minutes on, over any change of the clocks."""
        return self.local(self.moment(local) + minutes * 60_000)

    def comes_twice(self, local: datetime) -> bool:
        """Say whether the clocks show this local time twice."""
        first, second = (self._moment(local, fold) for fold in (0, 1))
        return first < second

    def midnight(self, day: date) -> int:
        """Return the moment at which a day begins."""
        return self.moment(datetime.combine(day, time()))

    def time_text(self, at: int) -> str:
        """Return "14:30"."""
        return self.clock_text(self.local(at).time())

    def date_text(self, at: int) -> str:
        """Return "Thu 26 Nov", with the year when it is not this one."""
        return self._date(self.local(at).date())

    def day_text(self, at: int) -> str:
        """Return "today", "tomorrow", "yesterday" or the date."""
        day = self.local(at).date()
        near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - self.today()).days)
        return near or self._date(day)

    def moment_text(self, at: int) -> str:
        """Return "today 14:30" or "Thu 26 Nov 14:30"."""
        return f"{self.day_text(at)} {self.time_text(at)}"

    def span_text(self, at: int, minutes: int) -> str:
        """Return "14:30–14:45", or "02:30–the second 02:00" where the clocks go back between."""
        end = at + minutes * 60_000
        again = "the second " if self.local(end).fold and not self.local(at).fold else ""
        return f"{self.time_text(at)}–{again}{self.time_text(end)}"

    def planned_text(self, planned_at: int | None, began_at: int | None) -> str:
        """Return "planned 14:00" for a talk that began at another time, with the day if it differs.

        Empty where nothing is to be said.
        """
        if planned_at is None or began_at is None:
            return ""
        same_day = self.local(planned_at).date() == self.local(began_at).date()
        at = self.time_text(planned_at)
        return f"planned {at}" if same_day else f"planned {self.date_text(planned_at)} {at}"

    def there_text(self, at: int, zone: str) -> str:
        """Return "09:30 in New York", with the day when it is another one; empty if it is the same.

        ``zone`` may be empty or unknown: then nothing is said.
        """
        if not zone or zone == self.zone_name or not is_zone(zone):
            return ""
        there = datetime.fromtimestamp(at / 1000, ZoneInfo(zone)).replace(tzinfo=None)
        here = self.local(at)
        if there == here:
            return ""
        other_day = "" if there.date() == here.date() else f"{self._date(there.date())} "
        return f"{other_day}{self.clock_text(there.time())} in {city(zone)}"

    def both_text(self, at: int, zone: str) -> str:
        """Return "14:30 here, 09:30 in New York", or just "14:30"."""
        there = self.there_text(at, zone)
        return f"{self.time_text(at)} here, {there}" if there else self.time_text(at)

    def ahead_text(self, at: int) -> str:
        """Return "in 42 min", "in 3 h", "now", or the day for what is further away."""
        minutes = (at - self.clock()) // 60_000
        if minutes < 1:
            return "now"
        if minutes < 60:
            return f"in {minutes} min"
        if minutes < 12 * 60:
            return f"in {minutes // 60} h"
        return self.moment_text(at)

    def next_slot(self, step: int = 15) -> datetime:
        """Return the next local time whose minutes are a multiple of ``step``."""
        now = self.now().replace(second=0, microsecond=0)
        return now + timedelta(minutes=step - now.minute % step)

    def day_words(self, day: date, pattern: str = "ddd d MMM") -> str:
        """Return a date with the fields of a pattern as Qt writes it, in the locale's order."""
        return day_words(self.locale, day, pattern)

    def clock_text(self, value: time) -> str:
        """Return "14:30" for a time of day."""
        short = self.locale.timeFormat(QLocale.FormatType.ShortFormat)
        return self.locale.toString(QTime(value.hour, value.minute), short)

    def _date(self, day: date) -> str:
        year = "" if day.year == self.today().year else " yyyy"
        return self.day_words(day, f"ddd d MMM{year}")
