"""What is prepared before a talk: the order of its questions and its checklist."""

import pytest

from infoview_gui.practice.checklist import DEFAULTS
from infoview_gui.practice.questions import BankQuestion, Category
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.records import QuestionRecord


@pytest.fixture
def talk(services: Services) -> int:
    amara = services.people.add(PersonDraft(name="Amara Okafor", company="Northwind"))
    return services.conversations.schedule(ConversationDraft(people=(amara,)))


def questions(talk: int) -> tuple[QuestionRecord, ...]:
    record = reading.conversation(talk)
    assert record is not None
    return record.questions


def test_questions_are_arranged_as_one_step(services: Services, talk: int) -> None:
    before = [one.id for one in questions(talk)]
    services.conversations.arrange_questions(before[0], before[::-1])
    assert [one.id for one in questions(talk)] == before[::-1]
    services.store.undo()
    assert [one.id for one in questions(talk)] == before


def test_ids_that_are_not_named_come_last(services: Services, talk: int) -> None:
    first, second, *others = [one.id for one in questions(talk)]
    services.conversations.arrange_questions(second, [second, first])
    assert [one.id for one in questions(talk)] == [second, first, *others]


def test_questions_of_the_bank_come_where_they_are_put(services: Services, talk: int) -> None:
    before = [one.id for one in questions(talk)]
    chosen = [BankQuestion(text, Category.ADVICE) for text in ("One?", "Two?")]
    services.conversations.add_from_bank(talk, chosen, before[2:])
    assert [one.text for one in questions(talk)][2:4] == ["One?", "Two?"]
    assert [one.id for one in questions(talk)][4:] == before[2:]
    services.store.undo()
    assert [one.id for one in questions(talk)] == before


def test_the_usual_points_keep_their_ticks(services: Services, talk: int) -> None:
    services.checklists.tick(talk, 1, done=True)
    services.checklists.remove(talk, 0)
    services.checklists.use_default(talk)
    points = services.checklists.points(talk)
    assert tuple(point.text for point in points) == DEFAULTS
    assert [point.done_at is not None for point in points].index(True) == 1


def test_own_points_are_known_as_such_until_forgotten(services: Services, talk: int) -> None:
    assert not services.checklists.has_own_defaults()
    services.checklists.add(talk, "Water")
    services.checklists.keep_as_default(talk)
    assert services.checklists.has_own_defaults()
    services.checklists.restore_defaults()
    assert not services.checklists.has_own_defaults()
