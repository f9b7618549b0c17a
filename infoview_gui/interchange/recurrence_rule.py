"""A recurrence rule as it is written (RFC 5545, 3.3.10, with SKIP of RFC 7529, or vCalendar 1.0).

Knows nothing of when it comes round; that is in ``recurrence``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from functools import lru_cache

from infoview_gui.interchange.recurrence_older import modern

_DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_BYDAY = re.compile(r"([+-]?\d{1,3})?(MO|TU|WE|TH|FR|SA|SU)")
_MOST = {
    "BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 31_622_400,
    "BYHOUR": 23, "BYMINUTE": 59, "BYSECOND": 60,
}  # fmt: skip
_FROM_ZERO = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})
_NEGATIVE = frozenset({"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"})
_MOST_VALUES = 400


class Freq(IntEnum):
    """How long one period is, the longest first."""

    YEARLY = 0
    MONTHLY = 1
    WEEKLY = 2
    DAILY = 3
    HOURLY = 4
    MINUTELY = 5
    SECONDLY = 6


class BadRule(ValueError):
    """The rule cannot be understood; its text is a few words that end a sentence."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; empty tuples where a part is not given. Weekdays count from Monday 0."""

    freq: Freq
    interval: int = 1
    count: int | None = None
    until: str = ""
    """As written: a date, a local time or one in UTC."""
    week_start: int = 0
    skip: str = "OMIT"
    days: tuple[tuple[int, int], ...] = ()
    """Which weekday of the period (0: each, 2: the second, -1: the last), and the weekday."""
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    """BYSETPOS."""
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether its times are all equally far apart: a week, a day or less, and nothing else."""
        of_days = (self.days, self.months, self.month_days, self.year_days, self.weeks)
        of_times = (self.places, self.hours, self.minutes, self.seconds)
        return self.freq >= Freq.WEEKLY and not any((*of_days, *of_times))


@lru_cache(maxsize=8192)
def parse_rule(text: str) -> Rule:
    """Read the value of an RRULE; what is unknown in it is passed over. Raises BadRule."""
    parts: dict[str, str] = {}
    text = text if "=" in text else modern(text)
    for part in text.strip().upper().split(";"):
        name, equals, value = part.partition("=")
        if equals:
            parts.setdefault(name.strip(), value.strip())
    if parts.get("RSCALE", "GREGORIAN") not in {"GREGORIAN", "GREGORY", "ISO8601"}:
        raise BadRule("it counts in another calendar than the Gregorian one")
    return Rule(
        freq=_freq(parts),
        interval=_number(parts, "INTERVAL", 1) or 1,
        count=_number(parts, "COUNT", None),
        until=parts.get("UNTIL", ""),
        week_start=_DAYS.get(parts.get("WKST", "MO"), 0),
        skip=parts.get("SKIP", "OMIT"),
        days=_days(parts),
        months=_numbers(parts, "BYMONTH"),
        month_days=_numbers(parts, "BYMONTHDAY"),
        year_days=_numbers(parts, "BYYEARDAY"),
        weeks=_numbers(parts, "BYWEEKNO"),
        places=_numbers(parts, "BYSETPOS"),
        hours=_numbers(parts, "BYHOUR"),
        minutes=_numbers(parts, "BYMINUTE"),
        seconds=_numbers(parts, "BYSECOND"),
    )


def end_of(text: str) -> tuple[datetime, bool, bool] | None:
    """Return the moment of an UNTIL, whether it is in UTC and whether it is a date; None if bad."""
    digits = re.fullmatch(r"(\d{8})(?:T(\d{4,6})(Z?))?", text.strip())
    if digits is None:
        return None
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
        clock = (digits[2] or "").ljust(6, "0")
        whole = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - wall time
        if not digits[2]:
            return whole.replace(hour=23, minute=59, second=59), False, True
        hour, minute, second = int(clock[:2]), int(clock[2:4]), min(int(clock[4:]), 59)
        return whole.replace(hour=hour, minute=minute, second=second), bool(digits[3]), False
    except ValueError:
        return None


def _freq(parts: dict[str, str]) -> Freq:
    try:
        return Freq[parts["FREQ"]]
    except KeyError:
        raise BadRule("it does not say how often") from None


def _number(parts: dict[str, str], name: str, usual: int | None) -> int | None:
    text = parts.get(name)
    if text is None:
        return usual
    if not (text.isascii() and text.isdigit()) or int(text[:12]) < 1:
        raise BadRule(f"its {name} makes no sense")
    return int(text[:12])


def _numbers(parts: dict[str, str], name: str) -> tuple[int, ...]:
    """Return the numbers that are possible, each once; BadRule where none is."""
    text = parts.get(name)
    if text is None:
        return ()
    found = {
        value
        for word in text.split(",")[:_MOST_VALUES]
        if (value := _in_range(word, name)) is not None
    }
    if not found:
        raise BadRule(f"its {name} makes no sense")
    return tuple(sorted(found))


def _in_range(word: str, name: str) -> int | None:
    word = word.strip()
    if not re.fullmatch(r"[+-]?\d{1,8}", word):
        return None
    value = int(word)
    if value == 0 and name not in _FROM_ZERO:
        return None
    if value < 0 and name not in _NEGATIVE:
        return None
    if name == "BYSECOND":
        value = min(value, 59) if value <= 60 else value
    return value if abs(value) <= _MOST[name] else None


def _days(parts: dict[str, str]) -> tuple[tuple[int, int], ...]:
    text = parts.get("BYDAY")
    if text is None:
        return ()
    found: dict[tuple[int, int], None] = {}
    for word in text.split(",")[:_MOST_VALUES]:
        match = _BYDAY.fullmatch(word.replace(" ", ""))
        if match:
            found[(int(match[1] or 0), _DAYS[match[2]])] = None
    if not found:
        raise BadRule("its BYDAY makes no sense")
    return tuple(found)
