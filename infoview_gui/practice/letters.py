"""The kinds of letters, the fields a template may name, and how long each kind may be.

Rules (PRODUCT.md, "The practice"): a first message at most 100 words, a LinkedIn note 300
characters, 200 on free accounts. Knows no template, no person and no window.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FIRST_WORDS: Final = 100
NOTE_CHARACTERS: Final = 300
NOTE_CHARACTERS_FREE: Final = 200


class LetterKind(StrEnum):
    """What a letter is for; the values are those of the templates' headers."""

    FIRST = "first message"
    NOTE = "linkedin note"
    SECOND = "second message"
    CONFIRMATION = "confirmation"
    THANKS = "thank-you"
    NEWS = "news"
    INTRODUCTION = "introduction"
    INTRODUCER = "introducer"

    @property
    def label(self) -> str:
        """Return the words for people: "LinkedIn note"."""
        return _LABELS[self]

    @property
    def has_subject(self) -> bool:
        """Whether it goes out under a subject; a note in a social network does not."""
        return self is not LetterKind.NOTE

    @property
    def asks(self) -> bool:
        """Whether it asks for a talk or a favour, and so is phrased as a question."""
        return self in ASKING


ASKING: Final = frozenset(
    {LetterKind.FIRST, LetterKind.NOTE, LetterKind.SECOND, LetterKind.INTRODUCTION}
)
_LABELS: Final = {
    LetterKind.FIRST: "First message",
    LetterKind.NOTE: "LinkedIn note",
    LetterKind.SECOND: "Second message",
    LetterKind.CONFIRMATION: "Confirmation",
    LetterKind.THANKS: "Thank-you",
    LetterKind.NEWS: "News",
    LetterKind.INTRODUCTION: "Asking for an introduction",
    LetterKind.INTRODUCER: "Telling the introducer",
}


@dataclass(frozen=True, slots=True)
class Field:
    """Something a template may name: ``gap`` is asked for in its place, ``sample`` shows it.

    ``formerly`` is how it was asked for in letters that may still be drafts.
    """

    name: str
    gap: str
    sample: str
    formerly: str = ""


FIELDS: Final[Mapping[str, Field]] = {
    one.name: one
    for one in (
        Field("first name", "their first name", "Amara"),
        Field("name", "their name", "Amara Okafor"),
        Field("company", "their company", "Northwind"),
        Field("role", "what they do", "Head of Grid Analytics"),
        Field("connection", "how you came to write to them", "Lena Ek sent me to you."),
        Field("introducer", "who introduced you", "Lena Ek"),
        Field("minutes", "how many", "fifteen"),
        Field("times", "when you could talk", "Tuesday 24 November 15:00 or Wednesday 9:30"),
        Field("times in lines", "when you could talk", "– Tuesday 24 November 15:00"),
        Field("goal", "what you want to learn", "How do planners choose their tools?"),
        Field("first asked", "when you first wrote", "12 November"),
        Field("when", "when you will talk", "tomorrow, Tuesday 24 November, at 15:00"),
        Field("place", "where or how", "https://meet.example/amara"),
        Field("phone", "which number you will call", "+44 20 7946 0018"),
        Field("day", "when you talked", "this morning"),
        Field("extra minutes", "how many minutes more", "three minutes"),
        Field(
            "insights",
            "something they said, and how you will use it",
            "I keep coming back to what you said: forecasts are bought by traders.",
        ),
        Field("promises", "what you promised", "As promised, I will send you the notebook."),
        Field("people named", "whom they named", "I will write to Lena Castellanos this week."),
        Field("advice", "what they advised", "Read the market rules first"),
        Field(
            "news",
            "what there is to tell",
            "I read them, and now the tariffs make sense",
            formerly="what became of it",
        ),
        Field("learned", "what you learned", "Planners choose what their neighbours use"),
        Field("other name", "the other person", "Lena Castellanos"),
        Field("other company", "their company", "Northwind"),
        Field("day named", "when they named them", "on Tuesday 24 November"),
        Field("talked", "that you talked", "we talked on Tuesday 24 November"),
        Field("own name", "your name", "Marta Vidal"),
        Field("signature", "your name", "Marta Vidal"),
    )
}
"""Everything that may stand between braces, in the order in which it is listed."""

LEAST: Final[Mapping[LetterKind, frozenset[str]]] = {
    LetterKind.FIRST: frozenset({"first name", "connection", "minutes", "times", "signature"}),
    LetterKind.NOTE: frozenset({"first name", "connection", "minutes", "own name"}),
    LetterKind.SECOND: frozenset({"first name", "minutes", "times", "signature"}),
    LetterKind.CONFIRMATION: frozenset({"first name", "when", "minutes", "signature"}),
    LetterKind.THANKS: frozenset({"first name", "insights", "signature"}),
    LetterKind.NEWS: frozenset({"first name", "news", "signature"}),
    LetterKind.INTRODUCTION: frozenset({"first name", "other name", "signature"}),
    LetterKind.INTRODUCER: frozenset({"first name", "other name", "signature"}),
}
"""The fields without which such a letter says nothing; every other one may be missing."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How long a letter may be: so many words, or so many characters."""

    most: int
    unit: str = "words"


@dataclass(frozen=True, slots=True)
class Budgets:
    """What the user has set."""

    first_words: int = FIRST_WORDS
    second_words: int = FIRST_WORDS
    note_characters: int = NOTE_CHARACTERS

    def of(self, kind: LetterKind) -> Budget | None:
        """Return how long a kind may be, None where nothing is set."""
        if kind is LetterKind.NOTE:
            return Budget(self.note_characters, "characters")
        words = {LetterKind.FIRST: self.first_words, LetterKind.SECOND: self.second_words}
        return Budget(words[kind]) if kind in words else None
