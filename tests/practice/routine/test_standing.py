"""What comes next with a person, from all the facts; and that Today says nothing else."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from infoview_gui.practice.follow_ups import NextStep, Status, StepKind
from infoview_gui.practice.routine.due import outlook
from infoview_gui.practice.routine.facts import Facts, Keep, Settled, TaskFacts
from infoview_gui.practice.routine.ledger import Ledger, Records
from infoview_gui.practice.routine.rows import DueKind
from infoview_gui.practice.routine.standing import next_steps
from infoview_gui.practice.stages import Stage
from tests.practice.routine.book import (
    DAYS,
    FARAH,
    INES,
    KENJI,
    PEOPLE,
    RUI,
    answered,
    at,
    held,
    planned,
    replace,
    sent,
    spoke,
    with_person,
)
from tests.practice.routine.test_due_invariants import DAYS as ANY_DAYS
from tests.practice.routine.test_due_invariants import START, any_facts

ASKED = sent("first", INES, "2026-11-12 09:00")
NOTEBOOK = TaskFacts(1, "Send the feeder notebook", date(2026, 11, 27), INES)
TALK = planned(1, INES, "2026-12-18 10:00")
DONE = held(2, INES, "2026-11-20 10:00")
MONTHLY = {"keep": Keep.MONTHLY, "keep_since": at("2026-09-01")}


def said(person_id: int, facts: Facts) -> str:
    """Return the next step as "waiting 2026-11-12": the day in Vienna, of a task its date."""
    step = next_steps(Records(facts))[person_id]
    if step is None:
        return ""
    if step.at is None:
        return str(step.kind.value)
    zone = UTC if step.kind is StepKind.TASK else DAYS.zone
    return f"{step.kind.value} {datetime.fromtimestamp(step.at / 1000, zone).date()}"


def of_ines(stage: Stage = Stage.ASKED, **facts: object) -> str:
    people = facts.pop("people", with_person(INES, stage=stage))
    return said(INES, Facts(**{"people": people, **facts}))  # type: ignore[arg-type]


ORDER = [
    ({}, ""),
    ({"messages": (ASKED,)}, "waiting 2026-11-12"),
    ({"messages": (ASKED, sent("second", INES, "2026-11-23"))}, "waiting 2026-11-23"),
    ({"messages": (sent("introduction", INES, "2026-11-12"),)}, "waiting 2026-11-12"),
    ({"messages": (sent("thanks", INES, "2026-11-12"),)}, ""),
    ({"messages": (sent("news", INES, "2026-11-12"),)}, ""),
    ({"tasks": (NOTEBOOK,)}, "task 2026-11-27"),
    ({"tasks": (replace(NOTEBOOK, due=None),)}, ""),
    ({"tasks": (replace(NOTEBOOK, done_at=at("2026-11-20")),)}, ""),
    ({"tasks": (replace(NOTEBOOK, person_id=KENJI),)}, ""),
    (
        {"tasks": (NOTEBOOK, replace(NOTEBOOK, id=2, due=date(2026, 11, 25)))},
        "task 2026-11-25",
    ),
    # Which of two comes first.
    ({"talks": (DONE, TALK)}, "thank 2026-11-21"),
    ({"talks": (DONE, replace(TALK, starts_at=at("2026-11-20 18:00")))}, "conversation 2026-11-20"),
    ({"talks": (TALK,), "tasks": (NOTEBOOK,)}, "conversation 2026-12-18"),
    ({"talks": (replace(TALK, starts_at=None),), "tasks": (NOTEBOOK,)}, "task 2026-11-27"),
    ({"talks": (replace(TALK, starts_at=None),)}, "conversation"),
    ({"tasks": (NOTEBOOK,), "messages": (ASKED,)}, "task 2026-11-27"),
    ({"talks": (replace(TALK, status=Status.PROPOSED),)}, "proposed 2026-12-18"),
    (
        {"talks": (replace(TALK, status=Status.PROPOSED),), "messages": (ASKED,)},
        "waiting 2026-11-12",
    ),
    ({"stage": Stage.ANSWERED}, "propose"),
    ({"stage": Stage.ANSWERED, "tasks": (NOTEBOOK,)}, "task 2026-11-27"),
    # Who wants no contact, or not now.
    ({"stage": Stage.NOT_NOW, "messages": (ASKED,)}, ""),
    ({"stage": Stage.DO_NOT_CONTACT, "messages": (ASKED,), "talks": (DONE,)}, ""),
    ({"stage": Stage.DO_NOT_CONTACT, "tasks": (NOTEBOOK,)}, "task 2026-11-27"),
    ({"stage": Stage.DO_NOT_CONTACT, "talks": (TALK,)}, "conversation 2026-12-18"),
]


@pytest.mark.parametrize(("facts", "expected"), ORDER)
def test_the_next_step(facts: dict[str, object], expected: str) -> None:
    assert of_ines(**facts) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"contacts": (answered(INES, "2026-11-13"),)}, ""),
        ({"contacts": (answered(KENJI, "2026-11-13"),)}, ""),  # of the same employer
        ({"contacts": (answered(FARAH, "2026-11-13"),)}, "waiting 2026-11-12"),
        ({"contacts": (answered(INES, "2026-11-11"),)}, "waiting 2026-11-12"),
        ({"contacts": (spoke(KENJI, "2026-11-13"),)}, "waiting 2026-11-12"),
        ({"talks": (planned(1, RUI, "2026-12-18"),)}, ""),
        ({"talks": (held(1, RUI, "2026-11-10"),)}, "waiting 2026-11-12"),
    ],
)
def test_an_answer_ends_the_waiting_at_that_employer(
    more: dict[str, object], expected: str
) -> None:
    assert of_ines(messages=(ASKED,), **more) == expected


@pytest.mark.parametrize(
    ("person", "more", "expected"),
    [
        (MONTHLY, {}, "keep in touch 2026-10-01"),
        ({**MONTHLY, "keep": Keep.QUARTERLY}, {}, "keep in touch 2026-12-01"),
        ({**MONTHLY, "keep": Keep.NEVER}, {}, ""),
        ({"keep": Keep.MONTHLY}, {}, ""),
        (MONTHLY, {"contacts": (spoke(FARAH, "2026-11-03"),)}, "keep in touch 2026-12-03"),
        (MONTHLY, {"messages": (sent("news", FARAH, "2027-01-31"),)}, "keep in touch 2027-02-28"),
        (MONTHLY, {"talks": (planned(1, FARAH, "2026-12-20 10:00"),)}, "conversation 2026-12-20"),
        (
            MONTHLY,
            {"settled": (Settled(DueKind.KEEP, FARAH, 1, done_at=at("2026-11-05")),)},
            "keep in touch 2026-12-05",
        ),
        (MONTHLY, {"messages": (sent("first", FARAH, "2026-09-02"),)}, "waiting 2026-09-02"),
        ({**MONTHLY, "stage": Stage.NOT_NOW}, {}, ""),
        ({**MONTHLY, "stage": Stage.DO_NOT_CONTACT}, {}, ""),
    ],
)
def test_keeping_in_touch(
    person: dict[str, object], more: dict[str, object], expected: str
) -> None:
    people = with_person(FARAH, **person)
    assert said(FARAH, Facts(**{"people": people, **more})) == expected  # type: ignore[arg-type]


def test_the_words_of_a_task_are_known() -> None:
    steps = next_steps(Records(Facts(people=PEOPLE, tasks=(NOTEBOOK,))))
    assert steps[INES] == NextStep(
        StepKind.TASK, at("2026-11-27 13:00"), "Send the feeder notebook"
    )


def test_who_will_be_met_at_an_event_is_kept_in_touch_with_after_it() -> None:
    facts = Facts(
        people=with_person(FARAH, **MONTHLY),
        contacts=(spoke(FARAH, "2026-09-10"), spoke(FARAH, "2026-12-03")),
    )
    before, after = (outlook(facts, at(day), DAYS) for day in ("2026-11-23", "2026-12-03 13:00"))
    assert before == []
    assert [(row.kind, row.due_day) for row in after] == [(DueKind.KEEP, date(2027, 1, 3))]
    assert said(FARAH, facts) == "keep in touch 2027-01-03"


@given(any_facts)
def test_it_says_what_today_says(facts: Facts) -> None:
    ledger = Ledger(facts, START, ANY_DAYS)
    waited_for = {message.person_id for found in ledger.waiting().values() for message in found}
    kept = {
        row.person_ids[0]: row.due_day
        for row in outlook(facts, START, ANY_DAYS)
        if row.kind is DueKind.KEEP
    }
    for person_id, step in next_steps(Records(facts)).items():
        kind = None if step is None else step.kind
        assert kind is not StepKind.WAITING or person_id in waited_for
        assert kind is not None or person_id not in waited_for
        assert kind is not None or person_id not in kept
        if kind is StepKind.KEEP and person_id in kept and step is not None:
            assert ANY_DAYS.day(step.at or 0) == kept[person_id]


@given(any_facts)
def test_whoever_has_a_task_of_a_day_has_a_next_step(facts: Facts) -> None:
    steps = next_steps(Records(facts))
    open_ones = (task for task in facts.tasks if task.done_at is None and task.due is not None)
    assert all(steps[task.person_id] is not None for task in open_ones if task.person_id in steps)
