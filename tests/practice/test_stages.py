"""The stage of a person follows from what happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.stages import Stage, StageFact, stage

ASKED, ANSWERED = StageFact(Stage.ASKED, 10), StageFact(Stage.ANSWERED, 20)
SCHEDULED, TALKED = StageFact(Stage.SCHEDULED, 30), StageFact(Stage.TALKED, 40)


def by_hand(value: Stage, at: int) -> StageFact:
    return StageFact(value, at, by_hand=True)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([], Stage.KNOWN),
        ([ASKED], Stage.ASKED),
        ([TALKED, ASKED, SCHEDULED], Stage.TALKED),
        ([TALKED, StageFact(Stage.SCHEDULED, 50)], Stage.SCHEDULED),  # a second talk is agreed
        ([TALKED, StageFact(Stage.THANKED, 40)], Stage.THANKED),
        ([ASKED, by_hand(Stage.TALKED, 15)], Stage.TALKED),
        ([by_hand(Stage.NOT_NOW, 15), ASKED], Stage.NOT_NOW),
        ([by_hand(Stage.NOT_NOW, 15), ANSWERED], Stage.ANSWERED),
        ([SCHEDULED, by_hand(Stage.DO_NOT_CONTACT, 35), TALKED], Stage.DO_NOT_CONTACT),
        ([by_hand(Stage.DO_NOT_CONTACT, 5), by_hand(Stage.KNOWN, 6)], Stage.KNOWN),
        ([by_hand(Stage.DO_NOT_CONTACT, 5), by_hand(Stage.KNOWN, 6), ASKED], Stage.ASKED),
        ([by_hand(Stage.DO_NOT_CONTACT, 5), by_hand(Stage.KNOWN, 5)], Stage.DO_NOT_CONTACT),
        ([by_hand(Stage.KNOWN, 90), TALKED], Stage.KNOWN),
    ],
)
def test_stage(facts: list[StageFact], expected: Stage) -> None:
    assert stage(facts) is expected
    assert stage(reversed(facts)) is expected


def test_words_and_order() -> None:
    assert [one.order for one in Stage] == list(range(9))
    assert Stage.DO_NOT_CONTACT.label == "Do not contact"
    assert Stage("in touch") is Stage.IN_TOUCH


facts = st.lists(st.builds(StageFact, st.sampled_from(Stage), st.integers(0, 9), st.booleans()))


@given(facts, st.sampled_from(Stage))
def test_set_by_hand_now_is_what_it_is(before: list[StageFact], wanted: Stage) -> None:
    assert stage([*before, by_hand(wanted, 10)]) is wanted


@given(facts, st.sampled_from(Stage))
def test_what_happens_is_the_stage_unless_contact_is_unwanted(
    before: list[StageFact], happened: Stage
) -> None:
    after = stage([*before, StageFact(happened, 10)])
    forbidden = stage(before) is Stage.DO_NOT_CONTACT
    assert after is (Stage.DO_NOT_CONTACT if forbidden else happened)
