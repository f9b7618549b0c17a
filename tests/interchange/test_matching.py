from __future__ import annotations

import pytest

from infoview_gui.interchange.cards import ContactPoint, PersonCard
from infoview_gui.interchange.matching import (
    AlikeNames,
    SharedKeys,
    company_key,
    email_key,
    keys,
    link_key,
    phone_key,
    similar,
)


def person(name: str, company: str = "", email: str = "", role: str = "") -> PersonCard:
    emails = (ContactPoint(email),) if email else ()
    return PersonCard(name=name, company=company, emails=emails, role=role)


@pytest.mark.parametrize(
    ("number", "region", "key"),
    [
        ("+49 30 1234567", "", "tel:+49301234567"),
        ("+49 (0)30 / 123-4567", "", "tel:+49301234567"),
        ("030 1234567", "DE", "tel:+49301234567"),
        ("0049301234567", "", "tel:+49301234567"),
        ("(415) 555-0100", "US", "tel:+14155550100"),
        ("+1 415 555 0100 ext. 9", "", "tel:+14155550100"),
        ("415 555 0100", "", "tel:4155550100"),
        ("12345", "DE", ""),
        ("p1234p5678w9", "", "tel:123456789"),
        ("call me", "", ""),
    ],
)
def test_phone_numbers(number: str, region: str, key: str) -> None:
    assert phone_key(number, region) == key


@pytest.mark.parametrize(
    ("link", "key"),
    [
        ("https://www.linkedin.com/in/Ada-King/?trk=x", "link:linkedin.com/in/ada-king"),
        ("linkedin.com/in/ada-king", "link:linkedin.com/in/ada-king"),
        ("HTTP://de.linkedin.com/in/ada-king#top", "link:linkedin.com/in/ada-king"),
        ("https://acme.com/", ""),
        ("not a link", ""),
    ],
)
def test_profile_links(link: str, key: str) -> None:
    assert link_key(link) == key


def test_keys_of_a_card() -> None:
    card = PersonCard(
        emails=(ContactPoint(" Ada@X.org "), ContactPoint("none")),
        phones=(ContactPoint("+1 415 555 0100"),),
        links=(ContactPoint("https://x.org/ada"),),
    )
    assert keys(card) == {"mail:ada@x.org", "tel:+14155550100", "link:x.org/ada"}
    assert email_key("none") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme Inc.", "ACME"),
        ("Müller GmbH & Co. KG", "muller"),
        ("L'Oréal S.A.", "loreal"),
        ("Foo, Sp. z o.o.", "Foo"),
        ("A.B. Cee Ltd", "AB Cee"),
    ],
)
def test_one_employer_in_two_spellings(one: str, other: str) -> None:
    assert company_key(one) == company_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Acme", "Acme Labs"), ("AG", "SE"), ("Razorpay", "Razorpay Software"), ("+", "-")],
)
def test_different_employers(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)
    assert company_key(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jörg Müßig", "Jorg Mussig"),
        ("King Ada", "Ada King"),
        ("Ada King", "Ada B. King"),
        ("A. King", "Ada King"),
        ("Bob Smith", "Robert Smith"),
        ("Jonathan Wright", "Jonatan Wright"),
        ("Joanna Wiśniewska", "Joanna Wisniewski"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("Yusuf Aydın", "YUSUF AYDIN"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Søren Kjær", "Soren Kjaer"),
        ("Mori, J.", "Joanna Mori"),
        ("Smith Bob", "Robert Smith"),
        ("J.R. Hartley", "John Hartley"),
        ("María García López", "Maria Garcia"),
    ],
)
def test_similar_names_with_one_employer(one: str, other: str) -> None:
    assert similar(person(one, "Acme Inc"), person(other, "ACME"))
    known: AlikeNames[int] = AlikeNames()
    known.add(1, person(one, "Acme Inc"))
    assert [ident for ident, _ in known.like(person(other, "ACME"))] == [1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada King", "Bob King"),
        ("Ada King", "Ada Queen"),
        ("Ada", "Ada King"),
        ("", "Ada"),
        ("B. King", "Ada King"),
        ("Kenji Mori", "Naoko Mori"),
    ],
)
def test_different_people_with_one_employer(one: str, other: str) -> None:
    assert similar(person(one, "Acme"), person(other, "Acme")) is None


def test_the_employer_decides() -> None:
    assert similar(person("Ada King", "Acme"), person("Ada King", "Mills")) is None
    assert similar(person("Ada King", "Acme"), person("Ada King"))
    assert similar(person("Ada King", "Acme"), person("A. King")) is None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Joanna Wiśniewska", "Joanna Wisniewska", "same name without accents"),
        ("Ada King", "ADA KING", "same name"),
        ("King Ada", "Ada King", "same names in another order"),
        ("J. Mori", "Jun Mori", "same initial and last name"),
        ("Bob Smith", "Robert Smith", "same last name and a short form of the first"),
        ("Smith Bob", "Robert Smith", "short form of the first, in another order"),
    ],
)
def test_the_reason_says_what_is_alike(one: str, other: str, reason: str) -> None:
    said = similar(person(one, "Acme"), person(other, "Acme Ltd"))
    assert said is not None
    assert reason in said
    assert said.endswith(", same employer")
    same_role = similar(person(one, "A", role="Planner"), person(other, "A", role="planner"))
    assert same_role is not None
    assert same_role.endswith(", same employer and role")


def test_companies_that_were_merged_are_one_employer() -> None:
    def employer(company: str) -> str:
        return "acme" if company else ""

    known: AlikeNames[int] = AlikeNames(employer)
    known.add(1, person("Ada King", "Acme"))
    assert [ident for ident, _ in known.like(person("A. King", "Apex Holding"))] == [1]


def test_known_people_are_found_by_any_address() -> None:
    known: SharedKeys[str] = SharedKeys()
    known.add("a", keys(person("Ada", email="a@x.org")))
    known.add("b", keys(PersonCard(name="Bo", phones=(ContactPoint("030 1234567"),)), "DE"))
    both = PersonCard(
        name="?",
        emails=(ContactPoint("A@X.org"),),
        phones=(ContactPoint("+49 30 1234567"),),
    )
    assert known.same(keys(both)) == ["a", "b"]
    assert known.same(keys(person("Ada"))) == []
