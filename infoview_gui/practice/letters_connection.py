"""The first sentence of a first message: the connection to whom it is written to.

Rule (PRODUCT.md): people come from five channels, an introduction is the sixth and the best; a
first message says the connection first. Knows no person.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Source:
    """How they were found: a channel by its stored name, and what is known about it.

    ``detail`` is the event, the association or the tool as the user wrote it.
    """

    channel: str
    introducer: str = ""
    company: str = ""
    detail: str = ""


def connection(source: Source) -> str:
    """Return the sentence, or "" where too little is known for a true one: it is then asked for."""
    if source.introducer.strip():
        return f"{source.introducer.strip()} suggested that I write to you."
    write = _SENTENCES.get(source.channel)
    return "" if write is None else write(source)


def _website(source: Source) -> str:
    company = source.company.strip()
    return f"I came across your name on the website of {company}." if company else ""


def _event(source: Source) -> str:
    return f"We met at {source.detail.strip()}." if source.detail.strip() else ""


def _association(source: Source) -> str:
    detail = source.detail.strip()
    return f"We are both members of {detail}." if detail else ""


def _social(source: Source) -> str:
    where = source.detail.strip()
    return f"I came across your profile on {where}." if where else ""


_SENTENCES: Final[Mapping[str, Callable[[Source], str]]] = {
    "website": _website,
    "event": _event,
    "association": _association,
    "social": _social,
}
