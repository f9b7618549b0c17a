"""Marks sentences that ask for a job, says why, and offers a wording that asks for advice.

Rule (PRODUCT.md): ask for advice, not for a job. Talking about jobs, openings, hiring or one's own
search is fine, and so is saying that one is not asking. Local and explainable: the common ways of
asking are ``rules``, each with its reason; for the others ``likeness`` says which words sound like
asking.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from infoview_gui.practice.guard.ask import HIRING, PATHS, Ask
from infoview_gui.practice.guard.likeness import known_likeness
from infoview_gui.practice.guard.phrases import Ways
from infoview_gui.practice.guard.reading import LANGUAGE, meant, sentences
from infoview_gui.practice.guard.rules import RULES

_REMEMBERED: Final = 512
"""Sentences whose answer is kept, so that typing in one does not read the others again."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence that asks for a job: ``start`` to ``end`` in the text, why, and what to say."""

    start: int
    end: int
    reason: str
    offer: str


def find(text: str) -> list[Marked]:
    """Return the sentences that ask for a job, in order. Never raises."""
    return list(_marked(text))


def asks(text: str) -> bool:
    """Whether any sentence of the text asks for a job."""
    return next(_marked(text), None) is not None


def prepare() -> None:
    """Learn, and read the rules, ahead of the first sentence: half a second, on any thread."""
    _searched()
    known_likeness()  # last: ``is_prepared`` asks for it


def is_prepared() -> bool:
    """Whether the next sentence waits for nothing."""
    return known_likeness.cache_info().currsize > 0


def _marked(text: str) -> Iterator[Marked]:
    for start, end in sentences(text):
        found = _asked(text[start:end])
        if found is not None:
            yield Marked(start, end, found.reason, found.offer)


@lru_cache(maxsize=_REMEMBERED)
def _asked(sentence: str) -> Ask | None:
    words = meant(sentence)
    if known_likeness().speaks_against(words):
        return None  # even where a rule holds: it knows fewer words than all of them together
    return _rule(words) or _sounding(words, sentence)


def _rule(words: list[str]) -> Ask | None:
    searched = _searched()
    said = searched.ways.said(words)
    for number in sorted({searched.rule_of[way] for way in said}):
        also, unless = searched.conditions[number]
        if (also is None or also.found(words)) and not unless.found(words):
            return RULES[number]
    return None


def _sounding(words: list[str], sentence: str) -> Ask | None:
    if not known_likeness().sounds_like_asking(words):
        return None
    telling = known_likeness().telling(words)
    quoted = f": “{telling}”" if telling in sentence else ""
    return Ask(f"This sounds like asking for a job{quoted}. {HIRING}", PATHS, ways=())


@dataclass(frozen=True, slots=True)
class _Searched:
    """The ways of all rules as one search, the rule of each way, and what each rule depends on."""

    ways: Ways
    rule_of: tuple[int, ...]
    conditions: tuple[tuple[Ways | None, Ways], ...]


@cache
def _searched() -> _Searched:
    read = LANGUAGE.ways
    return _Searched(
        read(way for rule in RULES for way in rule.ways),
        tuple(number for number, rule in enumerate(RULES) for _ in rule.ways),
        tuple((read(rule.also) if rule.also else None, read(rule.unless)) for rule in RULES),
    )
