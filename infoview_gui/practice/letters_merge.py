"""Fills the fields of a template, in one pass: what stands in a value is never a field.

Something optional is left out with its blank when a value is missing, or gives way to what stands
behind its ``||``; a value that cannot be missing leaves a place to fill in, such as ‹how many›,
which is found again in the text however it is edited. Knows no person and no window.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from infoview_gui.practice.letters import FIELDS
from infoview_gui.practice.letters_templates import Template

_OPTIONAL: Final = re.compile(r"\[\[(.*?)\]\]")
_FIELD: Final = re.compile(r"\{([^{}|\n]+)(?:\|([^{}\n]*))?\}")
_ASKED: Final = {asked for one in FIELDS.values() for asked in (one.gap, one.formerly) if asked}
_GAPS: Final = re.compile(f"‹({'|'.join(map(re.escape, sorted(_ASKED)))})›")
_ELSE: Final = "||"
_ENDS: Final = (".", "!", "?", "…")

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place to fill in: ``start`` to ``end`` in the text, and what is asked for."""

    start: int
    end: int
    asks: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A letter to be edited; ``unknown`` are words in braces that are no field, left as written."""

    subject: str
    text: str
    unknown: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing is left to fill in."""
        return not gaps(self.text) and not gaps(self.subject)


def fill(template: Template, values: Values) -> Filled:
    """Return the letter; a value that is missing or blank is one that is not known. Never raises.

    The subject is one line whatever the values hold.
    """
    one_line = {name: " ".join(value.split()) for name, value in values.items()}
    unknown = [name for name in _names(template) if _known(name) not in FIELDS]
    return Filled(
        " ".join(_Filling(one_line).text(template.subject).split()),
        _Filling(values).text(template.body),
        tuple(dict.fromkeys(unknown)),
    )


def gaps(text: str) -> list[Gap]:
    """Return the places left to fill in, in order."""
    return [Gap(found.start(), found.end(), found[1]) for found in _GAPS.finditer(text)]


def unknown_fields(text: str) -> list[tuple[int, int]]:
    """Return where words in braces were left in a letter: a field that nobody knows."""
    return [found.span() for found in _FIELD.finditer(text)]


def needs(template: Template) -> frozenset[str]:
    """Return the fields that the template cannot do without."""
    firm = _OPTIONAL.sub(_last_resort, f"{template.subject}\n{template.body}")
    found = (_known(one[1]) for one in _FIELD.finditer(firm) if one[2] is None)
    return frozenset(name for name in found if name in FIELDS)


def _last_resort(part: re.Match[str]) -> str:
    return part[1].rpartition(_ELSE)[2] if _ELSE in part[1] else ""


def _names(template: Template) -> Iterator[str]:
    for found in _FIELD.finditer(f"{template.subject}\n{template.body}"):
        yield found[1].strip()


def _known(name: str) -> str:
    return " ".join(name.casefold().split())


@dataclass(slots=True)
class _Filling:
    """Writes one text; the template's own words give way at the seams, never those of a value."""

    values: Values
    parts: list[str] = field(default_factory=list)
    eats_blank: bool = False
    from_value: bool = False

    def text(self, template: str) -> str:
        lines: list[str] = []
        closing_up = False
        for line in template.split("\n"):
            made = self._line(line)
            if made is None:
                closing_up = True
            elif made or not (closing_up and (not lines or not lines[-1])):
                lines.append(made)
                closing_up = False
        return "\n".join(lines)

    def _line(self, line: str) -> str | None:
        """Return a line; None when all it had was left out."""
        self.parts, self.eats_blank, self.from_value = [], False, False
        at, left_out = 0, False
        for found in _OPTIONAL.finditer(line):
            self._write(line[at : found.start()])
            left_out |= not self._write_optional(found[1])
            at = found.end()
        self._write(line[at:])
        made = "".join(self.parts).rstrip()
        return None if left_out and not made else made

    def _write_optional(self, part: str) -> bool:
        *others, last = part.split(_ELSE)
        firm = last if others else ""
        words = next((one for one in others or [last] if self._is_known(one)), firm)
        if words:
            self._write(words)
        else:
            before = self.parts[-1] if self.parts else " "
            self.eats_blank = before[-1:].isspace()
        return bool(words)

    def _is_known(self, words: str) -> bool:
        return all(self._value(found) is not None for found in _FIELD.finditer(words))

    def _write(self, words: str) -> None:
        at = 0
        for found in _FIELD.finditer(words):
            self._write_own(words[at : found.start()])
            value = self._value(found)
            if value is None:
                value = f"‹{FIELDS[_known(found[1])].gap}›"
            if value:
                self.parts.append(value)
                self.eats_blank, self.from_value = False, True
            at = found.end()
        self._write_own(words[at:])

    def _write_own(self, words: str) -> None:
        if words and self.eats_blank:
            words = words.removeprefix(" ")
        if words.startswith(".") and self.from_value and self.parts[-1].endswith(_ENDS):
            words = words[1:]
        if words:
            self.parts.append(words)
            self.eats_blank = self.from_value = False

    def _value(self, found: re.Match[str]) -> str | None:
        """Return what to write for a field, None for a value that is missing."""
        name = _known(found[1])
        if name not in FIELDS:
            return found[0]
        return self.values.get(name, "").strip() or found[2]
