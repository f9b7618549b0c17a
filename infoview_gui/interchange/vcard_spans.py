"""Where in a file each card begins and ends, cards within cards included. Linear, no recursion."""

from __future__ import annotations

from dataclasses import dataclass, field

from infoview_gui.interchange.content_lines import is_begin, is_end

_FIRST_LETTERS = "BbEeAa\ufeff"
_LONGEST = 60
_BLANK = "\ufeff \t\r"


@dataclass(slots=True)
class Span:
    """Physical lines of one card: from BEGIN to END, both included when closed."""

    first: int
    last: int
    closed: bool
    nested: list[tuple[int, int]] = field(default_factory=list)
    """Cards within it (AGENT of 2.1): first line and the line after the last."""


def card_spans(lines: list[str]) -> list[Span]:
    """Find the cards; one that is cut off ends where the next begins."""
    finder = _Finder()
    for at, line in enumerate(lines):
        # Quick looks: nearly every line is neither the begin nor the end of a card.
        if (
            line[:1] in _FIRST_LETTERS
            and len(line) <= _LONGEST
            and line.rstrip(_BLANK)[-1:] in "dD"
        ):
            finder.look(lines, at, line)
    finder.close(len(lines), closed=False)
    return finder.spans


class _Finder:
    """Where the search stands: the card that is open and the cards open within it."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self._open: Span | None = None
        self._inner: list[int] = []

    def look(self, lines: list[str], at: int, line: str) -> None:
        """Take notice of a line that may begin or end a card."""
        if is_begin(line):
            self._begin(lines, at)
        elif self._open is None:
            return
        elif _begins_agent(line):
            self._inner.append(at + 1)
        elif is_end(line):
            self._end(at)

    def _begin(self, lines: list[str], at: int) -> None:
        if self._open is not None and _after_agent(lines, at):
            self._inner.append(at)
            return
        self.close(at, closed=False)
        self._open = Span(at, at, closed=False)

    def _end(self, at: int) -> None:
        if not self._inner:
            self.close(at + 1, closed=True)
            return
        begin = self._inner.pop()
        if not self._inner and self._open is not None:
            self._open.nested.append((begin, at + 1))

    def close(self, last: int, *, closed: bool) -> None:
        """End the open card, if there is one, before the line `last`."""
        span = self._open
        if span is None:
            return
        span.last, span.closed = last, closed
        if self._inner:
            span.nested.append((self._inner[0], last))
        self.spans.append(span)
        self._open, self._inner = None, []


def _begins_agent(line: str) -> bool:
    """Tell whether a line holds AGENT and, unescaped, the BEGIN of the card within."""
    head, _, rest = line.partition(":")
    return head[:5].upper() == "AGENT" and is_begin(rest)


def _after_agent(lines: list[str], at: int) -> bool:
    before = at - 1
    while before >= 0 and not lines[before].strip():
        before -= 1
    head = lines[before].strip().upper()
    return head.endswith(":") and head.rpartition(".")[2].startswith("AGENT")
