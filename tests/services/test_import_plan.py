"""Whom an import takes for somebody who is there: merged, asked about, or new."""

from pathlib import Path
from typing import Any

import pytest

from infoview_gui.interchange.cards import ContactPoint
from infoview_gui.services.bundle import Services, make_services
from infoview_gui.services.drafts import PersonDraft
from infoview_gui.services.import_plan import Decision, Verdict

HEADER = "Name,Company,Role,E-mail,Phone,LinkedIn\n"


@pytest.fixture
def german(services: Services) -> Services:
    """As for a user in Germany."""
    return make_services(services.store, services.clock, lambda: "DE")


def decided(services: Services, folder: Path, row: str) -> Decision:
    path = folder / "people.csv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    (decision,) = services.transfer.plan(path).decisions
    return decision


def points(value: str) -> tuple[ContactPoint, ...]:
    return (ContactPoint(value),)


@pytest.mark.parametrize(
    ("known", "row"),
    [
        ({"emails": points("Ben@X.org")}, "Ben Ito,,Planner,ben@x.org,,"),
        ({"phones": points("030 1234567")}, "Ben Ito,,Planner,,+49 30 1234567,"),
        ({"phones": points("+49 (0)30 123-4567")}, "Ben Ito,,Planner,,030 1234567,"),
        (
            {"links": points("https://www.linkedin.com/in/ben-ito/")},
            "Benjamin Ito,,Planner,,,http://de.linkedin.com/in/ben-ito?trk=x",
        ),
    ],
)
def test_the_same_address_number_or_profile_merges(
    german: Services, tmp_path: Path, known: dict[str, Any], row: str
) -> None:
    ben = german.people.add(PersonDraft(name="Ben Ito", **known))
    decision = decided(german, tmp_path, row)
    assert decision.verdict is Verdict.MERGED
    assert decision.like_id == ben
    assert decision.additions.fields == {"role": "Planner"}


@pytest.mark.parametrize(
    ("known", "name", "reason"),
    [
        ("Joanna Wiśniewska", "Joanna Wisniewska", "same name without accents, same employer"),
        ("Lech Wałęsa", "Lech Walesa", "same name without accents, same employer"),
        ("Ada King", "King Ada", "same names in another order, same employer"),
        ("Kenji Mori", "K. Mori", "same initial and last name, same employer"),
        ("Robert Smith", "Bob Smith", "same last name and a short form of the first"),
        ("Robert Smith", "Smith Bob", "same last name and a short form of the first"),
    ],
)
def test_similar_names_with_the_same_employer_are_asked_about(
    services: Services, tmp_path: Path, known: str, name: str, reason: str
) -> None:
    services.people.add(PersonDraft(name=known, company="Northgate Water"))
    decision = decided(services, tmp_path, f"{name},Northgate Water Ltd,,x@x.org,,")
    assert decision.verdict is Verdict.TO_DECIDE
    assert decision.reason.startswith(reason)


def test_another_employer_makes_another_person(services: Services, tmp_path: Path) -> None:
    services.people.add(PersonDraft(name="Joanna Wiśniewska", company="Northgate Water"))
    assert decided(services, tmp_path, "Joanna Wisniewska,Acme,,,,").verdict is Verdict.NEW


def test_companies_that_the_user_merged_are_one(services: Services, tmp_path: Path) -> None:
    services.people.add(PersonDraft(name="Ann Lee", company="Apex"))
    services.people.add(PersonDraft(name="Joanna Wiśniewska", company="Northgate"))
    apex, gate = (services.employers.names(name)[0].id for name in ("apex", "northgate"))
    services.employers.merge(gate, [apex])
    decision = decided(services, tmp_path, "J. Wisniewska,Apex,,,,")
    assert decision.verdict is Verdict.TO_DECIDE
    assert decision.like_name == "Joanna Wiśniewska"


def test_it_says_what_is_added_and_what_is_kept(services: Services, tmp_path: Path) -> None:
    services.people.add(
        PersonDraft(
            name="Rui Martins",
            company="Northwind Energy",
            emails=points("rui@x.org"),
            phones=points("+351 21 1234567"),
            note="Likes tea",
        )
    )
    decision = decided(services, tmp_path, "Rui Martins,Northwind Energy,Data engineer,rui@x.org,,")
    assert decision.additions.words() == "position"
    assert decision.additions.kept == ("phone number", "notes")


def test_a_number_that_came_from_a_file_is_known_by_its_country(
    german: Services, tmp_path: Path
) -> None:
    path = tmp_path / "first.csv"
    path.write_text(HEADER + "Ben Ito,,,,030 1234567,\n", encoding="utf-8")
    assert german.transfer.apply([german.transfer.plan(path)]).result()
    (ben,) = german.people_list.ids()
    other = german.people.add(PersonDraft(name="Ben", phones=points("+49 30 1234567")))
    assert [found.id for found in german.people_merging.similar_to(other)] == [ben]
