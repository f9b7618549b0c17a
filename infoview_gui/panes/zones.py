"""Time zones in the words of people: what was typed, what is shown. Knows no field."""

from functools import cache
from zoneinfo import available_timezones

_REGIONS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


def zone_named(text: str) -> str | None:
    """Return the IANA name for what was typed ("new york", "Europe/Berlin"); None if unknown.

    Nothing typed is "", no zone.
    """
    words = "_".join(text.split()).casefold()
    if not words:
        return ""
    names = {name.casefold(): name for name in _known()}
    if words in names:
        return names[words]
    cities = [
        name
        for key, name in names.items()
        if name.startswith(_REGIONS) and key.rpartition("/")[2] == words
    ]
    return min(cities, key=len, default=None)


def zone_words(zone: str) -> str:
    """Return a zone as it is shown: "America/New York"."""
    return zone.replace("_", " ")


def zone_choices() -> list[str]:
    """Return the words of all zones of a place, and UTC."""
    zones = sorted(name for name in _known() if name.startswith(_REGIONS))
    return [*(zone_words(zone) for zone in zones), "UTC"]


@cache
def _known() -> frozenset[str]:
    """Return the zones of this computer; Python opens each of their 600 files to tell."""
    return frozenset(available_timezones())
