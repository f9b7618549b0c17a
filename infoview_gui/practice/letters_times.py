"""Moments and numbers as a letter says them: in both time zones, and small numbers as words.

How a day and a time of day are written comes in, so that they are in the user's locale. Knows no
calendar, no person and no window.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from infoview_gui.practice.letters import FIELDS

_NUMBERS: Final = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_SMALL: Final = tuple(_NUMBERS.split())
_TENS: Final = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty"}
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Writes a date ("Tuesday 24 November") and a time of day ("15:00")."""

    day: Callable[[date], str]
    clock: Callable[[time], str]


@dataclass(frozen=True, slots=True)
class Zones:
    """Where the writer is, and where the reader is; None where that is not known."""

    here: ZoneInfo
    there: ZoneInfo | None = None


def offered_time(at: int, zones: Zones, words: TimeWords) -> str:
    """Return "Tuesday 24 November 15:00 in Berlin (09:00 in New York)" for ms since 1970 UTC.

    No place is named where the clocks of both show the same; the day stands in the brackets where
    it is another one. An hour that comes twice, when clocks are set back, says which one it is.
    """
    return _in_both(at, zones, words, " ")


def agreed_time(at: int, zones: Zones, words: TimeWords) -> str:
    """Return "Tuesday 24 November, at 15:00 in Berlin (09:00 in New York)", as ``offered_time``."""
    return _in_both(at, zones, words, ", at ")


def _in_both(at: int, zones: Zones, words: TimeWords, joint: str) -> str:
    here = _local(at, zones.here)
    said = f"{words.day(here.date())}{joint}{_clock(here, words)}"
    there = here if zones.there is None else _local(at, zones.there)
    if zones.there is None or there.replace(tzinfo=None) == here.replace(tzinfo=None):
        return said
    day = "" if there.date() == here.date() else f"{words.day(there.date())} "
    return f"{said}{_where(zones.here)} ({day}{_clock(there, words)}{_where(zones.there)})"


def _where(zone: ZoneInfo) -> str:
    """Return " in New York"; a zone without a city, such as UTC, is named as it is."""
    city = "/" in zone.key and not zone.key.startswith("Etc/")
    return f" in {place(zone)}" if city else f" {place(zone)}"


def in_a_sentence(moments: Sequence[int], zones: Zones, words: TimeWords) -> str:
    """Return the times in their order, joined as in "one, another or a third"; "" for none."""
    said = _said(moments, zones, words)
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} or {said[-1]}"


def in_lines(moments: Sequence[int], zones: Zones, words: TimeWords) -> str:
    """Return each time on a line of its own behind a dash; "" for none."""
    return "\n".join(f"– {each}" for each in _said(moments, zones, words))


def put_in(text: str, before: Sequence[str], words: str, caret: int) -> tuple[int, int, str]:
    """Return which range of a letter makes room for the times, and what is to stand there.

    ``before`` is what may stand there of an earlier choice; where none of it does unchanged, they
    come to the place that asks for them, else to the caret. Without ``words`` that place is back.
    """
    gap = f"‹{FIELDS['times'].gap}›"
    words = words or gap
    for old in (*before, gap):
        start = text.find(old) if old else -1
        if start >= 0:
            return start, start + len(old), words
    if words == gap:
        return caret, caret, ""
    blank = " " if caret and not text[caret - 1].isspace() else ""
    return caret, caret, f"{blank}{words}"


def number_word(number: int) -> str:
    """Return "fifteen" for 15; digits from sixty on and between the tens."""
    if 0 <= number < len(_SMALL):
        return _SMALL[number]
    return _TENS.get(number, str(number))


def place(zone: ZoneInfo) -> str:
    """Return "New York" for America/New_York."""
    return zone.key.rpartition("/")[2].replace("_", " ")


def _said(moments: Sequence[int], zones: Zones, words: TimeWords) -> list[str]:
    return [offered_time(at, zones, words) for at in sorted(set(moments))]


def _local(at: int, zone: tzinfo) -> datetime:
    return (_EPOCH + timedelta(milliseconds=at)).astimezone(zone)


def _clock(moment: datetime, words: TimeWords) -> str:
    said = words.clock(moment.time())
    twice = moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
    return f"{said} {moment.tzname()}" if twice else said
