"""Days in what was typed: "12 nov", "nov", "yesterday", "2026-11-12", "friday".

Pure functions; know nothing of the database and of zones. English words, as in the notes.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

Days = tuple[date, date]
"""The first day and the day after the last."""
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\.?"
_YEAR = r"(?:,? (?P<year>(?:19|20)\d\d))?"
_YEARS_AROUND = (0, -1, 1)


def read_days(text: str, today: date) -> tuple[list[Days], str]:
    """Return the days that a text may name, the likeliest first, and the words beside them.

    Without a year it may be this one, the last or the next; a weekday is that of last, this and
    next week. No days, and the whole text, where it names none. Never raises.
    """
    for pattern in _patterns():
        found = pattern.search(text)
        if found is None:
            continue
        days = list(
            _days_of({name: value or "" for name, value in found.groupdict().items()}, today)
        )
        if days:
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return days, " ".join(rest.split())
    return [], text


def _days_of(parts: dict[str, str], today: date) -> Iterator[Days]:
    if near := parts.get("near"):
        yield _single(today + timedelta(days=_NEAR[near.lower()]))
    elif weekday := parts.get("weekday"):
        ahead = _WEEKDAYS.index(weekday[:3].lower()) - today.weekday()
        for weeks in (0, -1, 1):
            yield _single(today + timedelta(days=ahead + 7 * weeks))
    else:
        years = [int(parts["year"])] if parts.get("year") else _around(today)
        for year in years:
            yield from _dated(parts, year)


def _around(today: date) -> list[int]:
    return [today.year + step for step in _YEARS_AROUND]


def _dated(parts: dict[str, str], year: int) -> Iterator[Days]:
    name = parts.get("month", "")[:3].lower()
    month = _MONTHS.index(name) + 1 if name else int(parts["number"])
    try:
        if parts.get("day"):
            yield _single(date(year, month, int(parts["day"])))
        else:
            yield date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    except ValueError:  # 31 November
        return


def _single(day: date) -> Days:
    return day, day + timedelta(days=1)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return what days look like; not at import, as it costs the start milliseconds."""
    return tuple(
        re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE | re.ASCII)
        for pattern in (
            r"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d?)-(?P<day>\d\d?)",
            rf"{_DAY} ?{_MONTH}{_YEAR}",
            rf"{_MONTH} ?{_DAY}{_YEAR}",
            r"(?P<day>[0-3]?\d)[./](?P<number>\d\d?)[./]?(?P<year>(?:19|20)\d\d)?",
            r"(?P<near>today|tomorrow|yesterday)",
            r"(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?",
            rf"{_MONTH}{_YEAR}",
        )
    )
