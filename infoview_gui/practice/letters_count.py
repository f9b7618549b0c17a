"""How long a letter is, as the practice counts: words without the signature, or characters."""

from dataclasses import dataclass

from infoview_gui.practice.letters import Budget, Budgets, LetterKind


@dataclass(frozen=True, slots=True)
class Length:
    """What was counted, and how much of it there may be (None: any)."""

    words: int
    characters: int
    budget: Budget | None

    @property
    def counted(self) -> int:
        """The number that the budget is about."""
        by_characters = self.budget is not None and self.budget.unit == "characters"
        return self.characters if by_characters else self.words

    @property
    def over(self) -> int:
        """By how much it is too long; 0 where it is not."""
        return 0 if self.budget is None else max(0, self.counted - self.budget.most)

    @property
    def said(self) -> str:
        """Return "80 of 100 words", "80 words" or "1 word"."""
        if self.budget is not None:
            return f"{self.counted:,} of {self.budget.most:,} {self.budget.unit}"
        return f"{self.words:,} {'word' if self.words == 1 else 'words'}"


def words_in(text: str) -> int:
    """Count the words: what stands between blanks and has a letter or a digit in it."""
    return sum(any(map(str.isalnum, part)) for part in text.split())


def characters_in(text: str) -> int:
    """Count characters as the fields of web sites do: UTF-16 units, line breaks as one."""
    text = text.strip().replace("\r\n", "\n")
    return len(text) + sum(character > "\uffff" for character in text)


def without_signature(text: str, signature: str) -> str:
    """Return the letter without the signature at its end, if it stands there."""
    text, signature = text.rstrip(), signature.strip()
    if not signature or not text.endswith(signature):
        return text
    # The end of a longer word is no signature.
    before = text[: len(text) - len(signature)]
    return text if before and not before[-1].isspace() else before.rstrip()


def length(
    kind: LetterKind, text: str, signature: str = "", budgets: Budgets | None = None
) -> Length:
    """Measure a letter; its characters count as a whole, its words without the signature."""
    budget = (budgets or Budgets()).of(kind)
    return Length(words_in(without_signature(text, signature)), characters_in(text), budget)
