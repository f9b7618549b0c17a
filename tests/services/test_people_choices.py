"""What the filters offer and how many people each choice would show."""

import pytest

from infoview_gui.practice.stages import Stage
from infoview_gui.services import people_choices
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.people_choices import NO_CHANNEL, PeopleChoices
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter
from tests.services.conftest import Clock


@pytest.fixture
def choices(services: Services, clock: Clock) -> PeopleChoices:
    add = services.people.add
    add(PersonDraft(name="Ada Zorn", company="Älpha", channel="social", tags=("grid", "vip")))
    add(PersonDraft(name="Bo Young", company="Beta", channel="social", tags=("grid",)))
    add(PersonDraft(name="Cy Xu", company="Beta", stage=Stage.ASKED.value))
    return PeopleChoices(services.store, clock)


def counted(found: people_choices.Choices) -> dict[str, int]:
    return {one.label: one.count for one in found.found if one.count}


def test_each_choice_is_counted(choices: PeopleChoices) -> None:
    assert counted(choices.of("stages", "", EVERYONE)) == {"Known": 2, "Asked": 1}
    channels = counted(choices.of("channels", "", EVERYONE))
    assert channels == {"Social networking tool": 2, NO_CHANNEL: 1}
    assert counted(choices.of("tags", "", EVERYONE)) == {"grid": 2, "vip": 1}
    assert counted(choices.of("employers", "", EVERYONE)) == {"Älpha": 1, "Beta": 2}


def test_every_stage_is_offered_in_its_order(choices: PeopleChoices) -> None:
    found = choices.of("stages", "", EVERYONE).found
    assert [one.value for one in found] == [stage.value for stage in Stage]


def test_the_words_and_the_other_filters_count(choices: PeopleChoices) -> None:
    only = PeopleFilter(stages=("known",), tags=("vip",))
    assert counted(choices.of("stages", "", only)) == {"Known": 1}
    assert counted(choices.of("tags", "", only)) == {"grid": 2, "vip": 1}
    assert counted(choices.of("tags", "bo", EVERYONE)) == {"grid": 1}
    assert counted(choices.of("employers", "", only)) == {"Älpha": 1}


def test_search_looks_past_case_and_marks(choices: PeopleChoices) -> None:
    assert counted(choices.of("employers", "", EVERYONE, "ALP")) == {"Älpha": 1}
    assert counted(choices.of("tags", "", EVERYONE, "IP")) == {"vip": 1}


def test_what_is_chosen_comes_first_even_when_it_is_gone(choices: PeopleChoices) -> None:
    found = choices.of("tags", "", PeopleFilter(tags=("vip", "gone"))).found
    assert [(one.label, one.count) for one in found] == [("vip", 1), ("gone", 0), ("grid", 2)]


def test_a_long_list_says_how_many_more(
    choices: PeopleChoices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people_choices, "MOST", 1)
    found = choices.of("tags", "", EVERYONE)
    assert (len(found.found), found.left_out) == (1, 1)


def test_tags_of_a_selection_are_counted(choices: PeopleChoices, services: Services) -> None:
    assert choices.tag_counts(list(services.people_list.ids())) == {"grid": 2, "vip": 1}
