"""The order kept in memory is the one of SQL, whatever was found and whatever changed since."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from infoview_gui.practice.stages import Stage
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.people_filter import EVERYONE, PeopleFilter
from infoview_gui.services.people_list import SORTS, where

ASKED = PeopleFilter(stages=(Stage.ASKED.value,))


def add(services: Services, name: str, company: str = "") -> int:
    return services.people.add(PersonDraft(name=name, company=company))


def of_sql(services: Services, text: str, sort: str, only: PeopleFilter) -> list[int]:
    condition, values = where(text, only, services.clock())
    query = f"SELECT id FROM person {condition} ORDER BY {', '.join(SORTS[sort])}"  # noqa: S608 - constants
    return [row[0] for row in services.store.connection().execute(query, tuple(values))]


@pytest.fixture
def many(services: Services) -> Services:
    names = ("Ada", "Ben", "Cleo", "Ärmel", "Zoë", "ada", "Bo")
    companies = ("Northwind", "Ab", "", "Zeta")
    for number in range(40):
        add(services, f"{names[number % 7]} {number % 9}", companies[number % 4])
    services.people.set_stage([3, 9, 12], Stage.ASKED)
    return services


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from(["", "a", "ad", "b", "north", "a z", "zz", "%", "8"]),
    st.sampled_from(sorted(SORTS)),
    st.sampled_from([EVERYONE, ASKED]),
)
def test_everyone_found_stands_where_sql_puts_them(
    many: Services, text: str, sort: str, only: PeopleFilter
) -> None:
    found = list(many.people_list.ids(text, sort, only=only))
    assert found == of_sql(many, text, sort, only)
    assert list(many.people_list.ids(text, sort, only=only)) == found


def test_a_change_is_seen_at_once_in_everyone_and_in_what_was_found_before(
    many: Services,
) -> None:
    before = list(many.people_list.ids("ad"))
    new = add(many, "Adam")
    assert set(many.people_list.ids("ad")) - set(before) == {new}
    assert new in many.people_list.ids()
    many.people.delete([new])
    assert list(many.people_list.ids("ad")) == before
    assert new not in many.people_list.ids()


def test_what_a_change_makes_itself_is_seen_within_it(many: Services) -> None:
    def work() -> bool:
        many.people_list.ids("ad")
        return add(many, "Adam") in many.people_list.ids("ad")

    assert many.store.change("Add", work)
