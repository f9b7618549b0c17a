"""What is done with many at once is what would be done with each of them, and one step to undo."""

import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.upkeep import _stale_columns
from tests.services.conftest import Clock

HOUR = 3_600_000


@pytest.fixture
def crowd(services: Services, clock: Clock) -> list[int]:
    mail = (ContactPoint("ada@example.org"),)
    crowd = [
        services.people.add(PersonDraft(name="Ada Zorn", emails=mail, tags=("grid",))),
        services.people.add(PersonDraft(name="Bo Young", company="Alpha GmbH")),
        services.people.add(PersonDraft(name="Cy Xu", company="Beta")),
    ]
    talk = ConversationDraft(people=(crowd[2],), starts_at=clock.now + 24 * HOUR)
    services.conversations.schedule(talk)
    return crowd


def _tags(person_id: int) -> tuple[str, ...]:
    person = reading.person(person_id)
    assert person is not None
    return person.tags


def _found(services: Services, text: str) -> list[int]:
    return list(services.people_list.ids(text))


def test_a_tag_goes_to_all_and_is_found(services: Services, crowd: list[int]) -> None:
    services.people.tag(crowd, "grid")
    assert [_tags(one) for one in crowd] == [("grid",)] * 3
    assert _found(services, "grid") == crowd
    assert _found(services, "ada@example") == crowd[:1]
    services.store.undo()
    assert _found(services, "grid") == crowd[:1]


def test_a_tag_is_taken_from_all(services: Services, crowd: list[int]) -> None:
    services.people.untag(crowd, "grid")
    assert _found(services, "grid") == []
    assert _found(services, "ada@example") == crowd[:1]
    services.store.undo()
    assert _tags(crowd[0]) == ("grid",)


@pytest.mark.parametrize("stage", list(Stage))
def test_stage_and_what_follows_from_it(
    services: Services, crowd: list[int], clock: Clock, stage: Stage
) -> None:
    clock.forward(5)
    services.people.set_stage(crowd, stage)
    rows = services.people_list.rows(crowd)
    assert {rows[one].stage for one in crowd} == {stage}
    assert _stale_columns() == []
    clock.forward(5)
    services.people.set_stage(crowd, Stage.KNOWN)
    services.store.undo()
    assert services.people_list.rows(crowd) == rows
    assert _stale_columns() == []


def test_a_stage_set_later_than_now_holds(
    services: Services, crowd: list[int], clock: Clock
) -> None:
    clock.forward(60)
    services.people.set_stage(crowd[:1], Stage.TALKED)
    clock.forward(-30)
    services.people.set_stage(crowd, Stage.ASKED)
    rows = services.people_list.rows(crowd)
    assert [rows[one].stage for one in crowd] == [Stage.TALKED, Stage.ASKED, Stage.ASKED]
    assert _stale_columns() == []


def test_employer_of_many_and_by_name_again(services: Services, crowd: list[int]) -> None:
    alpha, beta = services.employers.names()

    def employers() -> list[int | None]:
        people = [reading.person(one) for one in crowd]
        return [one.employer.id if one and one.employer else None for one in people]

    services.employers.assign(crowd, beta.id)
    assert employers() == [beta.id] * 3
    services.employers.assign(crowd, None)
    assert employers() == [None, alpha.id, beta.id]
    services.store.undo()
    assert employers() == [beta.id] * 3
