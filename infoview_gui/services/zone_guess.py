"""Where a person may be: guessed from the calendar or the phone's country, never stored by itself.

The city is not guessed from: no field holds one but the zone itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from infoview_gui.interchange.cards import ContactPoint as Reach
from infoview_gui.store.models import Conversation, Participant

_ONE_ZONE_HOLDS_MOST = frozenset(
    ("AR", "CL", "CN", "CY", "DE", "EC", "ES", "MY", "NZ", "PT", "UA", "UZ", "VN")
)
"""Countries of several zones in which nearly everybody keeps the first of them."""


@dataclass(frozen=True, slots=True)
class ZoneGuess:
    """An IANA zone and what it was guessed from, as words after "guessed from"."""

    zone: str
    source: str


def guess(person_id: int, phones: Iterable[Reach], own_zone: str) -> ZoneGuess | None:
    """Guess a zone; None where nothing speaks for one. ``own_zone`` is the user's."""
    agreed = _agreed_in(person_id, own_zone)
    if agreed:
        return ZoneGuess(agreed, "the calendar")
    ordered = sorted(phones, key=lambda phone: not phone.preferred)
    zones = (zone_of_number(phone.value) for phone in ordered)
    zone = next((zone for zone in zones if zone), "")
    return ZoneGuess(zone, "the phone number") if zone else None


def _agreed_in(person_id: int, own_zone: str) -> str:
    """Return the zone of the latest talk that was agreed in another zone than the user's."""
    query = (
        Conversation.select(Conversation.zone)
        .join(Participant)
        .where(Participant.person == person_id)
        .order_by(Conversation.starts_at.desc(nulls="LAST"), Conversation.id.desc())
    )
    zones = (row.zone for row in query)
    known = available_timezones()
    return next((zone for zone in zones if zone in known and zone != own_zone), "")


def zone_of_number(number: str) -> str:
    """Return the zone of an international number's country; empty where it has several."""
    import phonenumbers  # noqa: PLC0415 - late: 60 ms that a start does not need

    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return ""
    return zone_of_country(phonenumbers.region_code_for_number(parsed) or "")


def zone_of_country(country: str) -> str:
    """Return the zone that (nearly) everybody in a country keeps; empty where there is none."""
    zones = _zones_by_country().get(country, ())
    settled = len(zones) == 1 or (zones and country in _ONE_ZONE_HOLDS_MOST)
    return zones[0] if settled else ""


@cache
def _zones_by_country() -> dict[str, tuple[str, ...]]:
    """Read the table of the IANA database; within a country the most populous zone comes first."""
    found: dict[str, tuple[str, ...]] = {}
    table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text("utf-8")
    for line in table.splitlines():
        if line.strip() and not line.startswith("#"):
            country, _place, zone = line.split("\t")[:3]
            found[country] = (*found.get(country, ()), zone)
    return found
