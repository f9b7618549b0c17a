"""Messages sent and answers received, as facts; what they make of a person's stage. Pure.

Only messages that ask for something wait for an answer. Thanks, news and a confirmation ask for
nothing, so silence after them means nothing. Moments are ms since 1970 UTC.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.stages import Stage, StageFact, stage

APPROACHES: Final = frozenset({LetterKind.FIRST, LetterKind.NOTE})
"""With one of these somebody is asked for the first time."""
ASKS_TO_TALK: Final = APPROACHES | {LetterKind.SECOND}
_OPEN: Final = frozenset({Stage.KNOWN, Stage.ASKED, Stage.ANSWERED, Stage.NOT_NOW})
_MET: Final = frozenset({Stage.THANKED, Stage.IN_TOUCH})


class Message(NamedTuple):
    """A message that was sent; ``about_id`` is whom an introducer is told of, if it says."""

    id: int
    person_id: int
    kind: LetterKind
    at: int
    about_id: int | None = None


class Contact(NamedTuple):
    """Something else between the user and a person: their answer, or a call noted by hand."""

    person_id: int
    at: int
    is_answer: bool = False


def stage_facts(
    messages: Iterable[Message], contacts: Iterable[Contact], others: Iterable[StageFact]
) -> list[StageFact]:
    """Return all facts of one person's stage: ``others`` and those of the correspondence.

    Asked by a message that asks for a conversation; answered by an answer to it. An answer to
    anything later is no step back: after the thanks it means, as any contact does, in touch.
    """
    facts = list(others)
    for at, moved in sorted([*_moves(messages), *((one.at, _of(one)) for one in contacts)]):
        earlier = [fact for fact in facts if fact.at <= at]
        reached = _reached(moved, stage(earlier))
        if reached is not None:
            facts.append(StageFact(reached, at))
    return facts


def _moves(messages: Iterable[Message]) -> Iterator[tuple[int, str]]:
    for message in messages:
        if message.kind in ASKS_TO_TALK:
            yield message.at, "asked"
        # The thanks themselves belong to the conversation, which says when it was thanked for.
        elif message.kind not in (LetterKind.CONFIRMATION, LetterKind.THANKS):
            yield message.at, "contact"


def _of(contact: Contact) -> str:
    return "answer" if contact.is_answer else "contact"


def _reached(moved: str, before: Stage) -> Stage | None:
    if moved == "asked":
        return Stage.ASKED
    if before in _MET:
        return Stage.IN_TOUCH
    return Stage.ANSWERED if moved == "answer" and before in _OPEN else None
