"""A conversation from the plan to the thanks."""

import pytest

from infoview_gui.practice import countdown
from infoview_gui.practice.routine.rows import DueKind, Level
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, InvalidDraft, PersonDraft
from infoview_gui.services.records import ConversationRecord
from infoview_gui.services.talking import NotNow
from tests.services.conftest import MINUTE, Clock


@pytest.fixture
def person(services: Services) -> int:
    return services.people.add(PersonDraft(name="Amara Okafor", company="Northwind"))


@pytest.fixture
def talk(services: Services, person: int, clock: Clock) -> int:
    draft = ConversationDraft(people=(person,), starts_at=clock.now, zone="Europe/Lisbon")
    return services.conversations.schedule(draft)


def _record(talk: int) -> ConversationRecord:
    record = reading.conversation(talk)
    assert record is not None
    return record


def _stage(services: Services, person: int) -> Stage:
    return services.people_list.rows([person])[person].stage


def test_a_new_conversation_brings_its_questions(talk: int) -> None:
    questions = _record(talk).questions

    assert questions[-1].text == "Who else should I talk to?"
    assert questions[-1].always
    assert sum(question.must for question in questions) == 3
    assert len(questions) <= 8


def test_a_conversation_needs_somebody(services: Services) -> None:
    with pytest.raises(InvalidDraft):
        services.conversations.schedule(ConversationDraft())


def test_the_whole_way_of_a_talk(services: Services, clock: Clock, person: int, talk: int) -> None:
    assert _stage(services, person) is Stage.SCHEDULED
    services.talking.start(talk)
    assert services.talking.running() == talk
    with pytest.raises(NotNow):
        services.talking.they_went_on(talk)

    clock.forward(13)
    services.talking.they_went_on(talk)
    clock.forward(6)
    services.talking.they_closed(talk)

    record = _record(talk)
    assert record.status == "done"
    assert [(event.kind.value, event.minutes, event.by.value) for event in record.events] == [
        ("started", None, "user"),
        ("extended", 5, "them"),
        ("closed", None, "them"),
    ]
    assert countdown.state(record.events, 15, clock.now).elapsed_ms == 19 * MINUTE
    assert _stage(services, person) is Stage.TALKED
    (row,) = services.agenda.due()
    assert (row.due.kind, row.due.level) == (DueKind.THANK, Level.SOON)

    clock.forward(25 * 60)
    assert services.agenda.due()[0].due.level is Level.OVERDUE
    services.conversations.thank(talk)
    assert services.agenda.due() == []
    assert _stage(services, person) is Stage.THANKED

    services.store.undo()
    assert len(services.agenda.due()) == 1
    assert _stage(services, person) is Stage.TALKED


def test_going_on_pressed_again_at_once_gives_more(
    services: Services, clock: Clock, talk: int
) -> None:
    services.talking.start(talk)
    clock.forward(14)
    given = []
    for _ in range(3):
        services.talking.they_went_on(talk)
        given.append([event.minutes for event in _record(talk).events if event.kind == "extended"])
        clock.now += 1500

    assert given == [[5], [10], [None]]
    services.store.undo()
    assert len(_record(talk).events) == 1


def test_pauses_do_not_count(services: Services, clock: Clock, talk: int) -> None:
    services.talking.start(talk)
    clock.forward(5)
    services.talking.pause(talk)
    with pytest.raises(NotNow):
        services.talking.pause(talk)
    clock.forward(60)
    services.talking.resume(talk)
    clock.forward(1)
    services.talking.end(talk)

    record = _record(talk)
    assert countdown.state(record.events, 15, clock.now).elapsed_ms == 6 * MINUTE


def test_a_talk_planned_for_another_day_takes_place_when_it_is_started(
    services: Services, clock: Clock, talk: int
) -> None:
    planned = clock.now
    clock.forward(-3 * 24 * 60)
    services.talking.start(talk)
    assert _record(talk).starts_at == clock.now

    services.store.undo()
    clock.forward(3 * 24 * 60 + 10)
    services.talking.start(talk)
    assert _record(talk).starts_at == planned


def test_one_conversation_at_a_time(services: Services, person: int, talk: int) -> None:
    other = services.conversations.schedule(ConversationDraft(people=(person,)))
    services.talking.start(talk)

    with pytest.raises(NotNow, match="Amara Okafor"):
        services.talking.start(other)


def test_one_that_was_not_started_asks_what_became_of_it(
    services: Services, clock: Clock, talk: int
) -> None:
    clock.forward(16)
    (row,) = services.agenda.due()
    assert row.due.kind is DueKind.FINISH

    services.conversations.happened(talk, clock.now - 16 * MINUTE, 12)

    (row,) = services.agenda.due()
    assert row.due.kind is DueKind.THANK
    services.conversations.waive_thanks(talk)
    assert services.agenda.due() == []


def test_undoing_the_end_lets_the_clock_run_on(services: Services, clock: Clock, talk: int) -> None:
    services.talking.start(talk)
    clock.forward(4)
    services.talking.end(talk)
    clock.forward(1)
    services.store.undo()

    assert services.talking.running() == talk
    clock_state = countdown.state(_record(talk).events, 15, clock.now)
    assert clock_state.elapsed_ms == 5 * MINUTE


def test_questions_are_added_before_the_last_one_and_moved_and_ticked(
    services: Services, talk: int
) -> None:
    added = services.conversations.add_question(talk, "How do people enter this team?", "advice")
    texts = [question.text for question in _record(talk).questions]
    assert texts[-2:] == ["How do people enter this team?", "Who else should I talk to?"]

    services.conversations.move_question(added, -99)
    services.conversations.tick(added, asked=True)
    first = _record(talk).questions[0]
    assert (first.id, first.asked_at) == (added, services.clock())

    services.store.undo()
    services.store.undo()
    services.store.undo()
    assert added not in [question.id for question in _record(talk).questions]


def test_notes_keep_a_moment_for_each_line(services: Services, clock: Clock, talk: int) -> None:
    services.notes.save(talk, "one\n\nthree 🙂", [clock.now, None, clock.now + 5]).result()

    notes = services.notes.load(talk)

    assert notes.text == "one\n\nthree 🙂"
    assert notes.moments == (clock.now, None, clock.now + 5)


def test_saving_the_notes_of_a_deleted_conversation_is_quiet(services: Services, talk: int) -> None:
    services.conversations.delete(talk)

    services.notes.save(talk, "late", [1]).result()

    assert services.notes.load(talk).text == ""
