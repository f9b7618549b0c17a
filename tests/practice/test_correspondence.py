"""Which stage follows from what was written and answered."""

import pytest

from infoview_gui.practice.correspondence import Contact, Message, stage_facts
from infoview_gui.practice.letters import LetterKind
from infoview_gui.practice.stages import Stage, StageFact, stage


def sent(kind: LetterKind, at: int) -> Message:
    return Message(at, 7, kind, at)


FIRST, SECOND = sent(LetterKind.FIRST, 10), sent(LetterKind.SECOND, 20)
ANSWER, CALL = Contact(7, 30, is_answer=True), Contact(7, 30)
SCHEDULED, TALKED = StageFact(Stage.SCHEDULED, 22), StageFact(Stage.TALKED, 24)
THANKED = StageFact(Stage.THANKED, 25)
PUT_OFF = StageFact(Stage.NOT_NOW, 20, by_hand=True)
NO_CONTACT = StageFact(Stage.DO_NOT_CONTACT, 5, by_hand=True)


@pytest.mark.parametrize(
    ("messages", "contacts", "others", "expected"),
    [
        ([], [], [], Stage.KNOWN),
        ([FIRST], [], [], Stage.ASKED),
        ([sent(LetterKind.NOTE, 10)], [], [], Stage.ASKED),
        ([FIRST, SECOND], [], [], Stage.ASKED),
        ([FIRST], [ANSWER], [], Stage.ANSWERED),
        ([], [ANSWER], [], Stage.ANSWERED),  # they wrote first
        ([SECOND, FIRST], [Contact(7, 15, is_answer=True)], [], Stage.ASKED),
        ([FIRST], [CALL], [], Stage.ASKED),
        ([FIRST], [ANSWER], [PUT_OFF], Stage.ANSWERED),
        (
            [FIRST],
            [ANSWER],
            [NO_CONTACT],
            Stage.DO_NOT_CONTACT,
        ),
        ([FIRST], [ANSWER], [SCHEDULED], Stage.SCHEDULED),  # "see you on Thursday"
        ([FIRST], [ANSWER], [SCHEDULED, TALKED], Stage.TALKED),
        ([sent(LetterKind.CONFIRMATION, 23)], [], [SCHEDULED], Stage.SCHEDULED),
        ([sent(LetterKind.THANKS, 25)], [], [TALKED, THANKED], Stage.THANKED),
        ([], [ANSWER], [TALKED, THANKED], Stage.IN_TOUCH),
        ([], [CALL], [TALKED, THANKED], Stage.IN_TOUCH),
        ([sent(LetterKind.NEWS, 40)], [], [TALKED, THANKED], Stage.IN_TOUCH),
        ([sent(LetterKind.INTRODUCTION, 40)], [], [TALKED, THANKED], Stage.IN_TOUCH),
        ([sent(LetterKind.INTRODUCER, 40)], [], [TALKED, THANKED], Stage.IN_TOUCH),
        ([sent(LetterKind.NEWS, 40)], [], [TALKED], Stage.TALKED),  # thanks are still owed
        ([sent(LetterKind.NEWS, 5)], [], [], Stage.KNOWN),
        ([sent(LetterKind.FIRST, 40)], [], [TALKED, THANKED], Stage.ASKED),  # for another talk
    ],
)
def test_stage(
    messages: list[Message], contacts: list[Contact], others: list[StageFact], expected: Stage
) -> None:
    assert stage(stage_facts(messages, contacts, others)) is expected
    assert stage(stage_facts(messages[::-1], contacts, others[::-1])) is expected
