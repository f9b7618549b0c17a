"""Which question was being asked when a line of the notes was begun, in words. Knows no widget."""

from collections.abc import Sequence

from infoview_gui.interchange.notes_markdown import Stretch
from infoview_gui.panes.interviews.line_looks import LineTimes
from infoview_gui.practice.asking import answered
from infoview_gui.services.records import ConversationRecord

_OUTSIDE = {"prep": "Before the conversation", "after": "After the conversation"}


def question_then(record: ConversationRecord, moment: int | None) -> str:
    """Return the question being asked at that moment, empty where none was."""
    ticks = [one.asked_at for one in record.questions]
    place = answered(record.events, ticks, moment)
    return "" if place is None else record.questions[place].text


def asked_then(record: ConversationRecord, moment: int, when: str) -> str:
    """Return "At 7:51 you had asked: …"; ``when`` is what the margin says of the moment."""
    if when in _OUTSIDE:
        return f"Written {'before' if when == 'prep' else 'after'} the conversation."
    asked = question_then(record, moment)
    if not asked:
        return f"At {when} no question was ticked yet."
    return f"At {when} you had asked: {asked}"


def stretches(
    record: ConversationRecord, texts: Sequence[str], moments: Sequence[int | None]
) -> list[Stretch]:
    """Return the lines under the questions they belong to, in the order of the notes.

    One stretch without a title where no line belongs to any question.
    """
    looks = LineTimes()
    looks.follow(record.events)
    found: list[tuple[str, list[tuple[str, str]]]] = []
    asked = [question_then(record, moment) for moment in moments]
    for text, moment, question in zip(texts, moments, asked, strict=False):
        when = looks.text(moment)
        title = question or _OUTSIDE.get(when, "Before the first question")
        title = title if any(asked) else ""
        if not found or (text.strip() and found[-1][0] != title):
            found.append((title, []))
        found[-1][1].append((when, text))
    return [Stretch(title, lines) for title, lines in found]
