"""A calendar's text becomes components with their lines, whatever is wrong with it.

One bad line costs that line, one unclosed component is closed where the next begins. Knows which
components there are, not what their lines mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from infoview_gui.interchange.content_lines import encoding_of, parameters

_TOP = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", "VAVAILABILITY"})
"""Never inside one another: the beginning of one ends another that was not closed."""
_FOLD = "\0"
_FOLDED = re.compile(r"\r?\n[ \t]")
_FRAMED = "BbEe \t\ufeff"
_FRAME = re.compile(r"[\s\ufeff]*(BEGIN|END)\s*:\s*([A-Za-z0-9-]+)\s*", re.IGNORECASE)


class Line(NamedTuple):
    """One property: name in capitals, parameters and value as written."""

    name: str
    params: str
    value: str

    def parameter(self, name: str) -> str:
        """Return the first value of a parameter; empty where it is not given."""
        if not self.params:
            return ""
        found = (values for key, values in parameters(self.params) if key == name)
        return next((values[0] for values in found if values), "")


@dataclass(slots=True)
class Component:
    """What lies between BEGIN and END; ``number`` is its first line in the file, from 1 on."""

    name: str
    number: int
    lines: list[str] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)
    closed: bool = False


def components(text: str) -> Iterator[Component]:
    """Yield events, time zones and the like in order; calendars around them only group them."""
    stack: list[Component] = []
    soft_broken = False
    number = 1
    for raw in _unfolded(text).split("\n"):
        begin, number = number, number + 1
        line = raw[:-1] if raw.endswith("\r") else raw
        if _FOLD in line:
            number += line.count(_FOLD)
            line = line.replace(_FOLD, "")
        if not line:
            continue
        if soft_broken and stack and stack[-1].lines:
            stack[-1].lines[-1] = stack[-1].lines[-1][:-1] + line
            soft_broken = line.endswith("=")
        elif line[0] in _FRAMED and (frame := _FRAME.fullmatch(line)):
            yield from _turn(stack, frame[1].upper(), frame[2].upper(), begin)
        elif stack:
            stack[-1].lines.append(line)
            soft_broken = line[-1] == "=" and _is_quoted(line)
    yield from (one for one in stack[:1] if one.name in _TOP)


def _unfolded(text: str) -> str:
    """Put a sign that no text holds (``decoding.clean``) where a line was folded."""
    if "\n" not in text:
        text = text.replace("\r", "\n")
    return _FOLDED.sub(_FOLD, text)


def _is_quoted(line: str) -> bool:
    return encoding_of(line.partition(":")[0]) == "QUOTED-PRINTABLE"


def _turn(stack: list[Component], word: str, name: str, number: int) -> Iterator[Component]:
    """Open or close a component; yield one of the outermost that is complete now."""
    if word == "BEGIN":
        if (name in _TOP or name == "VCALENDAR") and stack:
            yield stack[0]
            stack.clear()
        if name == "VCALENDAR":
            return
        opened = Component(name, number)
        if stack:
            stack[-1].parts.append(opened)
        elif name not in _TOP:
            return
        stack.append(opened)
        return
    at = next((i for i in reversed(range(len(stack))) if stack[i].name == name), None)
    if at is None:
        if name == "VCALENDAR" and stack:
            yield stack[0]
            stack.clear()
        return
    stack[at].closed = True
    del stack[at + 1 :]
    done = stack.pop()
    if not stack:
        yield done


def split(line: str) -> Line | None:
    """Part an unfolded line; None when it is no property."""
    head, colon, value = line.partition(":")
    if not colon:
        return None
    if '"' in head:
        head, value = _split_quoted(line)
    name, _, params = head.partition(";")
    name = name.rpartition(".")[2].strip().upper()
    return Line(name, params, value) if name and " " not in name else None


def _split_quoted(line: str) -> tuple[str, str]:
    quoted = False
    for at, sign in enumerate(line):
        if sign == '"':
            quoted = not quoted
        elif sign == ":" and not quoted:
            return line[:at], line[at + 1 :]
    head, _, value = line.partition(":")
    return head, value
