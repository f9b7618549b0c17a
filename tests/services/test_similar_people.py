"""Who of the people already there may be one person."""

import pytest

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.services.similar_people import Suspects, similar_people


def card(
    name: str, company: str = "", email: str = "", phone: str = "", link: str = ""
) -> PersonCard:
    return PersonCard(
        name=name,
        company=company,
        emails=(ContactPoint(email),) if email else (),
        phones=(ContactPoint(phone),) if phone else (),
        links=(ContactPoint(link),) if link else (),
    )


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (card("Ben Ito", email="b@x.org"), card("B. Ito", email="B@X.org"), "same e-mail address"),
        (card("Ben Ito", phone="+49 30 1234567"), card("Ben", phone="030 1234567"), "phone number"),
        (card("Ben", link="https://x.org/in/b"), card("B", link="x.org/in/b/"), "profile link"),
        (card("Ben Ito", "Acme"), card("Ito, Benjamin", "ACME Inc"), "same employer"),
        (card("Ben Ito", "Acme"), card("Ben Ito"), "same name"),
    ],
)
def test_two_who_may_be_one(one: PersonCard, other: PersonCard, reason: str) -> None:
    (found,) = similar_people({7: one, 3: other}, country="DE")
    assert found.ids == (3, 7)
    assert reason in found.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (card("Ben Ito", "Acme"), card("Ben Ito", "Mills")),
        (card("Ben Ito", "Acme"), card("Ann Lee", "Acme")),
        (card("Ben Ito", phone="12"), card("Ann Lee", phone="12")),
    ],
)
def test_two_who_are_two(one: PersonCard, other: PersonCard) -> None:
    assert similar_people({1: one, 2: other}) == []


def test_what_the_user_said_holds() -> None:
    people = {one: card("Ben Ito", "Acme") for one in (1, 2, 3)}
    (group,) = similar_people(people)
    assert group.ids == (1, 2, 3)
    found = similar_people(people, {(1, 2)})
    assert {one.ids for one in found} == {(1, 3), (2, 3)}
    assert similar_people(people, {(1, 2), (1, 3), (2, 3)}) == []


def test_a_switchboard_makes_nobody_suspect() -> None:
    names = ("Ann Lee", "Bob Ray", "Cy Fox", "Di Orr", "Ed Poe")
    number = "+49 30 1234567"
    people = {at: card(name, phone=number) for at, name in enumerate(names)}
    assert similar_people(people) == []
    few = {at: people[at] for at in (0, 1)}
    expected = Suspects((0, 1), ("Ann Lee", "Bob Ray"), "same phone number, another name")
    assert similar_people(few) == [expected]


def test_the_sure_ones_come_first() -> None:
    people = {
        1: card("Ann Lee", "Acme"),
        2: card("A. Lee", "Acme"),
        3: card("Zoe Orr", email="z@x.org"),
        4: card("Zoe Orr", email="z@x.org"),
    }
    assert [one.ids for one in similar_people(people)] == [(3, 4), (1, 2)]


def test_it_stops_when_told_to() -> None:
    people = {at: card(f"Ann Lee{at}", email="a@x.org") for at in range(5000)}
    assert similar_people(people, stop=lambda: True) == []
