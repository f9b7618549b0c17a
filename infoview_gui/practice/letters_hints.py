"""What is worth looking at in a letter before it goes: each hint says why, and what to do.

Rules (PRODUCT.md, "The practice"): connection first, phrased as a question, minutes and specific
times named, half of it about them, never asking for a job (``guard``, which marks a résumé too); a
thank-you names something they said. Only hints: the user decides. Knows no person and no window.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from infoview_gui.practice import guard
from infoview_gui.practice import letters_phrases as says
from infoview_gui.practice.guard.reading import sentences
from infoview_gui.practice.letters import Budgets, LetterKind
from infoview_gui.practice.letters_count import length, without_signature
from infoview_gui.practice.letters_merge import gaps, unknown_fields
from infoview_gui.practice.letters_thanks import Chip, woven
from infoview_gui.practice.letters_weaving import body

Span = tuple[int, int]


class HintKind(StrEnum):
    """What a hint is about."""

    JOB = "asks for a job"
    MISSING = "missing value"
    UNKNOWN = "unknown field"
    LONG = "too long"
    CONNECTION = "connection first"
    QUESTION = "phrased as a question"
    MINUTES = "minutes named"
    TIMES = "times named"
    ABOUT_THEM = "half of it about them"
    THEIR_WORDS = "names something they said"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to look at; ``start`` to ``end`` in the text, None where it is about the whole.

    ``offer`` is another wording for that place, "" where there is none; ``said`` are the words of a
    whole sentence that stands there.
    """

    kind: HintKind
    title: str
    why: str
    do: str
    start: int | None = None
    end: int | None = None
    offer: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it stands, and what is known about whom it goes to.

    ``names`` are words that speak of them: their names, their company, who introduced them.
    ``chips`` are what the notes of the talk offer.
    """

    kind: LetterKind
    text: str
    subject: str = ""
    signature: str = ""
    names: Sequence[str] = ()
    chips: Sequence[Chip] = ()
    budgets: Budgets = field(default_factory=Budgets)


_K: Final = LetterKind
_ASKS_FOR_TALK: Final = frozenset({_K.FIRST, _K.NOTE, _K.SECOND})


def hints(letter: Letter, *, guarded: bool = True) -> list[Hint]:
    """Return what is to be looked at, the pressing first, then in the order of the text.

    Without the guard's marks if not ``guarded``: it may have to learn first.
    """
    found = [hint for rule in _RULES if guarded or rule is not _job for hint in rule(letter)]
    return sorted(found, key=lambda hint: (hint.kind not in _PRESSING, hint.start or 0))


_PRESSING: Final = (HintKind.JOB, HintKind.MISSING, HintKind.UNKNOWN)
_Rule = Callable[[Letter], Iterator[Hint]]


def _job(letter: Letter) -> Iterator[Hint]:
    for marked in guard.find(letter.text):
        yield Hint(
            HintKind.JOB,
            "This asks for a job",
            marked.reason,
            "Ask for advice instead.",
            marked.start,
            marked.end,
            marked.offer,
            letter.text[marked.start : marked.end],
        )


def _missing(letter: Letter) -> Iterator[Hint]:
    why = "A letter with a gap shows that it was not written for them."
    for gap in gaps(letter.text):
        do = "Type it here, or take the sentence out."
        yield Hint(HintKind.MISSING, f"Missing: {gap.asks}", why, do, gap.start, gap.end)
    for gap in gaps(letter.subject):
        do = "Type it in the subject."
        yield Hint(HintKind.MISSING, f"Missing: {gap.asks}", why, do)


def _unknown(letter: Letter) -> Iterator[Hint]:
    for start, end in unknown_fields(letter.text):
        yield Hint(
            HintKind.UNKNOWN,
            f"Nothing is known as {letter.text[start:end]}",
            "What stands in braces in a template is filled only if it is one of its fields.",
            "Write here what you mean, or change the template.",
            start,
            end,
        )


def _long(letter: Letter) -> Iterator[Hint]:
    measured = length(letter.kind, letter.text, letter.signature, letter.budgets)
    if measured.over and measured.budget is not None:
        unit = measured.budget.unit if measured.over > 1 else measured.budget.unit.removesuffix("s")
        note = letter.kind is _K.NOTE
        yield Hint(
            HintKind.LONG,
            f"{measured.over:,} {unit} too long",
            "A longer note is not taken." if note else "A short message is read at once.",
            "Take out what can be said when you talk.",
        )


def _connection(letter: Letter) -> Iterator[Hint]:
    if letter.kind not in (_K.FIRST, _K.NOTE):
        return
    first = next(_said(letter), None)
    if first is None:
        return
    words = letter.text[slice(*first)]
    if not (says.connection(words) or gaps(words) or _names_in(letter, _without_greeting(words))):
        yield Hint(
            HintKind.CONNECTION,
            "Begin with the connection",
            "People answer someone they are linked to, however loosely.",
            "Say first who sent you, or where you came across them.",
            *first,
            said=words,
        )


def _question(letter: Letter) -> Iterator[Hint]:
    spans = list(_said(letter))
    if letter.kind.asks and spans and not any("?" in letter.text[a:b] for a, b in spans):
        yield Hint(
            HintKind.QUESTION,
            "Phrase it as a question",
            "A question can be answered; a statement is only read.",
            "End the sentence that asks with a question mark.",
        )


def _minutes(letter: Letter) -> Iterator[Hint]:
    if letter.kind in _ASKS_FOR_TALK and not says.minutes(letter.text):
        yield Hint(
            HintKind.MINUTES,
            "Say how many minutes",
            "It is easy to agree to something short whose end is known.",
            "Name the minutes, such as “fifteen minutes”.",
        )


def _times(letter: Letter) -> Iterator[Hint]:
    if letter.kind in (_K.FIRST, _K.SECOND) and not says.times(letter.text):
        yield Hint(
            HintKind.TIMES,
            "Offer specific times",
            "Choosing is easier than looking for a time, and saves a letter each way.",
            "Offer two or three times with their day.",
        )


def _about_them(letter: Letter) -> Iterator[Hint]:
    if letter.kind not in _ASKS_FOR_TALK:
        return
    said = [letter.text[start:end] for start, end in _said(letter)]
    theirs = [words for words in said if says.you(words) or _names_in(letter, words)]
    if said and 2 * len(theirs) < len(said):
        yield Hint(
            HintKind.ABOUT_THEM,
            "More about them",
            f"{len(theirs)} of {len(said)} sentences speak of them; half of it should.",
            "Say what it is about their work that you would like to hear of.",
        )


def _their_words(letter: Letter) -> Iterator[Hint]:
    if letter.kind is not _K.THANKS or not letter.text.strip():
        return
    if any(woven(chip, letter.text) for chip in letter.chips) or says.their_words(letter.text):
        return
    yield Hint(
        HintKind.THEIR_WORDS,
        "Name something they said",
        "Thanks that would fit anyone are forgotten.",
        "Take in one thing from your notes, and say how you will use it.",
    )


def _subject(letter: Letter) -> Iterator[Hint]:
    if letter.kind.has_subject and not letter.subject.strip():
        yield Hint(
            HintKind.SUBJECT,
            "No subject yet",
            "A letter without a subject looks like one sent to many.",
            "Say in a few words what it is about.",
        )


def _said(letter: Letter) -> Iterator[Span]:
    """Yield the sentences between greeting and closing."""
    whole = without_signature(letter.text, letter.signature)
    start, end = body(whole)
    for first, last in sentences(whole[:end]):
        if last > start:
            yield max(first, start), last


def _without_greeting(words: str) -> str:
    """A name behind "Dear" on the same line is no connection."""
    return words.partition(",")[2] if re.match(r"(?i)(?:dear|hello|hi)\b", words) else words


def _names_in(letter: Letter, words: str) -> bool:
    folded = words.casefold()
    return any(name.strip() and name.casefold() in folded for name in letter.names)


_RULES: Final[tuple[_Rule, ...]] = (
    _job,
    _missing,
    _unknown,
    _long,
    _connection,
    _question,
    _minutes,
    _times,
    _about_them,
    _their_words,
    _subject,
)
