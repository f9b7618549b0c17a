"""Days as people write them at the end of a promise: "due Friday", "by 3 Dec", "in two weeks".

A small grammar; what it reads is shown to the user, who can write it otherwise. Pure: the day it is
counted from is handed in. Knows nothing of marks, notes or the database.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from infoview_gui.practice.workdays import Workdays, months_on

_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "a couple of": 2, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_WEEKDAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_COUNT: Final = (
    r"\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
)
_UNIT: Final = r"(?:working |business )?days?|weeks?|fortnights?|months?|years?"
_ORDINAL: Final = r"\d\d?)(?:st|nd|rd|th)?"

Reader = Callable[[re.Match[str], date, bool], date | None]


@dataclass(frozen=True, slots=True)
class Due:
    """Where a line names its day: ``start`` to ``end`` can be cut out; ``words`` name the day."""

    start: int
    end: int
    words: str


def find_due(text: str) -> Due | None:
    """Find "(due Friday)" anywhere, or "by Friday", "due 3 Dec", "in two weeks" at the end."""
    found = _IN_BRACKETS.search(text) or _AT_END.search(text)
    if found is None:
        return None
    words = found["day"] or found["span"]
    return Due(found.start(), found.end(), " ".join(words.split()))


def read_day(words: str, today: date, *, day_first: bool = True) -> date | None:
    """Return the day that the words name, None when they name none.

    ``day_first`` says how 3/12 is read. A weekday is the next one, "Friday" on a Friday a week
    later. A day without a year is the next such day. Never raises.
    """
    text = " ".join(words.casefold().replace(",", " ").split()).rstrip(".")
    for pattern, read in _FORMS:
        found = pattern.fullmatch(text)
        if found is not None:
            try:
                return read(found, today, day_first)
            except (OverflowError, ValueError):  # beyond the last year of the calendar
                return None
    return None


def _near(found: re.Match[str], today: date, _day_first: bool) -> date | None:
    ahead = {"today": 0, "tonight": 0, "tomorrow": 1, "the day after tomorrow": 2}
    return today + timedelta(days=ahead[found[0]])


def _weekday(found: re.Match[str], today: date, _day_first: bool) -> date | None:
    wanted = _WEEKDAYS.index(found["weekday"][:3])
    monday = today - timedelta(days=today.weekday())
    if found["which"] == "next":
        return monday + timedelta(days=7 + wanted)
    if found["which"] == "this" and monday + timedelta(days=wanted) >= today:
        return monday + timedelta(days=wanted)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _counted(found: re.Match[str], today: date, _day_first: bool) -> date | None:
    number = int(found["count"]) if found["count"].isdigit() else _NUMBERS[found["count"]]
    unit = found["unit"].removesuffix("s")
    if unit == "month":
        return months_on(today, number)
    if unit in {"working day", "business day"}:
        return Workdays().after(today, number)
    if unit == "year":
        return months_on(today, 12 * number)
    days = {"day": 1, "week": 7, "fortnight": 14}[unit]
    return today + timedelta(days=days * number)


def _period(found: re.Match[str], today: date, _day_first: bool) -> date | None:
    """The end of a week is its Friday: promises are kept on working days."""
    further = 1 if found["which"] == "next" else 0
    unit = found["unit"]
    if unit == "day":
        return today
    if unit == "week":
        friday = today + timedelta(days=4 - today.weekday() + 7 * further)
        return friday if friday >= today else friday + timedelta(days=7)
    if unit == "weekend":
        return today + timedelta(days=6 - today.weekday() + 7 * further)
    if unit == "year":
        return date(today.year + further, 12, 31)
    month = months_on(today.replace(day=1), further)
    return month.replace(day=monthrange(month.year, month.month)[1])


def _iso(found: re.Match[str], _today: date, _day_first: bool) -> date | None:
    return _date(int(found["year"]), int(found["month"]), int(found["day"]))


def _named_month(found: re.Match[str], today: date, _day_first: bool) -> date | None:
    month = _MONTHS.index(found["month"][:3]) + 1
    return _with_year(found["year"], month, int(found["day"]), today)


def _numbers(found: re.Match[str], today: date, day_first: bool) -> date | None:
    day, month = int(found["first"]), int(found["second"])
    if not day_first and found["sign"] == "/":
        day, month = month, day
    if month > 12 >= day:
        day, month = month, day
    return _with_year(found["year"], month, day, today)


def _with_year(year: str | None, month: int, day: int, today: date) -> date | None:
    if year:
        return _date(int(year) + (2000 if len(year) <= 2 else 0), month, day)
    this, following = _date(today.year, month, day), _date(today.year + 1, month, day)
    return this if this is not None and this >= today else following


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_SPAN: Final = rf"(?:in|within) (?P<count>{_COUNT})(?:(?<=\d)| )(?P<unit>{_UNIT})(?: time)?"
_END: Final = r"(?:the )?end of (?:the )?(?:(?P<which>this|next) )?(?P<unit>day|week|month|year)"
_DAY_MONTH: Final = (
    rf"(?:on )?(?:the )?(?P<day>{_ORDINAL} (?:of )?(?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?"
)
_MONTH_DAY: Final = (
    rf"(?:on )?(?P<month>{_MONTH}) (?:the )?(?P<day>{_ORDINAL}(?: (?P<year>\d{{4}}))?"
)
_SHORT: Final = (
    r"(?:on )?(?P<first>\d\d?)(?P<sign>[./])(?P<second>\d\d?)(?:(?P=sign)(?P<year>\d{2}|\d{4})?)?"
)
_SOURCES: Final[tuple[tuple[str, Reader], ...]] = (
    (r"today|tonight|tomorrow|the day after tomorrow", _near),
    (rf"(?:(?:on )?(?P<which>this|next) |on )?(?P<weekday>{_WEEKDAY})", _weekday),
    (_SPAN, _counted),
    (_END, _period),
    (r"(?:(?P<which>this|next|the) )?(?P<unit>weekend)", _period),
    (r"(?P<which>this|next) (?P<unit>week|month|year)", _period),
    (r"(?:on )?(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)", _iso),
    (_DAY_MONTH, _named_month),
    (_MONTH_DAY, _named_month),
    (_SHORT, _numbers),
)
_FORMS: Final = tuple((re.compile(source), read) for source, read in _SOURCES)


def _unnamed(source: str) -> str:
    """Return a form without its names, so that several can stand in one expression."""
    return re.sub(r"\(\?P<\w+>", "(?:", source.replace("(?P=sign)", "[./]"))


_ANY_DAY: Final = "|".join(_unnamed(source) for source, _ in _SOURCES)
_IN_BRACKETS: Final = re.compile(
    r"\s*\((?:due|by) (?P<day>[^()]*[^()\s])(?P<span>)\s*\)", re.IGNORECASE
)
_AT_END: Final = re.compile(
    rf"[\s,;]*\b(?:(?:by|due|until|before) (?P<day>{_ANY_DAY})|(?P<span>{_unnamed(_SPAN)}))[.!]?$",
    re.IGNORECASE,
)
