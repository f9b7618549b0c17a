"""Reads a text for the guard: its sentences, their words, and which of the words are meant.

Words come out in lower case, short forms written out (*I'd*, *dont*), fillers left out, compounds
such as *job market* as one word. What is denied, was already done, or is asked in general is
blanked. Knows the English of letters, not what asks for a job.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from infoview_gui.practice.guard.phrases import COMMA, END, START, Language, Ways
from infoview_gui.practice.guard.rules import DENIALS, DONE, OWN_CHOICES
from infoview_gui.practice.guard.words import (
    BREAKS,
    CLAUSE_OPENERS,
    COMPOUNDS,
    CONTRASTS,
    FILLERS,
    WORDS,
)

LANGUAGE: Final = Language(WORDS, BREAKS)

_BLANK: Final = "·"
_BREAK: Final = ";"
_ABBREVIATIONS: Final = ("mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "p.s", "vs", "c.v")
# What may end a sentence: its marks and a blank behind them, or a line that is not carried on.
_ENDING: Final = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s|$)|\n(?![^\S\n]*[a-zà-ÿ])")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'.&][^\W_]+)*|[,;:()–—]|(?<=\s)-(?=\s)")
_TYPOGRAPHIC: Final = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "\u2011": "-"})
_SHORT: Final = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "shan't": "shall not",
    "cant": "can not", "wont": "will not", "dont": "do not", "doesnt": "does not",
    "isnt": "is not", "arent": "are not", "didnt": "did not", "couldnt": "could not",
    "wouldnt": "would not", "im": "I am", "ive": "I have", "id": "I would", "youre": "you are",
    "youve": "you have", "theres": "there is", "whats": "what is", "u": "you", "ur": "your",
    "4": "for", "pls": "please", "plz": "please", "i": "I", "wanna": "want to",
    "gonna": "going to", "havent": "have not", "hasnt": "has not", "wasnt": "was not", "c.v": "cv",
    "p.s": "",
}  # fmt: skip
_ENDINGS: Final = {
    "n't": "not", "'d": "would", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will",
}  # fmt: skip
_LONGEST: Final = 300
"""Words of one sentence that are read; nobody writes longer ones."""
_WITH_IS: Final = frozenset(("there", "it", "that", "what", "here", "who", "how", "where"))
_COMPOUNDS: Final = {first: frozenset(rest.split()) for first, rest in COMPOUNDS.items()}
_FILLERS: Final = frozenset(FILLERS.split())
_OPENERS: Final = frozenset(CLAUSE_OPENERS.split())
_CONTRASTS: Final = frozenset(CONTRASTS.split())
_KNOWN: Final = LANGUAGE.known() | _FILLERS | _OPENERS


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence starts and ends, blanks around it left out."""
    start = 0
    for ending in _ENDING.finditer(text):
        if not _abbreviated(text, ending.start()):
            yield from _trimmed(text, start, ending.end())
            start = ending.end()
    yield from _trimmed(text, start, len(text))


def meant(sentence: str) -> list[str]:
    """Return the words of a sentence, with what is denied, done or general blanked."""
    words = _words(sentence)[:_LONGEST]
    for start, end in _clauses(words):
        behind = _blanked_from(words[start:end])
        if behind is not None:
            words[start + behind : end] = [_BLANK] * (end - start - behind)
    return [START, *words, END]


@cache
def _ways(what: str) -> Ways:
    said = {
        "not asked": (*DENIALS, *DONE),
        "own choices": OWN_CHOICES,
        "reader": ("YOU", "THERE"),
    }
    return LANGUAGE.ways(said[what])


def _abbreviated(text: str, at: int) -> bool:
    if text[at] != ".":
        return False
    before = text[max(0, at - 8) : at].split()
    return bool(before) and before[-1].lower().lstrip("(") in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inside = text[start:end]
    first = start + len(inside) - len(inside.lstrip())
    last = start + len(inside.rstrip())
    if first < last:
        yield first, last


def _words(sentence: str) -> list[str]:
    words: list[str] = []
    for number, found in enumerate(_WORD.findall(sentence.translate(_TYPOGRAPHIC))):
        for word in _written_out(found, first=number == 0):
            if words and word in _COMPOUNDS.get(words[-1], ()):
                words[-1] += f"-{word}"
            elif word not in _FILLERS:
                words.append(word)
    return words


def _written_out(found: str, *, first: bool) -> list[str]:
    low = found.lower()
    if low in _SHORT:
        return _SHORT[low].split()
    if not found[0].isalnum():
        return [COMMA if found == "," else _BREAK]
    for ending, word in _ENDINGS.items():
        if low.endswith(ending) and low != ending:
            stem = low.removesuffix(ending)
            return ["I" if stem == "i" else stem, word]
    stem = low.removesuffix("'s")
    if stem != low:
        return [stem, "is"] if stem in _WITH_IS else [stem]
    return [low if first or low in _KNOWN else found]


def _clauses(words: list[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, word in enumerate(words):
        follows = words[at + 1] if at + 1 < len(words) else ""
        if word in _CONTRASTS or (word in (COMMA, "and") and follows in _OPENERS):
            yield start, at
            start = at
    yield start, len(words)


def _blanked_from(clause: list[str]) -> int | None:
    behind = _ways("not asked").behind(clause)
    general = _ways("own choices").behind(clause)
    if general is not None and not _ways("reader").found(clause[general:]):
        behind = general if behind is None else min(behind, general)
    return behind
