"""The marks with which a line of the notes is captured: insight, term, person, opening, to do.

Rule (PRODUCT.md, "The conversation"): a mark is the first character of a line, then a space, then a
letter; a term also needs its colon. Knows nothing of documents or of what becomes of a mark later.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from infoview_gui.practice.due_dates import find_due


class MarkKind(StrEnum):
    """What a marked line is."""

    INSIGHT = "insight"
    TERM = "term"
    PERSON = "person"
    OPENING = "opening"
    TODO = "todo"

    @property
    def label(self) -> str:
        """Return the word for people: "insight", "to do"."""
        return "to do" if self is MarkKind.TODO else self.value

    @property
    def sign(self) -> str:
        """Return the character that begins such a line."""
        return SIGNS[self]


SIGNS: Final = {
    MarkKind.INSIGHT: "!",
    MarkKind.TERM: "~",
    MarkKind.PERSON: "@",
    MarkKind.OPENING: "+",
    MarkKind.TODO: "-",
}
ALL_MARKS: Final = frozenset(MarkKind)
_KIND_OF: Final = {sign: kind for kind, sign in SIGNS.items()}

# A colon in a time or a ratio ("9:30") or an address ("https://") ends no term.
_COLON: Final = re.compile(r"(?<!\d):(?!//)|:(?!\d|//)|：")
_COMMA: Final = re.compile(r"[,，]")


@dataclass(frozen=True, slots=True)
class Mark:
    """One captured line.

    ``head_start`` to ``head_end`` is the part painted bold (code points; see ``utf16_span``).
    ``text`` is the line without its sign. ``subject`` is the term, the person, the company, or
    what was learned or promised; ``role`` belongs to an opening; ``detail`` is the meaning, what
    they do, or the rest of an opening; ``due`` the words of a to do that name its day ("Friday").
    """

    kind: MarkKind
    head_start: int
    head_end: int
    text: str
    subject: str
    role: str = ""
    detail: str = ""
    due: str = ""


def parse(line: str, enabled: frozenset[MarkKind] = ALL_MARKS) -> Mark | None:
    """Return the mark that the line carries, or None for a plain line. Never raises."""
    kind = _KIND_OF.get(line[:1])
    if kind is None or kind not in enabled or line[1:2] != " " or not line[2:3].isalpha():
        return None
    if kind is MarkKind.INSIGHT:
        return Mark(kind, 0, 1, line[2:].rstrip(), line[2:].rstrip())
    if kind is MarkKind.TODO:
        return _todo(line)
    return _term(line) if kind is MarkKind.TERM else _named(kind, line)


def enabled_marks(off: Collection[str]) -> frozenset[MarkKind]:
    """Return the marks that are on; ``off`` are names of marks, as the settings keep them."""
    return frozenset(kind for kind in MarkKind if kind not in off)


def counts(lines: Iterable[str], enabled: frozenset[MarkKind] = ALL_MARKS) -> dict[MarkKind, int]:
    """Count the marked lines; every kind has its number, 0 included."""
    found = dict.fromkeys(MarkKind, 0)
    for line in lines:
        mark = parse(line, enabled)
        if mark is not None:
            found[mark.kind] += 1
    return found


def utf16_span(line: str, start: int, end: int) -> tuple[int, int]:
    """Turn two offsets in code points into UTF-16 units, in which Qt counts."""
    return _units(line[:start]), _units(line[:end])


def _units(text: str) -> int:
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def _todo(line: str) -> Mark:
    """Return a to do; its day is taken out of ``subject`` unless nothing else would be left."""
    text = line[2:].rstrip()
    found = find_due(text)
    subject = "" if found is None else (text[: found.start] + text[found.end :]).strip()
    if found is None or not subject:
        return Mark(MarkKind.TODO, 0, 2, text, text)
    return Mark(MarkKind.TODO, 0, 2, text, subject, due=found.words)


def _term(line: str) -> Mark | None:
    colon = _COLON.search(line, 3)
    if colon is None:
        return None
    end, detail = _trimmed(line, colon.start()), line[colon.end() :].strip()
    return Mark(MarkKind.TERM, 0, end, line[2:].rstrip(), line[2:end], detail=detail)


def _named(kind: MarkKind, line: str) -> Mark:
    """Return a person (bold up to the first comma) or an opening (up to the second)."""
    commas = [comma.start() for comma in _COMMA.finditer(line)]
    parts = 2 if kind is MarkKind.OPENING else 1
    head_end = commas[parts - 1] if len(commas) >= parts else len(line)
    subject_end = commas[0] if commas else len(line)
    return Mark(
        kind,
        0,
        _trimmed(line, head_end),
        line[2:].rstrip(),
        line[2:subject_end].rstrip(),
        role=line[subject_end + 1 : head_end].strip(),
        detail=line[head_end + 1 :].strip(),
    )


def _trimmed(line: str, end: int) -> int:
    return len(line[:end].rstrip())
