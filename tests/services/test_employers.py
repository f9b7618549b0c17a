from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infoview_gui.practice.stages import Stage
from infoview_gui.services import reading
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.drafts import ConversationDraft, InvalidDraft, PersonDraft
from infoview_gui.services.employer_reading import employer
from infoview_gui.services.people_filter import PeopleFilter
from infoview_gui.store.store import Store
from tests.services.conftest import MONDAY_2PM, Clock

TABLES = ("employer", "employer_alias", "employer_distinct", "person")


def add(services: Services, name: str, company: str = "", role: str = "") -> int:
    return services.people.add(PersonDraft(name=name, company=company, role=role))


def employer_of(person_id: int) -> int | None:
    person = reading.person(person_id)
    assert person is not None
    return person.employer.id if person.employer else None


def known(person_id: int) -> int:
    found = employer_of(person_id)
    assert found is not None
    return found


def everything(services: Services) -> dict[str, list[tuple[object, ...]]]:
    """All rows of what a merge touches."""
    read = services.store.connection().execute
    return {name: list(read(f"SELECT * FROM {name} ORDER BY 1, 2")) for name in TABLES}  # noqa: S608


def shown(services: Services, sort: str = "name", text: str = "") -> list[tuple[str, int]]:
    order = services.employers.order(text, sort)
    names = services.employers.rows([ident for ident, _ in order if ident is not None])
    return [("" if ident is None else names[ident].name, count) for ident, count in order]


def test_people_are_grouped_by_employer_and_those_without_one_come_last(
    services: Services,
) -> None:
    for name, company in (("A", "Zeta"), ("B", "Alpha Inc."), ("C", "alpha"), ("D", "")):
        add(services, name, company)
    assert shown(services) == [("Alpha Inc.", 2), ("Zeta", 1), ("", 1)]
    assert services.employers.order()[-1] == (None, 1)


def test_groups_hold_only_who_matches_the_words_and_the_filter(services: Services) -> None:
    ada = add(services, "Ada", "Alpha")
    bo = add(services, "Bo", "Alpha")
    services.people.set_stage([bo], Stage.ASKED)
    only = PeopleFilter(stages=("asked",))
    alpha = known(ada)
    assert services.employers.order(only=only) == [(alpha, 1)]
    assert services.employers.people(alpha, only=only) == [bo]
    assert services.employers.people(alpha) == [ada, bo]
    assert shown(services, text="ada") == [("Alpha", 1)]
    assert services.employers.people(alpha, "ada") == [ada]
    assert services.employers.people(None) == []


def test_the_order_is_that_of_the_lamp_list(services: Services) -> None:
    alpha, beta, gamma, delta = (
        known(add(services, name, name)) for name in ("Alpha", "Beta", "Gamma", "Delta")
    )
    employers = services.employers
    employers.set_priority(beta, "motivation", 3)
    employers.set_priority(gamma, "motivation", 3)
    employers.set_priority(gamma, "posting", 1)
    employers.set_priority(delta, "advocacy", 1)
    order = [ident for ident, _ in employers.order(sort="priority")]
    assert order == [gamma, beta, delta, alpha]


def test_sorting_by_people_and_by_last_contact(services: Services, clock: Clock) -> None:
    add(services, "A", "Alpha")
    clock.forward(60)
    add(services, "B", "Beta")
    for name in ("C", "D"):
        clock.forward(-60)
        add(services, name, "Gamma")
    assert [name for name, _ in shown(services, "people")] == ["Gamma", "Alpha", "Beta"]
    assert shown(services, "last")[0] == ("Beta", 1)


@pytest.mark.parametrize(
    ("field", "value"), [("motivation", 4), ("motivation", -1), ("advocacy", 2), ("posting", 4)]
)
def test_priority_has_its_range(services: Services, field: str, value: int) -> None:
    one = known(add(services, "A", "Alpha"))
    with pytest.raises(InvalidDraft):
        services.employers.set_priority(one, field, value)


def test_categories_asked_about_are_covered_and_prepared_ones_are_not(services: Services) -> None:
    ada = add(services, "Ada", "Alpha")
    questions = (("What?", "trends", False, False), ("Why?", "jargon", False, False))
    talk = services.conversations.schedule(ConversationDraft(people=(ada,), questions=questions))
    record = reading.conversation(talk)
    assert record is not None
    trends = next(one for one in record.questions if one.category == "trends")
    services.conversations.tick(trends.id, asked=True)
    alpha = known(ada)
    assert services.employers.covered([alpha]) == {alpha: frozenset({"trends"})}


def test_renaming_shows_another_name_and_knows_both(services: Services) -> None:
    ada = add(services, "Ada", "Nordwind")
    one = known(ada)
    services.employers.rename(one, "Northwind Energy")
    assert shown(services) == [("Northwind Energy", 1)]
    assert known(add(services, "Bo", "northwind energy Inc")) == one
    assert known(add(services, "Cy", "NORDWIND")) == one
    services.employers.rename(one, "Nordwind")
    assert shown(services) == [("Nordwind", 3)]


def test_a_name_that_is_taken_is_a_merge(services: Services) -> None:
    one, other = known(add(services, "A", "Alpha")), known(add(services, "B", "Beta"))
    for name in ("beta inc.", "  "):
        with pytest.raises(InvalidDraft):
            services.employers.rename(one, name)
    services.employers.merge(other, [one])
    with pytest.raises(InvalidDraft):
        services.employers.rename(known(add(services, "C", "Gamma")), "Alpha")


def test_merging_keeps_the_higher_priorities_and_all_names(services: Services) -> None:
    ada, bo = add(services, "Ada", "Northwind"), add(services, "Bo", "Northwind Energy GmbH")
    one, other = known(ada), known(bo)
    services.employers.set_priority(one, "motivation", 3)
    services.employers.set_priority(other, "posting", 2)
    services.employers.merge(other, [one])
    assert services.employers.order() == [(other, 2)]
    row = services.employers.rows([other])[other]
    assert (row.name, row.people) == ("Northwind Energy GmbH", 2)
    assert (row.motivation, row.posting, row.advocacy) == (3, 2, False)
    assert known(add(services, "Cy", "Northwind Ltd")) == other
    detail = employer(services.employers, other, 9)
    assert detail is not None
    assert detail.spellings == ("Northwind", "Northwind Ltd")


def test_one_undo_takes_a_merge_back(services: Services) -> None:
    ids = [known(add(services, name, name)) for name in ("Alpha", "Alpha Beta", "Alpha Gamma")]
    services.employers.keep_apart(ids[0], ids[1])
    before = everything(services)
    services.employers.merge(ids[2], ids)
    assert services.employers.order() == [(ids[2], 3)]
    services.store.undo()
    assert everything(services) == before


def test_merging_an_employer_with_itself_changes_nothing(services: Services) -> None:
    one = known(add(services, "A", "Alpha"))
    label = services.store.history.undo_label
    services.employers.merge(one, [one])
    assert services.store.history.undo_label == label


def test_similar_names_are_offered_until_they_are_kept_apart(services: Services) -> None:
    one, other = (known(add(services, name, name)) for name in ("Northwind", "Northwind Energy"))
    pairs = [(a.id, b.id) for a, b in services.employers.similar()]
    assert pairs == [(one, other)]
    assert [found.id for found in services.employers.similar_to(other)] == [one]
    services.employers.keep_apart(other, one)
    services.employers.keep_apart(one, other)
    assert services.employers.similar() == []
    assert services.employers.similar_to(other) == []


def test_what_was_kept_apart_stays_apart_after_a_merge(services: Services) -> None:
    names = ("Northwind", "Northwind Energy", "Northwind Energy Iberia")
    one, other, third = (known(add(services, name, name)) for name in names)
    services.employers.keep_apart(one, third)
    services.employers.merge(other, [one])
    assert services.employers.similar_to(other) == []
    assert known(add(services, "D", "Northwind")) == other
    services.store.undo()
    services.store.undo()
    assert [found.id for found in services.employers.similar_to(third)] == [other]


def test_names_half_typed_are_neither_offered_nor_compared(services: Services) -> None:
    ada = add(services, "Ada", "Northwind")
    services.people.set_field(ada, "company", "Northwind Ener")
    services.people.set_field(ada, "company", "Northwind Energy")
    assert services.employers.similar() == []
    assert [one.name for one in services.employers.names("northw")] == ["Northwind Energy"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("wind", ["Northwind"]),
        ("ŒSTER", ["Œsterling"]),
        ("", ["Northwind", "Œsterling"]),
        ("%", []),
    ],
)
def test_picker_finds_by_a_part_of_the_name(
    services: Services, typed: str, found: list[str]
) -> None:
    add(services, "A", "Northwind")
    add(services, "B", "Œsterling")
    assert [one.name for one in services.employers.names(typed)] == found


def test_said_by_hand_holds_until_the_company_is_written_anew(services: Services) -> None:
    ada, bo = add(services, "Ada", "Alpha"), add(services, "Bo", "Beta")
    services.employers.assign([ada], known(bo))
    assert known(ada) == known(bo)
    services.people.set_field(ada, "role", "Chief")
    assert known(ada) == known(bo)
    services.people.set_field(ada, "company", "Gamma")
    assert known(ada) != known(bo)


def test_by_the_name_of_the_company_again(services: Services) -> None:
    ada, bo, cy = add(services, "Ada", "Alpha"), add(services, "Bo", "Beta"), add(services, "Cy")
    alpha = known(ada)
    services.employers.assign([ada, cy], known(bo))
    services.employers.assign([ada, cy], None)
    assert (employer_of(ada), employer_of(cy)) == (alpha, None)


def test_an_employer_that_is_gone_has_no_detail(services: Services) -> None:
    one, other = known(add(services, "A", "Alpha")), known(add(services, "B", "Beta"))
    services.employers.merge(other, [one])
    assert employer(services.employers, one, 9) is None
    assert services.employers.similar_to(one) == []


NAMES = st.sampled_from(["Alpha", "Alpha Beta", "Beta", "alpha beta inc", "Gamma", ""])


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with TemporaryDirectory() as made:
        yield Path(made)


@settings(max_examples=25, deadline=None)
@given(data=st.data(), companies=st.lists(NAMES, min_size=2, max_size=6))
def test_merge_and_undo_is_nothing_and_redo_is_the_merge(
    folder: Path, data: st.DataObject, companies: list[str]
) -> None:
    store = Store(folder / f"{len(list(folder.iterdir()))}" / "infoview.db")
    try:
        services = make_services(store, lambda: MONDAY_2PM)
        for number, company in enumerate(companies):
            add(services, f"Person {number}", company)
        ids = [ident for ident, _ in services.employers.order() if ident is not None]
        if len(ids) < 2:
            return
        chosen = data.draw(st.lists(st.sampled_from(ids), min_size=2, unique=True))
        services.employers.set_priority(data.draw(st.sampled_from(ids)), "motivation", 2)
        services.employers.keep_apart(ids[0], ids[1])
        before = everything(services)
        services.employers.merge(chosen[0], chosen[1:])
        after = everything(services)
        assert sum(count for _, count in services.employers.order()) == len(companies)
        store.undo()
        assert everything(services) == before
        store.redo()
        assert everything(services) == after
    finally:
        store.close()
