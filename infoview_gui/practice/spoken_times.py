"""Moments as people type them: "tue 14:30", "in 2 days at 9", "3pm tomorrow", "half an hour later".

A small grammar on top of that of days; what it reads is shown before it is taken. Wall time only:
zones and the hours that a change of the clocks skips are the caller's. Pure.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from infoview_gui.practice.due_dates import read_day

_ROUNDED_TO: Final = 5
_AFTERNOON_UNTIL: Final = 6
"""“At 3” is 15:00 and “at 7” is 7:00: people talk by day (what is read is shown)."""
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "half an": 0.5,
}  # fmt: skip
_MINUTES_OF: Final = {"m": 1, "h": 60, "d": 24 * 60, "w": 7 * 24 * 60}
_COUNT: Final = "|".join([r"\d{1,4}", *sorted(_NUMBERS, key=len, reverse=True)])
_UNIT: Final = r"m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:eeks?)?"
_LATER: Final = re.compile(
    rf"(?P<sign>[+-])? ?(?P<count>{_COUNT}) ?(?P<unit>{_UNIT})(?: (?P<way>later|earlier))?"
)
_FROM_NOW: Final = re.compile(
    rf"in (?P<count>{_COUNT}) ?(?P<unit>m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?)"
)
_CLOCK: Final = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)|h)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?:o'?clock|uhr))?"
)
_PART: Final = re.compile(r"(?P<part>half past|quarter past|quarter to) (?P<hour>\d{1,2})")
_PARTS: Final = {"half past": 30, "quarter past": 15, "quarter to": -15}
_PASS: Final = re.compile(r"(?:the )?(?P<which>first|second|2nd|1st) (?P<rest>.+)")
"""Which of the two, where the clocks go back and an hour comes twice."""
_SAME_TIME: Final = re.compile(r"(?:the )?same time(?P<day> .+)?")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was read: a day, and the time if one was named."""

    day: date
    at: time | None = None

    def on(self, usual: time) -> datetime:
        """Return the moment; ``usual`` is the time where none was named."""
        return datetime.combine(self.day, self.at if self.at is not None else usual)


def _on_the_wall(start: datetime, minutes: int) -> datetime:
    return start + timedelta(minutes=minutes)


def read_moment(
    words: str,
    now: datetime,
    base: datetime | None = None,
    *,
    day_first: bool = True,
    after: Callable[[datetime, int], datetime] = _on_the_wall,
) -> Spoken | None:
    """Return what the words say, None where they say no moment. Never raises.

    ``now`` and ``base`` are wall times of one zone, without it. ``base`` is where the entry stands
    that is to be moved: a time alone stays on its day, "later" is counted from it. Without one, a
    time alone is the next such time. ``after`` gives the wall time so many minutes after one, where
    the caller knows when the clocks change. “The second 2:30” has the ``fold`` of Python's times.
    """
    text = " ".join(words.casefold().replace(",", " ").split())
    readers: tuple[Callable[[], Spoken | None], ...] = (
        lambda: _later(text, base, after),
        lambda: _from_now(text, now),
        lambda: _day_and_time(text, now, base, day_first=day_first),
    )
    try:
        return next((found for reader in readers if (found := reader()) is not None), None)
    except (OverflowError, ValueError):  # beyond the last day of the calendar
        return None


def _later(
    text: str, base: datetime | None, after: Callable[[datetime, int], datetime]
) -> Spoken | None:
    found = _LATER.fullmatch(text)
    if base is None or found is None or not (found["sign"] or found["way"]):
        return None
    back = (found["sign"] == "-") != (found["way"] == "earlier")
    span = _span(found) * (-1 if back else 1)
    by_days = found["unit"][0] in "dw"  # a day later it is as late as now, whatever the clocks do
    moved = base + span if by_days else after(base, round(span.total_seconds() / 60))
    return Spoken(moved.date(), moved.time())


def _from_now(text: str, now: datetime) -> Spoken | None:
    found = _FROM_NOW.fullmatch(text)
    if found is None:
        return None
    then = (now + _span(found)).replace(second=0, microsecond=0)
    then += timedelta(minutes=-then.minute % _ROUNDED_TO)
    return Spoken(then.date(), then.time())


def _span(found: re.Match[str]) -> timedelta:
    count = found["count"]
    number = float(count) if count.isdigit() else _NUMBERS[count]
    return timedelta(minutes=number * _MINUTES_OF[found["unit"][0]])


def _day_and_time(
    text: str, now: datetime, base: datetime | None, *, day_first: bool
) -> Spoken | None:
    same = _SAME_TIME.fullmatch(text)
    if same is not None and base is not None and same["day"]:
        day = _day(same["day"], now.date(), day_first=day_first)
        return None if day is None else Spoken(day, base.time())
    day = _day(text, now.date(), day_first=day_first)
    if day is not None:
        return Spoken(day)
    at = _time(text.removeprefix("at "))
    if at is not None:
        return Spoken(_day_of(at, now, base), at)
    return _two_parts(text, now.date(), day_first=day_first)


def _day(words: str, today: date, *, day_first: bool) -> date | None:
    """Return the day; unlike a promise, what is written down may have been yesterday."""
    if words == "yesterday":
        return today - timedelta(days=1)
    return read_day(words, today, day_first=day_first)


def _day_of(at: time, now: datetime, base: datetime | None) -> date:
    if base is not None:
        return base.date()
    return now.date() if at > now.time() else now.date() + timedelta(days=1)


def _two_parts(text: str, today: date, *, day_first: bool) -> Spoken | None:
    """Try every place where the day may end and the time begin, or the other way round."""
    words = text.split()
    for at in range(1, len(words)):
        first, second = " ".join(words[:at]), " ".join(words[at:])
        for days, clock in ((first, second), (second, first)):
            day = _day(days, today, day_first=day_first)
            moment = _time(clock.removeprefix("at ").removesuffix(" on").removesuffix(" at"))
            if day is not None and moment is not None:
                return Spoken(day, moment)
    return None


def _time(text: str) -> time | None:
    told = _PASS.fullmatch(text)
    if told is not None:
        at = _time(told["rest"].removeprefix("at "))
        return None if at is None else at.replace(fold=int(told["which"] in {"second", "2nd"}))
    if text in {"noon", "midday"}:
        return time(12)
    part = _PART.fullmatch(text)
    if part is not None:
        hour = _by_day(int(part["hour"]))
        minutes = hour * 60 + _PARTS[part["part"]]
        return time(minutes // 60, minutes % 60) if 0 <= minutes < 24 * 60 else None
    found = _CLOCK.fullmatch(text)
    return None if found is None else _clock_time(found)


def _clock_time(found: re.Match[str]) -> time | None:
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif found["minute"] is None and not found[0].endswith("h"):
        hour = _by_day(hour)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _by_day(hour: int) -> int:
    return hour + 12 if 1 <= hour <= _AFTERNOON_UNTIL else hour
