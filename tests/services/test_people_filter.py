"""Filters of the People table: who passes, alone and together, and what is kept under a name."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infoview_gui.practice.stages import Stage
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, InvalidDraft, PersonDraft
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter, read_filter
from tests.services.conftest import Clock

DAY = 24 * 60


def add(services: Services, name: str, **details: object) -> int:
    return services.people.add(PersonDraft(name=name, **details))  # type: ignore[arg-type]


def shown(services: Services, only: PeopleFilter, text: str = "") -> list[str]:
    ids = services.people_list.ids(text, only=only)
    rows = services.people_list.rows(ids)
    return [rows[ident].name for ident in ids]


@pytest.fixture
def three(services: Services) -> dict[str, int]:
    return {
        "Ada": add(services, "Ada", company="Northwind", channel="event", tags=("energy",)),
        "Ben": add(services, "Ben", company="Contoso", channel="social", tags=("energy", "met")),
        "Cleo": add(services, "Cleo", company="Northwind GmbH", channel="event"),
    }


def test_each_condition_and_their_combinations(services: Services, three: dict[str, int]) -> None:
    services.people.set_stage([three["Ben"]], Stage.ASKED)
    northwind = services.employers.names("northw")[0].id
    everyone = ["Ada", "Ben", "Cleo"]
    cases = (
        (EVERYONE, everyone),
        (PeopleFilter(stages=("asked",)), ["Ben"]),
        (PeopleFilter(stages=("asked", "known")), everyone),
        (PeopleFilter(channels=("event",)), ["Ada", "Cleo"]),
        (PeopleFilter(tags=("energy",)), ["Ada", "Ben"]),
        (PeopleFilter(employers=(northwind,)), ["Ada", "Cleo"]),
        (PeopleFilter(employers=(northwind,), tags=("energy",)), ["Ada"]),
        (PeopleFilter(tags=("energy",), channels=("website",)), []),
    )
    for only, names in cases:
        assert shown(services, only) == names, only
    assert shown(services, PeopleFilter(channels=("event",)), "cl") == ["Cleo"]


def test_no_next_step_leaves_out_who_has_one(services: Services, three: dict[str, int]) -> None:
    draft = ConversationDraft(people=(three["Ada"],), starts_at=services.clock() + 60_000)
    services.conversations.schedule(draft)
    assert shown(services, PeopleFilter(no_next_step=True)) == ["Ben", "Cleo"]


def test_quiet_are_those_with_whom_nothing_happened_for_30_days(
    services: Services, three: dict[str, int], clock: Clock
) -> None:
    quiet = PeopleFilter(quiet=True)
    clock.forward(29 * DAY)
    assert shown(services, quiet) == []
    clock.forward(2 * DAY)
    assert shown(services, quiet) == ["Ada", "Ben", "Cleo"]
    services.person_notes.add(three["Ada"], "Sent the article about heat pumps")
    draft = ConversationDraft(people=(three["Ben"],), starts_at=clock.now + 40 * DAY * 60_000)
    services.conversations.schedule(draft)
    assert shown(services, quiet) == ["Cleo"]
    services.store.undo()
    assert shown(services, quiet) == ["Ben", "Cleo"]


@given(
    st.builds(
        PeopleFilter,
        stages=st.lists(st.sampled_from([stage.value for stage in Stage])).map(tuple),
        channels=st.lists(st.text()).map(tuple),
        tags=st.lists(st.text()).map(tuple),
        employers=st.lists(st.integers()).map(tuple),
        no_next_step=st.booleans(),
        quiet=st.booleans(),
    )
)
def test_a_filter_reads_back_from_its_values(only: PeopleFilter) -> None:
    values = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in only.values().items()
    }
    assert read_filter(values) == only


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_garbage_reads_as_a_filter(values: object) -> None:
    everything = {"stages": values, "employers": values, "quiet": values, "tags": values}
    assert isinstance(read_filter(values), PeopleFilter)
    assert isinstance(read_filter(everything), PeopleFilter)


def test_saved_filters_are_kept_replaced_renamed_deleted_and_undone(services: Services) -> None:
    saved = services.saved_filters
    only = PeopleFilter(stages=("asked",), tags=("energy",), quiet=True)
    ident = saved.save(" Waiting ", "north", only)
    assert [(one.name, one.text, one.only) for one in saved.all()] == [("Waiting", "north", only)]
    assert saved.save("Waiting", "", replace(only, quiet=False)) == ident
    assert saved.all()[0].only.quiet is False
    services.store.undo()
    assert saved.all()[0].only == only
    saved.rename(ident, "To ask")
    assert saved.all()[0].name == "To ask"
    saved.delete(ident)
    assert saved.all() == []
    services.store.undo()
    assert saved.all()[0].name == "To ask"
    with pytest.raises(InvalidDraft):
        saved.save("  ", "", only)
