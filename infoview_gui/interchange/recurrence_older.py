"""Rules of vCalendar 1.0 ("MP1 1+ SU #5") in the words of iCalendar ("FREQ=MONTHLY;…").

Phones and organisers of another time write them, and some programs still do.
"""

from __future__ import annotations

import re

_HEAD = re.compile(r"(MP|MD|YM|YD|D|W)(\d{1,4})")
_FREQ = {"D": "DAILY", "W": "WEEKLY", "MP": "MONTHLY", "MD": "MONTHLY"}
_NUMBERS = {"MD": "BYMONTHDAY", "YM": "BYMONTH", "YD": "BYYEARDAY"}
_DAY = re.compile(r"MO|TU|WE|TH|FR|SA|SU")
_PLACE = re.compile(r"(\d)([+-])")
_NUMBER = re.compile(r"(\d{1,3})([+-]?)|LD")
_UNTIL = re.compile(r"\d{8}(?:T\d{6}Z?)?")


def modern(text: str) -> str:
    """Return the rule as iCalendar writes it; empty where it is none of the older ones."""
    head, *words = text.upper().split() or [""]
    found = _HEAD.fullmatch(head)
    if found is None:
        return ""
    kind = found[1]
    parts = [f"FREQ={_FREQ.get(kind, 'YEARLY')}", f"INTERVAL={found[2]}", *_end(words)]
    if kind in {"W", "MP"}:
        parts += _list("BYDAY", _days(words))
    elif kind in _NUMBERS:
        parts += _list(_NUMBERS[kind], [one for word in words for one in _number(word)])
    return ";".join(parts)


def _end(words: list[str]) -> list[str]:
    """Return how often or until when; #0 is for ever, and without a word it is twice."""
    last = words[-1] if words else ""
    if last.startswith("#"):
        return [f"COUNT={last[1:]}"] if last[1:].strip("0") else []
    return [f"UNTIL={last}"] if _UNTIL.fullmatch(last) else ["COUNT=2"]


def _days(words: list[str]) -> list[str]:
    """Return weekdays, each with the places in the month that stand before it."""
    found: list[str] = []
    places: list[str] = []
    after_day = False
    for word in words:
        if place := _PLACE.fullmatch(word):
            places = [] if after_day else places
            places.append(place[1] if place[2] == "+" else f"-{place[1]}")
            after_day = False
        elif _DAY.fullmatch(word):
            found += [f"{place}{word}" for place in places or [""]]
            after_day = True
    return found


def _number(word: str) -> list[str]:
    found = _NUMBER.fullmatch(word)
    if found is None:
        return []
    if word == "LD":
        return ["-1"]
    return [f"-{found[1]}" if found[2] == "-" else found[1]]


def _list(name: str, values: list[str]) -> list[str]:
    return [f"{name}={','.join(values)}"] if values else []
