"""What is true of a calendar file, found without our reader; and the rules with asserted dates."""

# ruff: noqa: DTZ007 - wall times have no zone

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.corpora.manifest import CORPORA, Entry, data_of

Known = tuple[datetime, str]
"""The wall time at which an event begins, and what it is called."""
_RULES = "icalendar/libical-libical/src/test"
_START = re.compile(r"DTSTART(?:;[^:]*|;[^\"]*\"[^\"]*\"[^:]*)?:(\d{8})(?:T(\d{6}))?Z?[T:]*$")


def true_events(entry: Entry) -> Counter[Known]:
    """Return the events of a file that say when they begin, as a naive scan sees them."""
    data = data_of(entry)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    unfolded = re.sub(r"\r?\n[ \t]", "", text.replace("\r\n", "\n"))
    found: Counter[Known] = Counter()
    for lines in _bodies(unfolded.split("\n")):
        start = next((m for line in lines if (m := _START.match(line.rstrip("\r")))), None)
        moment = None if start is None else _moment(start[1], start[2] or "000000")
        if moment is not None:
            found[moment, _summary(lines)] += 1
    return found


def _bodies(lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines of each event, without those of its alarms."""
    body: list[str] | None = None
    depth = 0
    for line in lines:
        word = line.strip().upper()
        if word == "BEGIN:VEVENT":
            body, depth = [], 0
        elif body is not None and word == "END:VEVENT":
            yield body
            body = None
        elif body is not None:
            depth += word.startswith("BEGIN:")
            if depth == 0:
                body.append(line)
            depth -= word.startswith("END:")


def _moment(day: str, clock: str) -> datetime | None:
    try:
        return datetime.strptime(day + clock.replace("60", "59"), "%Y%m%d%H%M%S")
    except ValueError:
        return None


def _summary(lines: list[str]) -> str:
    """Return the letters and digits of the title: escapes are none of this scan's business."""
    line = next((one for one in lines if re.match(r"SUMMARY[;:]", one)), "")
    head, _, value = line.partition(":")
    return "" if '"' in head or "QUOTED" in head.upper() else letters(value)


def letters(text: str) -> str:
    """Return what is left of a title without escapes and signs, shortened."""
    return re.sub(r"[\W_]", "", re.sub(r"\\[nN]", "", text))[:60]


@dataclass(frozen=True)
class AssertedRule:
    """A rule with the dates that libical's own tests say it gives."""

    rule: str
    start: str
    dates: tuple[datetime, ...]


def rules() -> list[AssertedRule]:
    """Return the rules of libical's tests whose dates are asserted."""
    found = []
    for name in ("icalrecur_test.txt", "icalrecur_test_rscale.txt"):
        for stanza in (CORPORA / _RULES / name).read_text(encoding="utf-8").split("\n\n"):
            lines = (line.partition(":") for line in stanza.splitlines() if line[:1] != "#")
            values = {key: value.strip() for key, _, value in lines}
            said = values.get("INSTANCES", "")
            if "RRULE" in values and said and "*" not in said:
                dates = tuple(wall(one) for one in said.split(","))
                found.append(AssertedRule(values["RRULE"], values["DTSTART"], dates))
    return found


def wall(text: str) -> datetime:
    """Read a date or time as iCalendar writes it."""
    text = text.rstrip("Z")
    return datetime.strptime(text, "%Y%m%dT%H%M%S" if "T" in text else "%Y%m%d")


AFTER_ALL = timedelta(days=400)
"""How long after the last asserted date a rule is watched for more."""
