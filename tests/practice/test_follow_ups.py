"""The next step with a person, and its words."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.follow_ups import (
    NextStep,
    Status,
    StepKind,
    Talk,
    next_step,
    words,
)
from infoview_gui.practice.stages import Stage
from infoview_gui.practice.workdays import midday

HOUR = 3_600_000
MINUTE = 60_000
VIENNA = ZoneInfo("Europe/Vienna")


def at(text: str) -> int:
    """Turn "2026-11-23 14:30" in Vienna into a moment."""
    local = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=VIENNA)
    return round(local.astimezone(UTC).timestamp() * 1000)


NOW = at("2026-11-23 13:48")  # a Monday, as in the pictures
PLANNED = Talk(1, (7,), at("2026-11-23 14:30"), 15, Status.PLANNED)
DONE = Talk(2, (8, 9), at("2026-11-23 10:00"), 15, Status.DONE, at("2026-11-23 10:15"))
END = at("2026-11-23 10:15")


THANK = NextStep(StepKind.THANK, END + 24 * HOUR)
TALK = NextStep(StepKind.CONVERSATION, PLANNED.starts_at)


@pytest.mark.parametrize(
    ("talks", "stage", "expected"),
    [
        ([], Stage.KNOWN, None),
        ([], Stage.ANSWERED, NextStep(StepKind.PROPOSE)),
        ([PLANNED], Stage.SCHEDULED, TALK),
        ([replace(PLANNED, status=Status.RUNNING)], Stage.SCHEDULED, TALK),
        ([DONE], Stage.TALKED, THANK),
        ([DONE, PLANNED], Stage.SCHEDULED, TALK),  # today's talk comes before tomorrow's letter
        ([DONE, replace(PLANNED, starts_at=END + 30 * HOUR)], Stage.SCHEDULED, THANK),
        ([replace(DONE, thanked_at=NOW)], Stage.THANKED, None),
        ([replace(PLANNED, status=Status.CANCELLED)], Stage.ANSWERED, NextStep(StepKind.PROPOSE)),
        ([replace(PLANNED, starts_at=None)], Stage.ANSWERED, NextStep(StepKind.CONVERSATION)),
        (
            [replace(PLANNED, status=Status.PROPOSED)],
            Stage.ANSWERED,
            NextStep(StepKind.PROPOSED, PLANNED.starts_at),
        ),
        ([DONE], Stage.DO_NOT_CONTACT, None),
        ([PLANNED], Stage.DO_NOT_CONTACT, TALK),
    ],
)
def test_next_step(talks: list[Talk], stage: Stage, expected: NextStep | None) -> None:
    assert next_step(talks, stage) == expected


@pytest.mark.parametrize(
    ("kind", "moment", "expected"),
    [
        ("conversation", "2026-11-23 14:30", "Conversation today 14:30"),
        ("conversation", "2026-11-23 09:05", "Conversation today 09:05"),
        ("conversation", "2026-11-24 00:00", "Conversation tomorrow 00:00"),
        ("conversation", "2026-11-26 11:00", "Conversation Thu 26 Nov 11:00"),
        ("conversation", "2027-01-07 11:00", "Conversation Thu 7 Jan 2027 11:00"),
        ("conversation", "2026-11-19 11:00", "Finish Thu 19 Nov 11:00"),
        ("conversation", None, "Conversation, no time yet"),
        ("thank", "2026-11-24 10:15", "Thank, 20 h left"),
        ("thank", "2026-11-23 14:23", "Thank, 35 min left"),
        ("thank", "2026-11-23 13:48", "Thank, 1 min late"),
        ("thank", "2026-11-23 10:15", "Thank, 3 h late"),
        ("thank", "2026-11-22 10:15", "Thank, 27 h late"),
        ("thank", "2026-11-19 10:15", "Thank, 4 days late"),
        ("proposed", "2026-11-26 11:00", "Proposed Thu 26 Nov 11:00"),
        ("proposed", "2026-11-20 11:00", "Propose three times"),
        ("propose", None, "Propose three times"),
        ("waiting", "2026-11-17 09:00", "Waiting for an answer since Tue 17 Nov"),
        ("waiting", "2025-11-17 09:00", "Waiting for an answer since Mon 17 Nov 2025"),
        ("waiting", "2026-11-22 23:00", "Waiting for an answer since yesterday"),
        ("waiting", "2026-11-23 09:00", "Waiting for an answer since today"),
        ("keep in touch", "2026-12-03 09:00", "Keep in touch by Thu 3 Dec"),
        ("keep in touch", "2026-11-23 09:00", "Keep in touch by today"),
        ("keep in touch", "2026-11-22 09:00", "Keep in touch, 1 day late"),
        ("keep in touch", "2026-11-13 09:00", "Keep in touch, 10 days late"),
    ],
)
def test_words(kind: str, moment: str | None, expected: str) -> None:
    step = NextStep(StepKind(kind), None if moment is None else at(moment))
    assert words(step, NOW, VIENNA) == expected


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Pago_Pago", "Europe/Vienna"])
def test_a_task_is_due_on_its_date_wherever_the_user_is(zone: str) -> None:
    step = NextStep(StepKind.TASK, midday(date(2026, 11, 27)), "Send the feeder notebook")
    for now, expected in (
        ("2026-11-23 12:30", "Send the feeder notebook by Fri 27 Nov"),
        ("2026-11-27 12:30", "Send the feeder notebook by today"),
        ("2026-11-29 12:30", "Send the feeder notebook, 2 days late"),
    ):
        moment = datetime.strptime(now, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(zone))
        assert words(step, round(moment.timestamp() * 1000), ZoneInfo(zone)) == expected


def test_words_follow_the_zone_and_the_locale() -> None:
    step = NextStep(StepKind.CONVERSATION, at("2026-11-24 01:30"))
    assert words(step, NOW, ZoneInfo("America/New_York")) == "Conversation today 19:30"
    american = words(step, NOW, VIENNA, time_text=lambda moment: f"{moment:%I:%M %p}")
    assert american == "Conversation tomorrow 01:30 AM"
    assert words(None, NOW, VIENNA) == ""


moments = st.none() | st.integers(NOW - 500 * HOUR, NOW + 500 * HOUR)
talks = st.builds(
    Talk,
    st.integers(1, 99),
    st.just((7,)),
    moments,
    st.integers(0, 240),
    st.sampled_from(Status),
    moments,
    moments,
    moments,
)


@given(st.lists(talks), st.sampled_from(Stage), st.integers(NOW, NOW + 900 * HOUR))
def test_any_facts_give_an_answer(facts: list[Talk], stage: Stage, now: int) -> None:
    step = next_step(facts, stage)
    assert bool(words(step, now, VIENNA)) == (step is not None)
