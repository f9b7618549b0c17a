import pytest

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.services.bundle import Services
from infoview_gui.services.drafts import ConversationDraft, PersonDraft
from infoview_gui.services.zone_guess import ZoneGuess, guess, zone_of_number

OWN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("number", "zone"),
    [
        ("+44 20 7946 0000", "Europe/London"),
        ("+49 30 901820", "Europe/Berlin"),
        ("+81 3 1234 5678", "Asia/Tokyo"),
        ("+91 22 2778 2183", "Asia/Kolkata"),
        ("+64 4 472 0000", "Pacific/Auckland"),
        ("+1 212 555 0142", ""),
        ("+7 495 123 4567", ""),
        ("030 901820", ""),
        ("call me", ""),
        ("", ""),
    ],
)
def test_country_of_a_number_says_the_zone_where_it_has_only_one(number: str, zone: str) -> None:
    assert zone_of_number(number) == zone


def test_preferred_number_goes_before(services: Services) -> None:
    person = services.people.add(PersonDraft(name="Ada"))
    phones = (Reach("+81 3 1234 5678"), Reach("+44 20 7946 0000", preferred=True))
    assert guess(person, phones, OWN) == ZoneGuess("Europe/London", "the phone number")
    assert guess(person, (), OWN) is None


def test_zone_a_talk_was_agreed_in_goes_before_the_number(services: Services) -> None:
    person = services.people.add(PersonDraft(name="Ada"))
    for day, zone in enumerate(("America/Denver", "Asia/Tokyo", OWN)):
        draft = ConversationDraft(people=(person,), starts_at=day * 86_400_000, zone=zone)
        services.conversations.schedule(draft)
    found = guess(person, (Reach("+44 20 7946 0000"),), OWN)
    assert found == ZoneGuess("Asia/Tokyo", "the calendar")
