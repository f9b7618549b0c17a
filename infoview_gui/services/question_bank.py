"""The bank of questions with the user's own, how often each was asked, and who answered it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infoview_gui.practice.questions import BankQuestion, Category
from infoview_gui.services.drafts import InvalidDraft
from infoview_gui.store.models import OwnQuestion
from infoview_gui.store.store import Store

_ASKED = """
SELECT text, count(*), max(asked_at) FROM question WHERE asked_at IS NOT NULL GROUP BY text
"""
_ANSWERED = """
SELECT DISTINCT question.text, other.id = mine.id
FROM participant here
JOIN person mine ON mine.id = here.person_id
JOIN person other ON other.id = mine.id OR other.employer_id = mine.employer_id
JOIN participant there ON there.person_id = other.id AND there.conversation_id != ?1
JOIN question ON question.conversation_id = there.conversation_id
WHERE here.conversation_id = ?1 AND question.asked_at IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question of the bank: ``own_id`` if the user added it, and what became of it so far.

    ``answered_by`` is "person" or "employer" when somebody of this conversation, or of their
    employer, was asked it before.
    """

    question: BankQuestion
    own_id: int | None = None
    asked: int = 0
    last_asked_at: int | None = None
    answered_by: str = ""


class QuestionBank:
    """The verbs for the bank."""

    def __init__(
        self, store: Store, clock: Callable[[], int], bank: Sequence[BankQuestion]
    ) -> None:
        self._store = store
        self._clock = clock
        self._bank = tuple(bank)

    def entries(self, conversation_id: int | None = None) -> list[Entry]:
        """Return own questions first, then the bank's, with what is known for a conversation."""
        connection = self._store.connection()
        asked = {text: (count, last) for text, count, last in connection.execute(_ASKED)}
        answered = self._answered(conversation_id)
        own = [
            (row.id, BankQuestion(row.text, Category(row.category)))
            for row in OwnQuestion.select().order_by(OwnQuestion.id)
        ]
        every = [*own, *((None, question) for question in self._bank)]
        return [
            Entry(
                question,
                own_id,
                *asked.get(question.text, (0, None)),
                answered.get(question.text, ""),
            )
            for own_id, question in every
        ]

    def answered(self, conversation_id: int) -> dict[str, str]:
        """Return the questions that "person" or "employer" answered in other conversations."""
        return self._answered(conversation_id)

    def add(self, text: str, category: Category) -> int:
        """Add a question of one's own and return its id; raises InvalidDraft."""
        text = self._checked(text)

        def work() -> int:
            row = OwnQuestion.create(text=text, category=category.value, created_at=self._clock())
            return int(row.id)

        return self._store.change("Add a question to the bank", work)

    def change(self, own_id: int, text: str, category: Category) -> None:
        """Change a question of one's own; raises InvalidDraft."""
        text = self._checked(text, own_id)
        values = {"text": text, "category": category.value}
        mine = OwnQuestion.id == own_id
        self._store.change(
            "Change a question of the bank",
            lambda: OwnQuestion.update(**values).where(mine).execute(),
        )

    def remove(self, own_id: int) -> None:
        """Take a question of one's own out of the bank; where it is prepared it stays."""
        mine = OwnQuestion.id == own_id
        self._store.change(
            "Remove a question from the bank", lambda: OwnQuestion.delete().where(mine).execute()
        )

    def _answered(self, conversation_id: int | None) -> dict[str, str]:
        if conversation_id is None:
            return {}
        found: dict[str, str] = {}
        rows = self._store.connection().execute(_ANSWERED, (conversation_id,))
        for text, by_person in rows:
            if by_person or text not in found:
                found[text] = "person" if by_person else "employer"
        return found

    def _checked(self, text: str, but: int | None = None) -> str:
        text = " ".join(text.split())
        if not text:
            message = "A question needs words."
            raise InvalidDraft(message)
        known = OwnQuestion.get_or_none(OwnQuestion.text == text)
        in_bank = any(question.text == text for question in self._bank)
        if in_bank or (known is not None and known.id != but):
            message = "This question is in the bank already."
            raise InvalidDraft(message)
        return text
