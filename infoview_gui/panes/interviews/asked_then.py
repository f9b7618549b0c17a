"""Which question was being asked when a line of the notes was begun, in words. Knows no widget."""

from collections.abc import Sequence

from infoview_gui.services.records import QuestionRecord


def asked_then(questions: Sequence[QuestionRecord], moment: int, when: str) -> str:
    """Return "At 7:51 you had asked: …"; ``when`` is what the margin says of the moment."""
    if when in {"prep", "after"}:
        return f"Written {'before' if when == 'prep' else 'after'} the conversation."
    asked = [(question.asked_at, question) for question in questions if question.asked_at]
    before = [found for found in asked if found[0] <= moment]
    if not before:
        return f"At {when} no question was ticked yet."
    return f"At {when} you had asked: {max(before, key=lambda found: found[0])[1].text}"
