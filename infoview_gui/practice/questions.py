"""The bank of questions, and the rules for the questions of one conversation.

Reads the bank from the file it is handed. Knows nothing of where it lies, of Qt or the database.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol, TypeVar

MOST_IN_15_MINUTES: Final = 8
STARTING_SIZE: Final = 7
STARTING_MUSTS: Final = 3


class Category(StrEnum):
    """What a question is about (PRODUCT.md, "The practice")."""

    INDUSTRY = "industry"
    COMPANY = "company"
    TRENDS = "trends"
    PRIORITIES = "priorities"
    JARGON = "jargon"
    ADVICE = "advice"
    RESOURCES = "resources"
    PEOPLE = "people"

    @property
    def label(self) -> str:
        """Return the word for people: "Advice"."""
        return self.value.capitalize()


# The order of a talk. Company comes last: those questions come from reading up on the firm.
_STARTING_ORDER: Final = (
    Category.INDUSTRY,
    Category.TRENDS,
    Category.PRIORITIES,
    Category.JARGON,
    Category.ADVICE,
    Category.RESOURCES,
    Category.COMPANY,
    Category.PEOPLE,
)


class QuestionsError(Exception):
    """The question bank cannot be read; the message says which file and why."""


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question of the bank; the one that is always on the list (``always``) is a must too."""

    text: str
    category: Category
    must: bool = False
    always: bool = False


class Tickable(Protocol):
    """What ``next_question`` must know of a question of a conversation."""

    @property
    def must(self) -> bool:
        """Say whether it must be asked."""

    @property
    def ticked(self) -> bool:
        """Say whether it was asked."""


TickableT = TypeVar("TickableT", bound=Tickable)


def load(path: Path) -> tuple[BankQuestion, ...]:
    """Read the bank: tables ``[[question]]`` with text, category, optional must and always.

    Raises QuestionsError when the file is missing, is no TOML, or does not hold such questions with
    exactly one that is always asked.
    """
    import tomllib  # noqa: PLC0415 - only the bank needs it, and a start needs no bank

    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise QuestionsError(f"The questions in {path.name} cannot be read: {error}") from error
    rows = content.get("question")
    if not isinstance(rows, list):
        raise QuestionsError(f"{path.name} holds no [[question]].")
    bank = tuple(_question(row, f"{path.name}, question {n}") for n, row in enumerate(rows, 1))
    if sum(question.always for question in bank) != 1:
        raise QuestionsError(f"{path.name}: exactly one question must be marked always = true.")
    return bank


def starting_set(bank: Sequence[BankQuestion]) -> tuple[BankQuestion, ...]:
    """Return the 7 questions of a new conversation: one a category, 3 musts, *who else* last.

    The question that is always asked is one of the three musts. A small bank gives fewer.
    """
    always = [question for question in bank if question.always]
    others = [question for question in bank if not question.always]
    musts = [question for question in others if question.must]
    wanted = musts[: max(0, STARTING_MUSTS - len(always))]
    for category in _STARTING_ORDER:
        fresh = all(question.category is not category for question in wanted)
        first = next((q for q in others if q.category is category and not q.must), None)
        if fresh and first is not None and len(wanted) + len(always) < STARTING_SIZE:
            wanted.append(first)
    wanted.sort(key=lambda question: _STARTING_ORDER.index(question.category))
    return (*wanted, *always)


def next_question(questions: Iterable[TickableT]) -> TickableT | None:
    """Return the question to ask next: the first must not ticked, else the first unticked."""
    open_questions = [question for question in questions if not question.ticked]
    musts = (question for question in open_questions if question.must)
    return next(musts, open_questions[0] if open_questions else None)


def most(minutes: int) -> int:
    """Return how many questions fit: 8 in 15 minutes, in proportion, at least one."""
    return max(1, MOST_IN_15_MINUTES * minutes // 15)


def too_many(count: int, minutes: int) -> bool:
    """Say whether so many questions do not fit into so many minutes."""
    return count > most(minutes)


def _question(row: object, where: str) -> BankQuestion:
    if not isinstance(row, dict):
        raise QuestionsError(f"{where}: not a table.")
    unknown = set(row) - {"text", "category", "must", "always"}
    if unknown:
        raise QuestionsError(f"{where}: unknown key {', '.join(sorted(map(str, unknown)))}.")
    text, category = row.get("text"), row.get("category")
    if not isinstance(text, str) or not text.strip():
        raise QuestionsError(f"{where}: text is missing.")
    if not isinstance(category, str) or category not in set(Category):
        raise QuestionsError(f"{where}: category must be one of {', '.join(Category)}.")
    always = _flag(row, "always", where)
    return BankQuestion(
        text.strip(), Category(category), _flag(row, "must", where) or always, always
    )


def _flag(row: dict[object, object], key: str, where: str) -> bool:
    value = row.get(key, False)
    if not isinstance(value, bool):
        raise QuestionsError(f"{where}: {key} must be true or false.")
    return value
